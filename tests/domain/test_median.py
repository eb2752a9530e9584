# SPDX-License-Identifier: MIT
"""The median is the one Python's own library finds."""

import statistics
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.median import median


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=20))
def test_it_is_that_of_the_standard_library(values: list[float]) -> None:
    assert median(iter(values)) == statistics.median(values)


@given(st.lists(st.decimals("0", "1000000", places=2), min_size=1, max_size=9))
def test_money_stays_exact(values: list[Decimal]) -> None:
    found = median(values)
    assert isinstance(found, Decimal)
    assert found == statistics.median(values)


def test_nothing_has_none() -> None:
    with pytest.raises(ValueError, match="no median"):
        median(list[float]())
