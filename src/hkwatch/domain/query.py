# SPDX-License-Identifier: MIT
"""The search box's language: words, "phrases", -negation and a few fields, all of which must hold.

    licence "virtual asset" is:unread src:sfc -type:speech label:licence

A blank after the colon is tolerated. What cannot be understood is an error with its position; nothing is guessed.
"""

import re
from dataclasses import dataclass
from dataclasses import field as _field
from enum import StrEnum

from hkwatch.domain.item import DocType, Level, Topic


class Field(StrEnum):
    """What a term looks at. TEXT is title and text; the others are written `name:value`."""

    TEXT = "text"
    IS = "is"
    SRC = "src"
    LABEL = "label"
    TYPE = "type"
    LEVEL = "level"
    LANG = "lang"
    REF = "ref"


IS_VALUES = ("unread", "new", "seen", "read", "starred", "acked", "archived", "flagged", "revised")
_ALIASES = {"reg": Field.SRC, "source": Field.SRC, "topic": Field.LABEL}
_LANGS = ("en", "zh-hant", "zh-hans", "zh")
_LEVELS = tuple(level.name.lower() for level in Level)
_TOKEN = re.compile(r'\s*(?P<minus>-)?(?:(?P<field>[A-Za-z]+):\s*)?(?:"(?P<phrase>[^"]*)"(?!\S)|(?P<word>\S+))?')


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. `values` are alternatives (`src:sfc,hkma`); TEXT has exactly one. `phrase` = words in this order."""

    field: Field
    values: tuple[str, ...]
    negated: bool = False
    phrase: bool = False
    or_higher: bool = False
    """`level:high..`: this level and those above it."""
    position: int = _field(default=0, compare=False)
    """Where it stands in the text typed, for error messages."""


@dataclass(frozen=True, slots=True)
class Query:
    """All terms must hold; no terms = everything."""

    terms: tuple[Term, ...] = ()


class QueryError(Exception):
    """The text cannot be understood at `position` (a character offset). `key` names why; `value` is what was there."""

    def __init__(self, key: str, position: int, value: str, allowed: tuple[str, ...] = ()) -> None:
        super().__init__(f"{key} at {position}: {value!r}")
        self.key = key
        self.position = position
        self.value = value
        self.allowed = allowed


def parse_query(text: str) -> Query:
    """Read a search text. Raises QueryError naming position and cause."""
    terms: list[Term] = []
    position = 0
    while position < len(text.rstrip()):
        match = _TOKEN.match(text, position)
        assert match is not None
        start = position + len(match.group()) - len(match.group().lstrip())
        name, phrase, word = match["field"], match["phrase"], match["word"]
        value = phrase if phrase is not None else (word or "")
        if value.startswith('"'):
            raise QueryError("open-quote", start, value)
        terms.append(_term(name, value, start, negated=match["minus"] is not None, phrase=phrase is not None))
        position = match.end()
    return Query(tuple(terms))


def _term(name: str | None, value: str, start: int, *, negated: bool, phrase: bool) -> Term:
    if name is None:
        if not value.strip():
            raise QueryError("empty-term", start, value)
        return Term(Field.TEXT, (value,), negated, phrase, position=start)
    lowered = name.lower()
    field = _ALIASES.get(lowered)
    if field is None:
        if lowered not in {known.value for known in Field} or lowered == Field.TEXT:
            if value.startswith("//"):  # an address typed into the box is text, not a field
                return Term(Field.TEXT, (f"{name}:{value}",), negated, phrase, position=start)
            raise QueryError("unknown-field", start, name, tuple(f.value for f in Field if f is not Field.TEXT))
        field = Field(lowered)
    if not value:
        raise QueryError("missing-value", start, name, _allowed(field))
    # "These and those above" of several levels would leave open which one is meant.
    or_higher = field is Field.LEVEL and not phrase and value.endswith("..")
    if or_higher and "," in value:
        raise QueryError("unknown-value", start, value, _allowed(field))
    plain = value.removesuffix("..") if or_higher else value
    values = (plain,) if phrase else tuple(part for part in plain.split(",") if part)
    if field is not Field.SRC and field is not Field.REF:
        values = tuple(part.lower() for part in values)
    allowed = _allowed(field)
    for part in values:
        if allowed and part not in allowed:
            raise QueryError("unknown-value", start, part, allowed)
    if not values:
        raise QueryError("missing-value", start, name, allowed)
    return Term(field, values, negated, phrase, or_higher, start)


def _allowed(field: Field) -> tuple[str, ...]:
    match field:
        case Field.IS:
            return IS_VALUES
        case Field.LABEL:
            return tuple(topic.value for topic in Topic)
        case Field.TYPE:
            return tuple(kind.value for kind in DocType)
        case Field.LEVEL:
            return _LEVELS
        case Field.LANG:
            return _LANGS
        case Field.TEXT | Field.SRC | Field.REF:
            return ()
