# SPDX-License-Identifier: MIT
"""The list of watched firms: typed with completion from the dictionary of firms, taken out one by one."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from hkwatch.services.inbox import FirmNames
from hkwatch.ui.marks import Marks
from hkwatch.ui.settings.editable_list import EditableList, Typed

_MOST_ROWS = 8


class Watchlist(EditableList):
    """Firms in their order. A name that the dictionary does not know is taken as well and said to be unknown."""

    def __init__(self, marks: Marks, language: str) -> None:
        super().__init__(_MOST_ROWS)
        self._known: dict[str, str] = {}
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
        self.add.setText(self.tr("Watch"))
        self.remove.setText(self.tr("Take out"))
        self.list.setAccessibleName(self.tr("Watched firms"))
        self.empty.setText(self.tr("None yet. Without one, items are critical for other reasons only."))
        self.setContentsMargins(0, 0, 44, 0)

    def set_names(self, firms: tuple[FirmNames, ...]) -> None:
        """What the dictionary knows, to complete from."""
        self._known = {name.casefold(): firm.label for firm in firms for name in (firm.label, *firm.names)}
        names = {name for firm in firms for name in (firm.label, *firm.names) if len(name) > 1}
        self._offers.setStringList(sorted(names, key=str.casefold))

    def read(self, typed: str, entries: tuple[str, ...]) -> Typed:
        label = self._known.get(typed.casefold())
        watched = label or typed
        if watched.casefold() in {firm.casefold() for firm in entries}:
            return Typed(None, self.tr("{0} is watched already.").format(watched))
        if label is None and self._known:
            return Typed(
                watched, self.tr("{0} is not in the dictionary: only this very name is found.").format(watched)
            )
        return Typed(watched)
