# SPDX-License-Identifier: MIT
"""What the journal says of each alert that fired: when, whether it was told, seen and acknowledged."""

import json
from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.audit import ItemAudit, item_audit
from hkwatch.domain.ids import ItemId
from hkwatch.services.inbox import InboxReader


@dataclass(frozen=True, slots=True)
class FiringLine:
    """A firing in a report. In `audit`, `published` is when it fired and `first_seen` when that was stored.

    `item` is the firing's item in the inbox, None without one; what was done with it counts for the firing too.
    """

    firing: int
    alert: str
    level: str
    price_usd: str
    title: str
    audit: ItemAudit
    item: ItemId | None = None


def firing_lines(reader: InboxReader, upto: int, since: datetime | None) -> tuple[FiringLine, ...]:
    """All firings that the journal knows of up to an entry, newest first; `since` None = from its beginning on.

    Raises StoreError.
    """
    lines = []
    found = reader.journal_of_firings(upto)
    facts = {firing: json.loads(entries[0].detail) for firing, entries in found.items()}
    items = tuple(ItemId(one["item"]) for one in facts.values() if isinstance(one.get("item"), int))
    of_items = reader.journal_of(items, upto) if items else {}
    for firing in sorted(found, reverse=True):
        said = facts[firing]
        item = ItemId(said["item"]) if isinstance(said.get("item"), int) else None
        others = [] if item is None else [of_items.get(item, [])]
        # An own number of the firing: it is no item.
        audit = item_audit(firing, found[firing], others)
        if since is None or (audit.published is not None and audit.published >= since):
            alert, level, price, title = (str(said.get(name, "")) for name in ("alert", "level", "price_usd", "title"))
            lines.append(FiringLine(firing, alert, level, price, title, audit, item))
    return tuple(lines)
