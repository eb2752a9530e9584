# SPDX-License-Identifier: MIT
"""The bar over the table: filter, what is shown, and a menu with sorting and groups for the keyboard."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from hkwatch.ui.inbox.chips import Chip, ChipSpec
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.lines import Column, Grouping, View, column_names
from hkwatch.ui.theme import round_menu

_FILTER_WIDTH = 260


class FilterField(QLineEdit):
    """Escape empties it; ↓ and Enter go to the table."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SourcesToolbar(QWidget):
    """Holds the View; every change of it is told."""

    changed = Signal()

    def __init__(self, marks: Marks, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self.view = View()
        self.filter = FilterField()
        self.filter.setMaximumWidth(_FILTER_WIDTH)
        self.filter.setMinimumWidth(140)
        # The style leaves room for an icon twice.
        self.filter.setTextMargins(-10, 0, 0, 0)
        self._icon = QAction(self.filter)
        self.filter.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self.clear = QAction(self.filter)
        self.clear.triggered.connect(self.filter.clear)
        self.clear.setVisible(False)
        self.filter.addAction(self.clear, QLineEdit.ActionPosition.TrailingPosition)
        self.filter.textChanged.connect(self._on_words)
        self._chips = QWidget()
        self._row = QHBoxLayout(self._chips)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.failing: Chip | None = None
        self.off: Chip | None = None
        self._counts = (0, 0)
        self.button = QPushButton()
        self.button.setProperty("bar", True)
        self.button.setAutoDefault(False)
        self.menu = round_menu(QMenu(self))
        self.button.setMenu(self.menu)
        self._sorts: dict[Column | None, QAction] = {}
        self._groups: dict[Grouping, QAction] = {}
        self._build_menu()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 8)
        row.setSpacing(12)
        row.addWidget(self.filter, 2)
        row.addWidget(self._chips)
        row.addStretch(1)
        row.addWidget(self.button)
        self.set_language(language)
        self._set_icon()

    def set_counts(self, failing: int, off: int) -> None:
        """How many sources fail, and how many are paused or off."""
        if (failing, off) != self._counts:
            self._counts = (failing, off)
            self._make_chips()

    def change(self, view: View) -> None:
        """Take this view."""
        if view != self.view:
            self.view = view
            self._tick()
            self.changed.emit()

    def sort_by(self, column: Column) -> None:
        """Sort by a column; once more turns it round, a third time takes the catalogue's order again."""
        view = self.view
        first_down = column in (Column.NEW, Column.LAST)
        if view.sort is not column:
            self.change(replace(view, sort=column, descending=first_down))
        elif view.descending is first_down:
            self.change(replace(view, descending=not first_down))
        else:
            self.change(replace(view, sort=None, descending=False))

    def set_language(self, language: str) -> None:
        """Interface language: all words again."""
        self._language = language
        self.filter.setPlaceholderText(self.tr("Filter sources"))
        self.filter.setAccessibleName(self.tr("Filter sources"))
        self.filter.setToolTip(self.tr("Name, publisher, address or state (Ctrl+F)"))
        self.clear.setText(self.tr("Clear the filter"))
        self.button.setText(self.tr("View"))
        self.button.setAccessibleName(self.tr("View: order and groups"))
        names = column_names()
        for column, action in self._sorts.items():
            action.setText(self.tr("As in the catalogue") if column is None else names[column])
        for group, text in (
            (Grouping.NONE, self.tr("No groups")),
            (Grouping.PUBLISHER, self.tr("By publisher")),
            (Grouping.FOLDER, self.tr("By folder")),
        ):
            self._groups[group].setText(text)
        self._sort_menu.setTitle(self.tr("Sort by"))
        self._group_menu.setTitle(self.tr("Groups"))
        self._make_chips()

    def _build_menu(self) -> None:
        self._sort_menu, self._group_menu = round_menu(QMenu(self.menu)), round_menu(QMenu(self.menu))
        self.menu.addMenu(self._sort_menu)
        self.menu.addMenu(self._group_menu)
        sorts, groups = QActionGroup(self), QActionGroup(self)
        for column in (None, *Column):
            action = self._sorts[column] = QAction(self, checkable=True)
            sorts.addAction(action)
            self._sort_menu.addAction(action)
            action.triggered.connect(
                lambda _on=False, column=column: self.change(
                    replace(self.view, sort=column, descending=column in (Column.NEW, Column.LAST))
                )
            )
        for group in Grouping:
            action = self._groups[group] = QAction(self, checkable=True)
            groups.addAction(action)
            self._group_menu.addAction(action)
            action.triggered.connect(lambda _on=False, group=group: self.change(replace(self.view, grouping=group)))

    def _make_chips(self) -> None:
        focus = next((name for name in ("failing", "off") if (chip := getattr(self, name)) and chip.hasFocus()), "")
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        failing, off = self._counts
        specs = (
            ChipSpec("failing", self.tr("Failing first"), failing or None),
            ChipSpec("off", self.tr("Paused and off"), off or None),
        )
        self.failing, self.off = (Chip(self._marks, spec, self._language, self._chips) for spec in specs)
        for chip, option in ((self.failing, "failing_first"), (self.off, "show_off")):
            chip.clicked.connect(lambda on, option=option: self.change(_shown(self.view, option, on=on)))
            self._row.addWidget(chip)
            chip.show()
        self._tick()
        if focus:
            getattr(self, focus).setFocus()

    def _tick(self) -> None:
        view = self.view
        if self.failing is not None and self.off is not None:
            self.failing.setChecked(view.failing_first)
            self.off.setChecked(view.show_off)
        self._sorts[view.sort].setChecked(True)
        self._groups[view.grouping].setChecked(True)
        if self.filter.text() != view.words:
            self.filter.setText(view.words)

    def _on_words(self, text: str) -> None:
        self.clear.setVisible(bool(text))
        self.change(replace(self.view, words=text))

    def _set_icon(self) -> None:
        self._icon.setIcon(self._marks.icons.icon("search", "muted"))
        self.clear.setIcon(self._marks.icons.icon("x", "muted"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._set_icon()
        super().changeEvent(event)


def _shown(view: View, option: str, *, on: bool) -> View:
    return replace(view, failing_first=on) if option == "failing_first" else replace(view, show_off=on)
