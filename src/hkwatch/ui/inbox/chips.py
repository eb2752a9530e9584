# SPDX-License-Identifier: MIT
"""The row of chips over the list, and at its right end the pill that holds new items back."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from hkwatch.domain.item import Level
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline, has_ring

_PADDING = 10
_GAP = 6
_RULE_GAP = 10
_PILL_GAP = 12


@dataclass(frozen=True, slots=True)
class ChipSpec:
    """One chip. `key` is told when it is chosen; `count` None shows no number; chips of another `group` follow a rule."""

    key: str
    text: str
    count: int | None = None
    level: Level | None = None
    group: int = 0


class Chip(QAbstractButton):
    """A 24 px toggle; keyboard: Tab reaches the chosen one, arrows move, Space chooses."""

    def __init__(self, marks: Marks, spec: ChipSpec, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = marks
        self._language = language
        self.spec = spec
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())
        self.setText(spec.text)
        count = "" if spec.count is None else f", {spec.count}"
        self.setAccessibleName(f"{spec.text}{count}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        fonts = self._marks.fonts
        width = 2 * _PADDING + fonts.metrics("small_medium", self._language).horizontalAdvance(self.spec.text)
        if self.spec.level is not None:
            width += 13
        if self.spec.count is not None:
            width += 6 + fonts.metrics("small", figures=True).horizontalAdvance(str(self.spec.count))
        return QSize(round(width), self._marks.theme.size("chip"))

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, theme, fonts = self._marks, self._marks.theme, self._marks.fonts
        painter = QPainter(self)
        box = QRectF(self.rect())
        radius = self.height() / 2
        on = self.isChecked()
        if on:
            marks.round_rect(painter, box, radius, theme.colour("accent_tint"))
        elif self.underMouse():
            marks.round_rect(painter, box, radius, theme.colour("hover"))
        ring = has_ring(self)
        edge = "accent" if on or ring else "line_strong"
        marks.outline(painter, box, radius, theme.colour(edge), 2 if ring else 1)
        x = float(_PADDING)
        if self.spec.level is not None:
            marks.level_shape(painter, x + 4, self.height() / 2, self.spec.level)
            x += 13
        line = baseline(0, self.height(), 12)
        painter.setFont(fonts.shared("small_medium", self._language))
        painter.setPen(theme.colour("accent" if on else "text"))
        painter.drawText(QPointF(x, line), self.spec.text)
        x += fonts.metrics("small_medium", self._language).horizontalAdvance(self.spec.text) + 6
        if self.spec.count is not None:
            painter.setFont(fonts.shared("small", figures=True))
            painter.setPen(theme.colour("accent" if on else "muted"))
            painter.drawText(QPointF(x, line), str(self.spec.count))


class NewPill(QAbstractButton):
    """`2 new — press . to show`; it comes at the right end, so nothing moves when it does."""

    def __init__(self, marks: Marks, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = marks
        self._count = 0
        self._short = False
        self.language = "en"
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.hide()

    def set_count(self, count: int) -> None:
        """How many items wait; 0 hides the pill."""
        self._count = count
        self.refresh()
        self.setVisible(count > 0)

    def set_short(self, short: bool) -> None:
        """Leave the key out where there is no room for it."""
        if short != self._short:
            self._short = short
            self.refresh()

    def refresh(self) -> None:
        """Build text and size again."""
        new = self.tr("%n new", "", self._count)
        full = self.tr("%n new — press . to show", "", self._count)
        self.setText(new if self._short else full)
        self.setAccessibleName(full)
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        width = self._marks.fonts.metrics("small_strong", self.language).horizontalAdvance(self.text())
        return QSize(round(width + 0.5) + 2 * _PADDING + 18, self._marks.theme.size("chip"))

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, theme = self._marks, self._marks.theme
        painter = QPainter(self)
        ground = "accent_press" if self.isDown() else "accent_hover" if self.underMouse() else "accent"
        box = QRectF(self.rect())
        marks.round_rect(painter, box, self.height() / 2, theme.colour(ground))
        if has_ring(self):
            marks.outline(painter, box, self.height() / 2, theme.colour("text"), 2)
        marks.icon(painter, "arrow-up", "on_accent", _PADDING, self.height() / 2 - 7, 14)
        painter.setFont(marks.fonts.shared("small_strong", self.language))
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(QPointF(_PADDING + 18, baseline(0, self.height(), 12)), self.text())


class ChipsRow(QWidget):
    """Exclusive toggles. Chips that find no room leave from the right; the chosen one stays."""

    chosen = Signal(str)
    pill_pressed = Signal()

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._language = "en"
        self._chips: list[Chip] = []
        self._rules: list[int] = []
        self.tab_after: QWidget | None = None
        """The widget before the chips in the Tab order."""
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.pill = NewPill(marks, self)
        self.pill.clicked.connect(self.pill_pressed)
        self.setFixedHeight(48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._clicked)
        marks.theme.changed.connect(self._repaint)
        self.setAccessibleName(self.tr("Filters"))

    @property
    def current(self) -> str:
        """Key of the chosen chip; empty when there are none."""
        chip = self._group.checkedButton()
        return chip.spec.key if isinstance(chip, Chip) else ""

    def set_chips(self, specs: Sequence[ChipSpec], language: str) -> None:
        """Show these chips; the chosen key stays chosen if it is still there, else the first one is."""
        keep = self.current
        focused = next((chip.spec.key for chip in self._chips if chip.hasFocus()), "")
        self._language = self.pill.language = language
        self.pill.refresh()
        if self._same_shape(specs, language):
            return
        for chip in self._chips:
            self._group.removeButton(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(self._marks, spec, language, self) for spec in specs]
        for chip in self._chips:
            self._group.addButton(chip)
            chip.show()
        chosen = next((chip for chip in self._chips if chip.spec.key == keep), None)
        if chosen is None and self._chips:
            chosen = self._chips[0]
        if chosen is not None:
            chosen.setChecked(True)
        for chip in self._chips:
            if chip.spec.key == focused:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
        # New widgets join the Tab order at its end; these belong where the row stands.
        chain = [self.tab_after, *self._chips] if self.tab_after is not None else self._chips
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        self._place()

    def choose(self, key: str) -> bool:
        """Choose by key without telling; False for a key that is not there."""
        for chip in self._chips:
            if chip.spec.key == key:
                chip.setChecked(True)
                self._place()
                return True
        return False

    def set_waiting(self, count: int) -> None:
        """How many new items wait behind the pill."""
        self.pill.set_count(count)
        self._place()

    def _same_shape(self, specs: Sequence[ChipSpec], language: str) -> bool:
        """Nothing to do, which is the usual answer to a poll."""
        same = [chip.spec for chip in self._chips] == list(specs)
        return same and all(chip._language == language for chip in self._chips)

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, Chip):
            self.chosen.emit(button.spec.key)

    def _place(self) -> None:
        left, right = 16, self.width() - 16
        y = (self.height() - 24) // 2 + 2
        if not self.pill.isHidden():
            self.pill.set_short(False)
            needed = left + sum(chip.width() + _GAP for chip in self._chips[:3]) + self.pill.width()
            self.pill.set_short(needed > right)
            self.pill.move(right - self.pill.width(), y)
            right -= self.pill.width() + _PILL_GAP
        self._rules = []
        x = left
        group = self._chips[0].spec.group if self._chips else 0
        for chip in self._chips:
            start = x
            rule = chip.spec.group != group
            if rule:
                start += _RULE_GAP * 2 - _GAP + 1
            fits = start + chip.width() <= right
            chip.setVisible(fits or (chip.isChecked() and start == left))
            if not fits:
                continue
            if rule:
                self._rules.append(x - _GAP + _RULE_GAP)
                group = chip.spec.group
            chip.move(start, y)
            x = start + chip.width() + _GAP
        self.update()

    def _repaint(self) -> None:
        self.update()
        for chip in self._chips:
            chip.update()
        self.pill.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Filters"))
            self.pill.refresh()
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._marks.theme.colour("line_strong"))
        for x in self._rules:
            painter.drawLine(x, self.height() // 2 - 4, x, self.height() // 2 + 8)
        self._marks.hairline(painter, 0, self.width(), self.height() - 1)
