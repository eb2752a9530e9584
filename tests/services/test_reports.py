# SPDX-License-Identifier: MIT
"""Signs of life and digests come by Hong Kong's clock, once, with honest figures; a digest is written whole."""

from collections.abc import Iterable
from datetime import time, timedelta
from pathlib import Path

import pytest

from fakes import START, FakeFetcher, SteppedClock
from hkwatch.domain.ids import SourceId
from hkwatch.replica import Replica, World, faults
from hkwatch.services.reports import ReportChoices, Reports, choices_from
from hkwatch.services.settings import Notify
from hkwatch.services.settings import Reports as Wanted
from services.rig import DULL, EN, GRANT, RTHK, Rig, release, run, shipped

AT = time(18, 30)
TO_DUE = timedelta(hours=4, minutes=30)
"""From `START`, 14:00 in Hong Kong."""


def make(rig: Rig, choices: ReportChoices, watched: Iterable[SourceId] = (EN, RTHK)) -> Reports:
    found = Reports(rig.clock, rig.database, rig.notices, shipped().catalogue, lambda: tuple(watched), frozenset())
    found.choices = choices
    return found


def test_a_sign_of_life_is_told_once_at_its_time(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        with Replica(World(items=[release(1)]), clock.now) as replica:
            async with Rig(tmp_path, replica, clock, sources=(EN, RTHK), with_prices=False) as rig:
                await rig.load()
                reports = make(rig, ReportChoices(life_at=AT))
                await reports.step()
                await rig.poll()
                clock.jump(TO_DUE - timedelta(minutes=20))
                await rig.poll()
                await reports.step()
                assert await rig.tell() == []
                clock.step(minutes=20)
                await reports.step()
                assert await rig.tell() == ["18:30: 4 checks, 2 of 2 sources, nothing critical"]
                clock.step(minutes=1)
                await reports.step()
                assert await rig.tell() == []

    run(test())


def test_a_sign_of_life_is_a_line_of_a_log_as_well_and_says_when_it_is_not(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def test() -> None:
        clock = SteppedClock()
        with Replica(World(items=[release(1)]), clock.now) as replica:
            async with Rig(tmp_path, replica, clock, sources=(EN, RTHK), with_prices=False) as rig:
                await rig.load()
                file = tmp_path / "digests" / "signs-of-life.txt"
                reports = make(rig, ReportChoices(life_at=AT, life_log=file))
                await reports.step()
                clock.jump(TO_DUE)
                await rig.poll()
                await reports.step()
                clock.jump(timedelta(days=1))
                await rig.poll()
                await reports.step()
                await reports.step()
                assert file.read_text("utf-8").splitlines() == [
                    "2025-02-19 18:30: 2 checks, 2 of 2 sources, nothing critical"
                    " · Since midnight in Hong Kong: 0 high.",
                    "2025-02-20 18:30: 2 checks, 2 of 2 sources, nothing critical"
                    " · Since midnight in Hong Kong: 0 high.",
                ]
                reports.choices = ReportChoices(life_at=AT, life_log=file / "no-folder" / "log.txt")
                clock.jump(timedelta(days=1))
                await rig.tell()
                rig.port.shown.clear()
                await reports.step()
                await rig.tell()
                assert "no-folder" in rig.port.shown[-1].body
                assert [one.levelname for one in caplog.records if "life log" in one.message] == ["WARNING"]

    run(test())


def test_a_sign_of_life_that_was_asked_for_is_shown_with_the_usual_settings(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        async with Rig(tmp_path, None, clock, fetcher=FakeFetcher(), sources=(EN,), with_prices=False) as rig:
            await rig.load()
            rig.notices.hand_over.grid = Notify().grid
            reports = make(rig, ReportChoices(life_at=AT), watched=())
            await reports.step()
            clock.jump(TO_DUE)
            await reports.step()
            assert await rig.tell() == ["18:30: 0 checks, 0 of 0 sources, nothing critical"]

    run(test())


def test_a_source_without_a_recent_answer_is_named(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        with Replica(World(items=[release(1)]), clock.now) as replica:
            async with Rig(tmp_path, replica, clock, sources=(EN, RTHK), with_prices=False) as rig:
                await rig.load()
                reports = make(rig, ReportChoices(life_at=AT))
                await reports.step()
                replica.faults.set("rthk.hk", faults.status(503))
                await rig.poll()
                clock.jump(TO_DUE)
                await rig.poll(EN)
                await reports.step()
                assert await rig.tell() == ["18:30: 3 checks, 1 of 2 sources, nothing critical"]
                assert "Without a recent answer: RTHK finance news" in rig.port.shown[-1].body

    run(test())


def test_off_by_default_and_what_was_due_before_is_not_made_up_for(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        async with Rig(tmp_path, None, clock, fetcher=FakeFetcher(), sources=(EN,), with_prices=False) as rig:
            await rig.load()
            reports = make(rig, choices_from(Wanted(), tmp_path))
            assert reports.choices.life_at is None
            clock.jump(TO_DUE + timedelta(hours=1))
            await reports.step()
            reports.choices = ReportChoices(life_at=AT)
            await reports.step()
            assert await rig.tell() == []
            clock.jump(timedelta(hours=23, minutes=30))
            await reports.step()
            assert len(await rig.tell()) == 1

    run(test())


def test_a_digest_is_written_once_a_day_and_nothing_is_left_out_between_two(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        folder = tmp_path / "out"
        items = [release(2, GRANT, START + timedelta(hours=2)), release(3, DULL, START + timedelta(hours=50))]
        with Replica(World(items=[release(1), *items]), clock.now) as replica:
            async with Rig(tmp_path, replica, clock, sources=(EN,), with_prices=False) as rig:
                await rig.load()
                reports = make(rig, ReportChoices(digest="daily", digest_at=AT, folder=folder))
                assert await reports.step() is None
                await rig.poll()
                clock.jump(timedelta(hours=3))
                await rig.poll()
                clock.jump(timedelta(hours=2))
                first = await reports.step()
                assert first == folder / "hkwatch-2025-02-19.md"
                assert await reports.step() is None
                text = first.read_text("utf-8")
                assert "Tue 18 Feb 18:30 to Wed 19 Feb 18:30 HKT" in text
                assert f"## High\n\n- [SFC: {GRANT}](" in text
                # Switched off over two days: the next one reaches back to the last.
                clock.jump(timedelta(days=2))
                await rig.poll()
                second = await reports.step()
                assert second == folder / "hkwatch-2025-02-19-to-2025-02-21.md"
                assert DULL in second.read_text("utf-8")
                assert GRANT not in second.read_text("utf-8")
                assert [file.name for file in folder.iterdir() if "partial" in file.name] == []
                # It was written late, with what was found of its time until then: the next one does not say that again.
                clock.jump(timedelta(days=1))
                third = await reports.step()
                assert third is not None
                assert DULL not in third.read_text("utf-8")

    run(test())


def test_a_weekly_digest_comes_on_friday(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        async with Rig(tmp_path, None, clock, fetcher=FakeFetcher(), sources=(EN,), with_prices=False) as rig:
            await rig.load()
            reports = make(rig, ReportChoices(digest="weekly", digest_at=AT, form="html", folder=tmp_path / "out"))
            written = []
            for _ in range(10 * 24):
                file = await reports.step()
                if file is not None:
                    written.append((clock.now() - START, file.name))
                clock.step(minutes=60)
            assert [name for _, name in written] == [
                "hkwatch-2025-02-14-to-2025-02-21.html",
                "hkwatch-2025-02-21-to-2025-02-28.html",
            ]

    run(test())


def test_a_digest_that_cannot_be_written_is_told_once_and_written_later(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def test() -> None:
        clock = SteppedClock()
        blocked = tmp_path / "out"
        blocked.write_text("a file", "utf-8")
        async with Rig(tmp_path, None, clock, fetcher=FakeFetcher(), sources=(EN,), with_prices=False) as rig:
            await rig.load()
            reports = make(rig, ReportChoices(digest="daily", digest_at=AT, folder=blocked))
            await reports.step()
            clock.jump(TO_DUE)
            assert await reports.step() is None
            assert await reports.step() is None
            assert await rig.tell() == ["The digest was not written"]
            assert str(blocked) in rig.port.shown[-1].body
            blocked.unlink()
            assert await reports.step() == blocked / "hkwatch-2025-02-19.md"
            assert [record.levelname for record in caplog.records if "digest key=" in record.message] == ["WARNING"]

    run(test())
