# SPDX-License-Identifier: MIT
"""When each source is asked next: APScheduler as a clock, one `date` job a source, re-armed after each poll.

A job only calls `fire`, which starts the work elsewhere, so a slow poll never holds the scheduler up.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from hkwatch.domain.clock import Clock
from hkwatch.domain.ids import SourceId


class _Executor(AsyncIOExecutor):  # type: ignore[misc]
    """Runs jobs in the loop, and lets those end that have just begun: cancelling them would be logged as errors."""

    def shutdown(self, wait: bool = True) -> None:
        del wait


class Schedule:
    """Fires each source at its instant, once. Lives in the engine's loop."""

    def __init__(self, clock: Clock, fire: Callable[[SourceId], None]) -> None:
        self._clock = clock
        self._fire = fire
        self._due: dict[SourceId, datetime] = {}
        self._is_stopped = False
        self._scheduler: Any = AsyncIOScheduler(
            jobstores={"default": MemoryJobStore()},
            executors={"default": _Executor()},
            # Late by a sleep of the machine is still due: never drop a run, and never run one twice for it. A job that
            # comes due while the one before is still ending would be dropped too if only one might run.
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 100},
            timezone=UTC,
        )

    def start(self) -> None:
        """Begin to fire; needs a running loop."""
        self._scheduler.start()

    def set(self, source: SourceId, at: datetime) -> None:
        """Ask `source` at `at`, instead of any time set before. Does nothing once stopped."""
        if self._is_stopped:
            return
        self._due[source] = at
        # APScheduler knows real time only; a demo clock runs faster.
        self._scheduler.add_job(
            self._run, "date", run_date=self._clock.to_real(at), args=[source], id=str(source), replace_existing=True
        )

    def remove(self, source: SourceId) -> None:
        """Do not ask `source` any more."""
        if self._due.pop(source, None) is not None and self._scheduler.get_job(str(source)) is not None:
            self._scheduler.remove_job(str(source))

    def next(self) -> tuple[SourceId, datetime] | None:
        """The source that is asked next and when; None with nothing scheduled."""
        if not self._due:
            return None
        source = min(self._due, key=lambda known: self._due[known])
        return source, self._due[source]

    def due_at(self, source: SourceId) -> datetime | None:
        """When a source is asked next."""
        return self._due.get(source)

    def wake(self) -> None:
        """Look at the wall clock again: asyncio's timers stood still while the machine slept."""
        self._scheduler.wakeup()

    def stop(self) -> None:
        """Fire nothing any more. May be called twice."""
        self._due.clear()
        # APScheduler goes on saying that it runs until the loop has turned, and a second shutdown is an error to it.
        if not self._is_stopped and self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        self._is_stopped = True

    async def _run(self, source: SourceId) -> None:
        if self._is_stopped:
            return
        self._due.pop(source, None)
        self._fire(source)
