# SPDX-License-Identifier: MIT
"""Settings whose truth lies in the system: whether hkwatch starts at login, and whether it opens its links."""

import logging
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from hkwatch.services.settings import Settings
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.settings_store import SettingsStore

log = logging.getLogger(__name__)


class SystemEntry(Protocol):
    """Something written down in the system, by which it starts this program. Used in the thread of files."""

    def is_on(self) -> bool:
        """Whether it is there and in force. Raises OSError."""

    def set_on(self, on: bool) -> None:
        """Write it, or remove it; at once a second time changes nothing. Raises OSError."""


class SystemOptions(QObject):
    """Writes the entries when the settings change, and the settings when the entries were changed elsewhere."""

    failed = Signal(str, str)
    """What could not be done, and why."""

    def __init__(
        self,
        store: SettingsStore,
        files: ReadThread[None],
        login: SystemEntry | None,
        links: SystemEntry | None,
        parent: QObject | None = None,
    ) -> None:
        """`login` and `links` None: not to be had here."""
        super().__init__(parent)
        self._store, self._files, self._login, self._links = store, files, login, links
        self._general = store.settings.general
        store.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Look how it stands: at login the system's word goes, links follow the setting."""
        login, links, wanted = self._login, self._links, self._general.open_links

        def work(_: None) -> bool | None:
            try:
                if links is not None and links.is_on() is not wanted:
                    links.set_on(wanted)
                if login is None:
                    return None
                on = login.is_on()
                if on:
                    # The program may have moved since.
                    login.set_on(True)
            except OSError as error:
                log.warning("system options error=%s", error)
                return None
            return on

        self._files.ask(self._on_looked, work)

    def _on_looked(self, on: bool | None) -> None:
        if on is not None and on is not self._store.settings.general.start_at_login:
            self._store.set("general", "start_at_login", on)

    def _on_changed(self, settings: Settings) -> None:
        before, self._general = self._general, settings.general
        if before.start_at_login is not settings.general.start_at_login:
            self._write(self._login, settings.general.start_at_login, self._on_login)
        if before.open_links is not settings.general.open_links and self._links is not None:
            self._write(self._links, settings.general.open_links, self._on_links)

    def _write(self, entry: SystemEntry | None, on: bool, then: Callable[[str], None]) -> None:
        def work(_: None) -> str:
            if entry is None:
                return self.tr("This hkwatch keeps its data in a folder that is thrown away.") if on else ""
            try:
                if on or entry.is_on():
                    entry.set_on(on)
            except OSError as error:
                return str(error)
            return ""

        self._files.ask(then, work)

    def _on_login(self, problem: str) -> None:
        if problem:
            self.failed.emit(self.tr("hkwatch will not start at login"), problem)
            self._store.set("general", "start_at_login", False)

    def _on_links(self, problem: str) -> None:
        if problem:
            self.failed.emit(self.tr("hkwatch:// links stay as they are"), problem)
