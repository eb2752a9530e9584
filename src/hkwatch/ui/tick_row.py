# SPDX-License-Identifier: MIT
"""Boxes to tick, one for each of a few choices; one stays ticked at least."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget


class TickRow(QWidget):
    """The chosen keys, in the order of the choices. The last one ticked cannot be taken away."""

    changed = Signal(object)
    """All chosen keys, a tuple."""

    def __init__(self, choices: Sequence[tuple[str, str]], chosen: Sequence[str], name: str) -> None:
        """`choices` are key and text; `name` says in front of each text to a screen reader what is chosen."""
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for key, text in choices:
            box = QCheckBox(text)
            box.setAccessibleName(f"{name}: {text}")
            box.setChecked(key in chosen)
            box.toggled.connect(self._on_toggled)
            row.addWidget(box)
            self.boxes[key] = box
        self._hold_last()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys that are ticked."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def _on_toggled(self) -> None:
        self._hold_last()
        self.changed.emit(self.chosen)

    def _hold_last(self) -> None:
        chosen = self.chosen
        for key, box in self.boxes.items():
            box.setEnabled(chosen != (key,))
