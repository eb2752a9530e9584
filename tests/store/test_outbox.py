# SPDX-License-Identifier: MIT
"""The outbox: each notice is told at most once."""

import sqlite3
from datetime import datetime, timedelta

import pytest

from hkwatch.domain.ids import AlertId, ItemId, NoticeId
from hkwatch.domain.item import Level
from hkwatch.store import outbox

from .stored import NOW

LATER = NOW + timedelta(minutes=1)


def queue(db: sqlite3.Connection, key: str, now: datetime = NOW, item: int | None = None) -> NoticeId:
    notice = outbox.add(db, key, "item", Level.HIGH, now, item=None if item is None else ItemId(item))
    assert notice is not None
    return notice


def state(db: sqlite3.Connection, notice: NoticeId) -> str:
    return str(db.execute("SELECT state FROM outbox WHERE id = ?", (notice,)).fetchone()[0])


def due(db: sqlite3.Connection, now: datetime = LATER) -> list[NoticeId]:
    return [row.id for row in outbox.due(db, now)]


def test_a_queued_notice_is_due_with_all_it_speaks_of(db: sqlite3.Connection) -> None:
    notice = outbox.add(db, "firing:3", "alert", Level.CRITICAL, NOW, alert=AlertId(2), firing=3)
    assert notice is not None
    assert outbox.due(db, NOW) == [outbox.OutboxRow(notice, "firing:3", "alert", None, AlertId(2), 3, Level.CRITICAL)]


def test_notices_are_due_oldest_first_and_not_before_their_time(db: sqlite3.Connection) -> None:
    one, two, future = queue(db, "1"), queue(db, "2"), queue(db, "3", LATER + timedelta(seconds=1))
    assert due(db) == [one, two]
    assert due(db, LATER + timedelta(seconds=1)) == [one, two, future]


@pytest.mark.parametrize("end", ["due", "sending", "shown", "failed", "maybe", "folded"])
def test_a_key_is_used_once_for_ever_however_its_notice_ended(db: sqlite3.Connection, end: str) -> None:
    notice = queue(db, "item:sfc:26PR107")
    outbox.finish(db, notice, end, NOW)
    assert outbox.add(db, "item:sfc:26PR107", "item", Level.HIGH, LATER) is None
    assert db.execute("SELECT count(*) FROM outbox").fetchone()[0] == 1


def test_a_notice_that_was_never_committed_may_be_queued_again(db: sqlite3.Connection) -> None:
    db.execute("BEGIN")
    queue(db, "1")
    db.execute("ROLLBACK")
    assert due(db) == []
    assert outbox.add(db, "1", "item", Level.HIGH, NOW) is not None


def test_a_notice_goes_from_due_over_sending_to_shown(db: sqlite3.Connection) -> None:
    notice = queue(db, "1")
    outbox.begin_sending(db, [notice])
    assert state(db, notice) == "sending"
    assert due(db) == []
    outbox.finish(db, notice, "shown", LATER)
    assert state(db, notice) == "shown"
    assert due(db) == []


def test_what_could_not_be_handed_over_is_due_again_with_its_error(db: sqlite3.Connection) -> None:
    notice = queue(db, "1")
    outbox.begin_sending(db, [notice])
    outbox.finish(db, notice, "due", NOW, "no daemon")
    assert due(db) == [notice]
    assert db.execute("SELECT error, done_ms FROM outbox").fetchone() == ("no daemon", None)


def test_only_what_is_due_can_begin_to_be_sent(db: sqlite3.Connection) -> None:
    notice = queue(db, "1")
    outbox.finish(db, notice, "shown", NOW)
    outbox.begin_sending(db, [notice])
    assert state(db, notice) == "shown"


def test_after_a_crash_what_was_being_sent_is_listed_and_never_sent_again(db: sqlite3.Connection) -> None:
    waiting, one, shown, two = (queue(db, str(n), item=n) for n in range(4))
    outbox.begin_sending(db, [one, two])
    outbox.finish(db, shown, "shown", NOW)
    assert outbox.settle_after_crash(db, NOW) == 2
    assert outbox.settle_after_crash(db, NOW) == 0
    assert due(db) == [waiting]
    assert [row.id for row in outbox.maybe_not_shown(db)] == [two, one]
    outbox.begin_sending(db, [one])
    assert state(db, one) == "maybe"


def test_many_notices_fold_into_one_that_speaks_of_all_of_them(db: sqlite3.Connection) -> None:
    single = [queue(db, str(n), item=n) for n in (5, 9, 7)]
    other = queue(db, "other", item=1)
    summary = outbox.add(db, "summary:1", "summary", Level.HIGH, NOW)
    assert summary is not None
    outbox.begin_sending(db, single, summary)
    assert {state(db, notice) for notice in single} == {"folded"}
    assert due(db) == [other, summary]
    assert outbox.items_of(db, summary) == ((9, 7, 5), None)
    assert outbox.items_of(db, single[0]) == ((5,), None)


def test_what_was_already_shown_does_not_fold(db: sqlite3.Connection) -> None:
    shown, waiting = queue(db, "1", item=1), queue(db, "2", item=2)
    outbox.finish(db, shown, "shown", NOW)
    summary = outbox.add(db, "summary:1", "summary", Level.HIGH, NOW)
    assert summary is not None
    outbox.begin_sending(db, [shown, waiting], summary)
    assert (state(db, shown), state(db, waiting)) == ("shown", "folded")
    assert outbox.items_of(db, summary) == ((2,), None)


def test_a_price_alerts_notice_speaks_of_its_alert_and_no_item(db: sqlite3.Connection) -> None:
    notice = outbox.add(db, "firing:1", "alert", Level.HIGH, NOW, alert=AlertId(4), firing=1)
    assert notice is not None
    assert outbox.items_of(db, notice) == ((), AlertId(4))
    assert outbox.items_of(db, NoticeId(99)) == ((), None)


def test_shown_notices_of_items_can_be_found_to_be_withdrawn(db: sqlite3.Connection) -> None:
    one, two, waiting = (queue(db, str(n), item=n) for n in range(3))
    for notice in (one, two):
        outbox.finish(db, notice, "shown", NOW)
    assert outbox.shown_for(db, [ItemId(0), ItemId(2), ItemId(8)]) == [one]
    assert outbox.shown_for(db, []) == []
    assert state(db, waiting) == "due"


def test_a_hundred_thousand_items_read_at_once_are_no_trouble(db: sqlite3.Connection) -> None:
    notice = queue(db, "1", item=99_999)
    outbox.finish(db, notice, "shown", NOW)
    assert outbox.shown_for(db, [ItemId(n) for n in range(100_000)]) == [notice]
