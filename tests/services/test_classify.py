# SPDX-License-Identifier: MIT
"""JSON Lines in, JSON Lines out, and whose word a freely named source is."""

import json
from collections.abc import Iterator
from decimal import Decimal

import pytest

from hkwatch.domain.btc_levels import BtcLevel
from hkwatch.domain.catalogue import Catalogue, Keep, Kind, Names, Publisher, Role, SourceRow, Status
from hkwatch.domain.flags import FlagInput, Flags, Reason
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.services.classify import classify_stream, publisher_for


def _publisher(name: str, role: Role) -> Publisher:
    return Publisher(PublisherId(name), Names(name, name, name), Names(name, name, name), role, True)


PUBLISHERS = {
    p.id: p
    for p in (
        _publisher("sfc", Role.REGULATOR),
        _publisher("hkma", Role.REGULATOR),
        _publisher("fstb", Role.GOVERNMENT),
        _publisher("hkex", Role.EXCHANGE),
        _publisher("rthk", Role.MEDIA),
    )
}
ROW = SourceRow(
    id=SourceId("sfc-press-en"),
    name=Names("SFC press releases", "證監會新聞稿", "香港证监会新闻稿"),
    kind=Kind.RSS,
    url="https://example.test/rss",
    lang="en",
    publisher=PUBLISHERS[PublisherId("sfc")],
    aliases=("The Commission",),
    poll=(),
    key="ref",
    enabled=True,
    status=Status.SEEN,
    quirks=frozenset(),
    keep=Keep.FULL,
    attribution="",
)
CATALOGUE = Catalogue(publishers=PUBLISHERS, sources={ROW.id: ROW})


@pytest.mark.parametrize(
    ("source", "publisher"),
    [
        ("sfc-press-en", "sfc"),
        ("證監會新聞稿", "sfc"),
        ("the commission", "sfc"),
        ("SFC news (TC)", "sfc"),
        ("SFC circular (TC)", "sfc"),
        ("sfc_press_releases", "sfc"),
        ("Hong Kong SFC alert list", "sfc"),
        ("hkma_circulars", "hkma"),
        ("fstb_consultations", "fstb"),
        ("HKEX news (TC)", "hkex"),
        ("rthk", "rthk"),
        ("RTHK zh finance", "rthk"),
    ],
)
def test_a_source_is_known_by_id_name_alias_or_leading_publisher(source: str, publisher: str) -> None:
    found = publisher_for(source, CATALOGUE)
    assert found is not None
    assert found.id == publisher


@pytest.mark.parametrize("source", ["", "CoinDesk", "sfcnews", "US SEC PAUSE list", "Hong Kong"])
def test_any_other_source_is_unknown(source: str) -> None:
    assert publisher_for(source, CATALOGUE) is None


class Spy:
    """Answers every item alike and keeps what it was asked."""

    def __init__(self, level: BtcLevel | None = None) -> None:
        self.asked: list[FlagInput] = []
        self._level = level

    def __call__(self, item: FlagInput) -> Flags:
        self.asked.append(item)
        reason = Reason("r", "sfc", "title", "證監會", 0, 3)
        return Flags((Topic.SFC,), True, True, Level.CRITICAL, DocType.PRESS, (reason,), self._level)


def _line(**fields: object) -> str:
    return json.dumps({"id": "1", "title": "t", **fields}, ensure_ascii=False)


def test_an_item_comes_back_with_its_judgement() -> None:
    (out,) = classify_stream([_line(id="7", title="證監會公布").encode()], Spy(), CATALOGUE)
    assert json.loads(out) == {
        "id": "7",
        "topics": ["sfc"],
        "hk": True,
        "flag": True,
        "severity": "high",
        "reasons": [{"rule": "r", "topic": "sfc", "field": "title", "words": "證監會", "start": 0, "end": 3}],
    }
    assert "證監會" in out


def test_a_level_is_told_when_there_is_one() -> None:
    spy = Spy(BtcLevel(Decimal("109071"), "above", True))
    (out,) = classify_stream([_line()], spy, CATALOGUE)
    assert json.loads(out)["btc_level"] == {"usd": 109071.0, "direction": "above", "reached": True}


def test_what_a_line_leaves_out_or_gives_as_null_is_empty() -> None:
    spy = Spy()
    lines = [_line(), _line(source=None, url=None, summary=None, lang=None, published=None)]
    assert len(list(classify_stream(lines, spy, CATALOGUE))) == 2
    assert spy.asked[0] == spy.asked[1] == FlagInput("t", "", "")


def test_source_and_time_reach_the_rules() -> None:
    spy = Spy()
    lines = [
        _line(source="SFC news (TC)", summary="b", lang="zh", published="2025-02-19T14:20:00+08:00"),
        _line(source="sfc-press-en", published="yesterday"),
    ]
    list(classify_stream(lines, spy, CATALOGUE))
    first, second = spy.asked
    assert first.publisher is not None
    assert (first.publisher.id, first.source_id, first.body, first.lang) == ("sfc", "sfc-news-tc", "b", "zh")
    assert first.published_at is not None
    assert first.published_at.isoformat() == "2025-02-19T14:20:00+08:00"
    assert (second.source_id, second.published_at) == ("sfc-press-en", None)


@pytest.mark.parametrize("line", ["{", '"text"', b'{"id": "1", "title": "\xff"}', '{"id": 5, "title": "t"}', "[]"])
def test_a_broken_line_answers_with_an_error_and_the_rest_goes_on(line: str | bytes) -> None:
    out = [json.loads(o) for o in classify_stream([line, _line(id="2")], Spy(), CATALOGUE)]
    assert "error" in out[0]
    assert out[1]["id"] == "2"


def test_a_broken_line_keeps_its_id_when_that_can_be_read() -> None:
    (out,) = classify_stream(['{"id": "9"}'], Spy(), CATALOGUE)
    answer = json.loads(out)
    assert answer["id"] == "9"
    assert "title" in answer["error"]


def test_each_answer_comes_before_the_next_line_is_asked_for() -> None:
    given: list[str] = []

    def lines() -> Iterator[str]:
        for name in ("1", "2"):
            given.append(name)
            yield _line(id=name)

    answers = classify_stream(lines(), Spy(), CATALOGUE)
    assert json.loads(next(answers))["id"] == "1"
    assert given == ["1"]


def test_blank_lines_are_passed_over() -> None:
    assert [json.loads(o)["id"] for o in classify_stream(["\n", _line(), " \n"], Spy(), CATALOGUE)] == ["1"]
