# SPDX-License-Identifier: MIT
"""The list column: banner, search, chips, list; in this order also for the Tab key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hkwatch.ui.inbox.banner import Banner
from hkwatch.ui.inbox.chips import ChipsRow
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.inbox.hidden_line import HiddenLine
from hkwatch.ui.inbox.list_foot import ListFoot
from hkwatch.ui.inbox.model import InboxModel
from hkwatch.ui.inbox.search import SearchBox, SearchField
from hkwatch.ui.inbox.view import InboxView
from hkwatch.ui.marks import Marks


class InboxPane(QWidget):
    """Puts the pieces together; whoever owns it fills the model and listens to the pieces' signals."""

    shown_new = Signal(object)
    """The newest ItemId after the waiting items were let in."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = marks
        self.model = InboxModel()
        self.fonts = marks.fonts
        self.banner = Banner(marks, self)
        self.search = SearchBox(marks, self)
        self.chips = ChipsRow(marks, self)
        self.chips.tab_after = self.search.field.last_stop
        self.hidden = HiddenLine(marks, self)
        self.view = InboxView(self.model, marks, self)
        self.empty = EmptyState(marks, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for piece in (self.banner, self.search, self.chips, self.hidden):
            column.addWidget(piece)
        column.addWidget(self._stack, 1)
        self.chosen = ListFoot(marks, "check-check", self)
        self.undone = ListFoot(marks, "history", self)
        for foot in (self.chosen, self.undone):
            column.addWidget(foot)
        self._column = column
        self.model.waiting_changed.connect(self.chips.set_waiting)
        self.chips.pill_pressed.connect(self.show_new)
        self.view.waiting_wanted.connect(self.show_new)
        self.field.entered.connect(self.focus_list)
        self.field.left.connect(self.focus_list)
        for changed in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            changed.connect(self._show_list_or_empty)
        self._show_list_or_empty()

    def put_on_top(self, widget: QWidget) -> None:
        """Show a widget over everything else in the column."""
        self._column.insertWidget(0, widget)

    @property
    def field(self) -> SearchField:
        """The search field."""
        return self.search.field

    def set_language(self, language: str) -> None:
        """The interface language of the painted texts; the model is told apart, with the publishers' names."""
        self.banner.language = self.search.line.language = self.empty.language = language
        self.chips.pill.language = language
        self.view.retranslate()
        self.update()

    def show_new(self) -> None:
        """Let the waiting items in and go to the top; the selected item stays selected."""
        newest = self.model.show_waiting()
        if newest is not None:
            self.view.scrollToTop()
            self.shown_new.emit(newest)

    def focus_list(self) -> None:
        """Give the list the focus, or what stands in its place while it has no rows."""
        # A hidden list would keep the wish and take the focus from the search field once something is found.
        shown = self.view if self.model.rowCount() else self.empty
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_list_or_empty(self) -> None:
        had_focus = self.view.hasFocus()
        self._stack.setCurrentWidget(self.view if self.model.rowCount() else self.empty)
        if had_focus and not self.model.rowCount():
            # The last row was put away: the focus goes to what stands there now.
            self.empty.setFocus(Qt.FocusReason.OtherFocusReason)
