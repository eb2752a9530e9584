# SPDX-License-Identifier: MIT
"""Rows for tests of the inbox: true public facts, or invented firms where someone is blamed."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType, ItemState, Level, Precision
from hkwatch.domain.rows import InboxRow

HKT = timezone(timedelta(hours=8))
NOW = datetime(2025, 2, 19, 17, 8, tzinfo=HKT).astimezone(UTC)
NAMES = {"sfc": "SFC", "hkma": "HKMA", "rthk": "RTHK"}


def hkt(day: int, hour: int, minute: int, month: int = 2) -> datetime:
    """A moment of 2025 on Hong Kong's clock."""
    return datetime(2025, month, day, hour, minute, tzinfo=HKT).astimezone(UTC)


def make_row(at: datetime, title: str = "ASPIRe roadmap: twelve initiatives", **other: Any) -> InboxRow:
    """A new High policy item of the SFC, with anything else as asked."""
    values: dict[str, Any] = {
        "id": ItemId(int(at.timestamp() * 1000) * 1024),
        "sort_at": at,
        "published_at": at,
        "precision": Precision.MINUTE,
        "first_seen_at": at,
        "title": title,
        "lang": "en",
        "publisher": "sfc",
        "doc_type": DocType.POLICY,
        "level": Level.HIGH,
        "state": ItemState.NEW,
        "starred": False,
        "acknowledged": False,
        "archived": False,
        "flagged": True,
        "ref": "25PR20",
        "langs": ("en",),
        "sources_count": 1,
        "revision": 1,
        "needs_ack": False,
        "summary": "",
    }
    return InboxRow(**{**values, **other})


def two_days() -> list[InboxRow]:
    """Three items of 19 February and two of the 18th, newest first."""
    return [
        make_row(hkt(19, 16, 41), "example.test poses as a licensed platform", needs_ack=True),
        make_row(hkt(19, 14, 18)),
        make_row(hkt(19, 11, 22), "Financial Secretary on Web3", publisher="rthk", state=ItemState.SEEN),
        make_row(hkt(18, 20, 23), "Name checks on every transfer", publisher="hkma", state=ItemState.SEEN),
        make_row(hkt(18, 12, 26), "The regime stays under review", state=ItemState.READ),
    ]
