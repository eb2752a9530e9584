# SPDX-License-Identifier: MIT
"""What the pages need of the program besides the settings themselves."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from hkwatch.services.data_desk import Afterwards, DataDesk
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.settings_store import SettingsStore


@dataclass(frozen=True, slots=True)
class Around:
    """Handed to each page. `leave` ends the window, has something done, and starts again; None where it cannot (the demo)."""

    store: SettingsStore
    files: ReadThread[None]
    reads: ReadThread[InboxReader]
    desk: DataDesk
    now: Callable[[], datetime]
    holidays: Callable[[], frozenset[date]]
    leave: Callable[[Afterwards], None] | None
    manage_sources: Callable[[], object] = lambda: None
    manage_rules: Callable[[], object] = lambda: None
    manage_mutes: Callable[[], object] = lambda: None
    export_list: Callable[[], object] = lambda: None
    test_notice: Callable[[], object] = lambda: None
    show_keys: Callable[[], object] = lambda: None
    forget_searches: Callable[[], object] = lambda: None
    """Forget what was searched for."""
    reset_tables: Callable[[], object] = lambda: None
    """Give the columns of all tables back their standard widths and order."""
    try_request: Callable[[str, str], int] | None = None
    """Asks a publisher through a proxy, with a contact: ms until the answer. Blocks. None where nothing may be asked."""
    describe: Callable[[], str] = lambda: ""
    """Versions, folders and state of the watch, as text for a diagnosis."""
    hosted: dict[str, Callable[[QWidget], QWidget]] = field(default_factory=dict)
    """By page: makes a widget that the page shows, in place of its own where it has one."""
