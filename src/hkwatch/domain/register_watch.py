# SPDX-License-Identifier: MIT
"""What is believed of a register from one reading to the next. Pure; the service stores the state.

    reading ─► fit? ── no ─► quarantine, noticed once when it reads the same for a day
                └─ yes ─► changes ─► told at once; a removal, and a licence that moved to another list, only when a
                                     second reading says so ten minutes later

A row that is missing once stays in `known` until its removal is confirmed, so that it may come back unseen.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hkwatch.domain.register import ChangeKind, RegisterChange, RegisterRow, Snapshot
from hkwatch.domain.register_diff import Quarantine, alone_strange, compare, on_common_columns, with_returns

CONFIRM_AFTER = timedelta(minutes=10)
NOTICE_AFTER = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Missing:
    """A row that a reading lacked, and since when."""

    row: RegisterRow
    since: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """A quarantine. `since` is when it began to read so; `reading` None where the page could not be read at all."""

    quarantine: Quarantine
    since: datetime
    reading: Snapshot | None
    noticed: bool = False


@dataclass(frozen=True, slots=True)
class Belief:
    """What is held to be true of a register. `former` are rows that left it for good; None = never read yet."""

    known: Snapshot | None = None
    missing: tuple[Missing, ...] = ()
    former: tuple[RegisterRow, ...] = ()
    held: Held | None = None

    @property
    def confirm_at(self) -> datetime | None:
        """When to read again so that a removal can be told; None while none waits."""
        return min(one.since for one in self.missing) + CONFIRM_AFTER if self.missing else None


@dataclass(frozen=True, slots=True)
class Observed:
    """What a reading led to. `is_baseline`: the first ever, of which nothing is told. `notice`: a quarantine lasts."""

    belief: Belief
    told: tuple[RegisterChange, ...] = ()
    is_baseline: bool = False
    notice: bool = False


def observe(belief: Belief, reading: Snapshot | Quarantine, now: datetime) -> Observed:
    """Take a reading in; a Quarantine stands for a page in which nothing could be read."""
    if isinstance(reading, Quarantine):
        return _hold(belief, reading, None, now)
    if belief.known is None:
        strange = alone_strange(reading)
        if strange is not None:
            return _hold(belief, strange, reading, now)
        return Observed(replace(belief, known=reading, held=None), is_baseline=True)
    found = compare(belief.known, reading)
    if found.quarantine is not None:
        return _hold(belief, found.quarantine, reading, now)
    since = {one.row: one.since for one in belief.missing}
    told: list[RegisterChange] = []
    missing: list[Missing] = []
    waiting: list[RegisterRow] = []
    for change in found.changes:
        # A licence that seems to have gone to another list is as grave as one that is gone.
        if change.old is None or not (change.kind is ChangeKind.REMOVED or change.leaves_licensed):
            told.append(change)
            continue
        first = since.get(change.old, now)
        if now - first >= CONFIRM_AFTER:
            told.append(change)
            continue
        missing.append(Missing(change.old, first))
        waiting += [change.new] if change.new is not None else []
    rows = list(reading.rows)
    for row in waiting:
        rows.remove(row)
    known = replace(reading, rows=(*rows, *(one.row for one in missing)))
    known = _keeping_columns(belief.known, known, missing)
    left = tuple(change.old for change in told if change.kind is ChangeKind.REMOVED and change.old is not None)
    marked = with_returns(told, belief.former)
    return Observed(Belief(known, tuple(missing), (*belief.former, *left)), marked)


def accept(belief: Belief) -> Observed:
    """Take the held reading as the new layout. Raises ValueError where none can be taken.

    What is gone from it is not told: the two layouts cannot be compared, and a missing row proves nothing.
    """
    held = belief.held
    if held is None or held.reading is None or not held.reading.rows:
        raise ValueError("there is no reading to accept")
    if belief.known is None:
        return Observed(Belief(held.reading), is_baseline=True)
    found = on_common_columns(belief.known, held.reading)
    told = tuple(change for change in found if change.kind is not ChangeKind.REMOVED)
    gone = tuple(change.old for change in found if change.kind is ChangeKind.REMOVED and change.old is not None)
    return Observed(Belief(held.reading, (), (*belief.former, *gone)), with_returns(told, belief.former))


def _hold(belief: Belief, quarantine: Quarantine, reading: Snapshot | None, now: datetime) -> Observed:
    former = belief.held
    if former is not None and former.quarantine == quarantine:
        held = replace(former, reading=reading if reading is not None else former.reading)
    else:
        held = Held(quarantine, now, reading)
    notice = not held.noticed and now - held.since >= NOTICE_AFTER
    # What was missing before the page changed its shape must be missing twice again after it.
    return Observed(replace(belief, missing=(), held=replace(held, noticed=held.noticed or notice)), notice=notice)


def _keeping_columns(old: Snapshot, new: Snapshot, missing: list[Missing]) -> Snapshot:
    """A list whose only rows are missing ones keeps the columns they had."""
    columns = {**new.columns}
    for name in {one.row.list for one in missing}:
        columns[name] = columns.get(name) or old.columns.get(name, frozenset())
    # One whose only rows wait elsewhere is empty for now, whatever its page says.
    bare = frozenset(name for name in new.lists if not new.on(name))
    return replace(new, columns=columns, said_empty=bare)
