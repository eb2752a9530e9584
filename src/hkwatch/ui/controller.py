# SPDX-License-Identifier: MIT
"""The desktop's middle: hands the engine's events to the parts of the window, and the user's wishes to the engine."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from hkwatch.domain import commands as cmd
from hkwatch.domain import events as ev
from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.channel_commands import ChannelAnswered, ChannelsChanged
from hkwatch.domain.commands import Command
from hkwatch.domain.events import SourceState
from hkwatch.domain.ids import AlertId, SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.rows import InboxRow
from hkwatch.domain.rule_commands import MutesChanged, ReflagProgress, RulesChanged, RulesCompared
from hkwatch.domain.saved_search import SearchesChanged
from hkwatch.link.desktop_end import EngineProcess
from hkwatch.services.inbox import InboxReader, OpenCounts
from hkwatch.ui.alerts.late import LateAlertDialog
from hkwatch.ui.banners import Banners
from hkwatch.ui.command_ids import new_id
from hkwatch.ui.detour import Detour
from hkwatch.ui.error_text import error_text
from hkwatch.ui.inbox_controller import InboxController
from hkwatch.ui.inbox_empty import unwatched
from hkwatch.ui.known_names import known_names, offered_rules
from hkwatch.ui.mark_controller import MarkController
from hkwatch.ui.name_doubts import NameDoubts
from hkwatch.ui.navigation import Navigation
from hkwatch.ui.price_controller import PriceController
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.reading_controller import ReadingController
from hkwatch.ui.rules_controller import RulesController
from hkwatch.ui.saved.controller import SavedController
from hkwatch.ui.store_keeper import StoreKeeper
from hkwatch.ui.story_controller import StoryController
from hkwatch.ui.surroundings import Surroundings
from hkwatch.ui.take_over import TakeOver
from hkwatch.ui.toast import Toast
from hkwatch.ui.watch_controller import WatchController
from hkwatch.ui.window import MainWindow

_LOOKED_AT_S = 5
"""So long a fired alert stands before the user's eyes until it counts as opened."""


class Controller(QObject):
    """Connects engine, database and panes. It owns no widget."""

    raise_wanted = Signal(str)
    """The window shall come up; activation token, empty without one."""
    sources_wanted = Signal()
    """Show the sources: a notice about one was clicked."""
    items_wanted = Signal(object)
    """ItemIds of a notice that was clicked."""
    licences_wanted = Signal()
    """Show the licence board."""
    deadlines_wanted = Signal(object)
    """Show the deadlines: the rail's entry or a notice about one was clicked. ItemId of the latter, else None."""
    away_wanted = Signal()
    """Show what happened while the user was away."""
    notice_wanted = Signal(object)
    """NoticeWanted or BeepWanted: the engine cannot do it itself."""
    sources_told = Signal(object)
    """An event that may answer the source manager."""
    pictures_fetched = Signal(object)
    """PicturesFetched: the engine has fetched what a reader asked for."""
    channels_told = Signal(object)
    """What the engine says of channels."""
    newest_known = Signal(object)
    """NewestKnown: which version is the newest."""
    tray_changed = Signal()
    """Something the tray shows is different."""

    def __init__(
        self,
        window: MainWindow,
        dialog: LateAlertDialog,
        toast: Toast,
        engine: EngineProcess,
        reads: ReadThread[InboxReader],
        catalogue: Catalogue,
        surroundings: Surroundings,
        parent: QObject | None = None,
        *,
        inbox: InboxController | None = None,
    ) -> None:
        """`inbox` is one that shows its rows already; None = make it."""
        super().__init__(parent)
        self._window, self._toast, self._engine = window, toast, engine
        self._catalogue = catalogue
        self._on_toast: Callable[[], object] | None = None
        self.names: dict[str, str] = {}
        self.latest: tuple[InboxRow, ...] = ()
        self.alert_fired = False
        self._alert_looked_at_s = 0
        self.banners = Banners(window.inbox.banner, self)
        now = surroundings.now
        self.now = now
        self.inbox = inbox or InboxController(window.inbox, reads, self.send, new_id, now)
        self.inbox.setParent(self)
        self.detour = Detour(window, self.inbox, self.banners, self)
        self.reading = ReadingController(window, self.inbox, reads, toast, self)
        self.marking = MarkController(window, self.inbox, self.reading, reads, toast, self.offer_undo, self)
        self.stories = StoryController(window, self.reading, toast, self.send, new_id, self.offer_undo, self)
        self.prices = PriceController(window.price, dialog, reads, self.send, new_id, now, self)
        self.watch = WatchController(
            window.status, window.rail, self.banners, self.send, new_id, now, self._waiting_count, self
        )
        self.rules = RulesController(self.send, new_id, now, self)
        self.saved = SavedController(window, self.inbox, reads, self.send, new_id, self.offer_undo, self.tell, self)
        self.navigation = Navigation(window, self.inbox, self.detour, self.saved, self)
        self.stored = StoreKeeper(window, reads, toast, self.inbox, self.saved, self.prices, self)
        self._take_over = TakeOver(self.watch, self.banners, toast, engine, reads, surroundings, self)
        NameDoubts(reads, lambda: self.inbox.known(), dialog, self)
        self._connect()

    def begin(self) -> None:
        """Everything is in its place: look into the store. The file of the last run is there before the engine is up."""
        self.stored.open()

    def _connect(self) -> None:
        window, engine = self._window, self._engine
        engine.happened.connect(self._on_event)
        engine.engine_lost.connect(self._on_lost)
        self.navigation.licences_wanted.connect(self.licences_wanted)
        self.navigation.deadlines_wanted.connect(self.deadlines_wanted)
        self.navigation.away_wanted.connect(self.away_wanted)
        self.stored.counted.connect(self._on_counts)
        self.inbox.known = lambda: known_names(
            (*self._catalogue.publishers, *self._catalogue.sources), self.watch.status, self.rules.rules
        )
        window.inbox.field.completion.rules = lambda: offered_rules(self.rules.rules)
        self.prices.removed.connect(self._on_alert_removed)
        self.rules.muted.connect(self._on_muted)
        self.rules.hiding_changed.connect(self.inbox.on_resync)
        self.rules.progress.connect(self.watch.set_reflagging)
        self.prices.item_chosen.connect(self.navigation.select)
        self.prices.item_wanted.connect(self.navigation.show_item)
        window.inbox.view.selected.connect(self.prices.select_item)
        self.watch.ticked.connect(self._on_tick)
        self.watch.changed.connect(self.tray_changed)
        self.watch.retry_wanted.connect(engine.start)
        self.watch.details_wanted.connect(self.sources_wanted)
        self.watch.page_wanted.connect(self.reading.open_link)
        self.watch.fill_wanted.connect(self.check_publisher)
        self._toast.first_wanted.connect(self._on_toast_action)

    def end(self) -> None:
        """Nothing is looked at or asked any more."""
        self.stored.end()
        self.watch.end()

    # Words

    def set_language(self, language: str) -> None:
        """Say everything in another interface language; the translation is installed already."""
        publishers = self._catalogue.publishers
        names = {str(ident): one.short.in_language(language) for ident, one in publishers.items()}
        names["hkwatch"] = "hkwatch"
        order = tuple(str(ident) for ident in publishers)
        self.names = names
        self.inbox.set_words(language, names, order)
        self.marking.set_words(language, names)
        sources = {str(row.id): row.name.in_language(language) for row in self._catalogue.sources.values()}
        self.prices.set_venue_names({str(row.id): row.name for row in self._catalogue.venues.values()})
        self._window.inbox.field.completion.set_sources({**names, **sources}, language)
        self._window.reader.set_language(language)
        self._window.reader.set_content_language(language)
        self._window.reader.set_publisher_names(names)
        self._window.price.set_language(language)
        self._window.price.plot.set_names(names)
        self.prices.read_pins()
        self._toast.set_language(language)
        self.watch.set_words(language, names, order)
        self.rules.set_language(language)
        self.saved.retranslate(language, names)

    # Engine

    def send(self, command: Command) -> bool:
        """Hand a command to the engine; False, said in a toast, where this window may only read."""
        if self.inbox.read_only:
            self._toast.tell(self.tr("This window only reads"), self.tr("Another hkwatch watches with this folder."))
            return False
        self._engine.send(command)
        return True

    def _on_event(self, event: ev.Event) -> None:
        match event:
            case ev.EngineReady():
                self.inbox.read_only = False
                self.stored.look_by_itself(False)
                self.stored.open(event.schema)
            case ev.WatchStatusChanged():
                self.watch.on_status(event)
            case ev.ItemsAdded():
                self.inbox.on_added(event)
                self.prices.on_items()
            case ev.ItemsChanged():
                self.inbox.on_changed(event)
                self.reading.on_changed(event.ids)
                self.prices.on_items()
            case ev.Resync():
                self.inbox.on_resync()
            case ev.PriceChanged():
                self.prices.on_price(event)
                self.tray_changed.emit()
            case ev.AlertsChanged():
                self.prices.on_alerts(event)
            case ev.AlertFired():
                self.alert_fired = self.alert_fired or event.firing.told
                self._alert_looked_at_s = 0
                self.tray_changed.emit()
            case ev.NoticeActivated():
                self._on_notice(event)
            case ev.NoticeWanted() | ev.BeepWanted():
                self.notice_wanted.emit(event)
            case ev.CommandDone():
                self.inbox.on_done(event)
                self.saved.on_done(event)
                self.sources_told.emit(event)
            case ev.NewestKnown():
                self.newest_known.emit(event)
            case ev.SourcesFound() | ev.SourcesAdded() | ev.BodyRead():
                self.sources_told.emit(event)
            case ev.PicturesFetched():
                self.pictures_fetched.emit(event)
            case ev.EngineFailed():
                self._on_engine_failed(event)
            case ev.EngineFinished():
                pass
            case SearchesChanged():
                self.saved.on_searches(event)
            case RulesChanged() | RulesCompared() | ReflagProgress() | MutesChanged():
                self.rules.on_event(event)
            case ChannelsChanged() | ChannelAnswered():
                self.channels_told.emit(event)

    def _on_lost(self, reason: str, wait_s: float) -> None:
        self.watch.on_lost(reason, wait_s)

    def _on_engine_failed(self, event: ev.EngineFailed) -> None:
        if event.key != "locked":
            self.watch.on_failed(event, 0)
            self.inbox.say_unwatched(unwatched(error_text(event.next_step)))
            return
        self.inbox.read_only = True
        self.stored.look_by_itself(True)
        self._take_over.tell(event)

    def _waiting_count(self) -> int:
        return 0 if self._engine.is_connected else len(self._engine.unconfirmed)

    # Store and views

    def _on_counts(self, counts: OpenCounts, latest: tuple[InboxRow, ...]) -> None:
        self.latest = latest
        self.watch.on_counts(counts)

    def focus_list(self) -> None:
        """The focus goes to the list, or to what stands in its place until rows come."""
        self._window.focus_list()

    # Notifications

    def _on_notice(self, event: ev.NoticeActivated) -> None:
        opens = ("open-chart", "open-list", "open-sources", "open-licences", "open-deadlines", "open-away")
        if event.action not in ("", "default", "open", *opens):
            return
        self.raise_wanted.emit(event.activation_token)
        if event.alert_id is not None and not event.item_ids:
            self.show_alert(event.alert_id)
        elif event.action == "open-sources":
            self.sources_wanted.emit()
        elif event.action == "open-away":
            self.away_wanted.emit()
        elif event.action == "open-licences":
            self.licences_wanted.emit()
        elif event.action == "open-deadlines":
            self.deadlines_wanted.emit(event.item_ids[0] if event.item_ids else None)
        elif event.item_ids:
            self.detour.show_items(event.item_ids)
            self.items_wanted.emit(event.item_ids)

    def show_alert(self, alert: AlertId | None) -> None:
        """The price panel, with an alert selected."""
        self.alert_fired = False
        self.tray_changed.emit()
        self._window.set_price_shown(True)
        if alert is not None:
            self.prices.find_alert(alert)
            self._window.price.select_alert(alert)
        else:
            self._window.price.alerts.setFocus()

    # Wishes

    def tell(self, title: str, text: str) -> None:
        """Say in the window that something did not go as it should."""
        self._toast.tell(title, text, level=Level.HIGH)

    def say(self, title: str, text: str, level: Level | None = None) -> None:
        """Say something in the window."""
        self._toast.tell(title, text, level=level)

    def check(self, source: SourceId | None) -> None:
        """Ask a source now, or all."""
        self.send(cmd.CheckNow(new_id(), source))

    def check_publisher(self, publisher: str) -> None:
        """Ask the sources of a publisher now; an empty name asks all."""
        status = self.watch.status
        ours = [one for one in status.sources if one.publisher == publisher] if status else []
        sources = [one.source for one in ours if one.state is not SourceState.OFF]
        for source in sources:
            self.check(source)
        if not sources:
            self.check(None)

    # Toast with undo

    def offer_undo(self, title: str, act: Callable[[], object]) -> None:
        """Say what was done, with a way back."""
        self.offer(title, "", self.tr("Undo"), act)

    def offer(self, title: str, text: str, action: str, act: Callable[[], object]) -> None:
        """Say something with one thing to do about it."""
        self._on_toast = act
        self._toast.tell(title, text, first=action)

    def _on_alert_removed(self, alert: AlertId) -> None:
        self.offer_undo(self.tr("Price alert removed"), lambda: self.prices.restore(alert))

    def _on_muted(self, title: str, text: str) -> None:
        self._on_toast = self.rules.undo_mute
        self._toast.tell(title, text, first=self.tr("Undo"))

    @property
    def toast(self) -> Toast:
        """Where messages inside the window stand."""
        return self._toast

    def forget_undo(self) -> None:
        """Something else is said in the toast: what could be undone there cannot be any more."""
        self._on_toast = None

    def _on_toast_action(self) -> None:
        act, self._on_toast = self._on_toast, None
        if act is not None:
            act()

    def _on_tick(self, now: datetime) -> None:
        if not self._window.isVisible():
            return
        self.prices.tick(now)
        self._window.inbox.model.set_now(now)
        if self.alert_fired and self._window.isActiveWindow() and self._window.price.isVisible():
            self._alert_looked_at_s += 1
            if self._alert_looked_at_s >= _LOOKED_AT_S:
                self.alert_fired = False
                self.tray_changed.emit()
