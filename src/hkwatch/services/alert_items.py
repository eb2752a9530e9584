# SPDX-License-Identifier: MIT
"""What came in lately, for alerts: saved searches that fire by themselves, and items that a price must go with.

Runs inside one transaction of the store: firing, notice and the mark that an item was told are written together.
"""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hkwatch.domain import alerts as rules
from hkwatch.domain.alerts import AlertKind, AlertSpec, AlertState, Blocked, Firing, ItemCondition, Phase, Sample
from hkwatch.domain.events import AlertView
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import AlertId, ItemId
from hkwatch.domain.query import QueryError, parse_query
from hkwatch.store import alerts as store
from hkwatch.store import pages

LOOK_BACK = timedelta(days=2)
"""Older items are no news, even where the program was off in between."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a look at the items came to: new states, firings, and when each price alert's items were first seen."""

    states: dict[AlertId, AlertState]
    firings: tuple[Firing, ...]
    seen: dict[AlertId, tuple[datetime, ...]]


def look(
    db: sqlite3.Connection,
    views: Iterable[AlertView],
    folder: Folder,
    latest: dict[str, Sample],
    now: datetime,
    write: Callable[[sqlite3.Connection, AlertSpec, Firing], int],
) -> Found:
    """Match what is new against the alerts. `write` stores a firing with its notice and returns its row."""
    states: dict[AlertId, AlertState] = {}
    firings: list[Firing] = []
    seen: dict[AlertId, tuple[datetime, ...]] = {}
    for view in views:
        spec, state = view.spec, view.state
        if spec.with_item is None or state.phase in (Phase.FIRED, Phase.EXPIRED):
            continue
        if spec.kind is not AlertKind.ITEM:
            # As far back as a gap is filled: its crossings need the items of their own time.
            reach = max(timedelta(seconds=2 * spec.with_item.within_s), LOOK_BACK)
            try:
                found = matching(db, spec.with_item, folder, now - reach, now)
            except QueryError:
                if state.blocked is not Blocked.QUERY:
                    states[spec.id] = replace(state, blocked=Blocked.QUERY, blocked_since=now, waiting=None)
                continue
            if state.blocked is Blocked.QUERY:
                # What the price did meanwhile is not known: the next one decides anew on which side it is.
                anew = rules.rearm(spec, state, None, now)
                states[spec.id] = replace(anew, snoozed_until=state.snoozed_until)
            seen[spec.id] = tuple(at for _, at in found)
            continue
        try:
            found = matching(db, spec.with_item, folder, max(state.since, now - LOOK_BACK), now)
        except QueryError:
            states[spec.id] = replace(state, blocked=Blocked.QUERY, blocked_since=state.blocked_since or now)
            continue
        told = store.told_items(db, spec.id) if found else set()
        for item, _ in found:
            if item in told:
                continue
            state, firing = rules.on_item(spec, state, item, now, latest.get(spec.asset))
            if firing is None:
                break
            store.add_told_item(db, spec.id, item, write(db, spec, firing))
            firings.append(firing)
        if state.blocked is Blocked.QUERY:
            state = replace(state, blocked=None, blocked_since=None)
        if state is not view.state:
            states[spec.id] = state
    for ident, state in states.items():
        store.save_state(db, ident, state)
    return Found(states, tuple(firings), seen)


def matching(
    db: sqlite3.Connection, condition: ItemCondition, folder: Folder, since: datetime, now: datetime
) -> list[tuple[ItemId, datetime]]:
    """New items since then that a condition asks for, oldest first. Raises QueryError."""
    # Read first: that a search is broken must not show only once there is something to find.
    query = parse_query(condition.query) if condition.query.strip() else None
    found = store.new_items(db, since, condition.level)
    if query is None or not found:
        return found
    hits = set(pages.matching(db, query, folder, tuple(item for item, _ in found), now))
    return [(item, at) for item, at in found if item in hits]
