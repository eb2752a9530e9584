# SPDX-License-Identifier: MIT
"""What no test may do: reach beyond this machine, log a warning nobody expected, or leave something running.

A test that expects warnings asks for `caplog` and looks at them itself.
"""

import asyncio
import gc
import logging
import os
import sys
import threading
import time
from asyncio import runners
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest
from hypothesis import settings

from patience import PatientBot

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

SETTLE_S = 20.0
"""How long threads and processes that were told to end may take to do so."""

collect_ignore = [] if sys.platform.startswith("linux") else ["e2e"]
"""The desktop that those tests bring with them, its bus and its tools are Linux's."""

_FIGURE = "figure"

_WHOLE_EVERY = 200
_tests_run = 0

_forbidden: list[str] = []
_left_tasks: list[str] = []


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests marked `long` run only where `-m` speaks of them or they are named by their node id."""
    if "long" in config.getoption("-m") or any("::" in argument for argument in config.args):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


@pytest.fixture
def figures(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Takes a line of what a test measured; it is printed below the results, also by tests in a worker process."""
    return lambda text: record_property(_FIGURE, text)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """Drives windows, with patience."""
    return PatientBot(request)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what tests measured and why tests were skipped."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, ())]
    lines = [f"{text}" for report in reports for name, text in report.user_properties if name == _FIGURE]
    reasons = {str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", ())}
    for line in (*lines, *sorted(reasons)):
        terminalreporter.write_line(line)


def _guard_network(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in ("socket.connect", "socket.sendto", "socket.bind"):
        address = arguments[1]
        if not isinstance(address, tuple):  # a path: a Unix socket
            return
        host = address[0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or _is_here(str(host)):
        return
    _forbidden.append(f"{event} {host}")
    raise OSError(f"a test must not reach {host}")


def _is_here(host: str) -> bool:
    if host in ("", "localhost"):
        return True
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


sys.addaudithook(_guard_network)


def _watch_loop_end(
    original: Callable[[asyncio.AbstractEventLoop], None],
) -> Callable[[asyncio.AbstractEventLoop], None]:
    def cancel_and_tell(loop: asyncio.AbstractEventLoop) -> None:
        # `asyncio.run` cancels what is left without a word. After an error in the test that is right.
        if sys.exc_info()[0] is None:
            _left_tasks.extend(repr(task.get_coro()) for task in asyncio.all_tasks(loop))
        original(loop)

    return cancel_and_tell


# Nothing public tells which tasks `asyncio.run` had to cancel.
runners._cancel_all_tasks = _watch_loop_end(runners._cancel_all_tasks)  # type: ignore[attr-defined]


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _garbage_waits() -> Iterator[None]:
    """Objects in circles are looked for after a test, in the main thread.

    Python looks wherever it runs: in the thread of a replica it would end windows, and during a paint the one being
    painted. Qt crashes then, in whichever test comes next.
    """
    gc.disable()
    yield
    global _tests_run
    _tests_run += 1
    # The oldest generation holds all modules and takes a tenth of a second.
    gc.collect(2 if _tests_run % _WHOLE_EVERY == 0 else 1)


@pytest.fixture(autouse=True)
def nothing_is_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that reached out, warned, or left a thread, a child process or an asyncio task."""
    warned = _Warnings()
    logging.getLogger().addHandler(warned)
    threads = set(threading.enumerate())
    children = _children()
    _forbidden.clear()
    _left_tasks.clear()
    yield
    logging.getLogger().removeHandler(warned)
    wrong: list[str] = []
    end = time.monotonic() + SETTLE_S
    while (left := _left_behind(threads, children)) and time.monotonic() < end:
        time.sleep(0.01)
    wrong += left
    wrong += [f"reached out: {what}" for what in _forbidden]
    wrong += [f"task: {what}" for what in _left_tasks]
    if "caplog" not in request.fixturenames:
        wrong += warned.found
    if wrong:
        pytest.fail("\n".join(["The test left or did what it must not:", *wrong]), pytrace=False)


def _left_behind(threads: set[threading.Thread], children: dict[int, str]) -> list[str]:
    found = [
        f"thread: {thread.name}"
        for thread in threading.enumerate()
        # A dummy stands for a thread of Qt's that once ran Python; it goes with Qt's pool.
        if thread not in threads and not isinstance(thread, threading._DummyThread)
    ]
    for pid, command in _children().items():
        # multiprocessing keeps one tracker for the whole run.
        if pid not in children and "resource_tracker" not in command:
            found.append(f"process {pid}: {command or 'a zombie'}")
    return found


def _children() -> dict[int, str]:
    found: dict[int, str] = {}
    for listing in Path("/proc/self/task").glob("*/children") if sys.platform == "linux" else ():
        try:
            for pid in listing.read_text().split():
                command = Path(f"/proc/{pid}/cmdline").read_bytes()
                found[int(pid)] = command.replace(b"\0", b" ").decode("utf-8", "replace").strip()
        except OSError:
            continue  # the thread or the child has just ended
    return found
