# SPDX-License-Identifier: MIT
"""The desktop's end of the link, against a small engine that speaks it for real."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from patience import PATIENCE_MS

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hkwatch.domain import commands as cmd
from hkwatch.domain.events import EngineFailed, EngineFinished, ItemsAdded, Resync
from hkwatch.domain.ids import CommandId
from hkwatch.link.desktop_end import TURN_S, EngineProcess
from hkwatch.link.spawn import spawn

FAKE = Path(__file__).parent / "fake_engine.py"
Make = Callable[..., EngineProcess]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    """Makes engines; each is stopped and awaited at the end, as Qt would kill a running one."""
    made: list[EngineProcess] = []

    def build(what: str, *more: str, **options: float) -> EngineProcess:
        process = EngineProcess(
            sys.executable,
            [str(FAKE), what, *more],
            first_wait_s=options.get("first_wait_s", 0.05),
            stop_timeout_ms=int(options.get("stop_timeout_ms", 5000)),
            turn_s=options.get("turn_s", TURN_S),
        )
        made.append(process)
        return process

    yield build
    for process in made:
        if process.pid:
            process.stop()
            qtbot.waitUntil(lambda process=process: process.pid == 0, timeout=10_000)


def check_now(name: str) -> cmd.CheckNow:
    return cmd.CheckNow(CommandId(name))


def collect(process: EngineProcess) -> list[object]:
    events: list[object] = []
    process.happened.connect(events.append)
    return events


def test_a_command_given_before_the_engine_is_up_reaches_it_and_is_confirmed(
    make: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    process = make("confirm", str(tmp_path / "log"))
    process.send(check_now("early"))
    process.start()
    qtbot.waitUntil(lambda: process.is_connected and not process.unconfirmed, timeout=10_000)
    process.send(check_now("late"))
    assert [command.id for command in process.unconfirmed] == ["late"]
    qtbot.waitUntil(lambda: not process.unconfirmed, timeout=5000)
    assert (tmp_path / "log").read_text().split() == ["early", "late"]


def test_an_engine_that_was_spawned_early_is_heard_from_its_first_word(qtbot: QtBot, tmp_path: Path) -> None:
    log = tmp_path / "log"
    spawned = spawn(sys.executable, [str(FAKE), "confirm", str(log)])
    assert spawned.waitForStarted()
    process = EngineProcess("no-such-program", [], spawned=spawned)
    process.send(check_now("early"))
    process.start()
    assert process.pid
    qtbot.waitUntil(lambda: process.is_connected and not process.unconfirmed)
    assert log.read_text().split() == ["early"]
    with qtbot.waitSignal(process.stopped):
        process.stop()


def test_an_engine_that_ended_before_it_was_heard_is_started_again(
    make: Make, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    gone = spawn(sys.executable, ["-c", "raise SystemExit(3)"])
    assert gone.waitForFinished()
    process = make("confirm", str(tmp_path / "log"))
    process._spawned = gone
    with qtbot.waitSignal(process.engine_lost) as lost:
        process.start()
    assert "code 3" in lost.args[0]
    qtbot.waitUntil(lambda: process.is_connected)
    assert "ended with code 3" in caplog.text


def test_an_engine_that_could_not_be_spawned_is_started_again(
    make: Make, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    never = spawn(str(tmp_path / "no-such-program"), [])
    never.waitForStarted()
    process = make("confirm", str(tmp_path / "log"))
    process._spawned = never
    with qtbot.waitSignal(process.engine_lost):
        process.start()
    qtbot.waitUntil(lambda: process.is_connected)
    assert "again in" in caplog.text


def test_a_command_that_was_not_confirmed_is_sent_again_to_the_next_engine(
    make: Make, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    log = tmp_path / "log"
    process = make("forget-once", str(log))
    process.start()
    process.send(check_now("kept"))
    with qtbot.waitSignal(process.engine_lost, timeout=10_000) as lost:
        pass
    how = "ended with code 15" if sys.platform == "win32" else "killed by signal 9"
    assert lost.args[0] == how
    qtbot.waitUntil(lambda: not process.unconfirmed, timeout=10_000)
    assert log.read_text().split() == ["kept", "kept"]
    assert how in caplog.text


def test_an_engine_that_dies_is_started_again_after_waits_that_double(
    make: Make, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    process = make("die", first_wait_s=0.02)
    waits: list[float] = []
    process.engine_lost.connect(lambda _reason, wait_s: waits.append(wait_s))
    process.start()
    qtbot.waitUntil(lambda: len(waits) >= 4, timeout=30_000)
    process.stop()
    assert waits[:4] == [0.02, 0.04, 0.08, 0.16]
    assert "ended with code 3" in caplog.text


def test_a_refusal_is_told_and_not_tried_again(make: Make, qtbot: QtBot) -> None:
    process = make("refuse")
    events = collect(process)
    lost: list[str] = []
    process.engine_lost.connect(lambda reason, _wait: lost.append(reason))
    process.start()
    qtbot.waitUntil(lambda: bool(events) and process.pid == 0, timeout=10_000)
    assert events == [EngineFailed("locked", "In use.", "Stop it.", 4)]
    assert not lost
    process.start()
    qtbot.waitUntil(lambda: len(events) == 2, timeout=10_000)


def test_another_protocol_ends_the_engine_and_says_so(make: Make, qtbot: QtBot) -> None:
    process = make("protocol")
    events = collect(process)
    process.start()
    qtbot.waitUntil(lambda: bool(events) and process.pid == 0, timeout=10_000)
    failed = events[0]
    assert isinstance(failed, EngineFailed)
    assert failed.key == "protocol"
    assert not process.is_connected


def test_events_arrive_whole_and_in_order_however_the_bytes_are_cut(
    make: Make, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    process = make("split")
    events = collect(process)
    process.start()
    qtbot.waitUntil(lambda: len(events) == 3, timeout=10_000)
    assert [type(event) for event in events] == [ItemsAdded, Resync, ItemsAdded]
    assert "unreadable" in caplog.text


def test_five_thousand_events_survive(make: Make, qtbot: QtBot) -> None:
    process = make("flood")
    events = collect(process)
    process.start()
    qtbot.waitUntil(lambda: len(events) == 5000, timeout=30_000)
    assert [event.ids[0] for event in events if isinstance(event, ItemsAdded)] == list(range(5000))


def test_between_the_events_of_a_burst_the_window_has_its_turn(make: Make, qtbot: QtBot) -> None:
    process = make("burst", turn_s=0.0)
    turns, seen, beat = [0], list[tuple[int, object]](), QTimer()
    beat.timeout.connect(lambda: turns.append(len(turns)))
    process.happened.connect(lambda event: seen.append((turns[-1], event)))
    beat.start(0)
    process.start()
    qtbot.waitUntil(lambda: len(seen) == 40, timeout=PATIENCE_MS)
    beat.stop()
    assert [event.ids[0] for _, event in seen if isinstance(event, ItemsAdded)] == list(range(40))
    assert len({turn for turn, _ in seen}) > 20


def test_what_an_engine_said_last_is_told_before_its_end(
    make: Make, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    process = make("burst-die", turn_s=0.0, first_wait_s=600.0)
    told: list[str] = []
    process.happened.connect(lambda _event: told.append("event"))
    process.engine_lost.connect(lambda *_: told.append("lost"))
    process.start()
    qtbot.waitUntil(lambda: "lost" in told, timeout=PATIENCE_MS)
    assert told == ["event"] * 40 + ["lost"]
    assert "ended with code 3" in caplog.text


def test_stopping_asks_first_and_tells_when_nothing_is_left(make: Make, qtbot: QtBot) -> None:
    process = make("confirm")
    events = collect(process)
    process.start()
    qtbot.waitUntil(lambda: process.is_connected, timeout=10_000)
    with qtbot.waitSignal(process.stopped, timeout=5000):
        process.stop()
    assert events == [EngineFinished()]
    assert process.pid == 0


def test_an_engine_that_will_not_stop_is_killed(make: Make, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    process = make("deaf", stop_timeout_ms=50)
    process.start()
    qtbot.waitUntil(lambda: process.is_connected, timeout=10_000)
    with qtbot.waitSignal(process.stopped, timeout=5000):
        process.stop()
    assert process.pid == 0
    assert "is killed" in caplog.text


def test_stopping_where_nothing_runs_tells_as_well(make: Make, qtbot: QtBot) -> None:
    process = make("confirm")
    with qtbot.waitSignal(process.stopped, timeout=1000):
        process.stop()


def test_after_stop_no_command_is_taken(make: Make, qtbot: QtBot) -> None:
    process = make("confirm")
    with qtbot.waitSignal(process.stopped, timeout=1000):
        process.stop()
    process.send(check_now("too-late"))
    assert not process.unconfirmed


def test_a_restart_ends_the_engine_in_order_and_starts_it_without_a_wait(make: Make, qtbot: QtBot) -> None:
    process = make("confirm", first_wait_s=60)
    events = collect(process)
    process.start()
    qtbot.waitUntil(lambda: process.is_connected, timeout=10_000)
    before = process.pid
    process.restart()
    qtbot.waitUntil(lambda: process.is_connected and process.pid not in (0, before), timeout=10_000)
    assert events == [EngineFinished()]


def test_a_program_that_is_not_there_is_a_lost_engine(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    process = EngineProcess(str(tmp_path / "nothing"), [], first_wait_s=60)
    with qtbot.waitSignal(process.engine_lost, timeout=5000):
        process.start()
    assert process.pid == 0
    assert "again in 60 s" in caplog.text
