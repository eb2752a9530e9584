# SPDX-License-Identifier: MIT
"""Old items leave without a trace in the lists and the search, and are known when they come again."""

import sqlite3
from datetime import timedelta
from itertools import pairwise

import pytest

from hkwatch.domain.commands import Mark
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.events import Gap
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Entry, Level
from hkwatch.store import items, outbox, polls, prices, retention
from hkwatch.store.db import transaction

from .stored import NOW, add, find, flags, new_item, revise

OLD = NOW - timedelta(days=400)
CUT = NOW - timedelta(days=365)


def remove(db: sqlite3.Connection, limit: int = 100, after: int = 0) -> retention.Removed:
    with transaction(db):
        return retention.remove_old(db, CUT, ItemId(after), limit, NOW)


def count(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_an_old_item_goes_with_its_texts_revisions_evidence_words_and_notice(db: sqlite3.Connection) -> None:
    original = Evidence("https://example.test/1", 200, OLD, {}, "hash", 4, b"body")
    old, young = add(
        db,
        new_item("Circular 牌照 on custody", "the first words", at=OLD, original=original),
        new_item("Circular on custody", "the young words", at=NOW),
    )
    revise(db, old, Entry("Circular 牌照 on custody", "https://example.test/1", "en", text="other words"), now=OLD)
    with transaction(db):
        outbox.add(db, "item:a", "item", Level.NORMAL, OLD, item=old, state="shown")
    assert remove(db).items == (old,)
    for table in ("revision", "evidence", "outbox"):
        assert count(db, table) == 0
    for table in ("item", "item_text", "item_index"):
        assert count(db, table) == 1
    assert find(db, "custody") == [young]
    for words in ("牌照", "first", "other"):
        assert find(db, words) == []
    db.execute("INSERT INTO item_fts (item_fts) VALUES ('integrity-check')")
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    # The index holds nothing any more that only the removed item said.
    assert db.execute("SELECT rowid FROM item_fts WHERE item_fts MATCH 'other'").fetchall() == []


@pytest.mark.parametrize("mark", [Mark.STAR, Mark.ACKNOWLEDGE])
def test_what_the_user_marked_stays(db: sqlite3.Connection, mark: Mark) -> None:
    kept, _ = add(db, new_item(at=OLD), new_item(at=OLD))
    with transaction(db):
        items.mark_items(db, [kept], mark, "", OLD)
    assert len(remove(db).items) == 1
    assert [row[0] for row in db.execute("SELECT id FROM item")] == [kept]


def test_notes_flags_and_high_levels_stay(db: sqlite3.Connection) -> None:
    noted, flagged, high, critical, dull = add(
        db,
        new_item(at=OLD),
        new_item(at=OLD, verdict=flags(flag=True)),
        new_item(at=OLD, verdict=flags(level=Level.HIGH)),
        new_item(at=OLD, verdict=flags(level=Level.CRITICAL)),
        new_item(at=OLD),
    )
    with transaction(db):
        items.mark_items(db, [noted], Mark.ACKNOWLEDGE, "mine", OLD)
        items.mark_items(db, [noted], Mark.UNACKNOWLEDGE, "", OLD)
    assert remove(db).items == (dull,)
    assert [row[0] for row in db.execute("SELECT id FROM item ORDER BY id")] == [noted, flagged, high, critical]


def test_what_was_first_seen_or_changed_lately_is_not_old_whenever_it_was_published(db: sqlite3.Connection) -> None:
    back, revised = add(db, new_item(at=OLD, seen=NOW, back=True), new_item("A title", "first", at=OLD))
    revise(db, revised, Entry("A title", "https://example.test/", "en", text="second"), now=NOW)
    assert remove(db).items == ()
    assert back != revised


def test_batches_go_on_where_the_last_one_ended(db: sqlite3.Connection) -> None:
    added = add(db, *(new_item(at=OLD + timedelta(seconds=n)) for n in range(7)))
    seen: list[ItemId] = []
    after: ItemId | None = ItemId(0)
    while after is not None:
        batch = remove(db, 3, after)
        assert len(batch.items) <= 3
        seen += batch.items
        after = batch.resume
    assert seen == added
    assert all(one < two for one, two in pairwise(seen))


def test_a_removed_item_is_known_by_its_identity_and_by_its_address(db: sqlite3.Connection) -> None:
    add(db, new_item(at=OLD, identity="ref:25PR1", second_key="example.test/a"), new_item(at=NOW, identity="ref:25PR2"))
    remove(db)
    keys = [("ref:25PR1", ""), ("ref:25PR2", ""), ("guid:new", "example.test/a"), ("guid:other", "example.test/b")]
    assert retention.gone(db, "sfc", keys) == {"ref:25PR1", "guid:new"}
    assert retention.gone(db, "hkma", keys[2:]) == frozenset()
    assert retention.gone(db, "sfc", []) == frozenset()


def test_a_summary_goes_with_the_last_of_its_items(db: sqlite3.Connection) -> None:
    old, young = add(db, new_item(at=OLD), new_item(at=NOW))
    with transaction(db):
        summary = outbox.add(db, "summary:1-2", "summary", Level.HIGH, OLD, state="shown")
        for item in (old, young):
            notice = outbox.add(db, f"item:{item}", "item", Level.HIGH, OLD, item=item)
            assert notice is not None
            assert summary is not None
            outbox.begin_sending(db, [notice], summary)
    remove(db)
    assert count(db, "outbox") == 2
    db.execute("UPDATE item SET first_seen_ms = 0, changed_ms = 0")
    with transaction(db):
        retention.remove_old(db, NOW + timedelta(days=1), ItemId(0), 9, NOW)
    assert count(db, "outbox") == 0


def test_old_minutes_closed_gaps_and_carried_out_commands_go_and_hours_and_open_gaps_stay(
    db: sqlite3.Connection,
) -> None:
    long_ago = NOW - timedelta(days=801)
    with transaction(db):
        for at in (NOW - timedelta(days=370), NOW):
            for step_s in (prices.MINUTE_S, prices.HOUR_S):
                prices.put_bar(db, "BTC", step_s, ChartPoint(at, 1.0, 1.0, 1.0, 1.0))
        polls.open_gap(db, "source", "sfc", long_ago, long_ago)
        polls.open_gap(db, "source", "hkma", long_ago, long_ago)
        polls.close_gaps(db, "source", "hkma", "filled")
        db.execute("INSERT INTO command_done VALUES ('a', 0, '')")
        outbox.add(db, "outage:x:1", "outage", Level.HIGH, long_ago, state="shown")
        outbox.add(db, "outage:x:2", "outage", Level.HIGH, long_ago)
        assert retention.trim(db, NOW) == 4
    assert db.execute("SELECT step_s, count(*) FROM price_bar GROUP BY step_s").fetchall() == [(60, 1), (3600, 2)]
    (gap,) = polls.gaps(db)
    assert isinstance(gap, Gap)
    assert gap.source == "sfc"
    assert [row[0] for row in db.execute("SELECT key FROM outbox")] == ["outage:x:2"]


def test_a_story_goes_whole_or_not_at_all(db: sqlite3.Connection) -> None:
    kept_lead, kept_member, lead, member = add(db, *(new_item(at=OLD) for _ in range(4)))
    with transaction(db):
        db.execute("UPDATE item SET story = 1 WHERE id IN (?, ?)", (kept_lead, kept_member))
        db.execute("UPDATE item SET story = 2 WHERE id IN (?, ?)", (lead, member))
        db.execute("UPDATE item SET lead = 0 WHERE id IN (?, ?)", (kept_member, member))
        items.mark_items(db, [kept_member], Mark.STAR, "", OLD)
    assert remove(db).items == (lead, member)
    assert [row[0] for row in db.execute("SELECT id FROM item ORDER BY id")] == [kept_lead, kept_member]
