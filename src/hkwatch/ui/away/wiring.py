# SPDX-License-Identifier: MIT
"""Connects the Away view with the desktop: when the user was there, reads, the rail's entry, clearing with undo.

sign of the user ─► UserActive ─► engine notes it ─► confirmed ─► read ─► rail; after 2 h or more the view comes up
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from hkwatch.domain.away import LEAST, AwayMark, AwaySummary
from hkwatch.domain.commands import MarkAway, UserActive
from hkwatch.domain.events import CommandDone
from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.services.away_wording import AwayWording
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.away.activity import Activity
from hkwatch.ui.away.content import is_worth_a_look
from hkwatch.ui.away.page import AwayPage
from hkwatch.ui.away.texts import WindowTexts
from hkwatch.ui.command_ids import new_id
from hkwatch.ui.controller import Controller
from hkwatch.ui.marks import Marks
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.window import MainWindow

RAIL_KEY = "away"
_SEEN_MS = 3000
"""So long the page stands before the user until it counts as looked at."""
_AGAIN_MS = 2000
"""After news came in that may belong to the absence."""


class AwayManager(QObject):
    """Shows the page in the window's place for it, and keeps it true."""

    board_wanted = Signal(str)
    """`licences`, `deadlines` or `sources`."""

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        marks: Marks,
        reads: ReadThread[InboxReader],
        controller: Controller,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._reads, self._controller, self._now = window, reads, controller, now
        self._language = "en"
        self._told: AwaySummary | None = None
        self._asked: dict[CommandId, int | None] = {}
        """Commands on their way: how often the user had pressed something then, None where the page must not come up."""
        self._has_read = False
        self._noted: int | None = None
        self._shows_on_read = False
        self._is_first = True
        self._offers = False
        """Whether the message inside the window offers this page."""
        self.page = AwayPage(marks, now())
        window.add_cover(self.page)
        self.activity = Activity(app, now, self)
        self._seen, self._again = self._timer(_SEEN_MS, self._on_seen), self._timer(_AGAIN_MS, self.refresh)
        self._connect()

    def _connect(self) -> None:
        controller, page = self._controller, self.page
        self.activity.active.connect(self._on_active)
        self.activity.came_back.connect(self._on_back)
        controller.away_wanted.connect(self.show)
        controller.sources_told.connect(self._on_event)
        controller.inbox.changed.connect(self._on_changed)
        controller.inbox.loaded.connect(self._on_loaded)
        # After the controller, which marks the view that the list shows.
        self._window.rail.view_chosen.connect(self._on_view)
        self._window.uncovered.connect(self._on_uncovered)
        page.item_wanted.connect(self._on_item)
        page.alert_wanted.connect(self._on_alert)
        page.board_wanted.connect(self.board_wanted)
        page.inbox_wanted.connect(self.leave)
        page.left.connect(self.leave)
        page.clear_wanted.connect(self.clear)
        controller.toast.replaced.connect(self._on_other_message)
        page.copied.connect(lambda: controller.say(self.tr("Copied as text"), ""))

    @property
    def is_shown(self) -> bool:
        """Whether the page stands in the window."""
        return self._window.cover is self.page

    # Coming and going

    def show(self) -> None:
        """The page, whatever there is to tell."""
        self._shows_on_read = True
        self.refresh()

    def leave(self) -> None:
        """Back to the list."""
        self._window.uncover()
        self._controller.focus_list()

    def _present(self) -> None:
        self._window.set_cover(self.page)
        if self._offers:
            # What was offered is here; over the page the offer would only hide some of it.
            self._offers = False
            self._controller.toast.dismiss()
        self._window.rail.choose(RAIL_KEY)
        self.page.setFocus()
        self.page.verticalScrollBar().setValue(0)
        self._seen.start()

    def _on_uncovered(self) -> None:
        self._seen.stop()
        if self._window.rail.current != RAIL_KEY:
            # Another entry was chosen: it stays lit.
            return
        shown = self._controller.inbox.filter
        self._window.rail.choose(shown.publisher or shown.view)

    # Reading

    def refresh(self) -> None:
        """Read again what happened."""
        self._reads.ask(self._on_read, _read)

    def _on_read(self, told: AwaySummary | None) -> None:
        self._told = told
        self.page.set_summary(told, self._now())
        is_news = told is not None and not told.span.cleared
        self._controller.watch.set_away(told.news_count if told is not None and is_news else None)
        if self._shows_on_read:
            self._shows_on_read = False
            self._present()

    def _on_loaded(self) -> None:
        if not self._has_read:
            self._has_read = True
            self.refresh()

    def _on_view(self, _key: str) -> None:
        if self.is_shown:
            self._window.rail.choose(RAIL_KEY)

    def _on_changed(self) -> None:
        if self.is_shown or (self._told is not None and self._told.span.id == 0):
            self._again.start()

    # The user

    def _on_active(self, at: datetime) -> None:
        if self._controller.inbox.read_only:
            return
        command = UserActive(new_id(), at)
        self._asked[command.id] = self.activity.presses if self._is_first else None
        self._is_first = False
        self._controller.send(command)

    def _on_back(self, _at: datetime, arrived: bool) -> None:
        # Who came to the window by its title has not begun anything yet; who presses a key in the list has.
        for command in self._asked:
            self._asked[command] = self.activity.presses if arrived else None
        if not arrived:
            self._tell_after_read()

    def _tell_after_read(self) -> None:
        self._reads.ask(self._on_told, _read)

    def _on_told(self, told: AwaySummary | None) -> None:
        if told is None or not is_worth_a_look(told) or self.is_shown:
            return
        words = AwayWording(WindowTexts(self._language))
        self._controller.offer(self.tr("While you were away"), words.sentence(told), self.tr("Show"), self.show)
        self._offers = True

    def _on_other_message(self) -> None:
        self._offers = False

    def _on_event(self, event: object) -> None:
        """The engine noted a sign of the user: an absence that ended with it can be read now."""
        if not isinstance(event, CommandDone) or event.command_id not in self._asked:
            return
        self._noted = self._asked.pop(event.command_id)
        self._reads.ask(self._on_noted, _read)

    def _on_noted(self, told: AwaySummary | None) -> None:
        presses, self._noted = self._noted, None
        is_fresh = told is not None and not told.span.cleared and self._now() - told.span.end < LEAST
        self._on_read(told)
        if told is None or presses is None or not is_fresh or not is_worth_a_look(told) or self.is_shown:
            return
        if presses == self.activity.presses:
            self._present()
        else:
            # The user has begun something meanwhile.
            self._on_told(told)

    # Wishes

    def clear(self) -> None:
        """The page was read: it is empty from now on, with a way back."""
        told = self._told
        if told is None or told.span.cleared:
            return
        if told.span.id == 0:
            # It goes on until the sign that asked for this is noted.
            self.activity.note()
            self._again.start()
            return
        ident = told.span.id
        if self._mark(ident, AwayMark.CLEARED):
            self.leave()
            self._controller.offer_undo(self.tr("Away page cleared"), lambda: self._undo(ident))

    def _undo(self, ident: int) -> None:
        if self._mark(ident, AwayMark.OPEN):
            self._shows_on_read = True

    def _on_seen(self) -> None:
        told = self._told
        if told is not None and told.span.id and self.is_shown and self._window.isActiveWindow():
            self._mark(told.span.id, AwayMark.SEEN)

    def _mark(self, ident: int, mark: AwayMark) -> bool:
        if self._controller.inbox.read_only:
            return False
        command = MarkAway(new_id(), ident, mark)
        self._asked[command.id] = None
        return self._controller.send(command)

    def _on_item(self, item: ItemId) -> None:
        self._window.uncover()
        self._controller.detour.show_items((item,))

    def _on_alert(self, alert: object) -> None:
        self._window.uncover()
        self._controller.show_alert(alert)  # type: ignore[arg-type]

    # Words

    def set_language(self, language: str) -> None:
        """Interface language; the translation is installed already."""
        self._language = language
        self.page.set_language(language, self._controller.names)
        self.refresh()

    def _timer(self, interval_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(act)
        return timer


def _read(reader: InboxReader) -> AwaySummary | None:
    return reader.away() if reader.is_open else None


def make_away(
    window: MainWindow,
    marks: Marks,
    reads: ReadThread[InboxReader],
    controller: Controller,
    now: Callable[[], datetime],
    show_deadlines: Callable[[], None],
    show_sources: Callable[[], object],
    parent: QObject,
) -> AwayManager:
    """The manager, watching the application that runs; its lines open the boards."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    away = AwayManager(app, window, marks, reads, controller, now, parent)
    boards = {"licences": controller.licences_wanted.emit, "deadlines": show_deadlines}
    away.board_wanted.connect(lambda name: boards.get(name, show_sources)())
    return away
