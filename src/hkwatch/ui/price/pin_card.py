# SPDX-License-Identifier: MIT
"""The card of a pin: title, when it was first seen, what the price did then and how usual that is."""

from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hkwatch.domain.ids import ItemId
from hkwatch.domain.pins import LENGTHS, Pin, Ranks
from hkwatch.ui.formats import Direction
from hkwatch.ui.price.pin_words import caution, row_texts, seen_text
from hkwatch.ui.price.popup import Popup
from hkwatch.ui.theme import Fonts, Icons, Theme

_WIDTH = 376


class PinCard(Popup):
    """One pin at a time; of a cluster ← → show the next. Enter opens the item."""

    open_wanted = Signal(object)
    """ItemId whose text is wanted."""
    turned = Signal(object)
    """ItemId of the pin shown now, after ← →."""

    def __init__(self, theme: Theme, fonts: Fonts, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._fonts, self._icons = fonts, icons
        self._pins: tuple[Pin, ...] = ()
        self._index = 0
        self._ranks: Ranks | None = None
        self._now: datetime | None = None
        self._language = "en"
        self._names: dict[str, str] = {}
        self._title, self._meta, self._caution, self._place = (_plain() for _ in range(4))
        self._title.setWordWrap(True)
        self._caution.setWordWrap(True)
        for label in (self._meta, self._caution, self._place):
            label.setProperty("role", "muted")
        self._cells = [(_plain(), _plain(), _plain()) for _ in LENGTHS]
        for cells in self._cells:
            cells[2].setProperty("role", "muted")
        self._open = QPushButton()
        self._open.setProperty("kind", "link")
        self._open.clicked.connect(self._on_open)
        self._before, self._after = QPushButton(), QPushButton()
        for button, step in ((self._before, -1), (self._after, 1)):
            button.setProperty("kind", "quiet")
            button.setFixedSize(28, 28)
            button.setIconSize(QSize(16, 16))
            button.clicked.connect(self._on_earlier if step < 0 else self._on_later)
        self._lay_out()
        self.setFixedWidth(_WIDTH)
        self._retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 10)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(2)
        column.addWidget(self._meta)
        column.addSpacing(10)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for n, cells in enumerate(self._cells):
            for place, label in enumerate(cells):
                grid.addWidget(label, n, place, Qt.AlignmentFlag.AlignTop)
            cells[2].setWordWrap(True)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, 44)
        grid.setColumnMinimumWidth(1, 64)
        column.addLayout(grid)
        column.addSpacing(10)
        column.addWidget(self._caution)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addStretch(1)
        row.addWidget(self._before)
        row.addWidget(self._place)
        row.addWidget(self._after)
        column.addLayout(row)

    def show_pins(
        self,
        pins: tuple[Pin, ...],
        item: ItemId,
        ranks: Ranks | None,
        now: datetime,
        at: QPoint,
        *,
        names: dict[str, str],
        language: str,
    ) -> None:
        """Show one of the pins at a place on the screen; `names` are publishers' short names."""
        self._pins, self._ranks, self._now, self._names, self._language = pins, ranks, now, names, language
        self._index = next((n for n, pin in enumerate(pins) if pin.row.id == item), 0)
        self._fill()
        self.show_at(at)

    @property
    def item(self) -> ItemId | None:
        """The item shown."""
        return self._pins[self._index].row.id if self._pins else None

    @property
    def texts(self) -> list[str]:
        """Everything that is said, from top to bottom."""
        labels = [self._title, self._meta, *(cell for cells in self._cells for cell in cells), self._caution]
        return [label.text() for label in labels if label.text()]

    def _fill(self) -> None:
        if not self._pins or self._now is None:
            return
        pin, theme = self._pins[self._index], self._theme
        language = self._language
        self._title.setFont(self._fonts.font("h3", pin.row.lang))
        self._title.setText(pin.row.title)
        name = self._names.get(pin.row.publisher, pin.row.publisher)
        self._meta.setText(f"{name}  ·  {seen_text(pin, self._now, language)}")
        inks = {Direction.UP: theme.up().name(), Direction.DOWN: theme.down().name()}
        for cells, (length, move, rank, way) in zip(self._cells, row_texts(pin, self._ranks, self._now), strict=True):
            cells[0].setText(length)
            cells[1].setText(move or "–")
            cells[2].setText(rank)
            colour = inks.get(way, theme.hex("muted")) if way is not None else theme.hex("faint")
            cells[1].setStyleSheet(f"color: {colour}")
            for cell, role in zip(cells, ("small", "small_strong", "small"), strict=True):
                cell.setFont(self._fonts.font(role, language, figures=True))
        for label in (self._meta, self._caution, self._place):
            label.setFont(self._fonts.font("small", language))
        self._caution.setText(caution())
        several = len(self._pins) > 1
        self._place.setText(f"{self._index + 1} / {len(self._pins)}" if several else "")
        for button, name_, shown in (
            (self._before, "chevron-left", self._index > 0),
            (self._after, "chevron-right", self._index < len(self._pins) - 1),
        ):
            button.setVisible(several)
            button.setEnabled(shown)
            button.setIcon(self._icons.icon(name_, "muted"))
        self.setAccessibleName(pin.row.title)
        self.setAccessibleDescription("\n".join(self.texts[1:]))

    def _turn(self, step: int) -> None:
        index = self._index + step
        if 0 <= index < len(self._pins):
            self._index = index
            self._fill()
            self.adjustSize()
            self.turned.emit(self._pins[index].row.id)

    def _on_earlier(self) -> None:
        self._turn(-1)

    def _on_later(self) -> None:
        self._turn(1)

    def _on_open(self) -> None:
        item = self.item
        self.close()
        if item is not None:
            self.open_wanted.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self._turn(-1)
            case Qt.Key.Key_Right:
                self._turn(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._on_open()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._open.setText(self.tr("Open item"))
        self._before.setAccessibleName(self.tr("Earlier item"))
        self._after.setAccessibleName(self.tr("Later item"))
        self._fill()


def _plain() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
