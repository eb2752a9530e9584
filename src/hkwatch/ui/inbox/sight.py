# SPDX-License-Identifier: MIT
"""Brings the chosen row of a list back on screen when its rows got other heights."""

from PySide6.QtWidgets import QListView


def keep_in_sight(view: QListView) -> None:
    """Scroll to the current row, if it is chosen; nothing moves where it is in sight."""
    index = view.currentIndex()
    if index.isValid() and view.selectionModel().isSelected(index):
        view.scrollTo(index)
