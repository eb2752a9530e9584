# SPDX-License-Identifier: MIT
"""Several rows chosen at once: by x, by Shift, by Ctrl, or all. Chosen by item, so that nothing is lost on a reload."""

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from hkwatch.domain.ids import ItemId
from hkwatch.ui.inbox.model import InboxModel

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class Picking(QObject):
    """Beside the current row, which is what the reader shows, a set of rows that actions are about."""

    changed = Signal()
    """Other rows are chosen."""

    def __init__(
        self, model: InboxModel, selection: QItemSelectionModel, current: Callable[[], ItemId | None], parent: QObject
    ) -> None:
        """`current` gives the item of the current row."""
        super().__init__(parent)
        self._model, self._selection, self._current = model, selection, current
        self._chosen: set[ItemId] = set()
        self._anchor: ItemId | None = None
        self._stretch: set[ItemId] = set()
        """What the last stretch from the anchor added, which the next one replaces."""

    @property
    def count(self) -> int:
        """How many rows are chosen beside the current one; 0 where only that one counts."""
        return len(self._chosen)

    def items(self) -> tuple[ItemId, ...]:
        """What actions are about, in the list's order: the chosen rows, or else the current one."""
        if not self._chosen:
            current = self._current()
            return () if current is None else (current,)
        return tuple(item for item in self._model.loaded() if item in self._chosen)

    def holds(self, item: ItemId) -> bool:
        """Whether a row is chosen."""
        return item in self._chosen

    def toggle(self, item: ItemId, *, with_current: bool = False) -> None:
        """Choose a row, or leave it out. `with_current`: the first one joins the current row, as by Ctrl and a click."""
        current = self._current()
        if with_current and not self._chosen and current is not None:
            self._chosen.add(current)
        self._chosen ^= {item}
        self._anchor, self._stretch = item, set()
        self._tell()

    def stretch_to(self, item: ItemId) -> None:
        """Choose everything from the anchor (at first the current row) to this row."""
        if self._anchor is None or self._model.row_of(self._anchor) < 0:
            self._anchor = self._current() or item
        ends = sorted((self._model.row_of(self._anchor), self._model.row_of(item)))
        found = (self._model.item_at(row) for row in range(max(0, ends[0]), ends[1] + 1))
        wanted = {prepared.row.id for prepared in found if prepared is not None}
        self._chosen = (self._chosen - self._stretch) | wanted
        self._stretch = wanted
        self._tell()

    def begin_at(self, item: ItemId | None) -> None:
        """The next stretch begins here, unless one is under way."""
        if not self._chosen:
            self._anchor = item

    def everything(self) -> None:
        """Choose every loaded row."""
        self._chosen = set(self._model.loaded())
        self._stretch = set()
        self._tell()

    def clear(self) -> bool:
        """Choose none but the current row; False when it was so."""
        had = bool(self._chosen)
        self._chosen, self._stretch, self._anchor = set(), set(), None
        if had:
            self._tell()
        return had

    def keep_loaded(self) -> None:
        """Rows came or went: what is not loaded any more is not chosen either."""
        gone = self._chosen - self._model.known(self._chosen)
        if gone:
            self._chosen -= gone
            self._tell()
        elif self._chosen:
            self.show()

    def show(self) -> None:
        """Tell Qt, and with it screen readers, what is chosen."""
        ids = self._chosen
        if not ids:
            current = self._current()
            ids = set() if current is None else {current}
        chosen = QItemSelection()
        rows = sorted(row for row in map(self._model.row_of, ids) if row >= 0)
        for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
            stretch = [row for _, row in run]
            chosen.select(self._model.index(stretch[0]), self._model.index(stretch[-1]))
        self._selection.select(chosen, _CHOOSE)

    def _tell(self) -> None:
        self.show()
        self.changed.emit()
