# SPDX-License-Identifier: MIT
"""A page with widgets of its own, and what they know of the program."""

from hkwatch.ui.marks import Marks
from hkwatch.ui.settings.around import Around
from hkwatch.ui.settings.page import Facts, Page, PageSpec


class OwnPage(Page):
    """`around` is there before the widgets are made. A hosted widget stands below the options."""

    def __init__(self, spec: PageSpec, facts: Facts, marks: Marks, language: str, around: Around) -> None:
        self.around = around
        super().__init__(spec, facts, marks, language)

    def add_widgets(self) -> None:
        make = self.around.hosted.get(self.spec.key)
        if make is not None:
            self.body.addWidget(make(self), 1)
