# SPDX-License-Identifier: MIT
"""A weekend away, told out of what the engine stored: items, gap, prices, alerts that were found afterwards."""

import sqlite3
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from fakes import START, FakeFetcher, SteppedClock
from hkwatch.domain.absence import Absence, AbsenceKind
from hkwatch.domain.alerts import AlertKind, Currency, Firing
from hkwatch.domain.away import AwayMark, AwaySummary
from hkwatch.domain.commands import MarkAway, UserActive
from hkwatch.domain.deadline import DeadlineKind
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.events import CommandDone
from hkwatch.domain.ids import AlertId, CommandId
from hkwatch.domain.item import Level
from hkwatch.domain.price import PriceState
from hkwatch.domain.register import ChangeKind, RegisterChange, RegisterRow
from hkwatch.replica import Replica, World, faults
from hkwatch.services.away import read_away
from hkwatch.services.away_wording import AwayWording
from hkwatch.services.presence import not_running
from hkwatch.services.texts import Texts
from hkwatch.services.wording import Wording
from hkwatch.store import alerts, deadlines, outbox, prices, registers
from services.rig import DULL, EN, GRANT, RTHK, Rig, release, run, shipped

WEEKEND = timedelta(hours=64)


def words(language: str = "en") -> AwayWording:
    return AwayWording(Texts.load(shipped().resources, language))


async def told(rig: Rig) -> AwaySummary:
    found = await rig.database.run(read_away, shipped().catalogue, "en", rig.clock.now(), frozenset)
    assert found is not None
    return found


async def active(rig: Rig, name: str, at: datetime | None = None) -> None:
    await rig.engine.handle(UserActive(CommandId(name), at or rig.clock.now()))


def test_a_weekend_is_told_in_one_page_and_one_sentence(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        end = START + WEEKEND
        coming = [release(2, GRANT, START + timedelta(hours=30)), release(3, DULL, START + timedelta(hours=40))]
        world = World(items=[release(1), *coming])
        with Replica(world, clock.now) as replica:
            async with Rig(tmp_path, replica, clock, sources=(EN,), with_prices=False) as rig:
                await rig.load()
                await rig.poll(EN)
                await active(rig, "a")
                # The machine sleeps; what it missed is asked for when it wakes, a little later than the user comes back.
                clock.jump(WEEKEND)
                await active(rig, "b")
                clock.step(30)
                await rig.poll(EN)
                found = await told(rig)
                assert (found.span.start, found.span.end) == (START, end)
                assert [row.title for row in found.high] == [GRANT]
                assert [row.title for row in found.others] == [DULL]
                assert words().sentence(found) == "64 h: 0 critical, 1 high"
                assert words().watched(found) == "not watched for 64 h, 1 check, 1 of 1 sources answered"
                (lost,) = found.facts.unwatched
                assert lost.start == START

    run(test())


def test_what_else_happened_stands_beside_the_items(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        async with Rig(tmp_path, None, clock, fetcher=FakeFetcher(), sources=(EN,), with_prices=False) as rig:
            await active(rig, "a")
            at = START + timedelta(hours=20)
            row = RegisterRow("licensed", "Example Digital Limited", ce="ZZZ001")
            firing = Firing(
                *(AlertId(1), "BTC", AlertKind.CROSS_BELOW, Decimal(95_000), Currency.USD, at),
                *(Decimal(94_900), None, None, PriceState.OK, ()),
                late=True,
                between=(at - timedelta(minutes=1), at),
            )

            def fill(db: sqlite3.Connection) -> None:
                registers.add_change(db, "sfc-vatp", RegisterChange(ChangeKind.ADDED, None, row), at, None, None)
                day = date(2025, 3, 3)
                new = deadlines.NewDeadline("sfc", "25CP1", None, "Paper", DeadlineKind.COMMENTS, START, day, day, day)
                deadlines.move(db, deadlines.insert(db, new, START), date(2025, 3, 17), at)
                for minute in range(0, 64 * 60, 5):
                    price = 100_000 - minute
                    bar = ChartPoint(START + timedelta(minutes=minute), price, price + 9, price - 9, price - 5)
                    prices.put_bar(db, "BTC", 60, bar)
                db.execute("INSERT INTO alert (id, spec, state, created_ms) VALUES (1, '', '', 0)")
                alerts.add_firing(db, firing)
                notice = outbox.add(db, "x", "alert", Level.HIGH, at)
                assert notice is not None
                outbox.finish(db, notice, "maybe", at)

            await rig.database.run(fill)
            clock.jump(WEEKEND)
            await active(rig, "b")
            found = await told(rig)
            assert words().sentence(found) == (
                "64 h: 0 critical, 0 high, 1 licence change, 1 deadline extended, 1 price alert, BTC −3.8\N{NO-BREAK SPACE}%"
            )
            assert words().news(found.facts.news[0]) == ("Example Digital Limited", "+ Added · licensed · ZZZ001")
            assert words().move(found.facts.moves[0]) == ("Paper", "25CP1 · extended 3 Mar → 17 Mar")
            assert words().firing(found.facts.firings[0])[1].startswith("reconstructed · US$94,900")
            assert found.reconstructed == 1
            assert words().unsure(found.facts.unsure[0]) == ("Price alert", "its notice may not have been shown")
            (path,) = found.facts.paths
            assert (path.high, path.low) == (100_009, 100_000 - 3835 - 9)
            assert len(found.facts.points) == 64 * 12

    run(test())


def test_clearing_reaches_the_store_and_a_command_sent_twice_acts_once(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        async with Rig(tmp_path, None, clock, fetcher=FakeFetcher(), sources=(EN,), with_prices=False) as rig:
            await active(rig, "a")
            clock.jump(timedelta(hours=3))
            await active(rig, "b")
            await active(rig, "b")
            assert await rig.one("SELECT count(*) FROM away") == 1
            await rig.engine.handle(MarkAway(CommandId("c"), 1, AwayMark.CLEARED))
            assert (await told(rig)).span.cleared
            await rig.engine.handle(MarkAway(CommandId("d"), 1, AwayMark.OPEN))
            assert not (await told(rig)).span.cleared
            assert [done.error for done in rig.of(CommandDone)] == [""] * 5

    run(test())


def test_a_quiet_absence_is_said_in_a_sentence(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        with Replica(World(items=[release(1)]), clock.now) as replica:
            async with Rig(tmp_path, replica, clock, sources=(EN,), with_prices=False) as rig:
                await rig.load()
                await active(rig, "a")
                for _ in range(5):
                    await rig.poll(EN)
                    clock.step(minutes=30)
                await active(rig, "b")
                found = await told(rig)
                assert found.is_quiet
                assert words().sentence(found) == "2 h 30 min: nothing happened that was to be told"
                assert words().watched(found) == "5 checks, 1 of 1 sources answered"

    run(test())


def test_sources_that_failed_are_told_with_their_times(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        with Replica(World(items=[release(1)]), clock.now) as replica:
            async with Rig(tmp_path, replica, clock, sources=(EN, RTHK), with_prices=False) as rig:
                await rig.load()
                await active(rig, "a")
                await rig.poll()
                replica.faults.set("www.sfc.hk", faults.status(503))
                clock.step(minutes=30)
                await rig.poll()
                clock.step(minutes=30)
                await rig.poll()
                replica.faults.clear()
                clock.step(minutes=70)
                await rig.poll()
                await active(rig, "b")
                found = await told(rig)
                (one,) = found.troubles
                assert words().trouble(one, found.span) == (
                    "SFC press releases failed 14:30 to 16:10",
                    "2 checks failed · 1 h 40 min · HTTP 503",
                )

    run(test())


def test_a_program_that_was_not_running_for_two_hours_was_absent() -> None:
    assert not_running(START, START + timedelta(minutes=119)) is None
    absence = not_running(START, START + WEEKEND)
    assert absence is not None
    assert Absence.of_key(absence.key) == absence
    title, _ = Wording(Texts.load(shipped().resources, "en"), shipped().catalogue).absence(absence, [])
    assert title == "While hkwatch was not running (19/2 14:00–22/2 06:00 HKT): 0 new"


def test_the_notice_of_a_long_absence_opens_the_view_and_that_of_a_short_one_the_list(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        async with Rig(tmp_path, None, clock, fetcher=FakeFetcher(), sources=(EN,), with_prices=False) as rig:
            opened = []
            for hours in (1, 64):
                key = Absence(AbsenceKind.ASLEEP, START, START + timedelta(hours=hours)).key
                notice = await rig.database.run(outbox.add, key, "summary", Level.HIGH, START)
                assert notice is not None
                opened.append((await rig.notices.activated(notice, "default", None)).action)
            assert opened == ["default", "open-away"]

    run(test())
