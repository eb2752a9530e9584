# SPDX-License-Identifier: MIT
"""What is asked for often is done at once, then rarely; the last wish is always carried out."""

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from hkwatch.ui.paced import Gathered, Paced

MOST_MS = 60_000


def test_the_first_wish_is_carried_out_at_once_and_many_more_once_together(qtbot: QtBot) -> None:
    done, owner = list[int](), QObject()
    wishes = [0]
    paced = Paced(lambda: done.append(wishes[0]), 100, owner)
    for wishes[0] in range(50):
        paced.soon()
    assert done[0] == 0
    qtbot.waitUntil(lambda: done[-1] == 49, timeout=MOST_MS)
    assert len(done) < 50


def test_what_cannot_wait_is_done_whenever_it_was_done_last(qtbot: QtBot) -> None:
    done, owner = list[int](), QObject()
    paced = Paced(lambda: done.append(1), 3_600_000, owner)
    for _ in range(3):
        paced.now()
    assert len(done) == 3


def test_after_the_end_nothing_is_done_any_more(qtbot: QtBot) -> None:
    done, owner = list[int](), QObject()
    paced = Paced(lambda: done.append(1), 3_600_000, owner)
    paced.soon()
    paced.soon()
    paced._rest.setInterval(0)
    paced.end()
    qtbot.waitUntil(lambda: not paced._rest.isActive(), timeout=MOST_MS)
    assert done == [1]


def test_what_comes_together_is_done_once_and_not_in_the_same_breath(qtbot: QtBot) -> None:
    done, owner = list[int](), QObject()
    wishes = [0]
    gathered = Gathered(lambda: done.append(wishes[0]), 0, owner)
    for wishes[0] in range(50):
        gathered.soon()
    assert done == []
    qtbot.waitUntil(lambda: bool(done), timeout=MOST_MS)
    assert done == [49]
    gathered.soon()
    qtbot.waitUntil(lambda: done == [49, 49], timeout=MOST_MS)


def test_asking_all_the_time_does_not_put_it_off(qtbot: QtBot) -> None:
    done, owner, asking = list[int](), QObject(), QTimer()
    gathered = Gathered(lambda: done.append(1), 20, owner)
    asking.timeout.connect(gathered.soon)
    asking.start(0)
    qtbot.waitUntil(lambda: len(done) >= 2, timeout=MOST_MS)
