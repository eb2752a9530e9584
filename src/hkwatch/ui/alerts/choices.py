# SPDX-License-Identifier: MIT
"""Small things done with the fields of a form: filling a list of choices, choosing, marking what is wrong."""

from PySide6.QtWidgets import QComboBox, QWidget


def fill(combo: QComboBox, entries: tuple[tuple[str, object], ...]) -> None:
    """Replace the entries and keep the choice."""
    chosen = combo.currentData()
    combo.clear()
    for text, data in entries:
        combo.addItem(text, data)
    choose(combo, chosen)


def choose(combo: QComboBox, data: object) -> None:
    """Choose an entry by its data; the first where there is none."""
    index = combo.findData(data)
    combo.setCurrentIndex(max(0, index))


def mark(field: QWidget, wrong: bool) -> None:
    """Draw a field as wrong, or no more."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)
