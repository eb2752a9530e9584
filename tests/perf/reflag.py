# SPDX-License-Identifier: MIT
"""How long 100,000 stored items take to be flagged anew, and how late the engine's loop is meanwhile."""

import asyncio
import gc
import sys
import time

from hkwatch.app.compose import build
from hkwatch.app.engine import TURN_S
from hkwatch.app.options import Options, make_clock
from hkwatch.app.paths import AppPaths
from hkwatch.domain.ids import CommandId
from hkwatch.domain.rule_commands import SaveRule
from hkwatch.domain.user_rules import UserRule
from perf.big_store import data_folder
from perf.figures import Figure, Target, figure

STORED_ITEMS = 100_000
STEP_S = 0.005
RULES = {
    "a rule that holds of few": UserRule("few", "Few", "custody", labels=("custody",)),
    "a rule that holds of all": UserRule("all", "All", "level:low..", labels=("everything",)),
}


async def _once(paths: AppPaths, rule: UserRule) -> tuple[float, list[float], int]:
    options = Options(paths, "")
    running = await build(options, make_clock(options), lambda event: None, use_dbus=False)
    rules = running.engine._parts.rules
    assert rules is not None
    assert rules.reflagger is not None
    late: list[float] = []
    try:
        await rules.load()
        # As the engine does.
        gc.freeze()
        sys.setswitchinterval(TURN_S)
        await rules.carry_out(SaveRule(CommandId("bench"), rule, to_stored=True))
        ticker = asyncio.create_task(_tick(late))
        started = time.perf_counter()
        while await rules.reflagger.step():
            await asyncio.sleep(0)
        taken = time.perf_counter() - started
        ticker.cancel()
        sql = "SELECT count(*) FROM item WHERE labels <> ''"
        held = await running.database.run(lambda db: db.execute(sql).fetchone()[0])
        return taken, late, held
    finally:
        gc.unfreeze()
        await running.close()


async def _tick(late: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(STEP_S)
        late.append(1000 * max(0.0, time.perf_counter() - before - STEP_S))


def measure(*, big: bool = False) -> list[Figure]:
    """Two rows a rule: the time, and the lateness of the loop."""
    del big
    figures = []
    for what, rule in RULES.items():
        with data_folder(STORED_ITEMS) as paths:
            taken, late, held = asyncio.run(_once(paths, rule))
        assert held > 0, what
        note = f"{what}: {held:,} items got its label"
        figures += [
            figure(
                f"{STORED_ITEMS:,} items flagged anew, {what}", "s", [taken], [Target("worst", 60.0)], notes=(note,)
            ),
            figure(f"lateness of the engine's loop meanwhile, {what}", "ms", late, [Target("worst", 20.0)]),
        ]
    return figures
