# SPDX-License-Identifier: MIT
"""What makes a serious item critical."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.entities import Entity, Mention
from hkwatch.domain.flags import Flags
from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.domain.level import level_of

MENTION = Mention(Entity("example", "Example", ("Example",)), 4, 11)


def flags(level: Level) -> Flags:
    return Flags((Topic.SFC,), hk=True, flag=True, severity=level, doc_type=DocType.PRESS, reasons=())


def test_a_watched_firm_makes_a_high_item_critical() -> None:
    level, reason = level_of(flags(Level.HIGH), [MENTION], {"example"}, None, False)
    assert level is Level.CRITICAL
    assert reason is not None
    assert (reason.rule, reason.start, reason.end) == ("watchlist", 4, 11)


def test_another_firm_changes_nothing() -> None:
    assert level_of(flags(Level.HIGH), [MENTION], {"other"}, None, False) == (Level.HIGH, None)


def test_a_removed_register_row_makes_a_high_item_critical() -> None:
    level, reason = level_of(flags(Level.HIGH), [], (), None, True)
    assert level is Level.CRITICAL
    assert reason is not None
    assert reason.rule == "register-row-removed"


@pytest.mark.parametrize(("left", "critical"), [(-1, False), (0, True), (3, True), (4, False), (None, False)])
def test_three_working_days_are_the_limit(left: int | None, critical: bool) -> None:
    level, reason = level_of(flags(Level.HIGH), [], (), left, False)
    assert (level is Level.CRITICAL) is critical
    assert (reason is not None) is critical


@given(st.sampled_from([Level.LOW, Level.NORMAL]), st.booleans(), st.none() | st.integers(-5, 9))
def test_what_is_not_high_never_becomes_critical(level: Level, removed: bool, left: int | None) -> None:
    assert level_of(flags(level), [MENTION], {"example"}, left, removed) == (level, None)
