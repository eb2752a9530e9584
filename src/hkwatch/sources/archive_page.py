# SPDX-License-Identifier: MIT
"""What every reader of an archive promises, and what one page of an archive comes to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.deadline import Deadline
from hkwatch.domain.item import Entry
from hkwatch.sources.request import Request


@dataclass(frozen=True, slots=True)
class CircularFacts:
    """What the archive says of a circular besides its entry.

    `kind` is the SFC's number of its subject (200 = virtual asset trading platforms, 110 = intermediaries), None where
    not stated; `appendices` are the captions of its attachments.
    """

    ref: str
    kind: int | None
    appendices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """One page, newest first.

    `total` counts everything asked for, None where the archive does not say. `is_last` = nothing comes after this page.
    `warnings` name rows left out.
    """

    entries: tuple[Entry, ...]
    total: int | None
    is_last: bool
    warnings: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    circulars: tuple[CircularFacts, ...] = ()


class Archive(Protocol):
    """A reader of one JSON interface that is read page by page."""

    def page_size(self, wanted: int) -> int:
        """How many rows a page has when `wanted` (1 or more) are asked for."""
        ...

    def years(self, reach: datetime, now: datetime) -> tuple[int | None, ...]:
        """What must be asked one after the other to get from `now` back to `reach`; (None,) = everything at once."""
        ...

    def request(self, row: SourceRow, page: int, size: int, year: int | None = None) -> Request:
        """The question for a page, which counts from 0. Raises ValueError for a page or size out of range."""
        ...

    def parse(self, body: bytes, row: SourceRow, first_index: int = 0) -> ArchivePage:
        """Read an answer; `first_index` = page × size.

        Raises FormatError: `not-json`, `unexpected-form`, `refused-inside` (an error inside HTTP 200),
        `empty-with-total` (rows are counted and none sent).
        """
        ...
