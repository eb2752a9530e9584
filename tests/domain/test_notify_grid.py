# SPDX-License-Identifier: MIT
"""The grid of rows and ways: which row a notice belongs to, and when a row tells at all."""

import pytest

from hkwatch.domain.item import Level
from hkwatch.domain.notify_grid import Grid, NoticeRow, row_of


@pytest.mark.parametrize(
    ("kind", "level", "of_register", "row"),
    [
        ("item", Level.CRITICAL, False, NoticeRow.CRITICAL),
        ("item", Level.NORMAL, False, NoticeRow.NORMAL),
        ("item", Level.HIGH, True, NoticeRow.REGISTERS),
        ("item", Level.NORMAL, True, NoticeRow.NORMAL),
        ("summary", Level.HIGH, False, NoticeRow.HIGH),
        ("alert", Level.CRITICAL, False, NoticeRow.ALERTS),
        ("deadline-moved", Level.HIGH, False, NoticeRow.DEADLINES),
        ("outage", Level.HIGH, False, NoticeRow.WATCH),
        ("held", Level.HIGH, False, NoticeRow.WATCH),
        ("life", Level.LOW, False, NoticeRow.WATCH),
        ("digest-failed", Level.HIGH, False, NoticeRow.WATCH),
    ],
)
def test_row_of_a_notice(kind: str, level: Level, of_register: bool, row: NoticeRow) -> None:
    assert row_of(kind, level, of_register=of_register) is row


def test_a_badge_alone_tells_nobody_and_a_channel_alone_does() -> None:
    grid = Grid({NoticeRow.HIGH: frozenset({"tray"}), NoticeRow.LOW: frozenset({"my-phone"})})
    assert not grid.tells_item(Level.HIGH, of_register=False)
    assert grid.tells_item(Level.LOW, of_register=False)
    assert not grid.tells(NoticeRow.ALERTS)
    assert grid.counted() == {Level.HIGH}
