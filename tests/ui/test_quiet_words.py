# SPDX-License-Identifier: MIT
"""Quiet is said where the watch is spoken of."""

from datetime import UTC, datetime

import pytest

from hkwatch.domain.events import WatchState, WatchStatusChanged
from hkwatch.ui.watch_words import quiet_text

NOW = datetime(2025, 2, 21, 15, 0, tzinfo=UTC)


def status(quiet: str, until: datetime | None) -> WatchStatusChanged:
    return WatchStatusChanged(WatchState.WATCHING, NOW, None, None, (), (), quiet=quiet, quiet_until=until)


@pytest.mark.parametrize(
    ("quiet", "until", "said"),
    [
        ("", None, ""),
        ("hours", NOW, "Quiet until 23:00"),
        ("locked", None, "Quiet: the screen is locked"),
        ("full-screen", None, "Quiet: a window is full screen"),
        ("do-not-disturb", None, "Quiet: the desktop is not to be disturbed"),
    ],
)
def test_quiet_names_its_end_or_its_cause(quiet: str, until: datetime | None, said: str) -> None:
    assert quiet_text(status(quiet, until)) == said
