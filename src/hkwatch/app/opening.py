# SPDX-License-Identifier: MIT
"""What comes before the main window, and what is done after it has closed: first run, damaged store, work on the data.

start ─► store sound? ─no─► recovery: restore ─► go on │ read a copy │ quit
          └─► anything stored or set? ─no─► first run ─► go on │ quit
end   ─► moved, restored or erased under the lock ─► the same command once more
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QTranslator
from PySide6.QtWidgets import QApplication, QDialog

from hkwatch.app.lock import acquire
from hkwatch.app.looks import Looks
from hkwatch.app.options import Options, interface_language
from hkwatch.app.paths import AppPaths, resources
from hkwatch.services import moving
from hkwatch.services.data_desk import After, Afterwards
from hkwatch.services.settings import Language, Settings, save_settings
from hkwatch.services.store_check import BUDGET_S, Damage, EarlyLook
from hkwatch.store import backups
from hkwatch.store.db import open_writer
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.translator import FileTranslator

if TYPE_CHECKING:
    from hkwatch.domain.catalogue import Catalogue

    # Windows that most starts do not show are imported where they are made.
    from hkwatch.ui.opening.first_run import FirstRun

T = TypeVar("T")
ONCE = ("--check-first", "--welcome", "--hidden")
"""What is not meant for the start after this one."""


@dataclass(frozen=True, slots=True)
class Opened:
    """How to go on. `reads_copy` is the folder of a copy that is only looked at; `feeds` a list to begin with."""

    options: Options
    settings: Settings
    first_run: bool = False
    reads_copy: Path | None = None
    feeds: Path | None = None


class Opening(QObject):
    """Shows what has to come first, in the language of the settings. `on_dialog` learns which window a signal shall close."""

    def __init__(
        self,
        app: QApplication,
        options: Options,
        settings: Settings,
        looks: Looks,
        catalogue: Callable[[], "Catalogue"],
    ) -> None:
        """`catalogue` is asked for at a first run only."""
        super().__init__()
        self._app, self._options, self._settings, self._looks = app, options, settings, looks
        self._catalogue = catalogue
        self._translator: QTranslator | None = None
        self._first: FirstRun | None = None
        self._feeds: Path | None = None
        self._chosen_file = Path()
        self._files: ReadThread[None] | None = None
        self.on_dialog: Callable[[Callable[[], None] | None], None] = lambda _close: None

    def go(self, *, check_all: bool, welcome: bool, looked: EarlyLook | None = None) -> Opened | None:
        """How to go on, None = the user wants to quit. `welcome` False skips the first run.

        `looked` is a look at the store that has begun; None = look now.
        """
        files: ReadThread[None] = ReadThread(None, name="opening")
        try:
            self._speak(interface_language(self._settings))
            paths = self._options.paths
            looked = looked or EarlyLook(paths.database_file, paths.backups_dir, None if check_all else BUDGET_S)
            wrong = looked.result()
            if wrong is not None:
                return self._recover(wrong, files)
            if welcome and not paths.settings_file.exists() and not paths.database_file.exists():
                return self._welcome(files)
            return Opened(self._options, self._settings)
        finally:
            self.on_dialog(None)
            files.end(drop=False)
            if self._translator is not None:
                QApplication.removeTranslator(self._translator)

    def _speak(self, language: str) -> None:
        if self._translator is not None:
            QApplication.removeTranslator(self._translator)
        self._translator = FileTranslator(resources(), language)
        QApplication.installTranslator(self._translator)
        self._looks.appearance.set_language(language)

    def _run(self, dialog: QDialog) -> bool:
        loop = QEventLoop()
        dialog.finished.connect(lambda _code: loop.quit())
        self.on_dialog(dialog.reject)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        loop.exec()
        return dialog.result() == QDialog.DialogCode.Accepted

    # A damaged store

    def _recover(self, wrong: Damage, files: ReadThread[None]) -> Opened | None:
        from hkwatch.services.salvaging import export_readable  # noqa: PLC0415 - most starts do without
        from hkwatch.ui.opening.recovery import Means, RecoveryWindow, centre  # noqa: PLC0415 - most starts do without

        paths = self._options.paths
        found: list[Path] = []
        means = Means(
            restore=lambda copy: restore(paths, copy),
            prepare_copy=lambda copy: prepare_copy(paths, copy),
            export=lambda folder: export_readable(paths.database_file, folder, datetime.now(UTC)),
        )
        language = interface_language(self._settings)
        window = RecoveryWindow(wrong, means, files, Path.home(), self._looks.marks, language)
        window.read_wanted.connect(found.append)
        centre(window)
        is_accepted = self._run(window)
        window.deleteLater()
        if not is_accepted:
            return None
        if found:
            shown = replace(self._options, paths=AppPaths(found[0], paths.config_dir, paths.log_dir))
            return Opened(shown, self._settings, reads_copy=found[0])
        return Opened(self._options, self._settings)

    # The first run

    def _welcome(self, files: ReadThread[None]) -> Opened | None:
        from hkwatch.services.first_run import load_measured, settings_for  # noqa: PLC0415 - most starts do without
        from hkwatch.ui.opening.first_run import FirstRun  # noqa: PLC0415 - most starts do without

        language = interface_language(self._settings)
        known: Language = "zh-Hant" if language == "zh-Hant" else "zh-Hans" if language == "zh-Hans" else "en"
        window = self._first = FirstRun(
            load_measured(resources()), self._looks.marks, known, self._speak, catalogue=self._catalogue
        )
        self._files = files
        window.test_wanted.connect(self._on_test)
        window.file_chosen.connect(self._on_file)
        centre_at_size(window)
        is_accepted = self._run(window)
        answers = window.answers
        window.deleteLater()
        self._first = None
        if not is_accepted:
            return None
        fresh = settings_for(answers, self._catalogue(), self._settings)
        save_settings(self._options.paths.settings_file, fresh)
        return Opened(self._options, fresh, first_run=True, feeds=self._feeds)

    def _on_test(self) -> None:
        title, body = self.tr("hkwatch can notify you"), self.tr("This is a test.")
        nobody = self.tr("This desktop has no notification service; hkwatch will use its tray icon.")

        def send(_: None) -> str:
            from hkwatch.app.trial_notice import send_test  # noqa: PLC0415 - only at the first run, and only if wanted

            return send_test(resources(), title, body, nobody)

        self._ask(self._on_tested, send, self._on_test_failed)

    def _ask(self, slot: Callable[[T], None], work: Callable[[None], T], on_error: Callable[[Exception], None]) -> None:
        if self._files is not None:
            self._files.ask(slot, work, on_error)

    def _on_tested(self, problem: str) -> None:
        if self._first is not None:
            self._first.tested(problem)

    def _on_test_failed(self, error: Exception) -> None:
        self._on_tested(str(error))

    def _on_file(self, file: Path) -> None:
        paths, now = self._options.paths, self._settings

        def take(_: None) -> tuple[str, str, Settings | None]:
            if file.suffix == ".db":
                checked = backups.check(file)
                with acquire(paths.data_dir, "cli"):
                    backups.restore(file, paths.database_file, paths.backups_dir, datetime.now(UTC))
                return "backup", f"{checked.counts.get('item', 0):,}", None
            if file.suffix == ".toml":
                from hkwatch.services import settings_exchange  # noqa: PLC0415 - most starts do without

                return "settings", "", settings_exchange.read(file, now)
            return "feeds", "", None

        self._chosen_file = file
        self._ask(self._on_taken, take, self._on_not_taken)

    def _on_taken(self, answer: tuple[str, str, Settings | None]) -> None:
        kind, count, settings = answer
        if settings is not None:
            self._settings = settings
        if kind == "feeds":
            self._feeds = self._chosen_file
        if self._first is not None:
            words = {
                "backup": self.tr("The backup is restored: {0} items.").format(count),
                "settings": self.tr("The other settings of this file are taken over."),
                "feeds": self.tr("The feeds of this file are shown once hkwatch has started."),
            }
            self._first.say(words[kind])

    def _on_not_taken(self, error: Exception) -> None:
        if self._first is not None:
            self._first.say(str(error))


def centre_at_size(window: QDialog) -> None:
    """Put a window into the middle of its screen at the size it has."""
    area = window.screen().availableGeometry()
    window.move(area.center() - window.rect().center())


def restore(paths: AppPaths, copy: Path) -> None:
    """Put a copy in the store's place; what was there is kept among the backups. Raises StoreError."""
    with acquire(paths.data_dir, "cli"):
        backups.restore(copy, paths.database_file, paths.backups_dir, datetime.now(UTC))


def prepare_copy(paths: AppPaths, copy: Path) -> Path:
    """A folder with a copy of the copy, in today's schema: reading must not change the backup. Raises StoreError."""
    folder = Path(tempfile.mkdtemp(prefix="hkwatch-copy-", dir=paths.data_dir))
    target = folder / "hkwatch.db"
    backups.copy(copy, target)
    open_writer(target, folder / "backups", datetime.now(UTC)).close()
    return folder


def carry_out(what: Afterwards, paths: AppPaths) -> None:
    """Do what the window was closed for. Raises HkwatchError; everything is then as before."""
    if what.what is After.RESTART:
        return
    with acquire(paths.data_dir, "cli"):
        match what.what:
            case After.MOVE:
                moving.move(paths.data_dir, what.path, paths.config_dir)
            case After.MOVE_BACK:
                moving.move_back(paths.config_dir)
            case After.RESTORE:
                backups.restore(what.path, paths.database_file, paths.backups_dir, datetime.now(UTC))
            case After.ERASE:
                from hkwatch.services import erasing  # noqa: PLC0415 - most starts do without

                erasing.erase(paths.data_dir, paths.config_dir, paths.log_dir, datetime.now(UTC))


def work(what: Afterwards, paths: AppPaths, looks: Looks, language: str) -> None:
    """`carry_out` with a window that says what is going on, and what went wrong."""
    if what.what is After.RESTART:
        return
    from hkwatch.ui.opening.work import WorkWindow  # noqa: PLC0415 - most starts do without

    translate = QApplication.translate
    titles = {
        After.MOVE: translate("WorkWindow", "Moving the data…"),
        After.MOVE_BACK: translate("WorkWindow", "Going back to the old folder…"),
        After.RESTORE: translate("WorkWindow", "Restoring the copy…"),
        After.ERASE: translate("WorkWindow", "Making the last backup and erasing…"),
    }
    files: ReadThread[None] = ReadThread(None, name="work")
    window = WorkWindow(titles[what.what], lambda: carry_out(what, paths), files, looks.marks, language)
    loop = QEventLoop()
    window.ended.connect(loop.quit)
    window.begin()
    loop.exec()
    files.end(drop=False)
    window.deleteLater()


def start_again(arguments: Sequence[str], more: Sequence[str] = ()) -> NoReturn:
    """This program once more, in place of this process where the system can do that."""
    kept = [argument for argument in arguments if argument not in ONCE]
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "hkwatch"]
    command = [*program, *kept, *more]
    os.environ.pop("QT_SCALE_FACTOR", None)
    if os.name == "nt":
        import subprocess  # noqa: PLC0415 - the window needs none of it

        subprocess.Popen(command)
        sys.exit(0)
    os.execv(command[0], command)  # noqa: S606 - the program itself, no words of others


def forget_copy(folder: Path | None) -> None:
    """Remove a folder that `prepare_copy` made."""
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
