# SPDX-License-Identifier: MIT
"""Carries out what another start or a link asks of the running program; and gives out links to items."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from hkwatch.domain.commands import Pause
from hkwatch.domain.errors import StoreError
from hkwatch.domain.events import AlertsChanged, Event
from hkwatch.domain.ids import AlertId, ItemId
from hkwatch.domain.request import AlertLink, ItemLink, Request, Verb, ViewLink, item_link, parse_link, pause_of
from hkwatch.link.desktop_end import EngineProcess
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.command_ids import new_id
from hkwatch.ui.controller import Controller
from hkwatch.ui.error_text import said, told
from hkwatch.ui.inbox_query import VIEWS
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.window import MainWindow
from hkwatch.ui.window_actions import WindowActions

_ACTIONS = {
    "licences": "licences",
    "deadlines": "deadlines",
    "away": "away",
    "sources": "sources",
    "rules": "rules",
    "alerts": "show-alerts",
}
"""Views of links that are no list, and the action that shows them."""


class Requests(QObject):
    """What cannot be shown yet, as right after the start, is shown as soon as it can."""

    def __init__(
        self,
        window: MainWindow,
        controller: Controller,
        engine: EngineProcess,
        reads: ReadThread[InboxReader],
        actions: WindowActions,
        bring_up: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._controller, self._reads, self._actions = window, controller, reads, actions
        self._bring_up = bring_up
        self._item: ItemId | None = None
        """Waits for the store."""
        self._alert: AlertId | None = None
        """Waits for the engine's word on which alerts there are."""
        self._knows_alerts = False
        controller.inbox.loaded.connect(self._on_loaded)
        engine.happened.connect(self._on_event)
        actions.on("copy-app-link", self.copy_link)

    def carry_out(self, request: Request, token: str = "") -> None:
        """Do what is asked. `token` is the right to come before other windows, on Wayland."""
        match request.verb:
            case Verb.SHOW:
                self._bring_up(token)
            case Verb.STAY:
                pass
            case Verb.OPEN:
                self._bring_up(token)
                self._open(request.argument)
            case Verb.PAUSE:
                until = self._controller.watch.now() + pause_of(request.argument)
                self._controller.send(Pause(new_id(), until))
            case Verb.CHECK:
                self._controller.watch.check_all()

    def refuse(self, detail: str, next_step: str) -> None:
        """Something was asked that is not known: say so, and come before nobody for it."""
        self._controller.say(self.tr("A link or command was refused"), told(detail, next_step))

    def copy_link(self) -> None:
        """The link to the selected item goes to the clipboard."""
        chosen = self._window.inbox.view.current_id
        if chosen is not None:
            link = item_link(chosen)
            QGuiApplication.clipboard().setText(link)
            self._controller.say(self.tr("Link copied"), link)

    def _open(self, text: str) -> None:
        match parse_link(text):
            case ItemLink(item):
                self._item = item
                self._look_up()
            case AlertLink(alert):
                self._alert = alert
                self._show_alert()
            case ViewLink(view) if view in VIEWS:
                self._window.rail.choose(view)
                self._window.rail.view_chosen.emit(view)
            case ViewLink(view):
                self._actions[_ACTIONS[view]].trigger()

    def _look_up(self) -> None:
        item = self._item
        if item is not None:
            self._reads.ask(self._on_found, lambda reader: (item, bool(reader.rows((item,)))), self._on_failed)

    def _on_found(self, answer: tuple[ItemId, bool]) -> None:
        item, is_there = answer
        self._item = None
        if is_there:
            self._controller.detour.show_items((item,))
        else:
            self._controller.say(self.tr("The item of this link is not in the store"), item_link(item))

    def _on_failed(self, error: Exception) -> None:
        # Not open yet: it is looked up when the list is there.
        if not isinstance(error, StoreError) or error.key != "not-ready":
            self._item = None
            self._controller.tell(self.tr("The store could not be read"), said(error))

    def _on_loaded(self) -> None:
        if self._item is not None:
            self._look_up()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, AlertsChanged):
            self._knows_alerts = True
            self._show_alert()

    def _show_alert(self) -> None:
        if self._alert is None or not self._knows_alerts:
            return
        alert, self._alert = self._alert, None
        if self._controller.prices.find_alert(alert):
            self._controller.show_alert(alert)
        else:
            self._controller.say(self.tr("The price alert of this link does not exist any more"), "")
