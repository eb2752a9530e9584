# SPDX-License-Identifier: MIT
"""Paging through archives: as far back as needed and no further."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from fakes import START, FakeFetcher
from hkwatch.domain.errors import FormatError
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.order import to_ms
from hkwatch.services.archive import ArchiveRead, all_covered, read_archive
from hkwatch.services.records import new_record
from hkwatch.services.worker import Worker
from services.rig import run, shipped

ROWS = shipped().catalogue.sources
CIRCULARS, CONSULTATIONS, HKMA = (
    ROWS[SourceId(name)] for name in ("sfc-circular-api", "sfc-consultation-api", "hkma-press-api-en")
)


def circulars(*days: str, total: int) -> bytes:
    items = [{"refNo": f"25EC{day.replace('-', '')}", "title": day, "releasedDate": f"{day}T17:00:00"} for day in days]
    return json.dumps({"items": items, "total": total}).encode()


def hkma(count: int, day: str) -> bytes:
    link = f"https://www.hkma.gov.hk/eng/news-and-media/press-releases/2025/02/{day.replace('-', '')}"
    records = [{"title": f"R{number}", "link": f"{link}-{number}/", "date": day} for number in range(count)]
    return json.dumps({"header": {"success": True}, "result": {"datasize": count, "records": records}}).encode()


def read(fetcher: FakeFetcher, row: object, reach: datetime, size: int = 100) -> ArchiveRead:
    async def test() -> ArchiveRead:
        worker = Worker()
        try:
            return await read_archive(row, fetcher, worker, reach, START, size)  # type: ignore[arg-type]
        finally:
            worker.close()

    found: list[ArchiveRead] = []

    async def keep() -> None:
        found.append(await test())

    run(keep())
    return found[0]


def test_a_reach_over_new_year_asks_for_both_years() -> None:
    fetcher = FakeFetcher()
    fetcher.answer(circulars("2025-02-17", "2025-01-03", total=2))
    fetcher.answer(circulars("2024-12-30", "2024-12-01", total=40))
    got = read(fetcher, CIRCULARS, datetime(2024, 12, 15, tzinfo=UTC))
    assert [request.json_body["year"] for request in fetcher.requests if request.json_body] == [2025, 2024]
    assert [entry.title for entry in got.entries] == ["2025-02-17", "2025-01-03", "2024-12-30"]


def test_pages_are_read_until_one_is_older_than_needed() -> None:
    fetcher = FakeFetcher()
    fetcher.answer(circulars("2025-02-17", "2025-02-16", total=9))
    fetcher.answer(circulars("2025-02-15", "2025-01-16", total=9))
    got = read(fetcher, CIRCULARS, datetime(2025, 2, 1, tzinfo=UTC), size=2)
    assert [request.json_body["pageNo"] for request in fetcher.requests if request.json_body] == [0, 1]
    assert len(got.entries) == 3


def test_the_hkma_is_read_by_hundreds_until_a_short_page() -> None:
    fetcher = FakeFetcher()
    fetcher.answer(hkma(100, "2025-02-18"))
    fetcher.answer(hkma(30, "2025-02-17"))
    got = read(fetcher, HKMA, START - timedelta(days=90), size=20)
    assert [request.url.rpartition("offset=")[2] for request in fetcher.requests] == ["0", "100"]
    assert len(got.entries) == 130


def old_paper(**more: object) -> bytes:
    item = {"cpRefNo": "24CP8", "cpTitle": "Old", "cpIssueDate": "2024-06-01T09:00:00", **more}
    return json.dumps({"items": [item], "total": 1}).encode()


def test_deadlines_come_along_even_of_papers_too_old_to_be_news() -> None:
    fetcher = FakeFetcher()
    fetcher.answer(old_paper(commentDeadline="2025-01-31"))
    got = read(fetcher, CONSULTATIONS, START - timedelta(days=3))
    assert got.entries == ()
    assert [(deadline.ref, str(deadline.closes_on)) for deadline in got.deadlines] == [("24CP8", "2025-01-31")]


@pytest.mark.parametrize(
    "more",
    [
        {"commentDeadline": "2025-03-01"},
        {"commentDeadline": "2024-08-01", "ccRefNo": "25CC1", "ccIssueDate": "2025-02-18T16:00:00"},
    ],
)
def test_an_old_paper_comes_along_while_it_is_open_or_where_it_was_concluded_lately(more: dict[str, object]) -> None:
    fetcher = FakeFetcher()
    fetcher.answer(old_paper(**more))
    got = read(fetcher, CONSULTATIONS, START - timedelta(days=3))
    assert "24CP8" in [entry.ref for entry in got.entries]


def test_a_304_nobody_asked_for_is_an_error() -> None:
    fetcher = FakeFetcher()
    fetcher.not_modified()
    with pytest.raises(FormatError) as caught:
        read(fetcher, CIRCULARS, START)
    assert caught.value.key == "unexpected-304"


def test_a_gap_is_filled_when_every_archive_of_its_publisher_was_read_since() -> None:
    rows = [row for row in ROWS.values() if row.publisher.id in ("sfc", "hkma")]
    early, late = START - timedelta(hours=1), START + timedelta(hours=1)
    records = {row.id: replace(new_record(row.id, early), covered_ms=to_ms(late)) for row in rows}
    sfc, hkma_body = PublisherId("sfc"), PublisherId("hkma")
    assert all_covered(rows, records, sfc, START)
    for stale in (None, to_ms(early)):
        records[CIRCULARS.id] = replace(records[CIRCULARS.id], covered_ms=stale)
        assert not all_covered(rows, records, sfc, START)
        assert all_covered(rows, records, hkma_body, START)
