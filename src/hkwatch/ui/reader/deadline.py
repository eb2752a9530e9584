# SPDX-License-Identifier: MIT
"""The reader's line about a deadline: until when, how many working days, and the way into a calendar."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from hkwatch.domain.deadline import CountedDeadline
from hkwatch.ui.deadlines.words import reader_line
from hkwatch.ui.keys.sequence import with_key
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import ElidedLabel, IconButton, set_role


class DeadlineStrip(QWidget):
    """Hidden where the item has no deadline."""

    export_wanted = Signal(object)
    """KnownDeadline to be written into a calendar file."""
    board_wanted = Signal(object)
    """ItemId whose deadline shall be shown among the others."""

    def __init__(self, marks: Marks, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._left: CountedDeadline | None = None
        self._icon = QLabel()
        self.line = ElidedLabel("strong")
        self.export = IconButton(marks, "calendar-clock", "link")
        self.board = QToolButton()
        self.export.setProperty("bar", True)
        self.board.setFixedSize(28, 28)
        self.export.clicked.connect(self._on_export)
        self.board.clicked.connect(self._on_board)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.line, 1)
        row.addWidget(self.export)
        row.addWidget(self.board)
        marks.theme.changed.connect(self._set_icon)
        self._key = "G, D"
        self.hide()
        self._retranslate()

    def show_deadline(self, left: CountedDeadline | None) -> None:
        """Replace what is shown."""
        self._left = left
        self.setVisible(left is not None)
        self._retranslate()

    def set_language(self, language: str) -> None:
        """Language of the words."""
        self._language = language
        self._retranslate()

    def set_key(self, key: str) -> None:
        """The key that shows the deadlines, empty for none."""
        self._key = key
        self._retranslate()

    def _retranslate(self) -> None:
        self.line.setFont(self._marks.fonts.font("body", self._language))
        self.export.set_words(self.tr("Add to calendar…"))
        self.board.setToolTip(with_key(self.tr("All deadlines"), self._key))
        self.board.setAccessibleName(self.tr("All deadlines"))
        if self._left is None:
            return
        self.line.setText(reader_line(self._left, self._language))
        self.line.setAccessibleName(self.line.text())
        set_role(self.line, "bad" if self._left.is_near else "strong" if self._left.is_open else "muted")
        self.export.setVisible(self._left.is_open)
        self._set_icon()

    def _set_icon(self) -> None:
        self.board.setIcon(self._marks.icons.icon("table-2", "text2"))
        is_near = self._left is not None and self._left.is_near
        self._icon.setPixmap(
            self._marks.icons.icon("calendar-clock", "critical" if is_near else "consultation").pixmap(16)
        )

    def _on_export(self) -> None:
        if self._left is not None:
            self.export_wanted.emit(self._left.deadline)

    def _on_board(self) -> None:
        if self._left is not None:
            self.board_wanted.emit(self._left.deadline.item or self._left.deadline.conclusion)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
