# SPDX-License-Identifier: MIT
"""Runs `hkwatch` until the rows are painted, then tells when each step was over: FOLDER ADDRESS.

It is the program's own start from the command line on; only the making of the window is looked at. Beside the instant
of each step is the processor time this process had used, both in seconds.
"""

import sys
import time

marks = [("Python", time.monotonic(), time.process_time())]


def mark(step: str) -> None:
    """A step is over."""
    marks.append((step, time.monotonic(), time.process_time()))


from perf.itself import profile_of  # noqa: E402

profile = profile_of("window.prof")
if profile is not None:
    from perf.thread_times import ThreadTimes

    times = ThreadTimes()
    times.start()

import gc  # noqa: E402

from hkwatch.app import cli  # noqa: E402

gc.disable()  # as `hkwatch` does until the window is there
from hkwatch.app.binding import look_into_no_source  # noqa: E402

look_into_no_source()
from hkwatch.app import desktop  # noqa: E402

mark("imports")

from typing import Any  # noqa: E402

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402


class FirstRows(QObject):
    """Ends the program after the first paint of a list with rows."""

    def __init__(self, shell: desktop.Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._window = shell._parts.window
        self._view = self._window.inbox.view
        self._seen = False
        self._window.installEventFilter(self)
        self._view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and watched is self._window:
            mark("shown")
        elif not self._seen and event.type() is QEvent.Type.Paint and self._view.visible_items():
            self._seen = True
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        mark("painted")
        self._shell.quit()


build = desktop.build


def looked_at(*args: Any, **kwargs: Any) -> desktop.Shell:
    """The program's own window, and somebody who sees it painted."""
    mark("store_looked_at")
    shell = build(*args, **kwargs)
    mark("built")
    FirstRows(shell)
    return shell


if __name__ == "__main__":
    desktop.build = looked_at
    status = cli.main(["--data", sys.argv[1], "--replica", sys.argv[2]])
    if profile is not None:
        times.stop(profile)
    for step, at, used in marks:
        print(step, at, used)
    sys.exit(status)
