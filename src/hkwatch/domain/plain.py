# SPDX-License-Identifier: MIT
"""Frozen dataclasses to JSON-ready values and back: Decimal and enum as text, datetime as ISO 8601 in UTC,
tuple as list.

For what the domain must remember across restarts. Not for answers from outside: those are parsed in
`sources/`.
"""

import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_T = TypeVar("_T")


def to_plain(value: Any) -> Any:
    """The JSON-ready form of a dataclass, or of any value one may hold. Raises TypeError for a type nobody
    planned for.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(part) for part in value]
    if isinstance(value, frozenset):
        return sorted(to_plain(part) for part in value)
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no plain form")


def from_plain(kind: type[_T], plain: dict[str, Any]) -> _T:
    """The dataclass of type `kind` that `to_plain` wrote; unknown keys are left out, missing ones take their
    default.

    Raises ValueError naming the key when one without a default is missing or a value does not fit.
    """
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    for field in fields(kind):  # type: ignore[arg-type]
        if field.name in plain:
            try:
                values[field.name] = _read(hints[field.name], plain[field.name])
            except (TypeError, ValueError, ArithmeticError) as exc:
                raise ValueError(f"{kind.__name__}.{field.name}: {plain[field.name]!r} does not fit: {exc}") from exc
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ValueError(f"{kind.__name__}.{field.name} is missing")
    return kind(**values)


def _read(hint: Any, plain: Any) -> Any:
    hint = getattr(hint, "__supertype__", hint)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        if plain is None:
            return None
        return _read(next(part for part in get_args(hint) if part is not types.NoneType), plain)
    if origin is tuple:
        parts = get_args(hint)
        if parts[-1] is Ellipsis:
            return tuple(_read(parts[0], part) for part in plain)
        return tuple(_read(kind, part) for kind, part in zip(parts, plain, strict=True))
    if origin is frozenset:
        return frozenset(_read(get_args(hint)[0], part) for part in plain)
    if is_dataclass(hint):
        return from_plain(hint, plain)  # type: ignore[arg-type]
    if hint is datetime:
        moment = datetime.fromisoformat(plain)
        if moment.tzinfo is None:
            raise ValueError("a time needs its zone")
        return moment.astimezone(UTC)
    if hint is bool and not isinstance(plain, bool):
        raise TypeError("true or false is expected")
    return hint(plain)
