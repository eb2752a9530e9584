# SPDX-License-Identifier: MIT
"""Whether the wall clock went another way than the steady one: the machine slept, or somebody set the time."""

from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.clock import Clock

_SLEPT_S = 90.0
"""A wall clock that ran this much further than the steady one means that the machine slept."""
_SET_S = 20.0
"""A wall clock that ran this much other than the steady one was set by hand or by the network."""


@dataclass(frozen=True, slots=True)
class Jump:
    """What happened between two looks."""

    since: datetime
    """The wall clock at the look before."""
    now: datetime
    lost_s: float
    """How much further the wall clock ran than the steady one; negative where it was set back."""

    @property
    def slept(self) -> bool:
        """Whether the machine slept meanwhile."""
        return self.lost_s > _SLEPT_S

    @property
    def set_back(self) -> bool:
        """Whether what was planned was planned by a clock that was ahead."""
        return self.lost_s < -_SLEPT_S

    @property
    def is_other(self) -> bool:
        """Whether the wall clock is another than it was: what was measured against it holds no more."""
        return abs(self.lost_s) > _SET_S


class ClockJumps:
    """Compares both clocks from look to look."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._watched = (clock.now(), clock.monotonic())

    def begin(self) -> None:
        """Count from now."""
        self._watched = (self._clock.now(), self._clock.monotonic())

    def look(self) -> Jump:
        """What happened since the look before."""
        (wall, steady), now, ticks = self._watched, self._clock.now(), self._clock.monotonic()
        self._watched = (now, ticks)
        return Jump(wall, now, (now - wall).total_seconds() - (ticks - steady))
