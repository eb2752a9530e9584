# SPDX-License-Identifier: MIT
"""`hkwatch check`: ask everything once and print a table."""

import asyncio
import time
from collections.abc import Sequence

from hkwatch.app import exit_codes
from hkwatch.app.compose import ASSETS, Options, build, enabled_sources, make_clock
from hkwatch.app.lock import acquire
from hkwatch.app.tables import table
from hkwatch.domain.events import Event
from hkwatch.services.poller import Polled


def main(options: Options) -> int:
    """Poll all sources and venues once, store what is new, print a line each. Raises HkwatchError."""
    options.paths.create()
    with acquire(options.paths.data_dir, "cli"):
        return asyncio.run(_run(options))


async def _run(options: Options) -> int:
    clock = make_clock(options)
    events: list[Event] = []
    running = await build(options, clock, events.append, use_dbus=False)
    try:
        rows = enabled_sources(running.files.catalogue, running.files.settings)
        await running.poller.load(list(rows))

        async def timed(row: object) -> tuple[Polled, float]:
            started = time.perf_counter()
            return await running.poller.poll(row), time.perf_counter() - started  # type: ignore[arg-type]

        polled = await asyncio.gather(*(timed(row) for row in rows))
        lines = [_line(one, seconds) for one, seconds in polled]
        print(table(("source", "status", "items", "new", "seconds", "what went wrong"), lines))
        failed = any(one.error for one, _ in polled)
        for asset in ASSETS:
            started = time.perf_counter()
            answers = await running.venues.ask(asset)
            seconds = time.perf_counter() - started
            await running.fx.refresh()
            print()
            venues = [
                (
                    running.venues.rows[venue].name,
                    "ok" if not answer.error else "failed",
                    f"{answer.quote.price:,}" if answer.quote else "",
                    answer.error,
                )
                for venue, answer in answers.items()
            ]
            print(table((f"venue ({asset}, {seconds:.2f} s)", "status", "price", "what went wrong"), venues))
            failed |= any(answer.error for answer in answers.values())
        rate = running.fx.current
        basis = "middle of the peg band, no service answered" if rate.is_fallback else rate.source
        print(f"\nUSD/HKD {rate.rate} ({basis})")
        return exit_codes.SOME_FAILED if failed else exit_codes.FINE
    finally:
        await running.close()


def _line(polled: Polled, seconds: float) -> Sequence[str]:
    record = polled.record
    status = str(record.http_status or "") if polled.error is None else polled.error.key
    problem = "" if polled.error is None else f"{polled.error.detail} {polled.error.next_step}".strip()
    return (polled.source, status, str(polled.entries), str(len(polled.stored.added)), f"{seconds:.2f}", problem)
