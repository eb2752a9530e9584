# SPDX-License-Identifier: MIT
"""What `hkwatch alerts list` prints: words for every kind, state and reason, and never a raw key."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from hkwatch.app.alert_lines import line, log_line, title, wish
from hkwatch.domain.alerts import (
    AlertKind,
    AlertSpec,
    AlertState,
    Blocked,
    Direction,
    Hours,
    ItemCondition,
    Phase,
    Repeat,
    Sound,
    sample_firing,
)
from hkwatch.domain.events import AlertView
from hkwatch.domain.ids import AlertId, VenueId

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
BELOW = AlertSpec(AlertId(1), "BTC", AlertKind.CROSS_BELOW, Decimal(95_000), repeat=Repeat.EVERY)


def spec(kind: AlertKind, **more: object) -> AlertSpec:
    values: dict[str, object] = {
        "upper": Decimal(99_000),
        "pct": None if kind is AlertKind.STEP else Decimal("0.03"),
        "window_s": 3600,
        "direction": Direction.DOWN,
        "with_item": ItemCondition() if kind is AlertKind.ITEM else None,
        **more,
    }
    return AlertSpec(AlertId(1), "BTC", kind, Decimal(90_000), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", AlertKind)
def test_each_kind_is_said_in_words(kind: AlertKind) -> None:
    text = title(spec(kind))
    assert "_" not in text
    assert text.startswith("BTC ") or kind is AlertKind.ITEM


def test_kinds_of_one_name_are_told_apart() -> None:
    assert title(spec(AlertKind.NEW_LOW)) == "BTC makes a new low of 1 h"
    assert title(spec(AlertKind.NEW_LOW, window_s=0)) == "BTC makes a new all-time low"
    since = datetime(2025, 12, 31, 16, tzinfo=UTC)
    assert title(spec(AlertKind.NEW_HIGH, window_s=0, since=since)) == "BTC makes a new high since 2026-01-01"
    share = replace(spec(AlertKind.STEP), level=Decimal(0), pct=Decimal("0.025"))
    assert title(share) == "BTC passes every 2.5 % of its price at the making"
    assert title(spec(AlertKind.MOVE)) == "BTC moves −3 % within 1 h"


def test_conditions_follow_the_title() -> None:
    full = replace(
        BELOW, with_item=ItemCondition(query="src:sfc"), hours=Hours(), readings=2, sound=Sound.PING, in_inbox=True
    )
    assert wish(full) == (
        "BTC below US$95,000 · with an item high or higher, matching “src:sfc” within 1 h · 08:00–23:00 HKT only"
        " · 2 readings in a row · sound ping · put in inbox"
    )


@pytest.mark.parametrize("why", Blocked)
def test_each_reason_is_said_with_its_day_and_time(why: Blocked) -> None:
    state = AlertState(Phase.ARMED, NOW, blocked=why, blocked_since=NOW - timedelta(days=1))
    cells = line(AlertView(BELOW, state), NOW)
    assert cells[2] == "every time"
    assert cells[3].startswith("cannot be evaluated: ")
    assert cells[3].endswith(" since 2026-11-19 12:00 HKT")
    assert why.value not in cells[3] or " " in why.value


@pytest.mark.parametrize("phase", [Phase.ARMED, Phase.PENDING, Phase.FIRED, Phase.REARMING, Phase.EXPIRED])
def test_each_state_has_words_of_its_own(phase: Phase) -> None:
    state = AlertState(phase, NOW, fires=3, last_fire_at=NOW)
    cells = line(AlertView(BELOW, state), NOW)
    assert (cells[3] == phase.value) == (phase.value in ("armed", "fired", "expired"))
    assert cells[4] == "2026-11-20 12:00 HKT ×3"
    snoozed = line(AlertView(BELOW, replace(state, snoozed_until=NOW + timedelta(hours=1))), NOW)
    assert (snoozed[3] == "snoozed until 2026-11-20 13:00 HKT") == (phase not in (Phase.FIRED, Phase.EXPIRED))


def test_log_names_venues_and_the_day() -> None:
    venues = ((VenueId("coinbase"), Decimal("94962.4")), (VenueId("gone"), Decimal(94_958)))
    firing = replace(sample_firing(BELOW, None, NOW), price_usd=Decimal(94_960), venues=venues, told=False)
    text = log_line(firing, {"coinbase": "Coinbase"})
    assert text.startswith("2026-11-20 12:00 HKT  BTC below US$95,000")
    assert text.endswith("(recorded, not told)\n    Coinbase US$94,962.40, gone US$94,958.00")
