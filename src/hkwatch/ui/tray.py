# SPDX-License-Identifier: MIT
"""The icon in the tray and its menu. Where there is no tray nothing may rely on it: `available_changed` tells.

hkwatch · Watching · checked 1 min ago
BTC US$96,214 ▲ 0.7 % · HK$748,285 · 12 s
─────────────
◆ 14:18 SFC  ASPIRe roadmap …            the last three of level High and above
─────────────
Hide window  /  Check now  /  Pause ▸
─────────────
Settings…  /  Quit hkwatch
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from hkwatch.domain.events import PriceChanged, WatchState, WatchStatusChanged
from hkwatch.domain.item import Level
from hkwatch.domain.rows import InboxRow
from hkwatch.ui.formats import Direction, change, clock, day_month, in_hkt, money, span
from hkwatch.ui.marks import Marks
from hkwatch.ui.tray_icon import TrayIcons, TrayState, tray_state
from hkwatch.ui.watch_words import EngineTrouble, checked_text, paused_text, quiet_text, state_text, trouble_text

_LOOK_MS = 5000
_TITLE_CHARS = 46
_WAKE_HOUR = 8


@dataclass(frozen=True, slots=True)
class TrayFacts:
    """All the tray shows. `high` is unread items of level High or above; `alert` a fired alert nobody opened."""

    status: WatchStatusChanged | None = None
    trouble: EngineTrouble | None = None
    price: PriceChanged | None = None
    latest: tuple[InboxRow, ...] = ()
    high: int = 0
    alert: bool = False
    failing_shown: bool = True
    """Whether a source that fails is to be marked."""
    window_shown: bool = False


class Tray(QObject):
    """Shows `TrayFacts` and tells wishes."""

    toggle_wanted = Signal()
    price_wanted = Signal()
    item_wanted = Signal(object)
    """ItemId."""
    check_wanted = Signal()
    pause_wanted = Signal(object)
    """Until when (aware UTC), None = until resumed."""
    resume_wanted = Signal()
    quiet_hour_wanted = Signal()
    quiet_morning_wanted = Signal()
    quiet_off_wanted = Signal()
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
        self._now = datetime.fromtimestamp(0).astimezone()
        self._shown_icon: tuple[TrayState, int] | None = None
        self._is_wanted = False
        self.icon = QSystemTrayIcon(self)
        self.menu = QMenu()
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
        self._now = now
        if facts != self._facts:
            self._facts = facts
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
            count=facts.high,
            failing=facts.failing_shown and status is not None and any(one.is_failing for one in status.sources),
        )

    # Menu

    def _build_menu(self) -> None:
        menu = self.menu
        self._header = menu.addAction("")
        self._header.setEnabled(False)
        self._price = menu.addAction("")
        self._price.triggered.connect(self._on_price)
        self._before_items = menu.addSeparator()
        self._items = [menu.addAction("") for _ in range(3)]
        for action in self._items:
            action.triggered.connect(self._on_item)
        menu.addSeparator()
        self._toggle = menu.addAction("")
        self._toggle.triggered.connect(self._on_toggle)
        self._check = menu.addAction("")
        self._check.triggered.connect(self._on_check)
        self._pause = QMenu(menu)
        menu.addMenu(self._pause)
        self._pauses = [self._pause.addAction("") for _ in range(3)]
        for action, act in zip(self._pauses, (self._on_hour, self._on_morning, self._on_open_end), strict=True):
            action.triggered.connect(act)
        self._resume = menu.addAction("")
        self._resume.triggered.connect(self._on_resume)
        self._quiet = QMenu(menu)
        menu.addMenu(self._quiet)
        self._quiets = [self._quiet.addAction("") for _ in range(3)]
        wishes = (self.quiet_hour_wanted, self.quiet_morning_wanted, self.quiet_off_wanted)
        for action, wish in zip(self._quiets, wishes, strict=True):
            action.triggered.connect(wish)
        menu.addSeparator()
        self._settings = menu.addAction("")
        self._settings.triggered.connect(self._on_settings)
        self._quit = menu.addAction("")
        self._quit.triggered.connect(self._on_quit)
        menu.aboutToShow.connect(self._write)

    def _write(self) -> None:
        facts, paused = self._facts, self.state is TrayState.PAUSED
        self._header.setText(self._header_text())
        self._price.setText(self._price_text())
        self._price.setVisible(facts.price is not None)
        for action, row in zip(self._items, (*facts.latest[:3], None, None, None), strict=False):
            action.setVisible(row is not None)
            action.setData(row.id if row is not None else None)
            action.setText(self._item_text(row) if row is not None else "")
            action.setIcon(self._level_icon(row.level) if row is not None else QIcon())
        self._before_items.setVisible(bool(facts.latest))
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
        self._quiet.setTitle(self._quiet_text())
        quiets = (self.tr("1 hour"), self.tr("Until 08:00"), self.tr("Off"))
        for action, text in zip(self._quiets, quiets, strict=True):
            action.setText(text)
        self._quiets[-1].setEnabled(facts.status is not None and bool(facts.status.quiet))
        self._settings.setText(self.tr("Settings…"))
        self._quit.setText(self.tr("Quit hkwatch"))
        self.icon.setToolTip(self._header_text())

    def _header_text(self) -> str:
        facts = self._facts
        if facts.trouble is not None:
            return f"hkwatch · {trouble_text(facts.trouble)}"
        if facts.status is None:
            return f"hkwatch · {self.tr('Starting')}"
        if facts.status.state is WatchState.PAUSED:
            rest = paused_text(facts.status, self._now, self._language)
        else:
            rest = checked_text(facts.status, self._now, self._language)
        quiet = quiet_text(facts.status)
        return " · ".join(part for part in ("hkwatch", state_text(facts.status), rest, quiet) if part)

    def _quiet_text(self) -> str:
        status = self._facts.status
        if status is None or not status.quiet:
            return self.tr("Quiet")
        return quiet_text(status)

    def _price_text(self) -> str:
        price = self._facts.price
        if price is None or price.price_usd is None:
            return self.tr("No price yet")
        text = f"{price.asset} {money(price.price_usd)}"
        if price.change_24h is not None:
            direction, size = change(price.change_24h)
            sign = {Direction.UP: "▲ ", Direction.DOWN: "▼ ", Direction.FLAT: ""}[direction]
            text += f" {sign}{size}"
        if price.fx_rate is not None:
            text += f" · {money(price.price_usd * price.fx_rate, 'HKD')}"
        if price.as_of is not None:
            text += f" · {span(self._now - price.as_of, self._language)}"
        return text

    def _item_text(self, row: InboxRow) -> str:
        today = in_hkt(row.sort_at).date() == in_hkt(self._now).date()
        when = clock(row.sort_at) if today else day_month(row.sort_at, self._language)
        title = row.title if len(row.title) <= _TITLE_CHARS else row.title[: _TITLE_CHARS - 1].rstrip() + "…"
        # A single & would make the next letter an access key.
        return f"{when}  {self._names.get(row.publisher, row.publisher.upper())}  {title}".replace("&", "&&")

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

    def _on_settings(self) -> None:
        self.settings_wanted.emit()

    def _on_quit(self) -> None:
        self.quit_wanted.emit()

    def _draw(self) -> None:
        state = self.state
        wanted = (state, self._facts.high if state is TrayState.COUNT else 0)
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


def tomorrow_morning(now: datetime) -> datetime:
    """Tomorrow 08:00 in Hong Kong."""
    return (in_hkt(now) + timedelta(days=1)).replace(hour=_WAKE_HOUR, minute=0, second=0, microsecond=0)
