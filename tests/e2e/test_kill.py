# SPDX-License-Identifier: MIT
"""kill -9 at any moment: every item and firing stays one row, nothing pops up twice, nothing is silently lost."""

import asyncio
import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

import pytest
from jeepney import Message

from e2e.bus import PrivateBus
from e2e.desktop import require
from e2e.fast_engine import START, scenes
from hkwatch.app.clock import SceneClock
from hkwatch.domain import commands as cmd
from hkwatch.domain.alerts import AlertKind, AlertSpec
from hkwatch.domain.ids import AlertId, CommandId
from hkwatch.link.hello import PROTOCOL, Hello
from hkwatch.link.messages import encode_command, encode_hello
from hkwatch.replica import ControlPoint, HkmaItem, OfficialItem, PricePath, Replica, RthkItem, Text, World
from hkwatch.sources.catalogue import load_catalogue
from notify.fake_daemon import FakeDaemon, Shown

RATE = 240.0
WATCHED = ("sfc-press-en", "sfc-press-tc", "sfc-news-api", "hkma-press-en", "rthk-en-finance")
SHIPPED = Path(__file__).parents[2] / "resources" / "catalogue"
CATALOGUE = "".join(
    f'[[source]]\nid = "{name}"\n' + ("poll = [{ every_min = 1 }]\n" if name in WATCHED else "enabled = false\n")
    for name in load_catalogue(SHIPPED, None)[0].sources
)
LEVELS = range(91_000, 110_000, 1_000)


class KillingDaemon(FakeDaemon):
    """Shows notices; tells the test the very moment one arrives, before it is answered."""

    on_call: Callable[[], None] | None = None

    def _show(self, call: Message) -> Shown:
        shown = super()._show(call)
        if self.on_call is not None:
            self.on_call()
        return shown


@dataclass
class Publisher:
    """Publishes without a pause; every title is used once."""

    world: World
    clock: SceneClock
    titles: set[str] = field(default_factory=set)
    number: int = 0

    def publish(self) -> None:
        self.number += 1
        n, now = self.number, self.clock.now()
        what = n % 6
        title = f"SFC grants licence to virtual asset trading platform Example {n}"
        if what == 4:
            title = f"HKMA grants stablecoin issuer licence to Example Coin {n}"
            day = (now + timedelta(hours=8)).strftime("%Y%m%d")
            self.world.publish(HkmaItem(f"{day}-{n}", {"en": title}, now))
        elif n % 30 == 5:
            # Rarely: this feed is 20 deep and has no archive, so what falls out of it while nobody watches is gone.
            title = f"Example {n} shares rise in quiet trade"
            self.world.publish(RthkItem(n, title, f"{title}.", now))
        else:
            if what in (3, 5):
                title = f"SFC publishes bulletin no. {n}"
            texts = {"en": Text(title, f"<p>{title}.</p>"), "tc": Text(f"證監會第{n}號公布", f"<p>第{n}號全文。</p>")}
            self.world.publish(OfficialItem(f"25PR{n}", texts, now))
        self.titles.add(title)


class Nursery:
    """Engines one after the other on one folder; the next one stands ready while one runs."""

    def __init__(self, folder: Path, replica: Replica, clock: SceneClock, bus: str) -> None:
        environ = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus, "LC_ALL": "C.UTF-8"}
        script = Path(__file__).with_name("fast_engine.py")
        self._command = [sys.executable, str(script), str(folder), replica.base_url, str(clock.epoch), str(RATE)]
        self._environ = environ
        self._errors: IO[bytes] = (folder / "stderr").open("wb")
        self._ready = self._spawn()
        self.current: subprocess.Popen[bytes] | None = None

    def _spawn(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            env=self._environ,
        )

    def start(self, *, is_last: bool = False) -> "subprocess.Popen[bytes]":
        """Let the one that stands ready begin, with the alerts a desktop would send again."""
        self.current, process = self._ready, self._ready
        assert process.stdin is not None
        process.stdin.write(b"g" + encode_hello(Hello(PROTOCOL, "test", 1)))
        for level in LEVELS:
            spec = AlertSpec(AlertId(0), "BTC", AlertKind.CROSS_ABOVE, Decimal(level))
            process.stdin.write(encode_command(cmd.SaveAlert(CommandId(f"alert-{level}"), spec)))
        process.stdin.flush()
        if not is_last:
            self._ready = self._spawn()
        return process

    def kill(self) -> None:
        """kill -9, now."""
        if self.current is not None:
            self.current.send_signal(signal.SIGKILL)

    def close(self) -> None:
        """End what is left."""
        for process in {self._ready, self.current} - {None}:
            assert process is not None
            process.kill()
            process.wait()
            assert process.stdin is not None
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
        self._errors.close()


async def until(is_so: Callable[[], object], seconds: float) -> bool:
    """Whether it became so in time."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            return False
        await asyncio.sleep(0.005)
    return True


async def kill_once(nursery: Nursery, replica: Replica, daemon: KillingDaemon, chance: random.Random, how: int) -> None:
    process = nursery.start()
    assert process.stdin is not None
    gone = lambda: process.poll() is not None  # noqa: E731
    asked, shown = len(replica.requests), len(daemon.shown)
    # Always past the start: an engine that never gets to anything proves nothing.
    await until(lambda: gone() or len(replica.requests) > asked, 5)
    match how % 4:
        case 0:
            await until(gone, chance.uniform(0.0, 0.8))
        case 1:
            # Right when a notice arrives at the daemon: nobody can know whether it was seen.
            daemon.on_call = nursery.kill
            await until(lambda: gone() or len(daemon.shown) > shown, 1.5)
        case 2:
            # Around the daemon's answer.
            await until(lambda: gone() or len(daemon.shown) > shown, 1.5)
        case _:
            more = len(replica.requests) + chance.randrange(1, 12)
            await until(lambda: gone() or len(replica.requests) >= more, 1.5)
    nursery.kill()
    daemon.on_call = None
    await asyncio.to_thread(process.wait)
    assert process.returncode == -signal.SIGKILL, (process.returncode, "the engine ended by itself")
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()


def rows(folder: Path, text: str) -> list[tuple[Any, ...]]:
    with contextlib.closing(sqlite3.connect(f"file:{folder / 'hkwatch.db'}?mode=ro", uri=True)) as db:
        return db.execute(text).fetchall()


def is_settled(folder: Path, published: set[str]) -> bool:
    stored = {title for (title,) in rows(folder, "SELECT title FROM item")}
    waiting = rows(folder, "SELECT 1 FROM outbox WHERE state IN ('due', 'sending')")
    fired = rows(folder, "SELECT count(DISTINCT alert_id) FROM firing")[0][0]
    return stored >= published and not waiting and fired == len(LEVELS)


async def play(folder: Path, kills: int, seed: int) -> tuple[set[str], list[Shown]]:
    """Kill so many engines; the titles published and the notices the daemon saw."""
    chance = random.Random(seed)
    clock = SceneClock(scenes(RATE))
    world = World(prices=climb(START, timedelta(hours=1), 90_000))
    (folder / "catalogue").mkdir()
    (folder / "catalogue" / "fast.toml").write_text(CATALOGUE, "utf-8")
    publisher = Publisher(world, clock)
    with PrivateBus(folder) as bus, Replica(world, clock.now) as replica:
        async with KillingDaemon(bus.address) as daemon:
            nursery = Nursery(folder, replica, clock, bus.address)
            try:
                # One undisturbed start for the back catalogue.
                publisher.publish()
                first = nursery.start()
                known = "SELECT count(*) = 5 FROM source_state WHERE first_ok_ms IS NOT NULL"
                armed = f"SELECT count(*) = {len(LEVELS)} FROM alert WHERE state LIKE '%armed%'"
                assert await until(lambda: all(_quiet(folder, text) == 1 for text in (known, armed)), 15), (
                    "the first start never finished"
                )
                nursery.kill()
                await asyncio.to_thread(first.wait)
                assert first.stdin is not None
                first.stdin.close()
                world.prices = climb(clock.now(), timedelta(minutes=4 * kills), 110_000)
                publishing = asyncio.create_task(_publish_always(publisher))
                try:
                    for number in range(kills):
                        await kill_once(nursery, replica, daemon, chance, number)
                finally:
                    publishing.cancel()
                    await asyncio.gather(publishing, return_exceptions=True)
                last = nursery.start(is_last=True)
                assert await until(lambda: is_settled(folder, publisher.titles), 20), (
                    "something never came or stayed due"
                )
                assert last.stdin is not None
                last.stdin.close()
                assert await asyncio.to_thread(last.wait, 5) == 0
            finally:
                nursery.close()
            return publisher.titles, list(daemon.shown)


def climb(start: datetime, span: timedelta, top: int) -> PricePath:
    """BTC from US$90,000 to `top` within `span`."""
    return PricePath({"BTC": [ControlPoint(start, Decimal(90_000)), ControlPoint(start + span, Decimal(top))]})


def _quiet(folder: Path, text: str) -> Any:
    try:
        return rows(folder, text)[0][0]
    except sqlite3.OperationalError:
        return None  # not there yet


async def _publish_always(publisher: Publisher) -> None:
    while True:
        publisher.publish()
        await asyncio.sleep(0.08)


def headlines(shown: Shown) -> list[str]:
    """What a notice tells of: the lines of a summary, an item's headline, an alert's title."""
    if shown.summary.startswith("BTC "):
        return [shown.summary]
    if " new" in shown.summary:
        return [line.partition(": ")[2] for line in shown.body.splitlines()]
    return [shown.body]


def kill_and_count(folder: Path, kills: int, seed: int) -> str:
    require("dbus-daemon")
    published, shown = asyncio.run(play(folder, kills, seed))

    titles = Counter(title for (title,) in rows(folder, "SELECT title FROM item"))
    assert set(titles) == published
    assert set(titles.values()) == {1}
    firings = Counter(alert for (alert,) in rows(folder, "SELECT alert_id FROM firing"))
    assert len(firings) == len(LEVELS)
    assert set(firings.values()) == {1}
    assert rows(folder, "SELECT count(*) FROM alert") == [(len(LEVELS),)]

    told = Counter(line for notice in shown for line in headlines(notice))
    assert [line for line, times in told.items() if times > 1] == []
    assert max(Counter((notice.summary, notice.body) for notice in shown).values()) == 1

    states = Counter(state for (state,) in rows(folder, "SELECT state FROM outbox"))
    assert set(states) <= {"shown", "folded", "maybe"}
    loose = "SELECT count(*) FROM outbox f LEFT JOIN outbox s ON s.id = f.summary_id WHERE f.state = 'folded' AND {}"
    assert rows(folder, loose.format("(s.state IS NULL OR s.state NOT IN ('shown', 'maybe'))")) == [(0,)]
    # A story is told by one of its items.
    told_of = "SELECT coalesce(i.story, i.id) FROM outbox o JOIN item i ON i.id = o.item_id"
    untold = f"SELECT count(*) FROM item WHERE back = 0 AND level >= 2 AND coalesce(story, id) NOT IN ({told_of})"
    assert rows(folder, untold) == [(0,)]
    assert rows(
        folder, "SELECT count(*) FROM firing WHERE told AND id NOT IN (SELECT firing_id FROM outbox WHERE firing_id)"
    ) == [(0,)]
    assert states["shown"] <= len(shown) <= states["shown"] + states["maybe"]
    assert rows(folder, "PRAGMA quick_check") == [("ok",)]
    return (
        f"kills={kills} items={len(titles)} firings={sum(firings.values())} pop-ups={len(shown)} "
        f"shown={states['shown']} folded={states['folded']} maybe={states['maybe']}"
    )


def test_twenty_kills_lose_nothing_and_repeat_nothing(tmp_path: Path, figures: Callable[[str], None]) -> None:
    figures(kill_and_count(tmp_path, 20, seed=20))


@pytest.mark.long
@pytest.mark.timeout(900)
def test_two_hundred_kills_lose_nothing_and_repeat_nothing(tmp_path: Path, figures: Callable[[str], None]) -> None:
    figures(kill_and_count(tmp_path, 200, seed=200))
