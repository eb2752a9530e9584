# SPDX-License-Identifier: MIT
"""What is done with the chosen rows: marked, noted, put away, undone, copied, dragged out."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QDrag, QGuiApplication

from hkwatch.domain.commands import Mark
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import ItemState
from hkwatch.domain.rows import InboxRow
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.carry_out import cells, links
from hkwatch.ui.inbox.list_foot import FootAction
from hkwatch.ui.inbox_controller import InboxController
from hkwatch.ui.keys.commands import COMMANDS
from hkwatch.ui.keys.sequence import with_key
from hkwatch.ui.note_editor import NoteEditor
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.reader.foot import Action
from hkwatch.ui.reading_controller import ReadingController
from hkwatch.ui.toast import Toast
from hkwatch.ui.undo_steps import Step
from hkwatch.ui.window import MainWindow
from hkwatch.ui.words import Counts

UNDO_BAR_MS = 120_000

Sheet = tuple[tuple[InboxRow, ...], dict[ItemId, str]]


class MarkController(QObject):
    """Actions are about every chosen row, or else about the current one."""

    def __init__(
        self,
        window: MainWindow,
        inbox: InboxController,
        reading: ReadingController,
        reads: ReadThread[InboxReader],
        toast: Toast,
        offer_undo: Callable[[str, Callable[[], object]], None],
        parent: QObject | None = None,
    ) -> None:
        """`offer_undo` shows a message with a way back."""
        super().__init__(parent)
        self._window, self._inbox, self._reading = window, inbox, reading
        self._reads, self._toast, self._offer_undo = reads, toast, offer_undo
        self._pane, self._picking = window.inbox, window.inbox.view.picking
        self._barred: Step | None = None
        self._editor: NoteEditor | None = None
        self._language = "en"
        self.key_of: Callable[[str], str] = lambda name: COMMANDS[name].key
        """The key of a command at present."""
        self._names: dict[str, str] = {}
        inbox.marks.marked.connect(self._on_marked)
        inbox.marks.nothing_unread.connect(self._on_nothing_unread)
        self._picking.changed.connect(self._show_chosen)
        self._pane.view.drag_wanted.connect(self._on_drag_wanted)

    def set_words(self, language: str, names: dict[str, str]) -> None:
        """The interface language, and the publishers' short names in it."""
        self._language, self._names = language, names
        self._show_chosen()
        self._pane.undone.dismiss()

    # Marks

    def do(self, action: Action) -> None:
        """What a key or a menu asks of the chosen rows."""
        rows = self._rows()
        if len(rows) < 2:
            self._reading.do_with_item(action)
            return
        match action:
            case Action.ACKNOWLEDGE:
                done = all(row.acknowledged for row in rows)
                self._set(rows, Mark.UNACKNOWLEDGE if done else Mark.ACKNOWLEDGE)
            case Action.STAR:
                self._set(rows, Mark.UNSTAR if all(row.starred for row in rows) else Mark.STAR)
            case Action.UNREAD:
                done = all(row.state is ItemState.READ for row in rows)
                self._set(rows, Mark.UNREAD if done else Mark.READ)
            case Action.COPY_LINK:
                self._ask_addresses(self._on_links)
            case _:
                self._reading.do_with_item(action)

    def archive(self) -> None:
        """Put the chosen rows away, or take them out of the archive again."""
        rows = self._rows()
        self._set(rows, Mark.UNARCHIVE if rows and all(row.archived for row in rows) else Mark.ARCHIVE)

    def write_note(self, *, acknowledge: bool) -> None:
        """Open the small sheet for a note on the chosen rows."""
        rows = self._rows()
        if not rows or self._inbox.read_only:
            return
        about = rows[0].title if len(rows) == 1 else Counts().items(len(rows))
        note = rows[0].note if len(rows) == 1 else ""
        editor = NoteEditor(
            self._pane.marks.fonts, self._language, about, note, acknowledges=acknowledge, parent=self._window
        )
        mark = Mark.ACKNOWLEDGE if acknowledge else Mark.NOTE
        editor.written.connect(lambda text: self._set(rows, mark, text))
        editor.finished.connect(self._window.keep_focus)
        self._editor = editor
        editor.open()

    def _rows(self) -> tuple[InboxRow, ...]:
        rows = (self._reading.row_of(item) for item in self._picking.items())
        return tuple(row for row in rows if row is not None)

    def _set(self, rows: tuple[InboxRow, ...], mark: Mark, note: str = "") -> None:
        if self._inbox.marks.set(tuple(row.id for row in rows), mark, note, own=True):
            self._reading.refresh()

    # What was done, and back

    def undo(self) -> None:
        """Take back the newest of the last twenty steps, wherever its items are."""
        if not len(self._inbox.marks.steps):
            self._toast.tell(self.tr("Nothing to undo"))
            return
        step = self._inbox.marks.undo_last()
        if step is not None:
            self._say_undone(step)

    def _undo_step(self, step: Step) -> None:
        if self._inbox.marks.undo_step(step):
            self._say_undone(step)

    def _say_undone(self, step: Step) -> None:
        if step is self._barred:
            self._pane.undone.dismiss()
        self._reading.refresh()
        title = step.before[0].title if step.count == 1 and step.before else ""
        self._toast.tell(self.tr("Undone: {0}").format(self._said(step)), title)

    def _on_marked(self, step: Step) -> None:
        if step.count > 1:
            self._barred = step
            undo = FootAction(with_key(self.tr("Undo"), self.key_of("undo-key")), "", lambda: self._undo_step(step))
            self._pane.undone.tell(self._said(step), (undo,), stay_ms=UNDO_BAR_MS)
            self._picking.clear()
        elif step.mark in (Mark.ARCHIVE, Mark.UNARCHIVE, Mark.NOTE):
            self._offer_undo(self._said(step), lambda: self._undo_step(step))

    def _on_nothing_unread(self) -> None:
        self._toast.tell(self.tr("Everything here is read"))

    def _said(self, step: Step) -> str:
        """What a step did, in words: of one item alone, of several with their number."""
        if step.count == 1:
            return {
                Mark.READ: self.tr("Marked read"),
                Mark.UNREAD: self.tr("Marked unread"),
                Mark.STAR: self.tr("Starred"),
                Mark.UNSTAR: self.tr("Star removed"),
                Mark.ACKNOWLEDGE: self.tr("Acknowledged"),
                Mark.UNACKNOWLEDGE: self.tr("Acknowledgement taken back"),
                Mark.ARCHIVE: self.tr("Archived"),
                Mark.UNARCHIVE: self.tr("Taken out of the archive"),
                Mark.NOTE: self.tr("Note saved"),
            }.get(step.mark, "")
        text = {
            Mark.READ: self.tr("{0} marked read"),
            Mark.UNREAD: self.tr("{0} marked unread"),
            Mark.STAR: self.tr("{0} starred"),
            Mark.UNSTAR: self.tr("Star removed from {0}"),
            Mark.ACKNOWLEDGE: self.tr("{0} acknowledged"),
            Mark.UNACKNOWLEDGE: self.tr("Acknowledgement of {0} taken back"),
            Mark.ARCHIVE: self.tr("{0} archived"),
            Mark.UNARCHIVE: self.tr("{0} taken out of the archive"),
            Mark.NOTE: self.tr("Note saved for {0}"),
        }.get(step.mark, "{0}")
        return text.format(Counts().items(step.count))

    def _show_chosen(self) -> None:
        count = self._picking.count
        if not count:
            self._pane.chosen.dismiss()
            return
        text = self.tr("1 item chosen") if count == 1 else self.tr("{0} chosen").format(Counts().items(count))
        actions = (
            FootAction(self.tr("Acknowledge"), self.key_of("acknowledge"), lambda: self.do(Action.ACKNOWLEDGE)),
            FootAction(self.tr("Mark read"), self.key_of("read"), lambda: self.do(Action.UNREAD)),
            FootAction(self.tr("Star"), self.key_of("star"), lambda: self.do(Action.STAR)),
            FootAction(self.tr("Archive"), self.key_of("archive"), self.archive),
            FootAction(self.tr("Copy rows"), self.key_of("copy-rows"), self.copy_rows),
        )
        self._pane.chosen.tell(text, actions, on_close=self._picking.clear)

    # Out of the window

    def copy_rows(self) -> None:
        """The chosen rows to the clipboard, as cells of a spreadsheet."""
        self._ask_addresses(self._on_cells)

    def _ask_addresses(self, then: Callable[[Sheet], None]) -> None:
        rows = self._rows()
        items = tuple(row.id for row in rows)
        if rows:
            self._reads.ask(then, lambda reader: (rows, reader.addresses(items)))

    def _on_cells(self, found: Sheet) -> None:
        rows, addresses = found
        QGuiApplication.clipboard().setText(cells(rows, addresses, self._names))
        count = self.tr("1 row copied") if len(rows) == 1 else self.tr("{0} rows copied").format(f"{len(rows):,}")
        self._toast.tell(count, self.tr("A spreadsheet takes them as cells."))

    def _on_links(self, found: Sheet) -> None:
        rows, addresses = found
        known = [addresses[row.id] for row in rows if row.id in addresses]
        QGuiApplication.clipboard().setText("\n".join(known))
        self._toast.tell(self.tr("{0} links copied").format(f"{len(known):,}"))

    def _on_drag_wanted(self, _: object) -> None:
        self._ask_addresses(self._on_drag)

    def _on_drag(self, found: Sheet) -> None:
        # The answer takes some milliseconds; who let go meanwhile drags nothing.
        if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return
        data = links(*found)
        if data is not None:
            drag = QDrag(self._pane.view)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.LinkAction, Qt.DropAction.CopyAction)
