# SPDX-License-Identifier: MIT
"""What the desktop is made of; built in app/, held together by the shell."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QTranslator

from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.fold import Folder
from hkwatch.link.desktop_end import EngineProcess
from hkwatch.services.data_desk import DataDesk
from hkwatch.services.inbox import InboxReader
from hkwatch.services.settings import Settings
from hkwatch.ui.alerts.late import LateAlertDialog
from hkwatch.ui.controller import Controller
from hkwatch.ui.marks import Marks
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.speech import Speech
from hkwatch.ui.theme import Appearance
from hkwatch.ui.tray import Tray
from hkwatch.ui.window import MainWindow


@dataclass(frozen=True, slots=True)
class Parts:
    """The window, what it reads and what it talks to."""

    marks: Marks
    appearance: Appearance
    window: MainWindow
    dialog: LateAlertDialog
    tray: Tray
    controller: Controller
    engine: EngineProcess
    reads: ReadThread[InboxReader]
    files: ReadThread[None]
    store: SettingsStore
    catalogue: Catalogue
    window_state_file: Path
    language: Callable[[Settings], str]
    speech: Speech
    translator: Callable[[str], QTranslator]
    now: Callable[[], datetime]
    licence_facts: tuple[Folder, Path] | None = None
    """How names are folded, and the shipped file of known licences; None has no licence board."""
    desk: DataDesk | None = None
    """The stored data, to be looked after in the settings."""
    holidays: Callable[[], frozenset[date]] = frozenset
    demo_text: Callable[[], tuple[str, str, str]] | None = None
    """Fact and consequence for the demo's banner and a word beside the clock, in the language in force; None elsewhere."""
    try_request: Callable[[str, str], int] | None = None
    """For the settings: see `Around`."""
