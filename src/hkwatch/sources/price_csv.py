# SPDX-License-Identifier: MIT
"""Price history in CSV files: the layouts of Binance's and Bitstamp's downloads → `Bar`, and bars → CSV.

    Binance     no header or its own, twelve columns: open_time, open, high, low, close, volume, close_time, …
    Bitstamp    header: timestamp or unix, [date, symbol,] open, high, low, close, …; also what is written here

Times are seconds, milliseconds or microseconds since 1970 (Binance went over to microseconds in 2025) or ISO 8601; they are
told apart by their digits. Rows may come newest first. What stands before the header, such as a link, is skipped.
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median

from hkwatch.domain.bars import HOUR_S, MINUTE_S, Bar
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.errors import FormatError
from hkwatch.sources.venues import decimal_of, moment_of

_TIME_NAMES = ("timestamp", "unix", "open_time", "open time", "time")
_PRICE_NAMES = ("open", "high", "low", "close")
_BINANCE_COLUMNS = (0, 1, 2, 3, 4)
_LEAST_COLUMNS = 5
_BEFORE_HEADER = 5
"""So many lines may stand before the header."""
HEADER = ("timestamp", "open", "high", "low", "close")


def read_bars(name: str, lines: Iterable[str]) -> list[Bar]:
    """The bars in a file, oldest first, one a time; `name` is for the errors.

    All have the same length, a minute or an hour. Raises FormatError naming the line for anything else.
    """
    bars = dict(_rows(name, lines))
    if not bars:
        raise FormatError("csv-empty", f"{name} holds no prices.", "Both layouts are described in the help.")
    times = sorted(bars)
    span_s = _span_of(name, times)
    return [Bar(at, *bars[at], span_s) for at in times]


def write_bars(points: Iterable[ChartPoint]) -> Iterator[str]:
    """The lines of a CSV file that `read_bars` reads, with the header, without line ends. Times in seconds since 1970."""
    yield ",".join(HEADER)
    for point in points:
        prices = ",".join(f"{price:.10g}" for price in (point.open, point.high, point.low, point.close))
        yield f"{int(point.at.timestamp())},{prices}"


def hours_of(minutes: Iterable[Bar]) -> list[Bar]:
    """One bar for each hour that has minutes, oldest first. `minutes` must be in order of time."""
    hours: list[Bar] = []
    for bar in minutes:
        start = bar.at.replace(minute=0, second=0, microsecond=0)
        if hours and hours[-1].at == start:
            last = hours[-1]
            hours[-1] = Bar(start, last.open, max(last.high, bar.high), min(last.low, bar.low), bar.close, HOUR_S)
        else:
            hours.append(Bar(start, bar.open, bar.high, bar.low, bar.close, HOUR_S))
    return hours


def _rows(name: str, lines: Iterable[str]) -> Iterator[tuple[datetime, tuple[Decimal, Decimal, Decimal, Decimal]]]:
    columns: tuple[int, ...] | None = None
    try:
        for number, row in enumerate(csv.reader(lines), 1):
            if not any(cell.strip() for cell in row):
                continue
            if columns is None:
                columns, is_header = _columns(row)
                if columns is None and number >= _BEFORE_HEADER:
                    raise FormatError("csv-layout", f"{name}: no header in the first {_BEFORE_HEADER} lines.", _NEXT)
                if columns is None or is_header:
                    continue
            try:
                at = moment_of(row[columns[0]].strip())
                opened, high, low, close = (decimal_of(row[column]) for column in columns[1:])
                if min(opened, high, low, close) <= 0:
                    raise ValueError("a price must be above 0")
                if not low <= min(opened, close) <= max(opened, close) <= high:
                    raise ValueError("low and high do not enclose open and close")
            except (ValueError, IndexError, ArithmeticError, OSError) as exc:
                raise FormatError("csv-row", f"{name}, line {number}: {','.join(row)[:100]}: {exc}.", _NEXT) from exc
            yield at, (opened, high, low, close)
    except (csv.Error, UnicodeDecodeError) as exc:
        raise FormatError("csv-row", f"{name}: {exc}.", _NEXT) from exc


_NEXT = "Nothing was imported. Give a file in the layout of Binance or Bitstamp."


def _columns(row: list[str]) -> tuple[tuple[int, ...] | None, bool]:
    """Where time, open, high, low and close stand, and whether this row only says so; None = it says nothing."""
    names = [cell.strip().lower() for cell in row]
    time = next((names.index(known) for known in _TIME_NAMES if known in names), None)
    if time is not None and all(known in names for known in _PRICE_NAMES):
        return (time, *(names.index(known) for known in _PRICE_NAMES)), True
    if len(row) >= _LEAST_COLUMNS and names[0].isdigit() and len(names[0]) >= 10:
        return _BINANCE_COLUMNS, False
    return None, False


def _span_of(name: str, times: list[datetime]) -> int:
    if len(times) < 2:
        raise FormatError("csv-span", f"{name} holds one row: minutes and hours cannot be told apart.", _NEXT)
    step_s = median((b - a).total_seconds() for a, b in pairwise(times[:1000]))
    if step_s not in (MINUTE_S, HOUR_S):
        raise FormatError(
            "csv-span", f"{name}: a row every {timedelta(seconds=step_s)}, neither minutes nor hours.", _NEXT
        )
    return int(step_s)
