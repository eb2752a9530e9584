# SPDX-License-Identifier: MIT
"""The fast reader and the tolerant one say the same; what either leaves out; what damage does to them."""

import contextlib
import importlib.util
import json
import os
import random
import time
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.errors import FormatError
from hkwatch.replica.bench import render
from hkwatch.services.parse_feed import ParsedItem, item_of, parse, parse_lenient
from hkwatch.sources import feed_document
from hkwatch.sources.charset import to_utf8
from hkwatch.sources.feed_expat import MAX_DEPTH, NotStrict, read_strict
from hkwatch.sources.feed_library import read_tolerant
from hkwatch.sources.feed_mend import mend, without_doctype
from hkwatch.sources.feeds import parse_feed
from sources.feed_rows import FEEDS, NOW, URL, row, rss

CASES = os.environ.get("HKWATCH_FEED_CASES", "")
"""A folder of other projects' feed cases, `<project>/cases.jsonl` beside a module that judges them."""
# The judge leaves its files to the collector.
needs_cases = pytest.mark.skipif(not CASES, reason="HKWATCH_FEED_CASES names no folder with other projects' feed cases")
XML = sorted(FEEDS.glob("*.xml"))


def both(text: bytes) -> tuple[list[ParsedItem], list[ParsedItem]] | None:
    """What the fast and the tolerant reader make of a document; None where the fast one leaves it alone."""
    try:
        fast = read_strict(text, URL)
    except NotStrict:
        try:
            fast = read_strict(mend(text), URL)
        except NotStrict:
            return None
    slow = read_tolerant(without_doctype(text), URL)
    return [item_of(entry, URL) for entry in fast.entries], [item_of(entry, URL) for entry in slow.entries]


# ---- the same


@pytest.mark.parametrize("path", XML, ids=[path.name for path in XML])
def test_both_readers_say_the_same_of_every_shipped_feed(path: Path) -> None:
    answers = both(to_utf8(path.read_bytes(), "", "zh-Hans"))
    assert answers is not None
    fast, slow = answers
    assert len(fast) == len(slow) > 0
    for ours, theirs in zip(fast, slow, strict=True):
        assert ours == theirs


def test_both_readers_say_the_same_of_a_long_feed() -> None:
    answers = both(render(3, 1, 50, 86_000))
    assert answers is not None
    assert answers[0] == answers[1]
    assert len(answers[0]) == 50


def _judge() -> ModuleType:
    spec = importlib.util.spec_from_file_location("judge", Path(CASES) / "grade_feeds.py")
    assert spec is not None
    assert spec.loader is not None
    judge = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(judge)
    return judge


@needs_cases
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_where_the_readers_differ_the_fast_one_keeps_what_other_projects_expect() -> None:
    judge = _judge()
    compared = 0
    worse: list[str] = []
    for cases in sorted(Path(CASES).glob("*/cases.jsonl")):
        for line in cases.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            text = to_utf8((cases.parent / case["input"]).read_bytes(), "", "")
            answers = None if feed_document.is_json(text) else both(text)
            if answers is None:
                continue
            compared += 1
            if answers[0] == answers[1]:
                continue
            root = str(cases.parent)
            ours = judge.run_case(parse_lenient, 2, case, root)[:2]
            theirs = judge.run_case(_tolerantly, 2, case, root)[:2]
            if any(len(mine) > len(other) for mine, other in zip(ours, theirs, strict=True)):
                worse.append(case["case"])
    assert compared > 1000
    # It means an entity that the document declares itself; those are never unfolded.
    assert [name for name in worse if "entity" not in name] == []


def _tolerantly(data: bytes, base_url: str | None) -> list[ParsedItem]:
    text = without_doctype(to_utf8(data, "", ""))
    return [item_of(entry, base_url or "") for entry in read_tolerant(text, base_url or "").entries]


@needs_cases
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_other_projects_cases_are_read_as_they_expect() -> None:
    judge = _judge()
    total = loose = strict = 0
    for cases in sorted(Path(CASES).glob("*/cases.jsonl")):
        for line in cases.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            expect = case["expect"]
            bad, soft, _ = judge.run_case(parse_lenient, 2, case, str(cases.parent))
            if expect["items"] or expect.get("n_items") or expect.get("min_items") or expect.get("any_item"):
                total += 1
                loose += not bad
                strict += not bad and not soft
            else:
                assert not bad, case["case"]
    assert loose / total >= 0.998
    assert strict / total >= 0.996


# ---- which of several


def _link(inside: str) -> str | None:
    head = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>t</title>'
    return parse(f"{head}{inside}</entry></feed>".encode(), URL)[0][0]["link"]


def test_of_several_atom_links_the_one_that_says_it_is_a_page_counts() -> None:
    own, page, paper = '<link href="/a"/>', '<link rel="alternate" type="text/html" href="/b"/>', '<link href="/c" {}/>'
    pdf = paper.format('type="application/pdf"')
    assert _link(own + page + pdf) == "https://www.example.test/b"
    assert _link(pdf + own) == "https://www.example.test/a"
    assert _link(pdf) == "https://www.example.test/c"
    assert (
        _link('<link rel="self" href="/s"/><link rel="enclosure" href="/e.mp3"/>') == "https://www.example.test/e.mp3"
    )
    assert _link("<id>https://www.example.test/id</id>" + pdf) == "https://www.example.test/id"


def test_an_items_own_link_goes_before_atoms_and_the_publishers_before_a_counting_proxys() -> None:
    spaces = ' xmlns:a="http://www.w3.org/2005/Atom" xmlns:f="http://rssnamespace.org/feedburner/ext/1.0"'
    alternate = '<a:link rel="alternate" type="text/html" href="https://www.example.test/alternate"/>'
    own = "<link>https://proxy.example.test/1</link>"
    publishers = "<f:origLink>https://www.example.test/1</f:origLink>"
    links = [
        parse(rss(f"<item><title>t</title>{inside}</item>", spaces), URL)[0][0]["link"]
        for inside in (own + alternate, alternate, own + publishers)
    ]
    assert links == ["https://proxy.example.test/1", "https://www.example.test/alternate", "https://www.example.test/1"]


def test_the_summary_is_the_formats_own_before_a_modules_and_never_an_empty_one() -> None:
    spaces = ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    texts = "<itunes:summary>i</itunes:summary><dc:description>d</dc:description>"
    own = "<description>own</description>"
    summaries = [
        parse(rss(f"<item><title>t</title>{inside}</item>", spaces), URL)[0][0]["summary"]
        for inside in (texts + own, own + texts, texts, own + "<description/><dc:description/>")
    ]
    assert summaries == ["own", "own", "d", "own"]


# ---- mending


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ("<title>AT&T &nbsp;&hellip; &copy 2026 &#x1F;&#0;&bogus;</title>", "AT&T … &copy 2026 &bogus;"),
        ("<title>a\x0bb\x00c</title>", "abc"),
        ("<title>t</title><media:content url='x'/><dc:creator>c</dc:creator>", "t"),
        ("<title><![CDATA[a & b &copy; <![CDATA[ c]]></title>", "a & b © <![CDATA[ c"),
        ("<title>&#X41;&quot;&apos;&lt;</title>", "A\"'<"),
    ],
)
def test_stray_signs_are_mended_and_the_rest_is_read_strictly(item: str, title: str) -> None:
    text = rss(f"<item>{item}</item>") + b"<script>after</script>"
    feed = read_strict(mend(text), URL)
    assert item_of(feed.entries[0], URL)["title"] == title
    assert parse(text, URL)[1] != []


def test_tags_that_do_not_match_are_left_to_the_tolerant_reader() -> None:
    body = rss("<item><title>one</title><description>a <br> b</description></item><item><title>two</title></item>")
    with pytest.raises(NotStrict):
        read_strict(mend(body), URL)
    items, warnings = parse(body, URL)
    assert [item["title"] for item in items] == ["one", "two"]
    assert warnings[0].startswith("ill-formed: ")


def test_a_feed_that_breaks_off_gives_the_items_it_has() -> None:
    body = rss("<item><title>one</title><link>https://www.example.test/1</link></item><item><title>two</title><li")
    assert [item["title"] for item in parse(body.removesuffix(b"</channel></rss>"), URL)[0]] == ["one", "two"]


@given(st.binary(max_size=400))
def test_mending_fails_on_nothing_and_a_well_formed_feed_needs_none(noise: bytes) -> None:
    mend(b"<rss>" + noise)
    mend(noise)
    body = rss("<item><title>a &amp; b</title></item>")
    assert mend(body) == body


# ---- limits


def test_elements_nested_absurdly_deep_are_refused() -> None:
    deep = rss("<item><title>t</title>" + "<a>" * MAX_DEPTH + "</a>" * MAX_DEPTH + "</item>")
    with pytest.raises(FormatError) as caught:
        parse_feed(deep, URL, row(), NOW)
    assert caught.value.key == "too-complex"


def test_more_bytes_than_any_feed_has_are_refused() -> None:
    with pytest.raises(FormatError) as caught:
        parse(b" " * (feed_document.MAX_BYTES + 1))
    assert caught.value.key == "too-complex"


def test_an_entity_the_document_declares_stays_a_word() -> None:
    body = b'<!DOCTYPE rss [<!ENTITY who "unfolded"><!ENTITY x SYSTEM "file:///etc/hostname">]>' + rss(
        "<item><title>&who; &x; &eacute;</title></item>"
    )
    items, warnings = parse(body)
    assert items[0]["title"] == "&who; &x; é"
    assert "entity declarations ignored" in warnings


def test_a_dtd_elsewhere_is_not_fetched_and_its_entities_are_read_as_htmls() -> None:
    body = b'<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://dtd.example.test/rss.dtd">' + rss(
        "<item><title>caf&eacute;</title></item>"
    )
    assert parse(body)[0][0]["title"] == "café"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", " java\nscript:alert(1)", "DATA:text/html,x", "file:///etc/passwd", "vbscript:x"]
)
def test_addresses_that_run_or_read_something_here_are_no_links(link: str) -> None:
    assert parse(rss(f"<item><title>t</title><link>{link}</link></item>"))[0][0]["link"] is None


# ---- damage

_SNIPPETS = (
    *(b"<", b">", b"]]>", b"<![CDATA[", b"&", b"&#x0;", b"</item>", b"\x00", b"\xff", b"<!ENTITY x 'y'>", b"<item>"),
    *(
        b"<!--",
        b"-->",
        b"<!DOCTYPE rss [",
        b"<entry>",
        b"<title>",
        b"xmlns:a='",
        b"{",
        b'"',
        b"\xe7\x89",
        b"<?",
        b"x:y",
    ),
)


def _damaged(dice: random.Random, bodies: list[bytes]) -> bytes:
    body = bytearray(dice.choice(bodies))
    for _ in range(dice.randint(1, 14)):
        at = dice.randrange(len(body))
        match dice.randrange(5):
            case 0:
                body[at] = dice.randrange(256)
            case 1:
                del body[at : at + dice.randrange(80)]
                body = body or bytearray(b"<")
            case 2:
                piece = body[at : at + dice.randrange(200)]
                body[at:at] = piece * dice.randint(1, 30)
            case 3:
                other = dice.choice(bodies)
                start = dice.randrange(len(other))
                body[at:at] = other[start : start + dice.randrange(400)]
            case _:
                body[at:at] = dice.choice(_SNIPPETS) * dice.choice((1, 1, 1, 50))
    return bytes(body)


def _read_damaged(times: int, seed: int) -> float:
    """Reads that many damaged feeds; the longest time of one, in seconds of processor time."""
    dice = random.Random(seed)
    bodies = [path.read_bytes() for path in sorted(FEEDS.iterdir()) if path.is_file()]
    bodies.append(render(1, 1, 20, 20_000))
    longest = 0.0
    for _ in range(times):
        body = _damaged(dice, bodies)
        started = time.process_time()
        with contextlib.suppress(FormatError):
            parse_feed(body, URL, row("sfc-ref", "date-only", "hkma-ref"), NOW)
        parse_lenient(body, URL)
        longest = max(longest, time.process_time() - started)
    return longest


def test_damaged_feeds_neither_crash_nor_take_long() -> None:
    assert _read_damaged(150, seed=11) < 5


@pytest.mark.long
@pytest.mark.timeout(600)
def test_two_thousand_damaged_feeds_neither_crash_nor_take_long() -> None:
    assert _read_damaged(2000, seed=5) < 5
