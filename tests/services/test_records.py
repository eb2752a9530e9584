# SPDX-License-Identifier: MIT
"""How a source's memory changes with each answer."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hkwatch.domain.errors import FetchError, FormatError
from hkwatch.domain.ids import SourceId
from hkwatch.domain.order import to_ms
from hkwatch.services.records import after_failure, after_success, new_record, validators
from hkwatch.sources.request import Fetched, Hop, NotModified
from hkwatch.store.polls import SourceRecord

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
NEXT = NOW + timedelta(minutes=5)
URL = "https://example.test/feed"
FETCHED = Fetched(200, URL, b"", "hash", etag='"1"', last_modified="Wed", redirects=())
TIMEOUT = FetchError("timeout", "No answer.", "Wait.", http_status=None)


def fresh() -> SourceRecord:
    return new_record(SourceId("sfc"), NOW - timedelta(days=1))


def answered() -> SourceRecord:
    return after_success(fresh(), FETCHED, NOW, 20, NEXT)


def test_a_new_source_has_nothing_behind_it() -> None:
    assert fresh() == SourceRecord(SourceId("sfc"), added_ms=to_ms(NOW - timedelta(days=1)))
    assert validators(fresh(), NOW) == (None, None)


def test_an_answer_is_remembered_with_what_to_send_next_time() -> None:
    record = answered()
    assert (record.first_ok_ms, record.last_ok_ms, record.last_try_ms) == (to_ms(NOW),) * 3
    assert (record.http_status, record.body_hash, record.items, record.next_ms) == (200, "hash", 20, to_ms(NEXT))
    assert validators(record, NEXT) == ('"1"', "Wed")


def test_the_first_good_answer_stays_the_first() -> None:
    later = after_success(answered(), FETCHED, NOW + timedelta(days=1), 20, NEXT)
    assert later.first_ok_ms == to_ms(NOW)
    assert later.last_ok_ms == to_ms(NOW + timedelta(days=1))


def test_validators_are_dropped_after_eight_days_even_if_the_server_always_said_not_modified() -> None:
    record = answered()
    for day in range(1, 9):
        now = NOW + timedelta(days=day)
        record = after_success(record, NotModified(URL, '"1"', "Wed"), now, None, now)
    assert validators(record, NOW + timedelta(days=8) - timedelta(seconds=1)) == ('"1"', "Wed")
    assert validators(record, NOW + timedelta(days=8)) == (None, None)


def test_not_modified_keeps_what_is_known_of_the_body() -> None:
    record = after_success(answered(), NotModified(URL, None, None), NEXT, None, NEXT)
    assert (record.http_status, record.body_hash, record.items, record.etag) == (304, "hash", 20, '"1"')
    assert record.last_ok_ms == to_ms(NEXT)


def test_an_answer_without_validators_forgets_the_old_ones() -> None:
    record = after_success(answered(), replace(FETCHED, etag=None, last_modified=None), NEXT, 20, NEXT)
    assert validators(record, NEXT) == (None, None)


def test_an_answer_whose_entries_were_not_counted_keeps_their_number() -> None:
    assert after_success(answered(), FETCHED, NEXT, None, NEXT).items == 20
    assert after_success(answered(), FETCHED, NEXT, 0, NEXT).items == 0


def test_a_redirect_is_remembered_until_it_ends() -> None:
    hops = (Hop(302, "https://example.test/a"), Hop(301, "https://example.test/b"))
    moved = after_success(answered(), replace(FETCHED, redirects=hops), NEXT, 20, NEXT)
    assert moved.redirect == "https://example.test/b"
    assert after_success(moved, FETCHED, NEXT, 20, NEXT).redirect == ""


def test_failures_are_counted_from_the_first_one_on() -> None:
    record = after_failure(answered(), TIMEOUT, NEXT, NEXT)
    record = after_failure(record, FetchError("http-503", "Down.", http_status=503), NEXT + timedelta(hours=1), NEXT)
    assert (record.failures, record.failing_since_ms) == (2, to_ms(NEXT))
    assert (record.error_key, record.error, record.http_status) == ("http-503", "Down.", 503)
    assert (record.last_ok_ms, record.last_try_ms) == (to_ms(NOW), to_ms(NEXT + timedelta(hours=1)))
    assert record.items == 20


def test_after_a_failure_the_next_answer_is_read_whole() -> None:
    record = after_failure(answered(), FormatError("html", "A page came.", "Look at it."), NEXT, NEXT)
    assert validators(record, NEXT) == (None, None)
    assert record.body_hash == ""
    assert (record.error_key, record.next_step, record.http_status) == ("html", "Look at it.", 200)


def test_a_good_answer_clears_the_failure() -> None:
    record = after_success(after_failure(answered(), TIMEOUT, NEXT, NEXT), FETCHED, NEXT, 20, NEXT)
    assert (record.failures, record.failing_since_ms) == (0, None)
    assert (record.error_key, record.error, record.next_step) == ("", "", "")
