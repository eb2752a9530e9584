# SPDX-License-Identifier: MIT
import json
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.journal import NO_HASH, Fault, Finding, Head, JournalEntry, actor_name, check, detail_text
from hkwatch.domain.journal import chained as rows


def chained(head: Head, acts: Iterable[tuple[int, str, int | None, str, str]]) -> list[JournalEntry]:
    return [JournalEntry(*row) for row in rows(head, acts)]


ACTS = st.lists(
    st.tuples(
        st.integers(0, 2**45),
        st.sampled_from(["seen", "read", "acknowledge"]),
        st.none() | st.integers(1, 2**60),
        st.text(max_size=8),
        st.text(max_size=20),
    ),
    min_size=2,
    max_size=12,
)
ENTRIES = ACTS.map(lambda acts: chained(Head(0, NO_HASH), acts))


def broken(entries: list[JournalEntry]) -> list[Finding]:
    return list(check(entries))


@given(ENTRIES)
def test_a_journal_nobody_touched_is_whole(entries: list[JournalEntry]) -> None:
    assert broken(entries) == []
    assert [entry.id for entry in entries] == list(range(1, len(entries) + 1))


@given(ENTRIES, st.data())
def test_a_changed_value_shows_at_its_entry(entries: list[JournalEntry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(entries) - 1))
    old = entries[at]
    name, value = data.draw(
        st.sampled_from(
            [
                ("at_ms", old.at_ms + 1),
                ("kind", old.kind + "!"),
                ("item", (old.item or 0) + 1),
                ("actor", old.actor + "x"),
                ("detail", old.detail + " "),
                ("hash", bytes(31) + b"\x01"),
            ]
        )
    )
    entries[at] = replace(old, **{name: value})
    assert Finding(old.id, Fault.CONTENT) in broken(entries)


@given(ENTRIES, st.data())
def test_a_deleted_entry_shows_unless_it_is_the_last(entries: list[JournalEntry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(entries) - 2))
    del entries[at]
    assert broken(entries)[0] == Finding(at + 2, Fault.MISSING)


@given(ENTRIES, st.data())
def test_an_inserted_entry_shows_even_with_a_right_hash_of_its_own(
    entries: list[JournalEntry], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(entries) - 1))
    before = Head(entries[at].id - 1, entries[at].prev_hash)
    (forged,) = chained(before, [(1, "acknowledge", 7, "nobody", "{}")])
    later = [replace(entry, id=entry.id + 1) for entry in entries[at:]]
    assert broken([*entries[:at], forged, *later])
    assert broken([*entries[:at], forged, *entries[at:]])


@given(ENTRIES, st.data())
def test_entries_that_changed_places_show(entries: list[JournalEntry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(entries) - 2))
    one, two = entries[at], entries[at + 1]
    entries[at], entries[at + 1] = replace(two, id=one.id), replace(one, id=two.id)
    assert broken(entries)
    entries[at], entries[at + 1] = two, one
    assert broken(entries)


@given(ENTRIES)
def test_a_rewritten_entry_breaks_the_link_of_the_next(entries: list[JournalEntry]) -> None:
    (entries[0],) = chained(Head(0, NO_HASH), [(5, "seen", 1, "somebody else", "{}")])
    assert broken(entries) == [Finding(2, Fault.LINK)]


def test_the_hash_is_the_one_that_is_described() -> None:
    (entry,) = chained(Head(0, NO_HASH), [(1000, "seen", 5, "陳", "{}")])
    # sha256 of ["000…0",1,1000,"seen",5,"\u9673","{}"] with 64 zeros, made with sha256sum.
    assert entry.hash.hex() == "e70c0b4196fb5b7cfeb2724628da7320162e0714cdfb9f430644c1097ea8d09b"


@given(ACTS)
def test_what_is_hashed_is_what_any_json_encoder_makes(acts: list[tuple[int, str, int | None, str, str]]) -> None:
    for entry in chained(Head(0, NO_HASH), acts):
        values = [entry.prev_hash.hex(), entry.id, entry.at_ms, entry.kind, entry.item, entry.actor, entry.detail]
        assert sha256(json.dumps(values, separators=(",", ":")).encode()).digest() == entry.hash


def test_who_did_it_is_named_with_the_account() -> None:
    assert actor_name("chan", "") == "chan"
    assert actor_name("chan", " Chan  Tai Man ") == "Chan Tai Man (chan)"
    assert actor_name("chan", "chan") == "chan"


def test_details_leave_out_what_says_nothing() -> None:
    assert detail_text(b="x", a=0, none=None, empty="", no=False) == '{"a":0,"b":"x"}'


_FACTS = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.integers() | st.text(), max_size=3)


@given(st.dictionaries(st.sampled_from(["identity", "note", "items", "back", "zone"]), _FACTS))
def test_a_detail_is_what_an_encoder_makes_of_what_is_told(facts: dict[str, object]) -> None:
    told = {name: fact for name, fact in facts.items() if not (fact is None or fact is False or fact == "")}
    assert detail_text(**facts) == json.dumps(told, separators=(",", ":"), sort_keys=True)
