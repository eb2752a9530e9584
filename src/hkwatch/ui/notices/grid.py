# SPDX-License-Identifier: MIT
"""Boxes to tick: which notices take which ways. Arrow keys go from box to box, Space ticks."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from hkwatch.domain.notify_grid import DESKTOP_WAYS, TRAY, UNCOUNTED, NoticeRow
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.notices.row_mark import RowMark
from hkwatch.ui.notices.words import row_hint, row_text, way_text

_BOX_WIDTH = 18
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class NoticeGrid(QWidget):
    """Rows by what a notice is about, columns by way: the desktop's three, then the user's own channels."""

    changed = Signal(str, object)
    """A row and all its ways, a tuple."""

    def __init__(
        self,
        ways: Mapping[NoticeRow, Sequence[str]],
        marks: Marks,
        language: str,
        channels: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`ways` are those of each row now; `channels` the id and name of each of the user's own."""
        super().__init__()
        self._ways = {row: tuple(ways.get(row, ())) for row in NoticeRow}
        names = dict(channels)
        columns = (*DESKTOP_WAYS, *names)
        self.boxes: dict[tuple[NoticeRow, str], QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for column, way in enumerate(columns, 1):
            head = plain(way_text(way, names), "muted")
            head.setFont(marks.fonts.font("small", language))
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignHCenter)
        for line, row in enumerate(NoticeRow, 1):
            grid.addLayout(_words(row, marks, language), line, 0)
            for column, way in enumerate(columns, 1):
                if way == TRAY and row in UNCOUNTED:
                    none = plain("–", "muted")
                    none.setAccessibleName(
                        QCoreApplication.translate("Notices", "{row}: the badge does not count them").format(
                            row=row_text(row)
                        )
                    )
                    grid.addWidget(none, line, column, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
                    continue
                box = QCheckBox()
                box.setFixedWidth(_BOX_WIDTH)
                box.setChecked(way in self._ways[row])
                box.setAccessibleName(f"{row_text(row)}: {way_text(way, names)}")
                box.setAccessibleDescription(row_hint(row))
                box.toggled.connect(lambda on, row=row, way=way: self._on_toggled(row, way, on=on))
                box.installEventFilter(self)
                grid.addWidget(box, line, column, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
                self.boxes[row, way] = box
        self._columns, self._rows = columns, tuple(NoticeRow)

    def _on_toggled(self, row: NoticeRow, way: str, *, on: bool) -> None:
        kept = tuple(one for one in self._ways[row] if one != way)
        self._ways[row] = (*kept, way) if on else kept
        self.changed.emit(row.value, self._ways[row])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            place = next((key for key, box in self.boxes.items() if box is watched), None)
            if step is not None and place is not None:
                self._go(place, step)
                return True
        return super().eventFilter(watched, event)

    def _go(self, place: tuple[NoticeRow, str], step: tuple[int, int]) -> None:
        line, column = self._rows.index(place[0]), self._columns.index(place[1])
        while True:
            line, column = line + step[0], column + step[1]
            if not (0 <= line < len(self._rows) and 0 <= column < len(self._columns)):
                return
            box = self.boxes.get((self._rows[line], self._columns[column]))
            if box is not None:
                box.setFocus(Qt.FocusReason.TabFocusReason)
                return


def _words(row: NoticeRow, marks: Marks, language: str) -> QGridLayout:
    """The mark beside the name, and under the name what it does not say itself."""
    words = QGridLayout()
    words.setHorizontalSpacing(8)
    words.setVerticalSpacing(0)
    words.setColumnStretch(1, 1)
    words.addWidget(RowMark(row, marks), 0, 0)
    words.addWidget(plain(row_text(row)), 0, 1)
    if hint := row_hint(row):
        label = plain(hint, "muted")
        label.setFont(marks.fonts.font("small", language))
        label.setWordWrap(True)
        words.addWidget(label, 1, 1)
    return words
