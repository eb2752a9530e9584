# SPDX-License-Identifier: MIT
"""The SFC's feeds and API keep the forms that make them awkward."""

from datetime import UTC, datetime, timedelta

import pytest

from hkwatch.replica import OfficialItem, Replica, Text, World

from .client import Moment, get, search

EN = "https://www.sfc.hk/en/RSS-Feeds/Press-releases"
TC = "https://www.sfc.hk/TC/RSS-Feeds/Press-releases"
CONTENT = "https://apps.sfc.hk/edistributionWeb/api/news/content"
ALL = {
    "lang": "EN",
    "category": "all",
    "year": "all",
    "month": "all",
    "pageNo": 0,
    "pageSize": 100,
    "sort": {"field": "issueDate", "order": "desc"},
}


def release(number: int, at: datetime, **more: object) -> OfficialItem:
    texts = {"en": Text(f"Title {number}", "<p>Body</p>"), "tc": Text(f"標題 {number}", "<p>內容</p>")}
    return OfficialItem(f"25PR{number}", texts, at, **more)  # type: ignore[arg-type]


def test_feed_holds_the_seven_newest_releases_and_rolls(replica: Replica, world: World, moment: Moment) -> None:
    for number in range(1, 10):
        world.publish(release(number, moment.at - timedelta(hours=20 - number)))
    assert get(replica, EN).texts("guid") == [f"25PR{number}" for number in range(9, 2, -1)]
    world.publish(release(10, moment.at + timedelta(minutes=5)))
    assert get(replica, EN).texts("guid")[0] == "25PR9"
    moment.at += timedelta(minutes=5)
    assert get(replica, EN).texts("guid") == [f"25PR{number}" for number in range(10, 3, -1)]


def test_feed_item_has_reference_script_link_hong_kong_time_and_no_text(demo: Replica) -> None:
    got = get(demo, EN)
    newest = got.items[0]
    guid = newest.find("guid")
    assert guid is not None
    assert guid.attrib == {"isPermaLink": "false"}
    assert guid.text == "25PR21"
    assert newest.findtext("link") == (
        "https://apps.sfc.hk/edistributionWeb/gateway/EN/news-and-announcements/news/doc?refNo=25PR21"
    )
    assert newest.findtext("description") == ""
    assert newest.findtext("pubDate") == "Wed, 19 Feb 2025 12:52:17 +0800"
    assert got.headers["cache-control"] == "no-cache, no-store"
    assert got.headers["content-type"].startswith("text/xml")
    assert "etag" not in got.headers
    assert "last-modified" not in got.headers


def test_both_languages_carry_the_same_references(demo: Replica) -> None:
    assert get(demo, EN).texts("guid") == get(demo, TC).texts("guid")
    titles = get(demo, TC).texts("title")
    assert all(title and any("一" <= sign <= "鿿" for sign in title) for title in titles)
    assert "gateway/TC/" in (get(demo, TC).texts("link")[0] or "")


def test_client_without_a_name_is_refused_with_a_page(demo: Replica) -> None:
    got = get(demo, EN, headers={})
    assert got.status == 403
    assert got.headers["content-type"] == "text/html"
    assert b"<h1>403" in got.body


def test_search_without_language_fails_and_with_language_only_finds_nothing(demo: Replica) -> None:
    assert search(demo, {"category": "all"}).status == 500
    only_language = search(demo, {"lang": "EN"})
    assert (only_language.status, only_language.json) == (200, {"items": [], "total": 0})


def test_search_pages_through_everything_once(demo: Replica) -> None:
    whole = search(demo, ALL).json
    pages = [search(demo, {**ALL, "pageNo": page, "pageSize": 10}).json for page in range(6)]
    refs = [row["newsRefNo"] for page in pages for row in page["items"]]
    assert refs == [row["newsRefNo"] for row in whole["items"]]
    assert {page["total"] for page in pages} == {whole["total"]} == {len(refs)}
    assert search(demo, {**ALL, "pageNo": 99}).json == {"items": [], "total": whole["total"]}


def test_page_size_has_a_ceiling(replica: Replica, world: World, moment: Moment) -> None:
    for number in range(1, 1006):
        world.publish(release(number, moment.at - timedelta(minutes=number)))
    answer = search(replica, {**ALL, "pageSize": 5000}).json
    assert (len(answer["items"]), answer["total"]) == (1000, 1005)


def test_search_knows_categories_years_order_and_takes_an_unknown_category_as_all(demo: Replica) -> None:
    total = search(demo, ALL).json["total"]
    assert search(demo, {**ALL, "category": "nonsense"}).json["total"] == total
    enforcement = search(demo, {**ALL, "category": "enforcement"}).json["items"]
    assert {row["newsType"] for row in enforcement} == {"EF"}
    assert all(row["targetCeList"] for row in enforcement)
    by_year = [search(demo, {**ALL, "year": year}).json["total"] for year in (2024, 2025)]
    assert sum(by_year) == total
    upwards = search(demo, {**ALL, "sort": {"field": "issueDate", "order": "asc"}}).json["items"]
    assert upwards[0]["newsRefNo"] == "24PR197"
    assert search(demo, {**ALL, "lang": "FR"}).json == {"items": [], "total": 0}


def test_search_row_has_the_members_of_the_real_one(demo: Replica) -> None:
    row = next(
        row for row in search(demo, ALL).json["items"] if row["newsType"] == "EF" and row["newsRefNo"] == "25PR18"
    )
    assert set(row) == {
        "newsRefNo",
        "lang",
        "title",
        "newsExtLink",
        "newsType",
        "issueDate",
        "targetCeList",
        "creationTime",
        "modificationTime",
    }
    assert row["issueDate"] == "2025-02-19T10:32:44.038"
    assert row["modificationTime"] == "2025-02-19T10:32:44"
    assert row["targetCeList"] == [{"ceName": "Example Capital Management Limited", "lang": "EN", "masked": False}]


@pytest.mark.parametrize(("micros", "shown"), [(0, ""), (47_000, ".047"), (120_000, ".12"), (500_000, ".5")])
def test_api_times_are_hong_kong_time_without_offset(
    replica: Replica, world: World, moment: Moment, micros: int, shown: str
) -> None:
    world.publish(release(1, datetime(2025, 2, 18, 16, 30, 22, micros, tzinfo=UTC)))
    assert search(replica, ALL).json["items"][0]["issueDate"] == f"2025-02-19T00:30:22{shown}"


def test_content_has_html_with_entities_crlf_end_and_notes(demo: Replica, moment: Moment) -> None:
    moment.at += timedelta(hours=1)
    got = get(demo, f"{CONTENT}?refNo=25PR20&lang=EN").json
    html = got["html"]
    assert set(got) == {
        "newsRefNo",
        "lang",
        "title",
        "html",
        "issueDate",
        "modificationTime",
        "imageList",
        "appendixDocList",
        "maskedFooterType",
    }
    assert "&rsquo;" in html
    assert "’" not in html
    assert "</p>\r\n<p>End</p>\r\n<p>Notes:</p>\r\n<ol>\r\n<li>" in html
    assert "doc?refNo=24PR216" in html
    assert get(demo, f"{CONTENT}?refNo=25PR20&lang=SC").json["title"].startswith("香港证监会")


def test_unknown_reference_or_language_is_a_bare_404(demo: Replica) -> None:
    for query in ("refNo=25PR999&lang=EN", "refNo=25PR17&lang=XX", "refNo=25PR20&lang=EN", "lang=EN"):
        got = get(demo, f"{CONTENT}?{query}")
        assert (got.status, got.body) == (404, b"")


def test_later_edit_changes_text_and_modification_time(replica: Replica, world: World, moment: Moment) -> None:
    edit = moment.at + timedelta(hours=1)
    world.publish(
        release(1, moment.at - timedelta(hours=1), modified_at=edit, edited={"en": Text("Title 1 (corrected)")})
    )
    before = get(replica, f"{CONTENT}?refNo=25PR1&lang=EN").json
    moment.at = edit
    after = get(replica, f"{CONTENT}?refNo=25PR1&lang=EN").json
    assert (before["title"], after["title"]) == ("Title 1", "Title 1 (corrected)")
    assert (before["modificationTime"], after["modificationTime"]) == ("2025-02-19T13:00:00", "2025-02-19T15:00:00")
    assert get(replica, f"{CONTENT}?refNo=25PR1&lang=TC").json["title"] == "標題 1"


def test_public_page_is_an_empty_shell_and_list_content_is_not(demo: Replica) -> None:
    link = get(demo, EN).texts("link")[0]
    assert link is not None
    assert b"quarterly report" not in get(demo, link).body
    listed = get(demo, "https://apps.sfc.hk/edistributionWeb/api/news/list-content?refNo=25PR21&lang=EN")
    assert b"quarterly report" in listed.body
    both = get(demo, "https://apps.sfc.hk/edistributionWeb/api/news/notification?refNo=25PR21").json
    assert "季度報告" in both["tcTitle"]
    assert "quarterly report" in both["enTitle"]
