# SPDX-License-Identifier: MIT
from datetime import datetime
from pathlib import Path

import pytest

from hkwatch.replica import registers
from hkwatch.replica.feeds import HONG_KONG
from hkwatch.replica.scenario import load

DEMO = Path(__file__).parents[2] / "resources" / "demo"


@pytest.mark.parametrize(("hour", "licensed", "applicants", "returned"), [(0, 9, 6, 2), (10, 10, 5, 3), (15, 10, 4, 3)])
def test_the_demo_day_adds_moves_renames_and_removes(hour: int, licensed: int, applicants: int, returned: int) -> None:
    world = load(DEMO).world()
    state = world.register(registers.VATP, datetime(2025, 2, 19, hour, 30, tzinfo=HONG_KONG))
    assert state is not None
    counts = tuple(len(state.on(name)) for name in ("licensed", "applicants", "returned"))
    assert counts == (licensed, applicants, returned)
    assert ("Sample Horizon Limited" in {line.name_en for line in state.lines}) is (hour == 15)


def test_a_list_without_rows_says_so() -> None:
    world = load(DEMO).world()
    at = datetime(2025, 2, 19, 12, tzinfo=HONG_KONG)
    vatp, issuers = world.register(registers.VATP, at), world.register(registers.STABLECOIN, at)
    assert vatp is not None
    assert issuers is not None
    assert registers.vatp_page(vatp).count("<td>- -</td><td>- -</td><td>- -</td><td>- -</td></tr>") == 1
    assert "<td>- -</td>" in registers.issuers_page(issuers)
