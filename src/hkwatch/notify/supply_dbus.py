# SPDX-License-Identifier: MIT
"""Battery from UPower and metered link from NetworkManager, over the system bus.

    no bus ──60 s──► connected ─► Get OnBattery, Get Metered ─► told
                        ▲ PropertiesChanged, or one of the two came: ask again; one left: unknown at once

A signal only says that it is time to ask: what a stranger on the bus claims is never believed.
"""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from jeepney import DBusAddress, MatchRule, message_bus

from hkwatch.domain.clock import Clock
from hkwatch.domain.saving import UNKNOWN, Supply
from hkwatch.notify.bus import Bus, BusError, BusLostError, method
from hkwatch.notify.supply import OnSupply

log = logging.getLogger(__name__)

RETRY_S: Final = 60.0
CALL_TIMEOUT_S: Final = 5.0
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
UPOWER: Final = "org.freedesktop.UPower"
NETWORK: Final = "org.freedesktop.NetworkManager"
_PATHS: Final = {UPOWER: "/org/freedesktop/UPower", NETWORK: "/org/freedesktop/NetworkManager"}
_METERED: Final = {1: True, 2: False, 3: True, 4: False}
"""NetworkManager's numbers: yes, no, guessed yes, guessed no; 0 = it does not know."""


def system_bus_address(environ: Mapping[str, str]) -> str:
    """Where the system bus is, by the environment given, else where it always is."""
    return environ.get("DBUS_SYSTEM_BUS_ADDRESS") or "unix:path=/run/dbus/system_bus_socket"


class SystemSupply:
    """A SupplyPort. `call_timeout_s` counts real seconds, the pause between two tries the clock's."""

    def __init__(self, clock: Clock, address: str, *, call_timeout_s: float = CALL_TIMEOUT_S) -> None:
        self._clock = clock
        self._address = address
        self._call_timeout_s = call_timeout_s
        self._supply = UNKNOWN
        self._stale: set[str] = set()
        self._gone: set[str] = set()
        self._wake = asyncio.Event()
        self._is_lost = False

    async def run(self, told: OnSupply) -> None:
        """See SupplyPort.run."""
        while True:
            self._is_lost = False
            try:
                bus = await Bus.open(self._address, self._on_signal, self._on_lost, self._call_timeout_s)
            except BusLostError as error:
                log.debug("system bus: %s", error.detail)
            else:
                try:
                    await self._follow(bus, told)
                except (BusError, BusLostError, TimeoutError) as error:
                    log.debug("system bus: %s", error)
                finally:
                    await bus.close()
                self._set(told, UNKNOWN)
            await self._clock.sleep(RETRY_S)

    async def _follow(self, bus: Bus, told: OnSupply) -> None:
        for name, path in _PATHS.items():
            changes = MatchRule(type="signal", sender=name, interface=_PROPERTIES, path=path)
            changes.add_arg_condition(0, name)
            owner = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
            owner.add_arg_condition(0, name)
            for rule in (changes, owner):
                await bus.call(message_bus.AddMatch(rule), self._call_timeout_s)
        self._stale = set(_PATHS)
        self._gone.clear()
        while not self._is_lost:
            self._wake.clear()
            fresh = self._supply
            while self._stale:
                name = self._stale.pop()
                if name == UPOWER:
                    fresh = replace(fresh, on_battery=_as_bool(await self._get(bus, name, "OnBattery")))
                else:
                    value = await self._get(bus, name, "Metered")
                    fresh = replace(fresh, metered=_METERED.get(value) if isinstance(value, int) else None)
            self._set(told, fresh)
            if not self._is_lost:
                await self._wake.wait()

    async def _get(self, bus: Bus, name: str, member: str) -> Any:
        """The property's value; None where nobody answers for it."""
        if name in self._gone:
            # A call could start it again, and again if it falls over each time.
            return None
        address = DBusAddress(_PATHS[name], bus_name=name, interface=_PROPERTIES)
        try:
            ((_, value),) = await bus.call(method(address, "Get", "ss", (name, member)), self._call_timeout_s)
        except (BusError, TimeoutError, ValueError) as error:
            log.debug("%s.%s: %s", name, member, error)
            return None
        return value

    def _set(self, told: OnSupply, supply: Supply) -> None:
        if supply != self._supply:
            self._supply = supply
            told(supply)

    def _on_signal(self, sender: str, interface: str, member: str, body: tuple[Any, ...]) -> None:
        del sender
        match (interface, member, body):
            case ("org.freedesktop.DBus.Properties", "PropertiesChanged", (str(name), *_)) if name in _PATHS:
                self._stale.add(name)
            case ("org.freedesktop.DBus", "NameOwnerChanged", (str(name), str(), str(owner))) if name in _PATHS:
                (self._gone.discard if owner else self._gone.add)(name)
                self._stale.add(name)
            case _:
                return
        self._wake.set()

    def _on_lost(self) -> None:
        self._is_lost = True
        self._wake.set()


def _as_bool(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None
