# SPDX-License-Identifier: MIT
"""A database of many items, written through the store's own functions, once for all runs on this machine."""

import contextlib
import getpass
import hashlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from hkwatch.app.paths import AppPaths, resources
from hkwatch.domain.classifier import Classifier
from hkwatch.domain.flags import FlagInput
from hkwatch.domain.item import Entry
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.fold_table import load_folder
from hkwatch.sources.rules import load_rule_packs
from hkwatch.store.db import migrations, open_writer, transaction
from hkwatch.store.items import Body, NewItem, insert_items
from perf.texts import Texts

EDITION = 1
"""Count up when the texts or the way they are stored change."""
_TOGETHER = 5000
_SPAN = timedelta(days=3 * 365)
_FRESH = timedelta(days=14)
"""Older items are back catalogue, which is stored as read."""


def stored(count: int) -> Path:
    """The database file with `count` items; made at the first call, which takes a minute for 100,000."""
    # One for each checkout: another's tables may differ, and each drops what it finds outdated.
    checkout = hashlib.sha256(str(Path(__file__).resolve()).encode()).hexdigest()[:8]
    folder = Path(tempfile.gettempdir()) / f"hkwatch-bench-{getpass.getuser()}-{checkout}"
    folder.mkdir(mode=0o700, exist_ok=True)
    # Other tables are another database.
    sign = hashlib.sha256(b"".join(migration.read_bytes() for _, migration in migrations()))
    file = folder / f"items-{count}-{EDITION}-{sign.hexdigest()[:12]}.db"
    if not file.exists():
        for old in folder.glob(f"items-{count}-*"):
            old.unlink()
        with tempfile.TemporaryDirectory(prefix="partial-", dir=folder) as apart:
            partial = Path(apart) / file.name
            _write(partial, count)
            partial.replace(file)
    return file


@contextlib.contextmanager
def data_folder(count: int) -> Iterator[AppPaths]:
    """A data folder of its own with `count` items while the block runs; 0 = without a database."""
    with tempfile.TemporaryDirectory(prefix="hkwatch-bench-", ignore_cleanup_errors=True) as text:
        paths = AppPaths.under(Path(text))
        paths.create()
        if count:
            shutil.copyfile(stored(count), paths.database_file)
        yield paths


def _write(file: Path, count: int) -> None:
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
