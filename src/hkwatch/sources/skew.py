# SPDX-License-Identifier: MIT
"""How far this computer's clock is off, by what the servers say the time is.

The median over at least two hosts: one server with a wrong clock must not put ours right.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from hkwatch.domain.clock import Clock
from hkwatch.domain.median import median

HOSTS = 2
"""Hosts that must have stated the time."""
TOLERATED_S = 60.0
"""Up to this much nobody is troubled and nothing is corrected."""
_FRESH_S = 3 * 3600.0


class ClockSkew:
    """Collects what the hosts say. Used in one loop."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.measures = True
        """False where the clock plays a scenario many times as fast: what a slow answer takes would look like an error."""
        self._by_host: dict[str, tuple[float, float]] = {}

    def observe(self, host: str, server_date: datetime, headers: Mapping[str, str]) -> None:
        """An answer that just came, with the time stated in it. `headers` in lower case; `age` is a cache's."""
        if not self.measures:
            return
        age = headers.get("age", "").strip()
        stated = server_date + timedelta(seconds=int(age[:9]) if age.isascii() and age.isdigit() else 0)
        ahead_s = (self._clock.now() - stated).total_seconds()
        self._by_host[host] = (ahead_s, self._clock.monotonic())

    def forget(self) -> None:
        """The clock was set or the machine slept: what was measured holds no more."""
        self._by_host.clear()

    @property
    def ahead_s(self) -> float | None:
        """Seconds by which this clock is ahead of the servers, negative behind; None while fewer than two hosts tell."""
        now_s = self._clock.monotonic()
        fresh = [ahead_s for ahead_s, at_s in self._by_host.values() if now_s - at_s <= _FRESH_S]
        return median(fresh) if len(fresh) >= HOSTS else None

    @property
    def is_off(self) -> bool:
        """Whether the clock is off by more than is tolerated."""
        ahead_s = self.ahead_s
        return ahead_s is not None and abs(ahead_s) > TOLERATED_S

    def true_now(self) -> datetime:
        """The time by the servers where this clock is known to be off, else by this clock."""
        ahead_s = self.ahead_s
        now = self._clock.now()
        return now - timedelta(seconds=ahead_s) if ahead_s is not None and abs(ahead_s) > TOLERATED_S else now
