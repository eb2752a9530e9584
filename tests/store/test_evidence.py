# SPDX-License-Identifier: MIT
"""Answers kept as they came."""

import hashlib
import sqlite3
from datetime import datetime, timedelta

from hkwatch.domain.evidence import Evidence
from hkwatch.store import evidence

from .stored import NOW, add, new_item


def answer(body: bytes, at: datetime = NOW) -> Evidence:
    """An answer with these bytes."""
    return Evidence(
        "https://example.test/content",
        200,
        at,
        {"content-type": "application/json", "date": "Wed, 25 Nov 2026 04:00:00 GMT"},
        hashlib.sha256(body).hexdigest(),
        len(body),
        body,
    )


def test_an_answer_comes_back_to_the_byte(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    given = answer(b"\xff\x00{}" * 1000)
    evidence.keep(db, item, "en", given)
    assert evidence.kept(db, item, "en") == (given,)
    assert evidence.kept(db, item, "zh-Hant") == ()
    packed = db.execute("SELECT length(body) FROM evidence").fetchone()[0]
    assert packed < given.size / 10


def test_the_same_bytes_are_kept_once_as_first_fetched_and_others_beside_them(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    first, later = answer(b"one"), NOW + timedelta(hours=1)
    for given in (first, answer(b"one", later), answer(b"two", later)):
        evidence.keep(db, item, "en", given)
    assert evidence.kept(db, item, "en") == (first, answer(b"two", later))


def test_of_an_answer_over_the_limit_hash_and_size_remain(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    at_limit, over = (
        answer(b"a" * evidence.MAX_BYTES),
        answer(b"b" * (evidence.MAX_BYTES + 1), NOW + timedelta(seconds=1)),
    )
    evidence.keep(db, item, "en", at_limit)
    evidence.keep(db, item, "en", over)
    kept = evidence.kept(db, item, "en")
    assert kept[0] == at_limit
    assert (kept[1].body, kept[1].size, kept[1].hash) == (None, over.size, over.hash)


def test_it_goes_with_its_item(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item(original=answer(b"one")))
    assert len(evidence.kept(db, item, "en")) == 1
    db.execute("DELETE FROM item_index WHERE item_id = ?", (item,))
    db.execute("DELETE FROM item WHERE id = ?", (item,))
    assert evidence.kept(db, item, "en") == ()
