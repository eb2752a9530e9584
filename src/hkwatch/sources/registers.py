# SPDX-License-Identifier: MIT
"""The readers of registers by the name that a catalogue row gives in `adapter`: what to ask, and what the answer says."""

import hashlib
from dataclasses import replace
from typing import Protocol

from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.errors import FormatError
from hkwatch.domain.register import Snapshot
from hkwatch.sources import register_public
from hkwatch.sources.register_pages import ALERTS, STABLECOIN, VATP, read_page
from hkwatch.sources.request import Fetched, NotModified, Request, Want

NAMES = frozenset((VATP, ALERTS, STABLECOIN, register_public.PUBLIC))
"""The names rows may give."""
FILE_NAMES = frozenset((VATP, ALERTS, STABLECOIN))
"""Registers whose saved pages can be compared."""


class Ask(Protocol):
    """The part of the HTTP client that is needed here."""

    async def fetch(self, request: Request) -> NotModified | Fetched:
        """Carry a request out. Raises FetchError or FormatError."""
        ...


async def fetch(row: SourceRow, fetcher: Ask) -> Fetched:
    """A register as it stands now; of several answers their bodies as one JSON list. Raises FetchError or FormatError."""
    if row.adapter not in NAMES:
        raise FormatError("unknown-adapter", f"{row.id}: no reader is named {row.adapter!r}.", "Correct the row.")
    if row.adapter != register_public.PUBLIC:
        # Never "not modified": a page that reads the same again is what confirms that a row is gone.
        return _answered(row, await fetcher.fetch(Request(row.url, want=Want.HTML, headers=dict(row.headers))))
    await fetcher.fetch(register_public.start_request(row))
    answers = [
        _answered(row, await fetcher.fetch(register_public.search_request(row, letter)))
        for letter in register_public.LETTERS
    ]
    body = b"[" + b",".join(answer.body for answer in answers) + b"]"
    elapsed_ms = sum(answer.elapsed_ms for answer in answers)
    return replace(answers[-1], body=body, body_hash=hashlib.sha256(body).hexdigest(), elapsed_ms=elapsed_ms)


def read(row: SourceRow, answer: Fetched) -> Snapshot:
    """What an answer of `fetch` says. Raises FormatError."""
    return read_bytes(row.adapter, answer.body, answer.content_type, row.lang)


def read_bytes(register: str, body: bytes, content_type: str = "", lang: str = "en") -> Snapshot:
    """What a stored answer says. Raises FormatError."""
    if register == register_public.PUBLIC:
        return register_public.read_answers(register_public.split(body))
    return read_page(register, body, content_type, lang)


def _answered(row: SourceRow, answer: NotModified | Fetched) -> Fetched:
    if isinstance(answer, NotModified):
        raise FormatError("unexpected-304", f"{row.id}: 304 to a question without validators.")
    return answer
