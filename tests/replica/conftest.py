# SPDX-License-Identifier: MIT
"""A replica with a clock that stands, an empty world to publish into, and the shipped scenario."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from hkwatch.replica import Replica, World
from hkwatch.replica.prices import level_path
from hkwatch.replica.scenario import Scenario, load

from .client import Moment

DEMO = Path(__file__).parents[2] / "resources" / "demo"


@pytest.fixture
def moment() -> Moment:
    return Moment(datetime(2025, 2, 19, 6, 0, tzinfo=UTC))


@pytest.fixture
def world() -> World:
    return World(prices=level_path("BTC", Decimal(95_500)), usd_hkd=Decimal("7.7786"))


@pytest.fixture
def replica(world: World, moment: Moment) -> Iterator[Replica]:
    with Replica(world, moment) as running:
        yield running


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    return load(DEMO)


@pytest.fixture
def demo(scenario: Scenario, moment: Moment) -> Iterator[Replica]:
    """The scenario as it stands at `moment`, 14:00 on 19 February until a test moves it."""
    with Replica(scenario.world(), moment) as running:
        yield running
