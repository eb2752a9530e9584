# SPDX-License-Identifier: MIT
"""The answer of the flagging rules about one item: what it is about, how much it matters, and why."""

from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.btc_levels import BtcLevel
from hkwatch.domain.catalogue import Publisher
from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.domain.licence_event import LicenceEvent


@dataclass(frozen=True, slots=True)
class FlagInput:
    """What the rules may look at. `body` is plain text, empty where the source gives none.

    `publisher` None stands for an unknown source, which is read as media. `now` is when it is judged, aware UTC; without
    it no deadline is looked at. `removes_register_row` says that it reports a row gone from a register.
    """

    title: str
    body: str
    lang: str
    publisher: Publisher | None = None
    source_id: str = ""
    url: str = ""
    published_at: datetime | None = None
    now: datetime | None = None
    removes_register_row: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that held, with the words that made it hold.

    `topic` is a topic, `hk` or `severity`: what the rule settled. `field` is `title`, `body` or `source`; `start` and
    `end` are character offsets in that field (0, 0 for `source`); `words` is the text as it stands there.
    """

    rule: str
    topic: str
    field: str
    words: str
    start: int
    end: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Flags:
    """`flag` = sfc, or a licence matter in Hong Kong, or bitcoin reaching a level.

    `btc_level` is the level that headline or first sentence state, `licence_event` what they say happened to a licence;
    None without one.
    """

    topics: tuple[Topic, ...]
    hk: bool
    flag: bool
    severity: Level
    doc_type: DocType
    reasons: tuple[Reason, ...]
    btc_level: BtcLevel | None = None
    licence_event: LicenceEvent | None = None
