# SPDX-License-Identifier: MIT
"""Deadlines through the whole engine: from the publisher's list over the clock to what is shown, also in the window."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from fakes import START
from hkwatch.app.clock import Scene, SceneClock
from hkwatch.domain.deadline import DeadlineState
from hkwatch.domain.ids import SourceId
from hkwatch.domain.query import parse_query
from hkwatch.replica import Consultation, Replica, World
from hkwatch.services.inbox import InboxReader
from services.rig import EN, Rig, release, run, shipped

LIST = SourceId("sfc-consultation-api")
MAR_5, MAR_19 = date(2025, 3, 5), date(2025, 3, 19)
TITLE = "Consultation on licensing of virtual asset dealers"


@pytest.fixture
def clock() -> SceneClock:
    return SceneClock((Scene(0.0, START, 600.0),))


@pytest.fixture
def replica(world: World, clock: SceneClock) -> Iterator[Replica]:
    with Replica(world, clock.now) as running:
        yield running


def test_a_consultation_is_reminded_of_extended_and_shown_with_what_is_left(
    tmp_path: Path, world: World, replica: Replica, clock: SceneClock
) -> None:
    """A real second is ten minutes: the list is asked every quarter of an hour, and knows of more time after half one."""
    later = START + timedelta(minutes=30)
    world.publish(Consultation("25CP2", {"en": TITLE}, START - timedelta(days=20), MAR_5, MAR_19, extended_at=later))
    done = Consultation(
        "25CP1", {"en": "Consultation on fees"}, START - timedelta(days=60), date(2025, 1, 20), None, "25CC1",
        START - timedelta(days=2),
    )  # fmt: skip
    world.publish(done)
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(LIST, EN), every_min=15, with_prices=False) as rig:
            running = asyncio.create_task(rig.engine.run())
            await rig.until(lambda: len(rig.port.shown) >= 2)
            rig.engine.stop()
            await running
        assert [(notice.title, notice.body) for notice in rig.port.shown] == [
            ("10 working days left: 25CP2", f"{TITLE} · until 5 Mar"),
            ("Deadline extended 5 Mar → 19 Mar: 25CP2", TITLE),
        ]

    run(test())
    files = shipped()
    reader = InboxReader(tmp_path / "hkwatch.db", files.folder, files.catalogue, clock.now)
    with closing(reader):
        reader.open()
        past, left = reader.deadlines()
        assert (left.deadline.ref, left.workdays, left.state) == ("25CP2", 20, DeadlineState.EXTENDED)
        assert (past.deadline.conclusion_ref, past.state) == ("25CC1", DeadlineState.CONCLUDED)
        assert reader.open_counts().deadlines == 1
        assert [row.ref for row in reader.page(parse_query("is:open due:<21wd")).rows] == ["25CP2"]
        assert [row.ref for row in reader.page(parse_query("has:deadline sort:due")).rows] == ["25CP1", "25CP2"]
        (row,) = reader.page(parse_query("is:open")).rows
        assert (row.closes_on, row.extended_from, row.is_changed) == (MAR_19, MAR_5, True)
        paper = reader.detail(past.deadline.item or row.id)
        assert paper is not None
        assert paper.deadline == past
        assert (paper.row.closes_on, [(one.kind, one.row.ref) for one in paper.related]) == (
            None,
            [("conclusion", "25CC1")],
        )
