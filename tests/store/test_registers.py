# SPDX-License-Identifier: MIT
import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest

from hkwatch.domain.item import Precision
from hkwatch.domain.register import LICENSED, ChangeKind, RegisterChange, RegisterRow
from hkwatch.domain.register_watch import Belief, observe
from hkwatch.store import register_links
from hkwatch.store import registers as store
from registers import AT, snapshot

from .stored import FOLDER, add, new_item

ROW = RegisterRow(LICENSED, "Example Alpha Limited", "示例證券", "Alpha", "ZZZ001", "2024-01-03", (("deemed", "yes"),))


def keep(db: sqlite3.Connection, body: bytes, minutes: int, state: str = "compared") -> int:
    at = AT + timedelta(minutes=minutes)
    return store.keep_page(
        db, "r", at, "https://x.test/", "text/html", str(hash(body)), body, reading=None, state=state
    )


def test_a_page_is_kept_again_only_when_it_differs(db: sqlite3.Connection) -> None:
    first = keep(db, b"one", 0)
    assert keep(db, b"one", 60) == first
    assert keep(db, b"two", 120) != first
    assert keep(db, b"one", 180) != first
    pages = store.pages(db, "r")
    assert [(page.at, page.seen_at) for page in pages][-1] == (AT, AT + timedelta(minutes=60))
    assert [store.page_body(db, page.id) for page in pages] == [b"one", b"two", b"one"]


def test_the_first_page_is_not_kept_again_when_it_is_compared_with_itself(db: sqlite3.Connection) -> None:
    first = keep(db, b"one", 0, "baseline")
    assert keep(db, b"one", 60) == first
    held = keep(db, b"two", 120, "held")
    assert held != first
    assert store.accept_held(db, "r") == held
    assert keep(db, b"two", 180) == held
    assert keep(db, b"two", 240, "held") != held
    assert [page.state for page in store.pages(db, "r")] == ["held", "accepted", "baseline"]


def test_a_belief_comes_back_as_it_was_and_its_baseline_stays(db: sqlite3.Connection) -> None:
    found = observe(Belief(), snapshot(ROW), AT)
    store.save_belief(db, "r", found.belief, AT)
    later = observe(found.belief, replace(snapshot(ROW), rows=()), AT + timedelta(hours=1)).belief
    store.save_belief(db, "r", later, AT + timedelta(hours=1))
    assert store.beliefs(db) == {"r": (later, AT, AT + timedelta(hours=1))}


def test_a_row_keeps_the_time_it_came_to_its_list(db: sqlite3.Connection) -> None:
    other = RegisterRow(LICENSED, "Example Beta Limited", ce="ZZZ002")
    store.put_rows(db, "r", [ROW], None)
    store.put_rows(db, "r", [other, ROW], AT)
    store.put_rows(db, "r", [ROW, other], AT + timedelta(days=1))
    assert [(one.row, one.since) for _, one in store.rows(db, "r")] == [(ROW, None), (other, AT)]


def test_a_row_keeps_its_time_under_another_name(db: sqlite3.Connection) -> None:
    old, new = RegisterRow(LICENSED, "Example Beta Limited"), RegisterRow(LICENSED, "Example Bravo Limited")
    store.put_rows(db, "r", [old], None)
    store.put_rows(db, "r", [new], AT, [RegisterChange(ChangeKind.RENAMED, old, new)])
    assert [(one.row, one.since) for _, one in store.rows(db, "r")] == [(new, None)]


def test_a_change_comes_back_as_it_was(db: sqlite3.Connection) -> None:
    change = RegisterChange(ChangeKind.REMOVED, ROW, None)
    store.add_change(db, "r", change, AT, keep(db, b"one", 0), None)
    (found,) = store.changes(db, "r")
    assert (found.change, found.at, found.item) == (change, AT, None)
    assert store.changes(db, "other") == ()
    assert store.changes(db, since=AT + timedelta(seconds=1)) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The SFC licensed Example Alpha Ltd today.", True),
        ("The SFC licensed EXAMPLE ALPHA today.", True),
        ("CE No. ZZZ001 is new", True),
        ("證監會向示例证券發牌", True),
        ("The SFC licensed Example Alphabet Limited.", False),
        ("Alpha", False),
    ],
)
def test_a_release_names_an_entity_by_number_or_whole_name(text: str, named: bool) -> None:
    assert register_links.names_in(ROW, text, FOLDER) is named


@pytest.mark.parametrize(
    ("hours", "precision", "linked"),
    [
        (72, Precision.SECOND, True),
        (-72, Precision.SECOND, True),
        (72.1, Precision.SECOND, False),
        (-72.1, Precision.MINUTE, False),
        (-95, Precision.SECOND, False),
        (-95, Precision.DAY, True),
        (-97, Precision.DAY, False),
        (72.1, Precision.DAY, False),
    ],
)
@pytest.mark.parametrize("release_is_new", [True, False])
def test_a_release_is_linked_up_to_three_days_from_the_change_and_a_bare_date_reaches_to_its_end(
    db: sqlite3.Connection, hours: float, precision: Precision, linked: bool, release_is_new: bool
) -> None:
    at = AT + timedelta(hours=hours)
    release = new_item("The SFC licensed Example Alpha Limited", at=at, published=at)
    release = replace(release, entry=replace(release.entry, precision=precision))
    (about,), (change,) = add(db, release), add(db, new_item("A row changed", source="r", at=AT))
    store.add_change(db, "r", RegisterChange(ChangeKind.ADDED, None, ROW), AT, None, change)
    link = register_links.link_releases if release_is_new else register_links.link_changes
    found = link(db, [about if release_is_new else change], ("sfc",), ("r",), FOLDER)
    assert set(found) == ({about, change} if linked else set())
