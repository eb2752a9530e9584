# SPDX-License-Identifier: MIT
"""Queries and their mistakes in words."""

import pytest

from hkwatch.domain.query import parse_query
from hkwatch.domain.query_fields import FIELDS
from hkwatch.services.query_wording import QueryWording

WORDING = QueryWording(lambda _context, text: text, {"sfc": "SFC", "hkma": "HKMA"})


def said(text: str) -> str:
    return "".join(part for part, _ in WORDING.explain(parse_query(text)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("src:sfc -type:speech is:unread", "unread · from SFC · not speeches"),
        ("licence | (牌照 src:hkma)", "has licence or (has 牌照 · from HKMA)"),
        ("-(a | b) c", "not (has a or has b) · has c"),
        ('"virtual asset" tokeni* /a b/i', "has “virtual asset” · has tokeni… · has /a b/i"),
        ("title:a body:b", "title has a · text has b"),
        ("src:sfc,sfc-press-*", "from SFC or sfc-press-…"),
        ("level:high..", "level High or above"),
        ("level:>low", "level above Low"),
        ("label:stablecoin,etf", "about stablecoins or ETFs"),
        ("lang:zh-hant", "in 繁體中文"),
        ("pub:2026-01..2026-03", "published 2026-01 to 2026-03"),
        ("seen:7d", "first seen in the last 7 days"),
        ("seen:>1d", "first seen more than 1 day ago"),
        ("pub:today", "published today"),
        ("pub:<=2026-03", "published until 2026-03"),
        ("due:<14wd", "due in less than 14 working days"),
        ("due:1wd", "due within 1 working day"),
        ("due:>=2w", "due in 2 weeks or more"),
        ("due:3d..9wd", "due in 3 days to 9 working days"),
        ("due:past", "due in the past"),
        ("due:2027-01", "due 2027-01"),
        ("price:<100k", "BTC below US$100k when first seen"),
        ("price:<100000", "BTC below US$100,000 when first seen"),
        ("price:>=100k", "BTC US$100k or above when first seen"),
        ("price:90k..100k", "BTC US$90k to US$100k when first seen"),
        ("move24h:<-5%", "BTC below \u22125 % in the day after"),
        ("has:pdf,zh", "with a PDF or also in Chinese"),
        ("in:all sort:-pub a", "has a · in all views, archived and muted too · latest published first"),
        ("in:archive", "archived only"),
        ("in:muted is:muted", "muted · muted only"),
        ("label:my-own", "about my-own"),
        ("", ""),
    ],
)
def test_a_query_in_words(text: str, words: str) -> None:
    assert said(text) == words


def test_every_example_has_words_and_marks_its_values() -> None:
    for spec in FIELDS.values():
        for text in spec.examples:
            parts = WORDING.explain(parse_query(text))
            assert any(is_value and words for words, is_value in parts), text
