# SPDX-License-Identifier: MIT
"""Which releases of two bodies are one announcement, issued by both. Pure.

Two bodies, one title, at most two days apart; and no title that a body uses again and again, which says what kind of
notice it is and not which one (`Scam alert related to banks`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId

APART = timedelta(days=2)
"""One body may publish a day later, and some give their day only."""
RECURS = timedelta(days=60)
"""A title that one body uses twice within this time is a template."""
_LEAST_LATIN, _LEAST_CJK = 16, 8
_BEFORE = re.compile(
    r"^(?:joint (?:press release|circular|statement)|press release|聯合新聞稿|联合新闻稿|新聞稿|新闻稿)\s*[:：]\s*"
)
_NOT_TEXT = re.compile(r"[\W_]+")
_CJK = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Issued:
    """One item under one of its titles. `key` is from `title_key`; `at` aware UTC."""

    id: ItemId
    publisher: str
    key: str
    at: datetime


def title_key(title: str, folder: Folder) -> str:
    """What is left of a title when case, width, script, spaces and punctuation count for nothing.

    Empty for a title too short to name one announcement.
    """
    key = _NOT_TEXT.sub("", _BEFORE.sub("", folder.fold(title).strip()))
    return key if len(key) >= (_LEAST_CJK if _CJK.search(key) else _LEAST_LATIN) else ""


def candidates(new: Sequence[Issued], near: Sequence[Issued]) -> list[tuple[Issued, Issued]]:
    """Each new item with the items of other bodies that have its title and its time; no pair twice."""
    by_key: dict[str, list[Issued]] = {}
    for one in near:
        by_key.setdefault(one.key, []).append(one)
    pairs: dict[tuple[ItemId, ItemId], tuple[Issued, Issued]] = {}
    for one in new:
        for other in by_key.get(one.key, ()) if one.key else ():
            if other.publisher != one.publisher and abs(other.at - one.at) <= APART:
                pairs.setdefault((min(one.id, other.id), max(one.id, other.id)), (one, other))
    return list(pairs.values())


def is_template(one: Issued, others: Sequence[Issued]) -> bool:
    """Whether a body uses the title of `one` again and again; `others` are items of the bodies in question."""
    seen: dict[str, set[ItemId]] = {}
    for other in (one, *others):
        if other.key == one.key and abs(other.at - one.at) <= RECURS:
            seen.setdefault(other.publisher, set()).add(other.id)
    return any(len(ids) > 1 for ids in seen.values())
