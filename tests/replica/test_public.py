# SPDX-License-Identifier: MIT
"""Lists of the HKMA, the government, the legislature and the exchange; and the SFC's circulars and consultations."""

import json
from datetime import UTC, date, datetime, timedelta

from hkwatch.replica import Circular, Consultation, HkmaItem, Replica, RthkItem, World

from .client import AGENT, Got, Moment, get

HKMA = "https://www.hkma.gov.hk/eng/other-information/rss/rss_"
API = "https://apps.sfc.hk/edistributionWeb/api"


def ask(replica: Replica, what: str, question: object) -> Got:
    headers = {**AGENT, "Content-Type": "application/json"}
    return get(replica, f"{API}/{what}/search", "POST", headers, json.dumps(question).encode())


def test_the_governments_feed_is_a_hundred_long_items(demo: Replica) -> None:
    for lang in ("en", "zh"):
        got = get(demo, f"https://www.info.gov.hk/gia/rss/general_{lang}.xml")
        assert len(got.items) == 100
        assert 300_000 < len(got.body) < 480_000
        links = got.texts("link")
        assert len(set(links)) == 100
        assert all(link and "/gia/general/2025" in link for link in links)
    assert get(demo, "https://www.info.gov.hk/gia/rss/general.xml").status == 404


def test_hkma_lists_have_midnight_dates_and_neither_guid_nor_text(demo: Replica) -> None:
    for name in ("circulars", "consultations", "speeches", "guidelines"):
        got = get(demo, f"{HKMA}{name}.xml")
        assert got.items
        assert set(got.texts("guid")) == {None}
        assert set(got.texts("description")) == {""}
        assert all(day and day.endswith("00:00:00 +0800") for day in got.texts("pubDate"))


def test_a_circular_is_listed_at_both_its_addresses_and_one_is_listed_twice(demo: Replica) -> None:
    got = get(demo, f"{HKMA}circulars.xml")
    titles = [title or "" for title in got.texts("title")]
    assert "Supervisory Incubator for Distributed Ledger Technology" in titles
    assert "Supervisory Incubator for Distributed Ledger Technology (PDF File, 131.0 KB)" in titles
    assert len(titles) - len(set(titles)) == 1


def test_papers_for_the_legislature_share_one_link_and_link_from_the_root(demo: Replica) -> None:
    got = get(demo, f"{HKMA}legislative-council-issues.xml")
    assert len(got.items) == 2
    assert len(set(got.texts("link"))) == 1
    assert all('href="/media/eng/doc/' in (text or "") for text in got.texts("description"))


def test_attachments_are_items(demo: Replica) -> None:
    titles = [title or "" for title in get(demo, f"{HKMA}consultations.xml").texts("title")]
    assert sum("cryptoasset exposures" in title for title in titles) == 5
    assert any(title.endswith("Annex 1: Standard disclosure templates") for title in titles)


def test_a_release_has_a_page_in_its_languages_only(replica: Replica, world: World, moment: Moment) -> None:
    titles = {"en": "Results & tenders", "tc": "結果"}
    world.publish(HkmaItem("20250219-3", titles, moment.at, {"en": ("One.", "Two.")}))
    url = "https://www.hkma.gov.hk/eng/news-and-media/press-releases/2025/02/20250219-3/"
    page = get(replica, url)
    assert b"<h1>Results &amp; tenders</h1>" in page.body
    assert b"<p>One.</p>\n<p>Two.</p>" in page.body
    assert "結果" in get(replica, url.replace("/eng/", "/chi/")).body.decode()
    assert get(replica, url.replace("/eng/", "/gb_chi/")).status == 404
    assert get(replica, url.replace("-3/", "-4/")).status == 404


def test_rthks_desks_are_kept_apart(replica: Replica, world: World, moment: Moment) -> None:
    world.publish(RthkItem(1, "Finance", "x", moment.at))
    world.publish(RthkItem(2, "Local", "x", moment.at, desk="local"))
    rss = "https://rthk9.rthk.hk/rthk/news/rss"
    assert get(replica, f"{rss}/e_expressnews_efinance.xml").texts("title") == ["Finance"]
    assert get(replica, f"{rss}/e_expressnews_elocal.xml").texts("title") == ["Local"]
    assert get(replica, f"{rss}/e_expressnews_local.xml").status == 404


def test_the_exchange_mixes_years(demo: Replica) -> None:
    got = get(demo, "https://www.hkex.com.hk/Services/RSS-Feeds/News-Releases?sc_lang=en")
    years = {(day or "").split()[3] for day in got.texts("pubDate")}
    assert years == {"2024", "2025"}


# ---- the SFC's archives


def test_circulars_are_five_in_the_feed_with_many_paths(demo: Replica) -> None:
    got = get(demo, "https://www.sfc.hk/en/RSS-Feeds/Circulars")
    assert len(got.items) == 5
    assert set(got.texts("description")) == {""}
    paths = {(link or "").split("/EN/")[1].split("?")[0] for link in got.texts("link")}
    assert {"circular/doc", "circular/suitability/doc", "circular/intermediaries/supervision/doc"} <= paths
    assert get(demo, "https://www.sfc.hk/en/RSS-Feeds/Circulars", headers={"User-Agent": ""}).status == 403


def test_consultations_in_the_feed_are_press_releases(demo: Replica) -> None:
    refs = get(demo, "https://www.sfc.hk/en/RSS-Feeds/Consultations-and-Conclusions").texts("guid")
    assert len(refs) == 4
    assert all(ref and "PR" in ref for ref in refs)


def test_the_searches_insist_on_a_language_and_a_page_size(demo: Replica) -> None:
    for what in ("circular", "consultation"):
        assert ask(demo, what, {"pageSize": 10}).status == 500
        assert ask(demo, what, {"lang": "EN"}).json == {"items": [], "total": 0}


def test_circulars_are_found_by_year_and_page(demo: Replica) -> None:
    answer = ask(demo, "circular", {"lang": "EN", "year": 2025, "pageNo": 0, "pageSize": 3}).json
    assert answer["total"] == 4
    assert [row["refNo"] for row in answer["items"]] == ["25EC8", "25EC6", "25EC4"]
    rest = ask(demo, "circular", {"lang": "EN", "year": 2025, "pageNo": 1, "pageSize": 3}).json["items"]
    assert [row["refNo"] for row in rest] == ["25EC2"]
    first = answer["items"][0]
    assert datetime.fromisoformat(first["releasedDate"]).tzinfo is None
    assert set(first) == {"refNo", "lang", "title", "releasedDate", "postDocType", "appendixDocList", "publicUrl"}
    assert ask(demo, "circular", {"lang": "SC", "year": 2025, "pageSize": 3}).json["total"] == 0


def test_a_consultation_has_no_conclusions_until_they_are_out(replica: Replica, world: World, moment: Moment) -> None:
    later = moment.at + timedelta(days=1)
    world.publish(Consultation("25CP1", {"en": "On X"}, moment.at, date(2025, 3, 7), date(2025, 3, 21), "25CC1", later))
    (row,) = ask(replica, "consultation", {"lang": "EN", "pageSize": 10}).json["items"]
    assert (row["commentDeadline"], row["commentActualDeadline"]) == ("2025-03-07T23:59:59", "2025-03-21T23:59:59")
    assert (row["ccRefNo"], row["ccIssueDate"]) == (None, None)
    moment.at = later
    (row,) = ask(replica, "consultation", {"lang": "EN", "pageSize": 10}).json["items"]
    assert (row["ccRefNo"], row["ccTitle"]) == ("25CC1", "Consultation conclusions: On X")
    assert row["ccIssueDate"] == "2025-02-20T14:00:00"


def test_what_is_published_later_is_not_there_before(replica: Replica, world: World, moment: Moment) -> None:
    world.publish(Circular("25EC1", {"en": "On X"}, datetime(2025, 2, 19, 6, 1, tzinfo=UTC)))
    assert get(replica, "https://www.sfc.hk/en/RSS-Feeds/Circulars").items == []
    moment.at += timedelta(minutes=1)
    assert get(replica, "https://www.sfc.hk/en/RSS-Feeds/Circulars").texts("guid") == ["25EC1"]
    assert [type(item).__name__ for item in world.everything(moment.at)] == ["Circular"]
