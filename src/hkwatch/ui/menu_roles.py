# SPDX-License-Identifier: MIT
"""Which actions macOS shows in the menu of the program. It would guess by their English texts, and wrongly."""

from PySide6.QtGui import QAction

_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}


def menu_role(name: str) -> QAction.MenuRole:
    """The role of the action of that name; what is not named there stays in its own menu."""
    return _ROLES.get(name, QAction.MenuRole.NoRole)
