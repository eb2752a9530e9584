# SPDX-License-Identifier: MIT
"""Every notice with what became of it: when, what it said, whether it was seen and what was answered."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.delivery import Delivery
from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import short_time
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.marks import Marks
from hkwatch.ui.notices.words import cause_text, state_text
from hkwatch.ui.row_table import RowTable

_TEXT, _STATE = 1, 2


class NoticeLog(QDialog):
    """Follows what is told while it is open. Enter or a double click opens the item of a notice."""

    item_wanted = Signal(object)
    """ItemId."""
    test_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, marks: Marks, language: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._language = marks, language
        self._shown: tuple[Delivery, ...] = ()
        self._now: datetime | None = None
        self._title = plain("")
        self._title.setFont(marks.fonts.font("title", language))
        self.problem = plain("", "muted")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.empty = EmptyState(marks)
        self.table = RowTable(marks, 3, _TEXT)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.table.itemDoubleClicked.connect(lambda _: self._on_open())
        self.test, self.settings, self.open_item, self.close_button = (QPushButton() for _ in range(4))
        self.open_item.setProperty("kind", "primary")
        for button in (self.test, self.settings, self.open_item):
            button.setAutoDefault(False)
        self.test.clicked.connect(self.test_wanted)
        self.settings.clicked.connect(self.settings_wanted)
        self.open_item.clicked.connect(self._on_open)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.test, self.settings):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.open_item)
        column = QVBoxLayout(self)
        # A cell has 8 px of its own: the words around the table stand where its texts do.
        column.setContentsMargins(16, 20, 16, 16)
        for label in (self._title, self.problem):
            label.setContentsMargins(8, 0, 8, 0)
        foot.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.problem)
        column.addWidget(self.empty, 1)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.resize(920, 480)
        self._retranslate()

    def set_deliveries(self, found: Sequence[Delivery], now: datetime) -> None:
        """Show these, newest first; the selected one stays selected."""
        chosen = self._chosen()
        self._shown, self._now = tuple(found), now
        rows, tips = [], {}
        for place, one in enumerate(self._shown):
            said = " · ".join(part for part in (one.title, *one.body.splitlines()) if part)
            rows.append(
                (
                    short_time(one.told_at or one.created_at, now, self._language),
                    said or self._kind_text(one.kind),
                    state_text(one, self._language),
                )
            )
            if one.error:
                tips[place, _STATE] = cause_text(one.error)
        same = next((n for n, one in enumerate(self._shown) if chosen is not None and one.id == chosen.id), None)
        self.table.fill(rows, same, tips)
        self.empty.setVisible(not self._shown)
        self.table.setVisible(bool(self._shown))
        self._on_selected()

    def set_problem(self, problem: str) -> None:
        """Why nobody can show notices; empty while somebody can."""
        text = self.tr("Notices are shown in the window: {cause}").format(cause=cause_text(problem))
        self.problem.setText(text if problem else "")
        self.problem.setVisible(bool(problem))

    def _kind_text(self, kind: str) -> str:
        if kind == "alert":
            return self.tr("Price alert")
        if kind in ("deadline", "deadline-moved"):
            return self.tr("Deadline")
        return self.tr("Watch") if kind in ("outage", "held") else self.tr("Notice")

    def _chosen(self) -> Delivery | None:
        return self.table.chosen_of(self._shown)

    def _on_selected(self) -> None:
        chosen = self._chosen()
        self.open_item.setEnabled(chosen is not None and chosen.item is not None)

    def _on_open(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.item is not None:
            self.item_wanted.emit(chosen.item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self._on_open()
        else:
            super().keyPressEvent(event)

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Notifications"))
        self._title.setText(self.tr("Notifications"))
        self.empty.language = self._language
        self.empty.tell("bell", self.tr("Nothing has been told yet."))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Time (HKT)"), self.tr("What it said"), self.tr("What became of it")]
        )
        self.table.setAccessibleName(self.tr("Notifications"))
        self.test.setText(self.tr("Send a test"))
        self.settings.setText(self.tr("Settings…"))
        self.open_item.setText(self.tr("Open item"))
        self.close_button.setText(self.tr("Close"))
        if self._now is not None:
            self.set_deliveries(self._shown, self._now)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
