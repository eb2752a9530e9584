# SPDX-License-Identifier: MIT
"""Grouping items that come as JSON Lines, for `hkwatch stories`.

In, one object a line: id, source, url, title, summary, lang, published. Out `{"id", "story"}` a line, in the same
order; `story` is the id of the item that opened it. All lines are read first, as items must be taken in the order of time; an
item without a time is compared with all others, last. A line that cannot be read gives `{"error"}`.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

import msgspec

from hkwatch.domain.stories import WINDOW, Stories, StoryItem
from hkwatch.domain.story_words import StoryReader
from hkwatch.services.classify import instant

_FORGET_AFTER = WINDOW + timedelta(days=4)


class _Line(msgspec.Struct):
    id: str
    title: str
    source: str | None = None
    url: str | None = None
    summary: str | None = None
    lang: str | None = None
    published: str | None = None


def story_stream(lines: Iterable[bytes | str], reader: StoryReader) -> Iterator[str]:
    """One answer a line, without its line end; blank lines are passed over."""
    decode = msgspec.json.Decoder(_Line).decode
    answers: list[str | None] = []
    errors: dict[int, str] = {}
    items: list[StoryItem[str]] = []
    for line in lines:
        if not line.strip():
            continue
        try:
            one = decode(line)
        except (msgspec.DecodeError, UnicodeError) as exc:
            errors[len(answers)] = str(exc)
            answers.append(None)
            continue
        answers.append(one.id)
        face = reader.read(one.title, one.summary or "")
        items.append(StoryItem(one.id, instant(one.published), one.source or "", (face,)))
    stories = group(items, reader)
    for number, ident in enumerate(answers):
        if ident is None:
            yield msgspec.json.encode({"error": errors[number]}).decode()
        else:
            yield msgspec.json.encode({"id": ident, "story": stories[ident]}).decode()


def group(items: list[StoryItem[str]], reader: StoryReader) -> dict[str, str]:
    """The story of each item, taken in the order of time."""
    grouping: Stories[str] = Stories(reader.opposites)
    found: dict[str, str] = {}
    dated = sorted([(item.at, item.key, item) for item in items if item.at is not None], key=lambda one: one[:2])
    swept: datetime | None = None
    undated = any(item.at is None for item in items)
    for at, _, item in dated:
        found |= grouping.take([item])
        if not undated and (swept is None or at - swept > timedelta(hours=12)):
            swept = at
            grouping.forget_before(at - _FORGET_AFTER)
    return found | grouping.take([item for item in items if item.at is None])
