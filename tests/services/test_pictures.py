# SPDX-License-Identifier: MIT
"""Pictures fetched at the user's word, from real sockets on loopback: what is taken, and what is refused."""

import asyncio
from pathlib import Path

from fakes import SteppedClock
from hkwatch.domain.commands import FetchPictures
from hkwatch.domain.events import PicturesFetched
from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.domain.item import Entry
from hkwatch.services.database import Database
from hkwatch.services.pictures import Pictures
from hkwatch.sources.border import Resolve
from hkwatch.sources.http import Fetcher
from hkwatch.store.db import open_writer, transaction
from hkwatch.store.items import Body, Change, put_text
from patience import PATIENCE_S
from services.stored_items import put

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'


class Server:
    """Answers a few paths, and remembers what was asked with which headers."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.port = 0

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        self.asked.append(head)
        path = head.split(" ")[1]
        status, extra, body = "200 OK", "", PNG
        if path == "/away":
            status, extra, body = "302 Found", "Location: http://10.0.0.1/secret.png\r\n", b""
        elif path == "/svg":
            body = SVG
        elif path == "/large":
            body = PNG + bytes(4_000_000)
        elif path == "/cookie":
            extra = "Set-Cookie: who=me; Path=/\r\n"
        writer.write(
            f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n{extra}\r\n".encode() + body
        )
        writer.close()


async def resolve_public(_host: str) -> tuple[str, ...]:
    return ("93.184.216.34",)


async def resolve_inward(_host: str) -> tuple[str, ...]:
    return ("93.184.216.34", "10.1.2.3")


def fetched(
    folder: Path, paths: list[str], *, item_host: str = "127.0.0.1", resolver: Resolve = resolve_public
) -> tuple[PicturesFetched, Server]:
    """What came of pictures at these paths, of an item that was read from `item_host`."""
    return asyncio.run(_fetch(folder, paths, item_host, resolver))


async def _fetch(folder: Path, paths: list[str], item_host: str, resolver: Resolve) -> tuple[PicturesFetched, Server]:
    server = Server()
    listening = await asyncio.start_server(server.answer, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    clock = SteppedClock()
    file = folder / "hkwatch.db"
    database = Database(lambda: open_writer(file, folder / "backups", clock.now()), file)
    await database.open()
    db = open_writer(file, folder / "backups", clock.now())
    with transaction(db):
        put(db, 1, "x")
        entry = Entry("x", f"http://{item_host}:{server.port}/news", "en", text="x")
        put_text(db, ItemId(1), entry, "s", Change.BODY, Body.NONE, clock.now())
    db.close()
    pictures = Pictures(lambda: Fetcher(clock, keeps_cookies=False), database, folder / "pictures", resolver)
    urls = tuple(path if "://" in path else f"http://127.0.0.1:{server.port}{path}" for path in paths)
    try:
        async with asyncio.timeout(PATIENCE_S):
            found = await pictures.fetch(FetchPictures(CommandId("c"), ItemId(1), urls))
    finally:
        listening.close()
        await database.close()
    return found, server


def test_a_picture_of_the_items_own_host_lies_in_a_file(tmp_path: Path) -> None:
    found, _ = fetched(tmp_path, ["/a.png"])
    (one,) = found.pictures
    assert (found.command_id, one.error) == ("c", "")
    assert Path(one.file).read_bytes() == PNG


def test_what_is_no_picture_is_told_and_not_kept(tmp_path: Path) -> None:
    found, _ = fetched(tmp_path, ["/svg", "/large"])
    assert [one.file for one in found.pictures] == ["", ""]
    assert "no picture" in found.pictures[0].error
    assert found.pictures[1].error
    assert not (tmp_path / "pictures").exists()


def test_a_private_host_is_never_asked_for_an_item_from_elsewhere(tmp_path: Path) -> None:
    found, server = fetched(tmp_path, ["/a.png"], item_host="news.example.test")
    assert "private" in found.pictures[0].error
    assert server.asked == []


def test_a_redirect_into_a_private_network_is_not_followed(tmp_path: Path) -> None:
    found, server = fetched(tmp_path, ["/away"])
    assert "10.0.0.1 is a private address" in found.pictures[0].error
    assert len(server.asked) == 1


def test_a_name_that_leads_into_a_private_network_is_not_asked(tmp_path: Path) -> None:
    found, server = fetched(tmp_path, ["http://cdn.example.test/a.png"], resolver=resolve_inward)
    assert "private network" in found.pictures[0].error
    assert server.asked == []


def test_no_cookie_is_taken_or_sent_and_nothing_says_where_one_comes_from(tmp_path: Path) -> None:
    found, server = fetched(tmp_path, ["/cookie", "/a.png"])
    assert [one.error for one in found.pictures] == ["", ""]
    asked = "".join(server.asked).lower()
    assert "cookie:" not in asked
    assert "referer:" not in asked


def test_no_more_than_twenty_are_fetched(tmp_path: Path) -> None:
    found, server = fetched(tmp_path, [f"/{n}.png" for n in range(25)])
    assert len(found.pictures) == len(server.asked) == 20


def test_the_folder_is_emptied(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "old").write_bytes(PNG)
    file = tmp_path / "hkwatch.db"
    database = Database(lambda: open_writer(file, tmp_path, SteppedClock().now()), file)
    Pictures(lambda: Fetcher(SteppedClock()), database, folder).clear()
    assert not folder.exists()
