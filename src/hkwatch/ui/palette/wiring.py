# SPDX-License-Identifier: MIT
"""Opens the palette over the window, finds what fits while the user types, and does what is chosen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.query import Field, Phrase, Query, Term
from hkwatch.domain.query_tree import join_and
from hkwatch.domain.rows import InboxRow
from hkwatch.services.inbox import InboxReader, Page
from hkwatch.ui.controller import Controller
from hkwatch.ui.formats import short_time
from hkwatch.ui.inbox_query import Filter
from hkwatch.ui.marks import Marks
from hkwatch.ui.palette import collect
from hkwatch.ui.palette.entries import Entry, Group, fitting
from hkwatch.ui.palette.view import Palette
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.search_history import SearchHistory
from hkwatch.ui.window import MainWindow

_ITEMS = 8
_SHORTEST = 2


class CommandPalette(QObject):
    """One for the window. What it offers is gathered anew each time it opens."""

    def __init__(
        self,
        window: MainWindow,
        marks: Marks,
        controller: Controller,
        reads: ReadThread[InboxReader],
        catalogue: Catalogue,
        action: Callable[[str], QAction],
        show_setting: Callable[[str, str], None],
        history: SearchHistory,
        folder: Folder,
        translators: Callable[[str], QTranslator],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._marks, self._controller, self._reads = window, marks, controller, reads
        self._catalogue, self._action, self._show_setting = catalogue, action, show_setting
        self._history, self._folder = history, folder
        self._tongues = collect.Tongues(folder, [translators(one) for one in ("zh-Hant", "zh-Hans")])
        self._entries: list[Entry] = []
        self.view: Palette | None = None
        self._typed = ""

    def show(self, language: str) -> None:
        """Come up, in an interface language; once more takes it away."""
        if self.view is not None:
            was_open = self.view.isVisible()
            if was_open:
                self.view.leave()
                return
            self.view.deleteLater()
        self._language = language
        self._entries = self._gather()
        names = collect.group_names()
        self.view = view = Palette(self._marks, language, lambda group: names[group], self._window)
        view.typed.connect(self._on_typed)
        view.chosen.connect(self._on_chosen)
        self._on_typed("")
        view.open(QApplication.focusWidget())

    def _gather(self) -> list[Entry]:
        rail = self._window.rail
        controller = self._controller
        return [
            *collect.views(self._tongues, self._go),
            *collect.saved(self._folder, controller.saved.searches, self._go),
            *collect.actions(self._tongues, self._action),
            *collect.sources(self._folder, self._catalogue, self._language, rail.source_wanted, self._ask),
            *collect.settings(self._tongues, self._show_setting),
        ]

    def _go(self, key: str) -> None:
        self._window.rail.choose(key)
        self._window.rail.view_chosen.emit(key)
        self._controller.focus_list()

    def _ask(self, query: str) -> None:
        self._controller.detour.leave()
        self._window.rail.choose("inbox")
        self._controller.inbox.set_filter(Filter(text=query))
        self._controller.focus_list()

    def _on_typed(self, text: str) -> None:
        if self.view is None:
            return
        self._typed = text.strip()
        self.view.show_entries(fitting(self._entries, text, self._history.chosen, self._folder))
        words = [word.replace('"', "") for word in self._typed.split()]
        terms = [Term(Field.TITLE, (Phrase(word),)) for word in words if any(char.isalnum() for char in word)]
        if not terms or len(self._typed) < _SHORTEST:
            return
        query, typed = Query(join_and(list(terms))), self._typed
        self._reads.ask(self._on_items, lambda reader: (typed, reader.page(query, limit=_ITEMS)), self._on_no_items)

    def _on_items(self, answer: tuple[str, Page]) -> None:
        typed, page = answer
        if self.view is not None and self.view.isVisible() and typed == self._typed:
            self.view.add_entries([(Group.ITEM, self._item(row)) for row in page.rows])

    def _on_no_items(self, _error: Exception) -> None:
        """What cannot be searched for has no items; the rest of the list stands."""

    def _item(self, row: InboxRow) -> Entry:
        when = short_time(row.sort_at, self._controller.now(), self._language)
        who = self._controller.names.get(row.publisher, row.publisher)
        return Entry(
            f"item:{row.id}", Group.ITEM, row.title, "file-text", lambda: self._show(row.id), f"{who} · {when}"
        )

    def _show(self, item: ItemId) -> None:
        self._controller.detour.show_items((item,))

    def _on_chosen(self, entry: Entry) -> None:
        if entry.group is not Group.ITEM:
            self._history.add_chosen(entry.key)
        entry.run()
