# SPDX-License-Identifier: MIT
"""The tray: one state at a time, a menu in words, wishes told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from inbox_rows import NAMES, NOW, hkt, make_row
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from hkwatch.domain.events import PriceChanged, SourceHealth, SourceState, WatchState, WatchStatusChanged
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.price import PriceState
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import Fonts
from hkwatch.ui.tray import Tray
from hkwatch.ui.tray_icon import TrayIcons, TrayState
from hkwatch.ui.tray_words import TrayFacts, next_morning, tomorrow_morning
from hkwatch.ui.watch_words import EngineTrouble

HEALTH = SourceHealth(
    SourceId("sfc-press-en"), "SFC press releases", "", "", PublisherId("sfc"), True, SourceState.OK, NOW
)
STATUS = WatchStatusChanged(WatchState.WATCHING, NOW - timedelta(minutes=1), None, None, (HEALTH,), ())
PRICE = PriceChanged(
    "BTC",
    NOW,
    Decimal("96214"),
    NOW - timedelta(seconds=12),
    PriceState.OK,
    (),
    change_24h=Decimal("0.007"),
    fx_rate=Decimal("7.7773"),
)


@pytest.fixture
def tray(qtbot: QtBot, resources: Path, fonts: Fonts) -> Iterator[Tray]:
    tray = Tray(TrayIcons(resources, fonts))
    tray.set_words("en", NAMES)
    yield tray
    tray.end()
    tray.menu.deleteLater()


def lines(tray: Tray) -> list[str]:
    return [action.text() for action in tray.menu.actions() if action.isVisible() and action.text()]


def test_the_menu_says_what_is_so(tray: Tray) -> None:
    row = make_row(hkt(19, 14, 18))
    older = make_row(hkt(18, 18, 6), "Fees & charges of a very long title that goes on and on and on")
    tray.set_facts(TrayFacts(STATUS, None, PRICE, (row, older), 2, unread=12, window_shown=True), NOW)
    assert lines(tray) == [
        "hkwatch · Watching · checked 1\N{NO-BREAK SPACE}min ago",
        "BTC US$96,214 ▲ 0.7\N{NO-BREAK SPACE}% · HK$748,285 · 12\N{NO-BREAK SPACE}s",
        "Unread: 12",
        "14:18  SFC  ASPIRe roadmap: twelve initiatives",
        "18 Feb  SFC  Fees && charges of a very long title that goes…",
        "Hide window",
        "Check now",
        "Pause",
        "Quiet",
        "Acknowledge all critical…",
        "Settings…",
        "Quit hkwatch",
    ]


def test_the_sources_are_counted_once_however_often_the_tray_asks(tray: Tray) -> None:
    failing = replace(HEALTH, state=SourceState.FAILING)
    counted = 0

    class Counted(tuple[SourceHealth, ...]):
        def __iter__(self) -> Iterator[SourceHealth]:
            nonlocal counted
            counted += 1
            return super().__iter__()

    facts = TrayFacts(replace(STATUS, sources=Counted((failing, failing, HEALTH))))
    tray.set_facts(facts, NOW)
    assert "Sources failing: 2" in lines(tray)
    assert "Sources failing: 2" in tray.icon.toolTip()
    assert counted == 1


def test_each_item_of_the_menu_has_its_level_before_it(tray: Tray, marks: Marks) -> None:
    row = make_row(hkt(19, 14, 18))
    tray.set_facts(TrayFacts(STATUS, None, PRICE, (row,)), NOW)
    item = next(action for action in tray.menu.actions() if action.data() == row.id)
    assert item.icon().isNull()
    tray.set_marks(marks)
    assert not item.icon().isNull()
    others = [action for action in tray.menu.actions() if action.isVisible() and action is not item]
    assert all(action.icon().isNull() for action in others)


def test_paused_offers_to_resume_instead(tray: Tray) -> None:
    tray.set_facts(TrayFacts(replace(STATUS, state=WatchState.PAUSED)), NOW)
    assert "Resume" in lines(tray)
    assert "Pause" not in lines(tray)
    assert lines(tray)[0] == "hkwatch · Paused · until you resume"


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (TrayFacts(STATUS), TrayState.IDLE),
        (TrayFacts(replace(STATUS, sources=(replace(HEALTH, state=SourceState.FAILING),))), TrayState.FAIL),
        (TrayFacts(STATUS, counted=3), TrayState.COUNT),
        (TrayFacts(STATUS, counted=3, alert=True), TrayState.ALERT),
        (TrayFacts(replace(STATUS, state=WatchState.OFFLINE), counted=3, alert=True), TrayState.OFFLINE),
        (TrayFacts(STATUS, EngineTrouble("gone", 1.0), counted=3), TrayState.OFFLINE),
        (TrayFacts(replace(STATUS, state=WatchState.PAUSED), counted=3, alert=True), TrayState.PAUSED),
    ],
)
def test_what_limits_the_watch_comes_before_what_it_found(tray: Tray, facts: TrayFacts, state: TrayState) -> None:
    tray.set_facts(facts, NOW)
    assert tray.state is state


def test_clicks_tell_wishes(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.toggle_wanted):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.waitSignal(tray.check_wanted):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)
    row = make_row(hkt(19, 14, 18))
    tray.set_facts(TrayFacts(STATUS, latest=(row,)), NOW)
    chosen = next(action for action in tray.menu.actions() if "ASPIRe" in action.text())
    with qtbot.waitSignal(tray.item_wanted) as wanted:
        chosen.trigger()
    assert wanted.args == [row.id]


def test_pausing_names_the_end(tray: Tray, qtbot: QtBot) -> None:
    tray.set_facts(TrayFacts(STATUS), NOW)
    pause = next(action.menu() for action in tray.menu.actions() if action.menu() is not None)
    ends = []
    tray.pause_wanted.connect(ends.append)
    for action in pause.actions():
        action.trigger()
    assert ends == [NOW + timedelta(hours=1), tomorrow_morning(NOW), None]


def test_quiet_names_the_end_and_offers_its_own_end_while_it_holds(tray: Tray, qtbot: QtBot) -> None:
    tray.set_facts(TrayFacts(STATUS), NOW)
    ends: list[datetime | None] = []
    tray.quiet_wanted.connect(ends.append)
    hour, morning, off = tray.quiet.actions()
    assert not off.isEnabled()
    hour.trigger()
    morning.trigger()
    until = NOW + timedelta(hours=1)
    tray.set_facts(TrayFacts(replace(STATUS, quiet="by-hand", quiet_until=until)), NOW)
    assert tray.quiet.title().startswith("Quiet until ")
    off.trigger()
    assert ends == [until, next_morning(NOW), None]
    tray.set_facts(TrayFacts(STATUS), until)
    assert tray.quiet.title() == "Quiet"


def test_what_the_icon_shows_is_in_the_tooltip_in_words(tray: Tray) -> None:
    sources = (replace(HEALTH, state=SourceState.FAILING), HEALTH)
    status = replace(STATUS, sources=sources, quiet="by-hand", quiet_until=NOW + timedelta(hours=1))
    tray.set_facts(TrayFacts(status, counted=150, alert=True), NOW)
    first, *rest = tray.icon.toolTip().splitlines()
    assert first.startswith("hkwatch · Watching · checked 1")
    assert rest[:3] == ["A price alert fired", "Unread, high and above: 150", "Sources failing: 1"]
    assert rest[3].startswith("Quiet until ")


@pytest.mark.parametrize(
    ("levels", "line"),
    [
        ({Level.CRITICAL, Level.HIGH}, "Unread, high and above: 4"),
        ({Level.CRITICAL}, "Unread (Critical): 4"),
        ({Level.HIGH, Level.LOW}, "Unread (High, Low): 4"),
        (set(Level), "Unread: 4"),
    ],
)
def test_the_tooltip_says_which_levels_are_counted(tray: Tray, levels: set[Level], line: str) -> None:
    tray.set_facts(TrayFacts(STATUS, counted=4, levels=frozenset(levels), unread=9), NOW)
    assert tray.icon.toolTip().splitlines()[1:] == [line]


def test_the_menu_counts_what_is_unread_and_what_fails_and_leads_there(tray: Tray, qtbot: QtBot) -> None:
    tray.set_facts(TrayFacts(STATUS, unread=0), NOW)
    assert "Nothing unread" in lines(tray)
    assert not any("failing" in line for line in lines(tray))
    failing = replace(STATUS, sources=(replace(HEALTH, state=SourceState.FAILING), HEALTH))
    tray.set_facts(TrayFacts(failing, unread=12), NOW)
    by_text = {action.text(): action for action in tray.menu.actions() if action.isVisible()}
    with qtbot.waitSignal(tray.unread_wanted):
        by_text["Unread: 12"].trigger()
    with qtbot.waitSignal(tray.sources_wanted):
        by_text["Sources failing: 1"].trigger()


def test_every_line_of_the_menu_has_a_name_and_the_level_in_words(tray: Tray) -> None:
    row = make_row(hkt(19, 14, 18))
    tray.set_facts(TrayFacts(STATUS, None, PRICE, (row,)), NOW)
    item = next(action for action in tray.menu.actions() if action.data() == row.id)
    assert item.toolTip().startswith(("High · ", "Normal · ", "Critical · "))
    submenus = [menu for action in tray.menu.actions() if (menu := action.menu()) is not None]
    assert [menu.accessibleName() for menu in submenus] == ["Pause", "Quiet"]
    assert tray.menu.accessibleName() == "hkwatch"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_open_menu_keeps_its_lines_until_it_is_closed(tray: Tray, qtbot: QtBot) -> None:
    row, later = make_row(hkt(19, 14, 18)), make_row(hkt(19, 14, 20), "Later news")
    tray.set_facts(TrayFacts(STATUS, None, PRICE, (row,)), NOW)
    before = lines(tray)
    tray.menu.popup(QPoint(0, 0))
    assert tray.menu.isVisible()
    tray.set_facts(TrayFacts(STATUS, None, PRICE, (later, row)), NOW)
    assert lines(tray) == before
    tray.menu.hide()
    tray.menu.aboutToShow.emit()
    assert any("Later news" in line for line in lines(tray))


def test_acknowledging_all_is_a_wish_like_the_others(tray: Tray, qtbot: QtBot) -> None:
    action = next(one for one in tray.menu.actions() if one.text() == "Acknowledge all critical…")
    with qtbot.waitSignal(tray.acknowledge_wanted):
        action.trigger()


@pytest.mark.parametrize(("hour_utc", "day"), [(23, 20), (0, 21), (15, 20)])
def test_the_next_eight_o_clock_may_be_todays(hour_utc: int, day: int) -> None:
    now = datetime(2025, 2, 19 if hour_utc else 20, hour_utc, 0, tzinfo=UTC)
    assert next_morning(now) == datetime(2025, 2, day, 0, 0, tzinfo=UTC)


def test_tomorrow_is_hong_kongs_tomorrow() -> None:
    late_evening_utc = datetime(2025, 2, 19, 17, 0, tzinfo=UTC)  # 01:00 on the 20th in Hong Kong
    assert tomorrow_morning(late_evening_utc) == datetime(2025, 2, 21, 0, 0, tzinfo=UTC)
