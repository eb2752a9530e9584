# SPDX-License-Identifier: MIT
"""What a painted widget is for a screen reader: Qt cannot know that a widget of our own is a chart or a button.

A class says so by `accessible_role`, a `QAccessible.Role`; its name and description come from the widget as ever.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLE = "accessible_role"
_is_installed: list[bool] = []


def install_roles() -> None:
    """Let Qt ask the classes; once in a process, as Qt keeps what asks it for ever."""
    if not _is_installed:
        _is_installed.append(True)
        QAccessible.installFactory(_interface)


def _interface(_key: str, widget: QObject) -> QAccessibleInterface | None:
    role = getattr(type(widget), ROLE, None)
    if role is None or not isinstance(widget, QWidget):
        return None
    return QAccessibleWidget(widget, role)
