# SPDX-License-Identifier: MIT
"""A query asked of one item: whether it matches, and by which words. That SQL answers alike is in store/test_plan.py."""

from datetime import UTC, datetime, timedelta

import pytest

from hkwatch.domain.flags import Reason
from hkwatch.domain.fold import Folder
from hkwatch.domain.item import DocType, ItemState, Level
from hkwatch.domain.query import parse_query
from hkwatch.domain.query_facts import change_percent
from hkwatch.domain.query_item import QueryItem, QueryText
from hkwatch.domain.query_match import Hit, Matcher, PreparedItem

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
FOLDER = Folder({"證": "证", "監": "监", "會": "会", "發": "发"}, lambda: {"VATP licences": ("平台牌照", "平台的牌照")})
ITEM = QueryItem(
    texts=(
        QueryText("en", "SFC licenses a virtual-asset platform", "The licence takes effect today. HK$9 m."),
        QueryText("zh-Hant", "證監會向平台發牌", "牌照即日生效，涉及ＢＴＣ"),
    ),
    first_seen_at=NOW - timedelta(hours=3),
    published_at=NOW - timedelta(hours=4),
    source="sfc-press-en",
    publisher="sfc",
    doc_type=DocType.PRESS,
    topics=("sfc", "licence"),
    level=Level.HIGH,
    langs=("en", "zh-Hant"),
    ref="26PR107",
    reasons=(Reason("vatp", "licence", "title", "x", 0, 1, "VATP licences"),),
    state=ItemState.SEEN,
    price_usd=100_000.0,
    price_1h_usd=98_000.0,
)


def hits(text: str) -> list[tuple[str, str, str]] | None:
    """Language, field and the words as they stand there."""
    match = Matcher(parse_query(text), FOLDER).match(ITEM, NOW)
    if match is None:
        return None
    texts = {(one.lang, "title"): one.title for one in ITEM.texts} | {
        (one.lang, "body"): one.body for one in ITEM.texts
    }
    return [(hit.lang, hit.field, texts[hit.lang, hit.field][hit.start : hit.end]) for hit in match.hits]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("licens*", [("en", "title", "licenses")]),
        ('"virtual asset"', [("en", "title", "virtual-asset")]),
        ("证监会", [("zh-Hant", "title", "證監會")]),
        ("btc", [("zh-Hant", "body", "ＢＴＣ")]),
        ("title:licence | body:牌照", [("zh-Hant", "body", "牌照")]),
        (r"/HK\$\d+ m/", [("en", "body", "HK$9 m")]),
        ("virtual virtu*", [("en", "title", "virtual")]),
        ("platform -speech", [("en", "title", "platform")]),
        ("-(-platform)", [("en", "title", "platform")]),
        ("is:unread", []),
        ("src:sfc type:press label:licence level:high.. lang:zh ref:26PR* rule:vatp", []),
        ("pub:today seen:24h price:>=100000 move1h:<-1%", []),
        ("", []),
    ],
)
def test_the_words_that_matched_are_named_where_they_stand(text: str, found: list[tuple[str, str, str]]) -> None:
    assert hits(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "speech", "-platform", "title:牌照", '"asset platform today"', "src:hkma", "is:read", "move24h:>0", "price:<99k",
        "move1h:<-2", "pub:yesterday", "in:archive", "/hk\\$/", "rule:other", '"platform the"',
    ],
)  # fmt: skip
def test_an_item_that_lacks_what_is_asked_for_is_not_found(text: str) -> None:
    assert hits(text) is None


def test_an_item_folded_once_answers_many_queries_alike() -> None:
    prepared = PreparedItem(ITEM, FOLDER)
    for text in ("licence", "牌照", "speech", "is:seen"):
        matcher = Matcher(parse_query(text), FOLDER)
        assert matcher.match(prepared, NOW) == matcher.match(ITEM, NOW)
        assert matcher.matches(prepared, NOW) == (matcher.match(ITEM, NOW) is not None)


def test_a_kept_matcher_knows_what_day_it_is_each_time() -> None:
    matcher = Matcher(parse_query("pub:today"), FOLDER)
    assert matcher.matches(ITEM, NOW)
    assert not matcher.matches(ITEM, NOW + timedelta(days=1))


def test_hits_that_overlap_are_one() -> None:
    match = Matcher(parse_query("virtual /l.asset p/"), FOLDER).match(ITEM, NOW)
    assert match is not None
    assert match.hits == (Hit("en", "title", 15, 30),)


def test_a_move_needs_both_prices() -> None:
    assert change_percent(100.0, 102.0) == 2.0
    assert change_percent(None, 102.0) is change_percent(100.0, None) is change_percent(0.0, 1.0) is None


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("rule:平台牌照", True),
        ("rule:平台的*", True),
        ('rule:"平台 牌照"', True),
        ("rule:vatp-licences", True),
        ("rule:平台", False),
        ("rule:別的", False),
        ("-rule:平台牌照", False),
        ("rule:別的,平台牌照", True),
    ],
)
def test_a_rule_is_asked_for_by_its_name_in_any_language(text: str, *, holds: bool) -> None:
    assert Matcher(parse_query(text), FOLDER).matches(ITEM, NOW) is holds
