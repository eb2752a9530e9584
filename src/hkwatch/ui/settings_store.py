# SPDX-License-Identifier: MIT
"""The settings in force. A change holds at once; the file is written by another thread."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from hkwatch.services.settings import Settings, save_settings
from hkwatch.ui.error_text import said
from hkwatch.ui.read_thread import ReadThread


class SettingsStore(QObject):
    """Holds the settings, tells changes, saves them."""

    changed = Signal(object)
    """The new Settings, before they are on the disk."""
    saved = Signal()
    """They are on the disk: the engine may read them."""
    failed = Signal(str)
    """They could not be saved; cause and next step."""

    def __init__(self, settings: Settings, file: Path, files: ReadThread[None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._file = file
        self._files = files
        self.in_force = settings
        """As they were when the program started, for what only a start takes up."""

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def set(self, section: str, option: str, value: object) -> None:
        """Change one option, as `set("look", "theme", "dark")`. ValidationError for a value out of range."""
        former = getattr(self._settings, section)
        # Some options stand for several others.
        whole = getattr(former, f"with_{option}", None)
        part = whole(value) if whole is not None else msgspec.structs.replace(former, **{option: value})
        self._take(msgspec.structs.replace(self._settings, **{section: part}))

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Change which keys the user chose: names of commands with key sequences in Qt's portable form."""
        self._take(msgspec.structs.replace(self._settings, keys=dict(keys)))

    def _take(self, wanted: Settings) -> None:
        self.replace(msgspec.convert(msgspec.to_builtins(wanted), Settings))

    def replace(self, fresh: Settings) -> None:
        """Let other settings hold, all at once."""
        if fresh == self._settings:
            return
        self._settings = fresh
        self.changed.emit(fresh)
        file = self._file
        self._files.ask(self._on_saved, lambda _: save_settings(file, fresh), self._on_failed)

    def _on_saved(self, _: object) -> None:
        self.saved.emit()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(said(error))
