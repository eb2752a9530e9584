# SPDX-License-Identifier: MIT
"""Moving the data folder: copied, checked, then switched to by one small file; the old folder stays until told otherwise.

    <config>/data-folder.json   {"data": NEW, "old": OLD}     not there = the usual folder

The caller holds the lock of the old folder, so nothing is written meanwhile.
"""

import contextlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hkwatch.domain.errors import SettingsError, StoreError
from hkwatch.services.places import look_at
from hkwatch.store import backups

POINTER = "data-folder.json"
_DATABASE = "hkwatch.db"
_DATA = (_DATABASE, "backups", "digests")
"""What belongs to the data and goes along; the lock and the socket are made anew."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the data is now, and where it was before the move."""

    data: Path
    old: Path


def read_pointer(config_dir: Path) -> Pointer | None:
    """The pointer, None where the data is in the usual folder. Raises SettingsError for one that cannot be read."""
    file = config_dir / POINTER
    try:
        raw = json.loads(file.read_text("utf-8"))
        found = Pointer(Path(str(raw["data"])), Path(str(raw["old"])))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(
            "bad-data-folder", f"{file} cannot be read: {error}.", "Delete it to use the usual data folder again."
        ) from error
    if not found.data.is_absolute():
        raise SettingsError("bad-data-folder", f"{file} names no whole path.", "Delete it to use the usual folder.")
    return found


def move(data_dir: Path, target: Path, config_dir: Path, tell: Callable[[str], None] = lambda _: None) -> Path:
    """Copy all data to `target`, check the copy, and switch. `tell` hears the name of each part.

    Nothing is switched unless the copy is whole: same counts, sound. Raises StoreError or SettingsError; the old folder is
    then in force as before and what was copied is gone again.
    """
    if target == data_dir:
        raise SettingsError("same-folder", f"The data is in {target} already.", "Choose another folder.")
    if data_dir in target.parents:
        raise SettingsError("inside-itself", f"{target} is inside {data_dir}.", "Choose a folder outside it.")
    if any((target / name).exists() for name in _DATA):
        raise SettingsError(
            "not-empty", f"{target} holds data of hkwatch already.", "Choose another folder, or start with --data."
        )
    place = look_at(target)
    if place.problem:
        raise SettingsError("read-only", f"{target} cannot be written: {place.problem}.", "Choose another folder.")
    needed = sum(one.stat().st_size for name in _DATA for one in _files(data_dir / name))
    if place.free_bytes is not None and place.free_bytes < needed + needed // 10:
        raise SettingsError(
            "no-room", f"{target} has {place.free_bytes // 2**20} MB free, {needed // 2**20} MB are needed.",
            "Free some space, or choose another folder.",
        )  # fmt: skip
    made = not target.exists()
    try:
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in _DATA:
            tell(name)
            _copy(data_dir, target, name)
        tell("check")
        _compare(data_dir, target)
        _point(config_dir, Pointer(target, data_dir))
    except OSError as error:
        _take_back(target, made=made)
        raise StoreError("disk", f"{target}: {error.strerror or error}.", "Choose another folder.") from error
    except (StoreError, SettingsError):
        _take_back(target, made=made)
        raise
    return target


def move_back(config_dir: Path) -> Path:
    """Use the old folder again, as it was at the move; what came since stays in the other one. The folder now in force."""
    pointer = read_pointer(config_dir)
    if pointer is None or not (pointer.old / _DATABASE).exists():
        raise SettingsError("no-old-folder", "The old data folder is not there any more.", "Move the data instead.")
    _point(config_dir, Pointer(pointer.old, pointer.data))
    return pointer.old


def remove_old(config_dir: Path, data_dir: Path) -> Path:
    """Delete what belongs to hkwatch's data in the old folder, nothing else in it. The folder."""
    pointer = read_pointer(config_dir)
    if pointer is None or is_same(pointer.old, data_dir):
        raise SettingsError("no-old-folder", "There is no old data folder.", "Nothing needs to be deleted.")
    try:
        for name in (*_DATA, f"{_DATABASE}-wal", f"{_DATABASE}-shm", "hkwatch.lock", "hkwatch.sock"):
            _remove(pointer.old / name)
        with contextlib.suppress(OSError):
            # Only where nothing else is in it.
            pointer.old.rmdir()
    except OSError as error:
        raise StoreError("disk", f"{pointer.old}: {error.strerror or error}.", "Delete it by hand.") from error
    return pointer.old


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths are one folder, whatever links lead to it."""
    return one == other or one.resolve() == other.resolve()


def _copy(source: Path, target: Path, name: str) -> None:
    one = source / name
    if not one.exists():
        return
    if name == _DATABASE:
        backups.copy(one, target / name)
    else:
        shutil.copytree(one, target / name)


def _compare(source: Path, target: Path) -> None:
    if (source / _DATABASE).exists():
        before, after = backups.check(source / _DATABASE), backups.check(target / _DATABASE)
        if before != after:
            raise StoreError("copy-differs", f"{target / _DATABASE} is not what was copied.", "Try again.")
    for name in _DATA[1:]:
        was = {one.relative_to(source): one.stat().st_size for one in _files(source / name)}
        now = {one.relative_to(target): one.stat().st_size for one in _files(target / name)}
        if was != now:
            raise StoreError("copy-differs", f"{target / name} is not what was copied.", "Try again.")


def _point(config_dir: Path, pointer: Pointer) -> None:
    file = config_dir / POINTER
    partial = file.with_suffix(".partial")
    partial.write_text(json.dumps({"data": str(pointer.data), "old": str(pointer.old)}, indent=1), "utf-8")
    partial.replace(file)


def _take_back(target: Path, *, made: bool) -> None:
    with contextlib.suppress(OSError):
        for name in _DATA:
            _remove(target / name)
        if made:
            target.rmdir()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else []
