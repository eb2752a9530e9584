# SPDX-License-Identifier: MIT
"""A short list of texts that the user keeps: one is typed and added, the chosen one is taken out by button or Delete.

Ctrl+Z puts back what was taken out, one after the other.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from hkwatch.ui.dialogs import plain

_ROW = 30
_FRAME = 8
"""The list's border and padding, above and below, as in the style sheet."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a typed text means: the entry to add, None = it stays in the field; and what is said of it, empty = nothing."""

    entry: str | None
    hint: str = ""


class EditableList(QWidget):
    """A field with its buttons above the list. What it is a list of, and all its words, its subclass says."""

    changed = Signal(object)
    """All entries, a tuple."""

    def __init__(self, most_rows: int) -> None:
        """The list grows up to `most_rows`, then it scrolls."""
        super().__init__()
        self._most_rows = most_rows
        self._entries: tuple[str, ...] = ()
        self._taken: list[tuple[int, str]] = []
        """What was taken out, with its place; the last one last."""
        self.field = QLineEdit()
        self.add, self.remove = QPushButton(), QPushButton()
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        self.list = _Rows(self.take_out, self.put_back)
        self.list.setProperty("rows", True)
        self.list.setUniformItemSizes(True)
        self.empty, self.hint = plain("", "muted"), plain("", "warn")
        for line in (self.empty, self.hint):
            line.setWordWrap(True)
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
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.add.setEnabled(False)
        self.remove.clicked.connect(self.take_out)
        self.list.itemSelectionChanged.connect(self._look)
        self._look()

    def read(self, typed: str, entries: tuple[str, ...]) -> Typed:
        """What `typed` (not empty, no blanks around it) means beside the entries that are there."""
        raise NotImplementedError

    def set_entries(self, entries: Sequence[str]) -> None:
        """Show these; nothing is told."""
        if tuple(entries) == self._entries:
            return
        # Set from elsewhere (all settings put back): places of before mean nothing any more.
        self._taken.clear()
        self._fill(tuple(entries))

    def take_out(self) -> None:
        """Without the chosen one; the next is chosen, so that several go one after the other."""
        at = self.list.currentRow()
        if 0 <= at < len(self._entries):
            self._taken.append((at, self._entries[at]))
            self.hint.hide()
            self._set((*self._entries[:at], *self._entries[at + 1 :]))
            if self._entries:
                self.list.setCurrentRow(min(at, len(self._entries) - 1))
            else:
                self.field.setFocus()

    def put_back(self) -> None:
        """What was taken out last is where it was, and chosen. Nothing happens without one."""
        if not self._taken:
            return
        at, entry = self._taken.pop()
        if entry not in self._entries:
            self._set((*self._entries[:at], entry, *self._entries[at:]))
        self.list.setCurrentRow(self._entries.index(entry))
        self.list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # An emptied list gives the keys to the field, which has nothing of its own to undo then.
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.field.isUndoAvailable()
        ):
            self.put_back()
            return True
        return super().eventFilter(watched, event)

    def _on_typed(self, text: str) -> None:
        self.add.setEnabled(bool(text.strip()))
        if text.strip():
            self.hint.hide()

    def _on_add(self) -> None:
        typed = self.field.text().strip()
        if not typed:
            return
        found = self.read(typed, self._entries)
        self.hint.setText(found.hint)
        self.hint.setVisible(bool(found.hint))
        if found.entry is not None:
            self._set((*self._entries, found.entry))
            # Last: a completer writes what was chosen into the field until now.
            self.field.clear()

    def _set(self, entries: tuple[str, ...]) -> None:
        self._fill(entries)
        self.changed.emit(entries)

    def _fill(self, entries: tuple[str, ...]) -> None:
        self._entries = entries
        self.list.clear()
        self.list.addItems(list(entries))
        self._look()

    def _look(self) -> None:
        self.list.setVisible(bool(self._entries))
        self.empty.setVisible(not self._entries)
        self.list.setFixedHeight(_ROW * min(len(self._entries), self._most_rows) + _FRAME)
        self.remove.setEnabled(bool(self.list.selectedItems()))


class _Rows(QListWidget):
    def __init__(self, take_out: Callable[[], None], put_back: Callable[[], None]) -> None:
        super().__init__()
        self._take_out, self._put_back = take_out, put_back

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take_out()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._put_back()
        else:
            super().keyPressEvent(event)
