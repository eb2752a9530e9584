# SPDX-License-Identifier: MIT
"""Asks which stored prices go into a CSV file: from which day to which, in minutes or in hours."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hkwatch.domain.bars import HOUR_S, MINUTE_S
from hkwatch.domain.hkt import HKT
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import IconButton, set_role, wrapping


@dataclass(frozen=True, slots=True)
class PriceWish:
    """Prices of an asset from `start` up to and without `end` (aware UTC), a bar each `step_s` seconds."""

    asset: str
    start: datetime
    end: datetime
    step_s: int


class PriceExportDialog(QDialog):
    """Both days are Hong Kong's and whole; the file is asked for afterwards."""

    wanted = Signal(object)
    """The PriceWish."""

    def __init__(
        self, marks: Marks, language: str, asset: str, first: date, last: date, today: date, parent: QWidget
    ) -> None:
        """`first` and `last` are proposed; nothing after `today` can be chosen."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._asset = asset
        self.setWindowTitle(self.tr("Export prices of {0}").format(asset))
        title = plain(self.windowTitle())
        title.setFont(marks.fonts.font("title", language))
        lead = wrapping("muted")
        lead.setText(self.tr("US$ as CSV: start of each bar, open, high, low, close. Days are Hong Kong's."))
        self.first, self.last = QDateEdit(_qt(first)), QDateEdit(_qt(last))
        for edit in (self.first, self.last):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setMaximumDate(_qt(today))
            edit.dateChanged.connect(self._check)
        self.step = QComboBox()
        self.step.addItem(self.tr("A bar an hour"), HOUR_S)
        self.step.addItem(self.tr("A bar a minute, as far back as they are kept"), MINUTE_S)
        self.said = wrapping("muted")
        self.cancel, self.choose = QPushButton(self.tr("Cancel")), IconButton(marks, "download", "primary")
        self.choose.set_words(self.tr("Choose a file…"))
        self.cancel.setAutoDefault(False)
        self.choose.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.choose.clicked.connect(self._on_choose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        for line, (text, control) in enumerate(
            ((self.tr("From"), self.first), (self.tr("To, inclusive"), self.last), (self.tr("Bars"), self.step))
        ):
            label = plain(text, "text2")
            label.setBuddy(control)
            control.setAccessibleName(text)
            grid.addWidget(label, line, 0)
            grid.addWidget(control, line, 1)
        grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(6)
        box.addWidget(title)
        box.addWidget(lead)
        box.addSpacing(12)
        box.addLayout(grid)
        box.addSpacing(12)
        box.addLayout(foot)
        self.setMinimumWidth(460)
        self._check()

    @property
    def wish(self) -> PriceWish:
        """What is chosen."""
        start = datetime.combine(_day(self.first), time(), HKT)
        end = datetime.combine(_day(self.last) + timedelta(days=1), time(), HKT)
        return PriceWish(self._asset, start, end, int(self.step.currentData()))

    def fail(self, text: str) -> None:
        """It could not be written; another range or file may be chosen."""
        self.said.setText(text)
        set_role(self.said, "bad")

    def _check(self) -> None:
        is_right = self.first.date() <= self.last.date()
        self.choose.setEnabled(is_right)
        if is_right:
            self.said.setText("")
        else:
            self.fail(self.tr("The first day comes after the last."))

    def _on_choose(self) -> None:
        self.wanted.emit(self.wish)


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
