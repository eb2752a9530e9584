# SPDX-License-Identifier: MIT
"""Whether an item that is worth telling is told: a story is told once, not each of its items.

nothing told of the story yet      told, by the story's lead
a notice of it still waits         that one speaks of the lead, at the highest level; what would be told again ends a snooze
told already                       again only when it became more serious than what was told, or when the regulator's own
                                   act follows what others reported; then the story is new to the user again
"""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.store import channel_queue, outbox, stories
from hkwatch.store.stories import Rank

_OWN_ACT = 0


def queue(
    db: sqlite3.Connection,
    item: ItemId,
    name: str,
    level: Level,
    now: datetime,
    rank: Rank | None,
    *,
    desktop: bool = True,
) -> None:
    """Queue the notice of an item of this identity in the caller's transaction, if its story is to be told by it.

    `rank` None: items are not grouped. `desktop` False: the desktop says nothing of it, but channels may.
    """
    key = f"item:{name}"
    if not desktop and not channel_queue.takes(db, key, "item", level, item):
        return
    members = (item,) if rank is None else stories.members_of(db, [item])
    is_story = len(members) > 1
    lead = stories.lead_of(db, item) if is_story else item
    found = outbox.told_of(db, members)
    waiting = next((one for one in found if one.state in ("due", "held")), None)
    if waiting is None and desktop:
        # What only channels told is news to the desktop.
        found = [one for one in found if one.state != outbox.OFF]
    is_act = rank is not None and is_story and _is_first_act(db, item, found, rank)
    if waiting is not None:
        if not desktop:
            # It says so to channels as well, and an item that is not told makes it no more urgent.
            return
        is_more = level > waiting.level or is_act
        outbox.retarget(db, waiting.id, lead, max(level, waiting.level), now if is_more else None)
        if is_more and is_story:
            # Who read what others reported has not read this.
            stories.open_again(db, lead, now)
        return
    if found and level <= max(one.level for one in found) and not is_act:
        return
    if not desktop:
        outbox.add_for_channels(db, key, "item", level, now, item=lead)
        return
    is_new = outbox.add(db, key, "item", level, now, item=lead) is not None or outbox.tell_after_all(db, key, now)
    if is_new and found:
        stories.open_again(db, lead, now)


def _is_first_act(db: sqlite3.Connection, item: ItemId, told: Sequence[outbox.Told], rank: Rank) -> bool:
    """Whether an item is the regulator's own act, and what is told or waits to be is only what others reported."""
    return rank(outbox.publisher_of(db, item)) == _OWN_ACT and not any(rank(one.publisher) == _OWN_ACT for one in told)
