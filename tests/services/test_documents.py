# SPDX-License-Identifier: MIT
"""Texts that stand in a PDF only: from the publisher's server to search, flags and evidence, and every way it can fail."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import pdfs
from fakes import START, SteppedClock
from hkwatch.domain.catalogue import Keep
from hkwatch.domain.ids import ItemId, SourceId
from hkwatch.domain.query import parse_query
from hkwatch.replica import Circular, FeedItem, Replica, World, faults
from hkwatch.services.inbox import InboxReader
from hkwatch.sources.pdf_outcome import MAX_BYTES
from hkwatch.store import evidence
from hkwatch.store.items import Body
from services.rig import API, Level, Rig, release, run, shipped

CIRCULARS, CIRCULAR_API = SourceId("sfc-circulars-en"), SourceId("sfc-circular-api")
HKMA_LIST, EXCHANGE = SourceId("hkma-circulars-en"), SourceId("hkex-news-en")
FILE = "apps.sfc.hk/edistributionWeb/api/circular/openFile"
CONTENT = "apps.sfc.hk/edistributionWeb/api/circular/content"
PLACE = "www.hkma.gov.hk/media/eng/doc/key-information/guidelines-and-circular/2025/20250214e1.pdf"
PILOTS = "Lessons from pilots with tokenised deposits"
WORDS = (
    "All about licensed virtual asset trading platforms (VATPs). The licence of a virtual asset trading platform.",
    "Virtual asset trading platforms must keep what clients hold in cold storage.",
)
BLOCKED = [
    (b"<html><body>Maintenance</body></html>", "pdf-is-page", Body.WANTED),
    (b"\x89PNG", "pdf-is-other", Body.WANTED),
    (pdfs.encrypted("secret"), "pdf-encrypted", Body.GIVEN_UP),
    (pdfs.without_text(), "pdf-no-text", Body.GIVEN_UP),
    (pdfs.good()[:400], "pdf-broken", Body.GIVEN_UP),
    (pdfs.circle(), "pdf-broken", Body.GIVEN_UP),
    (pdfs.bomb(8), "pdf-too-slow", Body.WANTED),
]


def circular(number: int, days_ago: float = 1, *, pdf_only: bool = True, **more: Any) -> Circular:
    return Circular(
        f"25EC{number}",
        {"en": f"Circular {number} to intermediaries", "tc": f"致中介人的第{number}號通函"},
        START - timedelta(days=days_ago),
        bodies={"en": WORDS, "tc": ("平台須將客戶的虛擬資產存放於冷錢包。",)},
        is_pdf_only=pdf_only,
        **more,
    )


def pilots(days_ago: float = 5) -> FeedItem:
    return FeedItem(
        "hkma-circulars",
        1,
        "pilots",
        f"{PILOTS} (PDF File, 98.7 KB)",
        "\n\n".join(WORDS),
        START - timedelta(days=days_ago),
        link=f"https://{PLACE}",
    )


def reader_of(rig: Rig) -> InboxReader:
    files = shipped()
    reader = InboxReader(rig.file, files.folder, files.catalogue)
    reader.open()
    return reader


def found(rig: Rig, query: str) -> list[str]:
    reader = reader_of(rig)
    rows = reader.page(parse_query(query)).rows
    reader.close()
    return [row.title for row in rows]


async def only_item(rig: Rig) -> ItemId:
    return ItemId(await rig.one("SELECT id FROM item"))


def test_a_circular_that_is_a_pdf_only_is_found_by_its_words_in_both_languages(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(circular(9, appendices=("Checklist",)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, CIRCULARS, CIRCULAR_API)) as rig:
            await rig.load()
            await rig.poll()
            await rig.read_all_bodies()
            assert found(rig, "cold storage") == ["Circular 9 to intermediaries"]
            assert found(rig, "冷錢包") == ["Circular 9 to intermediaries"]
            reader = reader_of(rig)
            detail = reader.detail(await only_item(rig))
            reader.close()
            assert detail is not None
            english = detail.texts[0]
            assert english.text.replace("\n\n", " ") == " ".join(WORDS)
            assert english.html.startswith("<p>All about")
            whole = replica.requests_to(FILE)[0]
            assert whole.headers["accept"].startswith("application/pdf")
            names = [(one.title, one.kind, one.size is not None) for one in english.attachments]
            assert names == [("Circular 9 to intermediaries", "pdf", True), ("Checklist", "pdf", False)]
            assert "licensed" in [one.words for one in detail.reasons if one.field == "body"]
            assert detail.row.level == Level.HIGH

    run(test())


def test_a_circular_with_html_needs_no_pdf(tmp_path: Path, world: World, replica: Replica, clock: SteppedClock) -> None:
    world.publish(circular(9, pdf_only=False))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, CIRCULARS)) as rig:
            await rig.load()
            await rig.poll()
            await rig.read_all_bodies()
            assert found(rig, "cold storage") == ["Circular 9 to intermediaries"]
            assert replica.requests_to(FILE) == ()
            asked = [one.query for one in replica.requests_to(CONTENT)]
            assert all("lang=" in query for query in asked)

    run(test())


def test_a_new_circular_is_told_with_what_its_pdf_says(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, CIRCULARS)) as rig:
            await rig.load()
            await rig.poll()
            world.publish(replace(circular(9), issued_at=clock.step(minutes=5)))
            await rig.poll(CIRCULARS)
            assert await rig.one("SELECT text LIKE '%cold storage%' FROM item_text WHERE lang = 'en'")
            kept = await rig.database.run(evidence.kept, await only_item(rig), "en")
            assert [one.url.rpartition("/")[2] for one in kept] == ["openFile?lang=EN&refNo=25EC9"]

    run(test())


def test_a_circular_of_the_hkma_that_is_a_pdf_is_read_and_kept_as_evidence(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(pilots())

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, HKMA_LIST)) as rig:
            await rig.load()
            await rig.poll(HKMA_LIST)
            await rig.read_all_bodies()
            assert await rig.sql("SELECT title FROM item") == [(PILOTS,)]
            assert found(rig, '"cold storage" src:hkma') == [PILOTS]
            (one,) = await rig.database.run(evidence.kept, await only_item(rig), "en")
            assert one.body is not None
            assert one.hash == hashlib.sha256(one.body).hexdigest()
            assert one.body.startswith(b"%PDF-")
            assert (one.headers["content-type"], one.size) == ("application/pdf", len(one.body))
            assert await rig.sql("SELECT title, kind, size FROM attachment") == [(PILOTS, "pdf", one.size)]
            replica.forget_requests()
            await rig.poll(HKMA_LIST)
            assert not await rig.read_all_bodies()
            assert replica.requests_to(PLACE) == ()

    run(test())


def test_documents_are_asked_for_newest_first_and_a_second_apart(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for number in (7, 8, 9):
        world.publish(circular(number, days_ago=10 - number))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, CIRCULARS)) as rig:
            await rig.load()
            await rig.poll()
            started = clock.monotonic()
            await rig.read_all_bodies()
            asked = replica.requests_to("apps.sfc.hk/edistributionWeb/api/circular/")
            assert clock.monotonic() - started >= len(asked) - 1
            english = [one.query for one in replica.requests_to(FILE) if "EN" in one.query]
            assert [query.rpartition("=")[2] for query in english] == ["25EC9", "25EC8", "25EC7"]

    run(test())


@pytest.mark.parametrize(("body", "key", "state"), BLOCKED)
def test_a_document_that_cannot_be_read_leaves_title_reason_and_evidence(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, body: bytes, key: str, state: Body
) -> None:
    world.publish(pilots())
    world.publish(release(10))
    replica.load_feed_bytes(PLACE, body, "application/pdf")

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, HKMA_LIST), pdf_timeout_s=1.5) as rig:
            await rig.load()
            await rig.poll()
            await rig.read_all_bodies()
            item = ItemId(await rig.one("SELECT id FROM item WHERE publisher = 'hkma'"))
            reader = reader_of(rig)
            detail = reader.detail(item)
            reader.close()
            assert detail is not None
            text = detail.texts[0]
            assert (text.title, text.text, text.error_key) == (PILOTS, "", key)
            assert text.error.endswith(".")
            assert text.next_step.endswith(".")
            (one,) = await rig.database.run(evidence.kept, item, "en")
            assert (one.body, one.hash) == (body, hashlib.sha256(body).hexdigest())
            assert await rig.one("SELECT body FROM item_text WHERE item_id = ?", item) == state
            # Nothing else was held up.
            assert (
                await rig.one("SELECT body FROM item_text t JOIN item i ON i.id = t.item_id WHERE ref = '25PR10'") == 2
            )

    run(test())


def test_a_new_item_whose_document_cannot_be_read_is_told_by_its_title_and_not_asked_again(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, CIRCULARS)) as rig:
            await rig.load()
            await rig.poll()
            replica.load_feed_bytes(FILE, pdfs.encrypted("secret"), "application/pdf")
            world.publish(replace(circular(9), issued_at=clock.step(minutes=5)))
            await rig.poll(CIRCULARS)
            assert rig.told_new() == 1
            assert await rig.sql("SELECT error_key, body FROM item_text WHERE lang = 'en'") == [
                ("pdf-encrypted", Body.GIVEN_UP)
            ]
            assert len(await rig.database.run(evidence.kept, await only_item(rig), "en")) == 1

    run(test())


def test_a_page_in_place_of_a_document_is_asked_again_until_the_document_is_back(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(pilots())

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, HKMA_LIST)) as rig:
            await rig.load()
            await rig.poll(HKMA_LIST)
            replica.load_feed_bytes(PLACE, b"<html><body>Maintenance</body></html>", "text/html")
            await rig.read_all_bodies()
            replica.load_feed_bytes(PLACE, pdfs.good(), "application/pdf")
            clock.step(minutes=2)
            await rig.read_all_bodies()
            assert await rig.sql("SELECT error_key, body FROM item_text") == [("", Body.STORED)]
            # What came first is kept too.
            assert len(await rig.database.run(evidence.kept, await only_item(rig), "en")) == 2

    run(test())


def test_a_page_that_stays_in_place_of_a_document_is_given_up_after_five_tries(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(pilots())
    replica.load_feed_bytes(PLACE, b"<html><body>Moved</body></html>", "text/html")

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, HKMA_LIST)) as rig:
            await rig.load()
            await rig.poll(HKMA_LIST)
            for _ in range(12):
                clock.step(minutes=120)
                await rig.read_all_bodies()
            assert len(replica.requests_to(PLACE)) == 5
            assert await rig.one("SELECT body FROM item_text") == Body.GIVEN_UP

    run(test())


def test_a_document_that_is_gone_or_too_large_is_given_up_at_once(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(pilots())
    world.publish(replace(pilots(), slug="gone", title="Gone", link=f"https://{PLACE}".replace("20250214e1", "gone")))
    replica.load_feed_bytes(PLACE, b"%PDF-1.4\n" + bytes(MAX_BYTES), "application/pdf")
    replica.faults.set(PLACE.replace("20250214e1", "gone"), faults.status(404))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, HKMA_LIST)) as rig:
            await rig.load()
            await rig.poll(HKMA_LIST)
            await rig.read_all_bodies()
            assert await rig.sql("SELECT DISTINCT body FROM item_text") == [(Body.GIVEN_UP,)]
            clock.step(minutes=24 * 60)
            assert await rig.read_all_bodies() == 0

    run(test())


def test_old_documents_of_the_back_catalogue_are_left_where_they_are(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(pilots(days_ago=120))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, HKMA_LIST)) as rig:
            await rig.load()
            await rig.poll(HKMA_LIST)
            assert await rig.one("SELECT count(*) FROM item") == 1
            assert await rig.read_all_bodies() == 0
            # The document itself is named all the same, with the size that its title states.
            assert await rig.sql("SELECT kind, size FROM attachment") == [("pdf", 101069)]

    run(test())


@pytest.mark.parametrize("keep", [Keep.TITLE_LINK, Keep.SUMMARY])
def test_a_source_of_which_only_titles_may_be_kept_is_never_fetched_further(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, keep: Keep
) -> None:
    names = (API, HKMA_LIST, CIRCULARS, SourceId("sfc-press-en"))
    world.publish(pilots())
    world.publish(circular(9))
    world.publish(release(10))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=names) as rig:
            rig.rows.update({name: replace(rig.rows[name], keep=keep) for name in names})
            assert rig.bodies is not None
            await rig.load()
            for _ in range(2):
                await rig.poll(*names[1:])
                await rig.read_all_bodies()
                clock.step(minutes=30)
            assert await rig.one("SELECT count(*) FROM item") == 3
            asked = {f"{one.host}{one.path}" for one in replica.requests}
            assert {place for place in asked if "RSS" not in place and "rss" not in place} == set()
            assert await rig.one("SELECT max(length(text)) FROM item_text") == 0
            if keep is Keep.TITLE_LINK:
                assert await rig.one("SELECT count(*) FROM attachment") == 0

    run(test())


def test_a_text_wanted_before_its_source_was_restricted_is_not_fetched_any_more(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(pilots())

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, HKMA_LIST)) as rig:
            await rig.load()
            await rig.poll(HKMA_LIST)
        async with Rig(tmp_path, replica, clock, sources=(API, HKMA_LIST), keep=Keep.TITLE_LINK) as rig:
            await rig.load()
            await rig.read_all_bodies()
            assert await rig.one("SELECT body FROM item_text") == Body.GIVEN_UP
        assert replica.requests_to(PLACE) == ()

    run(test())
