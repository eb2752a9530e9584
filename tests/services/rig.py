# SPDX-License-Identifier: MIT
"""The engine's parts wired as the program wires them, at the replica, with a clock and a screen of the test's own."""

import asyncio
import functools
import random
import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

from fakes import START, FakePort, SteppedClock
from hkwatch.app.choices import OwnBook, address_map
from hkwatch.app.files import Files, load_reader, read_files
from hkwatch.app.paths import AppPaths
from hkwatch.app.pdf_command import pdf_command
from hkwatch.domain.alerts import AlertKind, AlertSpec, Repeat
from hkwatch.domain.catalogue import Keep, Kind, PollBand, SourceRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.events import Event, ItemsAdded
from hkwatch.domain.ids import AlertId, SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.story_words import StoryReader
from hkwatch.replica import ControlPoint, OfficialItem, PricePath, Replica, RthkItem, Text, World
from hkwatch.services.alert_inbox import FiringInbox
from hkwatch.services.alerting import Alerting
from hkwatch.services.bodies import Bodies
from hkwatch.services.database import Database
from hkwatch.services.deadlines import Deadlines
from hkwatch.services.engine import Engine
from hkwatch.services.finding import Finder
from hkwatch.services.ingest import Ingest
from hkwatch.services.notices import Notices
from hkwatch.services.parts import Parts
from hkwatch.services.pdf_child import PdfChild
from hkwatch.services.poller import Fetch, Polled, Poller, is_official
from hkwatch.services.prices import PriceWatch
from hkwatch.services.quotes import FxRates, Venues
from hkwatch.services.registers import Registers
from hkwatch.services.roster import Roster
from hkwatch.services.stories import StoryKeeper
from hkwatch.services.texts import Texts
from hkwatch.services.wording import Wording
from hkwatch.services.worker import Worker
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.http import Fetcher
from hkwatch.store.db import open_writer
from patience import PATIENCE_S

EN, TC, API = SourceId("sfc-press-en"), SourceId("sfc-press-tc"), SourceId("sfc-news-api")
HKMA, RTHK = SourceId("hkma-press-en"), SourceId("rthk-en-finance")
GRANT = "SFC grants licence to virtual asset trading platform"
"""A headline that is told (level high)."""
DULL = "SFC publishes its quarterly bulletin"
"""A headline that is not."""


@functools.cache
def shipped() -> Files:
    """Catalogue and rules as shipped; read once, they never change."""
    return read_files(AppPaths.under(Path("/nonexistent")))


@functools.cache
def reader() -> StoryReader:
    """The shipped dictionaries of stories, read once."""
    return load_reader(shipped().resources, shipped().folder)


def run(test: Coroutine[Any, Any, None]) -> None:
    """Run a test in a loop of its own, for as long as a test has patience."""

    async def bounded() -> None:
        async with asyncio.timeout(PATIENCE_S):
            await test

    asyncio.run(bounded())


def release(
    number: int,
    title: str = DULL,
    at: datetime = START - timedelta(days=1),
    *,
    body: str = "",
    tc: str = "",
    modified_at: datetime | None = None,
    edited: str | None = None,
    year: int = 25,
) -> OfficialItem:
    """`25PR<number>`; a body in its own words, Chinese only where `tc` gives a title."""
    text = body or f"The Securities and Futures Commission today published document {number}."
    texts = {"en": Text(title, f"<p>{text}</p>")}
    if tc:
        texts |= {"tc": Text(tc, f"<p>證監會今日發表第{number}號文件。</p>")}
    later = {} if edited is None else {"en": Text(title, f"<p>{edited}</p>")}
    return OfficialItem(f"{year}PR{number}", texts, at, modified_at=modified_at, edited=later)


def flash(number: int, title: str, at: datetime) -> RthkItem:
    """A news flash of RTHK."""
    return RthkItem(number, title, f"{title}, in one sentence.", at)


def price_path(*points: tuple[float, float], start: datetime = START) -> PricePath:
    """BTC through (minutes after `start`, US dollars), without noise."""
    return PricePath({"BTC": [ControlPoint(start + timedelta(minutes=at), Decimal(price)) for at, price in points]})


def alert(level: int, kind: AlertKind = AlertKind.CROSS_BELOW, repeat: Repeat = Repeat.ONCE) -> AlertSpec:
    """A new BTC alert in US dollars."""
    return AlertSpec(AlertId(0), "BTC", kind, Decimal(level), repeat=repeat)


class Rig:
    """One run of the parts: `async with`, and again on the same folder for a restart."""

    def __init__(
        self,
        folder: Path,
        replica: Replica | None,
        clock: Clock,
        *,
        fetcher: Fetch | None = None,
        sources: tuple[SourceId, ...] = (EN, TC, API, HKMA, RTHK),
        every_min: float | None = None,
        with_bodies: bool = True,
        interval_s: float = 15.0,
        with_prices: bool = True,
        desktop_shows: bool = False,
        port: FakePort | None = None,
        own: Path | None = None,
        pdf_timeout_s: float = PATIENCE_S,
        keep: Keep | None = None,
        venues: tuple[str, ...] | None = ("coinbase", "kraken", "bitstamp"),
    ) -> None:
        files = shipped()
        self.file = folder / "hkwatch.db"
        self.clock = clock
        self.rows: dict[SourceId, SourceRow] = {name: files.catalogue.sources[name] for name in sources}
        if every_min is not None:
            bands = (PollBand(every_min),)
            self.rows = {name: replace(row, poll=bands) for name, row in self.rows.items()}
        if keep is not None:
            self.rows = {name: replace(row, keep=keep) for name, row in self.rows.items()}
        self.events: list[Event] = []
        self.port = port or FakePort()
        self.reloads = 0
        self.worker = Worker()
        self.own_fetcher = Fetcher(clock, address_map=address_map(replica.base_url)) if replica is not None else None
        used: Fetch | None = fetcher or self.own_fetcher
        assert used is not None
        self.database = Database(
            lambda: open_writer(self.file, folder / "backups", clock.now()),
            self.file,
        )
        self.ingest = Ingest(
            clock, self.database, self.worker, files.classifier.classify, files.folder, self.events.append
        )
        self.ingest.stories = StoryKeeper(reader(), files.catalogue.publishers, files.folder)
        if self.own_fetcher is not None:
            self.ingest.true_now = self.own_fetcher.skew.true_now
        chance = random.Random(1)
        self.poller = Poller(clock, self.database, self.worker, used, self.ingest, frozenset(), chance)
        self.registers = Registers(
            clock,
            self.database,
            self.worker,
            self.ingest,
            files.folder,
            [row for row in self.rows.values() if row.kind is Kind.REGISTER],
        )
        self.poller.registers = self.registers
        archive = self.rows.get(API)
        self.pdf = PdfChild(pdf_command(), pdf_timeout_s)
        rows = tuple(self.rows.values())
        self.bodies = (
            Bodies(clock, self.database, self.worker, used, self.ingest, archive, None, self.pdf, rows)
            if archive and with_bodies
            else None
        )
        self.ingest.official = frozenset(row.publisher.id for row in rows if is_official(row))
        asked = [row for row in files.catalogue.venues.values() if venues is None or row.id in venues]
        self.venues = Venues(clock, used, self.worker, asked)
        self.fx = FxRates(clock, used, files.catalogue.fx)
        self.alerting = Alerting(clock, self.database, self.events.append, files.folder)
        self.price = PriceWatch(
            "BTC", clock, self.database, self.venues, self.fx, self.alerting, self.events.append, interval_s
        )
        self.notices = Notices(
            clock,
            self.database,
            [self.port],
            Wording(Texts.load(files.resources, "en"), files.catalogue),
            self.events.append,
            desktop_shows=desktop_shows,
        )
        self.alerting.inbox = FiringInbox(files.folder, lambda: self.notices.wording)
        prices = (self.price,) if with_prices else ()
        self.deadlines = Deadlines(
            clock, self.database, self.notices, files.folder, self.poller.holidays, self.events.append
        )
        self.parts = Parts(
            clock,
            self.database,
            self.ingest,
            self.poller,
            self.bodies,
            self.alerting,
            prices,
            self.notices,
            tuple(self.rows.values()),
            chance,
            self.own_fetcher.skew if self.own_fetcher is not None else None,
            registers=self.registers,
            deadlines=self.deadlines,
        )
        if own is not None:
            self.parts = self._with_roster(own)
        self.engine = Engine(self.parts, self.events.append, self._reload)

    def _with_roster(self, own: Path) -> Parts:
        """Parts that let sources be added and set; what was chosen is kept in the folder `own`."""
        found, problems = load_catalogue(shipped().resources / "catalogue", own)
        assert not problems
        sources = {name: row for name, row in found.sources.items() if name in self.rows or row.own}
        sources |= self.rows
        catalogue = replace(found, sources=sources)
        self.roster = Roster(catalogue, lambda row: row.enabled, OwnBook(own), self.ingest.notify)
        assert self.own_fetcher is not None
        finder = Finder(self.own_fetcher, self.worker, self.roster, shipped().folder, self.ingest.true_now, lambda: {})
        return replace(self.parts, roster=self.roster, finder=finder, worker=self.worker)

    def _reload(self) -> None:
        self.reloads += 1

    async def __aenter__(self) -> Self:
        await self.database.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.own_fetcher is not None:
            await self.own_fetcher.close()
        self.worker.close()
        await self.database.close()

    async def load(self) -> Self:
        """Read what is remembered, as the engine does at its start."""
        await self.poller.load(list(self.rows.values()))
        await self.alerting.load()
        await self.price.load()
        await self.notices.start()
        return self

    async def poll(self, *sources: SourceId) -> list[Polled]:
        """Ask these sources one after the other; with none named, all."""
        return [await self.poller.poll(self.rows[name]) for name in sources or self.rows]

    async def read_all_bodies(self) -> int:
        """Read every wanted text; how many steps that took."""
        assert self.bodies is not None
        steps = 0
        while await self.bodies.step():
            steps += 1
        return steps

    async def tell(self) -> list[str]:
        """Hand over what is due; what was shown by it."""
        before = len(self.port.shown)
        await self.notices.step()
        return self.port.titles[before:]

    async def sql(self, text: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of a query through the engine's own connection."""
        return await self.database.run(lambda db: db.execute(text, values).fetchall())

    async def one(self, text: str, *values: object) -> Any:
        """The first value of a query."""
        return (await self.sql(text, *values))[0][0]

    def of(self, kind: type[Any]) -> list[Any]:
        """The events of a kind so far."""
        return [event for event in self.events if isinstance(event, kind)]

    def told_new(self) -> int:
        """How many items were announced as new."""
        return sum(len(event.ids) for event in self.events if isinstance(event, ItemsAdded) and not event.back)

    async def until(self, is_so: Callable[[], object], real_s: float = PATIENCE_S) -> None:
        """Let the loop run until it is so."""
        async with asyncio.timeout(real_s):
            while not is_so():
                await asyncio.sleep(0.005)


def query(folder: Path, text: str, *values: object) -> list[tuple[Any, ...]]:
    """Rows of a query on a database that nobody writes."""
    with closing(sqlite3.connect(folder / "hkwatch.db")) as db:
        return db.execute(text, values).fetchall()


__all__ = [
    "API",
    "DULL",
    "EN",
    "GRANT",
    "HKMA",
    "RTHK",
    "START",
    "TC",
    "UTC",
    "FakePort",
    "Level",
    "Replica",
    "Rig",
    "SteppedClock",
    "World",
    "alert",
    "flash",
    "price_path",
    "query",
    "release",
    "run",
    "shipped",
]
