# SPDX-License-Identifier: MIT
"""Texts that only a document holds: circulars of the SFC, and entries of official lists that link to a PDF."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from hkwatch.domain.attachment import Attachment, joined
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import FormatError
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.item import Entry
from hkwatch.services.batch import ReadText, TextWish, UnreadableError
from hkwatch.services.pdf_child import PdfChild
from hkwatch.services.worker import Worker
from hkwatch.sources import documents, sfc_circulars
from hkwatch.sources.pdf_outcome import Outcome
from hkwatch.sources.request import Fetched, Request


class Documents:
    """Fetches a document, has it read by a process of its own, and keeps what came as evidence."""

    def __init__(
        self, clock: Clock, worker: Worker, fetch: Callable[[Request, str], Awaitable[Fetched]], child: PdfChild
    ) -> None:
        """`fetch` carries a request out, named in errors by the second argument."""
        self._clock = clock
        self._worker = worker
        self._fetch = fetch
        self._child = child

    async def circular(self, ref: str, lang: str) -> ReadText:
        """A circular of the SFC: its text, or where there is none that of its signed PDF.

        Raises FetchError, FormatError, or UnreadableError with what came.
        """
        answer = await self._fetch(sfc_circulars.content_request(ref, lang), ref)
        entry = await self._worker.read(sfc_circulars.parse_content, answer.body)
        if entry.text or entry.ref != ref or entry.lang != lang:
            return ReadText(entry, original(answer, self._clock))
        wish = TextWish(ref, lang, entry.link, entry.title)
        read = await self._pdf(sfc_circulars.file_request(ref, lang), wish)
        body = read.entry
        # The interface knows what the file does not say: title, times and appendices.
        attachments = joined(entry.attachments, body.attachments)
        return ReadText(replace(entry, html=body.html, text=body.text, attachments=attachments), read.original)

    async def pdf(self, wish: TextWish) -> ReadText:
        """The text of the PDF that an entry links to. Raises FetchError, FormatError, or UnreadableError with what came."""
        return await self._pdf(documents.pdf_request(wish.link), wish)

    async def _pdf(self, request: Request, wish: TextWish) -> ReadText:
        answer = await self._fetch(request, wish.ref or wish.link)
        evidence = original(answer, self._clock)
        if answer.status == 404:
            raise FormatError("unknown-ref", f"There is no document at {wish.link}.", "Open the page in a browser.")
        try:
            outcome = await self._child.read(answer.body)
        except FormatError as error:
            raise UnreadableError(error, evidence) from error
        document = Attachment(wish.title, request.url, "pdf", len(answer.body))
        return ReadText(await self._worker.run(_entry, wish, outcome, document), evidence)


def original(answer: Fetched, clock: Clock) -> Evidence:
    """An answer as evidence, fetched now."""
    return Evidence(
        answer.url, answer.status, clock.now(), answer.headers, answer.body_hash, len(answer.body), answer.body
    )


def _entry(wish: TextWish, outcome: Outcome, document: Attachment) -> Entry:
    return documents.text_entry(wish.title, wish.link, wish.lang, wish.ref or None, outcome.text, document)
