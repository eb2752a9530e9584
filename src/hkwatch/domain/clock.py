# SPDX-License-Identifier: MIT
"""The one source of time. Implementations are made in app/ and passed on; nothing else asks the system for the time."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Wall time, steady time and waiting. It may run faster than real time or jump (demo, soak tests)."""

    def now(self) -> datetime:
        """Aware UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back and stand still while the machine sleeps."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait this many of the clock's own seconds."""
        ...

    def to_real(self, instant: datetime) -> datetime:
        """The real instant at which this clock will show `instant`, for APScheduler, which only knows real time."""
        ...
