# SPDX-License-Identifier: MIT
"""Filter chips as text of a query: which are on in it, and the text after one was pressed.

A chip is a condition of the whole query with one plain value, `level:high` or `src:sfc`; of each field one is on at most.
"""

import re
from dataclasses import replace

from hkwatch.domain.query import Field, Node, Query, QueryError, Term, Word, parse_query
from hkwatch.domain.query_text import to_text
from hkwatch.domain.query_tree import And, join_and

CHIP_FIELDS = (Field.LEVEL, Field.SRC)
_WRITTEN = re.compile(r'[A-Za-z]+[:：]\s*"?[^\s"()（）|｜]+"?\s*')


def chips_of(query: Query) -> dict[Field, str]:
    """The chips that are on: field and value."""
    found: dict[Field, str] = {}
    for node in _parts(query):
        chip = _chip(node)
        if chip is not None:
            found.setdefault(*chip)
    return found


def without_chips(query: Query) -> Query:
    """The query without its chips: what they count in."""
    rest = [node for node in _parts(query) if _chip(node) is None]
    return replace(query, root=join_and(rest) if rest else None)


def pressed(text: str, key: str) -> str:
    """The text after the chip `key` was pressed: `level:high` is written or taken out, `all` takes all chips out.

    Another chip of the same field makes way. A text that cannot be read stays as it is.
    """
    try:
        query = parse_query(text)
    except QueryError:
        return text
    field, _, value = key.partition(":")
    wanted = None if key == "all" else Term(Field(field), (Word(value),))
    is_on = wanted is not None and chips_of(query).get(wanted.field) == value
    gone = [
        node
        for node in _parts(query)
        if isinstance(node, Term) and _chip(node) is not None and (wanted is None or node.field is wanted.field)
    ]
    nodes = [node for node in _parts(query) if node not in gone]
    if wanted is not None and not is_on:
        nodes.append(wanted)
    meant = replace(query, root=join_and(nodes) if nodes else None)
    written = _cut(text, [node.position for node in gone])
    if wanted is not None and not is_on:
        written = f"{written} {key}".strip()
    # The user's own words stay as they were typed wherever that says the same.
    return written if _reads_as(written, meant) else to_text(meant)


def _parts(query: Query) -> tuple[Node, ...]:
    root = query.root
    return () if root is None else root.nodes if isinstance(root, And) else (root,)


def _chip(node: Node) -> tuple[Field, str] | None:
    match node:
        case Term(field, (Word(text, False),)) if field in CHIP_FIELDS:
            return field, text.lower()
    return None


def _cut(text: str, places: list[int]) -> str:
    for place in sorted(places, reverse=True):
        found = _WRITTEN.match(text, place)
        if found is not None:
            text = text[:place] + text[found.end() :]
    return text.strip()


def _reads_as(text: str, meant: Query) -> bool:
    try:
        return parse_query(text) == meant
    except QueryError:
        return False
