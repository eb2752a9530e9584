# SPDX-License-Identifier: MIT
"""How often each host was asked, by whatever asks, and when last: one value, as it is small and always read whole."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.order import from_ms, to_ms
from hkwatch.store.db import get_meta, set_meta

_KEY = "hosts-asked"
_MOST = 500
"""So many hosts are kept; those asked longest ago leave first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Requests to one host, or connections to it, and the last of them."""

    count: int
    last_at: datetime


def read(db: sqlite3.Connection) -> dict[str, Asked]:
    """Every host that was counted."""
    stored = json.loads(get_meta(db, _KEY) or "{}")
    return {str(host): Asked(int(count), from_ms(int(last))) for host, (count, last) in stored.items()}


def add(db: sqlite3.Connection, fresh: Mapping[str, Asked]) -> None:
    """Add to what was counted before."""
    known = read(db)
    for host, one in fresh.items():
        before = known.get(host)
        known[host] = one if before is None else Asked(before.count + one.count, max(before.last_at, one.last_at))
    newest = sorted(known.items(), key=lambda pair: pair[1].last_at, reverse=True)[:_MOST]
    set_meta(db, _KEY, json.dumps({host: [one.count, to_ms(one.last_at)] for host, one in sorted(newest)}))
