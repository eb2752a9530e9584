# SPDX-License-Identifier: MIT
"""Which items a mute covers, and for how long."""

from datetime import UTC, datetime, timedelta

import pytest

from hkwatch.domain.entities import Entity, EntityIndex
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import MuteId
from hkwatch.domain.mutes import Mute, MuteKind, Muter, Subject, key_of, template_of

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
FOLDER = Folder({"發": "发", "監": "监"})


def mute(kind: MuteKind, value: str, *, publisher: str = "", until: datetime | None = None) -> Mute:
    return Mute(MuteId(1), kind, value, NOW, until, publisher)


def covers(one: Mute, title: str, body: str = "", publisher: str = "hkma", rules: tuple[str, ...] = ()) -> bool:
    return Muter([one], FOLDER).mute_of(Subject(title, body, publisher, frozenset(rules)), NOW) is not None


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Tender of 91-day bills on 3 May", "Tender of 182-day bills on 10 June"),
        ("ETF flows, Tuesday: HK$1,204.5 m in", "ETF flows, Friday: HK$87 m in"),
        ("外匯基金票據投標結果（2025年5月3日）", "外匯基金票據投標結果（2026年11月25日）"),
    ],
)
def test_a_template_covers_what_differs_in_numbers_and_dates(title: str, other: str) -> None:
    assert covers(mute(MuteKind.TEMPLATE, title), other)
    assert not covers(mute(MuteKind.STORY, title), other)


def test_a_template_does_not_cover_other_words() -> None:
    assert not covers(mute(MuteKind.TEMPLATE, "Tender of 91-day bills"), "Tender of 91-day notes")


def test_a_story_is_its_headline_whatever_case_script_and_marks() -> None:
    one = mute(MuteKind.STORY, "Example Digital: 發牌 — delayed")
    assert covers(one, "EXAMPLE digital – 发牌, delayed!")
    assert not covers(one, "Example Digital: 發牌 delayed again")


def test_an_entity_is_found_by_any_of_its_names_as_whole_words() -> None:
    one = mute(MuteKind.ENTITY, "Example Digital\nExDi")
    assert covers(one, "Notice", "Today EXAMPLE Digital opened.")
    assert covers(one, "ExDi, the platform")
    assert not covers(one, "ExDiction")
    assert not covers(one, "Example of digital")


def test_a_name_behind_a_longer_word_is_still_found() -> None:
    assert covers(mute(MuteKind.ENTITY, "exdi"), "exdiction and exdi")


def test_a_rule_is_muted_by_its_id() -> None:
    one = mute(MuteKind.RULE, "etf-flows")
    assert covers(one, "x", rules=("etf-flows", "hk"))
    assert not covers(one, "x", rules=("etf",))


def test_a_pattern_holds_for_one_publisher_only() -> None:
    one = mute(MuteKind.PATTERN, "weekly digest", publisher="daily")
    assert covers(one, "The Weekly Digest", publisher="daily")
    assert not covers(one, "The Weekly Digest", publisher="other")


def test_a_mute_ends_at_its_time_exactly() -> None:
    one = mute(MuteKind.PATTERN, "digest", until=NOW)
    assert not covers(one, "digest")
    assert covers(mute(MuteKind.PATTERN, "digest", until=NOW + timedelta(seconds=1)), "digest")


def test_a_mute_of_blank_lines_covers_nothing() -> None:
    assert not covers(mute(MuteKind.PATTERN, " \n "), "anything")
    assert not covers(mute(MuteKind.ENTITY, "\n"), "anything")


def test_what_is_no_letter_or_digit_counts_nowhere() -> None:
    assert key_of("a — b: (c)") == "a b c"
    assert template_of("on 3 may, us$1,200.50") == template_of("on 12 december, us$7")


def test_a_firm_whose_name_is_an_ordinary_word_is_not_muted_by_the_word() -> None:
    firm = Entity("steady-hk", "Steady", ("Steady HK Markets",), ("Steady",))
    muter = Muter([mute(MuteKind.ENTITY, "Steady")], FOLDER, EntityIndex([firm], FOLDER))

    def covered(title: str, body: str = "", firms: tuple[str, ...] = ()) -> bool:
        return muter.mute_of(Subject(title, body, "sfc", frozenset(), firms=frozenset(firms)), NOW) is not None

    assert not covered("Steady gains for bitcoin")
    assert covered("A licence", "Steady HK Markets was licensed.")
    assert covered("Steady gains SFC licence", firms=("steady-hk",))
