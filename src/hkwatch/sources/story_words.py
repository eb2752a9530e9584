# SPDX-License-Identifier: MIT
"""The dictionaries that stories are found with, read from `resources/stories/*.toml`."""

import re
from pathlib import Path
from typing import Any

import msgspec

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.lexicon import check_phrase
from hkwatch.domain.story_words import StoryPack
from hkwatch.sources.toml_text import read_toml

_CHINESE_WORD = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{2,4}")
_NAMES = dict[str, dict[str, list[str]]]


class _Concepts(msgspec.Struct, forbid_unknown_fields=True):
    things: dict[str, list[str]]
    acts: dict[str, list[str]]
    against: dict[str, list[str]]
    ends: dict[str, list[str]]


class _Template(msgspec.Struct, forbid_unknown_fields=True):
    why: str
    title: list[list[str]]


_Groups = dict[str, str]


class _Bands(msgspec.Struct, forbid_unknown_fields=True):
    everywhere: _Groups
    frequent: _Groups
    usual: _Groups
    seldom: _Groups

    def words(self) -> list[list[str]]:
        """The words of each band, the commonest first."""
        bands = (self.everywhere, self.frequent, self.usual, self.seldom)
        return [[word for group in band.values() for word in group.split()] for band in bands]


class _Common(msgspec.Struct, forbid_unknown_fields=True):
    words: _Bands
    characters: _Groups
    chinese: _Bands


def load_story_words(folder: Path) -> StoryPack:
    """Read the four files of a folder. Raises SettingsError naming the file that cannot be used."""
    names = _read(folder / "names.toml", _NAMES)
    concepts = _read(folder / "concepts.toml", _Concepts)
    templates = _read(folder / "templates.toml", dict[str, _Template])
    common: _Common = _read(folder / "common.toml", _Common)
    _check(
        folder / "names.toml", [phrase for entries in names.values() for found in entries.values() for phrase in found]
    )
    _check(
        folder / "concepts.toml",
        [p for part in (concepts.things, concepts.acts) for found in part.values() for p in found],
    )
    path = folder / "common.toml"
    wrong = next((word for band in common.chinese.words() for word in band if not _CHINESE_WORD.fullmatch(word)), "")
    if wrong:
        raise _unusable(path, f"{wrong!r} is no word of two to four Chinese characters")
    return StoryPack(
        names=names,
        things=concepts.things,
        acts=concepts.acts,
        against=concepts.against,
        ends=concepts.ends,
        templates={name: one.title for name, one in templates.items()},
        common_words=common.words.words(),
        common_chinese=common.chinese.words(),
        serving="".join(common.characters.values()),
    )


def _read(path: Path, form: Any) -> Any:
    try:
        return msgspec.convert(read_toml(path.read_text(encoding="utf-8")), form)
    except (OSError, ValueError) as exc:
        raise _unusable(path, str(exc)) from exc


def _check(path: Path, phrases: list[str]) -> None:
    wrong = next((found for found in map(check_phrase, phrases) if found), "")
    if wrong:
        raise _unusable(path, wrong)


def _unusable(path: Path, why: str) -> SettingsError:
    return SettingsError("stories-words", f"{path}: {why}", "Install hkwatch again; the file came with it.")
