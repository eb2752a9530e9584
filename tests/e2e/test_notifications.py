# SPDX-License-Identifier: MIT
"""Notices on a real desktop: dunst shows them, a click comes back, and a withdrawn one leaves the screen."""

import asyncio
import dataclasses
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from e2e.desktop import Desktop, wait_until
from hkwatch.domain.ids import ItemId, NoticeId
from hkwatch.domain.item import Level
from hkwatch.notify.dbus import DbusNotices
from hkwatch.notify.port import CloseReason, Notice

pytestmark = pytest.mark.e2e

NOTICE = Notice(
    NoticeId(7),
    "證監會 · 牌照 · Critical",
    "Example Digital Ltd <VATP> & 虛擬資產交易平台",
    Level.CRITICAL,
    (("default", "開啟"), ("ack", "確認")),
    ItemId(3),
)


class RealClock:
    """The time of the machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def to_real(self, instant: datetime) -> datetime:
        return instant


class Told:
    """What came back, in order."""

    def __init__(self) -> None:
        self.activated: list[tuple[NoticeId, str]] = []
        self.closed: list[tuple[NoticeId, CloseReason]] = []
        self.changed = asyncio.Event()

    def on_activated(self, notice_id: NoticeId, action: str, token: str | None) -> None:
        self.activated.append((notice_id, action))
        self.changed.set()

    def on_closed(self, notice_id: NoticeId, reason: CloseReason) -> None:
        self.closed.append((notice_id, reason))
        self.changed.set()

    async def until(self, is_enough: Callable[[], object]) -> None:
        async with asyncio.timeout(5):
            while not is_enough():
                self.changed.clear()
                await self.changed.wait()


@asynccontextmanager
async def started(desktop: Desktop) -> AsyncIterator[tuple[DbusNotices, Told]]:
    told = Told()
    port = DbusNotices(
        RealClock(),
        desktop.env["DBUS_SESSION_BUS_ADDRESS"],
        icon="",
        on_activated=told.on_activated,
        on_closed=told.on_closed,
    )
    await port.start()
    try:
        yield port, told
    finally:
        await port.close()


async def on_screen(desktop: Desktop, count: int) -> None:
    await asyncio.to_thread(wait_until, lambda: desktop.displayed() == count, 5, f"{count} on the screen")


def run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(test)


def test_notice_is_shown_and_its_default_action_comes_back(desktop: Desktop) -> None:
    async def test() -> None:
        async with started(desktop) as (port, told):
            assert port.available, port.reason
            assert port.server.startswith("dunst")
            assert {"actions", "body-markup"} <= port.capabilities
            assert await port.show(NOTICE)
            await on_screen(desktop, 1)
            await asyncio.to_thread(desktop.dunst_action)
            await told.until(lambda: told.activated)
            assert told.activated == [(NOTICE.id, "default")]

    run(test())
    (seen,) = desktop.notifications()
    assert seen.signature == "susssasa{sv}i"
    assert seen.summary == NOTICE.title
    assert seen.body == "Example Digital Ltd &lt;VATP&gt; &amp; 虛擬資產交易平台"
    assert seen.actions == ("default", "開啟", "ack", "確認")
    assert (seen.hints["urgency"], seen.expire_ms) == (("y", 2), 0)


def test_middle_click_on_the_pop_up_opens_and_left_click_dismisses(desktop: Desktop, tmp_path: Path) -> None:
    async def test() -> None:
        async with started(desktop) as (port, told):
            await port.show(NOTICE)
            await on_screen(desktop, 1)
            await asyncio.to_thread(desktop.screenshot, tmp_path / "notice.png")
            await asyncio.to_thread(desktop.click, desktop.size[0] - 200, 40, 2)
            await told.until(lambda: told.activated and told.closed)
            assert told.activated == [(NOTICE.id, "default")]
            await port.show(dataclasses.replace(NOTICE, id=NoticeId(8)))
            await on_screen(desktop, 1)
            await asyncio.to_thread(desktop.click, desktop.size[0] - 200, 40, 1)
            await told.until(lambda: len(told.closed) == 2)
            assert told.closed[1] == (8, CloseReason.DISMISSED)
            assert len(told.activated) == 1

    run(test())


def test_withdrawn_notice_leaves_the_screen_and_the_others_stay(desktop: Desktop) -> None:
    async def test() -> None:
        async with started(desktop) as (port, told):
            for number in (1, 2, 3):
                await port.show(dataclasses.replace(NOTICE, id=NoticeId(number), title=f"notice {number}"))
            await on_screen(desktop, 3)
            await port.withdraw(NoticeId(2))
            await told.until(lambda: told.closed)
            assert told.closed == [(2, CloseReason.WITHDRAWN)]
            await on_screen(desktop, 2)
            assert [entry["summary"] for entry in desktop.history()] == ["notice 2"]

    run(test())


def test_replaced_notice_stays_one_on_the_screen(desktop: Desktop) -> None:
    async def test() -> None:
        async with started(desktop) as (port, _):
            await port.show(NOTICE)
            await port.show(dataclasses.replace(NOTICE, title="corrected"))
            await on_screen(desktop, 1)

    run(test())
    first, second = desktop.notifications()
    assert (first.replaces_id, second.summary) == (0, "corrected")
    assert second.replaces_id > 0


def test_killed_daemon_is_noticed_and_its_successor_shows_the_next(desktop: Desktop) -> None:
    async def test() -> None:
        async with started(desktop) as (port, told):
            await port.show(NOTICE)
            await on_screen(desktop, 1)
            await asyncio.to_thread(desktop.kill_dunst)
            await told.until(lambda: told.closed)
            assert told.closed == [(NOTICE.id, CloseReason.DAEMON_GONE)]
            assert port.reason == "The notification daemon stopped."
            assert not await port.show(NOTICE)
            await asyncio.to_thread(desktop.start_dunst)
            async with asyncio.timeout(5):
                while not port.available:
                    await asyncio.sleep(0)
            assert await port.show(NOTICE)
            await on_screen(desktop, 1)

    run(test())
