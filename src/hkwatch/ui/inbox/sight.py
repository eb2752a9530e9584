# SPDX-License-Identifier: MIT
"""Brings the chosen row of a list back on screen when its rows got other heights, or it itself less."""

from PySide6.QtWidgets import QListView


def keep_in_sight(view: QListView) -> None:
    """Scroll to the current row, if it is chosen; nothing moves where it is in sight."""
    index = view.currentIndex()
    if index.isValid() and view.selectionModel().isSelected(index):
        view.scrollTo(index)


def keep_when_lower(view: QListView, before_px: int) -> None:
    """The chosen row that stood above the foot of a list `before_px` high is not cut off when the list gets lower.

    Where the user has scrolled away from it, nothing moves.
    """
    place = view.visualRect(view.currentIndex())
    if place.top() >= 0 and view.viewport().height() <= place.bottom() < before_px:
        keep_in_sight(view)
