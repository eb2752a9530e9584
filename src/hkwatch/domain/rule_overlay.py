# SPDX-License-Identifier: MIT
"""The user's changes to the shipped rules, kept apart from them: a new version of a pack never undoes an edit.

shipped pack + overlay (switches, words added and taken out) ──► the pack that runs, and what no longer fits
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from hkwatch.domain.lexicon import WordList
from hkwatch.domain.rules import Rule, RulePack


@dataclass(frozen=True, slots=True)
class WordsEdit:
    """Phrases added to a word list and taken out of it."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overlay:
    """`switches`: rules switched on or off by their id. `words`: edits by the name of the list.

    `versions`: the number of each pack when the user last edited anything in it.
    """

    switches: Mapping[str, bool] = field(default_factory=dict)
    words: Mapping[str, WordsEdit] = field(default_factory=dict)
    versions: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stray:
    """An edit that names what the packs no longer have: `kind` is `rule` or `words`. It is kept, and does nothing."""

    kind: str
    name: str


def lay_over(pack: RulePack, overlay: Overlay) -> tuple[RulePack, tuple[Stray, ...]]:
    """The pack as the user wants it, and the edits that fit nothing in it. An empty overlay changes nothing."""
    on: list[Rule] = []
    off: list[Rule] = []
    for rule, enabled in (*((rule, True) for rule in pack.rules), *((rule, False) for rule in pack.off)):
        (on if overlay.switches.get(rule.id, enabled) else off).append(rule)
    words = tuple(_edited(entry, overlay.words.get(entry.id)) for entry in pack.words)
    rules = {rule.id for rule in (*pack.rules, *pack.off)}
    lists = {entry.id for entry in pack.words}
    strays = [Stray("rule", name) for name in sorted(overlay.switches.keys() - rules)]
    strays += [Stray("words", name) for name in sorted(overlay.words.keys() - lists)]
    return replace(pack, words=words, rules=tuple(on), off=tuple(off)), tuple(strays)


def switched(overlay: Overlay, pack: RulePack, rule: str, *, enabled: bool) -> Overlay:
    """The overlay with a rule switched; back at what the pack says it is no edit any more."""
    switches = dict(overlay.switches)
    switches[rule] = enabled
    if enabled == any(one.id == rule for one in pack.rules) and any(one.id == rule for one in (*pack.rules, *pack.off)):
        del switches[rule]
    home = next((one.pack for one in (*pack.rules, *pack.off) if one.id == rule), "")
    return replace(overlay, switches=switches, versions=_noted(overlay, pack, home))


def with_words(overlay: Overlay, pack: RulePack, name: str, add: Iterable[str], remove: Iterable[str]) -> Overlay:
    """The overlay with a word list edited further; adding what was taken out puts it back, and the other way round."""
    entry = next((one for one in pack.words if one.id == name), None)
    shipped = set(entry.phrases) if entry is not None else set()
    old = overlay.words.get(name, WordsEdit())
    added, removed = dict.fromkeys(old.added), dict.fromkeys(old.removed)
    for phrase in add:
        removed.pop(phrase, None)
        if phrase not in shipped:
            added[phrase] = None
    for phrase in remove:
        if phrase in added:
            del added[phrase]
        elif phrase in shipped or entry is None:
            removed[phrase] = None
    words = dict(overlay.words)
    words[name] = WordsEdit(tuple(added), tuple(removed))
    if not added and not removed:
        del words[name]
    return replace(overlay, words=words, versions=_noted(overlay, pack, entry.pack if entry is not None else ""))


def _edited(entry: WordList, edit: WordsEdit | None) -> WordList:
    if edit is None:
        return entry
    kept = [phrase for phrase in entry.phrases if phrase not in edit.removed]
    return replace(entry, phrases=tuple(dict.fromkeys((*kept, *edit.added))))


def _noted(overlay: Overlay, pack: RulePack, home: str) -> Mapping[str, int]:
    version = dict(pack.versions).get(home)
    return overlay.versions if version is None else {**overlay.versions, home: version}
