# SPDX-License-Identifier: MIT
"""What mutations have found, one test each: the documents that once ended a reader in a way nobody caught."""

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from fuzz.targets import NOW
from hkwatch.app.alert_file import read_alert, read_candles
from hkwatch.domain.catalogue import Kind
from hkwatch.domain.errors import FormatError, SettingsError
from hkwatch.link.messages import decode_from_desktop, decode_from_engine
from hkwatch.services.settings import load_settings
from hkwatch.sources.archives import archive_of
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.entities import load_entities
from hkwatch.sources.feeds import parse_feed
from hkwatch.sources.registers import read_bytes
from hkwatch.sources.rules import load_rule_packs
from hkwatch.sources.user_rules import parse_own_rules
from hkwatch.ui.reader.blocks import split_blocks
from sources.feed_rows import row

DEEP = "[" * 3_000
DIGITS = "9" * 5_000
HOSTILE_TOML = [f"a = {DEEP}", f"a = {DIGITS}", f"[{'a.' * 400}b]\nc = {DEEP}"]
SHIPPED = Path(__file__).parents[2] / "resources" / "catalogue"
APIS = [one for one in load_catalogue(SHIPPED, None)[0].sources.values() if one.kind is Kind.API]


def feed_of(title: str, content: str, url: str = "https://www.example.test/1") -> bytes:
    item = {"id": "1", "url": url, "title": title, "content_html": content}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [item]}).encode()


def test_half_a_character_in_a_feed_does_not_reach_what_is_stored() -> None:
    (entry,) = parse_feed(feed_of("A \ud800 title", "<p>Half \udc00 a sign</p>"), "", row(), NOW).entries
    assert entry.title == "A  title"
    for text in (entry.title, entry.html, entry.text, entry.link, entry.guid):
        text.encode()


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f"])
def test_control_characters_in_a_feed_do_not_reach_what_is_stored(sign: str) -> None:
    body = feed_of(f"Licence{sign}s granted", f"<p>Te{sign}xt</p>", f"https://www.example.test/{sign}1")
    (entry,) = parse_feed(body, "", row(), NOW).entries
    assert entry.title == "Licences granted"
    assert entry.link == "https://www.example.test/1"
    assert sign not in entry.html + entry.text + entry.guid


def test_an_item_whose_title_is_control_characters_has_the_title_of_its_text() -> None:
    (entry,) = parse_feed(feed_of("\x00\x01", "<p>The text says it.</p>"), "", row(), NOW).entries
    assert entry.title == "The text says it."


@pytest.mark.parametrize("api", APIS, ids=lambda one: one.id)
def test_an_api_that_nests_without_end_is_no_json(api: object) -> None:
    for body in (b"[" * 100_000, b'{"a":' * 100_000, b'{"items":' + b"[" * 100_000, b'{"header":' * 50_000):
        with pytest.raises(FormatError):
            archive_of(api).parse(body, api)  # type: ignore[arg-type]


def test_a_public_register_that_nests_without_end_is_no_json() -> None:
    for body in (b"[" * 100_000, b'[{"items":' + b"[" * 100_000 + b"]" * 100_000 + b"}]"):
        with pytest.raises(FormatError):
            read_bytes("sfc-public-register", body)


@pytest.mark.parametrize("link", ["https://[www.hkma.gov.hk/20260410-4/", "https://www.hkma.gov.hk]/x/", "http://"])
def test_an_api_record_whose_address_is_none_is_left_out(link: str) -> None:
    api = next(one for one in APIS if one.adapter == "hkma-press")
    records = [
        {"title": "Broken", "link": link, "date": "2025-02-19"},
        {"title": "Whole", "link": "https://www.hkma.gov.hk/eng/2025/02/20250219-3/", "date": "2025-02-19"},
    ]
    body = json.dumps({"header": {"success": True}, "result": {"datasize": 2, "records": records}}).encode()
    assert [entry.title for entry in archive_of(api).parse(body, api).entries] == ["Whole"]


@pytest.mark.parametrize("text", HOSTILE_TOML, ids=["deep", "digits", "both"])
@pytest.mark.parametrize("read", [load_settings, read_alert], ids=["settings", "alert"])
def test_a_file_of_the_users_that_nests_or_counts_without_end_is_named(
    tmp_path: Path, text: str, read: Callable[[Path], object]
) -> None:
    file = tmp_path / "some.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=r"some\.toml"):
        read(file)


@pytest.mark.parametrize("text", HOSTILE_TOML, ids=["deep", "digits", "both"])
def test_a_file_of_rules_or_sources_that_nests_or_counts_without_end_is_left_out_and_named(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "some.toml").write_text(text, "utf-8")
    for problems in (
        parse_own_rules(text, Path("my-rules.toml")).problems,
        load_rule_packs([tmp_path]).problems,
        load_entities([tmp_path]).problems,
        load_catalogue(SHIPPED, tmp_path)[1],
    ):
        assert len(problems) == 1


def test_a_table_of_candles_with_a_cell_of_a_megabyte_is_named(tmp_path: Path) -> None:
    file = tmp_path / "candles.csv"
    file.write_text(f'2025-02-19T04:00Z,"{"9" * 1_000_000}",1,1,1\n')
    with pytest.raises(SettingsError, match=r"candles\.csv"):
        read_candles(file)


@pytest.mark.parametrize("decode", [decode_from_desktop, decode_from_engine], ids=["desktop", "engine"])
@pytest.mark.parametrize("line", [b'{"type":"\xff"}', b'{"type":"stop","command":' + b"[" * 100_000, b"\xed\xa0\x80"])
def test_a_line_of_the_link_that_is_no_text_or_nests_without_end_is_an_error_that_both_ends_catch(
    decode: Callable[[bytes], object], line: bytes
) -> None:
    with pytest.raises(msgspec.MsgspecError):
        decode(line)


def test_an_error_that_quotes_half_a_character_can_be_stored_and_sent() -> None:
    error = FormatError("venue-error", "The venue says \ud83d.", "Wait.")
    assert error.detail.encode() == b"The venue says ?."
    assert str(error).encode()


@pytest.mark.parametrize("window", ["9" * 5000 + "m", "\u00b2h", "1234567d"])
def test_a_window_that_is_no_time_is_named(tmp_path: Path, window: str) -> None:
    file = tmp_path / "alert.toml"
    file.write_text(f'kind = "move"\npercent = 2.5\nwindow = "{window}"\n', "utf-8")
    with pytest.raises(SettingsError, match="Write a time"):
        read_alert(file)


def test_a_list_that_begins_at_a_number_without_end_begins_at_one() -> None:
    (block,) = split_blocks(f'<ol start="{"9" * 5000}"><li>First.</li></ol>')
    assert "First." in block.html
