# SPDX-License-Identifier: MIT
"""The SFC's JSON interface: what is asked, and what its answers and its slips mean."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.errors import FormatError
from hkwatch.domain.ids import SourceId
from hkwatch.sources import sfc
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.request import Want

SHIPPED = Path(__file__).parents[2] / "resources" / "catalogue"


@pytest.fixture(scope="module")
def row() -> SourceRow:
    return load_catalogue(SHIPPED, None)[0].sources[SourceId("sfc-news-api")]


def search_item(**changes: object) -> dict[str, object]:
    return {
        "newsRefNo": "25PR20",
        "lang": "EN",
        "title": "SFC sets out  a roadmap\r\n",
        "newsExtLink": None,
        "newsType": "GN",
        "issueDate": "2025-02-19T14:20:07.482",
        "targetCeList": [],
        "creationTime": "2025-02-19T10:00:00",
        "modificationTime": "2025-02-20T09:00:00",
        **changes,
    }


def search_body(*items: dict[str, object], total: int | None = None) -> bytes:
    return json.dumps({"items": items, "total": len(items) if total is None else total}).encode()


def content_body(**changes: object) -> bytes:
    answer: dict[str, object] = {
        "newsRefNo": "25PR19",
        "lang": "EN",
        "title": "SFC reprimands Example Digital Ltd\r\n",
        "html": "<p>The SFC&rsquo;s action (Note 1).</p>\r\n<p>End</p>\r\n<ol>\r\n<li>See "
        '<a href="/edistributionWeb/gateway/EN/news-and-announcements/news/doc?refNo=24PR1">an earlier one</a>.</li></ol>'
        "<script>x()</script>",
        "issueDate": "2025-02-17T16:31:40.047",
        "modificationTime": "2025-02-17T16:31:40",
        "imageList": [],
        "appendixDocList": [],
        "maskedFooterType": None,
    }
    return json.dumps({**answer, **changes}).encode()


@pytest.mark.parametrize(("lang", "letters"), [("en", "EN"), ("zh-Hant", "TC"), ("zh-Hans", "SC")])
def test_every_request_says_its_language(row: SourceRow, lang: str, letters: str) -> None:
    search = sfc.search_request(row, lang, page=2, page_size=50)
    assert search.json_body is not None
    assert (search.method, search.url, search.want) == ("POST", row.url, Want.JSON)
    assert search.json_body["lang"] == letters
    assert (search.json_body["pageNo"], search.json_body["pageSize"]) == (2, 50)
    assert search.json_body["sort"] == {"field": "issueDate", "order": "desc"}
    content = sfc.content_request("25PR20", lang)
    assert content.url.endswith(f"/api/news/content?refNo=25PR20&lang={letters}")


def test_bodies_are_asked_for_one_a_second_and_an_unknown_number_is_an_answer() -> None:
    request = sfc.content_request("25PR20", "en")
    assert request.spacing_s == 1.0
    assert 404 in request.accept_status


def test_requests_out_of_range_are_refused(row: SourceRow) -> None:
    for page, size in ((-1, 10), (0, 0), (0, 1001)):
        with pytest.raises(ValueError, match="out of range"):
            sfc.search_request(row, "en", page, size)
    with pytest.raises(ValueError, match="no SFC reference number"):
        sfc.content_request("25PR20&lang=SC", "en")


def test_times_without_an_offset_are_hong_kongs_and_cut_to_seconds() -> None:
    (entry,) = sfc.parse_search(search_body(search_item())).entries
    assert entry.published_at == datetime(2025, 2, 19, 6, 20, 7, tzinfo=UTC)
    assert entry.modified_at == datetime(2025, 2, 20, 1, 0, tzinfo=UTC)


def test_a_row_becomes_an_entry_with_a_clean_title_and_a_public_link() -> None:
    page = sfc.parse_search(search_body(search_item(), search_item(newsRefNo="25PR21", lang="TC"), total=5297))
    first, second = page.entries
    assert page.total == 5297
    assert (first.ref, first.guid, first.title, first.lang) == ("25PR20", "25PR20", "SFC sets out a roadmap", "en")
    assert first.link == (
        "https://apps.sfc.hk/edistributionWeb/gateway/EN/news-and-announcements/news/doc?refNo=25PR20"
    )
    assert second.lang == "zh-Hant"
    assert "/TC/" in second.link


def test_a_link_of_its_own_is_kept() -> None:
    item = search_item(newsExtLink="https://www.example.test/joint")
    assert sfc.parse_search(search_body(item)).entries[0].link == "https://www.example.test/joint"


def test_a_count_without_items_is_an_error_to_try_again_and_never_an_empty_archive() -> None:
    with pytest.raises(FormatError) as caught:
        sfc.parse_search(search_body(total=5297))
    assert caught.value.key == "empty-with-total"
    assert sfc.parse_search(search_body(total=0)).entries == ()


def test_a_page_behind_the_end_is_rightly_empty() -> None:
    assert sfc.parse_search(search_body(total=150), first_index=200).entries == ()
    with pytest.raises(FormatError):
        sfc.parse_search(search_body(total=150), first_index=100)


def test_rows_without_number_or_title_are_left_out_and_named() -> None:
    page = sfc.parse_search(search_body(search_item(newsRefNo=None), search_item(), search_item(title=" ")))
    assert len(page.entries) == 1
    assert page.warnings == ("items[0] has no newsRefNo", "items[2] has no title")
    with pytest.raises(FormatError) as caught:
        sfc.parse_search(search_body(search_item(title="")))
    assert caught.value.key == "unexpected-form"


@pytest.mark.parametrize(
    ("body", "key", "words"),
    [
        (b"", "not-json", "JSON"),
        (b"<html>", "not-json", "JSON"),
        (b'{"error":"no"}', "unexpected-form", "items"),
        (b'{"items":{},"total":1}', "unexpected-form", "$.items"),
        (b'{"items":[{"title":7}],"total":1}', "unexpected-form", "$.items[0].title"),
        (b"\xff\xfe{}", "not-json", "JSON"),
    ],
)
def test_an_answer_in_another_form_names_the_place(body: bytes, key: str, words: str) -> None:
    with pytest.raises(FormatError) as caught:
        sfc.parse_search(body)
    assert caught.value.key == key
    assert words in caught.value.detail


@pytest.mark.parametrize("text", [None, "", "soon", "2025-02-30T10:00:00", "0001-01-01T00:00:00"])
def test_times_that_cannot_be_read_are_none(text: str | None) -> None:
    assert sfc.parse_search(search_body(search_item(issueDate=text))).entries[0].published_at is None


def test_a_body_comes_sanitised_with_its_plain_text() -> None:
    entry = sfc.parse_content(content_body())
    assert (entry.ref, entry.title) == ("25PR19", "SFC reprimands Example Digital Ltd")
    assert "script" not in entry.html
    assert 'href="https://apps.sfc.hk/edistributionWeb/gateway/EN/' in entry.html
    assert entry.text == "The SFC’s action (Note 1).\n\nEnd\n\n• See an earlier one."
    assert entry.published_at == entry.modified_at == datetime(2025, 2, 17, 8, 31, 40, tzinfo=UTC)


def test_a_release_without_a_body_is_read_as_its_title() -> None:
    entry = sfc.parse_content(content_body(html=None))
    assert (entry.html, entry.text) == ("", "")


def test_an_empty_answer_means_that_the_number_is_unknown() -> None:
    for body in (b"", b" \r\n"):
        with pytest.raises(FormatError) as caught:
            sfc.parse_content(body)
        assert caught.value.key == "unknown-ref"


def test_a_body_in_another_form_is_named() -> None:
    with pytest.raises(FormatError) as caught:
        sfc.parse_content(content_body(title=None))
    assert caught.value.key == "unexpected-form"
    assert "$.title" in caught.value.detail


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("26PR107", "26PR107"),
        ("https://www.sfc.hk/en/RSS-Feeds/26PR107", "26PR107"),
        ("https://apps.sfc.hk/edistributionWeb/gateway/EN/circular/aml/doc?refNo=26EC32", "26EC32"),
        ("https://apps.sfc.hk/x?lang=EN&refno=26pr107", "26PR107"),
        ("https://www.example.test/PR107", None),
        ("", None),
        ("26PR107x", None),
    ],
)
def test_reference_numbers_are_found_in_guids_and_addresses(text: str, ref: str | None) -> None:
    assert sfc.find_ref(text) == ref


def test_public_pages_of_news_and_circulars_differ() -> None:
    assert sfc.public_url("26EC32", "zh-Hans").endswith("/gateway/SC/circular/doc?refNo=26EC32")
    assert sfc.public_url("26PR107", "fr").endswith("/gateway/EN/news-and-announcements/news/doc?refNo=26PR107")
