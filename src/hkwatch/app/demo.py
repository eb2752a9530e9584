# SPDX-License-Identifier: MIT
"""The demo: the whole program on the embedded replica, with a fast clock. Only addresses and clock differ."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hkwatch.app.options import Options
from hkwatch.domain import commands as cmd
from hkwatch.domain.alerts import AlertKind, AlertSpec
from hkwatch.domain.clock import Clock
from hkwatch.domain.ids import AlertId, CommandId
from hkwatch.replica.scenario import Scenario, load
from hkwatch.replica.server import Replica


@contextlib.contextmanager
def demo_replica(options: Options, clock: Clock, resources: Path) -> Iterator[tuple[Options, list[cmd.SaveAlert]]]:
    """Serve the scenario while the block runs; the options then point at it, and its alerts wait to be saved."""
    scenario = load(resources / "demo")
    with Replica(scenario.world(), clock.now) as replica:
        yield replace(options, replica=replica.base_url), _alerts(scenario)


def _alerts(scenario: Scenario) -> list[cmd.SaveAlert]:
    kinds = {"above": AlertKind.CROSS_ABOVE, "below": AlertKind.CROSS_BELOW}
    return [
        cmd.SaveAlert(
            CommandId(f"demo-{number}"),
            AlertSpec(AlertId(0), alert.asset, kinds[alert.direction], alert.level_usd),
        )
        for number, alert in enumerate(scenario.alerts)
    ]
