# SPDX-License-Identifier: MIT
"""Flagging the stored items anew in the background, after the rules, the firms or the user's choices changed.

    newest ──► batch: read ─► worker: flag ─► write those that differ, and how far it got
                              (meanwhile the next, older batch is read and flagged)

Nothing is told of it and the user's own state stays. How far it got is stored with each batch, so that it goes on after
a restart.
"""

import asyncio
import json
import sqlite3
from collections.abc import Awaitable, Callable, Sequence

from hkwatch.domain.catalogue import Publisher
from hkwatch.domain.clock import Clock
from hkwatch.domain.events import Event, ItemsChanged
from hkwatch.domain.flags import FlagInput, Flags
from hkwatch.domain.ids import ItemId
from hkwatch.domain.rule_commands import ReflagProgress
from hkwatch.services.database import Database
from hkwatch.services.stories import StoryKeeper
from hkwatch.services.worker import Worker
from hkwatch.store import reflag as store
from hkwatch.store.db import get_meta, set_meta

BATCH = 250
"""Items at a time: some 20 ms of the worker and of the database each, so that new items hardly wait."""
_STATE = "reflag"
_SHIPPED = "rules.shipped"


_Judged = tuple[list[store.Verdict], ItemId | None]


class Reflagger:
    """Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        worker: Worker,
        classify: Callable[[FlagInput], Flags],
        publisher_of: Callable[[str, str], Publisher | None],
        emit: Callable[[Event], None],
    ) -> None:
        """`classify` is asked as for new items; `publisher_of` finds who speaks by the ids of source and publisher."""
        self._clock = clock
        self._database = database
        self._worker = worker
        self._classify = classify
        self._publisher_of = publisher_of
        self._emit = emit
        self._wake = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self.after_batch: Callable[[tuple[ItemId, ...]], Awaitable[None]] | None = None
        """Called with the items whose flags changed."""
        self.stories: StoryKeeper | None = None
        """Settles the stories of items whose flags changed; None = each stands alone."""
        self.after_all: Callable[[], None] | None = None
        """Called when everything is flagged anew."""
        self.progress: tuple[int, int] | None = None
        """(done, all) while it runs."""
        self.batch = BATCH
        self.basis: Callable[[], str] = str
        """What flags depend on besides the shipped rules; where it is other than last time, all is flagged anew."""
        self._shipped = ""
        self._is_asked = False
        self._ahead: asyncio.Task[_Judged] | None = None

    async def load(self, shipped: str) -> None:
        """Go on where it stopped; begin anew where the shipped rules (`shipped` = their digest) are other than last time."""
        self._shipped = shipped
        async with self._one_at_a_time:
            self.progress = await self._database.run(_load, self._known())
        if self.progress is not None:
            self._wake.set()

    async def start(self) -> None:
        """Flag everything anew, from the newest item on; a run on its way begins again."""
        async with self._one_at_a_time:
            await self.rest()
            self.progress = await self._database.run(_begin_again, self._known())
        self._say()
        self._wake.set()

    def ask(self) -> None:
        """Flag everything anew soon: what the user chose changed."""
        self._is_asked = True
        self._wake.set()

    async def run(self) -> None:
        """Work whenever there is something to do, until cancelled."""
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                if self._is_asked:
                    self._is_asked = False
                    await self.start()
                while not self._is_asked and await self.step():
                    # Commands and polls come first.
                    await asyncio.sleep(0)
        finally:
            await self.rest()

    async def rest(self) -> None:
        """Give up what was judged ahead; it is judged again when the work goes on."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            ahead.cancel()
            await asyncio.wait({ahead})

    async def step(self) -> bool:
        """One batch. False when everything is done."""
        async with self._one_at_a_time:
            if self.progress is None:
                return False
            done, total = self.progress
            ahead, self._ahead = self._ahead, None
            verdicts, reached = await (ahead if ahead is not None else self._look(await self._database.run(_before)))
            if reached is not None:
                # The next batch is judged while this one is written.
                self._ahead = asyncio.create_task(self._look(reached))
            done = min(done + self.batch, total)
            written = await self._database.run(_write, self.stories, verdicts, reached, done, total)
            self.progress = None if reached is None else (done, total)
        if written:
            if self.after_batch is not None:
                await self.after_batch(written)
            self._emit(ItemsChanged(written))
        if self.progress is None:
            self._emit(ReflagProgress(total, total))
            if self.after_all is not None:
                self.after_all()
        else:
            self._say()
        return self.progress is not None

    def announce(self) -> None:
        """Say how far it is, for a desktop that just connected."""
        if self.progress is not None:
            self._say()

    def _known(self) -> str:
        return f"{self._shipped} {self.basis()}".strip()

    def _say(self) -> None:
        if self.progress is not None:
            self._emit(ReflagProgress(*self.progress))

    async def _look(self, before: ItemId | None) -> "_Judged":
        """The verdicts on the next batch, and the oldest item in it; None once there are no more."""
        items, reached = await self._database.run(_next, before, self.batch)
        return await self._worker.run(self._judge, items), reached

    def _judge(self, items: Sequence[store.StoredItem]) -> list[store.Verdict]:
        now = self._clock.now()
        verdicts = (
            item.verdict(self._classify(item.input(self._publisher_of(item.source, item.publisher), now)))
            for item in items
        )
        return [verdict for verdict in verdicts if verdict is not None]


def _load(db: sqlite3.Connection, shipped: str) -> tuple[int, int] | None:
    known = get_meta(db, _SHIPPED)
    set_meta(db, _SHIPPED, shipped)
    state = get_meta(db, _STATE)
    if known != shipped and (known is not None or store.count(db)):
        return _begin(db)
    if not state:
        return None
    plain = json.loads(state)
    return plain["done"], plain["total"]


def _begin_again(db: sqlite3.Connection, known: str) -> tuple[int, int] | None:
    if get_meta(db, _SHIPPED) != known:
        set_meta(db, _SHIPPED, known)
    return _begin(db)


def _begin(db: sqlite3.Connection) -> tuple[int, int] | None:
    total = store.count(db)
    _note(db, None, 0, total)
    return 0, total


def _before(db: sqlite3.Connection) -> ItemId | None:
    """The oldest item that is done, None at the beginning."""
    before: ItemId | None = json.loads(get_meta(db, _STATE) or "{}").get("before")
    return before


def _next(db: sqlite3.Connection, before: ItemId | None, size: int) -> tuple[list[store.StoredItem], ItemId | None]:
    return store.read(db, before, size), store.last_id(db, before, size)


def _write(
    db: sqlite3.Connection,
    stories: StoryKeeper | None,
    verdicts: Sequence[store.Verdict],
    reached: ItemId | None,
    done: int,
    total: int,
) -> tuple[ItemId, ...]:
    written = store.write(db, verdicts)
    if stories is not None:
        written += stories.settle_all(db, written)
    if reached is None:
        set_meta(db, _STATE, "")
    else:
        _note(db, reached, done, total)
    return written


def _note(db: sqlite3.Connection, before: ItemId | None, done: int, total: int) -> None:
    set_meta(db, _STATE, json.dumps({"before": before, "done": done, "total": total}))
