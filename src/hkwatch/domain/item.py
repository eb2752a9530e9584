# SPDX-License-Identifier: MIT
"""What a source says (`Entry`) and how serious it is (`Level`)."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from hkwatch.domain.attachment import Attachment


class Precision(StrEnum):
    """How exactly a source states its time. A date alone is not midnight."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"


class Level(IntEnum):
    """How much an item matters to a Hong Kong digital-asset professional; higher is more serious.

    LOW to HIGH come from the flagging rules; CRITICAL is set on top by the watchlist, registers and deadlines.
    """

    LOW = 0
    NORMAL = 1
    HIGH = 2
    CRITICAL = 3


class DocType(StrEnum):
    """What kind of document an item is; one badge each."""

    ENFORCEMENT = "enforcement"
    ALERT_LIST = "alert-list"
    CONSULTATION = "consultation"
    CONCLUSION = "conclusion"
    LICENCE = "licence"
    CIRCULAR = "circular"
    POLICY = "policy"
    LAW = "law"
    SPEECH = "speech"
    PRESS = "press"
    MEDIA = "media"
    PRICE = "price"


class Topic(StrEnum):
    """What an item is about; several may hold."""

    SFC = "sfc"
    LICENCE = "licence"
    ENFORCEMENT = "enforcement"
    STABLECOIN = "stablecoin"
    ETF = "etf"
    DERIVATIVES = "derivatives"
    TOKENISATION = "tokenisation"
    BTC_PRICE = "btc_price"
    BTC_THRESHOLD = "btc_threshold"
    OTHER = "other"


class ItemState(IntEnum):
    """How far the user got with an item. A poll never changes it."""

    NEW = 0
    SEEN = 1
    READ = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as a source gives it, before it is known whether it is new.

    `ref` is a reference number (`26PR107`), None where the source has none. `html` is already sanitised; `text` is the
    same without markup. `published_at` and `modified_at` are aware UTC, None where not stated or not readable.
    `lang` is `en`, `zh-Hant` or `zh-Hans`. `attachments` are those that it names, which may not be all there are.
    """

    title: str
    link: str
    lang: str
    guid: str = ""
    ref: str | None = None
    html: str = ""
    text: str = ""
    published_at: datetime | None = None
    precision: Precision = Precision.SECOND
    modified_at: datetime | None = None
    attachments: tuple[Attachment, ...] = ()
