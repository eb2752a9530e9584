# SPDX-License-Identifier: MIT
"""Feeds in the shapes their publishers give them, and feeds made to do harm."""

import contextlib
import dataclasses
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.catalogue import Keep, Kind, Names, PollBand, Publisher, Role, SourceRow, Status
from hkwatch.domain.errors import FormatError
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.item import Precision
from hkwatch.sources.feeds import MAX_ENTRIES, MAX_SUMMARY_CHARS, FeedResult, parse_feed
from hkwatch.sources.html_bounds import LONGEST_WORD

FEEDS = Path(__file__).parent.parent / "data" / "feeds"
NOW = datetime(2026, 7, 9, tzinfo=UTC)
NAMES = Names("Example", "範例", "范例")
ROW = SourceRow(
    id=SourceId("example"),
    name=NAMES,
    kind=Kind.RSS,
    url="https://www.example.test/feed",
    lang="en",
    publisher=Publisher(PublisherId("example"), NAMES, NAMES, Role.MEDIA, in_hk=False),
    aliases=(),
    poll=(PollBand(30),),
    key="guid",
    enabled=True,
    status=Status.SEEN,
    quirks=frozenset(),
    keep=Keep.FULL,
    attribution="",
)
HK = dataclasses.replace(ROW.publisher, in_hk=True)


def row(*quirks: str, keep: Keep = Keep.FULL, in_hk: bool = False, lang: str = "en") -> SourceRow:
    publisher = HK if in_hk else ROW.publisher
    return dataclasses.replace(ROW, quirks=frozenset(quirks), keep=keep, publisher=publisher, lang=lang)


def read(name: str, source: SourceRow, url: str = "https://www.example.test/feed") -> FeedResult:
    return parse_feed((FEEDS / name).read_bytes(), url, source, NOW)


def rss(items: str, head: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>Example</title>{items}</channel></rss>'.encode()
    )


def item(title: str = "Title", **elements: str) -> str:
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in elements.items())
    return f"<item><title>{title}</title>{inner}</item>"


def one(body: bytes, source: SourceRow = ROW, content_type: str = "") -> FeedResult:
    result = parse_feed(body, ROW.url, source, NOW, content_type)
    assert len(result.entries) == 1
    return result


# ---- the publishers' shapes


def test_sfc_items_are_identified_by_their_reference_number_however_the_guid_is_marked() -> None:
    result = read("sfc_press_en.xml", row("sfc-ref", in_hk=True), "https://www.sfc.hk/en/RSS-Feeds/Press-releases")
    assert [entry.ref for entry in result.entries] == [f"25PR{n}" for n in (21, 20, 19, 18, 17, 16, 15)]
    assert [entry.guid for entry in result.entries] == [entry.ref for entry in result.entries]
    first, second, third = result.entries[:3]
    assert first.title == "SFC licenses a further trading platform"
    assert second.published_at == datetime(2025, 2, 19, 6, 20, 7, tzinfo=UTC)
    assert second.precision is Precision.SECOND
    assert third.title == "SFC reprimands Example Digital Ltd & fines it HK$1 million"
    assert second.link.endswith("refNo=25PR20")
    assert (second.html, second.text) == ("", "")
    assert result.warnings == ()
    assert result.title == "SFC Press releases"


def test_the_chinese_sfc_feed_has_the_same_reference_numbers() -> None:
    (entry,) = read("sfc_press_tc.xml", row("sfc-ref", in_hk=True, lang="zh-Hant")).entries
    assert (entry.ref, entry.lang, entry.title) == ("25PR20", "zh-Hant", "證監會公布虛擬資產市場路線圖")


def test_sfc_circulars_give_their_number_in_the_link_whatever_its_path() -> None:
    for path in ("circular/doc", "circular/aml/doc", "circular/intermediaries/supervision/doc"):
        link = f"https://apps.sfc.hk/edistributionWeb/gateway/EN/{path}?refNo=26EC32"
        assert one(rss(item(link=link)), row("sfc-ref")).entries[0].ref == "26EC32"


def test_hkma_items_take_their_number_from_the_address_and_mean_the_day_only() -> None:
    result = read("hkma_press_en.xml", row("date-only", "hkma-ref", in_hk=True))
    first = result.entries[0]
    assert [entry.ref for entry in result.entries] == ["20260410-4", "20260409-3"]
    assert first.precision is Precision.DAY
    assert first.published_at == datetime(2026, 4, 9, 16, 0, tzinfo=UTC)
    assert first.guid == ""


def test_hkma_items_that_share_one_link_stay_two_and_their_relative_links_work() -> None:
    base = "https://www.hkma.gov.hk/eng/other-information/rss/rss_legislative-council-issues.xml"
    result = read("hkma_one_link.xml", row("date-only", "hkma-ref"), base)
    assert len(result.entries) == 2
    assert len({entry.link for entry in result.entries}) == 1
    assert {entry.ref for entry in result.entries} == {None}
    assert 'href="https://www.hkma.gov.hk/media/eng/doc/one.pdf"' in result.entries[0].html
    assert "• Slides" in result.entries[0].text


def test_rthk_items_take_their_link_from_the_guid_and_keep_their_lines() -> None:
    result = read("rthk_finance_en.xml", row("no-link", in_hk=True))
    first = result.entries[0]
    assert first.link == first.guid == "https://news.rthk.hk/rthk/en/component/k2/1791001-20250219.htm"
    assert first.text.split("\n") == [
        "The securities watchdog has published a plan.",
        "",
        "It has twelve steps & five pillars.",
        "More will follow.",
    ]
    assert first.html.count("<p>") == 2
    assert result.ttl_min == 10


def test_an_empty_element_after_the_description_does_not_erase_it() -> None:
    result = read("empty_elements_after_description.xml", ROW)
    first, second = result.entries
    assert first.text == "The summary stands here."
    assert first.title == "Two firms win approval"
    assert first.guid == "9aef2b42-0000-4000-8000-000000000001"
    assert second.published_at == datetime(2025, 12, 12, 22, 20, 18, tzinfo=UTC)
    assert second.html == (
        '<p>Long text with a <a href="https://www.example.test/more" rel="noopener noreferrer">link</a>.</p>'
    )


def test_atom_entries_without_id_or_title_are_read() -> None:
    first, second = read("atom_without_id.xml", row(lang="zh-Hans")).entries
    assert first.title == "比特币 < 95,000 & 下跌"
    assert first.link == "https://www.example.test/news/1"
    assert first.guid == ""
    assert first.published_at == datetime(2026, 6, 23, 21, 38, 27, tzinfo=UTC)
    assert first.modified_at == datetime(2026, 6, 23, 22, 0, tzinfo=UTC)
    assert second.title == "没有标题的快讯，正文写在这里。"
    assert second.published_at == datetime(2026, 6, 23, 23, 0, tzinfo=UTC)
    assert second.modified_at is None


# ---- what may be kept


def test_only_as_much_is_kept_as_the_source_allows() -> None:
    full = read("empty_elements_after_description.xml", ROW).entries[1]
    summary = read("empty_elements_after_description.xml", row(keep=Keep.SUMMARY)).entries[1]
    title = read("empty_elements_after_description.xml", row(keep=Keep.TITLE_LINK)).entries[1]
    assert full.text == "Long text with a link."
    assert summary.text == "Short."
    assert (title.text, title.html) == ("", "")
    assert title.title == full.title


@pytest.mark.parametrize(
    "sign", ["", "&amp;amp; &amp;lt;", "\n\n"], ids=["one line", "with signs", "of two paragraphs"]
)
def test_a_word_without_end_may_break_in_a_summary_without_markup_too(sign: str) -> None:
    entry = one(rss(item(description=f"{sign}{'x' * 150_000} end"))).entries[0]
    assert max(map(len, entry.html.split())) <= LONGEST_WORD + len("<p>")
    assert entry.html.count("x") == 150_000


def test_a_summary_that_is_the_whole_article_is_cut_between_words() -> None:
    body = rss(item(description="word " * 500))
    text = one(body, row(keep=Keep.SUMMARY)).entries[0].text
    assert len(text) <= MAX_SUMMARY_CHARS
    assert text.endswith("word…")


# ---- times


@pytest.mark.parametrize(
    ("text", "hour"),
    [("Tue, 07 Jul 2026 19:00:00 +0800", 11), ("Tue, 07 Jul 2026 19:00:00 GMT", 19), ("2026-07-07T19:00:00-04:00", 23)],
)
def test_dates_are_read_with_their_own_offset(text: str, hour: int) -> None:
    at = one(rss(item(pubDate=text))).entries[0].published_at
    assert at == datetime(2026, 7, 7, hour, tzinfo=UTC)


def test_dates_without_a_zone_are_hong_kongs_from_hong_kong_and_nobodys_from_elsewhere() -> None:
    body = rss(item(pubDate="Tue, 07 Jul 2026 19:00:00"))
    assert one(body, row(in_hk=True)).entries[0].published_at == datetime(2026, 7, 7, 11, tzinfo=UTC)
    assert one(body, row("naive-hkt")).entries[0].published_at == datetime(2026, 7, 7, 11, tzinfo=UTC)
    result = one(body)
    assert result.entries[0].published_at is None
    assert result.warnings == ("1 items without a readable date",)


@pytest.fixture
def a_computer_in_hong_kong(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Hong_Kong")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot change its zone for a test")
@pytest.mark.usefixtures("a_computer_in_hong_kong")
def test_forms_only_the_feed_library_reads_do_not_depend_on_this_computers_zone() -> None:
    at = one(rss(item(pubDate="Tue, 07 Jul 26 19:00:00 GMT"))).entries[0].published_at
    assert at == datetime(2026, 7, 7, 19, tzinfo=UTC)


def test_a_date_far_ahead_is_ignored_and_said_so() -> None:
    result = one(rss(item(pubDate="Sat, 11 Jul 2026 00:00:00 GMT")))
    assert result.entries[0].published_at is None
    assert "1 dates more than a day ahead ignored" in result.warnings
    assert one(rss(item(pubDate="Thu, 09 Jul 2026 20:00:00 GMT"))).entries[0].published_at is not None


@pytest.mark.parametrize("text", ["", "soon", "32 Jul 2026", "0000-00-00T00:00:00Z"])
def test_unreadable_dates_are_none(text: str) -> None:
    assert one(rss(item(pubDate=text))).entries[0].published_at is None


# ---- titles, links, guids


def test_titles_lose_markup_and_double_escapes() -> None:
    assert (
        one(rss(item("Q&amp;amp;A: &lt;b&gt;licence&lt;/b&gt;s &amp;#039;now&amp;#039;"))).entries[0].title
        == "Q&A: licences 'now'"
    )


def test_links_that_are_no_web_addresses_are_left_out() -> None:
    assert one(rss(item(link="javascript:alert(1)"))).entries[0].link == ""
    assert one(rss(item(link="/news/7"))).entries[0].link == "https://www.example.test/news/7"


def test_a_bare_guid_stays_as_the_source_wrote_it() -> None:
    assert one(rss(item(guid="12345", link="https://www.example.test/7"))).entries[0].guid == "12345"
    assert one(rss(item(guid="<![CDATA[ab-1]]>", link="https://www.example.test/7"))).entries[0].guid == "ab-1"


def test_items_with_nothing_in_them_are_left_out_and_counted() -> None:
    result = one(rss(item() + "<item><pubDate>Tue, 07 Jul 2026 19:00:00 GMT</pubDate></item>"))
    assert "1 items without title, text and link left out" in result.warnings


# ---- encodings


@pytest.mark.parametrize(
    ("encoding", "declared", "content_type", "lang"),
    [
        ("utf-8", "utf-8", "text/xml", "zh-Hant"),
        ("utf-8-sig", "utf-8", "application/rss+xml", "zh-Hant"),
        ("utf-8", "utf-8", "text/xml; charset=iso-8859-1", "zh-Hant"),
        ("utf-8", "gb2312", "text/xml; charset=gbk", "zh-Hant"),
        ("utf-16", "utf-16", "text/xml", "zh-Hant"),
        ("utf-16-le", "utf-16", "text/xml", "zh-Hant"),
        ("big5hkscs", "big5", "text/xml", "zh-Hant"),
        ("big5hkscs", "", "text/xml; charset=big5", "zh-Hant"),
        ("big5hkscs", "", "text/xml", "zh-Hant"),
        ("gb18030", "gb2312", "text/xml; charset=iso-8859-1", "zh-Hans"),
        ("gb18030", "", "text/xml", "zh-Hans"),
    ],
)
def test_chinese_is_read_in_every_encoding(encoding: str, declared: str, content_type: str, lang: str) -> None:
    title = "證監會發出虛擬資產交易平台牌照" if lang == "zh-Hant" else "证监会发出虚拟资产交易平台牌照"
    head = f' encoding="{declared}"' if declared else ""
    text = f'<?xml version="1.0"{head}?><rss version="2.0"><channel><item><title>{title}</title></item></channel></rss>'
    assert one(text.encode(encoding), row(lang=lang), content_type).entries[0].title == title


def test_a_few_broken_bytes_do_not_turn_a_feed_into_another_language() -> None:
    body = rss(item("證監會發出虛擬資產交易平台牌照" * 20)).replace("牌照".encode(), b"\xe7\x89", 1)
    title = one(body, row(lang="zh-Hant"), "text/xml; charset=utf-8").entries[0].title
    assert title.startswith("證監會發出虛擬資產交易平台")
    assert title.count("證監會") == 20


# ---- what is no feed


@pytest.mark.parametrize(
    "body",
    [b"", b"hello", b"<html><body>x</body></html>", b'{"a":1}', b"\x00\x01\x02" * 100, b"<?xml version='1.0'?><x/>"],
)
def test_what_is_no_feed_is_named(body: bytes) -> None:
    with pytest.raises(FormatError) as caught:
        parse_feed(body, ROW.url, ROW, NOW)
    assert caught.value.key == "not-a-feed"


def test_a_feed_without_items_is_a_feed() -> None:
    assert parse_feed(rss(""), ROW.url, ROW, NOW).entries == ()


def test_a_feed_whose_items_say_nothing_is_an_error_and_not_an_empty_feed() -> None:
    with pytest.raises(FormatError) as caught:
        parse_feed(rss("<item><pubDate>x</pubDate></item>" * 3), ROW.url, ROW, NOW)
    assert caught.value.key == "unreadable-feed"


def test_ill_formed_feeds_are_read_and_said_so() -> None:
    body = rss(item("one & two", description="a &nbsp; <br> b")).removesuffix(b"</channel></rss>")
    result = one(body)
    assert result.entries[0].title == "one & two"
    assert result.warnings[0].startswith("ill-formed: ")


# ---- harm


def test_entities_that_multiply_are_not_unfolded() -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE rss [<!ENTITY a0 "lol">{levels}]>'
    started = time.process_time()
    result = one(rss(item("&a11;", description="still here"), head))
    assert time.process_time() - started < 2
    assert len(result.entries[0].title) < 100
    assert result.entries[0].text == "still here"
    assert "entity declarations ignored" in result.warnings


def test_one_long_entity_used_often_is_not_unfolded_either() -> None:
    head = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 100_000}">]>'
    started = time.process_time()
    result = one(rss(item("t", description="&a;" * 100_000), head))
    assert time.process_time() - started < 5
    assert len(result.entries[0].text) < 500_000


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_entities_cannot_hide_in_another_encoding(encoding: str) -> None:
    head = '<!DOCTYPE rss [<!ENTITY a "unfolded">]>'
    result = one(rss(item("x &a;", description="still here"), head).decode().encode(encoding))
    assert "unfolded" not in result.entries[0].title
    assert result.entries[0].text == "still here"


def test_markup_in_utf_7_stays_text() -> None:
    body = '<?xml version="1.0" encoding="utf-7"?><rss><channel><item><title>+ADw-script+AD4-</title></item></channel></rss>'
    assert one(body.encode()).entries[0].title == "+ADw-script+AD4-"


def test_files_of_this_computer_are_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET-WORDS", encoding="utf-8")
    head = f'<!DOCTYPE rss [<!ENTITY % p SYSTEM "file://{secret}"> %p; <!ENTITY x SYSTEM "file://{secret}">]>'
    result = one(rss(item("t &x;", description="a &x; b"), head))
    assert "SECRET" not in repr(result)
    external = rss(item("t &x;"), f'<!DOCTYPE rss SYSTEM "file://{secret}">')
    assert "SECRET" not in repr(one(external))


def test_four_megabytes_of_small_items_are_cut_and_take_under_two_seconds() -> None:
    body = rss(item(guid="a", link="https://www.example.test/1", pubDate="Tue, 07 Jul 2026 19:00:00 GMT") * 29_900)
    assert len(body) > 3_900_000
    started = time.process_time()
    result = parse_feed(body, ROW.url, ROW, NOW)
    assert time.process_time() - started < 2
    assert len(result.entries) == MAX_ENTRIES
    assert result.warnings == (f"only the first {MAX_ENTRIES} of 29900 items were read",)


def test_four_megabytes_of_articles_take_under_four_seconds() -> None:
    html = "<![CDATA[" + '<p>Some words and a <a href="/x">link</a>.</p>' * 200 + "]]>"
    body = rss(item(guid="a", description=html) * 430)
    assert 3_900_000 < len(body) < 4_200_000
    started = time.process_time()
    assert len(parse_feed(body, ROW.url, ROW, NOW).entries) == 430
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    "bad",
    [
        rss("<item><title>t</title>" + "<a>" * 1_000_000),
        rss("<item><title>t</title>" * 150_000),
        rss("<item><title>t</title><description>" + "&lt;span&gt;" * 300_000 + "</description></item>"),
        rss("<item><title>t</title><description>" + "<![CDATA[" * 400_000),
        b"<rss><channel>" + b"<!DOCTYPE [" * 300_000,
        b"<rss><channel><item>" + b"<!ENTITY " * 300_000,
        rss("<item><title>" + "&lt;" * 900_000 + "</title></item>"),
        rss("<item><guid>" + "<![CDATA[ " * 300_000),
        rss("<item><pubDate>" + " " * 3_000_000 + "</pubDate></item>"),
    ],
    ids=["tags", "open items", "spans", "cdata", "doctypes", "entities", "signs", "guids", "spaces"],
)
def test_four_megabytes_made_to_be_slow_are_not(bad: bytes) -> None:
    started = time.process_time()
    with contextlib.suppress(FormatError):
        parse_feed(bad, ROW.url, ROW, NOW)
    # The largest of them took over 20 s before there were limits.
    assert time.process_time() - started < 5


def test_no_damage_to_a_feed_makes_reading_fail_in_another_way_than_a_format_error() -> None:
    dice = random.Random(7)
    bodies = [path.read_bytes() for path in sorted(FEEDS.glob("*.xml"))]
    snippets = (
        b"<",
        b">",
        b"]]>",
        b"<![CDATA[",
        b"&",
        b"&#x0;",
        b"</item>",
        b"\x00",
        b"\xff",
        b"<!ENTITY x 'y'>",
        b"<item>",
    )
    for _ in range(300):
        body = bytearray(dice.choice(bodies))
        for _ in range(dice.randint(1, 12)):
            at = dice.randrange(len(body))
            match dice.randrange(3):
                case 0:
                    body[at] = dice.randrange(256)
                case 1:
                    del body[at : at + dice.randrange(60)]
                    body = body or bytearray(b"<")
                case _:
                    body[at:at] = dice.choice(snippets)
        with contextlib.suppress(FormatError):
            parse_feed(bytes(body), ROW.url, row("sfc-ref", "date-only", "hkma-ref"), NOW)


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_document_that_breaks_off_gives_its_whole_items_and_no_half_one(kind: str) -> None:
    if kind == "rss":
        link = "<link>https://www.example.test/{0}</link><guid>https://www.example.test/{0}</guid>"
        whole = rss("".join(f"<item><title>Bulletin {n} of the day</title>{link.format(n)}</item>" for n in range(6)))
        end = b"</item>"
    else:
        link = '<link href="https://www.example.test/{0}"/><id>https://www.example.test/{0}</id>'
        entries = "".join(f"<entry><title>Bulletin {n} of the day</title>{link.format(n)}</entry>" for n in range(6))
        whole = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title>{entries}</feed>'.encode()
        end = b"</entry>"
    complete = parse_feed(whole, ROW.url, ROW, NOW).entries
    assert len(complete) == 6
    first = whole.index(end)
    for cut in range(first + len(end), len(whole), 3):
        result = parse_feed(whole[:cut], ROW.url, ROW, NOW)
        assert result.entries == complete[: whole[:cut].count(end)], whole[:cut][-30:]
        assert result.warnings


def test_a_document_that_breaks_off_inside_its_first_item_is_an_error() -> None:
    body = rss(item("One", link="https://www.example.test/1"))
    with pytest.raises(FormatError, match="breaks off after") as caught:
        parse_feed(body[: body.index(b"</item>")], ROW.url, ROW, NOW)
    assert caught.value.key == "broken-off"


def test_an_ill_formed_feed_with_its_end_keeps_its_last_item() -> None:
    body = rss(
        item("One", link="https://www.example.test/1")
        + "<item><title>Two</title><link>https://www.example.test/2</link>"
    )
    assert len(parse_feed(body, ROW.url, ROW, NOW).entries) == 2


@given(st.text(alphabet='ab >"證…  ', max_size=30))
def test_a_summary_of_one_line_reads_as_the_same_with_a_line_break_behind_it(line: str) -> None:
    body = "<rss><channel><item><title>t</title><description>{}</description></item></channel></rss>"

    def read(text: str) -> tuple[str, str]:
        said = escape(text).replace("\n", "&#10;")
        entry = parse_feed(body.format(f"x{said}").encode(), "", row(), NOW).entries[0]
        return entry.html, entry.text

    assert read(line) == read(line + "\n")
