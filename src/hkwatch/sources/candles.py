# SPDX-License-Identifier: MIT
"""Price history of the venues that give it without a key: where it is, and their rows → `Bar`.

Each venue has its own order of columns and of time, and its own limit of rows a call.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import quote as url_quote

from hkwatch.domain.bars import MINUTE_S, Bar
from hkwatch.domain.errors import FormatError
from hkwatch.domain.ids import VenueId
from hkwatch.sources.venues import decimal_of, find, moment_of, read_json


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a venue gives history. `columns` are time, open, high, low, close; `rows_a_call` its limit.

    `reaches_back` False = only the newest rows can be had, whatever is asked for.
    """

    base_url: str
    rows: str
    columns: tuple[int | str, int | str, int | str, int | str, int | str]
    rows_a_call: int
    reaches_back: bool = True


_LAYOUTS = {
    VenueId("coinbase"): _Layout("https://api.exchange.coinbase.com", "", (0, 3, 2, 1, 4), 300),
    VenueId("kraken"): _Layout("https://api.kraken.com", "result", (0, 1, 2, 3, 4), 720, reaches_back=False),
    VenueId("bitstamp"): _Layout(
        "https://www.bitstamp.net", "data.ohlc", ("timestamp", "open", "high", "low", "close"), 1000
    ),
}

CANDLE_VENUES = frozenset(_LAYOUTS)
"""The venues whose history can be read here."""


def candle_pages(venue: VenueId, granularity_s: int, start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    """The spans to ask for one after the other, newest first, so that none exceeds the venue's rows a call.

    A venue that only gives its newest rows (Kraken: 720) has one span; what is older cannot be had there.
    Raises KeyError for a venue without history.
    """
    layout = _LAYOUTS[venue]
    reach = timedelta(seconds=granularity_s * layout.rows_a_call)
    pages = []
    while start < end:
        begin = max(start, end - reach)
        pages.append((begin, end))
        if not layout.reaches_back:
            break
        end = begin
    return pages


def candles_address(
    venue: VenueId, symbol: str, granularity_s: int, start: datetime, end: datetime, base_url: str = ""
) -> str:
    """Where the bars of one page (`candle_pages`) are. `granularity_s` is 60 or 3600.

    `base_url` takes the place of the venue's scheme and host, empty = the venue's own. Raises KeyError for a
    venue without history.
    """
    base = (base_url or _LAYOUTS[venue].base_url).rstrip("/")
    name = url_quote(symbol, safe="-_.~")
    first, last = int(start.timestamp()), int(end.timestamp())
    if venue == "coinbase":
        begin, stop = (f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" for moment in (start, end))
        return f"{base}/products/{name}/candles?granularity={granularity_s}&start={begin}&end={stop}"
    if venue == "kraken":
        # `since` is exclusive.
        return f"{base}/0/public/OHLC?pair={name}&interval={granularity_s // 60}&since={first - 1}"
    return f"{base}/api/v2/ohlc/{name}/?step={granularity_s}&limit=1000&start={first}&end={last}"


def parse_candles(venue: VenueId, body: bytes, granularity_s: int = MINUTE_S) -> list[Bar]:
    """The bars in an answer, oldest first, one a time.

    The newest may still be growing: leave out what ends after now. Raises FormatError naming the row,
    KeyError for a venue without history.
    """
    layout = _LAYOUTS[venue]
    document = read_json(venue, body)
    if venue == "kraken" and isinstance(document, dict) and document.get("error"):
        raise FormatError("venue-error", f"{venue}: `error` says {document['error']!r}.")
    try:
        rows = find(document, layout.rows)
        if venue == "kraken":
            # Beside the rows, under a name that need not be the one asked for, stands `last`.
            rows = next((value for key, value in rows.items() if key != "last"), None)
        if not isinstance(rows, list):
            raise LookupError(f"`{layout.rows or 'the answer'}` is no list of rows")
    except (LookupError, AttributeError) as exc:
        raise FormatError("candles-form", f"{venue}: {exc}: {str(document)[:120]}") from exc
    bars = {bar.at: bar for bar in _bars(venue, layout, rows, granularity_s)}
    return [bars[at] for at in sorted(bars)]


def _bars(venue: VenueId, layout: _Layout, rows: list[Any], granularity_s: int) -> Iterator[Bar]:
    for n, row in enumerate(rows):
        try:
            at = moment_of(row[layout.columns[0]])
            opened, high, low, close = (_price(row[column]) for column in layout.columns[1:])
        except (LookupError, TypeError, ValueError, ArithmeticError, OSError) as exc:
            raise FormatError("candles-row", f"{venue}: row {n}: {str(row)[:120]}: {exc}") from exc
        if not low <= min(opened, close) <= max(opened, close) <= high:
            raise FormatError("candles-row", f"{venue}: row {n}: {str(row)[:120]}: low and high do not enclose it")
        yield Bar(at, opened, high, low, close, granularity_s)


def _price(value: Any) -> Decimal:
    number = decimal_of(value)
    if number <= 0:
        raise ValueError(f"{value} is no price")
    return number
