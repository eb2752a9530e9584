# SPDX-License-Identifier: MIT
"""How the watch is doing, as one event for status bar, rail and tray. Pure: built from memory, no I/O."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from hkwatch.domain.cadence import band_at
from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.events import SourceHealth, SourceState
from hkwatch.domain.habits import History
from hkwatch.domain.ids import SourceId
from hkwatch.domain.move import Move
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.domain.own_source import NO_OPTIONS, SourceOptions
from hkwatch.services.poller import Poller, is_official
from hkwatch.services.records import BLOCKED_KEYS, FORMAT_KEYS, NETWORK_KEYS
from hkwatch.store.polls import SourceRecord

_NOTHING_KNOWN = History()


def source_health(
    row: SourceRow,
    record: SourceRecord | None,
    next_at: datetime | None,
    *,
    offline: bool,
    history: History = _NOTHING_KNOWN,
    quiet_since: datetime | None = None,
    move: Move | None = None,
    options: SourceOptions = NO_OPTIONS,
    interval_min: float = 0.0,
    new_today: int = 0,
    off: bool = False,
) -> SourceHealth:
    """One source's line. While the whole machine is offline no source is to blame, and one that is `off` never is.

    `quiet_since` is when the last item appeared, where that is unusually long ago.
    """
    proposed = move if move is not None and move.is_open else None
    if off:
        state = SourceState.OFF
        record = replace(record, failing_since_ms=None, error_key="", error="", next_step="") if record else None
    elif record is None or (record.last_ok_ms is None and record.failures == 0):
        state = SourceState.UNCHECKED
    elif record.failures and offline and record.error_key in NETWORK_KEYS:
        state = SourceState.OFFLINE
    elif record.failures and record.error_key in BLOCKED_KEYS:
        state = SourceState.BLOCKED
    elif record.failures and record.error_key in FORMAT_KEYS:
        state = SourceState.FORMAT_CHANGED
    elif record.failures:
        state = SourceState.FAILING
    elif proposed is not None:
        state = SourceState.MOVED
    elif quiet_since is not None:
        state = SourceState.QUIET
    else:
        state = SourceState.OK
    return SourceHealth(
        source=row.id,
        name_en=row.name.en,
        name_zh_hant=row.name.zh_hant,
        name_zh_hans=row.name.zh_hans,
        publisher=row.publisher.id,
        official=is_official(row),
        state=state,
        last_ok_at=_time(record.last_ok_ms if record else None),
        failing_since=_time(record.failing_since_ms if record else None),
        next_at=next_at,
        http_status=record.http_status if record else None,
        error_key=record.error_key if record else "",
        error=record.error if record else "",
        next_step=record.next_step if record else "",
        items=record.items if record else 0,
        url=row.url,
        polls=len(history.polls),
        good_polls=history.good,
        quiet_since=quiet_since,
        moved_to=proposed.url if proposed else "",
        moved_seen=proposed.seen if proposed else 0,
        moved_from=move.left if move is not None else "",
        options=options,
        own=row.own,
        folder=row.folder,
        terms=row.terms,
        interval_min=interval_min,
        new_today=new_today,
        publisher_short_en=row.publisher.short.en,
        publisher_short_zh_hant=row.publisher.short.zh_hant,
        publisher_short_zh_hans=row.publisher.short.zh_hans,
    )


def health_lines(
    rows: Iterable[SourceRow],
    poller: Poller,
    due_at: Callable[[SourceId], datetime | None],
    move_of: Callable[[SourceId], Move | None],
    now: datetime,
    offline: bool,
    options_of: Callable[[SourceId], SourceOptions] = lambda _source: NO_OPTIONS,
    off: Iterable[SourceRow] = (),
) -> tuple[SourceHealth, ...]:
    """Every source's line, also before anything was read from the store; those of `off` last."""
    found = []
    for row in rows:
        history = poller.histories.get(row.id, _NOTHING_KNOWN)
        quiet_since = history.quiet_since(now, poller.holidays, workdays_only=is_official(row))
        line = source_health(
            row,
            poller.records.get(row.id),
            due_at(row.id),
            offline=offline,
            history=history,
            quiet_since=quiet_since,
            move=move_of(row.id),
            options=options_of(row.id),
            interval_min=band_at(row.poll, now, poller.holidays).every_min,
            new_today=poller.today.of(row.id),
        )
        found.append(line)
    for row in off:
        record, history = poller.records.get(row.id), poller.histories.get(row.id, _NOTHING_KNOWN)
        options = options_of(row.id)
        found.append(
            source_health(
                row,
                record,
                None,
                offline=offline,
                history=history,
                options=options,
                new_today=poller.today.of(row.id),
                off=True,
            )
        )
    return tuple(found)


def is_offline(rows: Iterable[SourceRow], records: Mapping[SourceId, SourceRecord]) -> datetime | None:
    """Since when nothing is reachable: the last answer of every source is a network failure, on two hosts or more.

    None while anything answers, or while too little was asked to tell.
    """
    tried = [records[row.id] for row in rows if row.id in records and records[row.id].last_try_ms is not None]
    hosts = {row.url.split("/")[2] for row in rows if row.id in records and records[row.id].last_try_ms is not None}
    if len(hosts) < 2 or any(record.error_key not in NETWORK_KEYS for record in tried):
        return None
    since = [record.failing_since_ms for record in tried if record.failing_since_ms is not None]
    return from_ms(max(since)) if since else None


def reaches_nothing(
    rows: Iterable[SourceRow], records: Mapping[SourceId, SourceRecord], answered_at: datetime | None = None
) -> bool:
    """Whether whatever was asked since the last answer could not be reached, on two hosts or more.

    Known sooner than `is_offline`, which waits for every source to be asked. `answered_at` is when something else
    answered last, None if nothing did.
    """
    tried = [(row.url.split("/")[2], records[row.id]) for row in rows if row.id in records]
    answers = [record.last_ok_ms for _, record in tried if record.last_ok_ms is not None]
    if answered_at is not None:
        answers.append(to_ms(answered_at))
    last = max(answers, default=0)
    since = [(host, record.error_key) for host, record in tried if (record.last_try_ms or 0) > last]
    # A server that refuses us was reached all the same.
    return len({host for host, _ in since}) >= 2 and all(key in NETWORK_KEYS for _, key in since)


def checked_at(records: Iterable[SourceRecord]) -> datetime | None:
    """When a source last answered."""
    return _time(max((record.last_ok_ms or 0 for record in records), default=0) or None)


def _time(ms: int | None) -> datetime | None:
    return None if ms is None else from_ms(ms)
