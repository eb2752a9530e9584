# SPDX-License-Identifier: MIT
"""When to ask a source again: its own rhythm, the server's wishes, and patience with failures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from hkwatch.domain.catalogue import PollBand, SourceRow
from hkwatch.domain.hkt import HKT, is_workday, to_hkt

BACKOFF_CEILING = timedelta(hours=6)
FURTHEST = timedelta(hours=24)
JITTER_SHARE = 0.1
VALIDATORS_LIVE = timedelta(days=8)
"""Some servers answer 304 for ever to an old ETag; asking in full now and then finds out."""


@dataclass(frozen=True, slots=True)
class HttpHints:
    """What an answer said about the next one; each None where it said nothing.

    `retry_after_s` from Retry-After, `max_age_s` from Cache-Control, `ttl_min` from the feed itself, in
    minutes.
    """

    retry_after_s: float | None = None
    max_age_s: float | None = None
    ttl_min: float | None = None


NO_HINTS = HttpHints()


def next_poll(
    now: datetime,
    row: SourceRow | Sequence[PollBand],
    failures: int = 0,
    hints: HttpHints = NO_HINTS,
    holidays: frozenset[date] = frozenset(),
    jitter: float = 0.0,
) -> datetime:
    """When to ask this source again, in UTC and always later than `now`.

    One interval of the band that holds now; after failures 1, 2, 4 … intervals, up to 6 hours (or one
    interval where that is longer), and never the end of trying. A shorter band that begins earlier pulls the
    poll in: at 15:50 in a 30-minute band the next poll is at 16:00 if a 3-minute band begins then. Not before
    Retry-After, max-age or ttl. `jitter` from 0 to 1 adds up to a tenth of the wait. Never more than 24 hours
    ahead.

    Raises ValueError if `now` is naive, there is no band, an interval is not positive, or `jitter` is out of
    range.
    """
    bands = tuple(row.poll if isinstance(row, SourceRow) else row)
    if now.tzinfo is None or not bands or any(band.every_min <= 0 for band in bands):
        raise ValueError("an aware time and bands with positive intervals are needed")
    if not 0.0 <= jitter <= 1.0:
        raise ValueError(f"jitter {jitter} is not between 0 and 1")

    wait = _wait(band_at(bands, now, holidays), failures)
    due = now + wait
    for edge in _edges(bands, now, due):
        shorter = _wait(band_at(bands, edge, holidays), failures)
        pulled_in = max(edge, now + shorter)
        if pulled_in < due:
            due, wait = pulled_in, shorter

    for hint_s in (hints.retry_after_s, hints.max_age_s, hints.ttl_min and hints.ttl_min * 60):
        if hint_s is not None and hint_s > 0:
            asked = timedelta(seconds=min(hint_s, FURTHEST.total_seconds()))
            if now + asked > due:
                due, wait = now + asked, asked
    return min(due + wait * (JITTER_SHARE * jitter), now + FURTHEST).astimezone(UTC)


def band_at(bands: Sequence[PollBand], at: datetime, holidays: frozenset[date] = frozenset()) -> PollBand:
    """The band that holds at `at`: the first whose Hong Kong times and days fit; the slowest where none does.

    `start` counts in, `end` does not; a band whose end is not after its start runs over midnight and belongs
    to the day it began.
    """
    local = to_hkt(at)
    for band in bands:
        if _holds(band, local, holidays):
            return band
    return max(bands, key=lambda band: band.every_min)


def may_send_validators(stored_at: datetime, now: datetime) -> bool:
    """Whether an ETag or Last-Modified stored at `stored_at` may still be sent: for 8 days."""
    return now - stored_at < VALIDATORS_LIVE


def _holds(band: PollBand, local: datetime, holidays: frozenset[date]) -> bool:
    start, end = band.start or time.min, band.end
    clock, day = local.time(), local.date()
    if end is None:
        inside = clock >= start
    elif start < end:
        inside = start <= clock < end
    elif clock >= start:
        inside = True
    else:
        inside, day = clock < end, day - timedelta(days=1)
    return inside and (not band.workdays_only or is_workday(day, holidays))


def _wait(band: PollBand, failures: int) -> timedelta:
    interval_s = band.every_min * 60
    if failures > 0:
        # 2 ** 20 intervals are far beyond the ceiling; more would overflow.
        patient_s = min(interval_s * 2.0 ** min(failures - 1, 20), BACKOFF_CEILING.total_seconds())
        interval_s = max(interval_s, patient_s)
    return timedelta(seconds=min(interval_s, FURTHEST.total_seconds()))


def _edges(bands: Sequence[PollBand], now: datetime, until: datetime) -> list[datetime]:
    """Every Hong Kong instant between the two at which another band may begin: their times, and midnights."""
    times = {time.min}
    for band in bands:
        times.update(mark for mark in (band.start, band.end) if mark is not None)
    first = to_hkt(now).date()
    days = range(min((until - now).days, 1) + 2)
    marks = (datetime.combine(first + timedelta(days=n), mark, HKT) for n in days for mark in times)
    return sorted(mark for mark in marks if now < mark < until)
