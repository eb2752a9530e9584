# SPDX-License-Identifier: MIT
"""How a source's memory changes with each answer. Pure; the poller stores the result."""

from dataclasses import replace
from datetime import datetime

from hkwatch.domain.cadence import may_send_validators
from hkwatch.domain.errors import FetchError, SourceError
from hkwatch.domain.ids import SourceId
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.sources.request import Fetched, NotModified
from hkwatch.store.polls import SourceRecord

NETWORK_KEYS = frozenset({"dns", "refused", "unreachable", "connection-lost", "timeout", "proxy"})
"""Failures that say more about our network than about the source."""
BLOCKED_KEYS = frozenset({"http-403", "http-418", "http-451", "challenge"})
"""The server answers, but not us."""
FORMAT_KEYS = frozenset(
    {
        *("html-instead-of-feed", "not-a-feed", "unreadable-feed", "unexpected-form", "not-json", "too-complex"),
        "page-changed",
    }
)
"""An answer came that is not in the promised form."""


def new_record(source: SourceId, now: datetime) -> SourceRecord:
    """A source that was just added."""
    return SourceRecord(source, added_ms=to_ms(now))


def validators(record: SourceRecord, now: datetime) -> tuple[str | None, str | None]:
    """ETag and Last-Modified to send, None for those not to send."""
    # Some servers answer 304 for ever; without validators now and then that would never show.
    if record.validators_ms is None or not may_send_validators(from_ms(record.validators_ms), now):
        return None, None
    return record.etag or None, record.last_modified or None


def after_success(
    record: SourceRecord, answer: Fetched | NotModified, now: datetime, entries: int | None, next_at: datetime
) -> SourceRecord:
    """The source answered. `entries` None = nothing changed."""
    ms = to_ms(now)
    fetched = isinstance(answer, Fetched)
    has_validators = bool(answer.etag or answer.last_modified)
    return replace(
        record,
        first_ok_ms=record.first_ok_ms if record.first_ok_ms is not None else ms,
        last_ok_ms=ms,
        last_try_ms=ms,
        failing_since_ms=None,
        failures=0,
        next_ms=to_ms(next_at),
        http_status=answer.status if isinstance(answer, Fetched) else 304,
        error_key="",
        error="",
        next_step="",
        etag=answer.etag or "" if fetched else record.etag,
        last_modified=answer.last_modified or "" if fetched else record.last_modified,
        validators_ms=(ms if has_validators else None) if fetched else record.validators_ms,
        body_hash=answer.body_hash if isinstance(answer, Fetched) else record.body_hash,
        items=record.items if entries is None else entries,
        redirect=answer.redirects[-1].url if answer.redirects else "",
    )


def after_failure(record: SourceRecord, error: SourceError, now: datetime, next_at: datetime) -> SourceRecord:
    """The source did not answer, or not as promised."""
    ms = to_ms(now)
    return replace(
        record,
        last_try_ms=ms,
        failing_since_ms=record.failing_since_ms if record.failing_since_ms is not None else ms,
        failures=record.failures + 1,
        next_ms=to_ms(next_at),
        http_status=error.http_status if isinstance(error, FetchError) else record.http_status,
        error_key=error.key,
        error=error.detail,
        next_step=error.next_step,
        # What was stored of a body belongs to a good answer; after a failure the next one is read whole.
        body_hash="",
        etag="",
        last_modified="",
    )
