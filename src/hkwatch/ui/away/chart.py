# SPDX-License-Identifier: MIT
"""The price over an absence: a card with the change, the curve with its pins, high and low."""

from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from hkwatch.domain.away import AwaySummary
from hkwatch.services.away_wording import AwayWording
from hkwatch.ui.away.content import AwayContent
from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import Direction, change
from hkwatch.ui.marks import Marks
from hkwatch.ui.price.chart import PriceChart
from hkwatch.ui.price.head_words import asset_name
from hkwatch.ui.price.pin_rail import PinRail
from hkwatch.ui.sources.parts import CardGround, wrapping

_ARROWS = {Direction.UP: "▲", Direction.DOWN: "▼", Direction.FLAT: ""}
_CHART_HEIGHT = 210


class PathCard(CardGround):
    """Hidden where no price is stored. Pins can be walked through; Enter on one opens its item."""

    item_wanted = Signal(object)
    """ItemId of a pin."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(marks, ground="panel")
        self._marks = marks
        self.name, self.moved, self.ends = plain(""), QLabel(), plain("", "muted")
        self.chart = PriceChart(marks.theme, marks.fonts, marks.icons)
        self.chart.set_can_add(False)
        self.chart.setFixedHeight(_CHART_HEIGHT)
        self.rail = PinRail(marks)
        self.note = wrapping("muted")
        head = QHBoxLayout()
        head.setSpacing(10)
        for label in (self.name, self.moved, self.ends):
            head.addWidget(label)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.chart)
        column.addWidget(self.rail)
        column.addWidget(self.note)
        self.chart.view_changed.connect(self._on_view)
        self.rail.chosen.connect(self._on_pin)
        self.rail.card_wanted.connect(lambda item, _at: self.item_wanted.emit(item))

    def tell(self, told: AwaySummary, words: AwayWording, content: AwayContent, language: str, now: datetime) -> None:
        """Show the path of an absence."""
        facts, fonts = told.facts, self._marks.fonts
        self.setVisible(bool(facts.paths))
        if not facts.paths:
            return
        path = facts.paths[0]
        direction, size = change(Decimal(repr(path.change)))
        theme = self._marks.theme
        colour = {Direction.UP: theme.up(), Direction.DOWN: theme.down()}.get(direction, theme.colour("muted"))
        self.name.setText(asset_name(path.asset))
        self.name.setFont(fonts.font("strong", language))
        self.moved.setText(f"{_ARROWS[direction]} {size}".strip())
        self.moved.setStyleSheet(f"color: {colour.name()};")
        self.moved.setFont(fonts.font("strong", language))
        self.moved.setAccessibleName(words.path_short(path))
        self.ends.setText(words.path(path))
        self.ends.setFont(fonts.font("body", language))
        self.chart.set_language(language)
        self.rail.set_language(language)
        self.chart.set_points(facts.points)
        self.chart.set_now(path.last, told.span.end)
        self.chart.set_view_window(told.span.length.total_seconds(), None)
        self.rail.set_pins(facts.pins, now)
        self._on_view()
        self.note.setText(content.price_note())
        self.note.setFont(fonts.font("small", language))
        self.setAccessibleName(f"{words.path_short(path)}. {words.path(path)}")

    def _on_view(self) -> None:
        self.rail.set_scale(self.chart.geometry_of_parts().times)

    def _on_pin(self, item: object) -> None:
        pin = self.rail.pin_of(self.rail.selected)
        self.chart.set_marked(pin.at.timestamp() if pin is not None else None)
