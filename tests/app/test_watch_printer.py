# SPDX-License-Identifier: MIT
"""What `hkwatch watch` prints, and what becomes of it when nobody reads any more (`hkwatch watch | head -1`)."""

import asyncio
import contextlib
import io
from types import SimpleNamespace
from typing import Any, cast

import pytest

from hkwatch.app.clock import SystemClock
from hkwatch.app.watch import Printer
from hkwatch.domain import commands as cmd
from hkwatch.domain.events import ItemsAdded, NoticeWanted
from hkwatch.domain.ids import CommandId, ItemId, NoticeId
from hkwatch.domain.item import Level
from patience import PATIENCE_S


class ReaderGone(io.StringIO):
    """A pipe whose other end was closed."""

    def write(self, _text: str) -> int:
        raise BrokenPipeError(32, "Broken pipe")


def running(ended: list[str]) -> Any:
    """The little of an engine that the printer touches."""
    engine = SimpleNamespace(wording=None, stop=lambda: ended.append("stopped"))
    return cast(Any, SimpleNamespace(engine=engine))


async def print_back_catalogue(ended: list[str]) -> None:
    printer = Printer(SystemClock())
    printer.running = running(ended)
    printer.take(ItemsAdded((ItemId(1), ItemId(2)), back=True))
    printer.take(ItemsAdded((ItemId(3),), back=True))
    try:
        async with asyncio.timeout(PATIENCE_S):
            await printer.drain()
    finally:
        await printer.close()


def test_everything_taken_is_printed_before_the_end() -> None:
    ended: list[str] = []
    with contextlib.redirect_stdout(io.StringIO()) as said:
        asyncio.run(print_back_catalogue(ended))
    assert said.getvalue().splitlines() == [
        "2 items of the back catalogue stored.",
        "1 item of the back catalogue stored.",
    ]
    assert ended == []


def test_what_was_printed_is_answered_as_told_in_a_terminal() -> None:
    handled: list[cmd.Command] = []

    async def handle(command: cmd.Command) -> None:
        handled.append(command)

    async def test() -> None:
        printer = Printer(SystemClock())
        printer.running = cast(Any, SimpleNamespace(engine=SimpleNamespace(wording=None, handle=handle)))
        printer.take(NoticeWanted(NoticeId(7), "SFC", "A licence", Level.HIGH))
        async with asyncio.timeout(PATIENCE_S):
            await printer.drain()
        await printer.close()

    asyncio.run(test())
    assert handled == [cmd.NoticeShown(CommandId("shown-7"), NoticeId(7), way="terminal")]


def test_when_the_reader_went_away_the_watch_ends_and_says_why() -> None:
    ended: list[str] = []
    with contextlib.redirect_stdout(ReaderGone()), pytest.raises(BrokenPipeError):
        asyncio.run(print_back_catalogue(ended))
    assert ended == ["stopped"]
