# SPDX-License-Identifier: MIT
"""Stories: which items tell of one event. Everything here runs inside the caller's transaction.

Members share the user's state, so that any of them shows it. One is the lead: the best source's, then the earliest. It bears
the highest level of all, and the index finds it by the words of all.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.domain.item import ItemState
from hkwatch.domain.journal import PROGRAM
from hkwatch.domain.mark import Mark
from hkwatch.domain.order import first_id, from_ms, to_ms
from hkwatch.store import journal
from hkwatch.store.index import index_item

Rank = Callable[[str], int]
"""How good a publisher's word is: 0 for a regulator's own, higher for others."""


@dataclass(frozen=True, slots=True)
class StoredText:
    """A text of an item as the grouping needs it. `story` is None for an item that is alone."""

    item: ItemId
    story: int | None
    source: str
    ref: str
    title: str
    text: str


def members_of(db: sqlite3.Connection, items: Iterable[ItemId]) -> tuple[ItemId, ...]:
    """The items with everything else in their stories, oldest first."""
    rows = db.execute(
        "SELECT id FROM item WHERE id IN (SELECT value FROM json_each(?1)) OR story IN"
        " (SELECT story FROM item WHERE id IN (SELECT value FROM json_each(?1)) AND story IS NOT NULL) ORDER BY id",
        (json.dumps(list(items)),),
    )
    return tuple(ItemId(row[0]) for row in rows)


def others_of(db: sqlite3.Connection, items: Iterable[ItemId]) -> dict[ItemId, tuple[ItemId, ...]]:
    """For each item the other items of its story, oldest first; one that is alone is left out."""
    found: dict[ItemId, tuple[ItemId, ...]] = {}
    for item, other in db.execute(
        "SELECT i.id, m.id FROM item i JOIN item m ON m.story = i.story AND m.id <> i.id"
        " WHERE i.id IN (SELECT value FROM json_each(?)) ORDER BY i.id, m.id",
        (json.dumps(list(items)),),
    ):
        found[ItemId(item)] = (*found.get(ItemId(item), ()), ItemId(other))
    return found


def story_of(db: sqlite3.Connection, item: ItemId) -> int | None:
    """The story of an item; None while it is alone."""
    row = db.execute("SELECT story FROM item WHERE id = ?", (item,)).fetchone()
    return None if row is None or row[0] is None else int(row[0])


def lead_of(db: sqlite3.Connection, item: ItemId) -> ItemId:
    """The item that stands for the story of this one: itself while it is alone."""
    row = db.execute(
        "SELECT l.id FROM item i JOIN item l ON l.story = i.story AND l.lead = 1 WHERE i.id = ?", (item,)
    ).fetchone()
    return item if row is None else ItemId(row[0])


def join(db: sqlite3.Connection, item: ItemId, story: int, members: Sequence[ItemId]) -> None:
    """Put an item into a story of `members`, one or more. It takes over what the user did with the story.

    A story known from the back catalogue alone is open again with its first new item. `settle` must follow.
    """
    other = members[0]
    db.executemany("UPDATE item SET story = ? WHERE id = ?", [(story, member) for member in (*members, item)])
    was_back = db.execute("SELECT min(back) FROM item WHERE story = ? AND id <> ?", (story, item)).fetchone()[0]
    is_back, seen_ms = db.execute("SELECT back, first_seen_ms FROM item WHERE id = ?", (item,)).fetchone()
    _share_state(db, [item], other)
    if was_back and not is_back:
        open_again(db, item, from_ms(seen_ms))


def open_again(db: sqlite3.Connection, item: ItemId, now: datetime) -> None:
    """The whole story of an item is new to the user: he is to look at it once more. Stars and notes stay."""
    members = members_of(db, [item])
    # An acknowledgement was of what was known then; the journal must not let it stand for what came now.
    journal.note_marks(db, members, Mark.UNACKNOWLEDGE, "", now, PROGRAM)
    marks = json.dumps(members)
    db.execute(
        "UPDATE item SET state = ?, acked_ms = NULL, archived = 0 WHERE id IN (SELECT value FROM json_each(?))",
        (ItemState.NEW, marks),
    )


def edited(db: sqlite3.Connection, item: ItemId) -> None:
    """A member's text now says something else: the story is no longer read."""
    marks = json.dumps(members_of(db, [item]))
    db.execute("UPDATE item SET state = min(state, 1) WHERE id IN (SELECT value FROM json_each(?))", (marks,))


def settle(db: sqlite3.Connection, story: int, rank: Rank, folder: Folder) -> ItemId | None:
    """Choose the lead, give it the story's level and flag, count the sources, index. The lead; None if the story ended."""
    rows = db.execute(
        "SELECT id, publisher, source, coalesce(own_level, level), coalesce(own_flag, flag) FROM item WHERE story = ?"
        " ORDER BY id",
        (story,),
    ).fetchall()
    if len(rows) < 2:
        for row in rows:
            alone(db, ItemId(row[0]), folder)
        return None
    lead = min(rows, key=lambda row: (rank(row[1]), row[0]))[0]
    sources = len({row[2] for row in rows})
    level, flag = max(row[3] for row in rows), max(row[4] for row in rows)
    for ident, _, _, own_level, own_flag in rows:
        shown = (level, flag) if ident == lead else (own_level, own_flag)
        db.execute(
            "UPDATE item SET lead = ?, sources = ?, level = ?, flag = ?, own_level = ?, own_flag = ? WHERE id = ?",
            (ident == lead, sources, *shown, own_level, own_flag, ident),
        )
    _hide_together(db, story)
    for ident, *_ in rows:
        if ident != lead:
            index_item(db, ItemId(ident), folder)
    index_item(db, ItemId(lead), folder)
    return ItemId(lead)


def _hide_together(db: sqlite3.Connection, story: int) -> None:
    """Who muted the story that one item told means the others that tell of it too."""
    db.execute(
        "UPDATE item SET muted_by = (SELECT min(i.muted_by) FROM item i JOIN mute m ON m.id = i.muted_by AND m.kind = 'story'"
        " WHERE i.story = ?1) WHERE story = ?1 AND muted_by IS NULL",
        (story,),
    )


def alone(db: sqlite3.Connection, item: ItemId, folder: Folder) -> None:
    """Take an item out of its story; what is left of that needs `settle`."""
    db.execute(
        "UPDATE item SET story = NULL, lead = 1, sources = 1, level = coalesce(own_level, level),"
        " flag = coalesce(own_flag, flag), own_level = NULL, own_flag = NULL WHERE id = ?",
        (item,),
    )
    index_item(db, item, folder)


def leave_mute(db: sqlite3.Connection, item: ItemId) -> None:
    """An item tells of something else than the story that was muted: it may be seen again."""
    db.execute(
        "UPDATE item SET muted_by = NULL WHERE id = ? AND muted_by IN (SELECT id FROM mute WHERE story IS NOT NULL)",
        (item,),
    )


def share_state(db: sqlite3.Connection, members: Sequence[ItemId]) -> None:
    """Stories that become one have the state of the one the user got furthest with; a star or note of any stays."""
    furthest = db.execute(
        "SELECT id FROM item WHERE id IN (SELECT value FROM json_each(?)) ORDER BY acked_ms IS NULL, state DESC, id",
        (json.dumps(members),),
    ).fetchone()
    starred, note = db.execute(
        "SELECT max(starred), max(note) FROM item WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(members),)
    ).fetchone()
    _share_state(db, members, ItemId(furthest[0]))
    db.executemany("UPDATE item SET starred = ?, note = ? WHERE id = ?", [(starred, note, one) for one in members])


def free_number(db: sqlite3.Connection, item: ItemId) -> int:
    """A number for a story that an item opens: its own, unless a story that it left bears it still."""
    for number in (int(item), *(-(4 * int(item) + n) for n in range(4))):
        if db.execute("SELECT 1 FROM item WHERE story = ? AND id <> ? LIMIT 1", (number, item)).fetchone() is None:
            return number
    raise AssertionError("an item left five stories that all bear its number")


def recent_texts(db: sqlite3.Connection, since: datetime, referred_since: datetime) -> list[StoredText]:
    """The texts of what may get company: items from `since` on, with a reference number from `referred_since` on."""
    rows = db.execute(
        "SELECT i.id, i.story, i.source, i.ref, t.title, substr(t.text, 1, 600) FROM item i JOIN item_text t"
        " ON t.item_id = i.id AND t.title <> '' WHERE i.id >= ?1 AND (i.id >= ?2 OR i.ref <> '') ORDER BY i.id, t.lang",
        (first_id(to_ms(referred_since)), first_id(to_ms(since))),
    )
    return [StoredText(ItemId(row[0]), row[1], row[2], row[3], row[4], row[5]) for row in rows]


def merged_stories(db: sqlite3.Connection) -> set[int]:
    """Stories the user put together."""
    return {int(row[0]) for row in db.execute("SELECT DISTINCT after FROM story_choice WHERE kind = 'merge'")}


def unite(db: sqlite3.Connection, members: Sequence[ItemId], story: int) -> None:
    """Let the stories of these items, and those among them that are alone, be one; `settle` must follow.

    What no longer is remembered of those stories comes along. Their state is that of the one the user got furthest with.
    """
    every = members_of(db, members)
    db.executemany("UPDATE item SET story = ? WHERE id = ?", [(story, member) for member in every])
    share_state(db, every)


def partings(db: sqlite3.Connection) -> list[tuple[ItemId, ...]]:
    """The items of each story that the user took one out of."""
    found: dict[str, list[ItemId]] = {}
    for command, item in db.execute("SELECT command, item_id FROM story_choice WHERE kind = 'split' ORDER BY item_id"):
        found.setdefault(command, []).append(ItemId(item))
    return [tuple(items) for items in found.values()]


def note_choice(
    db: sqlite3.Connection,
    command: CommandId,
    kind: str,
    moved: Iterable[tuple[ItemId, int | None]],
    after: int | None,
    now: datetime,
) -> None:
    """Remember what the user did, for undoing it: items with the story they were in."""
    db.executemany(
        "INSERT OR IGNORE INTO story_choice VALUES (?,?,?,?,?,?)",
        [(command, item, kind, before, after, to_ms(now)) for item, before in moved],
    )


def take_choice(db: sqlite3.Connection, command: CommandId) -> list[tuple[ItemId, int | None]]:
    """The items a command moved with the stories they were in; it is forgotten with that."""
    rows = db.execute("SELECT item_id, before FROM story_choice WHERE command = ?", (command,)).fetchall()
    db.execute("DELETE FROM story_choice WHERE command = ?", (command,))
    return [(ItemId(item), before) for item, before in rows]


def _share_state(db: sqlite3.Connection, items: Sequence[ItemId], like: ItemId) -> None:
    db.executemany(
        "UPDATE item SET (state, starred, archived, acked_ms, note) ="
        " (SELECT state, starred, archived, acked_ms, note FROM item WHERE id = ?) WHERE id = ?",
        [(like, item) for item in items if item != like],
    )
