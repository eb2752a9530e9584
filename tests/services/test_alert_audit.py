# SPDX-License-Identifier: MIT
"""Alerts in the audit trail: fired, told, seen and acknowledged, whether or not they stand in the inbox."""

import csv
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from fakes import START, SteppedClock
from hkwatch.domain.commands import Command, MarkFirings
from hkwatch.domain.ids import CommandId, NoticeId
from hkwatch.domain.query import parse_query
from hkwatch.notify.port import CloseReason
from hkwatch.replica import Replica, World
from hkwatch.services.auditing import FIRING_HEAD, AuditReport, make_report, verify_journal, verify_report, write_csv
from hkwatch.services.exporting import Chosen
from hkwatch.services.inbox import InboxReader
from services.rig import Rig, alert, price_path, run, shipped
from store.stored import FOLDER


async def fired(rig: Rig, world: World, clock: SteppedClock, *, in_inbox: bool = False, told: bool = True) -> None:
    """One alert that fires with the second price."""
    await rig.load()
    rig.alerting.tell = told
    world.prices = price_path((0, 95_500), (1, 94_000), start=clock.now())
    await rig.price.sample()
    await rig.alerting.save(replace(alert(95_000), in_inbox=in_inbox), CommandId("one"))
    clock.step(minutes=1)
    await rig.price.sample()


def reader_of(folder: Path) -> InboxReader:
    made = InboxReader(folder / "hkwatch.db", FOLDER, shipped().catalogue, lambda: START)
    made.open()
    return made


def report_of(reader: InboxReader) -> AuditReport:
    return make_report(reader, Chosen(parse_query("")), "everything", START, {})


def test_a_firing_that_is_no_item_is_told_seen_and_acknowledged_in_the_report(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await fired(rig, world, clock)
            assert len(await rig.tell()) == 1
            clock.step(5)
            await rig.engine.dispatch.follow_click(rig.port.shown[-1].id, "acknowledge", None)
            with closing(reader_of(tmp_path)) as reader:
                (line,) = report_of(reader).firings
                assert (line.title, line.level) == ("BTC below US$95,000", "high")
                assert line.audit.notified is not None
                assert line.audit.seen == line.audit.acknowledged == clock.now()
                assert line.audit.acknowledged_by
                assert verify_journal(reader).is_whole

    run(test())


def test_a_firing_nobody_was_told_of_says_so_and_the_log_that_was_opened_says_seen(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await fired(rig, world, clock, told=False)
            commands: list[Command] = [
                MarkFirings(CommandId("seen"), None, clock.now()),
                MarkFirings(CommandId("again"), None, clock.now()),
                MarkFirings(CommandId("acked"), None, clock.now(), acknowledge=True),
            ]
            for command in commands:
                clock.step(1)
                await rig.engine.handle(command)
            with closing(reader_of(tmp_path)) as reader:
                (line,) = report_of(reader).firings
                assert line.audit.notified_how == "not told: alerts are not told"
                assert line.audit.notified is None
                assert line.audit.seen is not None
                assert line.audit.acknowledged == clock.now()
            assert await rig.one("SELECT count(*) FROM audit_log WHERE kind = 'seen'") == 1

    run(test())


def test_a_notification_that_was_dismissed_was_seen_and_one_that_timed_out_was_not(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await fired(rig, world, clock)
            await rig.tell()
            notice = NoticeId(rig.port.shown[-1].id)
            await rig.engine.dispatch.closed(notice, CloseReason.EXPIRED)
            with closing(reader_of(tmp_path)) as reader:
                assert report_of(reader).firings[0].audit.seen is None
                await rig.engine.dispatch.closed(notice, CloseReason.DISMISSED)
                audit = report_of(reader).firings[0].audit
                assert (audit.seen, audit.acknowledged) == (clock.now(), None)

    run(test())


def test_a_report_with_alerts_is_checked_and_an_edited_one_is_found(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await fired(rig, world, clock, in_inbox=True)
            await rig.tell()
            file = tmp_path / "audit.csv"
            with closing(reader_of(tmp_path)) as reader:
                write_csv(report_of(reader), file)
                lines = list(csv.reader(file.read_text("utf-8-sig").splitlines()))
                (row,) = lines[lines.index(list(FIRING_HEAD)) + 1 :]
                assert dict(zip(FIRING_HEAD, row, strict=True))["item"]
                verdict = verify_report(reader, file)
                assert (verdict.is_whole, verdict.checked_firings) == (True, 1)
                file.write_text(file.read_text("utf-8-sig").replace(row[3], "93000"), "utf-8-sig")
                assert "Firing 1, price US$" in " ".join(verify_report(reader, file).differences)

    run(test())


def test_of_chosen_items_a_report_tells_no_alert(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await fired(rig, world, clock)
            with closing(reader_of(tmp_path)) as reader:
                chosen = Chosen(parse_query("src:sfc"))
                assert make_report(reader, chosen, "", START, {}).firings == ()
                assert len(make_report(reader, chosen, "", START, {}, with_alerts=True).firings) == 1

    run(test())
