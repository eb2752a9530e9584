# SPDX-License-Identifier: MIT
import asyncio
import itertools
import zlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hkwatch.app.clock import Scene, SceneClock
from hkwatch.domain.commands import AcceptLayout
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.events import CommandDone, SourceState
from hkwatch.domain.ids import CommandId, SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.level import ROW_REMOVED, WATCHED
from hkwatch.replica import Fault, OfficialItem, Replica, Text, World
from hkwatch.replica import registers as pages
from hkwatch.replica.faults import captive_portal, drop, status
from hkwatch.replica.world import RegisterLine, RegisterState
from hkwatch.services.health import source_health
from hkwatch.services.outages import Outages
from hkwatch.store import item_detail, reflag
from hkwatch.store import registers as store
from registers import AT, lines, state, vatp
from services.rig import EN, START, Rig, SteppedClock, query, run

VATP, ALERTS = SourceId("sfc-vatp-lists"), SourceId("sfc-alert-list-vatp")
ISSUERS, PUBLIC = SourceId("hkma-stablecoin-register"), SourceId("sfc-public-register-vatp")
PAGE = f"www.sfc.hk/en{pages.LISTS_PATH}"
NEWCOMER = RegisterLine("licensed", "Example Newcomer Limited", "示例新星有限公司", "Newcomer", "ZZZ050")


class Story:
    """A replica whose lists of trading platforms change, and a clock that the test steps."""

    def __init__(self, tmp_path: Path, *sources: SourceId) -> None:
        self.clock = SteppedClock()
        self.world = World()
        self.at(state())
        self.replica = Replica(self.world, self.clock.now)
        self.sources = sources or (VATP,)
        self.folder = tmp_path

    def at(self, shown: RegisterState) -> RegisterState:
        """Let the lists read so from now on."""
        shown = RegisterState(shown.register, self.clock.now(), shown.lines, shown.updated)
        self.world.set_register(shown)
        return shown

    def rig(self) -> Rig:
        return Rig(self.folder, self.replica, self.clock, sources=self.sources, with_prices=False)


async def titles(rig: Rig) -> list[str]:
    return [row[0] for row in await rig.sql("SELECT title FROM item ORDER BY id")]


def test_the_first_page_is_the_baseline_and_makes_no_item_and_no_notice(tmp_path: Path) -> None:
    story = Story(tmp_path)

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                (polled,) = await rig.poll(VATP)
                assert (polled.error, polled.entries) == (None, len(lines()))
                assert await titles(rig) == []
                assert await rig.tell() == []
                assert await rig.one("SELECT count(*) FROM register_row") == len(lines())
                assert await rig.one("SELECT count(*) FROM register_row WHERE since_ms IS NULL") == len(lines())

    run(test())


def test_a_new_licence_is_an_item_of_its_own_with_both_rows_its_page_and_a_notice(tmp_path: Path) -> None:
    story = Story(tmp_path)

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                await rig.poll(VATP)
                story.clock.step(minutes=60)
                story.at(state(NEWCOMER))
                (polled,) = await rig.poll(VATP)
                (item,) = polled.stored.added
                detail = await rig.database.run(item_detail.detail, item)
                assert detail is not None
                english, chinese = detail.texts
                assert english.title == ("Example Newcomer Limited (ZZZ050) is new on the list of licensed platforms")
                assert english.text.split("\n\n") == [
                    "Before\nnot on the register",
                    "Now\nList: licensed platforms\nEnglish name: Example Newcomer Limited\n"
                    "Chinese name: 示例新星有限公司\nNumber: ZZZ050\nPlatform: Newcomer",
                ]
                assert chinese.title == "示例新星有限公司（ZZZ050）新列入持牌虛擬資產交易平台名單"
                assert (detail.row.level, detail.row.flagged, "licence" in detail.topics) == (Level.HIGH, True, True)
                assert detail.reasons[0].why == "A public register changed: added"
                ((body,),) = await rig.sql("SELECT body FROM evidence WHERE item_id = ?", item)
                assert b"Example Newcomer Limited" in zlib.decompress(body)
                assert len(await rig.tell()) == 1
                story.clock.step(minutes=60)
                await rig.poll(VATP)
                assert await rig.tell() == []

    run(test())


def test_a_removal_is_told_as_critical_after_a_second_page_ten_minutes_later(tmp_path: Path) -> None:
    story = Story(tmp_path)

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                await rig.poll(VATP)
                story.clock.step(minutes=60)
                story.at(pages.edited(state(), story.clock.now(), remove=["Example Beta Limited"]))
                (polled,) = await rig.poll(VATP)
                assert await titles(rig) == []
                assert polled.next_at == story.clock.now() + timedelta(minutes=10)
                story.clock.step(minutes=10)
                await rig.poll(VATP)
                assert await titles(rig) == [
                    "Example Beta Limited (ZZZ002) is no longer on the list of licensed platforms"
                ]
                assert await rig.one("SELECT level FROM item") == Level.CRITICAL
                assert await rig.one("SELECT reasons ->> '$[0].rule' FROM item") == ROW_REMOVED

    run(test())


def test_a_removal_is_confirmed_across_a_restart(tmp_path: Path) -> None:
    story = Story(tmp_path)

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                await rig.poll(VATP)
                story.clock.step(minutes=60)
                story.at(pages.edited(state(), story.clock.now(), remove=["Example Beta Limited"]))
                await rig.poll(VATP)
            story.clock.step(minutes=10)
            async with story.rig() as rig:
                await rig.load()
                await rig.poll(VATP)
                assert len(await titles(rig)) == 1

    run(test())


@pytest.mark.parametrize("fault", [status(403), status(503), drop(), captive_portal()])
def test_an_answer_that_fails_between_two_pages_tells_nothing(tmp_path: Path, fault: Fault) -> None:
    story = Story(tmp_path)

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                await rig.poll(VATP)
                story.clock.step(minutes=60)
                story.replica.faults.set(PAGE, fault, times=1)
                (polled,) = await rig.poll(VATP)
                assert polled.error is not None
                story.clock.step(minutes=10)
                await rig.poll(VATP)
                assert await titles(rig) == []

    run(test())


def test_a_page_that_lost_a_table_is_kept_and_shown_as_changed_and_not_compared(tmp_path: Path) -> None:
    story = Story(tmp_path)
    broken = vatp().replace(b"CE reference", b"Reference")

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                await rig.poll(VATP)
                story.clock.step(minutes=60)
                story.replica.load_feed_bytes(PAGE, broken, "text/html; charset=utf-8")
                (polled,) = await rig.poll(VATP)
                health = source_health(rig.rows[VATP], polled.record, None, offline=False)
                assert health.state is SourceState.FORMAT_CHANGED
                assert health.error == (
                    "The page changed shape; not compared. The list “licensed” has lost a column: ce."
                )
                assert polled.next_at - story.clock.now() <= timedelta(minutes=70)
                assert await titles(rig) == []
                newest, first = await rig.database.run(store.pages, VATP)
                assert (newest.state, newest.reason, first.state) == ("held", "lost-column", "baseline")
                assert await rig.database.run(store.page_body, newest.id) == broken
                held = rig.registers.held(VATP)
                assert held is not None

    run(test())


def test_a_page_that_stays_without_shape_for_a_day_is_told_once(tmp_path: Path) -> None:
    story = Story(tmp_path)

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                await rig.poll(VATP)
                story.replica.load_feed_bytes(PAGE, vatp().replace(b"CE reference", b"Reference"), "text/html")
                told = []
                for _ in range(27):
                    story.clock.step(minutes=60)
                    await rig.poll(VATP)
                    told.append(await rig.tell())
                assert [bool(one) for one in told] == [False] * 24 + [True, False, False]
                assert rig.port.shown[0].title == "SFC lists of virtual asset trading platforms: the page changed shape"

    run(test())


def test_the_new_layout_is_accepted_by_command_and_compared_from_then_on(tmp_path: Path) -> None:
    story = Story(tmp_path)

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                await rig.poll(VATP)
                story.clock.step(minutes=60)
                story.replica.load_feed_bytes(PAGE, vatp().replace(b"CE reference", b"Reference"), "text/html")
                await rig.poll(VATP)
                await rig.engine.handle(AcceptLayout(CommandId("a"), VATP))
                assert rig.of(CommandDone)[-1].error == ""
                assert rig.registers.held(VATP) is None
                story.clock.step(minutes=60)
                (polled,) = await rig.poll(VATP)
                assert polled.error is None
                assert await titles(rig) == []
                more = vatp(state(NEWCOMER)).replace(b"CE reference", b"Reference")
                story.replica.load_feed_bytes(PAGE, more, "text/html")
                story.clock.step(minutes=60)
                await rig.poll(VATP)
                assert len(await titles(rig)) == 1

    run(test())


def test_rows_gone_from_an_accepted_page_are_told_when_the_next_page_lacks_them_too(tmp_path: Path) -> None:
    story = Story(tmp_path)

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                await rig.poll(VATP)
                story.clock.step(minutes=60)
                gone = ["Sample Two Limited", "Sample Three Limited", "Sample Four Limited"]
                fewer = pages.edited(state(), AT, remove=gone)
                story.replica.load_feed_bytes(PAGE, vatp(fewer), "text/html")
                (polled,) = await rig.poll(VATP)
                assert polled.error is not None
                await rig.engine.handle(AcceptLayout(CommandId("a"), VATP))
                assert rig.of(CommandDone)[-1].error == ""
                assert await titles(rig) == []
                story.clock.step(minutes=60)
                (polled,) = await rig.poll(VATP)
                assert polled.error is None
                assert len(await titles(rig)) == 3

    run(test())


def test_accepting_where_nothing_is_held_says_so(tmp_path: Path) -> None:
    story = Story(tmp_path)

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                await rig.poll(VATP)
                with pytest.raises(SettingsError) as caught:
                    await rig.registers.accept(VATP)
                assert caught.value.key == "nothing-held"

    run(test())


@pytest.mark.parametrize("release_first", [True, False])
def test_a_change_is_linked_with_the_release_that_names_it_whichever_comes_first(
    tmp_path: Path, release_first: bool
) -> None:
    story = Story(tmp_path, VATP, EN)
    about = Text("SFC grants licence to trading platform", "<p>The SFC today licensed Example Newcomer Limited.</p>")
    other = Text("SFC publishes a report", "<p>The report is about Example Newcomers.</p>")

    async def test() -> None:
        with story.replica:
            async with Rig(
                story.folder,
                story.replica,
                story.clock,
                sources=(VATP, EN, SourceId("sfc-news-api")),
                with_prices=False,
            ) as rig:
                await rig.load()
                await rig.poll(VATP, EN)
                for first in (release_first, not release_first):
                    story.clock.step(minutes=24 * 60)
                    if first:
                        now = story.clock.now()
                        story.world.publish(OfficialItem("25PR90", {"en": about}, now))
                        story.world.publish(OfficialItem("25PR91", {"en": other}, now))
                        await rig.poll(EN)
                        await rig.read_all_bodies()
                    else:
                        story.at(state(NEWCOMER))
                        await rig.poll(VATP)
                pairs = await rig.sql(
                    "SELECT a.source, b.ref, l.kind FROM item_link l JOIN item a ON a.id = l.item_id"
                    " JOIN item b ON b.id = l.other_id WHERE a.source = ?",
                    VATP,
                )
                assert pairs == [(VATP, "25PR90", "register")]

    run(test())


def test_a_release_of_last_week_is_not_linked(tmp_path: Path) -> None:
    story = Story(tmp_path, VATP, EN)
    about = Text("Example Newcomer Limited becomes licensed", "")

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                await rig.poll(VATP, EN)
                story.clock.step(minutes=60)
                story.world.publish(OfficialItem("25PR90", {"en": about}, story.clock.now()))
                await rig.poll(EN)
                story.clock.step(minutes=5 * 24 * 60)
                story.at(state(NEWCOMER))
                await rig.poll(VATP)
                assert await rig.one("SELECT count(*) FROM item_link") == 0

    run(test())


def test_every_change_of_a_watched_entity_is_critical(tmp_path: Path) -> None:
    story = Story(tmp_path)

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                rig.registers.is_watched = lambda row: row.ce == "ZZZ001"
                await rig.load()
                await rig.poll(VATP)
                story.clock.step(minutes=60)
                renamed = {"Example Alpha Limited": {"platform": "Alpha Pro"}}
                story.at(pages.edited(state(), story.clock.now(), change=renamed))
                await rig.poll(VATP)
                assert await titles(rig) == [
                    "Example Alpha Limited (ZZZ001): platform “Alpha Exchange” is now “Alpha Pro”"
                    " (list of licensed platforms)"
                ]
                assert await rig.one("SELECT level FROM item") == Level.CRITICAL
                assert await rig.one("SELECT reasons ->> '$[0].rule' FROM item") == WATCHED

    run(test())


def test_the_public_register_is_asked_letter_by_letter_a_second_apart(tmp_path: Path) -> None:
    story = Story(tmp_path, PUBLIC)
    listed = tuple(line for line in lines() if line.ce)
    story.world.set_register(RegisterState(pages.PUBLIC, story.clock.now(), listed))

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                (polled,) = await rig.poll(PUBLIC)
                assert (polled.error, polled.entries) == (None, len(listed))
                asked = story.replica.requests_to("apps.sfc.hk/publicregWeb")
                assert len(asked) == 37
                gaps = [(two.at - one.at).total_seconds() for one, two in itertools.pairwise(asked)]
                assert min(gaps) >= 1.0

    run(test())


def test_the_alert_list_and_the_issuers_are_read_the_same_way(tmp_path: Path) -> None:
    story = Story(tmp_path, ALERTS, ISSUERS)
    now = story.clock.now()
    scam = RegisterLine("suspicious", "example-scam.test", "", "Suspicious VATP")
    coin = RegisterLine("issuers", "Example Coin Limited", "", "", "FRS99")
    story.world.set_register(RegisterState(pages.ALERTS, now, (scam,)))
    story.world.set_register(RegisterState(pages.STABLECOIN, now, ()))

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                assert [one.error for one in await rig.poll(ALERTS, ISSUERS)] == [None, None]
                now = story.clock.step(minutes=60)
                other = RegisterLine("suspicious", "Example Fake Exchange", "", "Suspicious VATP")
                story.world.set_register(RegisterState(pages.ALERTS, now, (scam, other)))
                story.world.set_register(RegisterState(pages.STABLECOIN, now, (coin,)))
                await rig.poll(ALERTS, ISSUERS)
                assert await rig.sql("SELECT title, doc_type FROM item ORDER BY source") == [
                    ("Example Coin Limited (FRS99) is new on the list of licensed stablecoin issuers", "licence"),
                    (
                        "Example Fake Exchange is new on the list of suspicious platforms",
                        "alert-list",
                    ),
                ]

    run(test())


def test_a_day_that_adds_moves_renames_and_removes_is_seen_in_the_inbox_and_told(tmp_path: Path) -> None:
    clock = SceneClock((Scene(0.0, START, 600.0),))
    world = World()
    world.set_register(state())
    day = {
        "add": [NEWCOMER],
        "remove": ["Sample Five Limited"],
        "change": {
            "Sample One Limited": {"list": "licensed", "ce": "ZZZ010", "deemed": False},
            "Example Beta Limited": {"name_en": "Example Bravo Limited"},
            "Example Gamma Limited": {"list": "closing-down"},
        },
    }

    async def test() -> None:
        with Replica(world, clock.now) as replica:
            async with Rig(tmp_path, replica, clock, sources=(VATP,), with_prices=False, every_min=2) as rig:
                watch = asyncio.create_task(rig.engine.run())
                await rig.until(lambda: VATP in rig.poller.records and rig.poller.records[VATP].last_ok_ms)
                world.set_register(pages.edited(state(), clock.now(), **day))
                await rig.until(lambda: len(rig.port.shown) == 5)
                assert rig.told_new() == 5
                rig.engine.stop()
                await watch
                shown = {notice.body for notice in rig.port.shown}
        # What nobody lost is told before what somebody lost: that waits for a second page.
        rows = query(
            tmp_path, "SELECT kind, level, title, at_ms FROM register_change c JOIN item i ON i.id = c.item_id"
        )
        assert shown == {title for _, _, title, _ in rows}
        at_once = {(kind, level) for kind, level, _, at in rows if at == min(row[3] for row in rows)}
        assert at_once == {("added", Level.HIGH), ("moved", Level.HIGH), ("renamed", Level.HIGH)}
        later = [(kind, level, at) for kind, level, _, at in rows if at != min(row[3] for row in rows)]
        assert sorted((kind, level) for kind, level, _ in later) == [
            ("moved", Level.CRITICAL),
            ("removed", Level.CRITICAL),
        ]
        assert min(at for _, _, at in later) - min(row[3] for row in rows) >= 10 * 60_000

    run(test())


def test_a_page_that_only_changed_its_shape_is_no_outage(tmp_path: Path) -> None:
    story = Story(tmp_path)

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                await rig.poll(VATP)
                story.replica.load_feed_bytes(PAGE, vatp().replace(b"CE reference", b"Reference"), "text/html")
                (polled,) = await rig.poll(VATP)
                outages = Outages(story.clock, rig.database, rig.notices, frozenset())
                story.clock.step(minutes=45)
                held = source_health(rig.rows[VATP], polled.record, None, offline=False)
                await outages.look(rig.rows, (held,))
                assert await rig.tell() == []
                await outages.look(rig.rows, (replace(held, error_key="http-503"),))
                assert len(await rig.tell()) == 1

    run(test())


def test_rules_that_change_leave_what_a_register_said_as_it_is(tmp_path: Path) -> None:
    story = Story(tmp_path, VATP, EN)

    async def test() -> None:
        with story.replica:
            async with story.rig() as rig:
                await rig.load()
                story.world.publish(OfficialItem("25PR90", {"en": Text("A title", "")}, story.clock.now()))
                await rig.poll(VATP, EN)
                story.clock.step(minutes=60)
                story.at(state(NEWCOMER))
                await rig.poll(VATP)
                assert await rig.one("SELECT count(*) FROM item") == 2
                again = await rig.database.run(reflag.read, None, 100)
                assert [one.id for one in again] == [await rig.one("SELECT id FROM item WHERE ref = '25PR90'")]

    run(test())
