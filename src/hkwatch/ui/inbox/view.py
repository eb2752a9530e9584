# SPDX-License-Identifier: MIT
"""The list itself: keeps its selection by item, moves by single keys, never jumps."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import ItemState
from hkwatch.ui.inbox.delegate import Density, RowDelegate
from hkwatch.ui.inbox.list_keys import MOVING, ListKeys
from hkwatch.ui.inbox.model import InboxModel
from hkwatch.ui.inbox.picking import Picking
from hkwatch.ui.inbox.pointing import Pointing
from hkwatch.ui.inbox.prepared import GroupHeader, PreparedRow
from hkwatch.ui.inbox.seen import SeenWatch
from hkwatch.ui.inbox.sight import keep_in_sight, keep_when_lower
from hkwatch.ui.marks import Marks


class InboxView(QListView):
    """Signals carry an ItemId as `object`: ids are larger than a C++ int."""

    opened = Signal(object)
    """The item under the selection should be shown in the reader (j, k, arrows, click)."""
    selected = Signal(object)
    """The selection moved to an item, opened or not; None when it left the items."""
    reader_wanted = Signal(object)
    """Enter, o or a double click: go to the reader."""
    seen = Signal(object)
    """list[ItemId]: new items that stood on screen for a second in the active window."""
    waiting_wanted = Signal()
    """The key for the pill."""
    drag_wanted = Signal(object)
    """tuple[ItemId, …]: rows are dragged out."""
    menu_wanted = Signal(object)
    """QPoint on the screen: what can be done with the chosen rows is asked for."""

    def __init__(self, model: InboxModel, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = RowDelegate(marks, model)
        self._current: ItemId | None = None
        self._successor: ItemId | None = None
        self._restoring = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(32)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("ground", "surface")
        self._seen_watch = SeenWatch(self, model)
        self._seen_watch.seen.connect(self.seen)
        model.modelReset.connect(self._restore)
        model.rowsInserted.connect(self._rows_changed)
        model.rowsRemoved.connect(self._rows_changed)
        model.removing.connect(self._look_past)
        model.removed.connect(self._move_on)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._fit_scroll_bar)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(self._double_clicked)
        self.picking = Picking(model, self.selectionModel(), lambda: self._current, self)
        self.picking.changed.connect(self._on_picked)
        self._pointing = Pointing(model, self.picking)
        self.keys = ListKeys(self, self._by_keyboard)
        self.retranslate()

    # For the window

    @property
    def current_id(self) -> ItemId | None:
        """The selected item; None when none is."""
        return self._current

    def select_id(self, item_id: ItemId, *, open_it: bool = True) -> bool:
        """Select an item and bring it on screen; False when it is not loaded or its day is closed."""
        row = self._model.row_of(item_id)
        if row < 0:
            return False
        self._go(row, open_it=open_it)
        return True

    def set_density(self, density: Density) -> None:
        """Switch between one and two lines; the selected row stays on screen."""
        if density is self._delegate.density:
            return
        self._delegate.density = density
        self._lay_out_again()
        # Once the rows have their new heights.
        QTimer.singleShot(0, self, lambda: keep_in_sight(self))

    @property
    def density(self) -> Density:
        """The density asked for; a list under 400 px is narrow in any case."""
        return self._delegate.density

    def step(self, by: int, *, open_it: bool) -> bool:
        """Select the next (1) or previous (-1) item; False at the end. Heads are passed over."""
        row = self.currentIndex().row()
        if row < 0:
            row = -1 if by > 0 else self._model.rowCount()
        row += by
        while 0 <= row < self._model.rowCount():
            if self._model.item_at(row) is not None:
                self._go(row, open_it=open_it)
                return True
            row += by
        return False

    def next_unread(self) -> bool:
        """Select and open the next new item after the selection; False when there is none."""
        for row in range(self.currentIndex().row() + 1, self._model.rowCount()):
            prepared = self._model.item_at(row)
            if prepared is not None and prepared.row.state is not ItemState.READ:
                self._go(row, open_it=True)
                return True
        return False

    def retranslate(self) -> None:
        """Texts in the language in force; column widths follow."""
        self.setAccessibleName(self.tr("Items"))
        self.keys.retranslate()
        self._delegate.measure()
        self.viewport().update()

    # Keys

    def _by_keyboard(self, act: Callable[[], object]) -> None:
        self._delegate.ring = True
        act()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.ring = True
        key = event.key()
        header = self._current_header()
        page = max(1, self.viewport().height() // 32 - 1)
        if key in MOVING:
            self.picking.clear()
        match key:
            case Qt.Key.Key_Escape if self.picking.clear():
                pass
            case Qt.Key.Key_Down:
                self.step(1, open_it=True)
            case Qt.Key.Key_Up:
                self.step(-1, open_it=True)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self._jump(self.currentIndex().row() + (page if key == Qt.Key.Key_PageDown else -page))
            case Qt.Key.Key_Home:
                self._jump(0)
            case Qt.Key.Key_End:
                self._jump(self._model.rowCount() - 1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._fold(closing=key == Qt.Key.Key_Left)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if header is not None:
                self._model.toggle_group(self.currentIndex().row())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.want_reader()
            case _:
                # Printable keys are single-key commands of the window, not a search in the list.
                event.ignore()
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters are commands."""

    def _jump(self, row: int) -> None:
        last = self._model.rowCount() - 1
        if last < 0:
            return
        row = min(max(row, 0), last)
        for candidate in (*range(row, last + 1), *range(row, -1, -1)):
            if self._model.item_at(candidate) is not None:
                self._go(candidate, open_it=True)
                return

    def _fold(self, *, closing: bool) -> None:
        """Left closes the day of the selection and stands on its head; Right opens it."""
        row = self.currentIndex().row()
        while row >= 0 and self._model.item_at(row) is not None:
            row -= 1
        if row < 0:
            return
        header = self._model.entry(row)
        if isinstance(header, GroupHeader) and header.collapsed != closing:
            self.setCurrentIndex(self._model.index(row))
            self._model.toggle_group(row)

    def _current_header(self) -> GroupHeader | None:
        row = self.currentIndex().row()
        entry = self._model.entry(row) if 0 <= row < self._model.rowCount() else None
        return entry if isinstance(entry, GroupHeader) else None

    def _go(self, row: int, *, open_it: bool) -> None:
        index = self._model.index(row)
        self._make_current(index)
        if row > 0 and self._model.item_at(row - 1) is None:
            # The first item of a day shows which day it is.
            self.scrollTo(self._model.index(row - 1))
        self.scrollTo(index)
        prepared = self._model.item_at(row)
        if open_it and prepared is not None:
            self.opened.emit(prepared.row.id)

    def _make_current(self, index: QModelIndex) -> None:
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.NoUpdate if self.picking.count else flag.ClearAndSelect)

    def choose_current(self) -> None:
        """Choose the current row, or leave it out."""
        if self._current is not None:
            self.picking.toggle(self._current)

    def stretch(self, by: int) -> None:
        """Go to the next (1) or previous (-1) item, and choose everything from where this began."""
        self.picking.begin_at(self._current)
        if self.step(by, open_it=False) and self._current is not None:
            self.picking.stretch_to(self._current)

    def _on_picked(self) -> None:
        self._delegate.several = self.picking.count > 0
        self.viewport().update()

    def want_reader(self) -> None:
        """Go to the reader with the current item."""
        if self._current is not None:
            self.reader_wanted.emit(self._current)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.ring = False
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            # A press beside the rows or with another button keeps the selection.
            super().mousePressEvent(event)
            return
        if self._model.item_at(index.row()) is None:
            self._model.toggle_group(index.row())
            return
        if self._pointing.press(event, index.row()):
            self._go(index.row(), open_it=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._pointing.is_held(event):
            super().mouseMoveEvent(event)
        elif self._pointing.begins_drag(event):
            self.drag_wanted.emit(self.picking.items())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clicked = self._pointing.release(event)
        if clicked is not None:
            self._go(self.indexAt(clicked).row(), open_it=True)
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if self._model.item_at(index.row()) is None:
            return
        if self._pointing.menu(event, index.row()):
            self._go(index.row(), open_it=False)
        at = self.visualRect(index).bottomLeft() + QPoint(36, 0) if by_key else event.pos()
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def _double_clicked(self, index: QModelIndex) -> None:
        prepared = self._model.item_at(index.row())
        if prepared is not None:
            self.reader_wanted.emit(prepared.row.id)

    # Selection by item

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._restoring:
            return
        prepared = self._model.item_at(now.row())
        chosen = prepared.row.id if prepared is not None else None
        if chosen != self._current:
            self._current = chosen
            self._delegate.current = chosen
            self.selected.emit(chosen)

    def _restore(self) -> None:
        """After other rows came: the same item stays selected, without being opened again."""
        self._rows_changed()
        self.picking.keep_loaded()
        row = self._model.row_of(self._current) if self._current is not None else -1
        if row < 0:
            if self._current is not None:
                self._current = self._delegate.current = None
                self.selected.emit(None)
            return
        self._restoring = True
        self._make_current(self._model.index(row))
        self._restoring = False

    def _look_past(self, gone: frozenset[ItemId]) -> None:
        """The selected item is about to leave: the next one that stays, else the one before, takes its place."""
        self._successor = None
        if self._current not in gone:
            return
        row = self.currentIndex().row()
        for at in (*range(row + 1, self._model.rowCount()), *range(row - 1, -1, -1)):
            prepared = self._model.item_at(at)
            if prepared is not None and prepared.row.id not in gone:
                self._successor = prepared.row.id
                break
        # Qt would move the selection row by row while the items go, and tell each stop.
        self._restoring = True

    def _move_on(self) -> None:
        if not self._restoring:
            return
        self._restoring = False
        self.picking.keep_loaded()
        if self._successor is not None:
            self._current = None
            self.select_id(self._successor)
            self._current_changed(self.currentIndex(), QModelIndex())
        else:
            self.selectionModel().clear()
            self._current = None
            self.selected.emit(None)

    # Layout

    def _rows_changed(self) -> None:
        self._delegate.measure()
        self._seen_watch.begin()
        # Asking at once would run inside the change that brought these rows.
        QTimer.singleShot(0, self, self._ask_when_near_the_end)

    def _scrolled(self) -> None:
        self._seen_watch.begin()
        self._ask_when_near_the_end()

    def _ask_when_near_the_end(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() <= 2 * bar.pageStep():
            self._model.want_more()

    def _fit_scroll_bar(self) -> None:
        self._delegate.scroll_bar = (
            self.verticalScrollBar().sizeHint().width() if self.verticalScrollBar().maximum() > 0 else 0
        )
        self.viewport().update()

    def _lay_out_again(self) -> None:
        self.setUniformItemSizes(self._delegate.uniform)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._delegate.set_width(self.viewport().width()):
            self._lay_out_again()
        super().resizeEvent(event)
        keep_when_lower(self, event.oldSize().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.active = True
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        had_current = self.currentIndex().isValid()
        super().focusInEvent(event)
        if not had_current:
            # Qt puts the current row on the first one, which is the head of a day.
            self.selectionModel().clear()
        if by_tab:
            self._delegate.ring = True
            if self._current is None:
                self.step(1, open_it=False)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._delegate.active = False
        super().focusOutEvent(event)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        # Qt tells the change of activation to the window alone, and this to all in it.
        if event.type() == QEvent.Type.WindowActivate:
            self._seen_watch.begin()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def visible_items(self) -> list[PreparedRow]:
        """The items on screen, whole or in part."""
        return self._seen_watch.visible_items()
