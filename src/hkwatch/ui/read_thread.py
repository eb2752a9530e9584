# SPDX-License-Identifier: MIT
"""Work that may wait for a disk, in one thread of its own; the answers arrive in the thread of the window.

A request belongs to a bound method of a QObject. Of several requests for one method only the latest is answered: those
still waiting are dropped, the one running is interrupted, and its answer, should it come, is thrown away.
"""

import logging
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar
from weakref import WeakMethod

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from shiboken6 import isValid

from hkwatch.domain.errors import HkwatchError
from hkwatch.domain.query import QueryError
from hkwatch.services.giving_back import GivingBack
from hkwatch.services.store_reader import ReadInterruptedError
from hkwatch.store.db import as_store_error
from hkwatch.ui.error_text import said

log = logging.getLogger(__name__)

S = TypeVar("S")
T = TypeVar("T")
_Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class _Request:
    key: _Key
    generation: int
    slot: "WeakMethod[Callable[[Any], None]]"
    work: Callable[[Any], Any]
    on_error: "WeakMethod[Callable[[Exception], None]] | None"


@dataclass(frozen=True, slots=True)
class _Answer:
    request: _Request
    value: Any
    error: Exception | None


class ReadThread(QObject, Generic[S]):
    """Runs `work(subject)` one after the other. `interrupt` ends the work that runs, from the window's thread."""

    failed = Signal(str)
    """A request nobody looks after went wrong; cause and next step in English."""
    _done = Signal(object)

    def __init__(
        self, subject: S, interrupt: Callable[[], None] | None = None, parent: QObject | None = None, name: str = "read"
    ) -> None:
        super().__init__(parent)
        self._subject = subject
        self._interrupt = interrupt
        self._waiting: OrderedDict[_Key, _Request] = OrderedDict()
        self._running: _Request | None = None
        self._generations: dict[_Key, int] = {}
        self._is_ending = False
        self._last: Callable[[S], object] | None = None
        self._condition = threading.Condition()
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def ask(
        self,
        slot: Callable[[T], None],
        work: Callable[[S], T],
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` and call `slot`, a method of a QObject, with the result; earlier requests for it are over.

        `on_error`, a method too, gets HkwatchError and QueryError; without one `failed` tells.
        """
        key = _key(slot)
        with self._condition:
            generation = self._generations[key] = self._generations.get(key, 0) + 1
            failure = WeakMethod(on_error) if on_error is not None else None
            self._waiting.pop(key, None)
            self._waiting[key] = _Request(key, generation, WeakMethod(slot), work, failure)
            self._stop_running(key)
            self._condition.notify()

    def forget(self, slot: Callable[[T], None]) -> None:
        """The answer for this method is not wanted any more."""
        key = _key(slot)
        with self._condition:
            self._generations[key] = self._generations.get(key, 0) + 1
            self._waiting.pop(key, None)
            self._stop_running(key)

    def settle(self, timeout_s: float) -> None:
        """Wait at most so long until all that was asked is answered, and deliver the answers; for before a window is shown."""
        with self._condition:
            self._condition.wait_for(lambda: not self._waiting and self._running is None, timeout_s)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def end(self, last: Callable[[S], object] | None = None, *, drop: bool = True, timeout_s: float = 2.0) -> bool:
        """Drop what waits, or do it first with `drop` False; then run `last` and end.

        False when the thread did not end in time.
        """
        with self._condition:
            self._is_ending = True
            if drop:
                self._waiting.clear()
                if self._running is not None and self._interrupt is not None:
                    self._interrupt()
            self._last = last
            self._condition.notify()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _stop_running(self, key: _Key) -> None:
        if self._running is not None and self._running.key == key and self._interrupt is not None:
            self._interrupt()

    def _run(self) -> None:
        giving = GivingBack()
        while True:
            with self._condition:
                while not self._waiting and not self._is_ending:
                    if not self._condition.wait(giving.wait_s()):
                        giving.quiet()
                if not self._waiting:
                    break
                _, request = self._waiting.popitem(last=False)
                self._running = request
            answer = self._answer(request)
            giving.worked()
            # After the end was asked for nobody listens; the loop's head sees it.
            if answer is not None:
                self._done.emit(answer)
            with self._condition:
                self._running = None
                self._condition.notify_all()
        if self._last is not None:
            try:
                self._last(self._subject)
            except HkwatchError as error:
                log.error("last work key=%s detail=%s", error.key, error.detail)

    def _answer(self, request: _Request) -> _Answer | None:
        try:
            return _Answer(request, request.work(self._subject), None)
        except ReadInterruptedError:
            # Only a request that was replaced is interrupted on purpose; one hit by accident is asked again.
            with self._condition:
                is_wanted = self._generations[request.key] == request.generation and not self._is_ending
                if is_wanted and request.key not in self._waiting:
                    self._waiting[request.key] = request
            return None
        except (HkwatchError, QueryError) as error:
            return _Answer(request, None, error)
        except sqlite3.Error as error:
            # A damaged place in the database must not end the thread: whoever asks next would wait for ever.
            return _Answer(request, None, as_store_error(error, Path("hkwatch.db")))

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        request = answer.request
        if self._generations.get(request.key) != request.generation:
            return
        slot = request.slot()
        if slot is None or not isValid(getattr(slot, "__self__", None)):
            # The window was closed and deleted while its answer was on the way.
            return
        if answer.error is None:
            slot(answer.value)
            return
        failure = request.on_error() if request.on_error is not None else None
        if failure is not None:
            failure(answer.error)
        else:
            log.error("read slot=%s error=%s", request.key[1], answer.error)
            self.failed.emit(said(answer.error))


def _key(slot: Callable[..., None]) -> _Key:
    owner = getattr(slot, "__self__", None)
    if owner is None:
        raise TypeError("a request belongs to a method of an object")
    return id(owner), getattr(slot, "__name__", "")
