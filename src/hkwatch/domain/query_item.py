# SPDX-License-Identifier: MIT
"""An item as queries see it: its texts, and the facts that are known of it."""

from dataclasses import dataclass
from datetime import date, datetime

from hkwatch.domain.entities import Entity
from hkwatch.domain.flags import Reason
from hkwatch.domain.item import DocType, ItemState, Level


@dataclass(frozen=True, slots=True)
class QueryText:
    """An item in one language."""

    lang: str
    title: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class QueryItem:
    """All that a query may look at. Times are aware UTC; `published_at` None where the source states none.

    `publisher` and `source` are ids. `price_usd` is bitcoin's price when the item was first seen, the other two what it
    was an hour and a day later; None = not known (yet). `has_pdf`: an address in it ends in `.pdf`. `labels` are names that
    the user's own rules gave it, `firms` those it names. `closes_on` is the last Hong Kong day of its deadline, None without
    one; `is_concluded`: conclusions are out.
    """

    texts: tuple[QueryText, ...]
    first_seen_at: datetime
    published_at: datetime | None = None
    source: str = ""
    publisher: str = ""
    doc_type: DocType = DocType.MEDIA
    topics: tuple[str, ...] = ()
    level: Level = Level.NORMAL
    langs: tuple[str, ...] = ()
    ref: str = ""
    reasons: tuple[Reason, ...] = ()
    state: ItemState = ItemState.NEW
    starred: bool = False
    acked: bool = False
    needs_ack: bool = False
    archived: bool = False
    flagged: bool = False
    revision: int = 1
    note: str = ""
    has_pdf: bool = False
    closes_on: date | None = None
    is_concluded: bool = False
    price_usd: float | None = None
    price_1h_usd: float | None = None
    price_24h_usd: float | None = None
    muted: bool = False
    labels: tuple[str, ...] = ()
    firms: tuple[Entity, ...] = ()
