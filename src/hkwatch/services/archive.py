# SPDX-License-Identifier: MIT
"""Reading an archive back to a point in time, page by page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from hkwatch.domain.catalogue import Kind, SourceRow
from hkwatch.domain.deadline import Deadline
from hkwatch.domain.errors import FormatError
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.item import Entry
from hkwatch.domain.order import to_ms
from hkwatch.services.worker import Worker
from hkwatch.sources.archives import archive_of
from hkwatch.sources.request import Fetched, NotModified, Request
from hkwatch.store.polls import SourceRecord

MAX_PAGES = 60
"""More are never read in one go, for each year where an archive is asked by years."""


class Ask(Protocol):
    """The part of the HTTP client that is needed here."""

    async def fetch(self, request: Request) -> NotModified | Fetched:
        """Carry a request out. Raises FetchError or FormatError."""
        ...


@dataclass(frozen=True, slots=True)
class ArchiveRead:
    """What an archive said. `answer` is the last page as it came.

    Entries neither issued nor edited since are left out, but for consultations that are open or were concluded since.
    """

    answer: Fetched
    entries: tuple[Entry, ...]
    deadlines: tuple[Deadline, ...]


def all_covered(
    rows: Iterable[SourceRow], records: Mapping[SourceId, SourceRecord], publisher: PublisherId, since: datetime
) -> bool:
    """Whether every archive of a publisher was read after `since`: one holds what another does not."""
    covered = [records[row.id].covered_ms for row in rows if row.kind is Kind.API and row.publisher.id == publisher]
    return all(at is not None and at >= to_ms(since) for at in covered)


async def read_archive(
    row: SourceRow, fetcher: Ask, worker: Worker, reach: datetime, now: datetime, size: int
) -> ArchiveRead:
    """Ask for pages of about `size` rows until `reach` (aware UTC). Raises FetchError or FormatError."""
    archive = archive_of(row)
    size = archive.page_size(size)
    entries: list[Entry] = []
    deadlines: list[Deadline] = []
    answer: NotModified | Fetched | None = None
    for year in archive.years(reach, now):
        for number in range(MAX_PAGES):
            answer = await fetcher.fetch(archive.request(row, number, size, year))
            if isinstance(answer, NotModified):
                raise FormatError("unexpected-304", f"{row.id}: 304 to a question without validators.")
            page = await worker.read(archive.parse, answer.body, row, number * size)
            entries += page.entries
            deadlines += page.deadlines
            oldest = min((entry.published_at for entry in page.entries if entry.published_at), default=None)
            if page.is_last or (oldest is not None and oldest < reach):
                break
    assert isinstance(answer, Fetched)
    alive = {one.ref for one in deadlines if _is_alive(one, reach, now)}
    wanted = tuple(entry for entry in entries if _is_wanted(entry, reach) or entry.ref in alive)
    return ArchiveRead(answer, wanted, tuple(deadlines))


def _is_alive(one: Deadline, reach: datetime, now: datetime) -> bool:
    """Whether comments are taken still, or conclusions came lately: who reads either wants the paper."""
    if one.conclusion_ref is not None:
        return one.concluded_at is not None and one.concluded_at >= reach
    return one.closes_on is not None and one.closes_on >= to_hkt(now).date()


def _is_wanted(entry: Entry, reach: datetime) -> bool:
    # Publishers edit releases weeks after their issue; what was edited lately is news of an old item.
    edited = entry.modified_at is not None and entry.modified_at >= reach
    return entry.published_at is None or entry.published_at >= reach or edited
