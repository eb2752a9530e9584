# SPDX-License-Identifier: MIT
"""Deadlines as they are stored: one row a consultation, the items that speak of it, and every change of its last day."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hkwatch.domain.deadline import DeadlineKind, KnownDeadline
from hkwatch.domain.deadline_match import Candidate
from hkwatch.domain.hkt import start_of, to_hkt
from hkwatch.domain.ids import ItemId
from hkwatch.domain.order import from_ms, to_ms

_KNOWN = (
    "SELECT d.id, d.item_id, d.publisher, d.ref, d.title, d.kind, d.announced_ms, d.closes_ms,"
    " (SELECT count(*) FROM deadline_move m WHERE m.deadline_id = d.id), d.stated_ms IS NOT NULL, d.conclusion_ref,"
    " d.conclusion_id, d.concluded_ms, coalesce((SELECT t.url FROM item_text t JOIN item i ON i.id = t.item_id"
    " AND i.lang = t.lang WHERE t.item_id = d.item_id), '') FROM deadline d"
)
_OPEN = "d.closes_ms >= ? AND d.conclusion_ref = '' AND d.concluded_ms IS NULL"


@dataclass(frozen=True, slots=True)
class NewDeadline:
    """What is stored of a deadline that was not known. `stated_day` is None where it was read in a text."""

    publisher: str
    ref: str
    item: ItemId | None
    title: str
    kind: DeadlineKind
    published: datetime | None
    announced: date
    closes_on: date
    stated_day: date | None


@dataclass(frozen=True, slots=True)
class OpenDeadline:
    """One to be reminded of. `told` = its item was not back catalogue, so that the day came with the item itself.

    `flagged`: it concerns the user, by the rules or by a star. `level` is None where there is no item.
    """

    known: KnownDeadline
    learned_at: datetime
    told: bool
    flagged: bool
    level: int | None


def day_ms(day: date) -> int:
    """How a day is stored."""
    return to_ms(start_of(day))


def day_of(stored_ms: int) -> date:
    """The day that was stored."""
    return to_hkt(from_ms(stored_ms)).date()


# Reading


def known(db: sqlite3.Connection, ident: int) -> KnownDeadline | None:
    """One deadline, None if there is none with this id."""
    row = db.execute(f"{_KNOWN} WHERE d.id = ?", (ident,)).fetchone()
    return None if row is None else _known(row)


def of_item(db: sqlite3.Connection, item: ItemId) -> KnownDeadline | None:
    """The deadline an item speaks of, or whose conclusions it is; else the one that another item of its story speaks of.

    None without one. A release that says a paper is out leads the story, and the paper in it says until when.
    """
    row = db.execute(
        f"{_KNOWN} WHERE d.id = (SELECT deadline_id FROM deadline_item WHERE item_id = ?1)"
        " OR d.conclusion_id = ?1 ORDER BY d.conclusion_id = ?1, d.id LIMIT 1",
        (item,),
    ).fetchone()
    if row is None:
        row = db.execute(
            f"{_KNOWN} WHERE d.id IN (SELECT l.deadline_id FROM deadline_item l JOIN item m ON m.id = l.item_id"
            " WHERE m.story = (SELECT story FROM item WHERE id = ?1)) ORDER BY d.closes_ms DESC, d.id LIMIT 1",
            (item,),
        ).fetchone()
    return None if row is None else _known(row)


def everything(db: sqlite3.Connection) -> list[KnownDeadline]:
    """All deadlines, the earliest last day first."""
    return [_known(row) for row in db.execute(f"{_KNOWN} ORDER BY d.closes_ms, d.id")]


def count_open(db: sqlite3.Connection, today: date) -> int:
    """How many can still be met on a Hong Kong day."""
    return int(db.execute(f"SELECT count(*) FROM deadline d WHERE {_OPEN}", (day_ms(today),)).fetchone()[0])


def open_ones(db: sqlite3.Connection, today: date) -> list[OpenDeadline]:
    """Those that can still be met on a Hong Kong day, the nearest first."""
    rows = db.execute(f"{_KNOWN} WHERE {_OPEN} ORDER BY d.closes_ms, d.id", (day_ms(today),)).fetchall()
    found = []
    for one in map(_known, rows):
        learned, back, flagged, level = db.execute(
            "SELECT d.learned_ms, i.back, coalesce(i.flag OR i.starred, 0), i.level"
            " FROM deadline d LEFT JOIN item i ON i.id = d.item_id WHERE d.id = ?",
            (one.id,),
        ).fetchone()
        found.append(OpenDeadline(one, from_ms(learned), back == 0, bool(flagged), level))
    return found


def by_ref(db: sqlite3.Connection, publisher: str, ref: str) -> int | None:
    """The deadline of a consultation by its number."""
    row = db.execute("SELECT id FROM deadline WHERE publisher = ? AND ref = ?", (publisher, ref)).fetchone()
    return None if row is None else int(row[0])


def by_item(db: sqlite3.Connection, item: ItemId) -> int | None:
    """The deadline that an item speaks of."""
    row = db.execute("SELECT deadline_id FROM deadline_item WHERE item_id = ?", (item,)).fetchone()
    return None if row is None else int(row[0])


def candidates(db: sqlite3.Connection, publishers: Sequence[str], *, unnumbered: bool = False) -> list[Candidate]:
    """Deadlines of these publishers for comparison; `unnumbered` = only those that no list gave."""
    marks = ",".join("?" * len(publishers))
    only = " AND ref = ''" if unnumbered else ""
    rows = db.execute(
        f"SELECT id, title, published_ms, announced_ms, closes_ms FROM deadline WHERE publisher IN ({marks}){only}",
        tuple(publishers),
    )
    return [
        Candidate(
            ident,
            title,
            None if published is None else to_hkt(from_ms(published)).date(),
            frozenset({day_of(announced), day_of(closes)}),
        )
        for ident, title, published, announced, closes in rows
    ]


def stated_day(db: sqlite3.Connection, ident: int) -> date | None:
    """The last day as the publisher's data gave it last; None where they never did."""
    row = db.execute("SELECT stated_ms FROM deadline WHERE id = ?", (ident,)).fetchone()
    return None if row is None or row[0] is None else day_of(row[0])


def last_move(db: sqlite3.Connection, ident: int) -> tuple[date, date] | None:
    """(before, after) of the latest change of a last day; None if it never changed."""
    row = db.execute(
        "SELECT before_ms, after_ms FROM deadline_move WHERE deadline_id = ? ORDER BY id DESC LIMIT 1", (ident,)
    ).fetchone()
    return None if row is None else (day_of(row[0]), day_of(row[1]))


# Writing, inside the caller's transaction


def insert(db: sqlite3.Connection, new: NewDeadline, now: datetime) -> int:
    """Store one that was not known; its id, which is never used again."""
    cursor = db.execute(
        "INSERT INTO deadline (publisher, ref, item_id, title, kind, published_ms, announced_ms, closes_ms, stated_ms,"
        " learned_ms) VALUES (?,?,?,?,?,?,?,?,?,?)",
        (
            new.publisher,
            new.ref,
            new.item,
            new.title,
            new.kind.value,
            None if new.published is None else to_ms(new.published),
            day_ms(new.announced),
            day_ms(new.closes_on),
            None if new.stated_day is None else day_ms(new.stated_day),
            to_ms(now),
        ),
    )
    ident = int(cursor.lastrowid or 0)
    if new.item is not None:
        attach(db, ident, new.item)
    return ident


def attach(db: sqlite3.Connection, ident: int, item: ItemId) -> bool:
    """Note that an item speaks of a deadline; False where that was known."""
    if by_item(db, item) == ident:
        return False
    db.execute("INSERT OR REPLACE INTO deadline_item (item_id, deadline_id) VALUES (?, ?)", (item, ident))
    return True


def number(db: sqlite3.Connection, ident: int, ref: str, item: ItemId | None, title: str) -> None:
    """A deadline read in a text turns out to be the one that the publisher lists under `ref`."""
    db.execute(
        "UPDATE deadline SET ref = ?, title = ?, item_id = coalesce(?, item_id) WHERE id = ?",
        (ref, title, item, ident),
    )


def set_item(db: sqlite3.Connection, ident: int, item: ItemId) -> None:
    """The consultation's own item is stored by now."""
    db.execute("UPDATE deadline SET item_id = ? WHERE id = ? AND item_id IS NULL", (item, ident))


def set_stated(db: sqlite3.Connection, ident: int, announced: date, day: date) -> None:
    """What the publisher's data say now."""
    db.execute(
        "UPDATE deadline SET stated_ms = ?, announced_ms = ? WHERE id = ?", (day_ms(day), day_ms(announced), ident)
    )


def move(db: sqlite3.Connection, ident: int, day: date, now: datetime) -> None:
    """The last day is another one by now; the former one is kept."""
    db.execute(
        "INSERT INTO deadline_move (deadline_id, at_ms, before_ms, after_ms) SELECT id, ?, closes_ms, ? FROM deadline"
        " WHERE id = ?",
        (to_ms(now), day_ms(day), ident),
    )
    db.execute("UPDATE deadline SET closes_ms = ?, learned_ms = ? WHERE id = ?", (day_ms(day), to_ms(now), ident))


def correct(db: sqlite3.Connection, ident: int, day: date, now: datetime) -> None:
    """The day was misread at first: nothing moved."""
    db.execute(
        "UPDATE deadline SET announced_ms = ?, closes_ms = ?, learned_ms = ? WHERE id = ?",
        (day_ms(day), day_ms(day), to_ms(now), ident),
    )


def conclude(db: sqlite3.Connection, ident: int, ref: str, item: ItemId | None, at: datetime | None) -> bool:
    """Conclusions are out, under `ref`, as `item` where it is stored. False where all that was known."""
    new = (ref, item, None if at is None else to_ms(at))
    old = db.execute(
        "SELECT conclusion_ref, conclusion_id, concluded_ms FROM deadline WHERE id = ?", (ident,)
    ).fetchone()
    if old == new:
        return False
    db.execute(
        "UPDATE deadline SET conclusion_ref = ?, conclusion_id = coalesce(?, conclusion_id), concluded_ms = ? WHERE id = ?",
        (*new, ident),
    )
    return True


def merge(db: sqlite3.Connection, kept: int, other: int) -> None:
    """Two rows turn out to be one deadline: the items of `other` go to `kept`."""
    db.execute("UPDATE deadline_item SET deadline_id = ? WHERE deadline_id = ?", (kept, other))
    db.execute("DELETE FROM deadline WHERE id = ?", (other,))


def reopen_item(db: sqlite3.Connection, item: ItemId, now: datetime) -> None:
    """Mark the item of a deadline that moved: what it says is no longer what was read."""
    db.execute(
        "UPDATE item SET substance_ms = ?, changed_ms = ?, state = min(state, 1) WHERE id = ?",
        (to_ms(now), to_ms(now), item),
    )


def items_of(db: sqlite3.Connection, ident: int) -> list[ItemId]:
    """All items that speak of a deadline."""
    return [ItemId(row[0]) for row in db.execute("SELECT item_id FROM deadline_item WHERE deadline_id = ?", (ident,))]


def _known(row: tuple[Any, ...]) -> KnownDeadline:
    ident, item, publisher, ref, title, kind, announced, closes, moves, stated, conclusion_ref, conclusion, at, url = (
        row
    )
    return KnownDeadline(
        id=ident,
        item=None if item is None else ItemId(item),
        publisher=publisher,
        ref=ref,
        title=title,
        kind=DeadlineKind(kind),
        announced=day_of(announced),
        closes_on=day_of(closes),
        moves=moves,
        stated=bool(stated),
        conclusion_ref=conclusion_ref,
        conclusion=None if conclusion is None else ItemId(conclusion),
        concluded_at=None if at is None else from_ms(at),
        url=url,
    )
