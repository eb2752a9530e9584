# SPDX-License-Identifier: MIT
"""What changed between two readings of a register, and whether they may be compared at all. Pure.

    old, new ─► pairs (same list before other lists, number before name) ─► changes
             └► lost lists, columns, rows ─► quarantine: the page changed its shape, nothing is told

A page that lost its tables must never read as a mass revocation. Each rule below names a way in which one could.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from hkwatch.domain.register import (
    HOLDS,
    ChangeKind,
    RegisterChange,
    RegisterRow,
    Snapshot,
    match_name,
)

GONE_SHARE = 0.2
GONE_LEAST = 3
"""More than this share of a register, all its lists together, and at least so many rows, never leave in one day."""


@dataclass(frozen=True, slots=True)
class Quarantine:
    """Why a reading is not compared. `reason` is a stable key, `detail` the finding in English.

    Reasons: `no-tables`, `cut-short`, `lost-table`, `lost-column`, `no-names`, `broken-rows`, `empty-table`,
    `rows-gone`, `other-register`.
    """

    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The changes, or why there are none to be trusted: with `quarantine` set, `changes` is empty."""

    changes: tuple[RegisterChange, ...]
    quarantine: Quarantine | None = None


def compare(old: Snapshot, new: Snapshot, accepted: Collection[RegisterRow] = ()) -> Comparison:
    """What is different in `new`, unless its shape says that it must not be compared.

    `accepted` are rows of `old` whose absence the user has taken as real: they are no sign of a broken page any more.
    """
    strange = _cut(old, new) or alone_strange(new) or _lost_shape(old, new)
    if strange is not None:
        return Comparison((), strange)
    changes = diff(old.rows, new.rows)
    strange = _lost_rows(old, new, [change for change in changes if change.old not in accepted], len(accepted))
    return Comparison((), strange) if strange is not None else Comparison(changes)


def diff(old: Sequence[RegisterRow], new: Sequence[RegisterRow]) -> tuple[RegisterChange, ...]:
    """Every change, in the order of the new rows and then of the old ones that are gone."""
    partner = _pairs(old, new)
    changes: list[RegisterChange] = []
    for place, row in enumerate(new):
        former = partner.get(place)
        kind = ChangeKind.ADDED if former is None else _kind(old[former], row)
        if kind is not None:
            changes.append(RegisterChange(kind, None if former is None else old[former], row))
    kept = set(partner.values())
    changes += [RegisterChange(ChangeKind.REMOVED, row, None) for place, row in enumerate(old) if place not in kept]
    return tuple(changes)


def apply(rows: Iterable[RegisterRow], changes: Iterable[RegisterChange]) -> tuple[RegisterRow, ...]:
    """The rows after the changes. Raises ValueError for a change of a row that is not there."""
    after = list(rows)
    for change in changes:
        if change.old is not None:
            after.remove(change.old)
        if change.new is not None:
            after.append(change.new)
    return tuple(after)


def with_returns(changes: Iterable[RegisterChange], former: Iterable[RegisterRow]) -> tuple[RegisterChange, ...]:
    """The changes, with what was added marked as re-appeared where it had left the register before."""
    known = tuple(former)
    numbers = {row.ce for row in known if row.ce}
    names = {match_name(name) for row in known for name in (row.name_en, row.name_zh) if name}

    def is_back(row: RegisterRow) -> bool:
        return row.ce in numbers or any(match_name(name) in names for name in (row.name_en, row.name_zh) if name)

    return tuple(
        replace(change, kind=ChangeKind.REAPPEARED)
        if change.kind is ChangeKind.ADDED and is_back(change.row)
        else change
        for change in changes
    )


def on_common_columns(old: Snapshot, new: Snapshot) -> tuple[RegisterChange, ...]:
    """The changes between two layouts: a column that only one of them has is no difference."""
    shared: frozenset[str] = frozenset().union(*old.columns.values()) & frozenset().union(*new.columns.values())
    if not shared:
        return ()
    return diff([_only(row, shared) for row in old.rows], [_only(row, shared) for row in new.rows])


def alone_strange(new: Snapshot) -> Quarantine | None:
    """What makes a reading unfit whatever was read before; None where nothing does."""
    if not new.lists:
        return Quarantine("no-tables", "The page has none of the register's tables.")
    if new.broken:
        return Quarantine("broken-rows", f"{new.broken} row(s) of the page lack cells.")
    for name in new.lists:
        rows = new.on(name)
        if any(not row.key for row in rows) or (rows and not _has_names(new, name)):
            return Quarantine("no-names", f"The names in the list “{name}” cannot be found.")
        if not rows and name not in new.said_empty:
            # A table whose rows are loaded by a script comes without them; that is no empty list.
            return Quarantine(
                "empty-table", f"The list “{name}” has no rows and the page does not say that it is empty."
            )
    return None


def _has_names(snapshot: Snapshot, name: str) -> bool:
    columns = snapshot.columns.get(name, frozenset())
    return not columns or bool(columns & {"name_en", "name_zh"})


def _cut(old: Snapshot, new: Snapshot) -> Quarantine | None:
    if old.register != new.register:
        return Quarantine("other-register", f"“{new.register}” cannot be compared with “{old.register}”.")
    if old.is_whole and not new.is_whole:
        return Quarantine("cut-short", "The page ends before its end.")
    if old.last_update and not new.last_update:
        return Quarantine("cut-short", "The page does not say any more when it was last updated.")
    return None


def _lost_shape(old: Snapshot, new: Snapshot) -> Quarantine | None:
    lost = [name for name in old.lists if name not in new.lists]
    for name in lost:
        if not _was_merged(old, new, name):
            return Quarantine("lost-table", f"The list “{name}” is not on the page any more.")
    for name in old.lists:
        if name not in new.lists or not new.on(name):
            continue
        missing = old.columns.get(name, frozenset()) - new.columns.get(name, frozenset())
        if missing and old.on(name):
            words = ", ".join(sorted(missing))
            return Quarantine("lost-column", f"The list “{name}” has lost a column: {words}.")
    return None


def _was_merged(old: Snapshot, new: Snapshot, name: str) -> bool:
    """Whether a lost list went into one that the page had before; a list of licences never does."""
    rows = old.on(name)
    if not rows or name in HOLDS:
        return False
    left = {place for place, row in enumerate(old.rows) if row.list == name}
    found = {former: place for place, former in _pairs(old.rows, new.rows).items() if former in left}
    return len(found) == len(left) and all(new.rows[place].list in old.lists for place in found.values())


def _lost_rows(old: Snapshot, new: Snapshot, changes: Sequence[RegisterChange], accepted: int) -> Quarantine | None:
    gone = [change.old for change in changes if change.kind is ChangeKind.REMOVED and change.old is not None]
    before = len(old.rows) - accepted
    if _is_too_much(len(gone), before):
        return Quarantine("rows-gone", f"{len(gone)} of {before} rows of the register are gone at once.")
    for name in old.lists:
        # Few or many, a whole list that goes nowhere looks like a table that was not filled.
        count = sum(row.list == name for row in gone)
        if count and not new.on(name):
            return Quarantine(
                "rows-gone", f"All {len(old.on(name))} row(s) of the list “{name}” went, {count} of them nowhere."
            )
    for name in new.lists:
        count = len(old.on(name))
        away = [
            change for change in changes if change.old is not None and change.old.list == name and _goes_off(change)
        ]
        if count >= GONE_LEAST and len(away) == count and not _are_merged(old, new, name, away):
            return Quarantine("rows-gone", f"All {count} rows of the list “{name}” stand on another list at once.")
    # Two headings that changed places would read as licences turned back into applications, or given up.
    back = sum(change.leaves_licensed and change.new is not None for change in changes)
    before = sum(row.list in HOLDS for row in old.rows)
    if _is_too_much(back, before):
        return Quarantine("rows-gone", f"{back} of {before} licensed rows stand on another list at once.")
    return None


def _goes_off(change: RegisterChange) -> bool:
    """Whether a row stands on another list that holds no licences."""
    old, new = change.old, change.new
    return old is not None and new is not None and new.list not in HOLDS | {old.list}


def _are_merged(old: Snapshot, new: Snapshot, name: str, away: Sequence[RegisterChange]) -> bool:
    """Whether rows joined others on their new list and left nothing behind; headings that changed places do neither."""
    if name in HOLDS or new.on(name):
        return False
    into = {change.new.list for change in away if change.new is not None}
    pairs = _pairs(old.rows, new.rows).items()
    return into <= {old.rows[former].list for place, former in pairs if old.rows[former].list == new.rows[place].list}


def _is_too_much(gone: int, before: int) -> bool:
    return gone >= GONE_LEAST and gone > GONE_SHARE * before


def _kind(old: RegisterRow, new: RegisterRow) -> ChangeKind | None:
    if old.list != new.list:
        return ChangeKind.MOVED
    different = RegisterChange(ChangeKind.CHANGED, old, new).differences()
    if not different:
        return None
    before, now = different.get("name_en", ("", ""))
    if before and now and match_name(before) != match_name(now):
        return ChangeKind.RENAMED
    if not (old.name_en and new.name_en) and "name_zh" in different and all(different["name_zh"]):
        return ChangeKind.RENAMED
    return ChangeKind.CHANGED


def _pairs(old: Sequence[RegisterRow], new: Sequence[RegisterRow]) -> dict[int, int]:
    """Place in `new` → place in `old` of the same entity; each is used once."""
    partner: dict[int, int] = {}
    free = dict.fromkeys(range(len(old)))
    for key_of in _WAYS:
        waiting: dict[object, list[int]] = {}
        for place in free:
            key = key_of(old[place])
            if key is not None:
                waiting.setdefault(key, []).append(place)
        for place, row in enumerate(new):
            if place in partner:
                continue
            candidates = waiting.get(key_of(row))
            if candidates:
                former = candidates.pop(0)
                partner[place] = former
                del free[former]
    return partner


def _number(row: RegisterRow) -> str | None:
    return row.ce or None


def _english(row: RegisterRow) -> str | None:
    return match_name(row.name_en) or None


def _chinese(row: RegisterRow) -> str | None:
    return match_name(row.name_zh) or None


def _platform_and_day(row: RegisterRow) -> tuple[str, str] | None:
    """A row without a number whose name is new: the platform and the day of the application say that it is the same."""
    return (match_name(row.platform), row.date) if row.platform and row.date and not row.ce else None


def _here(key_of: Callable[[RegisterRow], object | None]) -> Callable[[RegisterRow], object | None]:
    def key(row: RegisterRow) -> object | None:
        found = key_of(row)
        return None if found is None else (row.list, found)

    return key


def _number_and_name(row: RegisterRow) -> tuple[str, str] | None:
    return (row.ce, match_name(row.name_en)) if row.ce and row.name_en else None


_WAYS: tuple[Callable[[RegisterRow], object | None], ...] = (
    lambda row: row,
    _here(_number_and_name),
    _here(_number),
    _here(_english),
    _here(_chinese),
    _number,
    _english,
    _chinese,
    _here(_platform_and_day),
)
"""How rows find each other, the surest way first. A platform alone is none: it returns under another company."""


def _only(row: RegisterRow, shared: frozenset[str]) -> RegisterRow:
    return RegisterRow(
        row.list,
        row.name_en if "name_en" in shared else "",
        row.name_zh if "name_zh" in shared else "",
        row.platform if "platform" in shared else "",
        row.ce,
        row.date if "date" in shared else "",
        tuple(pair for pair in row.fields if pair[0] in shared),
    )
