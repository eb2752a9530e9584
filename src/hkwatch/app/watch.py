# SPDX-License-Identifier: MIT
"""`hkwatch watch`: the same engine in the foreground of a terminal, without Qt. Prints what matters as it comes."""

import asyncio
import contextlib
import signal
import sqlite3
import sys

from hkwatch.app import exit_codes
from hkwatch.app.compose import Running, build
from hkwatch.app.counted import counted
from hkwatch.app.explaining import explain
from hkwatch.app.lock import acquire
from hkwatch.app.logs import set_up_logging
from hkwatch.app.memory import give_back_again_and_again
from hkwatch.app.options import Options, make_clock
from hkwatch.app.paths import resources
from hkwatch.app.signals import BREAKS, end_on
from hkwatch.app.windows_identity import tell_windows
from hkwatch.domain import commands as cmd
from hkwatch.domain.clock import Clock
from hkwatch.domain.events import AlertFired, Event, ItemsAdded, NoticeWanted, WatchStatusChanged
from hkwatch.domain.ids import CommandId, ItemId, NoticeId, SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.rows import InboxRow
from hkwatch.domain.saving import BATTERY, METERED, factor_of
from hkwatch.notify.port import Notice
from hkwatch.notify.terminal import TerminalNotices
from hkwatch.services.poller import Polled
from hkwatch.store import pages, stories


def main(options: Options, *, for_s: float | None, once: bool) -> int:
    """Watch until Ctrl+C, for `for_s` real seconds, or once. Returns the exit code. Raises HkwatchError."""
    tell_windows()
    options.paths.create()
    stop_logging = set_up_logging(options.paths.log_file, "watch")
    try:
        with acquire(options.paths.data_dir, "watch"):
            return asyncio.run(_run(options, for_s, once))
    finally:
        stop_logging()


async def _run(options: Options, for_s: float | None, once: bool) -> int:
    clock = make_clock(options)
    with contextlib.ExitStack() as stack:
        seeds: list[cmd.SaveAlert] = []
        if options.is_demo:
            from hkwatch.app.demo import demo_replica  # noqa: PLC0415 - brings a whole server with it

            options, seeds = stack.enter_context(demo_replica(options, clock, resources()))
        printer = Printer(clock)
        running = await build(options, clock, printer.take, desktop_shows=True)
        printer.running = running
        for problem in running.files.problems:
            print(f"Warning: {explain(problem)}", file=sys.stderr)
        try:
            if once:
                polled = await running.engine.once()
                await printer.drain()
                return _report_once(polled)
            tidying = asyncio.create_task(give_back_again_and_again(clock))
            try:
                return await _watch(running, printer, seeds, for_s)
            finally:
                tidying.cancel()
                await asyncio.gather(tidying, return_exceptions=True)
        finally:
            await printer.close()
            await running.close()


async def _watch(running: Running, printer: "Printer", seeds: list[cmd.SaveAlert], for_s: float | None) -> int:
    loop = asyncio.get_running_loop()
    engine = running.engine
    for number in (signal.SIGINT, signal.SIGTERM, *BREAKS):
        end_on(number, loop, engine.stop)
    if for_s is not None:
        loop.call_later(for_s, engine.stop)
    print("Watching. Flagged items and price alerts are printed as they come; Ctrl+C ends.", flush=True)
    seeding = loop.create_task(_seed(running, seeds))
    try:
        await engine.run()
    finally:
        seeding.cancel()
        await asyncio.gather(seeding, return_exceptions=True)
    await printer.drain()
    status = printer.status
    failing = [source for source in status.sources if source.failing_since is not None] if status else []
    return exit_codes.SOME_FAILED if failing else exit_codes.FINE


async def _seed(running: Running, seeds: list[cmd.SaveAlert]) -> None:
    for seed in seeds:
        await running.engine.handle(seed)


def _report_once(polled: list[Polled]) -> int:
    for one in polled:
        if one.error is not None:
            print(f"{one.source}: {explain(one.error)}", file=sys.stderr)
    back = sum(len(one.stored.back) for one in polled)
    added = sum(len(one.stored.added) for one in polled)
    print(f"{counted(added, 'item')} stored, {back:,} of them back catalogue (stored as read, not told).", flush=True)
    return exit_codes.SOME_FAILED if any(one.error for one in polled) else exit_codes.FINE


class Printer:
    """Turns the engine's events into lines. Printing waits its turn in a queue: events must not wait for a terminal."""

    def __init__(self, clock: Clock) -> None:
        self._terminal = TerminalNotices(clock, sys.stdout)
        self._jobs: asyncio.Queue[Event] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._printed: set[ItemId] = set()
        self._lost_source: set[SourceId] = set()
        self._saving = ""
        self.running: Running | None = None
        self.status: WatchStatusChanged | None = None

    def take(self, event: Event) -> None:
        """The engine's `emit`."""
        if isinstance(event, WatchStatusChanged):
            self.status = event
            self._say_failures(event)
            self._say_saving(event.saving)
        self._jobs.put_nowait(event)
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._work())
            self._task.add_done_callback(self._on_end)

    async def drain(self) -> None:
        """Wait until everything taken was printed. Raises what ended the printing: OSError when the reader went away."""
        if self._task is None:
            return
        printed = asyncio.ensure_future(self._jobs.join())
        await asyncio.wait((printed, self._task), return_when=asyncio.FIRST_COMPLETED)
        if not printed.done() or self._task.done():
            printed.cancel()
            self._task.result()

    async def close(self) -> None:
        """Print no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._terminal.close()

    async def _work(self) -> None:
        while True:
            event = await self._jobs.get()
            try:
                await self._print(event)
            finally:
                self._jobs.task_done()

    def _on_end(self, task: "asyncio.Task[None]") -> None:
        """A watch that can tell nobody ends, rather than going on in silence."""
        if not task.cancelled() and task.exception() is not None and self.running is not None:
            self.running.engine.stop()

    async def _print(self, event: Event) -> None:
        running = self.running
        if running is None:
            return
        wording = running.engine.wording
        match event:
            case ItemsAdded(ids, back=False):
                rows = await running.database.run(_stories, ids)
                for row in reversed(rows):
                    if row.flagged or row.level >= Level.HIGH:
                        await self._line(wording.publisher(row.publisher), wording.doc_type(row.doc_type), row)
            case ItemsAdded(ids, back=True):
                print(f"{counted(len(ids), 'item')} of the back catalogue stored.", flush=True)
            case AlertFired(firing):
                title, body = wording.firing(firing)
                await self._terminal.show(Notice(NoticeId(0), title, body, Level.HIGH))
            case NoticeWanted(notice):
                # It is on the screen already, as a line of its own.
                await running.engine.handle(cmd.NoticeShown(CommandId(f"shown-{notice}"), notice, way="terminal"))
            case _:
                return

    async def _line(self, publisher: str, kind: str, row: InboxRow) -> None:
        if row.id in self._printed:
            return
        self._printed.add(row.id)
        where = f"{publisher} · {kind}" + (f" · {row.ref}" if row.ref else "")
        await self._terminal.show(Notice(NoticeId(0), where, row.title, row.level))

    def _say_saving(self, reason: str) -> None:
        if reason == self._saving:
            return
        self._saving = reason
        why = {BATTERY: "on battery", METERED: "on a metered connection"}
        words = " and ".join(why[name] for name in reason.split())
        text = (
            f"Checking {factor_of(reason)} times less often {words}." if reason else "Checking as often as usual again."
        )
        print(text, file=sys.stderr, flush=True)

    def _say_failures(self, event: WatchStatusChanged) -> None:
        failing = {source.source: source for source in event.sources if source.failing_since is not None}
        for name, source in failing.items():
            if name not in self._lost_source:
                print(f"{source.name_en}: {source.error} {source.next_step}".strip(), file=sys.stderr, flush=True)
        for name in self._lost_source - set(failing):
            print(f"{name}: answers again.", file=sys.stderr, flush=True)
        self._lost_source = set(failing)


def _stories(db: sqlite3.Connection, items: tuple[ItemId, ...]) -> tuple[InboxRow, ...]:
    """The rows that stand for these items: a story is one line."""
    return pages.rows_of(db, tuple(dict.fromkeys(stories.lead_of(db, item) for item in items)))
