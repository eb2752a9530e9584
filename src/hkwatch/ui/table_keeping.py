# SPDX-License-Identifier: MIT
"""Joins the keeping of tables with the main window, in whose state they are kept."""

from PySide6.QtCore import QObject

from hkwatch.ui.table_state import TableStates
from hkwatch.ui.window import MainWindow


def keep_tables(window: MainWindow, parent: QObject) -> TableStates:
    """Keep the tables of the window, and those of every dialog that is given to what is returned."""
    states = TableStates(window.state, parent)
    states.kept.connect(lambda: window.remembered.emit(window.current_state()))
    # Its panes have splitters of their own, which are kept by arrangement.
    states.adopt("window", window, splitters=False)
    return states
