# SPDX-License-Identifier: MIT
"""Signals that end a watch in order, on systems whose event loop takes none (Windows) as well."""

import asyncio
import signal
import sys
from collections.abc import Callable
from typing import Final

if sys.platform == "win32":
    BREAKS: Final = (signal.SIGBREAK,)
else:
    BREAKS: Final[tuple[signal.Signals, ...]] = ()
"""What else ends a program in a terminal: Ctrl+Break, and closing its window."""


def end_on(number: signal.Signals, loop: asyncio.AbstractEventLoop, act: Callable[[], None]) -> None:
    """Have `act` run in `loop` when the signal comes; called in the main thread. Stays until the process ends."""
    try:
        loop.add_signal_handler(number, act)
    except NotImplementedError:
        # The loop is woken by the signal all the same. Without this Ctrl+C would break off whatever runs.
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(act))
