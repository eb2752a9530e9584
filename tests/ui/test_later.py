# SPDX-License-Identifier: MIT
"""What comes after the first picture: in steps, and at once for whoever acts."""

import os
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hkwatch.ui.later import Later

STEPS = 40


class Typed(QWidget):
    """A window that keeps which steps were done when a key came."""

    def __init__(self, done: list[object]) -> None:
        super().__init__()
        self._done = done
        self.seen: list[int] = []
        self.first = QLabel("first", self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.seen.append(len(self._done))


@pytest.fixture
def done() -> list[object]:
    return []


@pytest.fixture
def window(qtbot: QtBot, done: list[object]) -> Typed:
    made = Typed(done)
    qtbot.addWidget(made)
    return made


def steps(done: list[object]) -> Callable[[], Iterator[None]]:
    def make() -> Iterator[None]:
        for number in range(STEPS):
            done.append(number)
            yield

    return make


def test_nothing_is_loaded_before_the_first_picture_and_everything_after_it(
    qtbot: QtBot, window: Typed, done: list[object]
) -> None:
    loaded: list[str] = []

    def load() -> Callable[[], Iterator[None]]:
        loaded.append("loaded")
        return steps(done)

    later = Later(load)
    later.begin(window, window.first)
    assert loaded == []
    with qtbot.waitSignal(later.done):
        window.show()
    assert loaded == ["loaded"]
    assert done == list(range(STEPS))


def test_a_window_that_is_never_painted_gets_the_rest_all_the_same(
    qtbot: QtBot, window: Typed, done: list[object]
) -> None:
    later = Later(lambda: steps(done))
    with qtbot.waitSignal(later.done):
        later.begin(window, window.first)
    assert len(done) == STEPS


def test_a_key_pressed_at_once_finds_everything_there(qtbot: QtBot, window: Typed, done: list[object]) -> None:
    later = Later(lambda: steps(done))
    window.show()
    later.begin(window, window.first)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_J)
    assert window.seen == [STEPS]


def test_finishing_twice_does_everything_once(window: Typed, done: list[object]) -> None:
    later = Later(lambda: steps(done))
    window.show()
    later.begin(window, window.first)
    later.finish()
    later.finish()
    assert done == list(range(STEPS))


def test_what_goes_wrong_is_told_and_nothing_more_is_done(qtbot: QtBot, window: Typed, done: list[object]) -> None:
    def broken() -> Iterator[None]:
        done.append("begun")
        yield
        raise ValueError("no file")

    later = Later(lambda: broken)
    with qtbot.waitSignal(later.failed):
        window.show()
        later.begin(window, window.first)
    assert str(later.problem) == "no file"
    later.finish()
    assert done == ["begun"]


def test_what_cannot_be_loaded_is_told_too(qtbot: QtBot, window: Typed) -> None:
    def load() -> Callable[[], Iterator[None]]:
        raise ValueError("no module")

    later = Later(load)
    with qtbot.waitSignal(later.failed):
        window.show()
        later.begin(window, window.first)
    assert str(later.problem) == "no module"
