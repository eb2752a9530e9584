# SPDX-License-Identifier: MIT
"""Every way a server can fail ends as a value in the source's health; nothing is lost, nobody else is touched."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.domain.errors import FormatError
from hkwatch.domain.events import SourceState
from hkwatch.replica import Fault, Replica, World, faults
from hkwatch.services.health import is_offline, source_health
from hkwatch.services.poller import Polled
from hkwatch.sources.request import Fetched, NotModified, Request
from services.rig import API, EN, HKMA, RTHK, TC, Rig, flash, release, run

FEED = "www.sfc.hk/en/RSS-Feeds/Press-releases"
SEARCH = "apps.sfc.hk/edistributionWeb/api/news/search"


def health_of(rig: Rig, polled: Polled) -> tuple[SourceState, str, str]:
    health = source_health(rig.rows[polled.source], polled.record, polled.next_at, offline=False)
    return health.state, health.error_key, health.next_step


FEED_FAULTS: list[tuple[Callable[[], Fault], str]] = [
    (lambda: faults.status(503, retry_after=600), "http-503"),
    (lambda: faults.status(403), "http-403"),
    (lambda: faults.status(429, retry_after=120), "http-429"),
    (lambda: faults.status(404), "http-404"),
    (faults.captive_portal, "html-instead-of-feed"),
    (faults.drop, "connection-lost"),
    (lambda: faults.drop(200), "connection-lost"),
    (lambda: faults.slow(bytes_per_s=20), "timeout"),
    (faults.gzip_bomb, "too-large"),
    (faults.oversize, "too-large"),
    (lambda: faults.status(200, body=b""), "empty-body"),
    (lambda: faults.redirect_loop(), "redirect-loop"),
    (lambda: faults.redirect("https://www.sfc.hk/nowhere", 302), "http-404"),
    (lambda: faults.redirect("ftp://www.sfc.hk/feed", 301), "redirect-refused"),
]


STATES = {"http-403": SourceState.BLOCKED, "html-instead-of-feed": SourceState.FORMAT_CHANGED}


@pytest.mark.parametrize(("fault", "key"), FEED_FAULTS, ids=[f"{n}-{key}" for n, (_, key) in enumerate(FEED_FAULTS)])
def test_fault_is_a_value_in_the_sources_health_and_nothing_is_lost_afterwards(
    tmp_path: Path,
    world: World,
    replica: Replica,
    clock: SteppedClock,
    fault: Callable[[], Fault],
    key: str,
) -> None:
    world.publish(release(10))
    world.publish(flash(1, "Stocks rise", START - timedelta(hours=1)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, RTHK)) as rig:
            await rig.load()
            await rig.poll()
            broken = fault()
            replica.faults.set(FEED, broken)
            world.publish(release(11, at=clock.step(minutes=10)))
            world.publish(flash(2, "Stocks fall", clock.now()))
            if key == "timeout":
                # The wait is real: a second is enough to see that it ends.
                rig.poller._fetcher = _Hurried(rig)
            failed, other = await rig.poll()
            assert failed.error is not None
            assert failed.error.key == key
            state, known_key, next_step = health_of(rig, failed)
            assert (state, known_key) == (STATES.get(key, SourceState.FAILING), key)
            assert next_step == failed.error.next_step
            assert failed.next_at > clock.now()
            assert (other.error, len(other.stored.added)) == (None, 1)
            replica.faults.clear()
            clock.step(minutes=60)
            good, _ = await rig.poll()
            assert (good.error, len(good.stored.added)) == (None, 1)
            assert health_of(rig, good)[:2] == (SourceState.OK, "")
            assert rig.told_new() == 2
            logged = [
                row[0] for row in await rig.sql("SELECT error_key FROM poll_log WHERE source = ? ORDER BY id", EN)
            ]
            assert logged == ["", key, ""]

    run(test())


class _Hurried:
    """The real fetcher with a second instead of fifteen."""

    def __init__(self, rig: Rig) -> None:
        assert rig.own_fetcher is not None
        self._fetcher = rig.own_fetcher

    async def fetch(self, request: Request) -> NotModified | Fetched:
        return await self._fetcher.fetch(replace(request, timeout_s=1.0))


def test_errors_say_what_to_do_where_a_person_can_do_something(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            for fault in (faults.status(403), faults.captive_portal(), faults.redirect_loop(), faults.gzip_bomb()):
                replica.faults.set(FEED, fault)
                (polled,) = await rig.poll()
                assert polled.error is not None
                assert polled.error.next_step

    run(test())


def test_feed_that_breaks_off_is_an_error_or_a_part_and_the_rest_is_not_lost(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for number in range(10, 14):
        world.publish(release(number, at=START - timedelta(hours=20 - number)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            await rig.poll()
            for number in range(14, 18):
                world.publish(release(number, at=clock.step(minutes=1)))
            replica.faults.set(FEED, faults.truncated(0.5))
            await rig.poll()
            titles = [row[0] for row in await rig.sql("SELECT title FROM item")]
            assert all(title for title in titles)
            replica.faults.clear()
            clock.step(minutes=60)
            await rig.poll()
            assert await rig.one("SELECT count(*) FROM item") == 8
            assert rig.told_new() == 4

    run(test())


@pytest.mark.parametrize(
    "fault",
    [
        faults.wrong_charset(declared="iso-8859-1"),
        faults.wrong_charset(declared="big5"),
        faults.wrong_charset(declared="nonsense"),
        faults.wrong_charset(declared="utf-8", actual="big5hkscs"),
    ],
    ids=["latin-1 said", "big5 said", "nonsense said", "big5 sent"],
)
def test_wrong_charset_stores_no_broken_title_and_the_right_one_stands_in_the_end(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, fault: Fault
) -> None:
    world.publish(release(10, tc="證監會向虛擬資產交易平台發牌"))
    replica.faults.set("www.sfc.hk/TC", fault)

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(TC,)) as rig:
            await rig.load()
            await rig.poll()
            replica.faults.clear()
            clock.step(minutes=60)
            await rig.poll()
            assert await rig.sql("SELECT title FROM item") == [("證監會向虛擬資產交易平台發牌",)]

    run(test())


def test_moved_feed_is_followed_and_the_new_address_recorded(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(flash(1, "Stocks rise", START - timedelta(hours=1)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            await rig.load()
            (polled,) = await rig.poll()
            assert polled.error is None
            assert polled.record.redirect == "https://rthk9.rthk.hk/rthk/news/rss/e_expressnews_efinance.xml"
            assert await rig.one("SELECT count(*) FROM item") == 1

    run(test())


@pytest.mark.parametrize("code", [301, 302, 307, 308])
def test_redirect_to_the_same_feed_elsewhere_gives_its_items(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, code: int
) -> None:
    world.publish(release(10, tc="證監會季刊"))
    replica.faults.set(FEED, faults.redirect("https://www.sfc.hk/TC/RSS-Feeds/Press-releases", code))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            (polled,) = await rig.poll()
            assert (polled.error, polled.entries) == (None, 1)
            assert polled.record.redirect.endswith("/TC/RSS-Feeds/Press-releases")

    run(test())


def test_archive_without_items_but_with_a_total_is_an_error_and_covers_nothing(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10))
    replica.faults.set(SEARCH, faults.empty_items())

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API,)) as rig:
            await rig.load()
            (polled,) = await rig.poll()
            assert isinstance(polled.error, FormatError)
            assert polled.error.key == "empty-with-total"
            assert polled.record.covered_ms is None
            replica.faults.clear()
            clock.step(minutes=60)
            (polled,) = await rig.poll()
            assert (polled.error, len(polled.stored.back)) == (None, 1)

    run(test())


def test_error_inside_http_200_of_the_archive_is_an_error(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    replica.faults.set(SEARCH, faults.error_in_200())

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API,)) as rig:
            await rig.load()
            (polled,) = await rig.poll()
            assert isinstance(polled.error, FormatError)
            assert polled.error.key == "unexpected-form"

    run(test())


def test_whole_machine_offline_blames_no_source(tmp_path: Path, world: World, clock: SteppedClock) -> None:
    with Replica(world, clock.now) as gone:
        address = gone

        async def test() -> None:
            async with Rig(tmp_path, address, clock, sources=(EN, HKMA, RTHK)) as rig:
                await rig.load()
                gone.stop()
                await rig.poll()
                since = is_offline(rig.rows.values(), rig.poller.records)
                assert since == clock.now()
                polled = rig.poller.records[EN]
                assert polled.error_key == "refused"
                states = {
                    source_health(row, rig.poller.records[name], None, offline=True).state
                    for name, row in rig.rows.items()
                }
                assert states == {SourceState.OFFLINE}

        run(test())
