# SPDX-License-Identifier: MIT
"""Warns in the terminal of names in a query that nothing is called. It is never refused: a source may come later."""

import contextlib
import sqlite3
import sys
import unicodedata
from datetime import datetime

from hkwatch.app.files import Files
from hkwatch.app.paths import AppPaths
from hkwatch.domain.errors import StoreError
from hkwatch.domain.item import Topic
from hkwatch.domain.query import Query
from hkwatch.domain.query_known import Known, doubtful
from hkwatch.domain.query_tree import Field, QueryError
from hkwatch.domain.user_rules import OWN
from hkwatch.services.name_doubts import name_doubts
from hkwatch.services.query_complaint import complaint
from hkwatch.store.db import open_reader


def known_names(files: Files) -> Known:
    """What the files name: publishers, sources, labels and rules. Firms are in the database."""
    catalogue, rules = files.catalogue, files.rules
    own = rules.own.rules
    labels = {topic.value for topic in Topic} | {label for rule in own for label in rule.labels}
    named = {name for rule in own for name in (rule.id, OWN + rule.id, rule.name)}
    named |= {name for rule in (*rules.pack.rules, *rules.pack.off) for name in (rule.id, rule.why) if name}
    sources = {str(name) for name in (*catalogue.publishers, *catalogue.sources)}
    return Known({Field.SRC: sources, Field.LABEL: labels, Field.RULE: named}, files.folder)


def warn(paths: AppPaths, files: Files, text: str, query: Query, now: datetime, of: str = "") -> None:
    """Print each doubt about `query`, which was read from `text`, with its place; `of` says whose query it is."""
    try:
        with contextlib.closing(open_reader(paths.database_file)) as db:
            warn_with(db, files, text, query, now, of)
    except StoreError:
        # Without the stored firms the other names can still be looked at; what needs the store says what is wrong.
        for _, error in doubtful(query, known_names(files)):
            _say(text, error, of)


def warn_with(db: sqlite3.Connection, files: Files, text: str, query: Query, now: datetime, of: str = "") -> None:
    """The same with a database that is open already."""
    for error in name_doubts(db, query, known_names(files), files.folder, now):
        _say(text, error, of)


def place(text: str, position: int) -> str:
    """The text, and under it a caret below the character; Chinese takes two columns each."""
    before = sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text[:position])
    return f"{text}\n{' ' * before}^"


def _say(text: str, error: QueryError, of: str) -> None:
    said = complaint(error, lambda _context, words: words)
    lead = f"{of}:\n" if of else ""
    print(f"{lead}{place(text, error.position)} warning: {said}", file=sys.stderr)
