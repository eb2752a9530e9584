# SPDX-License-Identifier: MIT
"""Memory that was freed goes back to the system now and then, also where there is never a quiet moment."""

import asyncio
from typing import Final

from hkwatch.domain.clock import Clock
from hkwatch.services.giving_back import give_back

EVERY_S: Final = 1200.0


async def give_back_again_and_again(clock: Clock) -> None:
    """Until cancelled."""
    while True:
        await clock.sleep(EVERY_S)
        # Takes up to a few milliseconds, which the loop must not lose.
        await asyncio.to_thread(give_back)
