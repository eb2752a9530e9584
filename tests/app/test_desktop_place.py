# SPDX-License-Identifier: MIT
"""What a whole desktop shows after its window came up anew, after its first day, and in another zone."""

import os
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.test_desktop import NOW, Desktop, item_id, start  # noqa: F401 - the fixture
from hkwatch.services.data_desk import After, Afterwards
from hkwatch.services.settings import Settings, load_settings
from hkwatch.ui.inbox_query import Filter
from hkwatch.ui.settings_dialog import SettingsDialog
from hkwatch.ui.shown_time import TimeStyle, set_style
from hkwatch.ui.window_state import load_window_state

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)

Start = Callable[..., Desktop]


def shot(desktop: Desktop, name: str) -> None:
    """A picture for who looks at it, where a folder for them is named."""
    folder = os.environ.get("HKWATCH_PICTURES")
    if folder:
        desktop.window.grab().save(f"{folder}/{name}.png")
        for dialog in desktop.shell._dialogs.all():
            dialog.grab().save(f"{folder}/{name}-{dialog.windowTitle()[:4]}.png")


def test_a_window_that_comes_up_anew_is_where_it_was(start: Start) -> None:  # noqa: F811
    first = start()
    inbox = first.controller.inbox
    with first.qtbot.waitSignal(inbox.loaded):
        inbox.set_filter(Filter(text="is:unread"))
    first.wait_rows(3)
    first.window.inbox.view.select_id(item_id(120))
    first.shell.windows.show_settings_page("look")
    with first.qtbot.waitSignal(first.shell.ended):
        first.shell.leave(Afterwards(After.RESTART))
    second = start(items=0)
    second.wait(lambda: second.window.inbox.view.current_id == item_id(120))
    assert second.window.inbox.field.text == "is:unread"
    second.wait(lambda: second.shell._dialogs.get("settings") is not None)
    settings = second.shell._dialogs["settings"]
    assert isinstance(settings, SettingsDialog)
    assert settings.current == "look"
    # It is a place for one start.
    assert not second.parts.window_state_file.with_name("resume.json").exists()


def test_the_first_day_is_told_once_and_another_zone_holds_at_once(start: Start) -> None:  # noqa: F811
    desktop = start()
    began = NOW - timedelta(hours=30)
    desktop.writer.execute(
        "INSERT INTO source_state (source, added_ms) VALUES ('sfc-press-en', ?)", (int(began.timestamp() * 1000),)
    )
    keeper, store = desktop.shell.first_day, desktop.parts.store
    keeper.look()
    desktop.wait(lambda: keeper.card is not None)
    assert keeper.card is not None
    shot(desktop, "first-day")
    keeper.card.more.click()
    assert store.settings.notify.tell_from == "normal"
    file = desktop.parts.window_state_file
    desktop.wait(lambda: load_window_state(file).hints.get("first-day") == 1)
    keeper.card.undo.click()
    assert store.settings.notify == Settings().notify
    try:
        store.set("general", "time_zone", "utc")
        store.set("general", "dates", "iso")
        desktop.wait(lambda: desktop.window.status.facts.clock_text.startswith("UTC "))
        model = desktop.window.inbox.model
        prepared = next(entry for place in range(model.rowCount()) if (entry := model.item_at(place)) is not None)
        assert prepared.time.startswith(f"{prepared.row.sort_at:%H:%M}")
        shot(desktop, "utc")
        desktop.shell.windows.show_settings_page("notifications")
        store.set("look", "theme", "dark")
        store.set("general", "language", "zh-Hant")
        shot(desktop, "dark")
        options = desktop.paths.settings_file
        desktop.wait(lambda: options.exists() and load_settings(options).general.time_zone == "utc")
    finally:
        set_style(TimeStyle())
