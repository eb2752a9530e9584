# SPDX-License-Identifier: MIT
"""Keeps the tray in step with the watch and carries out what its menu and its messages want."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from hkwatch.domain.commands import Pause, Quiet
from hkwatch.domain.ids import ItemId
from hkwatch.domain.notify_grid import TRAY, NoticeRow
from hkwatch.services.settings import Settings
from hkwatch.ui.command_ids import new_id
from hkwatch.ui.inbox_query import INBOX
from hkwatch.ui.notices.wiring import NoticeManager
from hkwatch.ui.paced import Gathered
from hkwatch.ui.parts import Parts
from hkwatch.ui.tray_words import TrayFacts

_SOON_MS = 20
"""How far the tray lags behind the window. A status, a price and new counts that come together write it once, and not in
the same breath as status bar and rail."""


class TrayKeeper(QObject):
    """Connects the tray with controller and window. Coming and going is the shell's."""

    def __init__(
        self,
        parts: Parts,
        notices: NoticeManager,
        settings: Callable[[], Settings],
        bring_up: Callable[[], None],
        parent: QObject,
    ) -> None:
        """`settings` gives those in force; `bring_up` shows the window."""
        super().__init__(parent)
        self._parts, self._notices, self._settings, self._bring_up = parts, notices, settings, bring_up
        notices.show_outside, notices.badge = self._say, self._badge
        tray = parts.tray
        parts.window.was_shown.connect(self.refresh)
        self._gathered = Gathered(self.refresh, _SOON_MS, self)
        parts.controller.tray_changed.connect(self._gathered.soon)
        parts.controller.watch.ticked.connect(self._on_tick)
        tray.item_wanted.connect(self._on_item)
        tray.price_wanted.connect(self._on_price)
        tray.unread_wanted.connect(self._on_unread)
        tray.sources_wanted.connect(self._on_sources)
        tray.check_wanted.connect(parts.controller.watch.check_all)
        tray.pause_wanted.connect(self.pause)
        tray.resume_wanted.connect(parts.controller.watch.resume)
        tray.quiet_wanted.connect(lambda until: parts.controller.send(Quiet(new_id(), until)))
        tray.menu.aboutToShow.connect(self.refresh)
        # Qt does not say which message was clicked.
        tray.message_clicked.connect(self._on_message)
        tray.available_changed.connect(self._on_available)
        tray.set_marks(parts.marks)

    def refresh(self) -> None:
        """Say in the tray how things stand."""
        controller, window = self._parts.controller, self._parts.window
        counts, levels = controller.watch.counts, self._settings().notify.grid.counted()
        facts = TrayFacts(
            status=controller.watch.status,
            trouble=controller.watch.trouble,
            price=controller.prices.price,
            latest=controller.latest,
            counted=counts.badge(levels) if counts is not None else 0,
            levels=levels,
            unread=counts.inbox if counts is not None else None,
            alert=controller.alert_fired and self._settings().notify.grid.shows(NoticeRow.ALERTS, TRAY),
            failing_shown=self._settings().notify.grid.shows(NoticeRow.WATCH, TRAY),
            window_shown=window.isVisible() and not window.isMinimized(),
        )
        self._parts.tray.set_facts(facts, self._parts.now())

    def _on_tick(self, _: datetime) -> None:
        if self._parts.tray.menu.isVisible():
            self.refresh()

    def _on_item(self, item: ItemId) -> None:
        self._bring_up()
        self._parts.controller.detour.show_items((item,))

    def _on_price(self) -> None:
        self._bring_up()
        self._parts.controller.show_alert(None)

    def _on_unread(self) -> None:
        self._bring_up()
        rail = self._parts.window.rail
        rail.choose(INBOX)
        rail.view_chosen.emit(INBOX)

    def _on_sources(self) -> None:
        self._bring_up()
        self._parts.controller.sources_wanted.emit()

    def _say(self, title: str, text: str) -> bool:
        if not self._parts.tray.is_available:
            return False
        self._parts.tray.say(title, text, self._parts.marks.icons.app_icon())
        return True

    def _on_available(self, available: bool) -> None:
        general = self._parts.store.settings.general
        if not available and not self._parts.window.isVisible() and not general.keep_without_tray:
            self._bring_up()

    def pause(self, until: datetime | None) -> None:
        """Watch nothing until then; None = until the user says otherwise."""
        self._parts.controller.send(Pause(new_id(), until))

    def _on_message(self) -> None:
        if not self._notices.clicked_outside():
            self._bring_up()

    def _badge(self, on: bool) -> None:
        self._parts.controller.alert_fired = on
        self.refresh()
