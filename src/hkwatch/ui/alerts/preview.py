# SPDX-License-Identifier: MIT
"""The preview in the alert dialog: a chart with a mark for each time the alert would have fired, and the sum in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF

from hkwatch.domain.alert_backtest import can_test
from hkwatch.domain.alert_terms import AlertKind
from hkwatch.services.alert_preview import AlertPreview
from hkwatch.ui import formats
from hkwatch.ui.price.chart import PriceChart

_HALF_PX = 5.0
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Mark:
    """A firing. `hollow` = in prices that were fetched later, not watched."""

    at: datetime
    price: float
    hollow: bool


class PreviewChart(PriceChart):
    """The price chart with marks: filled where the price was watched here, hollow where history was fetched."""

    _marks: tuple[Mark, ...] = ()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these firings; those outside the span are left out."""
        self._marks = tuple(marks)
        self.update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The firings shown."""
        return self._marks

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        g = self.geometry_of_parts()
        if g.prices is None or not self._marks:
            return
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour("high")
        for mark in self._marks:
            x = g.times.x(mark.at.timestamp())
            y = g.prices.y(mark.price)
            if not (g.left <= x <= g.right and g.top <= y <= g.bottom):
                continue
            # The point of the triangle is at the price.
            shape = QPolygonF([QPointF(x, y), QPointF(x - _HALF_PX, y + 9), QPointF(x + _HALF_PX, y + 9)])
            p.setPen(QPen(colour, 1.4))
            p.setBrush(self._theme.colour("panel") if mark.hollow else colour)
            p.drawPolygon(shape)


def marks_of(preview: AlertPreview) -> tuple[Mark, ...]:
    """A mark for each firing that had a price."""
    own = preview.own_since
    return tuple(
        Mark(firing.at, float(firing.price_usd), own is None or firing.at < own)
        for firing in preview.result.firings
        if firing.price_usd is not None
    )


def count_text(preview: AlertPreview, language: str) -> str:
    """`Would have fired 7 times in 90 days, median 11 d apart; without the band 31.`"""
    translate = QCoreApplication.translate
    spec, result = preview.spec, preview.result
    if not can_test(spec):
        if spec.kind is AlertKind.ITEM or spec.with_item is not None:
            return translate("AlertDialog", "Items are not replayed: no preview for this alert.")
        return translate("AlertDialog", "Stored prices say nothing about this alert.")
    if preview.since is None:
        return translate("AlertDialog", "No stored prices yet: the preview begins with the first hours watched.")
    times, span = len(result.firings), formats.span(preview.until - preview.since, language)
    if times == 0:
        text = translate("AlertDialog", "Would not have fired in {span}")
    elif times == 1:
        text = translate("AlertDialog", "Would have fired once in {span}")
    else:
        text = translate("AlertDialog", "Would have fired {count} times in {span}")
    words = text.format(count=times, span=span)
    comma, stop = ("，", "。") if formats.is_chinese(language) else (", ", ".")
    if result.apart is not None:
        apart = formats.span(result.apart, language)
        words += comma + translate("AlertDialog", "median {span} apart").format(span=apart)
    if result.without_band is not None and result.without_band != times:
        words += comma + translate("AlertDialog", "without the band {count}").format(count=result.without_band)
    known = known_text(preview, language)
    return words + stop + (f" {known}" if known and not formats.is_chinese(language) else known)


def known_text(preview: AlertPreview, language: str) -> str:
    """What is missing where highs or lows since a day are asked for and prices begin later; empty where nothing is."""
    since, known = preview.spec.since, preview.known_since
    if since is None or known is None or known - since <= _HOUR:
        return ""
    text = QCoreApplication.translate(
        "AlertDialog", "Prices are known since {day} only; what was before does not count."
    )
    return text.format(day=formats.date(known, language))


def basis_text(preview: AlertPreview, language: str) -> str:
    """`Own readings since 2 Sep 08:15; before that fetched history, hollow marks.`; empty without prices."""
    translate = QCoreApplication.translate
    if preview.since is None or not can_test(preview.spec):
        return ""
    if preview.own_since is None:
        return translate("AlertDialog", "All of it fetched history: hollow marks.")
    if preview.own_since <= preview.since:
        return translate("AlertDialog", "All of it own readings.")
    at = formats.short_time(preview.own_since, preview.until, language)
    return translate("AlertDialog", "Own readings since {time}; before that fetched history, hollow marks.").format(
        time=at
    )
