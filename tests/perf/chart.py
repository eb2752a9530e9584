# SPDX-License-Identifier: MIT
"""How many frames a second the chart draws while a year of minutes is zoomed and dragged: `python tests/perf/chart.py`.

Each frame is what a turn of the wheel or a pixel of dragging costs: layout, the layer painted anew, everything on the widget.
"""

import gc
import math
import os
import sys
import time
from array import array
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from hkwatch.app.paths import resources
from hkwatch.domain.detail import Columns
from hkwatch.ui.price.chart import PriceChart
from hkwatch.ui.price.scales import Span
from hkwatch.ui.price.series import Series
from hkwatch.ui.theme import Fonts, Icons, Theme

BARS = 525_600
FRAMES = 240
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


def main() -> int:
    """Print the figures."""
    app = QApplication.instance() or QApplication(sys.argv)
    folder = Path(resources())
    theme = Theme.load(folder)
    fonts = Fonts(theme)
    chart = PriceChart(theme, fonts, Icons(folder, theme))
    columns = year()
    started = time.perf_counter()
    series = Series.of(columns)
    print(f"series of {len(series):,} bars: {time.perf_counter() - started:.2f} s (in the reading thread)")
    started = time.perf_counter()
    tail = Columns(
        *(array("d", part[-3:]) for part in (columns.times, columns.opens, columns.highs, columns.lows, columns.closes))
    )
    series = series.with_tail(tail)
    print(f"three newer bars: {1000 * (time.perf_counter() - started):.1f} ms")
    # As the window does once it stands: what was made so far is not looked through again.
    gc.freeze()
    for width, height in ((280, 240), (900, 500)):
        chart.resize(width, height)
        chart.set_points(series)
        chart.set_now(95_000.0, datetime.fromtimestamp(END, UTC))
        target = QPixmap(width, height)
        for as_candles in (False, True):
            chart.set_candles(as_candles)
            for name in ("zoom", "drag a year", "drag a month"):
                chart.set_span(Span.YEAR if name != "drag a month" else Span.MONTH)
                spent, worked = [], []
                for n in range(FRAMES):
                    began, at_work = time.perf_counter(), time.thread_time()
                    if name == "zoom":
                        chart.set_view_window(366 * 86_400 * 0.97**n, END - n * 60_000)
                    else:
                        length = 180 * 86_400 if name == "drag a year" else 30 * 86_400
                        chart.set_view_window(length, END - 5_000 - n * 3600)
                    chart.render(target)
                    spent.append(time.perf_counter() - began)
                    worked.append(time.thread_time() - at_work)
                mean, p99 = sum(spent) / len(spent), quantiles(spent, n=100)[98]
                kind = "candles" if as_candles else "line"
                print(f"{width}x{height} {kind:8}{name:13}{1 / mean:7.0f} frames/s, p99 {1000 * p99:5.1f} ms", end=", ")
                # What it comes to on a machine that does nothing else.
                mean, p99 = sum(worked) / len(worked), quantiles(worked, n=100)[98]
                print(f"processor {1000 * mean:5.1f} ms, p99 {1000 * p99:5.1f} ms")
    app.processEvents()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
