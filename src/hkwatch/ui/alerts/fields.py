# SPDX-License-Identifier: MIT
"""The fields of the alert dialog in their rows; they hold a `Draft` and tell when it changes."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.alert_terms import (
    AMOUNT_KINDS,
    BAND_KINDS,
    EXTREME_KINDS,
    LEVEL_KINDS,
    RANGE_KINDS,
    SHARE_KINDS,
    AlertKind,
    Currency,
    Direction,
    Repeat,
    Sound,
)
from hkwatch.domain.ids import AlertId
from hkwatch.domain.item import Level
from hkwatch.ui.alerts import field_lists as lists
from hkwatch.ui.alerts.choices import choose, fill, mark
from hkwatch.ui.alerts.draft import SHARE, SINCE, WINDOW_KINDS, Draft, Expiry, Problem, fitting_kind, parse_amount
from hkwatch.ui.alerts.field_names import name_fields
from hkwatch.ui.alerts.kind_words import KINDS, kind_choice_text
from hkwatch.ui.formats import exact

_LABEL_PX = 72
_ROW_PX = 33
_GAP_PX = 8
_LEVEL_PROBLEMS = (Problem.LEVEL_MISSING, Problem.LEVEL_UNREADABLE, Problem.LEVEL_NOT_POSITIVE)
_BAND_PROBLEMS = (Problem.BAND_UNREADABLE, Problem.BAND_RANGE)
_COOLDOWN_PROBLEMS = (Problem.COOLDOWN_UNREADABLE, Problem.COOLDOWN_RANGE)
_ONE_WAY = (AlertKind.CROSS_ABOVE, AlertKind.CROSS_BELOW)
_COOLDOWN = "15"
_COOLDOWNS = {AlertKind.STEP: "5", AlertKind.NEW_HIGH: "60", AlertKind.NEW_LOW: "60"}
"""Minutes proposed: a step is passed more often than a level, and a rising price makes one high after the other."""


class AlertFields(QWidget):
    """When, and, only, re-arm, repeat, then. What a kind does not need is not shown.

    `first_day` is the day proposed for a high since a day, as it would be typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft(AlertId(0), "BTC", Currency.USD, AlertKind.CROSS_BELOW, "")
        self._kind_chosen = False
        self._language = "en"
        self._price: Decimal | None = None
        self.asset, self.distance, self.percent, self.rearm, self.minutes = (QLabel() for _ in range(5))
        self.to, self.share_sign, self.within = (QLabel() for _ in range(3))
        self.item_within, self.item_minutes_unit, self.hkt, self.readings_unit = (QLabel() for _ in range(4))
        self.currency, self.kind, self.direction, self.unit = (QComboBox() for _ in range(4))
        self.item_level, self.notify, self.expiry, self.sound = (QComboBox() for _ in range(4))
        self.level, self.upper, self.share, self.window_field = (QLineEdit() for _ in range(4))
        self.item_minutes, self.query, self.hours, self.readings = (QLineEdit() for _ in range(4))
        self.band, self.cooldown, self.note, self.since = (QLineEdit() for _ in range(4))
        self.with_item, self.with_hours, self.in_inbox = QCheckBox(), QCheckBox(), QCheckBox()
        self.first_day = ""
        self.once, self.every = QRadioButton(), QRadioButton()
        self._labels = [QLabel() for _ in range(6)]
        self._rows: list[QWidget] = []
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        quiet = (
            *(self.distance, self.percent, self.rearm, self.minutes, self.to, self.share_sign, self.within),
            *(self.item_within, self.item_minutes_unit, self.hkt, self.readings_unit, *self._labels),
        )
        for label in (self.asset, *quiet):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.asset.setProperty("role", "strong")
        for label in quiet:
            label.setProperty("role", "muted")
        widths = (
            *((self.level, 104), (self.upper, 104), (self.share, 56), (self.window_field, 56), (self.band, 64)),
            *((self.item_minutes, 56), (self.readings, 48), (self.cooldown, 56), (self.since, 104)),
        )
        for field, width in widths:
            field.setFixedWidth(width)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.hours.setFixedWidth(116)
        least = (self.currency, 72), (self.kind, 150), (self.unit, 96), (self.notify, 100), (self.expiry, 140)
        for combo, width in least:
            combo.setMinimumWidth(width)
        self.note.setMaxLength(200)
        self.query.setMaxLength(400)
        self._repeat = QButtonGroup(self)
        self._repeat.addButton(self.once)
        self._repeat.addButton(self.every)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rows: tuple[tuple[QWidget, ...], ...] = (
            (
                *(self.asset, self.kind, self.currency, self.level, self.to, self.upper, self.direction),
                *(self.share, self.share_sign, self.within, self.window_field, self.unit, self.since),
                self.distance,
            ),
            (self.with_item, self.item_level, self.item_within, self.item_minutes, self.item_minutes_unit, self.query),
            (self.with_hours, self.hours, self.hkt, self.readings, self.readings_unit),
            (self.band, self.percent, self.rearm),
            (self.once, self.every, self.cooldown, self.minutes, self.expiry),
            (self.notify, self.sound, self.in_inbox, self.note),
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
                if part in (self.every, self.readings, self.expiry, self.in_inbox):
                    row.addSpacing(_GAP_PX)
                row.addWidget(part, 1 if part in (self.note, self.query) else 0)
            if self.note not in parts and self.query not in parts:
                row.addStretch(1)
            self._rows.append(holder)
            column.addWidget(holder)

    def _connect(self) -> None:
        for combo in (self.notify, self.expiry, self.direction, self.item_level, self.sound):
            combo.activated.connect(self.changed)
        self.unit.activated.connect(self._on_toggled)
        self.readings.textEdited.connect(self._show_fitting)
        self.currency.activated.connect(self._on_currency_chosen)
        self.kind.activated.connect(self._on_kind_chosen)
        self.level.textEdited.connect(self._on_level_edited)
        texts = (
            *(self.band, self.cooldown, self.note, self.upper, self.share, self.window_field),
            *(self.item_minutes, self.query, self.hours, self.readings, self.since),
        )
        for field in texts:
            field.textEdited.connect(self.changed)
        for box in (self.with_item, self.with_hours, self.in_inbox):
            box.toggled.connect(self._on_toggled)
        self._repeat.buttonToggled.connect(self._on_toggled)

    # The draft

    def set_draft(self, draft: Draft, *, kind_chosen: bool) -> None:
        """Fill the fields. `kind_chosen` False lets the direction follow the level until the user picks one."""
        self._draft = draft
        self._kind_chosen = kind_chosen
        self.asset.setText(draft.asset)
        self._fill_expiry()
        choose(self.kind, draft.kind)
        self._fill_by_kind()
        for combo, choice in (
            *((self.currency, SHARE if draft.by_share else draft.currency), (self.direction, draft.direction)),
            *((self.item_level, draft.item_level), (self.notify, draft.notify), (self.expiry, draft.expiry)),
            *((self.unit, draft.window_unit_s), (self.sound, draft.sound)),
        ):
            choose(combo, choice)
        for field, text in (
            *((self.level, draft.level_text), (self.upper, draft.upper_text), (self.share, draft.percent_text)),
            *((self.window_field, draft.window_text), (self.item_minutes, draft.item_minutes_text)),
            *((self.query, draft.query_text), (self.hours, draft.hours_text), (self.readings, draft.readings_text)),
            *((self.band, draft.band_text), (self.cooldown, draft.cooldown_text), (self.note, draft.note)),
            (self.since, draft.since_text),
        ):
            field.setText(text)
        (self.once if draft.repeat is Repeat.ONCE else self.every).setChecked(True)
        self.with_item.setChecked(draft.with_item)
        self.with_hours.setChecked(draft.with_hours)
        self.in_inbox.setChecked(draft.in_inbox)
        self._show_fitting()

    def draft(self) -> Draft:
        """What stands in the fields."""
        money = self.currency.currentData()
        return replace(
            self._draft,
            currency=Currency.USD if money == SHARE else Currency(money),
            by_share=money == SHARE,
            kind=AlertKind(self.kind.currentData()),
            level_text=self.level.text(),
            band_text=self.band.text(),
            repeat=Repeat.ONCE if self.once.isChecked() else Repeat.EVERY,
            cooldown_text=self.cooldown.text(),
            notify=Level(self.notify.currentData()),
            expiry=Expiry(self.expiry.currentData()),
            note=self.note.text(),
            upper_text=self.upper.text(),
            percent_text=self.share.text(),
            window_text=self.window_field.text(),
            window_unit_s=int(self.unit.currentData()),
            direction=Direction(self.direction.currentData()),
            readings_text=self.readings.text(),
            with_item=self.with_item.isChecked(),
            item_level=Level(self.item_level.currentData()),
            item_minutes_text=self.item_minutes.text(),
            query_text=self.query.text(),
            with_hours=self.with_hours.isChecked(),
            hours_text=self.hours.text(),
            since_text=self.since.text(),
            sound=Sound(self.sound.currentData()),
            in_inbox=self.in_inbox.isChecked(),
        )

    @property
    def first(self) -> QWidget:
        """Where typing begins: the level, or what must happen where there is none."""
        return self.level if AlertKind(self.kind.currentData()) in AMOUNT_KINDS else self.kind

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
        in_level = (*_LEVEL_PROBLEMS[1:], Problem.PERCENT) if self.level.isVisible() else _LEVEL_PROBLEMS[1:]
        mark(self.level, any(problem in in_level for problem in problems))
        mark(self.band, any(problem in _BAND_PROBLEMS for problem in problems))
        mark(self.cooldown, any(problem in _COOLDOWN_PROBLEMS for problem in problems))
        for field, problem in (
            *((self.expiry, Problem.EXPIRED), (self.upper, Problem.UPPER), (self.share, Problem.PERCENT)),
            *((self.window_field, Problem.WINDOW), (self.readings, Problem.READINGS), (self.hours, Problem.HOURS)),
            *((self.item_minutes, Problem.ITEM_MINUTES), (self.query, Problem.QUERY), (self.since, Problem.SINCE)),
        ):
            mark(field, problem in problems)

    def set_language(self, language: str) -> None:
        """Language of dates."""
        self._language = language
        self._retranslate()

    # Reactions

    def _on_level_edited(self) -> None:
        level = parse_amount(self.level.text())
        kind = AlertKind(self.kind.currentData())
        if not self._kind_chosen and level is not None and level > 0 and self._price is not None and kind in _ONE_WAY:
            choose(self.kind, fitting_kind(level, self._price))
        self.changed.emit()

    def _on_kind_chosen(self) -> None:
        self._kind_chosen = True
        kind = AlertKind(self.kind.currentData())
        self._fill_by_kind()
        if kind in EXTREME_KINDS and self.window_field.text() == "1":
            self.window_field.setText("24")
        if kind is AlertKind.ITEM or kind not in AMOUNT_KINDS:
            self.every.setChecked(True)
        # What nobody typed.
        if self.cooldown.text() in (_COOLDOWN, *_COOLDOWNS.values()):
            self.cooldown.setText(_COOLDOWNS.get(kind, _COOLDOWN))
        if kind is AlertKind.STEP:
            self._propose_step()
        if kind in RANGE_KINDS and self._price is not None:
            step = Decimal(10) ** (self._price.adjusted() - 1)
            low = self._price // step * step
            self.level.setText(exact(low - 2 * step))
            self.upper.setText(exact(low + 3 * step))
        self._show_fitting()
        self.changed.emit()

    def _on_currency_chosen(self) -> None:
        # A level in the other currency is another number; keeping the digits would set an alert nobody meant.
        if AlertKind(self.kind.currentData()) is AlertKind.STEP:
            self._propose_step()
        self.level.selectAll()
        self.level.setFocus()
        self.changed.emit()

    def _propose_step(self) -> None:
        if self.currency.currentData() == SHARE:
            self.level.setText("1")
        elif self._price is not None:
            self.level.setText(exact(Decimal(10) ** (self._price.adjusted() - 1)))

    def _on_toggled(self) -> None:
        if self.unit.currentData() == SINCE and not self.since.text():
            self.since.setText(self.first_day)
        self._show_fitting()
        self.changed.emit()

    def _show_fitting(self) -> None:
        """Show what the kind needs."""
        kind = AlertKind(self.kind.currentData())
        is_item = kind is AlertKind.ITEM
        for widgets, wanted in (
            ((self.currency, self.level), kind in AMOUNT_KINDS),
            ((self.distance,), kind in LEVEL_KINDS),
            ((self.to, self.upper), kind in RANGE_KINDS),
            ((self.direction, self.share, self.share_sign), kind in SHARE_KINDS),
            ((self.within, self.window_field, self.unit), kind in WINDOW_KINDS),
            ((self._rows[3],), kind in BAND_KINDS),
            ((self.with_item,), not is_item),
            ((self.item_within, self.item_minutes, self.item_minutes_unit), not is_item),
            ((self.in_inbox,), not is_item),
            ((self.readings, self.readings_unit), not is_item and kind is not AlertKind.NO_PRICE),
        ):
            for widget in widgets:
                widget.setVisible(wanted)
        self.rearm.setVisible(kind in _ONE_WAY)
        has_item = is_item or self.with_item.isChecked()
        for widget in (self.item_level, self.item_minutes, self.query):
            widget.setEnabled(has_item)
        self.hours.setEnabled(self.with_hours.isChecked())
        is_one = self.readings.text().strip() == "1"
        self.readings_unit.setText(self.tr("reading is enough") if is_one else self.tr("readings in a row"))
        self.cooldown.setEnabled(self.every.isChecked())
        self.minutes.setEnabled(self.every.isChecked())
        self._label_time(kind)

    def _label_time(self, kind: AlertKind) -> None:
        if kind is AlertKind.PREMIUM:
            self.within.setText(self.tr("for at least"))
        elif kind is AlertKind.NO_PRICE:
            self.within.setText("")
        elif kind in EXTREME_KINDS:
            self.within.setText(self.tr("of the last"))
        else:
            self.within.setText(self.tr("within"))
        is_all_time = kind in EXTREME_KINDS and self.unit.currentData() == 0
        is_since = kind in EXTREME_KINDS and self.unit.currentData() == SINCE
        self.since.setVisible(is_since)
        if kind in WINDOW_KINDS:
            self.window_field.setVisible(not (is_all_time or is_since))
            self.within.setVisible(not (is_all_time or is_since))
        if kind in EXTREME_KINDS:
            for widget in (self.currency, self.level):
                widget.setVisible(widget is self.level and is_all_time)

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        texts = (
            *(self.tr("When"), self.tr("And"), self.tr("Only"), self.tr("Re-arm"), self.tr("Repeat")),
            self.tr("Then"),
        )
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        fill(self.kind, tuple((kind_choice_text(kind), kind) for kind in KINDS))
        fill(self.direction, lists.directions())
        self._fill_by_kind()
        fill(self.item_level, lists.item_levels())
        fill(self.notify, lists.notify_levels())
        fill(self.sound, lists.sounds())
        self._fill_expiry()
        self.in_inbox.setText(self.tr("put in inbox"))
        self.since.setPlaceholderText("2026-01-31")
        self.to.setText(self.tr("to"))
        self.share_sign.setText("%")
        self.with_item.setText(self.tr("only with an item"))
        self.item_within.setText(self.tr("within"))
        self.item_minutes_unit.setText(self.tr("minutes"))
        self.query.setPlaceholderText(self.tr("search it must match: src:sfc licence"))
        self.with_hours.setText(self.tr("between"))
        self.hkt.setText("HKT")
        self.percent.setText(self.tr("% band"))
        self.once.setText(self.tr("once"))
        self.every.setText(self.tr("every time, at most every"))
        self.minutes.setText(self.tr("min"))
        self.note.setPlaceholderText(self.tr("Note to yourself"))
        name_fields(self)
        self._show_fitting()

    def _fill_by_kind(self) -> None:
        kind = AlertKind(self.kind.currentData() or AlertKind.CROSS_BELOW)
        fill(self.currency, lists.currencies(kind))
        fill(self.unit, lists.units(kind))

    def _fill_expiry(self) -> None:
        fill(self.expiry, lists.expiries(self._draft.kept_until, self._language))
