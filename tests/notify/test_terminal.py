# SPDX-License-Identifier: MIT
"""Notices as lines of text."""

import asyncio
import contextlib
import io
import os
from datetime import UTC, datetime

import pytest

from hkwatch.domain.errors import NotifyError
from hkwatch.domain.ids import NoticeId
from hkwatch.domain.item import Level
from hkwatch.notify.port import Notice, NoticePort
from hkwatch.notify.terminal import TerminalNotices

NOON_UTC = datetime(2026, 11, 20, 13, 4, 17, tzinfo=UTC)


class StoppedClock:
    """Always the same moment."""

    def now(self) -> datetime:
        return NOON_UTC

    def monotonic(self) -> float:
        return 0.0

    async def sleep(self, seconds: float) -> None:
        raise AssertionError("the terminal does not wait")

    def to_real(self, instant: datetime) -> datetime:
        return instant


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def show(port: NoticePort, *notices: Notice) -> list[bool]:
    async def test() -> list[bool]:
        await port.start()
        answers = [await port.show(notice) for notice in notices]
        await port.close()
        return answers

    return asyncio.run(test())


def notice(title: str, body: str = "", level: Level = Level.HIGH) -> Notice:
    return Notice(NoticeId(1), title, body, level)


def test_each_notice_is_one_line_with_hong_kong_time_and_the_level_in_words() -> None:
    stream = io.StringIO()
    told = [
        notice("BTC below US$100,000", "US$99,812 (HK$776,737) · median of 3"),
        notice("SFC · Licence", level=Level.NORMAL),
        notice("7 new", "first\nsecond\n\nthird", Level.LOW),
        notice("證監會 · 執法", "證監會譴責 Example Digital Ltd", Level.CRITICAL),
    ]
    assert show(TerminalNotices(StoppedClock(), stream), *told) == [True] * 4
    assert stream.getvalue().splitlines() == [
        "21:04:17 HKT  High  BTC below US$100,000 — US$99,812 (HK$776,737) · median of 3",
        "21:04:17 HKT  Normal  SFC · Licence",
        "21:04:17 HKT  Low  7 new — first · second · third",
        "21:04:17 HKT  Critical  證監會 · 執法 — 證監會譴責 Example Digital Ltd",
    ]


def test_terminal_gets_colour_for_what_matters_and_a_pipe_never() -> None:
    terminal, pipe = Terminal(), io.StringIO()
    told = (notice("a", level=Level.CRITICAL), notice("b", level=Level.NORMAL))
    show(TerminalNotices(StoppedClock(), terminal), *told)
    show(TerminalNotices(StoppedClock(), pipe), *told)
    first, second = terminal.getvalue().splitlines()
    assert first == "21:04:17 HKT  \x1b[1;31mCritical\x1b[0m  a"
    assert "\x1b" not in second + pipe.getvalue()


def test_colour_can_be_switched_off_on_a_terminal() -> None:
    terminal = Terminal()
    show(TerminalNotices(StoppedClock(), terminal, has_colour=False), notice("a", level=Level.CRITICAL))
    assert "\x1b" not in terminal.getvalue()


def test_text_cannot_steer_the_terminal() -> None:
    stream = io.StringIO()
    show(TerminalNotices(StoppedClock(), stream), notice("\x1b]0;owned\x07title\x9b2J", "a\r\nb\u202ec\ud83d"))
    assert stream.getvalue() == "21:04:17 HKT  High  ]0;ownedtitle2J — a · bc\n"


def test_chinese_is_written_in_utf_8_whatever_the_stream_was_opened_with() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    show(TerminalNotices(StoppedClock(), stream), notice("證監會"))
    assert raw.getvalue().decode("utf-8").rstrip() == "21:04:17 HKT  High  證監會"


def test_reader_that_went_away_is_an_error_once_and_then_nothing_is_shown() -> None:
    readable, writable = os.pipe()
    os.close(readable)
    stream = os.fdopen(writable, "w", encoding="utf-8")
    port = TerminalNotices(StoppedClock(), stream)

    async def test() -> None:
        with pytest.raises(NotifyError) as caught:
            await port.show(notice("a"))
        assert caught.value.key == "notify-terminal"
        assert not port.available
        assert "closed" in port.reason
        assert not await port.show(notice("b"))
        await port.close()

    asyncio.run(test())
    with pytest.raises(BrokenPipeError):
        stream.close()


def test_terminal_that_takes_no_text_does_not_stop_the_loop() -> None:
    readable, writable = os.pipe()
    os.set_blocking(writable, False)
    while True:
        try:
            os.write(writable, b"x" * 65536)
        except BlockingIOError:
            break
    os.set_blocking(writable, True)
    stream = os.fdopen(writable, "w", encoding="utf-8")
    port = TerminalNotices(StoppedClock(), stream)

    async def test() -> None:
        showing = asyncio.create_task(port.show(notice("late")))
        turns = 0
        for _ in range(1000):
            await asyncio.sleep(0)
            turns += 1
        assert turns == 1000
        assert not showing.done()
        read = b""
        while b"late" not in read:
            read = await asyncio.to_thread(os.read, readable, 1 << 20)
        assert await showing
        await port.close()

    try:
        asyncio.run(test())
    finally:
        # The reading end first: should the test fail, the rest of the text must not be waited for.
        os.close(readable)
        with contextlib.suppress(BrokenPipeError):
            stream.close()
