# SPDX-License-Identifier: MIT
"""The coverage statement's window: a month, its table, what was not watched; saved as Markdown or CSV."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.coverage import Month
from hkwatch.services.coverage import CoverageWording, Statement
from hkwatch.ui.away.texts import WindowTexts
from hkwatch.ui.chosen_row import ChosenRow
from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import clock, date, date_time, day_month, in_hkt, month_label
from hkwatch.ui.marks import Marks
from hkwatch.ui.shown_time import hong_kong, in_hong_kong
from hkwatch.ui.sources.parts import Ground, IconButton, fit_to_screen, wrapping
from hkwatch.ui.toast import Toast

_MONTHS = 24


_NAME_LEAST = 160
_EDGES = 16 + 16


class _OnScreen(CoverageWording):
    """The statement with times as the window writes them; files keep theirs, which sort."""

    def minute(self, at: datetime) -> str:
        with hong_kong():
            return f"{date_time(at, self._texts.language)} HKT"


class CoverageDialog(QDialog):
    """Shows what it is given; wishes are told."""

    month_chosen = Signal(object)
    """Month."""
    save_wanted = Signal(object, str)
    """The Statement, and `md` or `csv`."""

    def __init__(self, marks: Marks, month: Month, language: str, parent: QWidget) -> None:
        """`month` is the present one; it and those before it can be chosen."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._language = marks, language
        self._told: Statement | None = None
        self._months = [month]
        while len(self._months) < _MONTHS:
            self._months.append(self._months[-1].previous)
        self._build()
        fit_to_screen(self, 1160, 620)
        self.setMinimumSize(620, 360)
        self._retranslate()

    def _build(self) -> None:
        marks = self._marks
        self.title, self.span, self.summary, self.lost, self.meaning = (
            plain(""),
            plain("", "muted"),
            wrapping(),
            wrapping("muted", selectable=True),
            wrapping("muted"),
        )
        self.months = QComboBox()
        self.months.setMinimumWidth(160)
        self.table = QTableWidget()
        # Names differ at their ends.
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table = self.table
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        ChosenRow(table, marks)
        table.setFrameShape(QTableWidget.Shape.NoFrame)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(30)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Its bar comes after the widths are settled, and would take from the last of them.
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        # Columns take the width of their texts a moment after those are set.
        head.sectionResized.connect(lambda column, _old, _new: self._fit_names() if column else None)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.as_csv, self.as_text = IconButton(marks, "download"), IconButton(marks, "download", "primary")
        self.toast = Toast(marks.theme, marks.fonts, marks.icons, self, self._language)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.span)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self.months, 0, Qt.AlignmentFlag.AlignTop)
        upper = QVBoxLayout()
        upper.setContentsMargins(24, 16, 24, 10)
        upper.setSpacing(10)
        upper.addLayout(top)
        upper.addWidget(self.summary)
        lower = QVBoxLayout()
        lower.setContentsMargins(24, 10, 24, 10)
        lower.setSpacing(8)
        lower.addWidget(self.lost)
        lower.addWidget(self.meaning)
        foot = Ground(marks, "panel", line=True)
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(8)
        row.addWidget(self.as_text)
        row.addWidget(self.as_csv)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(upper)
        middle = QHBoxLayout()
        # A cell has 8 px of its own.
        middle.setContentsMargins(_EDGES // 2, 0, _EDGES // 2, 0)
        middle.addWidget(table)
        box.addLayout(middle, 1)
        box.addLayout(lower)
        box.addWidget(foot)
        self.months.activated.connect(lambda at: self.month_chosen.emit(self._months[at]))
        self.as_text.clicked.connect(lambda: self._save("md"))
        self.as_csv.clicked.connect(lambda: self._save("csv"))
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.as_text.click)
        QShortcut(QKeySequence.StandardKey.Copy, self).activated.connect(self._copy)

    def set_statement(self, told: Statement) -> None:
        """Show a month."""
        self._told = told
        self._fill()

    def _fill(self) -> None:
        told = self._told
        self.as_text.setEnabled(told is not None)
        self.as_csv.setEnabled(told is not None)
        if told is None:
            self.span.setText(self.tr("Reading…"))
            return
        words, table = _OnScreen(WindowTexts(self._language)), self.table
        heads = words.heads()
        self.span.setText(words.span(told))
        self.summary.setText(words.summary(told))
        self.meaning.setText(words.meaning())
        table.setColumnCount(len(heads))
        table.setHorizontalHeaderLabels(list(heads))
        table.setRowCount(len(told.lines))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for number, (names, line) in enumerate(told.lines):
            texts = (*words.cells(names, line)[:-1], self._since(line.since, told.month.start))
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                if column:
                    cell.setTextAlignment(right)
                else:
                    cell.setToolTip(text)
                table.setItem(number, column, cell)
        for column in range(len(heads)):
            head = table.horizontalHeaderItem(column)
            if column and head is not None:
                head.setTextAlignment(right)
            mode = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Interactive
            table.horizontalHeader().setSectionResizeMode(column, mode)
        self._fit_names()
        lost = [f"{first} – {last}: {name}, {how}" for name, first, last, how in map(words.gap, told.gaps[-4:])]
        self.lost.setText("\n".join(lost))
        self.lost.setVisible(bool(lost))

    @in_hong_kong
    def _since(self, since: datetime | None, month: datetime) -> str:
        if since is None:
            return ""
        if in_hkt(since).year != in_hkt(month).year:
            return date_time(since, self._language)
        return f"{day_month(since, self._language)} {clock(since)}"

    def _fit_names(self) -> None:
        """Names take what the numbers leave; in a narrow window they keep what can be read, and the table scrolls."""
        head = self.table.horizontalHeader()
        if not head.count():
            return
        numbers = sum(head.sectionSize(column) for column in range(1, head.count()))
        # The window's own width: the table has its new one only after this.
        left = self.width() - _EDGES - self.table.verticalScrollBar().sizeHint().width() - numbers
        is_wide = left >= _NAME_LEAST
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch if is_wide else QHeaderView.ResizeMode.Interactive)
        if not is_wide:
            head.resizeSection(0, _NAME_LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_names()

    def _save(self, form: str) -> None:
        if self._told is not None:
            self.save_wanted.emit(self._told, form)

    def _copy(self) -> None:
        if self._told is not None:
            text = CoverageWording(WindowTexts(self._language)).markdown(self._told)
            QGuiApplication.clipboard().setText(text)
            self.toast.tell(self.tr("Statement copied"), str(self._told.month))

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        self._retranslate()

    def _retranslate(self) -> None:
        fonts, language = self._marks.fonts, self._language
        self.setWindowTitle(self.tr("Coverage"))
        self.title.setText(self.tr("Coverage"))
        self.title.setFont(fonts.font("title", language))
        for label in (self.span, self.lost, self.meaning):
            label.setFont(fonts.font("small", language))
        self.summary.setFont(fonts.font("strong", language))
        self.as_text.set_words(self.tr("Save as Markdown…"), "Ctrl+S")
        self.as_csv.set_words(self.tr("Save as CSV…"))
        self.table.setAccessibleName(self.tr("Coverage by source"))
        self.months.setAccessibleName(self.tr("Month"))
        at = max(0, self.months.currentIndex())
        self.months.clear()
        for month in self._months:
            name = month_label(month.start, language)
            year = date(month.start, language)
            text = f"{month.year}年{month.number}月" if language != "en" else f"{year.split()[1]} {month.year}"
            self.months.addItem(text or name)
        self.months.setCurrentIndex(at)
        self.toast.set_language(language)
        self._fill()
