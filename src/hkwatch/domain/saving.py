# SPDX-License-Identifier: MIT
"""Asking less often on battery or where every byte is paid for.

on battery → every wait three times as long ─┐ both: the longer one;   official sources in their busy hours: at most twice;
metered    → every wait four times as long  ─┘ prices four times in either case; no wait is stretched beyond a day
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hkwatch.domain.catalogue import PollBand

BATTERY = "battery"
METERED = "metered"
BATTERY_FACTOR = 3
METERED_FACTOR = 4
BUSY_FACTOR = 2
"""The most that an official source is slowed down in its busy hours, when most of what it publishes appears."""
PRICE_FACTOR = 4
_DAY_MIN = 24 * 60.0


@dataclass(frozen=True, slots=True)
class Supply:
    """What the machine lives on. None = nobody can tell, which costs no speed."""

    on_battery: bool | None = None
    metered: bool | None = None


UNKNOWN = Supply()


def saving_for(supply: Supply, *, wanted: bool) -> str:
    """Why to ask less often: `battery`, `metered`, both joined by a blank, or empty. Never without the user's `wanted`."""
    if not wanted:
        return ""
    return " ".join(name for name, holds in ((BATTERY, supply.on_battery), (METERED, supply.metered)) if holds)


def factor_of(saving: str) -> int:
    """How many times as long waits are; 1 where nothing is saved."""
    reasons = saving.split()
    if METERED in reasons:
        return METERED_FACTOR
    return BATTERY_FACTOR if BATTERY in reasons else 1


def price_factor_of(saving: str) -> int:
    """How many times as long the pause between two looks at the venues is."""
    return PRICE_FACTOR if saving else 1


def stretched(bands: Sequence[PollBand], saving: str, *, official: bool) -> tuple[PollBand, ...]:
    """The bands with longer waits, never longer than a day unless they were.

    The busy hours of an official source are its bands for working days.
    """
    factor = factor_of(saving)
    if factor == 1:
        return tuple(bands)
    return tuple(
        replace(
            band, every_min=_longer(band.every_min, min(factor, BUSY_FACTOR) if _is_busy(band, official) else factor)
        )
        for band in bands
    )


def _is_busy(band: PollBand, official: bool) -> bool:
    return official and band.workdays_only


def _longer(every_min: float, factor: int) -> float:
    return max(every_min, min(every_min * factor, _DAY_MIN))
