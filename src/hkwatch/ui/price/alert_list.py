# SPDX-License-Identifier: MIT
"""The list of price alerts: two lines each, reachable by keyboard, with a menu of what can be done."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hkwatch.domain.alerts import Status, status
from hkwatch.domain.events import AlertView
from hkwatch.domain.ids import AlertId
from hkwatch.ui.price.alert_words import AlertLine, PriceNow, alert_line
from hkwatch.ui.theme import Fonts, Icons, Theme, baseline, round_menu

ROW_PX = 40
SNOOZE = timedelta(hours=1)
_LINE_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class AlertModel(QAbstractListModel):
    """The alerts with their lines, worked out when something changed and not when painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[AlertView, AlertLine]] = []

    def set_rows(self, rows: Sequence[tuple[AlertView, AlertLine]]) -> None:
        """Replace the rows; the same alerts in the same order keep selection and focus."""
        old = [view.spec.id for view, _ in self._rows]
        if old == [view.spec.id for view, _ in rows]:
            changed = [index for index, row in enumerate(rows) if row != self._rows[index]]
            self._rows = list(rows)
            for index in changed:
                self.dataChanged.emit(self.index(index), self.index(index))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def view_at(self, row: int) -> AlertView:
        """The alert of a row."""
        return self._rows[row][0]

    def row_of(self, alert: AlertId) -> int | None:
        """The row of an alert, None when it is not there."""
        return next((row for row, (view, _) in enumerate(self._rows) if view.spec.id == alert), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        view, line = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.title
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (line.title, line.detail, view.spec.note)
                return ". ".join(part for part in parts if part)
            case _ if role == _LINE_ROLE:
                return line
            case _:
                return None


class _AlertDelegate(QStyledItemDelegate):
    """Icon by state, title, and how it stands."""

    def __init__(self, theme: Theme, fonts: Fonts, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._fonts, self._icons = theme, fonts, icons
        self.language = "en"

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(_LINE_ROLE)
        assert isinstance(line, AlertLine)
        box = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        widget = option.widget
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, state, widget)
        ratio = painter.device().devicePixelRatio()
        left = box.left() + 8
        painter.drawPixmap(QPointF(left, box.top() + 4), self._icons.pixmap(line.icon, line.icon_colour, 16, ratio))
        room = box.right() - left - 28 - 6
        self._text(painter, left + 28, box.top() + 12, room, line.title, "medium", "text")
        self._text(painter, left + 28, box.top() + 29, room, line.detail, "small", "warn" if line.warns else "muted")
        painter.restore()

    def _ground(self, p: QPainter, box: QRectF, state: QStyle.StateFlag, widget: QWidget | None) -> None:
        active = widget is not None and widget.hasFocus()
        selected = bool(state & QStyle.StateFlag.State_Selected) and active
        if selected or state & QStyle.StateFlag.State_MouseOver:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(self._theme.colour("select" if selected else "hover"))
            p.drawRoundedRect(box, 6, 6)
        if selected:
            p.setPen(QPen(self._theme.colour("accent"), 2))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _text(self, p: QPainter, x: float, cy: float, room: float, text: str, role: str, colour: str) -> None:
        metrics = self._fonts.metrics(role, self.language, figures=True)
        p.setFont(self._fonts.font(role, self.language, figures=True))
        p.setPen(self._theme.colour(colour))
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        p.drawText(QPointF(x, baseline(cy - 10, 20, 13)), elided)


class AlertList(QListView):
    """Enter or a double click edits, Delete removes, L shows what fired.

    The menu key or a right click shows all that can be done.
    """

    edit_wanted = Signal(object)
    """AlertId."""
    remove_wanted = Signal(object)
    """AlertId."""
    snooze_wanted = Signal(object, object)
    """AlertId, and until when (aware UTC) or None to end it."""
    rearm_wanted = Signal(object)
    """AlertSpec of an alert that is done and is wanted again."""
    log_wanted = Signal(object)
    """AlertId whose log is wanted."""

    def __init__(
        self, theme: Theme, fonts: Fonts, icons: Icons, language: str = "en", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._alerts: tuple[AlertView, ...] = ()
        self._price = PriceNow()
        self._now: datetime | None = None
        self._language = language
        self._model = AlertModel(self)
        self._delegate = _AlertDelegate(theme, fonts, icons, self)
        self._delegate.language = language
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; }")
        self.activated.connect(self._on_activated)
        theme.changed.connect(self.viewport().update)
        self._retranslate()

    def set_alerts(self, alerts: tuple[AlertView, ...], price: PriceNow, now: datetime) -> None:
        """Show alerts as they stand at `now` and at this price."""
        self._alerts, self._price, self._now = alerts, price, now
        self._refresh()

    def set_language(self, language: str) -> None:
        """Language of the lines."""
        self._language = self._delegate.language = language
        self._refresh()

    def select(self, alert: AlertId) -> None:
        """Put the cursor on an alert; nothing happens when it is not there."""
        row = self._model.row_of(alert)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))
            self.scrollTo(self._model.index(row))

    def menu_for(self, view: AlertView, now: datetime) -> QMenu:
        """What can be done with an alert at `now`."""
        menu = QMenu(self)
        alert = view.spec.id
        how = status(view.spec, view.state, now)
        self._add(menu, "pencil", self.tr("Edit…"), self.edit_wanted, alert)
        if how in (Status.FIRED, Status.EXPIRED):
            if how is Status.FIRED:
                self._add(menu, "rotate-ccw", self.tr("Arm again"), self.rearm_wanted, view.spec)
        elif how is Status.SNOOZED:
            self._add(menu, "bell", self.tr("End snooze"), self.snooze_wanted, alert, None)
        else:
            self._add(menu, "pause", self.tr("Snooze 1 h"), self.snooze_wanted, alert, now + SNOOZE)
        self._add(menu, "history", self.tr("What fired…"), self.log_wanted, alert)
        menu.addSeparator()
        self._add(menu, "trash-2", self.tr("Remove"), self.remove_wanted, alert)
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    def _add(self, menu: QMenu, icon: str, text: str, wish: SignalInstance, *values: object) -> None:
        menu.addAction(self._icons.icon(icon, "muted"), text).setData((wish, values))

    def _on_menu_triggered(self, action: QAction) -> None:
        wish, values = action.data()
        wish.emit(*values)

    def _refresh(self) -> None:
        if self._now is None:
            return
        rows = [(view, alert_line(view, self._price, self._now, self._language)) for view in self._alerts]
        count = self._model.rowCount()
        self._model.set_rows(rows)
        if len(rows) != count:
            self.updateGeometry()

    def _on_activated(self, index: QModelIndex) -> None:
        self.edit_wanted.emit(self._model.view_at(index.row()).spec.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid() or self._now is None:
            return
        at = event.globalPos() if by_mouse else self._below(index)
        menu = round_menu(self.menu_for(self._model.view_at(index.row()), self._now))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _below(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            self.remove_wanted.emit(self._model.view_at(index.row()).spec.id)
        elif event.key() == Qt.Key.Key_L and not event.modifiers() and index.isValid():
            self.log_wanted.emit(self._model.view_at(index.row()).spec.id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._on_activated(index)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Price alerts"))
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(280, self._model.rowCount() * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, min(self._model.rowCount(), 2) * ROW_PX)
