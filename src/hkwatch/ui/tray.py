# SPDX-License-Identifier: MIT
"""The icon in the tray and its menu. Where there is no tray nothing may rely on it: `available_changed` tells.

hkwatch · Watching · checked 1 min ago
BTC US$96,214 ▲ 0.7 % · HK$748,285 · 12 s
Unread: 12
Sources failing: 1                       only while one does
─────────────
◆ 14:18 SFC  ASPIRe roadmap …            the last three of level High and above
─────────────
Hide window  /  Check now  /  Pause ▸  /  Quiet ▸  /  Acknowledge all critical…
─────────────
Settings…  /  Quit hkwatch
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from html import escape

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from hkwatch.domain.events import WatchState
from hkwatch.domain.item import Level
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import round_menu
from hkwatch.ui.tray_icon import TrayIcons, TrayState, tray_state
from hkwatch.ui.tray_quiet import QuietMenu
from hkwatch.ui.tray_words import (
    TrayFacts,
    failing_text,
    header_text,
    item_text,
    price_text,
    tomorrow_morning,
    tooltip_text,
    unread_text,
)
from hkwatch.ui.words import level_text

_LOOK_MS = 5000


class Tray(QObject):
    """Shows `TrayFacts` and tells wishes."""

    toggle_wanted = Signal()
    price_wanted = Signal()
    unread_wanted = Signal()
    """The inbox."""
    sources_wanted = Signal()
    """The list of sources, for what fails."""
    item_wanted = Signal(object)
    """ItemId."""
    check_wanted = Signal()
    pause_wanted = Signal(object)
    """Until when (aware UTC), None = until resumed."""
    resume_wanted = Signal()
    quiet_wanted = Signal(object)
    """Until when nothing pops up (aware UTC), None = no quiet any more."""
    acknowledge_wanted = Signal()
    """All critical items at once; to be asked first."""
    settings_wanted = Signal()
    quit_wanted = Signal()
    message_clicked = Signal()
    available_changed = Signal(bool)

    def __init__(self, icons: TrayIcons, *, dark_panel: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons, self._dark_panel = icons, dark_panel
        self._facts = TrayFacts()
        self._names: Mapping[str, str] = {}
        self._marks: Marks | None = None
        self._level_icons: dict[tuple[Level, str], QIcon] = {}
        self._language = "en"
        self._now = datetime.fromtimestamp(0, UTC)
        self._shown_icon: tuple[TrayState, int] | None = None
        self._is_wanted = False
        self.icon = QSystemTrayIcon(self)
        self.menu = round_menu(QMenu())
        self._build_menu()
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.message_clicked)
        # Panels start after us, and go away: both must be noticed.
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_for_tray)
        self._was_available = self.is_available
        self._draw()

    def set_marks(self, marks: Marks) -> None:
        """Who draws the level before each item of the menu; without it the items stand alone."""
        self._marks = marks
        self._write()

    @property
    def is_available(self) -> bool:
        """Whether the system has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def start(self) -> None:
        """Show the icon, now or when a tray appears."""
        self._is_wanted = True
        self.icon.show()
        self._look.start()

    def end(self) -> None:
        """Take the icon away."""
        self._is_wanted = False
        self._look.stop()
        self.icon.hide()

    def set_words(self, language: str, names: Mapping[str, str]) -> None:
        """Interface language and the publishers' short names in it."""
        self._language, self._names = language, names
        self._write()

    def set_facts(self, facts: TrayFacts, now: datetime) -> None:
        """Show these facts."""
        self._now, self._facts = now, facts
        self._draw()
        self._write()

    def say(self, title: str, text: str, icon: QIcon) -> None:
        """Show a message beside the tray."""
        self.icon.showMessage(title, text, icon)

    @property
    def state(self) -> TrayState:
        """What the icon says."""
        facts, status = self._facts, self._facts.status
        return tray_state(
            paused=status is not None and status.state is WatchState.PAUSED,
            offline=facts.trouble is not None or (status is not None and status.state is WatchState.OFFLINE),
            alert=facts.alert,
            count=facts.counted,
            failing=facts.failing_shown and facts.failing > 0,
        )

    # Menu

    def _build_menu(self) -> None:
        menu = self.menu
        self._header = menu.addAction("")
        self._header.setEnabled(False)
        self._price = menu.addAction("")
        self._price.triggered.connect(self._on_price)
        self._unread = menu.addAction("")
        self._unread.triggered.connect(self._on_unread)
        self._failing = menu.addAction("")
        self._failing.triggered.connect(self._on_sources)
        self._before_items = menu.addSeparator()
        self._items = [menu.addAction("") for _ in range(3)]
        for action in self._items:
            action.triggered.connect(self._on_item)
        menu.addSeparator()
        self._toggle = menu.addAction("")
        self._toggle.triggered.connect(self._on_toggle)
        self._check = menu.addAction("")
        self._check.triggered.connect(self._on_check)
        self._pause = round_menu(QMenu(menu))
        menu.addMenu(self._pause)
        self._pauses = [self._pause.addAction("") for _ in range(3)]
        for action, act in zip(self._pauses, (self._on_hour, self._on_morning, self._on_open_end), strict=True):
            action.triggered.connect(act)
        self._resume = menu.addAction("")
        self._resume.triggered.connect(self._on_resume)
        self.quiet = QuietMenu(menu)
        menu.addMenu(self.quiet)
        self.quiet.wanted.connect(self.quiet_wanted)
        self._acknowledge = menu.addAction("")
        self._acknowledge.triggered.connect(self._on_acknowledge)
        menu.addSeparator()
        self._settings = menu.addAction("")
        self._settings.triggered.connect(self._on_settings)
        self._quit = menu.addAction("")
        self._quit.triggered.connect(self._on_quit)
        # Said, not heard: the window has that key.
        self._quit.setShortcut(QKeySequence("Ctrl+Q"))
        self._quit.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._quit.setShortcutVisibleInContextMenu(True)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._write)

    def _write(self) -> None:
        facts, now, language = self._facts, self._now, self._language
        paused = self.state is TrayState.PAUSED
        self.menu.setAccessibleName("hkwatch")
        self._header.setText(header_text(facts, now, language))
        self._price.setText(price_text(facts.price, now, language))
        self._unread.setText(unread_text(facts))
        self._failing.setText(failing_text(facts))
        if not self.menu.isVisible():
            # Under the pointer no line may become another, and an open menu does not grow over the screen's edge.
            self._write_items()
        self._toggle.setText(self.tr("Hide window") if facts.window_shown else self.tr("Show window"))
        self._check.setText(self.tr("Check now"))
        self._pause.setTitle(self.tr("Pause"))
        self._pause.menuAction().setVisible(not paused)
        for action, text in zip(
            self._pauses, (self.tr("1 hour"), self.tr("Until tomorrow 08:00"), self.tr("Until I resume")), strict=True
        ):
            action.setText(text)
        self._resume.setText(self.tr("Resume"))
        self._resume.setVisible(paused)
        self.quiet.write(facts.quiet, now)
        for submenu in (self._pause, self.quiet):
            submenu.setAccessibleName(submenu.title())
        self._acknowledge.setText(self.tr("Acknowledge all critical…"))
        self._settings.setText(self.tr("Settings…"))
        self._quit.setText(self.tr("Quit hkwatch"))
        self.icon.setToolTip(tooltip_text(facts, now, language))

    def _write_items(self) -> None:
        facts = self._facts
        self._price.setVisible(facts.price is not None)
        self._unread.setVisible(facts.unread is not None)
        self._failing.setVisible(facts.failing > 0)
        for action, row in zip(self._items, (*facts.latest[:3], None, None, None), strict=False):
            action.setVisible(row is not None)
            action.setData(row.id if row is not None else None)
            name = self._names.get(row.publisher, row.publisher.upper()) if row is not None else ""
            action.setText(item_text(row, name, self._now, self._language) if row is not None else "")
            # The shape before it says the level; this says it in words, with the whole title.
            action.setToolTip(f"{level_text(row.level)} · {escape(row.title)}" if row is not None else "")
            action.setIcon(self._level_icon(row.level) if row is not None else QIcon())
        self._before_items.setVisible(bool(facts.latest))

    def _level_icon(self, level: Level) -> QIcon:
        marks = self._marks
        if marks is None:
            return QIcon()
        key = (level, marks.theme.scheme)
        found = self._level_icons.get(key)
        if found is None:
            found = self._level_icons[key] = QIcon()
            for ratio in (1, 2):
                picture = QPixmap(16 * ratio, 16 * ratio)
                picture.setDevicePixelRatio(ratio)
                picture.fill(Qt.GlobalColor.transparent)
                painter = QPainter(picture)
                marks.level_shape(painter, 8, 8, level)
                painter.end()
                # The shape is the level: a selected line must not tint it away.
                found.addPixmap(picture)
                found.addPixmap(picture, QIcon.Mode.Active)
        return found

    # Reactions

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.toggle_wanted.emit()
        elif reason is QSystemTrayIcon.ActivationReason.MiddleClick:
            self.check_wanted.emit()

    def _on_item(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and action.data() is not None:
            self.item_wanted.emit(action.data())

    def _on_price(self) -> None:
        self.price_wanted.emit()

    def _on_unread(self) -> None:
        self.unread_wanted.emit()

    def _on_sources(self) -> None:
        self.sources_wanted.emit()

    def _on_toggle(self) -> None:
        self.toggle_wanted.emit()

    def _on_check(self) -> None:
        self.check_wanted.emit()

    def _on_hour(self) -> None:
        self.pause_wanted.emit(self._now + timedelta(hours=1))

    def _on_morning(self) -> None:
        self.pause_wanted.emit(tomorrow_morning(self._now))

    def _on_open_end(self) -> None:
        self.pause_wanted.emit(None)

    def _on_resume(self) -> None:
        self.resume_wanted.emit()

    def _on_acknowledge(self) -> None:
        self.acknowledge_wanted.emit()

    def _on_settings(self) -> None:
        self.settings_wanted.emit()

    def _on_quit(self) -> None:
        self.quit_wanted.emit()

    def _draw(self) -> None:
        state = self.state
        wanted = (state, self._facts.counted if state is TrayState.COUNT else 0)
        if wanted != self._shown_icon:
            self._shown_icon = wanted
            self.icon.setIcon(self._icons.icon(state, wanted[1], dark_panel=self._dark_panel))

    def _look_for_tray(self) -> None:
        available = self.is_available
        if available == self._was_available:
            return
        self._was_available = available
        if available and self._is_wanted:
            self.icon.hide()
            self.icon.show()
        self.available_changed.emit(available)
