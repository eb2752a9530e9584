# SPDX-License-Identifier: MIT
import json
import sqlite3
from datetime import timedelta

import pytest

from hkwatch.domain.audit import ItemAudit, item_audit
from hkwatch.domain.commands import Mark
from hkwatch.domain.decide import Change
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Entry, Level, Precision
from hkwatch.domain.journal import Act, JournalEntry, check
from hkwatch.store import items, journal, outbox, retention, stories
from hkwatch.store.db import transaction

from .stored import NOW, add, new_item, revise

LATER = NOW + timedelta(minutes=5)


def everything(db: sqlite3.Connection) -> list[JournalEntry]:
    return journal.entries(db, 0, 10_000)


def kinds(db: sqlite3.Connection, item: ItemId) -> list[str]:
    return [entry.kind for entry in everything(db) if entry.item == item]


def test_a_new_file_begins_its_journal(db: sqlite3.Connection) -> None:
    (first,) = everything(db)
    assert (first.id, first.kind, first.detail) == (1, Act.BEGUN, '{"items":0}')
    journal.begin(db, LATER)
    assert len(everything(db)) == 1


def test_every_act_is_entered_once_and_the_chain_holds(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("One"))
    with transaction(db):
        for mark in (Mark.SEEN, Mark.SEEN, Mark.READ, Mark.READ, Mark.STAR):
            items.mark_items(db, [item], mark, "", NOW, "chan")
        items.mark_items(db, [item], Mark.ACKNOWLEDGE, "told the board", LATER, "Chan (chan)")
        items.mark_items(db, [item], Mark.UNREAD, "", LATER, "chan")
    assert kinds(db, item) == ["first-seen", "seen", "read", "star", "acknowledge", "unread"]
    acknowledged = next(entry for entry in everything(db) if entry.kind == "acknowledge")
    assert (acknowledged.actor, json.loads(acknowledged.detail)) == ("Chan (chan)", {"note": "told the board"})
    assert list(check(everything(db))) == []


def test_the_act_and_its_entry_are_undone_together(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("One"))

    def mark_and_fail() -> None:
        with transaction(db):
            items.mark_items(db, [item], Mark.READ, "", NOW, "chan")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        mark_and_fail()
    assert kinds(db, item) == ["first-seen"]


def test_telling_is_entered_for_each_item_of_a_summary(db: sqlite3.Connection) -> None:
    one, two, three = add(db, *(new_item(title) for title in ("One", "Two", "Three")))
    with transaction(db):
        told = [outbox.add(db, f"item:{item}", "item", Level.HIGH, NOW, item=item) for item in (one, two, three)]
        assert None not in told
        summary = outbox.add(db, "summary:1", "summary", Level.HIGH, NOW)
        assert summary is not None
        outbox.begin_sending(db, [notice for notice in told[:2] if notice], summary)
        outbox.finish(db, summary, "shown", LATER, channel="DbusNotices")
        assert told[2] is not None
        outbox.finish(db, told[2], "due", LATER, "no daemon")
        outbox.begin_sending(db, [told[2]])
        outbox.settle_after_crash(db, LATER)
    assert kinds(db, one) == kinds(db, two) == ["first-seen", "notified"]
    assert kinds(db, three) == ["first-seen", "maybe-notified"]
    notified = next(entry for entry in everything(db) if entry.kind == "notified")
    assert json.loads(notified.detail)["channel"] == "DbusNotices"


@pytest.mark.parametrize("statement", ["UPDATE audit_log SET at_ms = 0", "DELETE FROM audit_log"])
def test_the_file_itself_refuses_to_rewrite_the_journal(db: sqlite3.Connection, statement: str) -> None:
    add(db, new_item("One"))
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        db.execute(statement)


def test_the_entries_of_an_item_outlive_it(db: sqlite3.Connection) -> None:
    old = NOW - timedelta(days=900)
    (item,) = add(db, new_item("Old", at=old, seen=old))
    with transaction(db):
        retention.remove_old(db, NOW, ItemId(0), 100, NOW)
    assert kinds(db, item) == ["first-seen", "removed"]
    assert list(check(everything(db))) == []


def test_what_was_done_before_the_journal_is_entered_as_such(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("One"))
    with transaction(db):
        items.mark_items(db, [item], Mark.ACKNOWLEDGE, "seen by both", NOW, "chan")
        notice = outbox.add(db, "item:1", "item", Level.HIGH, NOW, item=item)
        assert notice is not None
        outbox.finish(db, notice, "shown", LATER)
    db.execute("DROP TRIGGER audit_log_no_delete")
    db.execute("DELETE FROM audit_log")
    with transaction(db):
        journal.begin(db, LATER)
    begun, before = everything(db)
    assert json.loads(begun.detail) == {"items": 1}
    facts = json.loads(before.detail)
    assert (before.kind, before.item, facts["note"], facts["state"]) == (Act.BEFORE, item, "seen by both", 2)
    assert facts["told"] == ["shown", round(LATER.timestamp() * 1000)]


def test_a_time_that_becomes_known_more_exactly_is_entered(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("One", published=NOW))
    for published in (NOW, LATER):
        exact = Entry("One", "https://example.test/1", "en", published_at=published, precision=Precision.SECOND)
        revise(db, item, exact, Change.BODY)
    assert kinds(db, item) == ["first-seen", "published"]


def audit_of(db: sqlite3.Connection, item: ItemId) -> ItemAudit:
    return item_audit(item, [entry for entry in everything(db) if entry.item == item])


def test_a_story_that_is_open_again_has_no_acknowledgement_any_more(db: sqlite3.Connection) -> None:
    report, paper = add(db, new_item("A report", publisher="rthk"), new_item("A paper's", publisher="rthk"))
    with transaction(db):
        stories.join(db, paper, int(report), [report])
        items.mark_items(db, [report, paper], Mark.ACKNOWLEDGE, "dealt with", NOW, "chan")
        stories.open_again(db, paper, LATER)
    for item in (report, paper):
        audit = audit_of(db, item)
        assert (audit.acknowledged, audit.withdrawn_at, audit.note) == (None, LATER, "dealt with")
    with transaction(db):
        items.mark_items(db, [report], Mark.ACKNOWLEDGE, "", LATER + timedelta(hours=1), "chan")
    assert audit_of(db, report).acknowledged == LATER + timedelta(hours=1)
    assert list(check(everything(db))) == []


def test_an_item_under_the_number_of_one_that_was_taken_out_takes_over_none_of_its_acts(db: sqlite3.Connection) -> None:
    old = NOW - timedelta(days=900)
    (first,) = add(db, new_item("Old", at=old, seen=old))
    with transaction(db):
        items.mark_items(db, [first], Mark.READ, "", old, "chan")
        retention.remove_old(db, NOW, ItemId(0), 100, NOW)
    (second,) = add(db, new_item("Found in an archive later", at=old, seen=LATER, back=True))
    assert second == first
    audit = audit_of(db, second)
    assert (audit.opened, audit.first_seen) == (None, LATER)
