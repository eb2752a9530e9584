# SPDX-License-Identifier: MIT
"""Erasing all that hkwatch keeps, after a copy of it was made and found sound. Only names that are hkwatch's are touched.

The caller holds the lock of the data folder.
"""

import contextlib
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from hkwatch.domain.errors import StoreError
from hkwatch.store import backups

_DATA = ("hkwatch.db", "hkwatch.db-wal", "hkwatch.db-shm", "digests")
_SETTINGS = ("settings.toml", "catalogue", "rules", "entities", "window.json", "search-history.json", "hints.json")
_PUT_BY = _SETTINGS[:4]
"""What of the settings is copied first; the rest is no work of the user's."""


def erase(data_dir: Path, config_dir: Path, log_dir: Path, now: datetime) -> Path:
    """Remove everything; the copy that stays. Raises StoreError, before anything is removed if the copy fails.

    Older copies go too: the new one holds all that they held and that was still kept.
    """
    kept = data_dir / "backups" / f"before-erase-{now:%Y%m%dT%H%M%SZ}.db"
    database = data_dir / "hkwatch.db"
    try:
        if database.exists():
            kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            backups.copy(database, kept)
        beside = kept.with_suffix(".settings")
        for name in _PUT_BY:
            if (config_dir / name).exists():
                beside.mkdir(mode=0o700, parents=True, exist_ok=True)
                _copy(config_dir / name, beside / name)
        for path in (*_all_of(data_dir, _DATA), *_all_of(config_dir, _SETTINGS), *_copies(kept), *_logs(log_dir)):
            _remove(path)
    except OSError as error:
        raise StoreError("disk", f"Not everything was erased: {error}.", "Check the rights of the folder.") from error
    return kept


def _all_of(folder: Path, names: tuple[str, ...]) -> Iterator[Path]:
    return (folder / name for name in names)


def _copies(kept: Path) -> list[Path]:
    known = ("daily-*.db", "hkwatch-*.db", "before-*.db", "replaced-*.db*", "before-erase-*.settings")
    found = {path for pattern in known for path in kept.parent.glob(pattern)}
    return sorted(found - {kept, kept.with_suffix(".settings")})


def _logs(folder: Path) -> list[Path]:
    return sorted({*folder.glob("hkwatch.log*"), *folder.glob("crash-*")})


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy2(source, target)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
