# SPDX-License-Identifier: MIT
"""Sources of the user's own: what was found at an address, what is added, and what is set for one source."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hkwatch.domain.ids import SourceId
from hkwatch.domain.item import Level


class NotifyFrom(StrEnum):
    """Of which items of one source the user is told. USUAL = as for all sources; NOTHING = never."""

    USUAL = "usual"
    ALL = "all"
    HIGH = "high"
    CRITICAL = "critical"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """What the user set for one source; the defaults mean: as the catalogue says.

    `interval_min`: minutes between two polls, 1 to 10,080, None = the catalogue's bands; never faster than a limit the
    publisher states. `lang` is `en`, `zh-Hant`, `zh-Hans` or empty. `proxy` is an http(s) or socks5 address, `direct` for
    none, empty = as for all sources. `user_agent` empty = the program's own; `headers` are sent to this source's host alone.
    Secrets in `proxy` and `headers` are references into the keyring, unless `secrets_in_file`: then they stand there in plain.
    """

    interval_min: float | None = None
    lang: str = ""
    notify: NotifyFrom = NotifyFrom.USUAL
    proxy: str = ""
    user_agent: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    secrets_in_file: bool = False


NO_OPTIONS = SourceOptions()


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user decided about one source. `on` None = as catalogue and settings say; `removed` = in no list."""

    removed: bool = False
    on: bool | None = None
    options: SourceOptions = NO_OPTIONS


NO_CHOICE = Choice()


def told_from(notify: NotifyFrom, usual: Level | None) -> Level | None:
    """The lowest level that is told of a source; None = nothing is. `usual` is what holds for all sources."""
    match notify:
        case NotifyFrom.USUAL:
            return usual
        case NotifyFrom.ALL:
            return min(Level)
        case NotifyFrom.HIGH:
            return Level.HIGH
        case NotifyFrom.CRITICAL:
            return Level.CRITICAL
        case NotifyFrom.NOTHING:
            return None


@dataclass(frozen=True, slots=True)
class PreviewItem:
    """One of the newest entries of a feed that may be added."""

    title: str
    link: str
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A feed that an address, a site or an OPML file led to.

    `known`: the source that already has this address, None for a new one; a removed source is not known. `items` are its
    newest five, empty where it was not asked (OPML) or failed; then `error` and `next_step` say why. `folder` is the
    path of OPML folders, joined by ` / `. `asked`: what was pasted or the OPML outline this stands for.
    """

    url: str
    title: str
    lang: str = ""
    folder: str = ""
    asked: str = ""
    site: str = ""
    items: tuple[PreviewItem, ...] = ()
    known: SourceId | None = None
    error: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class NewSource:
    """One source to add. `lang` as in `SourceOptions`; empty = English."""

    url: str
    title: str
    lang: str = ""
    folder: str = ""
