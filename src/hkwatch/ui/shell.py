# SPDX-License-Identifier: MIT
"""Holds the desktop together: what closing the window means, how quitting goes, which action opens what."""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from hkwatch.domain.errors import HkwatchError
from hkwatch.domain.events import EngineFailed
from hkwatch.services.data_desk import After, Afterwards
from hkwatch.ui.acknowledge_all import AcknowledgeAll
from hkwatch.ui.announcing import Announcer
from hkwatch.ui.away.wiring import make_away
from hkwatch.ui.banners import Rank, Telling
from hkwatch.ui.channels.wiring import ChannelManager
from hkwatch.ui.deadlines.wiring import DeadlineManager
from hkwatch.ui.demo_note import DemoNote
from hkwatch.ui.error_text import error_text
from hkwatch.ui.first_day import FirstDayKeeper
from hkwatch.ui.help.wiring import HelpManager
from hkwatch.ui.hidden_start import HiddenStart
from hkwatch.ui.inbox import BannerKind
from hkwatch.ui.late_windows import LateWindows
from hkwatch.ui.licences.wiring import Licences
from hkwatch.ui.notices.wiring import make_notice_manager
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.palette_holder import PaletteHolder
from hkwatch.ui.parts import Parts
from hkwatch.ui.price.export import PriceExport
from hkwatch.ui.reader_tools import ReaderTools
from hkwatch.ui.requests import Requests
from hkwatch.ui.resume import Resume
from hkwatch.ui.rules.wiring import make_rules_manager
from hkwatch.ui.settings_in_force import SettingsInForce, Speaks
from hkwatch.ui.sources.wiring import make_source_manager
from hkwatch.ui.strip_holder import StripHolder
from hkwatch.ui.table_keeping import keep_tables
from hkwatch.ui.tray_keeper import TrayKeeper
from hkwatch.ui.tray_words import tomorrow_morning
from hkwatch.ui.window_actions import WindowActions
from hkwatch.ui.window_state import WindowState, save_window_state

_END_MS = 4000
_HOUR = timedelta(hours=1)


class Shell(QObject):
    """The program as the user handles it."""

    ended = Signal()
    """Everything is closed; the event loop may end."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.store, self.files, self.tell = parts.store, parts.files, parts.controller.tell
        self._is_quitting = False
        self._has_ended = False
        self.afterwards: Afterwards | None = None
        """What is to be done once everything is closed, and then the program started again; None = nothing."""

    def put_together(self) -> Iterator[None]:
        """Make everything that is held here, a little between two yields: the window is in use meanwhile."""
        parts = self._parts
        for owned in (parts.controller, parts.engine, parts.reads, parts.files, parts.store, parts.tray):
            owned.setParent(self)
        self._dialogs = OpenDialogs(self)
        self._dialogs.tables = keep_tables(parts.window, self)
        self.sources = make_source_manager(
            *(parts.window, parts.marks, parts.catalogue, parts.files, parts.controller, parts.now, self._dialogs),
            lambda: parts.store.settings.sources.accept_moves,
            self,
        )
        self.rules = make_rules_manager(
            parts.window, parts.marks, parts.reads, parts.files, parts.controller, parts.now, self._dialogs, self
        )
        yield
        self.licences = _licences(parts, self._dialogs, self)
        self.deadlines = DeadlineManager(
            parts.window, parts.marks, parts.reads, parts.files, parts.controller, parts.now, self._dialogs, self
        )
        yield
        around = (parts.window, parts.marks, parts.reads, parts.controller, parts.now)
        self.away = make_away(*around, self.deadlines.show, self.sources.show, self)
        yield
        self.channels = ChannelManager(parts.window, parts.marks, parts.controller, parts.now, self._dialogs, self)
        held = (parts.window, parts.marks, parts.reads, parts.controller, self._dialogs)
        self.acknowledge_all = AcknowledgeAll(*held, self.bring_up, self)
        self.notices = make_notice_manager(
            parts.window,
            parts.marks,
            parts.controller.toast,
            parts.reads,
            parts.controller,
            parts.now,
            self._dialogs,
            self,
        )
        yield
        self.actions = WindowActions(parts.window, parts.controller, parts.store, self)
        self.actions.go_from(self.away.page)
        self.windows = LateWindows(
            *(parts, self._dialogs, self.actions, self._settings_acts(), self.notices.test),
            *(self.bring_up, self.leave, self),
        )
        self.notices.show_settings = self.windows.show_settings
        yield
        self.palette = PaletteHolder(parts, self.actions, self.windows.show_setting, self._language, self)
        self.help = HelpManager(parts, self.actions, self._dialogs, self._language, self)
        self.strip = StripHolder(parts.window, parts.controller.prices, parts.marks, self.actions, parts.now, self)
        self.strip.window_wanted.connect(self.bring_up)
        yield
        self.tools = ReaderTools(
            *(parts.window, parts.marks, parts.controller, parts.reads, parts.files, parts.store, parts.catalogue),
            *(self._dialogs, self.actions, parts.now, self),
        )
        self.price_export = PriceExport(
            *(parts.window.price, parts.marks, parts.reads, parts.files, lambda: parts.controller.prices.asset),
            *(parts.controller.say, parts.now, self._dialogs, self),
        )
        yield
        self._hidden_start = HiddenStart(lambda: parts.tray.is_available, self.bring_up, self)
        own = (parts.window, parts.controller, parts.engine, parts.reads, self.actions)
        self.requests = Requests(*own, self.bring_up, self)
        heard = (parts.window.status, parts.window.inbox.banner, parts.controller._toast, parts.window.inbox.model)
        self.announcer = Announcer(*heard, lambda: parts.controller.names, parent=self)
        self.tray = TrayKeeper(parts, self.notices, lambda: self.in_force.settings, self.bring_up, self)
        yield
        speakers: list[Speaks] = [self.strip, self.windows, self.sources, self.rules, self.deadlines, self.away]
        self.first_day = FirstDayKeeper(parts, self)
        speakers += [self.tools, self.price_export, self.channels, self.notices, self.help, self.first_day]
        if self.licences is not None:
            speakers.append(self.licences)
        if parts.demo_text is not None:
            watch = parts.controller.watch
            speakers.append(DemoNote(parts.controller.banners, watch, parts.demo_text, self))
        self.in_force = SettingsInForce(parts, self.actions, speakers, self.tray.refresh, self)
        yield
        self._connect()
        self.in_force.begin()
        yield
        self.resume = Resume(parts, self._dialogs, self.actions, self.windows.show_settings_page, self)

    def _connect(self) -> None:
        parts, tray, window = self._parts, self._parts.tray, self._parts.window
        window.close_wanted.connect(self.close_window)
        window.remembered.connect(self._on_remembered)
        window.status.clicked.connect(self.sources.show)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A button answers Space by itself.
            enter = QShortcut(QKeySequence(key), window.status, context=Qt.ShortcutContext.WidgetShortcut)
            enter.activated.connect(self.sources.show)
        window.price.hide_wanted.connect(self._hide_price)
        parts.controller.raise_wanted.connect(self.bring_up)
        parts.controller.sources_wanted.connect(self.sources.show)
        parts.controller.watch.ticked.connect(self._on_tick)
        tray.toggle_wanted.connect(self.toggle)
        tray.acknowledge_wanted.connect(self.acknowledge_all.ask)
        tray.settings_wanted.connect(self.windows.show_settings)
        tray.quit_wanted.connect(self.quit)
        for name, act in {
            "hide": self.close_window,
            "quit": self.quit,
            "settings": self.windows.show_settings,
            "sources": self.sources.show,
            "go-sources": self.sources.show,
            "licences": parts.controller.licences_wanted.emit,
            "go-licences": parts.controller.licences_wanted.emit,
            "check-name": self.show_check,
            "add-source": self.sources.adder.add,
            "import-opml": self.sources.adder.import_opml,
            "export-opml": self.sources.export_opml,
            "rules": self.rules.show,
            "go-rules": self.rules.show,
            "mutes": self.windows.show_mutes,
            "deadlines": self.deadlines.show,
            "away": self.away.show,
            "coverage": lambda: self.windows.coverage.show(),
            "export": lambda: self.windows.exports.show_list(),
            "audit": lambda: self.windows.exports.show_audit(),
            "channels": self.channels.show,
            "search-help": self.windows.show_search_help,
            "acknowledge-all": self.acknowledge_all.ask,
            "pause-hour": lambda: self.tray.pause(parts.now() + _HOUR),
            "pause-morning": lambda: self.tray.pause(tomorrow_morning(parts.now())),
            "pause-open": lambda: self.tray.pause(None),
            "test-notice": self.notices.test,
            "notices": self.notices.show,
            "quiet-hour": self.notices.quiet_hour,
            "quiet-morning": self.notices.quiet_morning,
            "quiet-off": self.notices.quiet_off,
        }.items():
            self.actions.on(name, act)

    def _settings_acts(self) -> dict[str, Callable[[], object]]:
        return {
            "manage_sources": self.sources.show,
            "manage_rules": self.rules.show,
            "test_notice": lambda: self.notices.test(""),
            "show_keys": lambda: self.help.show_keys(),
            "reset_tables": self._dialogs.reset_tables,
            "forget_searches": lambda: self.palette.history.clear(),
        }

    def _language(self) -> str:
        return self.in_force.language

    # Coming and going

    def start(self, *, hidden: bool) -> None:
        """Show tray and window; hidden only where the tray can bring the window back."""
        parts = self._parts
        parts.tray.start()
        if not hidden and not parts.window.isVisible():
            parts.window.bring_up()
            parts.controller.focus_list()
        elif hidden and not parts.store.settings.general.keep_without_tray:
            self._hidden_start.begin()
        self.tray.refresh()

    def bring_up(self, token: str = "") -> None:
        """Show the window over the others. `token` is the right to do so, on Wayland."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        self._hidden_start.end()
        was_hidden = not self._parts.window.isVisible()
        self._parts.window.bring_up()
        if was_hidden:
            self._parts.controller.focus_list()

    def toggle(self) -> None:
        """Hide the window, or bring it up."""
        window = self._parts.window
        if window.isVisible() and not window.isMinimized():
            self._hide()
        else:
            self.bring_up()

    def close_window(self) -> None:
        """The user closed the window: hide it, quit, or ask, as the settings say."""
        general = self._parts.store.settings.general
        has_tray = self._parts.tray.is_available
        if not has_tray and not general.keep_without_tray:
            # Hidden without a tray nothing could bring it back.
            self.quit()
        elif general.close == "tray" or not has_tray:
            self._hide()
        elif general.close == "quit":
            self.quit()
        else:
            self._ask_close(has_tray)

    def _ask_close(self, has_tray: bool) -> None:
        from hkwatch.ui.dialogs import CloseQuestion

        window = self._parts.window
        question = CloseQuestion(self._parts.marks.fonts, self._language(), has_tray=has_tray, parent=window)
        question.answered.connect(self._on_close_answer)
        self._dialogs.present("close", question)

    def _on_close_answer(self, choice: str, remember: bool) -> None:
        if remember:
            self._parts.store.set("general", "close", choice)
        if choice == "tray":
            self._hide()
        else:
            self.quit()

    def _hide(self) -> None:
        self._parts.window.hide()

    def quit(self) -> None:
        """End in order: windows, engine, reads, files. Nothing is waited for in the way of the event loop."""
        if self._is_quitting:
            return
        self._is_quitting = True
        parts = self._parts
        state = parts.window.current_state()
        self._hidden_start.end()
        self._dialogs.close_all()
        self.windows.end()
        parts.window.hide()
        parts.tray.end()
        self.strip.end()
        file = parts.window_state_file
        parts.files.ask(self._on_state_saved, lambda _: save_window_state(file, state))
        parts.engine.stopped.connect(self._on_engine_stopped)
        QTimer.singleShot(_END_MS, self, self._on_engine_stopped)
        parts.engine.stop()

    @property
    def is_quitting(self) -> bool:
        """Whether `quit` was called."""
        return self._is_quitting

    def _on_engine_stopped(self) -> None:
        if self._has_ended:
            return
        self._has_ended = True
        parts = self._parts
        parts.controller.end()
        parts.reads.end(lambda reader: reader.close())
        parts.files.end(drop=False)
        parts.window.let_close()
        self.in_force.end()
        self.ended.emit()

    def _on_state_saved(self, _: object) -> None:
        return

    def _on_remembered(self, state: WindowState) -> None:
        file = self._parts.window_state_file
        self._parts.files.ask(self._on_state_saved, lambda _: save_window_state(file, state))

    def _on_tick(self, _: datetime) -> None:
        self.strip.refresh()

    def _hide_price(self) -> None:
        self._parts.window.set_price_shown(False)
        self._parts.controller.focus_list()

    # Starting again

    def leave(self, what: Afterwards) -> None:
        """Close everything, have something done with the data, and start again."""
        self.afterwards = what
        if what.what is After.RESTART:
            self.resume.keep()
        self.quit()

    def on_damage(self, tell: Callable[[], object]) -> None:
        """Where the engine finds the store damaged, `tell` and start again with the whole check before the window."""

        def look(event: object) -> None:
            if isinstance(event, EngineFailed) and event.key == "damaged" and not self._is_quitting:
                tell()
                self.leave(Afterwards(After.RESTART))

        self._parts.engine.happened.connect(look)

    def show_copy(self) -> None:
        """Say that this is a copy which is only read."""
        controller = self._parts.controller
        controller.inbox.read_only = True
        fact, consequence = self.tr("You are reading a copy."), self.tr("Nothing is watched; nothing can be changed.")
        controller.banners.put(
            Rank.ENGINE, Telling(BannerKind.DEMO, fact, consequence, self.tr("Back"), self._leave_copy)
        )

    def tell_of_files(self, problems: Sequence[HkwatchError]) -> None:
        """Say what of the user's own files could not be used, until it is dismissed."""
        if not problems:
            return
        banners = self._parts.controller.banners
        fact = " · ".join(error_text(problem.detail, problem.key) for problem in problems)
        steps = " ".join(dict.fromkeys(error_text(problem.next_step) for problem in problems if problem.next_step))
        dismiss = self.tr("Dismiss")
        banners.put(Rank.SETTINGS, Telling(BannerKind.WARN, fact, steps, dismiss, lambda: banners.drop(Rank.SETTINGS)))

    def _leave_copy(self) -> None:
        self.leave(Afterwards(After.RESTART))

    def show_check(self) -> None:
        """The licence board, ready for a name."""
        if self.licences is not None:
            self.licences.show_check()


def _licences(parts: Parts, dialogs: OpenDialogs, parent: QObject) -> Licences | None:
    if parts.licence_facts is None:
        return None
    around = (parts.window, parts.marks, parts.controller, parts.reads, parts.files, parts.now)
    return Licences(*around, *parts.licence_facts, dialogs, parent)
