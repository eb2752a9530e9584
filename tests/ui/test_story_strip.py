# SPDX-License-Identifier: MIT
"""The line of the reader that names who else carries a story."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hkwatch.domain.detail import ItemDetail, StoryMember
from hkwatch.domain.ids import ItemId
from hkwatch.ui.reader.pane import ReaderPane
from hkwatch.ui.reader.story import StoryStrip
from hkwatch.ui.theme import Fonts, Icons, Theme
from ui.inbox_rows import NOW, make_row


def member(number: int) -> StoryMember:
    names = (f"Outlet {number}", f"媒體{number}", f"媒体{number}")
    at = datetime(2025, 2, 19, 6, number, tzinfo=UTC)
    return StoryMember(ItemId(number), "rthk", names, f"Report {number}", "en", at, number == 1)


def detail(number: int, *members: StoryMember) -> ItemDetail:
    return ItemDetail(
        row=replace(make_row(NOW), id=ItemId(number), sources_count=max(1, len(members))),
        texts=(),
        reasons=(),
        reasons_lang="en",
        topics=(),
        source_names=("a", "a", "a"),
        attribution="",
        modified_at=None,
        acknowledged_at=None,
        note="",
        body_pending=False,
        members=members,
    )


def test_each_other_member_is_named_and_leads_to_its_text(qtbot: QtBot, fonts: Fonts) -> None:
    strip = StoryStrip(fonts)
    qtbot.addWidget(strip)
    strip.resize(640, 40)
    strip.show_members(ItemId(1), [member(1), member(2), member(3)])
    assert [button.text() for button in strip.buttons if not button.isHidden()] == ["Outlet 2", "Outlet 3"]
    assert strip.more.isHidden()
    assert "Report 2" in strip.buttons[0].accessibleName()
    with qtbot.waitSignal(strip.chosen) as told:
        strip.buttons[1].click()
    assert told.args == [ItemId(3)]


def test_many_members_do_not_widen_the_line(qtbot: QtBot, fonts: Fonts) -> None:
    strip = StoryStrip(fonts, "zh-Hant")
    qtbot.addWidget(strip)
    strip.resize(640, 40)
    strip.show_members(ItemId(1), [member(number) for number in range(1, 8)])
    assert [button.text() for button in strip.buttons] == ["媒體2", "媒體3", "媒體4"]
    assert len(strip.menu.actions()) == 3
    with qtbot.waitSignal(strip.chosen) as told:
        strip.menu.actions()[2].trigger()
    assert told.args == [ItemId(7)]


def test_a_name_that_does_not_fit_is_in_the_menu_instead_of_being_cut(qtbot: QtBot, fonts: Fonts) -> None:
    reader = QWidget()
    qtbot.addWidget(reader)
    strip = StoryStrip(fonts, "en", reader)
    reader.show()
    strip.show_members(ItemId(1), [member(number) for number in range(1, 8)])
    seen = set()
    for width in (800, *range(480, 100, -30), 800):
        strip.resize(width, 40)
        row = strip.layout()
        assert row is not None
        row.activate()
        named = [button for button in strip.buttons if button.isVisible()]
        seen.add(len(named))
        assert len(named) + len(strip.menu.actions()) == 6
        assert strip.more.text() == f"{6 - len(named)} more"
        if len(named) > 1:
            assert all(part.width() >= part.sizeHint().width() for part in (strip.label, *named, strip.more))
    assert seen == {1, 2, 3}


def test_the_reader_shows_the_line_only_for_a_story(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> None:
    pane = ReaderPane(theme, fonts, icons)
    qtbot.addWidget(pane)
    pane.show_item(detail(1, member(1), member(2)))
    assert not pane.story.isHidden()
    pane.show_item(detail(2, member(1), member(2)))
    assert [other.id for other in pane.story.others] == [1]
    pane.show_item(detail(3))
    assert pane.story.isHidden()
