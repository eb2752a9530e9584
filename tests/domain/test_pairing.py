# SPDX-License-Identifier: MIT
"""Which paragraphs of two languages stand beside each other."""

from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.pairing import Shape, pair_up

SHAPES = st.lists(st.builds(Shape, st.sampled_from(["p", "h", "li"]), st.integers(1, 900)), max_size=40)


def p(*sizes: int) -> list[Shape]:
    return [Shape("p", size) for size in sizes]


def test_paragraph_stands_beside_paragraph_where_both_have_as_many_of_each_kind() -> None:
    both = [Shape("h", 9), *p(900, 30)]
    assert pair_up(both, [Shape("h", 3), *p(10, 300)]) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]


def test_a_paragraph_that_the_other_language_parts_in_two_stands_beside_both() -> None:
    assert pair_up(p(300, 900, 300), p(100, 150, 150, 100)) == [((0,), (0,)), ((1,), (1, 2)), ((2,), (3,))]


def test_a_note_that_one_language_alone_has_stands_alone() -> None:
    left = [*p(300, 600), Shape("h", 40), *p(900)]
    right = [*p(100, 200), Shape("li", 95), Shape("h", 12), *p(300)]
    assert pair_up(left, right) == [((0,), (0,)), ((1,), (1,)), ((), (2,)), ((2,), (3,)), ((3,), (4,))]


def test_a_side_without_a_text_leaves_the_other_alone() -> None:
    assert pair_up(p(10, 20), []) == [((0,), ()), ((1,), ())]
    assert pair_up([], []) == []


@given(SHAPES, SHAPES)
def test_every_place_of_either_side_stands_once_and_in_order(left: list[Shape], right: list[Shape]) -> None:
    rows = pair_up(left, right)
    assert [at for one, _ in rows for at in one] == list(range(len(left)))
    assert [at for _, one in rows for at in one] == list(range(len(right)))
    assert all(one or other for one, other in rows)
