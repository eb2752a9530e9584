# SPDX-License-Identifier: MIT
"""Keeps the widths and the order of columns, and how panes are divided, by window and over restarts.

A table lays its columns out by itself until its user takes hold of an edge or of a head; from then on the columns stay as
they were left, until the context menu of the heads gives them back.

    dialog comes up ─► heads and splitters found ─► what was kept is put back
    edge dragged, head moved ─► kept in WindowState ─► written half a second later
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu, QSplitter, QWidget

from hkwatch.ui.theme import round_menu
from hkwatch.ui.window_state import WindowState

_GRIP = 4
"""Pixels on either side of an edge by which it can be taken."""
_LEAST = 40
_KEEP_MS = 500


@dataclass(slots=True)
class _Usual:
    """How a table lays its columns out by itself."""

    modes: list[QHeaderView.ResizeMode]
    widths: list[int]
    last_stretches: bool


class HeadKeeper(QObject):
    """One table's heads. `columns` is where widths and order of all tables are kept by name: `[widths, order]`."""

    changed = Signal()
    """The user changed widths or order, or gave them back."""

    def __init__(self, name: str, header: QHeaderView, columns: dict[str, list[list[int]]]) -> None:
        super().__init__(header)
        self.name, self._header, self._columns = name, header, columns
        self._usual: _Usual | None = None
        self._is_held = self._is_putting = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._put_back)
        header.setSectionsMovable(True)
        # Rows are known by it, and heads of groups span from it.
        header.setFirstSectionMovable(False)
        header.setMouseTracking(True)
        header.viewport().setMouseTracking(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu)
        header.sectionResized.connect(self._on_laid_out)
        header.sectionMoved.connect(self._on_moved)
        header.sectionCountChanged.connect(self._on_laid_out)
        header.viewport().installEventFilter(self)
        self._put_back()

    @property
    def is_own(self) -> bool:
        """Whether the user laid the columns out."""
        kept = self._columns.get(self.name)
        return kept is not None and len(kept) == 2 and len(kept[0]) == self._header.count()

    def reset(self) -> None:
        """Give the columns back to the table."""
        self._columns.pop(self.name, None)
        header, usual = self._header, self._usual
        self._usual = None
        self._is_putting = True
        for section in range(header.count()):
            header.moveSection(header.visualIndex(section), section)
        if usual is not None:
            header.setStretchLastSection(usual.last_stretches)
            for section, mode in enumerate(usual.modes[: header.count()]):
                header.setSectionResizeMode(section, mode)
                if mode in (QHeaderView.ResizeMode.Interactive, QHeaderView.ResizeMode.Fixed):
                    header.resizeSection(section, usual.widths[section])
        self._is_putting = False
        table = header.parentWidget()
        if table is not None:
            # Tables that fit their columns to the room do so when it changes.
            QApplication.sendEvent(table, QResizeEvent(table.size(), table.size()))
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and self._header.isEnabled():
            at_edge = self._is_at_edge(event.position().toPoint())
            if event.type() is QEvent.Type.MouseMove and not event.buttons():
                viewport = self._header.viewport()
                if at_edge:
                    viewport.setCursor(Qt.CursorShape.SplitHCursor)
                else:
                    viewport.unsetCursor()
            elif event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
                self._is_held = True
                if at_edge:
                    self._take_over()
            elif event.type() is QEvent.Type.MouseButtonRelease and self._is_held:
                self._is_held = False
                if self._usual is not None:
                    self._let_go()
        return super().eventFilter(watched, event)

    def _is_at_edge(self, at: QPoint) -> bool:
        header = self._header
        section = header.logicalIndexAt(at)
        if section < 0:
            return False
        left = header.sectionViewportPosition(section)
        near_right = at.x() > left + header.sectionSize(section) - _GRIP
        return near_right or (at.x() < left + _GRIP and header.visualIndex(section) > 0)

    def _take_over(self) -> None:
        """From now on each column is as wide as the user makes it."""
        header = self._header
        if self._usual is None:
            sections = range(header.count())
            self._usual = _Usual(
                [header.sectionResizeMode(section) for section in sections],
                [header.sectionSize(section) for section in sections],
                header.stretchLastSection(),
            )
        widths = [header.sectionSize(section) for section in range(header.count())]
        self._is_putting = True
        header.setStretchLastSection(False)
        for section, width in enumerate(widths):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
            if not header.isSectionHidden(section):
                header.resizeSection(section, width)
        self._is_putting = False

    def _let_go(self) -> None:
        header, usual = self._header, self._usual
        sections = range(header.count())
        if (
            usual is not None
            and not self.is_own
            and usual.widths == [header.sectionSize(section) for section in sections]
            and all(header.visualIndex(section) == section for section in sections)
        ):
            # An edge was pressed and not moved.
            self.reset()
        else:
            self._keep()

    def _keep(self) -> None:
        header = self._header
        before = self._columns.get(self.name)
        sections = range(header.count())
        # A column that is hidden for want of room has no width; it had one before.
        known = before[0] if before is not None and len(before[0]) == header.count() else [0] * header.count()
        widths = [known[one] if header.isSectionHidden(one) else header.sectionSize(one) for one in sections]
        self._columns[self.name] = [widths, [header.logicalIndex(place) for place in sections]]
        if self._columns[self.name] != before:
            self.changed.emit()

    def _on_moved(self, _section: int, _from: int, _to: int) -> None:
        if self._is_putting:
            return
        self._take_over()
        if not self._is_held:
            self._keep()

    def _on_laid_out(self, *_: int) -> None:
        if not self._is_putting and not self._is_held and self.is_own:
            self._later.start()

    def _put_back(self) -> None:
        header = self._header
        if not self.is_own or self._is_held:
            return
        widths, order = self._columns[self.name]
        if sorted(order) != list(range(header.count())):
            return
        self._take_over()
        self._is_putting = True
        for place, section in enumerate(order):
            header.moveSection(header.visualIndex(section), place)
        for section, width in enumerate(widths):
            if width > 0 and not header.isSectionHidden(section):
                header.resizeSection(section, max(_LEAST, width))
        self._is_putting = False

    def _on_menu(self, at: QPoint) -> None:
        menu = round_menu(QMenu(self._header))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = menu.addAction(self.tr("Standard widths"))
        action.setEnabled(self.is_own)
        action.triggered.connect(self.reset)
        menu.popup(self._header.viewport().mapToGlobal(at))


class TableStates(QObject):
    """Finds the tables and splitters of windows and keeps how they are laid out in `state`."""

    kept = Signal()
    """Something changed, half a second ago: the state is to be written."""

    def __init__(self, state: WindowState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._looked: dict[QWidget, str] = {}
        self._write = QTimer(self)
        self._write.setSingleShot(True)
        self._write.setInterval(_KEEP_MS)
        self._write.timeout.connect(self.kept)

    def adopt(self, name: str, window: QWidget, *, splitters: bool = True) -> None:
        """Keep what is in this window, also what comes into it later. `name` stays the same over restarts."""
        if window in self._looked:
            return
        self._looked[window] = name if splitters else f"{name}:"
        window.destroyed.connect(lambda: self._looked.pop(window, None))
        window.installEventFilter(self)
        self._look(window)

    def reset_all(self) -> None:
        """Standard widths everywhere, in windows that are not open too."""
        self._state.columns.clear()
        for window in list(self._looked):
            for keeper in window.findChildren(HeadKeeper):
                keeper.reset()
        self._write.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and (
            event.type() is QEvent.Type.WindowActivate
            # The main window is laid out all the time; what comes into it is found when it comes to the front.
            or (event.type() is QEvent.Type.LayoutRequest and not self._looked.get(watched, ":").endswith(":"))
        ):
            self._look(watched)
        return super().eventFilter(watched, event)

    def _look(self, window: QWidget) -> None:
        name = self._looked.get(window, "")
        if not name:
            return
        heads = [one for one in window.findChildren(QHeaderView) if one.orientation() is Qt.Orientation.Horizontal]
        places: dict[str, int] = {}
        for header in heads:
            table = header.parentWidget()
            kind = type(table).__name__ if table is not None else ""
            place = places[kind] = places.get(kind, -1) + 1
            if header.isHidden() or header.property("kept"):
                continue
            header.setProperty("kept", True)
            keeper = HeadKeeper(f"{name.rstrip(':')}/{kind}/{place}", header, self._state.columns)
            keeper.changed.connect(self._write.start)
        if name.endswith(":"):
            return
        for place, splitter in enumerate(window.findChildren(QSplitter)):
            if not splitter.property("kept"):
                splitter.setProperty("kept", True)
                self._keep_splitter(f"{name}/{place}", splitter)

    def _keep_splitter(self, name: str, splitter: QSplitter) -> None:
        sizes = self._state.splits.get(name)
        if sizes is not None and len(sizes) == splitter.count():
            splitter.setSizes(sizes)

        def moved(_at: int, _index: int) -> None:
            self._state.splits[name] = splitter.sizes()
            self._write.start()

        splitter.splitterMoved.connect(moved)
