# SPDX-License-Identifier: MIT
"""Sources found, added, removed, paused and set while the watch runs, over real HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.app.clock import Scene, SceneClock
from hkwatch.domain import commands as cmd
from hkwatch.domain.coverage import Month
from hkwatch.domain.events import (
    BodyRead,
    CommandDone,
    ItemsAdded,
    SourceHealth,
    SourcesAdded,
    SourcesFound,
    SourceState,
    WatchState,
    WatchStatusChanged,
)
from hkwatch.domain.ids import CommandId, SourceId
from hkwatch.domain.own_source import NewSource, NotifyFrom, SourceOptions
from hkwatch.replica import Replica, World, faults
from hkwatch.replica.world import FeedItem
from hkwatch.services.coverage import read_statement
from services.rig import EN, GRANT, RTHK, Rig, release, run, shipped
from sources.test_http import FEED, answer, serving

NEWS = "two.example.test/site/news.xml"
URL = f"https://{NEWS}"
OWN = SourceId("two-example-test-example-two-news")


def news(number: int, title: str = "", at: timedelta = timedelta(hours=-1)) -> FeedItem:
    return FeedItem(
        "example-two-news", number, f"news-{number}", title or f"Bulletin {number}", f"Text {number}.", START + at
    )


def status(rig: Rig) -> WatchStatusChanged:
    found: WatchStatusChanged = rig.of(WatchStatusChanged)[-1]
    return found


def line(rig: Rig, source: SourceId) -> SourceHealth | None:
    return next((one for one in status(rig).sources if one.source == source), None)


def own_rig(folder: Path, replica: Replica, clock: SteppedClock | SceneClock, **rest: object) -> Rig:
    return Rig(folder, replica, clock, own=folder / "catalogue", sources=(EN,), with_prices=False, **rest)  # type: ignore[arg-type]


@asynccontextmanager
async def watching(rig: Rig) -> AsyncIterator[Rig]:
    """The engine runs inside; what it raises is raised at the end."""
    async with rig:
        running = asyncio.create_task(rig.engine.run())
        try:
            await rig.until(lambda: bool(rig.of(WatchStatusChanged)) and status(rig).state is WatchState.WATCHING)
            yield rig
            rig.engine.stop()
            await running
        finally:
            rig.engine.stop()
            await asyncio.gather(running, return_exceptions=True)


async def done(rig: Rig, command: cmd.Command) -> str:
    await rig.engine.handle(command)
    last: CommandDone = rig.of(CommandDone)[-1]
    return last.error


async def add(rig: Rig, url: str = URL, title: str = "Example Two news", ident: str = "a") -> SourcesAdded:
    assert await done(rig, cmd.AddSources(CommandId(ident), (NewSource(url, title, folder="Trade / Hong Kong"),))) == ""
    found: SourcesAdded = rig.of(SourcesAdded)[-1]
    return found


@pytest.fixture
def real_clock() -> SceneClock:
    return SceneClock((Scene(0.0, START, 1.0),))


@pytest.fixture
def fast_clock() -> SceneClock:
    return SceneClock((Scene(0.0, START, 120.0),))


def test_added_source_is_asked_at_once_and_its_back_catalogue_is_not_told(
    tmp_path: Path, world: World, real_clock: SceneClock
) -> None:
    world.publish(release(1))
    for number in range(20):
        world.publish(news(number, f"{GRANT} {number}", timedelta(minutes=-number - 1)))

    async def test(replica: Replica) -> None:
        async with watching(own_rig(tmp_path, replica, real_clock)) as rig:
            answer = await add(rig)
            assert answer == SourcesAdded(CommandId("a"), (OWN,), 0)
            await rig.until(lambda: (one := line(rig, OWN)) is not None and one.last_ok_at is not None)
            shown = line(rig, OWN)
            assert shown is not None
            assert (shown.own, shown.folder, shown.publisher_short_en) == (
                True,
                "Trade / Hong Kong",
                "two.example.test",
            )
            assert (shown.items, shown.new_today, shown.interval_min) == (20, 0, 30.0)
            assert rig.told_new() == 0
            assert rig.port.shown == []
            assert await rig.one("SELECT count(*) FROM item WHERE source = ? AND back = 1 AND state = 2", OWN) == 20

    with Replica(world, real_clock.now) as replica:
        run(test(replica))


def test_what_an_added_source_publishes_later_is_told(tmp_path: Path, world: World, fast_clock: SceneClock) -> None:
    world.publish(release(1))
    world.publish(news(1))

    async def test(replica: Replica) -> None:
        async with watching(own_rig(tmp_path, replica, fast_clock)) as rig:
            await add(rig)
            options = SourceOptions(interval_min=1, notify=NotifyFrom.ALL)
            assert await done(rig, cmd.SetSourceOptions(CommandId("o"), OWN, options)) == ""
            await rig.until(lambda: (one := line(rig, OWN)) is not None and one.last_ok_at is not None)
            world.publish(replace(news(2, "Nothing of weight"), issued_at=fast_clock.now()))
            await rig.until(lambda: rig.port.shown)
            assert rig.port.titles == ["Nothing of weight"]
            await rig.until(lambda: (one := line(rig, OWN)) is not None and one.new_today == 1)

    with Replica(world, fast_clock.now) as replica:
        run(test(replica))


def test_sources_and_options_outlive_a_restart(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        options = SourceOptions(45, "zh-Hant", NotifyFrom.CRITICAL, "direct")
        async with own_rig(tmp_path, replica, clock) as rig:
            await rig.engine._load()
            await add(rig)
            await done(rig, cmd.SetSourceOptions(CommandId("o"), OWN, options))
            await done(rig, cmd.SwitchSource(CommandId("s"), EN, on=False))
        async with own_rig(tmp_path, replica, clock) as rig:
            await rig.engine._load()
            rig.engine.announce_all()
            own, off = line(rig, OWN), line(rig, EN)
            assert own is not None
            assert off is not None
            assert (own.options, own.interval_min, own.folder) == (options, 45, "Trade / Hong Kong")
            assert (off.state, off.interval_min, off.next_at) == (SourceState.OFF, 0, None)
            assert rig.ingest.notify == {OWN: NotifyFrom.CRITICAL}
            assert rig.roster.rows[OWN].lang == "zh-Hant"

    run(test())


def test_removed_source_is_asked_no_more_shown_no_more_and_comes_back_as_it_was(
    tmp_path: Path, world: World, fast_clock: SceneClock
) -> None:
    world.publish(release(1))
    world.publish(news(1))

    async def test(replica: Replica) -> None:
        async with watching(own_rig(tmp_path, replica, fast_clock, every_min=1)) as rig:
            await done(rig, cmd.RemoveSource(CommandId("r"), EN))
            assert line(rig, EN) is None
            asked = len(replica.requests_to("www.sfc.hk/en/RSS-Feeds"))
            await add(rig)
            await done(rig, cmd.SetSourceOptions(CommandId("o"), OWN, SourceOptions(interval_min=1)))
            await rig.until(lambda: len(replica.requests_to(NEWS)) >= 3)
            assert len(replica.requests_to("www.sfc.hk/en/RSS-Feeds")) == asked
            await done(rig, cmd.RestoreSource(CommandId("b"), EN))
            assert line(rig, EN) is not None
            await rig.until(lambda: len(replica.requests_to("www.sfc.hk/en/RSS-Feeds")) > asked)

    with Replica(world, fast_clock.now) as replica:
        run(test(replica))


def test_source_removed_while_its_answer_is_on_the_way_stays_out(
    tmp_path: Path, world: World, real_clock: SceneClock
) -> None:
    world.publish(release(1))
    world.publish(news(1))

    async def test(replica: Replica) -> None:
        async with watching(own_rig(tmp_path, replica, real_clock)) as rig:
            replica.faults.set(NEWS, faults.slow(0.3))
            await add(rig)
            await rig.until(lambda: OWN in rig.engine.rounds.polling)
            await done(rig, cmd.RemoveSource(CommandId("r"), OWN))
            await rig.until(lambda: OWN not in rig.engine.rounds.polling)
            assert rig.engine.rounds.schedule.due_at(OWN) is None
            assert line(rig, OWN) is None

    with Replica(world, real_clock.now) as replica:
        run(test(replica))


def test_same_address_again_adds_nothing_and_a_removed_one_comes_back(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            await rig.engine._load()
            await add(rig)
            again = await add(rig, "http://www.TWO.example.test/site/news.xml/", ident="b")
            assert (again.added, again.known) == ((), 1)
            shipped = await add(rig, "http://sfc.hk/en/RSS-Feeds/Press-releases", ident="c")
            assert (shipped.added, shipped.known) == ((), 1)
            await done(rig, cmd.RemoveSource(CommandId("r"), OWN))
            back = await add(rig, ident="d")
            assert (back.added, back.known) == ((OWN,), 0)
            assert rig.roster.rows[OWN].folder == "Trade / Hong Kong"

    run(test())


def test_interval_is_never_shorter_than_the_publisher_asks_for(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            await rig.engine._load()
            rig.roster._catalogue.sources[EN] = replace(rig.roster._catalogue.sources[EN], least_min=10)
            await done(rig, cmd.SetSourceOptions(CommandId("o"), EN, SourceOptions(interval_min=2)))
            assert [band.every_min for band in rig.roster.rows[EN].poll] == [10]

    run(test())


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (SourceOptions(interval_min=0.5), "0.5 minutes"),
        (SourceOptions(interval_min=float("nan")), "nan minutes"),
        (SourceOptions(lang="fr"), "'fr'"),
        (SourceOptions(proxy="ftp://user:secret@example.test"), "no address"),
    ],
)
def test_wrong_option_is_refused_in_words_and_changes_nothing(
    tmp_path: Path, replica: Replica, clock: SteppedClock, options: SourceOptions, word: str
) -> None:
    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            await rig.engine._load()
            error = await done(rig, cmd.SetSourceOptions(CommandId("o"), EN, options))
            assert word in error
            assert "secret" not in error
            assert not (tmp_path / "catalogue" / "own.toml").exists()

    run(test())


def test_broken_own_file_is_named_and_neither_written_over_nor_acted_past(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            await rig.engine._load()
            file = tmp_path / "catalogue" / "own.toml"
            file.parent.mkdir()
            file.write_text("[[source]\nid = ")
            error = await done(rig, cmd.AddSources(CommandId("a"), (NewSource(URL, "News"),)))
            assert "own.toml" in error
            assert "Nothing was written" in error
            assert file.read_text() == "[[source]\nid = "
            assert list(rig.roster.rows) == [EN]
            assert rig.of(SourcesAdded) == []

    run(test())


def test_finding_does_not_hold_up_other_commands_and_answers_under_its_id(
    tmp_path: Path, world: World, real_clock: SceneClock
) -> None:
    world.publish(release(1))
    world.publish(news(1))

    async def test(replica: Replica) -> None:
        async with watching(own_rig(tmp_path, replica, real_clock)) as rig:
            replica.faults.set("two.example.test/", faults.slow(0.3))
            assert await done(rig, cmd.FindSources(CommandId("f"), "two.example.test")) == ""
            assert await done(rig, cmd.CheckNow(CommandId("c"))) == ""
            assert rig.of(SourcesFound) == []
            await rig.until(lambda: rig.of(SourcesFound))
            found = rig.of(SourcesFound)[0]
            assert found.command_id == "f"
            assert [one.title for one in found.found] == ["Example Two news", "Example Two notices"]

    with Replica(world, real_clock.now) as replica:
        run(test(replica))


def test_last_answer_can_be_looked_at_also_the_page_that_came_in_place_of_a_feed(
    tmp_path: Path, world: World, real_clock: SceneClock
) -> None:
    world.publish(release(1))
    world.publish(news(1, "Bulletin \u202e\x07about 證監會"))

    async def test(replica: Replica) -> None:
        async with watching(own_rig(tmp_path, replica, real_clock)) as rig:
            await done(rig, cmd.ReadBody(CommandId("0"), OWN))
            await rig.until(lambda: rig.of(BodyRead))
            assert rig.of(BodyRead)[0].text == ""
            assert "Check it now" in rig.of(BodyRead)[0].error
            await add(rig)
            await rig.until(lambda: (one := line(rig, OWN)) is not None and one.last_ok_at is not None)
            await done(rig, cmd.ReadBody(CommandId("1"), OWN))
            await rig.until(lambda: len(rig.of(BodyRead)) == 2)
            body = rig.of(BodyRead)[1]
            assert "<title>Bulletin about 證監會</title>" in body.text
            assert body.error == ""
            replica.faults.set(NEWS, faults.status(403))
            await rig.poller.poll(rig.roster.rows[OWN])
            await done(rig, cmd.ReadBody(CommandId("2"), OWN))
            await rig.until(lambda: len(rig.of(BodyRead)) == 3)
            assert rig.of(BodyRead)[2].text not in ("", body.text)

    with Replica(world, real_clock.now) as replica:
        run(test(replica))


def test_paused_source_is_off_and_what_it_published_meanwhile_is_not_lost(
    tmp_path: Path, world: World, fast_clock: SceneClock
) -> None:
    world.publish(release(1))
    world.publish(news(1))

    async def test(replica: Replica) -> None:
        async with watching(own_rig(tmp_path, replica, fast_clock)) as rig:
            await add(rig)
            await rig.until(lambda: (one := line(rig, OWN)) is not None and one.last_ok_at is not None)
            await done(rig, cmd.SetSourceOptions(CommandId("o"), OWN, SourceOptions(interval_min=1)))
            await rig.until(lambda: len(replica.requests_to(NEWS)) >= 2)
            await done(rig, cmd.SwitchSource(CommandId("s"), OWN, on=False))
            off = line(rig, OWN)
            assert off is not None
            assert (off.state, off.interval_min) == (SourceState.OFF, 0)
            world.publish(replace(news(2), issued_at=fast_clock.now()))
            await done(rig, cmd.SwitchSource(CommandId("t"), OWN, on=True))
            await rig.until(lambda: rig.told_new() == 1)
            assert [len(event.ids) for event in rig.of(ItemsAdded) if not event.back] == [1]

    with Replica(world, fast_clock.now) as replica:
        run(test(replica))


def test_source_switched_off_and_on_again_is_not_asked_each_time(
    tmp_path: Path, world: World, real_clock: SceneClock
) -> None:
    world.publish(release(1))

    async def test(replica: Replica) -> None:
        async with watching(own_rig(tmp_path, replica, real_clock)) as rig:
            asked = len(replica.requests_to("www.sfc.hk/en/RSS-Feeds"))
            due = rig.engine.rounds.schedule.due_at(EN)
            for number in range(5):
                await done(rig, cmd.SwitchSource(CommandId(f"off{number}"), EN, on=False))
                await done(rig, cmd.SwitchSource(CommandId(f"on{number}"), EN, on=True))
            again = rig.engine.rounds.schedule.due_at(EN)
            assert due is not None
            assert again is not None
            # The store keeps milliseconds.
            assert abs(again - due) < timedelta(milliseconds=2)
            assert len(replica.requests_to("www.sfc.hk/en/RSS-Feeds")) == asked

    with Replica(world, real_clock.now) as replica:
        run(test(replica))


def test_feed_of_a_known_host_belongs_to_its_publisher_with_its_terms(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            await rig.engine._load()
            answer = await add(rig, "https://www.sfc.hk/en/RSS-Feeds/Other", "Other")
            row = rig.roster.rows[answer.added[0]]
            assert row.publisher.id == "sfc"
            assert row.own
            assert RTHK not in rig.roster.rows

    run(test())


@pytest.mark.parametrize(
    ("notify", "told"), [(NotifyFrom.NOTHING, 0), (NotifyFrom.CRITICAL, 0), (NotifyFrom.HIGH, 1), (NotifyFrom.USUAL, 1)]
)
def test_notices_of_one_source_follow_its_own_level(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, notify: NotifyFrom, told: int
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock, with_bodies=False) as rig:
            await rig.engine._load()
            await done(rig, cmd.SetSourceOptions(CommandId("o"), EN, SourceOptions(notify=notify)))
            await rig.poller.poll(rig.roster.rows[EN])
            world.publish(release(2, f"{GRANT} Example Two", clock.step(minutes=5)))
            clock.step(minutes=5)
            assert len((await rig.poller.poll(rig.roster.rows[EN])).stored.added) == 1
            assert await rig.one("SELECT count(*) FROM outbox") == told

    run(test())


def test_source_with_a_proxy_is_asked_through_it_and_the_others_are_not(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with serving(answer(body=FEED)) as proxy, own_rig(tmp_path, replica, clock) as rig:
            await rig.engine._load()
            await add(rig)
            await done(rig, cmd.SetSourceOptions(CommandId("o"), OWN, SourceOptions(proxy=proxy.url)))
            for source in (OWN, EN):
                assert (await rig.poller.poll(rig.roster.rows[source])).error is None
            assert [one.path for one in proxy.asked] == [f"{replica.base_url}/{NEWS}"]
            assert replica.requests_to(NEWS) == ()
            assert len(replica.requests_to("www.sfc.hk")) == 1

    run(test())


def test_moved_own_source_is_moved_in_its_own_row_and_keeps_its_address_over_new_options(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(news(1))

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            await rig.engine._load()
            source = (await add(rig, "https://two.example.test/old.xml", "Old")).added[0]
            row = rig.roster.rows[source]
            await rig.engine.rounds.moves.follow(row, await rig.poller.poll(row))
            assert await done(rig, cmd.UseAddress(CommandId("u"), source, use=True)) == ""
            assert rig.roster.rows[source].url == URL
            await done(rig, cmd.SetSourceOptions(CommandId("o"), source, SourceOptions(interval_min=7)))
            assert (rig.roster.rows[source].url, rig.roster.rows[source].poll[0].every_min) == (URL, 7)
            # Off and on again it is still there, and its new address is known.
            await done(rig, cmd.SwitchSource(CommandId("s"), source, on=False))
            await done(rig, cmd.SwitchSource(CommandId("t"), source, on=True))
            assert rig.roster.rows[source].url == URL
            assert (await add(rig, ident="again")).known == 1

    run(test())


def test_a_source_switched_off_is_no_silence_in_the_statement_of_the_month(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        with Replica(World(items=[release(1)]), clock.now) as replica:
            async with Rig(tmp_path, replica, clock, sources=(EN, RTHK), with_prices=False) as rig:
                await rig.load()
                await rig.poll()
                assert await done(rig, cmd.SwitchSource(CommandId("off"), EN, on=False)) == ""
                clock.jump(timedelta(days=2))
                told = await rig.database.run(read_statement, shipped().catalogue, Month.of(START), clock.now())
                lines = {line.source: line for _, line in told.lines}
                assert (lines[EN].silent, lines[EN].longest) == (timedelta(0), timedelta(0))
                assert lines[RTHK].silent == timedelta(days=2)

    run(test())
