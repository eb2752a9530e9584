# SPDX-License-Identifier: MIT
"""What the status bar says beside the engine's own word on the watch."""

from datetime import timedelta

from inbox_rows import NOW
from pytestqt.qtbot import QtBot

from hkwatch.domain.events import WatchState, WatchStatusChanged
from hkwatch.domain.ids import CommandId
from hkwatch.ui.banners import Banners
from hkwatch.ui.inbox import Banner
from hkwatch.ui.marks import Marks
from hkwatch.ui.rail import Rail
from hkwatch.ui.statusbar import StatusBar
from hkwatch.ui.watch_controller import WatchController


def test_how_far_the_rules_are_applied_is_said_until_it_is_over(marks: Marks, qtbot: QtBot) -> None:
    status, rail, banner = StatusBar(marks), Rail(marks), Banner(marks)
    for widget in (status, rail, banner):
        qtbot.addWidget(widget)
    watch = WatchController(
        status, rail, Banners(banner), lambda command: True, lambda: CommandId("c"), lambda: NOW, lambda: 0
    )
    watch.end()
    watch.on_status(WatchStatusChanged(WatchState.WATCHING, NOW - timedelta(minutes=1), None, None, (), ()))
    before = status.facts
    watch.set_reflagging(210, 500)
    assert status.facts.facts[0] == "Applying rules 42 %"
    assert status.facts.progress == (210, 500)
    watch.set_reflagging(500, 500)
    assert status.facts == before
