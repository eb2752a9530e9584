# SPDX-License-Identifier: MIT
"""The price panel's section about the deadline that ends next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hkwatch.domain.deadline import CountedDeadline, DeadlineKind, KnownDeadline, counted
from hkwatch.domain.ids import ItemId
from hkwatch.ui.deadlines.next_feed import NextDeadlineFeed
from hkwatch.ui.marks import Marks
from hkwatch.ui.price.next_deadline import NextDeadline, second_line, short_left
from hkwatch.ui.price.panel import PricePanel
from hkwatch.ui.price.pin_list import rows_for

TODAY = date(2025, 2, 19)
NAMES = {"sfc": "SFC"}


def left(days: int, today: date = TODAY) -> CountedDeadline:
    day = TODAY + timedelta(days=days)
    one = KnownDeadline(7, ItemId(7), "sfc", "25CP2", "Example paper", DeadlineKind.COMMENTS, day, day)
    return counted(one, today, frozenset())


@pytest.fixture
def section(marks: Marks, qtbot: QtBot) -> NextDeadline:
    panel = PricePanel(marks.theme, marks.fonts, marks.icons)
    qtbot.addWidget(panel)
    qtbot.addWidget(panel.strip)
    panel.resize(312, 760)
    panel.show()
    panel.deadline.set_publishers(NAMES)
    return panel.deadline


def test_it_is_hidden_until_something_is_open_and_again_afterwards(section: NextDeadline, qtbot: QtBot) -> None:
    assert not section.isVisible()
    for wanted in (left(9), None):
        with qtbot.waitSignal(section.appeared):
            section.show_deadline(wanted)
        assert section.isVisible() is (wanted is not None)


@pytest.mark.parametrize(
    ("days", "language", "said", "under"),
    [
        (9, "en", "7 wd", "SFC 25CP2 · Fri 28 Feb"),
        (0, "en", "today", "SFC 25CP2 · Wed 19 Feb"),
        (330, "en", "236 wd", "SFC 25CP2 · Thu 15 Jan 2026"),
        (9, "zh-Hant", "7 wd", "SFC 25CP2 · 2月28日 星期五"),
    ],
)
def test_it_says_how_long_and_until_when_with_the_year_only_where_it_is_another(
    days: int, language: str, said: str, under: str
) -> None:
    assert short_left(left(days)) == said
    assert second_line(left(days), NAMES, language) == under


def test_a_screen_reader_hears_the_title_the_day_and_the_working_days(section: NextDeadline) -> None:
    section.show_deadline(left(9))
    assert section.row.accessibleName() == (
        "Example paper. SFC 25CP2 · Fri 28 Feb. Comments by Fri 28 Feb 2025 (7 working days)"
    )
    section.show_deadline(left(9, TODAY + timedelta(days=1)))
    assert section.row.accessibleName().endswith("(6 working days)")


def test_click_enter_and_space_ask_for_the_paper_and_the_link_for_all(section: NextDeadline, qtbot: QtBot) -> None:
    shown = left(9)
    section.show_deadline(shown)
    for ask in (
        lambda: QTest.mouseClick(section.row, Qt.MouseButton.LeftButton),
        lambda: QTest.keyClick(section.row, Qt.Key.Key_Return),
        lambda: QTest.keyClick(section.row, Qt.Key.Key_Space),
    ):
        with qtbot.waitSignal(section.chosen) as told:
            ask()
        assert told.args == [shown]
    assert section.row.focusPolicy() is Qt.FocusPolicy.StrongFocus
    with qtbot.waitSignal(section.all_wanted):
        section.all.click()
    assert section.all.toolTip().startswith("All deadlines (")


def test_in_a_low_panel_it_takes_the_place_of_the_pins_in_words() -> None:
    assert (rows_for(540), rows_for(540, with_deadline=True)) == (1, 0)
    assert (rows_for(640), rows_for(640, with_deadline=True)) == (2, 1)
    assert rows_for(760) == rows_for(760, with_deadline=True) == 2


def test_a_near_one_is_red_and_another_is_not(section: NextDeadline, marks: Marks) -> None:
    def inks() -> set[str]:
        picture = section.row.grab().toImage()
        return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}

    red = marks.theme.colour("critical").name()
    section.show_deadline(left(2))
    assert red in inks()
    section.show_deadline(left(30))
    assert red not in inks()
    section.show_deadline(replace(left(30), days=0, workdays=0))
    assert red in inks()


class Told(QObject):
    """What the feed hears."""

    counted = Signal(object, object)
    ticked = Signal(object)


class Reads:
    """Answers at once with what `found` is, and counts."""

    def __init__(self) -> None:
        self.found: CountedDeadline | None = None
        self.asked = 0

    def ask(self, slot: Callable[[Any], None], work: Callable[[Any], Any]) -> None:
        self.asked += 1
        slot(work(SimpleNamespace(next_deadline=lambda: self.found)))


def test_it_is_read_when_something_changed_and_when_a_hong_kong_day_begins(section: NextDeadline) -> None:
    told, reads, opened = Told(), Reads(), list[object]()
    evening = datetime(2025, 2, 19, 15, 59, tzinfo=UTC)
    controller = SimpleNamespace(
        stored=told,
        watch=told,
        detour=SimpleNamespace(show_items=opened.append),
        reading=SimpleNamespace(open_link=opened.append),
    )
    window = SimpleNamespace(price=SimpleNamespace(deadline=section))
    feed = NextDeadlineFeed(
        window,  # type: ignore[arg-type]
        reads,  # type: ignore[arg-type]
        controller,  # type: ignore[arg-type]
        lambda: opened.append("board"),
        lambda: evening,
        section,
    )
    told.ticked.emit(evening + timedelta(days=1))
    assert reads.asked == 0, "the store is not open yet"
    reads.found = left(9)
    told.counted.emit(None, ())
    assert section.shown == left(9)
    told.ticked.emit(evening + timedelta(days=1, seconds=30))
    assert reads.asked == 1
    reads.found = left(9, TODAY + timedelta(days=1))
    told.ticked.emit(evening + timedelta(days=1, minutes=1))
    assert (reads.asked, section.shown) == (2, reads.found)
    reads.found = None
    told.counted.emit(None, ())
    assert not section.isVisible()

    for one in (
        left(9),
        counted(replace(left(9).deadline, item=None, url="https://example.test/7"), TODAY, frozenset()),
        counted(replace(left(9).deadline, item=None), TODAY, frozenset()),
    ):
        section.chosen.emit(one)
    section.all_wanted.emit()
    assert opened == [(ItemId(7),), "https://example.test/7", "board", "board"]
    assert feed.parent() is section


def test_a_panel_too_low_for_both_keeps_the_chart(section: NextDeadline, qtbot: QtBot) -> None:
    panel = section.window()
    section.show_deadline(left(9))
    assert section.isVisible()
    with qtbot.waitSignal(section.appeared):
        panel.resize(312, 460)
    assert not section.isVisible()
    assert section.shown is not None
    with qtbot.waitSignal(section.appeared):
        panel.resize(312, 760)
    assert section.isVisible()
