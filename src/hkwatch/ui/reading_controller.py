# SPDX-License-Identifier: MIT
"""What is done with one item: shown in the reader, marked, opened in the browser."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from hkwatch.domain.commands import Mark
from hkwatch.domain.detail import ItemDetail
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import ItemState, Level
from hkwatch.domain.rows import InboxRow
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.error_text import said
from hkwatch.ui.inbox_controller import InboxController
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.reader.foot import Action
from hkwatch.ui.reader.pane import ReaderPane
from hkwatch.ui.toast import Toast
from hkwatch.ui.web import host_of, open_address
from hkwatch.ui.window import MainWindow


class ReadingController(QObject):
    """Owns what the reader shows, and the user's marks."""

    items_changed = Signal(object)
    """ItemIds that are stored otherwise than before."""

    def __init__(
        self,
        window: MainWindow,
        inbox: InboxController,
        reads: ReadThread[InboxReader],
        toast: Toast,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._inbox, self._reads, self._toast = window, inbox, reads, toast
        self._detail: ItemDetail | None = None
        view = window.inbox.view
        view.opened.connect(self.open_item)
        view.reader_wanted.connect(self._on_reader_wanted)
        self.attach(window.reader)
        inbox.failed.connect(self._on_failed_change)

    def attach(self, reader: ReaderPane) -> None:
        """Do what the user wants in a reader."""
        reader.acknowledge_wanted.connect(self._on_acknowledge)
        reader.star_wanted.connect(self._on_star)
        reader.read_wanted.connect(self._on_read)
        reader.viewed.connect(self.mark_read)
        reader.open_wanted.connect(self.open_link)
        reader.copy_link_wanted.connect(self._on_copy_link)

    def on_changed(self, items: tuple[ItemId, ...]) -> None:
        """Items are stored otherwise than before."""
        if self._detail is not None and self._detail.row.id in items:
            self._read_detail(self._detail.row.id)
        self.items_changed.emit(items)

    @property
    def detail(self) -> ItemDetail | None:
        """The item read last; None before the first."""
        return self._detail

    def open_item(self, item: ItemId) -> None:
        """Show an item in the reader."""
        self._read_detail(item)

    def _read_detail(self, item: ItemId) -> None:
        self._reads.ask(self._on_detail, lambda reader: reader.detail(item), self._on_detail_failed)

    def _on_detail(self, detail: ItemDetail | None) -> None:
        if detail is None:
            self._window.reader.show_error(self.tr("It is not in the store any more."))
            return
        self._detail = detail
        self._show_detail()

    def _on_detail_failed(self, error: Exception) -> None:
        self._window.reader.show_error(said(error))

    def _show_detail(self) -> None:
        detail = self._detail
        if detail is not None:
            row = self._inbox.pending.apply(detail.row)
            self._window.reader.show_item(_with_row(detail, row))

    def _on_reader_wanted(self, item: ItemId) -> None:
        if self._window.reader.item_id != item:
            self.open_item(item)
        self.mark_read(item)
        self._window.reader.text.setFocus()

    # Marks

    def refresh(self) -> None:
        """Marks are on their way that may be about the item shown."""
        self._show_detail()

    def _mark(self, item: ItemId, mark: Mark, *, own: bool = True) -> None:
        self._inbox.marks.set((item,), mark, own=own)
        if self._detail is not None and self._detail.row.id == item:
            self._show_detail()

    def mark_read(self, item: ItemId) -> None:
        """Read, unless it is so already, or this window only reads."""
        if self._inbox.read_only:
            return
        row = self.row_of(item)
        if row is None or row.state is not ItemState.READ:
            self._mark(item, Mark.READ, own=False)

    def row_of(self, item: ItemId) -> InboxRow | None:
        """What is known of an item now, marks on their way included."""
        row = self._inbox.row(item)
        if row is None and self._detail is not None and self._detail.row.id == item:
            row = self._detail.row
        return self._inbox.pending.apply(row) if row is not None else None

    def _on_acknowledge(self, item: ItemId, wanted: bool) -> None:
        self._mark(item, Mark.ACKNOWLEDGE if wanted else Mark.UNACKNOWLEDGE)

    def _on_star(self, item: ItemId, wanted: bool) -> None:
        self._mark(item, Mark.STAR if wanted else Mark.UNSTAR)

    def _on_read(self, item: ItemId, wanted: bool) -> None:
        self._mark(item, Mark.READ if wanted else Mark.UNREAD)

    def _on_failed_change(self, message: str) -> None:
        if self._detail is not None:
            self._read_detail(self._detail.row.id)
        self._toast.tell(self.tr("The change was not stored"), message, level=Level.HIGH)

    def do_with_item(self, action: Action) -> None:
        """What a key asks of the item that is selected, opened or not."""
        chosen = self._window.inbox.view.current_id
        if chosen is None or chosen == self._window.reader.item_id:
            self._window.reader.do(action)
            return
        row = self.row_of(chosen)
        if row is None:
            return
        match action:
            case Action.ACKNOWLEDGE:
                self._on_acknowledge(chosen, not row.acknowledged)
            case Action.STAR:
                self._on_star(chosen, not row.starred)
            case Action.UNREAD:
                self._on_read(chosen, row.state is not ItemState.READ)
            case Action.OPEN | Action.COPY_LINK:
                then = self._on_address_to_open if action is Action.OPEN else self._on_address_to_copy
                self._reads.ask(then, lambda reader: _address(reader.detail(chosen)))

    def _on_address_to_open(self, address: str) -> None:
        self.open_link(address)

    def _on_address_to_copy(self, address: str) -> None:
        self._on_copy_link(address)

    # Links

    def open_link(self, address: str) -> None:
        """Open a web address in the browser, saying which host it leads to."""
        host = host_of(address)
        if not host:
            self._toast.tell(self.tr("This is no web address"), address)
        elif open_address(address):
            self._toast.tell(self.tr("Opening {0} in the browser").format(host))
        else:
            self._on_copy_link(address)
            self._toast.tell(self.tr("No browser answered"), self.tr("The link was copied instead."))

    def _on_copy_link(self, address: str) -> None:
        if address:
            QGuiApplication.clipboard().setText(address)
            self._toast.tell(self.tr("Link copied"), address)


def _with_row(detail: ItemDetail, row: InboxRow) -> ItemDetail:
    return replace(detail, row=row) if row != detail.row else detail


def _address(detail: ItemDetail | None) -> str:
    return detail.texts[0].url if detail is not None and detail.texts else ""
