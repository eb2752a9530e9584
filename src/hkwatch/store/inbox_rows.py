# SPDX-License-Identifier: MIT
"""One row of the inbox as the database gives it: which columns, and what they mean."""

from typing import Any

from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType, ItemState, Level, Precision
from hkwatch.domain.order import from_ms, sort_ms_of
from hkwatch.domain.rows import InboxRow
from hkwatch.store import deadlines

COLUMNS = (
    "item.id, item.published_ms, item.precision, item.first_seen_ms, item.title, item.lang, item.publisher, item.doc_type,"
    " item.level, item.state, item.starred, item.acked_ms, item.archived, item.flag, item.ref, item.langs, item.revision,"
    " item.summary, item.back, item.substance_ms, item.sources, (item.asks_ack OR (item.story IS NOT NULL AND EXISTS"
    " (SELECT 1 FROM item m WHERE m.story = item.story AND m.asks_ack = 1))),"
    " coalesce((SELECT d.closes_ms || ' ' || d.announced_ms FROM deadline_item l"
    " JOIN deadline d ON d.id = l.deadline_id WHERE l.item_id = item.id AND d.conclusion_ref = ''"
    " AND d.concluded_ms IS NULL), CASE WHEN item.story IS NOT NULL THEN"
    " (SELECT d.closes_ms || ' ' || d.announced_ms FROM item m JOIN deadline_item l ON l.item_id = m.id"
    " JOIN deadline d ON d.id = l.deadline_id WHERE m.story = item.story AND d.conclusion_ref = ''"
    " AND d.concluded_ms IS NULL ORDER BY d.closes_ms DESC LIMIT 1) END), item.note"
)
COLUMN_COUNT = 24
"""How many they are."""


def row_from(values: tuple[Any, ...]) -> InboxRow:
    """The row of `COLUMNS`."""
    (
        ident,
        published,
        precision,
        seen,
        title,
        lang,
        publisher,
        doc_type,
        level,
        state,
        starred,
        acked,
        archived,
    ) = values[:13]
    flag, ref, langs, revision, summary, back, changed, sources, asks_ack, due, note = values[13:]
    closes_on, announced = (None, None) if due is None else map(deadlines.day_of, map(int, due.split()))
    serious = Level(level)
    return InboxRow(
        id=ItemId(ident),
        sort_at=from_ms(sort_ms_of(ItemId(ident))),
        published_at=None if published is None else from_ms(published),
        precision=Precision(precision),
        first_seen_at=from_ms(seen),
        title=title,
        lang=lang,
        publisher=publisher,
        doc_type=DocType(doc_type),
        level=serious,
        state=ItemState(state),
        starred=bool(starred),
        acknowledged=acked is not None,
        archived=bool(archived),
        flagged=bool(flag),
        ref=ref,
        langs=tuple(langs.split()),
        sources_count=sources,
        revision=revision,
        needs_ack=(serious is Level.CRITICAL or bool(asks_ack)) and acked is None and not back,
        summary=summary,
        is_changed=changed is not None,
        closes_on=closes_on,
        extended_from=announced if announced != closes_on else None,
        note=note,
    )
