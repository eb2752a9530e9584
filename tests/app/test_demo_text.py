# SPDX-License-Identifier: MIT
"""What the demo says of the pace of its time."""

import time

from PySide6.QtWidgets import QApplication

from hkwatch.app.clock import DEMO_SCENES, SCENE_S, SceneClock
from hkwatch.app.whole import demo_text


def test_a_fast_scene_says_how_fast_it_is(qapp: QApplication) -> None:
    clock = SceneClock(DEMO_SCENES, time.time())
    assert clock.rate == 60
    assert demo_text(clock) == ("Demo: recorded scenario.", "Time runs 60 times as fast.", "Demo ×60")


def test_after_the_last_scene_the_time_is_as_fast_as_any(qapp: QApplication) -> None:
    clock = SceneClock(DEMO_SCENES, time.time() - 2 * SCENE_S - 1)
    assert clock.rate == 1
    assert demo_text(clock) == ("Demo: recorded scenario.", "Time runs at its normal pace.", "Demo")
