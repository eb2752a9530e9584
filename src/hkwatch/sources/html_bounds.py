# SPDX-License-Identifier: MIT
"""Sanitised HTML that takes no time to lay out either: what a text view pays for with seconds is bounded.

Measured with Qt: tables within tables cost twice as much with each level (thirty: minutes), a row that says it is 20,480
cells wide has them all, and a word without end costs its length squared (200,000 letters: two seconds).
"""

import re

MOST_NESTED_TABLES = 6
MOST_CELLS = 10_000
MOST_SPAN = 50
"""A cell that spans more columns or rows spans one."""
MOST_BLOCKS = 6_000
"""Paragraphs, lines, items and cells."""
LONGEST_WORD = 1_000

_TABLE_TAG = re.compile(r"<(/?)(table|tr|td|th)\b([^>]*)>")
_SPAN = re.compile(r'(col|row)span="(\d+)"')
_BLOCK = re.compile(r"<(?:p|br|li|td|th|h[345]|blockquote|hr|caption)[ >]")
# What is written without spaces, as Chinese is, may break anywhere. Whole words, so that each letter is looked at once.
_TAG_OR_WORD = re.compile(r"<[^<>]*>|[^\s<>\u2e80-\U0003ffff]+")


def has_many_blocks(html: str) -> bool:
    """Whether there are more of them than anybody reads."""
    return html.count("<") > MOST_BLOCKS and len(_BLOCK.findall(html)) > MOST_BLOCKS


def has_vast_tables(html: str) -> bool:
    """Whether tables stand too deep in one another, or have too many cells, those that are only spanned counted."""
    parts = html.count("<td") + html.count("<th"), html.count("<tr")
    if html.count("<table") <= MOST_NESTED_TABLES and max(parts) <= 100 and "span=" not in html:
        # Too few to be vast, as nearly always.
        return False
    depth = rows = cells = widest = pushed = 0
    for found in _TABLE_TAG.finditer(html):
        closes, name, attributes = found[1], found[2], found[3]
        if name == "table":
            depth += -1 if closes else 1
            if depth > MOST_NESTED_TABLES:
                return True
        elif not closes and name == "tr":
            rows, cells = rows + 1, 0
        elif not closes:
            spans = {side: int(number) for side, number in _SPAN.findall(attributes)}
            cells += spans.get("col", 1)
            if spans.get("row", 1) > 1:
                # It may push cells of later rows to the right, and make rows of its own.
                rows, pushed = rows + spans["row"] - 1, pushed + spans.get("col", 1)
            widest = max(widest, cells)
    return rows * (widest + min(pushed, widest)) > MOST_CELLS


def span(value: str) -> str | None:
    """A number of columns or rows as it may stand; None = it is left out."""
    return value if value.isascii() and value.isdigit() and len(value) < 4 and 0 < int(value) <= MOST_SPAN else None


def with_breakable_words(html: str) -> str:
    """A space after every `LONGEST_WORD` characters of a word without end."""
    if len(html) <= LONGEST_WORD:
        return html
    # A word that is longer covers one of these stretches whole: where each has a space, no word need be looked at.
    step = LONGEST_WORD // 2
    if all(html.find(" ", at, at + step) >= 0 for at in range(0, len(html) - step + 1, step)):
        return html
    if max(map(len, html.split()), default=0) <= LONGEST_WORD:
        return html
    return _TAG_OR_WORD.sub(_broken, html)


def _broken(found: re.Match[str]) -> str:
    text = found[0]
    if len(text) <= LONGEST_WORD or text.startswith("<"):
        return text
    return " ".join(text[at : at + LONGEST_WORD] for at in range(0, len(text), LONGEST_WORD))
