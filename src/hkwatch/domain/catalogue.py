# SPDX-License-Identifier: MIT
"""The typed rows of the catalogue: publishers, sources, price venues, exchange-rate services.

Read from TOML by `sources/catalogue.py`; users may add rows of the same shape in their config folder.
"""

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum

from hkwatch.domain.ids import PublisherId, SourceId, VenueId
from hkwatch.domain.own_source import Choice


class Kind(StrEnum):
    """How a source answers."""

    RSS = "rss"
    API = "api"
    REGISTER = "register"


class Status(StrEnum):
    """How well a row is known: seen = captured answers, tested = others had good answers, stated, inferred = a guess."""

    SEEN = "seen"
    TESTED = "tested"
    STATED = "stated"
    INFERRED = "inferred"


class Keep(StrEnum):
    """How much of an item may be kept: the whole text, the summary, or title and link only."""

    FULL = "full"
    SUMMARY = "summary"
    TITLE_LINK = "title_link"


class Role(StrEnum):
    """What a publisher is; it decides whether its word is an act or a report."""

    REGULATOR = "regulator"
    GOVERNMENT = "government"
    EXCHANGE = "exchange"
    MEDIA = "media"


@dataclass(frozen=True, slots=True)
class Names:
    """One name in the three interface languages. `zh_hant` and `zh_hans` fall back to `en` when a file leaves them out."""

    en: str
    zh_hant: str
    zh_hans: str

    def in_language(self, language: str) -> str:
        """`language` is `en`, `zh-Hant` or `zh-Hans`; anything else reads as English."""
        return {"zh-Hant": self.zh_hant, "zh-Hans": self.zh_hans}.get(language, self.en)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who speaks. `short` is the badge in the list (SFC, 證監會, 香港证监会); `in_hk`: a Hong Kong body or outlet."""

    id: PublisherId
    short: Names
    name: Names
    role: Role
    in_hk: bool


@dataclass(frozen=True, slots=True)
class PollBand:
    """Poll every `every_min` minutes between two Hong Kong times, on working days only or on all days.

    The first band that holds counts. `start` None means the whole day.
    """

    every_min: float
    start: time | None = None
    end: time | None = None
    workdays_only: bool = False


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source of items. `key` is what identifies an item in it: `ref`, `guid`, `link`, `link+title` or
    `title+date`.

    `adapter` names the reader of an API or register (`sfc-news`); feeds leave it empty. `quirks` are names that
    the readers know (`date-only`, `no-link`). `headers` are (name, value) pairs sent with each request. `terms` is what
    the publisher asks of its readers, empty where nothing needs saying. `depth` is about how many items one answer lists,
    0 where nobody counted. `origin` is the file the row came from, for error messages. `own`: the user added it, with
    `folder` as its place in an OPML file, joined by ` / `. `least_min`: the publisher asks to be polled no faster than
    every so many minutes, 0 where it states nothing. `proxy` as in `SourceOptions`.
    """

    id: SourceId
    name: Names
    kind: Kind
    url: str
    lang: str
    publisher: Publisher
    aliases: tuple[str, ...]
    poll: tuple[PollBand, ...]
    key: str
    enabled: bool
    status: Status
    quirks: frozenset[str]
    keep: Keep
    attribution: str
    adapter: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    terms: str = ""
    origin: str = ""
    own: bool = False
    folder: str = ""
    least_min: float = 0.0
    proxy: str = ""
    depth: int = 0


class VenueRole(StrEnum):
    """What a venue's answers are for.

    price = a price of an asset; conversion = what a currency is worth in US dollars, `symbols` names currencies;
    sanity = a second opinion by somebody who averages venues: never a vote.
    """

    PRICE = "price"
    CONVERSION = "conversion"
    SANITY = "sanity"


@dataclass(frozen=True, slots=True)
class VenueRow:
    """One place that quotes a price.

    `url` holds `{symbol}`; `symbols` maps an asset (`BTC`) to the venue's own name of the pair. Paths are dotted with
    `[i]` for lists and `*` for the only key. `vote` False = shown, not counted. `ok_path`/`ok_equals` and
    `error_path` find an error inside HTTP 200. `time_unit` is `s`, `ms`, `us` or `iso`; `time` empty = stamped on receipt.
    `max_age_s` is how old a quote that is only shown may be, None = as old as one that votes. `spacing_s` is the least time
    between two requests to the host. `echo` is the path of the pair's name in the answer, empty = it states none.
    """

    id: VenueId
    name: str
    url: str
    symbols: dict[str, str]
    price: str
    quote: str
    interval_s: float
    bid: str = ""
    ask: str = ""
    time: str = ""
    time_unit: str = "ms"
    vote: bool = True
    enabled: bool = True
    licensed_hk: bool = False
    error_path: str = ""
    ok_path: str = ""
    ok_equals: str = ""
    reject: tuple[str, ...] = ()
    max_age_s: float | None = None
    role: VenueRole = VenueRole.PRICE
    spacing_s: float = 0.0
    echo: str = ""
    status: Status = Status.STATED
    attribution: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class FxRow:
    """One service that states US dollar in Hong Kong dollars, in the order they are asked.

    A rate outside `low`–`high` (the peg band with a margin) is refused.
    """

    id: str
    url: str
    rate: str
    interval_min: float
    low: float
    high: float
    date: str = ""
    attribution: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All rows, shipped and the user's, checked: ids and addresses are unique. `choices` also name sources of the past."""

    publishers: dict[PublisherId, Publisher] = field(default_factory=dict)
    sources: dict[SourceId, SourceRow] = field(default_factory=dict)
    venues: dict[VenueId, VenueRow] = field(default_factory=dict)
    fx: tuple[FxRow, ...] = ()
    choices: dict[SourceId, Choice] = field(default_factory=dict)

    @property
    def assets(self) -> frozenset[str]:
        """What at least one enabled venue with a vote quotes."""
        voters = (row for row in self.venues.values() if row.enabled and row.vote and row.role is VenueRole.PRICE)
        return frozenset(asset for row in voters for asset in row.symbols)

    def source_named(self, text: str) -> SourceRow | None:
        """The row whose id, name in any language or alias is `text`, compared without case; None if there is none."""
        wanted = text.strip().casefold()
        for row in self.sources.values():
            names = (row.id, row.name.en, row.name.zh_hant, row.name.zh_hans, *row.aliases)
            if any(wanted == name.casefold() for name in names):
                return row
        return None
