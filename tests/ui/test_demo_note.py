# SPDX-License-Identifier: MIT
"""The demo's banner and the word beside the clock follow the pace of the demo's time and the language."""

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from hkwatch.ui.banners import Rank, Telling
from hkwatch.ui.demo_note import DemoNote


class Watch(QObject):
    """Ticks, and remembers the word beside the clock."""

    ticked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.notes: list[str] = []

    def set_clock_note(self, note: str) -> None:
        self.notes.append(note)


class Said:
    """Banners that remember what was put."""

    def __init__(self) -> None:
        self.told: list[tuple[Rank, str, str]] = []

    def put(self, rank: Rank, telling: Telling) -> None:
        self.told.append((rank, telling.fact, telling.consequence))


def test_a_change_of_pace_is_told_once_by_the_tick_after_it(qtbot: QtBot) -> None:
    watch, banners, parent = Watch(), Said(), QObject()
    text = ("Demo.", "60 times as fast.", "Demo ×60")
    note = DemoNote(banners, watch, lambda: text, parent)
    note.set_language("en")
    watch.ticked.emit(None)
    assert (banners.told, watch.notes) == ([(Rank.DEMO, "Demo.", "60 times as fast.")], ["Demo ×60"])
    text = ("Demo.", "Normal pace.", "Demo")
    watch.ticked.emit(None)
    watch.ticked.emit(None)
    assert (banners.told[1:], watch.notes[1:]) == ([(Rank.DEMO, "Demo.", "Normal pace.")], ["Demo"])
