# SPDX-License-Identifier: MIT
"""What was searched for lately, for the empty search box. In a file of its own that nothing else reads; never logged."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.query import QueryError, parse_query
from hkwatch.ui.error_text import said
from hkwatch.ui.inbox import SearchField
from hkwatch.ui.read_thread import ReadThread

MOST = 20
_LONGEST = 500


class SearchHistory(QObject):
    """The last searches, the latest first. A search counts once the box is left or Enter is pressed."""

    failed = Signal(str)
    """It could not be stored, or what was stored could not be forgotten."""

    def __init__(self, field: SearchField, files: ReadThread[None], file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._field, self._files, self._file = field, files, file
        self.searches: list[str] = []
        self.chosen: list[str] = []
        """What was chosen in the palette lately, by key."""
        field.history = lambda: self.searches
        field.edit.editingFinished.connect(self._on_finished)
        files.ask(self._on_read, lambda _: _read(file))

    def add(self, text: str) -> None:
        """Remember a search; one that cannot be read is none."""
        text = text.strip()
        try:
            is_search = bool(text) and len(text) <= _LONGEST and parse_query(text) is not None
        except QueryError:
            return
        if is_search and self.searches[:1] != [text]:
            self.searches = _with(self.searches, text)
            self._save()

    def add_chosen(self, key: str) -> None:
        """Remember what was chosen in the palette."""
        self.chosen = _with(self.chosen, key)
        self._save()

    def clear(self) -> None:
        """Forget all of it, in the file too."""
        self.searches, self.chosen = [], []
        self._save()

    def _on_finished(self) -> None:
        self.add(self._field.text)

    def _save(self) -> None:
        file, searches, chosen = self._file, list(self.searches), list(self.chosen)
        self._files.ask(self._on_saved, lambda _: _write(file, searches, chosen), self._on_failed)

    def _on_read(self, found: tuple[list[str], list[str]]) -> None:
        # What was searched for before the file was read stays in front.
        for text in reversed(self.searches):
            found = (_with(found[0], text), found[1])
        self.searches, self.chosen = found[0], found[1] or self.chosen

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(said(error))

    def _on_saved(self, _: object) -> None:
        return


def _with(texts: Sequence[str], text: str) -> list[str]:
    return [text, *(one for one in texts if one != text)][:MOST]


def _read(file: Path) -> tuple[list[str], list[str]]:
    """A file that is not there, or not ours, is an empty history: it is a convenience, nothing depends on it."""
    try:
        found = json.loads(file.read_text("utf-8"))
        return _texts(found["searches"]), _texts(found["chosen"])
    except (OSError, ValueError, KeyError, TypeError):
        return [], []


def _texts(found: object) -> list[str]:
    return [one for one in found if isinstance(one, str)][:MOST] if isinstance(found, list) else []


def _write(file: Path, searches: Sequence[str], chosen: Sequence[str]) -> None:
    partial = file.with_suffix(".partial")
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as target:
            json.dump({"searches": list(searches), "chosen": list(chosen)}, target, ensure_ascii=False)
        partial.replace(file)
    except OSError as error:
        raise SettingsError("history", f"{file}: {error}.", "Check the folder's permissions.") from error
