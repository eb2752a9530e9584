# SPDX-License-Identifier: MIT
"""Every venue with price, age, distance from the consensus and state; below them where the HK$ rate comes from."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from hkwatch.domain.events import PriceChanged, VenueView
from hkwatch.ui import formats
from hkwatch.ui.price.head_words import fx_statement, why_text
from hkwatch.ui.price.popup import Popup
from hkwatch.ui.theme import Fonts, Theme


@dataclass(frozen=True, slots=True)
class VenueLine:
    """One row in words. `is_good` False = it does not count and something is wrong with it."""

    name: str
    price: str
    age: str
    deviation: str
    state: str
    is_good: bool


class VenueTable(Popup):
    """Three groups: those that vote, those licensed in Hong Kong, second opinions."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._fonts = fonts
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)

    def show_price(self, price: PriceChanged, now: datetime, language: str, at: QPoint) -> None:
        """Fill it with the newest price and show it under a point of the screen."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        row = 0
        heads = (self.tr("Venue"), self.tr("Price"), self.tr("Age"), self.tr("Against consensus"), self.tr("State"))
        for column, text in enumerate(heads):
            self._put(row, column, text, "small_medium", "muted", language)
        for title, views in self.groups(price):
            if not views:
                continue
            row += 1
            self._put(row, 0, title, "label", "muted", language, span=5, above=8)
            for view in views:
                row += 1
                line = venue_line(view, now, language)
                cells = (line.name, line.price, line.age, line.deviation, line.state)
                for column, text in enumerate(cells):
                    role = "" if column == 0 or (column == 1 and line.is_good) else "muted"
                    if column == 4 and not line.is_good:
                        role = "warn"
                    self._put(row, column, text, "small" if column else "small_medium", role, language)
        statement = fx_statement(price, language)
        if statement:
            band = self.tr("the peg holds it between 7.75 and 7.85")
            self._put(row + 1, 0, f"{statement}  ·  {band}", "small", "muted", language, span=5, above=8)
        self.setAccessibleName(self.tr("Venues"))
        self.show_at(at, centred=False)

    def groups(self, price: PriceChanged) -> list[tuple[str, list[VenueView]]]:
        """The venues by what they are for, each with its title."""
        votes = [view for view in price.venues if view.votes]
        licensed = [view for view in price.venues if view.licensed_hk and not view.votes]
        others = [view for view in price.venues if not view.votes and not view.licensed_hk]
        return [
            (self.tr("Counted"), votes),
            (self.tr("Licensed in Hong Kong, shown only"), licensed),
            (self.tr("Second opinions, shown only"), others),
        ]

    def _put(
        self, row: int, column: int, text: str, font: str, role: str, language: str, *, span: int = 1, above: int = 0
    ) -> None:
        label = QLabel(text)
        # Error texts come from outside.
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._fonts.font(font, language, figures=True))
        if role:
            label.setProperty("role", role)
        label.setContentsMargins(0, above, 0, 0)
        if column == 4:
            label.setMaximumWidth(260)
            label.setWordWrap(len(text) > 40)
        right = column in (1, 2, 3)
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(label, row, column, 1, span, align | Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.close()
        else:
            super().keyPressEvent(event)


def venue_line(view: VenueView, now: datetime, language: str) -> VenueLine:
    """One venue in words."""
    price = "" if view.price is None else formats.money(view.price, view.currency)
    deviation = ""
    if view.deviation is not None:
        # What rounds to nothing has no sign.
        sign = "+" if view.deviation >= Decimal("0.00005") else ""
        deviation = f"{sign}{formats.percent(view.deviation, 2)}"
    is_good = view.kept or view.why == "no-vote"
    return VenueLine(
        view.name,
        price,
        formats.age(view.at, now, language) if view.at else "",
        deviation,
        why_text("counted" if view.kept else view.why),
        is_good,
    )
