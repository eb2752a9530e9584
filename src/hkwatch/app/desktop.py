# SPDX-License-Identifier: MIT
"""Starts the desktop process: shows the window with its first rows, has the rest come after it, runs Qt's loop.

No module of the engine is imported here: what polls, parses and writes lives in the other process.
"""

import contextlib
import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QSocketNotifier, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from hkwatch.app import exit_codes
from hkwatch.app.front import make_front
from hkwatch.app.instance import Instance
from hkwatch.app.logs import set_up_logging
from hkwatch.app.looks import Looks, dress
from hkwatch.app.opening import Opened, Opening, forget_copy, start_again, work
from hkwatch.app.options import Options, interface_language
from hkwatch.app.paths import AppPaths, resources
from hkwatch.app.sandbox import desktop_id
from hkwatch.app.start import Start
from hkwatch.app.windows_identity import tell_windows
from hkwatch.domain.errors import HkwatchError, SettingsError
from hkwatch.domain.request import Request, Verb
from hkwatch.services.data_desk import After
from hkwatch.services.settings import Settings, load_settings
from hkwatch.services.store_check import EarlyLook

if TYPE_CHECKING:
    from hkwatch.domain.catalogue import Catalogue
    from hkwatch.ui.shell import Shell

log = logging.getLogger(__name__)

_SETTLED_MS = 2000
"""So long after the window was shown its first rows are painted."""
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def main(
    options: Options,
    request: Request,
    *,
    hidden: bool,
    welcome: bool = False,
    check_all: bool = False,
    looked: EarlyLook | None = None,
) -> int:
    """Run until the user quits; returns the exit code. A second start hands its request to the first and returns 0.

    `welcome` lets a first run ask; `check_all` has the whole store checked first, however large it is.
    `looked` is a look at the store that has begun already; None = it is looked at here.
    Raises RequestError for a request that is not known, here or by the first; nothing is started then.
    Raises SettingsError when the folders cannot be used or the installation is incomplete.
    """
    tell_windows()
    options.paths.create()
    settings, problems = _read_settings(options.paths)
    if settings.look.text_size_percent != 100:
        # Qt reads it once, before the application exists.
        os.environ["QT_SCALE_FACTOR"] = f"{settings.look.text_size_percent / 100:g}"
    app = QApplication(["hkwatch"])
    app.setApplicationName("hkwatch")
    app.setApplicationDisplayName("hkwatch")
    app.setDesktopFileName(desktop_id())
    app.setQuitOnLastWindowClosed(False)
    instance = Instance(options.paths.socket_name)
    if not instance.claim(request):
        return exit_codes.FINE
    stop_logging = set_up_logging(options.paths.log_file, "desktop")
    qInstallMessageHandler(_log_qt)
    try:
        with _signals() as interrupted:
            looks = dress(app, resources(), settings)
            opened, again = Opened(options, settings), list[str]()
            if not options.is_demo:
                opening = Opening(app, options, settings, looks, partial(shipped_catalogue, options))
                opening.on_dialog = interrupted.set
                found = (
                    None if interrupted.came_early else opening.go(check_all=check_all, welcome=welcome, looked=looked)
                )
                if found is None:
                    return exit_codes.FINE
                opened = found
            front = make_front(app, opened.options, opened.settings, looks)
            start = Start(app, front, problems, watches=opened.reads_copy is None)

            def tie(shell: "Shell") -> None:
                begin(shell, opened)
                if not check_all:
                    shell.on_damage(lambda: again.append("--check-first"))
                interrupted.on_signal = shell.quit
                if interrupted.came_early:
                    # Once whoever else waits for the shell has had it.
                    QTimer.singleShot(0, shell, shell.quit)
                app.commitDataRequest.connect(lambda _manager: shell.quit())
                if sys.platform == "darwin":
                    from hkwatch.ui.quit_request import QuitRequest  # noqa: PLC0415 - others say it by commitDataRequest

                    app.installEventFilter(QuitRequest(shell.quit, shell))
                shell.ended.connect(app.quit)
                tie_to_system(shell, options)
                QTimer.singleShot(_SETTLED_MS, shell, begin_collecting)

            start.whole.connect(tie)
            start.failed.connect(app.quit, Qt.ConnectionType.QueuedConnection)
            instance.called.connect(start.carry_out)
            instance.refused.connect(start.refuse)
            start.begin(hidden=hidden)
            if request.verb is not Verb.SHOW:
                start.carry_out_when_whole(request)
            if interrupted.came_early:
                start.finish()
            code = int(app.exec())
            if start.problem is not None:
                raise start.problem
            forget_copy(opened.reads_copy)
            after = start.shell.afterwards if start.shell is not None else None
            if after is not None:
                work(after, options.paths, looks, interface_language(settings))
    finally:
        instance.close()
        qInstallMessageHandler(None)
        stop_logging()
    if after is not None:
        if after.what is After.ERASE:
            # Who began anew is asked as at the first time, however this start was made.
            again.append("--welcome")
        start_again(sys.argv[1:], again)
    return code


def shipped_catalogue(options: Options) -> "Catalogue":
    from hkwatch.sources.catalogue import load_catalogue  # noqa: PLC0415 - only a first run asks for it

    return load_catalogue(resources() / "catalogue", options.paths.catalogue_dir)[0]


def begin(shell: "Shell", opened: Opened) -> None:
    """What a first run or a copy that is only read adds to the window."""
    if opened.reads_copy is not None:
        shell.show_copy()
    if opened.feeds is not None:
        shell.sources.adder.read_file(opened.feeds)


def tie_to_system(shell: "Shell", options: Options) -> None:
    """Starting at login and links of its own follow the settings."""
    from hkwatch.app.link_handler import links_of  # noqa: PLC0415 - the first rows wait for none of it
    from hkwatch.app.login import login_of  # noqa: PLC0415 - the same
    from hkwatch.ui.system_options import SystemOptions  # noqa: PLC0415 - the same

    ties = SystemOptions(shell.store, shell.files, login_of(options), links_of(options), shell)
    ties.failed.connect(shell.tell)
    ties.begin()


def begin_collecting() -> None:
    """Let Python look for garbage, but never again among what the start made: a full look would stop the window for
    longer than a frame.
    """
    gc.freeze()
    gc.enable()


def build(
    app: QApplication,
    options: Options,
    settings: Settings,
    problems: list[HkwatchError],
    engine_program: tuple[str, list[str]] | None = None,
    *,
    looks: Looks | None = None,
    watches: bool = True,
) -> "Shell":
    """Put the whole desktop together at once, and start the engine unless `watches` is False.

    `problems` are told in the window. `engine_program` is another program that speaks the link, with its arguments;
    None for the engine itself.
    """
    from hkwatch.app.whole import Facts, make_whole  # noqa: PLC0415 - it is what comes later

    made: list[Shell] = []
    front = make_front(app, options, settings, looks)
    facts = Facts.read(options)
    for _ in make_whole(app, front, facts, problems, engine_program, made.append, watches=watches):
        pass
    return made[0]


class _Interrupted:
    """What SIGINT and SIGTERM do; set once there is something to end."""

    on_signal: Callable[[], None] | None = None
    came_early = False

    def set(self, act: Callable[[], None] | None) -> None:
        """Another thing to end; None = nothing now."""
        self.on_signal = act


@contextlib.contextmanager
def _signals() -> Iterator[_Interrupted]:
    """Let SIGINT and SIGTERM act in Qt's loop: Python runs no handler while Qt waits, so a byte wakes it."""
    interrupted = _Interrupted()

    def act(_number: int, _frame: object) -> None:
        if interrupted.on_signal is None:
            interrupted.came_early = True
        else:
            interrupted.on_signal()

    inner, outer = socket.socketpair()
    inner.setblocking(False)
    outer.setblocking(False)
    before_fd = signal.set_wakeup_fd(inner.fileno(), warn_on_full_buffer=False)
    before = {number: signal.signal(number, act) for number in (signal.SIGINT, signal.SIGTERM)}
    notifier = QSocketNotifier(outer.fileno(), QSocketNotifier.Type.Read)
    # Reading the byte gives Python the moment in which it runs the handler.
    notifier.activated.connect(lambda *_: outer.recv(64))
    try:
        yield interrupted
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(before_fd)
        for number, handler in before.items():
            signal.signal(number, handler)
        inner.close()
        outer.close()


def _read_settings(paths: AppPaths) -> tuple[Settings, list[HkwatchError]]:
    try:
        return load_settings(paths.settings_file), []
    except SettingsError as error:
        return Settings(), [error]


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_QT_LEVELS.get(kind, logging.WARNING), "category=%s %s", context.category, message)
