# SPDX-License-Identifier: MIT
"""What stands before a row of the notices' grid: the level's own shape, or the icon of what else is told."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hkwatch.domain.item import Level
from hkwatch.domain.notify_grid import NoticeRow
from hkwatch.ui.marks import Marks

_LEVELS = {
    NoticeRow.CRITICAL: Level.CRITICAL,
    NoticeRow.HIGH: Level.HIGH,
    NoticeRow.NORMAL: Level.NORMAL,
    NoticeRow.LOW: Level.LOW,
}
_ICONS = {
    NoticeRow.ALERTS: "bell",
    NoticeRow.DEADLINES: "calendar-clock",
    NoticeRow.REGISTERS: "badge-check",
    NoticeRow.WATCH: "triangle-alert",
}
_SIZE = QSize(20, 20)
_ICON_PX = 16


class RowMark(QWidget):
    """The same mark as in the list. It says nothing that the row's name does not say."""

    def __init__(self, row: NoticeRow, marks: Marks) -> None:
        super().__init__()
        self.row, self._marks = row, marks
        self.setFixedSize(_SIZE)
        marks.theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = _SIZE.width() / 2
        level = _LEVELS.get(self.row)
        if level is not None:
            self._marks.level_shape(painter, middle, middle, level)
        else:
            left = middle - _ICON_PX / 2
            self._marks.icon(painter, _ICONS[self.row], "muted", left, left, _ICON_PX)
