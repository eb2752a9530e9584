# SPDX-License-Identifier: MIT
"""What every way of telling the user looks like: a notice goes out, a click comes back.

    services ──show(notice)──► NoticePort ──► daemon, terminal …
             ◄─on_activated──             ◄── click
             ◄─on_closed─────             ◄── closed

`show` answers True when the notice was handed over, False when it certainly was not seen (no daemon, no
bus), and raises NotifyError when nobody can tell. A caller that must not tell twice tries again only after
False.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from hkwatch.domain.ids import AlertId, ItemId, NoticeId
from hkwatch.domain.item import Level

DEFAULT_ACTION = "default"
"""The action of a click on the notice itself."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell, already worded in the user's language.

    `title` and `body` are plain text. `actions` are (key, label) pairs in the order shown; without one for
    `default` a click still opens, labelled `Open`. `sound` is the name of what is heard (`none` = nothing), empty = what
    the level has. `item_id` and `alert_id` say what it is about, None when
    nothing.
    """

    id: NoticeId
    title: str
    body: str
    level: Level
    actions: tuple[tuple[str, str], ...] = ()
    item_id: ItemId | None = None
    alert_id: AlertId | None = None
    sound: str = ""


class CloseReason(IntEnum):
    """Why a notice is no longer on the screen; 1 to 4 are the freedesktop numbers."""

    DAEMON_GONE = 0
    EXPIRED = 1
    DISMISSED = 2
    WITHDRAWN = 3
    UNKNOWN = 4


OnActivated = Callable[[NoticeId, str, str | None], None]
"""(notice, action key, activation token). The token lets a window raise itself, None without one."""
OnClosed = Callable[[NoticeId, CloseReason], None]


class NoticePort(Protocol):
    """A way out. Every method runs in the engine's loop and never blocks it; so do the callbacks."""

    @property
    def available(self) -> bool:
        """Whether the last contact found somebody to show notices."""
        ...

    @property
    def reason(self) -> str:
        """Why it is not available, one English sentence; empty while it is."""
        ...

    @property
    def plays_sounds(self) -> bool:
        """Whether a notice's sound is heard without anybody else playing it."""
        ...

    async def start(self) -> None:
        """Look for the other side. Finding nobody is no error: see `available`."""
        ...

    async def show(self, notice: Notice) -> bool:
        """Hand a notice over; one with an id that is still on the screen replaces it.

        True: handed over. False: nobody there, it was certainly not shown. Raises NotifyError if it may
        have been shown (no answer in time, daemon gone while answering) or was refused (`notify-refused`).
        """
        ...

    async def withdraw(self, notice_id: NoticeId) -> None:
        """Take a notice off the screen, if it is there. Never raises for a lost daemon."""
        ...

    async def close(self) -> None:
        """Let go of everything; notices on the screen stay. May be called twice."""
        ...
