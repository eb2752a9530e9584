# SPDX-License-Identifier: MIT
"""The head of the reader: level, type, publisher, reference, title, dates. Painted in one piece; read aloud in the same order."""

import html
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hkwatch.domain.item import DocType, Level
from hkwatch.ui import formats
from hkwatch.ui.marks import Marks
from hkwatch.ui.reader.facts import keep_letters_together
from hkwatch.ui.theme import baseline
from hkwatch.ui.words import doc_type_text, level_text

_TOP_ROW = 28
_META_ROW = 28
MOST_TITLE_LINES = 4


@dataclass(frozen=True, slots=True)
class HeadContent:
    """What the head shows. `title_language` is that of the title; `facts` are listed from the most to the least needed."""

    level: Level
    doc_type: DocType
    publisher: str
    ref: str
    title: str
    title_language: str
    facts: tuple[str, ...]


class ReaderHead(QWidget):
    """As high as its title needs at its width."""

    def __init__(self, marks: Marks, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._content: HeadContent | None = None
        self._role = "title"
        self._reserved = 0
        self._most_lines = MOST_TITLE_LINES
        self._lines: list[str] = []
        self._is_cut = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        marks.theme.changed.connect(self.update)

    def show_content(self, content: HeadContent) -> None:
        """Replace what is shown."""
        self._content = content
        spoken = (level_text(content.level), doc_type_text(content.doc_type), f"{content.publisher}: {content.title}")
        self.setAccessibleName(". ".join((*spoken, *((content.ref,) if content.ref else ()), *content.facts)))
        self._relayout()

    def set_language(self, language: str) -> None:
        """Language of the words around the title."""
        self._language = language
        self._relayout()

    def set_role(self, role: str) -> None:
        """`title`, or `hero` in a wide reader."""
        if role != self._role:
            self._role = role
            self._relayout()

    def set_most_lines(self, lines: int) -> None:
        """On how many lines the title may stand, 1 to `MOST_TITLE_LINES`; the rest is in its tooltip."""
        lines = max(1, min(lines, MOST_TITLE_LINES))
        if lines != self._most_lines:
            self._most_lines = lines
            self._relayout()

    def lines_in(self, height: int) -> int:
        """How many lines of the title a head of this height has."""
        language = self._content.title_language if self._content is not None else "en"
        return (height - _TOP_ROW - _META_ROW) // self._marks.fonts.line_height(self._role, language)

    def reserve(self, width: int) -> None:
        """Keep this many pixels free at the right end of the last line, for the language segments."""
        if width != self._reserved:
            self._reserved = width
            self.update()

    @property
    def title_lines(self) -> tuple[str, ...]:
        """The title as it is broken at the present width."""
        return tuple(self._lines)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        content = self._content
        if content is None:
            return _TOP_ROW + _META_ROW
        line = self._marks.fonts.line_height(self._role, content.title_language)
        return _TOP_ROW + len(self._break(width)) * line + _META_ROW

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 200)))

    def _relayout(self) -> None:
        self._lines = self._break(self.width())
        self.updateGeometry()
        self.update()

    def _break(self, width: int) -> list[str]:
        """The title in lines; the last one that is allowed is elided."""
        content = self._content
        if content is None or width <= 0:
            return []
        fonts, language = self._marks.fonts, content.title_language
        text = keep_letters_together(content.title, language)
        layout = QTextLayout(text, fonts.font(self._role, language))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        pieces: list[tuple[int, int]] = []
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            pieces.append((line.textStart(), line.textLength()))
            line = layout.createLine()
        layout.endLayout()
        lines = [text[start : start + length].rstrip() for start, length in pieces]
        self._is_cut = len(lines) > self._most_lines
        if len(lines) > self._most_lines:
            rest = text[pieces[self._most_lines - 1][0] :]
            metrics = fonts.metrics(self._role, language)
            lines[self._most_lines - 1 :] = [metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        content = self._content
        if content is None:
            return
        marks, p = self._marks, QPainter(self)
        cy, x = _TOP_ROW / 2 - 3, 6.0
        # Always filled: opening an item makes it read, and its level must still be seen.
        marks.level_shape(p, x, cy, content.level, filled=True)
        x = self._text(p, 18, cy, level_text(content.level), "small_strong", "text") + 12
        x += marks.badge(p, x, cy, content.doc_type, self._language) + 12
        x = self._text(p, x, cy, content.publisher, "small_strong", "text2") + 10
        if content.ref:
            self._text(p, x, cy, content.ref, "small", "muted")
        fonts, theme = marks.fonts, marks.theme
        line = fonts.line_height(self._role, content.title_language)
        p.setFont(fonts.font(self._role, content.title_language))
        p.setPen(theme.colour("text"))
        px = fonts.px(self._role, content.title_language)
        for index, text in enumerate(self._lines):
            p.drawText(QPointF(0, baseline(_TOP_ROW + index * line, line, px)), text)
        top = _TOP_ROW + len(self._lines) * line
        self._text(p, 0, top + _META_ROW / 2, self._shown_facts(), "small", "muted")

    def _shown_facts(self) -> str:
        """The facts that fit beside the segments."""
        assert self._content is not None
        facts = list(self._content.facts)
        metrics = self._marks.fonts.metrics("small", self._language, figures=True)
        room = self.width() - self._reserved
        while len(facts) > 1 and metrics.horizontalAdvance(formats.BETWEEN.join(facts)) > room:
            facts.pop()
        return metrics.elidedText(formats.BETWEEN.join(facts), Qt.TextElideMode.ElideRight, room)

    def _text(self, p: QPainter, x: float, cy: float, text: str, role: str, colour: str) -> float:
        fonts = self._marks.fonts
        p.setFont(fonts.font(role, self._language, figures=True))
        p.setPen(self._marks.theme.colour(colour))
        p.drawText(QPointF(x, baseline(cy - 10, 20, 13)), text)
        return x + fonts.metrics(role, self._language, figures=True).horizontalAdvance(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = self._break(self.width())
        if len(lines) != len(self._lines):
            self.updateGeometry()
        self._lines = lines

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._content is not None:
            if event.pos().y() >= self.height() - _META_ROW:
                QToolTip.showText(event.globalPos(), formats.BETWEEN.join(self._content.facts), self)
            elif self._is_cut and event.pos().y() >= _TOP_ROW:
                QToolTip.showText(event.globalPos(), f"<p>{html.escape(self._content.title)}</p>", self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
