# SPDX-License-Identifier: MIT
"""The last polls of one source, newest first: when, what the server said, what came of it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hkwatch.services.poll_entry import PollEntry
from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import short_time
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import CardGround, IconButton, wrapping
from hkwatch.ui.sources.words import poll_result

_LINE = 22


class LogCard(CardGround):
    """A card with the log, and over it what can be taken from it."""

    def __init__(self, marks: Marks, language: str, parent: QWidget | None = None) -> None:
        super().__init__(marks, parent)
        self._language = language
        self._entries: tuple[PollEntry, ...] = ()
        self._now: datetime | None = None
        self.title = plain("")
        self.body = IconButton(marks, "file-text", "link")
        self.copy = IconButton(marks, "copy", "link")
        for button in (self.body, self.copy):
            button.setProperty("bar", True)
        self.none = wrapping("muted")
        self.table = QTableWidget(0, 3)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setFrameShape(QTableWidget.Shape.NoFrame)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setMinimumSectionSize(_LINE)
        self.table.verticalHeader().setDefaultSectionSize(_LINE)
        for column in (0, 1):
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(self.title, 1)
        head.addWidget(self.body)
        head.addWidget(self.copy)
        self.none.setContentsMargins(6, 0, 6, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.table, 1)
        # Copying in the log means the diagnosis: single cells help nobody.
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self.copy.click)
        self.setMinimumHeight(176)
        marks.theme.changed.connect(self._fill)
        self.set_language(language)

    @property
    def entries(self) -> tuple[PollEntry, ...]:
        """What is shown, newest first."""
        return self._entries

    def show_entries(self, entries: Sequence[PollEntry], now: datetime | None) -> None:
        """Show these, newest first; the place scrolled to stays."""
        if tuple(entries) == self._entries and self._now is not None:
            return
        self._entries, self._now = tuple(entries), now
        self._fill()

    def lines(self) -> list[str]:
        """Each line as text."""
        return [" ".join(self._cells(entry)) for entry in self._entries] if self._now is not None else []

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        self.title.setFont(self._marks.fonts.font("strong", language))
        self.title.setText(self.tr("Last polls"))
        self.body.set_words(self.tr("View body"), self.tr("What the source answered last, as it came"))
        self.copy.set_words(
            self.tr("Copy diagnosis"), self.tr("State, address and log as text, for somebody who is asked for help")
        )
        self.none.setText(self.tr("Nothing was asked yet."))
        self.table.setAccessibleName(self.tr("Last polls, newest first"))
        self._fill()

    def _cells(self, entry: PollEntry) -> tuple[str, str, str]:
        assert self._now is not None
        status = "–" if entry.http_status is None else str(entry.http_status)
        return short_time(entry.at, self._now, self._language), status, poll_result(entry)

    def _fill(self) -> None:
        entries = self._entries if self._now is not None else ()
        self.none.setVisible(not entries)
        self.body.setEnabled(bool(entries))
        self.table.setVisible(bool(entries))
        at = self.table.verticalScrollBar().value()
        self.table.setRowCount(len(entries))
        theme, fonts = self._marks.theme, self._marks.fonts
        for row, entry in enumerate(entries):
            bad = bool(entry.error_key)
            status_colour = "critical" if bad else "ok" if entry.http_status == 200 else "muted"
            for column, (text, colour, role) in enumerate(
                zip(
                    self._cells(entry),
                    ("text2", status_colour, "muted"),
                    ("small", "small_strong", "small"),
                    strict=True,
                )
            ):
                item = self.table.item(row, column)
                if item is None:
                    item = QTableWidgetItem()
                    self.table.setItem(row, column, item)
                item.setText(text)
                item.setForeground(theme.colour(colour))
                item.setFont(fonts.font(role, self._language if column == 2 else "en"))
                if column == 0:
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(self._cells(entry)))
                item.setToolTip(text if column == 2 else "")
        self.table.verticalScrollBar().setValue(at)
