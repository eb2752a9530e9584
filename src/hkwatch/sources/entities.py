# SPDX-License-Identifier: MIT
"""The dictionary of firms (TOML, `[[entity]]` rows) read into typed entities.

    id, names, and where they apply: label, brands, former, weak, ce, licence, regime, alert

A later directory (the user's) replaces entities of the same id and adds its own. What cannot be used is named with its
file and left out.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from hkwatch.domain.entities import Entity
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.lexicon import check_phrase
from hkwatch.domain.licence_event import Regime
from hkwatch.sources.toml_text import read_toml


class _Row(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    names: list[str]
    label: str = ""
    brands: list[str] = []
    former: list[str] = []
    weak: list[str] = []
    ce: str = ""
    licence: str = ""
    regime: str = ""
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What was read; `problems` are the rows that could not be used."""

    entities: tuple[Entity, ...]
    problems: tuple[SettingsError, ...] = ()


def load_entities(dirs: Sequence[Path]) -> Dictionary:
    """The entities of all directories, files in the order of their names; a missing directory holds none.

    Never raises for what is in the files.
    """
    found: dict[str, Entity] = {}
    problems: list[SettingsError] = []
    for path in (path for directory in dirs for path in sorted(directory.glob("*.toml"))):
        try:
            data = read_toml(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as exc:
            problems.append(
                SettingsError("entities-file", f"{path}: {exc}", "Correct the file; its firms are not known.")
            )
            continue
        rows = data.get("entity", [])
        for number, raw in enumerate(rows if isinstance(rows, list) else [], 1):
            try:
                entity = _entity(msgspec.convert(raw, _Row))
            except (msgspec.ValidationError, ValueError) as exc:
                problems.append(SettingsError("entities-row", f"{path}, entity {number}: {exc}", "Correct the entity."))
            else:
                found[entity.id] = entity
    return Dictionary(tuple(found.values()), tuple(problems))


def _entity(row: _Row) -> Entity:
    names = (*row.names, *row.brands, *row.former)
    wrong = next((text for text in map(check_phrase, (*names, *row.weak)) if text), "")
    if not row.id or not row.names or wrong:
        raise ValueError(wrong or "an id and at least one name are needed")
    if row.regime and row.regime not in set(Regime):
        raise ValueError(f"regime: {row.regime!r} is not one of {', '.join(Regime)}")
    latin = [name for name in row.names if name.isascii()] or row.names
    label = row.label or (row.brands or row.weak or sorted(latin, key=len))[0]
    return Entity(row.id, label, names, tuple(row.weak), row.ce, row.licence, row.regime, row.alert)
