# SPDX-License-Identifier: MIT
"""The SFC's circulars and consultations: what is asked, and what answers and slips mean."""

import contextlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.errors import FormatError
from hkwatch.domain.ids import SourceId
from hkwatch.domain.item import Precision
from hkwatch.sources.archives import NAMES, archive_of
from hkwatch.sources.catalogue import ADAPTERS, load_catalogue
from hkwatch.sources.request import Want

ROWS = load_catalogue(Path(__file__).parents[2] / "resources" / "catalogue", None)[0].sources
NEWS, CIRCULARS, CONSULTATIONS = (
    ROWS[SourceId(name)] for name in ("sfc-news-api", "sfc-circular-api", "sfc-consultation-api")
)


def circular(**changes: object) -> dict[str, object]:
    return {
        "refNo": "26EC6",
        "lang": "EN",
        "title": "Circular to  platform operators\r\n",
        "releasedDate": "2026-02-11T17:05:40.2",
        "postDocType": "110",
        "appendixDocList": [{"caption": "Annex A", "fileKeySeq": 1}, {"caption": None}],
        "publicUrl": None,
        **changes,
    }


def consultation(**changes: object) -> dict[str, object]:
    return {
        "cpRefNo": "26CP2",
        "cpTitle": "Consultation on dealing rules\r\n",
        "cpIssueDate": "2026-06-01T09:30:00",
        "commentDeadline": "2026-07-31T00:00:00",
        "commentActualDeadline": "2026-07-31T00:00:00",
        "ccRefNo": None,
        "ccTitle": None,
        "ccIssueDate": None,
        "archiveDate": "2099-12-31T00:00:00",
        **changes,
    }


def body(*items: dict[str, object], total: int | None = None) -> bytes:
    return json.dumps({"items": items, "total": len(items) if total is None else total}).encode()


def test_each_question_names_its_language_and_order() -> None:
    asked = [archive_of(row).request(row, 2, 30, 2026) for row in (NEWS, CIRCULARS, CONSULTATIONS)]
    assert {(one.method, one.want) for one in asked} == {("POST", Want.JSON)}
    bodies = [dict(one.json_body or {}) for one in asked]
    assert [one["lang"] for one in bodies] == ["EN"] * 3
    assert [(one["pageNo"], one["pageSize"]) for one in bodies] == [(2, 30)] * 3
    assert [one["sort"] for one in bodies] == [
        {"field": "issueDate", "order": "desc"},
        {"field": "issueDate", "order": "desc"},
        {"field": "cpIssueDate", "order": "desc"},
    ]
    # The circular search takes a number, the others a text.
    assert [one["year"] for one in bodies] == ["2026", 2026, "2026"]
    tc = archive_of(CIRCULARS).request(replace(CIRCULARS, lang="zh-Hant"), 0, 10).json_body or {}
    assert (tc["lang"], tc["year"]) == ("TC", "all")


@pytest.mark.parametrize(("page", "size"), [(-1, 20), (0, 0), (0, 1001)])
def test_questions_out_of_range_are_never_asked(page: int, size: int) -> None:
    for row in (NEWS, CIRCULARS, CONSULTATIONS):
        with pytest.raises(ValueError, match="out of range"):
            archive_of(row).request(row, page, size)


def test_circulars_are_asked_for_by_hong_kongs_years() -> None:
    years = archive_of(CIRCULARS).years
    new_year_here = datetime(2025, 12, 31, 17, tzinfo=UTC)
    assert years(datetime(2025, 11, 1, tzinfo=UTC), datetime(2026, 1, 20, tzinfo=UTC)) == (2026, 2025)
    assert years(new_year_here, new_year_here) == (2026,)
    assert archive_of(NEWS).years(new_year_here, new_year_here) == (None,)


def test_a_circular_has_its_number_its_hong_kong_time_and_a_page_to_open() -> None:
    page = archive_of(CIRCULARS).parse(body(circular(), total=7), CIRCULARS)
    (entry,) = page.entries
    assert (entry.ref, entry.guid, entry.title, entry.lang) == (
        "26EC6",
        "26EC6",
        "Circular to platform operators",
        "en",
    )
    assert entry.published_at == datetime(2026, 2, 11, 9, 5, 40, tzinfo=UTC)
    assert entry.link == "https://apps.sfc.hk/edistributionWeb/gateway/EN/circular/doc?refNo=26EC6"
    assert (page.total, page.is_last, page.warnings) == (7, False, ())
    (facts,) = page.circulars
    assert (facts.ref, facts.kind, facts.appendices) == ("26EC6", 110, ("Annex A",))


def test_a_circular_may_state_its_address_or_nothing_but_number_and_title() -> None:
    stated = "https://apps.sfc.hk/edistributionWeb/gateway/EN/circular/aml/doc?refNo=26EC7"
    bare = {"refNo": "26EC8", "title": "Bare", "postDocType": 200}
    page = archive_of(CIRCULARS).parse(body(circular(refNo="26EC7", publicUrl=stated), bare), CIRCULARS)
    assert page.entries[0].link == stated
    assert page.entries[1].published_at is None
    assert [facts.kind for facts in page.circulars] == [110, 200]
    assert page.is_last


def test_a_deadline_that_was_put_off_keeps_both_days() -> None:
    moved = consultation(commentActualDeadline="2026-08-14T23:59:59")
    (deadline,) = archive_of(CONSULTATIONS).parse(body(moved), CONSULTATIONS).deadlines
    assert (deadline.announced, deadline.actual) == (date(2026, 7, 31), date(2026, 8, 14))
    assert deadline.is_extended
    assert deadline.closes_on == date(2026, 8, 14)


def test_a_deadline_that_stands_is_not_called_extended() -> None:
    page = archive_of(CONSULTATIONS).parse(body(consultation(), consultation(cpRefNo="26CP3")), CONSULTATIONS)
    assert [deadline.is_extended for deadline in page.deadlines] == [False, False]
    assert page.deadlines[0].closes_on == date(2026, 7, 31)
    silent = consultation(commentDeadline=None, commentActualDeadline=None)
    (deadline,) = archive_of(CONSULTATIONS).parse(body(silent), CONSULTATIONS).deadlines
    assert (deadline.closes_on, deadline.is_extended) == (None, False)


def test_conclusions_are_an_item_of_their_own_and_end_the_wait() -> None:
    done = consultation(ccRefNo="26CC2", ccTitle="Conclusions on dealing rules", ccIssueDate="2026-09-01T16:30:00")
    page = archive_of(CONSULTATIONS).parse(body(done), CONSULTATIONS)
    assert [(entry.ref, entry.title) for entry in page.entries] == [
        ("26CP2", "Consultation on dealing rules"),
        ("26CC2", "Conclusions on dealing rules"),
    ]
    assert page.entries[1].published_at == datetime(2026, 9, 1, 8, 30, tzinfo=UTC)
    assert page.entries[0].link.endswith("/EN/consultation/doc?refNo=26CP2")
    (deadline,) = page.deadlines
    assert (deadline.conclusion_ref, deadline.concluded_at) == ("26CC2", page.entries[1].published_at)


def test_a_page_of_consultations_is_always_long_enough_for_every_open_deadline() -> None:
    assert archive_of(CONSULTATIONS).page_size(20) == 50
    assert archive_of(CIRCULARS).page_size(20) == 20
    assert archive_of(NEWS).page_size(5000) == 1000


@pytest.mark.parametrize("row", [NEWS, CIRCULARS, CONSULTATIONS], ids=["news", "circulars", "consultations"])
def test_rows_counted_but_not_sent_are_an_error_and_a_page_behind_the_end_is_not(row: SourceRow) -> None:
    archive = archive_of(row)
    with pytest.raises(FormatError) as caught:
        archive.parse(body(total=217), row)
    assert caught.value.key == "empty-with-total"
    assert caught.value.next_step
    behind = archive.parse(body(total=217), row, 217)
    assert (behind.entries, behind.is_last) == ((), True)
    assert archive.parse(body(total=0), row).is_last


@pytest.mark.parametrize("row", [NEWS, CIRCULARS, CONSULTATIONS], ids=["news", "circulars", "consultations"])
@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (b"<html></html>", "not-json"),
        (b"\xff{", "not-json"),
        (b"[]", "unexpected-form"),
        (b'{"items": [], "error": "Internal Server Error"}', "unexpected-form"),
        (b'{"items": {}, "total": 1}', "unexpected-form"),
        (b'{"items": [{"lang": "EN"}], "total": 1}', "unexpected-form"),
    ],
)
def test_answers_in_another_form_are_named(row: SourceRow, answer: bytes, key: str) -> None:
    with pytest.raises(FormatError) as caught:
        archive_of(row).parse(answer, row)
    assert caught.value.key == key


def test_a_row_that_cannot_be_read_is_left_out_and_named() -> None:
    page = archive_of(CIRCULARS).parse(body(circular(), circular(refNo=None), circular(title=" ")), CIRCULARS)
    assert len(page.entries) == 1
    assert page.warnings == ("items[1] has no refNo", "items[2] has no title")
    page = archive_of(CONSULTATIONS).parse(body(consultation(), consultation(cpTitle="")), CONSULTATIONS)
    assert page.warnings == ("items[1] has no cpTitle",)


def test_a_time_nobody_can_read_costs_only_the_time() -> None:
    page = archive_of(CIRCULARS).parse(body(circular(releasedDate="soon")), CIRCULARS)
    assert page.entries[0].published_at is None
    assert page.entries[0].precision is Precision.SECOND


def test_the_news_archive_says_when_it_is_read_to_its_end() -> None:
    news: dict[str, object] = {"newsRefNo": "26PR1", "lang": "EN", "title": "One", "issueDate": "2026-01-02T09:00:00"}
    assert not archive_of(NEWS).parse(body(news, total=3), NEWS, 0).is_last
    assert archive_of(NEWS).parse(body(news, total=3), NEWS, 2).is_last


def test_an_adapter_nobody_wrote_is_an_error_of_its_row() -> None:
    assert NAMES == ADAPTERS
    with pytest.raises(FormatError) as caught:
        archive_of(replace(NEWS, adapter="carrier-pigeon"))
    assert caught.value.key == "unknown-adapter"
    assert "carrier-pigeon" in caught.value.detail


@given(
    st.binary(max_size=200)
    | st.recursive(st.none() | st.text(), lambda s: st.lists(s)).map(lambda v: json.dumps(v).encode())
)
def test_no_answer_fails_in_another_way(answer: bytes) -> None:
    for row in ROWS.values():
        if row.adapter:
            with contextlib.suppress(FormatError):
                archive_of(row).parse(answer, row)
