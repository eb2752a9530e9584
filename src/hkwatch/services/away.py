# SPDX-License-Identifier: MIT
"""All that is stored of a span of time, summed up: of the newest absence for the Away view, of a day for digests."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hkwatch.domain.alerts import Firing
from hkwatch.domain.away import (
    AwayFacts,
    AwaySpan,
    AwaySummary,
    DayMoved,
    FailedRun,
    GapTold,
    Names,
    PricePath,
    RegisterNews,
    Unsure,
    price_path,
    summarise,
)
from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.deadline import CountedDeadline, counted
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ItemId, NoticeId, PublisherId, SourceId
from hkwatch.domain.item import Precision
from hkwatch.domain.query_due import Holidays
from hkwatch.domain.rows import InboxRow
from hkwatch.services.away_wording import AwayWording
from hkwatch.services.wording import Wording
from hkwatch.store import away as store
from hkwatch.store import coverage, deadlines, outbox, pages, pins, price_history, prices, registers

SOON_WORKDAYS = 3
"""A deadline that ends so many working days after the span is told with it."""
_MINUTES_UP_TO = timedelta(days=8)


def read_away(
    db: sqlite3.Connection, catalogue: Catalogue, language: str, now: datetime, holidays: Holidays
) -> AwaySummary | None:
    """The newest absence, or the one that goes on, summed up; None where the user was never away."""
    span = store.current(db, now)
    return None if span is None else read_span(db, catalogue, span, language, now, holidays)


@dataclass(frozen=True, slots=True)
class Told:
    """When the span just before was told, and the number of the last firing that was known then."""

    at: datetime
    firing: int


def read_span(
    db: sqlite3.Connection,
    catalogue: Catalogue,
    span: AwaySpan,
    language: str,
    now: datetime,
    holidays: Holidays,
    told: Told | None = None,
) -> AwaySummary:
    """Everything stored of a span, summed up; with `told`, without what the span before was told with already."""
    start, end = span.start, span.end
    # Just after a span is still told with it what happened before its end.
    since = start if told is None else max(start, min(told.at, start + store.SETTLING))
    rows = pages.in_language(db, pages.rows_of(db, store.items_between(db, start, end)), language)
    if told is not None:
        rows = tuple(row for row in rows if not _was_told(row, start, told))
    checks = coverage.checks_between(db, start, end)
    paths: list[PricePath] = []
    points: tuple[ChartPoint, ...] = ()
    for asset in sorted(catalogue.assets, key=lambda name: (name != "BTC", name)):
        bars = _bars(db, asset, start, end)
        path = price_path(asset, bars)
        if path is not None:
            points = points or bars
            paths.append(path)
    flagged = [row for row in rows if row.flagged and start < row.first_seen_at <= end]
    return summarise(
        AwayFacts(
            span=span,
            rows=rows,
            news=tuple(
                RegisterNews(one.at, one.register, one.change, one.item)
                for one in registers.changes(db, since=since, until=end + store.SETTLING)
            ),
            moves=_moves(db, since, end),
            due=_due(db, start, end, now, holidays()),
            firings=tuple(
                Firing.from_dict(json.loads(data))
                for data in store.firings_between(db, start, end, None if told is None else told.firing)
            ),
            paths=tuple(paths),
            points=points,
            pins=pins.with_moves(db, paths[0].asset, flagged[: pins.MOST], now) if paths else (),
            unsure=_unsure(db, start, end, language),
            failed=tuple(
                FailedRun(run.source, names_of(catalogue, run.source), run.start, run.end, run.checks, run.error_key)
                for run in coverage.failures(db, start, end)
            ),
            gaps=tuple(
                GapTold(names_of(catalogue, gap.source), gap.start, gap.end, gap.state, gap.closed_at)
                for gap in coverage.gaps(db, start, end)
                if gap.kind == "source"
            ),
            unwatched=coverage.silences(db, start, end),
            checks=checks.checks,
            sources=checks.sources,
            answered=checks.answered,
        )
    )


def _was_told(row: InboxRow, start: datetime, told: Told) -> bool:
    """Whether an item of a span was told with the one before: seen before that was told, published before its end."""
    if row.first_seen_at > told.at:
        return False
    if row.published_at is None:
        return row.first_seen_at <= start + store.SETTLING
    return row.published_at <= start and row.precision is not Precision.DAY


def changes_between(
    db: sqlite3.Connection, wording: Wording, start: datetime, end: datetime, now: datetime, holidays: frozenset[date]
) -> str:
    """`1 licence change · BTC −4.1 %`: what else a span brought, for the notice of an absence; empty where nothing."""
    told = read_span(db, wording.catalogue, AwaySpan(0, start, end), wording.texts.language, now, lambda: holidays)
    return " · ".join(AwayWording(wording.texts).changes(told))


def names_of(catalogue: Catalogue, name: str) -> Names:
    """What a source is called, or a publisher; its id where it is in no catalogue any more."""
    row = catalogue.sources.get(SourceId(name))
    if row is not None:
        return row.name.en, row.name.zh_hant, row.name.zh_hans
    publisher = catalogue.publishers.get(PublisherId(name))
    if publisher is not None:
        return publisher.short.en, publisher.short.zh_hant, publisher.short.zh_hans
    return name, name, name


def _bars(db: sqlite3.Connection, asset: str, start: datetime, end: datetime) -> tuple[ChartPoint, ...]:
    """Minutes of a short span, and hours where there are none; all within the span."""
    hours = [bar for bar in prices.bars(db, asset, prices.HOUR_S, start) if bar.at < end - timedelta(minutes=55)]
    if hours and end - start > _MINUTES_UP_TO:
        return tuple(hours)
    found = price_history.columns(db, asset, prices.MINUTE_S, start, end)
    minutes = [
        ChartPoint(datetime.fromtimestamp(at, start.tzinfo), *values)
        for at, *values in zip(found.times, found.opens, found.highs, found.lows, found.closes, strict=True)
    ]
    # An hour counts only where none of its minutes is there: not to be told twice, nor to hide a wick.
    known = {bar.at.replace(minute=0, second=0, microsecond=0) for bar in minutes}
    return tuple(sorted([*(hour for hour in hours if hour.at not in known), *minutes], key=lambda bar: bar.at))


def _moves(db: sqlite3.Connection, start: datetime, end: datetime) -> tuple[DayMoved, ...]:
    found = []
    for ident, at, before, after in store.moves_between(db, start, end):
        known = deadlines.known(db, ident)
        if known is not None:
            found.append(DayMoved(at, known, deadlines.day_of(before), deadlines.day_of(after)))
    return tuple(found)


def _due(
    db: sqlite3.Connection, start: datetime, end: datetime, now: datetime, holidays: frozenset[date]
) -> tuple[CountedDeadline, ...]:
    first, last, today = to_hkt(start).date(), to_hkt(end).date(), to_hkt(now).date()
    found = []
    for one in deadlines.everything(db):
        left = counted(one, last, holidays)
        is_over = first <= one.closes_on < last and not one.is_concluded
        if is_over or (left.is_open and left.workdays <= SOON_WORKDAYS):
            found.append(counted(one, today, holidays))
    return tuple(found)


def _unsure(db: sqlite3.Connection, start: datetime, end: datetime, language: str) -> tuple[Unsure, ...]:
    found = []
    for ident, kind, at in store.unsure_between(db, start, end):
        items, _ = outbox.items_of(db, NoticeId(ident))
        rows = pages.in_language(db, pages.rows_of(db, items[:1]), language)
        item: ItemId | None = rows[0].id if rows else None
        found.append(Unsure(at, kind, rows[0].title if rows else "", item))
    return tuple(found)
