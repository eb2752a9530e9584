# SPDX-License-Identifier: MIT
"""Whether a Linux desktop wants its user left alone: a locked screen, what its notification daemon says, full screen.

locked                         see lock_dbus.py
`Inhibited` (KDE and others)   do not disturb, and on KDE also while a window is presented
`paused` (dunst)               its own do not disturb
full screen                    on X11 only; see full_screen.py

GNOME keeps its switch to itself: it holds pop-ups back and lists them in its own tray.
"""

import logging

from jeepney import DBusAddress

from hkwatch.domain.quiet import QuietReason
from hkwatch.notify.bus import Bus, BusError, BusLostError, method
from hkwatch.notify.full_screen import X11Error, XServer, is_full_screen
from hkwatch.notify.lock_dbus import ScreenLock

_PATH, _NAME = "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
_PROPERTIES = DBusAddress(_PATH, bus_name=_NAME, interface="org.freedesktop.DBus.Properties")
_SWITCHES = ((_NAME, "Inhibited"), ("org.dunstproject.cmd0", "paused"))
_TIMEOUT_S = 1.0

log = logging.getLogger(__name__)


class DesktopAttention:
    """An AttentionPort. Its connection is opened at the first question, and anew after it was lost."""

    def __init__(self, address: str, server: XServer | None, system_address: str = "") -> None:
        """`address` is the session bus, `system_address` the system's, empty for none; `server` the X server."""
        self._address, self._server = address, server
        self._lock = ScreenLock(address, system_address)
        self._bus: Bus | None = None

    async def reason(self) -> QuietReason | None:
        """A locked screen goes before do not disturb, that before full screen."""
        if await self._lock.is_locked():
            return QuietReason.LOCKED
        if await self._is_inhibited():
            return QuietReason.DO_NOT_DISTURB
        if self._server is not None:
            try:
                if await is_full_screen(self._server):
                    return QuietReason.FULL_SCREEN
            except (OSError, TimeoutError, X11Error) as error:
                log.debug("full screen unknown: %s", error)
        return None

    async def _is_inhibited(self) -> bool:
        if not self._address:
            return False
        try:
            if self._bus is None:
                self._bus = await Bus.open(self._address, lambda *_: None, self._on_lost, _TIMEOUT_S)
            for interface, name in _SWITCHES:
                if await self._switch(self._bus, interface, name):
                    return True
        except (BusLostError, TimeoutError) as error:
            log.debug("do not disturb unknown: %s", error)
        return False

    async def _switch(self, bus: Bus, interface: str, name: str) -> bool:
        try:
            ((_, value),) = await bus.call(method(_PROPERTIES, "Get", "ss", (interface, name)), _TIMEOUT_S)
        except BusError:
            # This daemon has no such switch, or there is no daemon.
            return False
        return value is True

    def _on_lost(self) -> None:
        self._bus = None

    async def close(self) -> None:
        """Leave the buses."""
        await self._lock.close()
        bus, self._bus = self._bus, None
        if bus is not None:
            await bus.close()
