# SPDX-License-Identifier: MIT
"""What an alert waits for, in words: as a choice, as a title in lists, and as the sentence of the dialog."""

from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.alert_terms import AlertKind, Direction, ItemCondition, Sound
from hkwatch.domain.alert_types import AlertSpec
from hkwatch.domain.item import Level
from hkwatch.ui import formats
from hkwatch.ui.alerts.field_lists import sound_name
from hkwatch.ui.words import level_text

KINDS = (
    AlertKind.CROSS_ABOVE,
    AlertKind.CROSS_BELOW,
    AlertKind.CROSS,
    AlertKind.MOVE,
    AlertKind.MOVE_BASE,
    AlertKind.STEP,
    AlertKind.LEAVE_RANGE,
    AlertKind.ENTER_RANGE,
    AlertKind.NEW_HIGH,
    AlertKind.NEW_LOW,
    AlertKind.ABOVE,
    AlertKind.BELOW,
    AlertKind.PREMIUM,
    AlertKind.NO_PRICE,
    AlertKind.ITEM,
)
"""In the order of the list of choices: what is used most comes first."""


def kind_choice_text(kind: AlertKind) -> str:
    """The kind as an entry of a list of choices, read after the asset: `BTC … rises above`."""
    translate = QCoreApplication.translate
    match kind:
        case AlertKind.CROSS_ABOVE:
            return translate("AlertFields", "rises above")
        case AlertKind.CROSS_BELOW:
            return translate("AlertFields", "falls below")
        case AlertKind.CROSS:
            return translate("AlertFields", "crosses")
        case AlertKind.ABOVE:
            return translate("AlertFields", "is above (reminds)")
        case AlertKind.BELOW:
            return translate("AlertFields", "is below (reminds)")
        case AlertKind.STEP:
            return translate("AlertFields", "passes every")
        case AlertKind.ENTER_RANGE:
            return translate("AlertFields", "enters the range")
        case AlertKind.LEAVE_RANGE:
            return translate("AlertFields", "leaves the range")
        case AlertKind.MOVE:
            return translate("AlertFields", "moves by")
        case AlertKind.MOVE_BASE:
            return translate("AlertFields", "moves from here by")
        case AlertKind.NEW_HIGH:
            return translate("AlertFields", "makes a new high")
        case AlertKind.NEW_LOW:
            return translate("AlertFields", "makes a new low")
        case AlertKind.NO_PRICE:
            return translate("AlertFields", "has no price for")
        case AlertKind.PREMIUM:
            return translate("AlertFields", "HK$ premium to US$")
        case AlertKind.ITEM:
            return translate("AlertFields", "only an item")


def kind_title(spec: AlertSpec, language: str = "en") -> str:
    """The title in a list: `Below US$95,000`, `±3 % in 1 h`."""
    translate = QCoreApplication.translate
    level = formats.level(spec.level, spec.currency.value)
    match spec.kind:
        case AlertKind.CROSS_ABOVE | AlertKind.ABOVE:
            text = translate("AlertWords", "Above {level}")
        case AlertKind.CROSS_BELOW | AlertKind.BELOW:
            text = translate("AlertWords", "Below {level}")
        case AlertKind.CROSS:
            text = translate("AlertWords", "Crosses {level}")
        case AlertKind.STEP if spec.pct is not None:
            text = translate("AlertWords", "Every {percent}")
        case AlertKind.STEP:
            text = translate("AlertWords", "Every {level}")
        case AlertKind.ENTER_RANGE:
            text = translate("AlertWords", "Into {level}–{upper}")
        case AlertKind.LEAVE_RANGE:
            text = translate("AlertWords", "Out of {level}–{upper}")
        case AlertKind.MOVE:
            text = translate("AlertWords", "{share} in {window}")
        case AlertKind.MOVE_BASE:
            text = translate("AlertWords", "{share} from the last mark")
        case AlertKind.NEW_HIGH if spec.since is not None:
            text = translate("AlertWords", "New high since {day}")
        case AlertKind.NEW_LOW if spec.since is not None:
            text = translate("AlertWords", "New low since {day}")
        case AlertKind.NEW_HIGH:
            text = (
                translate("AlertWords", "New {window} high")
                if spec.window_s
                else translate("AlertWords", "New all-time high")
            )
        case AlertKind.NEW_LOW:
            text = (
                translate("AlertWords", "New {window} low")
                if spec.window_s
                else translate("AlertWords", "New all-time low")
            )
        case AlertKind.NO_PRICE:
            text = translate("AlertWords", "No price for {window}")
        case AlertKind.PREMIUM:
            text = translate("AlertWords", "HK$ premium {share}")
        case AlertKind.ITEM:
            item = spec.with_item or ItemCondition()
            name = spec.note or item.query or level_text(item.level)
            return translate("AlertWords", "Item: {name}").format(name=name)
    return text.format(
        level=level,
        upper="" if spec.upper is None else formats.amount(spec.upper),
        share=share_text(spec),
        percent="" if spec.pct is None else plain_percent(spec.pct),
        window=formats.span(timedelta(seconds=spec.window_s), language),
        day="" if spec.since is None else formats.date(spec.since, language),
    )


def share_text(spec: AlertSpec) -> str:
    """`±3 %`, `+3 %`, `−3 %`; empty without a share."""
    if spec.pct is None:
        return ""
    sign = {Direction.BOTH: "±", Direction.UP: "+", Direction.DOWN: formats.MINUS}[spec.direction]
    return f"{sign}{plain_percent(spec.pct)}"


def plain_percent(share: Decimal) -> str:
    """`3 %`, `0.25 %`."""
    return f"{format((share * 100).normalize(), 'f')}{formats.NO_BREAK}%"


def event_words(spec: AlertSpec, language: str) -> str:
    """What happens, as the middle of a sentence: `BTC rises through US$95,000`."""
    translate = QCoreApplication.translate
    match spec.kind:
        case AlertKind.CROSS_ABOVE:
            text = translate("AlertDialog", "{asset} rises through {level}")
        case AlertKind.CROSS_BELOW:
            text = translate("AlertDialog", "{asset} falls through {level}")
        case AlertKind.CROSS:
            text = translate("AlertDialog", "{asset} crosses {level}, upwards or downwards")
        case AlertKind.ABOVE:
            text = translate("AlertDialog", "{asset} stands at or above {level}")
        case AlertKind.BELOW:
            text = translate("AlertDialog", "{asset} stands at or below {level}")
        case AlertKind.STEP if spec.pct is not None:
            text = translate("AlertDialog", "{asset} passes another {percent} of its price now, up or down")
        case AlertKind.STEP:
            text = translate("AlertDialog", "{asset} passes a multiple of {level}")
        case AlertKind.ENTER_RANGE:
            text = translate("AlertDialog", "{asset} comes between {level} and {upper}")
        case AlertKind.LEAVE_RANGE:
            text = translate("AlertDialog", "{asset} leaves the range from {level} to {upper}")
        case AlertKind.MOVE:
            text = translate(
                "AlertDialog", "{asset} moves {share} within {window}, from its lowest or highest price in that time"
            )
        case AlertKind.MOVE_BASE:
            text = translate("AlertDialog", "{asset} moves {share} from the price now, and then from each firing")
        case AlertKind.NEW_HIGH if spec.since is not None:
            text = translate(
                "AlertDialog", "{asset} is higher than at any time since {day}, as far back as prices are stored"
            )
        case AlertKind.NEW_LOW if spec.since is not None:
            text = translate(
                "AlertDialog", "{asset} is lower than at any time since {day}, as far back as prices are stored"
            )
        case AlertKind.NEW_HIGH if spec.window_s:
            text = translate("AlertDialog", "{asset} is higher than at any time in {window}")
        case AlertKind.NEW_HIGH:
            text = translate("AlertDialog", "{asset} is higher than ever, so far {level}")
        case AlertKind.NEW_LOW if spec.window_s:
            text = translate("AlertDialog", "{asset} is lower than at any time in {window}")
        case AlertKind.NEW_LOW:
            text = translate("AlertDialog", "{asset} is lower than ever")
        case AlertKind.NO_PRICE:
            text = translate("AlertDialog", "{asset} has had no price that can be trusted for {window}")
        case AlertKind.PREMIUM:
            text = translate(
                "AlertDialog", "{asset} at Hong Kong's licensed venues stands {share} from US$ for {window}"
            )
        case AlertKind.ITEM:
            text = translate("AlertDialog", "something new comes in")
    return text.format(
        asset=spec.asset,
        level=formats.level(spec.level, spec.currency.value),
        upper="" if spec.upper is None else formats.level(spec.upper, spec.currency.value),
        share=share_text(spec),
        percent="" if spec.pct is None else plain_percent(spec.pct),
        window=formats.span(timedelta(seconds=spec.window_s), language),
        day="" if spec.since is None else formats.date(spec.since, language),
    )


def condition_words(spec: AlertSpec, language: str) -> list[str]:
    """Further conditions, each a sentence."""
    translate = QCoreApplication.translate
    found = []
    item = spec.with_item
    if item is not None:
        any_level = item.level is Level.LOW
        if item.query and any_level:
            text = translate("AlertDialog", "The item must match “{query}”.")
        elif item.query:
            text = translate("AlertDialog", "The item must be {level} or higher and match “{query}”.")
        else:
            text = translate("AlertDialog", "The item must be {level} or higher.")
        words = text.format(level=level_text(item.level), query=item.query)
        if spec.kind is not AlertKind.ITEM:
            within = formats.span(timedelta(seconds=item.within_s), language)
            words = translate(
                "AlertDialog", "Only with an item within {window} of it: {level} or higher{query}."
            ).format(
                window=within,
                level=level_text(item.level),
                query=f", “{item.query}”" if item.query else "",
            )
        found.append(words)
    if spec.hours is not None:
        text = translate("AlertDialog", "Only from {start} to {end} HKT; what still holds at {start} is told then.")
        start, end = (f"{minute // 60:02}:{minute % 60:02}" for minute in (spec.hours.from_min, spec.hours.until_min))
        found.append(text.format(start=start, end=end))
    if spec.readings > 1:
        found.append(
            translate("AlertDialog", "It must hold for {count} readings in a row.").format(count=spec.readings)
        )
    if spec.in_inbox:
        found.append(translate("AlertDialog", "Each firing is put in the inbox."))
    if spec.sound is Sound.NONE:
        found.append(translate("AlertDialog", "Without a sound."))
    elif spec.sound is not Sound.LEVEL:
        found.append(translate("AlertDialog", "Its sound is “{name}”.").format(name=sound_name(spec.sound)))
    return found
