# SPDX-License-Identifier: MIT
"""Says beside a query that is written in a dialog which of its names nothing is called. It can be saved all the same."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance

from hkwatch.domain.query_known import Known
from hkwatch.domain.query_tree import QueryError
from hkwatch.services.cjk_spacing import joined
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.inbox.explain import complaint
from hkwatch.ui.read_thread import ReadThread

_WAIT_MS = 250
"""So long after the last key the names are looked up."""
_MOST = 2
"""So many names are told; there is one line for them."""


class AsksNames(Protocol):
    """A dialog in which queries are written."""

    @property
    def names_wanted(self) -> SignalInstance:
        """Its queries are others now."""

    def queries(self) -> tuple[str, ...]:
        """What is written in it; a text that is no query is passed over."""

    def tell_names(self, doubts: Mapping[str, str]) -> None:
        """What there is to say about each of the queries that names something unknown."""


class NameDoubts(QObject):
    """Looks the names up once typing has paused."""

    def __init__(
        self, reads: ReadThread[InboxReader], known: Callable[[], Known], dialog: AsksNames, parent: QObject
    ) -> None:
        """It follows the dialog until `parent` goes."""
        super().__init__(parent)
        self._reads, self._known, self._dialog = reads, known, dialog
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_WAIT_MS)
        self._pause.timeout.connect(self._look)
        dialog.names_wanted.connect(self._wait)
        self._look()

    def _wait(self) -> None:
        self._reads.forget(self._on_found)
        self._pause.start()

    def _look(self) -> None:
        texts, known = self._dialog.queries(), self._known()
        # Only what is asked for by a field has a name in it.
        if any(":" in text or "：" in text for text in texts):
            self._reads.ask(self._on_found, lambda reader: reader.unknown_names(texts, known), self._on_failed)

    def _on_found(self, found: Mapping[str, tuple[QueryError, ...]]) -> None:
        self._dialog.tell_names(
            {text: joined([complaint(error) for error in errors[:_MOST]], " ") for text, errors in found.items()}
        )

    def _on_failed(self, _: Exception) -> None:
        """There is no store yet to ask; whoever saves is told of that, and a doubt is no mistake."""
