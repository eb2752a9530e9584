# SPDX-License-Identifier: MIT
"""Alerts that are made in one click: round ten thousands, 3 % in an hour, 5 % in a day, a new all-time high."""

from decimal import Decimal
from enum import StrEnum

from hkwatch.domain.alert_terms import AlertKind, Repeat
from hkwatch.domain.alert_types import AlertSpec
from hkwatch.domain.ids import AlertId

KNOWN_HIGHS = {"BTC": Decimal(126_200), "ETH": Decimal(4_953)}
"""Highest prices in US dollars so far (BTC October 2025, ETH August 2025); venues differ by half a per cent."""
_STEPS = {"BTC": Decimal(10_000), "ETH": Decimal(1_000)}


class Preset(StrEnum):
    """The alerts on offer."""

    ROUND = "round"
    MOVE_HOUR = "move-1h"
    MOVE_DAY = "move-24h"
    ALL_TIME_HIGH = "all-time-high"


def round_step(asset: str) -> Decimal:
    """The distance between two round levels of an asset, US$."""
    return _STEPS.get(asset, Decimal(100))


def preset_alert(preset: Preset, asset: str, highest: Decimal | None = None) -> AlertSpec:
    """The alert of a preset, id 0. `highest` is the highest stored price in US dollars, None when there is none."""
    ident = AlertId(0)
    match preset:
        case Preset.ROUND:
            return AlertSpec(ident, asset, AlertKind.STEP, round_step(asset), cooldown_s=300, repeat=Repeat.EVERY)
        case Preset.MOVE_HOUR:
            return AlertSpec(
                ident,
                asset,
                AlertKind.MOVE,
                Decimal(0),
                cooldown_s=900,
                repeat=Repeat.EVERY,
                pct=Decimal("0.03"),
                window_s=3600,
            )
        case Preset.MOVE_DAY:
            return AlertSpec(
                ident,
                asset,
                AlertKind.MOVE,
                Decimal(0),
                cooldown_s=6 * 3600,
                repeat=Repeat.EVERY,
                pct=Decimal("0.05"),
                window_s=86_400,
            )
        case Preset.ALL_TIME_HIGH:
            known = max(KNOWN_HIGHS.get(asset, Decimal(0)), highest or Decimal(0))
            return AlertSpec(ident, asset, AlertKind.NEW_HIGH, known, cooldown_s=3600, repeat=Repeat.EVERY)
