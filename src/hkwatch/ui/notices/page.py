# SPDX-License-Identifier: MIT
"""The settings of notices: the grid, a test of each way, sounds, repetition, quiet and office hours. Changes hold at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.notify_grid import DESKTOP_WAYS, NoticeRow
from hkwatch.domain.quiet import DAYS
from hkwatch.services.settings import Settings
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.notices.grid import NoticeGrid
from hkwatch.ui.notices.office import OfficeRows
from hkwatch.ui.notices.words import day_text, row_text, sound_text, way_text
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.theme import pad_spin_box

_SOUNDS = ("none", "ping", "chime", "alarm")
_LEVELS = (NoticeRow.CRITICAL, NoticeRow.HIGH, NoticeRow.NORMAL, NoticeRow.LOW)
_CONTROL_WIDTH = 120


class NoticePage(QWidget):
    """A page for the settings window; it keeps no state beside the settings."""

    def __init__(
        self,
        store: SettingsStore,
        marks: Marks,
        language: str,
        test: Callable[[str], object] | None = None,
        channels: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`test` tries a way out by its id; without it no test is offered. `channels`: id and name of the user's own."""
        super().__init__()
        self._store, self._fonts, self._language = store, marks.fonts, language
        settings = store.settings
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        rows = {row: getattr(settings.notify, row.value) for row in NoticeRow}
        self.grid = NoticeGrid(rows, marks, language, channels)
        self.grid.changed.connect(lambda row, ways: self._store.set("notify", row, ways))
        column.addWidget(self.grid)
        self.tests: dict[str, QPushButton] = {}
        if test is not None:
            column.addLayout(self._test_row(test, channels))
        column.addSpacing(8)
        column.addLayout(self._sound_rows(settings))
        column.addSpacing(8)
        column.addWidget(self._title(QCoreApplication.translate("NoticePage", "Quiet hours")))
        column.addLayout(self._quiet_rows(settings))
        column.addSpacing(8)
        column.addWidget(self._title(QCoreApplication.translate("NoticePage", "Office hours")))
        self.office = OfficeRows(
            settings.office, self._fonts, language, lambda name, value: store.set("office", name, value)
        )
        column.addWidget(self.office)

    def _title(self, text: str) -> QLabel:
        label = plain(text)
        label.setFont(self._fonts.font("strong", self._language))
        return label

    def _test_row(self, test: Callable[[str], object], channels: Sequence[tuple[str, str]]) -> QHBoxLayout:
        names = dict(channels)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(plain(QCoreApplication.translate("NoticePage", "Send a test"), "muted"))
        row.addStretch(1)
        for way in (*DESKTOP_WAYS, *names):
            button = self.tests[way] = QPushButton(way_text(way, names))
            button.setAutoDefault(False)
            button.setAccessibleName(
                QCoreApplication.translate("NoticePage", "Send a test: {way}").format(way=way_text(way, names))
            )
            button.clicked.connect(lambda _checked=False, way=way: test(way))
            row.addWidget(button)
        return row

    def _sound_rows(self, settings: Settings) -> QGridLayout:
        grid = _two_columns()
        for line, row in enumerate(_LEVELS):
            option = f"sound_{row.value}"
            name = QCoreApplication.translate("NoticePage", "Sound of level {level}").format(level=row_text(row))
            box = QComboBox()
            for sound in _SOUNDS:
                box.addItem(sound_text(sound), sound)
            box.setCurrentIndex(_SOUNDS.index(getattr(settings.notify, option)))
            box.setMinimumWidth(_CONTROL_WIDTH)
            box.activated.connect(lambda at, option=option: self._store.set("notify", option, _SOUNDS[at]))
            self._place(grid, line, name, "", box)
        again = self._check("notify", "repeat_critical", checked=settings.notify.repeat_critical)
        self._place(
            grid,
            len(_LEVELS),
            QCoreApplication.translate("NoticePage", "Repeat critical notices"),
            QCoreApplication.translate(
                "NoticePage", "Every five minutes with their sound, until they are acknowledged, opened or dismissed"
            ),
            again,
        )
        return grid

    def _quiet_rows(self, settings: Settings) -> QGridLayout:
        quiet, grid = settings.quiet, _two_columns()
        held = QCoreApplication.translate(
            "NoticePage", "What would have popped up is told afterwards as one; the inbox has it all at once"
        )
        self._place(
            grid,
            0,
            QCoreApplication.translate("NoticePage", "Hold notices back"),
            held,
            self._check("quiet", "on", checked=quiet.on),
        )
        times = QHBoxLayout()
        times.setSpacing(8)
        for option, value, name in (
            ("start", quiet.start, QCoreApplication.translate("NoticePage", "Quiet from")),
            ("end", quiet.end, QCoreApplication.translate("NoticePage", "Quiet until")),
        ):
            edit = QTimeEdit(QTime.fromString(value, "HH:mm"))
            edit.setDisplayFormat("HH:mm")
            edit.setKeyboardTracking(False)
            edit.setAccessibleName(name)
            pad_spin_box(edit)
            edit.timeChanged.connect(lambda at, option=option: self._store.set("quiet", option, at.toString("HH:mm")))
            if option == "end":
                times.addWidget(plain("–", "muted"))
            times.addWidget(edit)
        zone = QComboBox()
        zone.addItem(QCoreApplication.translate("NoticePage", "Hong Kong time"), "hkt")
        zone.addItem(QCoreApplication.translate("NoticePage", "this computer’s time"), "local")
        zone.setCurrentIndex(0 if quiet.zone == "hkt" else 1)
        zone.setAccessibleName(QCoreApplication.translate("NoticePage", "Clock of quiet hours"))
        zone.activated.connect(lambda at: self._store.set("quiet", "zone", ("hkt", "local")[at]))
        times.addWidget(zone)
        grid.addLayout(_line(QCoreApplication.translate("NoticePage", "From, until"), times), 1, 0, 1, 2)
        grid.addLayout(_line(QCoreApplication.translate("NoticePage", "On"), self._days(quiet.days)), 2, 0, 1, 2)
        critical = self._check("quiet", "critical_passes", checked=quiet.critical_passes)
        self._place(
            grid,
            3,
            QCoreApplication.translate("NoticePage", "Critical notices pass"),
            QCoreApplication.translate("NoticePage", "They are told although it is quiet"),
            critical,
        )
        desktop = self._check("quiet", "with_desktop", checked=quiet.with_desktop)
        told = QCoreApplication.translate(
            "NoticePage",
            "Its do not disturb (KDE, dunst), and full-screen windows on X11. Other systems hold pop-ups back themselves.",
        )
        self._place(grid, 4, QCoreApplication.translate("NoticePage", "Follow the desktop"), told, desktop)
        return grid

    def _days(self, chosen: Sequence[str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.days: dict[str, QCheckBox] = {}
        for day in DAYS:
            box = self.days[day] = QCheckBox(day_text(day))
            box.setChecked(day in chosen)
            box.setAccessibleName(
                QCoreApplication.translate("NoticePage", "Quiet hours begin on: {day}").format(day=day_text(day))
            )
            box.toggled.connect(self._on_days)
            row.addWidget(box)
        return row

    def _on_days(self) -> None:
        self._store.set("quiet", "days", tuple(day for day, box in self.days.items() if box.isChecked()))

    def _check(self, section: str, option: str, *, checked: bool) -> QCheckBox:
        box = QCheckBox()
        # A box is drawn at the beginning of the room that a finger needs; the others' right edge is its end.
        box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        box.setChecked(checked)
        box.toggled.connect(lambda on: self._store.set(section, option, on))
        return box

    def _place(self, grid: QGridLayout, line: int, name: str, hint: str, control: QWidget) -> None:
        control.setAccessibleName(name)
        control.setAccessibleDescription(hint)
        words = QVBoxLayout()
        words.setSpacing(0)
        label = plain(name)
        label.setWordWrap(True)
        words.addWidget(label)
        if hint:
            below = plain(hint, "muted")
            below.setFont(self._fonts.font("small", self._language))
            below.setWordWrap(True)
            words.addWidget(below)
        grid.addLayout(words, line, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        grid.addWidget(control, line, 1, right | Qt.AlignmentFlag.AlignVCenter)


def _two_columns() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 1)
    return grid


def _line(name: str, controls: QHBoxLayout) -> QHBoxLayout:
    """A name on the left, its controls on the right."""
    row = QHBoxLayout()
    row.addWidget(plain(name))
    row.addStretch(1)
    row.addLayout(controls)
    return row
