# SPDX-License-Identifier: MIT
"""What the watch is doing, in words that are true at that moment."""

from dataclasses import replace
from datetime import timedelta

import pytest
from inbox_rows import NOW

from hkwatch.domain.events import SourceHealth, SourceState, WatchState, WatchStatusChanged
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.ui.marks import DotState
from hkwatch.ui.statusbar import PAUSED
from hkwatch.ui.watch_words import EngineTrouble, publisher_dot, status_facts

NBSP = "\N{NO-BREAK SPACE}"


def health(name: str, state: SourceState = SourceState.OK) -> SourceHealth:
    failing = NOW - timedelta(hours=8) if state is SourceState.FAILING else None
    return SourceHealth(
        SourceId(name),
        f"SFC {name}",
        f"證監會{name}",
        "",
        PublisherId("sfc"),
        True,
        state,
        NOW,
        failing,
        error="HTTP 403.",
    )


STATUS = WatchStatusChanged(
    WatchState.WATCHING,
    NOW - timedelta(minutes=1),
    SourceId("news"),
    NOW + timedelta(minutes=2),
    (health("news"), health("rss", SourceState.FAILING), health("old", SourceState.OFF)),
    (),
)


def facts(status: WatchStatusChanged | None, trouble: EngineTrouble | None = None, waiting: int = 0) -> list[str]:
    found = status_facts(status, trouble, waiting, NOW, "en")
    return [found.state_text, *found.facts, found.clock_text]


def test_a_watch_that_runs_says_when_it_looked_what_comes_next_and_what_fails() -> None:
    assert facts(STATUS) == [
        "Watching",
        f"checked 1{NBSP}min ago",
        "next: SFC news 17:10",
        "1 of 2 sources OK, 1 failing since 09:08",
        "HKT 17:08",
    ]


def test_catching_up_counts_sources_and_texts() -> None:
    status = replace(STATUS, state=WatchState.CATCHING_UP, progress=(3, 5), backfill=(34, 102))
    assert facts(status)[:4] == [
        "Catching up",
        "3 of 5 sources asked",
        f"checked 1{NBSP}min ago",
        "reading texts 34/102",
    ]
    assert status_facts(status, None, 0, NOW, "en").progress == (3, 5)


def test_offline_says_since_when_and_when_it_tries_again() -> None:
    status = replace(STATUS, state=WatchState.OFFLINE, offline_since=NOW - timedelta(minutes=6))
    assert facts(status)[:4] == ["Offline", "since 17:02", "last answer 17:07", f"trying again in 2{NBSP}min"]


def test_offline_from_the_start_says_that_nothing_answered_yet() -> None:
    status = replace(STATUS, state=WatchState.OFFLINE, checked_at=None, offline_since=NOW)
    assert facts(status)[:3] == ["Offline", "since 17:08", "nothing checked yet"]


def test_one_of_a_thing_is_said_in_the_singular() -> None:
    assert "1 change waits for the engine" in facts(STATUS, EngineTrouble("", 3.2), waiting=1)
    once = replace(STATUS, sources=(health("news"),), maybe_not_shown=1)
    assert facts(once)[3:5] == ["1 of 1 source OK", "1 notification may not have been shown"]
    assert "2 notifications may not have been shown" in facts(replace(STATUS, maybe_not_shown=2))


def test_paused_says_until_when() -> None:
    status = replace(STATUS, state=WatchState.PAUSED, paused_until=NOW + timedelta(hours=1))
    assert facts(status)[:2] == ["Paused", "until 18:08"]
    assert status_facts(status, None, 0, NOW, "en").state == PAUSED


def test_a_dead_engine_outweighs_what_it_last_said() -> None:
    assert facts(STATUS, EngineTrouble("", 3.2), waiting=2) == [
        "Engine stopped",
        f"starts again in 4{NBSP}s",
        "2 changes wait for the engine",
        "HKT 17:08",
    ]
    assert facts(STATUS, EngineTrouble("Held by pid 7.", read_only=True))[:2] == ["Read only", "Held by pid 7."]


def test_before_anything_is_known_it_is_starting() -> None:
    assert facts(None) == ["Starting", "HKT 17:08"]


@pytest.mark.parametrize(
    ("states", "dot"),
    [
        ((SourceState.OK, SourceState.OK), DotState.OK),
        ((SourceState.OK, SourceState.FAILING), DotState.PART),
        ((SourceState.FAILING, SourceState.OFF), DotState.FAILING),
        ((SourceState.OFFLINE, SourceState.OK), DotState.OFFLINE),
        ((SourceState.UNCHECKED, SourceState.UNCHECKED), DotState.UNCHECKED),
        ((SourceState.OFF,), DotState.UNCHECKED),
    ],
)
def test_one_dot_stands_for_all_sources_of_a_publisher(states: tuple[SourceState, ...], dot: DotState) -> None:
    found = publisher_dot([health(str(place), state) for place, state in enumerate(states)], NOW, "en")
    assert found.state is dot
    assert found.words


def test_the_dot_of_a_failing_source_says_which_since_when_and_why() -> None:
    words = publisher_dot([health("rss", SourceState.FAILING)], NOW, "en").words
    assert words == "SFC rss: failing since 09:08. HTTP 403."


@pytest.mark.parametrize(
    ("ahead_s", "expected"),
    [
        (None, None),
        (60.0, None),
        (-60.0, None),
        (200.0, f"clock 3{NBSP}min ahead"),
        (-200, f"clock 3{NBSP}min behind"),
    ],
)
def test_a_clock_that_is_off_by_more_than_a_minute_is_a_fact(ahead_s: int | None, expected: str | None) -> None:
    told = [fact for fact in facts(replace(STATUS, clock_ahead_s=ahead_s)) if fact.startswith("clock")]
    assert told == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("saving", "fact", "times"),
    [
        ("battery", "On battery: checking less often", "3 times as long"),
        ("metered", "Metered connection: checking less often", "4 times as long"),
        ("battery metered", "On battery, metered connection: checking less often", "4 times as long"),
    ],
)
def test_a_watch_that_saves_says_so_and_the_tooltip_by_how_much(saving: str, fact: str, times: str) -> None:
    status = replace(STATUS, saving=saving)
    assert fact in facts(status)
    more = status_facts(status, None, 0, NOW, "en").more
    assert times in more
    assert "at most 2 times for official sources" in more
    assert status_facts(STATUS, None, 0, NOW, "en").more == ""
