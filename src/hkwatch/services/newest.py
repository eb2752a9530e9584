# SPDX-License-Identifier: MIT
"""Which version of hkwatch is the newest: the package index is asked when the user asks, and never otherwise."""

import re
from collections.abc import Callable

import msgspec

from hkwatch.domain.errors import FetchError, FormatError, SourceError
from hkwatch.domain.events import Event, NewestKnown
from hkwatch.domain.ids import CommandId
from hkwatch.services.poller import Fetch
from hkwatch.sources.request import ACCEPT, NotModified, Request, Want

INDEX = "https://pypi.org/pypi/hkwatch/json"
_NOT_THERE = 404
_VERSION = re.compile(r"[0-9][0-9A-Za-z.+!_-]{0,40}")


class _Info(msgspec.Struct):
    version: str


class _Answer(msgspec.Struct):
    info: _Info


class NewestVersion:
    """Asks the index. Keeps nothing."""

    def __init__(self, fetcher: Fetch) -> None:
        self._fetcher = fetcher

    async def ask(self) -> str:
        """The newest published version. Raises FetchError and FormatError."""
        answer = await self._fetcher.fetch(
            Request(
                INDEX, want=Want.ANY, accept=ACCEPT[Want.JSON], accept_status=frozenset({_NOT_THERE}), spacing_s=1.0
            )
        )
        if isinstance(answer, NotModified):
            raise FormatError("unexpected-304", "pypi.org: 304 to a question without validators.")
        if answer.status == _NOT_THERE:
            raise FetchError("not-published", "pypi.org does not know hkwatch.", "Look where you got it from.")
        try:
            version = msgspec.json.decode(answer.body, type=_Answer).info.version
        except msgspec.DecodeError as error:
            raise FormatError("no-version", f"pypi.org: {error}.", "Try again later.") from error
        if not _VERSION.fullmatch(version):
            # It is shown, and came from outside.
            raise FormatError("no-version", "pypi.org: the answer names no version.", "Try again later.")
        return version


async def tell_newest(newest: NewestVersion | None, ident: CommandId, emit: Callable[[Event], None]) -> None:
    """Ask, and emit what came of it."""
    if newest is None:
        emit(NewestKnown(ident, "", "New versions cannot be looked for here."))
        return
    try:
        emit(NewestKnown(ident, await newest.ask()))
    except SourceError as error:
        emit(NewestKnown(ident, "", f"{error.detail} {error.next_step}".strip()))
