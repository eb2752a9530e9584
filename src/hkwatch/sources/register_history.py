# SPDX-License-Identifier: MIT
"""The shipped file of licences from before hkwatch looked."""

import tomllib
from datetime import date
from pathlib import Path

import msgspec

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.register_history import PastEvent, PastFact
from hkwatch.sources.toml_text import read_toml


class _Event(msgspec.Struct, forbid_unknown_fields=True):
    date: date
    event: PastEvent
    name_en: str
    source: str
    name_zh: str = ""
    platform: str = ""
    ce: str = ""
    former_en: str = ""
    by: bool = False


class _File(msgspec.Struct):
    event: list[_Event]


def load_history(file: Path) -> tuple[PastFact, ...]:
    """The known facts, oldest first. Raises SettingsError for a file that is missing or wrong."""
    try:
        read = msgspec.convert(read_toml(file.read_text("utf-8")), _File)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as exc:
        raise SettingsError("unreadable", f"{file}: {exc}", "Install hkwatch again.") from exc
    facts = [
        PastFact(
            one.date,
            one.event,
            one.name_en,
            one.source,
            one.name_zh,
            one.platform,
            one.ce,
            one.former_en,
            one.by,
        )
        for one in read.event
    ]
    return tuple(sorted(facts, key=lambda one: one.day))
