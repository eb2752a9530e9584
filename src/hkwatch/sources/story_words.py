# SPDX-License-Identifier: MIT
"""The dictionaries that stories are found with, read from `resources/stories/*.toml`."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.lexicon import check_phrase
from hkwatch.domain.story_words import StoryPack

_NAMES = dict[str, dict[str, list[str]]]


class _Concepts(msgspec.Struct, forbid_unknown_fields=True):
    things: dict[str, list[str]]
    acts: dict[str, list[str]]
    against: dict[str, list[str]]
    ends: dict[str, list[str]]


class _Template(msgspec.Struct, forbid_unknown_fields=True):
    why: str
    title: list[list[str]]


class _Common(msgspec.Struct, forbid_unknown_fields=True):
    words: list[str]
    pairs: list[str]


def load_story_words(folder: Path) -> StoryPack:
    """Read the four files of a folder. Raises SettingsError naming the file that cannot be used."""
    names = _read(folder / "names.toml", _NAMES)
    concepts = _read(folder / "concepts.toml", _Concepts)
    templates = _read(folder / "templates.toml", dict[str, _Template])
    common = _read(folder / "common.toml", _Common)
    _check(
        folder / "names.toml", [phrase for entries in names.values() for found in entries.values() for phrase in found]
    )
    _check(
        folder / "concepts.toml",
        [p for part in (concepts.things, concepts.acts) for found in part.values() for p in found],
    )
    return StoryPack(
        names=names,
        things=concepts.things,
        acts=concepts.acts,
        against=concepts.against,
        ends=concepts.ends,
        templates={name: one.title for name, one in templates.items()},
        common_words=[band.split() for band in common.words],
        common_pairs=[band.split() for band in common.pairs],
    )


def _read(path: Path, form: Any) -> Any:
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), form)
    except (OSError, ValueError) as exc:
        raise SettingsError("stories-words", f"{path}: {exc}", "Install hkwatch again; the file came with it.") from exc


def _check(path: Path, phrases: list[str]) -> None:
    wrong = next((found for found in map(check_phrase, phrases) if found), "")
    if wrong:
        raise SettingsError("stories-words", f"{path}: {wrong}", "Install hkwatch again; the file came with it.")
