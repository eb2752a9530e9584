# SPDX-License-Identifier: MIT
"""Work in the read thread: the latest request of a slot wins, answers come in the window's thread."""

import sqlite3
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from hkwatch.domain.errors import StoreError
from hkwatch.services.store_reader import ReadInterruptedError
from hkwatch.ui.read_thread import ReadThread
from patience import PATIENCE_S


class Subject:
    """Something that can be asked, can be blocked, and can be interrupted as a database can."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.started = threading.Event()
        self.interrupted = threading.Event()
        self.done: list[object] = []

    def blocked(self, value: object) -> object:
        self.started.set()
        while not self.gate.wait(0.005):
            if self.interrupted.is_set():
                self.interrupted.clear()
                raise ReadInterruptedError
        self.done.append(value)
        return value

    def quick(self, value: object) -> object:
        self.done.append(value)
        return value


class Owner(QObject):
    """Takes answers."""

    def __init__(self) -> None:
        super().__init__()
        self.first: list[object] = []
        self.second: list[object] = []
        self.errors: list[Exception] = []
        self.in_main: list[bool] = []

    def on_first(self, value: object) -> None:
        self.first.append(value)
        self.in_main.append(QThread.currentThread() is self.thread())

    def on_second(self, value: object) -> None:
        self.second.append(value)

    def on_error(self, error: Exception) -> None:
        self.errors.append(error)


@pytest.fixture
def subject() -> Subject:
    return Subject()


@pytest.fixture
def reads(qtbot: QtBot, subject: Subject) -> Iterator[ReadThread[Subject]]:
    thread = ReadThread(subject, subject.interrupted.set)
    yield thread
    subject.gate.set()
    assert thread.end()


def test_an_answer_comes_in_the_thread_of_the_window(reads: ReadThread[Subject], qtbot: QtBot) -> None:
    owner = Owner()
    reads.ask(owner.on_first, lambda subject: subject.quick(1))
    qtbot.waitUntil(lambda: owner.first == [1])
    assert owner.in_main == [True]


def test_a_later_request_interrupts_the_running_one_of_the_same_slot(
    reads: ReadThread[Subject], subject: Subject, qtbot: QtBot
) -> None:
    owner = Owner()
    reads.ask(owner.on_first, lambda subject: subject.blocked("old"))
    assert subject.started.wait(PATIENCE_S)
    reads.ask(owner.on_first, lambda subject: subject.quick("new"))
    qtbot.waitUntil(lambda: owner.first == ["new"])
    assert subject.done == ["new"]


def test_requests_that_wait_are_replaced_and_never_run(
    reads: ReadThread[Subject], subject: Subject, qtbot: QtBot
) -> None:
    owner = Owner()
    reads.ask(owner.on_second, lambda subject: subject.blocked("busy"))
    assert subject.started.wait(PATIENCE_S)
    for number in range(20):
        reads.ask(owner.on_first, lambda subject, number=number: subject.quick(number))
    subject.gate.set()
    qtbot.waitUntil(lambda: owner.first == [19])
    assert owner.second == ["busy"]
    assert subject.done == ["busy", 19]


def test_an_answer_on_its_way_is_thrown_away_when_a_newer_request_came(
    reads: ReadThread[Subject], subject: Subject, qtbot: QtBot
) -> None:
    owner = Owner()
    reads.ask(owner.on_first, lambda subject: subject.quick("old"))
    deadline = threading.Event()
    while "old" not in subject.done:
        deadline.wait(0.001)
    # The old answer waits in the event queue now; nothing has run there since.
    reads.ask(owner.on_first, lambda subject: subject.quick("new"))
    qtbot.waitUntil(lambda: bool(owner.first))
    assert owner.first == ["new"]


def test_a_forgotten_request_is_not_answered(reads: ReadThread[Subject], subject: Subject, qtbot: QtBot) -> None:
    owner = Owner()
    reads.ask(owner.on_first, lambda subject: subject.blocked("unwanted"))
    assert subject.started.wait(PATIENCE_S)
    reads.forget(owner.on_first)
    reads.ask(owner.on_second, lambda subject: subject.quick("after"))
    qtbot.waitUntil(lambda: owner.second == ["after"])
    assert owner.first == []


def test_a_read_interrupted_by_accident_is_done_again(
    reads: ReadThread[Subject], subject: Subject, qtbot: QtBot
) -> None:
    owner = Owner()
    reads.ask(owner.on_first, lambda subject: subject.blocked("kept"))
    assert subject.started.wait(PATIENCE_S)
    subject.interrupted.set()
    qtbot.waitUntil(lambda: not subject.interrupted.is_set())
    subject.gate.set()
    qtbot.waitUntil(lambda: owner.first == ["kept"])


def test_an_error_goes_to_who_looks_after_it(reads: ReadThread[Subject], qtbot: QtBot) -> None:
    owner = Owner()

    def fail(_: Subject) -> object:
        raise StoreError("disk", "The disk is full.", "Free some space.")

    reads.ask(owner.on_first, fail, owner.on_error)
    qtbot.waitUntil(lambda: bool(owner.errors))
    assert str(owner.errors[0]) == "The disk is full. Free some space."
    assert owner.first == []


def test_an_error_nobody_looks_after_is_told(
    reads: ReadThread[Subject], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    owner = Owner()

    def fail(_: Subject) -> object:
        raise StoreError("disk", "The disk is full.")

    with qtbot.waitSignal(reads.failed) as failed:
        reads.ask(owner.on_first, fail)
    assert failed.args == ["The disk is full."]
    assert "on_first" in caplog.text


def test_an_owner_that_is_gone_is_not_answered(reads: ReadThread[Subject], subject: Subject, qtbot: QtBot) -> None:
    owner, other = Owner(), Owner()
    taken = owner.first
    reads.ask(owner.on_first, lambda subject: subject.quick("lost"))
    del owner
    reads.ask(other.on_first, lambda subject: subject.quick("seen"))
    qtbot.waitUntil(lambda: other.first == ["seen"])
    assert taken == []


def test_ending_drops_what_waits_and_does_the_last_work(subject: Subject, qtbot: QtBot) -> None:
    thread = ReadThread(subject, subject.interrupted.set)
    owner = Owner()
    thread.ask(owner.on_first, lambda subject: subject.blocked("running"))
    assert subject.started.wait(PATIENCE_S)
    thread.ask(owner.on_second, lambda subject: subject.quick("waiting"))
    assert thread.end(lambda subject: subject.quick("last"))
    assert subject.done == ["last"]


def test_ending_without_dropping_does_what_waits_first(subject: Subject, qtbot: QtBot) -> None:
    thread = ReadThread(subject)
    owner = Owner()
    thread.ask(owner.on_first, lambda subject: subject.blocked("running"))
    assert subject.started.wait(PATIENCE_S)
    thread.ask(owner.on_second, lambda subject: subject.quick("waiting"))
    subject.gate.set()
    assert thread.end(lambda subject: subject.quick("last"), drop=False)
    assert subject.done == ["running", "waiting", "last"]


def test_a_request_belongs_to_a_method(reads: ReadThread[Subject]) -> None:
    def act(_: object) -> None: ...

    with pytest.raises(TypeError, match="method"):
        reads.ask(act, lambda subject: subject)


def test_five_thousand_answers_survive(reads: ReadThread[Subject], qtbot: QtBot) -> None:
    owner = Owner()
    for number in range(5000):
        reads.ask(owner.on_first, lambda subject, number=number: number)
        reads.ask(owner.on_second, lambda subject, number=number: number)
        if number % 100 == 0:
            qtbot.waitUntil(lambda number=number: bool(owner.first) and owner.first[-1] == number)
    qtbot.waitUntil(lambda: owner.first[-1] == 4999 and owner.second[-1] == 4999)


class Gone(QObject):
    """Deleted while its answer is on the way."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def on_answer(self, answer: object) -> None:
        self.heard.append(answer)


def test_an_answer_for_a_window_that_was_deleted_meanwhile_goes_nowhere(qtbot: QtBot) -> None:
    thread: ReadThread[None] = ReadThread(None, name="gone")
    owner, other = Gone(), Gone()
    done = threading.Event()
    thread.ask(owner.on_answer, lambda _: None)
    thread.ask(other.on_answer, lambda _: done.set())
    assert done.wait(PATIENCE_S)
    # Both answers wait in the event loop, which has not run since.
    shiboken6.delete(owner)
    qtbot.waitUntil(lambda: other.heard == [None])
    thread.end()
    assert owner.heard == []


def test_a_damaged_database_is_told_and_the_next_question_is_answered(
    qtbot: QtBot, reads: ReadThread[Subject], subject: Subject
) -> None:
    def hit(_subject: Subject) -> object:
        raise sqlite3.DatabaseError("database disk image is malformed")

    owner = Owner()
    reads.ask(owner.on_first, hit, owner.on_error)
    qtbot.waitUntil(lambda: len(owner.errors) == 1)
    assert isinstance(owner.errors[0], StoreError)
    assert owner.errors[0].key == "damaged"
    reads.ask(owner.on_first, lambda asked: asked.quick(2))
    qtbot.waitUntil(lambda: owner.first == [2])


@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc")
def test_what_a_read_leaves_behind_goes_back_to_the_system_in_a_quiet_moment(
    reads: ReadThread[Subject], qtbot: QtBot
) -> None:
    owner = Owner()

    def own_mb() -> float:
        line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("RssAnon"))
        return int(line.split()[1]) / 1024

    # Of each hundred blocks one stays, so that nothing is given back by itself.
    blocks = [bytearray(10_000) for _ in range(4_000)]
    kept = blocks[::100]
    full = own_mb()
    del blocks
    reads.ask(owner.on_first, lambda subject: subject.quick(1))
    qtbot.waitUntil(lambda: own_mb() < full - 20)
    reads.ask(owner.on_first, lambda subject: subject.quick(2))
    qtbot.waitUntil(lambda: owner.first == [1, 2])
    assert len(kept) == 40
