# SPDX-License-Identifier: MIT
"""Does what `hkwatch` does until the rows are painted and the rest has come, then tells when each step was over: FOLDER
ADDRESS.

`processor` is no instant but the processor time used until the rows were painted, in seconds; `thread` is the part of it
that the window's own thread used, while others looked at the store and read it.
"""

import gc
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hkwatch.ui.shell import Shell

marks = [("Python", time.monotonic())]

# The command line comes first, as it does when `hkwatch` is typed.
from hkwatch.app import cli  # noqa: E402

cli.parser().parse_args(["--data", sys.argv[1], "--replica", sys.argv[2]])

gc.disable()  # as `hkwatch` does until the window is there
from hkwatch.app.binding import look_into_no_source  # noqa: E402

look_into_no_source()

from pathlib import Path  # noqa: E402

from hkwatch.app.options import Options  # noqa: E402
from hkwatch.app.paths import AppPaths  # noqa: E402
from hkwatch.services.store_check import EarlyLook  # noqa: E402

options = Options(AppPaths.under(Path(sys.argv[1])), sys.argv[2])
looked = EarlyLook(options.paths.database_file, options.paths.backups_dir)

from hkwatch.app import desktop  # noqa: E402

marks.append(("imports", time.monotonic()))

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from hkwatch.app.front import Front, make_front  # noqa: E402
from hkwatch.app.instance import Instance  # noqa: E402
from hkwatch.app.logs import set_up_logging  # noqa: E402
from hkwatch.app.looks import dress  # noqa: E402
from hkwatch.app.opening import Opening  # noqa: E402
from hkwatch.app.paths import resources  # noqa: E402
from hkwatch.app.start import Start  # noqa: E402
from hkwatch.domain.request import Request, Verb  # noqa: E402


class FirstRows(QObject):
    """Takes the time of the first paint of a list with rows."""

    def __init__(self, front: Front) -> None:
        super().__init__(front.window)
        self._view = front.window.inbox.view
        self._seen = False
        self._view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._seen and event.type() is QEvent.Type.Paint and self._view.visible_items():
            self._seen = True
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        marks.append(("painted", time.monotonic()))
        marks.append(("processor", time.process_time()))
        marks.append(("thread", time.thread_time()))


def main() -> int:
    """The steps of `desktop.main`, with a look at the list."""
    options.paths.create()
    settings, problems = desktop._read_settings(options.paths)
    app = QApplication(["hkwatch"])
    app.setQuitOnLastWindowClosed(False)
    marks.append(("application", time.monotonic()))
    instance = Instance(options.paths.socket_name)
    instance.claim(Request(Verb.SHOW))
    stop_logging = set_up_logging(options.paths.log_file, "desktop")
    try:
        looks = dress(app, resources(), settings)
        opening = Opening(app, options, settings, looks, lambda: desktop.shipped_catalogue(options))
        opened = opening.go(check_all=False, welcome=False, looked=looked)
        assert opened is not None
        front = make_front(app, options, settings, looks)
        marks.append(("built", time.monotonic()))
        looking = FirstRows(front)
        start = Start(app, front, problems, watches=True)

        def whole(shell: "Shell") -> None:
            marks.append(("whole", time.monotonic()))
            shell.ended.connect(app.quit)
            shell.quit()

        start.whole.connect(whole)
        start.begin(hidden=False)
        marks.append(("shown", time.monotonic()))
        code = int(app.exec())
        del looking
        return code
    finally:
        instance.close()
        stop_logging()


if __name__ == "__main__":
    status = main()
    for name, at in marks:
        print(name, at)
    sys.exit(status)
