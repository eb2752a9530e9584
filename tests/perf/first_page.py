# SPDX-License-Identifier: MIT
"""From a key in the search field to the painted first page: the real window on a large database, no engine."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from perf.big_store import data_folder
from perf.desk import NO_ENGINE, Desk, Painted, desk
from perf.figures import Figure, Target, figure, quantile

STORED_ITEMS = 100_000
BIG = 1_000_000
ENGLISH = ("licence", "custody", "stablecoin", "roadmap", "the sfc", "fined")
CHINESE = ("牌照", "證監會", "穩定幣", "交易平台")
ROUNDS = 3
PAUSE_S = 0.25
"""Between two keys; within 120 ms of a key the next one waits on purpose."""


class Stopwatch:
    """Times single keys."""

    def __init__(self, running: Desk) -> None:
        self._running = running
        self._began = 0.0
        self.taken: dict[str, list[float]] = {"English": [], "Chinese": []}
        self.read_ms: list[float] = []
        self._done = False
        self._painted = Painted(running.inbox.view.viewport(), self._on_painted)
        running.parts.controller.inbox.loaded.connect(self._on_loaded)

    def _on_loaded(self) -> None:
        self.read_ms.append(1000 * (time.perf_counter() - self._began))
        self._painted.armed = True

    def _on_painted(self) -> None:
        self._ended = time.perf_counter()
        self._done = True

    def key(self, kind: str, act: Callable[[], object]) -> None:
        """Time what `act` sets off."""
        self._running.run_for(PAUSE_S)
        self._done = False
        self._began = time.perf_counter()
        act()
        self._running.wait(lambda: self._done, 30)
        self.taken[kind].append(1000 * (self._ended - self._began))


def measure(*, big: bool = False) -> list[Figure]:
    """One row, two with `big`."""
    return [_measure(count) for count in ([STORED_ITEMS, BIG] if big else [STORED_ITEMS])]


def _measure(count: int) -> Figure:
    with data_folder(count) as paths, desk(paths, engine=NO_ENGINE) as running:
        running.wait(lambda: running.inbox.model.rowCount() > 40)
        edit = running.inbox.field.edit
        running.inbox.field.focus_all()
        running.run_for(1)
        watch = Stopwatch(running)
        for _ in range(ROUNDS):
            for word in ENGLISH:
                for letter in word:
                    watch.key("English", lambda letter=letter: QTest.keyClicks(edit, letter))
                _empty(running)
            for word in CHINESE:
                watch.key("Chinese", lambda word=word: _commit(running, word))
                assert running.inbox.model.rowCount() > 40, word
                _empty(running)
    everything = watch.taken["English"] + watch.taken["Chinese"]
    notes = [
        f"{kind}: median {quantile(sorted(found), 0.5):.1f}, p95 {quantile(sorted(found), 0.95):.1f},"
        f" worst {max(found):.1f} ms in {len(found)} keys"
        for kind, found in watch.taken.items()
    ]
    notes.append(f"rows in the model after p50 {quantile(sorted(watch.read_ms), 0.5):.1f} ms, the rest is painting")
    return figure(
        f"key pressed → first page painted, {count:,} items, English and Chinese",
        "ms",
        everything,
        [Target("p95", 50.0)],
        "the SQL alone: under 3 ms",
        goal="goal 16 ms",
        notes=notes,
    )


def _commit(running: Desk, word: str) -> None:
    """What an input method sends when a word is chosen."""
    event = QInputMethodEvent()
    event.setCommitString(word)
    QApplication.sendEvent(running.inbox.field.edit, event)


def _empty(running: Desk) -> None:
    running.run_for(PAUSE_S)
    QTest.keyClick(running.inbox.field.edit, Qt.Key.Key_Escape)
    running.run_for(PAUSE_S)
