# SPDX-License-Identifier: MIT
"""Which hosts hkwatch asks, how often it did so far, and when last. From the catalogue, the counted polls, and the counted
requests and connections of whatever else asks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.hkt import format_minute
from hkwatch.domain.ids import SourceId
from hkwatch.sources.streams import stream_of
from hkwatch.store.asked import Asked


class Purpose(StrEnum):
    """What a host is asked for."""

    SOURCE = "source"
    PRICES = "prices"
    RATE = "rate"
    STREAM = "stream"
    PAGES = "pages"
    """Pages, documents and messages beyond the addresses of the catalogue."""


@dataclass(frozen=True, slots=True)
class Polls:
    """Polls of one source, all there ever were."""

    count: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Contact:
    """A host. `count` None = its requests are counted with those of another row of the same host."""

    host: str
    purpose: Purpose
    what: tuple[str, ...]
    count: int | None
    last_at: datetime | None = None


def contacts(
    catalogue: Catalogue,
    polls: Mapping[SourceId, Polls],
    asked: Mapping[str, Asked] | None = None,
    *,
    prices: bool,
    language: str,
    live: bool = False,
) -> tuple[Contact, ...]:
    """Every host that was asked, the most often asked first, then price venues and exchange-rate services, then all others.

    `prices` says whether prices are watched: no venue is asked without. `live` says whether connections to venues are kept
    open. `asked` are the requests by host since they are counted. A source counts its polls, which were counted before, or
    its host's requests, pages and documents included, where those are more.
    """
    asked = asked or {}
    found: dict[str, tuple[list[str], int, datetime | None]] = {}
    for source, polled in polls.items():
        row = catalogue.sources.get(source)
        if polled.count == 0:
            continue
        host = _host(row.url) if row is not None else str(source)
        name = row.name.in_language(language) if row is not None else str(source)
        names, count, last = found.get(host, ([], 0, None))
        found[host] = ([*names, name], count + polled.count, _later(last, polled.last_at))
    counted: list[Contact] = []
    for host, (names, count, last) in found.items():
        total, at = _of(asked, host)
        counted.append(Contact(host, Purpose.SOURCE, tuple(names), max(count, total), _later(last, at)))
    counted.sort(key=lambda one: (-(one.count or 0), one.host))
    told = set(found)
    rest: list[Contact] = []
    for priced in _priced(catalogue):
        is_wanted = prices and (live or priced.purpose is not Purpose.STREAM)
        is_told = priced.host in told
        # What was asked before it was switched off was asked all the same.
        if not is_wanted and (is_told or priced.host not in asked):
            continue
        told.add(priced.host)
        if is_told:
            rest.append(priced)
        else:
            total, at = _of(asked, priced.host)
            rest.append(replace(priced, count=total, last_at=at))
    others = sorted((host for host in asked if host not in told), key=lambda host: -asked[host].count)
    return (*counted, *rest, *(Contact(host, Purpose.PAGES, (), *_of(asked, host)) for host in others))


def _later(first: datetime | None, second: datetime | None) -> datetime | None:
    return max((at for at in (first, second) if at is not None), default=None)


def _of(asked: Mapping[str, Asked], host: str) -> tuple[int, datetime | None]:
    one = asked.get(host)
    return (0, None) if one is None else (one.count, one.last_at)


def as_text(found: tuple[Contact, ...]) -> str:
    """A table with tabs, for the clipboard; times are Hong Kong's."""
    lines = ["host\tpurpose\trequests\tlast (HKT)"]
    for one in found:
        count = "" if one.count is None else str(one.count)
        last = "" if one.last_at is None else format_minute(one.last_at)
        lines.append(f"{one.host}\t{one.purpose.value}: {', '.join(one.what)}\t{count}\t{last}")
    return "\n".join(lines) + "\n"


def _priced(catalogue: Catalogue) -> list[Contact]:
    hosts: dict[tuple[Purpose, str], list[str]] = {}
    for venue in catalogue.venues.values():
        if venue.enabled:
            hosts.setdefault((Purpose.PRICES, _host(venue.url)), []).append(venue.name)
            stream = stream_of(venue.id)
            if stream is not None:
                hosts.setdefault((Purpose.STREAM, _host(stream.url)), []).append(venue.name)
    for rate in catalogue.fx:
        hosts.setdefault((Purpose.RATE, _host(rate.url)), []).append(rate.id)
    return [Contact(host, purpose, tuple(names), None) for (purpose, host), names in hosts.items()]


def _host(url: str) -> str:
    return urlsplit(url).hostname or url
