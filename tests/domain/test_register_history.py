# SPDX-License-Identifier: MIT
from datetime import UTC, date, datetime, timedelta

from hkwatch.app.paths import resources
from hkwatch.domain.register import LICENSED, ChangeKind, RegisterChange, RegisterRow
from hkwatch.domain.register_history import PastEvent, Seen, counts, former_names, story
from hkwatch.sources.register_history import load_history

PAST = load_history(resources() / "registers" / "vatp-history.toml")
BASELINE = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)
EXIO = RegisterRow(LICENSED, "EXIO Limited", platform="EX.IO", ce="BUT670")


def test_the_shipped_history_has_every_licence_whose_operator_is_known_with_its_source() -> None:
    licensed = [fact for fact in PAST if fact.event is PastEvent.LICENSED]
    assert len(licensed) == 12
    assert (licensed[0].day, licensed[-1].day) == (date(2020, 12, 15), date(2026, 2, 13))
    assert all(fact.source for fact in PAST)
    assert {fact.name_en for fact in licensed if fact.day == date(2025, 1, 27)} == {
        "Panthertrade (Hong Kong) Limited",
        "YAX (Hong Kong) Limited",
    }
    assert [fact.platform for fact in licensed if fact.day == date(2025, 2, 18)] == ["Bullish"]


def test_the_story_of_a_renamed_firm_goes_back_under_its_former_name() -> None:
    platform = RegisterRow(LICENSED, "EXIO Limited", platform="EX.IO Pro", ce="BUT670")
    seen = [Seen(BASELINE + timedelta(days=9), RegisterChange(ChangeKind.CHANGED, EXIO, platform))]
    moments = story(platform, PAST, seen, [(BASELINE, EXIO)])
    assert [(one.day, one.row.name_en, one.observed) for one in moments] == [
        (date(2024, 12, 18), "Thousand Whales Technology (BVI) Limited", False),
        (date(2026, 2, 16), "EXIO Limited", False),
        (date(2026, 3, 1), "EXIO Limited", True),
        (date(2026, 3, 10), "EXIO Limited", True),
    ]


def test_the_story_of_a_firm_without_a_number_is_found_by_its_name() -> None:
    row = RegisterRow(LICENSED, "Bullish HK Markets Limited", ce="ZZZ077")
    assert [one.day for one in story(row, PAST, (), ())] == [date(2025, 2, 18)]
    assert story(RegisterRow(LICENSED, "Example Nobody Limited"), PAST, (), ()) == ()


def test_former_names_are_known_from_both_sides() -> None:
    new = RegisterRow(LICENSED, "Example Bravo Limited", ce="ZZZ002")
    old = RegisterRow(LICENSED, "Example Beta Limited", ce="ZZZ002")
    found = dict(former_names(PAST, [Seen(BASELINE, RegisterChange(ChangeKind.RENAMED, old, new))]))
    assert found["Example Beta Limited"] == new
    assert found["Thousand Whales Technology (BVI) Limited"].name_en == "EXIO Limited"


def test_licences_are_counted_by_known_facts_before_the_first_page_and_by_what_was_seen_after_it() -> None:
    gone = RegisterChange(ChangeKind.REMOVED, EXIO, None)
    seen = [Seen(BASELINE + timedelta(days=30), gone)]
    points = counts(PAST, BASELINE, 12, seen, BASELINE + timedelta(days=60))
    assert [point.count for point in points if not point.observed] == list(range(1, 13))
    assert [(point.day, point.count) for point in points if point.observed] == [
        (date(2026, 3, 1), 12),
        (date(2026, 3, 31), 11),
        (date(2026, 4, 30), 11),
    ]


def test_without_a_first_page_only_known_facts_are_counted() -> None:
    assert {point.observed for point in counts(PAST, None, 0, (), BASELINE)} == {False}
