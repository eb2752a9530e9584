# SPDX-License-Identifier: MIT
"""All keys at a glance, by task: what `?` opens."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hkwatch.ui.dialogs import plain
from hkwatch.ui.keys.caps import KeyCaps
from hkwatch.ui.keys.commands import COMMANDS, Task, task_words, words
from hkwatch.ui.keys.keymap import KeyMap
from hkwatch.ui.keys.sequence import shown
from hkwatch.ui.marks import Marks

_Line = tuple[str, tuple[str, ...]]
"""What the keys do, and the keys."""
_SIDES = ((Task.MOVE, Task.SEARCH, Task.WINDOW), (Task.ACT, Task.GO, Task.PRICE))
"""Which tasks stand in which column."""
_MARGIN = 28
_BESIDE = 14
"""Room of the scroll bar beside the texts."""


class KeySheet(QDialog):
    """Two columns of tasks; typing narrows them down."""

    change_wanted = Signal()
    """Show the page on which keys are changed."""

    def __init__(self, marks: Marks, keymap: KeyMap, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._keymap, self._language = marks, keymap, language
        self._title = plain("")
        self._note = plain("", "muted")
        self._note.setWordWrap(True)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(240)
        self.search.textChanged.connect(self._fill)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._change, self._close = QPushButton(), QPushButton()
        self._change.clicked.connect(self.change_wanted)
        self._close.clicked.connect(self.accept)
        for button in (self._change, self._close):
            button.setAutoDefault(False)
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.search)
        foot = QHBoxLayout()
        foot.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        foot.setSpacing(8)
        foot.addWidget(self._note, 1)
        foot.addWidget(self._change)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        column.addLayout(foot)
        keymap.changed.connect(self._fill)
        self.retranslate()

    def set_language(self, language: str) -> None:
        """Say everything in another interface language; the translation is installed already."""
        self._language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.setWindowTitle(self.tr("Keyboard"))
        self._title.setText(self.tr("Keyboard"))
        self._title.setFont(self._marks.fonts.font("title", self._language))
        self.search.setPlaceholderText(self.tr("Search keys"))
        self.search.setAccessibleName(self.tr("Search keys"))
        self.area.setAccessibleName(self.tr("Keyboard"))
        self._note.setText(self.tr("Single keys work in the list and the reader, never while you type."))
        self._change.setText(self.tr("Change keys…"))
        self._close.setText(self.tr("Close"))
        self._fill()

    def lines(self, task: Task) -> list[_Line]:
        """What there is for a task: commands that have a key, and keys that are part of a list or chart."""
        found: dict[str, list[str]] = {}
        for name, command in COMMANDS.items():
            key = self._keymap.key(name)
            if command.task is task and key:
                # The same thing may have one key everywhere and another in the list.
                found.setdefault(words(command), []).append(key)
        return [*((text, tuple(keys)) for text, keys in found.items()), *fixed_keys(task)]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.search.setFocus()

    def _fill(self) -> None:
        wanted = self.search.text().strip().casefold()
        body = self._body(_SIDES, wanted)
        if body.sizeHint().width() + _BESIDE > self.room().width():
            # Large texts leave no room for two sides.
            body.deleteLater()
            body = self._body((tuple(task for side in _SIDES for task in side),), wanted)
        self.area.setWidget(body)
        if not wanted:
            self._fit(body)

    def room(self) -> QSize:
        """How large the window can be on its screen."""
        return self.screen().availableGeometry().size() - QSize(16, 80)

    def _body(self, in_sides: Sequence[Sequence[Task]], wanted: str) -> QWidget:
        body = QWidget()
        body.setProperty("ground", "surface")
        sides = QHBoxLayout(body)
        sides.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        sides.setSpacing(48)
        any_found = False
        for tasks in in_sides:
            side = QVBoxLayout()
            side.setSpacing(6)
            for task in tasks:
                lines = [line for line in self.lines(task) if _fits(line, task, wanted)]
                if lines:
                    any_found = True
                    self._block(side, task, lines)
            side.addStretch(1)
            sides.addLayout(side, 1)
        if not any_found:
            sides.insertWidget(0, plain(self.tr("No key for “{0}”.").format(self.search.text().strip()), "muted"))
        return body

    def _fit(self, body: QWidget) -> None:
        """As wide as the texts and as high as the screen lets it: nothing is cut."""
        hint, room = body.sizeHint(), self.room()
        self.area.setMinimumWidth(min(hint.width() + _BESIDE, room.width()))
        self.resize(min(max(hint.width() + _BESIDE, 760), room.width()), min(hint.height() + 130, room.height()))

    def _block(self, side: QVBoxLayout, task: Task, lines: Sequence[_Line]) -> None:
        head = plain(task_words(task))
        head.setFont(self._marks.fonts.font("h2", self._language))
        side.addWidget(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for row, (text, keys) in enumerate(lines):
            grid.addWidget(plain(text, "text2"), row, 0)
            grid.addWidget(KeyCaps(self._marks, keys), row, 1, Qt.AlignmentFlag.AlignRight)
        side.addLayout(grid)
        side.addSpacing(14)


def _fits(line: _Line, task: Task, wanted: str) -> bool:
    text, keys = line
    hay = " ".join((text, task_words(task), *keys, *(shown(key) for key in keys))).casefold()
    return all(word in hay for word in wanted.split())


def fixed_keys(task: Task) -> list[_Line]:
    """Keys that cannot be changed, because a field, a list or the chart takes them itself."""
    translate: Callable[[str, str], str] = QCoreApplication.translate
    fixed: dict[Task, list[_Line]] = {
        Task.MOVE: [
            (translate("Keys", "Next, previous item"), ("Down", "Up")),
            (translate("Keys", "Open in the reader"), ("Return",)),
        ],
        Task.SEARCH: [(translate("Keys", "Complete a word of the search"), ("Ctrl+Space",))],
        Task.PRICE: [
            (translate("Keys", "Chart: candles or line"), ("C",)),
            (translate("Keys", "Chart: as a table"), ("T",)),
            (translate("Keys", "Chart: closer, farther, all"), ("+", "-", "0")),
            (translate("Keys", "Chart: earlier, later"), ("Shift+Left", "Shift+Right")),
        ],
    }
    return fixed.get(task, [])
