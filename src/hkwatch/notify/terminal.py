# SPDX-License-Identifier: MIT
"""Notices as lines of text, for watching without a screen.

    21:04:17 HKT  High  BTC below US$100,000 — US$99,812 (HK$776,737) · median of 3

One line a notice, the level in words, no colour unless a terminal reads along.
"""

import asyncio
import io
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta, timezone
from typing import Final, TextIO

from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import NotifyError
from hkwatch.domain.ids import NoticeId
from hkwatch.domain.item import Level
from hkwatch.notify.port import Notice

# Hong Kong has kept UTC+8 without summer time since 1979.
_HKT: Final = timezone(timedelta(hours=8), "HKT")
_WORD: Final = {Level.LOW: "Low", Level.NORMAL: "Normal", Level.HIGH: "High", Level.CRITICAL: "Critical"}
_STYLE: Final = {Level.HIGH: "\x1b[1m", Level.CRITICAL: "\x1b[1;31m"}
_PLAIN: Final = "\x1b[0m"
WRITE_TIMEOUT_S: Final = 5.0


class TerminalNotices:
    """A NoticePort that prints to `stream`, always in UTF-8. Nobody clicks there and nothing can be taken
    back.

    `has_colour` None asks the stream whether it is a terminal. Writing happens in a thread of its own: a
    terminal held with Ctrl+S or a full pipe would otherwise stop the engine.
    """

    def __init__(self, clock: Clock, stream: TextIO, *, has_colour: bool | None = None) -> None:
        self._clock = clock
        self._stream = stream
        self._has_colour = stream.isatty() if has_colour is None else has_colour
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="terminal")
        self._reason = ""
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="replace")

    @property
    def available(self) -> bool:
        """Whether the last line could be written."""
        return not self._reason

    @property
    def reason(self) -> str:
        """Why lines cannot be written, one sentence; empty while they can."""
        return self._reason

    @property
    def plays_sounds(self) -> bool:
        """Lines are silent."""
        return False

    async def start(self) -> None:
        """Nothing to look for."""

    async def show(self, notice: Notice) -> bool:
        """Print the notice as one line. False once the stream is closed.

        Raises NotifyError with key `notify-terminal` when the line may have been printed in part or later.
        """
        if self._reason:
            return False
        line = self._line(notice)
        try:
            async with asyncio.timeout(WRITE_TIMEOUT_S):
                await asyncio.get_running_loop().run_in_executor(self._writer, self._write, line)
        except TimeoutError as exc:
            raise NotifyError(
                "notify-terminal",
                f"The terminal took no text for {WRITE_TIMEOUT_S:g} s.",
                "Press Ctrl+Q in it.",
            ) from exc
        except (OSError, ValueError) as exc:
            # ValueError is what Python says about a stream that was closed.
            self._reason = f"The output is closed ({exc})."
            raise NotifyError("notify-terminal", self._reason) from exc
        return True

    async def withdraw(self, notice_id: NoticeId) -> None:
        """Printed lines stay."""

    async def close(self) -> None:
        """Stop writing; the stream belongs to the caller. A line that is stuck is not waited for."""
        self._reason = "The output is closed."
        self._writer.shutdown(wait=False, cancel_futures=True)

    def _line(self, notice: Notice) -> str:
        at = self._clock.now().astimezone(_HKT).strftime("%H:%M:%S HKT")
        word = _WORD[notice.level]
        if self._has_colour and notice.level in _STYLE:
            word = f"{_STYLE[notice.level]}{word}{_PLAIN}"
        text = " — ".join(part for part in (_one_line(notice.title), _one_line(notice.body)) if part)
        return f"{at}  {word}  {text}\n"

    def _write(self, line: str) -> None:
        self._stream.write(line)
        self._stream.flush()


def _one_line(text: str) -> str:
    """Lines joined by a middle dot; what could steer the terminal is left out."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    joined = " · ".join(line for line in lines if line)
    # Half a surrogate pair cannot be written in UTF-8.
    return "".join(c for c in joined if c.isprintable()).encode("utf-8", "replace").decode("utf-8")
