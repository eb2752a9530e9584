# SPDX-License-Identifier: MIT
"""What the servers are really sent: the catalogue's headers, our name, what may be answered, and always a language."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from fakes import START, SteppedClock
from hkwatch.domain.catalogue import Kind
from hkwatch.domain.ids import SourceId
from hkwatch.replica import Circular, HkmaItem, Replica, World
from hkwatch.replica.answer import LoggedRequest
from hkwatch.sources.http import user_agent
from hkwatch.sources.request import ACCEPT, Want
from services.rig import API, EN, HKMA, RTHK, TC, Rig, release, run, shipped

ENABLED = tuple(row.id for row in shipped().catalogue.sources.values() if row.enabled)
WANTED = {Kind.RSS: Want.FEED, Kind.API: Want.JSON, Kind.REGISTER: Want.HTML}
JSON_APIS = tuple(row.id for row in shipped().catalogue.sources.values() if row.enabled and row.kind is Kind.API)


def fill(world: World) -> None:
    world.publish(release(10, tc="證監會第10號"))
    titles = {"en": "Circular to all", "tc": "致各界的通函"}
    world.publish(Circular("25EC9", titles, START - timedelta(days=1), is_pdf_only=True))
    world.publish(HkmaItem("20250218-3", {"en": "HKMA announces results"}, START - timedelta(days=1)))


def language_of(request: LoggedRequest) -> str:
    """The language a request names, in its query or its body; empty without one."""
    in_query = parse_qs(request.query).get("lang", [""])[0]
    return in_query or (str(json.loads(request.body).get("lang", "")) if request.body else "")


@pytest.mark.parametrize("name", ENABLED)
def test_every_request_of_a_source_carries_our_name_its_headers_and_what_it_takes(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, name: SourceId
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(name,), with_bodies=False) as rig:
            row = rig.rows[name] = replace(rig.rows[name], headers=(("X-Catalogue", name),))
            await rig.load()
            await rig.poll()
            asked = replica.requests
            assert asked
            for one in asked:
                assert one.user_agent == user_agent()
                assert one.headers["accept"] == ACCEPT[WANTED[row.kind]]
                assert one.headers["accept-encoding"] == "gzip, deflate"
            host = row.url.split("/")[2]
            # Headers are the row's own business with its own host, not with one that it is sent on to.
            assert [one.headers.get("x-catalogue") for one in asked] == [
                name if one.host == host else None for one in asked
            ]

    run(test())


def test_the_shipped_headers_of_each_row_are_sent_as_they_stand(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    rows = [row for row in shipped().catalogue.sources.values() if row.headers]

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=tuple(row.id for row in rows), with_bodies=False) as rig:
            await rig.load()
            for row in rows:
                replica.forget_requests()
                await rig.poll(row.id)
                sent = replica.requests[0].headers
                assert {key.lower(): sent.get(key.lower()) for key, _ in row.headers} == {
                    key.lower(): value for key, value in row.headers
                }

    run(test())


@pytest.mark.parametrize("name", JSON_APIS)
def test_json_interfaces_are_always_told_the_language(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, name: SourceId
) -> None:
    fill(world)

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(name,), with_bodies=False) as rig:
            await rig.load()
            (polled,) = await rig.poll()
            assert polled.error is None
            letters = {"en": {"EN", "en"}, "zh-Hant": {"TC", "tc"}}[rig.rows[name].lang]
            assert replica.requests
            assert all(language_of(one) in letters for one in replica.requests)

    run(test())


def test_texts_and_documents_are_asked_for_in_a_language_and_as_what_they_are(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    fill(world)

    async def test() -> None:
        names = (API, SourceId("sfc-circular-api"))
        async with Rig(tmp_path, replica, clock, sources=names) as rig:
            await rig.load()
            await rig.poll()
            replica.forget_requests()
            await rig.read_all_bodies()
            kinds = {one.path.rpartition("/")[2]: one.headers["accept"] for one in replica.requests}
            assert kinds == {
                "content": ACCEPT[Want.JSON],
                "openFile": "application/pdf, */*;q=0.1",
            }
            assert {language_of(one) for one in replica.requests} == {"EN", "TC"}
            assert {one.user_agent for one in replica.requests} == {user_agent()}

    run(test())


def test_what_a_server_gave_to_ask_by_comes_back_to_it_and_to_nobody_else(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    fill(world)

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, TC, HKMA, RTHK), with_bodies=False) as rig:
            await rig.load()
            await rig.poll()
            assert not any({"if-none-match", "if-modified-since"} & set(one.headers) for one in replica.requests)
            replica.forget_requests()
            (again,) = await rig.poll(HKMA)
            (asked,) = replica.requests
            assert (again.unchanged, asked.status) == (True, 304)
            etag, modified = (await rig.sql("SELECT etag, last_modified FROM source_state WHERE source = ?", HKMA))[0]
            assert (asked.headers["if-none-match"], asked.headers["if-modified-since"]) == (etag, modified)
            # The SFC gives none, so it is sent none.
            replica.forget_requests()
            await rig.poll(EN)
            (asked,) = replica.requests
            assert not {"if-none-match", "if-modified-since"} & set(asked.headers)

    run(test())
