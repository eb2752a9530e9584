# SPDX-License-Identifier: MIT
"""Whether a Linux screen is locked or blank: what pops up then is gone before anybody has seen it.

`GetActive`    the screen saver, under the name that each desktop gives it
`LockedHint`   what the session told the login manager
"""

import logging
from typing import Any, Final

from jeepney import DBusAddress, Message
from jeepney.low_level import MessageFlag

from hkwatch.notify.bus import Bus, BusError, BusLostError, method

SAVERS: Final = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
LOGIN: Final = "org.freedesktop.login1"
OWN_SESSION: Final = "/org/freedesktop/login1/session/auto"
_SESSION_INTERFACE: Final = "org.freedesktop.login1.Session"
_TIMEOUT_S: Final = 1.0

log = logging.getLogger(__name__)


class ScreenLock:
    """Its connections are opened at the first question, and anew after they were lost."""

    def __init__(self, session_address: str, system_address: str) -> None:
        """Where the two buses are, empty for none."""
        self._savers = _Asked(session_address)
        self._login = _Asked(system_address)

    async def is_locked(self) -> bool:
        """Whether nobody can see a notice now; False also where nobody can tell. Never raises, takes a few seconds at most."""
        for name, path in SAVERS:
            answer = await self._savers.ask(DBusAddress(path, bus_name=name, interface=name), "GetActive")
            if answer == (True,):
                return True
        properties = DBusAddress(OWN_SESSION, bus_name=LOGIN, interface="org.freedesktop.DBus.Properties")
        return await self._login.ask(properties, "Get", "ss", (_SESSION_INTERFACE, "LockedHint")) == (("b", True),)

    async def close(self) -> None:
        """Leave both buses. May be called twice."""
        await self._savers.close()
        await self._login.close()


class _Asked:
    """One bus that is asked now and then."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._bus: Bus | None = None
        self._silent: set[str] = set()
        """Who did not answer in time is not waited for again."""

    async def ask(
        self, address: DBusAddress, member: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> tuple[Any, ...] | None:
        """The answer; None where there is none."""
        name = str(address.bus_name)
        if not self._address or name in self._silent:
            return None
        try:
            if self._bus is None:
                self._bus = await Bus.open(self._address, lambda *_: None, self._lost, _TIMEOUT_S)
            return await self._bus.call(_without_start(method(address, member, signature, body)), _TIMEOUT_S)
        except BusError:
            # There is no such service, or it cannot say.
            return None
        except TimeoutError:
            self._silent.add(name)
        except BusLostError as error:
            log.debug("screen lock unknown: %s", error)
        return None

    def _lost(self) -> None:
        self._bus = None
        self._silent.clear()

    async def close(self) -> None:
        bus, self._bus = self._bus, None
        if bus is not None:
            await bus.close()


def _without_start(message: Message) -> Message:
    """A screen saver that is not there must not be started by a question."""
    message.header.flags |= MessageFlag.no_auto_start
    return message
