# SPDX-License-Identifier: MIT
"""The tray menu's entry for a while without pop-ups."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from hkwatch.ui.theme import round_menu
from hkwatch.ui.tray_words import next_morning

_HOUR = timedelta(hours=1)


class QuietMenu(QMenu):
    """Quiet ▸ 1 hour · until 08:00 · off."""

    wanted = Signal(object)
    """Until when (aware UTC), None = no quiet any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        round_menu(self)
        self._now = datetime.fromtimestamp(0, UTC)
        self._hour, self._morning, self._off = (self.addAction("") for _ in range(3))
        self._hour.triggered.connect(self._on_hour)
        self._morning.triggered.connect(self._on_morning)
        self._off.triggered.connect(self._on_off)

    def write(self, quiet: str, now: datetime) -> None:
        """Say whether it is quiet: `quiet` says so in words, empty while it is not."""
        self._now = now
        self.setTitle(quiet or self.tr("Quiet"))
        self._hour.setText(self.tr("1 hour"))
        self._morning.setText(self.tr("Until 08:00"))
        self._off.setText(self.tr("Off"))
        self._off.setEnabled(bool(quiet))

    def _on_hour(self) -> None:
        self.wanted.emit(self._now + _HOUR)

    def _on_morning(self) -> None:
        self.wanted.emit(next_morning(self._now))

    def _on_off(self) -> None:
        self.wanted.emit(None)
