# SPDX-License-Identifier: MIT
"""The engine's one connection, in a thread of its own: nothing in the loop ever waits for the disk.

    await database.run(function, *args)   →  queue  →  thread: BEGIN, savepoint each, COMMIT  →  results

Calls that wait together are committed together (200 unchanged sources cost one fsync, not 200); each still succeeds or
fails by itself, and nobody is answered before the commit.
"""

import asyncio
import contextlib
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from hkwatch.domain.errors import StoreError
from hkwatch.services.giving_back import GivingBack
from hkwatch.store.db import as_store_error

_P = ParamSpec("_P")
_T = TypeVar("_T")
_TOGETHER = 256

_Job = tuple[Callable[[sqlite3.Connection], Any], "Future[Any]"]


class Database:
    """Runs functions `f(db, …)` one after another inside transactions. Close it when the engine stops."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], path: Path) -> None:
        """`connect` is called in the thread; what it raises comes out of `opened`."""
        self._connect = connect
        self._path = path
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._opened: Future[None] = Future()
        self._door = threading.Lock()
        self._closed = False
        self._forgetting: list[Callable[[], None]] = []
        self._thread = threading.Thread(target=self._work, name="database", daemon=True)

    def on_rollback(self, forget: Callable[[], None]) -> None:
        """Have `forget` called in the thread when a whole transaction was undone, before the next one begins.

        A function that fails by itself knows so; that what it wrote was undone with all else it does not.
        """
        self._forgetting.append(forget)

    async def open(self) -> None:
        """Start the thread and open the file. Raises StoreError."""
        self._thread.start()
        await asyncio.shield(asyncio.wrap_future(self._opened))

    async def run(
        self, function: Callable[Concatenate[sqlite3.Connection, _P], _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> _T:
        """Run `function(db, *args)`; all it wrote is committed when this returns.

        Raises StoreError for SQLite's errors, `closed` once the database is closed or could not be opened.
        """
        future: Future[_T] = Future()
        with self._door:
            if self._closed:
                raise _closed(self._path)
            self._jobs.put((lambda db: function(db, *args, **kwargs), future))
        # A cancelled caller must not cancel what may be half done: the thread answers a future nobody waits for.
        return await asyncio.shield(asyncio.wrap_future(future))

    async def close(self) -> None:
        """Finish what is queued, tidy up and close."""
        if not self._thread.is_alive():
            return
        self._jobs.put(None)
        while self._thread.is_alive():
            await asyncio.to_thread(self._thread.join, 0.5)

    def _work(self) -> None:
        try:
            db = self._connect()
        except BaseException as error:  # noqa: BLE001 - handed to whoever opened us
            self._shut()
            self._opened.set_exception(error)
            return
        self._opened.set_result(None)
        # Pages that were read are worth keeping while there is work: taking in is slower by a tenth with few of them.
        giving = GivingBack(lambda: db.execute("PRAGMA shrink_memory"))
        try:
            while (job := self._next(giving)) is not None:
                if not self._commit_together(db, job):
                    return
                giving.worked()
        finally:
            self._shut()
            # A full disk or a damaged file was told to whoever wrote; tidying up may fail for it.
            with contextlib.suppress(sqlite3.Error):
                db.execute("PRAGMA optimize")
            db.close()

    def _next(self, giving: GivingBack) -> _Job | None:
        while True:
            try:
                return self._jobs.get(timeout=giving.wait_s())
            except queue.Empty:
                giving.quiet()

    def _shut(self) -> None:
        """Take no more calls, and answer those that came in too late."""
        with self._door:
            self._closed = True
        while not self._jobs.empty():
            if (job := self._jobs.get()) is not None:
                job[1].set_exception(_closed(self._path))

    def _commit_together(self, db: sqlite3.Connection, first: _Job) -> bool:
        """Run `first` and what waits behind it in one transaction. False when told to end meanwhile."""
        jobs = [first]
        ending = False
        while len(jobs) < _TOGETHER and not self._jobs.empty():
            job = self._jobs.get()
            if job is None:
                ending = True
                break
            jobs.append(job)
        answers: list[tuple[Future[Any], Any, BaseException | None]] = []
        try:
            db.execute("BEGIN IMMEDIATE")
            for function, future in jobs:
                answers.append((future, *_run_alone(db, function)))
            db.execute("COMMIT")
        except BaseException as error:  # noqa: BLE001 - nothing of the batch is stored: handed to every caller
            if db.in_transaction:
                db.execute("ROLLBACK")
            answers = [(future, None, error) for _, future in jobs]
            for forget in self._forgetting:
                forget()
        for future, result, problem in answers:
            if problem is None:
                future.set_result(result)
            elif isinstance(problem, sqlite3.Error | UnicodeDecodeError):
                wrapped = as_store_error(problem, self._path)
                wrapped.__cause__ = problem
                future.set_exception(wrapped)
            else:
                future.set_exception(problem)
        return not ending


def _run_alone(
    db: sqlite3.Connection, function: Callable[[sqlite3.Connection], Any]
) -> tuple[Any, BaseException | None]:
    """What a function answers or raises; what a failing one wrote is undone. Raises what undid the whole transaction."""
    db.execute("SAVEPOINT one")
    try:
        result, problem = function(db), None
    except BaseException as error:
        # On a full disk SQLite has undone the whole transaction, this savepoint with it.
        if not db.in_transaction:
            raise
        db.execute("ROLLBACK TO one")
        result, problem = None, error
    db.execute("RELEASE one")
    return result, problem


def _closed(path: Path) -> StoreError:
    return StoreError("closed", f"{path} is closed.", "Start hkwatch again.")
