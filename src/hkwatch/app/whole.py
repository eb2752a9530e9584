# SPDX-License-Identifier: MIT
"""All that the window has besides its first rows: reader, prices, tray, engine, and what holds them together.

It is much to import and to build, so it is put in in small steps, while the window is there already.
"""

import logging
import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QProcess
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from hkwatch.app.clock import SceneClock
from hkwatch.app.engine_command import engine_command
from hkwatch.app.front import Front
from hkwatch.app.hk_holidays import lazily
from hkwatch.app.options import Options, interface_language
from hkwatch.app.paths import resources
from hkwatch.app.trial_request import trial_of
from hkwatch.app.watcher import end_watcher, watcher_pid
from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.errors import HkwatchError
from hkwatch.domain.fold import Folder
from hkwatch.link.desktop_end import EngineProcess
from hkwatch.services.data_desk import DataDesk
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.fold_table import load_folder
from hkwatch.ui.alerts.late import LateAlertDialog
from hkwatch.ui.chinese_missing import say_if_chinese_is_missing
from hkwatch.ui.controller import Controller
from hkwatch.ui.parts import Parts
from hkwatch.ui.price.panel import PricePanel
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.reader.pane import ReaderPane
from hkwatch.ui.screen_keeper import ScreenKeeper
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.shell import Shell
from hkwatch.ui.surroundings import Surroundings
from hkwatch.ui.toast import Toast
from hkwatch.ui.translator import FileTranslator
from hkwatch.ui.tray import Tray
from hkwatch.ui.tray_icon import TrayIcons

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is read from the shipped files and the user's own, and what was wrong in the latter."""

    catalogue: Catalogue
    script: Folder
    problems: tuple[HkwatchError, ...]

    @staticmethod
    def read(options: Options) -> "Facts":
        """Read them; touches no window. Raises SettingsError for a broken installation."""
        folder = resources()
        catalogue, wrong_rows = load_catalogue(folder / "catalogue", options.paths.catalogue_dir)
        script = load_folder(folder / "fold" / "hant_hans.tsv", folder / "rules" / "names")
        return Facts(catalogue, script, tuple(wrong_rows))


def make_whole(
    app: QApplication,
    front: Front,
    facts: Facts,
    problems: list[HkwatchError],
    engine_program: tuple[str, list[str]] | None,
    take: Callable[[Shell], None],
    *,
    watches: bool,
    spawned: QProcess | None = None,
) -> Iterator[None]:
    """Put the rest together and start the engine, unless `watches` is False; a little between two yields.

    `take` is given the shell in the last step, when it is whole. What comes in meanwhile from store and engine waits
    until then, so that none of it is missed. `spawned` is the engine, where it was started before.
    """
    folder, options, clock, looks = resources(), front.options, front.clock, front.looks
    theme, fonts, icons, window = looks.theme, looks.fonts, looks.icons, front.window
    front.reader.know(facts.script, facts.catalogue)
    engine = EngineProcess(*(engine_program or engine_command(options)), spawned=spawned)
    yield
    reader = ReaderPane(theme, fonts, icons, interface_language(front.settings))
    yield
    price = PricePanel(theme, fonts, icons, interface_language(front.settings))
    yield
    window.furnish(reader, price)
    files: ReadThread[None] = ReadThread(None, name="files")
    store = SettingsStore(front.settings, options.paths.settings_file, files)
    data_dir = options.paths.data_dir
    surroundings = Surroundings(clock.now, lambda: watcher_pid(data_dir), lambda pid: end_watcher(data_dir, pid))
    yield
    dialog = LateAlertDialog(theme, fonts, icons, window)
    toast = Toast(theme, fonts, icons, window)
    tray = Tray(TrayIcons(folder, fonts), dark_panel=_is_panel_dark())
    yield
    controller = Controller(
        window, dialog, toast, engine, front.reads, facts.catalogue, surroundings, inbox=front.inbox
    )
    front.outlet.lead(controller.send)
    yield
    shell = Shell(
        Parts(
            marks=looks.marks,
            appearance=looks.appearance,
            window=window,
            dialog=dialog,
            tray=tray,
            controller=controller,
            engine=engine,
            reads=front.reads,
            files=files,
            store=store,
            catalogue=facts.catalogue,
            window_state_file=front.state_file,
            language=interface_language,
            speech=front.speech,
            translator=lambda language: FileTranslator(folder, language),
            now=clock.now,
            desk=DataDesk(data_dir, options.paths.config_dir, options.paths.log_dir, clock.now),
            holidays=lazily(clock.now),
            licence_facts=(facts.script, folder / "registers" / "vatp-history.toml"),
            demo_text=partial(demo_text, clock) if isinstance(clock, SceneClock) else None,
            try_request=None if options.is_demo or options.replica else trial_of(facts.catalogue),
        ),
        app,
    )
    yield from shell.put_together()
    front.opening.setParent(shell)
    told = (*problems, *facts.problems)
    for problem in told:
        log.warning("key=%s detail=%s", problem.key, problem.detail)
    shell.tell_of_files(told)
    say_if_chinese_is_missing(controller.banners)
    ScreenKeeper(app, shell)
    take(shell)
    controller.begin()
    if watches:
        engine.start()


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
