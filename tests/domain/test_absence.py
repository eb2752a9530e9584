# SPDX-License-Identifier: MIT
"""Spans in which nothing could be seen."""

from datetime import UTC, datetime, timedelta

import pytest

from hkwatch.domain.absence import Absence, AbsenceKind

NIGHT = Absence(AbsenceKind.ASLEEP, datetime(2025, 2, 18, 18, 10, tzinfo=UTC), datetime(2025, 2, 19, 0, 55, tzinfo=UTC))


def test_an_absence_is_read_back_from_the_key_of_its_summary() -> None:
    assert Absence.of_key(NIGHT.key) == NIGHT


@pytest.mark.parametrize("key", ["", "summary:3-9", "asleep:", "asleep:1", "asleep:a-b", "item:asleep:1-2"])
def test_no_other_key_is_one(key: str) -> None:
    assert Absence.of_key(key) is None


def test_an_absence_that_follows_before_anything_was_told_belongs_to_the_first() -> None:
    later = Absence(AbsenceKind.OFFLINE, NIGHT.end, NIGHT.end + timedelta(minutes=5))
    assert NIGHT.joined(later) == Absence(AbsenceKind.ASLEEP, NIGHT.start, later.end)
