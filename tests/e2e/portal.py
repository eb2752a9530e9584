# SPDX-License-Identifier: MIT
"""A desktop's settings portal for a test: it says whether the desktop is dark or light, and tells when that changes."""

import threading
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

_SPACE, _KEY = "org.freedesktop.appearance", "color-scheme"
_OBJECT = DBusAddress(
    "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Settings"
)


class Portal:
    """Answers for `org.freedesktop.portal.Desktop` while inside `with`."""

    def __init__(self, address: str, *, dark: bool) -> None:
        self._scheme = 1 if dark else 2
        self._stopping, self._turn = threading.Event(), threading.Lock()
        self._connection: DBusConnection = open_dbus_connection(bus=address)
        Proxy(message_bus, self._connection).RequestName("org.freedesktop.portal.Desktop")
        self._thread = threading.Thread(target=self._answer_all, name="portal")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._thread.join()
        self._connection.close()

    def turn(self, *, dark: bool) -> None:
        """The user chose the other look in the desktop's settings."""
        self._scheme = 1 if dark else 2
        with self._turn:
            self._connection.send(new_signal(_OBJECT, "SettingChanged", "ssv", (_SPACE, _KEY, ("u", self._scheme))))

    def _answer_all(self) -> None:
        while not self._stopping.is_set():
            try:
                asked = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if asked.header.message_type is MessageType.method_call:
                with self._turn:
                    self._connection.send(self._answer(asked))

    def _answer(self, asked: Message) -> Message:
        scheme: tuple[str, Any] = ("u", self._scheme)
        match asked.header.fields.get(HeaderFields.member):
            case "ReadAll":
                return new_method_return(asked, "a{sa{sv}}", ({_SPACE: {_KEY: scheme}},))
            case "ReadOne" if asked.body == (_SPACE, _KEY):
                return new_method_return(asked, "v", (scheme,))
            case "Read" if asked.body == (_SPACE, _KEY):
                return new_method_return(asked, "v", (("v", scheme),))
            case "Get":
                return new_method_return(asked, "v", (("u", 2),))
            case _:
                return new_error(asked, "org.freedesktop.portal.Error.NotFound")
