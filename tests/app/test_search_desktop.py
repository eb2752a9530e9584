# SPDX-License-Identifier: MIT
"""Saved searches, chips and the palette in the whole window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.test_desktop import NOW, Desktop, item_id, start
from hkwatch.app.paths import resources
from hkwatch.domain.decide import Change
from hkwatch.domain.ids import ItemId, SearchId
from hkwatch.domain.item import Entry
from hkwatch.domain.saved_search import SavedSearch, SearchesChanged
from hkwatch.sources.fold_table import load_folder
from hkwatch.store.db import transaction
from hkwatch.store.index import index_item
from hkwatch.store.items import Body, put_text
from hkwatch.ui.inbox.chips import Chip
from hkwatch.ui.saved.dialog import SearchDialog
from hkwatch.ui.settings_dialog import SettingsDialog
from hkwatch.ui.toast import Toast

__all__ = ["start"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)

SEARCHES = (
    SavedSearch(SearchId(1), "Serious", "level:high", notify=True),
    SavedSearch(SearchId(2), "All", "in:all"),
)


def indexed(start: Callable[..., Desktop]) -> Desktop:
    """A desktop whose items can be searched for."""
    desktop = start()
    folder = load_folder(resources() / "fold" / "hant_hans.tsv")
    with transaction(desktop.writer):
        for number in range(3):
            item = ItemId(item_id(60 * (number + 1)))
            entry = Entry(f"Item {number}", "https://example.test/", "en")
            put_text(desktop.writer, item, entry, "sfc-press-en", Change.LANGUAGE, Body.STORED, NOW)
            index_item(desktop.writer, item, folder)
    return desktop


def test_a_search_is_saved_opened_moved_and_removed_with_a_way_back(start: Callable[..., Desktop]) -> None:
    desktop = indexed(start)
    window, rail, field = desktop.window, desktop.window.rail, desktop.window.inbox.field
    field.focus_all()
    QTest.keyClicks(field.edit, "level:high")
    desktop.wait_rows(1)
    assert field.star.accessibleName() == "Save this search (Ctrl+S)"
    field.star.click()
    dialog = window.findChild(SearchDialog)
    dialog.name.setText("Serious")
    dialog.notify.setChecked(True)
    dialog.save.click()
    desktop.wait(lambda: "SaveSearch" in desktop.heard())
    assert "name='Serious', query='level:high', notify=True" in desktop.heard()

    desktop.tell(SearchesChanged(SEARCHES))
    # The box asks for what is saved: star and rail say so.
    assert (rail.current, field.star.accessibleName()) == ("saved:1", "Saved as “Serious” – edit")
    line = rail.button("saved:1")
    assert line is not None
    desktop.wait(lambda: line.accessibleName() == "Serious, level:high, New items are told., 1 item")

    inbox = rail.button("inbox")
    assert inbox is not None
    inbox.click()
    desktop.wait_rows(3)
    assert (field.text, rail.current) == ("", "inbox")
    line.click()
    desktop.wait_rows(1)
    assert field.text == "level:high"

    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    desktop.wait(lambda: "OrderSearches" in desktop.heard())
    assert [one.name for one in desktop.controller.saved.searches] == ["All", "Serious"]
    QTest.keyClick(line, Qt.Key.Key_Delete)
    desktop.wait(lambda: "RemoveSearch" in desktop.heard())
    assert (rail.current, field.text) == ("inbox", "")
    window.findChild(Toast).first.click()
    desktop.wait(lambda: "RestoreSearch" in desktop.heard())


def test_a_chip_writes_into_the_box_and_the_palette_reaches_a_setting(start: Callable[..., Desktop]) -> None:
    desktop = indexed(start)
    inbox = desktop.window.inbox
    desktop.wait(lambda: len(inbox.chips.findChildren(Chip)) > 1)
    high = next(chip for chip in inbox.chips.findChildren(Chip) if chip.spec.key == "level:high")
    high.click()
    desktop.wait_rows(1)
    assert (inbox.field.text, inbox.chips.on) == ("level:high", ["level:high"])
    next(chip for chip in inbox.chips.findChildren(Chip) if chip.spec.key == "level:high").click()
    desktop.wait_rows(3)
    assert inbox.field.text == ""

    desktop.shell.palette.show()
    palette = desktop.shell.palette.palette
    assert palette is not None
    view = palette.view
    assert view is not None
    QTest.keyClicks(view.edit, "item 2")
    desktop.wait(lambda: [one.text for one in view.entries] == ["Item 2"])
    view.edit.clear()
    QTest.keyClicks(view.edit, "text size")
    assert view.entries[0].text == "Text size"
    QTest.keyClick(view.edit, Qt.Key.Key_Return)
    dialog = desktop.window.findChild(SettingsDialog)
    desktop.wait(lambda: dialog.focusWidget() is dialog.control("look", "text_size_percent"))
    assert desktop.shell.palette.history.chosen == ["setting:look.text_size_percent"]
    dialog.close()
