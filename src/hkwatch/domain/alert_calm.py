# SPDX-License-Identifier: MIT
"""Prices that change nothing about an alert, so that whoever reads many bars may skip them."""

from dataclasses import dataclass
from decimal import Decimal

from hkwatch.domain.alert_rules import NEW_EXTREME_STEP, share_step
from hkwatch.domain.alert_terms import AlertKind, Phase
from hkwatch.domain.alert_types import AlertSpec, Memory


@dataclass(frozen=True, slots=True)
class Calm:
    """Prices that change nothing: strictly between `low` and `high`, or strictly outside where `outside`; None = no end."""

    low: Decimal | None
    high: Decimal | None
    outside: bool = False

    def holds(self, low: Decimal, high: Decimal) -> bool:
        """Whether a bar from `low` to `high` changes nothing."""
        if self.outside:
            return (self.high is not None and low > self.high) or (self.low is not None and high < self.low)
        return (self.low is None or low > self.low) and (self.high is None or high < self.high)


def calm(spec: AlertSpec, phase: Phase, memory: Memory | None) -> Calm | None:
    """Prices that change nothing about an alert in this phase; None where any may."""
    level, band = spec.level, spec.band
    armed = phase is Phase.ARMED
    match spec.kind:
        case AlertKind.CROSS_ABOVE:
            return Calm(None, level) if armed else Calm(level * (1 - band), None)
        case AlertKind.CROSS_BELOW:
            return Calm(level, None) if armed else Calm(None, level * (1 + band))
        case AlertKind.CROSS:
            assert memory is not None
            # An arm that is there waits for the level, one that is not for the band beyond it.
            low = level if memory.down else level * (1 - band)
            high = level if memory.up else level * (1 + band)
            if memory.up and memory.down:
                return None
            return Calm(None if memory.up else low, None if memory.down else high)
        case AlertKind.ABOVE:
            return Calm(None, level)
        case AlertKind.BELOW:
            return Calm(level, None)
        case AlertKind.LEAVE_RANGE:
            assert spec.upper is not None
            if armed:
                return Calm(level, spec.upper)
            return Calm(level * (1 + band), spec.upper * (1 - band), outside=True)
        case AlertKind.ENTER_RANGE:
            assert spec.upper is not None
            if armed:
                return Calm(level, spec.upper, outside=True)
            return Calm(level * (1 - band), spec.upper * (1 + band))
        case AlertKind.STEP if spec.pct is not None:
            assert memory is not None
            assert memory.base is not None
            width = share_step(spec, memory)
            return Calm((memory.base - width) * (1 - band), (memory.base + width) * (1 + band))
        case AlertKind.STEP:
            assert memory is not None
            assert memory.base is not None
            return Calm(memory.base * (1 - band), (memory.base + level) * (1 + band))
        case AlertKind.MOVE_BASE:
            assert memory is not None
            assert memory.base is not None
            assert spec.pct is not None
            return Calm(memory.base * (1 - spec.pct), memory.base * (1 + spec.pct))
        case AlertKind.NEW_HIGH if not spec.window_s:
            assert memory is not None
            assert memory.base is not None
            return Calm(None, memory.base * (1 + NEW_EXTREME_STEP))
        case AlertKind.NEW_LOW if not spec.window_s:
            assert memory is not None
            assert memory.base is not None
            return Calm(memory.base * (1 - NEW_EXTREME_STEP), None)
        case _:
            return None
