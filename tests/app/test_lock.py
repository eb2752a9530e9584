# SPDX-License-Identifier: MIT
"""One engine a data folder, and a crash keeps nobody out."""

import json
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hkwatch.app.lock import EXIT_LOCKED, LOCK_NAME, Holder, LockedError, acquire, holder
from hkwatch.domain.errors import StoreError

_HOLD = """
import sys
from pathlib import Path
from hkwatch.app.lock import acquire
lock = acquire(Path(sys.argv[1]), sys.argv[2])
print("held", flush=True)
sys.stdin.read()
lock.release()
print("released", flush=True)
"""


@contextmanager
def other_process(data_dir: Path, kind: str) -> Iterator["subprocess.Popen[str]"]:
    """Another hkwatch that holds the folder until its input ends."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(data_dir), kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


def test_folder_held_by_another_process_is_refused_naming_it(tmp_path: Path) -> None:
    with other_process(tmp_path, "watch") as process:
        with pytest.raises(LockedError) as caught:
            acquire(tmp_path, "desktop")
        assert isinstance(caught.value, StoreError)
        assert (caught.value.pid, caught.value.kind) == (process.pid, "watch")
        assert caught.value.exit_code == EXIT_LOCKED == 4
        assert f"A watcher is running in a terminal (pid {process.pid})" in str(caught.value)
        assert holder(tmp_path) == Holder(process.pid, "watch")


def test_folder_is_free_when_its_holder_lets_go(tmp_path: Path) -> None:
    with other_process(tmp_path, "desktop") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        assert process.stdout.readline() == "released\n"
        assert holder(tmp_path) is None
        with acquire(tmp_path, "cli") as lock:
            assert lock.is_held
            assert holder(tmp_path) == Holder(os.getpid(), "cli")
        assert not lock.is_held


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_holder_leaves_its_name_but_keeps_nobody_out(tmp_path: Path) -> None:
    with other_process(tmp_path, "desktop") as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert json.loads((tmp_path / LOCK_NAME).read_text()) == {"pid": process.pid, "kind": "desktop"}
        assert holder(tmp_path) is None
        with acquire(tmp_path, "watch"):
            assert holder(tmp_path) == Holder(os.getpid(), "watch")


def test_same_process_cannot_hold_a_folder_twice_and_two_folders_are_independent(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with acquire(tmp_path, "cli"), acquire(other, "cli"):
        with pytest.raises(LockedError):
            acquire(tmp_path, "cli")
        assert holder(tmp_path) == Holder(os.getpid(), "cli")


def test_release_may_come_twice_and_the_second_does_not_free_a_later_holder(tmp_path: Path) -> None:
    first = acquire(tmp_path, "cli")
    first.release()
    with acquire(tmp_path, "desktop"):
        first.release()
        with pytest.raises(LockedError):
            acquire(tmp_path, "cli")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": "x", "kind": "cli"}', '{"pid": 1, "kind": "?"}', "\x00\xff"])
def test_damaged_text_in_the_file_is_no_lock(tmp_path: Path, text: str) -> None:
    (tmp_path / LOCK_NAME).write_text(text, encoding="latin-1")
    assert holder(tmp_path) is None
    with acquire(tmp_path, "cli"):
        (tmp_path / LOCK_NAME).write_text(text, encoding="latin-1")
        with pytest.raises(LockedError, match="Another hkwatch is using") as caught:
            acquire(tmp_path, "cli")
        assert caught.value.pid == 0


def test_child_started_by_the_holder_does_not_keep_the_folder(tmp_path: Path) -> None:
    lock = acquire(tmp_path, "desktop")
    child = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    with subprocess.Popen(child, stdin=subprocess.PIPE, close_fds=False) as running:
        lock.release()
        assert holder(tmp_path) is None
        with acquire(tmp_path, "watch"):
            assert running.poll() is None


def test_programs_that_only_ask_do_not_keep_a_holder_out(tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).touch()
    stopping = threading.Event()
    errors: list[Exception] = []

    def ask() -> None:
        try:
            while not stopping.is_set():
                found = holder(tmp_path)
                assert found is None or found == Holder(os.getpid(), "cli")
        except (AssertionError, StoreError) as exc:
            errors.append(exc)

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        for _ in range(200):
            acquire(tmp_path, "cli").release()
    finally:
        stopping.set()
        thread.join()
    assert errors == []


def test_folder_that_is_not_there_is_an_error_of_the_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        acquire(tmp_path / "missing", "cli")
    assert caught.value.key == "lock-failed"
    assert holder(tmp_path / "missing") is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_lock_file_is_private(tmp_path: Path) -> None:
    with acquire(tmp_path, "cli"):
        assert stat.S_IMODE((tmp_path / LOCK_NAME).stat().st_mode) == 0o600
