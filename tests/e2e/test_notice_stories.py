# SPDX-License-Identifier: MIT
"""Notices with the real daemon and the engine's parts: answers from a pop-up, a quiet night, a desktop left alone."""

import asyncio
import sys
from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest

from e2e.desktop import Desktop, wait_until
from fakes import FakePort, SteppedClock
from hkwatch.domain.hkt import HKT
from hkwatch.domain.ids import NoticeId
from hkwatch.domain.quiet import DAYS, QuietHours, QuietReason
from hkwatch.notify.attention_dbus import DesktopAttention
from hkwatch.notify.dbus import DbusNotices
from hkwatch.notify.full_screen import x_server
from hkwatch.notify.port import CloseReason, Notice
from hkwatch.replica import Replica, World
from services.rig import EN, GRANT, Rig, release, run

pytestmark = pytest.mark.e2e

FULL_SCREEN = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.setWindowTitle("presentation")
window.showFullScreen()
app.exec()
"""


class DaemonPort(FakePort):
    """The real daemon, with a memory of what went there."""

    def __init__(self, clock: SteppedClock, desktop: Desktop) -> None:
        super().__init__()
        self.rig: Rig | None = None
        self.answers: asyncio.Queue[asyncio.Task[None]] = asyncio.Queue()
        self.closing: set[asyncio.Task[None]] = set()
        self.daemon = DbusNotices(
            clock,
            desktop.env["DBUS_SESSION_BUS_ADDRESS"],
            icon="",
            on_activated=self._on_activated,
            on_closed=self._on_closed,
        )

    def _on_activated(self, notice: NoticeId, action: str, token: str | None) -> None:
        assert self.rig is not None
        self.answers.put_nowait(asyncio.ensure_future(self.rig.engine.activated(notice, action, token)))

    def _on_closed(self, notice: NoticeId, reason: CloseReason) -> None:
        assert self.rig is not None
        self.closing.add(asyncio.ensure_future(self.rig.notices.closed(notice, reason)))

    async def start(self) -> None:
        await self.daemon.start()

    async def show(self, notice: Notice) -> bool:
        return await self.daemon.show(notice) and await super().show(notice)

    async def withdraw(self, notice_id: NoticeId) -> None:
        await super().withdraw(notice_id)
        await self.daemon.withdraw(notice_id)

    async def close(self) -> None:
        await self.daemon.close()

    async def answered(self) -> None:
        """The next thing that came back has been carried out."""
        async with asyncio.timeout(5):
            await (await self.answers.get())


@pytest.fixture
def world() -> World:
    return World([release(1)])


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock()


@pytest.fixture
def replica(world: World, clock: SteppedClock) -> Iterator[Replica]:
    with Replica(world, clock.now) as running:
        yield running


def choose_with_dunst(desktop: Desktop) -> Path:
    """Let the daemon's menu of actions choose the key that stands in the file returned."""
    key, menu = desktop.folder / "key", desktop.folder / "menu"
    menu.write_text(f'#!/bin/sh\ngrep -m1 ",$(cat {key})]"\n', "utf-8")
    menu.chmod(0o755)
    config = desktop.folder / "dunstrc"
    config.write_text(config.read_text("utf-8").replace("[global]", f"[global]\n    dmenu = {menu}", 1), "utf-8")
    desktop.kill_dunst()
    desktop.start_dunst()
    return key


async def news(rig: Rig, world: World, clock: SteppedClock, *numbers: int) -> None:
    for number in numbers:
        world.publish(release(number, f"{GRANT} no. {number}", clock.step(minutes=2)))
    await rig.poll(EN)
    await rig.notices.step()


async def on_screen(desktop: Desktop, count: int) -> None:
    await asyncio.to_thread(wait_until, lambda: desktop.displayed() == count, 5, f"{count} on the screen")


def test_click_snooze_and_acknowledge_from_a_notification(
    desktop: Desktop, tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    key = choose_with_dunst(desktop)
    port = DaemonPort(clock, desktop)

    async def choose(action: str) -> None:
        key.write_text(action, "utf-8")
        await asyncio.to_thread(desktop.run, ["dunstctl", "context"])
        await port.answered()

    async def item(ref: str) -> tuple[int, int]:
        ((state, acked),) = await port_rig().sql("SELECT state, acked_ms IS NOT NULL FROM item WHERE ref = ?", ref)
        return state, acked

    def port_rig() -> Rig:
        assert port.rig is not None
        return port.rig

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, port=port) as rig:
            port.rig = rig
            await rig.load()
            await rig.poll(EN)
            await news(rig, world, clock, 2)
            await on_screen(desktop, 1)
            await choose("snooze")
            await on_screen(desktop, 0)
            clock.step(minutes=60)
            await rig.notices.step()
            await on_screen(desktop, 1)
            await choose("acknowledge")
            await on_screen(desktop, 0)
            assert await item("25PR2") == (2, 1)

            await news(rig, world, clock, 3)
            await on_screen(desktop, 1)
            await asyncio.to_thread(desktop.dunst_action)
            await port.answered()
            ended = await rig.sql("SELECT ended FROM outbox ORDER BY id")
            assert ended == [("acknowledge",), ("default",)]
            assert await item("25PR3") == (0, 0), "the window marks it read, once it is read there"
            await port.close()
            await asyncio.gather(*port.closing)

    run(test())


def test_a_quiet_night_is_told_in_the_morning(
    desktop: Desktop, tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    port = DaemonPort(clock, desktop)

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, port=port) as rig:
            port.rig = rig
            rig.notices.quiet.hours = QuietHours(time(22), time(8), DAYS, HKT)
            await rig.load()
            await rig.poll(EN)
            clock.step(minutes=9 * 60)
            await news(rig, world, clock, 2, 3)
            assert desktop.displayed() == 0
            clock.step(minutes=9 * 60)
            await rig.notices.step()
            await on_screen(desktop, 1)
            (seen,) = await asyncio.to_thread(desktop.notifications)
            assert seen.summary == "While it was quiet: 2 new, 2 high"
            assert len(seen.body.splitlines()) == 2
            assert await rig.one("SELECT count(*) FROM item WHERE state = 0") == 2
            await port.close()

    run(test())


def test_a_desktop_that_is_not_to_be_disturbed_says_so(desktop: Desktop) -> None:
    attention = DesktopAttention(desktop.env["DBUS_SESSION_BUS_ADDRESS"], x_server(desktop.env))

    async def becomes(reason: QuietReason | None) -> None:
        async with asyncio.timeout(8):
            while await attention.reason() is not reason:
                await asyncio.sleep(0)

    async def test() -> None:
        try:
            assert await attention.reason() is None
            await asyncio.to_thread(desktop.run, ["dunstctl", "set-paused", "true"])
            await becomes(QuietReason.DO_NOT_DISTURB)
            await asyncio.to_thread(desktop.run, ["dunstctl", "set-paused", "false"])
            await becomes(None)
            window = desktop.start([sys.executable, "-c", FULL_SCREEN])
            await becomes(QuietReason.FULL_SCREEN)
            window.terminate()
            await becomes(None)
            desktop.kill_dunst()
            assert await attention.reason() is None
        finally:
            await attention.close()

    asyncio.run(test())
