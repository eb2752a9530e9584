# SPDX-License-Identifier: MIT
"""What every way of asking the system for battery and metered link looks like."""

from collections.abc import Callable
from typing import Protocol

from hkwatch.domain.saving import Supply

OnSupply = Callable[[Supply], None]


class SupplyPort(Protocol):
    """Runs in the engine's loop and never blocks it."""

    async def run(self, told: OnSupply) -> None:
        """Call `told` with what holds, at once and at every change, until cancelled. Finding nobody to ask is no error."""
        ...


class NobodyKnows:
    """Where there is no way to ask: nothing is ever told, so nothing is slowed down."""

    async def run(self, told: OnSupply) -> None:
        """Return at once."""
        del told
