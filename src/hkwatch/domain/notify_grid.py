# SPDX-License-Identifier: MIT
"""By which ways each kind of notice goes out: a grid of rows (how serious, or what about) and ways.

A way is an id. Three belong to the desktop; others are the user's own and pass through here untouched.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hkwatch.domain.item import Level

POPUP = "popup"
SOUND = "sound"
TRAY = "tray"
DESKTOP_WAYS = (POPUP, SOUND, TRAY)
"""The desktop's own ways, in the order they are shown."""


class NoticeRow(StrEnum):
    """What a notice counts as: an item by its level, everything else by what it is about."""

    CRITICAL = "critical"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"
    ALERTS = "alerts"
    DEADLINES = "deadlines"
    REGISTERS = "registers"
    WATCH = "watch"


BY_LEVEL = {
    Level.CRITICAL: NoticeRow.CRITICAL,
    Level.HIGH: NoticeRow.HIGH,
    Level.NORMAL: NoticeRow.NORMAL,
    Level.LOW: NoticeRow.LOW,
}
_BY_KIND = {
    "alert": NoticeRow.ALERTS,
    "deadline": NoticeRow.DEADLINES,
    "deadline-moved": NoticeRow.DEADLINES,
    "outage": NoticeRow.WATCH,
    "held": NoticeRow.WATCH,
    # Asked for by the user, and of a low level so that it never counts as news.
    "life": NoticeRow.WATCH,
    "digest-failed": NoticeRow.WATCH,
}
UNCOUNTED = frozenset({NoticeRow.DEADLINES, NoticeRow.REGISTERS})
"""Rows the tray's badge has no number for."""


def row_of(kind: str, level: Level, *, of_register: bool = False) -> NoticeRow:
    """The row of a notice of this kind (as in the outbox). `of_register`: its item tells of a change in a register."""
    if (found := _BY_KIND.get(kind)) is not None:
        return found
    if of_register and level >= Level.HIGH:
        return NoticeRow.REGISTERS
    return BY_LEVEL[level]


@dataclass(frozen=True, slots=True)
class Grid:
    """The ways of each row; a row that is not named has none."""

    rows: Mapping[NoticeRow, frozenset[str]]

    def ways(self, row: NoticeRow) -> frozenset[str]:
        """All ways of a row."""
        return self.rows.get(row, frozenset())

    def tells(self, row: NoticeRow) -> bool:
        """Whether a notice of this row is queued at all: a badge alone tells nobody."""
        return bool(self.ways(row) - {TRAY})

    def tells_item(self, level: Level, *, of_register: bool) -> bool:
        """Whether items of this level are told."""
        return self.tells(row_of("item", level, of_register=of_register))

    def shows(self, row: NoticeRow, way: str) -> bool:
        """Whether a row takes a way."""
        return way in self.ways(row)

    def counted(self) -> frozenset[Level]:
        """Levels whose unread items the tray counts."""
        return frozenset(level for level, row in BY_LEVEL.items() if TRAY in self.ways(row))
