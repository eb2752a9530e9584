# SPDX-License-Identifier: MIT
"""The row of chips over the list, and at its right end the pill that holds new items back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hkwatch.domain.item import Level
from hkwatch.ui.keys.sequence import shown
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline, has_ring
from hkwatch.ui.theme.choice_button import ChoiceButton

_PADDING = 10
_GAP = 6
_RULE_GAP = 10
_PILL_GAP = 12
MOST_SHOWN = 999
_FAINT = 0.4


@dataclass(frozen=True, slots=True)
class ChipSpec:
    """One chip. `key` is told when it is chosen; `count` None shows no number; chips of another `group` follow a rule."""

    key: str
    text: str
    count: int | None = None
    level: Level | None = None
    group: int = 0
    on: bool = False
    capped: bool = False
    """There are more than `count`."""

    @property
    def count_text(self) -> str:
        """The number as it is shown: exact, or the least there are. Empty without one."""
        if self.count is None:
            return ""
        return f"{min(self.count, MOST_SHOWN)}{'+' if self.capped or self.count > MOST_SHOWN else ''}"


class Chip(ChoiceButton):
    """A 24 px toggle; keyboard: Tab reaches one of the row, arrows move, Space presses."""

    step_wanted = Signal(int)
    """Focus to another chip: −1 left, 1 right."""

    def __init__(self, marks: Marks, spec: ChipSpec, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = marks
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._is_stale = False
        self.set_spec(spec, language)

    def set_spec(self, spec: ChipSpec, language: str) -> None:
        """Other text, count or state."""
        self.spec, self._language = spec, language
        self.setFixedSize(self.sizeHint())
        self.setText(spec.text)
        self.show_checked(spec.on)
        self.set_stale(stale=False)

    def set_stale(self, *, stale: bool) -> None:
        """Whether the count is of former rows: then it is faint, and not read out."""
        self._is_stale = stale
        says_count = bool(self.spec.count_text) and not stale
        self.setAccessibleName(f"{self.spec.text}, {self.spec.count_text}" if says_count else self.spec.text)
        self.update()

    def sizeHint(self) -> QSize:
        fonts = self._marks.fonts
        width = 2 * _PADDING + fonts.metrics("small_medium", self._language).horizontalAdvance(self.spec.text)
        if self.spec.level is not None:
            width += 13
        if self.spec.count is not None:
            width += 6 + fonts.metrics("small", figures=True).horizontalAdvance(self.spec.count_text)
        return QSize(round(width), self._marks.theme.size("chip"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self.step_wanted.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)

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
            painter.setOpacity(_FAINT if self._is_stale else 1.0)
            painter.drawText(QPointF(x, line), self.spec.count_text)


class NewPill(QAbstractButton):
    """`2 new — press . to show`; it comes at the right end, so nothing moves when it does."""

    def __init__(self, marks: Marks, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = marks
        self._count = 0
        self._short = False
        self.key = "."
        """The key that does the same, empty for none."""
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
        full = self.tr("%n new — press {key} to show", "", self._count).format(key=shown(self.key))
        if not self.key:
            full = new
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
    """Toggles, one of each group at most. Chips that find no room leave from the right."""

    chosen = Signal(str)
    """A chip was pressed: it is on now, or off."""
    pill_pressed = Signal()

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._language = "en"
        self._chips: list[Chip] = []
        self._is_stale = False
        self._rules: list[int] = []
        self.tab_after: QWidget | None = None
        """The widget before the chips in the Tab order."""
        self.pill = NewPill(marks, self)
        self.pill.clicked.connect(self.pill_pressed)
        self.setFixedHeight(48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        marks.theme.changed.connect(self._repaint)
        self.setAccessibleName(self.tr("Filters"))

    @property
    def on(self) -> list[str]:
        """Keys of the chips that are on."""
        return [chip.spec.key for chip in self._chips if chip.isChecked()]

    def set_chips(self, specs: Sequence[ChipSpec], language: str) -> None:
        """Show these chips; the focus stays on the one of the same key."""
        focused = next((chip.spec.key for chip in self._chips if chip.hasFocus()), "")
        self._language = self.pill.language = language
        self.pill.refresh()
        if self._same_shape(specs, language):
            for chip in self._chips:
                chip.show_checked(chip.spec.on)
            return
        # A key typed changes counts and little else: what stays is kept, for a widget takes longer to make than a page.
        before, old = self._chips, {chip.spec.key: chip for chip in self._chips}
        self._chips = [self._chip(old.pop(spec.key, None), spec, language) for spec in specs]
        for chip in old.values():
            chip.hide()
            chip.deleteLater()
        self._let_tab_reach(next((chip for chip in self._chips if chip.isChecked()), None))
        for chip in self._chips:
            if chip.spec.key == focused:
                self._let_tab_reach(chip)
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._chips != before:
            # New widgets join the Tab order at its end; these belong where the row stands.
            chain = [self.tab_after, *self._chips] if self.tab_after is not None else self._chips
            for one, after in pairwise(chain):
                QWidget.setTabOrder(one, after)
        self._place()

    def _chip(self, old: Chip | None, spec: ChipSpec, language: str) -> Chip:
        if old is not None:
            if (old.spec, old._language) == (spec, language):
                old.show_checked(spec.on)
            else:
                old.set_spec(spec, language)
            return old
        chip = Chip(self._marks, spec, language, self)
        chip.clicked.connect(self._on_clicked)
        chip.chosen_by_reader.connect(self._on_clicked)
        chip.step_wanted.connect(self._on_step)
        return chip

    def set_on(self, keys: Collection[str]) -> None:
        """Which chips are on; their counts stay what they are."""
        for chip in self._chips:
            chip.spec = replace(chip.spec, on=chip.spec.key in keys)
            chip.show_checked(chip.spec.on)

    def set_stale(self, *, stale: bool) -> None:
        """Whether the counts are of former rows."""
        if stale != self._is_stale:
            self._is_stale = stale
            for chip in self._chips:
                chip.set_stale(stale=stale)

    def set_waiting(self, count: int) -> None:
        """How many new items wait behind the pill."""
        self.pill.set_count(count)
        self._place()

    def _same_shape(self, specs: Sequence[ChipSpec], language: str) -> bool:
        """Nothing to do, which is the usual answer to a poll."""
        same = [chip.spec for chip in self._chips] == list(specs)
        return same and all(chip._language == language for chip in self._chips)

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self._let_tab_reach(chip)
            self.chosen.emit(chip.spec.key)
            # What is on is said by whoever reads the query.
            chip.show_checked(chip.spec.on)

    def _on_step(self, by: int) -> None:
        shown = [chip for chip in self._chips if chip.isVisible()]
        at = next((n for n, chip in enumerate(shown) if chip.hasFocus()), -1)
        if 0 <= at + by < len(shown):
            self._let_tab_reach(shown[at + by])
            shown[at + by].setFocus(Qt.FocusReason.TabFocusReason)

    def _let_tab_reach(self, wanted: Chip | None) -> None:
        """One stop for the whole row; arrows go on from there."""
        for n, chip in enumerate(self._chips):
            is_stop = chip is wanted if wanted is not None else n == 0
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

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
