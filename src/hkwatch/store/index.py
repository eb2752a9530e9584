# SPDX-License-Identifier: MIT
"""The search index: which words an item is found by. How a query becomes SQL is in `plan.py`.

Three columns: Latin words; overlapping Chinese character pairs, so that 牌照 is found without a dictionary; and words
for source, type, label and language, because filtering a rare source row by row is slow in a large table.
"""

import sqlite3

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.query_values import slug
from hkwatch.domain.query_words import CJK_RUN, LATIN_RUN

_LEVELS = ("low", "normal", "high", "critical")


def chinese_tokens(folded: str) -> str:
    """Pairs of each run, then the run's last character alone (a lone character is found too), then a stop between runs."""
    tokens: list[str] = []
    for run in CJK_RUN.findall(folded):
        tokens.extend(run[i : i + 2] for i in range(len(run) - 1))
        tokens.extend((run[-1], "_"))
    return " ".join(tokens)


def facet(kind: str, value: str) -> str:
    """One word for one property: `src_sfc_press_en`."""
    return f"{kind}_{slug(value)}"


def index_item(db: sqlite3.Connection, item: ItemId, folder: Folder) -> None:
    """Index an item's stored texts anew; inside the caller's transaction."""
    row = db.execute(
        "SELECT source, publisher, doc_type, topics, level, langs, ref FROM item WHERE id = ?", (item,)
    ).fetchone()
    source, publisher, doc_type, topics, level, langs, ref = row
    texts = db.execute("SELECT title, text FROM item_text WHERE item_id = ?", (item,)).fetchall()
    folded = [folder.fold(field) for texts_of_one in texts for field in texts_of_one]
    facets = [
        facet("src", source),
        facet("src", publisher),
        facet("type", doc_type),
        facet("level", _LEVELS[level]),
    ]
    facets += [facet("label", topic) for topic in topics.split()]
    facets += [facet("lang", lang) for lang in langs.split()]
    facets += ["lang_zh"] if "zh" in langs else []
    facets += [facet("ref", ref)] if ref else []
    # What is ASCII the tokeniser splits just so; `_` is a letter to it, for the facets' sake. Alone it is a stop, so that
    # no phrase reaches from a title into a text.
    words = " _ ".join(one.replace("_", " ") if one.isascii() else " ".join(LATIN_RUN.findall(one)) for one in folded)
    new = (words, " ".join(chinese_tokens(one) for one in folded if not one.isascii()), " ".join(facets))
    old = db.execute("SELECT words, bigrams, facets FROM item_index WHERE item_id = ?", (item,)).fetchone()
    if old == new:
        return
    if old is not None:
        db.execute(
            "INSERT INTO item_fts (item_fts, rowid, words, bigrams, facets) VALUES ('delete', ?, ?, ?, ?)",
            (item, *old),
        )
    db.execute("INSERT OR REPLACE INTO item_index VALUES (?, ?, ?, ?)", (item, *new))
    db.execute("INSERT INTO item_fts (rowid, words, bigrams, facets) VALUES (?, ?, ?, ?)", (item, *new))
