# SPDX-License-Identifier: MIT
"""Reading the times that sources state. A wrong guess is worse than none: what is not certain is None.

Text that names no zone is read only when the caller says whose clock it is.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from hkwatch.domain.item import Precision

HONG_KONG = ZoneInfo("Asia/Hong_Kong")

_YEARS = range(1980, 2101)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
# CST is left out: in Hong Kong feeds it may mean China, in RFC 822 it means Chicago.
_ZONE_HOURS = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "HKT": 8, "EST": -5, "EDT": -4, "CDT": -5, "PST": -8, "PDT": -7}
_RFC822 = re.compile(
    r"(?:[A-Za-z]{3,9},?\s*)?(?P<day>\d{1,2})[\s-](?P<month>[A-Za-z]{3})[a-z]*[\s-](?P<year>\d{4})"
    r"(?:\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:\s*(?P<zone>[+-]\d{4}|[A-Za-z]{1,5}))?)?"
)
_ISO = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<time>\d{2}:\d{2})(?P<second>:\d{2})?(?P<fraction>[.,]\d+)?\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A time as a source states it: the instant in UTC and how exactly it was said (a day alone = its midnight)."""

    at: datetime
    precision: Precision


def read_rfc822(text: str, zone: tzinfo | None = None) -> Stated | None:
    """`Tue, 07 Jul 2026 19:21:59 +0800`, as RSS writes it.

    `zone` is whose clock a text without a zone means; None = such a text is not read. A zone whose name has no
    single meaning is not read either.
    """
    match = _RFC822.fullmatch(text.strip())
    if match is None:
        return None
    month = _MONTHS.get(match["month"].lower())
    if month is None:
        return None
    try:
        day = date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
    if match["hour"] is None:
        return _stated(day, 0, 0, 0, zone, Precision.DAY)
    said = _named_zone(match["zone"]) if match["zone"] else zone
    precision = Precision.MINUTE if match["second"] is None else Precision.SECOND
    return _stated(day, int(match["hour"]), int(match["minute"]), int(match["second"] or 0), said, precision)


def read_iso(text: str, zone: tzinfo | None = None) -> Stated | None:
    """`2026-07-07T19:21:59.047`, with or without an offset, or a date alone.

    `zone` is whose clock a text without an offset means; None = such a text is not read. Fractions are kept.
    """
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return None
    try:
        day = date.fromisoformat(match["date"])
    except ValueError:
        return None
    if match["time"] is None:
        return _stated(day, 0, 0, 0, zone, Precision.DAY)
    said = _named_zone(match["zone"].replace(":", "")) if match["zone"] else zone
    hour, minute = (int(part) for part in match["time"].split(":"))
    precision = Precision.MINUTE if match["second"] is None else Precision.SECOND
    stated = _stated(day, hour, minute, int((match["second"] or ":0")[1:]), said, precision)
    if stated is None or not match["fraction"]:
        return stated
    micros = int(match["fraction"][1:7].ljust(6, "0"))
    return Stated(stated.at.replace(microsecond=micros), stated.precision)


def read_any(text: str, zone: tzinfo | None = None) -> Stated | None:
    """Either of the two forms above."""
    return read_rfc822(text, zone) or read_iso(text, zone)


def names_zone(text: str) -> bool:
    """Whether a date text says whose clock it means, in digits or by a name."""
    tail = text.strip()[-12:]
    return bool(re.search(r"(?:[+-]\d{2}:?\d{2}|\b[A-Z]{1,5}|\dZ)$", tail)) and ":" in text


def _named_zone(name: str) -> tzinfo | None:
    if name[0] in "+-":
        hours, minutes = int(name[1:3]), int(name[3:5])
        if hours > 14 or minutes > 59:
            return None
        # RFC 2822: -0000 says that the zone is not known.
        if name == "-0000":
            return None
        offset = timedelta(hours=hours, minutes=minutes)
        return timezone(-offset if name[0] == "-" else offset)
    hours_east = _ZONE_HOURS.get(name.upper())
    return None if hours_east is None else timezone(timedelta(hours=hours_east))


def _stated(day: date, hour: int, minute: int, second: int, zone: tzinfo | None, precision: Precision) -> Stated | None:
    if zone is None or day.year not in _YEARS:
        return None
    try:
        # A leap second is the last one of its minute.
        local = datetime(day.year, day.month, day.day, hour, minute, min(second, 59), tzinfo=zone)
    except ValueError:
        return None
    if second > 60:
        return None
    return Stated(local.astimezone(UTC), precision)
