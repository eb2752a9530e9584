# SPDX-License-Identifier: MIT
"""Fetches the pictures of a text at the user's word: few, small, without cookies, never from a private network.

    FetchPictures ─► each address checked ─► its host resolved and checked ─► Fetcher ─► file ─► PicturesFetched

The files lie in a folder of their own that is emptied at every start: nothing is kept that nobody looks at.
"""

import asyncio
import hashlib
import logging
import shutil
import socket
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

from hkwatch.domain.address import host_of
from hkwatch.domain.commands import FetchPictures
from hkwatch.domain.errors import FetchError, HkwatchError
from hkwatch.domain.events import PicturesFetched
from hkwatch.domain.pictures import MAX_BYTES, MOST, FetchedPicture, is_private, problem_of
from hkwatch.services.database import Database
from hkwatch.sources.http import Fetcher, NotModified, Request, Want
from hkwatch.store.evidence import addresses

log = logging.getLogger(__name__)

_ACCEPT = "image/png, image/jpeg, image/gif, image/webp;q=0.9"
_TIMEOUT_S = 10.0
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
"""What pictures begin with. A drawing in SVG is a program in disguise and is not taken."""
Resolve = Callable[[str], Awaitable[tuple[str, ...]]]


async def resolve(host: str) -> tuple[str, ...]:
    """The IP addresses of a host; none where it has none."""
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        return ()
    return tuple(str(entry[4][0]) for entry in found)


class Pictures:
    """Used by the engine's loop only."""

    def __init__(
        self,
        make_fetcher: Callable[[], Fetcher],
        database: Database,
        folder: Path,
        resolver: Resolve | None = resolve,
    ) -> None:
        """`make_fetcher` gives one that keeps no cookies; it is closed after use. `folder` is this object's alone.
        `resolver` None asks no name server: in a replica, addresses lead elsewhere.
        """
        self._make_fetcher, self._database, self._folder, self._resolver = make_fetcher, database, folder, resolver

    async def fetch(self, command: FetchPictures) -> PicturesFetched:
        """Fetch the pictures a command names, as far as they belong to its item. What goes wrong is told of each."""
        known = await self._database.run(addresses, command.item)
        found = []
        fetcher = self._make_fetcher()
        try:
            for url in command.urls[:MOST]:
                try:
                    found.append(await self._one(fetcher, url, known))
                except HkwatchError as error:
                    log.info("picture host=%s key=%s", host_of(url), error.key)
                    found.append(FetchedPicture(url, "", error.detail))
        finally:
            await fetcher.close()
        return PicturesFetched(command.id, tuple(found))

    async def _one(self, fetcher: Fetcher, url: str, known: tuple[str, ...]) -> FetchedPicture:
        own = next((one for one in known if host_of(one) == host_of(url)), known[0] if known else "")

        async def check(address: str) -> None:
            await self._check(address, own)

        answer = await fetcher.fetch(
            Request(url, Want.ANY, accept=_ACCEPT, max_bytes=MAX_BYTES, timeout_s=_TIMEOUT_S, may_ask=check)
        )
        assert not isinstance(answer, NotModified)
        if not answer.body.startswith(_BEGINNINGS):
            raise FetchError("no-picture", f"What {host_of(url)} sent is no picture that can be shown.")
        file = self._folder / hashlib.sha256(url.encode()).hexdigest()
        await asyncio.to_thread(_write, file, answer.body)
        return FetchedPicture(url, str(file))

    async def _check(self, url: str, own: str) -> None:
        """Raises FetchError where an address, of a picture or of a redirect, must not be asked."""
        problem = problem_of(url, own)
        host = urlsplit(url).hostname or ""
        if not problem and self._resolver is not None and host_of(url) != host_of(own):
            found = await self._resolver(host)
            if not found:
                raise FetchError("unknown-host", f"{host} was not found.")
            if any(is_private(address) for address in found):
                problem = f"{host} leads into a private network."
        if problem:
            raise FetchError("refused", problem, temporary=False)

    def clear(self) -> None:
        """Take away what was fetched before."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.write_bytes(content)
    except OSError as error:
        raise FetchError("unwritable", f"{file}: {error}.") from error
