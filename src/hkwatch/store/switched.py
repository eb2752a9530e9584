# SPDX-License-Identifier: MIT
"""When sources were switched off: a time in which nobody wanted an answer, so that no silence is counted in it."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime

from hkwatch.domain.coverage import Stretch
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.store.db import get_meta, set_meta

_OFF = "coverage:off"

_Spans = dict[str, list[tuple[int, int | None]]]
"""For each source its times in ms, oldest first; the last one ends with None while the source is off."""


def note_watched(db: sqlite3.Connection, watched: Iterable[str], now: datetime) -> None:
    """These sources are on from now on, and no others.

    A source that was never asked is of no account. When one was switched off while nobody looked is not known: it is
    off from `now` on, and the time before stays a silence.
    """
    on, at, spans = frozenset(watched), to_ms(now), _read(db)
    before = json.dumps(spans)
    asked = {source for (source,) in db.execute("SELECT source FROM poll_watch WHERE source <> ''")}
    for source in asked - on:
        if not _is_off(spans, source):
            spans.setdefault(source, []).append((at, None))
    for source in on & spans.keys():
        if _is_off(spans, source):
            start, _ = spans[source][-1]
            spans[source][-1] = (start, max(start, at))
    if json.dumps(spans) != before:
        _write(db, spans)


def off_times(db: sqlite3.Connection, now: datetime) -> dict[str, tuple[Stretch, ...]]:
    """For each source that ever was, when it was switched off; what goes on ends with `now`."""
    return {source: tuple(_stretch(*one, now) for one in times) for source, times in _read(db).items()}


def trim(db: sqlite3.Connection, before: datetime) -> None:
    """Let times that were over before then go."""
    edge, spans = to_ms(before), _read(db)
    kept = {source: [one for one in times if one[1] is None or one[1] >= edge] for source, times in spans.items()}
    kept = {source: times for source, times in kept.items() if times}
    if kept != spans:
        _write(db, kept)


def _stretch(first_ms: int, last_ms: int | None, now: datetime) -> Stretch:
    start = from_ms(first_ms)
    return Stretch(start, max(start, now) if last_ms is None else from_ms(last_ms))


def _is_off(spans: _Spans, source: str) -> bool:
    return source in spans and spans[source][-1][1] is None


def _read(db: sqlite3.Connection) -> _Spans:
    text = get_meta(db, _OFF)
    return {source: [(first, last) for first, last in times] for source, times in json.loads(text or "{}").items()}


def _write(db: sqlite3.Connection, spans: _Spans) -> None:
    set_meta(db, _OFF, json.dumps(spans))
