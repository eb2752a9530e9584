# SPDX-License-Identifier: MIT
"""The lines of the source table: words of each cell, filter, order, groups."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inbox_rows import NOW
from source_rows import ALL, BANDS, CATALOGUE, OFF, OWN, PAUSED, PUBLISHERS, STATUS, health, poll, row

from hkwatch.domain.catalogue import Kind, PollBand
from hkwatch.domain.events import SourceState
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.own_source import SourceOptions
from hkwatch.ui.sources.lines import Column, GroupHead, Grouping, SourceLine, View, arrange, make_lines
from hkwatch.ui.sources.words import (
    added_text,
    bands_text,
    cause_text,
    counts_text,
    interval_text,
    kind_text,
    minutes_text,
    next_step_text,
    polite_text,
    poll_result,
    share_text,
)

LINES = make_lines(STATUS.sources, CATALOGUE, PUBLISHERS, NOW, "en")
NB = "\N{NO-BREAK SPACE}"


def names(view: View) -> list[str]:
    return [line.name if isinstance(line, GroupHead) else str(line.health.source) for line in arrange(LINES, view)]


def test_every_state_has_its_words() -> None:
    said = {str(line.health.source): line.cells[Column.STATE] for line in LINES}
    assert said == {
        "press-releases": "OK",
        "circulars": "Quiet since 2 Feb",
        "consultations": "Moved",
        "blocked-media": "Blocked since 10:08",
        "changed-media": "Another format since 10:08",
        "broken-media": "Failing since 10:08",
        "offline-media": "Offline",
        "new-media": "Not checked yet",
        "paused-media": "Paused",
        "gathered": "Off",
        "blog": "OK",
    }


def test_a_line_says_all_of_its_cells_to_a_screen_reader_state_first() -> None:
    blocked = next(line for line in LINES if line.health.source == "blocked-media")
    assert blocked.spoken.startswith("Blocked media: Blocked since 10:08. Kind: feed. Interval: ")
    assert blocked.spoken.endswith(
        "Last answer: 17:04. New today: 0. Good polls: 60\N{NO-BREAK SPACE}%. Next try: 17:13"
    )


def test_the_interval_names_the_busy_hours_and_what_holds_now() -> None:
    sfc, busy = health("a"), health("a", interval_min=3)
    assert interval_text(sfc, row("a"), "en") == f"3{NB}min 16:00–19:00 · now 15{NB}min"
    assert interval_text(busy, row("a"), "en") == f"3{NB}min 16:00–19:00"
    assert interval_text(replace(sfc, interval_min=0), row("a"), "en") == f"3{NB}min 16:00–19:00"
    assert interval_text(sfc, row("a", poll=(PollBand(15),)), "en") == f"15{NB}min"
    assert interval_text(replace(sfc, interval_min=30), row("a", poll=(PollBand(15),)), "en").endswith(f"now 30{NB}min")
    own = replace(sfc, options=SourceOptions(interval_min=60), interval_min=60)
    assert interval_text(own, None, "en") == f"60{NB}min, set by you"
    assert bands_text(BANDS, "en") == f"3{NB}min 16:00–19:00 on working days, else 15{NB}min"


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(2.5, "2.5 min"), (60, "60 min"), (120, "2 h"), (1440, "24 h"), (2880, "2 d"), (150, "150 min")],
)
def test_minutes_are_written_in_the_unit_that_is_whole(minutes: float, text: str) -> None:
    assert minutes_text(minutes, "en") == text.replace(" ", NB)


def test_kinds_are_told_apart() -> None:
    assert [kind_text(row("a", kind=kind)) for kind in Kind] == ["feed", "API", "page"]
    assert kind_text(None) == "feed"


def test_few_polls_say_how_few() -> None:
    assert share_text(health("a", polls=50, good_polls=49)) == f"98{NB}%"
    assert share_text(health("a", polls=4, good_polls=4)) == f"100{NB}% of 4"
    assert share_text(health("a", SourceState.UNCHECKED)) == ""


def test_paused_and_off_ones_are_shown_when_asked_for_or_looked_for() -> None:
    assert "paused-media" not in names(View())
    assert {"paused-media", "gathered"} < set(names(View(show_off=True)))
    assert names(View(words="gath")) == ["gathered"]


@pytest.mark.parametrize("words", ["blocked", "BLOCKED since", "example.test/blocked", "sfc blocked-media"])
def test_all_words_of_the_filter_must_be_found_anywhere(words: str) -> None:
    assert names(View(words=words)) == ["blocked-media"]


def test_a_filter_without_a_match_leaves_nothing() -> None:
    assert names(View(words="zzz")) == []


def test_failing_ones_come_first_then_what_else_wants_a_look() -> None:
    assert names(View(failing_first=True)) == [
        "blocked-media",
        "changed-media",
        "broken-media",
        "offline-media",
        "consultations",
        "circulars",
        "new-media",
        "press-releases",
        "blog",
    ]


def test_empty_cells_stand_last_in_both_directions() -> None:
    for descending in (False, True):
        assert names(View(sort=Column.LAST, descending=descending))[-1] == "new-media"


def test_groups_have_heads_and_own_sources_stand_under_their_folder() -> None:
    assert names(View(grouping=Grouping.PUBLISHER))[0] == "SFC"
    assert names(View(grouping=Grouping.PUBLISHER))[-2:] == ["Your own", "blog"]
    assert names(View(grouping=Grouping.FOLDER))[-2:] == ["Law / Blogs", "blog"]
    heads = [line for line in arrange(LINES, View(grouping=Grouping.PUBLISHER)) if isinstance(line, GroupHead)]
    assert [head.count for head in heads] == [8, 1]


def test_publishers_stand_in_their_order_and_own_sources_last() -> None:
    sources = (OWN, health("a", publisher=PublisherId("press")), health("b"))
    made = make_lines(sources, CATALOGUE, PUBLISHERS, NOW, "en")
    assert [line.health.source for line in made] == ["b", "a", "blog"]


def test_a_source_that_is_told_in_another_place_stays_where_it_was() -> None:
    moved = (*STATUS.sources[1:], STATUS.sources[0])
    again = make_lines(moved, CATALOGUE, PUBLISHERS, NOW, "en")
    assert [line.health.source for line in again] == [line.health.source for line in LINES]


views = st.builds(
    View,
    words=st.sampled_from(["", "media", "ok", "zzz"]),
    failing_first=st.booleans(),
    show_off=st.booleans(),
    sort=st.sampled_from([None, *Column]),
    descending=st.booleans(),
    grouping=st.sampled_from(list(Grouping)),
)


@given(views)
def test_order_and_groups_neither_lose_nor_double_a_source(view: View) -> None:
    flat = [line for line in arrange(LINES, view) if isinstance(line, SourceLine)]
    plain = arrange(LINES, View(words=view.words, show_off=view.show_off))
    assert sorted(line.order for line in flat) == sorted(line.order for line in plain if isinstance(line, SourceLine))


@given(views)
def test_every_head_counts_the_lines_that_follow_it(view: View) -> None:
    counted = 0
    for line in reversed(arrange(LINES, replace(view, grouping=Grouping.PUBLISHER))):
        if isinstance(line, GroupHead):
            assert line.count == counted
            counted = 0
        else:
            counted += 1


def test_causes_and_next_steps_are_sentences() -> None:
    blocked = ALL[3]
    assert cause_text(blocked, row("a"), NOW, "en") == "media.example.test refuses this program (HTTP 403)."
    assert next_step_text(blocked, NOW, "en") == "It is asked again in 6 h. Next try 17:13."
    assert next_step_text(blocked, NOW + timedelta(hours=1), "en").endswith("It is being asked now.")
    assert next_step_text(PAUSED, NOW, "en") == ""
    assert cause_text(PAUSED, row("paused-media"), NOW, "en").startswith("Paused")
    assert cause_text(OFF, row("gathered"), NOW, "en") == "Off unless you watch it."
    for one in STATUS.sources:
        assert cause_text(one, row(one.source), NOW, "en").endswith(".")


def test_politeness_gives_only_figures_that_are_known() -> None:
    entries = [poll(n, good=True, status=304 if n % 2 else 200) for n in range(10)]
    assert polite_text(ALL[0], (), "en") == f"at most 1 request in 15{NB}min"
    assert polite_text(ALL[0], entries, "en").endswith(" · 5 of the last 10 answers were “not changed”, without a text")
    assert polite_text(PAUSED, (), "en") == ""


def test_a_poll_says_what_came_of_it() -> None:
    assert poll_result(poll(1, good=True)) == f"12{NB}kB · 1 new · 310{NB}ms"
    assert poll_result(poll(1, good=True, status=304)) == f"not changed · 310{NB}ms"
    assert poll_result(poll(1, good=False)) == "http-403"


def test_counts_are_words() -> None:
    assert (
        counts_text(STATUS.sources) == "9 watched · 4 OK · 3 failing · 1 offline · 1 not checked yet · 2 paused or off"
    )
    assert (added_text(2, 1), added_text(0, 6), added_text(3, 0)) == ("2 added, 1 known", "6 known, 0 added", "3 added")
