# SPDX-License-Identifier: MIT
"""Window, tray and their end: what closing means, how quitting goes, settings put into force, dialogs opened."""

import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.commands import Pause, Quiet, ReloadSettings
from hkwatch.domain.errors import HkwatchError
from hkwatch.domain.events import EngineFailed
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.notify_grid import TRAY, NoticeRow
from hkwatch.link.desktop_end import EngineProcess
from hkwatch.services.data_desk import After, Afterwards, DataDesk
from hkwatch.services.inbox import InboxReader
from hkwatch.services.settings import Settings
from hkwatch.ui.acknowledge_all import AcknowledgeAll
from hkwatch.ui.alerts.late import LateAlertDialog
from hkwatch.ui.announcing import Announcer
from hkwatch.ui.away.wiring import make_away
from hkwatch.ui.banners import Rank, Telling
from hkwatch.ui.channels.wiring import ChannelManager
from hkwatch.ui.controller import Controller, new_id
from hkwatch.ui.deadlines.wiring import DeadlineManager
from hkwatch.ui.help.wiring import HelpManager
from hkwatch.ui.hidden_start import HiddenStart
from hkwatch.ui.inbox import BannerKind
from hkwatch.ui.licences.wiring import Licences
from hkwatch.ui.marks import Marks
from hkwatch.ui.notices.wiring import make_notice_manager
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.palette_holder import PaletteHolder
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.reader_tools import ReaderTools
from hkwatch.ui.requests import Requests
from hkwatch.ui.rules.wiring import make_rules_manager
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.sources.wiring import make_source_manager
from hkwatch.ui.strip_holder import StripHolder
from hkwatch.ui.theme import Appearance, Scheme
from hkwatch.ui.tray import Tray
from hkwatch.ui.tray_words import TrayFacts, tomorrow_morning
from hkwatch.ui.window import MainWindow
from hkwatch.ui.window_actions import WindowActions
from hkwatch.ui.window_state import WindowState, save_window_state

if TYPE_CHECKING:
    from hkwatch.ui.away.coverage_wiring import CoverageManager
    from hkwatch.ui.export.wiring import ExportManager
    from hkwatch.ui.rules.mutes_dialog import MutesDialog
    from hkwatch.ui.settings.wiring import SettingsManager

log = logging.getLogger(__name__)

_END_MS = 4000
_RESTART_MS = 1500
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the shell holds together; built in app/."""

    marks: Marks
    appearance: Appearance
    window: MainWindow
    dialog: LateAlertDialog
    tray: Tray
    controller: Controller
    engine: EngineProcess
    reads: ReadThread[InboxReader]
    files: ReadThread[None]
    store: SettingsStore
    catalogue: Catalogue
    window_state_file: Path
    language: Callable[[Settings], str]
    speak: Callable[[str], None]
    """Tells the reader which language titles are wanted in."""
    translator: Callable[[str], QTranslator]
    now: Callable[[], datetime]
    licence_facts: tuple[Folder, Path] | None = None
    """How names are folded, and the shipped file of known licences; None has no licence board."""
    desk: DataDesk | None = None
    """The stored data, to be looked after in the settings."""
    holidays: Callable[[], frozenset[date]] = frozenset
    demo_text: Callable[[], tuple[str, str, str]] | None = None
    """Fact and consequence for the demo's banner and a word beside the clock, in the language in force; None elsewhere."""
    try_request: Callable[[str, str], int] | None = None
    """For the settings: see `Around`."""


class Shell(QObject):
    """The program as the user handles it."""

    ended = Signal()
    """Everything is closed; the event loop may end."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.store, self.files, self.tell = parts.store, parts.files, parts.controller.tell
        for owned in (parts.controller, parts.engine, parts.reads, parts.files, parts.store, parts.tray):
            owned.setParent(self)
        self._translator: QTranslator | None = None
        self._language = ""
        self._dialogs = OpenDialogs(self)
        self.sources = make_source_manager(
            parts.window, parts.marks, parts.catalogue, parts.files, parts.controller, parts.now, self._dialogs, self
        )
        self.rules = make_rules_manager(
            parts.window, parts.marks, parts.reads, parts.files, parts.controller, parts.now, self._dialogs, self
        )
        self.licences = _licences(parts, self._dialogs, self)
        self.deadlines = DeadlineManager(
            parts.window, parts.marks, parts.reads, parts.files, parts.controller, parts.now, self._dialogs, self
        )
        around = (parts.window, parts.marks, parts.reads, parts.controller, parts.now)
        self.away = make_away(*around, self.deadlines.show, self.show_sources, self)
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
        self.notices.show_outside, self.notices.show_settings = self._say_in_tray, self.show_settings
        self.notices.badge = self._badge
        self._is_quitting = False
        self._has_ended = False
        self.afterwards: Afterwards | None = None
        """What is to be done once everything is closed, and then the program started again; None = nothing."""
        self._message_items: tuple[ItemId, ...] = ()
        self.actions = WindowActions(parts.window, parts.controller, parts.store, self)
        self.actions.go_from(self.away.page)
        self.palette = PaletteHolder(parts, self.actions, self.show_setting, lambda: self._language, self)
        self.help = HelpManager(parts, self.actions, self._dialogs, lambda: self._language, self)
        self.strip = StripHolder(parts.window, parts.controller.prices, parts.marks, self.actions, parts.now, self)
        self.strip.window_wanted.connect(self.bring_up)
        self.tools = ReaderTools(
            *(parts.window, parts.marks, parts.controller, parts.reads, parts.files, parts.store, parts.catalogue),
            *(self._dialogs, self.actions, parts.now, self),
        )
        self._hidden_start = HiddenStart(lambda: parts.tray.is_available, self.bring_up, self)
        own = (parts.window, parts.controller, parts.engine, parts.reads, self.actions)
        self.requests = Requests(*own, self.bring_up, self)
        self._restart = QTimer(self)
        self._restart.setSingleShot(True)
        self._restart.setInterval(_RESTART_MS)
        self._restart.timeout.connect(parts.engine.restart)
        heard = (parts.window.status, parts.window.inbox.banner, parts.controller._toast, parts.window.inbox.model)
        self.announcer = Announcer(*heard, lambda: parts.controller.names, parent=self)
        self._connect()
        parts.tray.set_marks(parts.marks)
        self._apply(parts.store.settings, None)

    def _connect(self) -> None:
        parts, tray, window = self._parts, self._parts.tray, self._parts.window
        window.close_wanted.connect(self.close_window)
        window.remembered.connect(self._on_remembered)
        window.was_shown.connect(self._refresh_tray)
        window.status.clicked.connect(self.show_sources)
        window.inbox.field.help_wanted.connect(self.show_search_help)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A button answers Space by itself.
            enter = QShortcut(QKeySequence(key), window.status, context=Qt.ShortcutContext.WidgetShortcut)
            enter.activated.connect(self.show_sources)
        window.price.hide_wanted.connect(self._hide_price)
        parts.controller.raise_wanted.connect(self.bring_up)
        parts.controller.sources_wanted.connect(self.show_sources)
        parts.controller.tray_changed.connect(self._refresh_tray)
        parts.controller.watch.ticked.connect(self._on_tick)
        parts.controller.rules.changed.connect(self._refresh_mutes)
        parts.store.changed.connect(self._on_settings)
        parts.store.saved.connect(self._on_settings_saved)
        parts.store.failed.connect(self._on_settings_failed)
        tray.toggle_wanted.connect(self.toggle)
        tray.item_wanted.connect(self._on_tray_item)
        tray.price_wanted.connect(self._on_tray_price)
        tray.check_wanted.connect(parts.controller.watch.check_all)
        tray.pause_wanted.connect(self._pause)
        tray.resume_wanted.connect(parts.controller.watch.resume)
        tray.quiet_wanted.connect(lambda until: parts.controller.send(Quiet(new_id(), until)))
        tray.acknowledge_wanted.connect(self.acknowledge_all.ask)
        tray.menu.aboutToShow.connect(self._refresh_tray)
        tray.settings_wanted.connect(self.show_settings)
        tray.quit_wanted.connect(self.quit)
        # Qt does not say which message was clicked.
        tray.message_clicked.connect(self._on_message)
        tray.available_changed.connect(self._on_tray_available)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_scheme)
        for name, act in {
            "hide": self.close_window,
            "quit": self.quit,
            "settings": self.show_settings,
            "sources": self.show_sources,
            "go-sources": self.show_sources,
            "licences": parts.controller.licences_wanted.emit,
            "go-licences": parts.controller.licences_wanted.emit,
            "check-name": self.show_check,
            "add-source": self.sources.adder.add,
            "import-opml": self.sources.adder.import_opml,
            "export-opml": self.sources.export_opml,
            "rules": self.rules.show,
            "go-rules": self.rules.show,
            "mutes": self.show_mutes,
            "deadlines": self.deadlines.show,
            "away": self.away.show,
            "coverage": lambda: self.coverage.show(),
            "export": lambda: self.exports.show_list(),
            "audit": lambda: self.exports.show_audit(),
            "channels": self.channels.show,
            "search-help": self.show_search_help,
            "acknowledge-all": self.acknowledge_all.ask,
            "pause-hour": lambda: self._pause(parts.now() + _HOUR),
            "pause-morning": lambda: self._pause(tomorrow_morning(parts.now())),
            "pause-open": lambda: self._pause(None),
            "test-notice": self.notices.test,
            "notices": self.notices.show,
            "quiet-hour": self.notices.quiet_hour,
            "quiet-morning": self.notices.quiet_morning,
            "quiet-off": self.notices.quiet_off,
        }.items():
            self.actions.on(name, act)

    # Coming and going

    def start(self, *, hidden: bool) -> None:
        """Show tray and window; hidden only where the tray can bring the window back."""
        parts = self._parts
        parts.tray.start()
        if not hidden:
            parts.window.bring_up()
            parts.controller.focus_list()
        elif not parts.store.settings.general.keep_without_tray:
            self._hidden_start.begin()
        self._refresh_tray()

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
        question = CloseQuestion(self._parts.marks.fonts, self._language, has_tray=has_tray, parent=window)
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
        if "exports" in self.__dict__:
            self.exports.end()
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
        if self._translator is not None:
            QApplication.removeTranslator(self._translator)
        self.ended.emit()

    def _on_state_saved(self, _: object) -> None:
        return

    def _on_remembered(self, state: WindowState) -> None:
        file = self._parts.window_state_file
        self._parts.files.ask(self._on_state_saved, lambda _: save_window_state(file, state))

    # Settings in force

    def _on_settings(self, settings: Settings) -> None:
        self._apply(settings, self._applied)

    def _apply(self, settings: Settings, before: Settings | None) -> None:
        parts = self._parts
        self._applied = settings
        parts.marks.theme.set_scheme(_scheme(settings))
        parts.marks.theme.set_price_colours(settings.look.price_colours)
        parts.window.price.set_units(settings.prices.units)
        parts.window.set_two_lines(settings.look.two_line_rows)
        language = parts.language(settings)
        if language != self._language:
            self._set_language(language)
        self.actions.tick_settings(settings)
        if before is not None and (
            before.sources != settings.sources
            or before.prices.enabled != settings.prices.enabled
            or before.prices.assets != settings.prices.assets
        ):
            # Which sources there are, and what is priced, is read once, at the engine's start.
            parts.controller.prices.keep(settings.prices.assets if settings.prices.enabled else ())
            self._restart.start()

    def _set_language(self, language: str) -> None:
        parts = self._parts
        self._language = language
        if self._translator is not None:
            QApplication.removeTranslator(self._translator)
        self._translator = parts.translator(language)
        QApplication.installTranslator(self._translator)
        parts.appearance.set_language(language)
        parts.speak(language)
        parts.controller.set_language(language)
        parts.dialog.set_language(language)
        parts.tray.set_words(language, parts.controller.names)
        self.strip.set_language(language)
        self.actions.retranslate()
        for dialog in self._dialogs.all():
            from hkwatch.ui.inbox.search_help import SearchHelp
            from hkwatch.ui.rules.mutes_dialog import MutesDialog
            from hkwatch.ui.settings_dialog import SettingsDialog

            if isinstance(dialog, SettingsDialog | SearchHelp):
                dialog.set_language(language)
            elif isinstance(dialog, MutesDialog):
                dialog.set_language(language, parts.controller.names)
        self.sources.set_language(language)
        self.rules.set_language(language)
        if self.licences is not None:
            self.licences.set_language(language)
        self.deadlines.set_language(language)
        self.away.set_language(language)
        for name in ("coverage", "exports"):
            if name in self.__dict__:
                getattr(self, name).set_language(language)
        self.tools.set_language(language)
        self.channels.set_language(language)
        self.notices.set_language(language)
        self.help.set_language(language)
        self._tell_demo()
        self._refresh_tray()

    def _tell_demo(self) -> None:
        if self._parts.demo_text is None:
            return
        fact, consequence, note = self._parts.demo_text()
        self._parts.controller.banners.put(Rank.DEMO, Telling(BannerKind.DEMO, fact, consequence))
        # A worse banner may take that one's place; this stays.
        self._parts.controller.watch.set_clock_note(note)

    def _on_settings_saved(self) -> None:
        self._parts.engine.send(ReloadSettings(new_id()))

    def _on_settings_failed(self, message: str) -> None:
        self._parts.controller.tell(self.tr("The settings were not saved"), message)

    def _on_system_scheme(self, _: Qt.ColorScheme) -> None:
        self._parts.marks.theme.set_scheme(_scheme(self._parts.store.settings))

    # Tray

    def _refresh_tray(self) -> None:
        controller, window = self._parts.controller, self._parts.window
        counts = controller.watch.counts
        facts = TrayFacts(
            status=controller.watch.status,
            trouble=controller.watch.trouble,
            price=controller.prices.price,
            latest=controller.latest,
            high=counts.badge(self._applied.notify.grid.counted()) if counts is not None else 0,
            alert=controller.alert_fired and self._applied.notify.grid.shows(NoticeRow.ALERTS, TRAY),
            failing_shown=self._applied.notify.grid.shows(NoticeRow.WATCH, TRAY),
            window_shown=window.isVisible() and not window.isMinimized(),
        )
        self._parts.tray.set_facts(facts, self._parts.now())

    def _on_tick(self, _: datetime) -> None:
        self.strip.refresh()
        if self._parts.tray.menu.isVisible():
            self._refresh_tray()

    def _on_tray_item(self, item: ItemId) -> None:
        self.bring_up()
        self._parts.controller.detour.show_items((item,))

    def _on_tray_price(self) -> None:
        self.bring_up()
        self._parts.controller.show_alert(None)

    def _say_in_tray(self, title: str, text: str) -> bool:
        if not self._parts.tray.is_available:
            return False
        self._parts.tray.say(title, text, self._parts.marks.icons.app_icon())
        return True

    def _on_tray_available(self, available: bool) -> None:
        general = self._parts.store.settings.general
        if not available and not self._parts.window.isVisible() and not general.keep_without_tray:
            self.bring_up()

    def _pause(self, until: datetime | None) -> None:
        self._parts.controller.send(Pause(new_id(), until))

    def _on_message(self) -> None:
        if not self.notices.clicked_outside():
            self.bring_up()

    def _badge(self, on: bool) -> None:
        self._parts.controller.alert_fired = on
        self._refresh_tray()

    def _hide_price(self) -> None:
        self._parts.window.set_price_shown(False)
        self._parts.controller.focus_list()

    # Dialogs

    @cached_property
    def coverage(self) -> "CoverageManager":
        """The coverage statement's window; imported when it is first wanted."""
        from hkwatch.ui.away.coverage_wiring import CoverageManager

        parts = self._parts
        made = CoverageManager(parts.window, parts.marks, parts.reads, parts.files, parts.now, self._dialogs, self)
        made.set_language(self._language)
        return made

    @cached_property
    def exports(self) -> "ExportManager":
        """Exports and the audit report; imported when they are first wanted."""
        from hkwatch.ui.export.wiring import ExportManager

        parts = self._parts
        made = ExportManager(parts.window, parts.marks, parts.reads, parts.controller, parts.now, self._dialogs, self)
        made.set_language(self._language)
        return made

    @cached_property
    def settings(self) -> "SettingsManager":
        """The settings' window; imported when it is first wanted."""
        from hkwatch.ui.keys.page import KeyPage
        from hkwatch.ui.notices.page import NoticePage
        from hkwatch.ui.settings.wiring import SettingsManager

        parts = self._parts
        acts: dict[str, Callable[[], object]] = {
            "manage_sources": self.show_sources,
            "manage_rules": self.rules.show,
            "manage_mutes": self.show_mutes,
            "export_list": self.exports.show_list,
            "test_notice": lambda: self.notices.test(""),
            "show_keys": self.help.show_keys,
            "forget_searches": self.palette.history.clear,
        }
        here = parts.window_state_file.parent
        desk = parts.desk or DataDesk(here, here, here, parts.now)
        leave = self.leave if parts.demo_text is None else None
        made = SettingsManager(parts, self._dialogs, desk, parts.holidays, leave, acts, self)
        fonts = parts.marks.fonts
        made.hosted["notifications"] = lambda _: NoticePage(parts.store, fonts, self._language, self.notices.test)
        made.hosted["keyboard"] = lambda _: KeyPage(parts.marks, self.actions.keymap, self._language)
        return made

    def leave(self, what: Afterwards) -> None:
        """Close everything, have something done with the data, and start again."""
        self.afterwards = what
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
        fact = " · ".join(problem.detail for problem in problems)
        steps = " ".join(dict.fromkeys(problem.next_step for problem in problems if problem.next_step))
        dismiss = self.tr("Dismiss")
        banners.put(Rank.SETTINGS, Telling(BannerKind.WARN, fact, steps, dismiss, lambda: banners.drop(Rank.SETTINGS)))

    def _leave_copy(self) -> None:
        self.leave(Afterwards(After.RESTART))

    def show_setting(self, section: str, option: str) -> None:
        """The settings at one option."""
        self.bring_up()
        self.settings.show(self._language).show_option(section, option)

    def show_settings(self) -> None:
        """All options."""
        self.bring_up()
        self.settings.show(self._language)

    def show_sources(self) -> None:
        """All sources with their state."""
        self.sources.show()

    def show_check(self) -> None:
        """The licence board, ready for a name."""
        if self.licences is not None:
            self.licences.show_check()

    def show_mutes(self) -> None:
        """All mutes."""
        from hkwatch.ui.rules.mutes_dialog import MutesDialog

        parts = self._parts
        dialog = MutesDialog(parts.marks, self._language, parts.controller.names, parts.window)
        dialog.unmute_wanted.connect(parts.controller.rules.unmute)
        dialog.words_wanted.connect(parts.controller.rules.mute_words)
        self._dialogs.present("mutes", dialog)
        self._refresh_mutes()

    def _refresh_mutes(self) -> None:
        dialog, mutes = self._dialogs.of("mutes", _mutes_dialog), self._parts.controller.rules.mutes
        if dialog is not None:
            dialog.set_mutes(mutes.mutes if mutes is not None else (), self._parts.now())

    def show_search_help(self) -> None:
        """What the search box understands."""
        from hkwatch.ui.inbox.search_help import SearchHelp

        parts = self._parts
        dialog = SearchHelp(parts.marks.fonts, self._language, parts.window)
        dialog.tried.connect(parts.window.inbox.field.set_text)
        self._dialogs.present("search-help", dialog)


def _mutes_dialog() -> "type[MutesDialog]":
    from hkwatch.ui.rules.mutes_dialog import MutesDialog

    return MutesDialog


def _licences(parts: Parts, dialogs: OpenDialogs, parent: QObject) -> Licences | None:
    if parts.licence_facts is None:
        return None
    around = (parts.window, parts.marks, parts.controller, parts.reads, parts.files, parts.now)
    return Licences(*around, *parts.licence_facts, dialogs, parent)


def _scheme(settings: Settings) -> Scheme:
    if settings.look.theme != "system":
        return settings.look.theme
    return "dark" if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
