# SPDX-License-Identifier: MIT
"""The page Sources and schedule."""

from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.settings.own_page import OwnPage
from hkwatch.ui.settings.page import Facts, PageSpec, Sections
from hkwatch.ui.settings_row import Row


def _sections(_: Facts) -> Sections:
    row = Row(
        "sources",
        "save_power",
        QT_TRANSLATE_NOOP("SettingsDialog", "Check less often on battery or a metered connection"),
        QT_TRANSLATE_NOOP(
            "SettingsDialog",
            "The status bar says so while it does; official sources in busy hours are slowed down least",
        ),
    )
    return [("", [row])]


SOURCES = PageSpec(
    "sources",
    QT_TRANSLATE_NOOP("SettingsDialog", "Sources and schedule"),
    QT_TRANSLATE_NOOP(
        "SettingsDialog",
        "Official sources are asked most often in the hours in which they publish; no publisher is asked more often than"
        " it allows, and what did not change is not fetched again.",
    ),
    "rss",
    _sections,
    (QT_TRANSLATE_NOOP("SettingsDialog", "Manage sources…"),),
)


class SourcesPage(OwnPage):
    """With the way to the sources window."""

    def add_widgets(self) -> None:
        manage = self.button(self.tr("Manage sources…"), self.around.manage_sources)
        words = self.tr(
            "Each source is paused, watched and set up in the sources window: interval, proxy, name of the reader, level,"
            " how long its items are kept."
        )
        self.body.addSpacing(8)
        self.body.addWidget(self.action(words, manage))
        super().add_widgets()
