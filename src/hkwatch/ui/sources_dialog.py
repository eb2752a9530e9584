# SPDX-License-Identifier: MIT
"""All sources with their state, what went wrong and what to do about it."""

from collections.abc import Sequence
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
from hkwatch.services.inbox import PollEntry
from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import short_time
from hkwatch.ui.marks import DotState, Marks
from hkwatch.ui.source_detail import SourceDetail
from hkwatch.ui.watch_words import good_share, source_name, source_state_text

_DOTS = {
    SourceState.OK: DotState.OK,
    SourceState.QUIET: DotState.PART,
    SourceState.MOVED: DotState.PART,
    SourceState.FAILING: DotState.FAILING,
    SourceState.BLOCKED: DotState.FAILING,
    SourceState.FORMAT_CHANGED: DotState.FAILING,
    SourceState.OFFLINE: DotState.OFFLINE,
    SourceState.UNCHECKED: DotState.UNCHECKED,
    SourceState.OFF: DotState.UNCHECKED,
}


class SourcesDialog(QDialog):
    """Follows the watch while it is open. Check now asks the selected source, or all with none selected."""

    check_wanted = Signal(object)
    """SourceId, or None for all."""
    log_wanted = Signal(object)
    """SourceId whose last polls are to be given to `set_log`."""

    def __init__(self, marks: Marks, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._language = marks, language
        self._sources: tuple[SourceHealth, ...] = ()
        self._now: datetime | None = None
        self._title = plain("")
        self._title.setFont(marks.fonts.font("title", language))
        self.detail = SourceDetail(marks, language)
        self._logged: tuple[SourceId, datetime | None, datetime | None] | None = None
        self.table = QTableWidget(0, 6)
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
        for column in range(1, 6):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
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
        column_box.addWidget(self.table, 3)
        column_box.addWidget(self.detail, 2)
        column_box.addLayout(foot)
        self.resize(980, 640)
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
                str(health.http_status or ""),
                short_time(health.next_at, now, self._language) if health.next_at else "",
                good_share(health),
            )
            failure = f"{health.error} {health.next_step}".strip()
            for column, text in enumerate(cells):
                item = self.table.item(place, column)
                if item is None:
                    item = QTableWidgetItem()
                    self.table.setItem(place, column, item)
                item.setText(text)
                item.setToolTip(failure if column == 1 and failure else text)
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
        self.detail.show_source(chosen, self._now, self._language)
        # A poll changes one of the two times; only then the log is another.
        wanted = (chosen.source, chosen.last_ok_at, chosen.next_at) if chosen is not None else None
        if wanted is not None and wanted != self._logged:
            self._logged = wanted
            self.log_wanted.emit(chosen.source if chosen else None)

    def set_log(self, source: SourceId, entries: Sequence[PollEntry]) -> None:
        """The last polls of a source, newest first."""
        chosen = self._chosen()
        if chosen is not None and chosen.source == source and self._now is not None:
            self.detail.show_log(entries, self._now)

    def _on_check(self) -> None:
        chosen = self._chosen()
        source: SourceId | None = chosen.source if chosen else None
        self.check_wanted.emit(source)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Sources"))
        self._title.setText(self.tr("Sources"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Source"),
                self.tr("State"),
                self.tr("Last answer"),
                self.tr("HTTP"),
                self.tr("Next try"),
                self.tr("Good polls"),
            ]
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
