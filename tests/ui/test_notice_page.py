# SPDX-License-Identifier: MIT
"""The settings of notices: boxes with names, keys between them, tests, times and days."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.domain.notify_grid import NoticeRow
from hkwatch.services.settings import Settings
from hkwatch.ui.marks import Marks
from hkwatch.ui.notices.page import NoticePage
from hkwatch.ui.notices.row_mark import RowMark

T = TypeVar("T", bound=QWidget)


class Store:
    """The settings in memory."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.set_to: list[tuple[str, str, object]] = []

    def set(self, section: str, option: str, value: object) -> None:
        self.set_to.append((section, option, value))


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def tested() -> list[str]:
    return []


@pytest.fixture
def page(store: Store, marks: Marks, qtbot: QtBot, tested: list[str]) -> NoticePage:
    channels = (("my-phone", "My phone"),)
    made = NoticePage(store, marks, "en", tested.append, channels)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    return made


def named(page: NoticePage, kind: type[T], name: str) -> T:
    (found,) = [one for one in page.findChildren(kind) if one.accessibleName() == name]
    return found


def test_a_box_sets_the_ways_of_its_row(page: NoticePage, store: Store) -> None:
    box = named(page, QCheckBox, "Critical: Pop-up")
    assert box.isChecked()
    box.click()
    assert store.set_to.pop() == ("notify", "critical", ("sound", "tray"))
    named(page, QCheckBox, "Critical: My phone").click()
    assert store.set_to.pop() == ("notify", "critical", ("sound", "tray", "my-phone"))


def test_every_control_has_a_name_and_what_the_badge_cannot_count_has_no_box(page: NoticePage) -> None:
    names = [box.accessibleName() for box in page.findChildren(QCheckBox)]
    assert "" not in names
    assert len(set(names)) == len(names)
    assert len(page.grid.boxes) == 8 * 4 - 2
    assert "Deadlines: Tray badge" not in names


def test_each_level_stands_beside_its_own_shape_and_colour(page: NoticePage, marks: Marks) -> None:
    marked = {one.row: one for one in page.grid.findChildren(RowMark)}
    assert set(marked) == set(NoticeRow)
    levels = {
        NoticeRow.CRITICAL: "critical",
        NoticeRow.HIGH: "high",
        NoticeRow.NORMAL: "normal",
        NoticeRow.LOW: "low",
    }
    shapes = set()
    for row, colour in levels.items():
        picture = marked[row].grab().toImage()
        ink = marks.theme.colour(colour).name()
        at = [(x, y) for x in range(20) for y in range(20) if picture.pixelColor(x, y).name() == ink]
        assert at, row
        shapes.add(tuple(at))
    assert len(shapes) == len(levels)


def test_arrows_go_from_box_to_box_over_the_places_without_one(page: NoticePage, qtbot: QtBot) -> None:
    boxes = page.grid.boxes
    page.activateWindow()
    boxes[NoticeRow.DEADLINES, "sound"].setFocus()
    start = boxes[NoticeRow.DEADLINES, "sound"]
    QTest.keyClick(start, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: boxes[NoticeRow.DEADLINES, "my-phone"].hasFocus())
    QTest.keyClick(boxes[NoticeRow.ALERTS, "tray"], Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: boxes[NoticeRow.WATCH, "tray"].hasFocus())


def test_each_way_has_a_test(page: NoticePage, tested: list[str]) -> None:
    for button in page.tests.values():
        button.click()
    assert tested == ["popup", "sound", "tray", "my-phone"]


def test_sounds_times_and_days_are_set(page: NoticePage, store: Store) -> None:
    sound = named(page, QComboBox, "Sound of level Normal")
    sound.activated.emit(sound.findData("chime"))
    named(page, QTimeEdit, "Quiet from").setTime(QTime(23, 30))
    named(page, QCheckBox, "Quiet hours begin on: Sun").click()
    named(page, QCheckBox, "Hold notices back").click()
    assert store.set_to == [
        ("notify", "sound_normal", "chime"),
        ("quiet", "start", "23:30"),
        ("quiet", "days", ("mon", "tue", "wed", "thu", "fri", "sat")),
        ("quiet", "on", True),
    ]
