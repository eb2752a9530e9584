# SPDX-License-Identifier: MIT
"""What items say happened to licences: written with an item's flags, read by item."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hkwatch.domain.ids import ItemId
from hkwatch.domain.licence_event import Happening, LicenceEvent, Licensee, Regime

_COLUMNS = "item_id, event, firm, ce, entity, regime, hk"

StoredRow = tuple[str, str, str, str, str, int]
"""Event, firm, central number, entity, regime and whether it is Hong Kong's: all that is stored, but for the item."""


@dataclass(frozen=True, slots=True)
class LicenceRow:
    """One firm's event as one item tells it; `firm`, `ce`, `entity` empty and `regime` None where not stated."""

    item: ItemId
    event: Happening
    firm: str
    ce: str
    entity: str
    regime: Regime | None
    hk: bool


def put(db: sqlite3.Connection, item: ItemId, rows: Sequence[StoredRow]) -> None:
    """Replace what is stored of an item's event by what `stored_form` gave; inside the caller's transaction."""
    db.execute("DELETE FROM licence_event WHERE item_id = ?", (item,))
    db.executemany(
        "INSERT INTO licence_event (item_id, n, event, firm, ce, entity, regime, hk) VALUES (?,?,?,?,?,?,?,?)",
        [(item, n, *row) for n, row in enumerate(rows)],
    )


def stored_form(event: LicenceEvent | None) -> tuple[StoredRow, ...]:
    """An event as it is stored."""
    if event is None:
        return ()
    regime = event.regime.value if event.regime is not None else ""
    return tuple(
        (event.event.value, one.firm, one.ce, one.entity, regime, int(event.hk))
        for one in event.firms or (Licensee(""),)
    )


def stored_of(db: sqlite3.Connection, items: Sequence[ItemId]) -> dict[ItemId, tuple[StoredRow, ...]]:
    """What is stored of the events of these items, by item; those without one are left out."""
    found: dict[ItemId, tuple[StoredRow, ...]] = {}
    for item, *row in db.execute(
        f"SELECT {_COLUMNS} FROM licence_event WHERE item_id IN (SELECT value FROM json_each(?)) ORDER BY item_id, n",
        (json.dumps(items),),
    ):
        event, firm, ce, entity, regime, hk = row
        found[ItemId(item)] = (*found.get(ItemId(item), ()), (event, firm, ce, entity, regime, hk))
    return found


def of_item(db: sqlite3.Connection, item: ItemId) -> LicenceEvent | None:
    """What an item says, without places in the text (0, 0); None where it tells no event."""
    rows = _rows(db.execute(f"SELECT {_COLUMNS} FROM licence_event WHERE item_id = ? ORDER BY n", (item,)))
    if not rows:
        return None
    first = rows[0]
    firms = tuple(Licensee(row.firm, row.ce, row.entity) for row in rows if row.firm)
    return LicenceEvent(first.event, firms, first.regime, first.hk, 0, 0)


def _rows(values: Iterable[tuple[int, str, str, str, str, str, int]]) -> tuple[LicenceRow, ...]:
    return tuple(
        LicenceRow(ItemId(item), Happening(event), firm, ce, entity, Regime(regime) if regime else None, bool(hk))
        for item, event, firm, ce, entity, regime, hk in values
    )
