# SPDX-License-Identifier: MIT
"""What could be typed next in a query: names of fields, and the values a field knows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hkwatch.domain.query_fields import ALIASES, DIRECTIVES, FIELDS, NAMES, Kind
from hkwatch.domain.query_tree import Field

MIN_NAME = 2
"""So many letters of a name must be typed before names are offered: one letter begins many words."""
_NOBODY: Mapping[str, Sequence[str]] = {}
_PLAIN_NAME = re.compile(r"[\w-]+")
_PLAIN = str.maketrans("（）：，｜－", "():,|-")


@dataclass(frozen=True, slots=True)
class Candidate:
    """`text` takes the place of what is typed. `field` is the field it belongs to, empty for the name of a field."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """Candidates for the characters from `start` to `end`."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]


def complete(
    text: str,
    cursor: int,
    sources: Mapping[str, str],
    firms: Mapping[str, Sequence[str]] = _NOBODY,
    rules: Sequence[str] = (),
    *,
    asked: bool = False,
) -> Completion | None:
    """What fits at the cursor, None where nothing does or what is typed is whole already.

    `sources` are ids of publishers and sources with their names, which are compared too; `firms` ids with all names, `rules`
    what the rules are called. `asked`: the user wants to
    see what there is, so names are offered before a letter is typed.
    """
    plain = text[:cursor].translate(_PLAIN)
    if plain.count('"') % 2:
        return None
    start = max(plain.rfind(mark) for mark in " \t(|") + 1
    while plain[start : start + 1] == "-":
        start += 1
    name, colon, value = plain[start:].partition(":")
    lowered = name.lower()
    if not colon:
        return _names(lowered, start, cursor) if asked or len(name) >= MIN_NAME else None
    begin = start + len(name) + 1 + value.rfind(",") + 1
    begun = plain[begin:].lower()
    field = ALIASES.get(lowered) or next((one for one in FIELDS if one.value == lowered), None)
    if field is Field.SRC:
        found = [
            Candidate(ident, field.value)
            for ident, label in sources.items()
            if begun in ident.lower() or (begun and begun in label.lower())
        ]
        found.sort(key=lambda one: not one.text.startswith(begun))
    elif field is Field.ENTITY:
        found = [Candidate(ident, field.value) for ident, names in firms.items() if _begins_one(begun, ident, *names)]
    elif field is Field.RULE:
        found = [Candidate(_quoted(name), field.value) for name in rules if _begins_one(begun, name)]
    else:
        known = _values(field, lowered)
        found = [Candidate(one, lowered if field is None else field.value) for one in known if one.startswith(begun)]
    if not found or (len(found) == 1 and found[0].text == begun):
        return None
    return Completion(begin, cursor, tuple(found))


def _begins_one(begun: str, *names: str) -> bool:
    """Whether a word of one of the names begins so; in Chinese, which has no blanks, any part will do."""
    return any(
        name.lower().startswith(begun) or f" {begun}" in name.lower() or (not begun.isascii() and begun in name)
        for name in names
    )


def _quoted(name: str) -> str:
    """A name as it can stand in a query."""
    return name if _PLAIN_NAME.fullmatch(name) else f'"{name.replace(chr(34), " ")}"'


def _names(begun: str, start: int, cursor: int) -> Completion | None:
    found = tuple(Candidate(f"{name}:") for name in NAMES if name.startswith(begun))
    return Completion(start, cursor, found) if found else None


def _values(field: Field | None, name: str) -> tuple[str, ...]:
    if field is None:
        return DIRECTIVES.get(name, ((), ()))[0]
    spec = FIELDS[field]
    if spec.kind is Kind.LEVEL:
        return (*spec.allowed, *(f"{level}.." for level in spec.allowed[1:-1]))
    if spec.kind is Kind.DATE:
        return (*spec.allowed, "24h", "7d", "30d")
    return spec.allowed
