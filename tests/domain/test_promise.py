# SPDX-License-Identifier: MIT
"""What differs from the catalogue's promise, and that nothing is said where nothing does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hkwatch.domain.catalogue import Keep, Kind, Names, PollBand, Publisher, Role, SourceRow, Status
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.item import Entry, Precision
from hkwatch.domain.promise import broken_promises, language_of

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
FOLDER = Folder(dict(zip("證監會發虛擬資產臺個應後", "证监会发虚拟资产台个应后", strict=True)))
_NAMES = Names("Example", "範例", "范例")
ROW = SourceRow(
    id=SourceId("example"),
    name=_NAMES,
    kind=Kind.RSS,
    url="https://www.example.test/feed",
    lang="en",
    publisher=Publisher(PublisherId("example"), _NAMES, _NAMES, Role.MEDIA, in_hk=False),
    aliases=(),
    poll=(PollBand(30),),
    key="guid",
    enabled=True,
    status=Status.SEEN,
    quirks=frozenset(),
    keep=Keep.FULL,
    attribution="",
    depth=10,
)
TITLE = "The regulator grants a licence to a platform"


def entries(count: int = 10, title: str = TITLE, precision: Precision = Precision.SECOND) -> list[Entry]:
    return [
        Entry(
            f"{title} {number}",
            "https://www.example.test/1",
            "en",
            ref=f"26PR{number}",
            published_at=NOW - timedelta(hours=number),
            precision=precision,
        )
        for number in range(1, count + 1)
    ]


def differs(row: SourceRow, found: list[Entry], content_type: str = "application/rss+xml; charset=utf-8") -> list[str]:
    return broken_promises(row, content_type, found, NOW, FOLDER)


@pytest.mark.parametrize(
    "content_type", ["text/xml", "application/atom+xml", "application/feed+json", "Application/RSS+XML"]
)
def test_an_answer_as_promised_differs_in_nothing(content_type: str) -> None:
    assert differs(ROW, entries(), content_type) == []


@pytest.mark.parametrize(
    ("kind", "content_type", "words"),
    [
        (Kind.RSS, "text/html; charset=utf-8", "type text/html where a feed is promised"),
        (Kind.RSS, "", "type not stated where a feed is promised"),
        (Kind.API, "text/xml", "type text/xml where JSON is promised"),
    ],
)
def test_another_type_is_named(kind: Kind, content_type: str, words: str) -> None:
    assert differs(replace(ROW, kind=kind), entries(), content_type) == [words]


@pytest.mark.parametrize(("count", "differs_in_depth"), [(4, True), (5, False), (10, False), (20, False), (21, True)])
def test_a_depth_of_less_than_half_or_more_than_twice_is_named(count: int, differs_in_depth: bool) -> None:
    words = [f"{count} items deep where about 10 are promised"] if differs_in_depth else []
    assert differs(ROW, entries(count)) == words
    assert differs(replace(ROW, depth=0), entries(count)) == []


def test_no_items_at_all_are_named_whatever_is_promised() -> None:
    assert differs(replace(ROW, depth=0), []) == ["no items"]


def test_dates_that_are_more_or_less_exact_than_promised_are_named() -> None:
    days = replace(ROW, quirks=frozenset({"date-only"}))
    assert differs(days, entries(precision=Precision.DAY)) == []
    midnight = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)
    assert differs(days, [replace(entry, published_at=midnight) for entry in entries()]) == []
    assert differs(days, entries()) == ["states times, the catalogue says dates only"]
    assert differs(ROW, entries(precision=Precision.DAY)) == ["states dates only, the catalogue says times"]


def test_missing_dates_are_counted_and_an_old_end_is_named() -> None:
    some = entries()
    some[3] = replace(some[3], published_at=None)
    assert differs(ROW, some) == ["1 of 10 items without a readable date"]
    assert differs(ROW, [replace(entry, published_at=None) for entry in some]) == ["no readable date"]
    old = [replace(entry, published_at=NOW - timedelta(days=500)) for entry in entries()]
    assert differs(ROW, old) == ["nothing newer than 500 days"]


def test_items_without_the_number_that_identifies_them_are_named() -> None:
    row = replace(ROW, quirks=frozenset({"sfc-ref"}))
    assert differs(row, entries()) == []
    assert differs(row, [replace(entries(1)[0], ref=None)] * 10) == ["items without reference number"]


@pytest.mark.parametrize(
    ("lang", "title", "words"),
    [
        ("en", "證監會向虛擬資產平台發牌", ["titles in zh-Hant where en is promised"]),
        ("zh-Hant", "证监会向虚拟资产平台发牌", ["titles in zh-Hans where zh-Hant is promised"]),
        ("zh-Hans", "證監會向虛擬資產平台發牌", ["titles in zh-Hant where zh-Hans is promised"]),
        ("zh-Hant", TITLE, ["titles in en where zh-Hant is promised"]),
        ("zh-Hant", "證監會就 Example Digital Ltd 發聲明", []),
        ("zh-Hans", "证监会就 ETF 发声明", []),
        ("", TITLE, []),
    ],
)
def test_titles_in_another_language_or_script_are_named(lang: str, title: str, words: list[str]) -> None:
    assert differs(replace(ROW, lang=lang), entries(title=title)) == words


def test_too_little_text_tells_nothing() -> None:
    assert language_of(["BTC"], FOLDER) == ""
    assert language_of(["牌照"], FOLDER) == ""
    assert language_of([], FOLDER) == ""
