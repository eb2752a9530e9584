# SPDX-License-Identifier: MIT
"""A feed without a source's rules: items as plain objects and as JSON Lines."""

import json
from pathlib import Path

import pytest

from hkwatch.app import exit_codes
from hkwatch.app.parse_feed import main
from hkwatch.domain.errors import FormatError
from hkwatch.services.parse_feed import as_json_lines, parse, parse_lenient

FEEDS = Path(__file__).parent.parent / "data" / "feeds"


def rss(items: str) -> bytes:
    return f'<rss version="2.0"><channel><link>https://home.example.test/</link>{items}</channel></rss>'.encode()


def test_an_item_has_six_fields_and_none_for_what_is_not_stated() -> None:
    items, warnings = parse(rss("<item><title>t</title></item>"))
    assert items == [
        {"title": "t", "link": None, "published_utc": None, "updated_utc": None, "summary": None, "guid": None}
    ]
    assert warnings == []


def test_times_are_utc_to_the_second_and_one_without_a_zone_is_utc() -> None:
    said = (
        "Tue,07 Jul 2026 19:21:59 CEST",
        "2026-07-07 19:21 Asia/Hong_Kong",
        "2026年7月2日 下午3:05",
        "04 Mar 2024",
        "x",
    )
    items, _ = parse(rss("".join(f"<item><title>t</title><pubDate>{text}</pubDate></item>" for text in said)))
    assert [item["published_utc"] for item in items] == [
        "2026-07-07T17:21:59Z",
        "2026-07-07T11:21:00Z",
        "2026-07-02T15:05:00Z",
        "2024-03-04T00:00:00Z",
        None,
    ]


def test_an_item_without_a_title_has_its_first_words_or_else_its_address() -> None:
    items, _ = parse(
        rss(
            "<item><description>&lt;p&gt;Some words.&lt;/p&gt;</description></item>"
            "<item><link>https://home.example.test/2</link></item>"
            '<item><enclosure url="https://home.example.test/3.mp3" type="audio/mpeg"/></item>'
        )
    )
    assert [item["title"] for item in items] == [
        "Some words.",
        "https://home.example.test/2",
        "https://home.example.test/3.mp3",
    ]


def test_relative_links_start_from_the_given_address_or_else_from_the_feeds_own_home() -> None:
    body = rss('<item><link>/a</link><description>&lt;a href="/b"&gt;b&lt;/a&gt;</description></item>')
    given = parse(body, "https://feeds.example.test/x/feed.xml")[0][0]
    own = parse(body)[0][0]
    assert given["link"] == "https://feeds.example.test/a"
    assert own["link"] == "https://home.example.test/a"
    assert own["summary"] == '<a href="https://home.example.test/b" rel="noopener noreferrer">b</a>'


def test_summaries_are_safe_to_show() -> None:
    body = rss("<item><description>&lt;img src=x onerror=y&gt;&lt;script&gt;z&lt;/script&gt;ok</description></item>")
    assert parse(body)[0][0]["summary"] == "ok"


def test_what_is_no_feed_is_an_error_or_for_the_lenient_an_empty_list() -> None:
    with pytest.raises(FormatError):
        parse(b"<html></html>")
    assert parse_lenient(b"<html></html>") == []


def test_json_lines_are_one_object_a_line_in_utf_8() -> None:
    lines = list(as_json_lines(parse((FEEDS / "sfc_press_tc.xml").read_bytes())[0]))
    assert [json.loads(line)["title"] for line in lines] == ["證監會公布虛擬資產市場路線圖"]
    assert "證監會".encode() in lines[0]
    assert b"\n" not in lines[0]


def test_the_command_prints_items_and_says_on_the_side_what_it_mended(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(rss("<item><title>a & b</title></item>"))
    assert main(str(file), None) == exit_codes.FINE
    out, err = capfdbinary.readouterr()
    assert json.loads(out)["title"] == "a & b"
    assert err.startswith(b"Warning: ill-formed: ")


def test_a_file_that_cannot_be_read_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(str(tmp_path / "absent.xml"), None) == exit_codes.USAGE
    assert "cannot be read" in capsys.readouterr().err
