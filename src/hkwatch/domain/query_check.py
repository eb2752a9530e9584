# SPDX-License-Identifier: MIT
"""Whether a value is one that its field knows."""

import re

from hkwatch.domain.query_fields import LEVELS, FieldSpec, Kind
from hkwatch.domain.query_tree import Field, Pattern, Phrase, QueryError, Value, Word
from hkwatch.domain.query_values import bounds, ends, is_day, lowered, slug

_LABEL = re.compile(r"[\w-]{1,40}")
_DUE = re.compile(r"\d{1,3}(?:wd|d|w)", re.ASCII)


def checked(field: Field, spec: FieldSpec, value: Value, at: int, written: str) -> Value:
    """The value in the form the field keeps it in. Raises QueryError for what it cannot be.

    `at` is where it stands and `written` how it was typed.
    """
    if isinstance(value, Pattern):
        return value
    wrong = QueryError("unknown-value", at, written, spec.allowed or spec.examples, field.value)
    if isinstance(value, Phrase) and spec.kind not in (Kind.WORDS, Kind.NAME):
        value = Word(value.text)
    match spec.kind:
        case Kind.WORDS:
            return value
        case Kind.NAME:
            text = getattr(value, "text", "")
            # Firms and rules are called in any script.
            any_script = field in (Field.ENTITY, Field.RULE)
            if not any(map(str.isalnum, text)) if any_script else not slug(text).strip("_"):
                raise wrong
            return value
        case Kind.CHOICE:
            value = Word(getattr(value, "text", "").lower())
            if value.text not in spec.allowed:
                raise wrong
            return value
        case Kind.LABEL:
            value = Word(getattr(value, "text", "").lower())
            if not _LABEL.fullmatch(value.text):
                raise wrong
            return value
        case Kind.LEVEL:
            return _level(value, wrong)
        case Kind.DATE:
            if not all(is_day(text) for text in ends(value)):
                raise wrong
            return lowered(value)
        case Kind.DUE:
            if not all(_DUE.fullmatch(text.lower()) or is_day(text) or text == "past" for text in ends(value)):
                raise wrong
            return lowered(value)
        case Kind.NUMBER | Kind.PERCENT:
            try:
                bounds(value)
            except ValueError:
                raise QueryError("needs-number", at, written, spec.examples, field.value) from None
            return value


def _level(value: Value, wrong: QueryError) -> Value:
    found = lowered(value)
    if any(end not in LEVELS for end in ends(found)):
        raise wrong
    return found
