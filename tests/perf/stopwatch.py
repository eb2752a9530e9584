# SPDX-License-Identifier: MIT
"""From an act of the user to the rows it asks for, painted."""

import time
from collections import defaultdict
from collections.abc import Callable

from perf.desk import Desk, Painted
from perf.figures import quantile

PAUSE_S = 0.25
"""Between two acts; within 120 ms of a key the next one waits on purpose."""


class Stopwatch:
    """Times single acts, in ms, by kind."""

    def __init__(self, running: Desk) -> None:
        self._running = running
        self._began = 0.0
        self.taken: dict[str, list[float]] = defaultdict(list)
        self.read_ms: list[float] = []
        """Until the rows were in the model."""
        self.used_ms: list[float] = []
        """Processor time of all threads until they were painted: what a busy machine does not change."""
        self._done = False
        inbox = running.inbox
        # What has no rows shows why instead.
        self._list, self._empty = (Painted(one, self._on_painted) for one in (inbox.view.viewport(), inbox.empty))
        running.parts.controller.inbox.loaded.connect(self._on_loaded)

    def _on_loaded(self) -> None:
        self.read_ms.append(1000 * (time.perf_counter() - self._began))
        (self._list if self._running.inbox.model.rowCount() else self._empty).armed = True

    def _on_painted(self) -> None:
        self._ended, self._used = time.perf_counter(), time.process_time()
        self._done = True

    def time(self, kind: str, act: Callable[[], object]) -> None:
        """Time what `act` sets off."""
        self._running.run_for(PAUSE_S)
        self._done = False
        self._began, began = time.perf_counter(), time.process_time()
        act()
        self._running.wait(lambda: self._done, 30)
        self.taken[kind].append(1000 * (self._ended - self._began))
        self.used_ms.append(1000 * (self._used - began))

    def notes(self) -> list[str]:
        """Each kind apart, and what the time went into."""
        found = [(kind, sorted(values)) for kind, values in self.taken.items() if values]
        read, used = sorted(self.read_ms), sorted(self.used_ms)
        return [
            *(
                f"{kind}: median {quantile(values, 0.5):.1f}, p95 {quantile(values, 0.95):.1f},"
                f" worst {values[-1]:.1f} ms in {len(values)}"
                for kind, values in found
            ),
            f"rows in the model after p50 {quantile(read, 0.5):.1f} ms, the rest is painting",
            f"processor time until painted: median {quantile(used, 0.5):.1f}, p95 {quantile(used, 0.95):.1f} ms",
        ]
