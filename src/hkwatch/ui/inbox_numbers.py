# SPDX-License-Identifier: MIT
"""The numbers over the list: on the chips, of what is muted, of what a search found. They come after the rows.

rows shown ─► a frame later: count ─► chips, explanation
           └─ LATE_MS without an answer ─► the former numbers turn faint
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from hkwatch.domain.query import Field, Query, Scope
from hkwatch.services.inbox import Counts, InboxReader
from hkwatch.ui.inbox import InboxPane
from hkwatch.ui.inbox.explain import complaint, explain
from hkwatch.ui.inbox_loading import Loaded, Numbers
from hkwatch.ui.inbox_query import ALL, chips
from hkwatch.ui.read_thread import ReadThread

_AFTER_MS = 16
"""Counting begins when the rows were painted: both at once would make the rows wait."""
LATE_MS = 150
"""Numbers of former rows may stay this long without looking like it; less would flicker at every key."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the numbers belong to. `chips_on` are the chips in its query."""

    chips_on: Mapping[Field, str]
    query: Query
    numbers: Numbers


class InboxNumbers(QObject):
    """Counts what the list shows, and shows the numbers. `failed` is a method that is told what went wrong."""

    def __init__(
        self,
        pane: InboxPane,
        reads: ReadThread[InboxReader],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(pane)
        self._pane, self._reads, self._failed = pane, reads, failed
        self._names: Mapping[str, str] = {}
        self._order: tuple[str, ...] = ()
        self._language = "en"
        self._counted: Loaded | None = None
        self._shown: _Shown | None = None
        self.is_complaint_shown = False
        """What is in the box cannot be read: the line under it says why, whatever is counted of the former rows."""
        self._begin = self._timer(_AFTER_MS, self._count)
        self._late = self._timer(LATE_MS, self._on_late)

    def set_words(self, language: str, names: Mapping[str, str], order: tuple[str, ...]) -> None:
        """Interface language, the publishers' short names in it, and their order."""
        self._language, self._names, self._order = language, names, order
        self._show()

    def give_up(self) -> None:
        """Other rows are on their way: what is being counted is not wanted any more."""
        self.is_complaint_shown = False
        self._begin.stop()
        self._reads.forget(self._on_numbers)
        self._reads.forget(self._on_recounted)

    def count(self, loaded: Loaded) -> None:
        """These rows are in the list: count what they are part of."""
        self._counted = loaded
        on = {f"{kind}:{value}" for kind, value in loaded.wanted.filter.chips.items()}
        self._pane.chips.set_on(on or {ALL})
        self._begin.start()
        self._late.start()

    def recount(self, base: Query) -> None:
        """Count for the chips alone; the rows are the same but for new ones."""
        self._reads.ask(self._on_recounted, lambda reader: reader.counts(base), self._failed)

    def _count(self) -> None:
        if (loaded := self._counted) is not None:
            self._reads.ask(self._on_numbers, loaded.count, self._failed)

    def _on_late(self) -> None:
        if (loaded := self._counted) is None:
            return
        self._pane.chips.set_stale(stale=True)
        if not self.is_complaint_shown:
            self._pane.search.set_explanation(explain(loaded.wanted.typed, self._names, None, 0.0))

    def _on_numbers(self, numbers: Numbers) -> None:
        loaded, self._counted = self._counted, None
        self._late.stop()
        if loaded is not None:
            self._shown = _Shown(loaded.wanted.filter.chips, loaded.wanted.typed, numbers)
            self._show()

    def _on_recounted(self, counts: Counts) -> None:
        if (shown := self._shown) is not None:
            self._shown = _Shown(shown.chips_on, shown.query, shown.numbers.with_counts(counts))
            self._show()

    def _show(self) -> None:
        if (shown := self._shown) is None:
            return
        numbers, pane = shown.numbers, self._pane
        pane.chips.set_stale(stale=False)
        pane.chips.set_chips(chips(numbers.counts, self._names, shown.chips_on, self._order), self._language)
        pane.hidden.tell(numbers.counts.hidden, shows_muted=shown.query.scope is Scope.MUTED)
        if self.is_complaint_shown:
            return
        found = numbers.found
        pane.search.set_explanation(
            explain(shown.query, self._names, found.total, numbers.took_ms, capped=found.capped)
        )
        if (doubt := numbers.doubt) is not None:
            place = pane.field.text.find(doubt.value, doubt.position)
            pane.search.set_error(complaint(doubt), max(place, doubt.position))

    def _timer(self, interval_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(act)
        return timer
