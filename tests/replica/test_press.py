# SPDX-License-Identifier: MIT
"""Every outlet of the press in its own form."""

from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest

from hkwatch.replica import FeedItem, Replica, World
from hkwatch.replica.press import OUTLETS

from .client import AGENT, Moment, get

ATOM = "{http://www.w3.org/2005/Atom}"
COINDESK = "https://www.coindesk.com/arc/outboundfeeds/rss"
COINTELEGRAPH = "https://cointelegraph.com/rss"


def story(feed: str, at: datetime, number: int = 1, slug: str = "", title: str = "It's a title") -> FeedItem:
    return FeedItem(
        feed, number, slug or f"story-{number}", title, "It isn't long.\n\nIt is text.", at, tags=("Policy", "SEC")
    )


@pytest.mark.parametrize("outlet", OUTLETS, ids=[outlet.name for outlet in OUTLETS])
def test_every_outlet_is_well_formed_and_as_deep_as_its_own(
    replica: Replica, world: World, moment: Moment, outlet: object
) -> None:
    url = f"https://{outlet.host}{outlet.path}"  # type: ignore[attr-defined]
    name, depth = outlet.name, outlet.depth  # type: ignore[attr-defined]
    empty = get(replica, url)
    assert empty.status == 200
    ElementTree.fromstring(empty.body)
    for number in range(depth + 3):
        world.publish(story(name, moment.at - timedelta(minutes=number), number))
    world.publish(story(name, moment.at + timedelta(minutes=1), 999))
    root = ElementTree.fromstring(get(replica, url).body)
    assert len([*root.iter("item"), *root.iter(f"{ATOM}entry")]) == depth


def test_coindesk_writes_empty_elements_behind_its_description(replica: Replica, world: World, moment: Moment) -> None:
    world.publish(story("coindesk", moment.at))
    got = get(replica, COINDESK)
    assert b"</description><dc:creator>" in got.body
    assert b"<content:encoded/><dc:description/>" in got.body
    assert got.body.index(b"<description><![CDATA[") < got.body.index(b"<content:encoded/>")
    assert got.texts("title") == ["It's a title "]
    guid = got.texts("guid")[0]
    assert guid is not None
    assert len(guid) == 36


def test_cointelegraph_gives_the_digest_of_each_day_the_guid_of_the_day_before(
    replica: Replica, world: World, moment: Moment
) -> None:
    slug = "what-happened-in-crypto-today"
    world.publish(story("cointelegraph", moment.at - timedelta(days=1), 1, slug))
    before = get(replica, COINTELEGRAPH)
    world.publish(story("cointelegraph", moment.at, 2, slug))
    after = get(replica, COINTELEGRAPH)
    assert before.texts("guid") == after.texts("guid") == [f"https://cointelegraph.com/news/{slug}"]
    assert before.texts("pubDate") != after.texts("pubDate")
    assert (after.texts("link")[0] or "").endswith("utm_campaign=rss_partner_inbound")
    assert b"<p style=" in after.body


def test_cointelegraphs_topics_have_a_feed_of_their_own(replica: Replica, world: World, moment: Moment) -> None:
    world.publish(story("cointelegraph-regulation", moment.at))
    assert len(get(replica, f"{COINTELEGRAPH}/tag/regulation").items) == 1
    assert get(replica, COINTELEGRAPH).items == []


def test_the_blocks_dates_are_new_yorks_in_winter(replica: Replica, world: World, moment: Moment) -> None:
    world.publish(story("theblock", moment.at, 382421))
    got = get(replica, "https://www.theblock.co/rss.xml")
    assert got.texts("pubDate") == ["Wed, 19 Feb 2025 01:00:00 -0500"]
    assert got.texts("guid") == ["https://www.theblock.co/post/382421"]
    assert b"+0000</lastBuildDate>" in got.body


def test_decrypt_escapes_twice_and_leaves_categories_empty(replica: Replica, world: World, moment: Moment) -> None:
    world.publish(story("decrypt", moment.at))
    body = get(replica, "https://decrypt.co/feed").body
    assert b"What&amp;#039;s new" in body
    assert b"It isn&amp;#x27;t long." in body
    assert b"<category></category>" in body


def test_wus_entries_have_no_id(replica: Replica, world: World, moment: Moment) -> None:
    world.publish(story("wublock", moment.at))
    root = ElementTree.fromstring(get(replica, "https://www.wublock123.com/feed").body)
    (entry,) = root.iter(f"{ATOM}entry")
    assert entry.find(f"{ATOM}id") is None
    assert entry.findtext(f"{ATOM}updated") == "2025-02-19T06:00:00.000Z"


def test_ming_pao_and_the_standard_have_no_guid(replica: Replica, world: World, moment: Moment) -> None:
    for name, url in (
        ("mingpao", "https://news.mingpao.com/rss/ins/s00002.xml"),
        ("thestandard", "https://www.thestandard.com.hk/newsfeed/latest/news.xml"),
    ):
        world.publish(story(name, moment.at))
        got = get(replica, url)
        assert got.texts("guid") == [None]
        assert got.texts("link") != [None]


def test_a_reader_that_has_the_feed_is_told_so(replica: Replica, world: World, moment: Moment) -> None:
    world.publish(story("hkfp", moment.at))
    got = get(replica, "https://hongkongfp.com/feed/")
    again = get(replica, "https://hongkongfp.com/feed/", headers={**AGENT, "If-None-Match": got.headers["etag"]})
    assert again.status == 304
