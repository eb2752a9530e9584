# SPDX-License-Identifier: MIT
"""The tab of changes: newest first, and below the chosen one with both rows in one redline."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.services.register_board import Board, Change
from hkwatch.ui import formats
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.licences.table import AnyCell, TextTable
from hkwatch.ui.licences.words import called, kind_name, moment_cell, row_text, what_changed
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import Ground, IconButton

translate = QCoreApplication.translate


class ChangesTab(QWidget):
    """What it shows comes in with `set_board`."""

    item_wanted = Signal(object)
    """ItemId to go to in the inbox."""
    story_wanted = Signal(object)
    """RegisterRow whose story is wanted."""

    def __init__(self, marks: Marks, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._board: Board | None = None
        self.language = "en"
        """Of the interface; names are shown in it where the register has them."""
        self.table = TextTable(marks, folder)
        self.empty = EmptyState(marks)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(0)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.viewport().setAutoFillBackground(False)
        self.text.setStyleSheet("QTextBrowser { background: transparent; border: 0; padding: 0; }")
        self.item = IconButton(marks, "inbox", "")
        self.release = IconButton(marks, "link", "")
        self.story = IconButton(marks, "history", "")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        lower = Ground(marks, "surface", line=True)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(8, 10, 8, 0)
        buttons.setSpacing(8)
        for button in (self.item, self.release, self.story):
            buttons.addWidget(button)
        buttons.addStretch(1)
        box = QVBoxLayout(lower)
        box.setContentsMargins(0, 1, 0, 0)
        box.addLayout(buttons)
        inset = QHBoxLayout()
        # In line with the buttons above and the texts of the table.
        inset.setContentsMargins(8, 4, 8, 8)
        inset.addWidget(self.text)
        box.addLayout(inset, 1)
        self._lower = lower
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.stack)
        splitter.addWidget(lower)
        splitter.setSizes([360, 260])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda _one: self._go_to_item())
        self.item.clicked.connect(self._go_to_item)
        self.release.clicked.connect(self._go_to_release)
        self.story.clicked.connect(self._go_to_story)
        self._on_chosen(None)

    def set_board(self, board: Board | None) -> None:
        """Show the changes of a board; None = it is being read."""
        self._board = board
        self.table.setAccessibleName(translate("Licences", "Changes"))
        self.text.setAccessibleName(translate("Licences", "The row before and now"))
        heads = (
            translate("Licences", "Seen (HKT)"),
            translate("Licences", "Change"),
            translate("Licences", "Number"),
            translate("Licences", "Name"),
            translate("Licences", "What"),
            translate("Licences", "Release"),
        )
        self.item.set_words(translate("Licences", "Open in the inbox"))
        self.release.set_words(translate("Licences", "Open the release"))
        self.story.set_words(translate("Licences", "Timeline"))
        changes = () if board is None else board.changes
        self.table.fill(heads, [(self._texts(one), one) for one in changes])
        self.stack.setCurrentWidget(self.table if changes else self.empty)
        self._lower.setVisible(bool(changes))
        if board is None:
            self.empty.tell("history", translate("Licences", "Reading the registers…"))
        elif board.checked_at is None:
            self.empty.tell(
                "history",
                translate("Licences", "No register was read yet."),
                translate("Licences", "The first reading is the baseline."),
            )
        elif not changes:
            since = min(one.baseline_at for one in board.registers if one.baseline_at is not None)
            reason = translate("Licences", "Each list is compared with how it stood on {time} HKT.").format(
                time=formats.date_time(since, self.language)
            )
            self.empty.tell("history", translate("Licences", "Nothing has changed so far."), reason)
        elif self.table.current is None:
            self.table.selectRow(0)
        else:
            self._on_chosen(self.table.current)

    def select_item(self, item: ItemId) -> bool:
        """Choose the change of an item; False where none is its."""
        change = next((one for one in (self._board.changes if self._board else ()) if one.item == item), None)
        return change is not None and self.table.select(change)

    def _texts(self, one: Change) -> tuple[AnyCell, ...]:
        row = one.change.row
        link = self._board.links.get(one.item) if self._board is not None and one.item is not None else None
        what = what_changed(one.change, self.language)
        return (
            moment_cell(one.at, self.language),
            kind_name(one.change.kind),
            row.ce,
            called(row, self.language),
            what,
            link[1] if link is not None else "",
        )

    def _on_chosen(self, one: object) -> None:
        if not isinstance(one, Change):
            self.text.clear()
            for button in (self.item, self.release, self.story):
                button.setEnabled(False)
            return
        # Imported with the first change that is shown: its patterns take longer to make than the rest of the board.
        from hkwatch.domain.redline import redline
        from hkwatch.ui.reader.redline_html import redline_html

        nowhere = translate("Licences", "not on the register")
        old = row_text(one.change.old, self.language) if one.change.old is not None else nowhere
        new = row_text(one.change.new, self.language) if one.change.new is not None else nowhere
        self.text.document().setDefaultStyleSheet(self._sheet())
        self.text.setHtml(redline_html(redline("", ""), redline(old, new)))
        self.item.setEnabled(one.item is not None)
        self.release.setEnabled(self._board is not None and one.item in self._board.links)
        self.story.setEnabled(True)

    def _sheet(self) -> str:
        theme = self._marks.theme
        return (
            f".removed {{ color: {theme.hex('bad')}; background-color: {theme.hex('bad_t')}; }}"
            f" .added {{ color: {theme.hex('ok')}; background-color: {theme.hex('up_tint')}; }}"
        )

    def _go_to_item(self) -> None:
        one = self.table.current
        if isinstance(one, Change) and one.item is not None:
            self.item_wanted.emit(one.item)

    def _go_to_release(self) -> None:
        one = self.table.current
        if isinstance(one, Change) and one.item is not None and self._board is not None:
            link = self._board.links.get(one.item)
            if link is not None:
                self.item_wanted.emit(link[0])

    def _go_to_story(self) -> None:
        one = self.table.current
        if isinstance(one, Change):
            self.story_wanted.emit(one.change.row)
