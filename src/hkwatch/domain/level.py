# SPDX-License-Identifier: MIT
"""When an item is critical: it is already high, and names a watched firm, removes a register row, or time runs out."""

from collections.abc import Collection, Sequence

from hkwatch.domain.entities import Mention
from hkwatch.domain.flags import Flags, Reason
from hkwatch.domain.item import Level

WORKDAYS_LEFT = 3
"""So many working days before a deadline, or fewer, make an item critical."""

ROW_REMOVED = "register-row-removed"
"""The rule named where an item is critical because it removes a register row."""
ROW_CHANGED = "register-change"
"""The rule named where an item says what else changed in a register."""
WATCHED = "watchlist"
"""The rule named where an item is critical because a watched firm is named."""
_WATCHED_WHY = "Names a firm on the watchlist"
_REMOVED_WHY = "Removes a row from a register"
_DEADLINE_WHY = "Three working days or fewer are left to comment"


def level_of(
    flags: Flags,
    entities_named: Sequence[Mention],
    watchlist: Collection[str],
    deadline_workdays_left: int | None,
    removes_register_row: bool,
) -> tuple[Level, Reason | None]:
    """The level on top of the rules' severity, and why; the reason is None where nothing was added.

    `entities_named` stand in title + line break + body, with offsets in that; `watchlist` holds ids of entities.
    `deadline_workdays_left` counts the working days after today up to the last day, 0 = it is today, negative = over,
    None = there is no deadline.
    """
    if flags.severity is not Level.HIGH:
        return flags.severity, None
    watched = next((mention for mention in entities_named if mention.entity.id in watchlist), None)
    if watched is not None:
        reason = Reason(WATCHED, "severity", "title", watched.entity.label, watched.start, watched.end, _WATCHED_WHY)
        return Level.CRITICAL, reason
    if removes_register_row:
        return Level.CRITICAL, Reason(ROW_REMOVED, "severity", "source", "", 0, 0, _REMOVED_WHY)
    if deadline_workdays_left is not None and 0 <= deadline_workdays_left <= WORKDAYS_LEFT:
        return Level.CRITICAL, Reason("deadline-near", "severity", "source", "", 0, 0, _DEADLINE_WHY)
    return flags.severity, None
