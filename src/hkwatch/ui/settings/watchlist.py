# SPDX-License-Identifier: MIT
"""The list of watched firms: typed with completion from the dictionary of firms, taken out one by one."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from hkwatch.services.inbox import FirmNames
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks

_ROW = 30
_MOST_ROWS = 8


class Watchlist(QWidget):
    """Firms in their order. A name that the dictionary does not know is taken as well and said to be unknown."""

    changed = Signal(object)
    """All firms, a tuple."""

    def __init__(self, marks: Marks, language: str) -> None:
        super().__init__()
        self._known: dict[str, str] = {}
        self._firms: tuple[str, ...] = ()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Firm or CE number"))
        self.field.setAccessibleName(self.tr("Firm to watch"))
        self.field.setMaxLength(120)
        self._offers = QStringListModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        popup = completer.popup()
        if popup is not None:
            popup.setFont(marks.fonts.font("body", language))
        self.field.setCompleter(completer)
        self.add = QPushButton(self.tr("Watch"))
        self.add.setAutoDefault(False)
        self.add.setEnabled(False)
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("Watched firms"))
        self.list.setAlternatingRowColors(False)
        self.list.setUniformItemSizes(True)
        self.list.setProperty("rows", True)
        self.empty = plain(self.tr("None yet. Without one, items are critical for other reasons only."), "muted")
        self.empty.setWordWrap(True)
        self.hint: QLabel = plain("", "warn")
        self.hint.setWordWrap(True)
        self.hint.hide()
        self.remove = QPushButton(self.tr("Take out"))
        self.remove.setAutoDefault(False)
        entry = QHBoxLayout()
        entry.setSpacing(8)
        entry.addWidget(self.field, 1)
        entry.addWidget(self.add)
        entry.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 44, 0)
        column.setSpacing(8)
        column.addLayout(entry)
        column.addWidget(self.hint)
        column.addWidget(self.empty)
        column.addWidget(self.list)
        self.field.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self.take_out)
        self.list.itemSelectionChanged.connect(self._look)
        self._look()

    def set_names(self, firms: tuple[FirmNames, ...]) -> None:
        """What the dictionary knows, to complete from."""
        self._known = {name.casefold(): firm.label for firm in firms for name in (firm.label, *firm.names)}
        names = {name for firm in firms for name in (firm.label, *firm.names) if len(name) > 1}
        self._offers.setStringList(sorted(names, key=str.casefold))

    def set_firms(self, firms: Sequence[str]) -> None:
        """Show these; nothing is told."""
        if tuple(firms) == self._firms and self.list.count() == len(firms):
            return
        self._firms = tuple(firms)
        self.list.clear()
        self.list.addItems(list(firms))
        self._look()

    def take_out(self) -> None:
        """Watch the chosen one no more."""
        at = self.list.currentRow()
        if 0 <= at < len(self._firms):
            self._set((*self._firms[:at], *self._firms[at + 1 :]))
            if self._firms:
                self.list.setCurrentRow(min(at, len(self._firms) - 1))
            else:
                self.field.setFocus()

    def _on_add(self) -> None:
        name = self.field.text().strip()
        if not name:
            return
        label = self._known.get(name.casefold())
        watched = label or name
        if watched.casefold() in {firm.casefold() for firm in self._firms}:
            self._hint(self.tr("{0} is watched already.").format(watched))
            return
        self._set((*self._firms, watched))
        # The completer writes what was chosen after this.
        self.field.clear()
        if label is None and self._known:
            self._hint(self.tr("{0} is not in the dictionary: only this very name is found.").format(watched))
        else:
            self.hint.hide()

    def _hint(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.show()

    def _set(self, firms: tuple[str, ...]) -> None:
        self.set_firms(firms)
        self.changed.emit(firms)

    def _look(self) -> None:
        self.list.setVisible(bool(self._firms))
        self.empty.setVisible(not self._firms)
        self.list.setFixedHeight(_ROW * min(len(self._firms), _MOST_ROWS) + 8)
        self.remove.setEnabled(bool(self.list.selectedItems()))


class _List(QListWidget):
    def __init__(self, owner: Watchlist) -> None:
        super().__init__(owner)
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._owner.take_out()
        else:
            super().keyPressEvent(event)
