# SPDX-License-Identifier: MIT
"""The hosts whose links open without asking: one is added by its name or by a whole address, and taken out again."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from hkwatch.domain.address import host_of
from hkwatch.ui.dialogs import plain

_ROW, _MOST_ROWS = 30, 4
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")


def host_in(text: str) -> str:
    """The host that was typed, alone or in an address, without `www.`; empty where there is none."""
    typed = text.strip().lower()
    host = host_of(typed if "://" in typed else f"https://{typed}")
    return host if _HOST.fullmatch(host) else ""


class OpenHosts(QWidget):
    """A field with its buttons above the list."""

    changed = Signal(object)
    """All hosts, a tuple."""

    def __init__(self) -> None:
        super().__init__()
        self._hosts: tuple[str, ...] = ()
        self.field = QLineEdit()
        self.field.setPlaceholderText("example.com")
        self.field.setAccessibleName(self.tr("Host to trust"))
        self.field.setMaxLength(253)
        self.add = QPushButton(self.tr("Add"))
        self.remove = QPushButton(self.tr("Take out"))
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("Links that open without asking"))
        self.list.setProperty("rows", True)
        self.empty = plain(self.tr("None yet: only the publishers’ links open at once."), "muted")
        self.empty.setWordWrap(True)
        self.hint = plain("", "warn")
        self.hint.setWordWrap(True)
        self.hint.hide()
        entry = QHBoxLayout()
        entry.setSpacing(8)
        entry.addWidget(self.field, 1)
        entry.addWidget(self.add)
        entry.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(entry)
        for widget in (self.hint, self.empty, self.list):
            column.addWidget(widget)
        self.field.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.add.setEnabled(False)
        self.remove.clicked.connect(self.take_out)
        self.list.itemSelectionChanged.connect(self._look)
        self._look()

    def set_hosts(self, hosts: Sequence[str]) -> None:
        """Show these; nothing is told."""
        if tuple(hosts) == self._hosts:
            return
        self._hosts = tuple(hosts)
        self.list.clear()
        self.list.addItems(list(hosts))
        self._look()

    def take_out(self) -> None:
        """Trust the chosen one no more."""
        at = self.list.currentRow()
        if 0 <= at < len(self._hosts):
            self._set((*self._hosts[:at], *self._hosts[at + 1 :]))
            if self._hosts:
                self.list.setCurrentRow(min(at, len(self._hosts) - 1))
            else:
                self.field.setFocus()

    def _on_add(self) -> None:
        typed = self.field.text().strip()
        if not typed:
            return
        host = host_in(typed)
        if not host:
            self._hint(self.tr("{0} is no host. Write it as example.com.").format(typed))
        elif host in self._hosts:
            self._hint(self.tr("{0} is in the list already.").format(host))
        else:
            self.hint.hide()
            self.field.clear()
            self._set((*self._hosts, host))

    def _hint(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.show()

    def _set(self, hosts: tuple[str, ...]) -> None:
        self.set_hosts(hosts)
        self.changed.emit(hosts)

    def _look(self) -> None:
        self.list.setVisible(bool(self._hosts))
        self.empty.setVisible(not self._hosts)
        self.list.setFixedHeight(_ROW * min(len(self._hosts), _MOST_ROWS) + 12)
        self.remove.setEnabled(bool(self.list.selectedItems()))


class _List(QListWidget):
    def __init__(self, owner: OpenHosts) -> None:
        super().__init__(owner)
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._owner.take_out()
        else:
            super().keyPressEvent(event)
