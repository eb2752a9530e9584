# SPDX-License-Identifier: MIT
"""What is believed of a register from one reading to the next. Pure; the service stores the state.

    reading ─► fit? ── no ─► quarantine, noticed once when it reads the same for a day
                └─ yes ─► changes ─► told at once; a removal, and a licence that moved to another list, only when a
                                     second reading says so ten minutes later

A row that is missing once stays in `known` until its removal is confirmed, so that it may come back unseen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hkwatch.domain.register import ChangeKind, RegisterChange, RegisterRow, Snapshot
from hkwatch.domain.register_diff import Quarantine, alone_strange, compare, diff, on_common_columns, with_returns

CONFIRM_AFTER = timedelta(minutes=10)
NOTICE_AFTER = timedelta(hours=24)
ROWS_GONE = "rows-gone"
"""The quarantine of a page that has its shape and only lacks rows."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A row that a reading lacked, and since when. `accepted`: the user took a page as real that lacks it."""

    row: RegisterRow
    since: datetime
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A quarantine. `since` is when it began to read so; `reading` None where the page could not be read at all."""

    quarantine: Quarantine
    since: datetime
    reading: Snapshot | None
    noticed: bool = False

    @property
    def can_accept(self) -> bool:
        """Whether the reading may become what is believed: it has rows, or says itself that it has none."""
        return self.reading is not None and (bool(self.reading.rows) or self.quarantine.reason == ROWS_GONE)


@dataclass(frozen=True, slots=True)
class Belief:
    """What is held to be true of a register. `former` are rows that left it for good; None = never read yet."""

    known: Snapshot | None = None
    missing: tuple[Missing, ...] = ()
    former: tuple[RegisterRow, ...] = ()
    held: Held | None = None

    @property
    def confirm_at(self) -> datetime | None:
        """When to read again so that a removal can be told; None while none waits, or a quarantine has to end first."""
        is_due = self.missing and self.held is None
        return min(one.since for one in self.missing) + CONFIRM_AFTER if is_due else None


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
    accepted = frozenset(one.row for one in belief.missing if one.accepted)
    found = compare(belief.known, reading, accepted)
    if found.quarantine is not None:
        return _hold(belief, found.quarantine, reading, now)
    waits: list[tuple[RegisterChange, Missing]] = []
    before = {one.row: one for one in belief.missing}
    for change in found.changes:
        if (row := _grave(change)) is not None:
            one = before.get(row, Missing(row, now))
            if now - one.since < CONFIRM_AFTER:
                waits.append((change, one))
    return _believe(belief, belief.known, reading, found.changes, waits)


def accept(belief: Belief) -> Observed:
    """Take the held reading as the new layout. Raises ValueError where none can be taken.

    Where it has the columns it had and only lacks rows, these wait for a second reading like any removal. What is gone
    from another layout is not told: the two cannot be compared, and a missing row proves nothing.
    """
    held = belief.held
    if held is None or held.reading is None or not held.can_accept:
        raise ValueError("there is no reading to accept")
    known, reading = belief.known, held.reading
    if known is None:
        return Observed(Belief(reading), is_baseline=True)
    if held.quarantine.reason == ROWS_GONE and _has_same_columns(known, reading):
        changes = diff(known.rows, reading.rows)
        graves = [(change, row) for change in changes if (row := _grave(change)) is not None]
        waits = [(change, Missing(row, held.since, accepted=True)) for change, row in graves]
        return _believe(belief, known, reading, changes, waits)
    found = on_common_columns(known, reading)
    told = tuple(change for change in found if change.kind is not ChangeKind.REMOVED)
    gone = tuple(change.old for change in found if change.kind is ChangeKind.REMOVED and change.old is not None)
    return Observed(Belief(reading, (), (*belief.former, *gone)), with_returns(told, belief.former))


def _grave(change: RegisterChange) -> RegisterRow | None:
    """The old row of a change that a second reading must confirm; None for any other.

    A licence that seems to have gone to another list is as grave as one that is gone.
    """
    return change.old if change.kind is ChangeKind.REMOVED or change.leaves_licensed else None


def _believe(
    belief: Belief,
    old: Snapshot,
    reading: Snapshot,
    changes: Sequence[RegisterChange],
    waits: Sequence[tuple[RegisterChange, Missing]],
) -> Observed:
    """Take the changes as real but for those that wait: their old rows stay known, their new ones are not yet."""
    waiting = [change for change, _ in waits]
    missing = tuple(one for _, one in waits)
    told = [change for change in changes if change not in waiting]
    rows = list(reading.rows)
    for change in waiting:
        if change.new is not None:
            rows.remove(change.new)
    known = replace(reading, rows=(*rows, *(one.row for one in missing)))
    known = _keeping_columns(old, known, missing)
    left = tuple(change.old for change in told if change.kind is ChangeKind.REMOVED and change.old is not None)
    return Observed(Belief(known, missing, (*belief.former, *left)), with_returns(told, belief.former))


def _has_same_columns(old: Snapshot, new: Snapshot) -> bool:
    both = [name for name in new.lists if old.on(name) and new.on(name)]
    return all(old.columns.get(name) == new.columns.get(name) for name in both)


def _hold(belief: Belief, quarantine: Quarantine, reading: Snapshot | None, now: datetime) -> Observed:
    former = belief.held
    if former is not None and former.quarantine == quarantine:
        held = replace(former, reading=reading if reading is not None else former.reading)
    else:
        held = Held(quarantine, now, reading)
    notice = not held.noticed and now - held.since >= NOTICE_AFTER
    # What was missing before the page changed its shape must be missing twice again after it; what the user accepted
    # stays accepted, and waits anew.
    missing = tuple(replace(one, since=now) for one in belief.missing if one.accepted)
    held = replace(held, noticed=held.noticed or notice)
    return Observed(replace(belief, missing=missing, held=held), notice=notice)


def _keeping_columns(old: Snapshot, new: Snapshot, missing: Sequence[Missing]) -> Snapshot:
    """A list whose only rows are missing ones keeps the columns they had."""
    columns = {**new.columns}
    for name in {one.row.list for one in missing}:
        columns[name] = columns.get(name) or old.columns.get(name, frozenset())
    # One whose only rows wait elsewhere is empty for now, whatever its page says.
    bare = frozenset(name for name in new.lists if not new.on(name))
    return replace(new, columns=columns, said_empty=bare)
