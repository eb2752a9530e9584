# SPDX-License-Identifier: MIT
"""Days of the shipped catalogue leave the engine as large as it was: memory, files, sockets, threads, log."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from e2e.long_run import WARM_UP_H, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc")


@pytest.mark.timeout(60)
def test_a_quarter_of_an_hour_of_the_shipped_catalogue_leaves_no_file_and_no_socket(
    tmp_path: Path, figures: Callable[[str], None]
) -> None:
    done = run(tmp_path, hours=0.25, rate=240, looks=12)
    figures(f"long run: {done.summary()}")
    # Too short to compare its parts: everything is asked for the first time in it.
    assert (done.code, done.failed) == (0, [])
    assert done.said["ItemsAdded"]
    last = done.looks[-1]
    assert max(last.files, last.sockets, last.threads) <= 16
    assert last.log_bytes < 100_000


@pytest.mark.long
@pytest.mark.timeout(3000)
def test_three_days_of_the_shipped_catalogue_leave_the_engine_as_large_as_it_was(
    tmp_path: Path, figures: Callable[[str], None]
) -> None:
    done = run(tmp_path, hours=WARM_UP_H + 72, rate=360, looks=344, warm_h=WARM_UP_H)
    figures(f"long run: {done.summary()}")
    assert done.problems() == []


@pytest.mark.long
@pytest.mark.timeout(2400)
def test_thirty_real_minutes_of_the_shipped_catalogue_leave_the_engine_as_large_as_it_was(
    tmp_path: Path, figures: Callable[[str], None]
) -> None:
    done = run(tmp_path, hours=0.5, rate=1, looks=60)
    figures(f"long run: {done.summary()}")
    assert done.problems() == []
