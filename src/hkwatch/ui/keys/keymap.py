# SPDX-License-Identifier: MIT
"""Which command has which key at present: the shipped ones, with the user's own on top."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from hkwatch.domain.errors import SettingsError
from hkwatch.services.settings import Settings
from hkwatch.ui.keys.commands import COMMANDS
from hkwatch.ui.keys.sequence import collide, portable, problem
from hkwatch.ui.settings_store import SettingsStore


class KeyMap(QObject):
    """Follows the settings and changes them."""

    changed = Signal()
    """Keys must be read again."""

    def __init__(self, store: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.problems: tuple[SettingsError, ...] = ()
        """What in the settings file could not be used; those commands keep their shipped keys."""
        self._own: dict[str, str] = {}
        self._read(store.settings)
        store.changed.connect(self._read)

    def key(self, name: str) -> str:
        """The key of a command, empty for none. KeyError for an unknown command."""
        return self._own.get(name, COMMANDS[name].key)

    def is_own(self, name: str) -> bool:
        """Whether the user chose it."""
        return name in self._own

    def has_own(self) -> bool:
        """Whether the user chose any."""
        return bool(self._own)

    def conflicts(self, name: str, key: str) -> list[str]:
        """The other commands whose keys would be in the way, in the order of the menus."""
        return [other for other in COMMANDS if other != name and collide(key, self.key(other))]

    def assign(self, name: str, key: str) -> None:
        """Give a command a key, or none; those in its way lose theirs. ValueError for what cannot be its key."""
        wrong = problem(COMMANDS[name], key)
        if wrong:
            raise ValueError(wrong)
        self._save({**self._own, **dict.fromkeys(self.conflicts(name, key), ""), name: portable(key)})

    def reset(self, name: str) -> None:
        """The shipped key again; those in its way lose theirs."""
        self.assign(name, COMMANDS[name].key)

    def reset_all(self) -> None:
        """All shipped keys again."""
        self._save({})

    def own(self) -> Mapping[str, str]:
        """The user's own keys by command."""
        return dict(self._own)

    def _save(self, own: Mapping[str, str]) -> None:
        self._store.set_keys({name: key for name, key in own.items() if key != COMMANDS[name].key})

    def _read(self, settings: Settings) -> None:
        before = self._own
        self._own, self.problems = usable(settings.keys)
        if self._own != before:
            self.changed.emit()


def usable(keys: Mapping[str, str]) -> tuple[dict[str, str], tuple[SettingsError, ...]]:
    """The keys of a settings file that can be used, and an error for each that cannot."""
    own: dict[str, str] = {}
    wrong: list[SettingsError] = []
    for name, key in keys.items():
        if name not in COMMANDS:
            from rapidfuzz import process

            best = process.extractOne(name, list(COMMANDS), score_cutoff=75)
            hint = f" Did you mean `{best[0]}`?" if best else ""
            wrong.append(
                SettingsError(
                    "unknown-command",
                    f"[keys] {name}: there is no such command.{hint}",
                    "Correct the line, or choose the key under Tools ▸ Keyboard.",
                )
            )
        elif reason := problem(COMMANDS[name], key):
            wrong.append(SettingsError("bad-key", f"[keys] {name}: {reason}", "The shipped key holds meanwhile."))
        else:
            own[name] = portable(key)
    # Of two that are in each other's way neither would act: Qt calls such keys ambiguous. A key that is given back
    # may be in the way of another, so this goes on until none is.
    while found := _first_clash(own):
        name, other = found
        detail = f"[keys] {name}: {own.pop(name)} is the key of {other} already."
        step = "The shipped key holds meanwhile. Take the key from the other one first."
        wrong.append(SettingsError("key-twice", detail, step))
    return own, tuple(wrong)


def _first_clash(own: Mapping[str, str]) -> tuple[str, str] | None:
    for name, key in own.items():
        for other, command in COMMANDS.items():
            if other != name and collide(key, own.get(other, command.key)):
                return name, other
    return None
