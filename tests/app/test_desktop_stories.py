# SPDX-License-Identifier: MIT
"""Stories in the window: one row, the menu's split and merge, and the way back."""

from collections.abc import Callable

import pytest

from app.test_desktop import Desktop, item_id, start
from hkwatch.domain import events as ev
from hkwatch.domain.ids import ItemId
from hkwatch.ui.toast import Toast

__all__ = ["start"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)


def _toast(desktop: Desktop) -> Toast:
    return desktop.window.findChild(Toast)


def _one_story(desktop: Desktop) -> None:
    """The first and second item become one story, led by the first."""
    first, second = item_id(60), item_id(120)
    desktop.writer.execute("UPDATE item SET story = ?, sources = 2 WHERE id IN (?, ?)", (first, first, second))
    desktop.writer.execute("UPDATE item SET lead = 0 WHERE id = ?", (second,))
    desktop.tell(ev.Resync())
    desktop.wait_rows(2)


def test_a_story_is_one_row_and_split_can_be_undone(start: Callable[..., Desktop]) -> None:
    desktop = start()
    _one_story(desktop)
    assert desktop.rows() == ["Item 0", "Item 2"]
    desktop.controller.reading.open_item(ItemId(item_id(60)))
    desktop.wait(lambda: bool(desktop.window.reader.story.others))
    desktop.controller.stories.split()
    desktop.wait(lambda: "SplitStory" in desktop.heard())
    _toast(desktop).first.click()
    desktop.wait(lambda: "UndoStories" in desktop.heard())


def test_another_members_text_opens_from_the_line(start: Callable[..., Desktop]) -> None:
    desktop = start()
    _one_story(desktop)
    desktop.controller.reading.open_item(ItemId(item_id(60)))
    desktop.wait(lambda: bool(desktop.window.reader.story.others))
    desktop.window.reader.story.buttons[0].click()
    desktop.wait(lambda: desktop.window.reader.item_id == item_id(120))


def test_merging_asks_for_the_second_item_first(start: Callable[..., Desktop]) -> None:
    desktop = start()
    stories, view = desktop.controller.stories, desktop.window.inbox.view
    view.select_id(ItemId(item_id(60)))
    stories.merge()
    assert stories.first == item_id(60)
    assert "MergeStories" not in desktop.heard()
    view.select_id(ItemId(item_id(120)))
    desktop.wait(lambda: desktop.window.reader.item_id == item_id(120))
    stories.merge()
    desktop.wait(lambda: "MergeStories" in desktop.heard())
    assert stories.first is None


def test_an_item_that_stands_alone_is_not_split(start: Callable[..., Desktop]) -> None:
    desktop = start()
    desktop.window.inbox.view.select_id(ItemId(item_id(60)))
    desktop.wait(lambda: desktop.window.reader.item_id == item_id(60))
    desktop.controller.stories.split()
    assert "SplitStory" not in desktop.heard()
    assert _toast(desktop).isVisible()
