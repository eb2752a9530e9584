# SPDX-License-Identifier: MIT
"""Habits of publishers that only show over several polls or several sources, asked at the replica of them."""

import urllib.error
import urllib.request
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from fakes import SteppedClock
from hkwatch.domain.events import SourceState
from hkwatch.domain.flags import FlagInput
from hkwatch.domain.ids import SourceId
from hkwatch.domain.item import Level
from hkwatch.replica import HkmaItem, OfficialItem, Replica, Text, World, faults
from hkwatch.services.health import source_health
from hkwatch.sources.request import Fetched, Request, Want
from services.rig import API, DULL, EN, GRANT, HKMA, RTHK, TC, Rig, flash, release, run, shipped

CONSULTATIONS = SourceId("sfc-consultations-en")
SFC_FEED = "https://www.sfc.hk/en/RSS-Feeds/Press-releases"


def at_hkt(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00")


@pytest.mark.parametrize("days", [10, 33])
def test_a_release_edited_weeks_after_its_issue_is_found_in_the_archive_and_keeps_its_former_text(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, days: int
) -> None:
    issued = clock.now() - timedelta(hours=1)
    edited_at = issued + timedelta(days=days)
    world.publish(
        release(
            1, at=issued, body="The fine is HK$1 million.", modified_at=edited_at, edited="<p>It is HK$2 million.</p>"
        )
    )
    for number in range(2, 32):
        world.publish(release(number, at=issued + timedelta(days=number)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, API)) as rig:
            await rig.load()
            await rig.poll()
            await rig.read_all_bodies()
            while clock.now() < edited_at + timedelta(hours=2):
                clock.step(minutes=12 * 60)
                await rig.poll()
                await rig.read_all_bodies()
            item = "SELECT id FROM item WHERE ref = '25PR1'"
            assert (
                await rig.one(f"SELECT text FROM item_text WHERE lang = 'en' AND item_id = ({item})")
                == "It is HK$2 million."
            )
            former = await rig.sql(f"SELECT text FROM revision WHERE lang = 'en' AND item_id = ({item})")
            assert former == [("The fine is HK$1 million.",)]

    run(test())


def test_a_release_that_appears_two_days_after_a_newer_number_is_news_all_the_same(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(100))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, API)) as rig:
            await rig.load()
            await rig.poll()
            world.publish(release(107, f"{GRANT} Seven", clock.step(minutes=60)))
            await rig.poll()
            assert await rig.tell() == [f"{GRANT} Seven"]
            # A lower number, after a gap that is never filled, and dated before what is known already.
            world.publish(release(101, f"{GRANT} One", clock.now() - timedelta(minutes=30)))
            clock.step(minutes=2 * 24 * 60)
            await rig.poll()
            assert await rig.tell() == [f"{GRANT} One"]
            assert await rig.one("SELECT count(*) FROM gap") == 0

    run(test())


def test_a_time_typed_for_the_small_hours_hides_no_release_from_the_afternoon(
    tmp_path: Path, world: World, replica: Replica
) -> None:
    clock = SteppedClock(at_hkt("2025-02-19T16:00"))
    world.publish(release(1, at=at_hkt("2025-02-18T17:00")))

    async def test() -> None:
        with Replica(world, clock.now) as afternoon:
            async with Rig(tmp_path, afternoon, clock, sources=(EN, API)) as rig:
                await rig.load()
                await rig.poll()
                clock.step(minutes=31)
                # Out at 16:30; the publisher typed 04:30, which lies before its source was ever asked.
                await rig.sql("UPDATE source_state SET added_ms = added_ms - 86400000")
                await rig.poller.load(list(rig.rows.values()))
                world.publish(release(2, f"{GRANT} Example Two", at_hkt("2025-02-19T04:30")))
                await rig.poll()
                assert await rig.tell() == [f"{GRANT} Example Two"]
                (published_ms,) = (await rig.sql("SELECT published_ms FROM item WHERE ref = '25PR2'"))[0]
                assert published_ms == at_hkt("2025-02-19T04:30").timestamp() * 1000

    run(test())


def test_one_release_in_the_press_and_the_consultations_feed_is_one_item_in_whichever_order(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    texts = {"en": Text("SFC concludes consultation on custody", "<p>Concluded.</p>")}
    world.publish(OfficialItem("25PR97", texts, clock.now() - timedelta(days=1), category="consultation"))

    async def test() -> None:
        for number, order in enumerate(((EN, CONSULTATIONS), (CONSULTATIONS, EN))):
            folder = tmp_path / str(number)
            folder.mkdir()
            async with Rig(folder, replica, clock, sources=order) as rig:
                await rig.load()
                polled = await rig.poll(*order)
                assert polled[0].entries == 1
                assert await rig.one("SELECT count(*) FROM item") == 1

    run(test())


def test_a_joint_release_is_an_item_of_each_body_under_its_own_number(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    title = "Joint statement on the custody of virtual assets"
    world.publish(release(13, title, clock.now() - timedelta(days=1)))
    world.publish(HkmaItem("20250218-4", {"en": title}, clock.now() - timedelta(days=1)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, HKMA)) as rig:
            await rig.load()
            await rig.poll()
            rows = await rig.sql("SELECT publisher, ref, title FROM item ORDER BY publisher")
            assert rows == [("hkma", "20250218-4", title), ("sfc", "25PR13", title)]

    run(test())


def test_the_sfcs_pages_refuse_who_does_not_say_who_asks_and_hkwatch_always_does(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    anonymous = urllib.request.Request(
        f"{replica.base_url}/{SFC_FEED.removeprefix('https://')}", headers={"User-Agent": ""}
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(anonymous)
    assert refused.value.code == 403
    refused.value.close()
    replica.forget_requests()

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            assert rig.own_fetcher is not None
            answer = await rig.own_fetcher.fetch(Request(SFC_FEED, want=Want.FEED))
            assert isinstance(answer, Fetched)
            assert answer.status == 200
            assert {request.user_agent.partition("/")[0] for request in replica.requests} == {"hkwatch"}

    run(test())


def test_a_refusal_and_a_challenge_show_as_blocked_and_never_as_an_empty_feed(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    page = b"<html><head><title>Attention Required! | Cloudflare</title></head><body>/cdn-cgi/challenge-platform</body></html>"
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            await rig.poll()
            for fault in (faults.status(403), faults.status(403, body=page)):
                replica.faults.set("www.sfc.hk", fault)
                (polled,) = await rig.poll()
                replica.faults.clear()
                assert polled.error is not None
                line = source_health(rig.rows[EN], polled.record, None, offline=False)
                assert line.state is SourceState.BLOCKED
                assert line.items == 1
                assert "browser" in line.next_step

    run(test())


def test_rthks_redirect_is_followed_at_every_poll_and_its_target_is_only_proposed(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(flash(1, "Stocks rise", clock.now() - timedelta(hours=1)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            await rig.load()
            for number in (2, 3):
                (polled,) = await rig.poll()
                assert polled.error is None
                assert polled.moved_to == "https://rthk9.rthk.hk/rthk/news/rss/e_expressnews_efinance.xml"
                world.publish(flash(number, f"Stocks rise {number}", clock.step(minutes=10)))
            hosts = [request.host for request in replica.requests]
            assert hosts == ["rthk.hk", "rthk9.rthk.hk"] * 2
            links = await rig.sql("SELECT url FROM item_text")
            assert all(link.startswith("https://news.rthk.hk/") for (link,) in links)

    run(test())


def test_a_feed_as_short_as_the_sfcs_loses_nothing_over_days_because_the_archive_fills_it_up(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, TC, API), with_bodies=False) as rig:
            await rig.load()
            await rig.poll()
            for number in range(2, 22):
                world.publish(release(number, DULL, clock.step(minutes=240), tc="證監會發表通訊"))
            polled = await rig.poll()
            assert polled[0].entries <= 7
            assert polled[0].missing_since is not None
            assert await rig.one("SELECT count(*) FROM item") == 21

    run(test())


@pytest.mark.parametrize(
    ("title", "source", "hk"),
    [
        ("金管局就穩定幣發牌", "panews", True),
        ("金管會就穩定幣發牌", "panews", False),
        ("证监会就虚拟资产征求意见", "panews", False),
        ("香港证监会就虚拟资产征求意见", "panews", True),
        ("證監會就虛擬資產徵求意見", "sfc-press-tc", True),
    ],
)
def test_bodies_of_like_names_are_told_apart_by_their_place(title: str, source: str, hk: bool) -> None:
    files = shipped()
    row = files.catalogue.sources[SourceId(source)]
    flags = files.classifier.classify(FlagInput(title, "", row.lang, row.publisher, row.id, "", None))
    assert flags.hk is hk
    assert flags.severity <= Level.CRITICAL


@pytest.mark.parametrize(("name", "at_most_min"), [("coindesk", 25 / 28 * 24 * 60), ("panews", 60)])
def test_feeds_that_fill_up_fast_are_asked_before_they_overflow(name: str, at_most_min: float) -> None:
    row = shipped().catalogue.sources[SourceId(name)]
    assert max(band.every_min for band in row.poll) <= at_most_min
    assert row.enabled
