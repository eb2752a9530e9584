# SPDX-License-Identifier: MIT
"""The fields of the alert dialog in their four rows; they hold a `Draft` and tell when it changes."""

from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.alerts import AlertKind, Currency, Repeat
from hkwatch.domain.ids import AlertId
from hkwatch.domain.item import Level
from hkwatch.ui.alerts.draft import Draft, Expiry, Problem, fitting_kind, parse_amount
from hkwatch.ui.formats import date_time, exact
from hkwatch.ui.words import level_text

_LABEL_PX = 88
_ROW_PX = 40
_GAP_PX = 8
_LEVEL_PROBLEMS = (Problem.LEVEL_MISSING, Problem.LEVEL_UNREADABLE, Problem.LEVEL_NOT_POSITIVE)
_BAND_PROBLEMS = (Problem.BAND_UNREADABLE, Problem.BAND_RANGE)
_COOLDOWN_PROBLEMS = (Problem.COOLDOWN_UNREADABLE, Problem.COOLDOWN_RANGE)


class AlertFields(QWidget):
    """When, re-arm, repeat, then."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = AlertId(0)
        self._asset = "BTC"
        self._kept_until: datetime | None = None
        self._kind_chosen = False
        self._language = "en"
        self._price: Decimal | None = None
        self.asset = QLabel()
        self.currency = QComboBox()
        self.kind = QComboBox()
        self.level = QLineEdit()
        self.distance = QLabel()
        self.band = QLineEdit()
        self.percent = QLabel()
        self.rearm = QLabel()
        self.once = QRadioButton()
        self.every = QRadioButton()
        self.cooldown = QLineEdit()
        self.minutes = QLabel()
        self.notify = QComboBox()
        self.expiry = QComboBox()
        self.note = QLineEdit()
        self._labels = [QLabel() for _ in range(4)]
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        for label in (self.asset, self.distance, self.percent, self.rearm, self.minutes, *self._labels):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.asset.setProperty("role", "strong")
        for label in (self.distance, self.percent, self.rearm, self.minutes, *self._labels):
            label.setProperty("role", "muted")
        for field, width in ((self.level, 120), (self.band, 72), (self.cooldown, 64)):
            field.setFixedWidth(width)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.currency.setMinimumWidth(80)
        self.kind.setMinimumWidth(140)
        self.notify.setMinimumWidth(100)
        self.expiry.setMinimumWidth(140)
        self.note.setMaxLength(200)
        self._repeat = QButtonGroup(self)
        self._repeat.addButton(self.once)
        self._repeat.addButton(self.every)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rows: tuple[tuple[QWidget, ...], ...] = (
            (self.asset, self.currency, self.kind, self.level, self.distance),
            (self.band, self.percent, self.rearm),
            (self.once, self.every, self.cooldown, self.minutes),
            (self.notify, self.expiry, self.note),
        )
        for label, parts in zip(self._labels, rows, strict=True):
            label.setFixedWidth(_LABEL_PX - _GAP_PX)
            holder = QWidget()
            holder.setFixedHeight(_ROW_PX)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(_GAP_PX)
            row.addWidget(label)
            for part in parts:
                if part is self.every:
                    row.addSpacing(_GAP_PX)
                row.addWidget(part, 1 if part is self.note else 0)
            if self.note not in parts:
                row.addStretch(1)
            column.addWidget(holder)

    def _connect(self) -> None:
        for combo in (self.currency, self.notify, self.expiry):
            combo.activated.connect(self._on_changed)
        self.currency.activated.connect(self._on_currency_chosen)
        self.kind.activated.connect(self._on_kind_chosen)
        self.level.textEdited.connect(self._on_level_edited)
        for field in (self.band, self.cooldown, self.note):
            field.textEdited.connect(self._on_changed)
        self._repeat.buttonToggled.connect(self._on_repeat_toggled)

    # The draft

    def set_draft(self, draft: Draft, *, kind_chosen: bool) -> None:
        """Fill the fields. `kind_chosen` False lets the direction follow the level until the user picks one."""
        self._id, self._asset, self._kept_until = draft.id, draft.asset, draft.kept_until
        self._kind_chosen = kind_chosen
        self.asset.setText(draft.asset)
        self._fill_expiry()
        _choose(self.currency, draft.currency)
        _choose(self.kind, draft.kind)
        self.level.setText(draft.level_text)
        self.band.setText(draft.band_text)
        (self.once if draft.repeat is Repeat.ONCE else self.every).setChecked(True)
        self.cooldown.setText(draft.cooldown_text)
        _choose(self.notify, draft.notify)
        _choose(self.expiry, draft.expiry)
        self.note.setText(draft.note)
        self._enable()

    def draft(self) -> Draft:
        """What stands in the fields."""
        return Draft(
            self._id,
            self._asset,
            Currency(self.currency.currentData()),
            AlertKind(self.kind.currentData()),
            self.level.text(),
            self.band.text(),
            Repeat.ONCE if self.once.isChecked() else Repeat.EVERY,
            self.cooldown.text(),
            Level(self.notify.currentData()),
            Expiry(self.expiry.currentData()),
            self._kept_until,
            self.note.text(),
        )

    def set_level(self, level: Decimal) -> None:
        """Put a level in as if it had been typed."""
        self.level.setText(exact(level))
        self._on_level_edited()

    def set_price(self, price: Decimal | None) -> None:
        """The price in the draft's currency, which the direction follows."""
        self._price = price

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Mark the fields that are wrong."""
        # An empty level is not wrong yet: somebody is about to type.
        level_wrong = any(problem in _LEVEL_PROBLEMS[1:] for problem in problems)
        _mark(self.level, level_wrong)
        _mark(self.band, any(problem in _BAND_PROBLEMS for problem in problems))
        _mark(self.cooldown, any(problem in _COOLDOWN_PROBLEMS for problem in problems))
        _mark(self.expiry, Problem.EXPIRED in problems)

    def set_language(self, language: str) -> None:
        """Language of dates."""
        self._language = language
        self._retranslate()

    # Reactions

    def _on_changed(self) -> None:
        self.changed.emit()

    def _on_level_edited(self) -> None:
        level = parse_amount(self.level.text())
        if not self._kind_chosen and level is not None and level > 0 and self._price is not None:
            _choose(self.kind, fitting_kind(level, self._price))
        self.changed.emit()

    def _on_kind_chosen(self) -> None:
        self._kind_chosen = True
        self.changed.emit()

    def _on_currency_chosen(self) -> None:
        # A level in the other currency is another number; keeping the digits would set an alert nobody meant.
        self.level.selectAll()
        self.level.setFocus()

    def _on_repeat_toggled(self) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        self.cooldown.setEnabled(self.every.isChecked())
        self.minutes.setEnabled(self.every.isChecked())

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        texts = (self.tr("When"), self.tr("Re-arm"), self.tr("Repeat"), self.tr("Then"))
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        _fill(self.currency, (("US$", Currency.USD), ("HK$", Currency.HKD)))
        kinds = ((self.tr("rises above"), AlertKind.CROSS_ABOVE), (self.tr("falls below"), AlertKind.CROSS_BELOW))
        _fill(self.kind, kinds)
        notify = self.tr("Notify: {level}")
        _fill(
            self.notify,
            tuple((notify.format(level=level_text(level)), level) for level in (Level.HIGH, Level.NORMAL)),
        )
        self._fill_expiry()
        self.percent.setText(self.tr("% band"))
        self.once.setText(self.tr("once"))
        self.every.setText(self.tr("every crossing, at most every"))
        self.minutes.setText(self.tr("min"))
        self.note.setPlaceholderText(self.tr("Note to yourself"))
        self.currency.setAccessibleName(self.tr("Currency"))
        self.kind.setAccessibleName(self.tr("Direction"))
        self.level.setAccessibleName(self.tr("Level"))
        self.band.setAccessibleName(self.tr("Re-arm band in percent"))
        self.cooldown.setAccessibleName(self.tr("Least minutes between two notifications"))
        self.notify.setAccessibleName(self.tr("Level of the notification"))
        self.expiry.setAccessibleName(self.tr("End of the alert"))
        self.note.setAccessibleName(self.tr("Note to yourself"))

    def _fill_expiry(self) -> None:
        entries = [
            (self.tr("never expires"), Expiry.NEVER),
            (self.tr("expires after 1 day"), Expiry.DAY),
            (self.tr("expires after 1 week"), Expiry.WEEK),
            (self.tr("expires after 1 month"), Expiry.MONTH),
        ]
        if self._kept_until is not None:
            until = self.tr("until {time}").format(time=date_time(self._kept_until, self._language))
            entries.append((until, Expiry.KEEP))
        _fill(self.expiry, tuple(entries))


def _fill(combo: QComboBox, entries: tuple[tuple[str, object], ...]) -> None:
    """Replace the entries and keep the choice."""
    chosen = combo.currentData()
    combo.clear()
    for text, data in entries:
        combo.addItem(text, data)
    _choose(combo, chosen)


def _choose(combo: QComboBox, data: object) -> None:
    index = combo.findData(data)
    combo.setCurrentIndex(max(0, index))


def _mark(field: QWidget, wrong: bool) -> None:
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)
