# SPDX-License-Identifier: MIT
"""Finding firms by any of their names."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.entities import Entity, EntityIndex
from hkwatch.domain.fold import Folder

FOLDER = Folder({"數": "数", "碼": "码"})
EXAMPLE = Entity("example", "Example", ("Example Digital Limited", "Example", "例子數碼"), (), "ZZZ001", "", "vatp")
CAPITAL = Entity("example-capital", "Example Capital", ("Example Capital",))
PLAIN = Entity("plain", "Plain", ("Plain Markets",), ("Plain",))
INDEX = EntityIndex((EXAMPLE, CAPITAL, PLAIN), FOLDER)


def named(text: str, *, weak: bool = False) -> list[str]:
    return [mention.entity.id for mention in INDEX.mentions(text, weak=weak)]


def test_case_script_and_number_make_no_difference() -> None:
    assert named("EXAMPLE digital limited") == ["example"]
    assert named("例子数码獲發牌") == ["example"]
    assert named("Row of CE ZZZ001 changed") == ["example"]


def test_a_longer_name_is_another_firm() -> None:
    assert named("Example Capital raises a fund") == ["example-capital"]


def test_a_part_of_a_word_is_no_name() -> None:
    assert named("An Exampleton affair") == []


def test_a_weak_name_counts_only_where_asked_for_and_capitalised() -> None:
    assert named("Plain wins a licence") == []
    assert named("Plain wins a licence", weak=True) == ["plain"]
    assert named("a plain licence", weak=True) == []


def test_any_name_id_or_number_stands_for_the_firm() -> None:
    for name in ("example", "EXAMPLE DIGITAL LIMITED", "例子数码", "zzz001"):
        assert INDEX.ids_of(name) == ("example",)
    assert INDEX.ids_of("nobody") == ()


@given(st.text(alphabet="Exampl Dgit例子數碼ZC0.1", max_size=60))
def test_mentions_never_overlap_and_lie_in_the_text(text: str) -> None:
    found = INDEX.mentions(text, weak=True)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= m.start < m.end <= len(text) for m in found)
