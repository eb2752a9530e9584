# SPDX-License-Identifier: MIT
"""The clock that runs fast and jumps."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.app.clock import DEMO_RATE, DEMO_SCENES, SCENE_S, Scene, SceneClock, SystemClock
from hkwatch.app.compose import build
from hkwatch.app.options import Options, make_clock
from hkwatch.app.paths import AppPaths

START = datetime(2025, 2, 19, 6, 0, tzinfo=UTC)
LATER = START + timedelta(hours=12)
SECOND = timedelta(seconds=1)


def clock_at(elapsed_s: float, scenes: tuple[Scene, ...]) -> SceneClock:
    """A clock whose first scene began so many real seconds ago (or, below zero, is still to come)."""
    return SceneClock(scenes, epoch=time.time() - elapsed_s)


JUMP = (Scene(0.0, START, 10.0), Scene(1000.0, LATER, 10.0))
"""1,000 s at 10 times the pace show 2 h 46 min 40 s; then the machine sleeps until 12 h."""
SHOWN_UNTIL = START + timedelta(seconds=10_000)


def test_the_wall_time_runs_at_the_scenes_rate() -> None:
    shown = clock_at(100, JUMP).now()
    assert START + 1000 * SECOND <= shown < START + 1000 * SECOND + 50 * SECOND


def test_before_its_beginning_a_clock_shows_less_than_the_first_scene_and_no_steady_time() -> None:
    early = clock_at(-100, JUMP)
    assert early.now() < START
    assert early.monotonic() == 0


def test_at_a_jump_the_wall_time_leaps_and_the_steady_time_does_not() -> None:
    before, after = clock_at(999, JUMP), clock_at(1001, JUMP)
    leap = after.now() - before.now()
    steady_s = after.monotonic() - before.monotonic()
    assert leap == pytest.approx(LATER - SHOWN_UNTIL + 20 * SECOND, abs=10 * SECOND)
    assert steady_s == pytest.approx(20, abs=10)


def test_the_steady_time_adds_up_over_scenes_of_different_rates() -> None:
    scenes = (Scene(0.0, START, 60.0), Scene(100.0, LATER, 1.0), Scene(200.0, LATER + timedelta(days=1), 10.0))
    assert clock_at(300, scenes).monotonic() == pytest.approx(6000 + 100 + 1000, abs=20)


def test_two_processes_with_one_epoch_show_the_same_time() -> None:
    epoch = time.time() - 50
    one, two = SceneClock(JUMP, epoch), SceneClock(JUMP, epoch)
    assert one.now() == pytest.approx(two.now(), abs=20 * SECOND)
    assert SceneClock(JUMP).epoch == pytest.approx(time.time(), abs=5)


@pytest.mark.parametrize("elapsed_s", [0.0, 1.0, 500.0, 999.0, 1000.5, 5000.0])
def test_to_real_is_the_inverse_of_now(elapsed_s: float) -> None:
    clock = clock_at(elapsed_s, JUMP)
    real = clock.to_real(clock.now())
    assert real == pytest.approx(datetime.now(UTC), abs=5 * SECOND)


@given(st.floats(0, 999.99) | st.floats(1000, 100_000))
def test_to_real_gives_the_real_time_of_every_moment_shown(real_s: float) -> None:
    clock = SceneClock(JUMP, epoch=1_000_000_000.0)
    scene = JUMP[1] if real_s >= 1000 else JUMP[0]
    shown = scene.at + timedelta(seconds=(real_s - scene.real_s) * scene.rate)
    expected = datetime.fromtimestamp(1_000_000_000.0 + real_s, UTC)
    assert abs(clock.to_real(shown) - expected) < timedelta(milliseconds=1)


@pytest.mark.parametrize("instant", [SHOWN_UNTIL, SHOWN_UNTIL + SECOND, LATER - SECOND, LATER])
def test_what_falls_due_while_the_machine_sleeps_is_due_when_it_wakes(instant: datetime) -> None:
    clock = SceneClock(JUMP, epoch=1_000_000_000.0)
    assert clock.to_real(instant) == datetime.fromtimestamp(1_000_001_000.0, UTC)


def test_what_was_due_before_the_beginning_lies_in_the_past() -> None:
    clock = SceneClock(JUMP, epoch=1_000_000_000.0)
    assert clock.to_real(START - 100 * SECOND) == datetime.fromtimestamp(999_999_990.0, UTC)


@given(st.lists(st.integers(-100_000, 200_000), min_size=2).map(sorted))
def test_to_real_keeps_the_order_of_moments(seconds: list[int]) -> None:
    clock = SceneClock(JUMP, epoch=1_000_000_000.0)
    real = [clock.to_real(START + n * SECOND) for n in seconds]
    assert real == sorted(real)


def slept(clock: SceneClock, seconds: float) -> tuple[float, float]:
    """Real and steady seconds that a sleep took."""
    real, steady = time.monotonic(), clock.monotonic()
    asyncio.run(clock.sleep(seconds))
    return time.monotonic() - real, clock.monotonic() - steady


def test_a_sleep_is_as_much_shorter_as_the_clock_is_faster() -> None:
    real_s, steady_s = slept(clock_at(10, (Scene(0.0, START, 1000.0),)), 60)
    assert steady_s >= 60
    assert 0.05 <= real_s < 30


def test_a_sleep_across_a_jump_waits_its_steady_time_and_wakes_after_the_wall_has_leapt() -> None:
    clock = clock_at(0, (Scene(0.0, START, 100.0), Scene(0.1, LATER, 100.0)))
    real_s, steady_s = slept(clock, 20)
    assert steady_s >= 20
    assert 0.19 <= real_s < 30
    assert clock.now() >= LATER


def test_a_sleep_into_a_slower_scene_takes_that_scenes_pace() -> None:
    clock = clock_at(0, (Scene(0.0, START, 1000.0), Scene(0.05, LATER, 10.0)))
    real_s, steady_s = slept(clock, 51)
    assert steady_s >= 51
    assert real_s >= 0.14


@pytest.mark.parametrize("seconds", [0, -5])
def test_a_sleep_of_nothing_returns_at_once(seconds: float) -> None:
    real_s, _ = slept(clock_at(10, JUMP), seconds)
    assert real_s < 5


def test_the_system_clock_is_real_time_in_utc() -> None:
    clock = SystemClock()
    assert clock.now() == pytest.approx(datetime.now(UTC), abs=5 * SECOND)
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.monotonic() == pytest.approx(time.monotonic(), abs=5)
    assert clock.to_real(START) is START
    asyncio.run(clock.sleep(0))


def test_the_demos_scenes_follow_one_another_and_each_begins_after_the_last_ended() -> None:
    for one, two in pairwise(DEMO_SCENES):
        assert two.real_s - one.real_s == SCENE_S
        assert one.at + SCENE_S * DEMO_RATE * SECOND <= two.at
        assert one.rate == DEMO_RATE
    assert DEMO_SCENES[-1].rate == 1


@pytest.mark.parametrize("epoch", [None, 1_700_000_000.0])
def test_only_the_demos_clock_is_not_held_against_the_servers(tmp_path: Path, epoch: float | None) -> None:
    paths = AppPaths.under(tmp_path / "data")
    paths.create()

    async def measures() -> bool:
        options = Options(paths, "http://127.0.0.1:9", epoch)
        running = await build(options, make_clock(options), lambda _: None, use_dbus=False)
        try:
            return running.fetcher.skew.measures
        finally:
            await running.close()

    assert asyncio.run(measures()) is (epoch is None)


def test_others_run_while_one_sleeps() -> None:
    async def count() -> int:
        clock = clock_at(0, (Scene(0.0, START, 10.0),))
        asleep = asyncio.create_task(clock.sleep(1.0))
        turns = 0
        while not asleep.done():
            turns += 1
            await asyncio.sleep(0.005)
        return turns

    # A tenth of a real second: a loop that is held back all the time gets one or two turns.
    assert asyncio.run(count()) > 3
