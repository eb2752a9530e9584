# SPDX-License-Identifier: MIT
"""A source that moved for good: proposed, decided, or used by itself after ten good answers."""

from dataclasses import replace
from pathlib import Path

import pytest

from fakes import SteppedClock
from hkwatch.app.files import read_files
from hkwatch.app.paths import AppPaths
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import SourceId
from hkwatch.domain.move import Choice, Move
from hkwatch.replica import Replica, World, faults
from hkwatch.services.moves import Moves
from hkwatch.sources.own_rows import FILE, save_address
from services.rig import EN, Rig, release, run, shipped

OLD = "www.sfc.hk/en/RSS-Feeds/Press-releases"
NEW = "https://www.sfc.hk/TC/RSS-Feeds/Press-releases"


async def loaded(rig: Rig, folder: Path | None = None) -> Moves:
    moves = Moves(
        rig.database, rig.rows, None if folder is None else lambda source, url: save_address(folder, source, url)
    )
    await moves.load()
    return moves


async def ask(rig: Rig, moves: Moves, clock: SteppedClock, times: int = 1) -> None:
    for _ in range(times):
        row = rig.rows[EN]
        (polled,) = await rig.poll(EN)
        await moves.follow(row, polled)
        clock.step(minutes=5)


def test_a_permanent_redirect_is_proposed_and_counted_and_a_passing_one_is_not(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1, tc="證監會公布季報"))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            moves = await loaded(rig)
            replica.faults.set(OLD, faults.redirect(NEW, 302))
            await ask(rig, moves, clock)
            assert moves.of(EN) is None
            replica.faults.set(OLD, faults.redirect(NEW, 308))
            await ask(rig, moves, clock, 3)
            assert moves.of(EN) == Move(NEW, 3)
            assert rig.rows[EN].url == shipped().catalogue.sources[EN].url
            # Over a restart it counts on.
            again = await loaded(rig)
            await ask(rig, again, clock)
            assert again.of(EN) == Move(NEW, 4)
            replica.faults.clear()
            await ask(rig, again, clock)
            assert again.of(EN) is None
            assert (await loaded(rig)).of(EN) is None

    run(test())


def test_a_new_address_is_used_by_itself_after_ten_good_answers_and_no_file_is_written(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1, tc="證監會公布季報"))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            moves = await loaded(rig, tmp_path / "own")
            replica.faults.set(OLD, faults.redirect(NEW, 301))
            await ask(rig, moves, clock, 9)
            assert rig.rows[EN].url != NEW
            await ask(rig, moves, clock)
            assert rig.rows[EN].url == NEW
            assert not (tmp_path / "own").exists()
            before = len(replica.requests_to(OLD))
            await ask(rig, moves, clock, 2)
            assert len(replica.requests_to(OLD)) == before
            assert rig.rows[EN].url == NEW
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            await loaded(rig)
            assert rig.rows[EN].url == NEW

    run(test())


def test_an_address_that_leads_to_nothing_is_not_counted_and_one_that_vanishes_is_left_again(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1, tc="證監會公布季報"))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            moves = await loaded(rig)
            replica.faults.set(OLD, faults.redirect("https://www.sfc.hk/maintenance", 301))
            await ask(rig, moves, clock, 12)
            assert moves.of(EN) is None
            replica.faults.set(OLD, faults.redirect(NEW, 301))
            await ask(rig, moves, clock, 10)
            assert rig.rows[EN].url == NEW
            replica.faults.set(NEW, faults.status(404))
            await ask(rig, moves, clock)
            assert rig.rows[EN].url == shipped().catalogue.sources[EN].url

    run(test())


def test_an_accepted_address_becomes_a_row_of_the_users_and_a_kept_one_is_not_asked_about_again(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1, tc="證監會公布季報"))
    paths = AppPaths.under(tmp_path / "data")

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            moves = await loaded(rig, paths.catalogue_dir)
            replica.faults.set(OLD, faults.redirect(NEW, 301))
            await ask(rig, moves, clock)
            await moves.decide(EN, use=False)
            await ask(rig, moves, clock, 12)
            assert moves.of(EN) == Move(NEW, 1, Choice.KEEP)
            assert rig.rows[EN].url != NEW
            await moves.decide(EN, use=True)
            assert rig.rows[EN].url == NEW

    run(test())
    files = read_files(paths)
    # The Chinese feed has this address already in the shipped catalogue, which the reader refuses by name.
    assert [problem.key for problem in files.problems] == ["same-address"]
    save_address(paths.catalogue_dir, EN, "https://www.sfc.hk/new/feed?a=1&b=2")
    files = read_files(paths)
    assert files.problems == ()
    assert files.catalogue.sources[EN].url == "https://www.sfc.hk/new/feed?a=1&b=2"
    assert files.catalogue.sources[EN].name == shipped().catalogue.sources[EN].name


def test_without_leave_a_move_stays_a_proposal_however_often_it_was_seen(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1, tc="證監會公布季報"))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            moves = await loaded(rig)
            moves.by_itself = False
            replica.faults.set(OLD, faults.redirect(NEW, 301))
            await ask(rig, moves, clock, 12)
            assert moves.of(EN) == Move(NEW, 12)
            assert rig.rows[EN].url != NEW
            await moves.decide(EN, use=True)
            assert rig.rows[EN].url == NEW

    run(test())


def test_the_old_address_is_gone_back_to_also_after_a_restart(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1, tc="證監會公布季報"))
    folder, old = tmp_path / "own", shipped().catalogue.sources[EN].url

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            moves = await loaded(rig, folder)
            replica.faults.set(OLD, faults.redirect(NEW, 301))
            await ask(rig, moves, clock, 10)
            used = moves.of(EN)
            assert used is not None
            assert (used.choice, used.left) == (Choice.USE, old)
            await moves.decide(EN, use=True)
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            # The user's row is read as the catalogue's now.
            rig.rows[EN] = replace(rig.rows[EN], url=NEW)
            moves = await loaded(rig, folder)
            await ask(rig, moves, clock, 2)
            used = moves.of(EN)
            assert used is not None
            assert used.left == old
            await moves.decide(EN, use=False)
            assert rig.rows[EN].url == old
            assert old in (folder / FILE).read_text("utf-8")
            # And it is not asked about again.
            await ask(rig, moves, clock, 12)
            assert moves.of(EN) == Move(NEW, 10, Choice.KEEP)

    run(test())


def test_several_sources_may_move_and_the_users_own_files_are_not_touched(tmp_path: Path) -> None:
    save_address(tmp_path, SourceId("a"), "https://a.example.test/")
    save_address(tmp_path, SourceId("b"), 'https://b.example.test/"quoted"')
    save_address(tmp_path, SourceId("a"), "https://a.example.test/2")
    text = (tmp_path / FILE).read_text("utf-8")
    assert text.count("[[source]]") == 2
    assert "https://a.example.test/2" in text
    mine = tmp_path / "mine.toml"
    mine.write_text('[[source]]\nid = "c"\nurl = "https://c.example.test/"\n', "utf-8")
    with pytest.raises(SettingsError, match="row of your own"):
        save_address(tmp_path, SourceId("c"), "https://c.example.test/2")
    assert (tmp_path / FILE).read_text("utf-8") == text
    mine.write_text("[[source", "utf-8")
    with pytest.raises(SettingsError, match=r"mine\.toml"):
        save_address(tmp_path, SourceId("c"), "https://c.example.test/2")
