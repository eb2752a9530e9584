# SPDX-License-Identifier: MIT
"""What the status bar says beside the engine's own word on the watch."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from inbox_rows import HKT, NOW
from pytestqt.qtbot import QtBot

from hkwatch.domain.events import Gap, SourceHealth, SourceState, WatchState, WatchStatusChanged
from hkwatch.domain.ids import CommandId, GapId, PublisherId, SourceId
from hkwatch.ui.banners import Banners
from hkwatch.ui.inbox import Banner
from hkwatch.ui.marks import Marks
from hkwatch.ui.rail import Rail
from hkwatch.ui.statusbar import StatusBar
from hkwatch.ui.watch_controller import WatchController


def test_how_far_the_rules_are_applied_is_said_until_it_is_over(marks: Marks, qtbot: QtBot) -> None:
    status, rail, banner = StatusBar(marks), Rail(marks), Banner(marks)
    for widget in (status, rail, banner):
        qtbot.addWidget(widget)
    watch = WatchController(
        status, rail, Banners(banner), lambda command: True, lambda: CommandId("c"), lambda: NOW, lambda: 0
    )
    watch.end()
    watch.on_status(WatchStatusChanged(WatchState.WATCHING, NOW - timedelta(minutes=1), None, None, (), ()))
    before = status.facts
    watch.set_reflagging(210, 500)
    assert status.facts.facts[0] == "Applying rules 42 %"
    assert status.facts.progress == (210, 500)
    watch.set_reflagging(500, 500)
    assert status.facts == before


OFFICE = datetime(2025, 2, 19, 15, 0, tzinfo=HKT).astimezone(UTC)
NIGHT = datetime(2025, 2, 19, 22, 0, tzinfo=HKT).astimezone(UTC)


def health(now: datetime) -> SourceHealth:
    return SourceHealth(
        SourceId("sfc-circulars"),
        *("SFC circulars", "證監會通函", "证监会通函"),
        PublisherId("sfc"),
        official=True,
        state=SourceState.FAILING,
        failing_since=now - timedelta(minutes=42),
        next_at=now + timedelta(minutes=7),
        error="HTTP 403.",
        url="https://www.example.test/feed.xml",
    )


def watching(marks: Marks, qtbot: QtBot, now: datetime) -> tuple[WatchController, Banner]:
    status, rail, banner = StatusBar(marks), Rail(marks), Banner(marks)
    for widget in (status, rail, banner):
        qtbot.addWidget(widget)
    watch = WatchController(
        status, rail, Banners(banner), lambda command: True, lambda: CommandId("c"), lambda: now, lambda: 0
    )
    watch.end()
    return watch, banner


def test_an_official_source_that_fails_in_office_hours_is_said_with_two_ways_on(marks: Marks, qtbot: QtBot) -> None:
    watch, banner = watching(marks, qtbot, OFFICE)
    watch.on_status(WatchStatusChanged(WatchState.WATCHING, OFFICE, None, None, (health(OFFICE),), ()))
    assert banner.fact == "SFC circulars: failing since 14:18. HTTP 403."
    assert "Retrying 15:07." in banner.accessibleName()
    with qtbot.waitSignal(watch.details_wanted):
        banner.button.click()
    with qtbot.waitSignal(watch.page_wanted) as opened:
        banner.second.click()
    assert opened.args == ["https://www.example.test/"]


def test_at_night_a_failing_source_is_left_to_the_status_bar(marks: Marks, qtbot: QtBot) -> None:
    watch, banner = watching(marks, qtbot, NIGHT)
    watch.on_status(WatchStatusChanged(WatchState.WATCHING, NIGHT, None, None, (health(NIGHT),), ()))
    assert banner.fact == ""


def test_a_gap_is_filled_where_its_publisher_has_an_archive(marks: Marks, qtbot: QtBot) -> None:
    watch, banner = watching(marks, qtbot, NIGHT)
    well = replace(health(NIGHT), state=SourceState.OK, failing_since=None, last_ok_at=NIGHT)
    for source, buttons in (("sfc", ["Back-fill", "Dismiss"]), ("sfc-circulars", ["Dismiss", ""])):
        gap = Gap(GapId(7), "source", source, NIGHT - timedelta(hours=3), NIGHT - timedelta(hours=1), "open")
        watch.on_status(WatchStatusChanged(WatchState.WATCHING, NIGHT, None, None, (well,), (gap,)))
        assert [banner.button.text(), banner.second.text()] == buttons
    gap = replace(gap, source="sfc")
    watch.on_status(WatchStatusChanged(WatchState.WATCHING, NIGHT, None, None, (well,), (gap,)))
    with qtbot.waitSignal(watch.fill_wanted) as wanted:
        banner.button.click()
    assert wanted.args == ["sfc"]
    banner.second.click()
    assert banner.fact == ""


def a_sweep(now: datetime, done: int, state: SourceState = SourceState.OK) -> WatchStatusChanged:
    asked = replace(health(now), state=state, failing_since=None, error="", last_ok_at=now + timedelta(seconds=done))
    return WatchStatusChanged(WatchState.WATCHING, now, None, None, (asked,), (), progress=(done, 200))


def test_mere_progress_is_shown_a_few_times_a_second_and_the_last_word_always(marks: Marks, qtbot: QtBot) -> None:
    watch, banner = watching(marks, qtbot, NIGHT)
    told: list[WatchStatusChanged | None] = []
    watch.changed.connect(lambda: told.append(watch.status))
    for done in range(100):
        watch.on_status(a_sweep(NIGHT, done))
        assert watch.status == a_sweep(NIGHT, done)
    qtbot.waitUntil(lambda: told[-1] == a_sweep(NIGHT, 99), timeout=60_000)
    assert told[0] == a_sweep(NIGHT, 0)
    assert len(told) < 100
    assert watch._status_bar.facts.progress == (99, 200)
    assert banner.isHidden()


def test_a_source_that_begins_to_fail_is_shown_at_once(marks: Marks, qtbot: QtBot) -> None:
    watch, _ = watching(marks, qtbot, OFFICE)
    told: list[WatchStatusChanged | None] = []
    watch.changed.connect(lambda: told.append(watch.status))
    for done, state in enumerate((SourceState.OK, SourceState.OK, SourceState.FAILING, SourceState.OK)):
        watch.on_status(a_sweep(OFFICE, done, state))
    assert told[-2:] == [a_sweep(OFFICE, 2, SourceState.FAILING), a_sweep(OFFICE, 3)]


def test_so_are_a_gap_a_pause_and_the_end_of_a_sweep(marks: Marks, qtbot: QtBot) -> None:
    watch, _ = watching(marks, qtbot, OFFICE)
    told: list[WatchStatusChanged | None] = []
    watch.changed.connect(lambda: told.append(watch.status))
    first = a_sweep(OFFICE, 1)
    gap = Gap(GapId(1), "asleep", "", OFFICE - timedelta(hours=8), OFFICE, "open")
    for status in (first, replace(first, gaps=(gap,)), replace(first, state=WatchState.PAUSED), first):
        watch.on_status(status)
    over = replace(first, progress=None)
    watch.on_status(over)
    assert len(told) == 5
    assert told[-1] == over
