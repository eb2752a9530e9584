# SPDX-License-Identifier: MIT
"""Starts the desktop process: builds window, tray and readers, starts the engine as a child, runs Qt's loop.

No module of the engine is imported here: what polls, parses and writes lives in the other process.
"""

import contextlib
import gc
import logging
import os
import platform
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QMessageLogContext, QSocketNotifier, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from hkwatch.app import exit_codes
from hkwatch.app.clock import SceneClock
from hkwatch.app.hk_holidays import lazily
from hkwatch.app.instance import Instance
from hkwatch.app.link_handler import links_of
from hkwatch.app.login import login_of
from hkwatch.app.logs import set_up_logging
from hkwatch.app.looks import Looks, dress
from hkwatch.app.opening import Opened, Opening, forget_copy, start_again, work
from hkwatch.app.options import Options, interface_language, make_clock
from hkwatch.app.paths import AppPaths, resources
from hkwatch.app.trial_request import trial_of
from hkwatch.app.watcher import end_watcher, watcher_pid
from hkwatch.app.windows_identity import tell_windows
from hkwatch.domain.errors import HkwatchError, SettingsError
from hkwatch.domain.request import Request, Verb
from hkwatch.link.desktop_end import EngineProcess
from hkwatch.services.data_desk import After, DataDesk
from hkwatch.services.inbox import InboxReader
from hkwatch.services.settings import Settings, load_settings
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.fold_table import load_folder
from hkwatch.ui.alerts.late import LateAlertDialog
from hkwatch.ui.controller import Controller
from hkwatch.ui.inbox import InboxPane
from hkwatch.ui.parts import Parts
from hkwatch.ui.price.panel import PricePanel
from hkwatch.ui.quit_request import QuitRequest
from hkwatch.ui.rail import Rail
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.reader.pane import ReaderPane
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.shell import Shell
from hkwatch.ui.statusbar import StatusBar
from hkwatch.ui.surroundings import Surroundings
from hkwatch.ui.system_options import SystemOptions
from hkwatch.ui.toast import Toast
from hkwatch.ui.translator import FileTranslator
from hkwatch.ui.tray import Tray
from hkwatch.ui.tray_icon import TrayIcons
from hkwatch.ui.window import MainWindow
from hkwatch.ui.window_state import load_window_state

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


def main(options: Options, request: Request, *, hidden: bool, welcome: bool = False, check_all: bool = False) -> int:
    """Run until the user quits; returns the exit code. A second start hands its request to the first and returns 0.

    `welcome` lets a first run ask; `check_all` has the whole store checked first, however large it is.
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
    app.setDesktopFileName("hkwatch")
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
                shipped = resources() / "catalogue"
                opening = Opening(
                    app, options, settings, looks, lambda: load_catalogue(shipped, options.paths.catalogue_dir)[0]
                )
                opening.on_dialog = interrupted.set
                found = None if interrupted.came_early else opening.go(check_all=check_all, welcome=welcome)
                if found is None:
                    return exit_codes.FINE
                opened = found
            shell = build(
                app, opened.options, opened.settings, problems, looks=looks, watches=opened.reads_copy is None
            )
            begin(shell, opened)
            if not check_all:
                shell.on_damage(lambda: again.append("--check-first"))
            interrupted.on_signal = shell.quit
            instance.called.connect(shell.requests.carry_out)
            instance.refused.connect(shell.requests.refuse)
            app.commitDataRequest.connect(lambda _manager: shell.quit())
            app.installEventFilter(QuitRequest(shell.quit, shell))
            shell.ended.connect(app.quit)
            ties = SystemOptions(shell.store, shell.files, login_of(options), links_of(options), shell)
            ties.failed.connect(shell.tell)
            ties.begin()
            shell.start(hidden=hidden)
            if request.verb is not Verb.SHOW:
                shell.requests.carry_out(request)
            QTimer.singleShot(_SETTLED_MS, shell, begin_collecting)
            if interrupted.came_early:
                shell.quit()
            code = int(app.exec())
            forget_copy(opened.reads_copy)
            after = shell.afterwards
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


def begin(shell: Shell, opened: Opened) -> None:
    """What a first run or a copy that is only read adds to the window."""
    if opened.reads_copy is not None:
        shell.show_copy()
    if opened.feeds is not None:
        shell.sources.adder.read_file(opened.feeds)


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
) -> Shell:
    """Put the desktop together and start the engine, unless `watches` is False. `problems` are told in the window.

    `engine_program` is another program that speaks the link, with its arguments; None for the engine itself.
    """
    folder = resources()
    clock = make_clock(options)
    catalogue, wrong_rows = load_catalogue(folder / "catalogue", options.paths.catalogue_dir)
    looks = looks or dress(app, folder, settings)
    theme, fonts, icons, marks, appearance = looks.theme, looks.fonts, looks.icons, looks.marks, looks.appearance
    script = load_folder(folder / "fold" / "hant_hans.tsv", folder / "rules" / "names")
    reader = InboxReader(options.paths.database_file, script, catalogue, clock.now, lazily(clock.now))
    reads = ReadThread(reader, reader.interrupt, name="read")
    files: ReadThread[None] = ReadThread(None, name="files")
    store = SettingsStore(settings, options.paths.settings_file, files)
    state_file = options.paths.config_dir / "window.json"
    window = MainWindow(
        theme,
        icons.app_icon(),
        Rail(marks),
        InboxPane(marks),
        ReaderPane(theme, fonts, icons),
        PricePanel(theme, fonts, icons),
        StatusBar(marks),
        load_window_state(state_file),
    )
    engine = EngineProcess(*(engine_program or engine_command(options)))
    data_dir = options.paths.data_dir
    surroundings = Surroundings(clock.now, lambda: watcher_pid(data_dir), lambda pid: end_watcher(data_dir, pid))
    dialog = LateAlertDialog(theme, fonts, icons, window)
    toast = Toast(theme, fonts, icons, window)
    controller = Controller(window, dialog, toast, engine, reads, catalogue, surroundings)
    shell = Shell(
        Parts(
            marks=marks,
            appearance=appearance,
            window=window,
            dialog=dialog,
            tray=Tray(TrayIcons(folder, fonts), dark_panel=_is_panel_dark()),
            controller=controller,
            engine=engine,
            reads=reads,
            files=files,
            store=store,
            catalogue=catalogue,
            window_state_file=state_file,
            language=interface_language,
            speak=reader.speak,
            translator=lambda language: FileTranslator(folder, language),
            now=clock.now,
            desk=DataDesk(data_dir, options.paths.config_dir, options.paths.log_dir, clock.now),
            holidays=lazily(clock.now),
            licence_facts=(script, folder / "registers" / "vatp-history.toml"),
            demo_text=partial(demo_text, clock) if isinstance(clock, SceneClock) else None,
            try_request=None if options.is_demo or options.replica else trial_of(catalogue),
        ),
        app,
    )
    for problem in (*problems, *wrong_rows):
        log.warning("key=%s detail=%s", problem.key, problem.detail)
    shell.tell_of_files((*problems, *wrong_rows))
    if watches:
        engine.start()
    return shell


def engine_command(options: Options) -> tuple[str, list[str]]:
    """Program and arguments of the engine for the same data folder, addresses and clock."""
    arguments = ["engine"] if getattr(sys, "frozen", False) else ["-m", "hkwatch", "engine"]
    if options.paths != AppPaths.choose(None):
        # Where the data was moved to is found from there.
        arguments += ["--data", str(options.paths.config_dir)]
    if options.replica:
        arguments += ["--replica", options.replica]
    if options.demo_epoch is not None:
        arguments += ["--demo-epoch", repr(options.demo_epoch)]
    return sys.executable, arguments


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


def demo_text(clock: SceneClock) -> tuple[str, str, str]:
    """Fact and consequence for the demo's banner and a word beside the clock, at the pace of now."""
    translate = QApplication.translate
    fact, rate = translate("Demo", "Demo: recorded scenario."), clock.rate
    if rate == 1:
        return fact, translate("Demo", "Time runs at its normal pace."), translate("Demo", "Demo")
    speed = f"{rate:g}"
    return (
        fact,
        translate("Demo", "Time runs {0} times as fast.").format(speed),
        translate("Demo", "Demo ×{0}").format(speed),
    )


def _is_panel_dark() -> bool:
    """Panels are dark on most Linux desktops whatever the windows look like; elsewhere they follow the system."""
    if platform.system() == "Linux":
        return True
    return QGuiApplication.styleHints().colorScheme().name == "Dark"


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_QT_LEVELS.get(kind, logging.WARNING), "category=%s %s", context.category, message)
