# SPDX-License-Identifier: MIT
"""An alert in words and as a line of the chart: its title, how it stands, and its icon."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.alert_rules import warm_at
from hkwatch.domain.alert_terms import EXTREME_KINDS, LEVEL_KINDS
from hkwatch.domain.alerts import AlertKind, AlertSpec, Blocked, Currency, Status, status
from hkwatch.domain.events import AlertView
from hkwatch.ui import formats
from hkwatch.ui.alerts.kind_words import kind_title
from hkwatch.ui.price.chart_layout import ChartLevel, LevelState

_ICONS = {
    Status.ARMED: ("bell", "text2"),
    Status.PENDING: ("timer", "accent"),
    Status.FIRED: ("bell-ring", "high"),
    Status.REARMING: ("rotate-ccw", "high"),
    Status.CANNOT_EVALUATE: ("circle-dashed", "muted"),
    Status.SNOOZED: ("pause", "muted"),
    Status.EXPIRED: ("x", "muted"),
}
_ONE_WAY = (AlertKind.CROSS_ABOVE, AlertKind.CROSS_BELOW)
_LEVELS = {
    Status.ARMED: LevelState.ARMED,
    Status.PENDING: LevelState.ARMED,
    Status.SNOOZED: LevelState.ARMED,
    Status.FIRED: LevelState.FIRED,
    Status.REARMING: LevelState.REARMING,
    Status.CANNOT_EVALUATE: LevelState.CANNOT,
}


@dataclass(frozen=True, slots=True)
class PriceNow:
    """What an alert is compared with: US$ price and HK$ for one US$, None where unknown."""

    price_usd: Decimal | None = None
    fx: Decimal | None = None


@dataclass(frozen=True, slots=True)
class AlertLine:
    """One alert as a list shows it. `icon_colour` is a colour token; `warns` = the second line is in amber."""

    title: str
    detail: str
    icon: str
    icon_colour: str
    warns: bool


def alert_title(spec: AlertSpec, language: str = "en") -> str:
    """`Below US$95,000`, with `+` where something else must hold as well."""
    title = kind_title(spec, language)
    return f"{title} + …" if spec.with_item is not None and spec.kind is not AlertKind.ITEM else title


def alert_line(view: AlertView, price: PriceNow, now: datetime, language: str) -> AlertLine:
    """The two lines of the list."""
    how = status(view.spec, view.state, now)
    icon, colour = _ICONS[how]
    detail = _detail(view, how, price, now, language)
    return AlertLine(alert_title(view.spec, language), detail, icon, colour, how is Status.CANNOT_EVALUATE)


def waiting_count(views: tuple[AlertView, ...], now: datetime) -> int:
    """How many alerts need a price: all but those that are done."""
    done = (Status.FIRED, Status.EXPIRED)
    return sum(status(view.spec, view.state, now) not in done for view in views)


def fired_count(views: tuple[AlertView, ...], now: datetime) -> int:
    """How many alerts have fired and stay so until they are armed again."""
    return sum(status(view.spec, view.state, now) is Status.FIRED for view in views)


def chart_level(view: AlertView, price: PriceNow, now: datetime, language: str) -> ChartLevel | None:
    """The alert's line; None for one that is over, or in HK$ without a rate."""
    how = status(view.spec, view.state, now)
    if how not in _LEVELS:
        return None
    spec = view.spec
    if spec.kind not in LEVEL_KINDS:
        return None
    factor = Decimal(1)
    if spec.currency is Currency.HKD:
        if not price.fx:
            return None
        factor = price.fx
    line = alert_line(view, price, now, language)
    return ChartLevel(
        spec.id,
        float(spec.level / factor),
        _LEVELS[how],
        f"{line.title} {formats.DOT} {line.detail}",
        float(spec.rearm_level / factor) if how is Status.REARMING and spec.kind in _ONE_WAY else None,
    )


def _detail(view: AlertView, how: Status, price: PriceNow, now: datetime, language: str) -> str:
    translate = QCoreApplication.translate
    state, spec = view.state, view.spec
    match how:
        case Status.ARMED:
            away = _away(spec, price)
            parts = [translate("AlertWords", "armed")]
            if away is not None:
                parts.append(translate("AlertWords", "{percent} away").format(percent=away))
            parts += _memory(view, now, language)
            if state.fires:
                parts.append(_fired(view, now, language))
            return f" {formats.DOT} ".join(parts)
        case Status.PENDING:
            if state.waiting is not None and spec.with_item is not None:
                end = state.waiting.at + timedelta(seconds=spec.with_item.within_s)
                until = formats.short_time(end, now, language)
                return translate("AlertWords", "reached, waiting for an item until {time}").format(time=until)
            count = max(spec.readings, 2)
            return translate("AlertWords", "reached, reading {seen} of {count}").format(
                seen=max(1, state.seen), count=count
            )
        case Status.FIRED:
            return _fired(view, now, language)
        case Status.REARMING:
            if spec.kind not in _ONE_WAY:
                waits = translate("AlertWords", "waits to re-arm")
                return f"{_fired(view, now, language)} {formats.DOT} {waits}" if state.last_fire_at else waits
            sign = "<" if spec.is_above else ">"
            level = formats.amount(spec.rearm_level)
            back = translate("AlertWords", "re-arms {sign} {level}").format(sign=sign, level=level)
            first = _fired(view, now, language) if state.last_fire_at else _beyond(spec)
            return f"{first} {formats.DOT} {back}"
        case Status.CANNOT_EVALUATE:
            return _cannot(view, now, language)
        case Status.SNOOZED:
            assert state.snoozed_until is not None
            until = formats.short_time(state.snoozed_until, now, language)
            return translate("AlertWords", "snoozed until {time}").format(time=until)
        case Status.EXPIRED:
            at = formats.short_time(spec.expires_at or state.since, now, language)
            return translate("AlertWords", "expired {time}").format(time=at)


def _away(spec: AlertSpec, price: PriceNow) -> str | None:
    if price.price_usd is None or price.price_usd <= 0 or spec.kind not in LEVEL_KINDS:
        return None
    factor = Decimal(1) if spec.currency is Currency.USD else price.fx
    if not factor:
        return None
    return formats.percent(abs(spec.level / (price.price_usd * factor) - 1))


def _fired(view: AlertView, now: datetime, language: str) -> str:
    at = view.state.last_fire_at or view.state.since
    time = formats.short_time(at, now, language)
    text = QCoreApplication.translate("AlertWords", "fired {time}").format(time=time)
    return f"{text} ×{view.state.fires}" if view.state.fires > 1 else text


def _beyond(spec: AlertSpec) -> str:
    if spec.is_above:
        return QCoreApplication.translate("AlertWords", "already above")
    return QCoreApplication.translate("AlertWords", "already below")


def _memory(view: AlertView, now: datetime, language: str) -> list[str]:
    """What an armed alert measures from, and from when on it can fire."""
    translate = QCoreApplication.translate
    spec, memory = view.spec, view.state.memory
    found = []
    warm = warm_at(spec, memory)
    if warm is not None:
        found.append(
            translate("AlertWords", "warms up until {time}").format(time=formats.short_time(warm, now, language))
        )
    if memory is None or memory.base is None or (spec.kind is AlertKind.STEP and memory.anchor is None):
        return found
    base = formats.amount(memory.anchor or memory.base)
    if spec.kind in EXTREME_KINDS and not spec.window_s:
        found.append(translate("AlertWords", "beats {price}").format(price=base))
    elif memory.base_at is not None:
        at = formats.short_time(memory.base_at, now, language)
        found.append(translate("AlertWords", "from {price} at {time}").format(price=base, time=at))
    return found


def _cannot(view: AlertView, now: datetime, language: str) -> str:
    translate = QCoreApplication.translate
    since = formats.short_time(view.state.blocked_since or view.state.since, now, language)
    match view.state.blocked:
        case Blocked.SINGLE:
            text = translate("AlertWords", "cannot evaluate since {time}: one source")
        case Blocked.DISPUTED:
            text = translate("AlertWords", "cannot evaluate since {time}: sources differ")
        case Blocked.NO_FX:
            text = translate("AlertWords", "cannot evaluate since {time}: no HK$ rate")
        case Blocked.NO_VENUE:
            text = translate("AlertWords", "cannot evaluate since {time}: no HK venue")
        case Blocked.QUERY:
            text = translate("AlertWords", "cannot evaluate since {time}: unreadable search")
        case _:
            text = translate("AlertWords", "cannot evaluate since {time}: no price")
    return text.format(time=since)
