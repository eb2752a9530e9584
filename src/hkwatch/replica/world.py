# SPDX-License-Identifier: MIT
"""What the imitated publishers have published: the items, and which of them are out at a given instant."""

import threading
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
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

    `number` is its date and the day's serial, `20250219-3`; `titles` as in OfficialItem; `bodies` holds the paragraphs
    of its page by language.
    """

    number: str
    titles: Mapping[str, str]
    issued_at: datetime
    bodies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def paragraphs(self, lang: str) -> tuple[str, ...]:
        """The text of its page; without one of its own it says what the title says."""
        if lang in self.bodies:
            return self.bodies[lang]
        title = self.titles[lang]
        if lang == "en":
            return (
                f"The Hong Kong Monetary Authority today issued the following: {title}.",
                "The details are in the annex.",
            )
        return (f"香港金融管理局今日公布：{title}。", "詳情載於附件。" if lang == "tc" else "详情载于附件。")


@dataclass(frozen=True, slots=True)
class RthkItem:
    """A news flash of RTHK.

    `lang` is `en` or `tc`; `text` is plain, its paragraphs parted by an empty line; `desk` is `finance` or `local`.
    """

    number: int
    title: str
    text: str
    issued_at: datetime
    lang: str = "en"
    desk: str = "finance"


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An item of a feed that is known by its name (`coindesk`, `gia-en`, `hkma-circulars`).

    `text` is plain, its paragraphs parted by an empty line; `number` and `slug` make its address and guid where it has
    no `link` of its own.
    """

    feed: str
    number: int
    slug: str
    title: str
    text: str
    issued_at: datetime
    link: str = ""
    author: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Circular:
    """A circular of the SFC. `path` is the middle of its address, `kind` the SFC's number of its subject.

    `bodies` holds its paragraphs by language; `is_pdf_only` = they stand in its PDF and nowhere else.
    """

    ref: str
    titles: Mapping[str, str]
    issued_at: datetime
    path: str = "circular"
    kind: int = 110
    appendices: tuple[str, ...] = ()
    bodies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_pdf_only: bool = False

    def paragraphs(self, lang: str) -> tuple[str, ...]:
        """Its text; without one of its own it says what the title says."""
        if lang in self.bodies:
            return self.bodies[lang]
        title = self.titles[lang]
        if lang == "en":
            return (f"This circular is about the following: {title}.", "Questions may be sent to the case officer.")
        return (f"本通函的主題：{title}。", "如有查詢，請聯絡個案主任。")


@dataclass(frozen=True, slots=True)
class Consultation:
    """A consultation of the SFC. `deadline` was announced, `extended` is set where it was put off, `extended_at` when that
    was told; None = from the beginning.
    """

    ref: str
    titles: Mapping[str, str]
    issued_at: datetime
    deadline: date
    extended: date | None = None
    conclusion_ref: str = ""
    concluded_at: datetime | None = None
    extended_at: datetime | None = None

    def closes_on(self, now: datetime) -> date:
        """The last day that holds at `now`."""
        is_known = self.extended_at is None or self.extended_at <= now
        return self.extended if self.extended is not None and is_known else self.deadline


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One row of a public register. `list` as hkwatch's registers name it; `day` None = not stated.

    On the alert list `platform` is the kind of warning.
    """

    list: str
    name_en: str
    name_zh: str = ""
    platform: str = ""
    ce: str = ""
    day: date | None = None
    deemed: bool = False


@dataclass(frozen=True, slots=True)
class RegisterState:
    """A public register as it reads from `at` on. `updated` is the date that its page states."""

    register: str
    at: datetime
    lines: tuple[RegisterLine, ...]
    updated: date | None = None

    def on(self, name: str) -> tuple[RegisterLine, ...]:
        """The rows of one list."""
        return tuple(line for line in self.lines if line.list == name)


Item: TypeAlias = OfficialItem | HkmaItem | RthkItem | FeedItem | Circular | Consultation


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
        self._feeds: dict[str, list[FeedItem]] = {}
        self._circulars: list[Circular] = []
        self._consultations: list[Consultation] = []
        self._registers: dict[str, list[RegisterState]] = {}
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
            elif isinstance(item, RthkItem):
                insort(self._rthk, item, key=_issued)
            elif isinstance(item, FeedItem):
                insort(self._feeds.setdefault(item.feed, []), item, key=_issued)
            elif isinstance(item, Circular):
                insort(self._circulars, item, key=_issued)
            else:
                insort(self._consultations, item, key=_issued)

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

    def feed(self, name: str, now: datetime) -> list[FeedItem]:
        """The items of a feed out at `now`, newest first."""
        with self._lock:
            items = self._feeds.get(name, [])
            return items[: bisect_right(items, now, key=_issued)][::-1]

    def circulars(self, now: datetime) -> list[Circular]:
        """The SFC circulars out at `now`, newest first."""
        with self._lock:
            return self._circulars[: bisect_right(self._circulars, now, key=_issued)][::-1]

    def consultations(self, now: datetime) -> list[Consultation]:
        """The SFC consultations out at `now`, newest first."""
        with self._lock:
            return self._consultations[: bisect_right(self._consultations, now, key=_issued)][::-1]

    def set_register(self, state: RegisterState) -> None:
        """Let a register read so from the state's time on."""
        with self._lock:
            self._revision += 1
            insort(self._registers.setdefault(state.register, []), state, key=lambda one: one.at)

    def register(self, name: str, now: datetime) -> RegisterState | None:
        """How a register reads at `now`; None for one that never was set."""
        with self._lock:
            states = [state for state in self._registers.get(name, []) if state.at <= now]
        return states[-1] if states else None

    def rthk(self, lang: str, now: datetime, desk: str = "finance") -> list[RthkItem]:
        """The RTHK flashes of a desk in `lang` out at `now`, newest first."""
        with self._lock:
            out = self._rthk[: bisect_right(self._rthk, now, key=_issued)]
        return [item for item in reversed(out) if item.lang == lang and item.desk == desk]

    def everything(self, now: datetime) -> list[Item]:
        """All items out at `now`, oldest first."""
        with self._lock:
            items: list[Item] = [*self._official, *self._hkma, *self._rthk, *self._circulars, *self._consultations]
            items += [item for feed in self._feeds.values() for item in feed]
        return sorted((item for item in items if item.issued_at <= now), key=_issued)
