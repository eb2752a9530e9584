# SPDX-License-Identifier: MIT
"""All sources with their state, what went wrong and what to do about it."""

from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.events import SourceHealth, SourceState, WatchStatusChanged
from hkwatch.domain.ids import SourceId
from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import short_time
from hkwatch.ui.marks import DotState, Marks
from hkwatch.ui.watch_words import source_name, source_state_text

_DOTS = {
    SourceState.OK: DotState.OK,
    SourceState.FAILING: DotState.FAILING,
    SourceState.OFFLINE: DotState.OFFLINE,
    SourceState.UNCHECKED: DotState.UNCHECKED,
    SourceState.OFF: DotState.UNCHECKED,
}


class SourcesDialog(QDialog):
    """Follows the watch while it is open. Check now asks the selected source, or all with none selected."""

    check_wanted = Signal(object)
    """SourceId, or None for all."""

    def __init__(self, marks: Marks, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._language = marks, language
        self._sources: tuple[SourceHealth, ...] = ()
        self._now: datetime | None = None
        self._title = plain("")
        self._title.setFont(marks.fonts.font("title", language))
        self._hint = plain("", "muted")
        self._hint.setWordWrap(True)
        self.table = QTableWidget(0, 5)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(marks.theme.size("table_row"))
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column in (0, 1, 2, 4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.check = QPushButton()
        self.check.setProperty("kind", "primary")
        self.check.clicked.connect(self._on_check)
        self.close_button = QPushButton()
        self.close_button.clicked.connect(self.accept)
        self.table.itemSelectionChanged.connect(self._on_selected)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.check)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(24, 20, 24, 16)
        column_box.setSpacing(8)
        column_box.addWidget(self._title)
        column_box.addWidget(self.table, 1)
        column_box.addWidget(self._hint)
        column_box.addLayout(foot)
        self.resize(980, 460)
        self._retranslate()

    def set_status(self, status: WatchStatusChanged, now: datetime) -> None:
        """Show every source; the selected one stays selected."""
        self._sources, self._now = status.sources, now
        self.table.setRowCount(len(self._sources))
        for place, health in enumerate(self._sources):
            cells = (
                source_name(health, self._language),
                source_state_text(health, now, self._language),
                short_time(health.last_ok_at, now, self._language) if health.last_ok_at else "",
                f"{health.error} {health.next_step}".strip(),
                short_time(health.next_at, now, self._language) if health.next_at else "",
            )
            for column, text in enumerate(cells):
                item = self.table.item(place, column)
                if item is None:
                    item = QTableWidgetItem()
                    self.table.setItem(place, column, item)
                item.setText(text)
                item.setToolTip(text)
            state = self.table.item(place, 1)
            assert state is not None
            state.setData(Qt.ItemDataRole.DecorationRole, self._dot(_DOTS[health.state]))
        self._on_selected()

    def _dot(self, state: DotState) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(16 * ratio), round(16 * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(pixmap)
        box = QRectF(0, 0, 16, 16)
        self._marks.source_dot(painter, box.center().x(), box.center().y(), state)
        painter.end()
        return pixmap

    def _chosen(self) -> SourceHealth | None:
        rows = self.table.selectionModel().selectedRows()
        return self._sources[rows[0].row()] if rows else None

    def _on_selected(self) -> None:
        chosen = self._chosen()
        self.check.setText(self.tr("Check this source now") if chosen else self.tr("Check all now"))
        if chosen is None:
            self._hint.setText(self.tr("A source that fails is asked again by itself, at growing intervals."))
        else:
            self._hint.setText(f"{chosen.error} {chosen.next_step}".strip() or source_name(chosen, self._language))

    def _on_check(self) -> None:
        chosen = self._chosen()
        source: SourceId | None = chosen.source if chosen else None
        self.check_wanted.emit(source)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Sources"))
        self._title.setText(self.tr("Sources"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Source"), self.tr("State"), self.tr("Last answer"), self.tr("Error"), self.tr("Next try")]
        )
        self.table.setAccessibleName(self.tr("Sources"))
        self.close_button.setText(self.tr("Close"))
        self._on_selected()

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        if self._now is not None:
            self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
