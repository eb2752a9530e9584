# SPDX-License-Identifier: MIT
"""The whole catalogue for hours on a fast clock: servers fail in turns, the machine sleeps, its clock is set wrong.

Whatever happened, each item that ever came out is stored exactly once; what can have been missed is said to be.
"""

import asyncio
import contextlib
import random
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from e2e.soak_world import Press, publish, troubles
from fakes import FakePort
from hkwatch.app.choices import enabled_sources
from hkwatch.app.clock import Scene, SceneClock
from hkwatch.app.compose import Running, build
from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths
from hkwatch.domain import commands as cmd
from hkwatch.domain.events import Event, ItemsAdded
from hkwatch.domain.ids import CommandId
from hkwatch.domain.order import to_ms
from hkwatch.replica import ControlPoint, FeedItem, PricePath, Replica, World

START = datetime(2025, 2, 19, 2, 0, tzinfo=UTC)
RATE = 240.0
_TOKEN = re.compile(r"\d{7}")
SHALLOW = "hkfp"
"""This list brings out more in one sleep than it is deep, and has no archive: what is lost must be said to be."""


class MisSetClock:
    """A computer's clock that is off by another amount in turns, over a true one that it knows nothing of."""

    def __init__(self, truth: SceneClock, offsets: tuple[tuple[datetime, timedelta], ...]) -> None:
        self._truth = truth
        self._offsets = offsets

    def _offset(self) -> timedelta:
        now = self._truth.now()
        return next((by for at, by in reversed(self._offsets) if now >= at), timedelta(0))

    def now(self) -> datetime:
        return self._truth.now() + self._offset()

    def monotonic(self) -> float:
        return self._truth.monotonic()

    async def sleep(self, seconds: float) -> None:
        await self._truth.sleep(seconds)

    def to_real(self, instant: datetime) -> datetime:
        return self._truth.to_real(instant - self._offset())


def sleepy(hours: float) -> tuple[tuple[Scene, ...], list[tuple[datetime, datetime]]]:
    """Two hours awake, 50 minutes asleep, and so on; the scenes and the sleeps."""
    scenes, sleeps = [Scene(0.0, START, RATE)], []
    at, end = START + timedelta(hours=1.2), START + timedelta(hours=hours)
    awake_s = (at - START).total_seconds()
    while at < end:
        wakes = at + timedelta(minutes=50)
        sleeps.append((at, wakes))
        scenes.append(Scene(awake_s / RATE, wakes, RATE))
        at = wakes + timedelta(hours=3)
        awake_s += 3 * 3600
    return tuple(scenes), sleeps


async def soak(folder: Path, hours: float, seed: int) -> str:
    """Run it; the figures, after everything was found to be right."""
    chance = random.Random(seed)
    end = START + timedelta(hours=hours)
    scenes, sleeps = sleepy(hours)
    press, world = Press(chance), World(prices=_walk(chance, hours))
    publish(world, press, START - timedelta(hours=2), end)
    for number in range(45):
        token = f"{9_000_000 + number}"
        at = sleeps[0][0] + timedelta(minutes=1 + number)
        press.issued[token] = (SHALLOW, at)
        world.publish(FeedItem(SHALLOW, 9_000_000 + number, f"night-{token}", f"Night {token}", f"Night {token}.", at))
    (folder / "settings.toml").write_text("[prices]\ninterval_s = 60\n", "utf-8")
    truth = SceneClock(scenes)
    clock = MisSetClock(
        truth,
        (
            (START + timedelta(minutes=25), timedelta(minutes=7)),
            (START + timedelta(minutes=45), timedelta(minutes=-4)),
            (START + timedelta(minutes=60), timedelta(0)),
        ),
    )
    events: list[Event] = []
    done: Counter[str] = Counter()
    with Replica(world, truth.now) as replica:
        options = Options(AppPaths.under(folder), replica.base_url)
        options.paths.create()
        running = await build(options, clock, events.append, extra_ports=[FakePort()], use_dbus=False)
        hosts = tuple(
            sorted({row.url.split("/")[2] for row in enabled_sources(running.files.catalogue, running.files.settings)})
        )
        work = asyncio.create_task(running.engine.run())
        try:
            await _fail_in_turns(replica, truth, troubles(hosts, START, end, chance), end, done)
            await _settle(running, press, folder, end, truth)
        finally:
            running.engine.stop()
            await work
            await running.close()
        requests = len(replica.requests)
    return _judge(folder, press, sleeps, events, done, requests)


async def _fail_in_turns(replica: Replica, truth: SceneClock, coming: Any, end: datetime, done: "Counter[str]") -> None:
    """Switch each trouble on and off at its time."""
    on: list[tuple[datetime, str]] = []
    following = next(coming, None)
    while truth.now() < end:
        now = truth.now()
        while following is not None and following.start <= now:
            replica.faults.set(following.prefix, following.fault)
            on.append((following.end, following.prefix))
            done[following.name] += 1
            following = next(coming, None)
        for over in [one for one in on if one[0] <= now]:
            on.remove(over)
            replica.faults.clear(over[1])
        await truth.sleep(20)
    replica.faults.clear()


async def _settle(running: Running, press: Press, folder: Path, end: datetime, truth: SceneClock) -> None:
    """All servers answer again: ask them, and wait until nothing more comes, at most three hours of this clock."""
    await running.engine.handle(cmd.CheckNow(CommandId("all")))
    stored = -1
    while truth.now() < end + timedelta(hours=3):
        await truth.sleep(1200)
        found = len(_tokens(folder))
        if found == stored and found >= len(press.issued) - 45:
            return
        stored = found


def _tokens(folder: Path) -> dict[str, set[int]]:
    """Which items carry each number in a title of any language."""
    found: dict[str, set[int]] = defaultdict(set)
    with contextlib.closing(sqlite3.connect(f"file:{folder / 'hkwatch.db'}?mode=ro", uri=True)) as db:
        for item, title in db.execute("SELECT item_id, title FROM item_text WHERE title <> ''"):
            for token in _TOKEN.findall(title):
                found[token].add(item)
    return found


def _judge(
    folder: Path,
    press: Press,
    sleeps: list[tuple[datetime, datetime]],
    events: list[Event],
    done: "Counter[str]",
    requests: int,
) -> str:
    found = _tokens(folder)
    assert {token: press.issued[token] for token, items in found.items() if len(items) > 1} == {}
    assert set(found) <= set(press.issued)
    with contextlib.closing(sqlite3.connect(folder / "hkwatch.db")) as db:
        items = db.execute("SELECT count(*) FROM item").fetchone()[0]
        gaps = db.execute("SELECT source, from_ms, to_ms FROM gap").fetchall()
        source_of = dict(db.execute("SELECT id, source FROM item"))
        two = db.execute(
            "SELECT count(*) FROM (SELECT item_id FROM item_text WHERE title <> '' GROUP BY item_id, lang HAVING count(*) > 1)"
        ).fetchone()[0]
        check = db.execute("PRAGMA integrity_check").fetchone()[0]
        db.execute("INSERT INTO item_fts (item_fts) VALUES ('integrity-check')")
    assert (items, two, check) == (len(found), 0, "ok")
    sources: dict[str, set[str]] = defaultdict(set)
    for token, items_of in found.items():
        sources[press.issued[token][0]] |= {source_of[item] for item in items_of}
    missing = {token: press.issued[token] for token in press.issued if token not in found}
    unsaid = [
        (token, kind, at)
        for token, (kind, at) in missing.items()
        if not any(start <= to_ms(at) <= stop for source, start, stop in gaps if source in sources[kind])
    ]
    assert unsaid == []
    # Without a list that overflows, nothing would show that a gap is found.
    assert SHALLOW in {kind for kind, _ in missing.values()}
    # Lists without an archive are a few hours deep, and a host that fails is asked ever more rarely.
    assert len(missing) <= 0.06 * len(press.issued)
    told = Counter(ident for event in events if isinstance(event, ItemsAdded) for ident in event.ids)
    assert [ident for ident, times in told.items() if times > 1] == []
    assert len(told) == items
    failed = sum(done.values())
    return (
        f"published={len(press.issued)} stored={items} twice=0 fell-out={len(missing)} (all inside a recorded gap) "
        f"sleeps={len(sleeps)} troubles={failed} requests={requests} gaps={len(gaps)}"
    )


def _walk(chance: random.Random, hours: float) -> PricePath:
    points, price = [], 95_000.0
    for step in range(int(hours * 4) + 40):
        points.append(ControlPoint(START + timedelta(minutes=15 * step), Decimal(int(price))))
        price *= 1 + chance.uniform(-0.004, 0.004)
    return PricePath({"BTC": points})


@pytest.mark.timeout(240)
def test_three_hours_of_trouble_lose_nothing_and_repeat_nothing(
    tmp_path: Path, figures: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    told = asyncio.run(soak(tmp_path, 3, seed=3))
    assert [record.getMessage() for record in caplog.records if record.levelname in ("ERROR", "CRITICAL")] == []
    figures(f"soak of 3 h: {told}")


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_day_of_trouble_loses_nothing_and_repeats_nothing(
    tmp_path: Path, figures: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    told = asyncio.run(soak(tmp_path, 24, seed=24))
    assert [record.getMessage() for record in caplog.records if record.levelname in ("ERROR", "CRITICAL")] == []
    figures(f"soak of 24 h: {told}")
