# SPDX-License-Identifier: MIT
"""What the user asks of the engine. Each carries an id; one sent twice acts once."""

from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.alerts import AlertSpec
from hkwatch.domain.away import AwayMark
from hkwatch.domain.channel_commands import ChannelCommand
from hkwatch.domain.ids import AlertId, CommandId, GapId, ItemId, NoticeId, SourceId
from hkwatch.domain.mark import Mark as Mark
from hkwatch.domain.own_source import NewSource, SourceOptions
from hkwatch.domain.rule_commands import RuleCommand
from hkwatch.domain.saved_search import SearchCommand


@dataclass(frozen=True, slots=True)
class MarkItems:
    """Set a mark on items. `note` belongs to an acknowledgement, empty without one, or is what NOTE sets."""

    id: CommandId
    items: tuple[ItemId, ...]
    mark: Mark
    note: str = ""


@dataclass(frozen=True, slots=True)
class UndoMarks:
    """Put back what the command `of`, a MarkItems, changed."""

    id: CommandId
    of: CommandId


@dataclass(frozen=True, slots=True)
class SplitStory:
    """The item tells of something else than its story; the others stay together."""

    id: CommandId
    item: ItemId


@dataclass(frozen=True, slots=True)
class MergeStories:
    """These items, with all in their stories, tell of one event."""

    id: CommandId
    items: tuple[ItemId, ...]


@dataclass(frozen=True, slots=True)
class UndoStories:
    """Take back what the command `of`, a split or merge, did."""

    id: CommandId
    of: CommandId


@dataclass(frozen=True, slots=True)
class SaveAlert:
    """Store an alert and arm it from the current price. `spec.id` 0 = a new one."""

    id: CommandId
    spec: AlertSpec


@dataclass(frozen=True, slots=True)
class RemoveAlert:
    """Remove an alert; its firings stay in the log."""

    id: CommandId
    alert: AlertId


@dataclass(frozen=True, slots=True)
class RestoreAlert:
    """Bring a removed alert back, with its state and its log; one that was not removed stays as it is."""

    id: CommandId
    alert: AlertId


@dataclass(frozen=True, slots=True)
class TryAlert:
    """Tell an alert as if it fired now, marked as a test; nothing is logged."""

    id: CommandId
    spec: AlertSpec


@dataclass(frozen=True, slots=True)
class SnoozeAlert:
    """Keep an alert quiet until an instant; None ends the snooze."""

    id: CommandId
    alert: AlertId
    until: datetime | None


@dataclass(frozen=True, slots=True)
class MarkFirings:
    """What an alert (None = any) fired up to an instant is on the screen, or with `acknowledge` acknowledged there."""

    id: CommandId
    alert: AlertId | None
    upto: datetime
    acknowledge: bool = False


@dataclass(frozen=True, slots=True)
class CheckNow:
    """Ask one source now, or all of them with `source` None. Limits of the publishers still hold."""

    id: CommandId
    source: SourceId | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop asking and telling until an instant, or until `Resume` with None."""

    id: CommandId
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """Watch again."""

    id: CommandId


@dataclass(frozen=True, slots=True)
class DismissGap:
    """The user knows that something may be missing here."""

    id: CommandId
    gap: GapId


@dataclass(frozen=True, slots=True)
class UseAddress:
    """A source moved: use its new address from now on, or keep the old one (`use` False)."""

    id: CommandId
    source: SourceId
    use: bool


@dataclass(frozen=True, slots=True)
class FindSources:
    """Look what `text` leads to: addresses of feeds or sites, one a line, or the text of an OPML file.

    Answered by `SourcesFound` with the same id.
    """

    id: CommandId
    text: str


@dataclass(frozen=True, slots=True)
class AddSources:
    """Watch these from now on; an address that is watched already is left alone. Answered by `SourcesAdded`."""

    id: CommandId
    sources: tuple[NewSource, ...]


@dataclass(frozen=True, slots=True)
class RemoveSource:
    """Stop watching a source and take it out of the lists; its items stay."""

    id: CommandId
    source: SourceId


@dataclass(frozen=True, slots=True)
class RestoreSource:
    """Undo `RemoveSource`."""

    id: CommandId
    source: SourceId


@dataclass(frozen=True, slots=True)
class SwitchSource:
    """Pause a source, or watch it again."""

    id: CommandId
    source: SourceId
    on: bool


@dataclass(frozen=True, slots=True)
class SetSourceOptions:
    """Set how one source is asked and told; it holds from the next poll on."""

    id: CommandId
    source: SourceId
    options: SourceOptions


@dataclass(frozen=True, slots=True)
class ReadBody:
    """Give what a source answered last, for the user to look at. Answered by `BodyRead`."""

    id: CommandId
    source: SourceId


@dataclass(frozen=True, slots=True)
class FetchPictures:
    """Fetch these pictures of an item's text, because the user asked for them. Answered by `PicturesFetched`."""

    id: CommandId
    item: ItemId
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AcceptLayout:
    """Take the page of a register that is held as its new layout; what is gone from it is not told."""

    id: CommandId
    register: SourceId


@dataclass(frozen=True, slots=True)
class ReloadSettings:
    """The settings file changed; read it again."""

    id: CommandId


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """A notice that the engine could not show itself was shown; `error` says why it failed, empty if it did not.

    `way` is where it stood: the desktop's `own window`, `tray`, or `terminal`.
    """

    id: CommandId
    notice: NoticeId
    error: str = ""
    way: str = "own window"


@dataclass(frozen=True, slots=True)
class TestNotice:
    """Send a test notification, by one way alone (`popup`, `sound`) or, where `way` is empty, as one of level high goes out."""

    id: CommandId
    way: str = ""


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hold notices back until an instant; None ends it, and quiet hours that are on, this once."""

    id: CommandId
    until: datetime | None


@dataclass(frozen=True, slots=True)
class AnswerNotice:
    """A notice that the desktop shows itself was clicked (`default`), or taken off the screen (`dismissed`)."""

    id: CommandId
    notice: NoticeId
    action: str


@dataclass(frozen=True, slots=True)
class UserActive:
    """The user did something in the window at an instant; absences are counted from the last one."""

    id: CommandId
    at: datetime


@dataclass(frozen=True, slots=True)
class MarkAway:
    """The user looked at an absence, cleared it, or took that back."""

    id: CommandId
    away: int
    mark: AwayMark


@dataclass(frozen=True, slots=True)
class AskNewest:
    """Ask the package index which version of hkwatch is the newest. Answered by `NewestKnown` with the same id."""

    id: CommandId


@dataclass(frozen=True, slots=True)
class Stop:
    """Flush, close and end."""

    id: CommandId


Command = (
    MarkItems
    | UndoMarks
    | SplitStory
    | MergeStories
    | UndoStories
    | SaveAlert
    | RemoveAlert
    | RestoreAlert
    | SnoozeAlert
    | MarkFirings
    | TryAlert
    | CheckNow
    | Pause
    | Resume
    | DismissGap
    | UseAddress
    | FindSources
    | AddSources
    | RemoveSource
    | RestoreSource
    | SwitchSource
    | SetSourceOptions
    | ReadBody
    | FetchPictures
    | AcceptLayout
    | ReloadSettings
    | NoticeShown
    | TestNotice
    | UserActive
    | MarkAway
    | Quiet
    | AnswerNotice
    | AskNewest
    | Stop
    | RuleCommand
    | SearchCommand
    | ChannelCommand
)
