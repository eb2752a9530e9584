# SPDX-License-Identifier: MIT
"""An alert written as TOML, and candles as CSV: what `hkwatch alerts` reads from files.

kind = "move"          level, upper: numbers in `currency`      window, cooldown, within: "90s", "60m", "24h", "7d"
percent = 2            band = 0.25 (percent)                    hours = "08:00-23:00" (Hong Kong)
since = 2026-01-01     sound = "ping"                           inbox = true (each firing is an item there)
window = "60m"         item = { level = "high", query = "src:sfc", within = "60m" }
"""

import contextlib
import csv
import difflib
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path
from typing import Any

from hkwatch.domain.alert_terms import EXTREME_KINDS, REMINDERS, Direction, Hours, ItemCondition
from hkwatch.domain.alerts import AlertKind, AlertSpec, Currency, Repeat, Sound
from hkwatch.domain.bars import HOUR_S, MINUTE_S, Bar
from hkwatch.domain.digits import natural
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.hkt import start_of
from hkwatch.domain.ids import AlertId
from hkwatch.domain.item import Level
from hkwatch.sources.toml_text import read_toml

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_MOST_DIGITS = 6
_KEYS = (
    "asset",
    "kind",
    "level",
    "upper",
    "currency",
    "percent",
    "window",
    "direction",
    "venue",
    "band",
    "cooldown",
    "repeat",
    "readings",
    "notify",
    "expires",
    "hours",
    "item",
    "note",
    "since",
    "sound",
    "inbox",
)
_ITEM_KEYS = ("level", "query", "within")


def read_alert(path: Path, repeat: Repeat = Repeat.ONCE) -> AlertSpec:
    """The alert in a file; `repeat` where it says nothing of that. Raises SettingsError naming file and key."""
    try:
        found = read_toml(path.read_text("utf-8"))
    except OSError as error:
        raise SettingsError(
            "unreadable", f"{path}: {error.strerror}.", "Give the name of a file that exists."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError("unreadable", f"{path}: {error}.", "Write it as TOML: key = value.") from error
    return alert_of(found, str(path), repeat)


def alert_of(found: dict[str, Any], where: str, repeat: Repeat = Repeat.ONCE) -> AlertSpec:
    """The alert of a table of keys. Raises SettingsError naming the key."""
    take = _Taker(found, where, _KEYS)
    kind = take.choice("kind", AlertKind, None)
    item = take.table("item")
    condition = None
    if item is not None:
        inner = _Taker(item, f"{where}, item", _ITEM_KEYS)
        level = inner.choice("level", Level, Level.LOW if kind is AlertKind.ITEM else Level.HIGH)
        condition = ItemCondition(level, inner.text("query"), inner.seconds("within", 3600))
    default_cooldown = 3600 if kind in EXTREME_KINDS or kind in REMINDERS else 900
    window_s = take.seconds("window", 0)
    if kind is AlertKind.STEP:
        default_cooldown = 300
    if kind is AlertKind.MOVE:
        default_cooldown = window_s // 4
    try:
        return AlertSpec(
            AlertId(0),
            take.text("asset", "BTC").upper(),
            kind,
            take.number("level", Decimal(0)),
            take.choice("currency", Currency, Currency.USD),
            take.number("band", Decimal("0.25")) / 100,
            take.seconds("cooldown", default_cooldown),
            take.choice("repeat", Repeat, repeat),
            take.choice("notify", Level, Level.HIGH),
            take.moment("expires"),
            take.text("note"),
            upper=take.number("upper", None),
            pct=take.percent("percent"),
            window_s=window_s,
            direction=take.choice("direction", Direction, Direction.BOTH),
            venue=take.text("venue"),
            readings=int(take.number("readings", Decimal(1))),
            with_item=condition,
            hours=take.hours("hours"),
            since=take.since("since"),
            sound=take.choice("sound", Sound, Sound.LEVEL),
            in_inbox=take.switch("inbox"),
        )
    except ValueError as error:
        keys = str(error).rpartition(": ")[2].replace("pct", "percent")
        raise SettingsError(
            "alert", f"{where}: missing or not possible: {keys}.", "See `hkwatch alerts add --help`."
        ) from error


class _Taker:
    """Takes values out of a table; a wrong one is named."""

    def __init__(self, found: dict[str, Any], where: str, known: tuple[str, ...]) -> None:
        self._found, self._where = found, where
        for key in found:
            if key not in known:
                near = difflib.get_close_matches(key, known, 1)
                hint = f"Did you mean {near[0]!r}?" if near else f"Known are {', '.join(known)}."
                raise SettingsError("unknown-key", f"{where}: {key!r} is unknown.", hint)

    def _wrong(self, key: str, wanted: str) -> SettingsError:
        return SettingsError("value", f"{self._where}: {key} = {self._found.get(key)!r} does not fit.", wanted)

    def text(self, key: str, default: str = "") -> str:
        value = self._found.get(key, default)
        if not isinstance(value, str):
            raise self._wrong(key, "Write a text in quotes.")
        return value

    def table(self, key: str) -> dict[str, Any] | None:
        value = self._found.get(key)
        if value is not None and not isinstance(value, dict):
            raise self._wrong(key, 'Write a table: { level = "high" }.')
        return value

    def choice(self, key: str, kind: Any, default: Any) -> Any:
        names = {(one.name if kind is Level else one.value).lower(): one for one in kind}
        value = self._found.get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or value.lower() not in names:
            raise self._wrong(key, f"Write one of {', '.join(names)}.")
        return names[value.lower()]

    def number(self, key: str, default: Any) -> Any:
        value = self._found.get(key)
        if value is None:
            return default
        try:
            number = Decimal(str(value).replace(",", "").replace("_", ""))
        except InvalidOperation:
            raise self._wrong(key, "Write a number.") from None
        if isinstance(value, bool) or not number.is_finite():
            raise self._wrong(key, "Write a number.")
        return number

    def percent(self, key: str) -> Decimal | None:
        number = self.number(key, None)
        return None if number is None else number / 100

    def seconds(self, key: str, default: int) -> int:
        value = self._found.get(key)
        if value is None:
            return default
        if isinstance(value, str) and value[-1:] in _UNITS:
            number = natural(value[:-1], _MOST_DIGITS)
            if number is not None:
                return number * _UNITS[value[-1]]
        raise self._wrong(key, 'Write a time: "90s", "60m", "24h" or "7d".')

    def moment(self, key: str) -> datetime | None:
        value = self._found.get(key)
        if isinstance(value, str):
            try:
                value = datetime.fromisoformat(value)
            except ValueError:
                raise self._wrong(key, "Write a time with its zone: 2026-12-01T09:00:00+08:00.") from None
        if value is None:
            return None
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise self._wrong(key, "Write a time with its zone: 2026-12-01T09:00:00+08:00.")
        return value.astimezone(UTC)

    def since(self, key: str) -> datetime | None:
        """A day means its midnight in Hong Kong."""
        value = self._found.get(key)
        if isinstance(value, str):
            with contextlib.suppress(ValueError):
                value = date.fromisoformat(value)
        if value is None:
            return None
        if isinstance(value, datetime) and value.tzinfo is not None:
            return value.astimezone(UTC)
        if isinstance(value, date) and not isinstance(value, datetime):
            return start_of(value).astimezone(UTC)
        raise self._wrong(key, "Write a day: 2026-01-31.")

    def switch(self, key: str) -> bool:
        value = self._found.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, "Write true or false.")
        return value

    def hours(self, key: str) -> Hours | None:
        value = self._found.get(key)
        if value is None:
            return None
        try:
            start, end = (part.split(":") for part in str(value).split("-"))
            return Hours(int(start[0]) * 60 + int(start[1]), int(end[0]) * 60 + int(end[1]))
        except (ValueError, IndexError):
            raise self._wrong(key, 'Write hours of Hong Kong: "08:00-23:00".') from None


def read_candles(path: Path) -> list[Bar]:
    """Candles with or without a header: time, open, high, low, close. Times in s, ms or µs since 1970, or ISO (UTC).

    The span is the shortest distance between two rows. Raises SettingsError naming the line.
    """
    rows: list[tuple[datetime, list[Decimal]]] = []
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = list(_rows(file, path))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError("unreadable", f"{path}: {error}.", "Give a CSV file of candles.") from error
    rows.sort(key=lambda row: row[0])
    steps = [int((later[0] - earlier[0]).total_seconds()) for earlier, later in pairwise(rows)]
    span_s = min((step for step in steps if step > 0), default=MINUTE_S)
    if span_s > HOUR_S:
        raise SettingsError("candles", f"{path}: candles of {span_s} s.", "Use candles of an hour or shorter.")
    return [Bar(at, opened, high, low, close, span_s) for at, (opened, high, low, close) in rows]


def _rows(file: Any, path: Path) -> Iterator[tuple[datetime, list[Decimal]]]:
    for row in csv.reader(file):
        if not row or not row[0].strip() or row[0].strip()[0].isalpha():
            continue
        try:
            values = [Decimal(cell) for cell in row[1:5]]
            if len(values) < 4 or not values[2] <= min(values[0], values[3]) <= max(values[0], values[3]) <= values[1]:
                raise ValueError("open, high, low and close do not fit together")
            yield _time(row[0].strip()), values
        except (ValueError, ArithmeticError) as error:
            raise SettingsError(
                "candles",
                f"{path}: {','.join(row[:5])}: {error}.",
                "Each row begins with time, open, high, low, close.",
            ) from error


def _time(text: str) -> datetime:
    if text.isdigit():
        # Seconds have 10 digits in our times, milliseconds 13, microseconds 16.
        return datetime.fromtimestamp(int(text) / 10 ** max(0, len(text) - 10), UTC)
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
