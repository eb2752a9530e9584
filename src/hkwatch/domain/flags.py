# SPDX-License-Identifier: MIT
"""The answer of the flagging rules about one item: what it is about, how much it matters, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hkwatch.domain.btc_levels import BtcLevel
from hkwatch.domain.catalogue import Publisher
from hkwatch.domain.entities import Entity
from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.domain.licence_event import LicenceEvent


class Tell(StrEnum):
    """Whether an item is told: as its level says, whatever its level, or not at all."""

    USUAL = "usual"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class FlagInput:
    """What the rules may look at. `body` is plain text, empty where the source gives none.

    `publisher` None stands for an unknown source, which is read as media. `now` is when it is judged, aware UTC; without
    it no deadline is looked at. `removes_register_row` says that it reports a row gone from a register. `ref` is a
    reference number, empty without one.
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
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that held, with the words that made it hold.

    `topic` is what the rule settled: a topic, `hk`, `severity` or, of a rule of the user's that settles none of these,
    `rule`. `field` is `title`, `body` or `source`; `start` and `end` are character offsets in that field (0, 0 for
    `source`); `words` is the text as it stands there.
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
    None without one. `firms` are those of the dictionary that headline and opening name. The last four are set by the user's
    own rules: names they gave it, whether it is told, pinned on the chart, and to be acknowledged.
    """

    topics: tuple[Topic, ...]
    hk: bool
    flag: bool
    severity: Level
    doc_type: DocType
    reasons: tuple[Reason, ...]
    btc_level: BtcLevel | None = None
    licence_event: LicenceEvent | None = None
    firms: tuple[Entity, ...] = ()
    labels: tuple[str, ...] = ()
    tell: Tell = Tell.USUAL
    pin: bool = False
    needs_ack: bool = False
