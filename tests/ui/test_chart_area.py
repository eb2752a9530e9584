# SPDX-License-Identifier: MIT
"""The area under the curve: a smooth line is followed closely, a jagged one in wide steps, and never is it above the line."""

import math

import pytest

from hkwatch.ui.price.chart_paint import curve_paths
from hkwatch.ui.price.curve import Line

BOTTOM = 470.0


def line(height: float, width: int = 846, step: float = 2.0) -> Line:
    """A zigzag of that height, a corner every two pixels."""
    return [(step * n, 235 + (height / 2 if n % 2 else -height / 2)) for n in range(round(width / step))]


def test_under_a_jagged_line_there_are_few_corners() -> None:
    calm, jagged = curve_paths((line(1),), BOTTOM), curve_paths((line(400),), BOTTOM)
    assert (calm.is_dense, jagged.is_dense) == (False, True)
    assert jagged.area.elementCount() < 846 / 8 + 8
    assert calm.area.elementCount() > 846 / 4


@pytest.mark.parametrize("height", [1, 40, 400])
def test_the_area_never_stands_above_the_line(height: float) -> None:
    points = line(height)
    area = curve_paths((points,), BOTTOM).area
    corners = [area.elementAt(at) for at in range(area.elementCount())]
    highest = min(y for _, y in points)
    assert all(corner.y >= highest - 1e-9 for corner in corners)


def test_a_short_line_is_one_path_however_jagged() -> None:
    few: Line = [(8.0 * n, 235 + 200 * math.sin(n * 1.7)) for n in range(100)]
    made = curve_paths((few,), BOTTOM)
    assert not made.is_dense
    assert made.line.elementCount() == 100
