# SPDX-License-Identifier: MIT
"""The licence board in the desktop as it starts: opened by key, rail and notice, and its wishes carried to the engine."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.test_desktop import NOW, Desktop, item_id, start
from hkwatch.domain import events as ev
from hkwatch.domain.ids import ItemId, NoticeId
from hkwatch.domain.register import LICENSED, ChangeKind, RegisterChange, RegisterRow
from hkwatch.domain.register_diff import Quarantine
from hkwatch.domain.register_watch import Belief, Held, observe
from hkwatch.store import registers as store
from hkwatch.store.db import transaction
from registers import snapshot

__all__ = ["start"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)

VATP = "sfc-vatp-lists"
ROW = RegisterRow(LICENSED, "Example Alpha Limited", ce="ZZZ001")


def fill(desktop: Desktop, *, held: bool = False) -> None:
    """A register with one row that came as the item `Item 0`."""
    belief = observe(Belief(), snapshot(ROW), NOW).belief
    if held:
        belief = Belief(belief.known, held=Held(Quarantine("lost-column", "A column is lost."), NOW, snapshot(ROW)))
    with transaction(desktop.writer):
        store.save_belief(desktop.writer, VATP, belief, NOW)
        store.put_rows(desktop.writer, VATP, [ROW], None)
        page = store.keep_page(
            desktop.writer, VATP, NOW, "https://x.test/", "text/html", "h", b"<p>raw</p>", reading=None, state="held"
        )
        change = RegisterChange(ChangeKind.ADDED, None, ROW)
        store.add_change(desktop.writer, VATP, change, NOW, page, ItemId(item_id(60)))


def test_the_board_opens_by_its_keys_and_shows_what_is_stored(start: Callable[..., Desktop]) -> None:
    desktop = start()
    fill(desktop)
    desktop.controller.focus_list()
    desktop.press(Qt.Key.Key_G)
    desktop.press(Qt.Key.Key_L)
    licences = desktop.shell.licences
    assert licences is not None
    desktop.wait(lambda: licences.dialog is not None and licences.dialog.board is not None)
    assert licences.dialog is not None
    assert [row[3] for row in licences.dialog.changes.table.shown()[1:]] == ["Example Alpha Limited"]


def test_the_rail_opens_the_board_and_the_list_stays_what_it_was(start: Callable[..., Desktop]) -> None:
    desktop = start()
    before = desktop.controller.inbox.filter
    button = desktop.window.rail.button("licences")
    assert button is not None
    button.click()
    licences = desktop.shell.licences
    assert licences is not None
    desktop.wait(lambda: licences.dialog is not None)
    assert desktop.controller.inbox.filter == before
    assert desktop.window.rail.current == "inbox"


def test_a_clicked_notice_of_a_held_page_opens_the_board(start: Callable[..., Desktop]) -> None:
    desktop = start()
    fill(desktop, held=True)
    desktop.tell(ev.NoticeActivated(NoticeId(1), "open-licences", (), None))
    licences = desktop.shell.licences
    assert licences is not None
    desktop.wait(lambda: licences.dialog is not None and licences.dialog.board is not None)
    assert licences.dialog is not None
    assert licences.dialog.held.isVisible()
    licences.dialog.held.accept.click()
    desktop.wait(lambda: "AcceptLayout" in desktop.heard())
    licences.dialog.held.view.click()
    desktop.wait(lambda: "licences-raw" in desktop.shell._dialogs)


def test_a_clicked_notice_of_a_change_selects_it_on_the_open_board(start: Callable[..., Desktop]) -> None:
    desktop = start()
    fill(desktop)
    licences = desktop.shell.licences
    assert licences is not None
    licences.show_check()
    desktop.wait(lambda: licences.dialog is not None and licences.dialog.board is not None)
    dialog = licences.dialog
    assert dialog is not None
    desktop.tell(ev.NoticeActivated(NoticeId(1), "default", (ItemId(item_id(60)),), None))
    desktop.wait(lambda: dialog.tabs.currentWidget() is dialog.changes)
    assert desktop.controller.detour is not None
