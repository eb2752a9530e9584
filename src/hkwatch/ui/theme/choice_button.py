# SPDX-License-Identifier: MIT
"""A button that shows which of several holds. A screen reader's press only flips such a button, and Qt tells no click."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget


class ChoiceButton(QAbstractButton):
    """Checkable. The program shows a choice by `show_checked`; whatever else checks it was the user."""

    chosen_by_reader = Signal()
    """A screen reader, or another program for people, chose it: what a click does is to follow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_clicked = self._is_shown = False
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)

    def show_checked(self, checked: bool) -> None:
        """Show whether it holds; nobody is told."""
        self._is_shown = True
        self.setChecked(checked)
        self._is_shown = False

    def nextCheckState(self) -> None:
        # What a click of the mouse or a key goes through, and nothing else.
        self._is_clicked = True
        super().nextCheckState()
        self._is_clicked = False

    def _on_toggled(self, checked: bool) -> None:
        # Within a group the one that was chosen before goes off by itself.
        is_wish = checked or self.group() is None
        if is_wish and not self._is_clicked and not self._is_shown:
            self.chosen_by_reader.emit()
