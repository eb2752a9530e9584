# SPDX-License-Identifier: MIT
"""What a firing is called: every kind has a title of its own, and facts that say why."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from hkwatch.domain.alerts import AlertKind, AlertSpec, Direction, Hours, ItemCondition, Sample, sample_firing
from hkwatch.domain.ids import AlertId
from hkwatch.services.alert_wording import AlertWording
from hkwatch.services.texts import Texts

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
WORDS = AlertWording(Texts("en", {}))
LATEST = Sample(NOW, Decimal(95_500), fx=Decimal("7.8"))


def spec(kind: AlertKind) -> AlertSpec:
    window_s = 600 if kind is AlertKind.NO_PRICE else 86_400
    return AlertSpec(
        AlertId(1),
        "BTC",
        kind,
        Decimal(0 if kind is AlertKind.STEP else 90_000),
        upper=Decimal(99_000),
        pct=Decimal("0.031"),
        window_s=window_s,
        direction=Direction.DOWN,
        with_item=ItemCondition(query="src:sfc") if kind is AlertKind.ITEM else None,
        hours=Hours(),
    )


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (AlertKind.CROSS_ABOVE, "BTC above US$90,000"),
        (AlertKind.BELOW, "BTC below US$90,000"),
        (AlertKind.CROSS, "BTC crossed US$90,000"),
        (AlertKind.LEAVE_RANGE, "BTC left its range at US$99,000"),
        (AlertKind.ENTER_RANGE, "BTC entered its range at US$90,000"),
        (AlertKind.STEP, "BTC −3.1 % from US$95,500"),
        (AlertKind.MOVE, "BTC −3.1 % within 24 h"),
        (AlertKind.MOVE_BASE, "BTC −3.1 % from US$95,500"),
        (AlertKind.NEW_HIGH, "BTC: highest in 24 h"),
        (AlertKind.NEW_LOW, "BTC: lowest in 24 h"),
        (AlertKind.NO_PRICE, "BTC: no price for 10 min"),
        (AlertKind.PREMIUM, "BTC in Hong Kong −3.1 % against US$"),
        (AlertKind.ITEM, "Saved search: src:sfc"),
    ],
)
def test_each_kind_has_its_title(kind: AlertKind, title: str) -> None:
    assert WORDS.title(sample_firing(spec(kind), LATEST, NOW)) == title


def test_a_high_without_a_window_is_one_of_all_time() -> None:
    high = replace(spec(AlertKind.NEW_HIGH), window_s=0)
    assert WORDS.title(sample_firing(high, LATEST, NOW)) == "BTC: new all-time high"


def test_a_high_since_a_day_names_the_day_in_hong_kong() -> None:
    since = datetime(2026, 10, 31, 16, tzinfo=UTC)
    low = replace(spec(AlertKind.NEW_LOW), window_s=0, since=since)
    assert WORDS.title(sample_firing(low, LATEST, NOW)) == "BTC: lowest since 2026-11-01"


@pytest.mark.parametrize("kind", AlertKind)
def test_every_kind_can_be_shown_with_and_without_a_price(kind: AlertKind) -> None:
    for latest in (LATEST, None):
        firing = sample_firing(spec(kind), latest, NOW)
        assert WORDS.title(firing)
        assert "{" not in WORDS.title(firing) + "".join(WORDS.facts(firing))


def test_the_facts_name_what_a_move_is_measured_from() -> None:
    firing = replace(sample_firing(spec(AlertKind.MOVE), LATEST, NOW), base=Decimal(98_555), base_at=NOW)
    assert WORDS.facts(firing) == ["US$95,500 (HK$744,900) 12:00:00 HKT", "from US$98,555 at 12:00:00 HKT"]
    earlier = replace(firing, base_at=NOW - timedelta(days=1))
    assert WORDS.facts(earlier)[1] == "from US$98,555 at 2026-11-19 12:00 HKT"
