# SPDX-License-Identifier: MIT
"""How much less often is asked on battery or a metered link."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.catalogue import PollBand
from hkwatch.domain.saving import Supply, factor_of, price_factor_of, saving_for, stretched

SFC = (
    PollBand(3, time(16, 0), time(19, 0), workdays_only=True),
    PollBand(10, time(9, 0), time(22, 0), workdays_only=True),
    PollBand(30),
)


@pytest.mark.parametrize(
    ("supply", "saving"),
    [
        (Supply(), ""),
        (Supply(False, False), ""),
        (Supply(True, None), "battery"),
        (Supply(None, True), "metered"),
        (Supply(True, True), "battery metered"),
    ],
)
def test_only_what_is_known_slows_down_and_only_if_wanted(supply: Supply, saving: str) -> None:
    assert saving_for(supply, wanted=True) == saving
    assert saving_for(supply, wanted=False) == ""


@pytest.mark.parametrize(
    ("saving", "factor", "prices"), [("", 1, 1), ("battery", 3, 4), ("metered", 4, 4), ("battery metered", 4, 4)]
)
def test_of_two_reasons_the_larger_factor_counts(saving: str, factor: int, prices: int) -> None:
    assert (factor_of(saving), price_factor_of(saving)) == (factor, prices)


def test_an_official_source_is_at_most_halved_in_its_busy_hours() -> None:
    assert [band.every_min for band in stretched(SFC, "metered", official=True)] == [6, 20, 120]
    assert [band.every_min for band in stretched(SFC, "battery", official=True)] == [6, 20, 90]
    assert [band.every_min for band in stretched(SFC, "battery", official=False)] == [9, 30, 90]


@given(
    st.floats(min_value=0.1, max_value=100_000),
    st.sampled_from(["", "battery", "metered", "battery metered"]),
    st.booleans(),
    st.booleans(),
)
def test_no_pause_gets_shorter_or_is_stretched_beyond_a_day(
    every_min: float, saving: str, official: bool, workdays_only: bool
) -> None:
    (band,) = stretched([PollBand(every_min, workdays_only=workdays_only)], saving, official=official)
    assert every_min <= band.every_min <= max(every_min, 24 * 60)
    assert band.every_min <= every_min * factor_of(saving) or band.every_min == every_min
