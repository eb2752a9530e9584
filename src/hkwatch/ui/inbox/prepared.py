# SPDX-License-Identifier: MIT
"""Rows made ready to paint: every text of a row is built once, when it arrives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.hkt import start_of
from hkwatch.domain.item import ItemState, Precision
from hkwatch.domain.rows import InboxRow
from hkwatch.ui.formats import BETWEEN, MINUS, clock, date_time, day_month, hong_kong_time, in_hkt
from hkwatch.ui.formats import date as date_text
from hkwatch.ui.marks import Tag, TagKind
from hkwatch.ui.shown_time import is_hong_kong, shown
from hkwatch.ui.words import Counts, doc_type_text, language_tag, level_text, state_text


@dataclass(frozen=True, slots=True)
class PreparedRow:
    """One item, ready to paint. `time` is empty where the source gives a date alone; `day` is Hong Kong's."""

    row: InboxRow
    day: date
    time: str
    publisher: str
    tags: tuple[Tag, ...]
    state: ItemState


@dataclass(frozen=True, slots=True)
class GroupHeader:
    """Head of one Hong Kong day. `count` is how many loaded items it has."""

    day: date
    name: str
    dated: str
    count: int
    collapsed: bool


def prepare(row: InboxRow, names: Mapping[str, str], language: str = "en") -> PreparedRow:
    """Build the texts in the interface language in force; `names` gives the short name of each publisher."""
    day = in_hkt(row.sort_at).date()
    date_alone = row.precision is Precision.DAY and row.sort_at == row.published_at
    return PreparedRow(
        row=row,
        day=day,
        time="" if date_alone else _row_time(row.sort_at, day),
        publisher=names.get(row.publisher, row.publisher.upper()),
        tags=_tags(row, language),
        state=row.state,
    )


def _row_time(at: datetime, day: date) -> str:
    """`14:18`; in another zone with how many days its date is off, for rows stand under Hong Kong's days: `06:18`, `22:18 −1`."""
    off = 0 if is_hong_kong() else (shown(at).date() - day).days
    return clock(at) if not off else f"{clock(at)} {'+' if off > 0 else MINUS}{abs(off)}"


def _tags(row: InboxRow, language: str) -> tuple[Tag, ...]:
    """From left to right; the leftmost leave first when the title needs the room."""
    translate = QCoreApplication.translate
    tags: list[Tag] = []
    other = language_tag(row.lang, row.langs)
    if other:
        tags.append(Tag(TagKind.LANGUAGE, other))
    if row.sources_count > 1:
        tags.append(Tag(TagKind.PLAIN, Counts().sources(row.sources_count)))
    if row.closes_on is not None:
        day = day_month(start_of(row.closes_on), language)
        moved = row.extended_from is not None
        tags.append(Tag(TagKind.DEADLINE, f"Δ {day}" if moved else day))
    # A deadline that moved says so itself.
    if row.is_changed and (row.revision > 1 or row.extended_from is None):
        tags.append(Tag(TagKind.PLAIN, translate("InboxRow", "Δ rev {0}").format(row.revision)))
    if row.archived:
        tags.append(Tag(TagKind.PLAIN, translate("InboxRow", "Archived")))
    if row.note:
        tags.append(Tag(TagKind.NOTE, ""))
    if row.starred:
        tags.append(Tag(TagKind.STAR, ""))
    if row.needs_ack and not row.acknowledged:
        tags.append(Tag(TagKind.NEEDS_ACK, translate("InboxRow", "Needs ack")))
    return tuple(tags)


def spoken(prepared: PreparedRow) -> str:
    """What a screen reader says: state and title come before the marks.

    `Unread, critical, enforcement, SFC: the title. 16:41. Acknowledgement needed.`
    """
    translate = QCoreApplication.translate
    row = prepared.row
    head = ", ".join(
        (
            state_text(row.state, acknowledged=row.acknowledged),
            level_text(row.level).lower(),
            doc_type_text(row.doc_type).lower(),
            prepared.publisher,
        )
    )
    sentences = [f"{head}: {row.title.rstrip('.')}."]
    if prepared.time:
        sentences.append(f"{prepared.time}.")
    if row.needs_ack and not row.acknowledged:
        sentences.append(translate("InboxRow", "Acknowledgement needed."))
    for tag in prepared.tags:
        if tag.kind is TagKind.DEADLINE:
            sentences.append(translate("InboxRow", "Deadline {0}.").format(tag.text.removeprefix("Δ ")))
    if row.is_changed:
        sentences.append(translate("InboxRow", "Edited by the publisher."))
    if row.starred:
        sentences.append(translate("InboxRow", "Starred."))
    if row.archived:
        sentences.append(translate("InboxRow", "Archived."))
    if row.note:
        sentences.append(translate("InboxRow", "Note: {0}").format(row.note))
    return " ".join(sentences)


def spoken_header(header: GroupHeader) -> str:
    """`Today, Wed 19 Feb, 4 items, expanded`."""
    translate = QCoreApplication.translate
    state = translate("InboxRow", "collapsed") if header.collapsed else translate("InboxRow", "expanded")
    count = Counts().items(header.count)
    return f"{header.name}, {header.dated}, {count}, {state}"


def tooltip(prepared: PreparedRow, language: str) -> str:
    """The whole title and both times."""
    translate = QCoreApplication.translate
    row = prepared.row
    facts: list[str] = []
    if row.published_at is not None:
        if row.precision is Precision.DAY:
            published = translate("InboxRow", "Published {0}, date only")
            facts.append(published.format(date_text(row.published_at, language)))
        else:
            facts.append(_timed(translate("InboxRow", "Published {0} HKT"), row.published_at, language))
    facts.append(_timed(translate("InboxRow", "first seen {0} HKT"), row.first_seen_at, language))
    if row.ref:
        facts.append(row.ref)
    lines = [row.title, BETWEEN.join(facts)]
    if row.note:
        lines.append(translate("InboxRow", "Note: {0}").format(row.note))
    return "\n".join(lines)


def _timed(sentence: str, at: datetime, language: str) -> str:
    text = sentence.format(date_time(at, language))
    return text if is_hong_kong() else f"{text} ({hong_kong_time(at, language)})"
