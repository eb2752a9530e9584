# SPDX-License-Identifier: MIT
"""From a line of the rail chosen to its rows painted: views and publishers by turns, and what opens a window."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from hkwatch.ui.inbox_query import VIEWS
from perf.desk import Desk, Painted
from perf.figures import Figure, Target, figure
from perf.stopwatch import PAUSE_S, Stopwatch

ROUNDS = 3
WINDOWS = ("deadlines", "licences")


def switched(running: Desk, count: int) -> Figure:
    """One row. Every view of the list and every publisher is chosen once a round."""
    rail = running.window.rail
    publishers = {str(row.publisher.id) for row in running.parts.catalogue.sources.values() if row.enabled}
    acts: list[tuple[str, Callable[[], object]]] = []
    for key in VIEWS:
        if (button := rail.button(key)) is not None:
            acts.append(("views", button.click))
    # Their lines come with the engine's first word; what a click on one tells can be told without.
    acts += [("publishers", partial(rail.source_wanted, key)) for key in sorted(publishers)]
    watch = Stopwatch(running)
    for _ in range(ROUNDS):
        for kind, act in acts:
            watch.time(kind, act)
            if not running.inbox.model.rowCount():
                watch.taken["nothing to show"].append(watch.taken[kind].pop())
    running.run_for(PAUSE_S)
    values = watch.taken["views"] + watch.taken["publishers"]
    notes = watch.notes()
    notes += [f"{key}, a window of their own, painted after {_opened(running, key)} ms" for key in WINDOWS]
    return figure(
        f"view or publisher chosen → first page painted, {count:,} items",
        "ms",
        values,
        [Target("p95", 50.0)],
        goal="goal 16 ms",
        notes=notes,
    )


def _opened(running: Desk, key: str) -> str:
    """How long a window that a line of the rail opens takes, each time it is opened."""
    button = running.window.rail.button(key)
    assert button is not None
    taken: list[float] = []
    began: list[float] = []
    for turn in range(1, ROUNDS + 1):
        running.run_for(PAUSE_S)
        began.append(time.perf_counter())
        button.click()
        window = running.shell.deadlines.board if key == "deadlines" else running.shell.licences.dialog
        assert isinstance(window, QWidget)
        Painted(window, lambda: taken.append(1000 * (time.perf_counter() - began[-1]))).armed = True
        running.wait(lambda turn=turn: len(taken) == turn, 30)
        running.run_for(PAUSE_S)
        window.close()
    return ", ".join(f"{one:.0f}" for one in taken)
