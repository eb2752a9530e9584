# SPDX-License-Identifier: MIT
"""US dollar in Hong Kong dollars: an answer's bytes → `FxRate`, kept inside the peg band.

The currency board holds the rate between 7.75 and 7.85, so a rate well outside is a mistake of the service
and is refused. With no fresh rate at all the middle of the band serves, and says so: it is at most 0.65 %
wrong.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Any

from hkwatch.domain.catalogue import FxRow
from hkwatch.domain.errors import FormatError
from hkwatch.domain.price import FxRate
from hkwatch.sources.venues import decimal_of, find, moment_of, read_json

__all__ = ["PEG_MID", "FxRate", "choose_rate", "is_fresh", "parse_rate"]

PEG_MID = FxRate(rate=Decimal("7.80"), source="peg-mid")
"""The middle of the peg band, ±0.65 %: what is shown when nobody states a fresh rate. `is_fallback` is true.
"""

FETCHED_WITHIN = timedelta(hours=36)
STATED_WITHIN_DAYS = 7
"""Daily rates rest over weekends and long holidays."""


def parse_rate(row: FxRow, body: bytes, fetched_at: datetime) -> FxRate:
    """The rate in this answer.

    Raises FormatError when the answer is no JSON, a path leads nowhere, or the rate lies outside
    `row.low`–`row.high`.
    """
    document = read_json(row.id, body)
    stated = _find(row, document, row.rate)
    try:
        rate = decimal_of(stated)
    except ValueError as exc:
        raise FormatError("fx-number", f"{row.id}: `{row.rate}`: {exc}.") from exc
    low, high = Decimal(str(row.low)), Decimal(str(row.high))
    if not low <= rate <= high:
        raise FormatError("fx-guard", f"{row.id}: `{row.rate}` is {rate}, outside {low}–{high}; not used.")
    return FxRate(rate, row.id, _day(row, document) if row.date else None, fetched_at)


def is_fresh(rate: FxRate, now: datetime) -> bool:
    """Whether the rate was fetched within 36 hours and, where it names its day, stands for one of the last 7."""
    if rate.fetched_at is None or now - rate.fetched_at > FETCHED_WITHIN:
        return False
    return rate.as_of is None or (now.date() - rate.as_of).days <= STATED_WITHIN_DAYS


def choose_rate(rates: Iterable[FxRate], now: datetime) -> FxRate:
    """The first fresh one in the order given, else `PEG_MID`."""
    return next((rate for rate in rates if is_fresh(rate, now)), PEG_MID)


def _find(row: FxRow, document: Any, path: str) -> Any:
    try:
        return find(document, path)
    except LookupError as exc:
        raise FormatError("fx-path", f"{row.id}: `{path}` leads nowhere: {exc}.") from exc


def _day(row: FxRow, document: Any) -> date:
    """A day stated as ISO 8601, as seconds since 1970, or the way e-mail does."""
    stated = _find(row, document, row.date)
    try:
        return moment_of(stated).date()
    except (ValueError, ArithmeticError, OSError):
        pass
    try:
        return parsedate_to_datetime(str(stated)).astimezone(UTC).date()
    except ValueError as exc:
        raise FormatError("fx-date", f"{row.id}: `{row.date}`: {str(stated)[:60]!r} is no date.") from exc
