# SPDX-License-Identifier: MIT
"""A world to publish into, its replica, and a clock that both the replica and the parts read."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from fakes import SteppedClock
from hkwatch.replica import Replica, World
from services.rig import price_path


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock()


@pytest.fixture
def world() -> World:
    return World(prices=price_path((0, 95_500)), usd_hkd=Decimal("7.7786"))


@pytest.fixture
def replica(world: World, clock: SteppedClock) -> Iterator[Replica]:
    with Replica(world, clock.now) as running:
        yield running
