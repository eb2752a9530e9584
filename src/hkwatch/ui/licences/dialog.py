# SPDX-License-Identifier: MIT
"""The licence board's window: head with the age of what it shows, a banner for a held page, four tabs."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.register import RegisterRow
from hkwatch.services.register_board import Board, BoardRegister
from hkwatch.ui import formats
from hkwatch.ui.dialogs import plain
from hkwatch.ui.error_text import error_text
from hkwatch.ui.licences.changes import ChangesTab
from hkwatch.ui.licences.check import CheckTab
from hkwatch.ui.licences.rows import RowsTab
from hkwatch.ui.licences.timeline import TimelineTab
from hkwatch.ui.licences.words import as_of, register_name
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import CardGround, IconButton, fit_to_screen, wrapping
from hkwatch.ui.toast import Toast

translate = QCoreApplication.translate


class HeldBar(CardGround):
    """Says that a page changed its shape, with the two things to do about it."""

    view_wanted = Signal(object)
    accept_wanted = Signal(object)
    """BoardRegister."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(marks, parent, ground="warn_t", edge="warn")
        self.register: BoardRegister | None = None
        self.fact = wrapping("strong")
        self.reason = wrapping("text2")
        self.view = IconButton(marks, "eye")
        self.accept = IconButton(marks, "check")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.fact)
        words.addWidget(self.reason)
        row.addLayout(words, 1)
        row.addWidget(self.view)
        row.addWidget(self.accept)
        self.view.clicked.connect(lambda: self.view_wanted.emit(self.register))
        self.accept.clicked.connect(lambda: self.accept_wanted.emit(self.register))
        self.hide()

    def tell(self, register: BoardRegister | None, language: str) -> None:
        """Speak of a register; None hides the bar."""
        self.register = register
        self.setVisible(register is not None)
        if register is None:
            return
        name = register_name(register, language)
        self.fact.setText(
            translate("Licences", "{register}: the page changed shape; not compared").format(register=name)
        )
        since = formats.date_time(register.held_since, language) if register.held_since is not None else "–"
        self.reason.setText(
            translate("Licences", "Since {time} HKT. {reason}").format(time=since, reason=error_text(register.held))
        )
        self.view.set_words(translate("Licences", "View raw"))
        tip = translate("Licences", "What is new is told, what is gone is not: two layouts cannot be compared.")
        self.accept.set_words(translate("Licences", "Accept as new layout"), tip)
        self.accept.setEnabled(register.can_accept)
        if not register.can_accept:
            self.accept.setToolTip(translate("Licences", "Nothing on this page can be read as a register."))


class RawPage(QDialog):
    """A page as it came, as text."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.addWidget(self.text)
        fit_to_screen(self, 900, 620)


class LicenceBoard(QDialog):
    """Shows a Board and tells wishes."""

    item_wanted = Signal(object)
    raw_wanted = Signal(object)
    accept_wanted = Signal(object)
    csv_wanted = Signal(str)

    def __init__(self, marks: Marks, folder: Folder, language: str, now: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._language = marks, language
        self._board: Board | None = None
        self._now = now
        self._error = ""
        self.title, self.age = plain(""), plain("", "muted")
        self.held = HeldBar(marks)
        self.failure = wrapping("bad")
        self.failure.hide()
        self.changes = ChangesTab(marks, folder)
        self.rows = RowsTab(marks, folder)
        self.timeline = TimelineTab(marks, folder)
        self.check = CheckTab(marks, folder, now)
        self.tabs = QTabWidget()
        # Its bar is the stop, not the pages' frame.
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # In line with what stands in the tables.
        self.tabs.setStyleSheet("QTabWidget::tab-bar { left: 8px; }")
        for tab in (self.changes, self.rows, self.timeline, self.check):
            self.tabs.addTab(tab, "")
        self.toast = Toast(marks.theme, marks.fonts, marks.icons, self, language)
        head = QHBoxLayout()
        head.setContentsMargins(24, 14, 24, 8)
        head.setSpacing(14)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.age, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addStretch(1)
        inset = QVBoxLayout()
        inset.setContentsMargins(20, 0, 20, 8)
        inset.addWidget(self.held)
        inset.addWidget(self.failure)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addLayout(inset)
        below = QHBoxLayout()
        below.setContentsMargins(16, 0, 16, 0)
        below.addWidget(self.tabs)
        box.addLayout(below, 1)
        for story in (self.changes.story_wanted, self.rows.story_wanted, self.check.story_wanted):
            story.connect(self.show_story)
        self.changes.item_wanted.connect(self.item_wanted)
        self.rows.csv_wanted.connect(self.csv_wanted)
        self.held.view_wanted.connect(self.raw_wanted)
        self.held.accept_wanted.connect(self.accept_wanted)
        self.setMinimumSize(560, 380)
        fit_to_screen(self, 1200, 760)
        self._retranslate()

    @property
    def board(self) -> Board | None:
        """What is shown; None while it is being read."""
        return self._board

    def set_board(self, board: Board, now: datetime) -> None:
        """Show a board."""
        is_first = self._board is None
        self._board, self._now, self._error = board, now, ""
        self._show()
        if is_first and self.tabs.currentWidget() is self.changes:
            # Not the first button of a banner: the keys belong to the list.
            (self.changes.table if board.changes else self.tabs.tabBar()).setFocus()

    def set_error(self, text: str) -> None:
        """The store could not be read; what was shown stays."""
        self._error = text
        self._show()

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        self._retranslate()

    def show_story(self, row: RegisterRow) -> None:
        """The timeline of a row."""
        self.tabs.setCurrentWidget(self.timeline)
        self.timeline.show_row(row)

    def show_item(self, item: ItemId) -> None:
        """The change of an item."""
        if self.changes.select_item(item):
            self.tabs.setCurrentWidget(self.changes)

    def start_check(self) -> None:
        """Ready for a name to be pasted."""
        self.tabs.setCurrentWidget(self.check)
        self.check.field.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("Licences", "Licences"))
        self.title.setText(translate("Licences", "Licences"))
        self.title.setFont(self._marks.fonts.font("title", self._language))
        self.tabs.tabBar().setAccessibleName(translate("Licences", "Views of the licences"))
        for place, text in enumerate(
            (
                translate("Licences", "Changes"),
                translate("Licences", "Registers"),
                translate("Licences", "Timeline"),
                translate("Licences", "Check a name"),
            )
        ):
            self.tabs.setTabText(place, text)
        self._show()

    def _show(self) -> None:
        board, now = self._board, self._now
        self.failure.setVisible(bool(self._error))
        self.failure.setText(self._error)
        held = next((one for one in board.registers if one.held), None) if board is not None else None
        self.held.tell(held, self._language)
        self.age.setText(translate("Licences", "reading…") if board is None else as_of(board, now, self._language))
        for tab in (self.changes, self.rows, self.timeline):
            tab.language = self._language
        self.changes.set_board(board)
        self.rows.set_board(board)
        self.timeline.set_board(board, now)
        self.check.set_board(board, now, self._language)
