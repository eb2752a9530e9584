# SPDX-License-Identifier: MIT
"""An alert in every state an alert can be in, for a picture of the list."""

from datetime import datetime, timedelta
from decimal import Decimal

from hkwatch.domain.alerts import AlertKind, AlertSpec, AlertState, Blocked, Phase, Repeat
from hkwatch.domain.events import AlertView
from hkwatch.domain.ids import AlertId


def every_state(now: datetime, price: Decimal) -> tuple[AlertView, ...]:
    """Armed, pending, fired, fired and waiting, waiting to re-arm, blocked, snoozed, expired; levels about the price."""
    before = now - timedelta(hours=3)
    made: list[AlertView] = []

    def add(
        share: str, phase: Phase, *, repeat: Repeat = Repeat.ONCE, ends: datetime | None = None, **state: object
    ) -> None:
        level = (price * Decimal(share) / 500).to_integral_value() * 500
        kind = AlertKind.CROSS_ABOVE if level > price else AlertKind.CROSS_BELOW
        spec = AlertSpec(AlertId(len(made) + 1), "BTC", kind, level, repeat=repeat, expires_at=ends)
        made.append(AlertView(spec, AlertState(phase, before, **state)))  # type: ignore[arg-type]

    add("1.03", Phase.ARMED)
    add("1.002", Phase.PENDING, seen=1)
    add("0.99", Phase.FIRED, fires=1, last_fire_at=before, last_fire_price=price)
    add("0.985", Phase.REARMING, repeat=Repeat.EVERY, fires=4, last_fire_at=now - timedelta(minutes=12))
    add("0.97", Phase.ARMED, blocked=Blocked.SINGLE, blocked_since=now - timedelta(minutes=5))
    add("1.05", Phase.ARMED, snoozed_until=now + timedelta(hours=1))
    add("0.95", Phase.EXPIRED, ends=before)
    return tuple(made)
