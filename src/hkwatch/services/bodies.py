# SPDX-License-Identifier: MIT
"""Texts that a feed leaves out: read one after the other, a second apart, newest first, resumable at any point.

What is still to be read is a mark in the database, so a restart goes on where it stopped.
"""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import FetchError, FormatError, SourceError
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.item import Entry
from hkwatch.services.database import Database
from hkwatch.services.ingest import Batch, Ingest, ReadText
from hkwatch.services.poller import Fetch
from hkwatch.services.worker import Worker
from hkwatch.sources import hkma_pages, sfc
from hkwatch.sources.request import Fetched, NotModified
from hkwatch.store import items as store

LANGUAGES = ("en", "zh-Hant", "zh-Hans")
_RELEASE = re.compile(r"\d\dPR\d+")
_IDLE_S = 60.0
_AFTER_ERROR_S = 20.0
PAGES_BACK = timedelta(days=16)
"""Pages are read this far into the back catalogue: about thirty releases, of which most are routine."""


class Bodies:
    """Fills in the texts of SFC releases from the content API, and of HKMA releases from their pages."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        worker: Worker,
        fetcher: Fetch,
        ingest: Ingest,
        source: SourceRow,
        pages: SourceRow | None = None,
    ) -> None:
        """`source` is the catalogue row of the SFC's archive, `pages` that of the HKMA's press releases, None = not read.

        Texts count as answers of these rows.
        """
        self._clock = clock
        self._database = database
        self._worker = worker
        self._fetcher = fetcher
        self._ingest = ingest
        self._source = source
        self._pages = pages
        self._wake = asyncio.Event()
        self.progress: tuple[int, int] | None = None
        """(done, all) while texts of the back catalogue are read, None when there is nothing to read."""
        ingest.fetch_body = self.read
        ingest.has_body = self.has_body
        ingest.body_languages = LANGUAGES

    def has_body(self, row: SourceRow, entry: Entry) -> bool:
        """Whether the text of an entry can be had here."""
        if entry.ref is None:
            return False
        if row.publisher.id == self._source.publisher.id:
            return _RELEASE.fullmatch(entry.ref) is not None
        if self._pages is None or row.publisher.id != self._pages.publisher.id or not hkma_pages.is_ref(entry.ref):
            return False
        return entry.published_at is not None and entry.published_at >= self._clock.now() - PAGES_BACK

    async def read(self, ref: str, lang: str) -> ReadText:
        """The text of one release with the answer it came in. Raises FetchError or FormatError."""
        if hkma_pages.is_ref(ref):
            return await self._read_page(ref, lang)
        answer = await self._fetcher.fetch(sfc.content_request(ref, lang))
        if isinstance(answer, NotModified):
            raise FormatError("unexpected-304", f"{ref}: 304 to a question without validators.")
        return ReadText(await self._worker.run(sfc.parse_content, answer.body), self._original(answer))

    async def _read_page(self, ref: str, lang: str) -> ReadText:
        answer = await self._fetcher.fetch(hkma_pages.page_request(ref, lang))
        if isinstance(answer, NotModified):
            raise FormatError("unexpected-304", f"{ref}: 304 to a question without validators.")
        if answer.status == 404:
            raise FormatError("unknown-ref", f"The HKMA has no page of {ref} in this language.")
        entry = await self._worker.run(hkma_pages.parse_page, answer.body, ref, lang, answer.content_type)
        return ReadText(entry, self._original(answer))

    def _original(self, answer: Fetched) -> Evidence:
        return Evidence(
            answer.url,
            answer.status,
            self._clock.now(),
            answer.headers,
            answer.body_hash,
            len(answer.body),
            answer.body,
        )

    def wake(self) -> None:
        """There may be something to read."""
        self._wake.set()

    async def run(self, changed: Callable[[], None]) -> None:
        """Read whatever is wanted until cancelled; `changed` is called when the progress changed."""
        while True:
            self._wake.clear()
            if not await self.step():
                if self.progress is not None:
                    self.progress = None
                    changed()
                waiter = asyncio.ensure_future(self._wake.wait())
                timer = asyncio.ensure_future(self._clock.sleep(_IDLE_S))
                try:
                    await asyncio.wait({waiter, timer}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    waiter.cancel()
                    timer.cancel()
                continue
            wanted, stored = await self._database.run(store.count_wanted)
            self.progress = (stored, wanted + stored) if wanted else None
            changed()

    async def step(self) -> bool:
        """Read one text. False when nothing is to be read now."""
        wanted = await self._database.run(store.wanted_bodies, self._clock.now(), 1)
        if not wanted:
            return False
        body = wanted[0]
        try:
            read = await self.read(body.ref, body.lang)
        except SourceError as error:
            gone = isinstance(error, FormatError) and error.key == "unknown-ref"
            await self._database.run(store.body_failed, body.item, body.lang, self._clock.now(), for_ever=gone)
            if isinstance(error, FetchError):
                # The server or the network is in trouble; asking for the next text at once would not help it.
                await self._clock.sleep(_AFTER_ERROR_S)
            return True
        entry = read.entry
        if entry.ref != body.ref or entry.lang != body.lang:
            # An answer to another question must not overwrite this item.
            await self._database.run(store.body_failed, body.item, body.lang, self._clock.now(), for_ever=False)
            return True
        row = self._source
        if self._pages is not None and hkma_pages.is_ref(body.ref):
            row = self._pages
            # A heading found on a page may be the site's; the feed's title is the release's.
            title = await self._database.run(store.title_of, body.item, body.lang)
            entry = replace(entry, title=title or entry.title)
        stored = await self._ingest.take(Batch(row, (entry,), lambda _entry: True, read.original))
        if not entry.text:
            await self._database.run(store.body_failed, body.item, body.lang, self._clock.now(), for_ever=True)
        elif body.item not in stored.changed:
            # Edited and edited back: what is stored holds, and must not be asked for again and again.
            await self._database.run(store.body_confirmed, body.item, body.lang, entry.modified_at)
        return True
