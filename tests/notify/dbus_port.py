# SPDX-License-Identifier: MIT
"""A started port for the tests of it, with a clock that stands still and an ear for what comes back."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from hkwatch.domain.ids import ItemId, NoticeId
from hkwatch.domain.item import Level
from hkwatch.notify.dbus import DbusNotices
from hkwatch.notify.port import CloseReason, Notice
from patience import PATIENCE_S

DEADLINE_S = PATIENCE_S
NOTICE = Notice(
    NoticeId(41),
    "證監會 · 牌照 · High",
    "證監會發牌予新平台 <VATP> & 說明「虛擬資產交易平台」",
    Level.HIGH,
    (("default", "開啟"), ("ack", "確認")),
    ItemId(7),
)


class SteppedClock:
    """Time that moves only when the test says so."""

    def __init__(self) -> None:
        self.elapsed_s = 0.0

    def now(self) -> datetime:
        return datetime(2026, 11, 20, 8, 33, tzinfo=UTC) + timedelta(seconds=self.elapsed_s)

    def monotonic(self) -> float:
        return self.elapsed_s

    async def sleep(self, seconds: float) -> None:
        self.elapsed_s += seconds

    def to_real(self, instant: datetime) -> datetime:
        return instant


class Told:
    """What the port told back, and a way to wait for it."""

    def __init__(self) -> None:
        self.activated: list[tuple[NoticeId, str, str | None]] = []
        self.closed: list[tuple[NoticeId, CloseReason]] = []
        self._changed = asyncio.Event()

    def on_activated(self, notice_id: NoticeId, action: str, token: str | None) -> None:
        self.activated.append((notice_id, action, token))
        self._changed.set()

    def on_closed(self, notice_id: NoticeId, reason: CloseReason) -> None:
        self.closed.append((notice_id, reason))
        self._changed.set()

    async def until(self, is_enough: Callable[[], object]) -> None:
        async with asyncio.timeout(DEADLINE_S):
            while not is_enough():
                self._changed.clear()
                await self._changed.wait()


@asynccontextmanager
async def started(
    address: str, clock: SteppedClock | None = None, told: Told | None = None, call_timeout_s: float = DEADLINE_S
) -> AsyncIterator[tuple[DbusNotices, Told]]:
    told = told or Told()
    port = DbusNotices(
        clock or SteppedClock(),
        address,
        icon="/icons/hkwatch.svg",
        on_activated=told.on_activated,
        on_closed=told.on_closed,
        call_timeout_s=call_timeout_s,
    )
    await port.start()
    try:
        yield port, told
    finally:
        await port.close()


def run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(test)


async def until_reason(port: DbusNotices, reason: str) -> None:
    """The loop turns until the port says so; each turn is one message at most."""
    async with asyncio.timeout(DEADLINE_S):
        while port.reason != reason:
            await asyncio.sleep(0)
