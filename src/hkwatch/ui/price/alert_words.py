# SPDX-License-Identifier: MIT
"""An alert in words and as a line of the chart: its title, how it stands, and its icon."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.alerts import AlertSpec, Blocked, Currency, Status, status
from hkwatch.domain.events import AlertView
from hkwatch.ui import formats
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


def alert_title(spec: AlertSpec) -> str:
    """`Below US$95,000`."""
    level = formats.level(spec.level, spec.currency.value)
    if spec.is_above:
        return QCoreApplication.translate("AlertWords", "Above {level}").format(level=level)
    return QCoreApplication.translate("AlertWords", "Below {level}").format(level=level)


def alert_line(view: AlertView, price: PriceNow, now: datetime, language: str) -> AlertLine:
    """The two lines of the list."""
    how = status(view.spec, view.state, now)
    icon, colour = _ICONS[how]
    detail = _detail(view, how, price, now, language)
    return AlertLine(alert_title(view.spec), detail, icon, colour, how is Status.CANNOT_EVALUATE)


def cannot_count(views: tuple[AlertView, ...], now: datetime) -> int:
    """How many alerts cannot be evaluated."""
    return sum(status(view.spec, view.state, now) is Status.CANNOT_EVALUATE for view in views)


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
        float(spec.rearm_level / factor) if how is Status.REARMING else None,
    )


def _detail(view: AlertView, how: Status, price: PriceNow, now: datetime, language: str) -> str:
    translate = QCoreApplication.translate
    state, spec = view.state, view.spec
    match how:
        case Status.ARMED:
            away = _away(spec, price)
            armed = translate("AlertWords", "armed")
            if away is None:
                return armed
            distance = translate("AlertWords", "{percent} away").format(percent=away)
            return f"{armed} {formats.DOT} {distance}"
        case Status.PENDING:
            return translate("AlertWords", "reached, waiting for a second reading")
        case Status.FIRED:
            return _fired(view, now, language)
        case Status.REARMING:
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
    if price.price_usd is None or price.price_usd <= 0:
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


def _cannot(view: AlertView, now: datetime, language: str) -> str:
    translate = QCoreApplication.translate
    match view.state.blocked:
        case Blocked.SINGLE:
            return translate("AlertWords", "cannot evaluate: only one source")
        case Blocked.DISPUTED:
            return translate("AlertWords", "cannot evaluate: sources differ")
        case Blocked.NO_FX:
            return translate("AlertWords", "cannot evaluate: no HK$ rate")
        case _:
            since = view.state.blocked_since or view.state.since
            time = formats.short_time(since, now, language)
            return translate("AlertWords", "cannot evaluate since {time}").format(time=time)
