# SPDX-License-Identifier: MIT
"""Reading the times that sources state. A wrong guess is worse than none: what is not certain is None.

Text that names no zone is read only when the caller says whose clock it is. `read_any` takes the two forms that
standards give; `read_loose` takes what feeds write besides: other orders, languages and zones, as long as they can mean
one thing only (`07/08/2026` cannot, `13/08/2026` can).
"""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

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
# Names that one part of the world uses. IST (India, Israel, Ireland) and AST (Halifax, Riyadh) are not among them.
_MORE_ZONE_HOURS = {
    **{"WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "MET": 1, "MEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3},
    **{"MSK": 3, "SAST": 2, "PKT": 5, "ICT": 7, "WIB": 7, "SGT": 8, "MYT": 8, "PHT": 8, "AWST": 8, "JST": 9, "KST": 9},
    **{"ACST": 9.5, "AEST": 10, "ACDT": 10.5, "AEDT": 11, "NZST": 12, "NZDT": 13, "BRT": -3, "NST": -3.5, "ADT": -3},
    **{"MST": -7, "MDT": -6, "AKST": -9, "AKDT": -8, "HST": -10},
}
_KNOWN_NAMES = frozenset((*_ZONE_HOURS, *_MORE_ZONE_HOURS, "CST", "BST"))
_LONDON = ZoneInfo("Europe/London")
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
    day_said, month_said, year, hour, minute, second, zone_said = match.groups()
    month = _MONTHS.get(month_said.lower())
    if month is None:
        return None
    try:
        day = date(int(year), month, int(day_said))
    except ValueError:
        return None
    if hour is None:
        return _stated(day, 0, 0, 0, zone, Precision.DAY)
    said = _named_zone(zone_said) if zone_said else zone
    precision = Precision.MINUTE if second is None else Precision.SECOND
    return _stated(day, int(hour), int(minute), int(second or 0), said, precision)


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


def read_loose(text: str, clock: tzinfo | None = None, *, is_chinese: bool = False) -> Stated | None:
    """The above and whatever else has one meaning: `2026年7月2日 下午3:05`, `July 2nd, 2026 3:05 PM CEST`,
    `2026/7/2 14:33:00`, `Fri Jan 10 21:03:23 GMT+0800 2020`, `13.08.2026, 09:00 Europe/Berlin`, seconds since 1970.

    `clock` is whose clock a text without a zone means; None = such a text is not read. In a Chinese source (`is_chinese`)
    CST is not read, elsewhere it is Chicago's.
    """
    found = read_any(text, clock)
    if found is not None or not 6 <= len(text) <= 200:
        return found
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if _EPOCH.fullmatch(plain):
        return _from_epoch(plain)
    return _Loose(plain, clock, is_chinese).read()


_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d{1,9})?")
_TIME = re.compile(
    r"(?P<half>上午|下午|中午|晚上|傍晚|凌晨|早上|清晨)?\s*(?<!\d)(?P<hour>\d{1,2})(?:\s?[:時时點点]\s?)(?P<minute>\d{2})分?"
    r"(?:\s?:?(?P<second>\d{2})秒?(?:[.,]\d{1,9})?)?(?!\d)(?:\s?(?P<ampm>[AaPp])\.?[Mm]\b\.?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?(?![\d:])")
_ZONE = re.compile(
    r"\s?\(?(?:(?P<offset>(?:GMT|UTC|UT|Z)?\s?[+-]\d{1,2}(?::?\d{2})?)(?!\d)|(?P<place>[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_-]+){1,2}|[A-Z]{3}\d[A-Z]{3})|"
    r"(?P<name>[A-Za-z]{1,5})(?![A-Za-z]))\)?"
)
_COMMENT = re.compile(r"\s?(?:\([^()]*\)|\[[^\[\]]*\])$")
_WEEKDAY = re.compile(
    r"[(]?(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]*|(?:星期|周|週|禮拜|礼拜)[一二三四五六日天])[)]?",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"([^\W\d_]{2,14})[.,]{0,2}\s?(?=\S)")
_JOINTS = re.compile(r"^[\s,|·-]+|(?:\s(?:at|um|kl|à|a las|о|в)|T)?[\s,|·-]*$")
_YMD = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})[日號号]?")
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_DAY_MONTH = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?:\sof|\sde)?[\s/-]*(?P<month>[^\W\d_]{3,10})\.?(?:\sde)?[\s/,-]*(?P<year>\d{4}|\d{2})",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    r"(?P<month>[^\W\d_]{3,10})\.?\s?(?P<day>\d{1,2})(?:st|nd|rd|th)?\s?,?\s?(?P<year>\d{4})", re.IGNORECASE
)
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})[\s-](?P<month>[^\W\d_]{3,10})[\s-](?P<day>\d{1,2})")
_ENGLISH = tuple(name.lower() for name in calendar.month_name)
# Other languages' names, as far as they differ from the English ones; each means the same month in all of them.
_OTHER_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janv janvier januar jänner januari enero ene gennaio gen janeiro styczeń января янв",
            "févr février fév februar februari febrero febbraio fevereiro fev февраля фев",
            "mars märz mrz maart mrt marzo março марта мар",
            "avr avril abril abr aprile апреля апр",
            "mai maj mei mayo maggio mag maio мая май",
            "juin juni junio giugno giu junho июня июн",
            "juil juillet juli julio luglio lug julho июля июл",
            "août aout augustus agosto ago августа авг",
            "septembre septiembre settembre set setembro сентября сен сент",
            "octobre oktober okt octubre ottobre ott outubro out октября окт",
            "novembre noviembre novembro ноября ноя нояб",
            "déc décembre dezember dez december diciembre dic dicembre dezembro декабря дек",
        ),
        start=1,
    )
    for name in names.split()
}


class _Loose:
    """Takes a text apart: the time, the zone behind it, the weekday; what is left must be a date and nothing else."""

    def __init__(self, text: str, clock: tzinfo | None, is_chinese: bool) -> None:
        self._text = text
        self._clock = clock
        self._is_chinese = is_chinese

    def read(self) -> Stated | None:
        time = _TIME.search(self._text)
        if time is None:
            return self._read_compact()
        hour = _hour(time)
        if hour is None:
            return None
        rest = self._text[time.end() :]
        zone, length = self._zone(rest)
        rest = _COMMENT.sub("", rest[length:])
        day = _date_of(f"{_JOINTS.sub('', self._text[: time.start()])} {rest}".strip())
        if day is None:
            return None
        precision = Precision.MINUTE if time["second"] is None else Precision.SECOND
        return self._at(day, hour, int(time["minute"]), int(time["second"] or 0), zone, precision)

    def _read_compact(self) -> Stated | None:
        """`20260702T150405Z`, `20260702`, or any date alone."""
        match = _COMPACT.match(self._text)
        if match is None:
            day = _date_of(_JOINTS.sub("", self._text))
            return None if day is None else self._at(day, 0, 0, 0, "", Precision.DAY)
        zone, length = self._zone(self._text[match.end() :])
        if self._text[match.end() + length :]:
            return None
        try:
            day = date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
        precision = Precision.DAY if match[4] is None else Precision.SECOND if match[6] else Precision.MINUTE
        return self._at(day, int(match[4] or 0), int(match[5] or 0), int(match[6] or 0), zone, precision)

    def _zone(self, rest: str) -> tuple[str, int]:
        """The zone's name at the start of `rest`, empty without one, and its length."""
        match = _ZONE.match(rest)
        if match is None or _month(match["name"] or "") or _WEEKDAY.match(match["name"] or ""):
            return "", 0
        if (
            match["offset"]
            and (again := _ZONE.match(rest, match.end()))
            and (again["name"] or "").upper() in _KNOWN_NAMES
        ):
            # `+0200 CEST`: the offset has said it.
            return match["offset"], again.end()
        return match["offset"] or match["place"] or match["name"], match.end()

    def _at(self, day: date, hour: int, minute: int, second: int, zone: str, precision: Precision) -> Stated | None:
        if hour == 24 and not minute and not second:
            day, hour = day + timedelta(days=1), 0
        return _stated(day, hour, minute, second, self._meant(zone, day) if zone else self._clock, precision)

    def _meant(self, zone: str, day: date) -> tzinfo | None:
        if "/" in zone or (zone[:3].isalpha() and zone[3:4].isdigit()):
            try:
                return ZoneInfo(zone)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                return None
        sign = max(zone.find("+"), zone.find("-"))
        if sign >= 0:
            digits = zone[sign + 1 :].replace(":", "")
            return _named_zone(f"{zone[sign]}{digits.zfill(2).ljust(4, '0') if len(digits) < 3 else digits.zfill(4)}")
        name = zone.upper()
        if name == "CST" and not self._is_chinese:
            return timezone(timedelta(hours=-6))
        if name == "BST":
            # British in summer; in winter it is somebody else's.
            noon = datetime(day.year, day.month, day.day, 12, tzinfo=_LONDON)
            return _LONDON if noon.utcoffset() else None
        hours = _MORE_ZONE_HOURS.get(name)
        return _named_zone(name) if hours is None else timezone(timedelta(hours=hours))


def _date_of(text: str) -> date | None:
    """A date that, but for its weekday, is the whole text."""
    weekday = _WEEKDAY.search(text)
    rest = " ".join(_WEEKDAY.sub(" ", text).split())
    if weekday is None and (word := _FIRST_WORD.match(rest)) and _month(word[1]) is None:
        # A weekday in some other language: the rest must be a date all the same.
        rest = rest[word.end() :]
    rest = _JOINTS.sub("", rest)
    try:
        if match := _YMD.fullmatch(rest):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _NUMERIC.fullmatch(rest):
            return _day_or_month_first(int(match[1]), int(match[3]), int(match[4]), match[2])
        for pattern in (_DAY_MONTH, _MONTH_DAY, _YEAR_MONTH):
            if match := pattern.fullmatch(rest):
                month, year = _month(match["month"]), int(match["year"])
                if len(match["year"]) == 2:
                    # RFC 822 had years of two digits, and the day always first.
                    year += 2000 if year < 70 else 1900
                return date(year, month, int(match["day"])) if month else None
    except ValueError:
        return None
    return None


def _day_or_month_first(first: int, second: int, year: int, separator: str) -> date | None:
    if separator == "." or first > 12 or first == second:
        return date(year, second, first)
    # With strokes both orders are in use: only a day past the twelfth tells.
    return date(year, first, second) if second > 12 else None


def _month(name: str) -> int | None:
    lower = name.lower().rstrip(".")
    if len(lower) < 3:
        return None
    english = next((number for number, full in enumerate(_ENGLISH) if number and full.startswith(lower)), None)
    return english or _OTHER_MONTHS.get(lower)


def _hour(time: re.Match[str]) -> int | None:
    """The hour of 24; None for what could be noon or midnight."""
    hour, half = int(time["hour"]), time["half"] or ""
    is_late = half in ("下午", "晚上", "傍晚") or (time["ampm"] or "").lower() == "p"
    is_early = half in ("上午", "凌晨", "早上", "清晨") or (time["ampm"] or "").lower() == "a"
    if half == "晚上" and hour == 12:
        return None
    if is_early:
        return 0 if hour == 12 else hour
    if (is_late and hour < 12) or (half == "中午" and hour < 3):
        return hour + 12
    return hour


def _from_epoch(text: str) -> Stated | None:
    whole = text.partition(".")[0]
    at = datetime.fromtimestamp(int(whole[:10]), UTC)
    if at.year not in _YEARS:
        return None
    return Stated(at.replace(microsecond=int(whole[10:] or 0) * 1000), Precision.SECOND)


@lru_cache(maxsize=256)
def _named_zone(name: str) -> tzinfo | None:
    if name[0] in "+-":
        hours, minutes = int(name[1:3]), int(name[3:5])
        if hours > 14 or minutes > 59:
            return None
        # -0000 is UTC said by a clock that keeps its own zone to itself.
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
