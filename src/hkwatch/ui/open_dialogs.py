# SPDX-License-Identifier: MIT
"""The dialogs that are open: at most one of each kind."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from hkwatch.ui.table_state import TableStates

_Dialog = TypeVar("_Dialog", bound=QDialog)


class OpenDialogs(QObject):
    """Shows dialogs and forgets them when they are closed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: dict[str, QDialog] = {}
        self.tables: TableStates | None = None
        """Keeps how tables in dialogs are laid out; None keeps nothing."""

    def __getitem__(self, name: str) -> QDialog:
        return self._open[name]

    def __contains__(self, name: str) -> bool:
        return name in self._open

    def all(self) -> list[QDialog]:
        """Every open dialog."""
        return list(self._open.values())

    def get(self, name: str) -> QDialog | None:
        """The open dialog of this kind, None when there is none."""
        return self._open.get(name)

    def of(self, name: str, kind: Callable[[], type[_Dialog]]) -> _Dialog | None:
        """The open dialog of this name if it is of that kind. `kind` imports it, so it is asked only when one is open:
        what the start does not show it does not import either.
        """
        found = self._open.get(name)
        if found is None:
            return None
        return found if isinstance(found, kind()) else None

    def present(self, name: str, dialog: QDialog) -> None:
        """Show a dialog in place of an open one of its kind; a modal one holds the window back."""
        before = self._open.pop(name, None)
        if before is not None:
            before.close()
        self._open[name] = dialog
        if self.tables is not None:
            self.tables.adopt(name, dialog)
        dialog.finished.connect(lambda _code: self._forget(name, dialog))
        if dialog.isModal():
            dialog.open()
        else:
            dialog.show()

    def reset_tables(self) -> None:
        """Give the columns of all tables back their standard widths."""
        if self.tables is not None:
            self.tables.reset_all()

    def close_all(self) -> None:
        """Close them all, as at the end."""
        for dialog in self.all():
            dialog.close()

    def _forget(self, name: str, dialog: QDialog) -> None:
        if self._open.get(name) is dialog:
            del self._open[name]
