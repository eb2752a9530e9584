# SPDX-License-Identifier: MIT
"""Rule files (TOML) read into typed rules. The form is explained in resources/rules/README.md.

A directory's files are read in the order of their names; a later directory (the user's) overrides word lists and rules of
the same id and adds its own. What cannot be used is named with file, line and key, and left out; the rest works on.
"""

import contextlib
import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from hkwatch.domain.btc_levels import LevelWords
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.domain.lexicon import WordList, check_phrase
from hkwatch.domain.licence_event import LicenceWords
from hkwatch.domain.rules import Field, Near, Rule, RulePack, Stage
from hkwatch.sources.toml_text import read_toml

OWN_FILE = "my-rules.toml"
"""In the user's rules folder: what hkwatch itself writes there."""
_PACK_ID = "hkwatch"
_FIELDS = {"title": Field.TITLE, "first": Field.FIRST, "opening": Field.OPENING, "body": Field.BODY, "text": Field.TEXT}
_LEVELS = {"high": Level.HIGH, "normal": Level.NORMAL, "low": Level.LOW}
_FACT = re.compile(
    r"hk|label:[a-z0-9-]+|licence-event:(?:hk|abroad|settled)|topic:(?:" + "|".join(t.value for t in Topic) + ")"
)
_DEFAULT_WITHIN = 40
_VOCABULARIES: Mapping[str, type] = {"btc_level": LevelWords, "licence_event": LicenceWords}

_Group = str | list[str]
_T = TypeVar("_T")


class _WordsRow(msgspec.Struct, forbid_unknown_fields=True):
    phrases: list[str] = []
    also: list[str] = []
    hides: list[str] = []
    why: str = ""


class _RuleRow(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    why: str
    topic: str | list[str] = ""
    hk: bool = False
    label: str = ""
    severity: str = ""
    cap: str = ""
    bars: list[str] = []
    any: _Group = []
    all: list[_Group] = []
    near: list[_Group] = []
    within: int = _DEFAULT_WITHIN
    ordered: bool = False
    none: _Group = []
    in_: str = msgspec.field(default="text", name="in")
    none_in: str = "text"
    none_within: int = 0
    at_least: int = 1
    publishers: list[str] = []
    not_publishers: list[str] = []
    roles: list[str] = []
    sources: list[str] = []
    not_sources: list[str] = []
    languages: list[str] = []
    doc_types: list[str] = []
    needs: list[str] = []
    unless: list[str] = []
    enabled: bool = True


class _Reader:
    """Collects word lists and rules over several files."""

    def __init__(self) -> None:
        self.words: dict[str, WordList] = {}
        self.rules: dict[str, tuple[_RuleRow, str, str]] = {}
        self.vocabularies: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in _VOCABULARIES}
        self.version = 1
        self.versions: dict[str, int] = {}
        self.problems: list[SettingsError] = []

    def read(self, path: Path) -> None:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as exc:
            self.problem("rules-unreadable", f"{path}: {exc}", "Check that the file is readable UTF-8 text.")
            return
        try:
            data = read_toml(text)
        except tomllib.TOMLDecodeError as exc:
            self.problem("rules-toml", f"{path}: {exc}", "Correct the file; none of its rules is used until then.")
            return
        pack = path.stem
        self.versions[pack] = 0
        for key, value in data.items():
            where = f"{path}, key {key}"
            if key == "words" and isinstance(value, dict):
                for name, row in value.items():
                    self._words(name, row, pack, f"{path}, line {_line(text, f'[words.{name}]', 0)}, words.{name}")
            elif key == "rule" and isinstance(value, list):
                for index, row in enumerate(value):
                    self._rule(row, pack, f"{path}, line {_line(text, '[[rule]]', index)}")
            elif key in _VOCABULARIES and isinstance(value, dict):
                self._vocabulary(key, value, where)
            elif key == "version" and isinstance(value, int):
                self.version = max(self.version, value)
                self.versions[pack] = value
            else:
                self.problem(
                    "rules-key", f"{where}: not a known key", "Use words, rule, btc_level, licence_event or version."
                )

    def problem(self, key: str, detail: str, next_step: str) -> None:
        self.problems.append(SettingsError(key, detail, next_step))

    def _words(self, name: str, raw: object, pack: str, where: str) -> None:
        try:
            row = msgspec.convert(raw, _WordsRow)
        except msgspec.ValidationError as exc:
            self.problem("rules-words", f"{where}: {exc}", "Correct the word list.")
            return
        wrong = _wrong_phrases((*row.phrases, *row.also))
        if wrong:
            self.problem("rules-words", f"{where}: {wrong}", "Correct the phrase.")
            return
        old = self.words.get(name, WordList(name, (), pack=pack))
        phrases = tuple(row.phrases) if row.phrases else old.phrases
        hides = tuple(row.hides) or old.hides
        self.words[name] = WordList(name, (*phrases, *row.also), hides, row.why or old.why, old.pack)

    def _rule(self, raw: object, pack: str, where: str) -> None:
        name = raw.get("id") if isinstance(raw, dict) else None
        where = f"{where}, rule {name or '(no id)'}"
        try:
            row = msgspec.convert(raw, _RuleRow)
        except msgspec.ValidationError as exc:
            self.problem("rules-rule", f"{where}: {exc}", "Correct the rule; it is not used until then.")
            return
        self.rules[row.id] = (row, where, pack)

    def _vocabulary(self, name: str, raw: Mapping[str, object], where: str) -> None:
        known = {f.name for f in fields(_VOCABULARIES[name])}
        for key, value in raw.items():
            if key not in known:
                self.problem("rules-key", f"{where}.{key}: not a known key", f"Use one of {', '.join(sorted(known))}.")
            elif not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
                self.problem("rules-words", f"{where}.{key}: a list of words is expected", "Correct the list.")
            elif wrong := _wrong_phrases(value):
                self.problem("rules-words", f"{where}.{key}: {wrong}", "Correct the phrase.")
            else:
                self.vocabularies[name][key] = tuple(value)


def load_rule_packs(dirs: Sequence[Path]) -> RulePack:
    """The rules of all directories as one pack, in the order given; a missing directory holds nothing.

    Never raises for what is in the files: `problems` of the pack names each word list or rule that was left out.
    """
    reader = _Reader()
    for directory in dirs:
        for path in sorted(directory.glob("*.toml")):
            # The user's own rules are of another form, which `user_rules.py` reads.
            if path.name != OWN_FILE:
                reader.read(path)
    words = dict(reader.words)
    for name, entry in list(words.items()):
        unknown = [h for h in entry.hides if h not in words]
        if unknown:
            reader.problem(
                "rules-words", f"words.{name}: hides unknown lists {', '.join(unknown)}", "Correct the name."
            )
            words[name] = replace(entry, hides=tuple(h for h in entry.hides if h in words))
    rules: list[Rule] = []
    off: list[Rule] = []
    for row, where, pack in reader.rules.values():
        inline: dict[str, WordList] = {}
        try:
            (rules if row.enabled else off).append(replace(_rule(row, where, words, inline), pack=pack))
        except ValueError as exc:
            # To switch a rule off its name is enough.
            if row.enabled:
                reader.problem("rules-rule", f"{where}: {exc}", "Correct the rule; it is not used until then.")
        else:
            words.update(inline)
    levels = None
    if reader.vocabularies["btc_level"].get("names"):
        levels = LevelWords(**reader.vocabularies["btc_level"])
    licence = LicenceWords(**reader.vocabularies["licence_event"]) if reader.vocabularies["licence_event"] else None
    return RulePack(
        _PACK_ID,
        reader.version,
        tuple(words.values()),
        tuple(rules),
        levels,
        tuple(reader.problems),
        licence,
        tuple(off),
        tuple(sorted(reader.versions.items())),
    )


def digest_of(directory: Path) -> str:
    """Changes whenever a rule file in a directory does; what cannot be read counts as absent."""
    found = hashlib.sha256()
    for path in sorted(directory.glob("*.toml")):
        with contextlib.suppress(OSError):
            found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def _rule(row: _RuleRow, where: str, words: Mapping[str, WordList], inline: dict[str, WordList]) -> Rule:
    def group(value: _Group, part: str) -> tuple[str, ...]:
        items = [value] if isinstance(value, str) else value
        names = [v[1:] for v in items if v.startswith("@")]
        for name in names:
            if name not in words:
                raise ValueError(f"{part}: no word list {name!r}")
        phrases = tuple(v for v in items if not v.startswith("@"))
        if phrases:
            wrong = _wrong_phrases(phrases)
            if wrong:
                raise ValueError(f"{part}: {wrong}")
            own = f"{row.id}/{part}"
            inline[own] = WordList(own, phrases)
            names.append(own)
        return tuple(names)

    near: tuple[Near, ...] = ()
    if row.near:
        if len(row.near) != 2:
            raise ValueError("near: two sides are needed")
        left, right = group(row.near[0], "near-left"), group(row.near[1], "near-right")
        near = (Near(left, right, row.within, row.ordered),)
    return Rule(
        id=row.id,
        why=row.why,
        **_outcome(row),
        any=group(row.any, "any"),
        all=tuple(group(g, f"all-{i}") for i, g in enumerate(row.all)),
        near=near,
        none=group(row.none, "none"),
        field=one_of(_FIELDS, row.in_, "in"),
        none_in=one_of(_FIELDS, row.none_in, "none_in"),
        none_within=row.none_within,
        at_least=row.at_least,
        publishers=frozenset(row.publishers),
        not_publishers=frozenset(row.not_publishers),
        roles=frozenset(row.roles),
        sources=tuple(row.sources),
        not_sources=tuple(row.not_sources),
        languages=tuple(row.languages),
        doc_types=frozenset(one_of({d.value: d for d in DocType}, d, "doc_types") for d in row.doc_types),
        needs=_facts(row.needs, "needs"),
        unless=_facts(row.unless, "unless"),
        origin=where,
    )


def _outcome(row: _RuleRow) -> dict[str, Any]:
    topics = [row.topic] if isinstance(row.topic, str) else row.topic
    topics = [t for t in topics if t]
    given = [k for k in ("hk", "label", "severity", "cap", "bars") if getattr(row, k)] + (["topic"] if topics else [])
    if len(given) != 1:
        raise ValueError(f"exactly one of topic, hk, label, severity, cap, bars is needed, found {given or 'none'}")
    match given[0]:
        case "topic":
            known = {t.value: t for t in Topic if t is not Topic.OTHER}
            return {"stage": Stage.TOPIC, "topics": tuple(one_of(known, t, "topic") for t in topics)}
        case "hk":
            return {"stage": Stage.HK}
        case "label":
            return {"stage": Stage.LABEL, "label": row.label}
        case "severity":
            return {"stage": Stage.SEVERITY, "severity": one_of(_LEVELS, row.severity, "severity")}
        case "cap":
            return {"stage": Stage.SEVERITY, "cap": one_of(_LEVELS, row.cap, "cap")}
        case _:
            facts = tuple(sorted(_facts(row.bars, "bars")))
            return {"stage": Stage.HK_BAR if "hk" in facts else Stage.TOPIC_BAR, "bars": facts}


def _facts(values: Iterable[str], part: str) -> frozenset[str]:
    for value in values:
        if not _FACT.fullmatch(value):
            raise ValueError(f"{part}: {value!r} is not hk, topic:…, label:… or licence-event:…")
    return frozenset(values)


def one_of(known: Mapping[str, _T], value: str, part: str) -> _T:
    """What a word in a rule file stands for. Raises ValueError, naming the `part` and the words that are known there."""
    if value not in known:
        raise ValueError(f"{part}: {value!r} is not one of {', '.join(known)}")
    return known[value]


def _wrong_phrases(phrases: Iterable[str]) -> str:
    return next((wrong for wrong in map(check_phrase, phrases) if wrong), "")


def _line(text: str, header: str, index: int) -> int:
    """The line of the nth table header, 1-based; 0 when it is written in another way."""
    at = [n for n, line in enumerate(text.splitlines(), 1) if line.strip().replace('"', "") == header]
    return at[index] if index < len(at) else 0
