# SPDX-License-Identifier: MIT
"""From a price sample that crosses an alert's level to the notification handed over: the whole engine on a fast clock."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from urllib.parse import urlsplit

from hkwatch.app.clock import Scene, SceneClock
from hkwatch.app.compose import build
from hkwatch.app.options import Options
from hkwatch.domain.alert_types import STORM_POPUPS, STORM_WINDOW
from hkwatch.domain.alerts import AlertKind, AlertSpec, Repeat
from hkwatch.domain.commands import SaveAlert
from hkwatch.domain.events import AlertFired, Event
from hkwatch.domain.ids import AlertId, CommandId, NoticeId
from hkwatch.notify.port import Notice
from perf.big_store import data_folder
from perf.figures import Figure, Target, figure
from perf.servers import Server, server

FIRINGS = 100
RATE = 30.0
"""A sample each 15 seconds of the program's clock is two a second."""
CALM = STORM_WINDOW / STORM_POPUPS + timedelta(seconds=2)
"""By the program's clock. Alerts that fire more often are a storm, told as one when it is over."""
QUIET_S = 15.0
"""The first answers of all sources are not what is measured either."""
STORED_ITEMS = 100_000


class Port:
    """A way out that notes when it was given an alert."""

    available, reason = True, ""
    plays_sounds = False

    def __init__(self) -> None:
        self.given: asyncio.Queue[float] = asyncio.Queue()

    async def start(self) -> None:
        return

    async def show(self, notice: Notice) -> bool:
        if notice.alert_id is not None:
            self.given.put_nowait(time.time())
        return True

    async def withdraw(self, notice_id: NoticeId) -> None:
        return

    async def close(self) -> None:
        return


async def _fire(served: Server, clock: SceneClock, options: Options) -> list[float]:
    port, fired = Port(), []

    def hear(event: Event) -> None:
        if isinstance(event, AlertFired):
            # The sample bears the instant at which the venues' answers were all there.
            fired.append(clock.to_real(event.firing.at).timestamp())

    running = await build(options, clock, hear, extra_ports=[port], use_dbus=False)
    hosts = [urlsplit(row.url).netloc for row in running.venues.rows.values()]
    work = asyncio.create_task(running.engine.run())
    taken: list[float] = []
    try:
        served.scale_prices(1.0, hosts)
        while any(record.last_try_ms is None for record in running.poller.records.values()):
            await asyncio.sleep(0.5)
        await asyncio.sleep(QUIET_S)
        for kind, level in ((AlertKind.CROSS_ABOVE, 95_500), (AlertKind.CROSS_BELOW, 94_500)):
            spec = AlertSpec(AlertId(0), "BTC", kind, Decimal(level), cooldown_s=0, repeat=Repeat.EVERY)
            await running.engine.handle(SaveAlert(CommandId(kind.value), spec))
        for number in range(FIRINGS):
            await clock.sleep(CALM.total_seconds())
            served.scale_prices(1.01 if number % 2 else 0.99, hosts)
            given = await asyncio.wait_for(port.given.get(), 30)
            taken.append(1000 * (given - fired[-1]))
    finally:
        running.engine.stop()
        await work
        await running.close()
    assert len(fired) == FIRINGS, len(fired)
    return taken


def measure(*, big: bool = False) -> list[Figure]:
    """One row: prices go up and down through two repeating alerts."""
    del big
    epoch = time.time()
    clock = SceneClock((Scene(0.0, datetime.fromtimestamp(epoch, UTC), RATE),), epoch)
    with server(epoch, RATE) as served, data_folder(STORED_ITEMS) as paths:
        taken = asyncio.run(_fire(served, clock, Options(paths, served.address)))
    return [
        figure(
            "price sample arrives → notification handed over",
            "ms",
            taken,
            [Target("p99", 50.0)],
            notes=("the store is committed to the disk twice in between: firing, then `sending`",),
        )
    ]
