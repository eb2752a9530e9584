# SPDX-License-Identifier: MIT
"""What was typed into the alert dialog, and what it amounts to. Pure: `now` and the price are arguments.

Draft (texts and choices) ── read ──► Reading (numbers, problems, the spec when there are none)
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from hkwatch.domain.alert_terms import (
    AMOUNT_KINDS,
    BAND_KINDS,
    EXTREME_KINDS,
    LEVEL_KINDS,
    RANGE_KINDS,
    REMINDERS,
    SHARE_KINDS,
    AlertKind,
    Currency,
    Direction,
    Hours,
    ItemCondition,
    Repeat,
    Sound,
)
from hkwatch.domain.alert_types import LONGEST_WINDOW_S, AlertSpec
from hkwatch.domain.ids import AlertId
from hkwatch.domain.item import Level
from hkwatch.domain.query import QueryError, parse_query
from hkwatch.ui.alerts.typed import hours_text, read_day, read_hours
from hkwatch.ui.formats import exact, in_hkt

_THOUSANDS = {"k": Decimal(1000), "m": Decimal(1_000_000), "萬": Decimal(10_000), "万": Decimal(10_000)}
WINDOW_KINDS = EXTREME_KINDS | {AlertKind.MOVE, AlertKind.NO_PRICE, AlertKind.PREMIUM}
"""Kinds with a time."""
SHARE = "%"
"""In place of a currency: the step goes by per cent."""
SINCE = -1
"""In place of a unit of time: since a day."""
_SYMBOLS = ("US$", "HK$", "USD", "HKD", "$")
_MOST_COOLDOWN_MIN = 7 * 24 * 60


class Expiry(StrEnum):
    """How long an alert lives. KEEP = as it was, for an alert that is edited."""

    NEVER = "never"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    KEEP = "keep"


_LIVES = {
    Expiry.DAY: timedelta(days=1),
    Expiry.WEEK: timedelta(days=7),
    Expiry.MONTH: timedelta(days=30),
}


class Problem(StrEnum):
    """What keeps the draft from being saved."""

    LEVEL_MISSING = "level-missing"
    LEVEL_UNREADABLE = "level-unreadable"
    LEVEL_NOT_POSITIVE = "level-not-positive"
    BAND_UNREADABLE = "band-unreadable"
    BAND_RANGE = "band-range"
    COOLDOWN_UNREADABLE = "cooldown-unreadable"
    COOLDOWN_RANGE = "cooldown-range"
    EXPIRED = "expired"
    UPPER = "upper"
    PERCENT = "percent"
    WINDOW = "window"
    READINGS = "readings"
    ITEM_MINUTES = "item-minutes"
    QUERY = "query"
    HOURS = "hours"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class Draft:
    """The dialog's fields. `band_text` is in percent, `cooldown_text` in minutes. `kept_until` belongs to `Expiry.KEEP`."""

    id: AlertId
    asset: str
    currency: Currency
    kind: AlertKind
    level_text: str
    band_text: str = "0.25"
    repeat: Repeat = Repeat.ONCE
    cooldown_text: str = "15"
    notify: Level = Level.HIGH
    expiry: Expiry = Expiry.NEVER
    kept_until: datetime | None = None
    note: str = ""
    upper_text: str = ""
    percent_text: str = "3"
    window_text: str = "1"
    window_unit_s: int = 3600
    """Seconds in one of what `window_text` counts; 0 = of all time, SINCE = since the day of `since_text`."""
    direction: Direction = Direction.BOTH
    readings_text: str = "1"
    with_item: bool = False
    item_level: Level = Level.HIGH
    item_minutes_text: str = "60"
    query_text: str = ""
    with_hours: bool = False
    hours_text: str = "08:00–23:00"
    tell_now: bool = False
    """A level that is passed already is told at once. Only for an alert that fires once."""
    by_share: bool = False
    """A step: what stands in `level_text` is per cent of the price at the making."""
    since_text: str = ""
    sound: Sound = Sound.LEVEL
    in_inbox: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft understood. Numbers are None where the text gives none; `spec` is None while there are problems.

    `distance` = level ÷ price − 1 in the draft's currency, None without both. `is_beyond` = the price is at or past
    the level already.
    """

    level: Decimal | None
    rearm_level: Decimal | None
    cooldown_min: int | None
    expires_at: datetime | None
    problems: tuple[Problem, ...]
    spec: AlertSpec | None
    distance: Decimal | None
    is_beyond: bool


def parse_amount(text: str) -> Decimal | None:
    """The number a person typed: `95,000`, `US$95k`, `９５０００`, `9.5萬`; None when it is no number."""
    plain = unicodedata.normalize("NFKC", text).strip()
    for symbol in _SYMBOLS:
        if plain.upper().startswith(symbol):
            plain = plain[len(symbol) :].strip()
            break
    factor = Decimal(1)
    if plain and plain[-1].lower() in _THOUSANDS:
        factor = _THOUSANDS[plain[-1].lower()]
        plain = plain[:-1].strip()
    plain = plain.replace(",", "").replace(" ", "").replace("\N{MINUS SIGN}", "-")
    try:
        value = Decimal(plain) * factor
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def price_in(currency: Currency, price_usd: Decimal | None, fx: Decimal | None) -> Decimal | None:
    """The price in a currency; None without a price, or without a rate for HK$."""
    if price_usd is None or currency is Currency.USD:
        return price_usd
    return price_usd * fx if fx else None


def suggest_level(price: Decimal) -> Decimal:
    """A round level under the price, 96,000 for 96,900; one nearer than 0.3 % would fire at once, so 96,100 gives 95,000."""
    step = Decimal(10) ** (price.adjusted() - 1)
    level = price // step * step
    if price - level < price * Decimal("0.003"):
        level -= step
    return level


def fitting_kind(level: Decimal, price: Decimal) -> AlertKind:
    """The direction in which the price still has to go to reach the level."""
    return AlertKind.CROSS_ABOVE if level > price else AlertKind.CROSS_BELOW


def draft_of(spec: AlertSpec) -> Draft:
    """The dialog's fields for an alert that is edited."""
    blank = Draft(spec.id, spec.asset, spec.currency, spec.kind, "")
    unit_s = next((unit for unit in (86_400, 3600) if spec.window_s and spec.window_s % unit == 0), 60)
    if spec.window_s == 86_400:
        unit_s = 3600
    has_window = bool(spec.window_s)
    item = spec.with_item or ItemCondition()
    hours = spec.hours
    by_share = spec.kind is AlertKind.STEP and spec.pct is not None
    percent_text = blank.percent_text if spec.pct is None else format((spec.pct * 100).normalize(), "f")
    endless = 0 if spec.since is None else SINCE
    return Draft(
        spec.id,
        spec.asset,
        spec.currency,
        spec.kind,
        percent_text if by_share else exact(spec.level) if spec.level else "",
        format((spec.band * 100).normalize(), "f"),
        spec.repeat,
        str(max(0, round(spec.cooldown_s / 60))),
        spec.notify,
        Expiry.KEEP if spec.expires_at else Expiry.NEVER,
        spec.expires_at,
        spec.note,
        upper_text="" if spec.upper is None else exact(spec.upper),
        percent_text=percent_text,
        window_text=str(spec.window_s // unit_s) if has_window else blank.window_text,
        window_unit_s=unit_s if has_window else (endless if spec.kind in EXTREME_KINDS else blank.window_unit_s),
        direction=spec.direction,
        readings_text=str(spec.readings),
        with_item=spec.with_item is not None,
        item_level=item.level,
        item_minutes_text=str(item.within_s // 60),
        query_text=item.query,
        with_hours=hours is not None,
        hours_text=blank.hours_text if hours is None else hours_text(hours),
        by_share=by_share,
        since_text="" if spec.since is None else in_hkt(spec.since).date().isoformat(),
        sound=spec.sound,
        in_inbox=spec.in_inbox,
    )


def read(draft: Draft, price_usd: Decimal | None, fx: Decimal | None, now: datetime) -> Reading:
    """Understand a draft at a price and a time."""
    problems: list[Problem] = []
    kind = draft.kind
    by_share = kind is AlertKind.STEP and draft.by_share
    level = _level(draft.level_text, problems) if kind in AMOUNT_KINDS and not by_share else None
    if kind in EXTREME_KINDS and not draft.window_unit_s and draft.level_text.strip():
        level = _level(draft.level_text, problems)
    band = _band(draft.band_text, problems) if kind in BAND_KINDS else Decimal("0.0025")
    cooldown_min = _cooldown(draft, problems)
    upper = _upper(draft, level, band, problems) if kind in RANGE_KINDS else None
    pct = _percent(draft.percent_text, problems) if kind in SHARE_KINDS else None
    if by_share:
        pct = _percent(draft.level_text, problems)
    since = _since(draft, now, problems)
    window_s = _window(draft, problems)
    readings = _whole(draft.readings_text, 1, 20, Problem.READINGS, problems)
    item = _item(draft, problems)
    hours = _hours(draft.hours_text, problems) if draft.with_hours else None
    expires_at = draft.kept_until if draft.expiry is Expiry.KEEP else None
    if draft.expiry in _LIVES:
        expires_at = now + _LIVES[draft.expiry]
    if expires_at is not None and expires_at <= now:
        problems.append(Problem.EXPIRED)
    above = kind is AlertKind.CROSS_ABOVE
    rearm = None
    if level is not None and band is not None and kind in (AlertKind.CROSS_ABOVE, AlertKind.CROSS_BELOW):
        rearm = level * (1 - band if above else 1 + band)
    price = price_in(draft.currency, price_usd, fx)
    distance, beyond = None, False
    if price and level is not None and kind in LEVEL_KINDS:
        distance = level / price - 1
        if kind in (AlertKind.CROSS_ABOVE, AlertKind.CROSS_BELOW):
            beyond = price >= level if above else price <= level
    spec = None
    if not problems and band is not None and cooldown_min is not None:
        if draft.tell_now and beyond and draft.repeat is Repeat.ONCE:
            kind = AlertKind.ABOVE if above else AlertKind.BELOW
        shortest = 1 if kind in REMINDERS else 0
        spec = AlertSpec(
            draft.id,
            draft.asset,
            kind,
            level or Decimal(0),
            Currency.USD if by_share else draft.currency,
            band,
            max(shortest, cooldown_min) * 60,
            draft.repeat,
            draft.notify,
            expires_at,
            draft.note.strip(),
            upper=upper,
            pct=pct,
            window_s=window_s,
            direction=draft.direction,
            readings=readings,
            with_item=item,
            hours=hours,
            since=since,
            sound=draft.sound,
            in_inbox=draft.in_inbox and kind is not AlertKind.ITEM,
        )
    return Reading(level, rearm, cooldown_min, expires_at, tuple(problems), spec, distance, beyond)


def _upper(draft: Draft, level: Decimal | None, band: Decimal | None, problems: list[Problem]) -> Decimal | None:
    value = parse_amount(draft.upper_text)
    low, share = level or Decimal(0), band or Decimal(0)
    if value is None or value <= low or low * (1 + share) > value * (1 - share):
        problems.append(Problem.UPPER)
        return None
    return value


def _percent(text: str, problems: list[Problem]) -> Decimal | None:
    value = parse_amount(text.replace("%", ""))
    if value is None or not 0 < value <= 1000:
        problems.append(Problem.PERCENT)
        return None
    return value / 100


def _window(draft: Draft, problems: list[Problem]) -> int:
    kind = draft.kind
    if kind not in WINDOW_KINDS or (kind in EXTREME_KINDS and draft.window_unit_s in (0, SINCE)):
        return 0
    shortest = 3600 if kind in EXTREME_KINDS else 60
    value = parse_amount(draft.window_text)
    unit_s = draft.window_unit_s or 3600
    if value is None or value != value.to_integral_value() or not shortest <= value * unit_s <= LONGEST_WINDOW_S:
        problems.append(Problem.WINDOW)
        return 0
    return int(value) * unit_s


def _whole(text: str, least: int, most: int, problem: Problem, problems: list[Problem]) -> int:
    value = parse_amount(text)
    if value is None or value != value.to_integral_value() or not least <= value <= most:
        problems.append(problem)
        return least
    return int(value)


def _item(draft: Draft, problems: list[Problem]) -> ItemCondition | None:
    if not draft.with_item and draft.kind is not AlertKind.ITEM:
        return None
    minutes = 60
    if draft.kind is not AlertKind.ITEM:
        minutes = _whole(draft.item_minutes_text, 1, 10_080, Problem.ITEM_MINUTES, problems)
    query = draft.query_text.strip()
    if query:
        try:
            parse_query(query)
        except QueryError:
            problems.append(Problem.QUERY)
    return ItemCondition(draft.item_level, query, minutes * 60)


def _hours(text: str, problems: list[Problem]) -> Hours | None:
    hours = read_hours(text)
    if hours is None:
        problems.append(Problem.HOURS)
    return hours


def _since(draft: Draft, now: datetime, problems: list[Problem]) -> datetime | None:
    if draft.kind not in EXTREME_KINDS or draft.window_unit_s != SINCE:
        return None
    since = read_day(draft.since_text)
    if since is None or since >= now:
        problems.append(Problem.SINCE)
        return None
    return since


def _level(text: str, problems: list[Problem]) -> Decimal | None:
    if not text.strip():
        problems.append(Problem.LEVEL_MISSING)
        return None
    value = parse_amount(text)
    if value is None:
        problems.append(Problem.LEVEL_UNREADABLE)
    elif value <= 0:
        problems.append(Problem.LEVEL_NOT_POSITIVE)
        return None
    return value


def _band(text: str, problems: list[Problem]) -> Decimal | None:
    value = parse_amount(text.replace("%", ""))
    if value is None:
        problems.append(Problem.BAND_UNREADABLE)
        return None
    if not 0 <= value < 50:
        problems.append(Problem.BAND_RANGE)
        return None
    return value / 100


def _cooldown(draft: Draft, problems: list[Problem]) -> int | None:
    value = parse_amount(draft.cooldown_text)
    if value is None or value != value.to_integral_value():
        # The field rests while the alert fires once; what stands in it must not be in the way.
        if draft.repeat is Repeat.ONCE:
            return 15
        problems.append(Problem.COOLDOWN_UNREADABLE)
        return None
    if not 0 <= value <= _MOST_COOLDOWN_MIN:
        problems.append(Problem.COOLDOWN_RANGE)
        return None
    return int(value)
