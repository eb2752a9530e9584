# SPDX-License-Identifier: MIT
"""The real desktop for measurements: put together as `hkwatch` does, with waiting that keeps Qt's loop running."""

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from hkwatch.app.binding import look_into_no_source

look_into_no_source()  # as `hkwatch` does before it imports its window

from hkwatch.app.desktop import begin_collecting, build  # noqa: E402
from hkwatch.app.options import Options  # noqa: E402
from hkwatch.app.paths import AppPaths  # noqa: E402
from hkwatch.services.settings import load_settings  # noqa: E402
from hkwatch.ui.parts import Parts  # noqa: E402
from hkwatch.ui.shell import Shell  # noqa: E402
from perf import profiled  # noqa: E402
from perf.itself import profile_of, script  # noqa: E402

_SILENT = script("silent")
NO_ENGINE = (_SILENT[0], _SILENT[1:])
"""A child that says nothing and ends with its input: the window reads what is stored, and nobody writes."""


class Desk:
    """A desktop that runs."""

    def __init__(self, app: QApplication, shell: Shell, paths: AppPaths) -> None:
        self.app, self.shell, self.paths = app, shell, paths
        self.parts: Parts = shell._parts
        self.window = self.parts.window
        self.inbox = self.parts.window.inbox

    def wait(self, condition: Callable[[], bool], most_s: float = 60.0) -> float:
        """Run the loop until the condition holds, looked at every 5 ms; how long that took. Raises TimeoutError."""
        started = time.perf_counter()
        loop, timer = QEventLoop(), QTimer()

        def look() -> None:
            if condition() or time.perf_counter() - started > most_s:
                loop.quit()

        timer.timeout.connect(look)
        timer.start(5)
        loop.exec()
        timer.stop()
        if not condition():
            raise TimeoutError(f"not within {most_s:g} s")
        return time.perf_counter() - started

    def run_for(self, seconds: float) -> None:
        """Let the loop run, without a look in between that would count as work of the window."""
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()


class Painted(QObject):
    """Tells when a widget has been painted: armed, it calls back right after the next paint."""

    def __init__(self, widget: QWidget, call: Callable[[], None]) -> None:
        super().__init__(widget)
        self._call = call
        self.armed = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.armed and event.type() is QEvent.Type.Paint:
            self.armed = False
            # The filter runs before the widget paints; a timer of no time runs when this round of painting is over.
            QTimer.singleShot(0, self, self._call)
        return False


@contextlib.contextmanager
def desk(
    paths: AppPaths,
    address: str = "",
    engine: tuple[str, list[str]] | None = None,
    size: tuple[int, int] = (1280, 860),
    *,
    hidden: bool = False,
    may_profile: bool = True,
) -> Iterator[Desk]:
    """The desktop while the block runs; None = with the real engine, which asks the replica at `address`.

    Where a profile is asked for, the engine leaves one as well, unless `may_profile` is False.
    """
    assert address or engine is not None, "a benchmark must not ask real servers"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if not os.environ.get("DISPLAY") else "xcb")
    app = QApplication.instance() or QApplication(["hkwatch"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    if may_profile and profile_of("") is not None:
        profiled.profile_engines()
    shell = build(app, Options(paths, address), load_settings(paths.settings_file), [], engine)
    shell.start(hidden=hidden)
    shell._parts.window.resize(*size)
    made = Desk(app, shell, paths)
    made.run_for(0.5)
    begin_collecting()
    try:
        yield made
    finally:
        ended: list[bool] = []
        shell.ended.connect(lambda: ended.append(True))
        shell.quit()
        made.wait(lambda: bool(ended), 10)


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """A key goes down and up, as the system tells it; what it sets off has run when this returns."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def cpu_s(pid: int) -> float:
    """Seconds of processor time a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
