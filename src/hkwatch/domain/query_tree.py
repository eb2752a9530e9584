# SPDX-License-Identifier: MIT
"""What a query is once it is read: a tree of terms, and the error that says where a text cannot be read.

    Query ── root: And(Term, Not(Term), Or(Term, And(…))) ── scope: which items at all ── sort: in which order

Positions are kept for error messages and never count when two trees are compared.
"""

from dataclasses import dataclass
from dataclasses import field as _field
from enum import StrEnum
from typing import TypeAlias


class Field(StrEnum):
    """What a term looks at. TEXT is title and body in every language, and is written without a name."""

    TEXT = "text"
    TITLE = "title"
    BODY = "body"
    SRC = "src"
    TYPE = "type"
    LABEL = "label"
    LEVEL = "level"
    IS = "is"
    HAS = "has"
    REF = "ref"
    RULE = "rule"
    ENTITY = "entity"
    CE = "ce"
    LANG = "lang"
    PUB = "pub"
    SEEN = "seen"
    DUE = "due"
    PRICE = "price"
    MOVE_1H = "move1h"
    MOVE_24H = "move24h"


class Scope(StrEnum):
    """Which items a query is about.

    VIEW leaves archived and muted ones out, unless a term asks about `is:archived` or `is:muted`; ALL leaves out nothing.
    ARCHIVE means archived items that are not muted, MUTED muted ones that are not archived.
    """

    VIEW = "view"
    ALL = "all"
    ARCHIVE = "archive"
    MUTED = "muted"


class Order(StrEnum):
    """What `sort:` names; without it the newest in the list come first."""

    PUB = "pub"
    SEEN = "seen"
    LEVEL = "level"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Word:
    """A word or name as typed. `is_prefix`: a star stood after it."""

    text: str
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """What stood between quotation marks: words in this order, or a name with blanks."""

    text: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression. It is tried on the text as it is stored: case, width and script count."""

    source: str
    ignore_case: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """`low..high`, both ends within. An empty end is open; at least one is not empty."""

    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Above:
    """`>text`, or `>=text` with `or_equal`."""

    text: str
    or_equal: bool = False


@dataclass(frozen=True, slots=True)
class Below:
    """`<text`, or `<=text` with `or_equal`."""

    text: str
    or_equal: bool = False


Value: TypeAlias = Word | Phrase | Pattern | Between | Above | Below


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: the field has one of `values` (never empty). `position` is a character offset in the text typed."""

    field: Field
    values: tuple[Value, ...]
    position: int = _field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """`node` does not hold. Never around another Not."""

    node: "Term | And | Or"


@dataclass(frozen=True, slots=True)
class And:
    """All of `nodes` hold; at least two, none of them an And."""

    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """One of `nodes` holds; at least two, none of them an Or."""

    nodes: "tuple[Node, ...]"


Node: TypeAlias = Term | Not | And | Or


@dataclass(frozen=True, slots=True)
class Sort:
    """`by` ascending, or descending with a minus."""

    by: Order
    descending: bool = False
    position: int = _field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Query:
    """`root` None = everything. `sort` None = the newest in the list first."""

    root: Node | None = None
    scope: Scope = Scope.VIEW
    sort: Sort | None = None

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term of the tree, in the order written."""
        return tuple(_leaves(self.root)) if self.root is not None else ()

    @property
    def hides_archived(self) -> bool:
        """Whether archived items are left out: so it is unless the query speaks of them."""
        return self.scope in (Scope.VIEW, Scope.MUTED) and not self._speaks_of("archived")

    @property
    def hides_muted(self) -> bool:
        """Whether muted items are left out: so it is unless the query speaks of them."""
        return self.scope in (Scope.VIEW, Scope.ARCHIVE) and not self._speaks_of("muted")

    def _speaks_of(self, word: str) -> bool:
        return any(term.field is Field.IS and Word(word) in term.values for term in self.terms)


class QueryError(Exception):
    """The text cannot be understood at `position` (a character offset).

    `key` names why, `value` is what stood there, `field` the name of the field it belongs to (empty if none) and
    `allowed` what could stand there instead.
    """

    def __init__(self, key: str, position: int, value: str, allowed: tuple[str, ...] = (), field: str = "") -> None:
        super().__init__(f"{key} at {position}: {value!r}")
        self.key = key
        self.position = position
        self.value = value
        self.allowed = allowed
        self.field = field


def all_of(*queries: Query) -> Query:
    """Everything that all the queries ask for; of scopes and orders the last one stated holds."""
    nodes: list[Node] = []
    scope, sort = Scope.VIEW, None
    for query in queries:
        if query.root is not None:
            nodes.append(query.root)
        scope = query.scope if query.scope is not Scope.VIEW else scope
        sort = query.sort or sort
    return Query(join_and(nodes) if nodes else None, scope, sort)


def join_and(nodes: list[Node]) -> Node:
    """One node for several that must all hold. Raises IndexError for none."""
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, And) else (node,))
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def join_or(nodes: list[Node]) -> Node:
    """One node for several of which one must hold. Raises IndexError for none."""
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, Or) else (node,))
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def negate(node: Node) -> Node:
    """The opposite; twice is the same as not at all."""
    return node.node if isinstance(node, Not) else Not(node)


def _leaves(node: Node) -> list[Term]:
    if isinstance(node, Term):
        return [node]
    if isinstance(node, Not):
        return _leaves(node.node)
    return [leaf for part in node.nodes for leaf in _leaves(part)]
