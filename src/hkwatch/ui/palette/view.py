# SPDX-License-Identifier: MIT
"""The palette itself: a field and a list over the window. The field keeps the focus; the list says what is chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from hkwatch.ui.marks import Marks
from hkwatch.ui.palette.entries import Entry, Group
from hkwatch.ui.theme import baseline

_ENTRY = Qt.ItemDataRole.UserRole + 1
_GROUP = Qt.ItemDataRole.UserRole + 2
_ROW, _WIDTH, _TOP, _MOST_ROWS = 32, 620, 64, 11
_PAD = 14
_FIELD, _AROUND = 46, 33
"""Height in px of the field, and of all that is neither field nor row."""


class _Rows(QStyledItemDelegate):
    def __init__(self, marks: Marks, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        marks, theme, fonts = self._marks, self._marks.theme, self._marks.fonts
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            marks.round_rect(painter, QRectF(box.adjusted(6, 1, -6, -1)), 6, theme.colour("select"))
        entry: Entry = index.data(_ENTRY)
        line = baseline(box.top(), box.height(), 13)
        quiet = theme.colour("muted")
        if chosen:
            bar = QRectF(box.left() + 6, box.center().y() - 8, theme.size("selection_bar"), 18)
            marks.round_rect(painter, bar, 1.5, theme.colour("accent"))
        marks.icon(painter, entry.icon, "accent" if chosen else "muted", box.left() + _PAD, box.center().y() - 7, 16)
        right = float(box.right() - _PAD)
        painter.setPen(quiet)
        for text in (str(index.data(_GROUP)), entry.detail):
            if text:
                metrics = fonts.metrics("small", self._language)
                short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, 220)
                right -= metrics.horizontalAdvance(short)
                painter.setFont(fonts.shared("small", self._language))
                painter.drawText(QPointF(right, line), short)
                right -= 16
        left = box.left() + _PAD + 26
        metrics = fonts.metrics("body", self._language)
        painter.setFont(fonts.shared("body", self._language))
        painter.setPen(theme.colour("text"))
        painter.drawText(
            QPointF(left, line), metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, max(0, right - left))
        )


class Palette(QFrame):
    """Typing finds, arrows choose, Enter does it, Escape goes back to where the focus was."""

    typed = Signal(str)
    chosen = Signal(object)
    """The Entry; the palette is hidden by then."""

    def __init__(self, marks: Marks, language: str, group_names: Callable[[Group], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._group_names = group_names
        self._window = parent
        self._back: QWidget | None = None
        self.setAutoFillBackground(True)
        self.setObjectName("palette")
        theme = marks.theme
        self.setStyleSheet(
            f"#palette {{ background: {theme.hex('raised')}; border: 1px solid {theme.hex('line_strong')};"
            " border-radius: 10px; }"
            f"QListView {{ background: {theme.hex('raised')}; border: 0; outline: 0; }}"
            # The sheet of all fields is lower than this one.
            f"QLineEdit {{ min-height: {_FIELD}px; max-height: {_FIELD}px; }}"
        )
        self.edit = QLineEdit()
        self.edit.setProperty("bare", True)
        self.edit.setFixedHeight(_FIELD)
        # In line with the texts of the rows; the field has 2 px of its own.
        self.edit.setTextMargins(_PAD + 24, 0, _PAD, 0)
        glass = QLabel(self.edit)
        glass.setPixmap(marks.icons.pixmap("search", "muted", 16, self.devicePixelRatioF()))
        glass.setGeometry(_PAD, (_FIELD - 16) // 2 + 1, 16, 16)
        self.edit.setFont(marks.fonts.font("body", language))
        self.edit.setPlaceholderText(self.tr("Search actions, views, sources, settings and titles"))
        self.edit.setAccessibleName(self.tr("Command palette"))
        self.edit.textEdited.connect(self.typed)
        self.edit.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Rows(marks, language, self))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.clicked.connect(self._run)
        rule = QFrame()
        rule.setFixedHeight(1)
        rule.setStyleSheet(f"background: {theme.hex('line_strong')};")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 7)
        column.setSpacing(0)
        # A bare field is as high as its line; the room around it is the column's.
        column.addSpacing(8)
        column.addWidget(self.edit)
        column.addSpacing(8)
        column.addWidget(rule)
        column.addSpacing(6)
        column.addWidget(self.list)
        self.hide()

    @property
    def entries(self) -> list[Entry]:
        """What is shown, from the top."""
        return [self._model.index(row, 0).data(_ENTRY) for row in range(self._model.rowCount())]

    def open(self, back: QWidget | None) -> None:
        """Come up empty; `back` gets the focus afterwards."""
        self._back = back
        self.edit.clear()
        self._place()
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_entries(self, found: Sequence[tuple[Group, Entry]]) -> None:
        """These, the first one chosen."""
        self._model.clear()
        for group, entry in found:
            item = QStandardItem(entry.text)
            name = self._group_names(group)
            item.setData(entry, _ENTRY)
            # A key to press says more than what kind of thing it is.
            item.setData("" if entry.detail and entry.group is Group.ACTION else name, _GROUP)
            spoken = ", ".join(part for part in (entry.text, entry.detail, name) if part)
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        self._choose(0, say=False)
        self._place()

    def add_entries(self, found: Sequence[tuple[Group, Entry]]) -> None:
        """More at the end; what is chosen stays."""
        at = self.list.currentIndex().row()
        shown = [(entry.group, entry) for entry in self.entries if entry.group is not Group.ITEM]
        self.show_entries([*shown, *found])
        self._choose(max(0, at), say=False)

    def leave(self) -> None:
        """Go away; the focus goes back."""
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        window = self._window
        width = min(_WIDTH, window.width() - 40)
        # Whole rows only: one that is cut looks like a fault.
        room = (window.height() - _TOP - 20 - _FIELD - _AROUND) // _ROW
        rows = max(1, min(_MOST_ROWS, room, self._model.rowCount()))
        self.setGeometry((window.width() - width) // 2, _TOP, width, _FIELD + _AROUND + rows * _ROW)

    def _choose(self, row: int, *, say: bool = True) -> None:
        index = self._model.index(row, 0)
        self.list.setCurrentIndex(index)
        if index.isValid() and say:
            # The field has the focus, so the list's choice is said by itself.
            spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.edit, spoken))

    def _run(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if entry is not None:
            self.leave()
            self.chosen.emit(entry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            # While it is open every key is its own.
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        row, count = self.list.currentIndex().row(), self._model.rowCount()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up if count:
                self._choose((row + (1 if event.key() == Qt.Key.Key_Down else -1)) % count)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp if count:
                by = _MOST_ROWS - 1 if event.key() == Qt.Key.Key_PageDown else 1 - _MOST_ROWS
                self._choose(max(0, min(count - 1, row + by)))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run(self.list.currentIndex())
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                pass
            case _:
                return False
        return True
