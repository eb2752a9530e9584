# SPDX-License-Identifier: MIT
"""The page on which keys are changed. A change holds at once; it stands by itself or inside the settings."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hkwatch.ui.dialogs import plain
from hkwatch.ui.keys.caps import KeyCaps
from hkwatch.ui.keys.commands import COMMANDS, Command, Task, task_words, words
from hkwatch.ui.keys.keymap import KeyMap
from hkwatch.ui.keys.sequence import portable, problem, shown
from hkwatch.ui.marks import Marks

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_MARGIN = 24
_COLUMNS = 5


class KeyPage(QWidget):
    """Every command with its key. Change opens a line that records one; a conflict is named before anything changes."""

    def __init__(
        self,
        marks: Marks,
        keymap: KeyMap,
        language: str = "en",
        parent: QWidget | None = None,
        *,
        inside: bool = False,
    ) -> None:
        """`inside` another page, which has margins and says the same of single keys."""
        super().__init__(parent)
        self._margin = 0 if inside else _MARGIN
        self.setProperty("ground", "surface")
        self._marks, self._keymap, self._language = marks, keymap, language
        self._open = ""
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._sift)
        self.reset_all = QPushButton()
        self.reset_all.setAutoDefault(False)
        self.reset_all.clicked.connect(keymap.reset_all)
        self._note = plain("", "muted")
        self._note.setWordWrap(True)
        self._note.setVisible(not inside)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        # Its buttons have the focus; a stop of its own would show nothing.
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setContentsMargins(self._margin, 0, self._margin, 0)
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.reset_all)
        note = QHBoxLayout()
        note.setContentsMargins(self._margin, 0, self._margin, 0)
        note.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0 if inside else 16, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(note)
        column.addWidget(self.area, 1)
        self._grid, self._rows = QGridLayout(), dict[str, _Row]()
        self._heads: dict[Task, QLabel] = {}
        self._empty = plain("", "muted")
        self.recorder: KeyRecorder | None = None
        """The line that records a key; None while none is open."""
        keymap.changed.connect(self._take_keys)
        self.retranslate()

    @property
    def changes(self) -> dict[str, QPushButton]:
        """The buttons that open the recorder, of the commands the search leaves."""
        return {name: row.change for name, row in self._rows.items() if not row.change.isHidden()}

    def set_language(self, language: str) -> None:
        """Say everything in another interface language; the translation is installed already."""
        self._language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.search.setPlaceholderText(self.tr("Search commands and keys"))
        self.search.setAccessibleName(self.tr("Search commands and keys"))
        self.area.setAccessibleName(self.tr("Keyboard"))
        self.reset_all.setText(self.tr("Reset all"))
        self._note.setText(
            self.tr(
                "A change holds at once. Single letters work in the list and the reader only, never while you type;"
                " keys that hold everywhere need Ctrl, Alt or a function key."
            )
        )
        self._fill()

    def record(self, name: str) -> None:
        """Open the line that records a key for this command."""
        self._put_away()
        row = self._rows[name]
        self._open, self.recorder = name, KeyRecorder(COMMANDS[name], self._keymap, self._close)
        self._grid.addWidget(self.recorder, row.line + 1, 0, 1, _COLUMNS)
        recorder = self.recorder
        # The line has no place before the page is laid out.
        QTimer.singleShot(0, recorder, lambda: self._reveal(recorder))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _reveal(self, recorder: "KeyRecorder") -> None:
        self.area.ensureWidgetVisible(recorder, 0, 60)
        recorder.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        """Make all rows anew, in the language in force."""
        self._put_away()
        at = self.area.verticalScrollBar().value()
        body = QWidget()
        body.setProperty("ground", "surface")
        self._grid, self._rows, self._heads = QGridLayout(body), {}, {}
        self._grid.setContentsMargins(self._margin, 4, self._margin, 20)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._empty = plain("", "muted")
        self._grid.addWidget(self._empty, 0, 0)
        line = 1
        for task in Task:
            head = self._heads[task] = plain(task_words(task))
            head.setFont(self._marks.fonts.font("h2", self._language))
            head.setContentsMargins(0, 10, 0, 4)
            self._grid.addWidget(head, line, 0, 1, _COLUMNS)
            line += 1
            for command in COMMANDS.values():
                if command.task is task:
                    self._rows[command.name] = self._row(line, command)
                    # The line after each is kept for its recorder.
                    line += 2
        self._grid.setRowStretch(line, 1)
        self.area.setWidget(body)
        self._take_keys()
        self._sift()
        self.area.verticalScrollBar().setValue(at)

    def _row(self, line: int, command: Command) -> "_Row":
        name, called = command.name, words(command)
        text = plain(called)
        text.setWordWrap(True)
        where = plain(self.tr("list and reader") if command.single else self.tr("everywhere"), "muted")
        caps, none = KeyCaps(self._marks, ()), plain(self.tr("none"), "muted")
        change = _link(self.tr("Change"), self.tr("Change the key of {0}").format(called))
        reset = _link(self.tr("Reset"), self.tr("Reset the key of {0}").format(called))
        change.clicked.connect(lambda: self.record(name))
        reset.clicked.connect(lambda: self._keymap.reset(name))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(text, line, 0)
        self._grid.addWidget(where, line, 1)
        self._grid.addWidget(caps, line, 2, right)
        self._grid.addWidget(none, line, 2, right)
        self._grid.addWidget(change, line, 3)
        self._grid.addWidget(reset, line, 4)
        return _Row(line, (text, where, change), caps, none, change, reset)

    def _take_keys(self) -> None:
        """Show the keys that hold now."""
        self.reset_all.setEnabled(self._keymap.has_own())
        for name, row in self._rows.items():
            key = self._keymap.key(name)
            row.caps.set_keys((key,))
            is_shown = not row.change.isHidden()
            row.caps.setVisible(is_shown and bool(key))
            row.none.setVisible(is_shown and not key)
            row.reset.setVisible(is_shown and self._keymap.is_own(name))

    def _sift(self) -> None:
        """Leave the rows that have what is searched for."""
        wanted = self.search.text().strip().casefold()
        found: set[Task] = set()
        for name, row in self._rows.items():
            fits = self._fits(COMMANDS[name], wanted)
            if fits:
                found.add(COMMANDS[name].task)
            for part in row.parts:
                part.setVisible(fits)
        for task, head in self._heads.items():
            head.setVisible(task in found)
        self._empty.setText(self.tr("No command for “{0}”.").format(self.search.text().strip()))
        self._empty.setVisible(not found)
        self._take_keys()

    def _close(self) -> None:
        name = self._open
        self._put_away()
        if name in self._rows:
            self._rows[name].change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        if self.recorder is not None:
            self._grid.removeWidget(self.recorder)
            self.recorder.hide()
            # One of its own buttons may have brought us here.
            self.recorder.deleteLater()
        self._open, self.recorder = "", None

    def _fits(self, command: Command, wanted: str) -> bool:
        key = self._keymap.key(command.name)
        hay = f"{words(command)} {task_words(command.task)} {key} {shown(key)} {command.name}".casefold()
        return command.name == self._open or all(word in hay for word in wanted.split())


@dataclass(frozen=True, slots=True)
class _Row:
    """The widgets of one command. `parts` are there whenever the row is, the others as its key is."""

    line: int
    parts: tuple[QWidget, ...]
    caps: KeyCaps
    none: QLabel
    change: QPushButton
    reset: QPushButton


def _link(text: str, spoken: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "link")
    button.setAutoDefault(False)
    button.setAccessibleName(spoken)
    return button


class KeyRecorder(QFrame):
    """Takes a key, says what it would do, and asks before it takes it from another command."""

    def __init__(self, command: Command, keymap: KeyMap, done: Callable[[], None]) -> None:
        """`done` closes this line."""
        super().__init__()
        self.setProperty("ground", "window")
        self._command, self._keymap, self._done = command, keymap, done
        self.edit = QKeySequenceEdit(QKeySequence(keymap.key(command.name), _PORTABLE))
        self.edit.setMaximumSequenceLength(2)
        self.edit.setAccessibleName(self.tr("New key of {0}").format(words(command)))
        self.edit.setFixedWidth(170)
        self.edit.installEventFilter(self)
        self.edit.keySequenceChanged.connect(self._weigh)
        self.said = plain("", "muted")
        self.said.setWordWrap(True)
        self.use, self.none, cancel = (QPushButton(text) for text in ("", self.tr("No key"), self.tr("Cancel")))
        self.use.setProperty("kind", "primary")
        self.use.clicked.connect(self._on_use)
        self.none.clicked.connect(self._on_none)
        cancel.clicked.connect(self._end)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit)
        row.addStretch(1)
        for button in (self.none, cancel, self.use):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.said)
        self._weigh()

    @property
    def key(self) -> str:
        """What was recorded, in Qt's portable form; empty for nothing."""
        return portable(self.edit.keySequence().toString(_PORTABLE))

    def _weigh(self) -> None:
        key = self.key
        wrong = problem(self._command, key)
        others = [words(COMMANDS[name]) for name in self._keymap.conflicts(self._command.name, key)] if key else []
        self.use.setText(self.tr("Take it") if others else self.tr("Use"))
        self.use.setEnabled(bool(key) and not wrong and key != self._keymap.key(self._command.name))
        if wrong:
            said, role = wrong, "bad"
        elif others:
            said = self.tr("{0} belongs to: {1}. If you take it, they have none.").format(shown(key), ", ".join(others))
            role = "warn"
        else:
            is_new = bool(key) and key != self._keymap.key(self._command.name)
            said, role = self.tr("Press the key, or two one after the other. Esc cancels."), "muted"
            if is_new:
                said = self.tr("No other command has {0}.").format(shown(key))
        self.said.setText(said)
        self.said.setProperty("role", role)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Without this Esc would be recorded, and nothing but the mouse would lead out.
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not event.modifiers():
            # The edit is still busy with the event.
            QTimer.singleShot(0, self, self._end)
            return True
        return super().eventFilter(watched, event)

    def _on_use(self) -> None:
        key, name = self.key, self._command.name
        self._end()
        self._keymap.assign(name, key)

    def _on_none(self) -> None:
        name = self._command.name
        self._end()
        self._keymap.assign(name, "")

    def _end(self) -> None:
        self._done()
