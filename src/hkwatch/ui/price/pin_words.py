# SPDX-License-Identifier: MIT
"""What a pin says: when it was first seen and what the price did then. It never says that one brought the other about."""

from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.pins import LENGTHS, Pin, Ranks
from hkwatch.ui import formats
from hkwatch.ui.formats import Direction
from hkwatch.ui.shown_time import hong_kong

_MARKS = {Direction.UP: "▲", Direction.DOWN: "▼", Direction.FLAT: "■"}


def length_text(length: timedelta) -> str:
    """`15 min`, `1 h`, `24 h`, `7 d`."""
    translate = QCoreApplication.translate
    return {
        LENGTHS[0]: translate("PinWords", "15 min"),
        LENGTHS[1]: translate("PinWords", "1 h"),
        LENGTHS[2]: translate("PinWords", "24 h"),
        LENGTHS[3]: translate("PinWords", "7 d"),
    }[length]


def move_text(move: float) -> str:
    """`▲ 0.8 %`."""
    direction, size = formats.change(Decimal(repr(move)))
    return f"{_MARKS[direction]} {size}"


def direction_of(move: float) -> Direction:
    """Which way a move went, after rounding."""
    return formats.change(Decimal(repr(move)))[0]


def rank_text(index: int, move: float, ranks: Ranks | None) -> str:
    """`smaller than 70 % of moves in 1 h, last year`; empty where too little is known."""
    share = ranks.share_below(index, move) if ranks is not None else None
    if share is None:
        return ""
    translate = QCoreApplication.translate
    if share >= 0.5:
        text = translate("PinWords", "larger than {percent} of the last year’s moves in {length}")
    else:
        share = 1 - share
        text = translate("PinWords", "smaller than {percent} of the last year’s moves in {length}")
    return text.format(percent=formats.percent(min(share, 0.99), 0), length=length_text(LENGTHS[index]))


def row_texts(pin: Pin, ranks: Ranks | None, now: datetime) -> list[tuple[str, str, str, Direction | None]]:
    """For each length: its name, the move or why there is none, how usual that is, and which way it went."""
    translate = QCoreApplication.translate
    rows: list[tuple[str, str, str, Direction | None]] = []
    for index, length in enumerate(LENGTHS):
        move = pin.moves[index]
        name = length_text(length)
        if move is not None:
            rows.append((name, move_text(move), rank_text(index, move, ranks), direction_of(move)))
        elif pin.is_over(length, now):
            rows.append((name, "", translate("PinWords", "no price is stored for then"), None))
        else:
            rows.append((name, "", translate("PinWords", "not over yet"), None))
    return rows


def seen_text(pin: Pin, now: datetime, language: str) -> str:
    """`first seen 19 Feb 14:18 HKT`."""
    text = QCoreApplication.translate("PinWords", "first seen {time} HKT")
    with hong_kong():
        return text.format(time=formats.day_time(pin.at, language))


def caution() -> str:
    """The sentence under every card."""
    return QCoreApplication.translate("PinWords", "Timing only: what the price did after this was seen here, not why.")


def spoken(pin: Pin, now: datetime, language: str) -> str:
    """A pin in a sentence, for screen readers."""
    parts = [pin.row.title, seen_text(pin, now, language)]
    if pin.latest is not None:
        length, move = pin.latest
        parts.append(f"{length_text(length)} {formats.percent(move)}")
    return ", ".join(parts)
