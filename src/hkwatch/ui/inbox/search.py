# SPDX-License-Identifier: MIT
"""The search field: icon, text, a key cap while empty, a clear button with a query, and one line under it."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from hkwatch.ui.inbox.completion import SearchCompletion
from hkwatch.ui.keys.sequence import caps, with_key
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline

Part = tuple[str, bool]
"""A piece of the explanation and whether it is a value, which is set in 600."""
_TEXT_X = 33
_WORD_AT_FAULT = re.compile(r"[^\s)|（）]+")
_CAP_W, _CAP_H = 18, 18


class SearchField(QWidget):
    """32 px field; the frame is painted, so that key cap and buttons lie inside it."""

    text_changed = Signal(str)
    entered = Signal()
    """Enter: go to the list."""
    left = Signal()
    """Escape in an empty field: back to where the user came from."""
    star_wanted = Signal()
    """Save the search, or change what is saved of it."""
    help_wanted = Signal()
    """Show what the language can say."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._wrong = False
        self._wrong_at: int | None = None
        self.edit = QLineEdit(self)
        self.edit.setProperty("bare", True)
        # The words in an empty field are examples, which a narrow one cuts.
        self.edit.setProperty("elides", True)
        self.edit.installEventFilter(self)
        self._clear = QToolButton(self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._clear.setFixedSize(24, 24)
        self._clear.hide()
        self.star = QToolButton(self)
        self.star.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.star.setFixedSize(24, 24)
        self.star.hide()
        self.star.clicked.connect(self.star_wanted)
        self._saved_as = ""
        self._cap, self._save_key = "/", "Ctrl+S"
        self.history: Callable[[], Sequence[str]] = tuple
        """What was searched for lately, the latest first."""
        self._is_saved = False
        self._help = QToolButton(self)
        # F1 does the same from the keyboard.
        self._help.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._help.setFixedSize(24, 24)
        self._help.clicked.connect(self.help_wanted)
        self.completion = SearchCompletion(self.edit, marks)
        row = QHBoxLayout(self)
        row.setSpacing(4)
        self._row = row
        self._make_room()
        row.addWidget(self.edit, 1)
        row.addWidget(self._clear)
        row.addWidget(self.star)
        row.addWidget(self._help)
        self.setFixedHeight(marks.theme.size("search_field"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._changed)
        self.edit.returnPressed.connect(self.entered)
        self._clear.clicked.connect(self._cleared)
        marks.theme.changed.connect(self._tint)
        self._tint()
        self.retranslate()

    @property
    def last_stop(self) -> QWidget:
        """The last widget of the field in the Tab order."""
        return self.star

    @property
    def text(self) -> str:
        """The query as typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a query in; `text_changed` tells, as if it were typed."""
        self.edit.setText(text)

    def set_wrong(self, wrong: bool, position: int | None = None) -> None:
        """Show that the query cannot be read, and from which character on; None shows no place."""
        if (wrong, position) != (self._wrong, self._wrong_at):
            self._wrong, self._wrong_at = wrong, position if wrong else None
            self.update()

    def set_saved(self, saved: bool, name: str = "") -> None:
        """Whether what is typed is saved, and under which name."""
        if (saved, name) != (self._is_saved, self._saved_as):
            self._is_saved, self._saved_as = saved, name
            self._tint()
            self._name_star()

    def focus_all(self) -> None:
        """Take the focus with the text selected, as `/` does."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        examples = "is:unread  src:sfc  label:licence"
        self.edit.setPlaceholderText(self.tr("Search titles and text, or type  {0}").format(examples))
        self.edit.setAccessibleName(self.tr("Search"))
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.setToolTip(self.tr("Clear the search"))
        self._help.setAccessibleName(self.tr("Search language"))
        self._help.setToolTip(self.tr("Search language (F1)"))
        self._name_star()
        self.completion.retranslate()

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.star.setVisible(bool(text.strip()))
        self._make_room()
        self.update()
        self.text_changed.emit(text)

    def _make_room(self) -> None:
        """Keep the text off the key cap, which stands before the last button while the field is empty."""
        self._row.setContentsMargins(_TEXT_X, 1, 6, 1)
        self.edit.setTextMargins(0, 0, 0 if self.edit.text() else _CAP_W + 4, 0)

    def _cleared(self) -> None:
        self.edit.clear()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_keys(self, search: str, save: str) -> None:
        """The keys that lead here from the list and that save what is searched for, empty for none."""
        strokes = caps(search)
        # The cap has room for one letter.
        self._cap = strokes[0][0] if len(strokes) == 1 and len("".join(strokes[0])) == 1 else ""
        self._save_key = save
        self._name_star()
        self.update()

    def _name_star(self) -> None:
        if self._is_saved:
            text = self.tr("Saved as “{0}” – edit").format(self._saved_as)
        else:
            text = with_key(self.tr("Save this search"), self._save_key)
        self.star.setToolTip(text)
        self.star.setAccessibleName(text)

    def _tint(self) -> None:
        icons = self._marks.icons
        self.star.setIcon(icons.icon("star-filled", "star") if self._is_saved else icons.icon("star", "muted"))
        self._clear.setIcon(self._marks.icons.icon("x", "muted"))
        self._help.setIcon(self._marks.icons.icon("circle-help", "muted"))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self.update()
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
                if event.key() == Qt.Key.Key_F1 and not event.modifiers():
                    # Everywhere else the key opens the guide.
                    event.accept()
                    return True
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Escape:
                    if self.edit.text():
                        self.edit.clear()
                    else:
                        self.left.emit()
                    return True
                if event.key() == Qt.Key.Key_Down:
                    if self.edit.text() or not self.completion.offer_history(self.history()):
                        self.entered.emit()
                    return True
                if event.key() == Qt.Key.Key_F1:
                    self.help_wanted.emit()
                    return True
                if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.completion.ask()
                    return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, theme = self._marks, self._marks.theme
        painter = QPainter(self)
        box = QRectF(self.rect())
        radius = theme.radius("control")
        marks.round_rect(painter, box, radius, theme.colour("surface"))
        focused = self.edit.hasFocus()
        if self._wrong:
            marks.outline(painter, box, radius, theme.colour("critical"), 2 if focused else 1)
        elif focused:
            marks.outline(painter, box, radius, theme.colour("accent"), theme.size("focus_ring"))
        else:
            marks.outline(painter, box, radius, theme.colour("control"))
        if self._wrong_at is not None:
            self._underline(painter, self._wrong_at)
        marks.icon(painter, "search", "muted", 10, (self.height() - 16) / 2, 16)
        if not self.edit.text() and not focused and self._cap:
            cap = QRectF(self.width() - 38 - _CAP_W, (self.height() - _CAP_H) / 2, _CAP_W, _CAP_H)
            marks.outline(painter, cap, theme.radius("tag"), theme.colour("line_strong"))
            painter.setFont(marks.fonts.shared("micro"))
            painter.setPen(theme.colour("faint"))
            width = marks.fonts.metrics("micro").horizontalAdvance(self._cap)
            painter.drawText(QPointF(cap.center().x() - width / 2, baseline(0, self.height(), 11)), self._cap)

    def _underline(self, painter: QPainter, position: int) -> None:
        """A red line under the word at fault, while the text is short enough not to be scrolled."""
        text, metrics = self.edit.text(), self.edit.fontMetrics()
        if metrics.horizontalAdvance(text) > self.edit.width() - 8:
            return
        word = _WORD_AT_FAULT.match(text, position)
        # A line edit sets its text 2 px in.
        start = self.edit.x() + 2 + metrics.horizontalAdvance(text[:position])
        width = max(6, metrics.horizontalAdvance(word.group() if word is not None else ""))
        painter.fillRect(QRectF(start, 24, width, 2), self._marks.theme.colour("critical"))


class ExplanationLine(QWidget):
    """20 px under the field: what the box understood, or what is wrong with the query."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._parts: tuple[Part, ...] = ()
        self._error = ""
        self.language = "en"
        self.setFixedHeight(20)
        marks.theme.changed.connect(self.update)
        self.hide()

    def explain(self, parts: Sequence[Part]) -> None:
        """Show the pieces; none hides the line."""
        self._parts, self._error = tuple(parts), ""
        self._show()

    def complain(self, sentence: str) -> None:
        """Show what is wrong, in the colour of an error."""
        self._parts, self._error = (), sentence
        self._show()

    @property
    def plain_text(self) -> str:
        """The line as text."""
        return self._error or "".join(text for text, _ in self._parts)

    def _show(self) -> None:
        text = self.plain_text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, fonts = self._marks, self._marks.fonts
        painter = QPainter(self)
        line = baseline(0, self.height(), 13)
        x = 2.0
        parts = self._parts or ((self._error, False),)
        for text, is_value in parts:
            role = "small_strong" if is_value else "small"
            metrics = fonts.metrics(role, self.language)
            room = self.width() - x
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
            painter.setFont(fonts.shared(role, self.language))
            colour = "critical" if self._error else ("text2" if is_value else "muted")
            painter.setPen(marks.theme.colour(colour))
            painter.drawText(QPointF(x, line), shown)
            x += metrics.horizontalAdvance(shown)


class SearchBox(QWidget):
    """Field and line together; the line takes no room while there is no query."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(marks, self)
        self.line = ExplanationLine(marks, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.line)
        self.field.text_changed.connect(self._changed)
        self.field.completion.keep_clear_of(self.line)

    def set_explanation(self, parts: Sequence[Part]) -> None:
        """What the query means; shown only while there is one."""
        self.field.set_wrong(False)
        self.line.explain(parts if self.field.text.strip() else ())

    def set_error(self, sentence: str, position: int | None = None) -> None:
        """Why the query cannot be read, and at which character; the former results stay."""
        self.field.set_wrong(bool(sentence), position)
        self.line.complain(sentence)

    def _changed(self, text: str) -> None:
        if not text.strip():
            self.set_explanation(())
