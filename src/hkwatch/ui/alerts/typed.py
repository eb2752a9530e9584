# SPDX-License-Identifier: MIT
"""Hours and days as a person types them into the alert dialog. Pure."""

import re
import unicodedata
from datetime import UTC, date, datetime

from hkwatch.domain.alert_terms import Hours
from hkwatch.domain.hkt import start_of

_HOURS = re.compile(r"(\d{1,2}):([0-5]\d)\s*[-–—]\s*(\d{1,2}):([0-5]\d)")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")


def read_hours(text: str) -> Hours | None:
    """`08:00–23:00`; None when it is no span of the day."""
    found = _HOURS.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return None
    start, end = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
    return Hours(start, end) if start < 1440 and end <= 1440 and start != end else None


def read_day(text: str) -> datetime | None:
    """`2026-01-31`, `2026年1月31日`: the midnight in Hong Kong with which it begins, in UTC; None when it is no day."""
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return None
    try:
        return start_of(date(int(found[1]), int(found[2]), int(found[3]))).astimezone(UTC)
    except (ValueError, OverflowError):
        # 31 February, or a year that is none.
        return None


def hours_text(hours: Hours) -> str:
    """`08:00–23:00`."""
    return "–".join(f"{minute // 60:02}:{minute % 60:02}" for minute in (hours.from_min, hours.until_min))
