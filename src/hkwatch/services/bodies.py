# SPDX-License-Identifier: MIT
"""Texts that a feed leaves out: read one after the other, a second apart, newest first, resumable at any point.

What is still to be read is a mark in the database, so a restart goes on where it stopped.
"""

import asyncio
import re
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from hkwatch.domain.catalogue import Keep, SourceRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import FetchError, FormatError, SourceError
from hkwatch.domain.ids import SourceId
from hkwatch.domain.item import Entry
from hkwatch.services.batch import Batch, ReadText, TextWish, UnreadableError
from hkwatch.services.database import Database
from hkwatch.services.documents import Documents, original
from hkwatch.services.ingest import Ingest
from hkwatch.services.pdf_child import MAY_MEND, PdfChild
from hkwatch.services.poller import Fetch, is_official
from hkwatch.services.worker import Worker
from hkwatch.sources import hkma_pages, sfc, sfc_circulars
from hkwatch.sources.documents import is_pdf
from hkwatch.sources.request import Fetched, NotModified, Request
from hkwatch.store import evidence, wanted_texts
from hkwatch.store import items as store

LANGUAGES = ("en", "zh-Hant", "zh-Hans")
_RELEASE = re.compile(r"\d\dPR\d+")
_IDLE_S = 60.0
_AFTER_ERROR_S = 20.0
_MOST_TRIES = 5
"""A document that cannot be read this often is given up."""
PAGES_BACK = timedelta(days=16)
"""Pages are read this far into the back catalogue: about thirty releases, of which most are routine."""
DOCUMENTS_BACK = timedelta(days=90)
"""Circulars and PDFs are read this far into the back catalogue: some thirty of each body."""


class Bodies:
    """Fills in the texts of SFC releases and circulars, of HKMA releases, and of entries that are a PDF."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        worker: Worker,
        fetcher: Fetch,
        ingest: Ingest,
        source: SourceRow,
        pages: SourceRow | None = None,
        pdf: PdfChild | None = None,
        rows: Sequence[SourceRow] = (),
    ) -> None:
        """`source` is the catalogue row of the SFC's archive, `pages` that of the HKMA's press releases, None = not read.

        Texts count as answers of these rows. `pdf` reads documents, None = neither circulars nor PDFs are read; they
        count as answers of the row that brought them, one of `rows`.
        """
        self._clock = clock
        self._database = database
        self._worker = worker
        self._fetcher = fetcher
        self._ingest = ingest
        self._source = source
        self._pages = pages
        self._rows = {row.id: row for row in rows}
        self._documents = Documents(clock, worker, self._fetch, pdf) if pdf is not None else None
        self._wake = asyncio.Event()
        self.progress: tuple[int, int] | None = None
        """(done, all) while texts of the back catalogue are read, None when there is nothing to read."""
        ingest.fetch_body = self.read
        ingest.has_body = self.has_body
        ingest.body_languages = LANGUAGES

    def has_body(self, row: SourceRow, entry: Entry) -> bool:
        """Whether the text of an entry can be had here, and its publisher lets it be kept."""
        if row.keep is not Keep.FULL:
            return False
        ref = entry.ref or ""
        if row.publisher.id == self._source.publisher.id:
            if _RELEASE.fullmatch(ref):
                return True
            return self._documents is not None and sfc_circulars.is_ref(ref) and self._is_since(entry, DOCUMENTS_BACK)
        if self._pages is not None and row.publisher.id == self._pages.publisher.id and hkma_pages.is_ref(ref):
            return self._is_since(entry, PAGES_BACK)
        return (
            self._documents is not None
            and row.id in self._rows
            and is_official(row)
            and is_pdf(entry.link)
            and self._is_since(entry, DOCUMENTS_BACK)
        )

    def _is_since(self, entry: Entry, back: timedelta) -> bool:
        return entry.published_at is not None and entry.published_at >= self._clock.now() - back

    async def read(self, wish: TextWish) -> ReadText:
        """One text with the answer it came in. Raises FetchError or FormatError."""
        if hkma_pages.is_ref(wish.ref):
            return await self._read_page(wish.ref, wish.lang)
        if _RELEASE.fullmatch(wish.ref):
            answer = await self._fetch(sfc.content_request(wish.ref, wish.lang), wish.ref)
            return ReadText(await self._worker.read(sfc.parse_content, answer.body), original(answer, self._clock))
        if self._documents is not None and sfc_circulars.is_ref(wish.ref):
            return await self._documents.circular(wish.ref, wish.lang)
        if self._documents is not None and is_pdf(wish.link):
            return await self._documents.pdf(wish)
        raise FormatError("unknown-ref", f"Nothing here reads the text of {wish.ref or wish.link}.")

    async def _read_page(self, ref: str, lang: str) -> ReadText:
        answer = await self._fetch(hkma_pages.page_request(ref, lang), ref)
        if answer.status == 404:
            raise FormatError("unknown-ref", f"The HKMA has no page of {ref} in this language.")
        entry = await self._worker.read(hkma_pages.parse_page, answer.body, ref, lang, answer.content_type)
        return ReadText(entry, original(answer, self._clock))

    async def _fetch(self, request: Request, name: str) -> Fetched:
        answer = await self._fetcher.fetch(request)
        if isinstance(answer, NotModified):
            raise FormatError("unexpected-304", f"{name}: 304 to a question without validators.")
        return answer

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
            wanted, stored = await self._database.run(wanted_texts.count_wanted)
            self.progress = (stored, wanted + stored) if wanted else None
            changed()

    async def step(self) -> bool:
        """Read one text. False when nothing is to be read now."""
        wanted = await self._database.run(wanted_texts.wanted_bodies, self._clock.now(), 1)
        if not wanted:
            return False
        body = wanted[0]
        if self._is_forbidden(body):
            await self._failed(body, for_ever=True)
            return True
        try:
            read = await self.read(TextWish(body.ref, body.lang, body.url, body.title))
        except SourceError as error:
            await self._note(body, error)
            if isinstance(error, FetchError):
                # The server or the network is in trouble; asking for the next text at once would not help it.
                await self._clock.sleep(_AFTER_ERROR_S)
            return True
        entry = read.entry
        if (entry.ref or "") != body.ref or entry.lang != body.lang:
            # An answer to another question must not overwrite this item.
            await self._failed(body, for_ever=False)
            return True
        row = self._row_of(body)
        if row is self._pages:
            # A heading found on a page may be the site's; the feed's title is the release's.
            entry = replace(entry, title=body.title or entry.title)
        batch = Batch(row, (entry,), lambda _entry: True, read.original, body.identity)
        stored = await self._ingest.take(batch)
        if not entry.text:
            await self._failed(body, for_ever=True)
        elif body.item not in stored.changed:
            # Edited and edited back: what is stored holds, and must not be asked for again and again.
            await self._database.run(store.body_confirmed, body.item, body.lang, entry.modified_at)
        return True

    def _is_forbidden(self, body: wanted_texts.WantedBody) -> bool:
        """Whether the item's source was changed, after it was stored, to one of which no more than a title may be kept."""
        row = self._rows.get(SourceId(body.source))
        return row is not None and row.keep is not Keep.FULL

    def _row_of(self, body: wanted_texts.WantedBody) -> SourceRow:
        if self._pages is not None and hkma_pages.is_ref(body.ref):
            return self._pages
        if _RELEASE.fullmatch(body.ref):
            return self._source
        return self._rows.get(SourceId(body.source), self._source)

    async def _failed(self, body: wanted_texts.WantedBody, *, for_ever: bool) -> None:
        await self._database.run(store.body_failed, body.item, body.lang, self._clock.now(), for_ever=for_ever)

    async def _note(self, body: wanted_texts.WantedBody, error: SourceError) -> None:
        """Remember that a text could not be read, with what came in its place."""
        is_last = body.tries + 1 >= _MOST_TRIES
        if isinstance(error, UnreadableError):
            for_ever = is_last or error.key not in MAY_MEND
            await self._database.run(self._write_unreadable, body, error, for_ever)
        elif isinstance(error, FetchError) and not body.ref:
            # Of a document that a list links to nobody says that it is there for good.
            await self._failed(body, for_ever=is_last or not error.temporary)
        else:
            await self._failed(body, for_ever=isinstance(error, FormatError) and error.key == "unknown-ref")

    def _write_unreadable(
        self, db: sqlite3.Connection, body: wanted_texts.WantedBody, error: UnreadableError, for_ever: bool
    ) -> None:
        evidence.keep(db, body.item, body.lang, error.original)
        store.body_unreadable(db, body.item, body.lang, error, self._clock.now(), for_ever=for_ever)
