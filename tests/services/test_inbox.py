# SPDX-License-Identifier: MIT
"""What the window reads: only what it asks for, read-only, and nothing stays open."""

import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hkwatch.domain.catalogue import Catalogue, Keep, Kind, Names, Publisher, Role, SourceRow, Status
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.entities import Entity
from hkwatch.domain.errors import StoreError
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId, PublisherId, SourceId
from hkwatch.domain.order import first_id, to_ms
from hkwatch.domain.query import Query, parse_query
from hkwatch.domain.query_known import Known
from hkwatch.domain.query_tree import Field
from hkwatch.services.inbox import InboxReader
from hkwatch.services.store_reader import ReadInterruptedError
from hkwatch.store import firms, prices
from hkwatch.store.db import open_writer, schema
from hkwatch.store.index import index_item
from services.stored_items import put

NOW = datetime(2025, 2, 19, 6, 0, tzinfo=UTC)
SFC = Publisher(PublisherId("sfc"), Names("SFC", "證監會", "香港证监会"), Names("SFC", "", ""), Role.REGULATOR, True)
ROW = SourceRow(
    id=SourceId("sfc-press-en"),
    name=Names("SFC press releases", "證監會新聞稿", "证监会新闻稿"),
    kind=Kind.RSS,
    url="https://example.test/rss",
    lang="en",
    publisher=SFC,
    aliases=(),
    poll=(),
    key="ref",
    enabled=True,
    status=Status.SEEN,
    quirks=frozenset(),
    keep=Keep.FULL,
    attribution="Securities and Futures Commission",
)
CATALOGUE = Catalogue(publishers={SFC.id: SFC}, sources={ROW.id: ROW})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hkwatch.db"


@pytest.fixture
def writer(file: Path) -> Iterator[sqlite3.Connection]:
    db = open_writer(file, file.parent / "backups", NOW)
    yield db
    db.close()


@pytest.fixture
def reader(file: Path) -> Iterator[InboxReader]:
    reader = InboxReader(file, Folder({}), CATALOGUE)
    yield reader
    reader.close()


def test_before_the_file_is_there_reading_says_so(reader: InboxReader) -> None:
    with pytest.raises(StoreError) as error:
        reader.open()
    assert error.value.key == "not-ready"
    with pytest.raises(StoreError, match="not open"):
        reader.page(Query())
    assert not reader.is_open


def test_a_file_of_another_schema_is_not_opened(writer: sqlite3.Connection, reader: InboxReader) -> None:
    with pytest.raises(StoreError) as error:
        reader.open(schema() + 1)
    assert error.value.key == "not-ready"


def test_it_reads_what_the_engine_writes_meanwhile(writer: sqlite3.Connection, reader: InboxReader) -> None:
    reader.open(schema())
    assert reader.page(Query()).rows == ()
    put(writer, 2048, "A circular")
    assert [row.title for row in reader.page(Query()).rows] == ["A circular"]
    assert reader.counts(Query()).total == 1


def test_it_cannot_write(writer: sqlite3.Connection, reader: InboxReader) -> None:
    reader.open()
    db = reader._db
    assert db is not None
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM item")


def test_no_transaction_stays_open_after_a_read(writer: sqlite3.Connection, reader: InboxReader) -> None:
    reader.open()
    for ident in range(1, 400):
        put(writer, ident, f"Item {ident}")
    page = reader.page(Query())
    assert page.more
    # A reader in the middle of a transaction would keep the log from being emptied.
    busy, log, moved = writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert (busy, log, moved) == (0, 0, 0)


def test_the_next_page_follows_the_last_row(writer: sqlite3.Connection, reader: InboxReader) -> None:
    reader.open()
    for ident in range(1, 251):
        put(writer, ident, f"Item {ident}")
    first = reader.page(Query())
    second = reader.page(Query(), first.rows[-1].id)
    assert [row.id for row in (*first.rows, *second.rows)] == list(range(250, 0, -1))
    assert not second.more


def test_an_item_names_its_source_and_its_publisher_as_the_catalogue_does(
    writer: sqlite3.Connection, reader: InboxReader
) -> None:
    reader.open()
    put(writer, 7, "A circular")
    put(writer, 8, "Of a source that was removed", source="gone")
    page = reader.page(Query())
    known, unknown = reader.detail(page.rows[1].id), reader.detail(page.rows[0].id)
    assert known is not None
    assert known.source_names == ("SFC press releases", "證監會新聞稿", "证监会新闻稿")
    assert known.attribution == "Securities and Futures Commission"
    assert unknown is not None
    assert unknown.source_names[0] == "gone"


def test_what_is_counted_within_a_time_stands_no_lower_in_the_list(
    writer: sqlite3.Connection, reader: InboxReader
) -> None:
    reader.open()
    now = datetime.now(UTC)
    for days in (1, 5, 9):
        put(writer, first_id(to_ms(now - timedelta(days=days))), f"{days} days ago")
    assert reader.count(Query()) == 3
    assert reader.count(Query(), timedelta(days=8)) == 2


def test_matching_gives_the_rows_a_query_finds_among_items(writer: sqlite3.Connection, reader: InboxReader) -> None:
    reader.open()
    put(writer, 1, "Low", level=0)
    put(writer, 2, "High", level=2)
    put(writer, 3, "Not asked for", level=2)
    found = reader.matching(parse_query("is:unread"), tuple(row.id for row in reader.page(Query()).rows[1:]))
    assert [row.title for row in found] == ["High", "Low"]
    assert [row.title for row in reader.latest_serious(5)] == ["Not asked for", "High"]
    assert reader.open_counts().high == 2


def test_prices_are_minutes_lately_and_hours_before(writer: sqlite3.Connection, reader: InboxReader) -> None:
    reader.open()
    for hours in range(72):
        at = NOW - timedelta(hours=hours)
        prices.put_bar(writer, "BTC", prices.HOUR_S, ChartPoint(at, 1, 1, 1, 1))
    for minutes in range(120):
        at = NOW - timedelta(minutes=minutes)
        prices.put_bar(writer, "BTC", prices.MINUTE_S, ChartPoint(at, 2, 2, 2, 2))
    points = reader.points("BTC", NOW - timedelta(days=7), NOW)
    assert [point.at for point in points] == sorted(point.at for point in points)
    assert sum(point.close == 2 for point in points) == 120
    assert sum(point.close == 1 for point in points) == 70
    assert points[0].at == NOW - timedelta(hours=71)
    lately = reader.points("BTC", NOW - timedelta(hours=1), NOW)
    assert {point.close for point in lately} == {2}


def test_a_running_read_can_be_interrupted_from_another_thread(writer: sqlite3.Connection, reader: InboxReader) -> None:
    reader.open()
    db = reader._db
    assert db is not None
    # A read that would take for ever, on the same connection, under the same guard.
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    interrupting = threading.Thread(target=lambda: (threading.Event().wait(0.05), reader.interrupt()))
    interrupting.start()
    with pytest.raises(ReadInterruptedError), reader._reading() as running:
        running.execute(endless).fetchone()
    interrupting.join()
    assert reader.page(Query()).rows == ()


def test_interrupting_where_nothing_runs_does_no_harm(writer: sqlite3.Connection, reader: InboxReader) -> None:
    reader.interrupt()
    reader.open()
    reader.interrupt()
    assert reader.counts(Query()).total == 0
    reader.close()
    reader.interrupt()


def test_a_name_is_in_doubt_only_where_neither_list_nor_store_has_it(
    writer: sqlite3.Connection, reader: InboxReader
) -> None:
    known = Known({Field.SRC: ("sfc",), Field.LABEL: ("licence",), Field.RULE: ()})
    firms.put_dictionary(writer, [Entity("example", "Example", ("Example Digital",), ce="ZZZ001")], Folder({}))
    put(writer, 1, "A title")
    index_item(writer, ItemId(1), Folder({}))
    reader.open()

    def doubt(text: str) -> tuple[str, tuple[str, ...]] | None:
        error = reader.unknown_name(parse_query(text), known)
        return None if error is None else (error.value, error.allowed)

    # The source of a stored item that no list has any more.
    (source,) = writer.execute("SELECT source FROM item").fetchone()
    assert doubt(f"src:{source} src:sfc label:licence words") is None
    assert doubt("label:licence src:scf") == ("scf", ("sfc",))
    assert doubt('entity:"example digital" ce:ZZZ001') is None
    assert doubt("entity:exampel") == ("exampel", ("Example",))
    assert doubt("ce:ZZZ002") == ("ZZZ002", ("ZZZ001",))
    assert doubt("rule:nothing") == ("nothing", ())
    found = reader.unknown_names(
        ("rule:nothing -label:licence", "src:(", "", "src:scf rule:Nothing rule:nothing"), known
    )
    assert {text: [error.value for error in errors] for text, errors in found.items()} == {
        "rule:nothing -label:licence": ["nothing"],
        "src:scf rule:Nothing rule:nothing": ["scf", "Nothing", "nothing"],
    }
