# SPDX-License-Identifier: MIT
"""Looking at the database before the window opens it. Short at every start; whole where something hints at damage.

The short look ends by itself after a budget, so that a large store never delays the window; what it did not reach is
found when it is read, and then the whole check runs at the next start.
"""

import contextlib
import sqlite3
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from hkwatch.domain.errors import StoreError
from hkwatch.services.data_desk import Copy, last_good
from hkwatch.store.backups import Checked
from hkwatch.store.db import as_store_error

BUDGET_S = 0.1
"""Of processor time: a busy machine must not make the look blind."""
_SMALL_BYTES = 32_000_000
"""A store up to this size is looked at whole in any case; that takes less than the budget on a slow disk."""
_STEPS = 2000


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong, in SQLite's words, and the newest copy that is sound."""

    detail: str
    copy: Copy | None
    inside: Checked | None


def look(database: Path, budget_s: float | None = BUDGET_S) -> str:
    """What is wrong with the file, empty for nothing found. `budget_s` None = look at all of it.

    A file that is not there, of another program or of a newer hkwatch is none of its business: the engine says so.
    """
    if not database.exists() or database.stat().st_size == 0:
        return ""
    whole = budget_s is None or database.stat().st_size <= _SMALL_BYTES
    end = None if whole or budget_s is None else time.thread_time() + budget_s
    found: list[str] = []
    try:
        with contextlib.closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as db:
            if end is not None:
                db.set_progress_handler(lambda: time.thread_time() > end, _STEPS)
            for row in db.execute("PRAGMA quick_check(3)"):
                if row[0] != "ok":
                    found.append(str(row[0]))
    except sqlite3.DatabaseError as error:
        if "interrupted" in str(error):
            return found[0] if found else ""
        wrong = as_store_error(error, database)
        return wrong.detail if wrong.key == "damaged" else ""
    return found[0] if found else ""


class EarlyLook:
    """`damage` in a thread of its own: what the window needs is imported meanwhile."""

    def __init__(self, database: Path, backups: Path, budget_s: float | None = BUDGET_S) -> None:
        self._found: Damage | None = None
        self._problem: Exception | None = None
        self._thread = threading.Thread(target=self._look, args=(database, backups, budget_s), name="look", daemon=True)
        self._thread.start()

    def result(self) -> Damage | None:
        """What `damage` gives or raises, as soon as it does."""
        self._thread.join()
        if self._problem is not None:
            raise self._problem
        return self._found

    def _look(self, database: Path, backups: Path, budget_s: float | None) -> None:
        try:
            self._found = damage(database, backups, budget_s)
        except Exception as problem:  # noqa: BLE001 - `result` raises it
            self._problem = problem


def damage(database: Path, backups: Path, budget_s: float | None = BUDGET_S) -> Damage | None:
    """What is wrong and what there is to restore; None for a sound file. Looks at the copies only where it is not."""
    detail = look(database, budget_s)
    if not detail:
        return None
    with contextlib.suppress(StoreError, OSError):
        found = last_good(backups)
        if found is not None:
            return Damage(detail, *found)
    return Damage(detail, None, None)
