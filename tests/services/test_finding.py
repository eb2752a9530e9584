# SPDX-License-Identifier: MIT
"""What addresses lead to, over real HTTP to sites that declare their feeds, hide them, move them or refuse."""

import gzip
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.domain import commands as cmd
from hkwatch.domain.ids import CommandId, SourceId
from hkwatch.domain.own_source import FoundSource, NewSource
from hkwatch.replica import Replica, World, faults
from hkwatch.replica.world import FeedItem
from services.rig import EN, Rig, run
from services.test_source_commands import OWN, URL, news, own_rig

ATOM = """<?xml version="1.0" encoding="{encoding}"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">
<title>{title}</title><id>urn:x</id><updated>2025-02-19T05:00:00Z</updated>
<entry><title>{title}一</title><id>urn:1</id><link href="/1"/><updated>2025-02-19T05:00:00Z</updated></entry></feed>"""


async def look(rig: Rig, text: str) -> list[FoundSource]:
    finder = rig.parts.finder
    assert finder is not None
    found, error = await finder.find(text)
    assert error == ""
    return list(found)


def paths(replica: Replica, host: str) -> list[str]:
    return [request.path for request in replica.requests_to(host)]


def test_feed_is_previewed_with_title_language_and_its_newest_five(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for number in range(7):
        world.publish(news(number, f"Bulletin {number}", timedelta(hours=-number - 1)))

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            (found,) = await look(rig, URL)
            assert (found.url, found.title, found.lang, found.known) == (URL, "Example Two news", "en", None)
            assert [item.title for item in found.items] == [f"Bulletin {number}" for number in range(5)]
            assert found.items[0].published_at == START - timedelta(hours=1)
            assert found.items[0].link == "https://two.example.test/news-0"
            # Looking stores nothing.
            assert await rig.one("SELECT count(*) FROM item") == 0

    run(test())


def test_site_gives_the_feeds_it_declares_without_its_comments(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(news(1))

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            found = await look(rig, "two.example.test")
            assert [(one.url, one.title) for one in found] == [
                (URL, "Example Two news"),
                ("https://two.example.test/notices.xml", "Example Two notices"),
            ]
            assert {one.site for one in found} == {"https://two.example.test/"}
            assert paths(replica, "two.example.test") == ["/", "/site/news.xml", "/notices.xml"]

    run(test())


def test_site_that_declares_nothing_is_tried_at_usual_places_until_one_answers(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(FeedItem("example-plain", 1, "a", "First", "Text.", START - timedelta(hours=1)))

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            (found,) = await look(rig, "plain.example.test")
            assert (found.url, found.title) == ("https://plain.example.test/rss.xml", "Example Plain")
            assert paths(replica, "plain.example.test") == ["/", "/feed", "/rss.xml"]

    run(test())


def test_site_without_a_feed_costs_five_requests_and_says_what_to_do(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            (found,) = await look(rig, "https://none.example.test/")
            assert (found.title, found.items) == ("Example None", ())
            assert "no feed was found" in found.error
            assert found.next_step
            assert len(paths(replica, "none.example.test")) == 5

    run(test())


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        (faults.status(403), "HTTP 403"),
        (faults.status(404), "HTTP 404"),
        (faults.status(503, 60), "asks to wait 60 s"),
        (faults.drop(), "broke off"),
        (faults.oversize(5), "larger than"),
        (faults.redirect_loop(), "in a circle"),
    ],
    ids=["403", "404", "503", "drop", "large", "loop"],
)
def test_what_goes_wrong_is_said_with_a_next_step_and_stops_nothing_else(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, fault: faults.Fault, word: str
) -> None:
    world.publish(news(1))

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            replica.faults.set("plain.example.test", fault)
            bad, good = await look(rig, f"https://plain.example.test/\n{URL}")
            assert word in bad.error
            assert bad.items == ()
            assert (good.title, good.error) == ("Example Two news", "")

    run(test())


def test_site_that_refuses_programs_says_so(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            (found,) = await look(rig, "https://shut.example.test/")
            assert "shut.example.test refuses this program (HTTP 403)." in found.error
            assert "browser" in found.next_step
            # A closed door is not tried elsewhere.
            assert len(paths(replica, "shut.example.test")) == 1

    run(test())


def test_declared_feed_that_fails_is_named_though_the_page_was_fine(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    page = (
        b'<html><head><title>Site</title><link rel="alternate" type="application/rss+xml" href="/gone"></head></html>'
    )
    replica.load_feed_bytes("half.example.test/", page, "text/html")

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            (found,) = await look(rig, "https://half.example.test/")
            assert (found.url, found.title) == ("https://half.example.test/gone", "Site")
            assert "HTTP 404" in found.error

    run(test())


@pytest.mark.parametrize(("code", "is_new"), [(301, True), (308, True), (302, False), (307, False)])
def test_address_that_moved_for_good_is_added_at_its_new_place(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, code: int, *, is_new: bool
) -> None:
    world.publish(news(1))

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            replica.faults.set("two.example.test/old", faults.redirect(URL, code))
            (found,) = await look(rig, "https://two.example.test/old")
            assert found.url == (URL if is_new else "https://two.example.test/old")
            assert found.title == "Example Two news"

    run(test())


def test_watched_address_is_known_however_it_is_spelt_and_wherever_it_leads(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(news(1))

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            await rig.engine._load()
            await rig.engine.handle(cmd.AddSources(CommandId("a"), (NewSource(URL, "Example Two news"),)))
            spelt = f"http://www.two.example.test/site/news.xml/\n{URL}#x\nhttps://two.example.test/old.xml"
            replica.load_feed_bytes("www.two.example.test/site/news.xml/", b"<rss><channel/></rss>", "text/xml")
            found = await look(rig, spelt)
            assert {one.known for one in found} == {OWN}
            assert (await look(rig, "two.example.test"))[0].known == OWN
            await rig.engine.handle(cmd.RemoveSource(CommandId("r"), OWN))
            assert (await look(rig, URL))[0].known is None

    run(test())


def test_address_a_known_source_was_led_to_is_known(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(news(1))

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            assert rig.parts.finder is not None
            rig.parts.finder._redirects = lambda: {"two.example.test/site/news.xml": EN}
            (found,) = await look(rig, URL)
            assert found.known == EN

    run(test())


@pytest.mark.parametrize(
    ("encoding", "lang", "title", "found_lang"),
    [
        ("utf-8", "zh-HK", "香港證監會", "zh-Hant"),
        ("big5", "zh-TW", "香港證監會", "zh-Hant"),
        ("gb18030", "zh-CN", "香港证监会", "zh-Hans"),
        ("utf-8", "", "香港证监会", "zh-Hans"),
        ("utf-8", "en", "香港證監會", "zh-Hant"),
        ("utf-8", "zh-HK", "Hong Kong", "en"),
    ],
)
def test_language_is_what_the_titles_are_in(
    tmp_path: Path,
    replica: Replica,
    clock: SteppedClock,
    encoding: str,
    lang: str,
    title: str,
    found_lang: str,
) -> None:
    text = ATOM.format(encoding=encoding, lang=lang, title=title).replace("一", "" if found_lang == "en" else "一")
    replica.load_feed_bytes("han.example.test/a", text.encode(encoding), "application/xml")

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            (found,) = await look(rig, "https://han.example.test/a")
            assert (found.title, found.lang) == (title, found_lang)

    run(test())


def test_feed_served_as_html_and_json_feeds_are_read(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    rss = b'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>A</title></item></channel></rss>'
    feed = b'{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","title":"B"}]}'
    replica.load_feed_bytes("odd.example.test/a", rss, "text/html")
    replica.load_feed_bytes("odd.example.test/b", feed, "application/json")
    replica.load_feed_bytes("odd.example.test/c", b"%PDF-1.7", "application/pdf")

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            first, second, third = await look(rig, "\n".join(f"https://odd.example.test/{name}" for name in "abc"))
            assert (first.title, second.title) == ("T", "J")
            assert "no feed" in third.error

    run(test())


def test_lines_that_are_no_addresses_stand_beside_those_that_are(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(news(1))

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            found = await look(rig, f"javascript:alert(1)\n{URL}\n{URL}\nfile:///etc/passwd")
            assert [bool(one.error) for one in found] == [True, False, True]
            assert len(replica.requests_to("two.example.test")) == 1
            assert rig.parts.finder is not None
            found_none, error = await rig.parts.finder.find("  \n ")
            assert found_none == ()
            assert "no address" in error

    run(test())


def test_list_is_read_without_asking_anybody_and_knows_what_is_watched(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    text = f"""<opml><body><outline text="A"><outline text="B"><outline text="Two" xmlUrl="{URL}"/></outline></outline>
    <outline text="SFC" xmlUrl="http://www.sfc.hk/en/RSS-Feeds/Press-releases/"/></body></opml>"""

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            two, sfc = await look(rig, text)
            assert (two.url, two.title, two.folder, two.known) == (URL, "Two", "A / B", None)
            assert sfc.known == SourceId("sfc-press-en")
            assert replica.requests == ()
            assert rig.parts.finder is not None
            assert "nested" in (await rig.parts.finder.find("<opml>" + "<outline text='x'>" * 99))[1]

    run(test())


def test_packed_page_is_unpacked(tmp_path: Path, world: World, replica: Replica, clock: SteppedClock) -> None:
    world.publish(replace(news(1)))

    async def test() -> None:
        async with own_rig(tmp_path, replica, clock) as rig:
            body = gzip.compress(b"<rss><channel><title>Packed</title><item><title>A</title></item></channel></rss>")
            # A file that is packed itself, not on its way: no feed reader opens these, and neither does this one.
            replica.load_feed_bytes("packed.example.test/a.gz", body, "application/gzip")
            (found,) = await look(rig, "https://packed.example.test/a.gz")
            assert "no feed" in found.error

    run(test())
