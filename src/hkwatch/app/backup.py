# SPDX-License-Identifier: MIT
"""`hkwatch backup` and `hkwatch restore`: a copy of everything stored, checked, and back again."""

from datetime import UTC, datetime
from pathlib import Path

from hkwatch.app import exit_codes
from hkwatch.app.counted import counted
from hkwatch.app.lock import acquire
from hkwatch.app.paths import AppPaths
from hkwatch.domain.errors import StoreError
from hkwatch.store import backups
from hkwatch.store.backups import Checked


def make(paths: AppPaths, target: Path | None) -> int:
    """Copy the database to `target` (a file that is not there yet, or a folder), None = the backups folder."""
    name = f"hkwatch-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.db"
    file = paths.backups_dir / name if target is None else target / name if target.is_dir() else target
    if file.exists():
        raise StoreError("file-exists", f"{file} is there already.", "Name another file.")
    if target is not None and not file.parent.is_dir():
        raise StoreError("no-such-file", f"{file.parent} is no folder.", "Make it first.")
    checked = backups.copy(paths.database_file, file)
    print(f"{file}: {_counted(checked)}, {file.stat().st_size / 1e6:.1f} MB, checked.")
    return exit_codes.FINE


def restore(paths: AppPaths, source: Path, *, verify_only: bool) -> int:
    """Put a copy back, or only check it. Raises LockedError while another hkwatch uses the folder, else StoreError."""
    if verify_only:
        print(f"{source}: sound, {_counted(backups.check(source))}. Nothing was restored.")
        return exit_codes.FINE
    backups.check(source)
    paths.create()
    with acquire(paths.data_dir, "cli"):
        checked, kept = backups.restore(source, paths.database_file, paths.backups_dir, datetime.now(UTC))
    print(f"{paths.database_file}: restored from {source}, {_counted(checked)}.")
    if kept is not None:
        print(f"What was there before is kept as {kept}.")
    return exit_codes.FINE


def _counted(checked: Checked) -> str:
    items, alerts = checked.counts.get("item", 0), checked.counts.get("alert", 0)
    return f"{counted(items, 'item')}, {counted(alerts, 'alert')}, schema {checked.schema}"
