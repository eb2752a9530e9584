# SPDX-License-Identifier: MIT
"""Runs `hkwatch` until the rows are painted, then tells when each step was over: FOLDER ADDRESS.

It is the program's own start from the command line on; the list is looked at from the moment its class is there. Beside
the instant of each step is the processor time this process had used, both in seconds.
"""

import sys
import time

marks = [("Python", time.monotonic(), time.process_time())]

import importlib.util  # noqa: E402
import os  # noqa: E402
import signal  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from importlib.abc import MetaPathFinder  # noqa: E402
from importlib.machinery import ModuleSpec  # noqa: E402
from types import ModuleType  # noqa: E402
from typing import Any  # noqa: E402

from perf.itself import profile_of  # noqa: E402


def mark(step: str) -> None:
    """A step is over."""
    marks.append((step, time.monotonic(), time.process_time()))


class AtImport(MetaPathFinder):
    """Calls back when the program has imported the list's module, and does not touch it otherwise."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != "hkwatch.ui.inbox.view":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        assert spec is not None
        assert spec.loader is not None
        run = spec.loader.exec_module

        def then_look(module: ModuleType) -> None:
            run(module)
            look_at(module)

        spec.loader.exec_module = then_look  # type: ignore[method-assign]
        return spec


def look_at(module: ModuleType) -> None:
    """Have every list that is made say when it is painted with rows; the first one ends the program."""
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
            os.kill(os.getpid(), signal.SIGTERM)

    made = module.InboxView.__init__

    def and_look(self: Any, *args: Any, **kwargs: Any) -> None:
        made(self, *args, **kwargs)
        mark("list made")
        FirstRows(self)

    module.InboxView.__init__ = and_look


if __name__ == "__main__":
    profile = profile_of("window.prof")
    if profile is not None:
        from perf.thread_times import ThreadTimes

        times = ThreadTimes()
        times.start()
    sys.meta_path.insert(0, AtImport())
    from hkwatch.app import cli

    mark("command line")
    status = cli.main(["--data", sys.argv[1], "--replica", sys.argv[2]])
    if profile is not None:
        times.stop(profile)
    for step, at, used in marks:
        print(step.replace(" ", "_"), at, used)
    sys.exit(status)
