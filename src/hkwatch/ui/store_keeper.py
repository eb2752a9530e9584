# SPDX-License-Identifier: MIT
"""The store as the window reads it: opened as soon as there is one, looked at again while nothing is heard, counted."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from hkwatch.domain.errors import StoreError
from hkwatch.domain.ids import SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.rows import InboxRow
from hkwatch.services.inbox import InboxReader, OpenCounts
from hkwatch.services.poll_entry import PollEntry
from hkwatch.ui.error_text import said
from hkwatch.ui.inbox_controller import InboxController
from hkwatch.ui.price_controller import PriceController
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.saved.controller import SavedController
from hkwatch.ui.toast import Toast
from hkwatch.ui.window import MainWindow

_COUNTS_MS = 200
_READ_ONLY_MS = 15_000


class StoreKeeper(QObject):
    """Opens and closes the store for list, saved searches and prices."""

    counted = Signal(object, object)
    """OpenCounts, and the newest serious rows."""
    log_read = Signal(object, object)
    """SourceId and its last polls (tuple of PollEntry), newest first."""

    def __init__(
        self,
        window: MainWindow,
        reads: ReadThread[InboxReader],
        toast: Toast,
        inbox: InboxController,
        saved: SavedController,
        prices: PriceController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._reads, self._toast = window, reads, toast
        self._inbox, self._saved, self._prices = inbox, saved, prices
        self._is_open = False
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNTS_MS)
        self._counting.timeout.connect(self._count)
        self._polling = QTimer(self)
        self._polling.setInterval(_READ_ONLY_MS)
        self._polling.timeout.connect(self._poll)
        inbox.changed.connect(self._counting.start)
        reads.failed.connect(self._on_failed)

    def open(self, schema: int | None = None) -> None:
        """Open the store, or open it anew; of this schema, None = this program's own."""
        self._reads.ask(self._on_opened, lambda reader: reader.open(schema), self._on_not_open)

    def end(self) -> None:
        """Nothing is looked at or asked any more."""
        self._counting.stop()
        self._polling.stop()
        self._let_go()

    def look_by_itself(self, wanted: bool) -> None:
        """A window that may only read hears nothing, so it looks now and then."""
        if wanted:
            self._polling.start()
        else:
            self._polling.stop()

    def _let_go(self) -> None:
        self._is_open = False
        self._inbox.close()
        self._saved.close()
        self._prices.close()

    def read_log(self, source: SourceId) -> None:
        """Look up a source's last polls; `log_read` gives them."""
        if self._is_open:
            self._reads.ask(self._on_log, lambda reader: reader.poll_log(source))

    def _on_log(self, found: tuple[SourceId, tuple[PollEntry, ...]]) -> None:
        self.log_read.emit(*found)

    def _on_opened(self, _: object) -> None:
        if not self._is_open:
            self._is_open = True
            self._inbox.open()
            self._saved.open()
            self._prices.open()
        else:
            self._inbox.on_resync()
            self._prices.read_points()
        self._reads.ask(self._window.inbox.field.completion.set_firms, lambda reader: reader.firms())
        self._counting.start()

    def _on_not_open(self, error: Exception) -> None:
        # Not there or of another schema: the engine makes it and says so.
        if not isinstance(error, StoreError) or error.key != "not-ready":
            self._on_failed(said(error))

    def _on_failed(self, message: str) -> None:
        if self._is_open:
            self._toast.tell(
                QCoreApplication.translate("Controller", "The store could not be read"), message, level=Level.HIGH
            )

    def _poll(self) -> None:
        if self._is_open:
            self._inbox.on_resync()
            self._prices.read_points()
        else:
            self.open()

    def _count(self) -> None:
        if self._is_open:
            self._reads.ask(self._on_counts, lambda reader: (reader.open_counts(), reader.latest_serious()))

    def _on_counts(self, answer: tuple[OpenCounts, tuple[InboxRow, ...]]) -> None:
        self.counted.emit(*answer)
