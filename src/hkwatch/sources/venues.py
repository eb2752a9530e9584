# SPDX-License-Identifier: MIT
"""Price venues: a catalogue row and an answer's bytes → a `Quote`, or an error naming the venue and the path.

    bytes → JSON (numbers as Decimal) → the venue's own error inside HTTP 200? → paths → numbers, time → Quote

Nothing here fetches. History is read in `candles.py`.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import quote as url_quote

from hkwatch.domain.catalogue import VenueRow
from hkwatch.domain.digits import natural
from hkwatch.domain.errors import FetchError, FormatError, SettingsError
from hkwatch.domain.price import Quote

_NUMBER = re.compile(r"[+-]?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,2})?", re.ASCII)
_EPOCH = re.compile(r"\d{9,19}(\.\d+)?", re.ASCII)
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_EARLIEST, _LATEST = datetime(2009, 1, 3, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_BAN_S = 120.0


def address(row: VenueRow, asset: str) -> str:
    """Where this venue states the price of `asset`. Raises SettingsError when the row has no name for it."""
    symbol = row.symbols.get(asset)
    if symbol is None:
        raise SettingsError(
            "venue-no-symbol",
            f"{row.id} has no symbol for {asset}.",
            f"Add symbols.{asset} to the row {row.origin}.".replace(" .", "."),
        )
    return row.url.replace("{symbol}", url_quote(symbol, safe="-_.~"))


def parse_ticker(row: VenueRow, asset: str, body: bytes, received_at: datetime) -> Quote:
    """What the venue says in this answer.

    Raises FormatError for an answer that is no JSON, that is the venue's own error, whose path leads nowhere
    (the message says where it stops), or whose numbers are no prices: empty, zero, negative, NaN, or listed
    in `row.reject`.
    """
    document = read_json(row.id, body)
    _raise_own_error(row, document)
    _check_echo(row, asset, document)
    price = _number(row, row.price, _find(row, document, row.price))
    return Quote(
        venue=row.id,
        asset=asset,
        price=price,
        t_received=received_at,
        bid=_side(row, document, row.bid),
        ask=_side(row, document, row.ask),
        t_source=_time(row, _find(row, document, row.time)) if row.time else None,
        currency=row.quote,
        vote=row.vote,
        every_s=row.interval_s,
        max_age_s=row.max_age_s,
    )


def status_error(row: VenueRow, http_status: int, headers: Mapping[str, str], body: bytes) -> FetchError:
    """The error for an answer whose HTTP status is not 200, with what the venue says about it.

    `retry_after_s` is read from Retry-After in seconds; without it a ban (418) counts as two minutes.
    """
    said = _message(body)
    detail = f"{row.name} answered HTTP {http_status}{said and f': {said}'}."
    retry_after_s = _retry_after_s(headers)
    temporary = True
    match http_status:
        case 429:
            step = "It is asked less often until it answers again."
        case 418:
            step = "It has banned this address for a while; it is left alone until then."
            retry_after_s = retry_after_s or _BAN_S
        case 451:
            step, temporary = "It does not serve this place; switch the venue off.", False
        case 403:
            step = "It refuses this program or this place; if that stays so, switch the venue off."
        case _ if http_status >= 500:
            step = ""
        case _:
            step, temporary = f"Check the address of {row.id} in the catalogue.", False
    return FetchError(
        f"http-{http_status}",
        detail,
        step,
        temporary=temporary,
        http_status=http_status,
        retry_after_s=retry_after_s,
    )


def read_json(venue: str, body: bytes) -> Any:
    """The JSON document in `body`, numbers as Decimal or int. Raises FormatError for anything else, NaN
    included.
    """
    try:
        return json.loads(body, parse_float=Decimal, parse_constant=_refuse_constant)
    except (ValueError, ArithmeticError, RecursionError) as exc:
        start = body[:40].lstrip().lower()
        what = "a web page" if start.startswith((b"<!doctype", b"<html")) else "no JSON"
        raise FormatError("not-json", f"{venue}: the answer is {what} ({exc}).") from exc


def _refuse_constant(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def find(document: Any, path: str) -> Any:
    """The value at a dotted path: `a.b` for keys, `[0]` for places in a list, `*` for the only key.

    Raises LookupError that says where the path stops and why.
    """
    here, done = document, ""
    for index, key in _STEP.findall(path):
        at = f"`{done}`" if done else "the beginning"
        if index:
            if not isinstance(here, list):
                raise LookupError(f"at {at} there is no list for [{index}]")
            if int(index) >= len(here):
                raise LookupError(f"the list at {at} has {len(here)} entries, none at [{index}]")
            here, done = here[int(index)], f"{done}[{index}]"
            continue
        if not isinstance(here, dict):
            raise LookupError(f"at {at} there are no keys to look for `{key}`")
        if key == "*":
            if len(here) != 1:
                raise LookupError(f"at {at} there are {len(here)} keys, `*` needs one")
            key = next(iter(here))
        elif key not in here:
            raise LookupError(f"at {at} there is no key `{key}`")
        here, done = here[key], f"{done}.{key}".lstrip(".")
    return here


def decimal_of(value: Any) -> Decimal:
    """A number that is stated as text, int or Decimal. Raises ValueError for anything else, NaN and booleans
    included.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise ValueError(f"{_shown(value)} is no number")
    text = str(value).strip()
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{_shown(value)} is no number")
    return Decimal(text)


def moment_of(value: Any) -> datetime:
    """A time stated as ISO 8601 or as seconds, milli-, micro- or nanoseconds since 1970, told apart by their
    digits.

    The digits are trusted more than a declared unit: venues have changed from milli- to microseconds without
    a word. An ISO time without a zone is read as UTC. Raises ValueError outside 2009–2099.
    """
    text = "" if isinstance(value, bool) else str(value).strip()
    if _EPOCH.fullmatch(text):
        digits = len(text.split(".")[0])
        scale = 1 if digits <= 11 else 10**3 if digits <= 14 else 10**6 if digits <= 17 else 10**9
        moment = datetime.fromtimestamp(float(Decimal(text) / scale), UTC)
    elif isinstance(value, str):
        moment = datetime.fromisoformat(text)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    else:
        raise ValueError(f"{_shown(value)} is no time")
    if not _EARLIEST <= moment < _LATEST:
        raise ValueError(f"{_shown(value)} is no time a price can have")
    return moment


def _raise_own_error(row: VenueRow, document: Any) -> None:
    """Venues answer HTTP 200 and put the error inside."""
    if row.error_path:
        try:
            found = find(document, row.error_path)
        except LookupError:
            found = None
        if found:
            raise FormatError("venue-error", f"{row.id}: `{row.error_path}` says {_shown(found)}.")
    if row.ok_path:
        value = _find(row, document, row.ok_path)
        if str(value) != row.ok_equals:
            said = _message_in(document)
            raise FormatError(
                "venue-error",
                f"{row.id}: `{row.ok_path}` is {_shown(value)}, not {row.ok_equals}{said and f': {said}'}.",
            )


def _check_echo(row: VenueRow, asset: str, document: Any) -> None:
    """Where the answer names its pair, it must be the one asked for."""
    if not row.echo:
        return
    named = _find(row, document, row.echo)
    if str(named).casefold() != row.symbols.get(asset, "").casefold():
        wanted = row.symbols.get(asset, asset)
        raise FormatError(
            "venue-pair", f"{row.id}: `{row.echo}` is {_shown(named)}, not the {wanted} that was asked for."
        )


def _find(row: VenueRow, document: Any, path: str) -> Any:
    try:
        return find(document, path)
    except LookupError as exc:
        said = _message_in(document)
        raise FormatError(
            "venue-path",
            f"{row.id}: `{path}` leads nowhere: {exc}{said and f'; it says {said}'}.",
            "Correct the path in the catalogue, or switch the venue off.",
        ) from exc


def _number(row: VenueRow, path: str, value: Any) -> Decimal:
    try:
        number = decimal_of(value)
    except ValueError as exc:
        raise FormatError("venue-number", f"{row.id}: `{path}`: {exc}.") from exc
    if number <= 0 or str(value) in row.reject:
        raise FormatError("venue-number", f"{row.id}: `{path}`: {_shown(value)} is no price; the pair may be dead.")
    return number


def _side(row: VenueRow, document: Any, path: str) -> Decimal | None:
    if not path:
        return None
    value = _find(row, document, path)
    # A thin book may have nothing on one side; the price stands all the same.
    return None if value is None or value == "" else _number(row, path, value)


def _time(row: VenueRow, value: Any) -> datetime | None:
    if value is None or value == "":
        return None
    try:
        return moment_of(value)
    except (ValueError, ArithmeticError, OSError) as exc:
        raise FormatError("venue-time", f"{row.id}: `{row.time}`: {_shown(value)} is no time ({exc}).") from exc


def _retry_after_s(headers: Mapping[str, str]) -> float | None:
    for name, value in headers.items():
        if name.lower() == "retry-after" and (seconds := natural(value)) is not None:
            return float(seconds)
    return None


def _message(body: bytes) -> str:
    try:
        return _message_in(json.loads(body[:20_000]))
    except (ValueError, RecursionError):
        return ""


def _message_in(document: Any) -> str:
    """The human part of an error document, at most 120 characters; empty where there is none."""
    if isinstance(document, list) and document and document[0] == "error":
        return " ".join(str(part) for part in document[1:])[:120]
    if not isinstance(document, dict):
        return ""
    for key in ("msg", "message", "error_message", "errorMessage", "retMsg", "reason", "error", "status", "errors"):
        value = document.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = _message_in(value) or value.get("id", "")
        if isinstance(value, str) and value:
            return " ".join(value.split())[:120]
    return ""


def _shown(value: Any) -> str:
    text = repr(str(value) if isinstance(value, Decimal) else value)
    return text if len(text) <= 80 else f"{text[:79]}…"
