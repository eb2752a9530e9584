# SPDX-License-Identifier: MIT
"""Further ways out: webhook, ntfy and what apprise reaches. What the user makes, what is sent, and how it went.

A channel holds no secret: token, password and signing key are in the keyring or in an environment variable.
"""

import ipaddress
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from hkwatch.domain.ids import ChannelId
from hkwatch.domain.item import Level

BACK_OFF = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
"""Pauses after a failed try; after the one that follows the last pause a message is given up."""
VARIABLE_PREFIX = "HKWATCH_SECRET_"
MAX_NAME_CHARS = 60
_VARIABLE = re.compile(rf"{VARIABLE_PREFIX}[A-Z0-9_]{{1,40}}")
_TOPIC_PATH = re.compile(r"/[A-Za-z0-9_-]{1,64}/?")
_LOCAL_ENDINGS = (".local", ".lan", ".internal", ".home.arpa", ".localhost")


class ChannelKind(StrEnum):
    """How a channel is reached."""

    WEBHOOK = "webhook"
    NTFY = "ntfy"
    APPRISE = "apprise"


class Subject(StrEnum):
    """What a message is about; a channel takes those that are ticked."""

    ITEMS = "items"
    ALERTS = "alerts"
    DEADLINES = "deadlines"
    REGISTERS = "registers"
    WATCH = "watch"


class SecretPlace(StrEnum):
    """Where a channel's secret is kept."""

    NONE = "none"
    KEYRING = "keyring"
    ENVIRONMENT = "environment"


class ChannelProblem(StrEnum):
    """Why a channel cannot be saved."""

    NO_NAME = "no-name"
    NAME_TOO_LONG = "name-too-long"
    NO_ADDRESS = "no-address"
    NOT_AN_ADDRESS = "not-an-address"
    SECRET_IN_ADDRESS = "secret-in-address"  # noqa: S105
    """A user name or password stands in the address, where it would be stored and shown."""
    NOT_SECURE = "not-secure"
    """http:// to somewhere that is not this computer or the local network."""
    NO_TOPIC = "no-topic"
    """An ntfy address without exactly one topic behind the server."""
    NO_SUBJECT = "no-subject"
    NO_SECRET = "no-secret"  # noqa: S105
    """apprise knows nothing but its address, which is a secret."""
    BAD_VARIABLE = "bad-variable"


@dataclass(frozen=True, slots=True)
class ChannelSpec:
    """What the user chose. `id` 0 = not stored yet.

    `address` is the whole address of a webhook, `https://server/topic` for ntfy, and for apprise the name of the service
    alone (`slack`), empty where it is not known. `least` is the lowest level that is sent. `waits` = quiet hours hold its
    messages back. `variable` names the environment variable of `SecretPlace.ENVIRONMENT`, else empty.
    """

    id: ChannelId
    name: str
    kind: ChannelKind
    address: str = ""
    subjects: tuple[Subject, ...] = tuple(Subject)
    least: Level = Level.HIGH
    waits: bool = True
    paused: bool = False
    secret: SecretPlace = SecretPlace.NONE
    variable: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it leaves, in the user's language.

    `key` is the same at every try, so that a receiver can tell a repetition. `url` is empty where nothing can be opened,
    `count` is how many notices it stands for, `at` when the first of them arose (aware UTC).
    """

    key: str
    subject: Subject
    level: Level
    title: str
    body: str
    at: datetime
    url: str = ""
    count: int = 1
    test: bool = False


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A message that was given up, or of which nobody can say whether it arrived (`maybe`)."""

    title: str
    at: datetime
    maybe: bool
    error: str = ""


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A channel with how it does. Times are None where that never happened; `error` is empty while the last try went well."""

    spec: ChannelSpec
    last_ok_at: datetime | None = None
    failed_at: datetime | None = None
    error: str = ""
    next_step: str = ""
    waiting: int = 0
    """Messages that wait: for quiet hours to end, or for the next try."""
    next_at: datetime | None = None
    """The next try of what failed."""
    undelivered: tuple[Undelivered, ...] = ()
    """The newest first, at most 20."""
    lost: int = 0
    """How many there are of them in all."""

    @property
    def is_failing(self) -> bool:
        """Whether the last try failed."""
        return bool(self.error) and not self.spec.paused


def problems(spec: ChannelSpec) -> tuple[ChannelProblem, ...]:
    """What keeps a channel from being saved; empty when nothing does."""
    found: list[ChannelProblem] = []
    if not spec.name.strip():
        found.append(ChannelProblem.NO_NAME)
    elif len(spec.name) > MAX_NAME_CHARS:
        found.append(ChannelProblem.NAME_TOO_LONG)
    if spec.kind is ChannelKind.APPRISE:
        if spec.secret is SecretPlace.NONE:
            found.append(ChannelProblem.NO_SECRET)
    else:
        found += _address_problems(spec)
    if not spec.subjects:
        found.append(ChannelProblem.NO_SUBJECT)
    if spec.secret is SecretPlace.ENVIRONMENT and not _VARIABLE.fullmatch(spec.variable):
        found.append(ChannelProblem.BAD_VARIABLE)
    return tuple(found)


def tidied(spec: ChannelSpec) -> ChannelSpec:
    """The same without blanks around texts, and without a variable where none is used."""
    variable = spec.variable.strip() if spec.secret is SecretPlace.ENVIRONMENT else ""
    return replace(spec, name=spec.name.strip(), address=spec.address.strip(), variable=variable)


def variable_for(name: str) -> str:
    """The variable proposed for a channel of this name: `HKWATCH_SECRET_TEAM_PHONE`."""
    word = re.sub(r"[^A-Z0-9]+", "_", name.upper()).strip("_")[:40].strip("_")
    return VARIABLE_PREFIX + (word or "CHANNEL")


def pause_after(tries: int) -> timedelta | None:
    """How long to wait after so many failed tries; None = given up."""
    return BACK_OFF[tries - 1] if 1 <= tries <= len(BACK_OFF) else None


def shown_address(spec: ChannelSpec) -> str:
    """What lists and logs may say of where a channel leads: the host, for ntfy with the topic, for apprise the service.

    The path of a webhook often is a password in itself.
    """
    if spec.kind is ChannelKind.APPRISE:
        return spec.address or ChannelKind.APPRISE.value
    try:
        parts = urlsplit(spec.address)
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return ""
    return f"{host}{parts.path.rstrip('/')}" if spec.kind is ChannelKind.NTFY else host


def service_of(apprise_url: str) -> str:
    """The service in an apprise address: `slack` of `slack://…`; empty where there is none."""
    scheme, found, _ = apprise_url.strip().partition("://")
    return scheme.lower() if found and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]{0,30}", scheme) else ""


def _address_problems(spec: ChannelSpec) -> list[ChannelProblem]:
    address = spec.address.strip()
    if not address:
        return [ChannelProblem.NO_ADDRESS]
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return [ChannelProblem.NOT_AN_ADDRESS]
    del port
    is_plain = address.isprintable() and " " not in address and "\\" not in address
    if parts.scheme not in ("https", "http") or not host or not is_plain:
        return [ChannelProblem.NOT_AN_ADDRESS]
    if "@" in parts.netloc:
        return [ChannelProblem.SECRET_IN_ADDRESS]
    if parts.scheme == "http" and not is_near(host):
        return [ChannelProblem.NOT_SECURE]
    if spec.kind is ChannelKind.NTFY and (not _TOPIC_PATH.fullmatch(parts.path) or parts.query or parts.fragment):
        return [ChannelProblem.NO_TOPIC]
    return []


def is_near(host: str) -> bool:
    """Whether a host is this computer or in the local network, as far as its name says."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        lowered = host.lower().rstrip(".")
        return "." not in lowered or lowered.endswith(_LOCAL_ENDINGS)
