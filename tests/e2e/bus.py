# SPDX-License-Identifier: MIT
"""A private session bus for a test, and somebody who listens to every notification that goes over it."""

import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, message_bus, new_method_call, new_signal
from jeepney.bus_messages import Monitoring
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

from patience import PATIENCE_S

NOTIFICATIONS = "org.freedesktop.Notifications"
_MARK = DBusAddress("/io/github/hkwatch/test", interface="io.github.hkwatch.Test")
_BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@dataclass(frozen=True, slots=True)
class SeenNotification:
    """One Notify call as it went over the bus. `hints` holds (signature, value) pairs."""

    signature: str
    app_name: str
    replaces_id: int
    icon: str
    summary: str
    body: str
    actions: tuple[str, ...]
    hints: dict[str, tuple[str, Any]]
    expire_ms: int


class PrivateBus:
    """A session bus of one's own that starts no service by itself; it runs inside `with`.

    Its socket and log lie in `folder`, whose path must be short: a socket's path may have 107 bytes only.
    """

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder / 'bus'}"
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        config = self._folder / "bus.conf"
        config.write_text(_BUS_CONFIG.format(socket=self._folder / "bus"), encoding="utf-8")
        with (self._folder / "bus.log").open("wb") as log:
            process = subprocess.Popen(
                ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", "--print-address"],
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,
            )
        self._process = process
        assert process.stdout is not None
        # The address is printed once the bus listens.
        printed = process.stdout.readline().decode()
        assert printed.startswith(self.address), (self._folder / "bus.log").read_text()
        return self

    def stop(self) -> None:
        """End the bus, as a log-out does. May be called twice."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            assert self._process.stdout is not None
            self._process.stdout.close()

    def __exit__(self, *_: object) -> None:
        self.stop()


class NotifyMonitor:
    """Keeps every Notify call that passes over a bus, in a thread of its own."""

    def __init__(self, address: str) -> None:
        self.seen: list[SeenNotification] = []
        self._address = address
        self._marks = 0
        self._passed = threading.Condition()
        self._stopping = threading.Event()
        self._connection: DBusConnection = open_dbus_connection(bus=address)
        calls = MatchRule(type="method_call", interface=NOTIFICATIONS, member="Notify")
        marks = MatchRule(type="signal", interface=_MARK.interface)
        Proxy(Monitoring(), self._connection).BecomeMonitor([calls.serialise(), marks.serialise()])
        self._thread = threading.Thread(target=self._listen, name="notify monitor")
        self._thread.start()

    def _listen(self) -> None:
        with self._connection:
            while not self._stopping.is_set():
                try:
                    message = self._connection.receive(timeout=0.05)
                except TimeoutError:
                    continue
                except OSError:
                    return
                fields = message.header.fields
                if message.header.message_type is MessageType.signal and fields.get(HeaderFields.member) == "Mark":
                    with self._passed:
                        self._marks += 1
                        self._passed.notify_all()
                    continue
                if (
                    message.header.message_type is MessageType.method_call
                    and fields.get(HeaderFields.member) == "Notify"
                ):
                    name, replaces, icon, summary, body, actions, hints, expire_ms = message.body
                    signature = fields[HeaderFields.signature]
                    self.seen.append(
                        SeenNotification(
                            signature, name, replaces, icon, summary, body, tuple(actions), hints, expire_ms
                        )
                    )

    def catch_up(self) -> None:
        """Return when everything that went over the bus before this call was seen: the bus keeps the order."""
        with self._passed:
            wanted = self._marks + 1
        try:
            with open_dbus_connection(bus=self._address) as connection:
                connection.send(new_signal(_MARK, "Mark"))
        except OSError:
            return  # the bus is gone: nothing comes any more
        with self._passed:
            assert self._passed.wait_for(lambda: self._marks >= wanted, PATIENCE_S), "the bus is silent"

    def stop(self) -> None:
        """End the thread and return when it is gone."""
        self._stopping.set()
        self._thread.join()


def dunst_history(address: str) -> list[dict[str, Any]]:
    """The notifications that left the screen, newest first. Asked over the bus: `dunstctl history` needs systemd's busctl."""
    dunst = DBusAddress("/org/freedesktop/Notifications", NOTIFICATIONS, "org.dunstproject.cmd0")
    with open_dbus_connection(bus=address) as connection:
        reply = connection.send_and_get_reply(new_method_call(dunst, "NotificationListHistory"), timeout=5)
    (entries,) = reply.body
    return [{key: value for key, (_, value) in entry.items()} for entry in entries]


def name_has_owner(address: str, name: str) -> bool:
    """Whether somebody on the bus answers to that name."""
    with open_dbus_connection(bus=address) as connection:
        (has_owner,) = Proxy(message_bus, connection).NameHasOwner(name)
        return bool(has_owner)
