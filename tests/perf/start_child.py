# SPDX-License-Identifier: MIT
"""Runs `hkwatch` until the rows are painted and the rest has come, then tells when each step was over: FOLDER ADDRESS.

It is the program's own start from the command line on; the list is looked at from the moment its class is there. Beside
the instant of each step is the processor time this process had used, both in seconds.
"""

import sys
import time

marks = [("Python", time.monotonic(), time.process_time())]

import os  # noqa: E402
import signal  # noqa: E402
from types import ModuleType  # noqa: E402
from typing import Any  # noqa: E402

from perf.at_import import look, when_whole  # noqa: E402
from perf.itself import profile_of  # noqa: E402


def mark(step: str) -> None:
    """A step is over."""
    marks.append((step, time.monotonic(), time.process_time()))


def look_at_list(module: ModuleType) -> None:
    """Have every list that is made say when it is painted with rows."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - the program has imported them by now

    class FirstRows(QObject):
        def __init__(self, view: Any) -> None:
            super().__init__(view)
            self._view, self._seen = view, False
            view.viewport().installEventFilter(self)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Show:
                mark("shown")
            elif not self._seen and event.type() is QEvent.Type.Paint and self._view.visible_items():
                self._seen = True
                QTimer.singleShot(0, self, self._painted)
            return False

        def _painted(self) -> None:
            mark("painted")

    made = module.InboxView.__init__

    def and_look(self: Any, *args: Any, **kwargs: Any) -> None:
        made(self, *args, **kwargs)
        mark("list made")
        FirstRows(self)

    module.InboxView.__init__ = and_look


def over(_shell: object) -> None:
    """All of the window has come: end the program."""
    mark("whole")
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    profile = profile_of("window.prof")
    if profile is not None:
        from perf.thread_times import ThreadTimes

        times = ThreadTimes()
        times.start()
    look({"hkwatch.ui.inbox.view": look_at_list, **when_whole(over)})
    from hkwatch.app import cli

    mark("command line")
    status = cli.main(["--data", sys.argv[1], "--replica", sys.argv[2]])
    if profile is not None:
        times.stop(profile)
    for step, at, used in marks:
        print(step.replace(" ", "_"), at, used)
    sys.exit(status)
