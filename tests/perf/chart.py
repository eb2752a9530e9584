# SPDX-License-Identifier: MIT
"""How long a frame of the chart takes while a year of minutes is zoomed and dragged.

Each frame is what a turn of the wheel or a pixel of dragging costs: layout, the layer painted anew, everything on the widget.
"""

import gc
import math
import sys
import time
from array import array
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from hkwatch.app.paths import resources
from hkwatch.domain.detail import Columns
from hkwatch.ui.price.chart import PriceChart
from hkwatch.ui.price.scales import Span
from hkwatch.ui.price.series import Series
from hkwatch.ui.theme import Fonts, Icons, Theme
from perf.figures import Figure, Target, figure, quantile

BARS = 525_600
FRAMES = 240
SIZES = ((280, 240), (900, 500))
DAY_S = 86_400
END = datetime(2026, 11, 20, 4, 0, tzinfo=UTC).timestamp()


def year() -> Columns:
    """A year of minutes that wander without chance."""
    times, opens, highs, lows, closes = (array("d") for _ in range(5))
    price = 95_000.0
    for n in range(BARS):
        before = price
        price = 95_000 + 9_000 * math.sin(n / 40_000) + 900 * math.sin(n / 997) + 60 * math.sin(n * 1.7)
        times.append(END - (BARS - n) * 60)
        opens.append(before)
        closes.append(price)
        highs.append(max(before, price) + 12)
        lows.append(min(before, price) - 12)
    return Columns(times, opens, highs, lows, closes)


def measure(*, big: bool = False) -> list[Figure]:
    """One row, the zoom; the notes tell the dragging, and each kind apart."""
    del big
    frames = drawn()
    zoomed = [one for (_, what), found in frames.items() for one in found if what == "zoom"]
    notes = [
        f"{kind}, {what}: median {quantile(sorted(found), 0.5):.1f}, p99 {quantile(sorted(found), 0.99):.1f},"
        f" worst {max(found):.1f} ms"
        for (kind, what), found in frames.items()
    ]
    return [
        figure(
            f"a frame of the chart, zooming over {BARS:,} one-minute bars, line and candles",
            "ms",
            zoomed,
            [Target("p99", 16.0)],
            notes=notes,
        )
    ]


def drawn() -> dict[tuple[str, str], list[float]]:
    """The time of every frame in ms, by kind of chart and what is done to it."""
    app = QApplication.instance() or QApplication(sys.argv)
    folder = Path(resources())
    theme = Theme.load(folder)
    chart = PriceChart(theme, Fonts(theme), Icons(folder, theme))
    series = Series.of(year())
    # As the window does once it stands: what was made so far is not looked through again.
    gc.freeze()
    frames: dict[tuple[str, str], list[float]] = {}
    for width, height in SIZES:
        chart.resize(width, height)
        chart.set_points(series)
        chart.set_now(95_000.0, datetime.fromtimestamp(END, UTC))
        target = QPixmap(width, height)
        for as_candles in (False, True):
            chart.set_candles(as_candles)
            kind = f"{'candles' if as_candles else 'line'} {width} × {height}"
            for what in ("zoom", "drag a year", "drag a month"):
                chart.set_span(Span.YEAR if what != "drag a month" else Span.MONTH)
                spent = frames[kind, what] = []
                for number in range(FRAMES):
                    began = time.perf_counter()
                    if what == "zoom":
                        chart.set_view_window(366 * DAY_S * 0.97**number, END - number * 60_000)
                    else:
                        days = 180 if what == "drag a year" else 30
                        chart.set_view_window(days * DAY_S, END - 5_000 - number * 3600)
                    chart.render(target)
                    spent.append(1000 * (time.perf_counter() - began))
    app.processEvents()
    return frames
