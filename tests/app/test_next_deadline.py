# SPDX-License-Identifier: MIT
"""The next deadline in the whole desktop: from the store into the price panel and on to the item and the board."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.test_desktop import NOW, Desktop, item_id, pytestmark, start
from hkwatch.domain import events as ev
from hkwatch.domain.deadline import DeadlineKind
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ItemId
from hkwatch.store import deadlines

__all__ = ["pytestmark", "start"]


def test_a_deadline_that_becomes_known_appears_leads_to_its_item_and_goes_when_it_is_met(
    start: Callable[..., Desktop],
) -> None:
    desktop = start()
    section = desktop.window.price.deadline
    assert not section.isVisibleTo(desktop.window.price)
    item = ItemId(item_id(120))
    today = to_hkt(NOW).date()
    for ref, owner, days in (("26CP9", None, 90), ("26CP8", item, 30), ("26CP1", None, -1)):
        day = today + timedelta(days=days)
        new = deadlines.NewDeadline("sfc", ref, owner, f"Paper {ref}", DeadlineKind.COMMENTS, None, day, day, day)
        deadlines.insert(desktop.writer, new, NOW)
    desktop.tell(ev.ItemsChanged((item,)))
    desktop.wait(lambda: section.isVisibleTo(desktop.window.price))
    assert section.shown is not None
    assert section.shown.deadline.ref == "26CP8"
    assert section.row.accessibleName().startswith("Paper 26CP8. SFC 26CP8 · ")

    QTest.keyClick(section.row, Qt.Key.Key_Return)
    desktop.wait(lambda: desktop.window.inbox.view.current_id == item)
    section.all.click()
    desktop.wait(lambda: desktop.shell.deadlines.board is not None)
    ident = deadlines.by_ref(desktop.writer, "sfc", "26CP8")
    assert ident is not None
    deadlines.conclude(desktop.writer, ident, "26CC8", None, NOW)
    desktop.tell(ev.ItemsChanged((item,)))
    desktop.wait(lambda: section.shown is not None and section.shown.deadline.ref == "26CP9")
