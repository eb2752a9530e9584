# SPDX-License-Identifier: MIT
"""The list under the search field that offers names and values while a query is typed."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hkwatch.domain.query_complete import Candidate, complete
from hkwatch.services.inbox import FirmNames
from hkwatch.ui.inbox.search_words import field_meaning, value_meaning
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline

_NOTE = Qt.ItemDataRole.UserRole + 1
_COUNT = Qt.ItemDataRole.UserRole + 2
_HISTORY = "history"
_COUNTED = frozenset(("src", "label", "type", "level", "is", "has"))
"""Fields whose values are offered with how many items have them."""
_MOST_COUNTED = 40
_ROW = 28
_MOST = 9
_PAD = 10
_GAP = 16


class _Rows(QStyledItemDelegate):
    """Name or value at the left, what it means in grey after the widest of them."""

    def __init__(self, marks: Marks, parent: QObject) -> None:
        super().__init__(parent)
        self._marks = marks
        self.column = 120
        self.language = "en"

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        marks, theme = self._marks, self._marks.theme
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            marks.round_rect(painter, QRectF(box.adjusted(4, 1, -4, -1)), 6, theme.colour("accent"))
        line = baseline(box.top(), box.height(), 13)
        painter.setFont(marks.fonts.shared("small_medium"))
        painter.setPen(theme.colour("on_accent" if chosen else "text"))
        painter.drawText(QPointF(box.left() + _PAD + 4, line), str(index.data()))
        note = str(index.data(_NOTE))
        left = box.left() + _PAD + 4 + self.column + _GAP
        metrics = marks.fonts.metrics("small", self.language)
        painter.setFont(marks.fonts.shared("small", self.language))
        painter.setPen(theme.colour("on_accent" if chosen else "muted"))
        room = box.right() - _PAD - left
        count = str(index.data(_COUNT) or "")
        if count:
            figures = marks.fonts.metrics("small", figures=True)
            width = figures.horizontalAdvance(count)
            painter.setFont(marks.fonts.shared("small", figures=True))
            painter.drawText(QPointF(box.right() - _PAD - 4 - width, line), count)
            painter.setFont(marks.fonts.shared("small", self.language))
            room -= round(width) + _GAP
        painter.drawText(QPointF(left, line), metrics.elidedText(note, Qt.TextElideMode.ElideRight, max(0, room)))


class SearchCompletion(QObject):
    """Offers what fits at the cursor of `edit`; what is chosen takes the place of what was typed.

    The list lies in the window and never takes the focus, so typing and input methods go on as if it were not there.
    """

    counts_wanted = Signal(str, object)
    """Field and values (tuple of str) that are offered; `set_counts` takes the answer."""

    def __init__(self, edit: QLineEdit, marks: Marks) -> None:
        super().__init__(edit)
        self._offered_field = ""
        self._edit, self._marks = edit, marks
        self._sources: Mapping[str, str] = {}
        self._firms: Mapping[str, FirmNames] = {}
        self.rules: Callable[[], Sequence[str]] = tuple
        """What the rules are called in the language in force."""
        self._line: QWidget | None = None
        self._span = (0, 0)
        self._model = QStandardItemModel(self)
        popup = QListView(edit)
        popup.setUniformItemSizes(True)
        popup.setFrameShape(QFrame.Shape.NoFrame)
        popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        popup.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setModel(self._model)
        popup.hide()
        self._rows = _Rows(marks, self)
        popup.setItemDelegate(self._rows)
        popup.clicked.connect(self._on_clicked)
        self.popup = popup
        edit.textEdited.connect(self._on_edited)
        edit.installEventFilter(self)
        marks.theme.changed.connect(self._tint)
        self._tint()
        self.retranslate()

    @property
    def offered(self) -> list[str]:
        """What stands in the list while it is shown."""
        if not self.popup.isVisible():
            return []
        return [str(self._model.index(row, 0).data()) for row in range(self._model.rowCount())]

    def set_sources(self, sources: Mapping[str, str], language: str) -> None:
        """Ids of publishers and sources with their names in the interface language."""
        self._sources = sources
        self._rows.language = language

    def set_firms(self, firms: Mapping[str, FirmNames]) -> None:
        """Firms that can be asked for, by id."""
        self._firms = firms

    def keep_clear_of(self, line: QWidget) -> None:
        """A line under the field that the list must not hide while it is shown."""
        self._line = line
        line.installEventFilter(self)

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.popup.setAccessibleName(self.tr("What can be typed here"))

    def ask(self) -> None:
        """Show what there is, also before anything is typed."""
        self._offer(asked=True)

    def offer_history(self, searches: Sequence[str]) -> bool:
        """Show what was searched for before, in an empty field; False where there is nothing."""
        if not searches:
            return False
        self._span = (0, len(self._edit.text()))
        self._offered_field = _HISTORY
        self._fill(tuple(Candidate(one, _HISTORY) for one in searches))
        self._rows.column = 0
        self._place()
        self.popup.setCurrentIndex(self._model.index(0, 0))
        return True

    def set_counts(self, field: str, counts: Mapping[str, str]) -> None:
        """How many items the values have that are offered for a field."""
        if field != self._offered_field:
            return
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            count = counts.get(item.text(), "")
            if count:
                item.setData(count, _COUNT)
                spoken = str(item.data(Qt.ItemDataRole.AccessibleTextRole))
                item.setData(f"{spoken}, {count}", Qt.ItemDataRole.AccessibleTextRole)

    def hide(self) -> None:
        """Take the list away."""
        self.popup.hide()

    def _on_edited(self, _: str) -> None:
        self._offer(asked=False)

    def _offer(self, *, asked: bool) -> None:
        firms = {ident: (one.label, *one.names) for ident, one in self._firms.items()}
        found = complete(
            self._edit.text(), self._edit.cursorPosition(), self._sources, firms, self.rules(), asked=asked
        )
        if found is None:
            self.popup.hide()
            return
        self._span = (found.start, found.end)
        self._fill(found.candidates)
        metrics = self._marks.fonts.metrics("small_medium")
        self._rows.column = round(max(metrics.horizontalAdvance(one.text) for one in found.candidates))
        self._place()
        field = found.candidates[0].field
        self._offered_field = field
        if field in _COUNTED:
            self.counts_wanted.emit(field, tuple(one.text for one in found.candidates[:_MOST_COUNTED]))
        # Nothing is chosen until the user goes into the list: Enter then means the search.
        self.popup.setCurrentIndex(QModelIndex())

    def _place(self) -> None:
        edit, popup, window = self._edit, self.popup, self._edit.window()
        if popup.parentWidget() is not window:
            popup.setParent(window)
        width = min(max(380, self._rows.column + 260), window.width())
        typed = edit.fontMetrics().horizontalAdvance(edit.text()[: self._span[0]])
        at = edit.mapTo(window, QPoint(min(typed, max(0, edit.width() - width)) - _PAD, edit.height() + 3))
        line = self._line
        top = at.y() if line is None or line.isHidden() else line.mapTo(window, QPoint(0, line.height() + 2)).y()
        popup.setGeometry(at.x(), top, width, _ROW * min(self._model.rowCount(), _MOST) + 10)
        popup.show()
        popup.raise_()

    def _fill(self, candidates: tuple[Candidate, ...]) -> None:
        self._model.clear()
        for one in candidates:
            item = QStandardItem(one.text)
            note = self._note(one)
            item.setData(note, _NOTE)
            item.setData(f"{one.text}, {note}" if note else one.text, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)

    def _note(self, one: Candidate) -> str:
        if one.field in (_HISTORY, "rule"):
            # It says all of it itself.
            return ""
        if not one.field:
            return field_meaning(one.text.removesuffix(":"))
        if one.field == "src":
            return self._sources.get(one.text, "")
        if one.field == "entity":
            firm = self._firms.get(one.text)
            return firm.label if firm is not None else ""
        return value_meaning(one.field, one.text)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._put(str(index.data()))

    def _put(self, chosen: str) -> None:
        start, end = self._span
        text = self._edit.text()
        is_name = chosen.endswith(":")
        rest = text[end:]
        blank = "" if is_name or self._offered_field == _HISTORY or rest[:1].isspace() else " "
        self.popup.hide()
        self._edit.setText(f"{text[:start]}{chosen}{blank}{rest}")
        self._edit.setCursorPosition(start + len(chosen) + len(blank))
        if is_name:
            self.ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and self.popup.isVisible():
            if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move):
                self._place()
        elif watched is self._edit and self.popup.isVisible():
            if event.type() is QEvent.Type.FocusOut:
                self.popup.hide()
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Keys that belong to the list while it is shown; the others go to the field."""
        index = self.popup.currentIndex()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = index.row() + step if index.isValid() else (0 if step > 0 else self._model.rowCount() - 1)
                # Beyond either end nothing is chosen.
                self.popup.setCurrentIndex(self._model.index(row, 0))
                return True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab if index.isValid():
                self._put(str(index.data()))
                return True
            case Qt.Key.Key_Escape:
                # One level up: the search itself is cleared by the next one.
                self.popup.hide()
                return True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                self.popup.hide()
                return False
        return False

    def _tint(self) -> None:
        theme = self._marks.theme
        self.popup.setStyleSheet(
            f"QListView {{ background: {theme.hex('raised')}; border: 1px solid {theme.hex('line_strong')};"
            " border-radius: 8px; padding: 4px 0; outline: 0; }"
        )
