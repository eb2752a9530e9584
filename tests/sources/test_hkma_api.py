# SPDX-License-Identifier: MIT
"""The HKMA's Open API: errors inside 200, a hundred a page, numbers in addresses, days without times."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hkwatch.domain.errors import FormatError
from hkwatch.domain.identity import identity
from hkwatch.domain.ids import SourceId
from hkwatch.domain.item import Precision
from hkwatch.sources.archives import archive_of
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.feeds import parse_feed
from hkwatch.sources.hkma_api import ref_of

ROWS = load_catalogue(Path(__file__).parents[2] / "resources" / "catalogue", None)[0].sources
EN, TC = ROWS[SourceId("hkma-press-api-en")], ROWS[SourceId("hkma-press-api-tc")]
API = archive_of(EN)
LINK = "https://www.hkma.gov.hk/eng/news-and-media/press-releases/2026/04/20260410-4/"


def record(**changes: object) -> dict[str, object]:
    return {"title": "HKMA grants stablecoin issuer licences", "link": LINK, "date": "2026-04-10", **changes}


def body(*records: dict[str, object], success: object = True, datasize: int | None = None) -> bytes:
    header = {"success": success, "err_code": "0000", "err_msg": "No error found"}
    size = len(records) if datasize is None else datasize
    return json.dumps({"header": header, "result": {"datasize": size, "records": records}}).encode()


def test_the_language_is_always_named_and_pages_are_hundreds() -> None:
    assert API.request(EN, 0, 100).url == "https://api.hkma.gov.hk/public/press-releases?lang=en&offset=0"
    assert API.request(TC, 3, 20).url == "https://api.hkma.gov.hk/public/press-releases?lang=tc&offset=300"
    assert API.page_size(20) == 100
    with pytest.raises(ValueError, match="out of range"):
        API.request(EN, -1, 100)


def test_the_number_is_the_last_part_of_the_address_and_the_date_a_day() -> None:
    (entry,) = API.parse(body(record()), EN).entries
    assert (entry.ref, entry.lang, entry.link) == ("20260410-4", "en", LINK)
    assert entry.published_at == datetime(2026, 4, 9, 16, tzinfo=UTC)
    assert entry.precision is Precision.DAY


def test_one_release_is_one_item_in_the_api_of_each_language_and_in_the_feed() -> None:
    chinese = LINK.replace("/eng/", "/chi/")
    (english,) = API.parse(body(record()), EN).entries
    (translated,) = API.parse(body(record(title="金管局批出牌照", link=chinese)), TC).entries
    feed_row = ROWS[SourceId("hkma-press-en")]
    feed = f'<rss version="2.0"><channel><item><title>HKMA</title><link>{LINK}</link></item></channel></rss>'.encode()
    (listed,) = parse_feed(feed, feed_row.url, feed_row, datetime(2026, 5, 1, tzinfo=UTC)).entries
    assert translated.lang == "zh-Hant"
    assert identity(english, EN) == identity(translated, TC) == identity(listed, feed_row) == "hkma:20260410-4"


def test_an_error_inside_200_is_an_error() -> None:
    refused = b'{"header":{"success":false,"err_code":"0400","err_msg":"Missing parameter: lang"},"result":{}}'
    with pytest.raises(FormatError) as caught:
        API.parse(refused, EN)
    assert caught.value.key == "refused-inside"
    assert "Missing parameter: lang" in caught.value.detail
    with pytest.raises(FormatError, match="without words"):
        API.parse(b'{"header":{"success":"false"}}', EN)


def test_records_counted_but_not_sent_are_an_error() -> None:
    with pytest.raises(FormatError) as caught:
        API.parse(body(datasize=100), EN)
    assert caught.value.key == "empty-with-total"


def test_a_short_page_is_the_last_and_a_page_behind_the_end_is_empty() -> None:
    full = [record(link=f"{LINK}../20260410-{number}/") for number in range(100)]
    assert not API.parse(body(*full), EN).is_last
    assert API.parse(body(*full[:99]), EN).is_last
    behind = API.parse(body(), EN, 100)
    assert (behind.entries, behind.is_last) == ((), True)


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (b"<!doctype html><html></html>", "not-json"),
        (b'{"result": {}}', "unexpected-form"),
        (b'{"header": {"success": true}}', "unexpected-form"),
        (b'{"header": {"success": true}, "result": {"records": 3}}', "unexpected-form"),
        (body(record(title=""), record(link="mailto:a@example.test")), "unexpected-form"),
    ],
)
def test_answers_in_another_form_are_named(answer: bytes, key: str) -> None:
    with pytest.raises(FormatError) as caught:
        API.parse(answer, EN)
    assert caught.value.key == key


def test_a_record_without_title_or_address_is_left_out_and_named() -> None:
    page = API.parse(body(record(), record(title=None), record(date="soon")), EN)
    assert len(page.entries) == 2
    assert page.entries[1].published_at is None
    assert page.warnings == ("records[1] has no title or no address",)


@pytest.mark.parametrize(
    ("link", "ref"),
    [
        (LINK, "20260410-4"),
        (LINK.rstrip("/"), "20260410-4"),
        ("https://www.hkma.gov.hk/gb_chi/news-and-media/press-releases/2026/04/20260410-12/?a=1", "20260410-12"),
        ("https://www.hkma.gov.hk/eng/news-and-media/", None),
        ("", None),
    ],
)
def test_only_a_number_is_taken_for_one(link: str, ref: str | None) -> None:
    assert ref_of(link) == ref
