# SPDX-License-Identifier: MIT
"""What the journal says of one item: when it was published, first seen, told, looked at, opened, acknowledged and by whom."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from hkwatch.domain.item import Precision
from hkwatch.domain.journal import Act, JournalEntry
from hkwatch.domain.order import from_ms


@dataclass(frozen=True, slots=True)
class ItemAudit:
    """Times are aware UTC, None for what did not happen. `before` names what happened at a time nobody recorded.

    `notified_how` is the way a notice took, or why there was none. `by_story` names what was done with another item that
    tells of the same event. `withdrawn_at` is when an acknowledgement was taken back last.
    """

    item: int
    published: datetime | None = None
    day_only: bool = False
    first_seen: datetime | None = None
    notified: datetime | None = None
    notified_how: str = ""
    seen: datetime | None = None
    opened: datetime | None = None
    acknowledged: datetime | None = None
    acknowledged_by: str = ""
    note: str = ""
    withdrawn_at: datetime | None = None
    is_old: bool = False
    """It was stored before the journal began: what it says of the time before was not chained then."""
    before: frozenset[str] = frozenset()
    by_story: frozenset[str] = frozenset()


_SHARED = ("notified", "seen", "opened", "acknowledged")
"""What done with one item of a story is done with all of them, as far as the user is concerned."""


def item_audit(item: int, entries: Sequence[JournalEntry], others: Iterable[Sequence[JournalEntry]] = ()) -> ItemAudit:
    """What entries about an item say, in their order; `others` are those about the other items of its story."""
    own = _read(item, entries)
    for other in (_read(item, one) for one in others):
        for name in _SHARED:
            if getattr(own, name) is None and name not in own.before and getattr(other, name) is not None:
                facts = {name: getattr(other, name)}
                if name == "notified":
                    facts["notified_how"] = other.notified_how
                elif name == "acknowledged":
                    facts |= {"acknowledged_by": other.acknowledged_by, "note": own.note or other.note}
                own = replace(own, **facts, by_story=own.by_story | {name})
    return own


def _read(item: int, entries: Sequence[JournalEntry]) -> ItemAudit:
    found = ItemAudit(item)
    for entry in entries:
        found = _after(found, entry)
    return found


def _after(found: ItemAudit, entry: JournalEntry) -> ItemAudit:
    at, facts = from_ms(entry.at_ms), _facts(entry.detail)
    match entry.kind:
        case Act.BEFORE:
            return _from_before(found, facts)
        case Act.FIRST_SEEN:
            # A number is free again once its item was taken out: what was done with that one is none of this one's.
            return ItemAudit(found.item, first_seen=at, **_published(facts))
        case Act.PUBLISHED:
            return replace(found, **_published(facts))
        case Act.ALERT_FIRED:
            return replace(found, first_seen=at, notified_how=str(facts.get("untold", "")), **_published(facts))
        case Act.NOTIFIED if found.notified is None or found.notified_how.startswith("maybe"):
            return replace(found, notified=at, notified_how=str(facts.get("channel") or "shown"))
        case Act.MAYBE_NOTIFIED if found.notified is None:
            return replace(found, notified=at, notified_how="maybe shown")
        case Act.NOT_NOTIFIED if found.notified is None:
            return replace(found, notified_how=f"not told: {facts.get('error', 'no reason noted')}")
        case Act.SEEN if found.seen is None:
            return replace(found, seen=at)
        case Act.READ if found.opened is None:
            return replace(found, opened=at)
        case Act.ACKNOWLEDGE | Act.UNACKNOWLEDGE if "undo" in facts:
            return _after_undo(found, entry, at, str(facts.get("note", "")))
        case Act.ACKNOWLEDGE:
            note = str(facts.get("note", "")) or found.note
            if found.acknowledged is not None:
                return replace(found, note=note)
            return replace(found, acknowledged=at, acknowledged_by=entry.actor, note=note)
        case Act.UNREAD if "undo" in facts:
            # Only that it was read is put back; an acknowledgement stands.
            return found
        case Act.UNACKNOWLEDGE | Act.UNREAD if found.acknowledged is not None:
            return replace(found, acknowledged=None, acknowledged_by="", withdrawn_at=at)
        case Act.NOTE:
            return replace(found, note=str(facts.get("note", "")))
    return found


def _after_undo(found: ItemAudit, entry: JournalEntry, at: datetime, note: str) -> ItemAudit:
    """An acknowledgement that was put back or taken back by undoing; the note is again what it was."""
    if entry.kind == Act.ACKNOWLEDGE:
        return replace(found, acknowledged=at, acknowledged_by=entry.actor, note=note)
    return replace(found, acknowledged=None, acknowledged_by="", note=note, withdrawn_at=at)


def _facts(detail: str) -> dict[str, object]:
    """The facts of an entry; none where somebody wrote something else there."""
    try:
        facts = json.loads(detail)
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def _published(facts: dict[str, object]) -> dict[str, Any]:
    at_ms = facts.get("published_ms")
    return {
        "published": from_ms(at_ms) if isinstance(at_ms, int) else None,
        "day_only": facts.get("precision") == Precision.DAY.value,
    }


def _from_before(found: ItemAudit, facts: dict[str, object]) -> ItemAudit:
    first_seen, acked, state, told = (facts.get(name) for name in ("first_seen_ms", "acked_ms", "state", "told"))
    before = set()
    # What came with the back catalogue was stored as read without anybody having read it.
    if isinstance(state, int) and not facts.get("back"):
        before |= {name for name, least in (("seen", 1), ("opened", 2)) if state >= least}
    notified, how = None, ""
    if isinstance(told, list) and len(told) == 2:
        how = "shown" if told[0] == "shown" else "maybe shown"
        notified = from_ms(told[1]) if isinstance(told[1], int) else None
        before |= {"notified"} if notified is None else set()
    return replace(
        found,
        first_seen=from_ms(first_seen) if isinstance(first_seen, int) else None,
        notified=notified,
        notified_how=how,
        acknowledged=from_ms(acked) if isinstance(acked, int) else None,
        acknowledged_by="not recorded" if isinstance(acked, int) else "",
        note=str(facts.get("note", "")),
        is_old=True,
        before=frozenset(before),
        **_published(facts),
    )
