# SPDX-License-Identifier: MIT
"""Help in the whole desktop: a key is changed and holds at once, F1, what is new after an update, a newer version."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.test_desktop import Desktop, item_id, start  # noqa: F401 - the fixture
from hkwatch import __version__
from hkwatch.domain import events as ev
from hkwatch.domain.commands import AskNewest, CheckNow
from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.services.settings import Settings, load_settings
from hkwatch.ui.banners import Rank
from hkwatch.ui.help.guide import GuideWindow
from hkwatch.ui.help.newest import NewestWindow
from hkwatch.ui.help.wiring import KeyWindow
from hkwatch.ui.keys.sheet import KeySheet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)
Start = Callable[..., Desktop]


def starred(desktop: Desktop, item: int) -> bool:
    row = desktop.controller.reading.row_of(ItemId(item))
    return row is not None and row.starred


def heard(desktop: Desktop, command: type) -> int:
    """How many commands of a kind have arrived at the engine."""
    return sum(line.startswith(f"{command.__name__}(") for line in desktop.heard().splitlines())


def come_back(desktop: Desktop) -> None:
    """The main window is the active one again: shortcuts hold in no other."""
    desktop.window.activateWindow()
    desktop.wait(desktop.window.isActiveWindow)


def test_a_key_is_changed_by_keyboard_and_holds_at_once_everywhere(start: Start) -> None:  # noqa: F811
    desktop = start()
    desktop.window.inbox.view.setFocus()
    desktop.press(Qt.Key.Key_J)
    desktop.wait(lambda: desktop.window.reader.item_id == item_id(60))
    desktop.shell.actions["key-page"].trigger()
    window = desktop.shell._dialogs["key-page"]
    assert isinstance(window, KeyWindow)
    window.page.record("star")
    recorder = window.page.recorder
    assert recorder is not None
    recorder.edit.setKeySequence(QKeySequence())
    QTest.keyClick(recorder.edit, Qt.Key.Key_B)
    desktop.wait(recorder.use.isEnabled)
    QTest.keyClick(recorder.use, Qt.Key.Key_Space)
    window.close()
    come_back(desktop)
    assert desktop.shell.actions["star"].shortcut() == QKeySequence("B")
    desktop.window.inbox.view.setFocus()
    desktop.press(Qt.Key.Key_S)
    assert not starred(desktop, item_id(60))
    desktop.press(Qt.Key.Key_B)
    desktop.wait(lambda: starred(desktop, item_id(60)))
    assert "(B)" in next(b.toolTip() for b in desktop.window.reader.foot.buttons.values() if "Star" in b.text())
    desktop.wait(lambda: load_settings(desktop.paths.settings_file).keys == {"star": "B"})
    # In a text field the new key is a letter, as every single key is.
    desktop.window.inbox.field.focus_all()
    desktop.press(Qt.Key.Key_B)
    assert desktop.window.inbox.field.edit.text() == "b"
    assert starred(desktop, item_id(60))


def test_a_changed_key_of_the_list_itself_moves_on(start: Start) -> None:  # noqa: F811
    desktop = start(Settings(keys={"next": "Q", "show-new": ""}))
    desktop.window.inbox.view.setFocus()
    desktop.press(Qt.Key.Key_J)
    assert desktop.window.reader.item_id is None
    desktop.press(Qt.Key.Key_Q)
    desktop.wait(lambda: desktop.window.reader.item_id == item_id(60))


def test_question_mark_shows_the_keys_and_f1_the_guide_where_one_is(start: Start) -> None:  # noqa: F811
    desktop = start()
    desktop.window.inbox.view.setFocus()
    desktop.press(Qt.Key.Key_Question)
    desktop.wait(lambda: isinstance(desktop.shell._dialogs.get("keys"), KeySheet))
    desktop.shell._dialogs["keys"].close()
    come_back(desktop)
    desktop.window.inbox.view.setFocus()
    desktop.press(Qt.Key.Key_F1)
    guide = desktop.shell._dialogs.get("guide")
    assert isinstance(guide, GuideWindow)
    desktop.wait(lambda: guide.chapter == "inbox")
    desktop.parts.store.set("general", "language", "zh-Hant")
    desktop.wait(lambda: "收件匣" in guide.page.toPlainText())
    guide.close()
    # In the search box it stays the help on the search language.
    come_back(desktop)
    desktop.window.inbox.field.focus_all()
    QTest.keyClick(desktop.window.inbox.field.edit, Qt.Key.Key_F1)
    assert "search-help" in desktop.shell._dialogs
    assert "guide" not in desktop.shell._dialogs


def test_after_an_update_a_bar_says_so_once(start: Start) -> None:  # noqa: F811
    first = start()
    first.wait(lambda: first.window.state.seen_version == __version__)
    assert first.controller.banners.shown is not Rank.NEWS
    file = first.paths.config_dir / "window.json"
    first.window.state.seen_version = "0.0.1"
    first.shell.help._begin()
    assert first.controller.banners.shown is Rank.NEWS
    assert first.window.inbox.banner.fact == f"hkwatch {__version__}"
    first.window.inbox.banner.button.click()
    first.wait(lambda: "news" in first.shell._dialogs)
    assert first.controller.banners.shown is not Rank.NEWS
    first.wait(lambda: file.exists() and json.loads(file.read_text("utf-8"))["seen_version"] == __version__)


def test_a_newer_version_is_asked_for_by_the_button_only(start: Start) -> None:  # noqa: F811
    desktop = start()
    desktop.shell.actions["newer"].trigger()
    window = desktop.shell._dialogs["newer"]
    assert isinstance(window, NewestWindow)
    QApplication.processEvents()
    # Commands arrive in the order they are given: with this one, all that the window asked by itself would be there.
    desktop.parts.engine.send(CheckNow(CommandId("after")))
    desktop.wait(lambda: heard(desktop, CheckNow) == 1)
    assert heard(desktop, AskNewest) == 0
    window.check.click()
    desktop.wait(lambda: heard(desktop, AskNewest) == 1)
    assert window.asked is not None
    desktop.tell(ev.NewestKnown(CommandId("another"), "98.0"))
    assert not window.show_page.isVisible()
    desktop.tell(ev.NewestKnown(window.asked, "99.0"))
    assert window.fact.text() == "hkwatch 99.0 is there"
    assert window.show_page.isVisible()


def test_a_line_of_the_file_that_is_no_key_is_told_at_the_start(start: Start) -> None:  # noqa: F811
    desktop = start(Settings(keys={"stra": "X"}))
    toast = desktop.controller._toast
    desktop.wait(lambda: toast.isVisible() and "stra" in toast.accessibleName() + toast.accessibleDescription())
