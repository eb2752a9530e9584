# SPDX-License-Identifier: MIT
"""What a screen reader says without being asked: how the watch does, what the window tells, and new items.

status bar's state ─┐
banner ─────────────┼─► politely: after what is being read
toast, new items ───┘
a critical item or message ─► at once
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.ui.inbox import Banner
from hkwatch.ui.inbox.model import InboxModel
from hkwatch.ui.inbox.prepared import prepare, spoken
from hkwatch.ui.statusbar import StatusBar
from hkwatch.ui.toast import Toast

Say = Callable[[QWidget, str, bool], None]
"""Widget that it comes from, words, and whether it may break into what is being read."""


def announce(source: QWidget, words: str, urgent: bool) -> None:
    """Have a screen reader say something; without one nothing happens."""
    if not words or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(source, words)
    polite, assertive = QAccessible.AnnouncementPoliteness.Polite, QAccessible.AnnouncementPoliteness.Assertive
    event.setPoliteness(assertive if urgent else polite)
    QAccessible.updateAccessibility(event)


class Announcer(QObject):
    """Says what changes in the window while the user is elsewhere in it. Nothing is said twice in a row."""

    def __init__(
        self,
        status: StatusBar,
        banner: Banner,
        toast: Toast,
        model: InboxModel,
        names: Callable[[], dict[str, str]],
        say: Say = announce,
        parent: QObject | None = None,
    ) -> None:
        """`names` are the publishers' short names in the interface language."""
        super().__init__(parent)
        self._status, self._banner, self._toast, self._model = status, banner, toast, model
        self._names, self._say = names, say
        self._state = self._told = ""
        self._known: frozenset[ItemId] = frozenset()
        status.state_changed.connect(self._on_state)
        banner.told.connect(self._on_banner)
        toast.told.connect(self._on_toast)
        model.waiting_changed.connect(self._on_waiting)

    def _on_state(self, state: str) -> None:
        # At the start the user hears it from the bar itself.
        if self._state and state != self._state:
            self._say(self._status, state, False)
        self._state = state

    def _on_banner(self, words: str) -> None:
        if words != self._told:
            self._say(self._banner, words, False)
        self._told = words

    def _on_toast(self, words: str, level: object) -> None:
        self._say(self._toast, words, level is Level.CRITICAL)

    def _on_waiting(self, count: int) -> None:
        waiting = self._model.waiting_rows()
        fresh = [row for row in waiting if row.id not in self._known]
        self._known = frozenset(row.id for row in waiting)
        critical = [row for row in fresh if row.level is Level.CRITICAL]
        view = self._banner.parentWidget() or self._banner
        for row in critical:
            self._say(view, spoken(prepare(row, self._names(), self._model.language)), True)
        if fresh and not critical:
            self._say(view, QCoreApplication.translate("NewPill", "%n new", "", count), False)
