# SPDX-License-Identifier: MIT
"""How far this computer's clock is off, by what several servers say."""

from datetime import timedelta

import pytest

from fakes import SteppedClock
from hkwatch.sources.skew import ClockSkew


def told(clock: SteppedClock, *ahead_s: float) -> ClockSkew:
    """Each a host by whose clock ours is ahead by so much."""
    skew = ClockSkew(clock)
    for number, seconds in enumerate(ahead_s):
        skew.observe(f"host-{number}.example.test", clock.now() - timedelta(seconds=seconds), {})
    return skew


def test_one_host_alone_tells_nothing() -> None:
    clock = SteppedClock()
    assert told(clock).ahead_s is None
    assert told(clock, 180).ahead_s is None
    assert told(clock, 180).true_now() == clock.now()


@pytest.mark.parametrize(
    ("ahead_s", "expected"), [((180, 182), 181), ((180, 181, 90_000), 181), ((-200, -210, -3), -200)]
)
def test_the_median_of_the_hosts_counts(ahead_s: tuple[float, ...], expected: float) -> None:
    clock = SteppedClock()
    skew = told(clock, *ahead_s)
    assert skew.ahead_s == expected
    assert skew.is_off
    assert skew.true_now() == clock.now() - timedelta(seconds=expected)


def test_a_minute_is_tolerated() -> None:
    clock = SteppedClock()
    assert not told(clock, 60, 60).is_off
    assert told(clock, 60, 60).true_now() == clock.now()
    assert told(clock, 61, 61).is_off


def test_a_cached_answer_was_written_earlier_than_it_came() -> None:
    clock = SteppedClock()
    skew = told(clock, 0)
    skew.observe("cache.example.test", clock.now() - timedelta(seconds=500), {"age": "500"})
    assert skew.ahead_s == 0


def test_old_and_forgotten_measurements_count_no_more() -> None:
    clock = SteppedClock()
    skew = told(clock, 180, 180)
    clock.step(minutes=200)
    assert skew.ahead_s is None
    fresh = told(clock, 180, 180)
    fresh.forget()
    assert fresh.ahead_s is None


def test_a_clock_that_plays_a_scenario_is_not_measured() -> None:
    clock = SteppedClock()
    skew = ClockSkew(clock)
    skew.measures = False
    for host in ("one.example.test", "two.example.test"):
        skew.observe(host, clock.now() - timedelta(seconds=180), {})
    assert skew.ahead_s is None
    assert not skew.is_off
