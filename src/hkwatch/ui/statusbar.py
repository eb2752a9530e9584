# SPDX-License-Identifier: MIT
"""The status bar: what the watch is doing, in facts; Hong Kong's clock at the right."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hkwatch.ui.marks import DotState, Marks
from hkwatch.ui.theme import baseline, has_ring

_DOT_X = 18
_TEXT_X = 30
_FACT_GAP = 12
_DOT_GAP = 10
PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class StatusFacts:
    """All the bar shows. `state` is a DotState value or `paused`; `progress` is (done, total), None while idle.

    `state_text` and `clock_text` are never cut; `facts` are cut from the right.
    """

    state: str
    state_text: str
    facts: list[str]
    clock_text: str
    progress: tuple[int, int] | None = None
    more: str = ""
    """What the tooltip adds, for facts that need explaining."""


class StatusBar(QAbstractButton):
    """28 px; a click or Space asks for the sources behind the facts (`clicked`)."""

    state_changed = Signal(str)
    """The watch does otherwise than before, in words."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._facts = StatusFacts(DotState.UNCHECKED, "", [], "")
        self.language = "en"
        self.setFixedHeight(marks.theme.size("status_bar"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        marks.theme.changed.connect(self.update)
        self._retranslate()

    def sizeHint(self) -> QSize:
        return QSize(400, self._marks.theme.size("status_bar"))

    def set_facts(self, facts: StatusFacts) -> None:
        """Show these facts; nothing is repainted when they are the same."""
        if facts == self._facts:
            return
        is_other = facts.state != self._facts.state
        self._facts = facts
        spoken = [facts.state_text, *facts.facts, facts.clock_text]
        text = " · ".join(part for part in spoken if part)
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text}\n{facts.more}" if facts.more else text)
        self.update()
        if is_other:
            self.state_changed.emit(", ".join((facts.state_text, *facts.facts)))

    @property
    def facts(self) -> StatusFacts:
        """What is shown."""
        return self._facts

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        what = self.tr("Status of the watch; opens the sources")
        self.setAccessibleDescription(what)
        if not self.text():
            self.setAccessibleName(what)

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, theme, fonts, facts = self._marks, self._marks.theme, self._marks.fonts, self._facts
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        marks.hairline(painter, 0, self.width(), 0)
        self._progress(painter)
        middle = self.height() / 2 + 0.5
        if facts.state == PAUSED:
            marks.icon(painter, "pause", "muted", _DOT_X - 7, middle - 7, 14)
        else:
            marks.source_dot(painter, _DOT_X, middle, DotState(facts.state))
        line = baseline(1, self.height() - 1, 13)
        right = self.width() - 16
        width = fonts.metrics("small_strong", self.language).horizontalAdvance(facts.clock_text)
        self._write(painter, right - width, line, facts.clock_text, "small_strong", "text2")
        right -= round(width) + 16
        x = _TEXT_X + self._write(painter, _TEXT_X, line, facts.state_text, "small_strong", "text")
        x += _FACT_GAP
        metrics = fonts.metrics("small", self.language)
        for place, fact in enumerate(facts.facts):
            if place:
                if right - x < 60:
                    break
                x += self._write(painter, x, line, "·", "small", "muted") + _DOT_GAP
            shown = metrics.elidedText(fact, Qt.TextElideMode.ElideRight, max(0.0, right - x))
            x += self._write(painter, x, line, shown, "small", "muted") + _DOT_GAP
        if has_ring(self):
            box = QRectF(self.rect()).adjusted(2, 2, -2, -1)
            marks.outline(painter, box, 4, theme.colour("accent"), 2)

    def _write(self, painter: QPainter, x: float, line: int, text: str, role: str, colour: str) -> float:
        painter.setFont(self._marks.fonts.shared(role, self.language))
        painter.setPen(self._marks.theme.colour(colour))
        painter.drawText(QPointF(x, line), text)
        return self._marks.fonts.metrics(role, self.language).horizontalAdvance(text)

    def _progress(self, painter: QPainter) -> None:
        """A 2 px line on the upper edge while sources are being asked."""
        if self._facts.progress is None:
            return
        done, total = self._facts.progress
        if total > 0:
            share = min(1.0, max(0.0, done / total))
            painter.fillRect(QRectF(0, 0, self.width() * share, 2), self._marks.theme.colour("accent"))
