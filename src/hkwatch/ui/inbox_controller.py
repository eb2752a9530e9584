# SPDX-License-Identifier: MIT
"""Fills the list: which rows, the chips over them, the pill, what changes in place, and the marks the user sets."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.domain.mark import Mark
from hkwatch.domain.query import QueryError
from hkwatch.domain.query_chips import pressed
from hkwatch.domain.query_known import Known
from hkwatch.domain.rows import InboxRow
from hkwatch.services.inbox import Found, InboxReader, Page
from hkwatch.ui.error_text import error_text, said
from hkwatch.ui.inbox import InboxPane
from hkwatch.ui.inbox.explain import complaint
from hkwatch.ui.inbox.place import back_to, kept_in, place_of
from hkwatch.ui.inbox_empty import EmptyWords, empty_words
from hkwatch.ui.inbox_loading import Loaded, Wanted
from hkwatch.ui.inbox_numbers import InboxNumbers
from hkwatch.ui.inbox_query import Filter
from hkwatch.ui.list_marks import ListMarks
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.shown_time import style

if TYPE_CHECKING:
    from hkwatch.domain.commands import Command
    from hkwatch.domain.events import CommandDone, ItemsAdded, ItemsChanged

TRAILING_MS = 120
_GATHER_MS = 150


class InboxController(QObject):
    """Owns what the list shows. Commands go out through `send`; rows come in through `reads`."""

    loaded = Signal()
    """Other rows are in the list."""
    changed = Signal()
    """Counts may be different."""
    failed = Signal(str)
    """A change could not be stored; cause and next step."""

    def __init__(
        self,
        pane: InboxPane,
        reads: ReadThread[InboxReader],
        send: Callable[["Command"], bool],
        new_id: Callable[[], CommandId],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """`send` returns False when commands cannot be sent (read-only window)."""
        super().__init__(parent)
        self._pane, self._reads, self._now = pane, reads, now
        self.filter = Filter()
        self.marks = ListMarks(pane.model, send, new_id, self._hides_archived, self)
        self.pending = self.marks.pending
        self.read_only = False
        """Marks the program sets by itself are left out; those the user sets are refused by `send`, which says so."""
        self._names: Mapping[str, str] = {}
        self._language = "en"
        self._words: tuple[object, ...] = ()
        self._is_open = False
        self._numbers = InboxNumbers(pane, reads, self._on_error)
        self.known: Callable[[], Known] = Known
        """The names a search may ask for."""
        self._fixed: tuple[ItemId, ...] | None = None
        self._added: set[ItemId] = set()
        self._altered: set[ItemId] = set()
        self._empty: EmptyWords | None = None
        self._wanted: ItemId | None = None
        self._trailing = self._timer(TRAILING_MS, self._search_again)
        self._gather = self._timer(_GATHER_MS, self._ask_gathered)
        self._refill = self._timer(_GATHER_MS, self._reload_in_place)
        self._has_trailing = False
        pane.field.text_changed.connect(self._on_text)
        pane.chips.chosen.connect(self._on_chip)
        pane.field.completion.counts_wanted.connect(self._count_values)
        pane.model.more_wanted.connect(self._on_more)
        self.marks.changed.connect(self.changed)
        self.marks.reload_wanted.connect(self._read_again)
        pane.view.seen.connect(self._on_seen)
        pane.shown_new.connect(self._recount)
        pane.empty.primary.connect(self._go_on)
        pane.empty.secondary.connect(self._go_on_otherwise)
        pane.hidden.show_wanted.connect(self._show_muted)

    # Surroundings

    def set_words(self, language: str, names: Mapping[str, str], order: tuple[str, ...]) -> None:
        """Interface language, the publishers' short names in it, and their order."""
        words = (language, dict(names), order, style())
        if words == self._words:
            return
        self._words = words
        self._language, self._names = language, names
        self._pane.set_language(language)
        self._pane.model.set_language(language, names)
        self._numbers.set_words(language, names, order)
        if self._is_open:
            # Titles come in the interface language where an item exists in it; the place in the list stays.
            self._load(keep_place=True)

    def open(self) -> None:
        """The database can be read. Where it could be before, the rows are there: whoever came since then hears of them."""
        if self._is_open:
            self.loaded.emit()
            return
        self._is_open = True
        self.reload()

    def close(self) -> None:
        """The database is going away."""
        self._is_open = False

    # What is shown

    def choose(self, view: str = "", publisher: str = "") -> None:
        """Another view or publisher; the search stays."""
        self._show(replace(self.filter, view=view, publisher=publisher))

    def set_filter(self, wanted: Filter) -> None:
        """Show this, search text included."""
        field = self._pane.field
        if field.text != wanted.text:
            blocked = field.blockSignals(True)
            field.set_text(wanted.text)
            field.blockSignals(blocked)
            if not wanted.text.strip():
                self._pane.search.set_explanation(())
        self._show(wanted)

    def clear_text(self) -> None:
        """Empty the search box; whoever calls shows something else next."""
        self.filter = replace(self.filter, text="")
        field = self._pane.field
        blocked = field.blockSignals(True)
        field.set_text("")
        field.blockSignals(blocked)
        self._pane.search.set_explanation(())

    def reload(self) -> None:
        """Read the rows again from the top."""
        self._load(keep_place=False)

    def show_only(self, items: tuple[ItemId, ...]) -> None:
        """These items and no others, until `set_filter` or `choose`."""
        self._fixed = items
        self._load(keep_place=False)

    def reveal(self, item: ItemId) -> None:
        """Select and open an item, loading on until it is there; the filter must let it through."""
        if self._pane.view.select_id(item):
            return
        if self._pane.model.waiting:
            self._pane.show_new()
            if self._pane.view.select_id(item):
                return
        self._wanted = item
        self._load(keep_place=False)

    @property
    def is_fixed(self) -> bool:
        """Whether `show_only` holds."""
        return self._fixed is not None

    def _show(self, wanted: Filter) -> None:
        self._fixed = None
        self.filter = wanted
        self._load(keep_place=False)

    def _go_on(self) -> None:
        way = self._empty.primary if self._empty is not None else None
        self.set_filter(way.filter if way is not None else Filter())
        self.changed.emit()

    def _go_on_otherwise(self) -> None:
        if self._empty is not None and self._empty.secondary is not None:
            self.set_filter(self._empty.secondary.filter)
            self.changed.emit()

    def _show_muted(self, shown: bool) -> None:
        self.set_filter(self.filter.with_muted(shown=shown))

    # Searching

    def _on_text(self, text: str) -> None:
        # The first letter of a word finds nothing, and emptying the list for it would only flicker.
        is_begun = len(text.strip()) == 1 and text.isascii()
        self.filter = replace(self.filter, text="" if is_begun else text)
        self._fixed = None
        if self._trailing.isActive():
            self._has_trailing = True
        else:
            self._load(keep_place=False)
        self._trailing.start()

    def _search_again(self) -> None:
        if self._has_trailing:
            self._has_trailing = False
            self._load(keep_place=False)

    def _on_chip(self, key: str) -> None:
        # A chip is a word of the query like any other; the box tells what is asked from now on.
        self._pane.field.set_text(pressed(self._pane.field.text, key))

    def _count_values(self, field: str, values: tuple[str, ...]) -> None:
        if self._is_open:
            self._reads.ask(self._on_value_counts, lambda reader: (field, reader.count_values(field, values)))

    def _on_value_counts(self, answer: tuple[str, dict[str, Found]]) -> None:
        field, counts = answer
        self._pane.field.completion.set_counts(field, {value: found.text for value, found in counts.items()})

    # Loading

    def _load(self, *, keep_place: bool) -> None:
        wanted = self.filter
        try:
            query, base = wanted.whole(), wanted.without_chips()
        except QueryError as error:
            # The former rows stay: half a word typed must not empty the list.
            self._pane.search.set_error(complaint(error), error.position)
            self._numbers.is_complaint_shown = True
            return
        if not self._is_open:
            return
        self._reads.forget(self._on_page)
        self._numbers.give_up()
        pages = -(-self._pane.model.item_count() // 200) if keep_place else 1
        fixed, sought = self._fixed, self._wanted
        if not keep_place:
            self.marks.held.clear()
        held = tuple(self.marks.held)
        typed = Filter(text=wanted.text).whole()
        ask = Wanted(wanted, query, base, typed, self.known(), fixed, pages, sought, held, keep_place)
        self._reads.ask(self._on_loaded, ask.read, self._on_error)

    def _on_loaded(self, loaded: Loaded) -> None:
        pane = self._pane
        rows = [self.pending.apply(row) for row in loaded.page.rows]
        if self._hides_archived():
            rows = [row for row in rows if not row.archived]
        if loaded.held:
            rows = kept_in(rows, [self.pending.apply(row) for row in loaded.held], pane.model.loaded())
        before = place_of(pane) if loaded.wanted.keep_place else None
        pane.model.set_rows(rows, self._now(), self._language, self._names, more=loaded.page.more)
        if before is None:
            pane.view.scrollToTop()
        else:
            back_to(pane, before)
        self._numbers.count(loaded)
        if not rows:
            self._say_empty(loaded.wanted.filter, loaded.today)
        wanted, self._wanted = self._wanted, None
        if wanted is not None and not pane.view.select_id(wanted) and self._fixed is None:
            self.show_only((wanted,))
            self._wanted = wanted
        self.loaded.emit()

    def _on_error(self, error: Exception) -> None:
        if isinstance(error, QueryError):
            self._pane.search.set_error(complaint(error), error.position)
        else:
            self._pane.search.set_error(said(error))

    def _on_more(self, last: InboxRow) -> None:
        if self._fixed is not None or not self._is_open:
            return
        query, before = self.filter.whole(), last.id
        self._reads.ask(self._on_page, lambda reader: reader.page(query, before), self._on_error)

    def _on_page(self, page: Page) -> None:
        self._pane.model.append_page([self.pending.apply(row) for row in page.rows], more=page.more)

    def _reload_in_place(self) -> None:
        if not self.is_fixed:
            self._load(keep_place=True)

    def _read_again(self) -> None:
        self._load(keep_place=True)

    def _recount(self, _newest: ItemId) -> None:
        """The chips count what is shown, so the waiting items count from now on."""
        try:
            base = self.filter.without_chips()
        except QueryError:
            return
        self._numbers.recount(base)

    def _say_empty(self, shown: Filter, today: int) -> None:
        name = self._names.get(shown.publisher, shown.publisher.upper())
        self._empty = words = empty_words(shown, today, name)
        ways = [way.text if way is not None else "" for way in (words.primary, words.secondary)]
        self._pane.empty.tell(words.icon, words.sentence, words.reason, *ways)

    def say_unwatched(self, words: EmptyWords) -> None:
        """No item will come: where there is none, this stands in their place."""
        self._empty = words
        self._pane.empty.tell(words.icon, words.sentence, words.reason)

    # News

    def on_added(self, event: "ItemsAdded") -> None:
        """New items are stored: the back catalogue is filled in around the reader, the rest waits behind the pill."""
        self.changed.emit()
        if event.back or self._pane.model.item_count() == 0:
            if not self._refill.isActive():
                self._refill.start()
            return
        self._added.update(event.ids)
        self._gather.start()

    def on_changed(self, event: "ItemsChanged") -> None:
        """Items have another text, flag or state."""
        self._altered.update(event.ids)
        self._gather.start()
        self.changed.emit()

    def on_resync(self) -> None:
        """Too much happened to list."""
        self._reload_in_place()
        self.changed.emit()

    def on_done(self, event: "CommandDone") -> None:
        """The engine carried a command out, or says why not: then the rows are shown as they are stored."""
        if items := self.marks.on_done(event):
            self._altered.update(items)
            self._gather.start()
            self.failed.emit(error_text(event.error))

    def _ask_gathered(self) -> None:
        if not self._is_open:
            return
        if self._added and self._fixed is None:
            query, added = self.filter.whole(), tuple(self._added)
            self._reads.ask(self._on_new_rows, lambda reader: (added, reader.matching(query, added)), self._on_error)
        if self._altered:
            # A mark on a whole list changes many more than are loaded.
            altered = tuple(self._pane.model.known(self._altered))
            self._altered.intersection_update(altered)
            self._reads.ask(self._on_altered_rows, lambda reader: (altered, reader.rows(altered)))

    def _on_new_rows(self, answer: tuple[tuple[ItemId, ...], tuple[InboxRow, ...]]) -> None:
        asked, rows = answer
        self._added.difference_update(asked)
        self._pane.model.hold(self.pending.apply(row) for row in rows)
        if not self._pane.window().isVisible():
            # Nobody reads: what is new may take its place.
            self._pane.show_new()

    def _on_altered_rows(self, answer: tuple[tuple[ItemId, ...], tuple[InboxRow, ...]]) -> None:
        asked, rows = answer
        self._altered.difference_update(asked)
        self._pane.model.update_rows([self.pending.apply(row) for row in rows])

    # Marks

    def mark(self, items: tuple[ItemId, ...], mark: Mark, note: str = "") -> bool:
        """Set a mark by the program itself, which is no step to undo; False where nothing could be sent."""
        return self.marks.set(items, mark, note)

    def mark_list_read(self) -> None:
        """Mark all read that the view holds, loaded or not; what waits behind the pill was never shown and stays."""
        loaded = self._pane.model.loaded()
        if self._fixed is not None or not loaded or not self._is_open:
            self.marks.set_read(tuple(loaded))
            return
        query, newest = self.filter.whole(), max(loaded)
        self._reads.ask(self.marks.set_read, lambda reader: reader.unread(query, newest), self._on_error)

    def _hides_archived(self) -> bool:
        if self._fixed is not None:
            return False
        try:
            return self.filter.whole().hides_archived
        except QueryError:
            return True

    def _on_seen(self, items: list[ItemId]) -> None:
        if not self.read_only:
            self.mark(tuple(items), Mark.SEEN)

    def row(self, item: ItemId) -> InboxRow | None:
        """The loaded row of an item, None when it is not in the list."""
        return self.marks.row(item)

    def _timer(self, interval_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(act)
        return timer
