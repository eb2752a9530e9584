# SPDX-License-Identifier: MIT
"""Alerts with their arm state, and the log of firings."""

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from hkwatch.domain.alert_types import Blocked, Phase, Repeat
from hkwatch.domain.alerts import AlertKind, AlertSpec, AlertState, Currency, Firing
from hkwatch.domain.events import AlertView
from hkwatch.domain.ids import AlertId, VenueId
from hkwatch.domain.item import Level
from hkwatch.domain.price import PriceState
from hkwatch.store import alerts

from .stored import NOW

SPEC = AlertSpec(
    id=AlertId(1),
    asset="BTC",
    kind=AlertKind.CROSS_BELOW,
    level=Decimal("740000.50"),
    currency=Currency.HKD,
    band=Decimal("0.0125"),
    repeat=Repeat.EVERY,
    notify=Level.CRITICAL,
    expires_at=NOW + timedelta(days=30),
    note="止蝕 stop",
)
STATE = AlertState(Phase.ARMED, NOW)


def firing(alert: int = 1, at: datetime = NOW, price: str = "94962.37") -> Firing:
    return Firing(
        alert_id=AlertId(alert),
        asset="BTC",
        kind=AlertKind.CROSS_BELOW,
        level=Decimal("95000"),
        currency=Currency.USD,
        at=at,
        price_usd=Decimal(price),
        price_hkd=Decimal("738647.90"),
        fx=Decimal("7.7784"),
        state=PriceState.OK,
        venues=((VenueId("coinbase"), Decimal("94962.37")), (VenueId("kraken"), Decimal("94960"))),
        late=True,
        between=(at - timedelta(minutes=5), at),
        rearm_level=Decimal("95237.5"),
    )


def test_a_removed_alert_that_is_saved_again_is_on_the_list_again(db: sqlite3.Connection) -> None:
    alerts.save_alert(db, SPEC, STATE, NOW)
    alerts.remove_alert(db, SPEC.id, NOW)
    alerts.save_alert(db, SPEC, STATE, NOW)
    assert alerts.load_alerts(db) == [AlertView(SPEC, STATE)]


def test_a_removed_alert_is_brought_back_as_it_was_and_no_other_is(db: sqlite3.Connection) -> None:
    state = replace(STATE, phase=Phase.FIRED, fires=3)
    alerts.save_alert(db, SPEC, state, NOW)
    assert alerts.restore_alert(db, SPEC.id) is None
    alerts.remove_alert(db, SPEC.id, NOW)
    assert alerts.restore_alert(db, SPEC.id) == AlertView(SPEC, state)
    assert alerts.load_alerts(db) == [AlertView(SPEC, state)]
    assert alerts.restore_alert(db, AlertId(9)) is None


def test_an_alert_comes_back_exactly_as_it_was_made(db: sqlite3.Connection) -> None:
    state = replace(STATE, blocked=Blocked.NO_FX, blocked_since=NOW, last_fire_price=Decimal("94962.370"), fires=3)
    alerts.save_alert(db, SPEC, state, NOW)
    assert alerts.load_alerts(db) == [AlertView(SPEC, state)]


def test_an_alert_saved_again_is_changed_in_place(db: sqlite3.Connection) -> None:
    alerts.save_alert(db, SPEC, STATE, NOW)
    alerts.save_alert(db, replace(SPEC, level=Decimal(1)), STATE, NOW + timedelta(days=1))
    assert [view.spec.level for view in alerts.load_alerts(db)] == [Decimal(1)]


def test_alerts_come_oldest_first(db: sqlite3.Connection) -> None:
    for ident in (2, 1, 3):
        alerts.save_alert(db, replace(SPEC, id=AlertId(ident)), STATE, NOW)
    assert [view.spec.id for view in alerts.load_alerts(db)] == [1, 2, 3]


def test_how_far_an_alert_got_is_stored_without_touching_the_alert(db: sqlite3.Connection) -> None:
    alerts.save_alert(db, SPEC, STATE, NOW)
    pending = replace(STATE, phase=Phase.PENDING, pending_since=NOW)
    alerts.save_state(db, SPEC.id, pending)
    assert alerts.load_alerts(db) == [AlertView(SPEC, pending)]


def test_an_id_is_not_used_again_after_its_alert_was_removed(db: sqlite3.Connection) -> None:
    assert alerts.new_alert_id(db) == 1
    alerts.save_alert(db, SPEC, STATE, NOW)
    alerts.remove_alert(db, SPEC.id, NOW)
    assert alerts.load_alerts(db) == []
    assert alerts.new_alert_id(db) == 2


def test_the_log_is_newest_first_and_comes_back_exactly(db: sqlite3.Connection) -> None:
    alerts.save_alert(db, SPEC, STATE, NOW)
    made = [firing(at=NOW + timedelta(minutes=n)) for n in range(5)]
    rows = [alerts.add_firing(db, one) for one in made]
    assert alerts.firings(db) == made[::-1]
    assert alerts.firings(db, limit=2) == [made[4], made[3]]
    assert alerts.firing(db, rows[2]) == made[2]
    assert alerts.firing(db, 99) is None


def test_firings_stay_when_their_alert_is_removed(db: sqlite3.Connection) -> None:
    alerts.save_alert(db, SPEC, STATE, NOW)
    alerts.add_firing(db, firing())
    alerts.remove_alert(db, SPEC.id, NOW)
    assert alerts.firings(db) == [firing()]


def test_a_firing_of_no_alert_is_refused(db: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        alerts.add_firing(db, firing(alert=7))
