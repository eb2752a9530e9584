# SPDX-License-Identifier: MIT
"""Which firms items name, and the dictionary by which a query finds them: `entity:` and `ce:`."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hkwatch.domain.entities import Entity
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.query_firms import firm_key, keys_of
from hkwatch.domain.query_tree import Value, Word

_STORED = "SELECT f.item_id FROM item_firm f JOIN ({}) k ON k.firm = f.firm"
_TOLD = "SELECT item_id FROM licence_event WHERE entity = '' AND {}"
"""What no dictionary knows."""

StoredFirms = tuple[str, ...]
"""Ids in the dictionary, in their order."""


@dataclass(frozen=True, slots=True)
class FirmNames:
    """A firm of the dictionary for whoever looks it up: how it is shown, and all its names."""

    label: str
    names: tuple[str, ...]


def stored_form(firms: Iterable[Entity]) -> StoredFirms:
    """Firms as they are stored."""
    return tuple(sorted({firm.id for firm in firms}))


def put(db: sqlite3.Connection, item: ItemId, firms: StoredFirms) -> None:
    """Replace what is stored of the firms that an item names; inside the caller's transaction."""
    db.execute("DELETE FROM item_firm WHERE item_id = ?", (item,))
    add(db, item, firms)


def add(db: sqlite3.Connection, item: ItemId, firms: StoredFirms) -> None:
    """Store the firms that a new item names."""
    db.executemany("INSERT INTO item_firm (item_id, firm) VALUES (?,?)", [(item, firm) for firm in firms])


def stored_of(db: sqlite3.Connection, items: Sequence[ItemId]) -> dict[ItemId, StoredFirms]:
    """The firms of these items; those that name none are left out."""
    found: dict[ItemId, StoredFirms] = {}
    for item, firm in db.execute(
        "SELECT item_id, firm FROM item_firm WHERE item_id IN (SELECT value FROM json_each(?)) ORDER BY item_id, firm",
        (json.dumps(items),),
    ):
        found[ItemId(item)] = (*found.get(ItemId(item), ()), firm)
    return found


def put_dictionary(db: sqlite3.Connection, firms: Iterable[Entity], folder: Folder) -> None:
    """Write the dictionary in place of the one that is stored."""
    ordered = tuple(firms)
    rows = [(firm.id, n, firm.label, firm.ce) for n, firm in enumerate(ordered)]
    names = [(key, firm.id, name) for firm in ordered for key, name in keys_of(firm, folder).items()]
    db.execute("DELETE FROM firm")
    db.execute("DELETE FROM firm_name")
    db.executemany("INSERT INTO firm (id, n, label, ce) VALUES (?,?,?,?)", rows)
    db.executemany("INSERT INTO firm_name (key, firm, name) VALUES (?,?,?)", names)


def dictionary(db: sqlite3.Connection) -> dict[str, FirmNames]:
    """The firms that can be asked for by name, by id, in the dictionary's order."""
    names: dict[str, list[str]] = {}
    for firm, name in db.execute("SELECT firm, name FROM firm_name ORDER BY firm, length(name), name"):
        names.setdefault(firm, []).append(name)
    rows: Mapping[str, str] = dict(db.execute("SELECT id, label FROM firm ORDER BY n").fetchall())
    return {ident: FirmNames(label, tuple(names.get(ident, ()))) for ident, label in rows.items()}


def names(db: sqlite3.Connection) -> frozenset[str]:
    """All names in the dictionary, and those that only licence events tell."""
    return frozenset(
        row[0]
        for row in db.execute("SELECT name FROM firm_name UNION SELECT firm FROM licence_event WHERE entity = ''")
        if row[0]
    )


def numbers(db: sqlite3.Connection) -> frozenset[str]:
    """All central numbers in the dictionary."""
    return frozenset(row[0] for row in db.execute("SELECT ce FROM firm WHERE ce <> ''"))


def named_test(value: Value, folder: Folder) -> tuple[str, tuple[object, ...]]:
    """The rows of `item` that name a firm called so; a story is found by each of its members."""
    test, wanted = _key_test("key", value, folder)
    told, _ = _key_test("hk_firm(firm)", value, folder)
    number, _ = _key_test("lower(ce)", value, folder)
    return _of_stories(
        f"{_STORED.format(f'SELECT DISTINCT firm FROM firm_name WHERE {test}')}"
        f" UNION {_TOLD.format(f'({told} OR {number})')}",
        (wanted, wanted, wanted),
    )


def number_test(value: Value, folder: Folder) -> tuple[str, tuple[object, ...]]:
    """The rows of `item` that name a firm with this central number."""
    test, wanted = _key_test("lower(ce)", value, folder)
    return _of_stories(
        f"{_STORED.format(f'SELECT id AS firm FROM firm WHERE {test}')} UNION {_TOLD.format(test)}",
        (wanted, wanted),
    )


def _key_test(column: str, value: Value, folder: Folder) -> tuple[str, str]:
    wanted = firm_key(str(getattr(value, "text", "")), folder)
    if isinstance(value, Word) and value.is_prefix:
        return f"substr({column}, 1, {len(wanted)}) = ?", wanted
    return f"{column} = ?", wanted


def _of_stories(items: str, params: tuple[object, ...]) -> tuple[str, tuple[object, ...]]:
    # Not bound to the row that is tested, so SQLite works each out once.
    in_story = f"item.story IN (SELECT m.story FROM item m WHERE m.story IS NOT NULL AND m.id IN ({items}))"
    # `NULL IN …` is not known, which is no answer once it is negated.
    return f"(item.id IN ({items}) OR (item.story IS NOT NULL AND {in_story}))", (*params, *params)
