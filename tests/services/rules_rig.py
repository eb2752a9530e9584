# SPDX-License-Identifier: MIT
"""Rules, mutes and re-flagging wired as the program wires them, on a database of the test's own."""

from datetime import timedelta
from pathlib import Path
from typing import Any, Self

from fakes import START, SteppedClock
from hkwatch.app.compose import make_keeper
from hkwatch.app.files import publisher_finder
from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.events import Event
from hkwatch.domain.ids import CommandId, ItemId, SourceId
from hkwatch.domain.item import Entry
from hkwatch.domain.rule_commands import RuleCommand
from hkwatch.domain.user_rules import UserRule
from hkwatch.services.batch import Batch, Stored
from hkwatch.services.database import Database
from hkwatch.services.ingest import Ingest
from hkwatch.services.judging import Choices, Judge
from hkwatch.services.mutes import Mutes
from hkwatch.services.reflag import Reflagger
from hkwatch.services.rule_book import read_rules
from hkwatch.services.rules import Rules
from hkwatch.services.worker import Worker
from hkwatch.store.db import open_writer
from services.rig import EN, shipped

HIGH = "SFC grants licence to virtual asset trading platform"
DULL = "SFC publishes its quarterly bulletin"


def own_rule(name: str = "bulletins", condition: str = "bulletin", **more: Any) -> UserRule:
    """A rule of the user's."""
    return UserRule(name, f"Rule {name}", condition, **more)


class RulesRig:
    """`async with`, and again on the same folder for a restart. `shipped_rules` replaces the program's packs.

    `choices` are those of the settings. `stories`: items are grouped by event.
    """

    def __init__(
        self,
        folder: Path,
        clock: SteppedClock | None = None,
        shipped_rules: Path | None = None,
        choices: Choices | None = None,
        *,
        stories: bool = False,
    ) -> None:
        files = shipped()
        self.clock = clock or SteppedClock()
        self.own = folder / "rules"
        self.own.mkdir(exist_ok=True)
        self.packs = shipped_rules or files.resources / "rules"
        self.events: list[Event] = []
        self.withdrawn: list[ItemId] = []
        self.worker = Worker()
        file = folder / "hkwatch.db"
        self.database = Database(lambda: open_writer(file, folder / "backups", self.clock.now()), file)
        book = (
            read_rules(self.packs, self.own, files.folder, files.entities)
            if shipped_rules or any(self.own.iterdir())
            else files.rules
        )
        emit = self.events.append
        self.rules = Rules(
            self.clock, self.database, self.worker, files.folder, files.entities, self.packs, self.own, book, emit
        )
        self.judge = Judge(self.rules.classify, files.entities, files.folder, frozenset(), choices)
        publishers = publisher_finder(files.catalogue)
        self.reflagger = Reflagger(self.clock, self.database, self.worker, self.judge, publishers, emit)
        self.reflagger.batch = 3
        self.reflagger.basis = lambda: self.judge.basis
        self.mutes = Mutes(self.clock, self.database, self.worker, files.folder, files.entities, emit, self._withdraw)
        self.rules.reflagger, self.rules.mutes = self.reflagger, self.mutes
        self.reflagger.after_batch = self.mutes.look_at
        self.ingest = Ingest(self.clock, self.database, self.worker, self.judge, files.folder, emit)
        self.ingest.mute_of = self.mutes.mute_of
        if stories:
            self.ingest.stories = self.reflagger.stories = make_keeper(files)
        self.row: SourceRow = files.catalogue.sources[EN]
        self._count = 0

    async def _withdraw(self, items: tuple[ItemId, ...]) -> None:
        self.withdrawn += items

    async def __aenter__(self) -> Self:
        await self.database.open()
        await self.rules.load()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.reflagger.rest()
        self.worker.close()
        await self.database.close()

    async def take(self, *titles: str, back: bool = False, source: SourceId = EN, text: str = "") -> Stored:
        """Items come in, a minute apart."""
        entries = []
        for title in titles:
            self._count += 1
            at = START - timedelta(minutes=self._count)
            link = f"https://example.test/{self._count}-{abs(hash(title))}"
            entries.append(Entry(title, link, "en", guid=link, text=text, published_at=at))
        row = shipped().catalogue.sources[source]
        return await self.ingest.take(Batch(row, tuple(entries), lambda _entry: back))

    async def do(self, kind: type[Any], *values: Any, **more: Any) -> None:
        """Carry a command out."""
        self._count += 1
        command: RuleCommand = kind(CommandId(f"c{self._count}"), *values, **more)
        await self.rules.carry_out(command)

    async def reflag(self) -> int:
        """Run to the end; how many batches that took."""
        steps = 1
        while await self.reflagger.step():
            steps += 1
        return steps

    async def rows(self, columns: str, where: str = "1") -> list[tuple[Any, ...]]:
        """Columns of the items, the newest first."""
        sql = f"SELECT {columns} FROM item WHERE {where} ORDER BY id DESC"
        return await self.database.run(lambda db: db.execute(sql).fetchall())

    async def queued(self) -> list[str]:
        """Headlines waiting to be told."""
        sql = (
            "SELECT title FROM outbox JOIN item ON item.id = outbox.item_id WHERE outbox.state = 'due' ORDER BY item.id"
        )
        return [row[0] for row in await self.database.run(lambda db: db.execute(sql).fetchall())]

    def of(self, kind: type[Any]) -> list[Any]:
        """The events of a kind so far."""
        return [event for event in self.events if isinstance(event, kind)]
