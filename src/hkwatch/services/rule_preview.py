# SPDX-License-Identifier: MIT
"""What a rule would hold of among the stored items, before it is saved; asked of the search index, so it is quick.

It reads every language of an item where the rule itself reads one, so it may find a few more.
"""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.query_text import to_text
from hkwatch.domain.query_tree import And, Field, Node, Or, Query, Scope, Term, Word, join_and, join_or, negate
from hkwatch.domain.rows import InboxRow
from hkwatch.domain.rule_query import readable
from hkwatch.domain.user_rules import Scope as Whose
from hkwatch.domain.user_rules import UserRule
from hkwatch.store import pages, view_counts

SHOWN = 50
_ALTERNATIVES = 8


@dataclass(frozen=True, slots=True)
class Alone:
    """`items` match because of `term` and nothing else in the rule."""

    term: str
    items: int


@dataclass(frozen=True, slots=True)
class Preview:
    """`matched` of `total` stored items; `alone`: the alternatives that bring items of their own, most first.

    `rows` are the newest that match and `others` the newest that do not, at most `SHOWN` each.
    """

    total: int
    matched: int
    alone: tuple[Alone, ...]
    rows: tuple[InboxRow, ...]
    others: tuple[InboxRow, ...]


def preview(
    db: sqlite3.Connection, rule: UserRule, folder: Folder, now: datetime, official: tuple[PublisherId, ...]
) -> Preview:
    """Look a rule up. `official` are the publishers that `Scope.OFFICIAL` stands for. Raises QueryError."""
    condition = readable(rule.condition).root
    assert condition is not None
    limits: list[Node] = []
    if rule.unless.strip():
        exception = readable(rule.unless).root
        assert exception is not None
        limits.append(negate(exception))
    publishers = {Whose.OFFICIAL: official, Whose.CHOSEN: rule.publishers}.get(rule.scope)
    if publishers is not None:
        limits.append(Term(Field.SRC, tuple(Word(name) for name in publishers or (PublisherId("nobody"),))))

    def count(*nodes: Node) -> int:
        root = join_and(list(nodes)) if nodes else None
        return view_counts.count(db, Query(root, Scope.ALL), folder, now)

    matched = count(condition, *limits)
    alone = []
    for term, rest in _without(condition)[:_ALTERNATIVES]:
        items = matched - count(rest, *limits)
        if items:
            alone.append(Alone(term, items))
    found = Query(join_and([condition, *limits]), Scope.ALL)
    others = Query(negate(join_and([condition, *limits])), Scope.ALL)
    return Preview(
        count(),
        matched,
        tuple(sorted(alone, key=lambda one: -one.items)),
        pages.page(db, found, folder, limit=SHOWN, now=now).rows,
        pages.page(db, others, folder, limit=SHOWN, now=now).rows,
    )


def _without(root: Node) -> list[tuple[str, Node]]:
    """Each alternative of a condition, with the condition that lacks it; none where all of it must hold."""
    if isinstance(root, Term) and len(root.values) > 1:
        return [
            (_text(Term(root.field, (value,))), Term(root.field, (*root.values[:at], *root.values[at + 1 :])))
            for at, value in enumerate(root.values)
        ]
    if isinstance(root, Or):
        found: list[tuple[str, Node]] = []
        for at, node in enumerate(root.nodes):
            others = [*root.nodes[:at], *root.nodes[at + 1 :]]
            if isinstance(node, Term) and len(node.values) > 1:
                found += [(term, join_or([*others, rest])) for term, rest in _without(node)]
            else:
                found.append((_text(node), join_or(others)))
        return found
    if isinstance(root, And):
        return [
            (term, join_and([*root.nodes[:at], rest, *root.nodes[at + 1 :]]))
            for at, node in enumerate(root.nodes)
            if isinstance(node, Or) or (isinstance(node, Term) and len(node.values) > 1)
            for term, rest in _without(node)
        ]
    return []


def _text(node: Node) -> str:
    return to_text(Query(node))
