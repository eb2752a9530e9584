# SPDX-License-Identifier: MIT
"""Writing TOML, which the standard library only reads, and reading it so that every failure is one kind of error."""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_LONG = 100


def read_toml(text: str) -> dict[str, Any]:
    """What a document says. Raises TOMLDecodeError, also where the standard library raises something else: for brackets
    nested without end and for numbers of thousands of digits.
    """
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise tomllib.TOMLDecodeError("nested too deeply") from error
    except tomllib.TOMLDecodeError:
        raise
    except ValueError as error:
        raise tomllib.TOMLDecodeError(str(error).partition(":")[0]) from error


def to_toml(data: Mapping[str, object]) -> str:
    """A document that reads back as `data`: plain values first, then its tables, then its arrays of tables."""
    plain = {key: value for key, value in data.items() if not _is_table(value)}
    parts = [_pairs(plain)] if plain else []
    for key, value in data.items():
        if isinstance(value, dict):
            parts += _tables(_key(key), value)
        elif _is_table(value):
            assert isinstance(value, list)
            parts += [f"[[{_key(key)}]]\n{_pairs(row)}" for row in value]
    return "\n".join(parts)


def _tables(name: str, table: Mapping[str, object]) -> list[str]:
    """A table, and the tables in it (one step deep) under headers of their own, as a person would write them."""
    plain = {key: value for key, value in table.items() if not isinstance(value, dict)}
    parts = [f"[{name}]\n{_pairs(plain)}"] if plain or not table else []
    return parts + [f"[{name}.{_key(key)}]\n{_pairs(value)}" for key, value in table.items() if isinstance(value, dict)]


def _pairs(table: Mapping[str, object]) -> str:
    return "".join(f"{_key(key)} = {_value(value)}\n" for key, value in table.items())


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _string(key)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _string(value)
        case int() | float():
            return repr(value)
        case datetime() | date() | time():
            return value.isoformat()
        case list() | tuple():
            items = [_value(one) for one in value]
            line = f"[{', '.join(items)}]"
            return line if len(line) <= _LONG else "[\n" + "".join(f"    {one},\n" for one in items) + "]"
        case dict():
            return "{" + ", ".join(f"{_key(key)} = {_value(one)}" for key, one in value.items()) + "}"
        case _:
            raise TypeError(f"{type(value).__name__} has no form in TOML")


def _string(text: str) -> str:
    # JSON's strings are TOML's, but for DEL.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)
    )
