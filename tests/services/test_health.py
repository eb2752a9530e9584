# SPDX-License-Identifier: MIT
"""How the watch is doing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hkwatch.domain.catalogue import Keep, Kind, Names, PollBand, Publisher, Role, SourceRow, Status
from hkwatch.domain.events import SourceState
from hkwatch.domain.habits import History
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.move import Choice, Move
from hkwatch.domain.order import to_ms
from hkwatch.services.health import checked_at, is_offline, reaches_nothing, source_health
from hkwatch.store.polls import SourceRecord

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)


def row(ident: str, host: str = "", role: Role = Role.REGULATOR) -> SourceRow:
    names = Names("SFC", "證監會", "香港证监会")
    return SourceRow(
        id=SourceId(ident),
        name=names,
        kind=Kind.RSS,
        url=f"https://{host or ident}.example.test/feed",
        lang="en",
        publisher=Publisher(PublisherId("sfc"), names, names, role, in_hk=True),
        aliases=(),
        poll=(PollBand(5),),
        key="guid",
        enabled=True,
        status=Status.SEEN,
        quirks=frozenset(),
        keep=Keep.FULL,
        attribution="",
    )


def failing(ident: str, key: str = "timeout", minutes: int = 0) -> SourceRecord:
    at = to_ms(NOW + timedelta(minutes=minutes))
    return SourceRecord(
        SourceId(ident),
        added_ms=0,
        last_try_ms=at,
        failures=2,
        failing_since_ms=at,
        error_key=key,
        error="No answer.",
        next_step="Wait.",
    )


def fine(ident: str, minutes: int = 0) -> SourceRecord:
    at = to_ms(NOW + timedelta(minutes=minutes))
    return SourceRecord(SourceId(ident), added_ms=0, last_try_ms=at, last_ok_ms=at, http_status=200, items=20)


def state(record: SourceRecord | None, *, offline: bool = False) -> SourceState:
    return source_health(row("a"), record, None, offline=offline).state


def test_a_source_never_asked_is_no_failure() -> None:
    assert state(None) is SourceState.UNCHECKED
    assert state(SourceRecord(SourceId("a"), added_ms=0)) is SourceState.UNCHECKED


def test_a_source_that_answered_is_fine_and_one_that_did_not_is_failing() -> None:
    assert state(fine("a")) is SourceState.OK
    assert state(failing("a")) is SourceState.FAILING
    assert state(replace(fine("a"), failures=1, error_key="http-500")) is SourceState.FAILING


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("http-403", SourceState.BLOCKED),
        ("challenge", SourceState.BLOCKED),
        ("http-451", SourceState.BLOCKED),
        ("html-instead-of-feed", SourceState.FORMAT_CHANGED),
        ("unexpected-form", SourceState.FORMAT_CHANGED),
        ("http-503", SourceState.FAILING),
        ("timeout", SourceState.FAILING),
    ],
)
def test_a_failure_says_whether_the_source_refuses_us_or_changed_its_form(key: str, expected: SourceState) -> None:
    line = source_health(row("a"), failing("a", key), None, offline=False)
    assert (line.state, line.is_failing, line.is_good) == (expected, True, False)


def test_a_source_that_is_quiet_or_moved_still_counts_as_good() -> None:
    move = Move("https://new.example.test/feed", 3)
    moved = source_health(row("a"), fine("a"), None, offline=False, move=move)
    assert (moved.state, moved.moved_to, moved.moved_seen) == (SourceState.MOVED, move.url, 3)
    quiet = source_health(row("a"), fine("a"), None, offline=False, quiet_since=NOW)
    assert (quiet.state, quiet.quiet_since) == (SourceState.QUIET, NOW)
    assert quiet.is_good
    assert moved.is_good
    kept = source_health(row("a"), fine("a"), None, offline=False, move=replace(move, choice=Choice.KEEP))
    assert (kept.state, kept.moved_to) == (SourceState.OK, "")


def test_a_failing_source_is_not_called_quiet() -> None:
    assert source_health(row("a"), failing("a"), None, offline=False, quiet_since=NOW).state is SourceState.FAILING


def test_the_share_of_good_polls_comes_from_its_history() -> None:
    line = source_health(row("a"), fine("a"), None, offline=False, history=History((True, False, True)))
    assert (line.good_polls, line.polls) == (2, 3)


def test_while_the_machine_is_offline_no_source_is_to_blame_for_the_network() -> None:
    assert state(failing("a"), offline=True) is SourceState.OFFLINE
    assert state(failing("a", "http-403"), offline=True) is SourceState.BLOCKED
    assert state(fine("a"), offline=True) is SourceState.OK


def test_a_line_of_health_says_all_that_is_known() -> None:
    record = replace(failing("a", "http-503"), last_ok_ms=to_ms(NOW - timedelta(hours=1)), http_status=503, items=7)
    line = source_health(row("a"), record, NOW + timedelta(minutes=5), offline=False)
    assert (line.source, line.publisher, line.official) == ("a", "sfc", True)
    assert (line.name_en, line.name_zh_hant, line.name_zh_hans) == ("SFC", "證監會", "香港证监会")
    assert (line.last_ok_at, line.failing_since) == (NOW - timedelta(hours=1), NOW)
    assert (line.next_at, line.http_status, line.items) == (NOW + timedelta(minutes=5), 503, 7)
    assert (line.error_key, line.error, line.next_step) == ("http-503", "No answer.", "Wait.")


@pytest.mark.parametrize(
    ("role", "official"),
    [(Role.REGULATOR, True), (Role.GOVERNMENT, True), (Role.EXCHANGE, False), (Role.MEDIA, False)],
)
def test_regulators_and_government_are_official(role: Role, official: bool) -> None:
    assert source_health(row("a", role=role), None, None, offline=False).official is official


def nothing_reached(*records: SourceRecord, venue_minutes: int | None = None, hosts: str = "abc") -> bool:
    rows = [row(record.source, hosts[place]) for place, record in enumerate(records)]
    answered_at = None if venue_minutes is None else NOW + timedelta(minutes=venue_minutes)
    return reaches_nothing(rows, {record.source: record for record in records}, answered_at)


def test_nothing_is_reached_once_two_hosts_in_turn_were_not_since_the_last_answer() -> None:
    slow = fine("c", -600)
    assert nothing_reached(failing("a", "dns", 1), failing("b", "unreachable", 2), slow)
    assert not nothing_reached(failing("a", "dns", 1), slow), "one host is no sign"
    assert not nothing_reached(failing("a", "dns", 1), failing("b", "dns", 2), hosts="xx")
    assert not nothing_reached(failing("a", "dns", 1), failing("b", "dns", 2), fine("c", 3))


def test_whoever_answers_shows_that_the_network_is_there() -> None:
    dead = failing("a", "dns", 1), failing("b", "dns", 2)
    assert nothing_reached(*dead, venue_minutes=0)
    assert not nothing_reached(*dead, venue_minutes=3), "a venue answered after them"
    assert not nothing_reached(*dead, failing("c", "http-503", 3)), "a server that has a fault was reached"
    assert not nothing_reached()


def offline_since(*records: SourceRecord, hosts: str = "abc") -> datetime | None:
    rows = [row(record.source, host) for record, host in zip(records, hosts, strict=False)]
    return is_offline(rows, {record.source: record for record in records})


def test_the_machine_is_offline_once_every_source_fails_for_the_network() -> None:
    assert offline_since(failing("a", "dns", 0), failing("b", "timeout", 3)) == NOW + timedelta(minutes=3)


def test_one_answer_or_one_failure_of_a_servers_own_means_online() -> None:
    assert offline_since(failing("a"), fine("b")) is None
    assert offline_since(failing("a"), failing("b", "http-503")) is None


def test_one_host_alone_does_not_tell() -> None:
    assert offline_since(failing("a")) is None
    assert offline_since(failing("a"), failing("b"), hosts="xx") is None


def test_sources_not_asked_yet_or_not_in_the_catalogue_do_not_count() -> None:
    unasked = SourceRecord(SourceId("c"), added_ms=0)
    assert offline_since(failing("a"), failing("b"), unasked) == NOW
    records = {one.source: one for one in (failing("a"), failing("b"), fine("gone"))}
    assert is_offline([row("a"), row("b")], records) == NOW
    assert is_offline([], {}) is None


def test_the_newest_answer_of_all_is_when_it_was_checked() -> None:
    assert checked_at([fine("a", 1), fine("b", 5), failing("c", minutes=9)]) == NOW + timedelta(minutes=5)
    assert checked_at([failing("c")]) is None
    assert checked_at([]) is None
