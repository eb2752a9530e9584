# SPDX-License-Identifier: MIT
"""What a screen reader says unasked: politely how things stand, at once what is critical, nothing twice."""

from dataclasses import replace

import pytest
from inbox_rows import NAMES, NOW, hkt, make_row
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hkwatch.domain.item import Level
from hkwatch.ui.announcing import Announcer, announce
from hkwatch.ui.inbox import Banner, BannerKind
from hkwatch.ui.inbox.model import InboxModel
from hkwatch.ui.marks import Marks
from hkwatch.ui.statusbar import StatusBar, StatusFacts
from hkwatch.ui.toast import Toast

FACTS = StatusFacts("ok", "Watching", ["checked 1 min ago", "14 of 14 sources OK"], "HKT 17:08")


class Room:
    """The parts of a window that speak, and what was said."""

    def __init__(self, marks: Marks, qtbot: QtBot) -> None:
        self.home = QWidget()
        qtbot.addWidget(self.home)
        self.status, self.banner = StatusBar(marks, self.home), Banner(marks, self.home)
        self.toast = Toast(marks.theme, marks.fonts, marks.icons, self.home)
        self.model = InboxModel()
        self.model.set_rows([make_row(hkt(19, 14, 18))], NOW, "en", NAMES)
        self.said: list[tuple[str, bool]] = []
        self.announcer = Announcer(
            *(self.status, self.banner, self.toast, self.model, lambda: NAMES),
            lambda _, words, urgent: self.said.append((words, urgent)),
        )


@pytest.fixture
def room(marks: Marks, qtbot: QtBot) -> Room:
    return Room(marks, qtbot)


def test_another_state_of_the_watch_is_said_politely_and_the_passing_of_time_is_not(room: Room) -> None:
    room.status.set_facts(FACTS)
    room.status.set_facts(replace(FACTS, facts=["checked 2 min ago", "14 of 14 sources OK"]))
    assert room.said == []
    room.status.set_facts(replace(FACTS, state="offline", state_text="Offline", facts=["since 16:20"]))
    assert room.said == [("Offline, since 16:20", False)]


def test_a_banner_is_said_once_however_often_it_is_told(room: Room) -> None:
    for _ in range(3):
        room.banner.tell(BannerKind.WARN, "Offline since 16:20.", "Price alerts cannot be evaluated.")
    assert room.said == [("Offline since 16:20. Price alerts cannot be evaluated.", False)]


@pytest.mark.parametrize(("level", "urgent"), [(None, False), (Level.HIGH, False), (Level.CRITICAL, True)])
def test_a_message_breaks_in_only_where_it_is_critical(room: Room, level: Level | None, urgent: bool) -> None:
    room.toast.tell("3 items marked read", level=level)
    assert room.said == [("3 items marked read.", urgent)]


def test_new_items_are_counted_and_a_critical_one_is_read_out_at_once(room: Room) -> None:
    room.model.hold([make_row(hkt(19, 16, 50)), make_row(hkt(19, 16, 51))])
    assert room.said == [("2 new", False)]
    critical = make_row(hkt(19, 16, 52), "example.test poses as a licensed platform", level=Level.CRITICAL)
    room.model.hold([critical])
    (words, urgent) = room.said[-1]
    assert urgent
    assert "critical, policy, SFC: example.test poses as a licensed platform." in words
    room.model.show_waiting()
    assert len(room.said) == 2


def test_where_nothing_listens_nothing_happens(room: Room) -> None:
    announce(room.home, "2 new", urgent=False)
    announce(room.home, "", urgent=True)
