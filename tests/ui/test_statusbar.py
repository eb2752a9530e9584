# SPDX-License-Identifier: MIT
"""The status bar: all facts readable, cut where nothing is lost, clickable."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hkwatch.ui.marks import Marks
from hkwatch.ui.statusbar import StatusBar, StatusFacts

FACTS = StatusFacts("ok", "Watching", ["checked 1 min ago", "next: SFC 17:10", "14 of 15 sources OK"], "HKT 17:08")


@pytest.fixture
def bar(marks: Marks, qtbot: QtBot) -> StatusBar:
    made = StatusBar(marks)
    qtbot.addWidget(made)
    made.resize(900, made.height())
    made.set_facts(FACTS)
    made.show()
    return made


def test_every_fact_is_spoken_and_in_the_tooltip(bar: StatusBar) -> None:
    whole = "Watching · checked 1 min ago · next: SFC 17:10 · 14 of 15 sources OK · HKT 17:08"
    assert bar.accessibleName() == whole
    assert bar.toolTip() == whole
    assert bar.height() == 28


def test_what_needs_explaining_is_said_by_the_tooltip_only(bar: StatusBar) -> None:
    bar.set_facts(replace(FACTS, more="Pauses are 3 times as long as usual."))
    assert bar.toolTip().endswith("HKT 17:08\nPauses are 3 times as long as usual.")
    assert "Pauses" not in bar.accessibleName()


@pytest.mark.parametrize("state", ["ok", "part", "failing", "offline", "unchecked", "paused"])
def test_each_state_can_be_shown(bar: StatusBar, state: str) -> None:
    bar.set_facts(replace(FACTS, state=state))
    shown = bar.grab().toImage()
    bar.set_facts(replace(FACTS, state="ok" if state != "ok" else "failing"))
    assert bar.grab().toImage() != shown


def test_progress_is_a_line_as_long_as_its_share(bar: StatusBar, marks: Marks) -> None:
    bar.set_facts(replace(FACTS, progress=(3, 6)))
    image = bar.grab().toImage()
    assert image.pixelColor(440, 1).name() == marks.theme.hex("accent")
    assert image.pixelColor(460, 1).name() != marks.theme.hex("accent")
    bar.set_facts(replace(FACTS, progress=(0, 0)))
    assert bar.grab().toImage().pixelColor(5, 1).name() != marks.theme.hex("accent")


def test_a_narrow_bar_keeps_state_and_clock(bar: StatusBar) -> None:
    bar.resize(260, 28)
    narrow = bar.grab().toImage()
    bar.set_facts(replace(FACTS, clock_text="HKT 17:09"))
    assert bar.grab().toImage() != narrow


def test_a_click_or_space_asks_for_what_is_behind(bar: StatusBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.clicked):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.clicked):
        QTest.keyClick(bar, Qt.Key.Key_Space)
