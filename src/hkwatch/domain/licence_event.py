# SPDX-License-Identifier: MIT
"""What can happen to which licence of which firm, and the words by which it is read."""

from dataclasses import dataclass
from enum import StrEnum


class Happening(StrEnum):
    """What can happen to a licence."""

    APPLIED = "applied"
    GRANTED = "granted"
    IN_PRINCIPLE = "granted-in-principle"
    UPLIFTED = "uplifted"
    CONDITIONS = "conditions-changed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    LAPSED = "lapsed"


EVENT_FACTS = ("licence-event:hk", "licence-event:abroad", "licence-event:settled")
"""What rules on severity may ask for; see `LicenceEvent.facts`."""

SETTLED = frozenset(
    {
        Happening.GRANTED,
        Happening.UPLIFTED,
        Happening.REFUSED,
        Happening.WITHDRAWN,
        Happening.REVOKED,
    }
)
"""What changes who holds a licence, or ends the way to one."""


class Regime(StrEnum):
    """A licensing regime of Hong Kong."""

    VATP = "vatp"
    STABLECOIN = "stablecoin-issuer"
    VA_DEALING = "va-dealing"
    VA_CUSTODY = "va-custody"
    TYPE_1 = "type-1"
    TYPE_4 = "type-4"
    TYPE_7 = "type-7"
    TYPE_9 = "type-9"


@dataclass(frozen=True, slots=True)
class Licensee:
    """A firm of an event: as shown, its central number (empty when not known), its id in the dictionary or empty."""

    firm: str
    ce: str = ""
    entity: str = ""


@dataclass(frozen=True, slots=True)
class LicenceEvent:
    """What happened. `firms` is empty where the text names none; `regime` None where not stated or not Hong Kong's.

    `hk` says whether it is a licence of Hong Kong. `start` and `end` are offsets of the event word in title + line
    break + body.
    """

    event: Happening
    firms: tuple[Licensee, ...]
    regime: Regime | None
    hk: bool
    start: int
    end: int

    @property
    def facts(self) -> tuple[str, ...]:
        """The `EVENT_FACTS` that hold: whose licence it is, and of Hong Kong's whether the matter is settled."""
        if not self.hk:
            return ("licence-event:abroad",)
        return ("licence-event:hk", "licence-event:settled") if self.event in SETTLED else ("licence-event:hk",)

    @property
    def firm(self) -> str | None:
        """The firm, of several the first; None where the text names none."""
        return self.firms[0].firm if self.firms else None

    @property
    def ce(self) -> str | None:
        """The first firm's central number in the SFC's register, None where not known."""
        return (self.firms[0].ce or None) if self.firms else None


@dataclass(frozen=True, slots=True)
class LicenceWords:
    """The vocabulary. Lists that end in `_whole` say everything by themselves; the others need a licence word near.

    `doubts` before an event word in its clause and `doubts_after` soon behind it make it a plan, `denials` anywhere in
    the sentence undo it; `none_of` right behind it says that nothing was granted; of what `receipts` an application is no
    licence. `attributes` are standing phrases in which a licence only describes; `objects` are what else
    can be issued; `periods` run out without a licence lapsing.
    """

    anchors: tuple[str, ...] = ()
    applications: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    granted_whole: tuple[str, ...] = ()
    in_principle: tuple[str, ...] = ()
    uplifted: tuple[str, ...] = ()
    uplifted_whole: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    suspended: tuple[str, ...] = ()
    revoked: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()
    lapsed_whole: tuple[str, ...] = ()
    applied: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    doubts_not: tuple[str, ...] = ()
    doubts_after: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    becomes: tuple[str, ...] = ()
    licensed: tuple[str, ...] = ()
    gives_to: tuple[str, ...] = ()
    licenses: tuple[str, ...] = ()
    describes: tuple[str, ...] = ()
    ends_name: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    receipts: tuple[str, ...] = ()
    hk: tuple[str, ...] = ()
    hk_not: tuple[str, ...] = ()
    abroad: tuple[str, ...] = ()
    vatp: tuple[str, ...] = ()
    stablecoin: tuple[str, ...] = ()
    va_dealing: tuple[str, ...] = ()
    va_custody: tuple[str, ...] = ()
    type_1: tuple[str, ...] = ()
    type_4: tuple[str, ...] = ()
    type_7: tuple[str, ...] = ()
    type_9: tuple[str, ...] = ()
