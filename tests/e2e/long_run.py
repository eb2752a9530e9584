# SPDX-License-Identifier: MIT
"""The engine's own process on the shipped catalogue for hours: what it holds of memory, files, sockets and log.

    python -m e2e.long_run 172 360       72 hours after a warm-up of 100, of a clock that is 360 times as fast
    python -m e2e.long_run 0.5 1         30 real minutes

Publishers never rest and servers fail in turns. A process of its own is measured, because the publishers' memory grows.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from e2e.fast_engine import START, scenes
from e2e.soak_world import Press, Trouble, publish, troubles
from hkwatch.app.choices import enabled_sources
from hkwatch.app.clock import SceneClock
from hkwatch.app.files import read_files
from hkwatch.app.paths import AppPaths
from hkwatch.domain import commands as cmd
from hkwatch.domain.events import EngineFailed, NoticeWanted
from hkwatch.domain.ids import CommandId
from hkwatch.link.hello import PROTOCOL, Hello
from hkwatch.link.messages import decode_from_engine, encode_command, encode_hello
from hkwatch.replica import ControlPoint, PricePath, Replica, World

START_S = 4.0
"""Real seconds until the clock begins; the engine's process loads meanwhile, or longer."""
LOAD_S = 60.0
"""Real seconds it may take at most."""
WARM_UP_H = 100.0
"""What belongs to one story is looked for among the texts of 96 hours: until those have passed, memory must grow."""
LOG_BYTES = 4_200_000
"""Four log files of 1 MB, and the line that begins a new one."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the engine's process held at one moment. `memory_mb` is what is its own (RssAnon)."""

    hours: float
    memory_mb: float
    files: int
    sockets: int
    threads: int
    children: int
    log_bytes: int
    journal_bytes: int

    def __str__(self) -> str:
        return (
            f"{self.hours:7.2f} h  {self.memory_mb:6.1f} MB  files {self.files}  sockets {self.sockets}  "
            f"threads {self.threads}  children {self.children}  log {self.log_bytes:,}  journal {self.journal_bytes:,}"
        )


@dataclass(slots=True)
class Run:
    """A whole run: its looks, what the engine said, and how it ended. `warm_h` hours of it are the warm-up."""

    warm_h: float
    looks: list[Look] = field(default_factory=list)
    said: "Counter[str]" = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    requests: int = 0
    code: int | None = None

    def early(self) -> list[Look]:
        """The looks of the first third after the warm-up."""
        span = self.looks[-1].hours - self.warm_h
        return [look for look in self.looks if self.warm_h <= look.hours <= self.warm_h + span / 3]

    def late(self) -> list[Look]:
        """The looks of the last third."""
        end = self.looks[-1].hours
        return [look for look in self.looks if look.hours >= end - (end - self.warm_h) / 3]

    def growth(self) -> float:
        """How much the memory's median of the last third is above that of the first after the warm-up (0.01 = 1 %)."""
        early = statistics.median(look.memory_mb for look in self.early())
        late = statistics.median(look.memory_mb for look in self.late())
        return late / early - 1

    def summary(self) -> str:
        """The figures in one line."""
        last = self.looks[-1]
        early, late = self.early(), self.late()
        return (
            f"{last.hours:.1f} h, {len(self.looks)} looks, {self.requests} requests, {self.said['ItemsAdded']} news · "
            f"memory {statistics.median(look.memory_mb for look in early):.1f} → "
            f"{statistics.median(look.memory_mb for look in late):.1f} MB ({self.growth():+.1%}), "
            f"highest {max(look.memory_mb for look in self.looks):.1f} MB · "
            f"files ≤ {max(look.files for look in early)} → ≤ {max(look.files for look in late)}, "
            f"sockets ≤ {max(look.sockets for look in early)} → ≤ {max(look.sockets for look in late)}, "
            f"threads ≤ {max(look.threads for look in self.looks)}, children ≤ {max(look.children for look in self.looks)} · "
            f"log {max(look.log_bytes for look in self.looks):,} bytes, "
            f"journal ≤ {max(look.journal_bytes for look in self.looks) / 1e6:.1f} MB · ended with {self.code}"
        )

    def problems(self, *, flat: float = 0.05) -> list[str]:
        """What is not as it should be; empty if all is well. `flat` is how far the memory may go either way."""
        early, late = self.early(), self.late()
        found = [f"the engine failed: {text}" for text in self.failed]
        if self.code != 0:
            found.append(f"ended with {self.code}")
        if not self.said["ItemsAdded"]:
            found.append("no news came")
        if self.growth() > flat:
            found.append(f"memory grew by {self.growth():.1%}")
        for name in ("files", "threads", "children"):
            if max(getattr(look, name) for look in late) > max(getattr(look, name) for look in early) + 2:
                found.append(f"more {name} than before")
        if max(look.sockets for look in late) > 1.25 * max(look.sockets for look in early) + 2:
            found.append("more sockets than before")
        if max(look.log_bytes for look in self.looks) > LOG_BYTES:
            found.append("the log is larger than it may be")
        return found


def run(
    folder: Path,
    hours: float,
    rate: float,
    seed: int = 72,
    looks: int = 144,
    *,
    warm_h: float | None = None,
    aloud: bool = False,
) -> Run:
    """Run the engine for so many hours of its clock, and look at it `looks` times; `aloud` prints each look.

    `warm_h` None = a third of the run, at most what stories need.
    """
    chance = random.Random(seed)
    # The run begins when the engine is ready, however long that takes.
    end = START + timedelta(hours=hours, seconds=LOAD_S * rate)
    clock = SceneClock(scenes(rate), time.time() + START_S)
    paths = AppPaths.under(folder)
    paths.create()
    if rate > 1:
        # Sixteen venues every 15 seconds of a fast clock is a question every few milliseconds: a load of its own.
        paths.settings_file.write_text("[prices]\ninterval_s = 60\n", "utf-8")
    files = read_files(paths)
    hosts = tuple(sorted({row.url.split("/")[2] for row in enabled_sources(files.catalogue, files.settings)}))
    world = World(prices=_walk(chance, hours + LOAD_S * rate / 3600))
    publish(world, Press(chance), START - timedelta(hours=12), end)
    done = Run(min(WARM_UP_H, hours / 3) if warm_h is None else warm_h)
    with Replica(world, clock.now) as replica, (folder / "stderr").open("wb") as errors:
        script = Path(__file__).with_name("fast_engine.py")
        process = subprocess.Popen(
            [sys.executable, str(script), str(folder), replica.base_url, str(clock.epoch), str(rate)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            # No notification daemon: the notices come to us, as to a desktop.
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/no-bus", "LC_ALL": "C.UTF-8"},
        )
        reader = threading.Thread(target=_talk, args=(process, done), name="long-run-reader")
        try:
            assert process.stdin is not None
            process.stdin.write(b"g" + encode_hello(Hello(PROTOCOL, "test", os.getpid())))
            process.stdin.flush()
            reader.start()
            _watch(process, done, replica, clock, paths, (hours, looks, aloud), troubles(hosts, START, end, chance))
            # As a desktop that goes away.
            process.stdin.close()
            done.code = process.wait(60)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
            reader.join(10)
            assert process.stdout is not None
            process.stdout.close()
        done.requests = len(replica.requests)
    return done


def _watch(
    process: "subprocess.Popen[bytes]",
    done: Run,
    replica: Replica,
    clock: SceneClock,
    paths: AppPaths,
    plan: tuple[float, int, bool],
    coming: Iterable[Trouble],
) -> None:
    """Look at the process in equal steps; switch the troubles of the servers on and off meanwhile."""
    hours, looks, aloud = plan
    waiting, on = iter(coming), list[tuple[datetime, str]]()
    following = next(waiting, None)
    loaded_by = time.monotonic() + LOAD_S
    while not done.said["EngineReady"] and process.poll() is None and time.monotonic() < loaded_by:
        time.sleep(0.05)
    begin = max(START, clock.now())
    for number in range(1, looks + 1):
        due = begin + timedelta(hours=hours * number / looks)
        while (now := clock.now()) < due and process.poll() is None:
            while following is not None and following.start <= now:
                replica.faults.set(following.prefix, following.fault)
                on.append((following.end, following.prefix))
                following = next(waiting, None)
            for over in [one for one in on if one[0] <= now]:
                on.remove(over)
                replica.faults.clear(over[1])
            time.sleep(0.05)
        if process.poll() is not None:
            return
        done.looks.append(look(process.pid, paths, hours * number / looks))
        if aloud:
            print(done.looks[-1], flush=True)


def look(pid: int, paths: AppPaths, hours: float) -> Look:
    """What a process holds now (Linux)."""
    proc = Path("/proc") / str(pid)
    status = dict(line.split(":", 1) for line in (proc / "status").read_text().splitlines())
    targets = []
    for one in (proc / "fd").iterdir():
        try:
            targets.append(str(one.readlink()))
        except OSError:
            continue
    sockets = sum(target.startswith("socket:") for target in targets)
    journal = paths.database_file.with_name(f"{paths.database_file.name}-wal")
    return Look(
        hours=hours,
        memory_mb=int(status["RssAnon"].split()[0]) / 1024,
        files=len(targets) - sockets,
        sockets=sockets,
        threads=int(status["Threads"]),
        children=len((proc / "task" / str(pid) / "children").read_text().split()),
        log_bytes=sum(file.stat().st_size for file in paths.log_dir.glob("*") if file.is_file()),
        journal_bytes=journal.stat().st_size if journal.exists() else 0,
    )


def _talk(process: "subprocess.Popen[bytes]", done: Run) -> None:
    """Read what the engine says, and show its notices: say that they were shown."""
    assert process.stdout is not None
    assert process.stdin is not None
    for number, line in enumerate(process.stdout):
        event = decode_from_engine(line)
        done.said[type(event).__name__] += 1
        if isinstance(event, EngineFailed):
            done.failed.append(event.detail)
        if isinstance(event, NoticeWanted):
            try:
                process.stdin.write(encode_command(cmd.NoticeShown(CommandId(f"shown-{number}"), event.notice_id)))
                process.stdin.flush()
            except (OSError, ValueError):
                return


def _walk(chance: random.Random, hours: float) -> PricePath:
    points, price = [], 95_000.0
    for step in range(int(hours * 4) + 40):
        points.append(ControlPoint(START + timedelta(minutes=15 * step), Decimal(int(price))))
        price *= 1 + chance.uniform(-0.004, 0.004)
    return PricePath({"BTC": points})


def main(hours: str = "72", rate: str = "240", looks: str = "144") -> int:
    """Run, print each look and the figures; 1 if something is wrong."""
    with tempfile.TemporaryDirectory(prefix="hkwatch-long-") as folder:
        done = run(Path(folder), float(hours), float(rate), looks=int(looks), aloud=True)
    print(done.summary(), f"said {dict(done.said)}", sep="\n")
    for problem in done.problems():
        print(f"WRONG: {problem}")
    return 1 if done.problems() else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
