# SPDX-License-Identifier: MIT
"""How the parts of the price chart look. Functions of a painter and a `Geometry`; no state of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from hkwatch.ui.price.chart_layout import (
    AXIS_WIDTH,
    LABEL_CLEAR,
    TAG_HEIGHT,
    TIME_HEIGHT,
    Geometry,
    LevelState,
    PlacedLevel,
)
from hkwatch.ui.price.curve import Line
from hkwatch.ui.theme import Fonts, Icons, Theme, baseline

_LINE_PX = 1.5
_SHORT = 120
"""Points up to which a line is stroked as one path."""
_UNDER_PX, _UNDER_DENSE_PX = 3.0, 8.0
"""How wide the steps are by which the area follows a long line; a jagged edge takes the painter a hundred times as long."""
_MUCH_INK = 24.0
"""A line that goes up and down so many heights of the plot is nearly an area; then each stroke may be thin."""
_DISC = 18.0
_GRIP_W, _GRIP_H = 28.0, 12.0
_LEVEL_ICON = {
    LevelState.ARMED: "bell",
    LevelState.FIRED: "bell-ring",
    LevelState.REARMING: "rotate-ccw",
    LevelState.CANNOT: "circle-dashed",
}


@dataclass(frozen=True, slots=True)
class Brushes:
    """What painting needs beside the geometry."""

    theme: Theme
    fonts: Fonts
    icons: Icons
    ratio: float


@dataclass(frozen=True, slots=True)
class CurvePaths:
    """The curve and the area under it, kept between repaints. `line` is empty where `count`, its points, are many: a long
    line is drawn piece by piece.
    """

    line: QPainterPath
    area: QPainterPath
    top: float
    count: int
    is_dense: bool = False
    """Whether the strokes go up and down so much that they are nearly an area."""


def curve_paths(lines: Sequence[Line], bottom: float) -> CurvePaths:
    """Paths for the lines; a single reading becomes a dot 1.5 px wide.

    The area does not follow every zigzag of a long line: filling under them would take many times as long.
    """
    line_path, area_path = QPainterPath(), QPainterPath()
    top = bottom
    count = sum(map(len, lines))
    dense = count > _SHORT and _is_much_ink(lines, bottom)
    for line in lines:
        first_x, first_y = line[0]
        area_path.moveTo(first_x, bottom)
        area_path.lineTo(first_x, first_y)
        if count <= _SHORT:
            line_path.moveTo(first_x, first_y)
            for x, y in line[1:]:
                line_path.lineTo(x, y)
        for x, y in _under(line[1:], _UNDER_DENSE_PX if dense else _UNDER_PX):
            area_path.lineTo(x, y)
        if len(line) == 1 and count <= _SHORT:
            line_path.lineTo(first_x + 0.01, first_y)
        area_path.lineTo(line[-1][0], bottom)
        area_path.closeSubpath()
        top = min(top, *(y for _, y in line), bottom)
    return CurvePaths(line_path, area_path, top, count, dense)


def _is_much_ink(lines: Sequence[Line], height: float) -> bool:
    """Whether the strokes are long together: wide ones take their time by the pixel."""
    return sum(abs(two[1] - one[1]) for line in lines for one, two in pairwise(line)) > _MUCH_INK * height


def _under(line: Line, every_px: float) -> Line:
    """What the area is filled up to: the line itself while it is short, else its lowest point every so many pixels.

    The lowest, so that nothing is tinted above the line.
    """
    if len(line) <= _SHORT:
        return line
    under: Line = []
    for x, y in line:
        if under and x - under[-1][0] < every_px:
            if y > under[-1][1]:
                under[-1] = (under[-1][0], y)
        else:
            under.append((x, y))
    return [*under, line[-1]]


def paint_ground(p: QPainter, g: Geometry, b: Brushes) -> None:
    """Bands, grid and axis lines. Without a price there is nothing to shade behind."""
    for band in g.bands if g.prices is not None else ():
        left, right = g.times.x(band.start), g.times.x(band.end)
        p.fillRect(QRectF(left, g.top, right - left, g.bottom - g.top), b.theme.colour(band.kind))
    p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    p.setPen(QPen(b.theme.colour("chart_grid"), 0))
    for y, _, _ in g.price_ticks:
        p.drawLine(QLineF(g.left, round(y), g.right, round(y)))
    p.setPen(QPen(b.theme.colour("line"), 0))
    p.drawLine(QLineF(g.left, round(g.bottom), g.right, round(g.bottom)))
    for tick in g.time_ticks:
        p.drawLine(QLineF(round(tick.x), g.bottom, round(tick.x), g.bottom + 3))
    p.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def paint_price_labels(p: QPainter, g: Geometry, b: Brushes, avoid: Sequence[float]) -> None:
    """The price axis; labels near a tag that comes and goes with the pointer (`avoid`) are left out."""
    p.setPen(b.theme.colour("chart_axis"))
    p.setFont(b.fonts.font("micro"))
    for y, text, shown in g.price_ticks:
        if shown and all(abs(y - tag) >= LABEL_CLEAR for tag in avoid):
            p.drawText(QPointF(g.right + 6, baseline(y - 8, 16, 11)), text)


def paint_time_labels(p: QPainter, g: Geometry, b: Brushes, language: str) -> None:
    """The time axis, in the interface language."""
    p.setPen(b.theme.colour("chart_axis"))
    p.setFont(b.fonts.font("micro", language))
    for tick in g.time_ticks:
        p.drawText(QPointF(tick.text_left, baseline(g.bottom + 4, 16, 11)), tick.text)


def paint_curve(p: QPainter, g: Geometry, paths: CurvePaths, b: Brushes, *, dim: bool) -> None:
    """The price; `dim` in grey, for a price that is not live."""
    colour = b.theme.colour("low" if dim else "chart_line")
    p.save()
    p.setClipRect(QRectF(g.left, g.top - 2, g.right - g.left + 4, g.bottom - g.top + 2))
    fade = QLinearGradient(0, paths.top, 0, g.bottom)
    clear = QColor(colour)
    clear.setAlphaF(0.0)
    dense = QColor(colour)
    dense.setAlphaF(0.16 if b.theme.scheme == "light" else 0.20)
    fade.setColorAt(0, dense)
    fade.setColorAt(1, clear)
    p.fillPath(paths.area, fade)
    pen = QPen(colour, _LINE_PX)
    count = paths.count
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if count > _SHORT else Qt.PenCapStyle.RoundCap)
    if count > 1.3 * (g.right - g.left) or paths.is_dense:
        # A hair line has a way of its own through the painter, and upright strokes beside each other need no more.
        pen.setWidthF(1)
        pen.setCosmetic(True)
    if count > _SHORT:
        # As one path a line of zigzags takes a hundred times as long as piece by piece, and its corners are too many to see.
        p.setPen(pen)
        for line in g.lines:
            p.drawLines([QLineF(*one, *two) for one, two in pairwise(line)])
        p.restore()
        return
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    p.strokePath(paths.line, pen)
    p.restore()


def paint_candles(p: QPainter, g: Geometry, b: Brushes, *, dim: bool) -> None:
    """A candle that rose is hollow and one that fell is filled, so that the colour says nothing alone."""
    assert g.prices is not None
    up, down = (b.theme.up(), b.theme.down()) if not dim else (b.theme.colour("low"), b.theme.colour("low"))
    ground = b.theme.colour("panel")
    p.save()
    p.setClipRect(QRectF(g.left, g.top - 2, g.right - g.left, g.bottom - g.top + 2))
    p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for candle in g.candles:
        left, right = g.times.x(candle.start), g.times.x(candle.end)
        middle, wide = round((left + right) / 2), max(1, round((right - left) * 0.7))
        rose = candle.close >= candle.open
        ink = up if rose else down
        p.setPen(QPen(ink, 1))
        p.drawLine(QLineF(middle, round(g.prices.y(candle.high)), middle, round(g.prices.y(candle.low))))
        top = round(g.prices.y(max(candle.open, candle.close)))
        tall = max(1, round(g.prices.y(min(candle.open, candle.close))) - top)
        if wide < 3:
            p.fillRect(QRectF(middle - wide // 2, top, wide, tall), ink)
        elif rose:
            p.fillRect(QRectF(middle - wide // 2, top, wide, tall), ground)
            p.drawRect(QRectF(middle - wide // 2, top, wide - 1, tall - 1))
        else:
            p.fillRect(QRectF(middle - wide // 2, top, wide, tall), ink)
    p.restore()


def paint_mark(p: QPainter, g: Geometry, x: float, y: float, b: Brushes) -> None:
    """Where a selected pin stands: a stem from the rail up to a ring on the price."""
    ink = b.theme.colour("policy")
    p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    p.setPen(QPen(ink, 1))
    for start, stop in mark_stem(g, x, y):
        p.drawLine(QLineF(round(x), start, round(x), stop))
    p.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    p.setPen(QPen(ink, 2))
    p.setBrush(b.theme.colour("surface"))
    p.drawEllipse(QPointF(x, y), 3.5, 3.5)


def mark_stem(g: Geometry, x: float, y: float) -> list[tuple[float, float]]:
    """From where to where the stem is drawn, top first: a label of the time axis interrupts it instead of being crossed out."""
    start, stop = y + 4, g.bottom + 30
    if all(abs(x - tick.text_left - tick.text_width / 2) > tick.text_width / 2 + 3 for tick in g.time_ticks):
        return [(start, stop)]
    return [(start, g.bottom + 4), (g.bottom + TIME_HEIGHT - 3, stop)]


def _level_colour(placed: PlacedLevel, b: Brushes) -> tuple[QColor, str]:
    name = {LevelState.ARMED: "text2", LevelState.CANNOT: "muted"}.get(placed.level.state, "high")
    if placed.is_left:
        name = "control"
    return b.theme.colour(name), name


def paint_level_line(p: QPainter, g: Geometry, placed: PlacedLevel, b: Brushes) -> None:
    """A dashed line with the state's disc at its left, and dots where the alert becomes ready again.

    One that is dragged away is faint: the accent line is what holds when the button is let go.
    """
    colour, name = _level_colour(placed, b)
    _dashes(p, g.left + _DISC + 2, g.right, placed.y, colour, (2, 4) if placed.is_left else (4, 3))
    if placed.rearm_y is not None and placed.level.state in (LevelState.FIRED, LevelState.REARMING):
        _dashes(p, g.left, g.right, placed.rearm_y, colour, (1, 3))
    disc = QRectF(g.left + 1.5, placed.y - _DISC / 2 + 0.5, _DISC - 1, _DISC - 1)
    p.setPen(QPen(colour, 1))
    p.setBrush(b.theme.colour("surface"))
    p.drawEllipse(disc)
    icon = b.icons.pixmap(_LEVEL_ICON[placed.level.state], name, 12, b.ratio)
    p.drawPixmap(QPointF(g.left + 4, placed.y - 6), icon)


def paint_level_tag(p: QPainter, g: Geometry, placed: PlacedLevel, text: str, b: Brushes) -> None:
    """The level's price on the axis."""
    colour, _ = _level_colour(placed, b)
    ink = colour if placed.level.state is not LevelState.ARMED else b.theme.colour("text")
    _tag(p, g, placed.tag_y, text, b, ground=b.theme.colour("surface"), edge=colour, ink=ink)


def paint_now(p: QPainter, g: Geometry, text: str, b: Brushes, *, dim: bool, quiet: bool) -> None:
    """The current price: dotted line, dot and filled tag. `quiet` leaves the filled tag to a level being placed."""
    if g.now is None:
        return
    colour = b.theme.colour("muted" if dim else "chart_line")
    _dashes(p, g.left, g.right, g.now.y, colour, (1, 2))
    if not dim:
        p.setPen(QPen(b.theme.colour("panel"), 1.5))
        p.setBrush(colour)
        p.drawEllipse(QPointF(g.now.x - 1, g.now.y), 4, 4)
    edge = b.theme.colour("muted" if dim else "accent")
    ground = b.theme.colour("surface") if quiet else edge
    ink = edge if quiet else b.theme.colour("surface" if dim else "on_accent")
    _tag(p, g, g.now.tag_y, text, b, ground=ground, edge=edge, ink=ink)


def paint_crosshair(p: QPainter, g: Geometry, x: float, y: float, b: Brushes) -> None:
    """The upright line through a reading, and the reading itself."""
    p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    p.setPen(QPen(b.theme.colour("muted"), 0))
    p.drawLine(QLineF(round(x), g.top, round(x), g.bottom))
    p.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    p.setPen(QPen(b.theme.colour("chart_line"), 2))
    p.setBrush(b.theme.colour("surface"))
    p.drawEllipse(QPointF(x, y), 3.5, 3.5)


def paint_crosshair_tags(
    p: QPainter, g: Geometry, x: float, y: float, price: str, time: str, b: Brushes, language: str
) -> None:
    """The reading's price on the axis and its time under the plot."""
    ground, ink = b.theme.colour("tooltip"), b.theme.colour("tooltip_text")
    _tag(p, g, min(max(y, g.top), g.bottom), price, b, ground=ground, edge=ground, ink=ink)
    p.setFont(b.fonts.font("micro", language))
    width = b.fonts.metrics("micro", language).horizontalAdvance(time) + 12
    left = min(max(x - width / 2, g.left), g.right + AXIS_WIDTH - width)
    rect = QRectF(round(left), round(g.bottom) + 3, width, TAG_HEIGHT)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(ground)
    p.drawRoundedRect(rect, 4, 4)
    p.setPen(ink)
    p.drawText(QPointF(rect.left() + 6, baseline(rect.top(), TAG_HEIGHT, 11)), time)


def paint_add(p: QPainter, g: Geometry, y: float, text: str, b: Brushes) -> None:
    """The offer to set an alert at the pointer: a line across and a filled tag with a plus."""
    accent = b.theme.colour("accent")
    _dashes(p, g.left, g.right, y, accent, (4, 3))
    _tag(p, g, y, text, b, ground=accent, edge=accent, ink=b.theme.colour("on_accent"), icon="plus")


def paint_draft(p: QPainter, g: Geometry, y: float, text: str, b: Brushes, *, ring: bool) -> None:
    """A level being placed: accent line, a grip to drag it by, a filled tag. `ring` marks keyboard focus."""
    accent = b.theme.colour("accent")
    _dashes(p, g.left, g.right, y, accent, (4, 3))
    grip = QRectF(round(g.left + (g.right - g.left) * 0.3) - _GRIP_W / 2 + 0.5, y - _GRIP_H / 2, _GRIP_W - 1, _GRIP_H)
    p.setPen(QPen(accent, 2 if ring else 1))
    p.setBrush(b.theme.colour("surface"))
    p.drawRoundedRect(grip, _GRIP_H / 2, _GRIP_H / 2)
    p.setPen(QPen(accent, 1.25))
    for offset in (-4, 0, 4):
        x = grip.center().x() + offset
        p.drawLine(QLineF(x, y - 2.5, x, y + 2.5))
    _tag(p, g, y, text, b, ground=accent, edge=accent, ink=b.theme.colour("on_accent"))


def _dashes(p: QPainter, left: float, right: float, y: float, colour: QColor, pattern: tuple[int, int]) -> None:
    p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    pen = QPen(colour, 1)
    pen.setDashPattern([float(part) for part in pattern])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    p.setPen(pen)
    p.drawLine(QLineF(left, round(y), right, round(y)))
    p.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _tag(
    p: QPainter,
    g: Geometry,
    y: float,
    text: str,
    b: Brushes,
    *,
    ground: QColor,
    edge: QColor,
    ink: QColor,
    icon: str = "",
) -> None:
    """A label on the axis, as wide as the axis; a longer text makes it reach into the plot."""
    text_width = b.fonts.metrics("badge").horizontalAdvance(text)
    extra = 14.0 if icon else 0.0
    width = max(AXIS_WIDTH - 2, text_width + extra + 10)
    rect = QRectF(g.right + AXIS_WIDTH - width, round(y - TAG_HEIGHT / 2), width, TAG_HEIGHT)
    p.setPen(QPen(edge, 1))
    p.setBrush(ground)
    p.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    start = rect.left() + (width - text_width - extra) / 2
    if icon:
        p.drawPixmap(QPointF(start - 1, rect.top() + 3), b.icons.tinted(icon, ink.name(), 12, b.ratio))
    p.setPen(ink)
    p.setFont(b.fonts.font("badge"))
    p.drawText(QPointF(start + extra, baseline(rect.top(), TAG_HEIGHT, 11)), text)
