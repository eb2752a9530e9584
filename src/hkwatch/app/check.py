# SPDX-License-Identifier: MIT
"""`hkwatch check`: ask everything once and print a row a source: how it is, what it answered, why not and what to do."""

import asyncio
import time
from collections.abc import Sequence

from hkwatch.app import exit_codes
from hkwatch.app.choices import enabled_sources, priced_assets
from hkwatch.app.compose import build
from hkwatch.app.lock import acquire
from hkwatch.app.options import Options, make_clock
from hkwatch.app.tables import table
from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.errors import FetchError, SourceError
from hkwatch.domain.events import Event
from hkwatch.domain.hkt import format_clock
from hkwatch.services.health import source_health
from hkwatch.services.poller import Polled

HEAD = ("source", "state", "HTTP", "entries", "new", "seconds", "cause and next step")


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

        async def timed(row: SourceRow) -> tuple[SourceRow, Polled, float]:
            started = time.perf_counter()
            return row, await running.poller.poll(row), time.perf_counter() - started

        polled = await asyncio.gather(*(timed(row) for row in rows))
        lines = [source_line(row, one, seconds) for row, one, seconds in polled]
        print(table(HEAD, lines))
        failed = any(one.error for _, one, _ in polled)
        for asset in priced_assets(running.files.catalogue, running.files.settings):
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
            # A venue that is only shown may refuse this place; the price does not suffer.
            failed |= any(answer.error for venue, answer in answers.items() if running.venues.rows[venue].vote)
        rate = running.fx.current
        basis = "middle of the peg band, no service answered" if rate.is_fallback else rate.source
        print(f"\nUSD/HKD {rate.rate} ({basis})")
        return exit_codes.SOME_FAILED if failed else exit_codes.FINE
    finally:
        await running.close()


def source_line(row: SourceRow, polled: Polled, seconds: float) -> Sequence[str]:
    """A source's cells, as in `HEAD`. The state of one that answered is `ok`, or `unchanged` since the last time."""
    state = source_health(row, polled.record, polled.next_at, offline=False).state.value
    if polled.unchanged and polled.error is None:
        state = "unchanged"
    if polled.moved_to is not None:
        state = "moved"
    return (
        polled.source,
        state,
        _http_status(polled),
        str(polled.entries),
        str(len(polled.stored.added)),
        f"{seconds:.2f}",
        _explained(polled),
    )


def _http_status(polled: Polled) -> str:
    match polled.error:
        case None:
            return str(polled.record.http_status or "–")
        case FetchError(http_status=status):
            return "–" if status is None else str(status)
        case _:
            # Only what came with a good status is ever read, and found wrong.
            return "200"


def _explained(polled: Polled) -> str:
    error: SourceError | None = polled.error
    if error is not None:
        step = error.next_step or f"Nothing to do; it is due again at {format_clock(polled.next_at)} HKT."
        return f"{error.key}: {error.detail} {step}"
    if polled.moved_to is not None:
        return f"It says for good: {polled.moved_to}. Use that address in its row of the catalogue, or accept it in the window."
    return "; ".join(polled.warnings)
