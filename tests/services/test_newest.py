# SPDX-License-Identifier: MIT
"""The newest version is asked of the package index at the replica, and only when somebody asks."""

import asyncio
import json
from datetime import UTC, datetime

import pytest

from fakes import START, SteppedClock
from hkwatch.app.choices import address_map
from hkwatch.domain.events import Event, NewestKnown
from hkwatch.domain.ids import CommandId
from hkwatch.replica import Replica, World
from hkwatch.services.newest import NewestVersion, tell_newest
from hkwatch.sources.http import Fetcher

PATH = "pypi.org/pypi/hkwatch/json"
ASKED = CommandId("c1")


async def ask(replica: Replica | str) -> NewestKnown:
    address = replica if isinstance(replica, str) else replica.base_url
    fetcher = Fetcher(SteppedClock(START), address_map=address_map(address))
    told: list[Event] = []
    try:
        await tell_newest(NewestVersion(fetcher), ASKED, told.append)
    finally:
        await fetcher.close()
    (event,) = told
    assert isinstance(event, NewestKnown)
    assert event.command_id == ASKED
    return event


@pytest.fixture
def replica() -> Replica:
    return Replica(World(), lambda: datetime.now(UTC))


def test_the_index_names_the_newest_version(replica: Replica) -> None:
    with replica:
        replica.load_feed_bytes(PATH, json.dumps({"info": {"version": "0.2.0", "name": "hkwatch"}}).encode())
        assert asyncio.run(ask(replica)) == NewestKnown(ASKED, "0.2.0")
        assert len(replica.requests_to(PATH)) == 1


@pytest.mark.parametrize(
    "body", [b'{"info": {}}', b"[]", b'{"info": {"version": "<b>1</b>"}}', b'{"info": {"version": ""}}', b"{"]
)
def test_an_answer_that_names_no_version_is_an_error_with_a_next_step(replica: Replica, body: bytes) -> None:
    with replica:
        replica.load_feed_bytes(PATH, body)
        told = asyncio.run(ask(replica))
    assert told.version == ""
    assert "pypi.org" in told.error


def test_a_program_the_index_does_not_know_is_said_to_be_unknown(replica: Replica) -> None:
    with replica:
        told = asyncio.run(ask(replica))
    assert told.version == ""
    assert "pypi.org does not know hkwatch." in told.error


def test_without_a_network_the_reason_is_said(replica: Replica) -> None:
    with replica:
        address = replica.base_url
    told = asyncio.run(ask(address))
    assert told.version == ""
    assert told.error


def test_where_nobody_can_ask_that_is_said() -> None:
    told: list[Event] = []
    asyncio.run(tell_newest(None, ASKED, told.append))
    assert told == [NewestKnown(ASKED, "", "New versions cannot be looked for here.")]
