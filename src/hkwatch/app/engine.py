# SPDX-License-Identifier: MIT
"""`hkwatch engine`: the desktop's child. Speaks the link on stdin and stdout, ends when stdin closes."""

import asyncio
import contextlib
import gc
import logging
import os
import signal
import sys

from hkwatch import __version__
from hkwatch.app import exit_codes
from hkwatch.app.compose import build
from hkwatch.app.lock import LockedError, acquire
from hkwatch.app.logs import set_up_logging, write_crash_report
from hkwatch.app.memory import give_back_again_and_again
from hkwatch.app.options import Options, make_clock
from hkwatch.app.paths import resources
from hkwatch.domain import commands as cmd
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import HkwatchError
from hkwatch.domain.events import EngineFailed, EngineFinished
from hkwatch.link.engine_end import EngineLink
from hkwatch.link.hello import PROTOCOL, Hello
from hkwatch.services.engine import Engine

log = logging.getLogger(__name__)

TURN_S = 0.001
"""So long a thread that computes keeps the others waiting. The loop waits once for each packet it sends or gets: with
Python's own 5 ms it is late by all of these together while feeds are read and stored."""


def main(options: Options, clock: Clock | None = None) -> int:
    """Run until the desktop says stop or goes away; returns the exit code. `clock` None = the one the options ask for."""
    link = EngineLink(Hello(PROTOCOL, __version__, os.getpid()))
    code = exit_codes.FINE
    options.paths.create()
    stop_logging = set_up_logging(options.paths.log_file, "engine")
    # Ctrl+C in the terminal goes to the whole group; the desktop decides when the engine ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with acquire(options.paths.data_dir, "desktop"):
            asyncio.run(_run(options, link, clock or make_clock(options)))
        link.send(EngineFinished())
    except HkwatchError as error:
        log.error("key=%s detail=%s", error.key, error.detail)
        code = exit_codes.LOCKED if isinstance(error, LockedError) else exit_codes.of(error)
        link.send(EngineFailed(error.key, error.detail, error.next_step, code))
    except BaseException as error:
        # A bug: the report is written here because the hooks are gone once this returns. The desktop starts us again.
        write_crash_report(options.paths.log_dir, "engine", error)
        raise
    finally:
        link.close()
        stop_logging()
    return code


async def _run(options: Options, link: EngineLink, clock: Clock) -> None:
    loop = asyncio.get_running_loop()
    with contextlib.ExitStack() as stack:
        seeds: list[cmd.SaveAlert] = []
        if options.is_demo:
            from hkwatch.app.demo import demo_replica  # noqa: PLC0415 - brings a whole server with it

            options, seeds = stack.enter_context(demo_replica(options, clock, resources()))
        running = await build(options, clock, link.send, desktop_shows=True)
        # Rules, catalogue and dictionary stay for good: looking through them for garbage would hold the loop up for 60 ms.
        gc.freeze()
        sys.setswitchinterval(TURN_S)
        engine = running.engine
        work: asyncio.Queue[cmd.Command] = asyncio.Queue()

        def on_message(message: Hello | cmd.Command) -> None:
            if isinstance(message, Hello):
                if message.protocol != PROTOCOL:
                    log.error("protocol desktop=%d engine=%d", message.protocol, PROTOCOL)
                    engine.stop()
                else:
                    engine.announce_all()
            else:
                work.put_nowait(message)

        def on_end(reason: str) -> None:
            if reason:
                log.error("link %s", reason)
            engine.stop()

        link.listen(loop, on_message, on_end)
        commands = loop.create_task(_carry_out(engine, work, seeds))
        commands.add_done_callback(lambda task: _end_with(task, engine))
        tidying = loop.create_task(give_back_again_and_again(clock))
        try:
            await engine.run()
        finally:
            for task in (commands, tidying):
                task.cancel()
            await asyncio.gather(commands, tidying, return_exceptions=True)
            await running.close()


def _end_with(commands: "asyncio.Task[None]", engine: Engine) -> None:
    # An engine that takes commands no more would leave the desktop waiting for ever.
    if not commands.cancelled() and (problem := commands.exception()) is not None:
        engine.fail(problem)


async def _carry_out(engine: Engine, work: "asyncio.Queue[cmd.Command]", seeds: list[cmd.SaveAlert]) -> None:
    await engine.ready.wait()
    # In the order they were given: a star set and taken away must end as taken away.
    for seed in seeds:
        await engine.handle(seed)
    while True:
        await engine.handle(await work.get())
