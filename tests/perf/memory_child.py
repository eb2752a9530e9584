# SPDX-License-Identifier: MIT
"""Runs `hkwatch` and uses it as told: FOLDER ADDRESS. Says `ready`, and after a line on its input `worked`.

It is the program's own start from the command line on. Who measures looks at it from outside, so nothing is imported
here that the program does not import itself.
"""

import os
import sys
from collections.abc import Iterator
from typing import Any

from perf.at_import import look, when_whole

SEARCHES = ("licence", "牌照", "is:unread", "")
OPENED = 20
TO_THE_END = 5
SIZE = (1280, 860)
_LEAST_ROWS = 40
_used: list[object] = []
"""Kept for as long as the process is."""


def use(shell: Any) -> None:
    """Search, open and scroll in the window that has come, as soon as that is asked for."""
    from PySide6.QtCore import QSocketNotifier, QTimer  # noqa: PLC0415 - the program has imported them by now

    steps = _steps(shell)

    def go_on() -> None:
        wait_s = next(steps, None)
        if wait_s is not None:
            QTimer.singleShot(round(1000 * wait_s), shell, go_on)

    def begin(*_: object) -> None:
        asked.setEnabled(False)
        os.read(0, 64)
        go_on()

    def look_again() -> None:
        if shell._parts.window.inbox.model.rowCount() > _LEAST_ROWS and shell._parts.engine.is_connected:
            ready.stop()
            _say("ready")

    shell._parts.window.resize(*SIZE)
    asked = QSocketNotifier(0, QSocketNotifier.Type.Read, shell)
    asked.activated.connect(begin)
    ready = QTimer(shell)
    ready.timeout.connect(look_again)
    ready.start(50)
    _used.extend((asked, ready))


def _steps(shell: Any) -> Iterator[float]:
    """Does one thing at a time; seconds to wait after each."""
    inbox = shell._parts.window.inbox
    for text in SEARCHES:
        inbox.field.set_text(text)
        yield 0.6
    view = inbox.view
    for _ in range(OPENED):
        view.step(1, open_it=True)
        yield 0.1
    bar = view.verticalScrollBar()
    for _ in range(TO_THE_END):
        bar.setValue(bar.maximum())
        yield 0.3
    _say("worked", str(inbox.model.rowCount()), str(view.currentIndex().row()))


def _say(*words: str) -> None:
    print(*words, flush=True)


if __name__ == "__main__":
    look(when_whole(use))
    from hkwatch.app import cli

    sys.exit(cli.main(["--data", sys.argv[1], "--replica", sys.argv[2]]))
