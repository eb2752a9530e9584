# SPDX-License-Identifier: MIT
"""What the engine reports, in past tense. Services emit these; `link/` puts them on the wire; the desktop reads them back."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from hkwatch.domain.alerts import AlertSpec, AlertState, Firing
from hkwatch.domain.channel_commands import ChannelEvent
from hkwatch.domain.ids import AlertId, CommandId, GapId, ItemId, NoticeId, PublisherId, SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.own_source import NO_OPTIONS, FoundSource, SourceOptions
from hkwatch.domain.pictures import FetchedPicture
from hkwatch.domain.price import PriceState
from hkwatch.domain.rule_commands import RuleEvent
from hkwatch.domain.saved_search import SearchesChanged


class WatchState(StrEnum):
    """What the watch as a whole is doing."""

    STARTING = "starting"
    WATCHING = "watching"
    CATCHING_UP = "catching-up"
    OFFLINE = "offline"
    PAUSED = "paused"
    STOPPED = "stopped"


class SourceState(StrEnum):
    """How one source does. UNCHECKED = never answered yet, which is no failure at first start.

    QUIET and MOVED answer: one is silent for longer than usual, the other from a new address. BLOCKED and
    FORMAT_CHANGED fail like FAILING, for a reason that a pause alone will hardly mend.
    """

    OK = "ok"
    QUIET = "quiet"
    MOVED = "moved"
    FAILING = "failing"
    BLOCKED = "blocked"
    FORMAT_CHANGED = "format-changed"
    OFFLINE = "offline"
    UNCHECKED = "unchecked"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """One source as the user may see it. `error` and `next_step` are empty while it answers; `next_at` None while off."""

    source: SourceId
    name_en: str
    name_zh_hant: str
    name_zh_hans: str
    publisher: PublisherId
    official: bool
    state: SourceState
    last_ok_at: datetime | None = None
    failing_since: datetime | None = None
    next_at: datetime | None = None
    http_status: int | None = None
    error_key: str = ""
    error: str = ""
    next_step: str = ""
    items: int = 0
    url: str = ""
    polls: int = 0
    """How many of the last polls are known, at most 50; `good_polls` of them went well."""
    good_polls: int = 0
    quiet_since: datetime | None = None
    """The last item's time, where the silence since then is longer than usual."""
    moved_to: str = ""
    """The address that the server says is the new one; empty where none is proposed. `moved_seen`: how often it did."""
    moved_seen: int = 0
    moved_from: str = ""
    """The address that was left for the one in use, where the user may go back to it."""
    options: SourceOptions = NO_OPTIONS
    own: bool = False
    """The user added it."""
    folder: str = ""
    """OPML folders of a source of the user's own, joined by ` / `."""
    terms: str = ""
    """What the publisher asks of its readers; empty where nothing needs saying."""
    interval_min: float = 0.0
    """Minutes between two polls now, 0 while it is off."""
    new_today: int = 0
    """Items first seen since midnight in Hong Kong."""
    publisher_short_en: str = ""
    """The publisher's badge: `SFC`, `example.test`. Here because a source may be added while the desktop runs."""
    publisher_short_zh_hant: str = ""
    publisher_short_zh_hans: str = ""

    @property
    def is_failing(self) -> bool:
        """Whether the last answer was none or of no use, and the source is to blame."""
        return self.state in (SourceState.FAILING, SourceState.BLOCKED, SourceState.FORMAT_CHANGED)

    @property
    def is_good(self) -> bool:
        """Whether the last answer was of use."""
        return self.state in (SourceState.OK, SourceState.QUIET, SourceState.MOVED)


@dataclass(frozen=True, slots=True)
class Gap:
    """A span in which something may be missing. `kind` is `source`, `prices` or `asleep`; `source` empty for the last two."""

    id: GapId
    kind: str
    source: str
    start: datetime
    end: datetime
    state: str


@dataclass(frozen=True, slots=True)
class EngineReady:
    """The database is open at this schema; the desktop may open it for reading."""

    schema: int
    pid: int


@dataclass(frozen=True, slots=True)
class WatchStatusChanged:
    """The whole truth for the status bar, rail and tray. `progress` counts sources asked in the running sweep."""

    state: WatchState
    checked_at: datetime | None
    next_source: SourceId | None
    next_at: datetime | None
    sources: tuple[SourceHealth, ...]
    gaps: tuple[Gap, ...]
    offline_since: datetime | None = None
    paused_until: datetime | None = None
    progress: tuple[int, int] | None = None
    backfill: tuple[int, int] | None = None
    notices_by: str = ""
    """Who shows notifications: a daemon's name, or empty with `notices_problem` saying why none can."""
    notices_problem: str = ""
    maybe_not_shown: int = 0
    """Notices that were being handed over when the engine died; listed in the Away view, never popped again."""
    saving: str = ""
    """Why polling is slower now: `battery`, `metered`, both joined by a blank, or empty."""
    quiet: str = ""
    """Why notices are held back (`by-hand`, `hours`, `do-not-disturb`, `full-screen`, `locked`), empty while they are not."""
    quiet_until: datetime | None = None
    """When that ends; None where nobody can say."""
    clock_ahead_s: int | None = None
    """Whole seconds by which this computer's clock is ahead of the servers', negative behind; None while it is not known."""


@dataclass(frozen=True, slots=True)
class ItemsAdded:
    """New items are stored. `back` = back catalogue: stored as read, never told."""

    ids: tuple[ItemId, ...]
    back: bool


@dataclass(frozen=True, slots=True)
class ItemsChanged:
    """Stored items have another text, flag or user state."""

    ids: tuple[ItemId, ...]


@dataclass(frozen=True, slots=True)
class Resync:
    """Too much happened to list; read the pages again."""


@dataclass(frozen=True, slots=True)
class VenueView:
    """One venue in the latest consensus. `kept` False with the reason in `why` (stale, excluded, error text).

    `price` is in `currency`; `price_usd` None where it cannot be converted; `deviation` = price ÷ consensus − 1. `votes` False
    = shown only; `licensed_hk` = by the regulator in Hong Kong.
    """

    venue: str
    name: str
    price: Decimal | None
    at: datetime | None
    kept: bool
    why: str = ""
    currency: str = "USD"
    price_usd: Decimal | None = None
    deviation: Decimal | None = None
    licensed_hk: bool = False
    votes: bool = True


@dataclass(frozen=True, slots=True)
class PriceChanged:
    """The consensus price. `price_usd` is the last good value when `state` is stale, None before the first one.

    `change_24h` is a fraction (0.007 = +0.7 %), None without a bar that old. `as_of` is when the value held.
    `fx_rate` is HK$ per US$; `fx_source` names who states it, `fx_as_of` the date it holds for, None if not stated.
    """

    asset: str
    at: datetime
    price_usd: Decimal | None
    as_of: datetime | None
    state: PriceState
    venues: tuple[VenueView, ...]
    dispersion: Decimal | None = None
    change_24h: Decimal | None = None
    fx_rate: Decimal | None = None
    fx_source: str = ""
    fx_as_of: datetime | None = None
    bar_at: datetime | None = None
    """Start of the minute bar this tick went into."""


@dataclass(frozen=True, slots=True)
class AlertView:
    """An alert with its state, for lists."""

    spec: AlertSpec
    state: AlertState


@dataclass(frozen=True, slots=True)
class AlertsChanged:
    """All alerts, after any of them changed."""

    alerts: tuple[AlertView, ...]


@dataclass(frozen=True, slots=True)
class AlertFired:
    """An alert fired; the row is stored. `told` False when the cooldown held the pop-up back."""

    firing: Firing


@dataclass(frozen=True, slots=True)
class NoticeActivated:
    """The user clicked a notification. `activation_token` lets the window rise on Wayland, empty elsewhere."""

    notice_id: NoticeId
    action: str
    item_ids: tuple[ItemId, ...]
    alert_id: AlertId | None
    activation_token: str = ""


@dataclass(frozen=True, slots=True)
class NoticeWanted:
    """Please show this: the engine has no notification daemon of its own here."""

    notice_id: NoticeId
    title: str
    body: str
    level: Level
    sound: str = ""
    """The name of what is heard (`none` = nothing), empty = what the level has."""


@dataclass(frozen=True, slots=True)
class BeepWanted:
    """Please beep: a sound is due and nothing here plays files."""


@dataclass(frozen=True, slots=True)
class CommandDone:
    """The engine carried a command out; `error` is empty, or says what went wrong and what to do."""

    command_id: CommandId
    error: str = ""


@dataclass(frozen=True, slots=True)
class NewestKnown:
    """What `AskNewest` led to. `version` is empty where `error` says, with the next step, why it is not known."""

    command_id: CommandId
    version: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class SourcesFound:
    """What `FindSources` led to, in the order it was pasted. `error` is empty unless the whole text was of no use."""

    command_id: CommandId
    found: tuple[FoundSource, ...]
    error: str = ""


@dataclass(frozen=True, slots=True)
class SourcesAdded:
    """How many sources `AddSources` added and how many were watched already."""

    command_id: CommandId
    added: tuple[SourceId, ...]
    known: int


@dataclass(frozen=True, slots=True)
class BodyRead:
    """What a source answered last: at most 200,000 characters of it; `error` says why there is none."""

    command_id: CommandId
    source: SourceId
    at: datetime | None
    text: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class PicturesFetched:
    """What came of `FetchPictures`, one for each address it named."""

    command_id: CommandId
    pictures: tuple[FetchedPicture, ...]


@dataclass(frozen=True, slots=True)
class EngineFailed:
    """The engine cannot run; `key` names why (`locked`, `newer-database`, `damaged`), `exit_code` what it ends with."""

    key: str
    detail: str
    next_step: str
    exit_code: int


@dataclass(frozen=True, slots=True)
class EngineFinished:
    """Everything is flushed and closed."""


Event = (
    EngineReady
    | WatchStatusChanged
    | ItemsAdded
    | ItemsChanged
    | Resync
    | PriceChanged
    | AlertsChanged
    | AlertFired
    | NoticeActivated
    | NoticeWanted
    | BeepWanted
    | CommandDone
    | NewestKnown
    | SourcesFound
    | SourcesAdded
    | BodyRead
    | PicturesFetched
    | EngineFailed
    | EngineFinished
    | RuleEvent
    | SearchesChanged
    | ChannelEvent
)
