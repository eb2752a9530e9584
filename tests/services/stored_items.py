# SPDX-License-Identifier: MIT
"""Items in a database, as far as reading needs them."""

import sqlite3


def put(
    db: sqlite3.Connection, ident: int, title: str, source: str = "sfc-press-en", level: int = 1, **more: object
) -> None:
    """An item with its search row, as far as reading needs them."""
    columns: dict[str, object] = {
        "id": ident,
        "identity": f"test:{ident}",
        "title": title,
        "source": source,
        "publisher": "sfc",
        "level": level,
        "doc_type": "press",
        "lang": "en",
        "langs": "en",
        "first_seen_ms": 0,
        "precision": "minute",
        "reasons": "[]",
    }
    columns.update(more)
    wanted = db.execute("SELECT name, \"notnull\", dflt_value, type FROM pragma_table_info('item')").fetchall()
    for name, required, default, kind in wanted:
        if required and default is None and name not in columns:
            columns[name] = "" if kind == "TEXT" else 0
    names = ", ".join(columns)
    marks = ", ".join("?" * len(columns))
    db.execute(f"INSERT INTO item ({names}) VALUES ({marks})", tuple(columns.values()))
