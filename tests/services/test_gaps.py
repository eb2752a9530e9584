# SPDX-License-Identifier: MIT
"""Spans that may be incomplete: lost overlap and sleep, with and without an archive."""

from datetime import timedelta
from pathlib import Path

from fakes import START, SteppedClock
from hkwatch.domain.ids import SourceId
from hkwatch.replica import Replica, World
from hkwatch.services.gaps import Gaps
from services.rig import API, EN, RTHK, Rig, flash, release, run


async def started(rig: Rig, *sources: SourceId) -> Gaps:
    """The rig with these sources asked once, and its gaps."""
    await rig.load()
    await rig.poll(*sources)
    gaps = Gaps(rig.clock, rig.database, rig.rows, rig.poller)
    await gaps.load()
    return gaps


async def ask(rig: Rig, gaps: Gaps, source: SourceId) -> list[SourceId]:
    (polled,) = await rig.poll(source)
    return await gaps.follow(rig.rows[source], polled)


def spans(gaps: Gaps) -> list[tuple[str, timedelta, timedelta]]:
    """Source, start and end of the open gaps, as minutes since the start."""
    return [(gap.source, gap.start - START, gap.end - START) for gap in gaps.open]


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_a_feed_without_archive_that_lost_its_overlap_has_a_gap_of_its_own_name(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for number in range(1, 4):
        world.publish(flash(number, f"Flash {number}", START - minutes(number)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK, EN, API)) as rig:
            gaps = await started(rig, RTHK)
            clock.step(minutes=600)
            for number in range(100, 160):
                world.publish(flash(number, f"Flash {number}", clock.now() - minutes(160 - number)))
            assert await ask(rig, gaps, RTHK) == []
            ((source, start, end),) = spans(gaps)
            assert source == RTHK
            assert start == minutes(0)
            # It ends where the feed begins, not at the time of asking.
            assert minutes(0) < end < minutes(600)
            clock.step(minutes=10)
            await ask(rig, gaps, RTHK)
            assert len(gaps.open) == 1
            await gaps.dismiss(gaps.open[0].id)
            assert gaps.open == ()

    run(test())


def test_a_feed_that_still_lists_something_known_has_no_gap(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(flash(1, "Flash 1", START - minutes(1)))
    world.publish(flash(2, "Flash 2", START - minutes(2)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            gaps = await started(rig, RTHK)
            clock.step(minutes=60)
            world.publish(flash(3, "Flash 3", clock.now() - minutes(1)))
            await ask(rig, gaps, RTHK)
            assert gaps.open == ()

    run(test())


def test_the_gap_of_a_publisher_with_an_archive_asks_for_that_and_is_filled_by_it(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, API)) as rig:
            gaps = await started(rig, EN)
            clock.step(minutes=600)
            for number in range(2, 30):
                world.publish(release(number, at=clock.now() - minutes(31 - number)))
            assert await ask(rig, gaps, EN) == [API]
            assert [gap.source for gap in gaps.open] == ["sfc"]
            await ask(rig, gaps, API)
            assert gaps.open == ()
            assert await rig.sql("SELECT state FROM gap") == [("filled",)]

    run(test())


def test_a_sleep_leaves_a_gap_only_where_the_feed_no_longer_reaches_back_to_it(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for number in range(1, 4):
        world.publish(flash(number, f"Flash {number}", START - minutes(number)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            gaps = await started(rig, RTHK)
            await gaps.slept(clock.now(), clock.jump(timedelta(hours=2)))
            assert gaps.open == ()
            world.publish(flash(4, "Flash 4", clock.now() - minutes(1)))
            # The feed still lists what was there before the sleep.
            await ask(rig, gaps, RTHK)
            assert gaps.open == ()
            slept_from = clock.now()
            await gaps.slept(slept_from, clock.jump(timedelta(hours=9)))
            for number in range(100, 160):
                world.publish(flash(number, f"Flash {number}", clock.now() - minutes(160 - number)))
            await ask(rig, gaps, RTHK)
            assert [(gap.source, gap.start) for gap in gaps.open] == [(RTHK, slept_from)]

    run(test())


def test_of_two_sleeps_without_an_answer_in_between_the_first_counts(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for number in range(1, 4):
        world.publish(flash(number, f"Flash {number}", START - minutes(number)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            gaps = await started(rig, RTHK)
            first = clock.now()
            await gaps.slept(first, clock.jump(timedelta(hours=5)))
            await gaps.slept(clock.now(), clock.jump(timedelta(hours=5)))
            for number in range(100, 160):
                world.publish(flash(number, f"Flash {number}", clock.now() - minutes(160 - number)))
            await ask(rig, gaps, RTHK)
            assert [gap.start for gap in gaps.open] == [first]

    run(test())


def test_an_archive_is_given_the_whole_sleep_to_fill(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, API, RTHK)) as rig:
            gaps = await started(rig, EN, API)
            clock.jump(timedelta(hours=9))
            await gaps.slept(START, clock.now())
            assert spans(gaps) == [("sfc", minutes(0), minutes(540))]
            await ask(rig, gaps, API)
            assert gaps.open == ()

    run(test())
