# SPDX-License-Identifier: MIT
"""The desktop's end of the link: starts the engine as a child, reads its events, sends it commands, starts it again.

start ─► process ─► Hello ⇄ Hello ─► events …                 dies ─► engine_lost, start again after 1, 2, 4 … 60 s
stop  ─► Stop, close the write channel ─► finished ─► stopped  (killed after 2 s)
"""

import logging
import os
import time
from collections import deque
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from hkwatch import __version__
from hkwatch.domain import commands as cmd
from hkwatch.domain.events import CommandDone, EngineFailed
from hkwatch.domain.ids import CommandId
from hkwatch.link.hello import PROTOCOL, Hello
from hkwatch.link.messages import decode_from_engine, encode_command, encode_hello
from hkwatch.link.newest import still_true
from hkwatch.link.spawn import launch

log = logging.getLogger(__name__)

STOP_TIMEOUT_MS = 2000
FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 60.0
HEALTHY_S = 60.0
"""An engine that ran this long was well; its death starts the row of waits anew."""

TURN_S = 0.004
"""So long events are handed on in one go. What is left waits for the next turn of the loop, after keys and painting."""


class EngineProcess(QObject):
    """Owns the child. `stop` must have ended (`stopped`) before this object goes: Qt kills a child it destroys."""

    happened = Signal(object)
    """One of `domain.events.Event`, in the engine's order."""
    connected = Signal()
    """The engine said hello; commands reach it from now on."""
    engine_lost = Signal(str, float)
    """Why (technical English), and in how many seconds it is started again."""
    stopped = Signal()
    """After `stop`: no child is left."""

    def __init__(
        self,
        program: str,
        arguments: list[str],
        parent: QObject | None = None,
        *,
        first_wait_s: float = FIRST_WAIT_S,
        stop_timeout_ms: int = STOP_TIMEOUT_MS,
        spawned: QProcess | None = None,
        turn_s: float = TURN_S,
    ) -> None:
        """`spawned` is a child of this program that `spawn` has started already; the first `start` takes it.

        `turn_s` is the longest that events are handed on in one go, but for the one that is begun; 0 = one a turn.
        """
        super().__init__(parent)
        self._spawned = spawned
        self._command = (program, list(arguments))
        self._first_wait_s = first_wait_s
        self._wait_s = first_wait_s
        self._process: QProcess | None = None
        self._buffer = bytearray()
        self._lines = deque[bytes]()
        self._turn_s = turn_s
        self._unconfirmed: dict[str, cmd.Command] = {}
        self._is_connected = False
        self._is_stopping = False
        self._is_restarting = False
        self._failed = False
        self._turn = _timer(self, self._take_turn)
        self._retry = _timer(self, self._start_process)
        self._healthy = _timer(self, self._forget_waits, round(HEALTHY_S * 1000))
        self._killer = _timer(self, self._kill, stop_timeout_ms)

    @property
    def is_connected(self) -> bool:
        """Whether the engine runs and said hello."""
        return self._is_connected

    @property
    def unconfirmed(self) -> tuple[cmd.Command, ...]:
        """Commands the engine has not confirmed yet, oldest first."""
        return tuple(self._unconfirmed.values())

    @property
    def pid(self) -> int:
        """Process id of the child, 0 while none runs."""
        return int(self._process.processId()) if self._process is not None else 0

    def start(self) -> None:
        """Start the engine, also after it failed for good. Does nothing while it runs or is being stopped."""
        self._failed = False
        self._retry.stop()
        if self._process is None and not self._is_stopping:
            spawned, self._spawned = self._spawned, None
            if spawned is None:
                self._start_process()
            else:
                self._take_over(spawned)

    def send(self, command: cmd.Command) -> None:
        """Hand a command over, now or as soon as the engine is there; again after a restart until it is confirmed."""
        if self._is_stopping or isinstance(command, cmd.Stop):
            return
        self._unconfirmed[command.id] = command
        if self._is_connected:
            self._write(encode_command(command))

    def stop(self) -> None:
        """End the engine: it is asked first and killed after two seconds. `stopped` tells when nothing is left."""
        if self._is_stopping:
            return
        self._is_stopping = True
        self._retry.stop()
        self._healthy.stop()
        if self._process is None:
            QTimer.singleShot(0, self, self.stopped.emit)
            return
        self._say_stop(self._process)

    def restart(self) -> None:
        """End the engine in order and start it again at once, for settings that only a start reads."""
        if self._is_stopping or self._is_restarting or self._process is None:
            return
        self._is_restarting = True
        self._say_stop(self._process)

    # The child

    def _say_stop(self, process: QProcess) -> None:
        if process.state() is QProcess.ProcessState.Running:
            process.write(encode_command(cmd.Stop(CommandId("stop"))))
            process.closeWriteChannel()
        self._is_connected = False
        self._killer.start()

    def _start_process(self) -> None:
        process = QProcess(self)
        self._hear(process)
        launch(process, *self._command)

    def _take_over(self, process: QProcess) -> None:
        """Hear a child that runs already; what it did meanwhile is told once whoever starts it is done."""
        process.setParent(self)
        self._hear(process)
        if process.state() is QProcess.ProcessState.Starting:
            # All its signals are still to come.
            return
        QTimer.singleShot(0, self, lambda: self._catch_up(process))

    def _catch_up(self, process: QProcess) -> None:
        if self._process is not process:
            return
        if process.state() is QProcess.ProcessState.Running:
            self._greet()
            self._read()
        elif process.error() is QProcess.ProcessError.FailedToStart:
            self._on_error(process.error())
        elif process.state() is QProcess.ProcessState.NotRunning:
            self._read()
            self._on_finished(process.exitCode(), process.exitStatus())

    def _hear(self, process: QProcess) -> None:
        process.readyReadStandardOutput.connect(self._read)
        process.started.connect(self._greet)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        self._buffer.clear()
        self._lines.clear()

    def _greet(self) -> None:
        if self._is_stopping:
            # Asked to stop while it was starting: end of input ends it.
            self._close_input()
            return
        self._write(encode_hello(Hello(PROTOCOL, __version__, os.getpid())))

    def _read(self) -> None:
        if self._process is None:
            return
        self._buffer += self._process.readAllStandardOutput().data()
        *lines, rest = self._buffer.split(b"\n")
        self._buffer = bytearray(rest)
        if lines:
            self._lines = deque(still_true([*self._lines, *(bytes(line) for line in lines)]))
            if not self._turn.isActive():
                self._take_turn()

    def _take_turn(self) -> None:
        ends = time.perf_counter() + self._turn_s
        while self._lines:
            self._take(self._lines.popleft())
            if self._lines and time.perf_counter() >= ends:
                self._turn.start()
                return

    def _take_all(self) -> None:
        while self._lines:
            self._take(self._lines.popleft())

    def _take(self, line: bytes) -> None:
        if not line.strip():
            return
        try:
            message = decode_from_engine(line)
        except msgspec.MsgspecError as error:
            # One unreadable line must not cost the ones after it.
            log.error("link unreadable=%r error=%s", line[:200], error)
            return
        if isinstance(message, Hello):
            self._on_hello(message)
            return
        if isinstance(message, CommandDone):
            self._unconfirmed.pop(message.command_id, None)
        elif isinstance(message, EngineFailed):
            self._failed = True
        self.happened.emit(message)

    def _on_hello(self, hello: Hello) -> None:
        if hello.protocol != PROTOCOL:
            self._failed = True
            self._close_input()
            detail = f"The engine is hkwatch {hello.version} and speaks protocol {hello.protocol}, not {PROTOCOL}."
            self.happened.emit(EngineFailed("protocol", detail, "Quit hkwatch and start it again.", 1))
            return
        self._is_connected = True
        self._healthy.start()
        for command in self._unconfirmed.values():
            self._write(encode_command(command))
        self.connected.emit()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        # Every other error is followed by `finished`.
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._gone(self._process.errorString())

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        # The last words come before the news that there will be no more.
        self._read()
        self._take_all()
        crashed = status is QProcess.ExitStatus.CrashExit
        self._gone(f"killed by signal {code}" if crashed else f"ended with code {code}")

    def _gone(self, reason: str) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self._is_connected = False
        self._killer.stop()
        self._healthy.stop()
        restart, self._is_restarting = self._is_restarting, False
        if self._is_stopping:
            self.stopped.emit()
        elif restart:
            self._start_process()
        elif not self._failed:
            wait_s, self._wait_s = self._wait_s, min(self._wait_s * 2, LONGEST_WAIT_S)
            log.warning("engine %s; again in %.3g s", reason, wait_s)
            self._retry.start(round(wait_s * 1000))
            self.engine_lost.emit(reason, wait_s)

    def _write(self, line: bytes) -> None:
        if self._process is not None:
            self._process.write(line)

    def _close_input(self) -> None:
        if self._process is not None:
            self._process.closeWriteChannel()

    def _kill(self) -> None:
        if self._process is not None:
            log.warning("engine did not end in time and is killed")
            self._process.kill()

    def _forget_waits(self) -> None:
        self._wait_s = self._first_wait_s


def _timer(parent: QObject, act: Callable[[], None], interval_ms: int = 0) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(act)
    return timer
