# SPDX-License-Identifier: MIT
"""Finding words in the text that is read. The search field over the list looks through all items; this looks at one."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from hkwatch.ui.marks import Marks
from hkwatch.ui.reader.facts import NO_BREAK_HYPHEN
from hkwatch.ui.reader.text import ReaderText

_HEIGHT = 40
_MOST = 500
_TYPING_MS = 60


class FindBar(QWidget):
    """Enter or F3 goes on, Shift with it goes back, Escape closes and gives the focus back to the text."""

    closed = Signal()

    def __init__(self, marks: Marks, text: ReaderText, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._text, self._language = marks, text, language
        self._found: list[QTextCursor] = []
        self._current = -1
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(320)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("role", "muted")
        self.before, self.after, self.close_button = QPushButton(), QPushButton(), QPushButton()
        for button in (self.before, self.after, self.close_button):
            button.setProperty("kind", "quiet")
            button.setFixedSize(28, 28)
            button.setIconSize(QSize(16, 16))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.close_button.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 16, 4)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addSpacing(4)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.setFixedHeight(_HEIGHT)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._look_anew)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        text.document().contentsChanged.connect(self._on_typed)
        marks.theme.changed.connect(self._dress)
        self.hide()
        self.set_language(language)

    @property
    def matches(self) -> int:
        """How many places were found, at most 500."""
        return len(self._found)

    @property
    def current(self) -> int:
        """Which of them is shown, from 1; 0 without any."""
        return self._current + 1

    def open(self) -> None:
        """Come up with the words that are selected in the text, or with those of the last time."""
        chosen = self._text.textCursor().selectedText().replace(NO_BREAK_HYPHEN, "-")
        if chosen and len(chosen) <= 100 and "\N{PARAGRAPH SEPARATOR}" not in chosen:
            self.field.setText(chosen)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._look_anew()

    def close_bar(self) -> None:
        """Go, and let the light in the text out."""
        if self.isHidden():
            return
        self.hide()
        self._found, self._current = [], -1
        self._text.set_found((), -1)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def step(self, direction: int) -> None:
        """The next place (1) or the one before (−1), round the ends; comes up where it is closed."""
        if self.isHidden():
            self.open()
            return
        if self._typing.isActive():
            self._typing.stop()
            self._look_anew()
            return
        if self._found:
            self._current = (self._current + direction) % len(self._found)
            self._show()

    def set_language(self, language: str) -> None:
        """Language of the words."""
        self._language = language
        for widget in (self.field, self.count):
            widget.setFont(self._marks.fonts.font("body", language))
        self._dress()

    def _on_typed(self) -> None:
        if not self.isHidden():
            self._typing.start()

    def _on_before(self) -> None:
        self.step(-1)

    def _on_after(self) -> None:
        self.step(1)

    def _look_anew(self) -> None:
        words, document = self.field.text().strip(), self._text.document()
        # Text that another shape of hyphen holds together is found as it reads.
        found: dict[int, QTextCursor] = {}
        for needle in dict.fromkeys((words, words.replace("-", NO_BREAK_HYPHEN))) if words else ():
            cursor = document.find(needle, 0, QTextDocument.FindFlag(0))
            while not cursor.isNull() and len(found) < _MOST:
                found[cursor.selectionStart()] = QTextCursor(cursor)
                cursor = document.find(needle, cursor, QTextDocument.FindFlag(0))
        here = self._text.textCursor().selectionStart()
        self._found = [found[at] for at in sorted(found)]
        places = [cursor.selectionStart() for cursor in self._found]
        self._current = next((n for n, at in enumerate(places) if at >= here), 0) if places else -1
        self._show()

    def _show(self) -> None:
        self._text.set_found(self._found, self._current)
        if not self.field.text().strip():
            said = ""
        elif not self._found:
            said = self.tr("not found")
        else:
            most = "+" if len(self._found) >= _MOST else ""
            said = self.tr("{number} of {count}").format(number=self.current, count=f"{len(self._found)}{most}")
        self.count.setText(said)
        self.field.setAccessibleDescription(said)
        for button in (self.before, self.after):
            button.setEnabled(len(self._found) > 1)

    def _dress(self) -> None:
        words = self.tr("Find in the text")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        for button, icon, text in (
            (self.before, "chevron-up", self.tr("The place before (Shift+F3)")),
            (self.after, "chevron-down", self.tr("The next place (F3)")),
            (self.close_button, "x", self.tr("Close (Esc)")),
        ):
            button.setIcon(self._marks.icons.icon(icon, "text2"))
            button.setToolTip(text)
            button.setAccessibleName(text)
        self._show()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                # Else the window's own meaning of the key would come first.
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        self._marks.hairline(QPainter(self), 0, self.width(), 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._dress()
        super().changeEvent(event)
