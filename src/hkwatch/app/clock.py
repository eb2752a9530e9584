# SPDX-License-Identifier: MIT
"""The clocks: real time, and a fast one with jumps for the demo and the soak tests. The only place that asks the system."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


class SystemClock:
    """Real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        import asyncio  # noqa: PLC0415 - the window never sleeps, and starts without it

        await asyncio.sleep(seconds)

    def to_real(self, instant: datetime) -> datetime:
        return instant


@dataclass(frozen=True, slots=True)
class Scene:
    """From `real_s` real seconds after the start the clock shows `at` and runs `rate` times as fast as real time."""

    real_s: float
    at: datetime
    rate: float


class SceneClock:
    """Runs through scenes. Between two scenes the wall time jumps while the steady time goes on: a machine that slept.

    Processes that are given the same `epoch` (real seconds since 1970) show the same time.
    """

    def __init__(self, scenes: tuple[Scene, ...], epoch: float | None = None) -> None:
        self._scenes = scenes
        self.epoch = time.time() if epoch is None else epoch

    def now(self) -> datetime:
        elapsed_s = time.time() - self.epoch
        scene = self._scene(elapsed_s)
        return scene.at + timedelta(seconds=(elapsed_s - scene.real_s) * scene.rate)

    @property
    def rate(self) -> float:
        """How many times as fast as real time it runs now."""
        return self._scene(time.time() - self.epoch).rate

    def monotonic(self) -> float:
        elapsed_s = time.time() - self.epoch
        total = 0.0
        for index, scene in enumerate(self._scenes):
            end = self._scenes[index + 1].real_s if index + 1 < len(self._scenes) else elapsed_s
            total += max(0.0, min(end, elapsed_s) - scene.real_s) * scene.rate
        return total

    async def sleep(self, seconds: float) -> None:
        import asyncio  # noqa: PLC0415 - the window never sleeps, and starts without it

        end = self.monotonic() + seconds
        while (left := end - self.monotonic()) > 0:
            # The rate may change on the way: never wait past the next scene at once.
            await asyncio.sleep(max(0.001, min(left / self._scene(time.time() - self.epoch).rate, self._until_next())))

    def to_real(self, instant: datetime) -> datetime:
        best = self._scenes[-1]
        for index, scene in enumerate(self._scenes[:-1]):
            following = self._scenes[index + 1]
            shown_until = scene.at + timedelta(seconds=(following.real_s - scene.real_s) * scene.rate)
            if instant < shown_until:
                best = scene
                break
            if instant <= following.at:
                # Inside the jump: due as soon as the machine "wakes".
                return self._real(following.real_s)
        return self._real(best.real_s + (instant - best.at).total_seconds() / best.rate)

    def _scene(self, elapsed_s: float) -> Scene:
        current = self._scenes[0]
        for scene in self._scenes:
            if elapsed_s >= scene.real_s:
                current = scene
        return current

    def _until_next(self) -> float:
        elapsed_s = time.time() - self.epoch
        return min((scene.real_s - elapsed_s for scene in self._scenes if scene.real_s > elapsed_s), default=3600.0)

    def _real(self, real_s: float) -> datetime:
        return datetime.fromtimestamp(self.epoch + real_s, UTC)


def _hkt(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00").astimezone(UTC)


SCENE_S = 90.0
DEMO_RATE = 60.0
DEMO_SCENES = (
    Scene(0.0, _hkt("2025-02-19T00:00:00"), DEMO_RATE),
    Scene(SCENE_S, _hkt("2025-02-19T13:45:00"), DEMO_RATE),
    # After the second scene the demo goes on at the pace of real time.
    Scene(2 * SCENE_S, _hkt("2025-02-19T15:15:00"), 1.0),
)
