# SPDX-License-Identifier: MIT
"""Memory that was freed goes back to the system, or what feeds and answers take now and then would stay taken for good."""

import asyncio
import ctypes
import sys
from collections.abc import Callable
from functools import cache
from typing import Final

from hkwatch.domain.clock import Clock

EVERY_S: Final = 1200.0


async def give_back_again_and_again(clock: Clock) -> None:
    """Until cancelled. Ends at once where the C library cannot give anything back."""
    trim = _trim()
    while trim is not None:
        await clock.sleep(EVERY_S)
        # Takes a few milliseconds, which the loop must not lose.
        await asyncio.to_thread(trim, 0)


@cache
def _trim() -> Callable[[int], int] | None:
    """glibc's `malloc_trim`; None elsewhere."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):
        # Another C library, as Alpine's.
        return None
    trim.argtypes, trim.restype = [ctypes.c_size_t], ctypes.c_int
    return lambda keep: int(trim(keep))
