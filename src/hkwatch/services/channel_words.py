# SPDX-License-Identifier: MIT
"""What a message by a channel says: the words of a notice, with the address it is about; several at once as one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.channels import Message, Subject
from hkwatch.domain.clock import Clock
from hkwatch.domain.deadline import CountedDeadline
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import ItemState, Level
from hkwatch.services import deadline_notices as deadlines
from hkwatch.services.database import Database
from hkwatch.services.notices import Notices
from hkwatch.store import alerts as alert_store
from hkwatch.store import item_detail, pages
from hkwatch.store.channels import Queued
from hkwatch.store.outbox import OutboxRow

_GONE = frozenset({"failed", "muted"})


@dataclass(frozen=True, slots=True)
class Over:
    """It is not told any more, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class NotYet:
    """It cannot be told now; it is looked at again."""


class ChannelWords:
    """Words deliveries; reads the database, and what the notices know of outages and kinds."""

    def __init__(self, clock: Clock, database: Database, notices: Notices) -> None:
        self._clock, self._database, self._notices = clock, database, notices

    async def one(self, row: Queued) -> Message | Over | NotYet:
        """One delivery, worded."""
        notices = self._notices
        if row.notice_state == "muted":
            return Over("muted before it could be told")
        match row.kind:
            case "item":
                return await self._item(row)
            case "alert":
                return await self._alert(row)
            case deadlines.REMINDER | deadlines.MOVED:
                return await self._deadline(row)
            case "held":
                title, body = notices.wording.held(row.notice_key.split(":")[1])
            case "outage":
                line = notices.outages.get(row.notice_key)
                if line is None:
                    return Over("over before it could be told") if row.notice_state in _GONE else NotYet()
                title, body = notices.wording.outage(line, self._clock.now())
            case kind if kind in notices.worded:
                title, body = await notices.worded[kind]()
            case _:
                return NotYet()
        return Message(row.key, row.subject, row.level, title, body, row.at)

    async def several(self, rows: Sequence[Queued]) -> Message | Over:
        """Many deliveries as one message; `Over` where all of them were dealt with meanwhile."""
        first, subject = rows[0], rows[0].subject
        level = max(row.level for row in rows)
        if subject is Subject.ALERTS:
            firings = [await self._database.run(alert_store.firing, row.firing or 0) for row in rows]
            known = [firing for firing in firings if firing is not None]
            if not known:
                return Over("the firings are gone")
            title, body = self._notices.wording.firings(len(known), known[0], known[1:3])
            return Message(first.key, subject, level, title, body, first.at, count=len(known))
        items = tuple(row.item for row in rows if row.item is not None)
        found = await self._database.run(pages.rows_of, items)
        open_rows = [row for row in found if row.state is not ItemState.READ and not row.archived]
        if not open_rows:
            return Over("dealt with before it could be told")
        ordered = sorted(open_rows, key=lambda row: (-row.level, -row.id))
        title, body = self._notices.wording.summary(ordered)
        return Message(first.key, subject, ordered[0].level, title, body, first.at, count=len(ordered))

    def test(self, key: str, level: Level, now: datetime) -> Message:
        """A message that says that it is a test."""
        title, body = self._notices.wording.test()
        return Message(key, Subject.WATCH, level, title, body, now, test=True)

    async def _item(self, row: Queued) -> Message | Over:
        assert row.item is not None
        detail = await self._database.run(item_detail.detail, row.item)
        if detail is None:
            return Over("the item is gone")
        if detail.row.state is ItemState.READ or detail.row.archived:
            return Over("dealt with before it could be told")
        today = to_hkt(self._clock.now()).date()
        left = await self._database.run(deadlines.of_item, row.item, today, self._notices.holidays)
        title, body = self._notices.wording.item(detail, left)
        return Message(row.key, row.subject, row.level, title, body, row.at, await self._url(row.item))

    async def _alert(self, row: Queued) -> Message | Over:
        firing = None if row.firing is None else await self._database.run(alert_store.firing, row.firing)
        if firing is None:
            return Over("the firing is gone")
        detail = None if firing.item is None else await self._database.run(item_detail.detail, firing.item)
        headline = "" if detail is None else self._notices.wording.headline(detail)
        title, body = self._notices.wording.firing(firing, headline)
        url = "" if firing.item is None else await self._url(firing.item)
        return Message(row.key, Subject.ALERTS, row.level, title, body, row.at, url)

    async def _deadline(self, row: Queued) -> Message | Over:
        asked = OutboxRow(row.notice, row.notice_key, row.kind, row.item, row.alert, row.firing, row.level)
        today = to_hkt(self._clock.now()).date()
        told = await self._database.run(deadlines.to_tell, asked, today, self._notices.holidays)
        if told is None:
            return Over("over before it could be told")
        wording = self._notices.wording
        title, body = wording.reminder(told) if isinstance(told, CountedDeadline) else wording.moved(*told)
        url = "" if row.item is None else await self._url(row.item)
        return Message(row.key, Subject.DEADLINES, row.level, title, body, row.at, url)

    async def _url(self, item: ItemId) -> str:
        """Where the item stands, in the user's language if it exists in it; http and https only."""
        detail = await self._database.run(item_detail.detail, item)
        texts = () if detail is None else detail.texts
        language = self._notices.wording.language
        found = [text.url for text in sorted(texts, key=lambda text: text.lang != language)]
        return next((url for url in found if url.startswith(("https://", "http://"))), "")
