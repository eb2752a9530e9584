# SPDX-License-Identifier: MIT
"""The sheet in which a price alert is made or edited: fields, a chart with the level in it, the alert in words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hkwatch.domain.alert_presets import Preset, preset_alert, round_step
from hkwatch.domain.alerts import AlertKind, AlertSpec, Currency, Repeat
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.ids import AlertId
from hkwatch.services.alert_preview import AlertPreview
from hkwatch.ui import formats
from hkwatch.ui.alerts.draft import Draft, Reading, draft_of, fitting_kind, price_in, read, suggest_level
from hkwatch.ui.alerts.fields import AlertFields
from hkwatch.ui.alerts.log import AlertLog
from hkwatch.ui.alerts.preview import PreviewChart, basis_text, count_text, marks_of
from hkwatch.ui.alerts.sheet import Sheet
from hkwatch.ui.alerts.words import beyond_text, distance_text, problem_text, rearm_text, sentence
from hkwatch.ui.formats import exact
from hkwatch.ui.price.alert_words import PriceNow
from hkwatch.ui.price.curve import Series
from hkwatch.ui.price.scales import Span
from hkwatch.ui.theme import Fonts, Icons, Theme

_WIDTH, _HEIGHT = 820, 728
_ASK_MS = 150
"""A preview is asked for once typing has paused this long."""
_FAR = Decimal("0.5")
"""A level further from the price than this is not drawn: it would press the curve flat."""


class _Preview(QWidget):
    """The card around the chart."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(self._theme.colour("line"), 1))
        p.setBrush(self._theme.colour("panel"))
        radius = self._theme.radius("card")
        p.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class AlertDialog(Sheet):
    """Open it with `open_new` or `open_edit`. Return in a field saves, Escape closes."""

    saved = Signal(object)
    """AlertSpec; id 0 for a new one. The sheet has closed."""
    preview_wanted = Signal(object)
    """AlertSpec that should be tried on the stored prices; answer with `show_preview`."""
    test_wanted = Signal(object)
    """AlertSpec that should be told once, as a test."""
    names_wanted = Signal()
    """The search is another one; its names are told by `tell_names`."""

    def __init__(self, theme: Theme, fonts: Fonts, icons: Icons, parent: QWidget, language: str = "en") -> None:
        self._words_icon = QLabel()
        super().__init__(theme, fonts, icons, parent, width=_WIDTH, height=_HEIGHT)
        self._language = language
        self._is_new = True
        self._price = PriceNow()
        self._now: datetime | None = None
        self._reading: Reading | None = None
        self._highest: Decimal | None = None
        self.fields = AlertFields()
        self.message = QLabel()
        self.words = QLabel()
        self._preview = _Preview(theme)
        self._chart_title = QLabel()
        self._chart_hint = QLabel()
        self.chart = PreviewChart(theme, fonts, icons, language)
        self.count, self.basis = QLabel(), QLabel()
        self.now_choice = QCheckBox()
        self.presets = {preset: QPushButton() for preset in Preset}
        self._presets_label = QLabel()
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(_ASK_MS)
        self._asked: AlertSpec | None = None
        self._queries: tuple[str, ...] = ()
        self._doubts: Mapping[str, str] = {}
        self.test = QPushButton()
        self.log = AlertLog(theme, fonts, icons, parent, language)
        """The list of what fired; it stands beside this sheet and is opened on its own."""
        self.cancel = QPushButton()
        self.save = QPushButton()
        self._lay_out()
        self._connect()
        self._set_fonts()
        self._retranslate()

    def _lay_out(self) -> None:
        for label in (self.message, self.words, self._chart_title, self._chart_hint, self.count, self.basis):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setFixedHeight(24)
        self.words.setWordWrap(True)
        self.words.setMinimumHeight(38)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.words.setProperty("role", "text2")
        for label in (self._chart_hint, self.basis, self._presets_label):
            label.setProperty("role", "muted")
        self.count.setWordWrap(True)
        self.chart.set_can_add(False)
        self.chart.set_span(Span.QUARTER)
        self.chart.setMinimumHeight(70)
        box = QVBoxLayout(self._preview)
        box.setContentsMargins(16, 8, 16, 6)
        box.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(self._chart_title)
        head.addStretch(1)
        head.addWidget(self.basis)
        head.addWidget(self._chart_hint)
        box.addLayout(head)
        box.addWidget(self.chart, 1)
        box.addWidget(self.count)
        self.body.addLayout(self._preset_row())
        self.body.addWidget(self.fields)
        note = QHBoxLayout()
        note.setSpacing(12)
        note.addWidget(self.message)
        note.addWidget(self.now_choice)
        note.addStretch(1)
        self.body.addLayout(note)
        self.body.addSpacing(4)
        self.body.addWidget(self._preview, 1)
        self.body.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._words_icon)
        row.addWidget(self.words, 1)
        self.body.addLayout(row)
        self.save.setProperty("kind", "primary")
        self.foot.addWidget(self.test)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.save)

    def _preset_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(0, 0, 0, 6)
        self._presets_label.setFixedWidth(64)
        row.addWidget(self._presets_label)
        for button in self.presets.values():
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._ask.timeout.connect(self._on_ask)
        self.now_choice.toggled.connect(self._on_changed)
        self.test.clicked.connect(self._on_test)
        for preset, button in self.presets.items():
            button.clicked.connect(partial(self._on_preset, preset))
        self.fields.changed.connect(self._on_changed)
        self.chart.draft_moved.connect(self._on_draft_moved)
        self.cancel.clicked.connect(self.dismiss)
        self.save.clicked.connect(self._on_save)

    # Opening

    def open_new(
        self,
        price: PriceNow,
        now: datetime,
        points: Sequence[ChartPoint] | Series,
        level: Decimal | None = None,
        asset: str = "BTC",
    ) -> None:
        """A new alert, in US$ at first. `level` None proposes a round one under the price; empty without a price."""
        if level is None and price.price_usd is not None:
            level = suggest_level(price.price_usd)
        kind = AlertKind.CROSS_BELOW
        if level is not None and price.price_usd is not None:
            kind = fitting_kind(level, price.price_usd)
        text = exact(level) if level is not None else ""
        draft = Draft(AlertId(0), asset, Currency.USD, kind, text)
        self._open(draft, price, now, points, is_new=True)

    def open_edit(self, spec: AlertSpec, price: PriceNow, now: datetime, points: Sequence[ChartPoint] | Series) -> None:
        """Change an alert."""
        self._open(draft_of(spec), price, now, points, is_new=False)

    def set_price(self, price: PriceNow, now: datetime) -> None:
        """The price moved while the sheet is open."""
        self._price, self._now = price, now
        if self.isVisible():
            self._refresh()

    def set_language(self, language: str) -> None:
        """Language of dates and fonts; sentences follow the installed translation."""
        self._language = language
        self.fields.set_language(language)
        self.log.set_language(language)
        self.chart.set_language(language)
        self._set_fonts()
        self._retranslate()

    @property
    def reading(self) -> Reading | None:
        """What the fields amount to at present, None before the first opening."""
        return self._reading

    def _open(
        self,
        draft: Draft,
        price: PriceNow,
        now: datetime,
        points: Sequence[ChartPoint] | Series,
        *,
        is_new: bool,
    ) -> None:
        self._is_new, self._price, self._now = is_new, price, now
        self._asked = None
        self.now_choice.setChecked(False)
        highs = [point.high for point in points] if not isinstance(points, Series) else []
        self._highest = Decimal(f"{max(highs):.0f}") if highs else None
        self.chart.set_points(points)
        self.fields.set_price(price_in(draft.currency, price.price_usd, price.fx))
        self.fields.first_day = f"{formats.in_hkt(now).year}-01-01"
        self.fields.set_draft(draft, kind_chosen=not is_new)
        self._retranslate()
        self._refresh()
        self.present(self.fields.first)
        self.fields.level.selectAll()

    def _time(self) -> datetime:
        return self._now or datetime.now(UTC)

    def show_preview(self, preview: AlertPreview) -> None:
        """What the alert would have done; left out when the fields have changed meanwhile."""
        if self._reading is None or self._reading.spec != preview.spec:
            return
        self.chart.set_marks(marks_of(preview))
        self.count.setText(count_text(preview, self._language))
        self.basis.setText(basis_text(preview, self._language))
        self._chart_hint.setVisible(not self.basis.text() and self._reading.level is not None)

    def queries(self) -> tuple[str, ...]:
        """The search that an item must match, where one counts."""
        draft = self.fields.draft()
        has_item = draft.with_item or draft.kind is AlertKind.ITEM
        return (draft.query_text,) if has_item and draft.query_text.strip() else ()

    def tell_names(self, doubts: Mapping[str, str]) -> None:
        """What is said of a search that names something unknown; the alert can be saved."""
        self._doubts = doubts
        self._refresh()

    # Reactions

    def _on_ask(self) -> None:
        spec = None if self._reading is None else self._reading.spec
        if spec is not None and self.isVisible() and spec != self._asked:
            self._asked = spec
            self.preview_wanted.emit(spec)

    def _on_test(self) -> None:
        if self._reading is not None and self._reading.spec is not None:
            self.test_wanted.emit(self._reading.spec)

    def _on_preset(self, preset: Preset) -> None:
        spec = preset_alert(preset, self.fields.draft().asset, self._highest)
        self.fields.set_draft(draft_of(spec), kind_chosen=True)
        self._refresh()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        draft = self.fields.draft()
        self.fields.set_price(price_in(draft.currency, self._price.price_usd, self._price.fx))
        self._refresh()

    def _on_draft_moved(self, level_usd: Decimal) -> None:
        draft = self.fields.draft()
        level = level_usd
        if draft.currency is Currency.HKD and self._price.fx:
            level = (level_usd * self._price.fx).quantize(Decimal(1))
        self.fields.set_level(level)

    def _on_save(self) -> None:
        self._refresh()
        if self._reading is not None and self._reading.spec is not None:
            spec = self._reading.spec
            self.put_away()
            self.saved.emit(spec)

    def _refresh(self) -> None:
        if self._now is None:
            return
        draft = replace(self.fields.draft(), tell_now=self.now_choice.isChecked())
        price = price_in(draft.currency, self._price.price_usd, self._price.fx)
        reading = self._reading = read(draft, self._price.price_usd, self._price.fx, self._now)
        self.fields.show_problems(reading.problems)
        self.fields.distance.setText(distance_text(reading, price, draft.currency.value))
        self.fields.rearm.setText(rearm_text(draft, reading))
        if reading.problems:
            self._say(problem_text(reading.problems[0]), "bad")
        else:
            doubt = next((self._doubts[text] for text in self.queries() if text in self._doubts), "")
            self._say(beyond_text(draft, reading) or doubt, "warn")
        if (queries := self.queries()) != self._queries:
            self._queries = queries
            self.names_wanted.emit()
        self.words.setText(sentence(draft, reading, self._now, self._language))
        self._words_icon.setVisible(reading.spec is not None)
        self.save.setEnabled(reading.spec is not None)
        self.test.setEnabled(reading.spec is not None)
        self.now_choice.setVisible(reading.is_beyond and draft.repeat is Repeat.ONCE)
        if reading.spec is None:
            self.chart.set_marks(())
            self.count.setText("")
            self.basis.setText("")
        self._ask.start()
        self._refresh_chart(draft, reading)

    def _refresh_chart(self, draft: Draft, reading: Reading) -> None:
        assert self._now is not None
        usd = self._price.price_usd
        self.chart.set_now(float(usd) if usd is not None else None, self._now)
        level = reading.level
        if level is not None and draft.currency is Currency.HKD:
            level = level / self._price.fx if self._price.fx else None
        is_near = reading.distance is None or abs(reading.distance) < _FAR
        self.chart.set_draft(float(level) if level is not None and is_near else None)

    def _say(self, text: str, role: str) -> None:
        self.message.setText(text)
        if self.message.property("role") != role:
            self.message.setProperty("role", role)
            self.message.style().unpolish(self.message)
            self.message.style().polish(self.message)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.save.isEnabled():
            self._on_save()
            event.accept()
            return
        super().keyPressEvent(event)

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._refresh()
        super().changeEvent(event)

    def _set_icons(self) -> None:
        super()._set_icons()
        ratio = self.devicePixelRatioF()
        self._words_icon.setPixmap(self._icons.pixmap("message-square-text", "muted", 16, ratio))

    def _set_fonts(self) -> None:
        self.fields.level.setFont(self._fonts.font("strong", "en"))
        self._chart_title.setFont(self._fonts.font("small_strong", self._language))
        self._chart_hint.setFont(self._fonts.font("small", self._language))
        self.message.setFont(self._fonts.font("small", self._language))
        self.count.setFont(self._fonts.font("small_strong", self._language))
        self.basis.setFont(self._fonts.font("small", self._language))
        for label in (self.fields.distance, self.fields.rearm):
            label.setFont(self._fonts.font("small", self._language))

    def _retranslate(self) -> None:
        title = self.tr("New price alert") if self._is_new else self.tr("Edit price alert")
        self.set_title(title, self.tr("Close"), self._language)
        self._chart_title.setText(self.tr("Preview, the last 90 days"))
        self._presets_label.setText(self.tr("Usual"))
        step = formats.amount(round_step(self.fields.draft().asset))
        self.presets[Preset.ROUND].setText(self.tr("Every {level}").format(level=step))
        self.presets[Preset.MOVE_HOUR].setText(self.tr("±3 % in 1 h"))
        self.presets[Preset.MOVE_DAY].setText(self.tr("±5 % in 24 h"))
        self.presets[Preset.ALL_TIME_HIGH].setText(self.tr("New all-time high"))
        self.now_choice.setText(self.tr("Tell me now instead"))
        self.test.setText(self.tr("Test now"))
        self.test.setToolTip(self.tr("Shows the notification as it will look"))
        self._chart_hint.setText(self.tr("drag the line, or use ↑ ↓"))
        self.cancel.setText(self.tr("Cancel"))
        self.save.setText(self.tr("Save alert"))
