# SPDX-License-Identifier: MIT
"""All critical items acknowledged at once: what they are is shown first, and it can be taken back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from hkwatch.domain.commands import Mark
from hkwatch.domain.ids import ItemId
from hkwatch.domain.query import parse_query
from hkwatch.domain.rows import InboxRow
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.controller import Controller
from hkwatch.ui.dialogs import plain
from hkwatch.ui.error_text import said
from hkwatch.ui.formats import short_time
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.window import MainWindow

_MOST_PAGES = 10
_LINE = 24


class AcknowledgeDialog(QDialog):
    """The items, and one button for them all."""

    confirmed = Signal()

    def __init__(self, marks: Marks, language: str, lines: Sequence[str], parent: QWidget) -> None:
        """`lines` are the items, one line each."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setProperty("ground", "surface")
        self.setWindowTitle(self.tr("Acknowledge all critical"))
        title = plain(self.tr("Acknowledge %n critical items?", "", len(lines)))
        title.setFont(marks.fonts.font("h2", language))
        self.items = QListWidget()
        self.items.setAccessibleName(self.tr("Critical items"))
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for line in lines:
            entry = QListWidgetItem(line)
            # Nothing is chosen here: all of them are meant.
            entry.setFlags(Qt.ItemFlag.ItemIsEnabled)
            # One height in every script.
            entry.setSizeHint(QSize(0, _LINE))
            self.items.addItem(entry)
        self.items.setFixedHeight(min(8, len(lines)) * self.items.sizeHintForRow(0) + 8)
        reason = plain(self.tr("They are marked as read, and nothing about them pops up any more."), "muted")
        reason.setWordWrap(True)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.confirm = QPushButton(self.tr("Acknowledge all"))
        self.confirm.setProperty("kind", "primary")
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self._on_confirm)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.items)
        column.addWidget(reason)
        column.addSpacing(8)
        column.addLayout(foot)
        self.setMinimumWidth(600)
        self.confirm.setFocus()

    def _on_confirm(self) -> None:
        self.accept()
        self.confirmed.emit()


class AcknowledgeAll(QObject):
    """Looks the items up, asks, and marks them."""

    def __init__(
        self,
        window: MainWindow,
        marks: Marks,
        reads: ReadThread[InboxReader],
        controller: Controller,
        dialogs: OpenDialogs,
        bring_up: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._marks, self._reads, self._controller = window, marks, reads, controller
        self._dialogs, self._bring_up = dialogs, bring_up

    def ask(self) -> None:
        """Show what would be acknowledged; says so where there is nothing."""
        self._reads.ask(self._on_found, waiting_items, self._on_failed)

    def _on_found(self, rows: tuple[InboxRow, ...]) -> None:
        self._bring_up()
        if not rows:
            self._controller.say(self.tr("No critical item waits to be acknowledged"), "")
            return
        controller = self._controller
        language, now = controller.watch.language, controller.watch.now()
        lines = [
            f"{short_time(row.sort_at, now, language)}  {controller.names.get(row.publisher, row.publisher.upper())}"
            f"  {row.title}"
            for row in rows
        ]
        dialog = AcknowledgeDialog(self._marks, language, lines, self._window)
        items = tuple(row.id for row in rows)
        dialog.confirmed.connect(lambda: self._mark(items))
        self._dialogs.present("acknowledge", dialog)

    def _mark(self, items: tuple[ItemId, ...]) -> None:
        inbox = self._controller.inbox
        inbox.mark(items, Mark.ACKNOWLEDGE)
        if not inbox.read_only:
            said = self.tr("%n critical items acknowledged", "", len(items))
            self._controller.offer_undo(said, lambda: inbox.mark(items, Mark.UNACKNOWLEDGE))

    def _on_failed(self, error: Exception) -> None:
        self._controller.tell(self.tr("The store could not be read"), said(error))


def waiting_items(reader: InboxReader) -> tuple[InboxRow, ...]:
    """Critical items that wait to be acknowledged, newest first; the back catalogue does not wait. Raises StoreError."""
    query = parse_query("level:critical -is:acked")
    page = reader.page(query)
    rows = list(page.rows)
    for _ in range(_MOST_PAGES - 1):
        if not page.more:
            break
        page = reader.page(query, rows[-1].id)
        rows += page.rows
    return tuple(row for row in rows if row.needs_ack)
