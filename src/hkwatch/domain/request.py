# SPDX-License-Identifier: MIT
"""What a start of hkwatch asks of the window: a verb and an argument, and the links that other programs may hold.

    hkwatch://item/123   hkwatch://view/deadlines   hkwatch://alert/4

A link comes from anywhere: it shows something, and can do nothing else.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from hkwatch.domain.errors import RequestError
from hkwatch.domain.ids import AlertId, ItemId

SCHEME = "hkwatch"
LINK_VIEWS = ("inbox", "flagged", "starred", "licences", "deadlines", "away", "sources", "rules", "alerts")
_PREFIX = f"{SCHEME}://"
_MOST_CHARS = 200
_ID = re.compile(r"[1-9][0-9]{0,18}", re.ASCII)
_ID_MAX = 2**63 - 1
_SHORTEST, _LONGEST = timedelta(seconds=1), timedelta(days=366)


class Verb(StrEnum):
    """What is asked."""

    SHOW = "show"
    """Bring the window up."""
    STAY = "stay"
    """Be there, and no more: a start that wants no window."""
    OPEN = "open"
    """Bring up what a link names."""
    PAUSE = "pause"
    """Stop asking and telling for so many whole seconds."""
    CHECK = "check"
    """Ask every source now."""


@dataclass(frozen=True, slots=True)
class Request:
    """One wish. `argument` is a link for OPEN, seconds for PAUSE, else empty."""

    verb: Verb
    argument: str = ""

    @property
    def needs_window(self) -> bool:
        """Whether a first start with it shows the window."""
        return self.verb in (Verb.SHOW, Verb.OPEN, Verb.CHECK)


@dataclass(frozen=True, slots=True)
class ItemLink:
    """One item."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class AlertLink:
    """One price alert."""

    alert: AlertId


@dataclass(frozen=True, slots=True)
class ViewLink:
    """One of LINK_VIEWS."""

    view: str


Link = ItemLink | AlertLink | ViewLink


def item_link(item: ItemId) -> str:
    """The link that leads to an item of this data folder."""
    return f"{_PREFIX}item/{item}"


def is_link(text: str) -> bool:
    """Whether a text means to be a link of ours, well-formed or not."""
    return text.lower().startswith(f"{SCHEME}:")


def parse_link(text: str) -> Link:
    """What a link names. Raises RequestError for all that is not exactly one of ours.

    Scheme and kind may be in capitals and one slash may end it, as browsers make of them; nothing else is forgiven.
    """
    if len(text) > _MOST_CHARS or not text.lower().startswith(_PREFIX):
        raise _refused(text)
    kind, slash, rest = text[len(_PREFIX) :].removesuffix("/").partition("/")
    match kind.lower():
        case "item" if slash and _is_id(rest):
            return ItemLink(ItemId(int(rest)))
        case "alert" if slash and _is_id(rest):
            return AlertLink(AlertId(int(rest)))
        case "view" if slash and rest in LINK_VIEWS:
            return ViewLink(rest)
        case _:
            raise _refused(text)


def parse_request(verb: str, argument: str) -> Request:
    """A request as it came from another start. Raises RequestError for a verb or an argument that is not known."""
    try:
        known = Verb(verb)
    except ValueError:
        raise RequestError("unknown-request", f"{_shown(verb)} is nothing hkwatch can be asked for.") from None
    match known:
        case Verb.OPEN:
            parse_link(argument)
        case Verb.PAUSE:
            pause_of(argument)
        case _ if argument:
            raise RequestError("unknown-request", f"`{verb}` takes no argument.")
    return Request(known, argument)


def pause_request(seconds: float) -> Request:
    """Pause for so long. Raises RequestError below a second or above a year."""
    asked = Request(Verb.PAUSE, str(round(seconds)) if seconds < _LONGEST.total_seconds() + 1 else "too long")
    pause_of(asked.argument)
    return asked


def pause_of(argument: str) -> timedelta:
    """How long a PAUSE lasts. Raises RequestError."""
    length = timedelta(seconds=int(argument)) if re.fullmatch(r"[0-9]{1,8}", argument, re.ASCII) else timedelta()
    if not _SHORTEST <= length <= _LONGEST:
        raise RequestError("bad-pause", "A pause lasts between a second and a year.", "Write --pause 1h.")
    return length


def _is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None and int(text) <= _ID_MAX


def _refused(text: str) -> RequestError:
    return RequestError(
        "bad-link",
        f"{_shown(text)} is no link of hkwatch; nothing was done.",
        f"Links are hkwatch://item/NUMBER, hkwatch://alert/NUMBER and hkwatch://view/NAME ({', '.join(LINK_VIEWS)}).",
    )


def _shown(text: str) -> str:
    """A stranger's text that can be printed: one line, not long, nothing that steers a terminal."""
    plain = "".join(char if char.isprintable() else "?" for char in text[:60])
    return f"`{plain}{'…' if len(text) > 60 else ''}`"
