# SPDX-License-Identifier: MIT
"""The engine's end of the pipe, in a process of its own: what happens when the other side is busy, silly or gone."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hkwatch.domain import commands as cmd
from hkwatch.domain.events import (
    CommandDone,
    EngineFailed,
    EngineFinished,
    EngineReady,
    Event,
    ItemsAdded,
    Resync,
    WatchState,
    WatchStatusChanged,
)
from hkwatch.domain.ids import CommandId
from hkwatch.link.hello import PROTOCOL, Hello
from hkwatch.link.messages import decode_from_engine, encode_command, encode_hello
from hkwatch.replica import Replica, World, faults
from patience import PATIENCE_S, wait_until

_CHILD = """
import os, subprocess, sys, time
from hkwatch.domain.events import *
from hkwatch.link.engine_end import EngineLink
from hkwatch.link.hello import Hello
link = EngineLink(Hello(1, "test", os.getpid()))
"""


@contextmanager
def child(script: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A process with a link; ended and its pipes closed on leaving."""
    process = subprocess.Popen(
        [sys.executable, "-c", _CHILD + script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with ended(process):
        yield process


@contextmanager
def engine(folder: Path, replica: Replica) -> Iterator["subprocess.Popen[bytes]"]:
    """The real engine at the replica."""
    command = [sys.executable, "-m", "hkwatch", "engine", "--data", str(folder), "--replica", replica.base_url]
    environ = {key: value for key, value in os.environ.items() if key != "DBUS_SESSION_BUS_ADDRESS"}
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ
    )
    with ended(process):
        yield process


@contextmanager
def ended(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    try:
        yield
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            assert pipe is not None
            pipe.close()


def read_messages(process: "subprocess.Popen[bytes]") -> list[Hello | Event]:
    """Everything to the end of the pipe; raises for a line that is no message."""
    assert process.stdout is not None
    return [decode_from_engine(line) for line in process.stdout.read().splitlines(keepends=True)]


def next_of(process: "subprocess.Popen[bytes]", kind: type) -> Hello | Event:
    assert process.stdout is not None
    while line := process.stdout.readline():
        if isinstance(message := decode_from_engine(line), kind):
            return message
    raise AssertionError(f"the engine ended without {kind.__name__}")


def say(process: "subprocess.Popen[bytes]", line: bytes) -> None:
    assert process.stdin is not None
    process.stdin.write(line)
    process.stdin.flush()


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica(World(), lambda: datetime.now(UTC)) as running:
        yield running


def test_desktop_that_does_not_read_holds_nobody_up_and_gets_a_resync() -> None:
    script = """
slowest = 0.0
for number in range(60_000):
    before = time.perf_counter()
    link.send(ItemsAdded((number, number + 1, number + 2, number + 3), back=False))
    slowest = max(slowest, time.perf_counter() - before)
link.send(CommandDone("kept"))
link.send(EngineFinished())
print(f"slowest={slowest}", file=sys.stderr, flush=True)
sys.stdin.read()
link.send(ItemsAdded((1,), back=False))
link.close(10)
"""
    with child(script) as process:
        assert process.stderr is not None
        # Said while nobody reads the pipe: 60,000 events went nowhere and stopped nobody.
        slowest_s = float(process.stderr.readline().split(b"=")[1])
        assert slowest_s < 10
        assert process.stdin is not None
        process.stdin.close()
        assert process.stdout is not None
        everything = process.stdout.read()
        messages = [decode_from_engine(line) for line in everything.splitlines(keepends=True)]
        assert process.wait(PATIENCE_S) == 0
    assert len(everything) < 1_100_000
    assert 1 <= messages.count(Resync()) <= 3
    assert CommandDone(CommandId("kept")) in messages
    assert EngineFinished() in messages
    assert any(isinstance(message, ItemsAdded) for message in messages)


def test_after_a_resync_was_read_items_are_told_one_by_one_again() -> None:
    script = """
for number in range(60_000):
    link.send(ItemsAdded((number,), back=False))
print("sent", file=sys.stderr, flush=True)
sys.stdin.readline()
link.send(ItemsAdded((999_999,), back=True))
link.close(10)
"""
    with child(script) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"sent\n"
        message = None
        seen = 0
        while message != Resync():
            assert process.stdout is not None
            message = decode_from_engine(process.stdout.readline())
            seen += 1
        assert seen > 1000
        say(process, b"go on\n")
        assert ItemsAdded((999_999,), back=True) in read_messages(process)  # type: ignore[arg-type]


def test_of_many_states_of_the_watch_few_are_written_and_the_last_one_is() -> None:
    script = """
for number in range(2_000):
    link.send(WatchStatusChanged(WatchState.WATCHING, None, None, None, (), (), maybe_not_shown=number))
link.send(CommandDone("between"))
time.sleep(2 * 0.16)
link.send(WatchStatusChanged(WatchState.STOPPED, None, None, None, (), ()))
link.send(EngineFinished())
link.close(10)
"""
    with child(script) as process:
        messages = read_messages(process)
    states = [message for message in messages if isinstance(message, WatchStatusChanged)]
    assert 2 <= len(states) <= 6
    assert 1_999 in [state.maybe_not_shown for state in states]
    assert states[-1].state is WatchState.STOPPED
    assert messages[-1] == EngineFinished()
    assert CommandDone(CommandId("between")) in messages


def test_what_libraries_print_goes_to_stderr_and_breaks_no_message() -> None:
    script = """
print("a library says hello")
os.write(1, b"and so does C\\n")
subprocess.run([sys.executable, "-c", "print('and a child')"])
sys.stdout.write("half a line")
link.send(CommandDone("a"))
print("bye")
link.close()
"""
    with child(script) as process:
        messages = read_messages(process)
        assert [type(message) for message in messages] == [Hello, CommandDone]
        assert process.stderr is not None
        errors = process.stderr.read()
        for text in (b"a library says hello", b"and so does C", b"and a child", b"half a line", b"bye"):
            assert text in errors


def test_desktop_that_went_away_is_no_error_of_the_writer() -> None:
    script = """
sys.stdin.read()
for number in range(1000):
    link.send(CommandDone(str(number)))
link.close()
print("ended well", file=sys.stderr)
"""
    with child(script) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        process.stdout.close()
        process.stdin.close()
        assert process.stderr is not None
        assert process.stderr.read().decode() == "ended well\n"
        assert process.wait(PATIENCE_S) == 0


def test_engine_says_hello_and_ready_and_ends_when_its_stdin_closes(tmp_path: Path, replica: Replica) -> None:
    with engine(tmp_path, replica) as process:
        hello = next_of(process, Hello)
        assert isinstance(hello, Hello)
        assert (hello.protocol, hello.pid) == (PROTOCOL, process.pid)
        ready = next_of(process, EngineReady)
        assert isinstance(ready, EngineReady)
        assert (tmp_path / "hkwatch.db").exists()
        assert process.stdin is not None
        before = time.monotonic()
        process.stdin.close()
        assert read_messages(process)[-1] == EngineFinished()
        assert process.wait(PATIENCE_S) == 0
        assert time.monotonic() - before < 15


def test_engine_told_to_stop_ends_well_though_its_stdin_stays_open(tmp_path: Path, replica: Replica) -> None:
    for host in ("www.sfc.hk", "apps.sfc.hk", "www.hkma.gov.hk"):
        replica.faults.set(host, faults.slow(delay_s=20))
    with engine(tmp_path, replica) as process:
        next_of(process, EngineReady)
        say(process, encode_hello(Hello(PROTOCOL, "test", 1)))
        next_of(process, WatchStatusChanged)
        wait_until(lambda: replica.requests, 10, "a request in flight")
        before = time.monotonic()
        say(process, encode_command(cmd.Stop(CommandId("stop"))))
        assert read_messages(process)[-1] == EngineFinished()
        assert process.wait(PATIENCE_S) == 0
        assert time.monotonic() - before < 15
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_engine_that_is_sent_nonsense_ends_and_writes_why_into_its_log(tmp_path: Path, replica: Replica) -> None:
    with engine(tmp_path, replica) as process:
        next_of(process, EngineReady)
        say(process, b"nonsense\n")
        assert read_messages(process)[-1] == EngineFinished()
        assert process.wait(PATIENCE_S) == 0
    assert "unreadable message from the desktop" in (tmp_path / "log" / "hkwatch-engine.log").read_text()


def test_engine_of_another_protocol_parts_at_once(tmp_path: Path, replica: Replica) -> None:
    with engine(tmp_path, replica) as process:
        next_of(process, EngineReady)
        say(process, encode_hello(Hello(PROTOCOL + 1, "99", 1)))
        assert read_messages(process)[-1] == EngineFinished()
        assert process.wait(PATIENCE_S) == 0


def test_engine_that_can_carry_out_no_command_says_so_and_ends(tmp_path: Path, replica: Replica) -> None:
    with engine(tmp_path, replica) as process:
        next_of(process, EngineReady)
        next_of(process, WatchStatusChanged)
        with closing(sqlite3.connect(tmp_path / "hkwatch.db")) as db:
            db.execute("DROP TABLE command_done")
        say(process, encode_command(cmd.Resume(CommandId("a"))))
        failed = next_of(process, EngineFailed)
        assert isinstance(failed, EngineFailed)
        assert "command_done" in failed.detail
        assert process.wait(5) == 1


def test_second_engine_on_a_folder_is_refused_naming_the_first(tmp_path: Path, replica: Replica) -> None:
    with engine(tmp_path, replica) as first:
        next_of(first, EngineReady)
        with engine(tmp_path, replica) as second:
            failed = next_of(second, EngineFailed)
            assert isinstance(failed, EngineFailed)
            assert (failed.key, failed.exit_code) == ("locked", 4)
            assert str(first.pid) in failed.detail
            assert second.wait(5) == 4
