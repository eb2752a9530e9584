# SPDX-License-Identifier: MIT
"""The file of the user's own rules and edits, `my-rules.toml`: read, changed, written.

    [[rule]]                                    [shipped]                     [words.licence]
    id = "vatp"                                 off = ["licence-title"]       add = ["批給"]
    name = "VATP licences"                                                    remove = ["land"]
    if = 'title:"virtual asset" OR ref:26PR*'
    unless = 'title:"US SEC"'
    from = "official"       # all, official, or publishers: ["sfc", "hkma"]
    level = "high"          # with level_is = "at-least", "at-most" or "set"
    labels = ["licence", "vatp"]
    notify = "always"       # usual, always, never

Changes go through what was read: a row that cannot be used, or a key of a later program, is written back as it was. A
file that is no TOML is never written over.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.flags import Tell
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import Level, Topic
from hkwatch.domain.lexicon import check_phrase
from hkwatch.domain.rule_overlay import Overlay, WordsEdit
from hkwatch.domain.user_rules import LevelIs, Scope, UserRule
from hkwatch.sources.rules import OWN_FILE, one_of
from hkwatch.sources.toml_text import read_toml, to_toml

_HEAD = """# Your own rules and your changes to the shipped ones. hkwatch writes this file when you change a rule in its window;
# you may edit it as well, but comments are lost when hkwatch writes it the next time.

"""
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_LABEL = re.compile(r"[\w-]{1,40}")
_LEVELS = {level.name.lower(): level for level in Level}
_FIX = "Correct the file; the other rules run."
_T = TypeVar("_T")


class _Row(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    name: str
    if_: str = msgspec.field(name="if")
    enabled: bool = True
    unless: str = ""
    from_: str | list[str] = msgspec.field(default="all", name="from")
    level: str = ""
    level_is: str = LevelIs.AT_LEAST.value
    labels: list[str] = []
    notify: str = Tell.USUAL.value
    pin: bool = False
    needs_ack: bool = False
    stop: bool = False
    order: int = 0


class _Shipped(msgspec.Struct, forbid_unknown_fields=True):
    on: list[str] = []
    off: list[str] = []


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    add: list[str] = []
    remove: list[str] = []


@dataclass(frozen=True, slots=True)
class RulesFile:
    """The file as read. `raw` is all of it; `where` says in which file and line a rule stands, by its id.

    `is_broken`: it is no TOML or cannot be read; nothing of it holds, and it may not be written.
    """

    path: Path
    text: str = ""
    raw: Mapping[str, Any] = field(default_factory=dict)
    rules: tuple[UserRule, ...] = ()
    overlay: Overlay = field(default_factory=Overlay)
    where: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[SettingsError, ...] = ()
    is_broken: bool = False
    is_shipped_broken: bool = False
    """The part that switches shipped rules cannot be read."""
    packs: Mapping[str, int] = field(default_factory=dict)
    """Of an exported file: the number of each shipped pack where it was written."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an import would bring: rules that are new, that differ, and that are there already."""

    new: tuple[UserRule, ...]
    changed: tuple[UserRule, ...]
    same: tuple[UserRule, ...]
    edits: int = 0
    """Switches and word lists of shipped rules that would be set otherwise than they are."""


def read_own_rules(folder: Path) -> RulesFile:
    """The file in the user's rules folder; an absent one is empty. Never raises for what is in it."""
    path = folder / OWN_FILE
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return RulesFile(path)
    except (OSError, UnicodeDecodeError) as error:
        problem = SettingsError("rules-unreadable", f"{path}: {error}", "Check that the file is readable UTF-8 text.")
        return RulesFile(path, problems=(problem,), is_broken=True)
    return parse_own_rules(text, path)


def parse_own_rules(text: str, path: Path) -> RulesFile:
    """A text of that form. `path` is only named in problems."""
    try:
        raw = read_toml(text)
    except tomllib.TOMLDecodeError as error:
        next_step = "Correct the file; none of its rules is used, and hkwatch does not write it, until then."
        problem = SettingsError("rules-toml", f"{path}: {error}", next_step)
        return RulesFile(path, text, problems=(problem,), is_broken=True)
    problems: list[SettingsError] = []
    rules: dict[str, UserRule] = {}
    places: dict[str, str] = {}
    for row, where in _rows(text, raw, path):
        try:
            rule = _rule(row)
            if rule.id in rules:
                raise ValueError(f"the id {rule.id!r} is used by a rule above")
        except (msgspec.ValidationError, ValueError) as error:
            problems.append(SettingsError("rules-rule", f"{where}: {error}", _FIX))
        else:
            rules[rule.id] = rule
            places[rule.id] = where
    overlay, shipped_broken = _overlay(text, raw, path, problems)
    known = {"rule", "shipped", "words", "edited_at", "packs"}
    problems += [
        SettingsError("rules-key", f"{path}, key {key}: not a known key", _FIX) for key in raw if key not in known
    ]
    packs = {name: number for name, number in _table(raw, "packs").items() if isinstance(number, int)}
    return RulesFile(
        path, text, raw, tuple(rules.values()), overlay, places, tuple(problems), False, shipped_broken, packs
    )


def with_rule(file: RulesFile, rule: UserRule) -> str:
    """The file's text with a rule put in, or in place of the one of the same id. Raises SettingsError."""
    row = _row_of(rule)
    rows = _own_rows(file)
    at = next((n for n, one in enumerate(rows) if one.get("id") == rule.id), None)
    if at is None:
        rows.append(row)
    else:
        rows[at] = row
    return _text({**file.raw, "rule": rows})


def without_rule(file: RulesFile, rule: str) -> str:
    """The file's text without a rule; as it was where there is none of that id. Raises SettingsError."""
    rows = [one for one in _own_rows(file) if one.get("id") != rule]
    return _text({**file.raw, "rule": rows})


def with_overlay(file: RulesFile, overlay: Overlay) -> str:
    """The file's text with these edits of the shipped rules. Raises SettingsError where those in it cannot be read."""
    for key in ("shipped", "words"):
        if not isinstance(file.raw.get(key, {}), dict) or (key == "shipped" and file.is_shipped_broken):
            raise SettingsError("rules-key", f"{file.path}, key {key}: cannot be read.", "Correct the file first.")
    return _text({**file.raw, **_overlay_rows(file, overlay)})


def _overlay_rows(file: RulesFile, overlay: Overlay) -> dict[str, object]:
    on = sorted(name for name, enabled in overlay.switches.items() if enabled)
    off = sorted(name for name, enabled in overlay.switches.items() if not enabled)
    shipped = {key: names for key, names in (("on", on), ("off", off)) if names}
    # A list's edit that could not be read is not to be lost.
    words: dict[str, object] = {n: row for n, row in file.raw.get("words", {}).items() if n not in file.overlay.words}
    words |= {
        name: {key: list(phrases) for key, phrases in (("add", edit.added), ("remove", edit.removed)) if phrases}
        for name, edit in sorted(overlay.words.items())
    }
    return {"shipped": shipped, "words": words, "edited_at": dict(sorted(overlay.versions.items()))}


def with_rules(file: RulesFile, rules: Sequence[UserRule]) -> str:
    """The file's text with several rules put in."""
    text = file.text
    for rule in rules:
        text = with_rule(parse_own_rules(text, file.path), rule)
    return text


def with_import(file: RulesFile, given: RulesFile) -> str:
    """The file's text with all that another has: its rules and its edits, each in place of what is here of that name."""
    text = with_rules(file, given.rules)
    merged = merged_overlay(file.overlay, given.overlay)
    return text if merged == file.overlay else with_overlay(parse_own_rules(text, file.path), merged)


def merged_overlay(overlay: Overlay, given: Overlay) -> Overlay:
    """The edits of both; where both edit the same rule or list, those that are given."""
    return Overlay(
        {**overlay.switches, **given.switches},
        {**overlay.words, **given.words},
        {**overlay.versions, **given.versions},
    )


def export_rules(
    rules: Sequence[UserRule], overlay: Overlay | None = None, packs: Mapping[str, int] | None = None
) -> str:
    """A text of that form with these rules alone, or with the edits of the shipped ones and the numbers of their packs."""
    file = RulesFile(Path(OWN_FILE), raw={"rule": [_row_of(rule) for rule in rules]})
    raw = {**file.raw, **_overlay_rows(file, overlay or Overlay()), "packs": dict(sorted((packs or {}).items()))}
    return to_toml({key: value for key, value in raw.items() if value not in ({}, [])} or {"rule": []})


def compare(file: RulesFile, rules: Sequence[UserRule], overlay: Overlay | None = None) -> Comparison:
    """What putting `rules`, and the edits of `overlay`, into the file would change."""
    there = {rule.id: rule for rule in file.rules}
    here, merged = file.overlay, merged_overlay(file.overlay, overlay or Overlay())
    edits = sum(here.switches.get(name) != on for name, on in merged.switches.items())
    edits += sum(here.words.get(name) != edit for name, edit in merged.words.items())
    return Comparison(
        tuple(rule for rule in rules if rule.id not in there),
        tuple(rule for rule in rules if rule.id in there and there[rule.id] != rule),
        tuple(rule for rule in rules if there.get(rule.id) == rule),
        edits,
    )


def write_own_rules(path: Path, text: str) -> None:
    """Write the file as a whole or not at all. Raises SettingsError."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        partial.write_text(text, "utf-8")
        partial.replace(path)
    except (OSError, UnicodeEncodeError) as error:
        raise SettingsError("unwritable", f"{path}: {error}.", "Check the folder's permissions.") from error


def check_rule(rule: UserRule) -> UserRule:
    """The rule as the file would hold it. Raises SettingsError where it says what no rule may."""
    try:
        return _rule(_row_of(rule))
    except (msgspec.ValidationError, ValueError) as error:
        raise SettingsError("rules-rule", f"The rule cannot be saved: {error}.", "Correct the rule.") from error


def check_words(phrases: Sequence[str]) -> None:
    """Raises SettingsError for a phrase that no word list may hold."""
    wrong = next((wrong for wrong in map(check_phrase, phrases) if wrong), "")
    if wrong:
        raise SettingsError("rules-words", f"The words cannot be saved: {wrong}.", "Correct the phrase.")


def _rows(text: str, raw: Mapping[str, Any], path: Path) -> list[tuple[object, str]]:
    rows = raw.get("rule", [])
    if not isinstance(rows, list):
        return [(rows, f"{path}, key rule")]
    lines = _lines(text, "[[rule]]")
    return [
        (row, f"{path}, line {lines[n] if n < len(lines) else 0}, rule {_id_of(row) or '(no id)'}")
        for n, row in enumerate(rows)
    ]


def _rule(raw: object) -> UserRule:
    row = msgspec.convert(raw, _Row)
    if not _ID.fullmatch(row.id):
        raise ValueError(f"id: {row.id!r} is not of small letters, digits and -")
    if not row.name.strip():
        raise ValueError("name: the rule has none")
    if not row.if_.strip():
        raise ValueError("if: a rule without a condition would hold of everything")
    for label in row.labels:
        if not _LABEL.fullmatch(label) or label == Topic.OTHER:
            raise ValueError(f"labels: {label!r} is not a topic or a name of letters, digits, _ and -")
    scope, publishers = Scope.CHOSEN, row.from_
    if isinstance(publishers, str):
        scope = one_of({Scope.ALL.value: Scope.ALL, Scope.OFFICIAL.value: Scope.OFFICIAL}, publishers, "from")
        publishers = []
    return UserRule(
        id=row.id,
        name=row.name,
        condition=row.if_,
        enabled=row.enabled,
        unless=row.unless,
        scope=scope,
        publishers=tuple(PublisherId(name) for name in publishers),
        level=one_of(_LEVELS, row.level, "level") if row.level else None,
        level_is=one_of({kind.value: kind for kind in LevelIs}, row.level_is, "level_is"),
        labels=tuple(dict.fromkeys(row.labels)),
        tell=one_of({tell.value: tell for tell in Tell}, row.notify, "notify"),
        pin=row.pin,
        needs_ack=row.needs_ack,
        stop=row.stop,
        order=row.order,
    )


def _row_of(rule: UserRule) -> dict[str, object]:
    """Only what differs from the defaults: a short rule stays short."""
    row = _Row(
        rule.id,
        rule.name,
        rule.condition,
        rule.enabled,
        rule.unless,
        [str(name) for name in rule.publishers] if rule.scope is Scope.CHOSEN else rule.scope.value,
        rule.level.name.lower() if rule.level is not None else "",
        rule.level_is.value,
        list(rule.labels),
        rule.tell.value,
        rule.pin,
        rule.needs_ack,
        rule.stop,
        rule.order,
    )
    plain = _Row("", "", "")
    fields = zip(_Row.__struct_fields__, _Row.__struct_encode_fields__, strict=True)
    needed = ("id", "name", "if_")
    return {
        key: getattr(row, name) for name, key in fields if name in needed or getattr(row, name) != getattr(plain, name)
    }


def _overlay(text: str, raw: Mapping[str, Any], path: Path, problems: list[SettingsError]) -> tuple[Overlay, bool]:
    """The edits that can be read, and whether those of the switches cannot."""

    def part(value: object, kind: type[_T], where: str) -> _T | None:
        try:
            return msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            problems.append(SettingsError("rules-words", f"{where}: {error}", _FIX))
            return None

    shipped = part(raw.get("shipped", {}), _Shipped, f"{path}, shipped")
    switches: dict[str, bool] = {}
    if shipped is not None:
        switches = dict.fromkeys(shipped.on, True) | dict.fromkeys(shipped.off, False)
    words: dict[str, WordsEdit] = {}
    for name, value in (part(raw.get("words", {}), dict[str, Any], f"{path}, words") or {}).items():
        where = f"{path}, line {next(iter(_lines(text, f'[words.{name}]')), 0)}, words.{name}"
        row = part(value, _Words, where)
        wrong = next((wrong for wrong in map(check_phrase, row.add) if wrong), "") if row is not None else ""
        if wrong:
            problems.append(SettingsError("rules-words", f"{where}: {wrong}", _FIX))
        elif row is not None:
            words[name] = WordsEdit(tuple(dict.fromkeys(row.add)), tuple(dict.fromkeys(row.remove)))
    versions = part(raw.get("edited_at", {}), dict[str, int], f"{path}, edited_at") or {}
    return Overlay(switches, words, versions), shipped is None


def _text(raw: Mapping[str, Any]) -> str:
    return _HEAD + to_toml({key: value for key, value in raw.items() if value not in ({}, [])})


def _lines(text: str, header: str) -> list[int]:
    return [n for n, line in enumerate(text.splitlines(), 1) if line.split("#")[0].strip().replace('"', "") == header]


def _table(raw: Mapping[str, Any], key: str) -> dict[str, object]:
    found = raw.get(key, {})
    return found if isinstance(found, dict) else {}


def _id_of(row: object) -> object:
    return row.get("id") if isinstance(row, dict) else None


def _own_rows(file: RulesFile) -> list[dict[str, object]]:
    rows = file.raw.get("rule", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SettingsError("rules-key", f"{file.path}, key rule: not written as [[rule]].", "Correct the file first.")
    return list(rows)
