# SPDX-License-Identifier: MIT
"""What the imitated publishers have published: the items, and which of them are out at a given instant."""

import threading
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import TypeAlias

from hkwatch.replica.prices import PricePath

#: The Hong Kong dollar's middle value, quoted when a world states no other rate.
PEG_MIDDLE = Decimal("7.80")


@dataclass(frozen=True, slots=True)
class Text:
    """One language of a release: its title and its body as HTML."""

    title: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class OfficialItem:
    """A release of the SFC.

    `texts` is keyed `en`, `tc`, `sc`; a language that is missing is not published. `issued_at` and
    `modified_at` are aware. From `modified_at` on the release shows its later time and, where `edited`
    holds a language, that text. `news_type` is `EF` for enforcement and `GN` for all else; `category` is
    corporate, enforcement or other; `targets` names the firms or people an enforcement release is about.
    """

    ref: str
    texts: Mapping[str, Text]
    issued_at: datetime
    publisher: str = "sfc"
    modified_at: datetime | None = None
    edited: Mapping[str, Text] = field(default_factory=dict)
    news_type: str = "GN"
    category: str = "other"
    targets: tuple[str, ...] = ()
    appendices: tuple[str, ...] = ()

    def text(self, lang: str, now: datetime) -> Text | None:
        """The text in `lang` as it stands at `now`; None if the release is not published in it."""
        if self.is_edited(now) and lang in self.edited:
            return self.edited[lang]
        return self.texts.get(lang)

    def is_edited(self, now: datetime) -> bool:
        """Whether the later edit has happened by `now`."""
        return self.modified_at is not None and self.modified_at <= now


@dataclass(frozen=True, slots=True)
class HkmaItem:
    """A press release of the HKMA.

    `number` is its date and the day's serial, `20250219-3`; `titles` as in OfficialItem.
    """

    number: str
    titles: Mapping[str, str]
    issued_at: datetime


@dataclass(frozen=True, slots=True)
class RthkItem:
    """A news flash of RTHK.

    `lang` is `en` or `tc`; `text` is plain, its paragraphs parted by an empty line.
    """

    number: int
    title: str
    text: str
    issued_at: datetime
    lang: str = "en"


Item: TypeAlias = OfficialItem | HkmaItem | RthkItem


def _issued(item: Item) -> datetime:
    return item.issued_at


class World:
    """Everything the replica can answer with.

    Safe to publish into from another thread while the server runs.
    """

    def __init__(
        self,
        items: Iterable[Item] = (),
        prices: PricePath | None = None,
        usd_hkd: Decimal = PEG_MIDDLE,
    ) -> None:
        self.prices = prices if prices is not None else PricePath({})
        self.usd_hkd = usd_hkd
        self._lock = threading.Lock()
        self._official: list[OfficialItem] = []
        self._hkma: list[HkmaItem] = []
        self._rthk: list[RthkItem] = []
        self._revision = 0
        for item in items:
            self.publish(item)

    @property
    def revision(self) -> int:
        """Grows with every `publish`; with the number of visible items it keys a rendered feed."""
        return self._revision

    def publish(self, item: Item) -> None:
        """Add one item.

        It becomes visible at its `issued_at`. A release with the same reference is replaced.
        """
        if item.issued_at.tzinfo is None:
            raise ValueError(f"{item!r}: issued_at has no time zone")
        with self._lock:
            self._revision += 1
            if isinstance(item, OfficialItem):
                self._official = [old for old in self._official if old.ref != item.ref]
                insort(self._official, item, key=_issued)
            elif isinstance(item, HkmaItem):
                insort(self._hkma, item, key=_issued)
            else:
                insort(self._rthk, item, key=_issued)

    def official(self, now: datetime) -> list[OfficialItem]:
        """The SFC releases out at `now`, newest first."""
        with self._lock:
            return self._official[: bisect_right(self._official, now, key=_issued)][::-1]

    def official_by_ref(self, ref: str, now: datetime) -> OfficialItem | None:
        """The SFC release with this reference, if it is out at `now`."""
        return next((item for item in self.official(now) if item.ref == ref), None)

    def hkma(self, now: datetime, since: datetime | None = None) -> list[HkmaItem]:
        """The HKMA releases out at `now`, newest first; none issued before `since`."""
        with self._lock:
            end = bisect_right(self._hkma, now, key=_issued)
            start = bisect_left(self._hkma, since, key=_issued) if since is not None else 0
            return self._hkma[start:end][::-1]

    def rthk(self, lang: str, now: datetime) -> list[RthkItem]:
        """The RTHK flashes in `lang` out at `now`, newest first."""
        with self._lock:
            out = self._rthk[: bisect_right(self._rthk, now, key=_issued)]
        return [item for item in reversed(out) if item.lang == lang]

    def everything(self, now: datetime) -> list[Item]:
        """All items out at `now`, oldest first."""
        with self._lock:
            items: list[Item] = [*self._official, *self._hkma, *self._rthk]
        return sorted((item for item in items if item.issued_at <= now), key=_issued)
