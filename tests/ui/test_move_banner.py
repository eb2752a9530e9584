# SPDX-License-Identifier: MIT
"""A source that moved is told in a banner until it was decided."""

from pytestqt.qtbot import QtBot
from source_rows import health

from hkwatch.domain.ids import SourceId
from hkwatch.ui.banners import Banners, Rank
from hkwatch.ui.inbox import Banner
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.move_banner import tell_moves


def test_a_move_is_told_until_it_was_decided_and_the_button_leads_to_the_source(qtbot: QtBot, marks: Marks) -> None:
    banner = Banner(marks)
    qtbot.addWidget(banner)
    banners, shown = Banners(banner), list[SourceId]()
    moved = health("a", moved_to="https://new.example.test/", moved_seen=3)
    tell_moves(banners, (health("b"), moved), "en", shown.append)
    assert banners.shown is Rank.MOVED
    banner.button.click()
    assert shown == ["a"]
    tell_moves(banners, (moved, health("c", moved_to="https://x.example.test/")), "en", shown.append)
    assert "2 sources" in banner.fact
    tell_moves(banners, (health("a"),), "en", shown.append)
    assert banners.shown is None
