# SPDX-License-Identifier: MIT
"""What a query means, piece by piece, for whoever puts it into words. No words here: those belong to a language."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from hkwatch.domain.query_tree import And, Field, Node, Not, Or, Query, Scope, Sort, Term


class Joint(Enum):
    """What stands between the terms."""

    AND = "and"
    OR = "or"
    OPEN = "("
    CLOSE = ")"
    NOT_OPEN = "not ("


@dataclass(frozen=True, slots=True)
class Said:
    """One term, or its opposite."""

    term: Term
    negated: bool = False


Piece: TypeAlias = Said | Joint | Scope | Sort


def pieces(query: Query) -> tuple[Piece, ...]:
    """The query in the order it reads best: of conditions that must all hold, the item's state comes first."""
    found: list[Piece] = []
    if query.root is not None:
        root = query.root
        if isinstance(root, And):
            root = And(tuple(sorted(root.nodes, key=lambda node: not _is_state(node))))
        found += _node(root, is_inside=False)
    if query.scope is not Scope.VIEW:
        found += [*([Joint.AND] if found else []), query.scope]
    if query.sort is not None:
        found += [*([Joint.AND] if found else []), query.sort]
    return tuple(found)


def _node(node: Node, *, is_inside: bool) -> list[Piece]:
    match node:
        case Term():
            return [Said(node)]
        case Not(Term() as term):
            return [Said(term, negated=True)]
        case Not(inner):
            return [Joint.NOT_OPEN, *_node(inner, is_inside=False), Joint.CLOSE]
        case And(nodes) | Or(nodes):
            joint = Joint.AND if isinstance(node, And) else Joint.OR
            found: list[Piece] = [Joint.OPEN] if is_inside else []
            for n, part in enumerate(nodes):
                found += [joint] if n else []
                found += _node(part, is_inside=True)
            return [*found, Joint.CLOSE] if is_inside else found


def _is_state(node: Node) -> bool:
    inner = node.node if isinstance(node, Not) else node
    return isinstance(inner, Term) and inner.field is Field.IS
