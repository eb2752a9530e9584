# SPDX-License-Identifier: MIT
"""Alerts and what fired as lines of the terminal: in words, times of Hong Kong with their day, venues by name."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from hkwatch.domain.alerts import (
    AlertKind,
    AlertSpec,
    Blocked,
    Direction,
    Firing,
    Repeat,
    Sound,
    Status,
    status,
)
from hkwatch.domain.events import AlertView
from hkwatch.domain.hkt import format_minute, to_hkt
from hkwatch.domain.item import Level
from hkwatch.services.alert_wording import AlertWording, money
from hkwatch.services.texts import Texts

_WORDS = AlertWording(Texts("en", {}))
_STATES = {
    Status.ARMED: "armed",
    Status.PENDING: "reached, to be confirmed",
    Status.FIRED: "fired",
    Status.REARMING: "waits to re-arm",
    Status.CANNOT_EVALUATE: "cannot be evaluated",
    Status.SNOOZED: "snoozed",
    Status.EXPIRED: "expired",
}
_WHY = {
    Blocked.NO_PRICE: "no price",
    Blocked.SINGLE: "only one venue answers",
    Blocked.DISPUTED: "the venues differ",
    Blocked.NO_FX: "no rate for HK$",
    Blocked.NO_VENUE: "no venue licensed in Hong Kong answers",
    Blocked.QUERY: "its search cannot be read",
}


def title(spec: AlertSpec) -> str:
    """What an alert waits for: `BTC below US$95,000`, `BTC moves ±3 % within 1 h`."""
    asset, level = spec.asset, money(spec.level, spec.currency)
    window, share = _WORDS.span(spec.window_s), _share(spec)
    extreme = "high" if spec.kind is AlertKind.NEW_HIGH else "low"
    match spec.kind:
        case AlertKind.CROSS_ABOVE:
            return f"{asset} above {level}"
        case AlertKind.CROSS_BELOW:
            return f"{asset} below {level}"
        case AlertKind.ABOVE | AlertKind.BELOW:
            return f"{asset} {spec.kind.value} {level}, as a reminder"
        case AlertKind.CROSS:
            return f"{asset} crosses {level}"
        case AlertKind.STEP if spec.pct is not None:
            return f"{asset} passes every {_percent(spec.pct)} of its price at the making"
        case AlertKind.STEP:
            return f"{asset} passes every {level}"
        case AlertKind.ENTER_RANGE | AlertKind.LEAVE_RANGE:
            verb = "enters" if spec.kind is AlertKind.ENTER_RANGE else "leaves"
            return f"{asset} {verb} {level} to {money(spec.upper or Decimal(0), spec.currency)}"
        case AlertKind.MOVE:
            return f"{asset} moves {share} within {window}"
        case AlertKind.MOVE_BASE:
            return f"{asset} moves {share} from the last mark"
        case AlertKind.NEW_HIGH | AlertKind.NEW_LOW if spec.since is not None:
            return f"{asset} makes a new {extreme} since {to_hkt(spec.since):%Y-%m-%d}"
        case AlertKind.NEW_HIGH | AlertKind.NEW_LOW if spec.window_s:
            return f"{asset} makes a new {extreme} of {window}"
        case AlertKind.NEW_HIGH | AlertKind.NEW_LOW:
            return f"{asset} makes a new all-time {extreme}"
        case AlertKind.NO_PRICE:
            return f"{asset} has no price for {window}"
        case AlertKind.PREMIUM:
            where = spec.venue or "Hong Kong"
            return f"{asset} in {where} stands {share} from US$ for {window}"
        case AlertKind.ITEM:
            return "Something new comes in"


def wish(spec: AlertSpec) -> str:
    """The title with all further conditions."""
    parts = [title(spec)]
    item = spec.with_item
    if item is not None:
        what = f"{item.level.name.lower()} or higher" if item.level is not Level.LOW else "of any level"
        query = f", matching “{item.query}”" if item.query else ""
        within = "" if spec.kind is AlertKind.ITEM else f" within {_WORDS.span(item.within_s)}"
        parts.append(f"with an item {what}{query}{within}")
    if spec.hours is not None:
        start, end = (f"{minute // 60:02}:{minute % 60:02}" for minute in (spec.hours.from_min, spec.hours.until_min))
        parts.append(f"{start}–{end} HKT only")
    if spec.readings > 1:
        parts.append(f"{spec.readings} readings in a row")
    if spec.sound is not Sound.LEVEL:
        parts.append("silent" if spec.sound is Sound.NONE else f"sound {spec.sound.value}")
    if spec.in_inbox:
        parts.append("put in inbox")
    if spec.note:
        parts.append(spec.note)
    return " · ".join(parts)


def line(view: AlertView, now: datetime) -> tuple[str, ...]:
    """Number, what it waits for, how often, how it stands, when it fired last and how often in all."""
    spec, state = view.spec, view.state
    found = status(spec, state, now)
    how = _STATES[found]
    if found is Status.CANNOT_EVALUATE:
        why = _WHY[state.blocked or Blocked.NO_PRICE]
        how = f"{how}: {why} since {format_minute(state.blocked_since or state.since)}"
    if found is Status.SNOOZED and state.snoozed_until is not None:
        how = f"{how} until {format_minute(state.snoozed_until)}"
    fired = "" if state.last_fire_at is None else f"{format_minute(state.last_fire_at)} ×{state.fires}"
    often = "once" if spec.repeat is Repeat.ONCE else "every time"
    return str(spec.id), wish(spec), often, how, fired


def log_line(firing: Firing, names: Mapping[str, str]) -> str:
    """When, what and why, and below it the venues that counted; `names` gives those of their ids."""
    venues = ", ".join(f"{names.get(venue, venue)} US${price:,.2f}" for venue, price in firing.venues)
    told = "" if firing.told else " (recorded, not told)"
    return f"{format_minute(firing.at)}  {why(firing)}{told}" + (f"\n    {venues}" if venues else "")


def why(firing: Firing) -> str:
    """What made an alert fire, in one sentence without the time."""
    return " · ".join((_WORDS.title(firing), *_WORDS.facts(firing)[1:]))


def _share(spec: AlertSpec) -> str:
    if spec.pct is None:
        return ""
    sign = {Direction.BOTH: "±", Direction.UP: "+", Direction.DOWN: "\N{MINUS SIGN}"}[spec.direction]
    return f"{sign}{_percent(spec.pct)}"


def _percent(share: Decimal) -> str:
    return f"{format((share * 100).normalize(), 'f')} %"
