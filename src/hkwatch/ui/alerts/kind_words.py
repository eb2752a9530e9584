# SPDX-License-Identifier: MIT
"""What an alert waits for, in words: as a choice, as a title in lists, and as the sentence of the dialog."""

from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.alert_terms import AlertKind, Direction, ItemCondition
from hkwatch.domain.alert_types import AlertSpec
from hkwatch.domain.item import Level
from hkwatch.ui import formats
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
    t = QCoreApplication.translate
    match kind:
        case AlertKind.CROSS_ABOVE:
            return t("AlertFields", "rises above")
        case AlertKind.CROSS_BELOW:
            return t("AlertFields", "falls below")
        case AlertKind.CROSS:
            return t("AlertFields", "crosses")
        case AlertKind.ABOVE:
            return t("AlertFields", "is above (reminds)")
        case AlertKind.BELOW:
            return t("AlertFields", "is below (reminds)")
        case AlertKind.STEP:
            return t("AlertFields", "passes every")
        case AlertKind.ENTER_RANGE:
            return t("AlertFields", "enters the range")
        case AlertKind.LEAVE_RANGE:
            return t("AlertFields", "leaves the range")
        case AlertKind.MOVE:
            return t("AlertFields", "moves by")
        case AlertKind.MOVE_BASE:
            return t("AlertFields", "moves from here by")
        case AlertKind.NEW_HIGH:
            return t("AlertFields", "makes a new high")
        case AlertKind.NEW_LOW:
            return t("AlertFields", "makes a new low")
        case AlertKind.NO_PRICE:
            return t("AlertFields", "has no price for")
        case AlertKind.PREMIUM:
            return t("AlertFields", "HK$ premium to US$")
        case AlertKind.ITEM:
            return t("AlertFields", "only an item")


def kind_title(spec: AlertSpec, language: str = "en") -> str:
    """The title in a list: `Below US$95,000`, `±3 % in 1 h`."""
    t = QCoreApplication.translate
    level = formats.level(spec.level, spec.currency.value)
    match spec.kind:
        case AlertKind.CROSS_ABOVE | AlertKind.ABOVE:
            text = t("AlertWords", "Above {level}")
        case AlertKind.CROSS_BELOW | AlertKind.BELOW:
            text = t("AlertWords", "Below {level}")
        case AlertKind.CROSS:
            text = t("AlertWords", "Crosses {level}")
        case AlertKind.STEP:
            text = t("AlertWords", "Every {level}")
        case AlertKind.ENTER_RANGE:
            text = t("AlertWords", "Into {level}–{upper}")
        case AlertKind.LEAVE_RANGE:
            text = t("AlertWords", "Out of {level}–{upper}")
        case AlertKind.MOVE:
            text = t("AlertWords", "{share} in {window}")
        case AlertKind.MOVE_BASE:
            text = t("AlertWords", "{share} from the last mark")
        case AlertKind.NEW_HIGH:
            text = t("AlertWords", "New {window} high") if spec.window_s else t("AlertWords", "New all-time high")
        case AlertKind.NEW_LOW:
            text = t("AlertWords", "New {window} low") if spec.window_s else t("AlertWords", "New all-time low")
        case AlertKind.NO_PRICE:
            text = t("AlertWords", "No price for {window}")
        case AlertKind.PREMIUM:
            text = t("AlertWords", "HK$ premium {share}")
        case AlertKind.ITEM:
            item = spec.with_item or ItemCondition()
            name = spec.note or item.query or level_text(item.level)
            return t("AlertWords", "Item: {name}").format(name=name)
    return text.format(
        level=level,
        upper="" if spec.upper is None else formats.amount(spec.upper),
        share=share_text(spec),
        window=formats.span(timedelta(seconds=spec.window_s), language),
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
    t = QCoreApplication.translate
    match spec.kind:
        case AlertKind.CROSS_ABOVE:
            text = t("AlertDialog", "{asset} rises through {level}")
        case AlertKind.CROSS_BELOW:
            text = t("AlertDialog", "{asset} falls through {level}")
        case AlertKind.CROSS:
            text = t("AlertDialog", "{asset} crosses {level}, upwards or downwards")
        case AlertKind.ABOVE:
            text = t("AlertDialog", "{asset} stands at or above {level}")
        case AlertKind.BELOW:
            text = t("AlertDialog", "{asset} stands at or below {level}")
        case AlertKind.STEP:
            text = t("AlertDialog", "{asset} passes a multiple of {level}")
        case AlertKind.ENTER_RANGE:
            text = t("AlertDialog", "{asset} comes between {level} and {upper}")
        case AlertKind.LEAVE_RANGE:
            text = t("AlertDialog", "{asset} leaves the range from {level} to {upper}")
        case AlertKind.MOVE:
            text = t(
                "AlertDialog", "{asset} moves {share} within {window}, from its lowest or highest price in that time"
            )
        case AlertKind.MOVE_BASE:
            text = t("AlertDialog", "{asset} moves {share} from the price now, and then from each firing")
        case AlertKind.NEW_HIGH if spec.window_s:
            text = t("AlertDialog", "{asset} is higher than at any time in {window}")
        case AlertKind.NEW_HIGH:
            text = t("AlertDialog", "{asset} is higher than ever, so far {level}")
        case AlertKind.NEW_LOW if spec.window_s:
            text = t("AlertDialog", "{asset} is lower than at any time in {window}")
        case AlertKind.NEW_LOW:
            text = t("AlertDialog", "{asset} is lower than ever")
        case AlertKind.NO_PRICE:
            text = t("AlertDialog", "{asset} has had no price that can be trusted for {window}")
        case AlertKind.PREMIUM:
            text = t("AlertDialog", "{asset} at Hong Kong's licensed venues stands {share} from US$ for {window}")
        case AlertKind.ITEM:
            text = t("AlertDialog", "something new comes in")
    return text.format(
        asset=spec.asset,
        level=formats.level(spec.level, spec.currency.value),
        upper="" if spec.upper is None else formats.level(spec.upper, spec.currency.value),
        share=share_text(spec),
        window=formats.span(timedelta(seconds=spec.window_s), language),
    )


def condition_words(spec: AlertSpec, language: str) -> list[str]:
    """Further conditions, each a sentence."""
    t = QCoreApplication.translate
    found = []
    item = spec.with_item
    if item is not None:
        any_level = item.level is Level.LOW
        if item.query and any_level:
            text = t("AlertDialog", "The item must match “{query}”.")
        elif item.query:
            text = t("AlertDialog", "The item must be {level} or higher and match “{query}”.")
        else:
            text = t("AlertDialog", "The item must be {level} or higher.")
        words = text.format(level=level_text(item.level), query=item.query)
        if spec.kind is not AlertKind.ITEM:
            within = formats.span(timedelta(seconds=item.within_s), language)
            words = t("AlertDialog", "Only with an item within {window} of it: {level} or higher{query}.").format(
                window=within,
                level=level_text(item.level),
                query=f", “{item.query}”" if item.query else "",
            )
        found.append(words)
    if spec.hours is not None:
        text = t("AlertDialog", "Only from {start} to {end} HKT; what still holds at {start} is told then.")
        start, end = (f"{minute // 60:02}:{minute % 60:02}" for minute in (spec.hours.from_min, spec.hours.until_min))
        found.append(text.format(start=start, end=end))
    if spec.readings > 1:
        found.append(t("AlertDialog", "It must hold for {count} readings in a row.").format(count=spec.readings))
    return found
