# SPDX-License-Identifier: MIT
"""The inbox as a list model: items under the heads of their Hong Kong days.

Rows are prepared when they arrive, so `data` only looks up. A change of state never moves a row; new items wait
in `waiting` until the user asks for them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from hkwatch.domain.ids import ItemId
from hkwatch.domain.rows import InboxRow
from hkwatch.ui.formats import in_hkt
from hkwatch.ui.inbox.prepared import GroupHeader, PreparedRow, prepare, spoken, spoken_header, tooltip
from hkwatch.ui.words import group_text

Entry = PreparedRow | GroupHeader
AnyIndex = QModelIndex | QPersistentModelIndex

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
ID_ROLE = ENTRY_ROLE + 1
_NO_PARENT = QModelIndex()


class InboxModel(QAbstractListModel):
    """Items newest first. All times come in with the calls; the model never asks for the time."""

    more_wanted = Signal(object)
    """The last loaded InboxRow; the answer is `append_page`. Asked once a page."""
    waiting_changed = Signal(int)
    """How many new items wait behind the pill."""
    removing = Signal(object)
    """frozenset[ItemId] that `remove_rows` is about to take out; the list can look for what comes after them."""
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PreparedRow] = []
        self._entries: list[Entry] = []
        self._visible_row: dict[ItemId, int] = {}
        self._collapsed: set[date] = set()
        self._waiting: dict[ItemId, InboxRow] = {}
        self._names: Mapping[str, str] = {}
        self._language = "en"
        self._now = datetime(1970, 1, 1, tzinfo=UTC)
        self._more = False
        self._asked = False

    # Filling

    def set_rows(
        self,
        rows: Sequence[InboxRow],
        now: datetime,
        language: str,
        publisher_names: Mapping[str, str],
        *,
        more: bool = False,
    ) -> None:
        """Replace everything: another view or another search. `rows` are newest first.

        `language` is the interface's. `more` says that older rows can be had. Waiting items are dropped, as they
        are in `rows` if they belong there.
        """
        # A list read again is nearly the same: what is equal keeps its texts and its picture.
        same = language == self._language and publisher_names == self._names
        ready = {prepared.row.id: prepared for prepared in self._rows} if same else {}
        self.beginResetModel()
        self._now, self._language, self._names = now, language, publisher_names
        self._rows = [_kept(ready, row) or prepare(row, publisher_names, language) for row in rows]
        self._more, self._asked = more, False
        self._rebuild()
        self.endResetModel()
        self._set_waiting({})

    def append_page(self, rows: Sequence[InboxRow], *, more: bool = False) -> None:
        """Add older rows at the end; rows that are there already are left out."""
        known = {prepared.row.id for prepared in self._rows}
        added = [prepare(row, self._names, self._language) for row in rows if row.id not in known]
        self._more, self._asked = more, False
        if not added:
            return
        before = len(self._entries)
        last_day = self._rows[-1].day if self._rows else None
        self._rows.extend(added)
        tail = self._arrange(added, last_day, self._counts())
        if tail:
            self.beginInsertRows(_NO_PARENT, before, before + len(tail) - 1)
            self._entries.extend(tail)
            self._index_from(before)
            self.endInsertRows()
        self._recount()

    def update_rows(self, rows: Iterable[InboxRow]) -> None:
        """Show changed items in place. Items that are not loaded are ignored; nothing moves."""
        changed = {row.id: prepare(row, self._names, self._language) for row in rows}
        for place, prepared in enumerate(self._rows):
            fresh = changed.get(prepared.row.id)
            if fresh is None or fresh == prepared:
                # The engine tells of more than a row shows; what looks the same keeps its picture.
                continue
            if fresh.day != prepared.day:
                # A row keeps its group while it is on screen; the next load sorts it in.
                fresh = PreparedRow(fresh.row, prepared.day, fresh.time, fresh.publisher, fresh.tags, fresh.state)
            self._rows[place] = fresh
            visible = self._visible_row.get(fresh.row.id)
            if visible is not None:
                self._entries[visible] = fresh
                index = self.index(visible)
                self.dataChanged.emit(index, index)
        for row in changed.values():
            if row.row.id in self._waiting:
                self._waiting[row.row.id] = row.row

    def remove_rows(self, ids: Iterable[ItemId]) -> None:
        """Take items out, as after archiving. Empty days lose their head."""
        gone = frozenset(ids)
        self.removing.emit(gone)
        for at in sorted((self._visible_row[key] for key in gone & self._visible_row.keys()), reverse=True):
            self._drop(at)
        self._rows = [prepared for prepared in self._rows if prepared.row.id not in gone]
        days = {prepared.day for prepared in self._rows}
        for at in range(len(self._entries) - 1, -1, -1):
            entry = self._entries[at]
            if isinstance(entry, GroupHeader) and entry.day not in days:
                self._drop(at)
        self._recount()
        self._set_waiting({key: row for key, row in self._waiting.items() if key not in gone})
        self.removed.emit()

    # New items

    def hold(self, rows: Iterable[InboxRow]) -> None:
        """Keep new items behind the pill, so that nothing moves under the reader."""
        known = {prepared.row.id for prepared in self._rows}
        fresh = {row.id: row for row in rows if row.id not in known}
        self._set_waiting(self._waiting | fresh)

    @property
    def waiting(self) -> int:
        """How many new items wait."""
        return len(self._waiting)

    def show_waiting(self) -> ItemId | None:
        """Sort the waiting items in; the newest one's id, None when none waited."""
        if not self._waiting:
            return None
        fresh = [prepare(row, self._names, self._language) for row in self._waiting.values()]
        newest = max(fresh, key=_order).row.id
        self.beginResetModel()
        stale = {at for at, prepared in enumerate(self._rows) if prepared.day != _day(prepared.row)}
        for at in stale:
            self._rows[at] = prepare(self._rows[at].row, self._names, self._language)
        self._rows = sorted([*self._rows, *fresh], key=_order, reverse=True)
        self._rebuild()
        self.endResetModel()
        self._set_waiting({})
        return newest

    # Changes of the surroundings

    def set_now(self, now: datetime) -> None:
        """Tell the time; on a new Hong Kong day the heads are named anew."""
        new_day = in_hkt(now).date() != in_hkt(self._now).date()
        self._now = now
        if new_day:
            self._recount()

    def set_language(self, language: str, publisher_names: Mapping[str, str]) -> None:
        """Build all texts again in another interface language."""
        self._language, self._names = language, publisher_names
        self.beginResetModel()
        self._rows = [prepare(prepared.row, publisher_names, language) for prepared in self._rows]
        self._rebuild()
        self.endResetModel()

    @property
    def language(self) -> str:
        """The interface language of the texts."""
        return self._language

    def publishers(self) -> list[str]:
        """All short names there are, for the width of their column."""
        return sorted({prepared.publisher for prepared in self._rows})

    def toggle_group(self, visible_row: int) -> None:
        """Open or close the day whose head is at this row."""
        header = self._entries[visible_row]
        if not isinstance(header, GroupHeader):
            return
        members = [prepared for prepared in self._rows if prepared.day == header.day]
        first, last = visible_row + 1, visible_row + len(members)
        if header.collapsed:
            self._collapsed.discard(header.day)
            self.beginInsertRows(_NO_PARENT, first, last)
            self._entries[first:first] = members
        else:
            self._collapsed.add(header.day)
            self.beginRemoveRows(_NO_PARENT, first, last)
            del self._entries[first : last + 1]
        self._visible_row = {}
        self._index_from(0)
        if header.collapsed:
            self.endInsertRows()
        else:
            self.endRemoveRows()
        self._recount()

    def want_more(self) -> None:
        """Ask for the next page, unless there is none or it is on its way."""
        if self._more and not self._asked and self._rows:
            self._asked = True
            self.more_wanted.emit(self._rows[-1].row)

    # Looking up

    def entry(self, visible_row: int) -> Entry:
        """What stands at a row. IndexError outside the list."""
        return self._entries[visible_row]

    def item_at(self, visible_row: int) -> PreparedRow | None:
        """The item at a row; None for the head of a day or a row that is not there."""
        if not 0 <= visible_row < len(self._entries):
            return None
        entry = self._entries[visible_row]
        return entry if isinstance(entry, PreparedRow) else None

    def row_of(self, item_id: ItemId) -> int:
        """The row at which an item is shown; -1 when it is not loaded or its day is closed."""
        return self._visible_row.get(item_id, -1)

    def loaded(self) -> list[ItemId]:
        """All loaded items in the list's order, closed days included."""
        return [prepared.row.id for prepared in self._rows]

    def loaded_row(self, item_id: ItemId) -> InboxRow | None:
        """The row of a loaded item, also where its day is closed; None for one that is not loaded."""
        prepared = self.item_at(self.row_of(item_id))
        if prepared is None and self._collapsed:
            prepared = next((one for one in self._rows if one.row.id == item_id), None)
        return prepared.row if prepared is not None else None

    def waiting_rows(self) -> tuple[InboxRow, ...]:
        """The new items behind the pill."""
        return tuple(self._waiting.values())

    def waiting_ids(self) -> frozenset[ItemId]:
        """The new items behind the pill."""
        return frozenset(self._waiting)

    def known(self, items: Iterable[ItemId]) -> frozenset[ItemId]:
        """Those of the items that are loaded or wait."""
        return frozenset(items) & (self._waiting.keys() | {prepared.row.id for prepared in self._rows})

    def item_count(self) -> int:
        """How many items are loaded, closed days included."""
        return len(self._rows)

    # QAbstractListModel

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if not 0 <= row < len(self._entries):
            return None
        entry = self._entries[row]
        if role == ENTRY_ROLE:
            return entry
        is_header = isinstance(entry, GroupHeader)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name if isinstance(entry, GroupHeader) else entry.row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_header(entry) if isinstance(entry, GroupHeader) else spoken(entry)
        if role == Qt.ItemDataRole.ToolTipRole and not is_header:
            return tooltip(entry, self._language) if isinstance(entry, PreparedRow) else None
        if role == ID_ROLE:
            return entry.row.id if isinstance(entry, PreparedRow) else None
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    # Inside

    def _rebuild(self) -> None:
        self._entries = self._arrange(self._rows, None, self._counts())
        self._visible_row = {}
        self._index_from(0)

    def _arrange(self, rows: Sequence[PreparedRow], day: date | None, counts: Mapping[date, int]) -> list[Entry]:
        """Rows with the heads of their days; `day` is the day that is open already."""
        entries: list[Entry] = []
        for prepared in rows:
            if prepared.day != day:
                day = prepared.day
                entries.append(self._header(prepared, counts[day]))
            if prepared.day not in self._collapsed:
                entries.append(prepared)
        return entries

    def _counts(self) -> Counter[date]:
        return Counter(prepared.day for prepared in self._rows)

    def _header(self, first: PreparedRow, count: int) -> GroupHeader:
        name, dated = group_text(first.row.sort_at, self._now, self._language)
        return GroupHeader(first.day, name, dated, count, first.day in self._collapsed)

    def _recount(self) -> None:
        """Bring the heads up to date: names, counts, open or closed."""
        for place, fresh in self._stale_headers():
            self._entries[place] = fresh
            self.dataChanged.emit(self.index(place), self.index(place))

    def _stale_headers(self) -> list[tuple[int, GroupHeader]]:
        counts = self._counts()
        first: dict[date, PreparedRow] = {}
        for prepared in self._rows:
            first.setdefault(prepared.day, prepared)
        stale: list[tuple[int, GroupHeader]] = []
        for place, entry in enumerate(self._entries):
            if isinstance(entry, GroupHeader) and entry.day in first:
                fresh = self._header(first[entry.day], counts[entry.day])
                if fresh != entry:
                    stale.append((place, fresh))
        return stale

    def _drop(self, at: int) -> None:
        self.beginRemoveRows(_NO_PARENT, at, at)
        del self._entries[at]
        self._visible_row = {}
        self._index_from(0)
        self.endRemoveRows()

    def _index_from(self, start: int) -> None:
        for place in range(start, len(self._entries)):
            entry = self._entries[place]
            if isinstance(entry, PreparedRow):
                self._visible_row[entry.row.id] = place

    def _set_waiting(self, waiting: dict[ItemId, InboxRow]) -> None:
        changed = len(waiting) != len(self._waiting)
        self._waiting = waiting
        if changed:
            self.waiting_changed.emit(len(waiting))


def _order(prepared: PreparedRow) -> tuple[datetime, int]:
    return prepared.row.sort_at, int(prepared.row.id)


def _kept(ready: Mapping[ItemId, PreparedRow], row: InboxRow) -> PreparedRow | None:
    known = ready.get(row.id)
    return known if known is not None and known.row == row and known.day == _day(row) else None


def _day(row: InboxRow) -> date:
    return in_hkt(row.sort_at).date()
