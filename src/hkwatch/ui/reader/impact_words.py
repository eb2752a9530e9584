# SPDX-License-Identifier: MIT
"""What the impact strip says: moves after the first sight and how ordinary they are. It never says that one caused the other."""

from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.impact import Impact
from hkwatch.domain.pins import LENGTHS, Ranks
from hkwatch.ui import formats
from hkwatch.ui.price.pin_words import length_text, move_text

_MOST_SHARE = 0.99


def ordinary_text(index: int, share: float) -> str:
    """`smaller than 70 % of ordinary hours`; `share` is that of windows with a smaller move."""
    translate = QCoreApplication.translate
    is_large = share >= 0.5
    percent = formats.percent(min(share if is_large else 1 - share, _MOST_SHARE), 0)
    larger = (
        translate("Impact", "larger than {percent} of ordinary quarter hours"),
        translate("Impact", "larger than {percent} of ordinary hours"),
        translate("Impact", "larger than {percent} of ordinary days"),
        translate("Impact", "larger than {percent} of ordinary weeks"),
    )
    smaller = (
        translate("Impact", "smaller than {percent} of ordinary quarter hours"),
        translate("Impact", "smaller than {percent} of ordinary hours"),
        translate("Impact", "smaller than {percent} of ordinary days"),
        translate("Impact", "smaller than {percent} of ordinary weeks"),
    )
    return (larger if is_large else smaller)[index].format(percent=percent)


def rank_text(index: int, move: float, ranks: Ranks | None) -> str:
    """How ordinary a move is, or that too little is stored to say so; empty while that is not known yet."""
    if ranks is None:
        return ""
    share = ranks.share_below(index, move)
    if share is None:
        return QCoreApplication.translate("Impact", "not enough stored prices to say how ordinary that is")
    return ordinary_text(index, share)


def price_text(impact: Impact, hkd_rate: Decimal | None) -> str:
    """`BTC US$99,812 (HK$776,737) when first seen`; the rate is today's, None leaves HK$ out."""
    translate = QCoreApplication.translate
    if impact.price is None:
        return translate("Impact", "No price of {asset} is stored for the time it was first seen").format(
            asset=impact.asset
        )
    said = price_short(impact, hkd_rate)
    return translate("Impact", "{asset} {price} when first seen").format(asset=impact.asset, price=said)


def price_short(impact: Impact, hkd_rate: Decimal | None) -> str:
    """`US$99,812 (HK$776,737)`, the price at the first sight; empty where none is stored."""
    if impact.price is None:
        return ""
    usd = Decimal(repr(impact.price))
    said = formats.money(usd)
    return said if hkd_rate is None else f"{said} ({formats.money(usd * hkd_rate, 'HKD')})"


def summary(impact: Impact, ranks: Ranks | None) -> str:
    """One line under the moves: how ordinary the most telling one is, and that this is timing alone."""
    translate = QCoreApplication.translate
    index = impact.telling
    if index is None:
        return translate("Impact", "The first move is told 15 min after it was first seen.")
    move = impact.moves[index]
    rank = rank_text(index, move, ranks) if move is not None else ""
    facts = [f"{length_text(LENGTHS[index])}: {rank}"] if rank else []
    return formats.BETWEEN.join((*facts, translate("Impact", "timing only, not cause")))


def move_cell(impact: Impact, index: int, now: datetime) -> str:
    """`▲ 0.8 %`, `not yet`, or `–` where no price is stored."""
    move = impact.moves[index]
    if move is not None:
        return move_text(move)
    return "–" if impact.is_over(index, now) else QCoreApplication.translate("Impact", "not yet")


def lines(impact: Impact, ranks: Ranks | None, hkd_rate: Decimal | None, now: datetime) -> list[str]:
    """Everything in full, for the tooltip and for screen readers."""
    translate = QCoreApplication.translate
    said = [price_text(impact, hkd_rate)]
    if impact.price is None and impact.telling is None:
        return said
    for index, length in enumerate(LENGTHS):
        move = impact.moves[index]
        if move is None:
            why = (
                translate("PinWords", "no price is stored for then")
                if impact.is_over(index, now)
                else translate("PinWords", "not over yet")
            )
            said.append(f"{length_text(length)}: {why}")
            continue
        rank = rank_text(index, move, ranks)
        if ranks is not None and ranks.share_below(index, move) is not None:
            count = translate("Impact", "{count} compared").format(count=f"{ranks.count(index):,}")
            rank = f"{rank} ({count})"
        said.append(f"{length_text(length)}: {move_text(move)}" + (f", {rank}" if rank else ""))
    said.append(translate("PinWords", "Timing only: what the price did after this was seen here, not why."))
    return said
