# SPDX-License-Identifier: MIT
"""The main window: places the panes and remembers how.

┌ menu bar ───────────────────────────────────────┐
│ rail │ banner, search, chips, list    │ price   │   ≥ 1600 px: the reader stands beside the list
│      ├────────────────────────────────┤         │   price hidden: reader beside a 340 px list
│      │ reader                         │         │   < 1100 px: the price is one line over the list
├──────┴────────────────────────────────┴─────────┤
└ status bar ─────────────────────────────────────┘
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QMoveEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from hkwatch.ui.inbox import Density, InboxPane
from hkwatch.ui.kept_room import KeptRoom
from hkwatch.ui.placement import brought_back
from hkwatch.ui.rail import Rail
from hkwatch.ui.statusbar import StatusBar
from hkwatch.ui.theme import Theme
from hkwatch.ui.window_state import WindowState

if TYPE_CHECKING:
    # They may come after the window was shown.
    from hkwatch.ui.price.panel import PricePanel
    from hkwatch.ui.reader.pane import ReaderPane

WIDE_FROM = 1600
PRICE_FROM = 1100
MIN_SIZE = (960, 600)
DEFAULT_SIZE = (1280, 800)
_LIST_BESIDE = 340
_REMEMBER_MS = 500
_FRAME = (4, 36)
"""Room for the window manager's frame, whose size is not known before the window is there."""


class Arrangement(StrEnum):
    """How list and reader stand."""

    STACKED = "stacked"
    BESIDE = "beside"
    WIDE = "wide"


class _Handle(QSplitterHandle):
    """A double click puts the panes back to their usual sizes."""

    def mouseDoubleClickEvent(self, event: object) -> None:
        splitter = self.splitter()
        if isinstance(splitter, PaneSplitter):
            splitter.reset_wanted.emit()


class PaneSplitter(QSplitter):
    """One pixel wide, panes never collapse."""

    reset_wanted = Signal()

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class MainWindow(QMainWindow):
    """Panes come in from outside, ready; this only arranges them."""

    close_wanted = Signal()
    """The user closes the window; whoever listens hides it or quits."""
    remembered = Signal(object)
    """WindowState, half a second after the last change."""
    price_moved = Signal(bool)
    """The price panel came (True) or went: asked for, or by the window's width."""
    was_shown = Signal(bool)
    """It came up, or went away."""
    uncovered = Signal()
    """What stood in the place of list, reader and price went away."""
    reader: "ReaderPane"
    price: "PricePanel"
    """Both are there once the window is furnished."""

    def __init__(
        self,
        theme: Theme,
        icon: QIcon,
        rail: Rail,
        inbox: InboxPane,
        reader: "ReaderPane | None",
        price: "PricePanel | None",
        status: StatusBar,
        state: WindowState,
    ) -> None:
        """Without `reader` and `price` their room is kept free until `furnish`."""
        super().__init__()
        self._theme = theme
        self.rail, self.inbox, self.status = rail, inbox, status
        self.state = state
        self.two_lines = False
        self._may_close = False
        self.new_key = "."
        """The key that shows new items from every pane, empty for none."""
        self.cover: QWidget | None = None
        """What stands in the place of list, reader and price; None while they are there."""
        self._price_asked_for = False
        self._focus_mode = False
        self._arrangement: Arrangement | None = None
        self.setWindowTitle("hkwatch")
        self.setWindowIcon(icon)
        # Large text on a small screen leaves less than that.
        room = self.screen().availableSize()
        self.setMinimumSize(min(MIN_SIZE[0], room.width() - _FRAME[0]), min(MIN_SIZE[1], room.height() - _FRAME[1]))
        self.menuBar().setFixedHeight(theme.size("menu_bar"))
        mark = QLabel()
        mark.setPixmap(icon.pixmap(16, 16))
        mark.setContentsMargins(12, 0, 0, 0)
        self.menuBar().setCornerWidget(mark, Qt.Corner.TopLeftCorner)
        self._reading = PaneSplitter(Qt.Orientation.Vertical)
        self._reading.addWidget(inbox)
        self._columns = PaneSplitter(Qt.Orientation.Horizontal)
        self._columns.addWidget(rail)
        self._columns.addWidget(self._reading)
        inbox.setMinimumWidth(_LIST_BESIDE)
        inbox.setMinimumHeight(200)
        self._room = KeptRoom(reader, price)
        self._reading.addWidget(self._room.reader)
        self._columns.addWidget(self._room.price)
        self._columns.setStretchFactor(1, 1)
        inbox.put_on_top(self._room.strip)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._columns, 1)
        column.addWidget(status)
        self.setCentralWidget(ground)
        self._remember = QTimer(self)
        self._remember.setSingleShot(True)
        self._remember.setInterval(_REMEMBER_MS)
        self._remember.timeout.connect(self._tell_state)
        self._columns.splitterMoved.connect(self._moved)
        self._reading.splitterMoved.connect(self._moved)
        self._columns.reset_wanted.connect(self._reset_columns)
        self._reading.reset_wanted.connect(self._reset_reading)
        if reader is not None and price is not None:
            self._take_in(reader, price)
        self._restore_place()

    def furnish(self, reader: "ReaderPane", price: "PricePanel") -> None:
        """Put the two in the room that was kept for them. Nothing else moves."""
        splits = [(splitter, splitter.sizes()) for splitter in (self._reading, self._columns)]
        before = self._room.give(reader, price)
        shown = [not place.isHidden() for place in before]
        self._reading.replaceWidget(self._reading.indexOf(before[0]), reader)
        self._columns.replaceWidget(self._columns.indexOf(before[1]), price)
        self.inbox.put_on_top(price.strip)
        for place, pane, is_shown in zip(before, (reader, price, price.strip), shown, strict=True):
            pane.setVisible(is_shown)
            place.hide()
            place.deleteLater()
        for splitter, sizes in splits:
            splitter.setSizes(sizes)
        self._take_in(reader, price)
        self.rail.tab_after(self.status)

    def _take_in(self, reader: "ReaderPane", price: "PricePanel") -> None:
        self.reader, self.price = reader, price
        price.strip.clicked.connect(self._on_strip)
        # The price comes after the reader for the Tab key, also as one line.
        QWidget.setTabOrder(price.strip, self.status)
        reader.set_side_by_side(self.state.side_by_side)
        reader.pair_chosen.connect(self._on_pair_chosen)

    # What the user may switch

    @property
    def arrangement(self) -> Arrangement:
        """How list and reader stand at this width."""
        if self.width() >= WIDE_FROM:
            return Arrangement.WIDE
        if (self._focus_mode or not self.state.show_price) and self.width() >= PRICE_FROM:
            return Arrangement.BESIDE
        return Arrangement.STACKED

    def set_price_shown(self, shown: bool) -> None:
        """Show or hide the price panel. In a narrow window it stands in for its line while it is asked for."""
        if shown:
            self.uncover()
        if self.width() >= PRICE_FROM:
            self.state.show_price = shown
        else:
            self._price_asked_for = shown
        self.arrange()
        self._remember.start()

    def add_cover(self, page: QWidget) -> None:
        """A page that may take the place of list, reader and price."""
        page.hide()
        self._columns.addWidget(page)
        self._columns.setStretchFactor(self._columns.indexOf(page), 1)

    def set_cover(self, page: QWidget) -> None:
        """Show a page in the place of list, reader and price: they are hidden, so nothing in them counts as seen."""
        self._keep_splits()
        self.cover = page
        self._reading.hide()
        page.show()
        self.arrange()

    def uncover(self) -> None:
        """List, reader and price again, where a page stood in their place."""
        page, self.cover = self.cover, None
        if page is None:
            return
        page.hide()
        self._reading.show()
        self.arrange()
        self._columns.setSizes(self.state.splits.get(f"columns-{self.arrangement}") or self._usual_columns())
        self.uncovered.emit()

    def set_rail_shown(self, shown: bool) -> None:
        """Show or hide the rail."""
        self.state.show_rail = shown
        self.arrange()
        self._remember.start()

    def set_focus_mode(self, on: bool) -> None:
        """Leave nothing but list and reader, or bring everything back; not remembered."""
        self._focus_mode = on
        self.status.setVisible(not on)
        self.arrange()
        self.keep_focus()

    def _on_pair_chosen(self, wanted: bool) -> None:
        self.state.side_by_side = wanted
        self._remember.start()

    def set_two_lines(self, two_lines: bool) -> None:
        """Two lines a row; a wide window has them in any case."""
        self.two_lines = two_lines
        self._set_density()

    # Arranging

    def arrange(self) -> None:
        """Put the panes where this width wants them."""
        self.rail.setVisible(self.state.show_rail and not self._focus_mode)
        has_room = self.width() >= PRICE_FROM
        self._price_asked_for = self._price_asked_for and not has_room
        shows_price = self.state.show_price if has_room else self._price_asked_for
        shows_price = shows_price and self.cover is None and not self._focus_mode
        self._room.strip.setVisible(not has_room and not shows_price and not self._focus_mode)
        if shows_price is self._room.price.isHidden():
            self._room.price.setVisible(shows_price)
            self._set_density()
            self.price_moved.emit(shows_price)
        wanted = self.arrangement
        if wanted is self._arrangement:
            return
        self._keep_splits()
        self._arrangement = wanted
        beside = wanted is not Arrangement.STACKED
        self._reading.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        # Beside the reader the list keeps its width when the window grows.
        self._reading.setStretchFactor(0, 0 if beside else 1)
        self._reading.setStretchFactor(1, 1)
        self._set_density()
        self._columns.setSizes(self.state.splits.get(f"columns-{wanted}") or self._usual_columns())
        self._reading.setSizes(self.state.splits.get(f"reading-{wanted}") or self._usual_reading())

    def _on_strip(self) -> None:
        self.set_price_shown(True)
        self.price.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _usual_columns(self) -> list[int]:
        wide = self.arrangement is Arrangement.WIDE
        rail = 224 if wide else self._theme.size("rail_width")
        price = 432 if wide else self._theme.size("price_panel")
        return [rail, max(400, self.width() - rail - price - 2), price]

    def _usual_reading(self) -> list[int]:
        match self.arrangement:
            case Arrangement.STACKED:
                height = max(500, self.height() - 60)
                return [round(height * 0.5), round(height * 0.5)]
            case Arrangement.BESIDE:
                return [_LIST_BESIDE, max(400, self.width() - _LIST_BESIDE - 200)]
            case Arrangement.WIDE:
                return [552, max(400, self.width() - 552 - 224 - 432)]

    def _reset_columns(self) -> None:
        self._columns.setSizes(self._usual_columns())
        self._moved()

    def _reset_reading(self) -> None:
        self._reading.setSizes(self._usual_reading())
        self._moved()

    def _set_density(self) -> None:
        # The panel beside the list of a narrow window leaves titles no room on one line.
        two = self.two_lines or self._price_asked_for or self.arrangement is Arrangement.WIDE
        self.inbox.view.set_density(Density.TWO_LINES if two else Density.ONE_LINE)

    # Remembering

    def _restore_place(self) -> None:
        screen = QGuiApplication.primaryScreen()
        room = screen.availableGeometry() if screen is not None else QRect(0, 0, *DEFAULT_SIZE)
        place = QRect(*self.state.geometry) if self.state.geometry is not None else None
        if place is not None:
            self.setGeometry(brought_back(place, _screens(), QSize(*MIN_SIZE)))
        else:
            width = min(DEFAULT_SIZE[0], room.width() - _FRAME[0])
            height = min(DEFAULT_SIZE[1], room.height() - _FRAME[1])
            self.resize(max(width, self.minimumWidth()), max(height, self.minimumHeight()))
        if self.state.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _come_back(self) -> None:
        """A screen was unplugged while nobody looked: the window must not be out of reach."""
        if self.isMaximized() or self.isFullScreen():
            return
        # Where the system alone places windows (Wayland) it is at 0, 0 for us, which is always within reach.
        place = brought_back(self.geometry(), _screens(), QSize(*MIN_SIZE))
        if place != self.geometry():
            self.setGeometry(place)

    def _keep_splits(self) -> None:
        if self._arrangement is not None and self.isVisible() and self.cover is None:
            # Beside each other the two have the price's room: then it is never there.
            is_whole = self._room.price.isVisible() or self._arrangement is Arrangement.BESIDE
            if self.rail.isVisible() and is_whole:
                self.state.splits[f"columns-{self._arrangement}"] = self._columns.sizes()
            self.state.splits[f"reading-{self._arrangement}"] = self._reading.sizes()

    def _moved(self) -> None:
        self._keep_splits()
        self._remember.start()

    def _tell_state(self) -> None:
        self.remembered.emit(self.current_state())

    def current_state(self) -> WindowState:
        """The state to remember now."""
        self.state.maximised = self.isMaximized()
        if not self.state.maximised and not self.isMinimized():
            self.state.geometry = self.geometry().getRect()  # type: ignore[assignment]
        return self.state

    # Events

    def bring_up(self) -> None:
        """Show the window, over the others, with the focus, where it can be seen."""
        self._come_back()
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def let_close(self) -> None:
        """The next close event may pass: the program ends."""
        self._may_close = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What no pane had a use for: from everywhere Esc leads back to the list, and the pill's key holds.
        if event.key() == Qt.Key.Key_Escape:
            self.focus_list()
        elif self.new_key and QKeySequence(event.keyCombination()) == QKeySequence(self.new_key):
            self.inbox.show_new()
        else:
            super().keyPressEvent(event)

    def focus_list(self) -> None:
        """The focus goes to the list, or to what stands in its place until rows come."""
        if self.cover is not None:
            self.cover.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.inbox.view.isVisible():
            self.inbox.focus_list()
        else:
            self.inbox.empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_focus(self) -> None:
        """Where what had the focus is gone (a menu gives it back to a pane that was replaced meanwhile), the list takes it."""
        holder, bar = self.focusWidget(), self.menuBar()
        # A menu bar that is left has no active entry; one that is walked through by keys has.
        is_left = holder is bar and bar.activeAction() is None
        if holder is None or is_left or not holder.isVisible():
            self.focus_list()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            super().closeEvent(event)
            return
        event.ignore()
        self.close_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
        if self.isVisible():
            self._remember.start()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self.isVisible():
            self._remember.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.was_shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.was_shown.emit(False)


def _screens() -> list[QRect]:
    """The screens without their panels, the primary one first."""
    return [screen.availableGeometry() for screen in QGuiApplication.screens()]
