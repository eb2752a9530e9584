# SPDX-License-Identifier: MIT
"""Saved searches as views: lists them in the rail with their unread items, opens, makes, changes and removes them.

A saved search is shown by its query in the box. The star is full while the box asks for what is saved.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hkwatch.domain.commands import Command
from hkwatch.domain.events import CommandDone
from hkwatch.domain.ids import CommandId, SearchId
from hkwatch.domain.query import QueryError, all_of, parse_query
from hkwatch.domain.query_text import to_text
from hkwatch.domain.saved_search import (
    OrderSearches,
    RemoveSearch,
    RestoreSearch,
    SavedSearch,
    SaveSearch,
    SearchesChanged,
    moved,
)
from hkwatch.services.inbox import Found, InboxReader
from hkwatch.ui.error_text import error_text
from hkwatch.ui.inbox_controller import InboxController
from hkwatch.ui.inbox_query import INBOX, VIEWS, Filter
from hkwatch.ui.name_doubts import NameDoubts
from hkwatch.ui.rail import RailEntry
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.window import MainWindow

if TYPE_CHECKING:
    from hkwatch.ui.saved.dialog import SearchDialog

_KEY = "saved:"
_COUNT_MS = 400
"""So long after the last change the counts are asked for again."""


class SavedController(QObject):
    """Owns the section SAVED of the rail and the star of the search field."""

    changed = Signal()
    """Other searches, or another one is shown."""

    def __init__(
        self,
        window: MainWindow,
        inbox: InboxController,
        reads: ReadThread[InboxReader],
        send: Callable[[Command], bool],
        new_id: Callable[[], CommandId],
        offer_undo: Callable[[str, Callable[[], object]], None],
        tell: Callable[[str, str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._inbox, self._reads = window, inbox, reads
        self._send, self._new_id, self._offer_undo, self._tell = send, new_id, offer_undo, tell
        self.searches: tuple[SavedSearch, ...] = ()
        self.language = "en"
        self.names: dict[str, str] = {}
        self._counts: dict[str, Found] = {}
        """By query: what another name asks has the same answer."""
        self._uncounted: list[str] = []
        self._sent: set[CommandId] = set()
        self._dialog: SearchDialog | None = None
        self._is_open = False
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_MS)
        self._counting.timeout.connect(self._count_all)
        window.inbox.field.star_wanted.connect(self.edit_current)
        window.inbox.field.text_changed.connect(self._sync)
        inbox.loaded.connect(self._sync)
        inbox.changed.connect(self._counting.start)
        rail = window.rail
        rail.edit_wanted.connect(self.edit)
        rail.remove_wanted.connect(self.remove)
        rail.move_wanted.connect(self.move)
        rail.notify_wanted.connect(self.set_notify)

    # What there is

    def open(self) -> None:
        """The database can be read: before the engine is up, and beside another one."""
        self._is_open = True
        self._reads.ask(self._on_read, lambda reader: reader.saved_searches())

    def close(self) -> None:
        """The database is going away."""
        self._is_open = False
        self._counting.stop()
        self._uncounted.clear()

    def _on_read(self, searches: tuple[SavedSearch, ...]) -> None:
        self.on_searches(SearchesChanged(searches))

    def on_searches(self, event: SearchesChanged) -> None:
        """The engine's word."""
        self.searches = event.searches
        known = {one.query for one in self.searches}
        self._counts = {query: found for query, found in self._counts.items() if query in known}
        self._fill()
        self._sync()
        self._counting.start()

    def on_done(self, event: CommandDone) -> None:
        """A command of ours was carried out, or says why not."""
        if event.command_id in self._sent:
            self._sent.discard(event.command_id)
            if event.error:
                self._tell(self.tr("The search was not saved"), error_text(event.error))

    def of(self, key: str) -> SavedSearch | None:
        """The saved search of a rail's key, None for another line."""
        return next((one for one in self.searches if f"{_KEY}{one.id}" == key), None)

    @staticmethod
    def key_of(search: SavedSearch) -> str:
        """The rail's key."""
        return f"{_KEY}{search.id}"

    @property
    def current(self) -> SavedSearch | None:
        """The one whose line is chosen in the rail; the box may ask for something else by now."""
        return self.of(self._window.rail.current)

    # Going there

    def choose(self, key: str) -> bool:
        """Show a saved search; False for a key that is none of theirs."""
        search = self.of(key)
        if search is None:
            return False
        self._window.rail.choose(key)
        self._inbox.set_filter(Filter(text=search.query))
        self._sync()
        return True

    def leave(self) -> None:
        """Another line of the rail was chosen: a saved query does not stay in the box, what was typed does."""
        if self._shown() is not None:
            self._inbox.clear_text()

    def _shown(self) -> SavedSearch | None:
        """The saved search that the list shows."""
        shown = self._inbox.filter
        if shown.view != INBOX or shown.publisher:
            return None
        text = shown.text.strip()
        return next((one for one in self.searches if one.query == text), None)

    def _sync(self, *_: object) -> None:
        """Star and rail say what the box asks for."""
        rail, field = self._window.rail, self._window.inbox.field
        shown = self._shown()
        field.set_saved(shown is not None, shown.name if shown is not None else "")
        if self._inbox.is_fixed:
            return
        if shown is not None:
            if rail.current == INBOX or self.of(rail.current) not in (None, shown):
                rail.choose(self.key_of(shown))
        elif rail.current.startswith(_KEY) and not field.text.strip():
            rail.choose(INBOX)
        self.changed.emit()

    # Changing them

    def edit_current(self) -> None:
        """Name what the box asks for; what is saved already is opened."""
        query = self.wanted_query()
        shown = self._shown()
        if shown is not None:
            self._open(shown, shown.query)
        elif query:
            self._open(self.current, query)
        else:
            self._tell(self.tr("Nothing to save yet"), self.tr("Type a search first; the star in the box saves it."))

    def wanted_query(self) -> str:
        """All that the list shows, as one query: the view's condition and the box. Empty where that is everything."""
        shown = self._inbox.filter
        base = f"src:{shown.publisher}" if shown.publisher else VIEWS.get(shown.view, "")
        if not base:
            return shown.text.strip()
        try:
            return to_text(all_of(parse_query(base), parse_query(shown.text)))
        except QueryError:
            return shown.text.strip()

    def edit(self, key: str) -> None:
        """Open the dialog of one."""
        search = self.of(key)
        if search is not None:
            self._open(search, search.query)

    def _open(self, search: SavedSearch | None, query: str) -> None:
        from hkwatch.ui.saved.dialog import SearchDialog

        dialog = SearchDialog(self._window.inbox.fonts, self.language, search, query, self.names, self._window)
        ident = SearchId(0) if search is None else search.id
        dialog.save_wanted.connect(lambda name, text, notify: self.save(ident, name, text, notify=notify))
        dialog.new_wanted.connect(lambda name, text, notify: self.save(SearchId(0), name, text, notify=notify))
        if search is not None:
            key = self.key_of(search)
            dialog.remove_wanted.connect(lambda: self.remove(key))
        NameDoubts(self._reads, lambda: self._inbox.known(), dialog, dialog)
        self._dialog = dialog
        dialog.open()

    def save(self, search: SearchId, name: str, query: str, *, notify: bool) -> None:
        """Store one; id 0 makes a new one, and shows it."""
        if self._do(SaveSearch(self._new_id(), search, name, query, notify)):
            shown = self._inbox.filter
            if query != shown.text.strip() or shown.view != INBOX or shown.publisher:
                self._inbox.set_filter(Filter(text=query))

    def set_notify(self, key: str, on: bool) -> None:
        """Tell new items of one, or do not."""
        search = self.of(key)
        if search is not None:
            wanted = replace(search, notify=on)
            self._do(SaveSearch(self._new_id(), wanted.id, wanted.name, wanted.query, wanted.notify))

    def move(self, key: str, by: int) -> None:
        """Put one higher (negative) or lower; shown at once."""
        search = self.of(key)
        if search is None:
            return
        order = moved(tuple(one.id for one in self.searches), search.id, by)
        if self._do(OrderSearches(self._new_id(), order)):
            place = {ident: at for at, ident in enumerate(order)}
            self.searches = tuple(sorted(self.searches, key=lambda one: place[one.id]))
            self._fill()

    def remove(self, key: str) -> None:
        """Take one away, with a way back."""
        search = self.of(key)
        if search is None or not self._do(RemoveSearch(self._new_id(), search.id)):
            return
        if self._window.rail.current == key:
            self._window.rail.choose(INBOX)
            self._inbox.set_filter(Filter())
        self._offer_undo(
            self.tr("“{0}” removed").format(search.name), lambda: self._do(RestoreSearch(self._new_id(), search.id))
        )

    def _do(self, command: Command) -> bool:
        self._sent.add(command.id)
        return self._send(command)

    # Counting

    def _count_all(self) -> None:
        """One search after the other, so that reads for the list get between them."""
        self._uncounted = [one.query for one in self.searches]
        self._count_next()

    def _count_next(self) -> None:
        if not self._is_open or not self._uncounted:
            return
        query = self._uncounted.pop(0)
        self._reads.ask(self._on_counted, lambda reader: (query, reader.unread_of(query)))

    def _on_counted(self, answer: tuple[str, Found]) -> None:
        query, found = answer
        if self._counts.get(query) != found:
            self._counts[query] = found
            self._fill()
        self._count_next()

    def _fill(self) -> None:
        entries = []
        for one in self.searches:
            found = self._counts.get(one.query, Found())
            problem = one.problem or found.problem
            entries.append(
                RailEntry(
                    self.key_of(one),
                    one.name,
                    "triangle-alert" if problem else "bell" if one.notify else "bookmark",
                    found.count or None,
                    capped=found.capped,
                    words=self._words(one, problem),
                    notify=one.notify,
                )
            )
        self._window.rail.set_saved(entries)

    def _words(self, one: SavedSearch, problem: str) -> str:
        lines = [one.query]
        if one.notify:
            lines.append(self.tr("New items are told."))
        if problem:
            lines.append(self.tr("It cannot be asked: {0}").format(problem))
        return "\n".join(lines)

    def retranslate(self, language: str, names: dict[str, str]) -> None:
        """Texts in another interface language."""
        self.language, self.names = language, names
        self._fill()
