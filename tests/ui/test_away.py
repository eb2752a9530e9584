# SPDX-License-Identifier: MIT
"""The Away page: what stands where, keys, what a screen reader hears; signs of the user; the window's place for it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from inbox_rows import NAMES, hkt, make_row
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from test_window import Make, make, shown

from hkwatch.domain.alerts import AlertKind, Currency, Firing
from hkwatch.domain.away import AwayFacts, AwaySpan, AwaySummary, DayMoved, GapTold, RegisterNews, Unsure, summarise
from hkwatch.domain.away import price_path as path_of
from hkwatch.domain.coverage import Stretch
from hkwatch.domain.deadline import DeadlineKind, KnownDeadline
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.ids import AlertId, ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.price import PriceState
from hkwatch.domain.register import ChangeKind, RegisterChange, RegisterRow
from hkwatch.ui.away.activity import EVERY, Activity
from hkwatch.ui.away.content import is_worth_a_look
from hkwatch.ui.away.page import AwayPage
from hkwatch.ui.marks import Marks
from patience import PATIENCE_MS

__all__ = ["make"]

START, END = hkt(14, 17, 0), hkt(17, 9, 0)
NOTHING = AwayFacts(AwaySpan(1, START, END))


def full() -> AwaySummary:
    rows = (
        make_row(hkt(17, 8, 20), "Guidance on tokenised deposits", publisher="hkma"),
        make_row(hkt(16, 9, 0), "Quarterly bulletin", level=Level.NORMAL),
        make_row(hkt(15, 10, 30), "example.test poses as a licensed platform", level=Level.CRITICAL),
    )
    bars = tuple(
        ChartPoint(START + timedelta(hours=n), 100_000 - 50 * n, 100_010 - 50 * n, 99_900 - 50 * n, 99_950 - 50 * n)
        for n in range(64)
    )
    path = path_of("BTC", bars)
    assert path is not None
    row = RegisterRow("licensed", "Example Digital Limited", ce="ZZZ001")
    paper = KnownDeadline(
        3, ItemId(77), "sfc", "25CP1", "Dealing and custody", DeadlineKind.COMMENTS, date(2025, 2, 20), date(2025, 3, 3)
    )
    firing = Firing(
        *(AlertId(5), "BTC", AlertKind.CROSS_BELOW, Decimal(97_000), Currency.USD, hkt(16, 6, 41)),
        *(Decimal(96_990), None, None, PriceState.OK, ()),
        late=True,
    )
    facts = AwayFacts(
        AwaySpan(1, START, END),
        rows,
        news=(RegisterNews(hkt(15, 14, 5), "sfc-vatp", RegisterChange(ChangeKind.ADDED, None, row), None),),
        moves=(DayMoved(hkt(15, 11, 0), paper, date(2025, 2, 20), date(2025, 3, 3)),),
        firings=(firing,),
        paths=(path,),
        points=bars,
        unsure=(Unsure(hkt(15, 3, 0), "alert", "", None),),
        gaps=(GapTold(("SFC", "證監會", "证监会"), hkt(16, 2, 10), hkt(16, 3, 40), "filled", hkt(16, 3, 42)),),
        unwatched=(Stretch(hkt(16, 2, 10), hkt(16, 3, 40)),),
        checks=1204,
        sources=26,
        answered=26,
    )
    return summarise(facts)


@pytest.fixture
def page(marks: Marks, qtbot: QtBot) -> Iterator[AwayPage]:
    made = AwayPage(marks, END)
    qtbot.addWidget(made)
    made.set_language("en", NAMES)
    made.set_summary(full(), END)
    made.resize(1080, 760)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def titles(section: object) -> list[str]:
    return [line.line.title for line in section.lines]  # type: ignore[attr-defined]


def test_one_sentence_says_it_all_and_the_worst_stands_first(page: AwayPage) -> None:
    assert page.sentence.text() == (
        "64 h: 1 critical, 1 high, 1 licence change, 1 deadline extended, 1 price alert, BTC −3.2\N{NO-BREAK SPACE}%"
    )
    assert page.subtitle.text() == (
        "Fri 14 Feb 17:00 to Mon 17 Feb 09:00 HKT · not watched for 1 h 30 min, 1,204 checks, 26 of 26 sources answered"
    )
    assert [tile.text.number for tile in page.tiles] == ["1", "1", "1", "1", "1"]
    assert titles(page.critical) == ["example.test poses as a licensed platform", "Guidance on tokenised deposits"]
    assert titles(page.changes) == ["Example Digital Limited", "Dealing and custody"]
    assert titles(page.others) == ["Quarterly bulletin"]
    assert titles(page.unsure) == ["Price alert"]
    assert [(line.line.title, line.line.detail) for line in page.watch.lines][:2] == [
        ("Nothing was watched Sun 02:10 to 03:40", "asleep, offline or not running for 1 h 30 min"),
        ("SFC had a gap Sun 02:10 to 03:40", "filled Sun 03:42 from the archive"),
    ]
    assert page.alerts.lines[0].line.detail.startswith("reconstructed")
    assert page.path.ends.text() == "100,000 to 96,800"


def test_arrow_keys_walk_through_the_lines_and_enter_opens(page: AwayPage, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_Down)
    first = page.critical.lines[0]
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Down)
    second = page.critical.lines[1]
    assert QApplication.focusWidget() is second
    with qtbot.waitSignal(page.item_wanted) as told:
        QTest.keyClick(second, Qt.Key.Key_Return)
    assert told.args == [second.line.opens]
    QTest.keyClick(second, Qt.Key.Key_K)
    assert QApplication.focusWidget() is first


def test_a_register_row_opens_the_board_and_an_alert_its_panel(page: AwayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.board_wanted) as board:
        page.changes.lines[0].click()
    assert board.args == ["licences"]
    with qtbot.waitSignal(page.alert_wanted) as alert:
        page.alerts.lines[0].click()
    assert alert.args == [AlertId(5)]


def test_e_clears_and_escape_leaves(page: AwayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.clear_wanted):
        QTest.keyClick(page, Qt.Key.Key_E)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.critical.lines[0], Qt.Key.Key_Escape)
    page.set_summary(summarise(AwayFacts(AwaySpan(1, START, END, cleared=True))), END)
    assert page.title.text() == "Nothing to catch up on"
    assert page.sentence.text() == "Cleared: Fri 14 Feb 17:00 to Mon 17 Feb 09:00 HKT, 64 h"
    assert not page.clear.isVisible()
    with qtbot.assertNotEmitted(page.clear_wanted):
        QTest.keyClick(page, Qt.Key.Key_E)


def test_nothing_to_tell_is_said_in_a_sentence(page: AwayPage) -> None:
    page.set_summary(summarise(NOTHING), END)
    assert page.sentence.text() == "64 h: nothing happened that was to be told"
    assert not page.changes.isVisible()
    assert page.critical.note.text() == "Nothing of level high or above came in."
    page.set_summary(None, END)
    assert page.sentence.text() == ""
    assert "two hours" in page.subtitle.text()


def test_the_page_can_be_copied_as_text(page: AwayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.copied):
        QTest.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("64 h: 1 critical")
    for line in [*page.critical.lines, *page.changes.lines, *page.watch.lines]:
        assert line.line.title in text


def test_every_line_and_tile_is_spoken(page: AwayPage) -> None:
    first = page.critical.lines[0]
    assert first.accessibleName() == (
        "Critical, Policy. example.test poses as a licensed platform. SFC. 25PR20. Sat 10:30"
    )
    assert page.tiles[0].accessibleName() == "Critical: 1. 1 SFC"
    assert page.accessibleName().startswith("While you were away. 64 h:")


def test_what_is_shown_again_unchanged_keeps_its_lines_and_the_focus(page: AwayPage) -> None:
    line = page.critical.lines[0]
    line.setFocus()
    page.set_summary(full(), END)
    assert page.critical.lines[0] is line
    assert line.hasFocus()


def test_an_absence_comes_up_by_itself_only_for_something(page: AwayPage) -> None:
    assert is_worth_a_look(full())
    assert not is_worth_a_look(summarise(NOTHING))


def test_the_page_takes_the_place_of_list_reader_and_price(make: Make, qtbot: QtBot, marks: Marks) -> None:
    window = shown(make(), qtbot)
    page = AwayPage(marks, END)
    window.add_cover(page)
    assert window.cover is None
    widths = (window.inbox.width(), window.price.width())
    window.set_cover(page)
    qtbot.waitUntil(page.isVisible)
    assert window.rail.isVisible()
    # What is behind it must not count as seen.
    assert not window.inbox.isVisible()
    assert not window.reader.isVisible()
    assert not window.price.isVisible()
    window.resize(1300, 800)
    assert not window.price.isVisible()
    window.resize(1280, 800)
    with qtbot.waitSignal(window.uncovered):
        window.uncover()
    assert not page.isVisible()
    assert window.price.isVisible()
    assert (window.inbox.width(), window.price.width()) == widths
    window.uncover()
    window.set_cover(page)
    window.set_price_shown(True)
    assert window.cover is None


class Hand:
    """Signs of the user at times of the test's own."""

    def __init__(self, qapp: QApplication, parent: QWidget) -> None:
        self.now = START
        self.told: list[datetime] = []
        self.back: list[bool] = []
        self.activity = Activity(qapp, lambda: self.now, parent)
        self.activity.active.connect(self.told.append)
        self.activity.came_back.connect(lambda _at, arrived: self.back.append(arrived))


def test_the_engine_hears_of_work_now_and_then_and_at_once_of_a_return(qapp: QApplication, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    hand = Hand(qapp, parent)
    for minutes in (0, 1, 4, 5, 6):
        hand.now = START + timedelta(minutes=minutes)
        hand.activity.note()
    assert hand.told == [START, START + EVERY]
    hand.now += timedelta(hours=1, minutes=59)
    hand.activity.note()
    assert hand.back == []
    hand.now += timedelta(hours=2)
    hand.activity.note(arrived=True)
    hand.now += timedelta(hours=2)
    hand.activity.note()
    assert hand.back == [True, False]
    assert hand.told[-1] == hand.now


def bring_up(window: QWidget, qtbot: QtBot) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is window.windowHandle(), timeout=PATIENCE_MS)


def test_a_window_that_comes_to_the_front_is_a_sign_and_a_passing_pointer_is_none(
    qapp: QApplication, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    hand = Hand(qapp, parent)
    QApplication.sendEvent(parent, QEvent(QEvent.Type.Enter))
    QApplication.sendEvent(parent, QEvent(QEvent.Type.HoverMove))
    assert hand.told == []
    bring_up(parent, qtbot)
    assert hand.told == [START]
    assert hand.activity.presses == 0


def test_keys_buttons_and_the_wheel_in_any_window_are_signs(qapp: QApplication, qtbot: QtBot) -> None:
    first, second = QWidget(), QDialog()
    for window in (first, second):
        qtbot.addWidget(window)
    hand = Hand(qapp, first)
    for done, window in enumerate((first, second)):
        bring_up(window, qtbot)
        handle = window.windowHandle()
        QTest.keyClick(handle, Qt.Key.Key_A)
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton)
        QTest.mouseMove(handle)
        assert hand.activity.presses == 2 * (done + 1)


def test_what_goes_on_between_widgets_is_not_looked_at(qapp: QApplication, qtbot: QtBot) -> None:
    looked: list[QEvent.Type] = []

    class Looking(Activity):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            looked.append(event.type())
            return super().eventFilter(watched, event)

    window = QDialog()
    qtbot.addWidget(window)
    Looking(qapp, lambda: START, window)
    column = QVBoxLayout(window)
    for _ in range(200):
        column.addWidget(QLabel("."))
    bring_up(window, qtbot)
    assert len(looked) < 100
