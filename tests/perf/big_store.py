# SPDX-License-Identifier: MIT
"""A database of many items, once for all runs on this machine.

Up to `_PLAIN` they are written through the store's own functions. More are copies of those, interleaved in time, each
with an id and an identity of its own: ten thousand a second, by SQL alone.
"""

import contextlib
import hashlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from hkwatch.app.paths import AppPaths, resources
from hkwatch.domain.flags import FlagInput
from hkwatch.domain.item import Entry
from hkwatch.domain.order import SLOTS_PER_MS
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.fold_table import load_folder
from hkwatch.store.db import migrations, open_writer, transaction
from hkwatch.store.items import Body, NewItem, insert_items
from perf.itself import script, stores
from perf.texts import Texts

EDITION = 1
"""Count up when the texts or the way they are stored change."""
_TOGETHER = 5000
_PLAIN = 100_000
_SPAN = timedelta(days=3 * 365)
_FRESH = timedelta(days=14)
"""Older items are back catalogue, which is stored as read."""


def stored(count: int) -> Path:
    """The database file with `count` items; made at the first call, which takes a minute for 100,000.

    Beyond that it must be a multiple of 100,000."""
    # Each checkout drops what it finds outdated in its own.
    folder = stores()
    folder.mkdir(mode=0o700, exist_ok=True)
    # Other tables are another database.
    sign = hashlib.sha256(b"".join(migration.read_bytes() for _, migration in migrations()))
    file = folder / f"items-{count}-{EDITION}-{sign.hexdigest()[:12]}.db"
    if not file.exists():
        for old in folder.glob(f"items-{count}-*"):
            old.unlink()
        with tempfile.TemporaryDirectory(prefix="partial-", dir=folder) as apart:
            partial = Path(apart) / file.name
            if count <= _PLAIN:
                _write(partial, count)
            else:
                _multiply(stored(_PLAIN), partial, *divmod(count, _PLAIN))
            partial.replace(file)
    return file


@contextlib.contextmanager
def data_folder(count: int) -> Iterator[AppPaths]:
    """A data folder of its own with `count` items while the block runs; 0 = without a database.

    The items count as flagged by the rules there are, as a user's do in all but the minute after an update."""
    with tempfile.TemporaryDirectory(prefix="hkwatch-bench-", ignore_cleanup_errors=True) as text:
        paths = AppPaths.under(Path(text))
        paths.create()
        if count:
            shutil.copyfile(stored(count), paths.database_file)
            # In a process of its own: no module of the engine may count as one of who measures.
            subprocess.run(script("stamping", text), stdin=subprocess.DEVNULL, check=True)
        yield paths


def _write(file: Path, count: int) -> None:
    # Whoever measures with a store that is there already does not carry what made it.
    from hkwatch.domain.classifier import Classifier  # noqa: PLC0415
    from hkwatch.sources.rules import load_rule_packs  # noqa: PLC0415

    folder = resources()
    fold = load_folder(folder / "fold" / "hant_hans.tsv")
    catalogue, _ = load_catalogue(folder / "catalogue", Path("no-folder-of-the-user"))
    rows = [row for row in catalogue.sources.values() if row.enabled]
    classify = Classifier(load_rule_packs([folder / "rules"]), fold).classify
    now = datetime.now(UTC)

    def new(number: int, entry: Entry) -> NewItem:
        row = rows[number % len(rows)]
        flags = classify(FlagInput(entry.title, entry.text, entry.lang, row.publisher, row.id, entry.link))
        at = entry.published_at or now
        return NewItem(entry.guid, "", row.id, row.publisher.id, entry, flags, at, at, now - at > _FRESH, Body.NONE)

    db = open_writer(file, file.parent, now)
    try:
        db.execute("PRAGMA synchronous = OFF")
        entries = enumerate(Texts().entries(count, now, _SPAN))
        done = 0
        while chunk := list(islice(entries, _TOGETHER)):
            with transaction(db):
                insert_items(db, [new(number, entry) for number, entry in chunk], fold)
            done += len(chunk)
            print(f"{done:,} of {count:,} items written", file=sys.stderr, flush=True)
        db.execute("PRAGMA optimize")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        db.close()


def _multiply(plain: Path, file: Path, times: int, rest: int) -> None:
    assert rest == 0, f"more than {_PLAIN:,} items come in multiples of it"
    db = open_writer(file, file.parent, datetime.now(UTC))
    try:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -262144")
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("ATTACH ? AS plain", (str(plain),))
        step_ms = round(_SPAN.total_seconds() * 1000) // _PLAIN // times
        indexes = db.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
            " AND tbl_name IN ('item', 'item_text', 'licence_event')"
        ).fetchall()
        with transaction(db):
            for name, _ in indexes:
                db.execute(f"DROP INDEX {name}")
            db.execute("CREATE TEMP TABLE copy AS SELECT value AS copy_no FROM json_each(?)", (_downwards(times),))
            # An id is a time in ms times 1024; older copies first, so that every table grows at its end.
            earlier = f"copy_no * {step_ms}"
            moved = {
                "item": {
                    "id": f"id - {earlier} * {SLOTS_PER_MS}",
                    "identity": "identity || '-' || copy_no",
                    "published_ms": f"published_ms - {earlier}",
                    "first_seen_ms": f"first_seen_ms - {earlier}",
                },
                **{
                    table: {"item_id": f"item_id - {earlier} * {SLOTS_PER_MS}"}
                    for table in ("item_text", "item_index", "licence_event")
                },
            }
            for table, changes in moved.items():
                _copy(db, table, changes)
            db.execute(
                "INSERT INTO item_fts (rowid, words, bigrams, facets)"
                " SELECT item_id, words, bigrams, facets FROM item_index ORDER BY item_id"
            )
            print("item_fts written", file=sys.stderr, flush=True)
            for _, sql in indexes:
                db.execute(sql)
        db.execute("DETACH plain")
        db.execute("PRAGMA optimize")
        db.execute("PRAGMA journal_mode = WAL")
    finally:
        db.close()


def _copy(db: sqlite3.Connection, table: str, changes: dict[str, str]) -> None:
    columns = [row[1] for row in db.execute(f"PRAGMA main.table_info({table})")]
    key = "id" if table == "item" else "item_id"
    db.execute(
        f"INSERT INTO main.{table} ({', '.join(columns)})"
        f" SELECT {', '.join(changes.get(column, column) for column in columns)}"
        f" FROM (SELECT * FROM plain.{table} ORDER BY {key}) CROSS JOIN copy"
    )
    print(f"{table} written", file=sys.stderr, flush=True)


def _downwards(times: int) -> str:
    return str(list(range(times - 1, -1, -1)))
