# SPDX-License-Identifier: MIT
"""Freed memory goes back to the system."""

import asyncio
import sys
from pathlib import Path

import pytest

from hkwatch.app.memory import EVERY_S, give_back_again_and_again

HOLES_MB = 40


class CountedClock:
    """Sleeping takes no time; after `times` sleeps it is over."""

    def __init__(self, times: int) -> None:
        self.slept: list[float] = []
        self._times = times

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        if len(self.slept) > self._times:
            raise asyncio.CancelledError
        await asyncio.sleep(0)


def own_mb() -> float:
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("RssAnon"))
    return int(line.split()[1]) / 1024


@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc")
def test_what_was_freed_between_what_is_kept_goes_back_to_the_system() -> None:
    # Of each hundred blocks one stays, so that nothing is given back by itself.
    blocks = [bytearray(10_000) for _ in range(HOLES_MB * 100)]
    kept = blocks[::100]
    full = own_mb()
    del blocks
    clock = CountedClock(1)
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(give_back_again_and_again(clock))  # type: ignore[arg-type]
    assert clock.slept == [EVERY_S, EVERY_S]
    assert own_mb() < full - HOLES_MB / 2
    assert len(kept) == HOLES_MB
