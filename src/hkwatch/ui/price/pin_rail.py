# SPDX-License-Identifier: MIT
"""The rail under the chart: flagged items at the times they were first seen, pins that would touch as one disc."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QLineF, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hkwatch.domain.ids import ItemId
from hkwatch.domain.pins import Pin
from hkwatch.ui.marks import PIN_PX, Marks
from hkwatch.ui.price.pin_words import spoken
from hkwatch.ui.price.scales import TimeScale
from hkwatch.ui.theme import has_ring

HEIGHT = 36
_APART_PX = PIN_PX + 3


@dataclass(frozen=True, slots=True)
class Placed:
    """Pins at one place, oldest first; more than one is a cluster."""

    x: float
    pins: tuple[Pin, ...]


def place(pins: Sequence[Pin], scale: TimeScale) -> tuple[Placed, ...]:
    """The pins in the window, those closer than a pin is wide together. `pins` are oldest first."""
    groups: list[list[tuple[float, Pin]]] = []
    for pin in pins:
        at = pin.at.timestamp()
        if not scale.start <= at <= scale.end:
            continue
        x = scale.x(at)
        if groups and x - sum(one for one, _ in groups[-1]) / len(groups[-1]) < _APART_PX:
            groups[-1].append((x, pin))
        else:
            groups.append([(x, pin)])
    return tuple(
        Placed(round(sum(x for x, _ in group) / len(group)), tuple(pin for _, pin in group)) for group in groups
    )


class PinRail(QWidget):
    """Keys: ← → go from pin to pin, also inside a cluster, Home and End to the ends; Enter opens the card."""

    accessible_role = QAccessible.Role.Grouping

    chosen = Signal(object)
    """ItemId of the pin that was chosen here."""
    card_wanted = Signal(object, object)
    """ItemId, and the QPoint on the screen where its card should point to."""

    def __init__(self, marks: Marks, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._pins: tuple[Pin, ...] = ()
        self._scale = TimeScale(0, 1, 0, 1)
        self._placed: tuple[Placed, ...] = ()
        self._selected: ItemId | None = None
        self._now: datetime | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        marks.theme.changed.connect(self.update)
        self._retranslate()

    def set_pins(self, pins: tuple[Pin, ...], now: datetime) -> None:
        """All pins, oldest first."""
        self._pins, self._now = pins, now
        self._lay_out()

    def set_scale(self, scale: TimeScale) -> None:
        """The time axis of the chart above; pixels are the same."""
        self._scale = scale
        self._lay_out()

    def select(self, item: ItemId | None) -> None:
        """Mark an item's pin without telling; one that is no pin marks nothing."""
        self._selected = item if self.pin_of(item) is not None else None
        self._describe()
        self.update()

    def set_language(self, language: str) -> None:
        """Language of dates."""
        self._language = language
        self._describe()

    @property
    def selected(self) -> ItemId | None:
        """The item whose pin is marked."""
        return self._selected

    @property
    def scale(self) -> TimeScale:
        """The time axis pins are placed on."""
        return self._scale

    @property
    def pins(self) -> tuple[Pin, ...]:
        """All pins, oldest first, in the window or not."""
        return self._pins

    @property
    def placed(self) -> tuple[Placed, ...]:
        """What is shown, from left to right."""
        return self._placed

    @property
    def shown(self) -> tuple[Pin, ...]:
        """The pins in the window, oldest first."""
        return tuple(pin for group in self._placed for pin in group.pins)

    def pin_of(self, item: ItemId | None) -> Pin | None:
        """The pin of an item, None if it has none."""
        return next((pin for pin in self._pins if pin.row.id == item), None)

    def cluster_of(self, item: ItemId) -> tuple[Pin, ...]:
        """The pins that stand where this item's does, itself among them."""
        return next((group.pins for group in self._placed if any(pin.row.id == item for pin in group.pins)), ())

    def _lay_out(self) -> None:
        self._placed = place(self._pins, self._scale)
        self._describe()
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        theme = self._marks.theme
        middle = HEIGHT // 2 + 2
        p.setPen(QPen(theme.colour("line"), 0))
        p.drawLine(QLineF(self._scale.left, middle, self._scale.right, middle))
        chosen = self.pin_of(self._selected)
        for group in self._placed:
            is_chosen = chosen in group.pins
            if is_chosen and chosen is not None:
                p.setPen(QPen(theme.colour("policy"), 1))
                # In a cluster the stem comes from the pin's own time.
                own = round(self._scale.x(chosen.at.timestamp()))
                p.drawLine(QLineF(own, 0, group.x, middle - PIN_PX / 2))
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            if len(group.pins) == 1:
                self._marks.pin(p, group.x, middle, group.pins[0].row.doc_type, selected=is_chosen)
            else:
                self._marks.cluster(p, group.x, middle, len(group.pins), selected=is_chosen)
            p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if has_ring(self):
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(QPen(theme.colour("accent"), 2))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -1), 6, 6)

    # Pointing and keys

    def _group_at(self, x: float) -> Placed | None:
        near = [group for group in self._placed if abs(group.x - x) <= PIN_PX / 2 + 2]
        return min(near, key=lambda group: abs(group.x - x), default=None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._group_at(event.position().x()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        group = self._group_at(event.position().x())
        if group is None or event.button() != Qt.MouseButton.LeftButton:
            return
        held = self._selected if self._selected in [pin.row.id for pin in group.pins] else group.pins[-1].row.id
        self._choose(held)
        self._open(held)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            group = self._group_at(event.pos().x())
            if group is not None and self._now is not None:
                lines = [spoken(pin, self._now, self._language) for pin in group.pins[-5:]]
                QToolTip.showText(event.globalPos(), "\n".join(lines), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pins, key = self.shown, event.key()
        if not pins or key not in (
            Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Enter
        ):  # fmt: skip
            super().keyPressEvent(event)
            return
        ids = [pin.row.id for pin in pins]
        here = ids.index(self._selected) if self._selected in ids else None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if here is not None:
                self._open(ids[here])
            return
        last = len(ids) - 1
        if key == Qt.Key.Key_Home or (here is None and key == Qt.Key.Key_Right):
            here = 0
        elif key == Qt.Key.Key_End or here is None:
            here = last
        else:
            here = min(max(here + (1 if key == Qt.Key.Key_Right else -1), 0), last)
        self._choose(ids[here])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def _choose(self, item: ItemId) -> None:
        self.select(item)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.chosen.emit(item)

    def _open(self, item: ItemId) -> None:
        x = next((group.x for group in self._placed if any(pin.row.id == item for pin in group.pins)), 0.0)
        self.card_wanted.emit(item, self.mapToGlobal(QPoint(round(x), HEIGHT // 2 + PIN_PX // 2 + 2)))

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Flagged items on the chart"))
        self._describe()

    def _describe(self) -> None:
        pin = self.pin_of(self._selected)
        if pin is not None and self._now is not None:
            cluster = self.cluster_of(pin.row.id)
            place_in = f"{cluster.index(pin) + 1} / {len(cluster)}, " if len(cluster) > 1 else ""
            self.setAccessibleDescription(f"{place_in}{spoken(pin, self._now, self._language)}")
        else:
            self.setAccessibleDescription(self.tr("{count} items").format(count=len(self.shown)))

    def sizeHint(self) -> QSize:
        return QSize(280, HEIGHT)
