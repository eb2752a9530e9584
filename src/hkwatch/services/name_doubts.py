# SPDX-License-Identifier: MIT
"""Names in queries that nothing known is called and no stored item has. Doubts, not mistakes: a source may come later."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime

from hkwatch.domain.fold import Folder
from hkwatch.domain.query import parse_query
from hkwatch.domain.query_known import CHECKED, Known, doubtful
from hkwatch.domain.query_tree import Field, Query, QueryError, Scope
from hkwatch.store import firms, pages


def name_doubts(
    db: sqlite3.Connection, query: Query, known: Known, folder: Folder, now: datetime
) -> Iterator[QueryError]:
    """An error of key `unknown-name` for each, in the order of the query. Firms are those that are stored."""
    if not any(term.field in CHECKED for term in query.terms):
        return
    names = {**known.names, Field.ENTITY: firms.names(db), Field.CE: firms.numbers(db)}
    for term, error in doubtful(query, Known(names, folder)):
        if not pages.page(db, Query(term, Scope.ALL), folder, limit=1, now=now).rows:
            yield error


def doubts_in(
    db: sqlite3.Connection, texts: Iterable[str], known: Known, folder: Folder, now: datetime
) -> dict[str, tuple[QueryError, ...]]:
    """The doubts of each query that has any; a text that is no query has none."""
    found: dict[str, tuple[QueryError, ...]] = {}
    for text in texts:
        try:
            query = parse_query(text)
        except QueryError:
            # Whoever takes the text says what is wrong with it.
            continue
        doubts = tuple(name_doubts(db, query, known, folder, now))
        if doubts:
            found[text] = doubts
    return found
