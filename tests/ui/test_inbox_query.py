# SPDX-License-Identifier: MIT
"""View, chip and search text as one query; marks on their way; the banner that wins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inbox_rows import NAMES, hkt, make_row
from pytestqt.qtbot import QtBot

from hkwatch.domain.commands import Mark
from hkwatch.domain.ids import CommandId
from hkwatch.domain.item import ItemState, Level
from hkwatch.domain.query import Field, QueryError, Word, all_of, parse_query
from hkwatch.services.inbox import Counts
from hkwatch.ui.banners import Banners, Rank, Telling
from hkwatch.ui.inbox import Banner, BannerKind
from hkwatch.ui.inbox_query import Filter, chips
from hkwatch.ui.marks import Marks
from hkwatch.ui.pending_marks import PendingMarks, with_mark

BOTH = {(Level.HIGH, "sfc"): 2, (Level.NORMAL, "sfc"): 3, (Level.NORMAL, "rthk"): 3, (Level.NORMAL, "new"): 1}
COUNTS = Counts(9, {Level.HIGH: 2, Level.NORMAL: 7}, {"sfc": 5, "rthk": 3, "new": 1}, False, by_both=BOTH)
ROW = make_row(hkt(19, 14, 18))


def test_view_publisher_chip_and_words_must_all_hold() -> None:
    query = Filter(view="flagged", text="roadmap level:high").whole()
    assert [term.field for term in query.terms] == [Field.IS, Field.TEXT, Field.LEVEL]
    query = Filter(view="", publisher="sfc").whole()
    assert [(term.field, term.values) for term in query.terms] == [(Field.SRC, (Word("sfc"),))]
    assert Filter().whole().terms == ()
    assert Filter().is_plain


def test_chips_count_without_the_chips_themselves() -> None:
    query = Filter(text="level:high roadmap src:sfc -src:hkma level:low..").without_chips()
    assert [term.field for term in query.terms] == [Field.TEXT, Field.SRC, Field.LEVEL]
    assert Filter(text="level:high roadmap").chips == {Field.LEVEL: "high"}


def test_a_search_in_all_leaves_the_view() -> None:
    query = Filter(view="starred", text="roadmap in:all level:high").whole()
    assert [term.field for term in query.terms] == [Field.TEXT, Field.LEVEL]
    assert not query.hides_archived


def test_a_wrong_search_text_is_an_error() -> None:
    with pytest.raises(QueryError):
        Filter(text="is:nonsense").whole()


def test_chips_show_what_there_is_in_the_catalogues_order(qtbot: QtBot) -> None:
    specs = chips(COUNTS, NAMES, {}, ("sfc", "hkma", "rthk"))
    assert [spec.key for spec in specs if spec.on] == ["all"]
    assert [(spec.key, spec.text, spec.count) for spec in specs] == [
        ("all", "All", 9),
        ("level:high", "High", 2),
        ("src:sfc", "SFC", 5),
        ("src:rthk", "RTHK", 3),
        ("src:new", "NEW", 1),
    ]


def test_a_chip_counts_what_pressing_it_would_show(qtbot: QtBot) -> None:
    specs = {spec.key: spec for spec in chips(COUNTS, NAMES, {Field.SRC: "sfc"})}
    assert (specs["level:high"].count, specs["src:rthk"].count, specs["all"].count) == (2, 3, 9)
    specs = {spec.key: spec for spec in chips(COUNTS, NAMES, {Field.LEVEL: "high"})}
    assert specs["src:sfc"].count == 2
    assert "src:rthk" not in specs
    assert [key for key, spec in specs.items() if spec.on] == ["level:high"]


def test_a_chip_that_is_on_stays_though_it_counts_nothing(qtbot: QtBot) -> None:
    keys = [spec.key for spec in chips(Counts(0, {}, {}, False), NAMES, {Field.LEVEL: "critical", Field.SRC: "sfc"})]
    assert keys == ["all", "level:critical", "src:sfc"]


def test_more_than_can_be_counted_is_said_to_be_more(qtbot: QtBot) -> None:
    counts = Counts(2000, {}, {}, True, by_both={(Level.HIGH, "sfc"): 3, (Level.NORMAL, "sfc"): 1997})
    assert [spec.count_text for spec in chips(counts, NAMES, {})] == ["999+", "3+"]
    assert next(spec.count_text for spec in chips(COUNTS, NAMES, {})) == "9"


def test_marks_on_their_way_hold_over_what_the_store_still_says() -> None:
    pending = PendingMarks()
    pending.add(CommandId("1"), (ROW.id,), Mark.READ)
    pending.add(CommandId("2"), (ROW.id,), Mark.STAR)
    shown = pending.apply(ROW)
    assert (shown.state, shown.starred) == (ItemState.READ, True)
    assert pending.take(CommandId("1")) == (ROW.id,)
    assert pending.apply(ROW).state is ItemState.NEW
    assert pending.take(CommandId("1")) is None


@given(st.sampled_from(Mark), st.sampled_from(ItemState))
def test_a_mark_set_twice_is_set_once(mark: Mark, state: ItemState) -> None:
    row = make_row(hkt(19, 14, 18), state=state)
    once = with_mark(row, mark)
    assert with_mark(once, mark) == once


def test_seen_never_takes_read_back() -> None:
    assert with_mark(make_row(hkt(19, 1, 1), state=ItemState.READ), Mark.SEEN).state is ItemState.READ


def test_the_worst_banner_wins_and_the_other_comes_back(qtbot: QtBot, marks: Marks) -> None:
    banner = Banner(marks)
    qtbot.addWidget(banner)
    banners = Banners(banner)
    acted: list[str] = []
    banners.put(Rank.DEMO, Telling(BannerKind.DEMO, "Demo"))
    banners.put(Rank.OFFLINE, Telling(BannerKind.WARN, "Offline", "", "Check now", lambda: acted.append("check")))
    banners.put(Rank.GAP, Telling(BannerKind.INFO, "Gap", "", "Dismiss", lambda: acted.append("gap")))
    assert banner.fact == "Offline"
    banner.button.click()
    banners.drop(Rank.OFFLINE)
    assert banner.fact == "Gap"
    banner.button.click()
    banners.drop(Rank.GAP)
    assert banner.fact == "Demo"
    banners.drop(Rank.DEMO)
    assert banner.isHidden()
    assert acted == ["check", "gap"]


def test_what_is_muted_is_shown_in_the_same_view_and_left_again() -> None:
    shown = Filter(publisher="sfc", view="", text="licence level:high").with_muted(shown=True)
    assert shown == Filter(publisher="sfc", view="", text="licence in:muted")
    assert shown.shows_muted
    assert shown.whole() == all_of(parse_query("src:sfc"), parse_query("licence in:muted"))
    assert shown.with_muted(shown=False).text == "licence"
