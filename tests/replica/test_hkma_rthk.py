# SPDX-License-Identifier: MIT
"""The HKMA's dates without times and RTHK's items without links."""

from datetime import timedelta

from hkwatch.replica import HkmaItem, Replica, RthkItem, World

from .client import AGENT, Moment, get

HKMA = "https://www.hkma.gov.hk/eng/other-information/rss/rss_press-release.xml"
API = "https://api.hkma.gov.hk/public/press-releases"
RTHK = "https://rthk.hk/rthk/news/rss/e_expressnews_efinance.xml"


def test_hkma_feed_is_a_year_deep_with_midnight_dates_and_neither_guid_nor_text(demo: Replica) -> None:
    got = get(demo, HKMA)
    assert len(got.items) > 300
    assert set(got.texts("guid")) == {None}
    assert set(got.texts("description")) == {""}
    assert all(date is not None and date.endswith("00:00:00 +0800") for date in got.texts("pubDate"))
    assert got.texts("link")[0] == "https://www.hkma.gov.hk/eng/news-and-media/press-releases/2025/02/20250219-4/"
    assert len(set(got.texts("link"))) == len(got.items)


def test_hkma_release_appears_at_its_time_although_its_date_is_midnight(
    replica: Replica, world: World, moment: Moment
) -> None:
    titles = {"en": "Scam alert", "tc": "警告"}
    world.publish(HkmaItem("20250219-3", titles, moment.at + timedelta(minutes=1)))
    assert get(replica, HKMA).items == []
    moment.at += timedelta(minutes=1)
    assert get(replica, HKMA).texts("pubDate") == ["Wed, 19 Feb 2025 00:00:00 +0800"]
    assert get(replica, HKMA.replace("/eng/", "/chi/")).texts("title") == ["警告"]


def test_hkma_feed_answers_304_to_who_has_it(demo: Replica, moment: Moment) -> None:
    got = get(demo, HKMA)
    again = get(demo, HKMA, headers={**AGENT, "If-None-Match": got.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    dated = get(demo, HKMA, headers={**AGENT, "If-Modified-Since": got.headers["last-modified"]})
    assert dated.status == 304
    moment.at -= timedelta(days=1)
    assert get(demo, HKMA, headers={**AGENT, "If-None-Match": got.headers["etag"]}).status == 200


def test_open_api_gives_a_hundred_a_page_and_insists_on_a_language(demo: Replica) -> None:
    first = get(demo, f"{API}?lang=en&offset=0").json
    second = get(demo, f"{API}?lang=en&offset=100").json
    assert first["header"] == {"success": True, "err_code": "0000", "err_msg": "No error found"}
    assert first["result"]["datasize"] == len(first["result"]["records"]) == 100
    assert set(first["result"]["records"][0]) == {"title", "link", "date"}
    assert first["result"]["records"][0]["date"] == "2025-02-19"
    assert second["result"]["records"][0]["date"] <= first["result"]["records"][-1]["date"]
    assert get(demo, f"{API}?offset=0").json["header"]["success"] is False
    assert "金管局" in str(get(demo, f"{API}?lang=tc").json)


def test_rthk_feed_has_moved_and_gives_addresses_in_guids(demo: Replica) -> None:
    moved = get(demo, RTHK)
    assert moved.status == 301
    assert moved.headers["location"] == RTHK.replace("rthk.hk/", "rthk9.rthk.hk/", 1)
    got = get(demo, moved.headers["location"])
    assert got.status == 200
    assert len(got.items) == 20
    assert set(got.texts("link")) == {None}
    assert all(guid and guid.startswith("https://news.rthk.hk/rthk/en/component/") for guid in got.texts("guid"))
    assert b"<ttl>10</ttl>" in got.body


def test_rthk_text_is_plain_with_crlf_and_complete(replica: Replica, world: World, moment: Moment) -> None:
    world.publish(RthkItem(1_790_000, "Title & more", "One <b>\n\nTwo", moment.at))
    got = get(replica, "https://rthk9.rthk.hk/rthk/news/rss/e_expressnews_efinance.xml")
    assert b"One &lt;b&gt;\r\n\r\nTwo" in got.body
    assert got.texts("title") == ["Title & more"]
    assert got.texts("guid") == ["https://news.rthk.hk/rthk/en/component/k2/1790000-20250219.htm"]


def test_rthk_languages_are_kept_apart(demo: Replica) -> None:
    got = get(demo, "https://rthk9.rthk.hk/rthk/news/rss/c_expressnews_cfinance.xml")
    assert got.texts("title")[0] == "比特幣跌穿95,000美元"
    assert len(got.items) == 3
