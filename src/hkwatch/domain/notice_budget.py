# SPDX-License-Identifier: MIT
"""How many notices of items may pop up: bursts become one, and what is merely normal stays rare.

more than 3 at once                  one summary
more than 3 within 60 s              the rest waits until the minute is over
normal and low: more than 6 in 1 h   the rest waits, then comes as one
critical                             never waits
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hkwatch.domain.item import Level

BURST = 3
"""More new items than this become one summary."""
BURST_WINDOW = timedelta(seconds=60)
NORMAL_AN_HOUR = 6
NORMAL_WINDOW = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Shown:
    """A notice that popped up: when, how serious, and for how many items it stood."""

    at: datetime
    level: Level
    count: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of the queue, by place in it. `again_at`: when those that wait may go, None where none waits."""

    tell: tuple[int, ...] = ()
    fold: tuple[int, ...] = ()
    wait: tuple[int, ...] = ()
    again_at: datetime | None = None


def plan(levels: Sequence[Level], shown: Sequence[Shown], now: datetime) -> Plan:
    """What to do with items of these levels, oldest first, after what was `shown` before `now`."""
    everything = range(len(levels))
    recent = [one for one in shown if now - one.at < BURST_WINDOW]
    folded_lately = any(one.count > BURST for one in recent)
    if len(levels) > BURST and not folded_lately:
        rare, rare_at = _room(shown, now)
        if rare or max(levels) > Level.NORMAL:
            return Plan(fold=tuple(everything))
        return Plan(wait=tuple(everything), again_at=rare_at)
    tell: list[int] = []
    wait: list[int] = []
    again: list[datetime] = []
    rare, rare_at = _room(shown, now)
    quiet_ones = [place for place in everything if levels[place] <= Level.NORMAL]
    if len(quiet_ones) > rare:
        wait += quiet_ones
        if rare_at is not None:
            again.append(rare_at)
        if rare:
            # Room for some of them: as one they all fit.
            return _with_fold(levels, quiet_ones, recent, now)
    left = BURST - sum(one.count for one in recent)
    for place in everything:
        if place in wait:
            continue
        if levels[place] is Level.CRITICAL or left > 0:
            tell.append(place)
            left -= 1
        else:
            wait.append(place)
            again.append(min(one.at for one in recent) + BURST_WINDOW if recent else now + BURST_WINDOW)
    return Plan(tuple(tell), (), tuple(wait), min(again, default=None))


def _with_fold(levels: Sequence[Level], quiet_ones: list[int], recent: list[Shown], now: datetime) -> Plan:
    others = [place for place in range(len(levels)) if place not in quiet_ones]
    left = BURST - sum(one.count for one in recent) - 1
    tell = [place for n, place in enumerate(others) if levels[place] is Level.CRITICAL or n < left]
    wait = tuple(place for place in others if place not in tell)
    return Plan(tuple(tell), tuple(quiet_ones), wait, now + BURST_WINDOW if wait else None)


def _room(shown: Sequence[Shown], now: datetime) -> tuple[int, datetime | None]:
    """How many normal ones may still pop up within the hour, and when the next may."""
    told = sorted(one.at for one in shown if one.level <= Level.NORMAL and now - one.at < NORMAL_WINDOW)
    left = NORMAL_AN_HOUR - len(told)
    return max(0, left), (told[0] + NORMAL_WINDOW if told and left <= 0 else None)
