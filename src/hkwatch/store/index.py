# SPDX-License-Identifier: MIT
"""The search index: which words an item is found by. How a query becomes SQL is in `plan.py`.

Three columns: Latin words; overlapping Chinese character pairs, so that 牌照 is found without a dictionary; and words
for source, type, label and language, because filtering a rare source row by row is slow in a large table.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.query_values import label_slug, slug
from hkwatch.domain.query_words import CJK_RUN, LATIN_RUN
from hkwatch.store.rows import insert_rows

About = tuple[str, str, str, str, str, str, str]
"""The values of `_INDEXED`; topics, languages and labels are separated by spaces."""

_INDEXED = "source, publisher, doc_type, topics, langs, ref, labels"
_TAKE_OUT = "INSERT INTO item_fts (item_fts, rowid, words, bigrams, facets) VALUES ('delete', ?, ?, ?, ?)"
_PUT_IN = "INSERT INTO item_fts (rowid, words, bigrams, facets) VALUES (?, ?, ?, ?)"
_LEVELS = ("low", "normal", "high", "critical")


@dataclass(frozen=True, slots=True)
class NewIndexed:
    """What the index has to know of an item with one text."""

    item: ItemId
    about: About
    level: int
    title: str
    text: str


def chinese_tokens(folded: str) -> str:
    """Pairs of each run, then the run's last character alone (a lone character is found too), then a stop between runs."""
    tokens: list[str] = []
    for run in CJK_RUN.findall(folded):
        tokens.extend(run[i : i + 2] for i in range(len(run) - 1))
        tokens.extend((run[-1], "_"))
    return " ".join(tokens)


@lru_cache(maxsize=2048)
def facet(kind: str, value: str) -> str:
    """One word for one property: `src_sfc_press_en`."""
    return f"{kind}_{slug(value)}"


@lru_cache(maxsize=2048)
def label_facet(label: str) -> str:
    """The word for a topic or a name of the user's own."""
    return f"label_{label_slug(label)}"


def index_item(db: sqlite3.Connection, item: ItemId, folder: Folder) -> None:
    """Index an item's stored texts anew; inside the caller's transaction.

    The lead of a story is found by the words and properties of all its members, the others not by themselves.
    """
    story, lead = db.execute("SELECT story, lead FROM item WHERE id = ?", (item,)).fetchone()
    if not lead:
        _put(db, item, None)
        return
    if story is None:
        texts = db.execute("SELECT title, text FROM item_text WHERE item_id = ?", (item,)).fetchall()
    else:
        texts = db.execute(
            "SELECT t.title, t.text FROM item_text t JOIN item i ON i.id = t.item_id WHERE i.story = ?"
            " ORDER BY i.lead DESC, i.id",
            (story,),
        ).fetchall()
    _put(db, item, (*_texts([field for one in texts for field in one], folder), _facets(db, item)))


def index_facets(db: sqlite3.Connection, item: ItemId) -> None:
    """Index an item's properties anew, its texts being what they were; inside the caller's transaction.

    Nothing is done for one that is found by the lead of its story.
    """
    old = _indexed(db, item)
    if old is not None:
        _put(db, item, (old[0], old[1], _facets(db, item)))


def index_new(db: sqlite3.Connection, items: Sequence[NewIndexed], folder: Folder) -> None:
    """Index items that were just inserted and stand alone; inside the caller's transaction."""
    rows = [(one.item, *_texts((one.title, one.text), folder), _properties((one.about,), one.level)) for one in items]
    insert_rows(db, "item_index", "item_id, words, bigrams, facets", rows)
    insert_rows(db, "item_fts", "rowid, words, bigrams, facets", rows)


def _texts(fields: Iterable[str], folder: Folder) -> tuple[str, str]:
    """What goes into the columns of words and of pairs."""
    folded = [folder.fold(field) for field in fields]
    # What is ASCII the tokeniser splits just so; `_` is a letter to it, for the facets' sake. Alone it is a stop, so that
    # no phrase reaches from a title into a text.
    words = " _ ".join(one.replace("_", " ") if one.isascii() else " ".join(LATIN_RUN.findall(one)) for one in folded)
    return words, " ".join(chinese_tokens(one) for one in folded if not one.isascii())


def _facets(db: sqlite3.Connection, item: ItemId) -> str:
    level, story = db.execute("SELECT level, story FROM item WHERE id = ?", (item,)).fetchone()
    which, value = ("id", item) if story is None else ("story", story)
    rows = db.execute(f"SELECT {_INDEXED} FROM item WHERE {which} = ? ORDER BY lead DESC, id", (value,)).fetchall()
    return _properties(rows, level)


def _properties(rows: Iterable[About], level: int) -> str:
    """What goes into the column of properties."""
    facets: list[str] = []
    for source, publisher, doc_type, topics, langs, ref, labels in rows:
        facets += [
            facet("src", source),
            facet("src", publisher),
            facet("type", doc_type),
            facet("level", _LEVELS[level]),
        ]
        facets += [label_facet(label) for label in (*topics.split(), *labels.split())]
        facets += [facet("lang", lang) for lang in langs.split()]
        facets += ["lang_zh"] if "zh" in langs else []
        facets += [facet("ref", ref)] if ref else []
    return " ".join(dict.fromkeys(facets))


def _indexed(db: sqlite3.Connection, item: ItemId) -> tuple[str, str, str] | None:
    found: tuple[str, str, str] | None = db.execute(
        "SELECT words, bigrams, facets FROM item_index WHERE item_id = ?", (item,)
    ).fetchone()
    return found


def _put(db: sqlite3.Connection, item: ItemId, new: tuple[str, str, str] | None) -> None:
    old = _indexed(db, item)
    if old == new:
        return
    if old is not None and new is not None and old[:2] == new[:2]:
        _put_facets(db, item, old[2], new[2])
        return
    if old is not None:
        db.execute(_TAKE_OUT, (item, *old))
    if new is None:
        db.execute("DELETE FROM item_index WHERE item_id = ?", (item,))
        return
    db.execute("INSERT OR REPLACE INTO item_index VALUES (?, ?, ?, ?)", (item, *new))
    db.execute(_PUT_IN, (item, *new))


def _put_facets(db: sqlite3.Connection, item: ItemId, old: str, new: str) -> None:
    """Only the properties go out of the index and into it: a fifth of the time that the texts take with them.

    A property holds a `_` and something else, which no word of a text does: the entries of the texts stay what they are.
    """
    db.execute("UPDATE item_index SET facets = ? WHERE item_id = ?", (new, item))
    db.execute(_TAKE_OUT, (item, "", "", old))
    db.execute(_PUT_IN, (item, "", "", new))
