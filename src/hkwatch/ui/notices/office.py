# SPDX-License-Identifier: MIT
"""Office hours in the settings: on or off, from and until by weekday, and whether Hong Kong's holidays are days off."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTime
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QTimeEdit, QVBoxLayout, QWidget

from hkwatch.domain.quiet import DAYS
from hkwatch.services.settings import Office
from hkwatch.ui.dialogs import plain
from hkwatch.ui.notices.words import day_text
from hkwatch.ui.theme import Fonts, pad_spin_box

_USUAL = ("09:00", "18:00")


class OfficeRows(QWidget):
    """`set_option` is called with an option's name and value at each change."""

    def __init__(self, office: Office, fonts: Fonts, language: str, set_option: Callable[[str, object], None]) -> None:
        super().__init__()
        self._set = set_option
        self._fonts, self._language = fonts, language
        self.on = QCheckBox(QCoreApplication.translate("NoticePage", "Hold notices back outside office hours"))
        self.on.setChecked(office.on)
        self.on.toggled.connect(self._on_toggled)
        hint = self._hint(
            QCoreApplication.translate(
                "NoticePage",
                "Held and told afterwards as in quiet hours, which hold beside them. Hong Kong time; critical notices pass"
                " where they pass in quiet hours.",
            )
        )
        self.holidays = QCheckBox(QCoreApplication.translate("NoticePage", "Hong Kong’s general holidays are days off"))
        self.holidays.setChecked(office.holidays_off)
        self.holidays.toggled.connect(lambda on: self._set("holidays_off", on))
        for tick in (self.on, self.holidays):
            tick.setAccessibleName(tick.text())
        self.days: dict[str, QCheckBox] = {}
        self.times: dict[str, tuple[QTimeEdit, QTimeEdit]] = {}
        self.wrong = self._hint("", "warn")
        self.wrong.hide()
        self.grid = QWidget()
        grid = QGridLayout(self.grid)
        grid.setContentsMargins(26, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(4, 1)
        for line, day in enumerate(DAYS):
            self._day(grid, line, day, getattr(office, day))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.on, hint, self.grid, self.wrong, self.holidays):
            column.addWidget(widget)
        self._show_use()

    def _hint(self, text: str, role: str = "muted") -> QLabel:
        label = plain(text, role)
        label.setFont(self._fonts.font("small", self._language))
        label.setWordWrap(True)
        label.setContentsMargins(26, 0, 0, 0)
        return label

    def _day(self, grid: QGridLayout, line: int, day: str, value: str) -> None:
        start, dash, end = value.partition("-")
        box = self.days[day] = QCheckBox(day_text(day))
        box.setChecked(bool(dash))
        box.setAccessibleName(
            QCoreApplication.translate("NoticePage", "Office open on: {day}").format(day=day_text(day))
        )
        edits = []
        names = (
            QCoreApplication.translate("NoticePage", "Office opens: {day}"),
            QCoreApplication.translate("NoticePage", "Office closes: {day}"),
        )
        for name, at in zip(names, (start, end) if dash else _USUAL, strict=True):
            edit = QTimeEdit(QTime.fromString(at, "HH:mm"))
            edit.setDisplayFormat("HH:mm")
            edit.setKeyboardTracking(False)
            edit.setAccessibleName(name.format(day=day_text(day)))
            pad_spin_box(edit)
            edit.timeChanged.connect(lambda _at, day=day: self._tell(day))
            edits.append(edit)
        self.times[day] = (edits[0], edits[1])
        box.toggled.connect(lambda _on, day=day: self._tell(day))
        grid.addWidget(box, line, 0)
        grid.addWidget(edits[0], line, 1)
        grid.addWidget(plain("–", "muted"), line, 2, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(edits[1], line, 3)

    def _tell(self, day: str) -> None:
        start, end = (edit.time().toString("HH:mm") for edit in self.times[day])
        is_on = self.days[day].isChecked()
        self._show_use()
        if is_on and start >= end:
            # Not stored: until it is put right the former hours hold.
            self.wrong.setText(
                QCoreApplication.translate("NoticePage", "{day}: the office must close after it opens.").format(
                    day=day_text(day)
                )
            )
            self.wrong.show()
            return
        self.wrong.hide()
        self._set(day, f"{start}-{end}" if is_on else "")

    def _on_toggled(self, on: bool) -> None:
        self._set("on", on)
        self._show_use()

    def _show_use(self) -> None:
        """What does not hold now cannot be set."""
        is_on = self.on.isChecked()
        self.grid.setEnabled(is_on)
        self.holidays.setEnabled(is_on)
        for day, edits in self.times.items():
            for edit in edits:
                edit.setEnabled(self.days[day].isChecked())
