# SPDX-License-Identifier: MIT
"""Deadlines read in texts: whose, corrected, put off, shared between bodies; and what the list knows better."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from hkwatch.domain.deadline import Deadline, KnownDeadline
from hkwatch.domain.decide import Change
from hkwatch.domain.flags import Flags
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType, Entry, Level
from hkwatch.services.deadline_intake import join_linked, take_stated, take_texts
from hkwatch.store import deadlines, items, links
from hkwatch.store.db import open_writer

NOW = datetime(2026, 1, 5, 4, 0, tzinfo=UTC)
JAN_19, FEB_2 = date(2026, 1, 19), date(2026, 2, 2)
BOTH = frozenset({"hkma", "gia", "sfc"})
ASKS = "Comments on the proposed regime for stablecoin custody may be sent on or before 19 January 2026."


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_writer(tmp_path / "hkwatch.db", tmp_path / "backups", NOW)) as opened:
        yield opened


def put(
    db: sqlite3.Connection,
    text: str,
    publisher: str = "hkma",
    *,
    title: str = "Consultation on custody of stablecoins",
    kind: DocType = DocType.CONSULTATION,
    flag: bool = True,
    at: datetime = NOW,
    ref: str = "",
) -> ItemId:
    flags = Flags((), hk=True, flag=flag, severity=Level.HIGH, doc_type=kind, reasons=())
    entry = Entry(title, "https://example.test/1", "en", ref=ref or None, text=text, published_at=at)
    name = f"{publisher}:{ref}" if ref else f"{publisher}/{title}/{at}"
    new = items.NewItem(
        name, "", f"{publisher}-press-en", publisher, entry, flags, at, NOW, back=False, body=items.Body.NONE
    )
    (item,) = items.insert_items(db, [new], Folder({}))
    return item


def take(db: sqlite3.Connection, item: ItemId) -> tuple[ItemId, ...]:
    return take_texts(db, [item], BOTH, NOW)


def known(db: sqlite3.Connection) -> list[KnownDeadline]:
    return deadlines.everything(db)


def notices(db: sqlite3.Connection) -> list[str]:
    return [row[0] for row in db.execute("SELECT key FROM outbox ORDER BY id")]


def edit(db: sqlite3.Connection, item: ItemId, text: str, lang: str = "en", change: Change = Change.REVISED) -> None:
    change = change if lang == "en" else Change.LANGUAGE
    entry = Entry("Consultation on custody of stablecoins", "https://example.test/1", lang, text=text)
    items.put_text(db, item, entry, "hkma-press-en", change, items.Body.STORED, NOW)


def test_a_text_of_an_official_body_states_a_deadline_once(db: sqlite3.Connection) -> None:
    item = put(db, ASKS)
    assert take(db, item) == (item,)
    (one,) = known(db)
    assert (one.item, one.publisher, one.ref, one.closes_on, one.stated) == (item, "hkma", "", JAN_19, False)
    assert take(db, item) == ()
    assert known(db) == [one]


@pytest.mark.parametrize(
    "item",
    [
        {"publisher": "rthk"},
        {"kind": DocType.PRESS, "flag": False},
        {"kind": DocType.CONCLUSION},
    ],
)
def test_media_routine_and_conclusions_state_none(db: sqlite3.Connection, item: dict[str, object]) -> None:
    take(db, put(db, ASKS, **item))  # type: ignore[arg-type]
    assert known(db) == []


def test_an_edited_day_is_a_change_and_another_language_is_none(db: sqlite3.Connection) -> None:
    item = put(db, ASKS)
    take(db, item)
    edit(db, item, "公眾可於2026年1月20日或之前提交意見。", "zh-Hant")
    assert take(db, item) == ()
    edit(db, item, ASKS.replace("19 January", "2 February"))
    assert take(db, item) == (item,)
    (one,) = known(db)
    assert (one.announced, one.closes_on, one.moves) == (JAN_19, FEB_2, 1)
    assert notices(db) == ["deadline-moved:1:2026-02-02:1"]


def test_a_day_brought_forward_is_told_too_and_a_day_misread_at_first_is_put_right_in_silence(
    db: sqlite3.Connection,
) -> None:
    item = put(db, ASKS)
    take(db, item)
    edit(db, item, ASKS.replace("19 January", "12 January"))
    take(db, item)
    assert [one.closes_on for one in known(db)] == [date(2026, 1, 12)]
    assert len(notices(db)) == 1
    other = put(db, "", title="Views on tokenised deposits", at=NOW + timedelta(seconds=1))
    edit(db, other, "公眾可於2026年3月9日或之前提交意見。", "zh-Hant")
    take(db, other)
    edit(db, other, "Comments may be sent by 10 March 2026.", change=Change.BODY)
    take(db, other)
    assert [one.closes_on for one in known(db)] == [date(2026, 1, 12), date(2026, 3, 10)]
    assert len(notices(db)) == 1


def test_a_release_that_gives_more_time_moves_the_day_of_the_paper(db: sqlite3.Connection) -> None:
    paper = put(db, ASKS)
    take(db, paper)
    text = "The deadline for comments has been extended from 19 January 2026 to 2 February 2026."
    release = put(db, text, title="More time to comment", kind=DocType.PRESS, at=NOW + timedelta(days=9))
    assert set(take(db, release)) == {paper, release}
    (one,) = known(db)
    assert (one.item, one.closes_on, one.extended_from) == (paper, FEB_2, JAN_19)
    assert set(deadlines.items_of(db, one.id)) == {paper, release}
    # The paper itself still says the former day.
    assert take(db, paper) == ()
    assert known(db) == [one]


def test_two_bodies_that_issue_it_together_have_one_deadline(db: sqlite3.Connection) -> None:
    one, two = put(db, ASKS), put(db, ASKS, "gia")
    take(db, one)
    take(db, two)
    assert len(known(db)) == 2
    links.link(db, one, two, links.JOINT)
    assert set(join_linked(db, [one, two])) == {one, two}
    (left,) = known(db)
    assert set(deadlines.items_of(db, left.id)) == {one, two}
    # One that comes after the link finds the deadline at once.
    third = put(db, ASKS, "sfc")
    links.link(db, one, third, links.JOINT)
    take(db, third)
    assert len(known(db)) == 1


STATED = Deadline("26CP1", "en", "Consultation on custody of stablecoins", JAN_19, JAN_19)


def test_the_list_never_goes_back_to_a_day_that_a_release_put_off(db: sqlite3.Connection) -> None:
    take_stated(db, "sfc", [STATED], NOW)
    text = "The deadline for comments has been extended from 19 January 2026 to 2 February 2026."
    take(db, put(db, text, "sfc", title="More time to comment"))
    take_stated(db, "sfc", [STATED], NOW)
    assert [one.closes_on for one in known(db)] == [FEB_2]
    take_stated(db, "sfc", [replace(STATED, actual=FEB_2)], NOW)
    assert [(one.closes_on, one.moves) for one in known(db)] == [(FEB_2, 1)]
    # What the list itself changes holds.
    take_stated(db, "sfc", [replace(STATED, actual=date(2026, 2, 9))], NOW)
    assert [(one.closes_on, one.moves) for one in known(db)] == [(date(2026, 2, 9), 2)]


def test_a_deadline_outlives_its_item(db: sqlite3.Connection) -> None:
    item = put(db, "", "sfc", ref="26CP1")
    take_stated(db, "sfc", [STATED], NOW)
    assert [one.item for one in known(db)] == [item]
    db.execute("DELETE FROM item_index WHERE item_id = ?", (item,))
    db.execute("DELETE FROM item WHERE id = ?", (item,))
    assert [(one.item, one.ref, one.closes_on) for one in known(db)] == [(None, "26CP1", JAN_19)]
