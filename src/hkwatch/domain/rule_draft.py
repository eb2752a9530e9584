# SPDX-License-Identifier: MIT
"""A rule's query as rows of a form, and back: any or all of some rows and groups of rows, each row field, test, values.

    any of                                     title:"virtual asset",VATP | ref:26PR* | (src:sfc -type:speech)
      title  has any of   virtual asset, VATP
      ref    has any of   26PR*
      all of
        source  has any of   sfc
        type    has none of  speech

A query that says more than rows can show has no form and stays a text; looking at it changes nothing.
"""

import re
from dataclasses import dataclass
from typing import TypeAlias

from hkwatch.domain.query import parse_query
from hkwatch.domain.query_text import term_text
from hkwatch.domain.query_tree import And, Field, Node, Not, Or, Phrase, Scope, Term, Value

_PLAIN = re.compile(r"[^\s\"“”「」『』,，、()（）|｜:：/／<>＜＞\-−–]([^\s\"“”,，()（）|｜:：])*")
_KEYWORDS = frozenset({"OR", "AND", "NOT"})


@dataclass(frozen=True, slots=True)
class Row:
    """One condition. A value of several words is a phrase, and needs no quotation marks. `negated`: none of them holds."""

    field: Field
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions of which all must hold, or one with `any_of`. At the top groups may stand beside rows, in a group only rows."""

    any_of: bool
    parts: "tuple[Part, ...]" = ()


Part: TypeAlias = Row | Group


def form_of(text: str) -> Group | None:
    """The rows of a query; None where rows cannot show it. Raises QueryError where it cannot be read."""
    query = parse_query(text)
    if query.root is None:
        return Group(any_of=True)
    if query.scope is not Scope.VIEW or query.sort is not None:
        return None
    group = _group(query.root)
    # What does not say the same when written out again must not be shown as if it did.
    return group if group is not None and parse_query(text_of(group)) == query else None


def text_of(group: Group) -> str:
    """The query that the rows say; rows without a value say nothing. It may be one that cannot be read."""
    parts = [text for text in (_part_text(part, of_many=len(group.parts) > 1) for part in group.parts) if text]
    return (" | " if group.any_of else " ").join(parts)


def split_values(text: str) -> tuple[str, ...]:
    """The values in a field of the form: commas and line ends divide them, but not within quotation marks."""
    found = re.findall(r"\"[^\"]*\"|[^,，、\n\"]+", text)
    return tuple(dict.fromkeys(value.strip() for value in found if value.strip(' "')))


def _group(root: Node) -> Group | None:
    if _is_texts(root):
        return Group(True, (_texts_row(root),))
    nodes = root.nodes if isinstance(root, And | Or) else (root,)
    parts: list[Part] = []
    for node in nodes:
        part: Part | None = _row(node)
        if part is None:
            part = _inner(node)
        if part is None:
            return None
        last = parts[-1] if parts else None
        if isinstance(root, Or) and _joins(last, part):
            assert isinstance(last, Row)
            assert isinstance(part, Row)
            parts[-1] = Row(Field.TEXT, (*last.values, *part.values))
        else:
            parts.append(part)
    return Group(not isinstance(root, And), tuple(parts))


def _inner(node: Node) -> Group | None:
    if not isinstance(node, And | Or):
        return None
    rows = [_row(part) for part in node.nodes]
    found = tuple(row for row in rows if row is not None)
    return Group(isinstance(node, Or), found) if len(found) == len(rows) else None


def _row(node: Node) -> Row | None:
    if isinstance(node, Not):
        inner = _row(node.node)
        return None if inner is None or inner.negated else Row(inner.field, inner.values, negated=True)
    if _is_texts(node):
        return _texts_row(node)
    if isinstance(node, Term):
        return Row(node.field, tuple(_shown(value) for value in node.values))
    return None


def _is_texts(node: Node) -> bool:
    """Whether a node is words in title or text, or a choice of such."""
    nodes = node.nodes if isinstance(node, Or) else (node,)
    return all(isinstance(one, Term) and one.field is Field.TEXT for one in nodes)


def _texts_row(node: Node) -> Row:
    nodes = node.nodes if isinstance(node, Or) else (node,)
    values = [_shown(value) for term in nodes if isinstance(term, Term) for value in term.values]
    return Row(Field.TEXT, tuple(values))


def _joins(last: Part | None, part: Part) -> bool:
    return all(isinstance(one, Row) and one.field is Field.TEXT and not one.negated for one in (last, part))


def _shown(value: Value) -> str:
    if isinstance(value, Phrase) and _typed(value.text) == f'"{value.text}"':
        return value.text
    return term_text(Term(Field.TEXT, (value,)))


def _part_text(part: Part, *, of_many: bool) -> str:
    if isinstance(part, Row):
        return _row_text(part, of_many=of_many)
    texts = [text for text in (_row_text(row, of_many=True) for row in part.parts if isinstance(row, Row)) if text]
    joined = (" | " if part.any_of else " ").join(texts)
    return f"({joined})" if len(texts) > 1 else joined


def _row_text(row: Row, *, of_many: bool) -> str:
    values = [_typed(value.strip()) for value in row.values if value.strip(' "')]
    if not values:
        return ""
    if row.field is Field.TEXT:
        text = " | ".join(values)
        text = f"({text})" if len(values) > 1 and (of_many or row.negated) else text
    else:
        text = f"{row.field}:{','.join(values)}"
    return f"-{text}" if row.negated else text


def _typed(value: str) -> str:
    """A value as it is typed: what is not plainly one word stands in quotation marks."""
    is_pattern = len(value) > 2 and value.startswith("/") and value.rstrip("i").endswith("/")
    if (value.startswith('"') and value.endswith('"')) or is_pattern or value[:1] in ("<", ">"):
        return value
    if _PLAIN.fullmatch(value) and value not in _KEYWORDS:
        return value
    return '"' + value.replace('"', " ").strip() + '"'
