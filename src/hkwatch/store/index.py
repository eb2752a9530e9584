# SPDX-License-Identifier: MIT
"""The search index: which words an item is found by, and how a query becomes a MATCH.

Three columns: Latin words; overlapping Chinese character pairs, so that 牌照 is found without a dictionary; and words
for source, type, label and language, because filtering a rare source row by row is slow in a large table.
"""

import re
import sqlite3
from dataclasses import dataclass

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.query import Field, Query, QueryError, Term

_CJK_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_LATIN_RUN = re.compile(r"[a-z0-9]+")
_INDEXED = "source, publisher, doc_type, topics, langs, ref"
_LEVELS = ("low", "normal", "high", "critical")


@dataclass(frozen=True, slots=True)
class Plan:
    """A query ready for SQL: what the index answers and what is tested on each row (without leading AND)."""

    match: str | None
    where: str
    params: tuple[object, ...]


def chinese_tokens(folded: str) -> str:
    """Pairs of each run, then the run's last character alone (a lone character is found too), then a stop between runs."""
    tokens: list[str] = []
    for run in _CJK_RUN.findall(folded):
        tokens.extend(run[i : i + 2] for i in range(len(run) - 1))
        tokens.extend((run[-1], "_"))
    return " ".join(tokens)


def facet(kind: str, value: str) -> str:
    """One word for one property: `src_sfc_press_en`."""
    return f"{kind}_{re.sub(r'[^0-9a-z]+', '_', value.lower())}"


def index_item(db: sqlite3.Connection, item: ItemId, folder: Folder) -> None:
    """Index an item's stored texts anew; inside the caller's transaction.

    The lead of a story is found by the words and properties of all its members, the others not by themselves.
    """
    level, story, lead = db.execute("SELECT level, story, lead FROM item WHERE id = ?", (item,)).fetchone()
    if not lead:
        _put(db, item, None)
        return
    if story is None:
        rows = db.execute(f"SELECT {_INDEXED} FROM item WHERE id = ?", (item,)).fetchall()
        texts = db.execute("SELECT title, text FROM item_text WHERE item_id = ?", (item,)).fetchall()
    else:
        rows = db.execute(f"SELECT {_INDEXED} FROM item WHERE story = ? ORDER BY lead DESC, id", (story,)).fetchall()
        texts = db.execute(
            "SELECT t.title, t.text FROM item_text t JOIN item i ON i.id = t.item_id WHERE i.story = ?"
            " ORDER BY i.lead DESC, i.id",
            (story,),
        ).fetchall()
    folded = folder.fold("\n".join(f"{title}\n{text}" for title, text in texts))
    facets: list[str] = []
    for source, publisher, doc_type, topics, langs, ref in rows:
        facets += [
            facet("src", source),
            facet("src", publisher),
            facet("type", doc_type),
            facet("level", _LEVELS[level]),
        ]
        facets += [facet("label", topic) for topic in topics.split()]
        facets += [facet("lang", lang) for lang in langs.split()]
        facets += ["lang_zh"] if "zh" in langs else []
        facets += [facet("ref", ref)] if ref else []
    # What is ASCII the tokeniser splits just so; `_` is a letter to it, for the facets' sake.
    words = folded.replace("_", " ") if folded.isascii() else " ".join(_LATIN_RUN.findall(folded))
    _put(db, item, (words, "" if folded.isascii() else chinese_tokens(folded), " ".join(dict.fromkeys(facets))))


def _put(db: sqlite3.Connection, item: ItemId, new: tuple[str, str, str] | None) -> None:
    old = db.execute("SELECT words, bigrams, facets FROM item_index WHERE item_id = ?", (item,)).fetchone()
    if old == new:
        return
    if old is not None:
        db.execute(
            "INSERT INTO item_fts (item_fts, rowid, words, bigrams, facets) VALUES ('delete', ?, ?, ?, ?)",
            (item, *old),
        )
    if new is None:
        db.execute("DELETE FROM item_index WHERE item_id = ?", (item,))
        return
    db.execute("INSERT OR REPLACE INTO item_index VALUES (?, ?, ?, ?)", (item, *new))
    db.execute("INSERT INTO item_fts (rowid, words, bigrams, facets) VALUES (?, ?, ?, ?)", (item, *new))


def plan(query: Query, folder: Folder) -> Plan:
    """Turn a query into SQL. Raises QueryError where a text holds nothing that can be searched for."""
    positive: list[str] = []
    negative: list[str] = []
    where: list[str] = []
    params: list[object] = []
    for term in query.terms:
        if term.field is Field.TEXT:
            (negative if term.negated else positive).append(_text_match(term, folder))
        elif term.field is Field.IS:
            tests = " OR ".join(_IS[value] for value in term.values)
            where.append(f"NOT ({tests})" if term.negated else f"({tests})")
        elif term.negated:
            test, values = _row_test(term)
            where.append(f"NOT ({test})")
            params.extend(values)
        else:
            positive.append(_facet_match(term))
    if not any(term.field is Field.IS and "archived" in term.values for term in query.terms):
        where.insert(0, "item.archived = 0")
    # A story is one row, and only its lead is in the index.
    where.insert(0, "item.lead = 1")
    if negative and not positive:
        where.append("item.id NOT IN (SELECT rowid FROM item_fts WHERE item_fts MATCH ?)")
        params.append(" OR ".join(f"({part})" for part in negative))
        negative = []
    match = " AND ".join(f"({part})" for part in positive) or None
    if match and negative:
        match = f"({match}) NOT ({' OR '.join(f'({part})' for part in negative)})"
    return Plan(match, " AND ".join(where) or "1", tuple(params))


_IS = {
    "unread": "item.state < 2",
    "new": "item.state = 0",
    "seen": "item.state = 1",
    "read": "item.state = 2",
    "starred": "item.starred = 1",
    "acked": "item.acked_ms IS NOT NULL",
    "archived": "item.archived = 1",
    "flagged": "item.flag = 1",
    "revised": "item.revision > 1",
}


def _text_match(term: Term, folder: Folder) -> str:
    folded = folder.fold(term.values[0])
    parts: list[str] = []
    words = _LATIN_RUN.findall(folded)
    if words and term.phrase:
        parts.append(f'words : "{" ".join(words)}"')
    else:
        # A prefix of one or two letters would match half the index, so short words match whole.
        parts += [f'words : "{word}"{" *" if len(word) > 2 else ""}' for word in words]
    for run in _CJK_RUN.findall(folded):
        pairs = " ".join(run[i : i + 2] for i in range(len(run) - 1))
        parts.append(f'bigrams : "{pairs}"' if pairs else f'bigrams : "{run}" *')
    if not parts:
        raise QueryError("nothing-to-find", term.position, term.values[0])
    return " AND ".join(parts)


def _facet_match(term: Term) -> str:
    parts = []
    for value in _values(term):
        star = " *" if term.field is Field.REF and value.endswith("*") else ""
        parts.append(f'facets : "{facet(term.field, value.rstrip("*"))}"{star}')
    return " OR ".join(parts)


def _values(term: Term) -> tuple[str, ...]:
    if term.or_higher:
        return _LEVELS[_LEVELS.index(term.values[0]) :]
    return term.values


def _row_test(term: Term) -> tuple[str, list[object]]:
    values = _values(term)
    marks = ",".join("?" * len(values))
    match term.field:
        case Field.SRC:
            lowered = [value.lower() for value in values]
            return f"item.publisher IN ({marks}) OR item.source IN ({marks})", [*lowered, *lowered]
        case Field.TYPE:
            return f"item.doc_type IN ({marks})", list(values)
        case Field.LEVEL:
            return f"item.level IN ({marks})", [_LEVELS.index(value) for value in values]
        case Field.LABEL:
            return " OR ".join(["(' ' || item.topics || ' ') LIKE ?"] * len(values)), [f"% {v} %" for v in values]
        case Field.LANG:
            return " OR ".join(["(' ' || lower(item.langs)) LIKE ?"] * len(values)), [f"% {v}%" for v in values]
        case Field.REF:
            return " OR ".join(["item.ref LIKE ?"] * len(values)), [v.replace("*", "%") for v in values]
        case Field.TEXT | Field.IS:
            raise AssertionError(term.field)
