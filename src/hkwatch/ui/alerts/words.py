# SPDX-License-Identifier: MIT
"""The alert dialog's sentences: what the draft means, what is wrong with it, where the price stands."""

from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.alerts import AlertKind, Repeat
from hkwatch.ui import formats
from hkwatch.ui.alerts.draft import Draft, Problem, Reading
from hkwatch.ui.alerts.kind_words import condition_words, event_words
from hkwatch.ui.shown_time import hong_kong


def sentence(draft: Draft, reading: Reading, now: datetime, language: str) -> str:
    """The alert in words; empty while it cannot be saved."""
    spec = reading.spec
    if spec is None:
        return ""
    translate = QCoreApplication.translate
    crosses = spec.kind in (AlertKind.CROSS_ABOVE, AlertKind.CROSS_BELOW)
    if spec.repeat is Repeat.ONCE:
        text = translate("AlertDialog", "Tell me once, when {event}.")
    elif not crosses:
        text = translate("AlertDialog", "Tell me each time {event}, at most every {minutes} min.")
    elif spec.kind is AlertKind.CROSS_ABOVE:
        text = translate(
            "AlertDialog",
            "Tell me each time {event}, at most every {minutes} min; ready again once it is back below {rearm}.",
        )
    else:
        text = translate(
            "AlertDialog",
            "Tell me each time {event}, at most every {minutes} min; ready again once it is back above {rearm}.",
        )
    parts = [
        text.format(
            event=event_words(spec, language),
            minutes=spec.cooldown_s // 60,
            rearm=_level(spec.rearm_level, spec.currency.value) if crosses else "",
        ),
        *condition_words(spec, language),
    ]
    if spec.expires_at is not None:
        with hong_kong():
            until = formats.date_time(spec.expires_at, language)
        parts.append(translate("AlertDialog", "Until {time} HKT.").format(time=until))
    return ("" if formats.is_chinese(language) else " ").join(parts)


def problem_text(problem: Problem) -> str:
    """What is wrong, and what would be right."""
    translate = QCoreApplication.translate
    match problem:
        case Problem.LEVEL_MISSING:
            return translate("AlertDialog", "Enter a level.")
        case Problem.LEVEL_UNREADABLE:
            return translate("AlertDialog", "The level is not a number. Write it like 95,000 or 95k.")
        case Problem.LEVEL_NOT_POSITIVE:
            return translate("AlertDialog", "The level must be above zero.")
        case Problem.BAND_UNREADABLE:
            return translate("AlertDialog", "The band is not a number. Write it like 0.25.")
        case Problem.BAND_RANGE:
            return translate("AlertDialog", "The band must be from 0 to below 50 %.")
        case Problem.COOLDOWN_UNREADABLE:
            return translate("AlertDialog", "The pause must be a whole number of minutes.")
        case Problem.COOLDOWN_RANGE:
            return translate("AlertDialog", "The pause must be from 0 to 10,080 minutes (7 days).")
        case Problem.EXPIRED:
            return translate("AlertDialog", "The alert has expired. Choose a new end.")
        case Problem.UPPER:
            return translate(
                "AlertDialog", "The upper end must lie above the lower one, with room for the band between."
            )
        case Problem.PERCENT:
            return translate("AlertDialog", "The per cent must be a number above zero, like 3 or 0.5.")
        case Problem.WINDOW:
            return translate(
                "AlertDialog", "The time must be a whole number, at most 31 days; for highs at least an hour."
            )
        case Problem.READINGS:
            return translate("AlertDialog", "Readings in a row must be from 1 to 20.")
        case Problem.ITEM_MINUTES:
            return translate("AlertDialog", "The item's time must be from 1 to 10,080 minutes (7 days).")
        case Problem.QUERY:
            return translate("AlertDialog", "The search cannot be read. Try it in the search box first.")
        case Problem.SINCE:
            return translate("AlertDialog", "Write a day of the past like 2026-01-31.")
        case Problem.HOURS:
            return translate("AlertDialog", "Write the hours like 08:00–23:00.")


def beyond_text(draft: Draft, reading: Reading) -> str:
    """The hint when the price is past the level already; empty when it is not."""
    if not reading.is_beyond or reading.level is None:
        return ""
    translate = QCoreApplication.translate
    text = (
        translate("AlertDialog", "Already above {level}. Fires on the next crossing.")
        if draft.kind is AlertKind.CROSS_ABOVE
        else translate("AlertDialog", "Already below {level}. Fires on the next crossing.")
    )
    return text.format(level=formats.exact(reading.level))


def distance_text(reading: Reading, price: Decimal | None, currency: str) -> str:
    """`1.3 % below US$96,214`; empty without a price."""
    if reading.distance is None or price is None:
        return ""
    translate = QCoreApplication.translate
    text = (
        translate("AlertDialog", "{percent} above {price}")
        if reading.distance > 0
        else translate("AlertDialog", "{percent} below {price}")
    )
    return text.format(percent=formats.percent(abs(reading.distance)), price=formats.money(price, currency))


def rearm_text(draft: Draft, reading: Reading) -> str:
    """`ready again above US$95,237.50`; empty without a level."""
    if reading.rearm_level is None or draft.kind not in (AlertKind.CROSS_ABOVE, AlertKind.CROSS_BELOW):
        return ""
    translate = QCoreApplication.translate
    text = (
        translate("AlertDialog", "ready again below {level}")
        if draft.kind is AlertKind.CROSS_ABOVE
        else translate("AlertDialog", "ready again above {level}")
    )
    return text.format(level=_level(reading.rearm_level, draft.currency.value))


def _level(value: Decimal, currency: str) -> str:
    """A computed level to the cent: `US$95,237.50`, and `US$97,500` where there are no cents."""
    cents = value.quantize(Decimal("0.01"))
    is_whole = cents == cents.to_integral_value()
    return f"{formats.symbol(currency)}{formats.amount(cents, 0 if is_whole else 2)}"
