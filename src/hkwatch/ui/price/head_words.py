# SPDX-License-Identifier: MIT
"""What the head of the price panel says: how far the price may be trusted decides every word of it."""

import html
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.events import PriceChanged, VenueView
from hkwatch.domain.price import DISPERSION_WARNING, MAX_AGE_S, Exclusion, PriceState
from hkwatch.ui import formats
from hkwatch.ui.error_text import error_text
from hkwatch.ui.formats import Direction

_ASSETS = {"BTC": ("Bitcoin", "BTC / USD"), "ETH": ("Ether", "ETH / USD")}


_FX_NAMES = {"frankfurter": "Frankfurter", "er-api": "ExchangeRate-API"}


class Trust(Enum):
    """How the price is drawn: in full, with a warning beside it, greyed, or not at all."""

    GOOD = auto()
    WARN = auto()
    OLD = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class HeadText:
    """The head in words. Empty strings are left out.

    `move` is direction and size of the change over 24 hours, None where it must not be shown; `pill` stands in its place on a
    warning ground. `facts` are listed from the most to the least needed.
    """

    name: str
    pair: str
    price: str
    hkd: str
    move: tuple[Direction, str] | None
    pill: str
    facts: tuple[str, ...]
    trust: Trust
    spoken: str


def effective_state(price: PriceChanged, now: datetime) -> PriceState:
    """The state at `now`: a price that nobody renewed is stale, whatever was said when it came."""
    if price.as_of is None or price.price_usd is None:
        return PriceState.DISPUTED if price.state is PriceState.DISPUTED else PriceState.STALE
    if price.state is PriceState.DISPUTED:
        return price.state
    return PriceState.STALE if now - price.as_of > timedelta(seconds=MAX_AGE_S) else price.state


def asset_name(asset: str) -> str:
    """`Bitcoin` in the interface language; an unknown asset by its code."""
    if asset == "BTC":
        return QCoreApplication.translate("PriceHead", "Bitcoin")
    if asset == "ETH":
        return QCoreApplication.translate("PriceHead", "Ether")
    return asset


def head_text(
    price: PriceChanged | None, asset: str, waiting: int, now: datetime, language: str, units: str = "both"
) -> HeadText:
    """The head at `now`. `waiting` is how many alerts need a price; `price` None before the first event.

    `units` is `both`, `usd` alone, or `hkd` first: then the two amounts change places where there is a rate.
    """
    translate = QCoreApplication.translate
    name = asset_name(asset)
    pair = _ASSETS.get(asset, (asset, f"{asset} / USD"))[1]
    if price is None:
        text = translate("PriceHead", "Waiting for the first price")
        return HeadText(name, pair, "", "", None, "", (text,), Trust.NONE, f"{name}: {text}")
    state = effective_state(price, now)
    usd = formats.money(price.price_usd) if price.price_usd is not None else ""
    hkd = ""
    if price.price_usd is not None and price.fx_rate:
        hkd = formats.money(price.price_usd * price.fx_rate, "HKD")
    if units == "usd":
        hkd = ""
    elif units == "hkd" and hkd:
        usd, hkd = hkd, usd
    move = None
    pill, facts, trust = _trust(price, state, waiting, now, language)
    if not pill and price.change_24h is not None:
        move = formats.change(price.change_24h)
    if price.price_usd is None:
        trust = Trust.NONE
    spoken = ", ".join(part for part in (f"{name} {usd}".strip(), _spoken_move(move), pill, hkd, *facts) if part)
    return HeadText(name, pair, usd, hkd, move, pill, facts, trust, spoken)


def _trust(
    price: PriceChanged, state: PriceState, waiting: int, now: datetime, language: str
) -> tuple[str, tuple[str, ...], Trust]:
    """Pill, facts and how the number is drawn."""
    translate = QCoreApplication.translate
    age = formats.age(price.as_of, now, language) if price.as_of else ""
    kept = sum(venue.kept for venue in price.venues)
    match state:
        case PriceState.OK:
            if price.dispersion is not None and price.dispersion > DISPERSION_WARNING:
                apart = formats.percent(price.dispersion)
                text = translate("PriceHead", "{count} sources, {percent} apart").format(count=kept, percent=apart)
                return "", (age, text), Trust.WARN
            text = translate("PriceHead", "{count} sources agree").format(count=kept)
            return "", (age, text), Trust.GOOD
        case PriceState.DEGRADED:
            return "", (age, translate("PriceHead", "2 sources")), Trust.WARN
        case PriceState.SINGLE:
            return translate("PriceHead", "1 source"), _cannot(waiting) or (age,), Trust.WARN
        case PriceState.DISPUTED:
            spread = price.dispersion if price.dispersion is not None else _spread(price.venues)
            if spread is None:
                text = translate("PriceHead", "sources differ")
            else:
                percent = formats.percent(spread)
                text = translate("PriceHead", "sources differ by {percent}").format(percent=percent)
            return translate("PriceHead", "no price"), (text,), Trust.OLD
        case PriceState.STALE:
            old = formats.old(price.as_of, now, language) if price.as_of else translate("PriceHead", "no price")
            return old, _cannot(waiting), Trust.OLD


def _spread(venues: tuple[VenueView, ...]) -> float | None:
    prices = sorted(float(venue.price) for venue in venues if venue.kept and venue.price is not None)
    return (prices[-1] - prices[0]) / prices[len(prices) // 2] if len(prices) >= 2 else None


def _cannot(waiting: int) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    if waiting == 0:
        return ()
    if waiting == 1:
        return (translate("PriceHead", "cannot evaluate 1 alert"),)
    return (translate("PriceHead", "cannot evaluate {count} alerts").format(count=waiting),)


def _spoken_move(move: tuple[Direction, str] | None) -> str:
    translate = QCoreApplication.translate
    if move is None:
        return ""
    direction, size = move
    match direction:
        case Direction.UP:
            return translate("PriceHead", "up {percent} in 24 hours").format(percent=size)
        case Direction.DOWN:
            return translate("PriceHead", "down {percent} in 24 hours").format(percent=size)
        case Direction.FLAT:
            return translate("PriceHead", "unchanged in 24 hours")


def tooltip(price: PriceChanged, now: datetime, language: str) -> str:
    """Every venue with price, age and whether it counted, and where the HK$ rate comes from: HTML, all parts escaped."""
    translate = QCoreApplication.translate
    rows = []
    for venue in price.venues:
        value = formats.money(venue.price, venue.currency) if venue.price is not None else ""
        age = formats.age(venue.at, now, language) if venue.at else ""
        verdict = translate("PriceHead", "counted") if venue.kept else why_text(venue.why)
        cells = "".join(f"<td>{html.escape(cell)}&nbsp;&nbsp;</td>" for cell in (venue.name, value, age, verdict))
        rows.append(f"<tr>{cells}</tr>")
    parts = [f"<table>{''.join(rows)}</table>"] if rows else []
    if price.fx_rate:
        parts.append(f"<p>{html.escape(fx_statement(price, language))}</p>")
    return "".join(parts)


def fx_statement(price: PriceChanged, language: str) -> str:
    """`USD/HKD 7.7820, Frankfurter, 20 Nov`; empty without a rate."""
    if not price.fx_rate:
        return ""
    parts = [f"USD/HKD {price.fx_rate:.4f}"]
    if price.fx_source:
        parts.append(_FX_NAMES.get(price.fx_source, price.fx_source))
    else:
        parts.append(QCoreApplication.translate("PriceHead", "the middle of the peg band, at most 0.65 % off"))
    if price.fx_as_of:
        parts.append(formats.day_month(price.fx_as_of, language))
    return ", ".join(parts)


def why_text(why: str) -> str:
    """Why a venue counts (`counted`) or does not, in words; else the error that came in place of its price."""
    translate = QCoreApplication.translate
    known = {
        Exclusion.INVALID.value: translate("PriceHead", "not counted: no valid price"),
        Exclusion.CROSSED.value: translate("PriceHead", "not counted: bid above ask"),
        Exclusion.OLD.value: translate("PriceHead", "not counted: too old"),
        Exclusion.NO_RATE.value: translate("PriceHead", "not counted: no conversion rate"),
        Exclusion.OUTLIER.value: translate("PriceHead", "not counted: far from the others"),
        Exclusion.NO_VOTE.value: translate("PriceHead", "shown only"),
        "far-off": translate("PriceHead", "far from the consensus"),
        "no-answer": translate("PriceHead", "no answer yet"),
        "counted": translate("PriceHead", "counted"),
        "": translate("PriceHead", "not counted"),
    }
    return known.get(why) or error_text(why)
