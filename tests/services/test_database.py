# SPDX-License-Identifier: MIT
"""The database thread: group commit, failures that stay alone, and an orderly end."""

import asyncio
import sqlite3
import threading
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hkwatch.domain.errors import StoreError
from hkwatch.services.database import Database
from hkwatch.store import db as store
from patience import PATIENCE_S

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hkwatch.db"


def with_database(file: Path, test: Callable[[Database], Awaitable[None]], *statements: str) -> None:
    """Run `test` with an open database; `statements` are run on its connection first."""

    def connect() -> sqlite3.Connection:
        connection = store.open_writer(file, file.parent / "backups", NOW)
        for statement in statements:
            connection.execute(statement)
        return connection

    async def run() -> None:
        database = Database(connect, file)
        await database.open()
        try:
            await test(database)
        finally:
            await database.close()

    asyncio.run(run())


def stored(file: Path) -> dict[str, str]:
    """What another connection sees."""
    with closing(store.open_reader(file)) as reader:
        return dict(reader.execute("SELECT key, value FROM meta").fetchall())


def put(db: sqlite3.Connection, key: str, value: str = "1") -> str:
    store.set_meta(db, key, value)
    return key


def put_and_fail(db: sqlite3.Connection, key: str) -> str:
    put(db, key)
    raise ValueError(key)


def put_badly(db: sqlite3.Connection, key: str) -> None:
    put(db, key)
    db.execute("INSERT INTO item_text (item_id) VALUES (1)")


class Blocker:
    """Keeps the thread busy until released, so that what is asked meanwhile waits together."""

    def __init__(self) -> None:
        self.started, self.release = threading.Event(), threading.Event()

    def __call__(self, db: sqlite3.Connection) -> None:
        self.started.set()
        assert self.release.wait(30)


async def together(database: Database, ask: Callable[[], list[Awaitable[object]]]) -> list[object]:
    """The answers of calls that wait behind one another."""
    blocker = Blocker()
    busy = asyncio.ensure_future(database.run(blocker))
    await asyncio.to_thread(blocker.started.wait, 30)
    asked = [asyncio.ensure_future(call) for call in ask()]
    # One turn of the loop and every call stands in the queue.
    await asyncio.sleep(0)
    blocker.release.set()
    await busy
    return await asyncio.gather(*asked, return_exceptions=True)


def test_a_call_returns_what_its_function_returns_and_is_committed(file: Path) -> None:
    async def test(database: Database) -> None:
        assert await database.run(put, "a", value="2") == "a"
        assert stored(file) == {"a": "2"}

    with_database(file, test)


def test_functions_run_in_one_thread_that_is_not_the_loops(file: Path) -> None:
    async def test(database: Database) -> None:
        seen = {await database.run(lambda db: threading.current_thread().name) for _ in range(3)}
        assert seen == {"database"}

    with_database(file, test)


def test_one_failing_call_among_many_fails_alone(file: Path) -> None:
    async def test(database: Database) -> None:
        answers = await together(
            database, lambda: [database.run(put_and_fail if n == 7 else put, str(n)) for n in range(20)]
        )
        failed = [n for n, answer in enumerate(answers) if isinstance(answer, Exception)]
        assert failed == [7]
        assert isinstance(answers[7], ValueError)
        assert set(stored(file)) == {str(n) for n in range(20) if n != 7}

    with_database(file, test)


def test_an_error_of_sqlite_in_one_call_names_the_file_and_spares_the_others(file: Path) -> None:
    async def test(database: Database) -> None:
        answers = await together(
            database, lambda: [database.run(put, "a"), database.run(put_badly, "b"), database.run(put, "c")]
        )
        error = answers[1]
        assert isinstance(error, StoreError)
        assert str(file) in error.detail
        assert isinstance(error.__cause__, sqlite3.IntegrityError)
        assert (answers[0], answers[2]) == ("a", "c")
        assert set(stored(file)) == {"a", "c"}

    with_database(file, test)


def test_who_remembers_what_was_written_hears_that_all_of_it_was_undone(file: Path) -> None:
    def end_all(db: sqlite3.Connection) -> None:
        db.execute("ROLLBACK")
        raise ValueError("disk full")

    async def test(database: Database) -> None:
        heard: list[str] = []
        database.on_rollback(lambda: heard.append(threading.current_thread().name))
        await together(database, lambda: [database.run(put, "a"), database.run(put_and_fail, "b")])
        assert heard == []
        answers = await together(database, lambda: [database.run(put, "c"), database.run(end_all)])
        assert [type(answer) for answer in answers] == [ValueError, ValueError]
        assert heard == ["database"]
        assert set(stored(file)) == {"a"}

    with_database(file, test)


def test_calls_that_wait_together_are_committed_together(file: Path) -> None:
    async def test(database: Database) -> None:
        commits: list[str] = []
        await database.run(lambda db: db.set_trace_callback(commits.append))
        await together(database, lambda: [database.run(put, str(n)) for n in range(200)])
        # One for the call that switched the tracing on, one for the blocker, one for all the others.
        assert commits.count("COMMIT") == 3

    with_database(file, test)


def test_nobody_is_answered_before_the_commit(file: Path) -> None:
    async def test(database: Database) -> None:
        last = Blocker()
        blocker = Blocker()
        busy = asyncio.ensure_future(database.run(blocker))
        await asyncio.to_thread(blocker.started.wait, 30)
        first = asyncio.ensure_future(database.run(put, "a"))
        second = asyncio.ensure_future(database.run(last))
        await asyncio.sleep(0)
        blocker.release.set()
        await busy
        await asyncio.to_thread(last.started.wait, 30)
        # `a` has run in the transaction that `last` holds open.
        assert not first.done()
        assert stored(file) == {}
        last.release.set()
        await second
        assert await first == "a"
        assert stored(file) == {"a": "1"}

    with_database(file, test)


def test_calls_are_carried_out_in_the_order_they_were_made(file: Path) -> None:
    async def test(database: Database) -> None:
        order: list[int] = []
        await together(database, lambda: [database.run(lambda db, n: order.append(n), n) for n in range(600)])
        assert order == list(range(600))

    with_database(file, test)


def test_a_cancelled_caller_does_not_undo_what_is_half_done(file: Path) -> None:
    async def test(database: Database) -> None:
        blocker = Blocker()
        busy = asyncio.ensure_future(database.run(blocker))
        await asyncio.to_thread(blocker.started.wait, 30)
        call = asyncio.ensure_future(database.run(put, "a"))
        await asyncio.sleep(0)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        blocker.release.set()
        await busy
        await database.run(put, "b")
        assert set(stored(file)) == {"a", "b"}

    with_database(file, test)


def test_closing_carries_out_what_is_queued(file: Path) -> None:
    async def run() -> list[str]:
        database = Database(lambda: store.open_writer(file, file.parent / "backups", NOW), file)
        await database.open()
        calls = [asyncio.ensure_future(database.run(put, str(n))) for n in range(500)]
        await asyncio.sleep(0)
        await database.close()
        return await asyncio.gather(*calls)

    assert asyncio.run(run()) == [str(n) for n in range(500)]
    assert len(stored(file)) == 500


def test_pages_that_were_read_are_let_go_in_a_quiet_moment(file: Path) -> None:
    let_go = threading.Event()

    def connect() -> sqlite3.Connection:
        connection = store.open_writer(file, file.parent / "backups", NOW)
        connection.set_trace_callback(lambda statement: let_go.set() if "shrink_memory" in statement else None)
        return connection

    async def run() -> None:
        database = Database(connect, file)
        await database.open()
        await database.run(put, "a")
        assert await asyncio.to_thread(let_go.wait, PATIENCE_S)
        # And there is work again.
        assert await database.run(put, "b") == "b"
        await database.close()

    asyncio.run(run())
    assert stored(file).keys() >= {"a", "b"}


def test_closing_twice_or_unopened_is_no_trouble(file: Path) -> None:
    async def run() -> None:
        database = Database(lambda: store.open_writer(file, file.parent / "backups", NOW), file)
        await database.close()
        await database.open()
        await database.close()
        await database.close()

    asyncio.run(run())


def test_a_call_after_the_end_is_refused_at_once(file: Path) -> None:
    async def run() -> None:
        database = Database(lambda: store.open_writer(file, file.parent / "backups", NOW), file)
        await database.open()
        await database.close()
        with pytest.raises(StoreError) as caught:
            await asyncio.wait_for(database.run(put, "a"), 10)
        assert caught.value.key == "closed"

    asyncio.run(run())


def test_a_call_that_comes_in_behind_the_end_is_answered(file: Path) -> None:
    async def run() -> list[object]:
        database = Database(lambda: store.open_writer(file, file.parent / "backups", NOW), file)
        await database.open()
        blocker = Blocker()
        busy = asyncio.ensure_future(database.run(blocker))
        await asyncio.to_thread(blocker.started.wait, 30)
        closing_down = asyncio.ensure_future(database.close())
        await asyncio.sleep(0)
        late = asyncio.ensure_future(database.run(put, "late"))
        await asyncio.sleep(0)
        blocker.release.set()
        await busy
        await closing_down
        return await asyncio.wait_for(asyncio.gather(late, return_exceptions=True), 10)

    (answer,) = asyncio.run(run())
    assert isinstance(answer, StoreError)
    assert stored(file) == {}


def test_a_file_that_cannot_be_opened_is_told_to_whoever_opens_and_to_every_call(tmp_path: Path) -> None:
    async def run() -> None:
        database = Database(lambda: store.open_writer(tmp_path, tmp_path / "backups", NOW), tmp_path)
        with pytest.raises(StoreError) as caught:
            await database.open()
        assert caught.value.key == "disk"
        with pytest.raises(StoreError):
            await asyncio.wait_for(database.run(put, "a"), 10)
        await database.close()

    asyncio.run(run())


def test_a_full_disk_fails_the_call_names_the_cause_and_the_watch_goes_on(file: Path) -> None:
    def shrink(db: sqlite3.Connection) -> None:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages + 2}")

    def fill(db: sqlite3.Connection) -> None:
        for n in range(500):
            put(db, f"big{n}", "x" * 3000)

    async def test(database: Database) -> None:
        await database.run(put, "before")
        await database.run(shrink)
        answers = await together(database, lambda: [database.run(put, "a"), database.run(fill), database.run(put, "b")])
        assert isinstance(answers[1], StoreError)
        assert answers[1].key == "disk"
        assert "space" in answers[1].next_step
        # SQLite may undo the whole batch on a full disk: whoever was told "done" is stored, and nobody else.
        told = {answer for answer in answers if isinstance(answer, str)}
        assert all(isinstance(answer, str) or getattr(answer, "key", "") == "disk" for answer in answers)
        assert set(stored(file)) == {"before"} | told
        await database.run(lambda db: db.execute("PRAGMA max_page_count = 100000") and None)
        assert await database.run(put, "after") == "after"
        assert "after" in stored(file)

    with_database(file, test)


def test_a_function_that_ends_the_transaction_itself_fails_and_the_watch_goes_on(file: Path) -> None:
    def commit(db: sqlite3.Connection) -> None:
        db.execute("COMMIT")

    async def test(database: Database) -> None:
        with pytest.raises(StoreError):
            await asyncio.wait_for(database.run(commit), 10)
        assert await asyncio.wait_for(database.run(put, "a"), 10) == "a"

    with_database(file, test)


def test_a_database_that_may_only_be_read_says_so(file: Path) -> None:
    async def test(database: Database) -> None:
        with pytest.raises(StoreError) as caught:
            await database.run(put, "a")
        assert caught.value.key == "disk"
        assert "permissions" in caught.value.next_step

    with_database(file, test, "PRAGMA query_only = ON")
