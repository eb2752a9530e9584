# SPDX-License-Identifier: MIT
"""Asking one source, from the address to the stored items.

    record → validators → fetch ─┬─ 304 or the same body → "nothing new"
                                 ├─ an answer → parse (worker) → ingest, record and log in one transaction
                                 └─ an error  → record and log
                               → when to ask next

A failure is a value here: it is stored, shown and counted, and touches no other source.
"""

import random
import sqlite3
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from hkwatch.domain.cadence import HttpHints, next_poll
from hkwatch.domain.catalogue import Kind, Role, SourceRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.deadline import Deadline
from hkwatch.domain.errors import FetchError, FormatError, SourceError
from hkwatch.domain.habits import History
from hkwatch.domain.ids import SourceId
from hkwatch.domain.item import Entry, Precision
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.services.archive import read_archive
from hkwatch.services.batch import Batch, Stored
from hkwatch.services.database import Database
from hkwatch.services.ingest import Ingest
from hkwatch.services.last_answers import LastAnswers, pack
from hkwatch.services.records import after_failure, after_success, new_record, validators
from hkwatch.services.registers import ReadPage, Registers, Taken
from hkwatch.services.today import Today
from hkwatch.services.worker import Worker
from hkwatch.sources.feeds import parse_feed
from hkwatch.sources.request import Fetched, NotModified, Request, Want
from hkwatch.store import polls
from hkwatch.store.coverage import count_poll
from hkwatch.store.polls import PollEntry, SourceRecord

FIRST_REACH = timedelta(days=90)
"""How far back the archive of a source is read at the first start."""
_OVERLAP = timedelta(days=3)
"""An archive is read this much further back than needed: items appear late and are edited."""
_SPAN = {
    Precision.SECOND: timedelta(seconds=1),
    Precision.MINUTE: timedelta(minutes=1),
    Precision.DAY: timedelta(days=1),
}


class Fetch(Protocol):
    """The part of the HTTP client the services need."""

    async def fetch(self, request: Request) -> NotModified | Fetched:
        """Carry a request out. Raises FetchError or FormatError."""
        ...


@dataclass(frozen=True, slots=True)
class Polled:
    """What a poll came to. `error` None = it went well; `next_at` is when to ask again."""

    source: SourceId
    record: SourceRecord
    stored: Stored
    entries: int
    next_at: datetime
    error: SourceError | None
    unchanged: bool = False
    missing_since: datetime | None = None
    """Set where nothing in the feed was known: what was published from then on may have fallen out of it."""

    oldest: datetime | None = None
    """When the oldest entry of a feed was published; None where nothing new was read or nothing is dated."""

    moved_to: str | None = None
    """The address that every redirect on the way called the new one for good; None where none did."""

    warnings: tuple[str, ...] = ()
    """What the reader of a feed had to leave out or mend, in words."""

    @property
    def overflowed(self) -> bool:
        """Whether something may have fallen out of the feed before it was read."""
        return self.missing_since is not None


class ViaProxy:
    """Asks through one source's proxy."""

    def __init__(self, fetcher: Fetch, proxy: str) -> None:
        self._fetcher = fetcher
        self._proxy = proxy

    async def fetch(self, request: Request) -> NotModified | Fetched:
        """Carry a request out. Raises FetchError or FormatError."""
        return await self._fetcher.fetch(replace(request, proxy=self._proxy) if self._proxy else request)


def is_official(row: SourceRow) -> bool:
    """Whether a public body speaks here; those keep office hours."""
    return row.publisher.role in (Role.REGULATOR, Role.GOVERNMENT)


class Poller:
    """Knows each source's memory. Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        worker: Worker,
        fetcher: Fetch,
        ingest: Ingest,
        holidays: frozenset[date],
        chance: random.Random,
    ) -> None:
        self._clock = clock
        self._database = database
        self._worker = worker
        self._fetcher = fetcher
        self._ingest = ingest
        self.holidays = holidays
        self._chance = chance
        self.records: dict[SourceId, SourceRecord] = {}
        self.histories: dict[SourceId, History] = {}
        self.answers = LastAnswers()
        self.today = Today(clock, database)
        self.registers: Registers | None = None
        """Reads the registers; None where none is watched."""

    async def load(self, rows: list[SourceRow]) -> None:
        """Read what is remembered; a source never seen before counts as added now."""
        self.records = await self._database.run(polls.load_records)
        self.histories = {}
        await self.today.load()
        await self.take_in(rows)

    async def take_in(self, rows: list[SourceRow]) -> None:
        """Be ready to ask these as well."""
        now = self._clock.now()
        fresh = [new_record(row.id, now) for row in rows if row.id not in self.records]
        self.records |= {record.source: record for record in fresh}
        if fresh:
            await self._database.run(polls.save_records, fresh)
        went, times = await self._database.run(polls.outcomes), await self._database.run(polls.item_times)
        for row in (row for row in rows if row.id not in self.histories):
            history = History(tuple(went.get(row.id, ())))
            self.histories[row.id] = self._listed(row, history, times.get(row.id, ()))

    async def poll(self, row: SourceRow) -> Polled:
        """Ask one source once. Environment's errors come back in `error`; StoreError is raised."""
        started = self._clock.now()
        record = self.records[row.id]
        try:
            if row.kind is Kind.API:
                return await self._poll_archive(row, record)
            if row.kind is Kind.REGISTER:
                return await self._poll_register(row, record)
            return await self._poll_feed(row, record)
        except SourceError as error:
            now = self._clock.now()
            if error.body:
                await self._keep(row, now, error.body, "")
            hints = HttpHints(retry_after_s=error.retry_after_s if isinstance(error, FetchError) else None)
            next_at = self._next(row, now, record.failures + 1, hints)
            record = after_failure(record, error, now, next_at)
            await self._database.run(self._save, record, self._log(row, started, None, 0, 0, error))
            self._remember(row, record, self.histories[row.id], good=False)
            return Polled(row.id, record, _NOTHING, 0, next_at, error)

    async def _keep(self, row: SourceRow, at: datetime, body: bytes, content_type: str) -> None:
        self.answers.keep(row.id, at, await self._worker.run(pack, body), content_type, row.lang)

    async def _poll_feed(self, row: SourceRow, record: SourceRecord) -> Polled:
        now = self._clock.now()
        etag, last_modified = validators(record, now)
        headers = dict(row.headers)
        answer = await self._fetcher.fetch(
            Request(row.url, want=Want.FEED, etag=etag, last_modified=last_modified, headers=headers, proxy=row.proxy)
        )
        if isinstance(answer, Fetched):
            await self._keep(row, now, answer.body, answer.content_type)
        if isinstance(answer, NotModified) or answer.body_hash == record.body_hash:
            return await self._unchanged(row, record, answer)
        true_now = self._ingest.true_now()
        feed = await self._worker.read(parse_feed, answer.body, answer.url, row, true_now, answer.content_type)
        hints = HttpHints(max_age_s=answer.max_age_s, ttl_min=feed.ttl_min)
        return await self._store(row, record, answer, feed.entries, hints, covered=None, warnings=feed.warnings)

    async def _poll_archive(self, row: SourceRow, record: SourceRecord) -> Polled:
        now = self._clock.now()
        covered = from_ms(record.covered_ms) if record.covered_ms is not None else None
        reach = now - FIRST_REACH if covered is None else covered - _OVERLAP
        # A quiet hour needs one page, long enough for edits of the last month to be seen in it (the SFC issues about six
        # releases a week); the first start and a long absence need more and longer ones.
        size = 50 if covered is not None and now - covered < timedelta(days=2) else 100
        read = await read_archive(row, ViaProxy(self._fetcher, row.proxy), self._worker, reach, now, size)
        await self._keep(row, now, read.answer.body, read.answer.content_type)
        return await self._store(row, record, read.answer, read.entries, HttpHints(), now, deadlines=read.deadlines)

    async def _poll_register(self, row: SourceRow, record: SourceRecord) -> Polled:
        if self.registers is None:
            raise FormatError("unknown-adapter", f"{row.id}: nothing here reads registers.")
        page = await self.registers.read(row, ViaProxy(self._fetcher, row.proxy))
        await self._keep(row, page.at, page.answer.body, page.answer.content_type)
        after = record

        def also(db: sqlite3.Connection, taken: Taken) -> None:
            nonlocal after
            after = self._after_register(row, record, page, taken)
            entry = self._log(row, page.at, page.answer, taken.rows, len(taken.stored.added), taken.error)
            self._save(db, after, entry)

        taken = await self.registers.take(row, page, also)
        self.today.add(row.id, len(taken.stored.added))
        self._remember(row, after, self.histories[row.id], good=taken.error is None)
        next_at = from_ms(after.next_ms or 0)
        return Polled(row.id, after, taken.stored, taken.rows, next_at, taken.error, moved_to=page.answer.moved_to)

    def _after_register(self, row: SourceRow, record: SourceRecord, page: ReadPage, taken: Taken) -> SourceRecord:
        # A page that is held came as it should: it is asked for at its usual pace, not less and less often.
        next_at = self._next(row, page.at, 0, HttpHints())
        if taken.confirm_at is not None:
            next_at = min(next_at, max(taken.confirm_at, page.at))
        if taken.error is not None:
            return after_failure(record, taken.error, page.at, next_at)
        return after_success(record, page.answer, page.at, taken.rows, next_at)

    async def _store(
        self,
        row: SourceRow,
        record: SourceRecord,
        answer: Fetched | NotModified,
        entries: tuple[Entry, ...],
        hints: HttpHints,
        covered: datetime | None,
        warnings: tuple[str, ...] = (),
        deadlines: tuple[Deadline, ...] = (),
    ) -> Polled:
        now = self._clock.now()
        next_at = self._next(row, now, 0, hints)
        after = after_success(record, answer, now, len(entries), next_at)
        if covered is not None:
            after = replace(after, covered_ms=to_ms(covered))
        is_first = record.first_ok_ms is None
        added_at = from_ms(record.added_ms)

        def is_back(entry: Entry) -> bool:
            if is_first or entry.published_at is None:
                return is_first
            # A date alone reads as its midnight; the release came at any time of that day, or of its second.
            return entry.published_at + _SPAN[entry.precision] <= added_at

        known = self.histories[row.id]
        times = tuple(entry.published_at for entry in entries if entry.published_at is not None)
        history = self._listed(row, known, times)

        def also(db: sqlite3.Connection, stored: Stored) -> None:
            self._save(db, after, self._log(row, now, answer, len(entries), len(stored.added), None))
            if history is not known:
                polls.save_item_times(db, row.id, history.times)

        stored = await self._ingest.take(Batch(row, entries, is_back, deadlines=deadlines), also)
        self.today.add(row.id, len(stored.added) - len(stored.back))
        self._remember(row, after, history, good=True)
        overflowed = (
            not is_first
            and covered is None
            and len(entries) > 1
            and record.items > 0
            and stored.known == 0
            and not stored.changed
            and row.kind is Kind.RSS
        )
        missing_since = from_ms(record.last_ok_ms) if overflowed and record.last_ok_ms is not None else None
        return Polled(
            row.id,
            after,
            stored,
            len(entries),
            next_at,
            None,
            missing_since=missing_since,
            oldest=min(times, default=None),
            moved_to=answer.moved_to,
            warnings=warnings,
        )

    async def _unchanged(self, row: SourceRow, record: SourceRecord, answer: Fetched | NotModified) -> Polled:
        now = self._clock.now()
        next_at = self._next(row, now, 0, HttpHints(max_age_s=answer.max_age_s))
        record = after_success(record, answer, now, None, next_at)
        await self._database.run(self._save, record, self._log(row, now, answer, record.items, 0, None))
        self._remember(row, record, self.histories[row.id], good=True)
        return Polled(row.id, record, _NOTHING, record.items, next_at, None, unchanged=True, moved_to=answer.moved_to)

    def _next(self, row: SourceRow, now: datetime, failures: int, hints: HttpHints) -> datetime:
        return next_poll(now, row, failures, hints, self.holidays, self._chance.random())

    def _listed(self, row: SourceRow, history: History, times: tuple[datetime, ...]) -> History:
        return history.after_items(times, self._ingest.true_now(), self.holidays, workdays_only=is_official(row))

    def _remember(self, row: SourceRow, record: SourceRecord, history: History, *, good: bool) -> None:
        self.records[row.id] = record
        self.histories[row.id] = history.after_poll(good=good)

    def _save(self, db: sqlite3.Connection, record: SourceRecord, entry: PollEntry) -> None:
        polls.save_record(db, record)
        polls.log_poll(db, entry)
        count_poll(db, entry, record.next_ms)

    def _log(
        self,
        row: SourceRow,
        at: datetime,
        answer: Fetched | NotModified | None,
        entries: int,
        added: int,
        error: SourceError | None,
    ) -> PollEntry:
        status = error.http_status if isinstance(error, FetchError) else None
        if answer is not None:
            status = answer.status if isinstance(answer, Fetched) else 304
        return PollEntry(
            row.id,
            at,
            status,
            len(answer.body) if isinstance(answer, Fetched) else 0,
            answer.elapsed_ms if answer is not None else 0,
            entries,
            added,
            error.key if error is not None else "",
        )


_NOTHING = Stored((), (), (), 0)
