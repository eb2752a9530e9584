# SPDX-License-Identifier: MIT
"""Settings carried to another computer: a file of all options, and what taking one over would change.

The settings file holds no secrets; those of ways out are kept by the system's keyring and are never written here.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from hkwatch.domain.errors import SettingsError
from hkwatch.services.new_file import new_file
from hkwatch.services.settings import Settings, parse_settings, to_toml

MOST_BYTES = 1_000_000
"""A file of settings is never larger; what is larger is another file."""
_OF_THIS_COMPUTER = (("reports", "digest_folder"),)
"""Options that make no sense elsewhere; they are neither written nor taken over."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One option that would become another."""

    section: str
    option: str
    before: object
    after: object


def export(settings: Settings) -> str:
    """The text of a file for another computer."""
    return to_toml(_without_own(settings, Settings()))


def write(file: Path, settings: Settings) -> None:
    """Write such a file, at once or not at all. Raises StoreError `unwritable` or `disk-full`."""
    with new_file(file) as target:
        target.write(export(settings).encode())


def read(file: Path, now: Settings) -> Settings:
    """What would hold after taking a file over. `now` keeps what the file does not name.

    Raises SettingsError: `too-large`, `unreadable`, `bad-toml` or `bad-setting`, which names the option.
    """
    wrong = "Choose a file that “Export settings” wrote."
    try:
        if file.stat().st_size > MOST_BYTES:
            raise SettingsError("too-large", f"{file.name} is larger than {MOST_BYTES // 1_000_000} MB.", wrong)
        raw = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise SettingsError("unreadable", f"{file.name} cannot be read: {error.strerror}.", wrong) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError("bad-toml", f"{file.name} is no settings file: {error}.", wrong) from error
    whole = msgspec.to_builtins(now)
    for section, part in raw.items():
        if isinstance(part, dict) and isinstance(whole.get(section), dict):
            whole[section] |= part
        else:
            whole[section] = part
    return _without_own(parse_settings(whole, file.name), now)


def differences(before: Settings, after: Settings) -> tuple[Difference, ...]:
    """What would change, in the order of the file."""
    found = []
    for section in msgspec.structs.fields(Settings):
        old, new = getattr(before, section.name), getattr(after, section.name)
        if isinstance(old, dict):
            # Keys: an empty text is the shipped one.
            parts = [(name, old.get(name, ""), new.get(name, "")) for name in sorted({*old, *new})]
        else:
            names = [option.name for option in msgspec.structs.fields(type(old))]
            parts = [(name, getattr(old, name), getattr(new, name)) for name in names]
        found += [Difference(section.name, name, was, will) for name, was, will in parts if was != will]
    return tuple(found)


def _without_own(settings: Settings, kept: Settings) -> Settings:
    for section, option in _OF_THIS_COMPUTER:
        part = msgspec.structs.replace(getattr(settings, section), **{option: getattr(getattr(kept, section), option)})
        settings = msgspec.structs.replace(settings, **{section: part})
    return settings
