# SPDX-License-Identifier: MIT
"""Marks that can be put back: each only what it changed, in whatever order other marks came."""

import sqlite3
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hkwatch.domain.audit import item_audit
from hkwatch.domain.commands import Mark
from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.order import to_ms
from hkwatch.domain.query import parse_query
from hkwatch.store import items, journal, listing, mark_steps, pages, to_acknowledge, view_counts
from hkwatch.store.db import transaction

from .stored import FOLDER, NOW, add, find, flags, new_item

OWN = [mark for mark in Mark if mark is not Mark.SEEN]


def user_state(db: sqlite3.Connection, item: ItemId) -> tuple[object, ...]:
    row = db.execute("SELECT state, starred, archived, acked_ms, note FROM item WHERE id = ?", (item,)).fetchone()
    return tuple(row)


def mark(db: sqlite3.Connection, command: str, item: ItemId, what: Mark, note: str = "", at: datetime = NOW) -> None:
    with transaction(db):
        mark_steps.remember(db, CommandId(command), [item], what, at)
        items.mark_items(db, [item], what, note, at)


def undo(db: sqlite3.Connection, command: str) -> tuple[ItemId, ...]:
    with transaction(db):
        return mark_steps.put_back(db, CommandId(command), NOW)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(OWN), st.sampled_from(["", "why"])), max_size=8))
def test_marks_undone_from_the_last_to_the_first_leave_what_there_was(
    db: sqlite3.Connection, marks: list[tuple[Mark, str]]
) -> None:
    (item,) = add(db, new_item())
    states = [user_state(db, item)]
    for number, (what, note) in enumerate(marks):
        mark(db, f"c{number}", item, what, note)
        states.append(user_state(db, item))
    for number in reversed(range(len(marks))):
        assert undo(db, f"c{number}") == (item,)
        assert user_state(db, item) == states[number]


def test_undoing_a_star_leaves_what_was_read_meanwhile(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    mark(db, "star", item, Mark.STAR)
    mark(db, "read", item, Mark.READ)
    undo(db, "star")
    assert user_state(db, item)[:2] == (2, 0)


def test_a_step_is_known_once_and_for_a_week(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    mark(db, "one", item, Mark.ARCHIVE)
    assert undo(db, "one") == (item,)
    assert undo(db, "one") == ()
    mark(db, "two", item, Mark.ARCHIVE)
    mark_steps.remember(db, CommandId("three"), [item], Mark.STAR, NOW + mark_steps.KEPT + timedelta(seconds=1))
    assert undo(db, "two") == ()
    assert user_state(db, item)[2] == 1


def test_what_the_program_marks_by_itself_is_no_step(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    mark(db, "seen", item, Mark.SEEN)
    assert undo(db, "seen") == ()


def test_a_note_needs_no_acknowledgement_and_is_found(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    mark(db, "note", item, Mark.NOTE, "ask counsel")
    assert user_state(db, item) == (0, 0, 0, None, "ask counsel")
    assert find(db, "has:note") == [item]
    assert pages.rows_of(db, (item,))[0].note == "ask counsel"


@pytest.mark.parametrize("way", [Mark.READ, Mark.ARCHIVE, Mark.STAR])
def test_a_critical_item_waits_until_it_is_acknowledged_whatever_else_is_done(
    db: sqlite3.Connection, way: Mark
) -> None:
    critical, _, old = add(
        db,
        new_item(verdict=flags(level=Level.CRITICAL)),
        new_item(verdict=flags(level=Level.HIGH)),
        new_item(verdict=flags(level=Level.CRITICAL), back=True),
    )
    mark(db, "one", critical, way)
    assert find(db, "in:all is:needs-ack") == [critical]
    assert view_counts.open_counts(db).to_acknowledge == 1
    mark(db, "two", critical, Mark.ACKNOWLEDGE)
    assert find(db, "in:all is:needs-ack") == []
    assert view_counts.open_counts(db).to_acknowledge == 0
    assert old not in find(db, "in:all is:needs-ack")


def test_the_count_of_what_waits_does_not_read_the_whole_table(db: sqlite3.Connection) -> None:
    plan = db.execute("EXPLAIN QUERY PLAN SELECT id FROM item WHERE id IN (" + to_acknowledge.LEADS + ")")
    steps = [str(row[3]) for row in plan]
    assert any("item_asks" in step for step in steps)
    assert not any(step.startswith("SCAN item") and "INDEX" not in step for step in steps)


def test_marking_a_list_read_reaches_what_is_not_loaded_and_stops_at_what_came_later(db: sqlite3.Connection) -> None:
    made = add(db, *(new_item(at=NOW + timedelta(minutes=number)) for number in range(5)))
    mark(db, "one", made[1], Mark.READ)
    found = listing.unread(db, parse_query(""), FOLDER, made[3], NOW, frozenset)
    assert found == (made[3], made[2], made[0])


def test_each_item_has_the_address_of_its_own_language(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    db.execute("UPDATE item_text SET url = 'https://example.test/en' WHERE item_id = ?", (item,))
    assert listing.addresses(db, (item,), "zh-Hant") == {item: "https://example.test/en"}
    assert listing.addresses(db, (ItemId(1),), "en") == {}


def kinds(db: sqlite3.Connection, item: ItemId) -> list[str]:
    entries = journal.of_items(db, [item], journal.head(db).id).get(item, [])
    return [entry.kind for entry in entries]


def test_what_is_undone_is_entered_in_the_journal_as_what_it_amounts_to(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    begun = len(kinds(db, item))
    mark(db, "ack", item, Mark.ACKNOWLEDGE, "seen by me")
    mark(db, "unread", item, Mark.UNREAD)
    undo(db, "unread")
    undo(db, "ack")
    assert kinds(db, item)[begun:] == ["acknowledge", "unread", "read", "acknowledge", "unacknowledge"]
    mark(db, "note", item, Mark.NOTE, "later")
    undo(db, "note")
    assert kinds(db, item)[begun + 5 :] == ["note", "note"]
    assert item_audit(item, journal.of_items(db, [item], journal.head(db).id)[item]).note == ""


def audit_of(db: sqlite3.Connection, item: ItemId) -> tuple[bool, str]:
    """Whether the journal says that the item is acknowledged, and with which note."""
    entries = journal.of_items(db, [item], journal.head(db).id).get(item, [])
    audit = item_audit(item, entries)
    return audit.acknowledged is not None, audit.note


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(OWN), st.sampled_from(["", "why", "so"])), min_size=1, max_size=6), st.randoms()
)
def test_marks_undone_in_any_order_leave_what_there_was_and_the_journal_says_so_at_each_step(
    db: sqlite3.Connection, marks: list[tuple[Mark, str]], chance: Random
) -> None:
    (item,) = add(db, new_item())
    before = user_state(db, item)
    for number, (what, note) in enumerate(marks):
        mark(db, f"{item}-{number}", item, what, note, NOW + timedelta(seconds=number))
    order = list(range(len(marks)))
    chance.shuffle(order)
    for number in order:
        assert undo(db, f"{item}-{number}") == (item,)
        _, _, _, acked, kept = user_state(db, item)
        assert audit_of(db, item) == (acked is not None, kept)
    assert user_state(db, item) == before


def test_undoing_an_earlier_mark_leaves_a_later_one_of_the_same_kind_standing(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    mark(db, "read", item, Mark.READ)
    mark(db, "ack", item, Mark.ACKNOWLEDGE, "dealt with", NOW + timedelta(minutes=1))
    undo(db, "read")
    assert user_state(db, item)[0] == 2
    assert audit_of(db, item) == (True, "dealt with")
    undo(db, "ack")
    assert user_state(db, item) == (0, 0, 0, None, "")


def test_undoing_a_mark_says_nothing_of_items_that_it_had_not_changed(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    mark(db, "ack", item, Mark.ACKNOWLEDGE, "dealt with")
    mark(db, "star", item, Mark.STAR)
    begun = len(kinds(db, item))
    for what in (Mark.READ, Mark.STAR):
        mark(db, f"again-{what}", item, what, at=NOW + timedelta(minutes=1))
        undo(db, f"again-{what}")
    assert kinds(db, item)[begun:] == []
    assert audit_of(db, item) == (True, "dealt with")


def test_a_text_that_came_to_say_something_else_stays_open_when_an_earlier_mark_is_undone(
    db: sqlite3.Connection,
) -> None:
    (item,) = add(db, new_item())
    mark(db, "read", item, Mark.READ)
    mark(db, "unread", item, Mark.UNREAD, at=NOW + timedelta(minutes=1))
    db.execute("UPDATE item SET substance_ms = ?", (to_ms(NOW + timedelta(minutes=2)),))
    undo(db, "unread")
    assert user_state(db, item)[0] == 1
