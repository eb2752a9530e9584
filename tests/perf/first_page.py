# SPDX-License-Identifier: MIT
"""From a key in the search field to the painted first page: the real window on a large database, no engine."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from perf.big_store import data_folder
from perf.desk import NO_ENGINE, Desk, desk, press
from perf.figures import Figure, Target, figure
from perf.stopwatch import PAUSE_S, Stopwatch
from perf.views import switched

STORED_ITEMS = 100_000
BIG = 1_000_000
ENGLISH = ("licence", "custody", "stablecoin", "roadmap", "the sfc", "fined")
CHINESE = ("牌照", "證監會", "穩定幣", "交易平台")
ROUNDS = 3


def measure(*, big: bool = False) -> list[Figure]:
    """Two rows, four with `big`."""
    return [row for count in ([STORED_ITEMS, BIG] if big else [STORED_ITEMS]) for row in _measure(count)]


def _measure(count: int) -> list[Figure]:
    with data_folder(count) as paths, desk(paths, engine=NO_ENGINE) as running:
        running.wait(lambda: running.inbox.model.rowCount() > 40)
        return [_typed(running, count), switched(running, count)]


def _typed(running: Desk, count: int) -> Figure:
    edit = running.inbox.field.edit
    running.inbox.field.focus_all()
    running.run_for(1)
    watch = Stopwatch(running)
    for _ in range(ROUNDS):
        for word in ENGLISH:
            for letter in word:
                watch.time("English", partial(press, edit, Qt.Key(ord(letter.upper())), letter))
            _empty(running)
        for word in CHINESE:
            watch.time("Chinese", partial(_commit, running, word))
            assert running.inbox.model.rowCount() > 40, word
            _empty(running)
    everything = watch.taken["English"] + watch.taken["Chinese"]
    return figure(
        f"key pressed → first page painted, {count:,} items, English and Chinese",
        "ms",
        everything,
        [Target("p95", 50.0)],
        "the SQL alone: under 3 ms",
        goal="goal 16 ms",
        notes=watch.notes(),
    )


def _commit(running: Desk, word: str) -> None:
    """What an input method sends when a word is chosen."""
    event = QInputMethodEvent()
    event.setCommitString(word)
    QApplication.sendEvent(running.inbox.field.edit, event)


def _empty(running: Desk) -> None:
    running.run_for(PAUSE_S)
    press(running.inbox.field.edit, Qt.Key.Key_Escape)
    running.run_for(PAUSE_S)
