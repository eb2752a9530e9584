# SPDX-License-Identifier: MIT
"""Where the list goes: views and publishers of the rail, one item out of a pin or a relation, and the focus."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from hkwatch.domain.ids import ItemId
from hkwatch.ui.detour import Detour
from hkwatch.ui.inbox_controller import InboxController
from hkwatch.ui.inbox_query import VIEWS
from hkwatch.ui.saved.controller import SavedController
from hkwatch.ui.window import MainWindow


class Navigation(QObject):
    """Follows rail, list and reader. What has a window of its own is asked for by a signal; the list stays as it is."""

    licences_wanted = Signal()
    deadlines_wanted = Signal(object)
    """None: no item is asked for."""
    away_wanted = Signal()

    def __init__(
        self, window: MainWindow, inbox: InboxController, detour: Detour, saved: SavedController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._inbox, self._detour, self._saved = window, inbox, detour, saved
        window.rail.view_chosen.connect(self._on_view)
        window.rail.source_chosen.connect(self._on_publisher)
        window.inbox.shown_new.connect(self._on_shown_new)
        window.reader.related_wanted.connect(self.show_item)
        window.inbox.empty.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        inbox.loaded.connect(self._on_loaded)

    def show_item(self, item: ItemId) -> None:
        """This item alone, with a way back to the list."""
        self._detour.show_items((item,))

    def select(self, item: ItemId) -> None:
        """The list selects an item, where it has it."""
        self._window.inbox.view.select_id(item)

    def _on_shown_new(self, newest: ItemId) -> None:
        if self._window.inbox.view.current_id is None and self._window.isVisible():
            self._window.inbox.view.select_id(newest, open_it=False)

    def _on_view(self, key: str) -> None:
        if key == "licences":
            # A window of its own: the list stays what it is.
            self._window.rail.choose(self._inbox.filter.view or self._inbox.filter.publisher)
            self.licences_wanted.emit()
            return
        if key == "deadlines":
            # It opens a window of its own; the list stays as it is.
            shown = self._inbox.filter
            self._window.rail.choose(shown.publisher or shown.view)
            self.deadlines_wanted.emit(None)
            return
        if key == "away":
            self.away_wanted.emit()
            return
        self._window.uncover()
        self._detour.leave()
        if self._saved.choose(key):
            return
        self._saved.leave()
        self._inbox.choose(view=key if key in VIEWS else "inbox")

    def _on_publisher(self, key: str) -> None:
        self._window.uncover()
        self._detour.leave()
        self._saved.leave()
        self._inbox.choose(publisher=key)

    def _on_loaded(self) -> None:
        view, shown = self._window.inbox.view, self._window.reader.item_id
        if view.current_id is None and shown is not None:
            # A search that hid the item is over: what the reader shows is selected again.
            view.select_id(shown, open_it=False)
        # The focus follows the list when it takes the place of the empty state.
        if self._window.inbox.empty.hasFocus() or QApplication.focusWidget() is None:
            self._window.focus_list()
