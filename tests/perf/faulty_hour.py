# SPDX-License-Identifier: MIT
"""The hour in which much fails, as a picture: `python tests/perf/faulty_hour.py hour.png`.

Seven venues at the replica: one stuck, one at half the price, two away, USDT at 0.97, one with a clock that runs ahead. Drawn are
each venue's dollars (dots), the consensus (line) and who counted (rows below).
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from fakes import SteppedClock
from hkwatch.domain.events import AlertFired, PriceChanged
from hkwatch.replica import Replica, World
from services.rig import Rig
from services.test_venue_table import HOUR, VOTERS, faulty_hour, pegged, set_alerts

WIDTH, HEIGHT, LEFT, TOP, PLOT = 1000, 560, 90, 30, 330
LOW, HIGH = 93_000.0, 98_500.0
COLOURS = ("#B3261E", "#7A4B00", "#0B6B5E", "#5A3EA8", "#C4232B", "#0B7A3B", "#8A6D00")


def x_of(index: int) -> float:
    """The pixel of a sample."""
    return LEFT + index * (WIDTH - LEFT - 20) / 239


def y_of(price: float) -> float:
    """The pixel of a price, kept inside the plot: half the price lies far below."""
    return TOP + (HIGH - min(max(price, LOW), HIGH)) / (HIGH - LOW) * PLOT


async def record(folder: Path) -> tuple[list[PriceChanged], int]:
    """The hour's consensus, and how many alerts fired."""
    clock = SteppedClock()
    world = World(prices=pegged("0.9998", *HOUR))
    with Replica(world, clock.now) as replica:
        async with Rig(folder, replica, clock, venues=None) as rig:
            await rig.load()
            await rig.price.sample()
            await set_alerts(rig)
            clock.step(15)
            events = await faulty_hour(rig, world, replica, clock)
            return events, len(rig.of(AlertFired))


def draw(events: list[PriceChanged]) -> QImage:
    """The picture."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    p = QPainter(image)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(QColor("#59636E"))
    for price in range(93_000, 98_501, 1000):
        p.drawText(QPointF(10, y_of(price) + 4), f"US${price:,}")
    for index, event in enumerate(events):
        for row, venue in enumerate(VOTERS):
            view = next(one for one in event.venues if one.venue == venue)
            ink = QColor(COLOURS[row])
            if view.price_usd is not None and index % 4 == 0:
                p.setPen(Qt.PenStyle.NoPen)
                p.setBrush(ink)
                p.drawEllipse(QPointF(x_of(index), y_of(float(view.price_usd))), 1.6, 1.6)
            ground = QColor("#0B7A3B") if view.kept else QColor("#E2E5E9")
            p.fillRect(QRectF(x_of(index), TOP + PLOT + 30 + row * 24, 4, 14), ground)
    p.setPen(QPen(QColor("#1F5FBF"), 2.5))
    for index in range(1, len(events)):
        one, two = events[index - 1].price_usd, events[index].price_usd
        if one is not None and two is not None:
            p.drawLine(QPointF(x_of(index - 1), y_of(float(one))), QPointF(x_of(index), y_of(float(two))))
    p.setPen(QColor("#1B1F24"))
    for row, venue in enumerate(VOTERS):
        p.drawText(QPointF(10, TOP + PLOT + 42 + row * 24), venue)
    p.end()
    return image


def main() -> int:
    """Record and write the picture."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "faulty_hour.png")
    app = QApplication.instance() or QApplication(sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        events, fired = asyncio.run(record(Path(folder)))
    draw(events).save(str(target))
    app.processEvents()
    states = {state: sum(event.state == state for event in events) for state in {event.state for event in events}}
    print(f"{target}: {len(events)} samples, {fired} alerts fired, states { ({str(k): v for k, v in states.items()}) }")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
