# SPDX-License-Identifier: MIT
"""Reading: pages of the inbox, one item whole, counts. Keyset paging, newest first; nothing stays open after a call."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from hkwatch.domain.detail import ItemDetail, ItemText, Related, StoryMember, TextVersion
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType, ItemState, Level, Precision
from hkwatch.domain.order import from_ms, sort_ms_of
from hkwatch.domain.query import Query
from hkwatch.domain.query_due import Holidays
from hkwatch.domain.rows import InboxRow
from hkwatch.domain.summary import summary_of
from hkwatch.store import attachments, deadlines, licences, links, terms, to_acknowledge
from hkwatch.store.items import LANG_ORDER, Body
from hkwatch.store.paper_links import PAPER
from hkwatch.store.plan import Plan, plan
from hkwatch.store.reasons import reasons_from_json

PAGE = 200
COUNTED = 2000
"""Chips count the newest this many rows of a view; beyond that a number says little and costs much."""

_COLUMNS = (
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
_COUNT = 24
"""How many they are."""


_NEAREST = {"zh-Hant": ("zh-Hant", "zh-Hans"), "zh-Hans": ("zh-Hans", "zh-Hant")}


@dataclass(frozen=True, slots=True)
class Page:
    """Rows newest first; `more` says whether older ones follow."""

    rows: tuple[InboxRow, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of a view there are, per level and publisher, among the newest `COUNTED` (`capped` = there are more).

    `hidden` counts what mutes keep out of the view.
    """

    total: int
    by_level: dict[Level, int]
    by_publisher: dict[str, int]
    capped: bool
    hidden: int = 0
    by_both: dict[tuple[Level, str], int] = field(default_factory=dict, compare=False)
    """The same by level and publisher together."""


@dataclass(frozen=True, slots=True)
class OpenCounts:
    """Unread items for the rail and the tray; `starred` counts read ones too. Archived items count nowhere."""

    inbox: int
    flagged: int
    starred: int
    high: int
    by_publisher: dict[str, int]
    deadlines: int = 0
    """Deadlines that can still be met; 0 as well where nobody asked for a day."""
    to_acknowledge: int = 0
    """Items that wait for their acknowledgement, archived ones too."""
    by_level: Mapping[Level, int] = field(default_factory=dict)

    def badge(self, levels: Collection[Level]) -> int:
        """Unread items of these levels."""
        return sum(count for level, count in self.by_level.items() if level in levels)


def page(
    db: sqlite3.Connection,
    query: Query,
    folder: Folder,
    *,
    before: ItemId | None = None,
    limit: int = PAGE,
    now: datetime | None = None,
    holidays: Holidays = frozenset,
) -> Page:
    """The next rows after `before` (None = from the first), in the list's order or the query's own. Raises QueryError.

    `now` is what dates in the query are counted from; None only where it has none. `holidays` are Hong Kong's.
    """
    planned = _spelt_out(db, plan(query, folder, now, holidays))
    rows = [_row(values) for values in _read(db, planned, *_select(_COLUMNS, planned, before, limit + 1))]
    return Page(_with_members(db, tuple(rows[:limit])), len(rows) > limit)


def rows_of(db: sqlite3.Connection, items: tuple[ItemId, ...]) -> tuple[InboxRow, ...]:
    """These items' rows, newest first; ids that do not exist are left out."""
    # As JSON: SQLite counts placeholders, and builds differ in how many they take.
    sql = f"SELECT {_COLUMNS} FROM item WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC"
    return _with_members(db, tuple(_row(values) for values in db.execute(sql, (json.dumps(items),))))


def _with_members(db: sqlite3.Connection, rows: tuple[InboxRow, ...]) -> tuple[InboxRow, ...]:
    """The same rows with the languages of all members of their stories."""
    stories = [row.id for row in rows if row.sources_count > 1]
    if not stories:
        return rows
    langs: dict[int, set[str]] = {}
    for item, found in db.execute(
        "SELECT i.id, m.langs FROM item i JOIN item m ON m.story = i.story WHERE i.id IN (SELECT value FROM json_each(?))",
        (json.dumps(stories),),
    ):
        langs.setdefault(item, set()).update(found.split())
    order = {lang: place for place, lang in enumerate(LANG_ORDER)}
    return tuple(
        replace(row, langs=tuple(sorted(langs[row.id], key=lambda lang: (order.get(lang, 9), lang))))
        if row.id in langs
        else row
        for row in rows
    )


def in_language(db: sqlite3.Connection, rows: tuple[InboxRow, ...], language: str) -> tuple[InboxRow, ...]:
    """The same rows with the title in `language` where the item exists in it; the other Chinese script before English."""
    order = _NEAREST.get(language, (language,))
    wanted = [row.id for row in rows if row.lang != language and any(lang in row.langs for lang in order)]
    if not wanted:
        return rows
    found: dict[tuple[int, str], tuple[str, str]] = {
        (item, lang): (title, text)
        for item, lang, title, text in db.execute(
            "SELECT item_id, lang, title, substr(text, 1, 400) FROM item_text"
            " WHERE title <> '' AND item_id IN (SELECT value FROM json_each(?))",
            (json.dumps(wanted),),
        )
    }
    return tuple(_translated(row, found, order) for row in rows)


def _translated(row: InboxRow, found: dict[tuple[int, str], tuple[str, str]], order: tuple[str, ...]) -> InboxRow:
    for lang in order:
        if (row.id, lang) in found:
            title, text = found[row.id, lang]
            return replace(row, title=title, lang=lang, summary=summary_of(text) or row.summary)
    return row


def matching(
    db: sqlite3.Connection,
    query: Query,
    folder: Folder,
    items: tuple[ItemId, ...],
    now: datetime | None = None,
    holidays: Holidays = frozenset,
) -> tuple[ItemId, ...]:
    """Which of these items the query finds, newest first. `now` and `holidays` as in `page`."""
    if not items:
        return ()
    low, high = min(items), max(items)
    planned = plan(replace(query, sort=None), folder, now, holidays)
    sql, params = _select("item.id", planned, ItemId(high + 1), -1, at_least=low)
    wanted = set(items)
    return tuple(ItemId(row[0]) for row in _read(db, planned, sql, params) if row[0] in wanted)


def matching_ids(
    db: sqlite3.Connection,
    query: Query,
    folder: Folder,
    limit: int,
    now: datetime,
    holidays: Holidays = frozenset,
    at_least: int | None = None,
) -> Iterator[ItemId]:
    """The newest items that a query finds, one after the other, at most `limit`, none older than `at_least`.

    Raises QueryError.
    """
    planned = _spelt_out(db, plan(query, folder, now, holidays))
    for row in _read(db, planned, *_select("item.id", planned, None, limit, at_least)):
        yield ItemId(row[0])


def counts(
    db: sqlite3.Connection, query: Query, folder: Folder, now: datetime | None = None, holidays: Holidays = frozenset
) -> Counts:
    """Rows per level and publisher in a view. `now` and `holidays` as in `page`."""
    planned = _spelt_out(db, plan(replace(query, sort=None), folder, now, holidays))
    inner, params = _select("item.id AS i, item.level AS l, item.publisher AS p", planned, None, COUNTED + 1)
    # Counted by SQLite: a row at a time would hold up whoever paints.
    groups = list(
        _read(db, planned, f"SELECT l, p, count(*), min(i) FROM ({inner}) GROUP BY l, p ORDER BY min(i)", params)
    )
    by_both = {(Level(level), str(publisher)): int(count) for level, publisher, count, _ in groups}
    total = sum(by_both.values())
    if total > COUNTED:
        # The oldest only says that there are more.
        level, publisher, count, _ = groups[0]
        by_both[Level(level), publisher] = count - 1
    by_level: dict[Level, int] = {}
    by_publisher: dict[str, int] = {}
    for (one, who), count in by_both.items():
        by_level[one] = by_level.get(one, 0) + count
        by_publisher[who] = by_publisher.get(who, 0) + count
    hidden = 0
    if query.hides_muted and db.execute("SELECT 1 FROM item WHERE muted_by IS NOT NULL LIMIT 1").fetchone():
        behind = plan(replace(query, sort=None), folder, now, hidden=True)
        hidden = _how_many(db, behind, COUNTED)
    return Counts(min(total, COUNTED), by_level, by_publisher, total > COUNTED, hidden, by_both)


def count(
    db: sqlite3.Connection,
    query: Query,
    folder: Folder,
    now: datetime | None = None,
    holidays: Holidays = frozenset,
    at_least: int | None = None,
) -> int:
    """How many items a query finds, all of them or from the id `at_least` on. `now` and `holidays` as in `page`."""
    planned = plan(replace(query, sort=None), folder, now, holidays)
    return _how_many(db, planned, -1, at_least)


def _how_many(db: sqlite3.Connection, planned: Plan, most: int, at_least: int | None = None) -> int:
    sql, params = _select("item.id", planned, None, most, at_least)
    ((found,),) = _read(db, planned, f"SELECT count(*) FROM ({sql})", params)
    return int(found)


def all_ids(
    db: sqlite3.Connection, query: Query, folder: Folder, newest: ItemId, now: datetime, holidays: Holidays
) -> tuple[ItemId, ...]:
    """Every item up to `newest` that a query finds, newest first. Raises QueryError."""
    planned = plan(replace(query, sort=None), folder, now, holidays)
    sql, params = _select("item.id", planned, ItemId(newest + 1), -1)
    return tuple(ItemId(row[0]) for row in _read(db, planned, sql, params))


def open_counts(db: sqlite3.Connection, today: date | None = None) -> OpenCounts:
    """Unread items by view and publisher, and the deadlines that are open on a Hong Kong day."""
    inbox = flagged = high = 0
    by_publisher: dict[str, int] = {}
    by_level: dict[Level, int] = {}
    for publisher, flag, level, count in db.execute(
        "SELECT publisher, flag, level, count(*) FROM item WHERE state < 2 AND archived = 0 AND lead = 1"
        " AND muted_by IS NULL GROUP BY 1, 2, 3"
    ):
        inbox += count
        flagged += count if flag else 0
        high += count if level >= Level.HIGH else 0
        by_level[Level(level)] = by_level.get(Level(level), 0) + count
        by_publisher[publisher] = by_publisher.get(publisher, 0) + count
    starred = db.execute(
        "SELECT count(*) FROM item WHERE starred = 1 AND archived = 0 AND lead = 1 AND muted_by IS NULL"
    ).fetchone()[0]
    due = deadlines.count_open(db, today) if today is not None else 0
    waiting = db.execute(to_acknowledge.COUNT).fetchone()[0]
    return OpenCounts(inbox, flagged, starred, high, by_publisher, due, waiting, by_level)


def detail(db: sqlite3.Connection, item: ItemId) -> ItemDetail | None:
    """One item with all its texts, None if it does not exist. Names of source and attribution are the caller's."""
    values = db.execute(
        f"SELECT {_COLUMNS}, item.topics, item.reasons, item.reasons_lang, item.acked_ms, item.note, item.source"
        " FROM item WHERE id = ?",
        (item,),
    ).fetchone()
    if values is None:
        return None
    topics, reasons, reasons_lang, acked, note, source = values[_COUNT:]
    stored = db.execute(
        "SELECT lang, title, html, text, url, modified_ms, body, error_key, error, next_step"
        " FROM item_text WHERE item_id = ?",
        (item,),
    ).fetchall()
    stored.sort(key=lambda row: LANG_ORDER.index(row[0]) if row[0] in LANG_ORDER else len(LANG_ORDER))
    modified = [row[5] for row in stored if row[5] is not None]
    documents = attachments.of_item(db, item)
    members = _members(db, item)
    told = {member.id for member in members}
    # A release that is in the paper's story stands there already.
    others = {one: kind for one, kind in links.linked_to(db, item) if kind != PAPER or one not in told}
    return ItemDetail(
        row=_row(values[:_COUNT]),
        texts=tuple(
            ItemText(lang, title, html, text, url, documents.get(lang, ()), *problem)
            for lang, title, html, text, url, _modified, _body, *problem in stored
            if title
        ),
        reasons=reasons_from_json(reasons),
        reasons_lang=reasons_lang,
        topics=tuple(topics.split()),
        source_names=(source, source, source),
        attribution="",
        modified_at=from_ms(max(modified)) if modified else None,
        acknowledged_at=None if acked is None else from_ms(acked),
        note=note,
        body_pending=any(row[6] == Body.WANTED for row in stored),
        versions=_versions(db, item),
        related=tuple(Related(others[row.id], row) for row in rows_of(db, tuple(others))[::-1]),
        members=members,
        licence=licences.of_item(db, item),
    )


def _members(db: sqlite3.Connection, item: ItemId) -> tuple[StoryMember, ...]:
    """All items of the story of this one, its lead first, then oldest first; empty while it is alone."""
    rows = db.execute(
        "SELECT m.id, m.publisher, m.source, m.title, m.lang, m.lead FROM item i JOIN item m ON m.story = i.story"
        " WHERE i.id = ? ORDER BY m.lead DESC, m.id",
        (item,),
    )
    return tuple(
        StoryMember(
            ItemId(row[0]), row[1], (row[2],) * 3, row[3], row[4], from_ms(sort_ms_of(ItemId(row[0]))), bool(row[5])
        )
        for row in rows
    )


def _versions(db: sqlite3.Connection, item: ItemId) -> tuple[TextVersion, ...]:
    """Every wording of each text that was revised; the time of one is when its forerunner was replaced."""
    rows = db.execute(
        "SELECT lang, n, at_ms, title, text, modified_ms FROM revision WHERE item_id = ?1"
        " UNION ALL SELECT lang, (SELECT max(n) + 1 FROM revision r WHERE r.item_id = ?1 AND r.lang = t.lang), NULL,"
        " title, text, modified_ms FROM item_text t WHERE item_id = ?1"
        " AND EXISTS (SELECT 1 FROM revision r WHERE r.item_id = ?1 AND r.lang = t.lang) ORDER BY 1, 2",
        (item,),
    ).fetchall()
    if not rows:
        return ()
    first_seen = db.execute("SELECT first_seen_ms FROM item WHERE id = ?", (item,)).fetchone()[0]
    versions: list[TextVersion] = []
    since = first_seen
    for lang, number, replaced, title, text, modified in rows:
        at = from_ms(first_seen if number == 1 else since)
        versions.append(TextVersion(lang, number, at, None if modified is None else from_ms(modified), title, text))
        since = replaced
    return tuple(versions)


def latest_serious(db: sqlite3.Connection, limit: int) -> tuple[InboxRow, ...]:
    """The newest items of level high and above, for the tray menu."""
    sql = (
        f"SELECT {_COLUMNS} FROM item WHERE level >= ? AND archived = 0 AND lead = 1 AND muted_by IS NULL"
        " ORDER BY id DESC LIMIT ?"
    )
    return tuple(_row(values) for values in db.execute(sql, (int(Level.HIGH), limit)))


def _spelt_out(db: sqlite3.Connection, planned: Plan) -> Plan:
    # In an order of its own a query reads every row all the same.
    return planned if planned.order else replace(planned, match=terms.spelt_out(db, planned.match))


def _select(
    columns: str,
    planned: Plan,
    before: ItemId | None,
    limit: int,
    at_least: int | None = None,
) -> tuple[str, tuple[object, ...]]:
    params: list[object] = []
    if planned.match is None:
        key, start = "item.id", f"SELECT {columns} FROM item WHERE {planned.where}"
    else:
        key = "item_fts.rowid"
        start = (
            f"SELECT {columns} FROM item_fts CROSS JOIN item ON item.id = item_fts.rowid"
            f" WHERE item_fts MATCH ? AND {planned.where}"
        )
        params.append(planned.match)
    params.extend(planned.params)
    first = ""
    if planned.order:
        first = f"{planned.order} {'ASC' if planned.ascending else 'DESC'}, "
        if before is not None:
            # The row before it is looked up anew, so that a page needs no more than its id.
            last = f"(SELECT {planned.order} FROM item WHERE item.id = ?)"
            side = ">" if planned.ascending else "<"
            start += f" AND ({planned.order} {side} {last} OR ({planned.order} = {last} AND {key} < ?))"
            params.extend((before, before, before))
    elif before is not None:
        start += f" AND {key} < ?"
        params.append(before)
    if at_least is not None:
        start += f" AND {key} >= ?"
        params.append(at_least)
    return f"{start} ORDER BY {first}{key} DESC LIMIT ?", (*params, limit)


def _read(db: sqlite3.Connection, planned: Plan, sql: str, params: tuple[object, ...]) -> Iterator[tuple[Any, ...]]:
    """The rows of a statement. Raises QueryError where a regular expression in it took too long."""
    planned.functions.install(db)
    try:
        yield from db.execute(sql, params)
    except sqlite3.OperationalError as error:
        if planned.functions.error is not None:
            raise planned.functions.error from error
        raise


def _row(values: tuple[Any, ...]) -> InboxRow:
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
