# SPDX-License-Identifier: MIT
"""A query written out again: reading what `to_text` wrote gives the same tree."""

from hkwatch.domain.query_tree import (
    Above,
    And,
    Below,
    Between,
    Field,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Query,
    Scope,
    Term,
    Value,
    Word,
)


def to_text(query: Query) -> str:
    """The query as it could be typed."""
    parts = [_node(query.root, inside=False)] if query.root is not None else []
    if parts and isinstance(query.root, Or) and (query.scope is not Scope.VIEW or query.sort is not None):
        parts = [_bracketed(parts[0])]
    if query.scope is not Scope.VIEW:
        parts.append(f"in:{query.scope}")
    if query.sort is not None:
        parts.append(f"sort:{'-' if query.sort.descending else ''}{query.sort.by}")
    return " ".join(parts)


def term_text(term: Term) -> str:
    """One term as it could be typed."""
    values = ",".join(_value(value) for value in term.values)
    return values if term.field is Field.TEXT else f"{term.field}:{values}"


def _node(node: Node, *, inside: bool) -> str:
    match node:
        case Term():
            return term_text(node)
        case Not(inner):
            return f"-{_node(inner, inside=True)}"
        case And(nodes):
            text = " ".join(_node(part, inside=isinstance(part, Or)) for part in nodes)
            return _bracketed(text) if inside else text
        case Or(nodes):
            text = " | ".join(_node(part, inside=False) for part in nodes)
            return _bracketed(text) if inside else text


def _bracketed(text: str) -> str:
    # A word may hold a bracket that it never closes; a blank keeps it from taking this one.
    return f"({text} )" if not text.endswith(('"', ")")) and _opens(text) else f"({text})"


def _opens(text: str) -> bool:
    return any(char in "(（" for char in text)


def _value(value: Value) -> str:
    match value:
        case Word(text, is_prefix):
            return f"{text}*" if is_prefix else text
        case Phrase(text):
            return f'"{text}"'
        case Pattern(source, ignore_case):
            return f"/{source}/{'i' if ignore_case else ''}"
        case Between(low, high):
            return f"{low}..{high}"
        case Above(text, or_equal):
            return f">{'=' if or_equal else ''}{text}"
        case Below(text, or_equal):
            return f"<{'=' if or_equal else ''}{text}"
