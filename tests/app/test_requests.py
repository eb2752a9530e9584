# SPDX-License-Identifier: MIT
"""What links and other starts ask of the running desktop."""

import pytest
from PySide6.QtGui import QGuiApplication

from app.test_desktop import Start, item_id, start
from hkwatch.domain import events as ev
from hkwatch.domain.ids import ItemId
from hkwatch.domain.request import Request, Verb, item_link
from hkwatch.ui.banners import Rank
from services.stored_items import put

__all__ = ["start"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)


def open_link(link: str) -> Request:
    return Request(Verb.OPEN, link)


# Each test is a whole desktop, so each asks several things of it.


def test_a_link_opens_its_item_whatever_the_list_shows_and_the_list_can_be_had_again(start: Start) -> None:
    desktop = start()
    second, third, archived = (ItemId(item_id(minutes)) for minutes in (120, 180, 300))
    put(desktop.writer, archived, "Archived", archived=1)
    desktop.window.hide()
    desktop.shell.requests.carry_out(open_link(item_link(second)))
    desktop.wait(lambda: desktop.window.isVisible() and desktop.window.reader.item_id == second)
    assert desktop.controller.banners.shown is not Rank.DETOUR

    desktop.window.inbox.field.set_text("nothing has these words")
    desktop.wait_rows(0)
    desktop.shell.requests.carry_out(open_link(item_link(third)))
    desktop.wait(lambda: desktop.window.reader.item_id == third)
    assert desktop.controller.banners.shown is Rank.DETOUR
    desktop.window.inbox.banner.acted.emit()
    desktop.wait_rows(0)
    desktop.window.inbox.field.set_text("")
    desktop.wait_rows(3)

    desktop.shell.requests.carry_out(open_link(item_link(archived)))
    desktop.wait(lambda: desktop.window.reader.item_id == archived)
    assert desktop.rows() == ["Archived"]
    assert desktop.controller.banners.shown is Rank.DETOUR
    desktop.window.inbox.banner.acted.emit()
    desktop.wait_rows(3)


class Closing:
    """Who waits for the store to be closed."""

    def over(self, _: object) -> None:
        return


def test_a_link_waits_for_the_store_and_one_to_what_is_gone_says_so(start: Start) -> None:
    desktop = start()
    second = ItemId(item_id(120))
    desktop.controller.stored.end()
    closing = Closing()
    desktop.parts.reads.ask(closing.over, lambda reader: reader.close())
    desktop.shell.requests.carry_out(open_link(item_link(second)))
    desktop.controller.stored.open()
    desktop.wait(lambda: desktop.window.reader.item_id == second)

    desktop.shell.requests.carry_out(open_link("hkwatch://item/1"))
    desktop.wait(lambda: desktop.controller._toast.isVisible())
    assert desktop.rows() == ["Item 0", "Item 1", "Item 2"]
    desktop.controller._toast.hide()
    desktop.shell.requests.carry_out(open_link("hkwatch://alert/77"))
    desktop.tell(ev.AlertsChanged(()))
    assert desktop.controller._toast.isVisible()


def test_views_are_shown_and_a_pause_and_a_check_raise_no_window(start: Start) -> None:
    desktop = start()
    second = ItemId(item_id(120))
    desktop.window.inbox.view.select_id(second)
    desktop.shell.actions["copy-app-link"].trigger()
    assert QGuiApplication.clipboard().text() == item_link(second)

    desktop.window.hide()
    desktop.shell.requests.carry_out(Request(Verb.PAUSE, "3600"))
    desktop.shell.requests.carry_out(Request(Verb.CHECK))
    desktop.shell.requests.carry_out(Request(Verb.STAY))
    desktop.wait(lambda: "Pause(" in desktop.heard() and "CheckNow(" in desktop.heard())
    assert "until=None" not in desktop.heard().split("Pause(")[1].split("CheckNow(")[0]
    assert not desktop.window.isVisible()

    desktop.shell.requests.carry_out(open_link("hkwatch://view/starred"))
    desktop.wait_rows(0)
    assert desktop.controller.inbox.filter.view == "starred"
    desktop.shell.requests.carry_out(open_link("hkwatch://view/sources"))
    desktop.wait(lambda: "sources" in desktop.shell._dialogs)
