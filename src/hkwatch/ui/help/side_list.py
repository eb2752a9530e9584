# SPDX-License-Identifier: MIT
"""A list at the side of a page: contents, or the parts of the program."""

from PySide6.QtWidgets import QFrame, QListWidget, QWidget

from hkwatch.ui.theme import Theme


class SideList(QListWidget):
    """Quiet rows, the chosen one in the colour of a selection."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        hexed = self._theme.hex
        self.setStyleSheet(
            f"QListWidget {{ background: transparent; outline: 0; color: {hexed('text')}; }}"
            " QListWidget::item { padding: 5px 8px; border-radius: 6px; }"
            f" QListWidget::item:hover {{ background: {hexed('hover_rail')}; }}"
            f" QListWidget::item:selected {{ background: {hexed('select_rail')}; color: {hexed('text')}; }}"
        )
