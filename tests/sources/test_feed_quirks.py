# SPDX-License-Identifier: MIT
"""What single publishers do differently, each in bytes of that shape."""

from datetime import UTC, datetime, timedelta

import pytest

from hkwatch.domain.errors import FormatError
from hkwatch.domain.identity import canonical_url
from hkwatch.domain.item import Precision
from hkwatch.sources.feeds import FeedResult, parse_feed
from hkwatch.sources.html import without_images
from sources.feed_rows import FEEDS, NOW, URL, row, rss


def read(name: str, *quirks: str, in_hk: bool = False, lang: str = "en") -> FeedResult:
    return parse_feed((FEEDS / name).read_bytes(), URL, row(*quirks, in_hk=in_hk, lang=lang), NOW)


def test_one_release_in_the_sfcs_press_and_consultation_feeds_has_one_reference_number() -> None:
    press = read("sfc_press_en.xml", "sfc-ref", in_hk=True).entries
    consultations = read("sfc_consultations_en.xml", "sfc-ref", in_hk=True).entries
    assert consultations[0].ref == "25PR20"
    assert consultations[0].ref in {entry.ref for entry in press}
    assert consultations[1].ref == "25CP2"


def test_a_time_the_sfc_mistyped_is_kept_as_it_was_stated() -> None:
    mistyped = read("sfc_consultations_en.xml", "sfc-ref", in_hk=True).entries[1]
    assert mistyped.published_at == datetime(2025, 2, 16, 20, 30, tzinfo=UTC)


def test_twin_circulars_of_the_hkma_have_one_title_without_the_size_of_the_file() -> None:
    first, second, annex = read("hkma_circular_twins.xml", "date-only", "hkma-ref", in_hk=True).entries
    assert first.title == second.title == "Custody of digital assets"
    assert annex.title == "Annex"
    assert len({first.link, second.link, annex.link}) == 3
    assert {entry.guid for entry in (first, second, annex)} == {""}
    assert first.precision is Precision.DAY


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Circular (PDF, 120 KB)", "Circular"),
        ("通函（PDF 檔案, 1.2 MB）", "通函"),
        ("Fund grows (to 120 MB)", "Fund grows (to 120 MB)"),
        ("Banks lend HK$1 million (PDF)", "Banks lend HK$1 million (PDF)"),
    ],
)
def test_only_a_files_kind_and_size_are_taken_from_a_title(title: str, kept: str) -> None:
    assert parse_feed(rss(f"<item><title>{title}</title></item>"), URL, row(), NOW).entries[0].title == kept


def test_a_guid_used_again_every_day_stays_one_guid_with_a_new_time() -> None:
    today = (FEEDS / "crypto_press_tracking_links.xml").read_bytes()
    tomorrow = today.replace(b"Fri, 12 Dec 2025 22:40", b"Sat, 13 Dec 2025 22:40")
    first, second = (parse_feed(body, URL, row(), NOW).entries[0] for body in (today, tomorrow))
    assert first.guid == second.guid == "https://paper.example.test/news/what-happened-today"
    assert first.published_at is not None
    assert second.published_at is not None
    assert second.published_at - first.published_at == timedelta(days=1)


def test_tracking_parameters_are_in_the_link_and_not_in_what_identifies_the_story() -> None:
    first, second, _ = read("crypto_press_tracking_links.xml").entries
    assert "utm_source" in first.link
    assert canonical_url(first.link) == canonical_url(first.guid)
    assert canonical_url(second.link) == canonical_url(second.guid)


def test_offsets_of_one_feed_may_differ_from_item_to_item() -> None:
    first, second, _ = read("crypto_press_tracking_links.xml").entries
    assert first.published_at == datetime(2025, 12, 12, 22, 40, tzinfo=UTC)
    assert second.published_at == datetime(2025, 12, 12, 20, 23, 11, tzinfo=UTC)


def test_a_picture_before_a_summary_keeps_its_address_and_white_space_around_is_gone() -> None:
    first, second, _ = read("crypto_press_tracking_links.xml").entries
    assert first.html.startswith('<p><img src="https://img.example.test/1.jpg"></p>')
    assert without_images(first.html) == "<p>The day in three lines.</p>"
    assert second.text == "They disagree."


def test_a_pictures_own_title_is_not_the_items() -> None:
    assert read("crypto_press_tracking_links.xml").entries[0].title == "What happened in crypto today"


def test_text_that_was_escaped_twice_is_read_and_empty_categories_do_no_harm() -> None:
    third = read("crypto_press_tracking_links.xml").entries[2]
    assert third.title == 'It\'s "final"'
    assert third.text == "The regulator's word is final."


def test_an_aggregators_title_loses_the_outlets_name_only_where_the_item_names_it() -> None:
    first, second = read("aggregator_search.xml").entries
    assert first.title == "Regulator issues a circular"
    assert first.text == "Regulator issues a circular Example Daily"
    assert second.title == "Licences - what they cost"
    assert first.guid == "CBMiAAA"


def test_an_element_before_the_channel_and_a_picture_in_it_do_not_disturb() -> None:
    (entry,) = read("script_before_channel.xml", lang="zh-Hans").entries
    assert entry.title == "数据：比特币突破 95,000 美元"
    assert entry.link == entry.guid == "https://m.flash.example.test/flash/1"
    assert entry.published_at == datetime(2026, 7, 2, 7, 2, 29, tzinfo=UTC)


def test_a_forum_in_gb2312_gives_chinese_titles_and_its_own_kinds_of_dates() -> None:
    first, second = read("forum_gb2312.xml", "naive-hkt", lang="zh-Hans").entries
    assert first.title == "证监会牌照讨论，请进"
    assert first.published_at == datetime(2026, 7, 2, 6, 33, tzinfo=UTC)
    assert second.published_at == datetime(2026, 7, 2, 7, 5, tzinfo=UTC)
    assert second.precision is Precision.MINUTE
    assert first.text.startswith("牌照")


@pytest.mark.parametrize(("own", "encoding"), [("zh-CN", "gb18030"), ("zh_cn", "gb18030"), ("zh-HK", "big5hkscs")])
def test_an_encoding_nobody_named_is_that_of_the_language_the_feed_states(own: str, encoding: str) -> None:
    title = "证监会发出牌照" if encoding == "gb18030" else "證監會發出牌照"
    body = rss(f"<language>{own}</language><item><title>{title}</title></item>").decode().encode(encoding)
    assert parse_feed(body, URL, row(lang=""), NOW).entries[0].title == title


def test_dates_of_a_forum_whose_clock_nobody_named_are_not_guessed() -> None:
    result = read("forum_gb2312.xml", lang="zh-Hans")
    assert {entry.published_at for entry in result.entries} == {None}
    assert result.warnings == ("2 items without a readable date",)


def test_a_day_in_words_is_a_day() -> None:
    body = rss("<item><title>t</title><pubDate>04 Mar 2024</pubDate></item>")
    (entry,) = parse_feed(body, URL, row(in_hk=True), NOW).entries
    assert (entry.published_at, entry.precision) == (datetime(2024, 3, 3, 16, tzinfo=UTC), Precision.DAY)


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant"])
def test_cst_is_not_read_as_chicagos_time_in_a_chinese_feed(lang: str) -> None:
    body = rss("<item><title>t</title><pubDate>Thu Jul 02 15:02:29 CST 2026</pubDate></item>")
    assert parse_feed(body, URL, row(lang=lang), NOW).entries[0].published_at is None
    assert parse_feed(body, URL, row(), NOW).entries[0].published_at == datetime(2026, 7, 2, 21, 2, 29, tzinfo=UTC)


def test_a_web_page_served_in_place_of_a_feed_is_named_even_if_it_quotes_one() -> None:
    with pytest.raises(FormatError) as caught:
        read("page_instead_of_feed.html")
    assert caught.value.key == "not-a-feed"


def test_a_byte_order_mark_white_space_and_words_before_the_feed_are_passed_over() -> None:
    body = rss("<item><title>t</title></item>")
    for before in (
        b"\xef\xbb\xbf",
        b"\xef\xbb\xbf\r\n \xef\xbb\xbf",
        b"\n\n",
        b"Notice: nothing\n<?xml version='1.0'?>",
    ):
        assert parse_feed(before + body, URL, row(), NOW).entries[0].title == "t"


def test_rdf_reads_each_items_own_address_and_not_the_pictures() -> None:
    result = read("rdf_10.xml")
    (entry,) = result.entries
    assert (result.title, entry.title, entry.link) == ("Notices", "First notice", "https://www.example.test/1")
    assert entry.published_at == datetime(2026, 7, 2, 1, 30, tzinfo=UTC)
    assert entry.text == "In short, and then at length."


def test_atom_0_3_is_read_with_its_modes_and_its_base() -> None:
    (entry,) = read("atom_03.xml").entries
    assert entry.title == "Q&A on licences"
    assert entry.link == "https://www.example.test/notes/one.html"
    assert 'href="https://www.example.test/notes/two.html"' in entry.html
    assert entry.text.startswith("See two.\nEnd")
    assert (entry.published_at, entry.modified_at) == (
        datetime(2026, 7, 2, 1, 30, tzinfo=UTC),
        datetime(2026, 7, 2, 2, 0, tzinfo=UTC),
    )


def test_json_feed_is_read_like_any_other() -> None:
    result = read("json_feed.json")
    first, second = result.entries
    assert (first.title, first.guid, first.link) == ("BTC < 95,000", "7", "https://www.example.test/notes/7")
    assert first.text == "At length, see more."
    assert first.modified_at == datetime(2026, 7, 2, 2, 0, tzinfo=UTC)
    assert (second.title, second.link) == ("A note without a title.", "https://www.example.test/notes/8")


def test_rss_in_json_is_read_like_any_other() -> None:
    result = read("rss_in_json.json")
    first, second = result.entries
    assert (result.ttl_min, first.title, first.guid, first.text) == (10, "One", "1", "First")
    assert (second.title, second.link) == ("Only words, and a recording.", "https://www.example.test/2.mp3")
    assert second.published_at == datetime(2026, 7, 2, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize("body", [b"{", b'{"items": 3}', b"[1]", b'{"items": [' + b"[" * 200_000, b"{" * 100_000])
def test_json_that_is_no_feed_is_named(body: bytes) -> None:
    with pytest.raises(FormatError) as caught:
        parse_feed(body, URL, row(), NOW)
    assert caught.value.key in ("not-a-feed", "unreadable-feed")
