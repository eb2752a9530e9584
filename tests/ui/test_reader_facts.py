# SPDX-License-Identifier: MIT
"""What the reader says about an item in words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hkwatch.domain.detail import ItemDetail, ItemText
from hkwatch.domain.flags import Reason
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType, ItemState, Level, Precision
from hkwatch.domain.rows import InboxRow
from hkwatch.ui.reader.facts import (
    keep_letters_of_markup_together,
    keep_letters_together,
    meta_facts,
    pick_text,
    rule_names,
    why_tooltip,
    words_by_field,
)

PUBLISHED = datetime(2025, 2, 19, 6, 15, tzinfo=UTC)
ROW = InboxRow(
    id=ItemId(1),
    sort_at=PUBLISHED,
    published_at=PUBLISHED,
    precision=Precision.MINUTE,
    first_seen_at=PUBLISHED + timedelta(minutes=3, seconds=20),
    title="A roadmap",
    lang="en",
    publisher="sfc",
    doc_type=DocType.POLICY,
    level=Level.HIGH,
    state=ItemState.NEW,
    starred=False,
    acknowledged=False,
    archived=False,
    flagged=True,
    ref="25PR20",
    langs=("en", "zh-Hant"),
    sources_count=1,
    revision=1,
    needs_ack=False,
    summary="",
)


def plain(facts: list[str]) -> list[str]:
    return [fact.replace("\N{NO-BREAK SPACE}", " ") for fact in facts]


def test_publication_and_delay_are_told_in_hong_kong_time() -> None:
    assert plain(meta_facts(ROW, "en")) == [
        "Published 19 Feb 2025 14:15 HKT",
        "first seen 14:18, 3 min later",
        "revision 1",
    ]


def test_a_date_alone_is_called_so_and_has_no_delay() -> None:
    facts = meta_facts(replace(ROW, precision=Precision.DAY), "en")
    assert facts[:2] == ["Published 19 Feb 2025, date only", "first seen 14:18"]


def test_an_item_without_a_date_tells_when_it_was_first_seen() -> None:
    facts = meta_facts(replace(ROW, published_at=None), "en")
    assert facts[0] == "first seen 19 Feb 2025 14:18 HKT"


@pytest.mark.parametrize("delay", [timedelta(minutes=-5), timedelta(days=40)])
def test_an_old_item_that_a_source_lists_late_has_no_delay(delay: timedelta) -> None:
    facts = meta_facts(replace(ROW, first_seen_at=PUBLISHED + delay), "en")
    assert not any("later" in fact for fact in facts)


def test_several_sources_are_counted() -> None:
    assert meta_facts(replace(ROW, sources_count=3), "en")[-1] == "3 sources"


def reason(rule: str, field: str, words: str, start: int = 0) -> Reason:
    return Reason(rule, "licence", field, words, start, start + len(words))


def test_words_are_grouped_by_field_in_reading_order_and_counted() -> None:
    groups = words_by_field(
        [
            reason("b", "source", "sfc"),
            reason("a", "body", "licensing", 5),
            reason("a", "body", "Licensing", 50),
            reason("b", "body", "licensing", 5),
            reason("a", "title", "virtual asset"),
        ]
    )
    assert [(group.field, group.words) for group in groups] == [
        ("title", (("virtual asset", 1),)),
        ("body", (("licensing", 2),)),
        ("source", (("sfc", 1),)),
    ]


def test_every_rule_is_named_once() -> None:
    assert rule_names([reason("b", "body", "x"), reason("a", "body", "y"), reason("b", "title", "z")]) == ["b", "a"]


def test_the_tooltip_gives_a_rule_that_says_itself_its_words() -> None:
    why = replace(reason("licence.headline", "title", "licensed"), why="A licence in the headline")
    assert why_tooltip([why]) == "<p>A licence in the headline: title has «licensed»</p>"


def test_words_of_an_item_cannot_write_into_the_tooltip() -> None:
    assert "<img" not in why_tooltip([reason("r", "body", "<img src=x>")])


def detail(*languages: str) -> ItemDetail:
    texts = tuple(ItemText(lang, f"title {lang}", "", "text", "") for lang in languages)
    return ItemDetail(ROW, texts, (), "en", (), ("", "", ""), "", None, None, "", False)


def test_the_wanted_language_is_shown_where_there_is_one() -> None:
    for wanted, shown in (("zh-Hant", "zh-Hant"), ("zh-Hans", "zh-Hant"), ("en", "en")):
        text = pick_text(detail("en", "zh-Hant"), wanted)
        assert text is not None
        assert text.lang == shown
    only = pick_text(detail("zh-Hans"), "zh-Hant")
    assert only is not None
    assert only.lang == "zh-Hans"
    assert pick_text(detail(), "en") is None


def test_hyphens_between_letters_hold_together_in_chinese_only() -> None:
    assert "-" not in keep_letters_together("「A-S-P-I-Re」路線圖", "zh-Hant")
    assert keep_letters_together("2025-26 年度", "zh-Hant") == "2025-26 年度"
    assert keep_letters_together("over-the-counter", "en") == "over-the-counter"


def test_hyphens_of_addresses_and_styles_stay_what_they_are_in_chinese() -> None:
    markup = '<p style="padding-right: 4px">見<a href="https://www.example.test/a-b/c-d">A-S-P-I-Re</a></p>'
    kept = keep_letters_of_markup_together(markup, "zh-Hant")
    assert 'href="https://www.example.test/a-b/c-d"' in kept
    assert 'style="padding-right: 4px"' in kept
    assert "A\N{NON-BREAKING HYPHEN}S\N{NON-BREAKING HYPHEN}P" in kept
    assert keep_letters_of_markup_together(markup, "en") == markup
