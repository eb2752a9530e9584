# SPDX-License-Identifier: MIT
"""Items shown out of turn, as from a notification: the user's filter steps back and can be had again."""

from PySide6.QtCore import QObject

from hkwatch.domain.ids import ItemId
from hkwatch.ui.banners import Banners, Rank, Telling
from hkwatch.ui.inbox import BannerKind
from hkwatch.ui.inbox_controller import InboxController
from hkwatch.ui.inbox_query import Filter
from hkwatch.ui.window import MainWindow


class Detour(QObject):
    """Remembers what was shown before."""

    def __init__(
        self, window: MainWindow, inbox: InboxController, banners: Banners, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._inbox, self._banners = window, inbox, banners
        self._before: Filter | None = None
        inbox.loaded.connect(self._on_loaded)

    def show_items(self, items: tuple[ItemId, ...]) -> None:
        """Bring items before the user, whatever the filter hides: one is opened in the list, several are a list."""
        self._window.uncover()
        if len(items) == 1:
            self._show_one(items[0])
            return
        self._before = self._before or self._inbox.filter
        self._inbox.show_only(items)
        fact = self.tr("From this notification: %n items.", "", len(items))
        self._say(fact, self.tr("Back to the list"))

    def leave(self) -> None:
        """The user went elsewhere: nothing is to be restored."""
        self._before = None
        self._banners.drop(Rank.DETOUR)

    def _show_one(self, item: ItemId) -> None:
        is_hidden = self._window.inbox.model.row_of(item) < 0
        if is_hidden and (not self._inbox.filter.is_plain or self._inbox.is_fixed):
            self._before = self._before or self._inbox.filter
            self._window.rail.choose("inbox")
            self._inbox.set_filter(Filter())
            self._say(self.tr("Filter paused to show this item."), self.tr("Restore"))
        self._window.inbox.focus_list()
        self._inbox.reveal(item)

    def _on_loaded(self) -> None:
        if self._inbox.is_fixed and self._before is None:
            # No list has it (it is muted or archived): it stands alone, and that must be said.
            self._before = self._inbox.filter
            self._say(self.tr("Filter paused to show this item."), self.tr("Restore"))

    def _say(self, fact: str, action: str) -> None:
        self._banners.put(Rank.DETOUR, Telling(BannerKind.INFO, fact, "", action, self._go_back))

    def _go_back(self) -> None:
        wanted = self._before or Filter()
        self.leave()
        self._window.rail.choose(wanted.publisher or wanted.view)
        self._inbox.set_filter(wanted)
