# SPDX-License-Identifier: MIT
"""Which hosts hkwatch asks, how often it did so far, and when last. From the catalogue and the counted polls."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.hkt import format_minute
from hkwatch.domain.ids import SourceId
from hkwatch.sources.streams import stream_of


class Purpose(StrEnum):
    """What a host is asked for."""

    SOURCE = "source"
    PRICES = "prices"
    RATE = "rate"
    STREAM = "stream"


@dataclass(frozen=True, slots=True)
class Polls:
    """Polls of one source, all there ever were."""

    count: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Contact:
    """A host. `count` None = its requests are not counted one by one (prices and rates)."""

    host: str
    purpose: Purpose
    what: tuple[str, ...]
    count: int | None
    last_at: datetime | None = None


def contacts(
    catalogue: Catalogue, polls: Mapping[SourceId, Polls], *, prices: bool, language: str, live: bool = False
) -> tuple[Contact, ...]:
    """Every host that was asked, the most often asked first, then price venues and exchange-rate services.

    `prices` says whether prices are watched: no venue is asked without. `live` says whether connections to venues are kept
    open.
    """
    found: dict[str, tuple[list[str], int, datetime | None]] = {}
    for source, one in polls.items():
        row = catalogue.sources.get(source)
        if one.count == 0:
            continue
        host = _host(row.url) if row is not None else str(source)
        name = row.name.in_language(language) if row is not None else str(source)
        names, count, last = found.get(host, ([], 0, None))
        last = max((at for at in (last, one.last_at) if at is not None), default=None)
        found[host] = ([*names, name], count + one.count, last)
    counted = [Contact(host, Purpose.SOURCE, tuple(names), count, last) for host, (names, count, last) in found.items()]
    counted.sort(key=lambda one: (-(one.count or 0), one.host))
    return (*counted, *(_uncounted(catalogue, live=live) if prices else ()))


def as_text(found: tuple[Contact, ...]) -> str:
    """A table with tabs, for the clipboard; times are Hong Kong's."""
    lines = ["host\tpurpose\trequests\tlast (HKT)"]
    for one in found:
        count = "" if one.count is None else str(one.count)
        last = "" if one.last_at is None else format_minute(one.last_at)
        lines.append(f"{one.host}\t{one.purpose.value}: {', '.join(one.what)}\t{count}\t{last}")
    return "\n".join(lines) + "\n"


def _uncounted(catalogue: Catalogue, *, live: bool) -> list[Contact]:
    hosts: dict[tuple[Purpose, str], list[str]] = {}
    for venue in catalogue.venues.values():
        if venue.enabled:
            hosts.setdefault((Purpose.PRICES, _host(venue.url)), []).append(venue.name)
            stream = stream_of(venue.id) if live else None
            if stream is not None:
                hosts.setdefault((Purpose.STREAM, _host(stream.url)), []).append(venue.name)
    for rate in catalogue.fx:
        hosts.setdefault((Purpose.RATE, _host(rate.url)), []).append(rate.id)
    return [Contact(host, purpose, tuple(names), None) for (purpose, host), names in hosts.items()]


def _host(url: str) -> str:
    return urlsplit(url).hostname or url
