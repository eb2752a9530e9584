# SPDX-License-Identifier: MIT
"""What was typed into the alert dialog, and what it amounts to. Pure: `now` and the price are arguments.

Draft (texts and choices) ── read ──► Reading (numbers, problems, the spec when there are none)
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from hkwatch.domain.alerts import AlertKind, AlertSpec, Currency, Repeat, draft_problems
from hkwatch.domain.ids import AlertId
from hkwatch.domain.item import Level
from hkwatch.ui.formats import exact

_THOUSANDS = {"k": Decimal(1000), "m": Decimal(1_000_000), "萬": Decimal(10_000), "万": Decimal(10_000)}
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
    return Draft(
        spec.id,
        spec.asset,
        spec.currency,
        spec.kind,
        exact(spec.level),
        format((spec.band * 100).normalize(), "f"),
        spec.repeat,
        str(max(0, round(spec.cooldown_s / 60))),
        spec.notify,
        Expiry.KEEP if spec.expires_at else Expiry.NEVER,
        spec.expires_at,
        spec.note,
    )


def read(draft: Draft, price_usd: Decimal | None, fx: Decimal | None, now: datetime) -> Reading:
    """Understand a draft at a price and a time."""
    problems: list[Problem] = []
    level = _level(draft.level_text, problems)
    band = _band(draft.band_text, problems)
    cooldown_min = _cooldown(draft, problems)
    expires_at = draft.kept_until if draft.expiry is Expiry.KEEP else None
    if draft.expiry in _LIVES:
        expires_at = now + _LIVES[draft.expiry]
    if expires_at is not None and expires_at <= now:
        problems.append(Problem.EXPIRED)
    spec = None
    if not problems and level is not None and band is not None and cooldown_min is not None:
        wrong = draft_problems(level=level, band=band, cooldown_s=cooldown_min * 60, expires_at=expires_at, now=now)
        assert not wrong, wrong
        spec = AlertSpec(
            draft.id,
            draft.asset,
            draft.kind,
            level,
            draft.currency,
            band,
            cooldown_min * 60,
            draft.repeat,
            draft.notify,
            expires_at,
            draft.note.strip(),
        )
    above = draft.kind is AlertKind.CROSS_ABOVE
    rearm = level * (1 - band if above else 1 + band) if level is not None and band is not None else None
    price = price_in(draft.currency, price_usd, fx)
    distance, beyond = None, False
    if price and level is not None:
        distance = level / price - 1
        beyond = price >= level if above else price <= level
    return Reading(level, rearm, cooldown_min, expires_at, tuple(problems), spec, distance, beyond)


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
