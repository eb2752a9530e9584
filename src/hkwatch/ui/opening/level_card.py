# SPDX-License-Identifier: MIT
"""A card of the first window: one way of being told, how often that was, and what it means."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QRadioButton, QVBoxLayout

from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import has_ring


class LevelCard(QFrame):
    """One way of being told; a click anywhere on it chooses it."""

    def __init__(self, name: str, count: str, detail: str, marks: Marks, language: str) -> None:
        super().__init__()
        self._marks = marks
        self.button = QRadioButton(name)
        self.button.setFont(marks.fonts.font("strong", language))
        self.button.setAccessibleName(f"{name}, {count}")
        self.button.setAccessibleDescription(detail)
        self.button.toggled.connect(self.update)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(2)
        column.addWidget(self.button)
        for text, role, font, left in ((count, "strong", "small_strong", 26), (detail, "text2", "small", 0)):
            label = plain(text, role)
            label.setFont(marks.fonts.font(font, language))
            label.setWordWrap(True)
            label.setContentsMargins(left, 0, 0, 0)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.addStretch(1)

    def mousePressEvent(self, event: object) -> None:
        self.button.setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._marks.theme, self.button.isChecked()
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setBrush(theme.colour("accent_tint" if on else "surface"))
        width = 2 if has_ring(self.button) else 1
        p.setPen(QPen(theme.colour("accent" if on else "line_strong"), width))
        edge = width / 2
        p.drawRoundedRect(self.rect().toRectF().adjusted(edge, edge, -edge, -edge), 8, 8)
