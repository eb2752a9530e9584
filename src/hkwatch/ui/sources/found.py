# SPDX-License-Identifier: MIT
"""The feeds an address or a file led to: each with a check, its title, its language, and its newest items."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.own_source import FoundSource, NewSource
from hkwatch.ui.dialogs import plain
from hkwatch.ui.error_text import told
from hkwatch.ui.formats import short_time
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import CardGround, StateBadge, wrapping
from hkwatch.ui.sources.words import LANGUAGES

_DATE_WIDTH = 84
_AT_ONCE = 20
"""Rows made in one go: a long file must not stop the window."""


class FoundRow(CardGround):
    """One feed. A known one or one that cannot be read has no check."""

    toggled = Signal()

    def __init__(self, marks: Marks, found: FoundSource, now: datetime, language: str, parent: QWidget) -> None:
        super().__init__(marks, parent)
        self.found = found
        self._language = language
        small = marks.fonts.font("small", language)
        self.check = QCheckBox()
        self.check.setFixedWidth(18)
        can_add = found.known is None and not found.error
        self.check.setChecked(can_add)
        self.check.setEnabled(can_add)
        name = found.title or found.url
        self.check.setAccessibleName(self.tr("Add {0}").format(name))
        self.check.toggled.connect(self._on_toggled)
        self.title = QLineEdit(found.title)
        self.title.setPlaceholderText(found.url)
        self.title.setAccessibleName(self.tr("Title"))
        self.lang = QComboBox()
        for key, text in LANGUAGES:
            self.lang.addItem(text, key)
        self.lang.setCurrentIndex(max(0, self.lang.findData(found.lang)))
        self.lang.setAccessibleName(self.tr("Language of {0}").format(name))
        self.badge = StateBadge(marks)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.check)
        if can_add:
            head.addWidget(self.title, 1)
            head.addWidget(self.lang)
            self.badge.hide()
        else:
            label = wrapping()
            label.setText(name)
            label.setFont(marks.fonts.font("medium", language))
            head.addWidget(label, 1)
            head.addWidget(self.badge)
            if found.known is not None:
                self.badge.tell(self.tr("Already watched"), "check", "calm", language)
            else:
                self.badge.tell(self.tr("Cannot be added"), "circle-alert", "bad", language)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(6)
        box.addLayout(head)
        for text, role in self._lines():
            label = wrapping(role, selectable=role != "bad")
            label.setFont(small)
            label.setText(text.replace("/", "/\u200b") if role == "muted" else text)
            label.setContentsMargins(26, 0, 0, 0)
            box.addWidget(label)
        if found.items:
            box.addLayout(self._preview(marks, now))
        self.setAccessibleName(f"{name}. {self.badge.text}".strip(". "))

    def _lines(self) -> Iterator[tuple[str, str]]:
        found = self.found
        if found.url and found.url != (found.title or found.url):
            yield found.url, "muted"
        if found.asked and found.asked not in (found.url, found.title):
            yield self.tr("found at {0}").format(found.asked), "muted"
        if found.error:
            yield told(found.error, found.next_step), "bad"

    def _preview(self, marks: Marks, now: datetime) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(26, 2, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, _DATE_WIDTH)
        small = marks.fonts.font("small", self._language)
        figures = marks.fonts.font("small", "en")
        for line, item in enumerate(self.found.items[:5]):
            at = plain(
                short_time(item.published_at, now, self._language) if item.published_at else self.tr("no date"), "muted"
            )
            at.setFont(figures if item.published_at else small)
            title = wrapping("text2")
            title.setText(item.title or item.link)
            title.setFont(small)
            grid.addWidget(at, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(title, line, 1)
        return grid

    @property
    def wanted(self) -> NewSource | None:
        """What to add, None where it is not checked."""
        if not self.check.isChecked():
            return None
        title = self.title.text().strip() or self.found.title or self.found.url
        return NewSource(self.found.url, title, str(self.lang.currentData()), self.found.folder)

    def _on_toggled(self, on: bool) -> None:
        self.title.setEnabled(on)
        self.lang.setEnabled(on)
        self.toggled.emit()


class FoundList(QScrollArea):
    """All rows, with a label over each folder. Rows beyond the first few are made while the window goes on."""

    changed = Signal()
    """Another number of rows is checked."""

    def __init__(self, marks: Marks, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._waiting: list[FoundSource] = []
        self._now: datetime | None = None
        self._folder = ""
        self.rows: list[FoundRow] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more = QTimer(self)
        self._more.setInterval(0)
        self._more.timeout.connect(self._make)

    def show_found(self, found: Sequence[FoundSource], now: datetime) -> None:
        """Show these in place of what was there."""
        page = QWidget()
        page.setProperty("ground", "surface")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(24, 4, 24, 12)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.setWidget(page)
        self.rows = []
        self._waiting, self._now, self._folder = list(found), now, ""
        self._make()

    @property
    def is_complete(self) -> bool:
        """Whether every row is there."""
        return not self._waiting

    def check_all(self, on: bool) -> None:
        """Check or uncheck every row that can be."""
        for row in self.rows:
            if row.check.isEnabled():
                row.check.setChecked(on)

    def wanted(self) -> tuple[NewSource, ...]:
        """What is checked, in order; rows still to be made count as they came."""
        made = [row.wanted for row in self.rows]
        later = [
            NewSource(one.url, one.title or one.url, one.lang, one.folder)
            for one in self._waiting
            if one.known is None and not one.error
        ]
        return (*(one for one in made if one is not None), *later)

    def _make(self) -> None:
        assert self._now is not None
        now, part, self._waiting = self._now, self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for found in part:
            if found.folder != self._folder:
                self._folder = found.folder
                label = wrapping()
                label.setText(found.folder or self.tr("No folder"))
                label.setFont(self._marks.fonts.font("small_strong", self._language))
                self._column.insertWidget(self._column.count() - 1, label)
            row = FoundRow(self._marks, found, now, self._language, self)
            row.toggled.connect(self.changed)
            self.rows.append(row)
            self._column.insertWidget(self._column.count() - 1, row)
        if self._waiting:
            self._more.start()
        else:
            self._more.stop()
        self.changed.emit()
