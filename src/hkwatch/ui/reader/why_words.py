# SPDX-License-Identifier: MIT
"""What the strip under a title says of an item's reasons: its heading, and the words as the text shown has them.

An item is judged by one of its texts. Under another language its words are quoted where they stand in that text too, as
names do; the others are told as what they are, words of the text that was judged: `English title has`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NewType

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.detail import ItemDetail, ItemText
from hkwatch.domain.flags import Reason
from hkwatch.domain.item import Level

Heading = NewType("Heading", str)
FLAGGED, LEVEL, NOTED = Heading("flagged"), Heading("level"), Heading("noted")

_SEVERITY = "severity"
_MARK = "@"
_ASCII = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Why:
    """What is to be shown. `language` is that of most of the words, for their font."""

    heading: Heading
    reasons: tuple[Reason, ...]
    language: str


def heading_text(heading: Heading) -> str:
    """`Why flagged`; of what is not flagged, `Why this level` or, where no rule settled that, `Not flagged; found`."""
    translate = QCoreApplication.translate
    if heading == FLAGGED:
        return translate("WhyStrip", "Why flagged")
    return translate("WhyStrip", "Why this level") if heading == LEVEL else translate("WhyStrip", "Not flagged; found")


def why_of(detail: ItemDetail, shown: ItemText | None, publisher: str) -> Why:
    """The reasons of an item beside the text that is shown. Sources are told by the publisher's name, not by their id."""
    reasons = [replace(one, words=publisher) if one.field == "source" else one for one in detail.reasons]
    language = detail.reasons_lang
    if shown is not None and shown.lang != language:
        reasons = [_beside(one, shown, language) for one in reasons]
        if not any(_MARK in one.field for one in reasons):
            language = shown.lang
    return Why(_heading(detail), tuple(reasons), language)


def foreign_field(field: str) -> str:
    """`English title has`, of a field of a text that is not shown; empty for one of the text shown."""
    translate = QCoreApplication.translate
    own, _, language = field.partition(_MARK)
    if not language:
        return ""
    is_title = own == "title"
    if language == "en":
        return translate("Reader", "English title has") if is_title else translate("Reader", "English text has")
    return translate("Reader", "Chinese title has") if is_title else translate("Reader", "Chinese text has")


def _heading(detail: ItemDetail) -> Heading:
    if detail.row.flagged:
        return FLAGGED
    is_level = detail.row.level is not Level.LOW and any(one.topic == _SEVERITY for one in detail.reasons)
    return LEVEL if is_level else NOTED


def _beside(one: Reason, shown: ItemText, judged: str) -> Reason:
    text = {"title": shown.title, "body": shown.text}.get(one.field)
    if text is None:
        return one
    found = _find(one.words, text)
    if found is None:
        return replace(one, field=f"{one.field}{_MARK}{judged}")
    return replace(one, words=text[found[0] : found[1]], start=found[0], end=found[1])


def _find(words: str, text: str) -> tuple[int, int] | None:
    """Where `words` stand in a text as words of their own, whatever their case."""
    if not words:
        return None
    before = r"(?<![A-Za-z0-9])" if _ASCII.match(words[0]) else ""
    behind = r"(?![A-Za-z0-9])" if _ASCII.match(words[-1]) else ""
    found = re.search(f"{before}{re.escape(words)}{behind}", text, re.IGNORECASE)
    return None if found is None else found.span()


def marked_words(reasons: Sequence[Reason]) -> list[str]:
    """The words that can be marked in the body shown."""
    return [one.words for one in reasons if one.field == "body"]
