# SPDX-License-Identifier: MIT
"""Says that this is the demo, and how fast its time runs: in a banner and beside the clock."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from hkwatch.ui.banners import Rank, Telling
from hkwatch.ui.inbox import BannerKind


class Puts(Protocol):
    """Shows banners."""

    def put(self, rank: Rank, telling: Telling) -> None:
        """Say this."""
        ...


class Ticks(Protocol):
    """Has a clock, with room for a word beside it."""

    @property
    def ticked(self) -> SignalInstance:
        """Once a second."""
        ...

    def set_clock_note(self, note: str) -> None:
        """Show this word."""
        ...


class DemoNote(QObject):
    """`text` gives fact and consequence for the banner and a word beside the clock, in the language in force and at the
    pace in force: it is asked once a second, and told where it changed.
    """

    def __init__(self, banners: Puts, watch: Ticks, text: Callable[[], tuple[str, str, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._banners, self._watch, self._text = banners, watch, text
        self._told = ("", "", "")
        watch.ticked.connect(self._on_tick)

    def set_language(self, language: str) -> None:
        """Say it in this language, which the application has been given already."""
        del language
        self._tell()

    def _on_tick(self) -> None:
        self._tell()

    def _tell(self) -> None:
        told = self._text()
        if told == self._told:
            return
        self._told = told
        fact, consequence, note = told
        self._banners.put(Rank.DEMO, Telling(BannerKind.DEMO, fact, consequence))
        # A worse banner may take that one's place; this stays.
        self._watch.set_clock_note(note)
