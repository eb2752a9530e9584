# SPDX-License-Identifier: MIT
"""One engine a data folder: a file lock that the system gives back by itself when its holder dies.

`hkwatch.lock` stays in the folder for ever. Only the lock on it counts; the text in it (who holds it) is
believed while the lock is held and at no other time, so a crash leaves nothing behind that could keep
anybody out.
"""

import errno
import json
import os
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, Literal, Self, cast, get_args

from hkwatch.domain.errors import StoreError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

HolderKind = Literal["desktop", "watch", "cli"]
"""What kind of hkwatch holds the folder: the window, `hkwatch watch`, or a command that writes."""
LOCK_NAME: Final = "hkwatch.lock"
EXIT_LOCKED: Final = 4
# A program that only asks who holds the lock takes it shared for some microseconds, and a new holder writes
# its name right after locking: both are over long before these tries are.
_TRIES: Final = 25
_PAUSE_S: Final = 0.004
# Windows forbids others to read a locked byte, so the byte that is locked lies far behind the text.
_WINDOWS_BYTE: Final = 1 << 30
# What Windows calls a byte that another holds; Wine gives no number at all.
_WINDOWS_HELD: Final = frozenset((0, errno.EACCES, errno.EDEADLK))


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a data folder. `pid` is 0 when the file names nobody."""

    pid: int
    kind: HolderKind


class LockedError(StoreError):
    """Another hkwatch holds the data folder; the command line ends with `exit_code`."""

    exit_code = EXIT_LOCKED

    def __init__(self, data_dir: Path, holder: Holder) -> None:
        if not holder.pid:
            detail = f"Another hkwatch is using {data_dir}."
        elif holder.kind == "watch":
            detail = f"A watcher is running in a terminal (pid {holder.pid}) and using {data_dir}."
        else:
            detail = f"hkwatch (pid {holder.pid}) is using {data_dir}."
        super().__init__("locked", detail, "Stop it first, or choose another folder with --data.")
        self.pid = holder.pid
        self.kind = holder.kind


class Lock:
    """A held data folder, made by `acquire`. Ends with `release`, with `with`, or with the process."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    @property
    def is_held(self) -> bool:
        """False after `release`."""
        return not self._file.closed

    def release(self) -> None:
        """Let others in. May be called twice."""
        if self._file.closed:
            return
        self._file.seek(0)
        self._file.truncate()
        _unlock(self._file)
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def acquire(data_dir: Path, kind: HolderKind) -> Lock:
    """Take the folder for this process, or raise LockedError naming who has it (after at most 0.1 s).

    The folder must exist. Child processes do not inherit the lock when started with subprocess or QProcess.
    Raises StoreError when the folder or its file system cannot hold a lock.
    """
    path = data_dir / LOCK_NAME
    try:
        file = _open(path)
    except OSError as exc:
        raise StoreError("lock-failed", f"{path} cannot be opened ({exc.strerror}).", "Check the folder.") from exc
    try:
        for _ in range(_TRIES):
            if _try_lock(file, is_shared=False):
                break
            _pause()
        else:
            raise LockedError(data_dir, _read(file))
        file.seek(0)
        file.truncate()
        file.write(json.dumps({"pid": os.getpid(), "kind": kind}).encode())
        file.flush()
    except OSError as exc:
        file.close()
        raise StoreError(
            "lock-failed",
            f"{path} cannot be locked ({exc.strerror}).",
            "Choose a folder on a local disk with --data.",
        ) from exc
    except LockedError:
        file.close()
        raise
    return Lock(file)


def holder(data_dir: Path) -> Holder | None:
    """Who holds the folder now; None when nobody does, whatever the file says. StoreError if unreadable."""
    path = data_dir / LOCK_NAME
    try:
        if not path.exists():
            return None
        with _open(path) as file:
            for _ in range(_TRIES):
                if _try_lock(file, is_shared=True):
                    _unlock(file)
                    return None
                if (found := _read(file)).pid:
                    return found
                _pause()
            return _read(file)
    except OSError as exc:
        raise StoreError("lock-failed", f"{path} cannot be read ({exc.strerror}).", "Check the folder.") from exc


def _open(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600), "r+b")


def _read(file: IO[bytes]) -> Holder:
    file.seek(0)
    try:
        said: Any = json.loads(file.read(4096))
        pid, kind = said["pid"], said["kind"]
    except (ValueError, KeyError, TypeError):
        return Holder(0, "desktop")
    if type(pid) is not int or kind not in get_args(HolderKind):
        return Holder(0, "desktop")
    return Holder(pid, cast(HolderKind, kind))


def _pause() -> None:
    threading.Event().wait(_PAUSE_S)


if sys.platform == "win32":

    def _try_lock(file: IO[bytes], *, is_shared: bool) -> bool:
        file.seek(_WINDOWS_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in _WINDOWS_HELD:
                return False
            raise
        return True

    def _unlock(file: IO[bytes]) -> None:
        file.seek(_WINDOWS_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:

    def _try_lock(file: IO[bytes], *, is_shared: bool) -> bool:
        how = fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX
        try:
            fcntl.flock(file.fileno(), how | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)
