# SPDX-License-Identifier: MIT
"""Hints after the first run."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.ui.hints import MOST, NAMES, Hints
from hkwatch.ui.marks import Marks
from hkwatch.ui.read_thread import ReadThread


class Rig:
    """A window with three anchors and the hints of one start after another."""

    def __init__(self, qtbot: QtBot, marks: Marks, file: Path) -> None:
        self.qtbot, self.marks, self.file = qtbot, marks, file
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(600, 400)
        column = QVBoxLayout(self.window)
        self.anchors: dict[str, QWidget] = {name: QLabel(name) for name in NAMES}
        for anchor in self.anchors.values():
            column.addWidget(anchor)
        self.window.show()
        self.threads: list[ReadThread[None]] = []

    def start(self) -> Hints:
        """A new start of the program."""
        files: ReadThread[None] = ReadThread(None, name="files")
        self.threads.append(files)
        return Hints(self.window, self.marks, self.file, files, QObject(self.window))

    def end(self) -> None:
        for thread in self.threads:
            thread.end(drop=False)


@pytest.fixture
def rig(qtbot: QtBot, marks: Marks, tmp_path: Path) -> Iterator[Rig]:
    made = Rig(qtbot, marks, tmp_path / "hints.json")
    yield made
    made.end()


def test_without_a_first_run_there_are_no_hints(rig: Rig, qtbot: QtBot) -> None:
    hints = rig.start()
    hints.show_next(rig.anchors, "en")
    rig.end()
    qtbot.wait(0)
    assert hints.bubble is None
    assert not rig.file.exists()


def test_they_come_one_at_a_time_and_a_dismissed_one_never_again(rig: Rig, qtbot: QtBot) -> None:
    hints = rig.start()
    hints.begin()
    hints.show_next(rig.anchors, "en")
    for word in ("search", "acknowledge", "Drag"):
        bubble = hints.bubble
        assert bubble is not None
        assert any(word in label.text() for label in bubble.findChildren(QLabel))
        assert rig.window.rect().contains(bubble.geometry())
        bubble.close_button.click()
    assert hints.bubble is None
    qtbot.waitUntil(lambda: json.loads(rig.file.read_text()) == dict.fromkeys(NAMES, MOST))


def test_each_is_shown_in_three_starts_at_most(rig: Rig, qtbot: QtBot) -> None:
    rig.file.write_text(json.dumps({"search": MOST - 1, "acknowledge": MOST, "alert-line": MOST}))
    hints = rig.start()
    hints.show_next(rig.anchors, "en")
    qtbot.waitUntil(lambda: hints.bubble is not None)
    qtbot.waitUntil(lambda: json.loads(rig.file.read_text())["search"] == MOST)
    again = rig.start()
    again.show_next(rig.anchors, "en")
    rig.end()
    qtbot.wait(0)
    assert again.bubble is None
