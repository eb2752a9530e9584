# SPDX-License-Identifier: MIT
"""What the user may do with the stored data from the window: look at it, copy it, try a copy out, move it, erase it.

All of it touches the disk and runs in a thread of files. What needs the engine gone is only described here
(`Afterwards`); it is done between the end of the window and its next start.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from hkwatch.domain.errors import StoreError
from hkwatch.services import moving
from hkwatch.services.places import Place, look_at
from hkwatch.store import backups
from hkwatch.store.backups import Checked as Checked


class CopyKind(StrEnum):
    """Why a copy was made."""

    DAILY = "daily"
    OWN = "own"
    BEFORE = "before"
    """Before a change of the schema, a restore or an erasure."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the database in the backups folder."""

    file: Path
    kind: CopyKind
    made_at: datetime
    bytes: int


@dataclass(frozen=True, slots=True)
class DataFacts:
    """Where the data is and how large. `moved_from` is the folder it was moved from and that still holds the old data."""

    place: Place
    database_bytes: int
    backups_bytes: int
    copies: tuple[Copy, ...]
    moved_from: Path | None = None


class After(StrEnum):
    """What is done once nothing runs on the folder any more."""

    RESTART = "restart"
    MOVE = "move"
    MOVE_BACK = "move-back"
    RESTORE = "restore"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Afterwards:
    """One such thing; `path` is the new folder or the copy."""

    what: After
    path: Path = Path()


class DataDesk:
    """The folders of this installation. Every method may raise StoreError or SettingsError, and waits for the disk."""

    def __init__(self, data_dir: Path, config_dir: Path, log_dir: Path, now: Callable[[], datetime]) -> None:
        self.data_dir, self.config_dir, self.log_dir, self._now = data_dir, config_dir, log_dir, now

    @property
    def database(self) -> Path:
        """The database's file."""
        return self.data_dir / "hkwatch.db"

    @property
    def backups(self) -> Path:
        """Where copies are."""
        return self.data_dir / "backups"

    def facts(self) -> DataFacts:
        """What the page shows."""
        copies = list_copies(self.backups)
        size = sum(_size(self.data_dir / f"hkwatch.db{end}") for end in ("", "-wal", "-shm"))
        before = moving.read_pointer(self.config_dir)
        old = before.old if before is not None and before.old.is_dir() else None
        if old is not None and moving.is_same(old, self.data_dir):
            old = None
        if old is not None and not (old / "hkwatch.db").exists():
            old = None
        return DataFacts(look_at(self.data_dir), size, sum(one.bytes for one in copies), copies, old)

    def back_up(self) -> Copy:
        """A copy now, beside the daily ones; it is never taken away by itself."""
        now = self._now().astimezone(UTC)
        file = self.backups / f"hkwatch-{now:%Y%m%dT%H%M%SZ}.db"
        if file.exists():
            raise StoreError("file-exists", f"{file.name} is there already.", "Wait a second.")
        backups.copy(self.database, file)
        return Copy(file, CopyKind.OWN, now, _size(file))

    def test(self, copy: Path) -> Checked:
        """Restore a copy into a throw-away file and check that whole: what would come back. The copy itself stays as it is."""
        trial = self.data_dir / "test-restore.db"
        try:
            backups.copy(copy, trial)
            return backups.check(trial)
        finally:
            for end in ("", "-wal", "-shm", "-journal"):
                with contextlib.suppress(OSError):
                    trial.with_name(f"{trial.name}{end}").unlink(missing_ok=True)

    def remove_old(self) -> Path:
        """Delete the data in the folder that was left by a move; the folder that was left."""
        return moving.remove_old(self.config_dir, self.data_dir)


def list_copies(folder: Path) -> tuple[Copy, ...]:
    """The copies in a folder, the newest first."""
    found = []
    for file in folder.glob("*.db") if folder.is_dir() else ():
        kind = CopyKind.BEFORE
        if file.name.startswith("daily-"):
            kind = CopyKind.DAILY
        elif file.name.startswith("hkwatch-"):
            kind = CopyKind.OWN
        elif not file.name.startswith(("before-", "replaced-", "migrated-")):
            continue
        with contextlib.suppress(OSError):
            state = file.stat()
            found.append(Copy(file, kind, datetime.fromtimestamp(state.st_mtime, UTC), state.st_size))
    return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))


def last_good(folder: Path) -> tuple[Copy, Checked] | None:
    """The newest copy that is sound, with what is in it; None where there is none. What a restore replaced is none."""
    for copy in list_copies(folder):
        if copy.file.name.startswith("replaced-"):
            continue
        with contextlib.suppress(StoreError):
            return copy, backups.check(copy.file)
    return None


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
