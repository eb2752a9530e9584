# SPDX-License-Identifier: MIT
"""Moves the straight lines of a tray drawing onto whole pixels.

The drawings are made on a grid of 16. At 16, 32, 48 and 64 px its lines fall on pixels by themselves; at 22 and 24 they
would fall between two and look grey. Left and right stay mirror images. Pure.
"""

import math

_GRID = 16
_LETTER = 'd="M4 2v12M12 2v12M4 10h8" fill="none" stroke="{ink}" stroke-width="2"'
_BARS = 'd="M4.5 2v12M11.5 2v12" fill="none" stroke="{ink}" stroke-width="3"'
_OUTLINE = 'd="M2.5 1.5h3v7h5v-7h3v13h-3v-3h-5v3h-3z" fill="none" stroke="{ink}" stroke-width="1"'
INKS = ("#E6EAF0", "#2B3138")
"""For dark panels, for light ones."""


def on_whole_pixels(svg: str, size: int) -> str:
    """The drawing with its letter, bars or outline redrawn for `size` px; unchanged where the grid fits already."""
    if size % _GRID == 0:
        return svg
    for shape, redraw in ((_LETTER, _letter), (_BARS, _bars), (_OUTLINE, _outline)):
        for ink in INKS:
            svg = svg.replace(shape.format(ink=ink), redraw(_Pixels(size)).format(ink=ink))
    return svg


class _Pixels:
    """Turns grid units into units that fall on pixels."""

    def __init__(self, size: int) -> None:
        self.size, self.unit = size, size / _GRID

    def edge(self, units: float) -> int:
        """The pixel an edge is moved to."""
        return math.floor(units * self.unit + 0.5)

    def back(self, pixels: float) -> str:
        """Pixels as units of the drawing."""
        return f"{pixels / self.unit:.9g}"


def _letter(grid: _Pixels) -> str:
    left, right = grid.edge(3), grid.edge(5)
    width, back = right - left, grid.back
    x, mirrored = (left + right) / 2, grid.size - (left + right) / 2
    top, bottom, bar = grid.edge(2), grid.edge(14), grid.edge(9) + width / 2
    return (
        f'd="M{back(x)} {back(top)}V{back(bottom)}M{back(mirrored)} {back(top)}V{back(bottom)}'
        f'M{back(x)} {back(bar)}H{back(mirrored)}" fill="none" stroke="{{ink}}" stroke-width="{back(width)}"'
    )


def _bars(grid: _Pixels) -> str:
    left, right = grid.edge(3), grid.edge(6)
    x, mirrored, back = (left + right) / 2, grid.size - (left + right) / 2, grid.back
    top, bottom = grid.edge(2), grid.edge(14)
    return (
        f'd="M{back(x)} {back(top)}V{back(bottom)}M{back(mirrored)} {back(top)}V{back(bottom)}"'
        f' fill="none" stroke="{{ink}}" stroke-width="{back(right - left)}"'
    )


def _outline(grid: _Pixels) -> str:
    width = max(1, math.floor(grid.unit))
    half, back = width / 2, grid.back
    x0, x1 = grid.edge(2) + half, grid.edge(6) - half
    y0, y1, y2, y3 = grid.edge(1) + half, grid.edge(9) - half, grid.edge(11) + half, grid.edge(15) - half
    x2, x3 = grid.size - x1, grid.size - x0
    corners = [(x0, y0), (x1, y0), (x1, y1), (x2, y1), (x2, y0), (x3, y0)]
    corners += [(x3, y3), (x2, y3), (x2, y2), (x1, y2), (x1, y3), (x0, y3)]
    path = "L".join(f"{back(x)} {back(y)}" for x, y in corners)
    return f'd="M{path}z" fill="none" stroke="{{ink}}" stroke-width="{back(width)}"'
