# SPDX-License-Identifier: MIT
"""A window that stood on a screen that is gone comes back where it can be taken hold of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from hkwatch.ui.placement import brought_back, within_reach

LEFT, RIGHT = QRect(0, 0, 1920, 1040), QRect(1920, 0, 2560, 1400)
SMALLEST = QSize(960, 600)


@pytest.mark.parametrize(
    ("place", "reached"),
    [
        (QRect(100, 100, 1280, 800), True),
        (QRect(2000, 100, 1280, 800), False),
        (QRect(-1200, 100, 1280, 800), False),
        (QRect(-1100, 100, 1280, 800), True),
        (QRect(1800, 100, 1280, 800), False),
        (QRect(100, 1030, 1280, 800), False),
        # Only the lower part is to be seen, which nobody can drag.
        (QRect(100, -400, 1280, 800), False),
    ],
)
def test_the_upper_edge_must_be_within_reach(place: QRect, reached: bool) -> None:
    assert within_reach(place, [LEFT]) is reached


def test_on_the_screen_that_is_left_it_keeps_its_size_where_there_is_room() -> None:
    place = QRect(2400, 300, 1280, 800)
    assert brought_back(place, [LEFT, RIGHT], SMALLEST) == place
    assert brought_back(place, [LEFT], SMALLEST) == QRect(640, 240, 1280, 800)


def test_it_shrinks_to_a_smaller_screen_but_not_below_its_smallest() -> None:
    assert brought_back(QRect(2400, 300, 2400, 1300), [LEFT], SMALLEST) == LEFT
    tiny = QRect(0, 0, 800, 480)
    assert brought_back(QRect(2400, 300, 1280, 800), [tiny], SMALLEST) == QRect(0, 0, 960, 600)


def test_without_any_screen_it_stays() -> None:
    place = QRect(2400, 300, 1280, 800)
    assert brought_back(place, [], SMALLEST) == place


_PLACES = st.builds(
    QRect, st.integers(-9000, 9000), st.integers(-9000, 9000), st.integers(960, 5000), st.integers(600, 3000)
)


@given(_PLACES, st.lists(st.sampled_from([LEFT, RIGHT, QRect(-1280, 200, 1280, 984)]), min_size=1, unique_by=id))
def test_wherever_it_stood_it_is_within_reach_afterwards(place: QRect, screens: list[QRect]) -> None:
    back = brought_back(place, screens, SMALLEST)
    assert within_reach(back, screens)
    assert brought_back(back, screens, SMALLEST) == back
