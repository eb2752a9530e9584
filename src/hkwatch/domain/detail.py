# SPDX-License-Identifier: MIT
"""One item whole, as the reader shows it, and the points of the price chart."""

from array import array
from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.attachment import Attachment
from hkwatch.domain.deadline import CountedDeadline
from hkwatch.domain.delivery import ToldFact
from hkwatch.domain.flags import Reason
from hkwatch.domain.ids import ItemId
from hkwatch.domain.licence_event import LicenceEvent
from hkwatch.domain.rows import InboxRow


@dataclass(frozen=True, slots=True)
class ItemText:
    """An item in one language. `html` is sanitised, `text` without markup; both empty where only the title is known.

    `error_key` says that a document came and could not be read, with `error` and `next_step` in English; else empty.
    """

    lang: str
    title: str
    html: str
    text: str
    url: str
    attachments: tuple[Attachment, ...] = ()
    error_key: str = ""
    error: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One wording of an item in one language. `number` counts from 1.

    `seen_at` is when this wording was first seen here; `modified_at` the publisher's own time of it, None if not stated.
    """

    lang: str
    number: int
    seen_at: datetime
    modified_at: datetime | None
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Related:
    """An item that belongs to another one.

    `kind` is `joint`: another body's release of the same announcement, `conclusion`: a consultation and its conclusions,
    `paper`: a consultation paper and the press release that announces it,
    or `register`: a change of a register and a release that names the same entity.
    """

    kind: str
    row: InboxRow


@dataclass(frozen=True, slots=True)
class StoryMember:
    """One item of a story. `source_names` are (en, zh-Hant, zh-Hans); `at` is where it stands in the list, aware UTC."""

    id: ItemId
    publisher: str
    source_names: tuple[str, str, str]
    title: str
    lang: str
    at: datetime
    is_lead: bool


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """Everything the reader needs. `texts` is ordered en, zh-Hant, zh-Hans; `reasons` belong to `reasons_lang`'s text.

    `source_names` are (en, zh-Hant, zh-Hans) of the source the item was first seen in. `acknowledged_at` None until done.
    """

    row: InboxRow
    texts: tuple[ItemText, ...]
    reasons: tuple[Reason, ...]
    reasons_lang: str
    topics: tuple[str, ...]
    source_names: tuple[str, str, str]
    attribution: str
    modified_at: datetime | None
    acknowledged_at: datetime | None
    note: str
    body_pending: bool
    """The text is known to exist at the source and has not been fetched yet."""
    versions: tuple[TextVersion, ...] = ()
    """By language, oldest first and the present one last; only of languages whose text was revised."""
    related: tuple[Related, ...] = ()
    """What belongs to it, oldest first."""

    members: tuple[StoryMember, ...] = ()
    """All items of its story, itself among them, the lead first; empty while it is alone."""
    licence: LicenceEvent | None = None
    """What the item says happened to a licence, None where it tells no such event."""
    deadline: CountedDeadline | None = None
    """Until when something can be handed in, counted from the day it was read; None without a deadline."""

    told: ToldFact | None = None
    """When and how the user was told of it, None where nobody was."""

    def versions_in(self, lang: str) -> tuple[TextVersion, ...]:
        """The wordings in `lang`, oldest first; empty when there was never another."""
        return tuple(version for version in self.versions if version.lang == lang)


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One bar of the consensus price, US$ as float: a chart needs no more than a pixel's exactness."""

    at: datetime
    open: float
    high: float
    low: float
    close: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Many bars as columns of equal length, in rising order of time: seconds since 1970, and US$ four times.

    The arrays hold doubles and are not changed after they were given here.
    """

    times: "array[float]"
    opens: "array[float]"
    highs: "array[float]"
    lows: "array[float]"
    closes: "array[float]"

    def __len__(self) -> int:
        return len(self.times)

    @classmethod
    def none(cls) -> "Columns":
        """No bars."""
        return cls(*(array("d") for _ in range(5)))
