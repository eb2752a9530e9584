# SPDX-License-Identifier: MIT
"""What a pasted address leads to: asked politely, read by the same readers as every source, shown before it is added.

address ─ feed ───────────────────────────────────────────► preview
        └ page ─ feeds it declares ─ links ─ usual places ─► previews, or why there is none
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from hkwatch.domain.address import canonical, host_of
from hkwatch.domain.catalogue import Keep, Kind, Names, PollBand, Publisher, Role, SourceRow, Status
from hkwatch.domain.errors import FetchError, FormatError, SourceError
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.own_source import FoundSource, PreviewItem
from hkwatch.services.poller import Fetch
from hkwatch.services.roster import Roster
from hkwatch.services.worker import Worker
from hkwatch.sources.discovery import Asked, PageLinks, read_lines, read_page, stated_language, well_known
from hkwatch.sources.feeds import FeedResult, parse_feed
from hkwatch.sources.opml import FOLDER_JOINT, is_opml, read_opml
from hkwatch.sources.request import Fetched, NotModified, Request, Want

PREVIEWED = 5
"""Items of a feed that are shown before it is added."""
_AT_ONCE = 4
"""Addresses that are followed at once; the gate lets one request a host through anyway."""
_GUESS_SPACING_S = 1.0
_ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.1"
_NO_ANSWER = frozenset({"refused", "unreachable", "connection-lost", "timeout", "tls"})
"""Failures that a site without a secure address gives."""
_CHINESE_SHARE = 0.2


_Index: TypeAlias = dict[str, SourceId]
"""Canonical addresses of the sources that are listed."""


@dataclass(frozen=True, slots=True)
class _Preview:
    title: str
    lang: str
    items: tuple[PreviewItem, ...]


class Finder:
    """Looks at addresses. Stores nothing. Used by the engine's loop only."""

    def __init__(
        self,
        fetcher: Fetch,
        worker: Worker,
        roster: Roster,
        folder: Folder | None,
        true_now: Callable[[], datetime],
        redirects: Callable[[], dict[str, SourceId]] = dict,
    ) -> None:
        """`folder` tells Traditional from Simplified Chinese, None = taken as Traditional.

        `redirects` gives addresses that listed sources answered from, canonical, with the source.
        """
        self._fetcher = fetcher
        self._worker = worker
        self._roster = roster
        self._folder = folder
        self._true_now = true_now
        self._redirects = redirects

    async def find(self, text: str) -> tuple[tuple[FoundSource, ...], str]:
        """What each line leads to, in order, one feed once; and why the whole text is of no use, empty if it is."""
        if is_opml(text):
            try:
                return await self.read_list(text.encode("utf-8", "replace")), ""
            except FormatError as error:
                return (), f"{error.detail} {error.next_step}".strip()
        asked = read_lines(text)
        if not asked:
            return (), "There is no address in this. Paste the address of a site or a feed."
        places = asyncio.Semaphore(_AT_ONCE)
        known = self._index()

        async def follow(one: Asked) -> list[FoundSource]:
            async with places:
                return await self._follow(one, known)

        found: dict[str, FoundSource] = {}
        for sources in await asyncio.gather(*(follow(one) for one in asked)):
            for source in sources:
                found.setdefault(canonical(source.url) if source.url else source.asked, source)
        return tuple(found.values()), ""

    async def read_list(self, body: bytes) -> tuple[FoundSource, ...]:
        """What an OPML file lists; nothing is asked. Raises FormatError."""
        outlines = await self._worker.read(read_opml, body)
        known = self._index()
        return tuple(
            FoundSource(
                url=one.url,
                title=one.title,
                lang=one.lang,
                folder=FOLDER_JOINT.join(one.folder),
                asked=one.title,
                site=one.site,
                known=known.get(canonical(one.url)),
            )
            for one in outlines
        )

    async def _follow(self, asked: Asked, known: _Index) -> list[FoundSource]:
        if not asked.urls:
            return [FoundSource("", asked.text, asked=asked.text, error=asked.error, next_step=asked.next_step)]
        try:
            url, answer = await self._open(asked)
        except SourceError as error:
            return [_failed(asked, asked.urls[0], error, known)]
        feed = await self._try_feed(answer)
        if feed is not None:
            return [_found(asked, url, answer, feed, known)]
        return await self._search(asked, answer, known)

    async def _open(self, asked: Asked) -> tuple[str, Fetched]:
        first, *others = asked.urls
        try:
            return first, await self._ask(first)
        except FetchError as error:
            if not others or (error.key not in _NO_ANSWER and not error.key.startswith("tls")):
                raise
            try:
                return others[0], await self._ask(others[0])
            except SourceError:
                # What was wrong with the secure address says more.
                raise error from None

    async def _ask(self, url: str, spacing_s: float = 0.0) -> Fetched:
        answer = await self._fetcher.fetch(Request(url, want=Want.ANY, accept=_ACCEPT, spacing_s=spacing_s))
        if isinstance(answer, NotModified):
            raise FormatError("unexpected-304", f"{host_of(url)}: 304 to a question without validators.")
        return answer

    async def _try_feed(self, answer: Fetched) -> _Preview | None:
        try:
            return await self._worker.run(self._preview, answer)
        except FormatError:
            return None

    def _preview(self, answer: Fetched) -> _Preview:
        row = _provisional(answer.url)
        feed = parse_feed(answer.body, answer.url, row, self._true_now(), answer.content_type)
        newest = sorted(
            feed.entries,
            key=lambda entry: entry.published_at.timestamp() if entry.published_at else float("-inf"),
            reverse=True,
        )
        items = tuple(PreviewItem(entry.title[:300], entry.link, entry.published_at) for entry in newest[:PREVIEWED])
        lang = stated_language(answer.body, answer.content_type)
        return _Preview(feed.title[:200], self._language(lang, feed), items)

    def _language(self, stated: str, feed: FeedResult) -> str:
        """What the titles are written in. A feed's own word counts only where they do not speak against it."""
        text = "".join(entry.title for entry in feed.entries[:20])
        letters = [char for char in text if char.isalpha()]
        chinese = [char for char in letters if "\u3400" <= char <= "\u9fff"]
        if not letters:
            return stated
        if len(chinese) < len(letters) * _CHINESE_SHARE:
            return "en"
        if stated.startswith("zh"):
            return stated
        joined = "".join(chinese)
        return "zh-Hans" if self._folder is not None and self._folder.fold(joined) == joined else "zh-Hant"

    async def _search(self, asked: Asked, page: Fetched, known: _Index) -> list[FoundSource]:
        links: PageLinks = await self._worker.read(read_page, page.body, page.url, page.content_type)
        trouble: FoundSource | None = None
        for urls, is_guess in ((links.declared, False), (links.anchors, True), (well_known(page.url), True)):
            found = []
            for url in urls:
                try:
                    answer = await self._ask(url, _GUESS_SPACING_S if is_guess else 0.0)
                except SourceError as error:
                    if not is_guess:
                        failed = _failed(asked, url, error, known)
                        trouble = trouble or replace(failed, title=links.title or failed.title)
                    continue
                feed = await self._try_feed(answer)
                if feed is not None:
                    found.append(_found(asked, url, answer, feed, known, page.url, links.title))
                    if is_guess and urls is not links.anchors:
                        # One usual place is enough: the others mostly give the same feed.
                        break
            if found:
                return found
        if trouble is not None:
            return [trouble]
        host = host_of(page.url)
        return [
            FoundSource(
                asked.urls[0],
                links.title or host,
                asked=asked.text,
                site=page.url,
                error=f"{host} is a web page, and no feed was found on it.",
                next_step="Look on the site for RSS or Feed, and paste the address behind it.",
            )
        ]

    def _index(self) -> _Index:
        return {**self._redirects(), **self._roster.addresses()}


def _found(
    asked: Asked, url: str, answer: Fetched, feed: _Preview, known: _Index, site: str = "", site_title: str = ""
) -> FoundSource:
    met = (canonical(one) for one in (url, *(hop.url for hop in answer.redirects)))
    return FoundSource(
        url=answer.moved_to or url,
        title=feed.title or site_title or host_of(url),
        lang=feed.lang,
        asked=asked.text,
        site=site,
        items=feed.items,
        known=next((known[place] for place in met if place in known), None),
    )


def _failed(asked: Asked, url: str, error: SourceError, known: _Index) -> FoundSource:
    return FoundSource(
        url,
        host_of(url),
        asked=asked.text,
        known=known.get(canonical(url)),
        error=error.detail,
        next_step=error.next_step.replace("of this source", "that was pasted"),
    )


def _provisional(url: str) -> SourceRow:
    """A row to read a feed by before it has one."""
    host = host_of(url)
    names = Names(host, host, host)
    return SourceRow(
        id=SourceId("preview"),
        name=names,
        kind=Kind.RSS,
        url=url,
        lang="en",
        publisher=Publisher(PublisherId("preview"), names, names, Role.MEDIA, in_hk=False),
        aliases=(),
        poll=(PollBand(30),),
        key="guid",
        enabled=True,
        status=Status.STATED,
        quirks=frozenset(),
        keep=Keep.TITLE_LINK,
        attribution="",
    )
