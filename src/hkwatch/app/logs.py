# SPDX-License-Identifier: MIT
"""The log file and the crash report. Log lines are key=value; writing happens in a thread of its own."""

import logging
import logging.handlers
import platform
import queue
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from hkwatch import __version__
from hkwatch.domain.unseen import one_visible_line, without_unseen

_BYTES = 1_000_000
_FILES = 3


class OneLine(logging.Formatter):
    """What a stranger wrote and a message quotes can neither pretend to be a line of the log nor steer who reads it.

    A trace keeps its lines, all of them indented.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = one_visible_line(record.message)
        return super().formatMessage(record)

    def format(self, record: logging.LogRecord) -> str:
        first, *trace = super().format(record).splitlines() or [""]
        return "\n".join((first, *(f"  {without_unseen(line)}" for line in trace)))


def set_up_logging(file: Path, process: str, max_bytes: int = _BYTES) -> Callable[[], None]:
    """Log to `file` (four files of `max_bytes` at most) and write a crash report beside it. Returns what ends it."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # One file a process: two processes must not rotate the same file.
    target = file.with_name(f"{file.stem}-{process}{file.suffix}")
    writer = logging.handlers.RotatingFileHandler(target, maxBytes=max_bytes, backupCount=_FILES, encoding="utf-8")
    writer.setFormatter(logging.Formatter("%(asctime)s level=%(levelname)s logger=%(name)s %(message)s"))
    lines: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
    handler = logging.handlers.QueueHandler(lines)
    # Message and trace are put together here, before the record goes to the thread.
    handler.setFormatter(OneLine("%(message)s"))
    listener = logging.handlers.QueueListener(lines, writer)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    # Request lines would fill the log and name every address twice.
    for noisy in ("httpx", "httpcore", "apscheduler"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    listener.start()
    before = sys.excepthook, threading.excepthook
    crash_dir = file.parent

    def on_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        write_crash_report(crash_dir, process, error)
        before[0](kind, error, trace)

    def on_thread_crash(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            write_crash_report(crash_dir, process, arguments.exc_value)
        before[1](arguments)

    sys.excepthook, threading.excepthook = on_crash, on_thread_crash

    def stop() -> None:
        sys.excepthook, threading.excepthook = before
        root.removeHandler(handler)
        listener.stop()
        writer.close()

    return stop


def write_crash_report(folder: Path, process: str, error: BaseException) -> Path:
    """A file with versions and the trace, nothing of the user's: no item, no note, no address."""
    now = datetime.now(UTC)
    text = "\n".join(
        (
            f"hkwatch {__version__}, {process}, {now:%Y-%m-%d %H:%M:%S} UTC",
            f"Python {platform.python_version()}, {platform.platform()}",
            "",
            "".join(traceback.format_exception(error)),
        )
    )
    file = folder / f"crash-{process}-{now:%Y%m%dT%H%M%SZ}.txt"
    file.write_text(text, "utf-8")
    return file
