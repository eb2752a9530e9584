# SPDX-License-Identifier: MIT
"""The user's own choices on top of the rules: watchlist, licences abroad, deadlines."""

from datetime import UTC, date, datetime

import pytest

from hkwatch.domain.flags import FlagInput
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import Level
from hkwatch.services.judging import Choices, Judge
from services.rig import shipped

GRANTED = "SFC grants licence to HKVAX, a virtual asset trading platform"
ABROAD = "Crypto exchange wins licence in Dubai"


def judge(*watchlist: str, foreign: bool = False, holidays: frozenset[date] = frozenset()) -> Judge:
    files = shipped()
    return Judge(files.classifier.classify, files.entities, files.folder, holidays, Choices(watchlist, foreign))


def item(title: str, body: str = "", now: datetime | None = None, *, gone: bool = False) -> FlagInput:
    sfc = shipped().catalogue.publishers[PublisherId("sfc")] if now else None
    return FlagInput(title, body, "en", sfc, "sfc-press-en" if now else "", now=now, removes_register_row=gone)


def test_nothing_is_critical_unless_something_is_watched() -> None:
    assert judge()(item(GRANTED)).severity is Level.HIGH


@pytest.mark.parametrize(
    "entry",
    [
        "hkvax",
        "HKVAX",
        "Hong Kong Virtual Asset Exchange Limited",
        "香港虛擬資產交易所",
        "香港虚拟资产交易所",
        "BPW549",
    ],
)
def test_a_watched_firm_counts_under_each_of_its_names(entry: str) -> None:
    flags = judge(entry)(item(GRANTED))
    assert flags.severity is Level.CRITICAL
    assert (flags.reasons[0].rule, flags.reasons[0].field, flags.reasons[0].words) == ("watchlist", "title", "HKVAX")


def test_a_watched_name_that_no_dictionary_has_counts_as_written() -> None:
    watching = judge("Example Widgets")
    title = "Hong Kong SFC grants licence to virtual asset trading platform Example Widgets"
    assert watching(item(title)).severity is Level.CRITICAL
    assert watching(item(title.replace("Widgets", "Gadgets"))).severity is Level.HIGH


def test_a_watched_firm_in_the_text_is_placed_there() -> None:
    body = "The commission licensed HKVAX on Thursday."
    flags = judge("HKVAX")(item("SFC grants licence to virtual asset trading platform", body))
    reason = flags.reasons[0]
    assert (reason.field, body[reason.start : reason.end]) == ("body", "HKVAX")


def test_a_watched_firm_in_a_minor_item_stays_minor() -> None:
    flags = judge("HKVAX")(item("HKVAX sponsors a football match in Hong Kong"))
    assert flags.severity < Level.HIGH


def test_licences_abroad_are_flagged_only_when_wanted() -> None:
    assert not judge()(item(ABROAD)).flag
    assert judge(foreign=True)(item(ABROAD)).flag


def test_other_choices_hold_from_the_next_item_on() -> None:
    watching = judge()
    watching.choose(Choices(("HKVAX",), True))
    assert watching(item(GRANTED)).severity is Level.CRITICAL
    assert watching(item(ABROAD)).flag


@pytest.mark.parametrize(
    ("day", "level"),
    [(16, Level.HIGH), (19, Level.CRITICAL), (20, Level.CRITICAL), (23, Level.CRITICAL), (26, Level.HIGH)],
)
def test_a_consultation_that_closes_soon_is_critical(day: int, level: Level) -> None:
    title = "SFC launches consultation on rules for virtual asset dealing"
    now = datetime(2026, 1, day, 2, 0, tzinfo=UTC)
    flags = judge()(item(title, "Comments should be submitted by 23 January 2026.", now))
    # A holiday on the Tuesday leaves three working days from the Monday.
    with_holiday = judge(holidays=frozenset({date(2026, 1, 20)}))(item(title, "Views by 23 January 2026.", now))
    assert with_holiday.severity is level
    assert flags.severity is (Level.HIGH if day == 19 else level)


def test_a_row_gone_from_a_register_is_critical() -> None:
    assert judge()(item(GRANTED, gone=True)).severity is Level.CRITICAL


def test_a_row_of_a_register_is_watched_by_its_number_or_any_of_its_names() -> None:
    watching = judge("HKVAX", "Example Widgets")
    assert watching.is_watched("BPW549", "A New Name Limited")
    assert watching.is_watched("", "Hong Kong Virtual Asset Exchange Limited", "", "")
    assert watching.is_watched("ZZZ001", "Example Widgets Limited", "範例有限公司", "Widgets")
    assert not watching.is_watched("BPJ213", "OSL Digital Securities Limited", "", "OSL Exchange")
    assert not judge().is_watched("BPW549", "Hong Kong Virtual Asset Exchange Limited")


def test_firms_are_named_whether_watched_or_not() -> None:
    body = "HKVAX and a firm called Example Widgets were there; HKVAX spoke."
    assert [firm.id for firm in judge()(item("A conference", body)).firms] == ["hkvax"]
    assert [firm.label for firm in judge("Example Widgets")(item("A conference", body)).firms] == [
        "HKVAX",
        "Example Widgets",
    ]


def test_choosing_the_same_again_is_no_change() -> None:
    judging = judge("HKVAX")
    before = judging.basis
    assert not judging.choose(Choices(("HKVAX",)))
    assert judging.basis == before
    assert judging.choose(Choices(("HKVAX",), foreign_licences=True))
    assert judging.basis != before
