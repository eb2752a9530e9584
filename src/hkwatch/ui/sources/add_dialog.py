# SPDX-License-Identifier: MIT
"""Adding sources in two steps: paste anything and find, then choose among what was found."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.own_source import FoundSource
from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import DOT
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.found import FoundList
from hkwatch.ui.sources.parts import Ground, IconButton, fit_to_screen, set_role, wrapping
from hkwatch.ui.sources.words import added_text

_MANY = 4


class Step(StrEnum):
    """Where the dialog is."""

    PASTE = "paste"
    SEARCH = "search"
    CHOOSE = "choose"


class PasteField(QPlainTextEdit):
    """Ctrl+Enter finds, and so does Enter after a single line; more lines come by Shift+Enter or by pasting."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if control or not (shift or "\n" in self.toPlainText().strip()):
                self.done.emit()
                event.accept()
                return
        super().keyPressEvent(event)


class AddDialog(QDialog):
    """Tells wishes; what was found is given to `show_found`, what went wrong to `show_error`."""

    find_wanted = Signal(str)
    stopped = Signal()
    """The answer of the running search is not wanted any more."""
    add_wanted = Signal(object)
    """tuple of NewSource, never empty."""
    file_wanted = Signal()
    file_dropped = Signal(object)
    """Path of a file that was dropped."""

    def __init__(self, marks: Marks, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._language = marks, language
        self.step = Step.PASTE
        self.known = 0
        """How many of the found are watched already."""
        self._broken = 0
        self._folders = 0
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(420, 300)
        fit_to_screen(self, 680, 560)
        self._retranslate()
        self._go(Step.PASTE)

    def _build(self) -> None:
        marks = self._marks
        self.title, self.where = plain(""), plain("", "muted")
        self.field = PasteField()
        # The whole window takes what is dropped.
        self.field.setAcceptDrops(False)
        self.field.setTabChangesFocus(True)
        self.file = IconButton(marks, "file-text", "link")
        self.help = wrapping("muted")
        self.message = wrapping("bad")
        self.bar = QProgressBar()
        # A line that stands still: a busy one would move for as long as the sites take.
        self.bar.setRange(0, 1)
        self.bar.setValue(1)
        self.bar.setTextVisible(False)
        self.summary = wrapping("strong")
        self.all, self.none = QPushButton(), QPushButton()
        for button in (self.all, self.none):
            button.setProperty("kind", "link")
            button.setProperty("bar", True)
            button.setAutoDefault(False)
        self.found = FoundList(marks, self._language)
        self.back, self.cancel, self.go = IconButton(marks, "chevron-left"), QPushButton(), QPushButton()
        self.go.setProperty("kind", "primary")
        for button in (self.cancel, self.go):
            button.setAutoDefault(False)
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 8)
        head.addWidget(self.title, 1)
        head.addWidget(self.where)
        paste = QWidget()
        paste_box = QVBoxLayout(paste)
        paste_box.setContentsMargins(24, 0, 24, 8)
        paste_box.setSpacing(8)
        paste_box.addWidget(self.help)
        paste_box.addWidget(self.field, 1)
        paste_box.addWidget(self.bar)
        paste_box.addWidget(self.message)
        paste_box.addWidget(self.file, 0, Qt.AlignmentFlag.AlignLeft)
        choose = QWidget()
        choose_box = QVBoxLayout(choose)
        choose_box.setContentsMargins(0, 0, 0, 0)
        choose_box.setSpacing(6)
        line = QHBoxLayout()
        line.setContentsMargins(24, 0, 20, 0)
        line.addWidget(self.summary, 1)
        line.addWidget(self.all)
        line.addWidget(self.none)
        choose_box.addLayout(line)
        choose_box.addWidget(self.found, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(paste)
        self.pages.addWidget(choose)
        foot_ground = Ground(marks, "surface", line=True)
        foot = QHBoxLayout(foot_ground)
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(8)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.pages, 1)
        box.addWidget(foot_ground)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text)
        self.field.done.connect(self._on_go)
        self.file.clicked.connect(self.file_wanted)
        self.back.clicked.connect(self._on_back)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self.all.clicked.connect(lambda: self.found.check_all(True))
        self.none.clicked.connect(lambda: self.found.check_all(False))
        self.found.changed.connect(self._count)

    # Steps

    def search(self, text: str) -> None:
        """Put this text into the field and look for what it leads to."""
        self.field.setPlainText(text)
        self._on_go()

    def show_found(self, found: Sequence[FoundSource], now: datetime, error: str) -> None:
        """What the search led to; an `error`, or nothing at all, leads back to the field."""
        if self.step is not Step.SEARCH:
            return
        if error or not found:
            self.show_error(error or self.tr("No feed was found there. Paste the address of a feed or of a site."))
            return
        self.known = sum(one.known is not None for one in found)
        self._broken = sum(bool(one.error) and one.known is None for one in found)
        self._folders = len({one.folder for one in found if one.folder})
        self._go(Step.CHOOSE)
        self.found.show_found(found, now)
        if self.found.wanted():
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: str) -> None:
        """Say why nothing came of it; what was pasted stays."""
        self._go(Step.PASTE)
        self.message.setText(error)
        self.message.show()
        self.field.setFocus()

    def _go(self, step: Step) -> None:
        self.step = step
        self.pages.setCurrentIndex(1 if step is Step.CHOOSE else 0)
        searching = step is Step.SEARCH
        self.field.setReadOnly(searching)
        self.bar.setVisible(searching)
        self.file.setVisible(not searching)
        self.message.setVisible(searching)
        self.back.setVisible(step is Step.CHOOSE)
        set_role(self.message, "muted" if searching else "bad")
        self._retranslate()

    def _on_go(self) -> None:
        if self.step is Step.PASTE and self.go.isEnabled():
            self._go(Step.SEARCH)
            self.message.setText(self._searching_text())
            self.find_wanted.emit(self.field.toPlainText())
        elif self.step is Step.CHOOSE and self.found.wanted():
            self.go.setEnabled(False)
            self.add_wanted.emit(self.found.wanted())

    def _searching_text(self) -> str:
        text = self.field.toPlainText().strip()
        if text.startswith("<"):
            return self.tr("Reading the list…")
        count = len([line for line in text.splitlines() if line.strip()])
        return self.tr("Looking at 1 address…") if count == 1 else self.tr("Looking at {0} addresses…").format(count)

    def _on_back(self) -> None:
        self._go(Step.PASTE)
        self.field.setFocus()

    def reject(self) -> None:
        """Escape and Cancel stop a running search first."""
        if self.step is Step.SEARCH:
            self.stopped.emit()
            self._go(Step.PASTE)
            self.field.setFocus()
            return
        super().reject()

    def _on_text(self) -> None:
        if self.step is Step.PASTE:
            self.message.hide()
            self.go.setEnabled(bool(self.field.toPlainText().strip()))

    def _count(self) -> None:
        wanted = len(self.found.wanted())
        can = sum(row.check.isEnabled() for row in self.found.rows)
        for button in (self.all, self.none):
            button.setVisible(can >= _MANY)
        if not can and self.found.is_complete and not self._broken:
            text = added_text(0, self.known)
        else:
            parts = [self.tr("{0} to add").format(wanted)]
            if self.known:
                parts.append(self.tr("{0} known").format(self.known))
            if self._broken:
                parts.append(self.tr("{0} cannot be added").format(self._broken))
            if self._folders:
                parts.append(
                    self.tr("1 folder") if self._folders == 1 else self.tr("{0} folders").format(self._folders)
                )
            text = f" {DOT} ".join(parts)
        self.summary.setText(text)
        if self.step is Step.CHOOSE:
            self.go.setEnabled(wanted > 0)
            self.go.setVisible(can > 0)
            self.go.setText(self.tr("Add 1 source") if wanted == 1 else self.tr("Add {0} sources").format(wanted))
            self.cancel.setText(self.tr("Cancel") if can else self.tr("Close"))

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.step is Step.PASTE and (event.mimeData().hasUrls() or event.mimeData().hasText()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.file_dropped.emit(files[0])
            return
        text = event.mimeData().text().strip()
        if text:
            before = self.field.toPlainText().rstrip()
            self.field.setPlainText(f"{before}\n{text}" if before else text)

    # Words

    def set_language(self, language: str) -> None:
        """Interface language. Rows that are there keep theirs."""
        self._language = language
        self._retranslate()

    def _retranslate(self) -> None:
        fonts, language = self._marks.fonts, self._language
        self.setWindowTitle(self.tr("Add sources"))
        self.title.setText(self.tr("Add sources"))
        self.title.setFont(fonts.font("h2", language))
        self.where.setFont(fonts.font("small", language))
        self.where.setText(self.tr("Step 2 of 2") if self.step is Step.CHOOSE else self.tr("Step 1 of 2"))
        self.help.setText(self.tr("Paste addresses of feeds or sites, one a line, or the text of an OPML file."))
        self.field.setPlaceholderText("https://www.example.org/")
        self.field.setAccessibleName(self.tr("Addresses or OPML"))
        self.field.setAccessibleDescription(self.help.text())
        self.file.set_words(self.tr("Choose an OPML file…"), self.tr("Or drop one anywhere in this window"))
        self.bar.setAccessibleName(self.tr("Searching"))
        self.all.setText(self.tr("All"))
        self.all.setAccessibleName(self.tr("Check all"))
        self.none.setText(self.tr("None"))
        self.none.setAccessibleName(self.tr("Uncheck all"))
        self.back.set_words(self.tr("Back"))
        if self.step is Step.CHOOSE:
            self._count()
            return
        self.go.show()
        self.go.setText(self.tr("Find"))
        self.go.setEnabled(self.step is Step.PASTE and bool(self.field.toPlainText().strip()))
        self.cancel.setText(self.tr("Stop") if self.step is Step.SEARCH else self.tr("Cancel"))

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if (focus := QApplication.focusWidget()) is None or not self.isAncestorOf(focus):
            self.field.setFocus()
