# SPDX-License-Identifier: MIT
"""The strip that says why an item was flagged or has its level: the rule, and the words that made it hold."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hkwatch.domain.flags import Reason
from hkwatch.domain.level import ROW_CHANGED, ROW_REMOVED, WATCHED
from hkwatch.ui.marks import Marks
from hkwatch.ui.reader.facts import field_text, rule_names, why_tooltip, words_by_field
from hkwatch.ui.reader.why_words import FLAGGED, Heading, heading_text
from hkwatch.ui.theme import baseline, has_ring

_HEIGHT = 28
_TAG_H = 18.0
_RULE_SHARE = 0.5
_RULE_LEAST = 80.0
_NO_RULES = frozenset({"", WATCHED, "deadline-near", "licence-event", "hk-licence-event", ROW_CHANGED, ROW_REMOVED})
"""What flags an item without being a rule of a file."""


class WhyStrip(QWidget):
    """One line; what does not fit is counted at its end and told in full by tooltip and to screen readers."""

    accessible_role = QAccessible.Role.Grouping

    rule_wanted = Signal(str)
    """Id of a rule that is to be opened: the first that held."""

    def __init__(self, marks: Marks, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._reasons: tuple[Reason, ...] = ()
        self._heading = FLAGGED
        self._words_language = "en"
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        marks.theme.changed.connect(self.update)

    def show_reasons(self, reasons: Sequence[Reason], words_language: str, heading: Heading = FLAGGED) -> None:
        """Replace what is shown. `words_language` is that of the text the words stand in."""
        self._reasons, self._words_language, self._heading = tuple(reasons), words_language, heading
        groups = [
            f"{field_text(group.field)} " + ", ".join(word for word, _ in group.words)
            for group in words_by_field(reasons)
        ]
        rules = ", ".join(rule_names(reasons))
        self.setAccessibleName(f"{heading_text(heading)}: {rules}. {'; '.join(groups)}")
        self.setAccessibleDescription(self.tr("Enter opens the rule") if self.rule else "")
        self.update()

    @property
    def rule(self) -> str:
        """The rule that can be opened; empty where what flagged the item is none."""
        return next((one.rule for one in self._reasons if one.rule not in _NO_RULES), "")

    def _link_x(self) -> float:
        return self.width() - 12.0 - self._width("small_medium", self.tr("Edit rule…"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.rule and event.button() is Qt.MouseButton.LeftButton and event.position().x() >= self._link_x() - 6:
            self.rule_wanted.emit(self.rule)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_over = bool(self.rule) and event.position().x() >= self._link_x() - 6
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.rule and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.rule_wanted.emit(self.rule)
        else:
            super().keyPressEvent(event)

    def set_language(self, language: str) -> None:
        """Language of the words around."""
        self._language = language
        self.show_reasons(self._reasons, self._words_language, self._heading)

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, p = self._marks, QPainter(self)
        box = QRectF(self.rect())
        marks.round_rect(p, box, 6, marks.theme.colour("panel"))
        if has_ring(self):
            marks.outline(p, box, 6, marks.theme.colour("accent"), 2)
        else:
            marks.outline(p, box, 6, marks.theme.colour("line"))
        cy, limit = _HEIGHT / 2, self.width() - 12.0
        if self.rule:
            limit = self._link_x() - 12
            self._text(p, self._link_x(), cy, self.tr("Edit rule…"), "small_medium", "accent")
        is_flagged = self._heading == FLAGGED
        marks.icon(p, "flag" if is_flagged else "info", "high" if is_flagged else "muted", 10, cy - 7, 14)
        x = self._text(p, 30, cy, heading_text(self._heading), "small_strong", "text") + 10
        rules = rule_names(self._reasons)
        if rules:
            x = self._text(p, x, cy, self.tr("rule"), "small", "muted") + 5
            # A rule says itself in a sentence; some of the words that made it hold must stay in sight.
            metrics = self._marks.fonts.metrics("small_medium", self._language)
            quotes = metrics.horizontalAdvance(self.tr("“{name}”").format(name="")) + 40
            spare = limit - x - quotes - self._words_width()
            room = max(_RULE_LEAST, (limit - x) * _RULE_SHARE, spare)
            name = metrics.elidedText(rules[0], Qt.TextElideMode.ElideRight, room)
            x = self._text(p, x, cy, self.tr("“{name}”").format(name=name), "small_medium", "text")
            if len(rules) > 1:
                x = self._text(p, x + 5, cy, f"+{len(rules) - 1}", "small", "muted")
            x += 10
        self._paint_words(p, x, cy, limit)

    def _pieces(self) -> list[tuple[str, str]]:
        """What stands before each word (empty but for the first of a field), and the word with how often it was found."""
        pieces: list[tuple[str, str]] = []
        for group in words_by_field(self._reasons):
            for index, (word, count) in enumerate(group.words):
                text = f"{word} ×{count}" if count > 1 else word
                pieces.append((field_text(group.field) if index == 0 else "", text))
        return pieces

    def _words_width(self) -> float:
        """What all words need to stand side by side."""
        return sum(
            (self._width("small", lead) + 6 if lead else 0.0) + self._tag_width(text) + 8
            for lead, text in self._pieces()
        )

    def _paint_words(self, p: QPainter, x: float, cy: float, limit: float) -> None:
        pieces = self._pieces()
        for index, (lead, text) in enumerate(pieces):
            left = len(pieces) - index
            lead_width = self._width("small", lead) + 6 if lead else 0.0
            tag_width = self._tag_width(text)
            # The count of what is left out needs room itself.
            more = self.tr("+{count} more").format(count=left)
            rest = self._width("small", more) + 8 if left > 1 else 0.0
            if x + lead_width + tag_width + rest > limit:
                self._text(p, x, cy, more, "small", "muted")
                return
            if lead:
                x = self._text(p, x, cy, lead, "small", "muted") + 6
            self._tag(p, x, cy, text, tag_width)
            x += tag_width + 8

    def _tag(self, p: QPainter, x: float, cy: float, text: str, width: float) -> None:
        marks = self._marks
        marks.round_rect(p, QRectF(x, cy - _TAG_H / 2, width, _TAG_H), 3, marks.theme.colour("mark"))
        p.setFont(marks.fonts.font("small_medium", self._words_language))
        p.setPen(marks.theme.colour("mark_text"))
        p.drawText(QPointF(x + 5, baseline(cy - 10, 20, 13)), text)

    def _tag_width(self, text: str) -> float:
        return self._marks.fonts.metrics("small_medium", self._words_language).horizontalAdvance(text) + 10

    def _width(self, role: str, text: str) -> float:
        return self._marks.fonts.metrics(role, self._language).horizontalAdvance(text)

    def _text(self, p: QPainter, x: float, cy: float, text: str, role: str, colour: str) -> float:
        p.setPen(QPen(self._marks.theme.colour(colour)))
        p.setFont(self._marks.fonts.font(role, self._language))
        p.drawText(QPointF(x, baseline(cy - 10, 20, 13)), text)
        return x + self._width(role, text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), why_tooltip(self._reasons), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_reasons(self._reasons, self._words_language, self._heading)
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)
