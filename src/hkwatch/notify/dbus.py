# SPDX-License-Identifier: MIT
"""Notices on a Linux desktop: org.freedesktop.Notifications, asked and heard on one connection.

The connection stays open for the life of the port because some daemons tell clicks only to the connection
that sent the notice.

    no bus ◄──lost── connected ──GetCapabilities──► daemon known ──Notify──► on the screen
       └── at most one try in 30 s ──┘  ▲────── daemon left (NameOwnerChanged) ──┘

Here: the freedesktop calls and which daemon id stands for which notice. Not here: what to tell, whom, and
how often.
"""

import asyncio
import html
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from jeepney import DBusAddress, MatchRule, Message, message_bus

from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import NotifyError
from hkwatch.domain.ids import NoticeId
from hkwatch.domain.item import Level
from hkwatch.domain.unseen import without_unseen
from hkwatch.notify.bus import Bus, BusError, BusLostError, method
from hkwatch.notify.port import DEFAULT_ACTION, CloseReason, Notice, OnActivated, OnClosed

RETRY_S: Final = 30.0
CALL_TIMEOUT_S: Final = 5.0
_KEPT_IDS: Final = 512
_NAME: Final = "org.freedesktop.Notifications"
_DAEMON: Final = DBusAddress("/org/freedesktop/Notifications", bus_name=_NAME, interface=_NAME)
_URGENCY: Final = {Level.LOW: 0, Level.NORMAL: 1, Level.HIGH: 1, Level.CRITICAL: 2}
_NEVER_MS: Final = 0
_AS_THE_DAEMON_LIKES_MS: Final = -1
# What the bus answers when the call reached nobody, so that nothing can have been shown.
_NOT_DELIVERED: Final = (
    "org.freedesktop.DBus.Error.ServiceUnknown",
    "org.freedesktop.DBus.Error.NameHasNoOwner",
    "org.freedesktop.DBus.Error.Spawn.",
)
_NO_REPLY: Final = "org.freedesktop.DBus.Error.NoReply"


class DbusNotices:
    """A NoticePort for the notification daemon of the session.

    `address` is the session bus (see `session_bus_address`), empty for none. `icon` is a file path or icon
    name, `desktop_entry` what the entry in the menu is called. `call_timeout_s` counts real seconds, the pause
    between two tries the clock's.
    """

    def __init__(
        self,
        clock: Clock,
        address: str,
        *,
        icon: str,
        desktop_entry: str = "hkwatch",
        on_activated: OnActivated,
        on_closed: OnClosed,
        sound_file: Callable[[str], Path] | None = None,
        call_timeout_s: float = CALL_TIMEOUT_S,
    ) -> None:
        self._clock = clock
        self._address = address
        self._icon = icon
        self._desktop_entry = desktop_entry
        self._sound_file = sound_file
        self._on_activated = on_activated
        self._on_closed = on_closed
        self._call_timeout_s = call_timeout_s
        self._turn = asyncio.Lock()
        self._bus: Bus | None = None
        self._owner = ""
        self._is_probed = False
        self._is_closed = False
        self._capabilities: frozenset[str] = frozenset()
        self._server = ""
        self._tried_at_s: float | None = None
        self._reason = "Notifications were not started yet."
        self._notice_of: dict[int, NoticeId] = {}
        self._shown_as: dict[NoticeId, int] = {}
        self._tokens: dict[int, str] = {}

    @property
    def available(self) -> bool:
        """Whether the last contact found a notification daemon."""
        return not self._reason

    @property
    def reason(self) -> str:
        """Why no notice can be shown, one sentence; empty while one can."""
        return self._reason

    @property
    def server(self) -> str:
        """Name and version of the daemon as it states them, for the diagnosis; empty when none was met."""
        return self._server

    @property
    def capabilities(self) -> frozenset[str]:
        """What the daemon says it can do (`actions`, `body-markup` …); empty when none was met."""
        return self._capabilities

    @property
    def plays_sounds(self) -> bool:
        """Whether the daemon plays the file it is given."""
        return self._sound_file is not None and "sound" in self._capabilities

    async def start(self) -> None:
        """Connect and ask the daemon what it can do. Finding none is no error."""
        async with self._turn:
            await self._find_daemon()

    async def show(self, notice: Notice) -> bool:
        """Hand the notice to the daemon; see NoticePort.show.

        Notices go out one after the other. Raises NotifyError with key `notify-timeout`, `notify-lost`
        (both may have been shown) or `notify-refused` (was not).
        """
        async with self._turn:
            if not await self._find_daemon() or self._bus is None:
                return False
            bus, owner = self._bus, self._owner

            def remember(body: tuple[Any, ...]) -> None:
                # A daemon that gives no number has shown it all the same; its clicks cannot be told apart.
                if owner == self._owner and body and isinstance(body[0], int):
                    self._remember(notice.id, body[0])

            try:
                await bus.call(self._message(notice), self._call_timeout_s, remember)
            except BusError as exc:
                if exc.name.startswith(_NOT_DELIVERED):
                    self._lose_daemon("No notification daemon is running.")
                    return False
                if exc.name == _NO_REPLY:
                    raise NotifyError("notify-lost", "The notification daemon stopped while it was asked.") from exc
                raise NotifyError("notify-refused", f"The notification daemon refused the notice ({exc}).") from exc
            except BusLostError as exc:
                raise NotifyError("notify-lost", exc.detail) from exc
            except TimeoutError as exc:
                self._set_aside()
                raise NotifyError(
                    "notify-timeout",
                    f"The notification daemon did not answer within {self._call_timeout_s:g} s.",
                    "Tried again in half a minute.",
                ) from exc
            return True

    async def withdraw(self, notice_id: NoticeId) -> None:
        """Close the notice if it is on the screen; the daemon's word for it comes as `on_closed`."""
        async with self._turn:
            dbus_id = self._shown_as.get(notice_id)
            if dbus_id is None or self._bus is None:
                return
            try:
                await self._bus.call(method(_DAEMON, "CloseNotification", "u", (dbus_id,)), self._call_timeout_s)
            except (BusError, BusLostError):
                # Closed already, or its daemon is gone: off the screen either way.
                self._shown_as.pop(notice_id, None)
            except TimeoutError:
                self._set_aside()

    async def close(self) -> None:
        """Leave the bus. Notices stay on the screen, their clicks are heard no more."""
        bus, self._bus = self._bus, None
        self._is_closed = True
        self._reason = "Notifications are closed."
        if bus is not None:
            await bus.close()

    # -- finding the daemon --------------------------------------------------------------------------------

    async def _find_daemon(self) -> bool:
        if self._bus is not None and self._is_probed and not self._reason:
            return True
        if self._is_closed:
            return False
        now_s = self._clock.monotonic()
        if self._tried_at_s is not None and now_s - self._tried_at_s < RETRY_S:
            return False
        self._tried_at_s = now_s
        try:
            bus = self._bus or await self._connect()
            await self._probe(bus)
        except BusLostError as exc:
            self._reason = exc.detail
        except BusError as exc:
            self._reason = (
                "No notification daemon is running."
                if exc.name.startswith(_NOT_DELIVERED)
                else f"The notification daemon cannot be used ({exc})."
            )
        except TimeoutError:
            self._reason = f"The notification daemon did not answer within {self._call_timeout_s:g} s."
        else:
            self._reason = ""
            self._is_probed = True
            self._tried_at_s = None
        return not self._reason

    async def _connect(self) -> Bus:
        bus = await Bus.open(self._address, self._on_signal, self._on_bus_lost, self._call_timeout_s)
        owner_changes = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        owner_changes.add_arg_condition(0, _NAME)
        signals = MatchRule(type="signal", interface=_NAME, path=_DAEMON.object_path)
        try:
            for rule in (owner_changes, signals):
                await bus.call(message_bus.AddMatch(rule), self._call_timeout_s)
            if self._is_closed:
                raise BusLostError("notify-closed", "Notifications are closed.")
        except BaseException:
            await bus.close()
            raise
        self._bus = bus
        return bus

    async def _probe(self, bus: Bus) -> None:
        # Asking by the well-known name also starts a daemon that the session knows how to start.
        told = await bus.call(method(_DAEMON, "GetCapabilities"), self._call_timeout_s)
        about = await bus.call(method(_DAEMON, "GetServerInformation"), self._call_timeout_s)
        (owner,) = await bus.call(message_bus.GetNameOwner(_NAME), self._call_timeout_s)
        # Whoever owns the name may answer anything.
        listed = told[0] if told and isinstance(told[0], list) else []
        self._capabilities = frozenset(one for one in listed if isinstance(one, str))
        named = [_clean(one) for one in (*about[:1], *about[2:3]) if isinstance(one, str)]
        self._server = " ".join(named)
        self._owner = owner

    def _set_aside(self) -> None:
        """Leave a daemon that hangs alone for a while, so that it cannot hold up every notice."""
        self._reason = f"The notification daemon did not answer within {self._call_timeout_s:g} s."
        self._tried_at_s = self._clock.monotonic()

    def _lose_daemon(self, reason: str) -> None:
        self._reason = reason
        self._is_probed = False
        self._owner = ""
        self._capabilities = frozenset()
        self._server = ""
        gone, self._shown_as = list(self._shown_as), {}
        self._notice_of.clear()
        self._tokens.clear()
        for notice_id in gone:
            self._later(self._on_closed, notice_id, CloseReason.DAEMON_GONE)

    def _on_bus_lost(self) -> None:
        self._bus = None
        self._lose_daemon("The connection to the D-Bus session bus is lost.")

    # -- the notice on the wire ----------------------------------------------------------------------------

    def _message(self, notice: Notice) -> Message:
        title, body = _clean(notice.title).replace("\n", " "), _clean(notice.body)
        if body and "body" not in self._capabilities:
            title, body = f"{title} — {body}".replace("\n", " · "), ""
        if "body-markup" in self._capabilities:
            body = html.escape(body, quote=False)
        actions: list[str] = []
        if "actions" in self._capabilities:
            labels = {DEFAULT_ACTION: "Open", **dict(notice.actions)}
            actions = [_clean(text) for pair in labels.items() for text in pair]
        subject = "alert" if notice.alert_id is not None else "item"
        hints: dict[str, tuple[str, object]] = {
            "urgency": ("y", _URGENCY[notice.level]),
            "desktop-entry": ("s", self._desktop_entry),
            "category": ("s", f"x-hkwatch.{subject}"),
        }
        # A daemon's own sound on top of ours would be two.
        hints["suppress-sound"] = ("b", True)
        if self.plays_sounds and self._sound_file is not None and notice.sound not in ("", "none"):
            hints["suppress-sound"] = ("b", False)
            hints["sound-file"] = ("s", str(self._sound_file(notice.sound)))
        expire_ms = _NEVER_MS if notice.level is Level.CRITICAL else _AS_THE_DAEMON_LIKES_MS
        replaces = self._shown_as.get(notice.id, 0)
        return method(
            _DAEMON,
            "Notify",
            "susssasa{sv}i",
            ("hkwatch", replaces, self._icon, title, body, actions, hints, expire_ms),
        )

    def _remember(self, notice_id: NoticeId, dbus_id: int) -> None:
        self._shown_as[notice_id] = dbus_id
        self._notice_of.pop(dbus_id, None)
        self._notice_of[dbus_id] = notice_id
        # Some daemons keep an expired notice in a list where it can still be clicked: forget the oldest only.
        while len(self._notice_of) > _KEPT_IDS:
            oldest = next(iter(self._notice_of))
            self._forget(oldest, self._notice_of.pop(oldest))

    def _forget(self, dbus_id: int, notice_id: NoticeId) -> None:
        self._tokens.pop(dbus_id, None)
        if self._shown_as.get(notice_id) == dbus_id:
            del self._shown_as[notice_id]

    # -- what comes back -----------------------------------------------------------------------------------

    def _on_signal(self, sender: str, interface: str, member: str, body: tuple[Any, ...]) -> None:
        match (interface, member, body):
            case ("org.freedesktop.DBus", "NameOwnerChanged", (str(name), str(), str(owner))):
                if sender == "org.freedesktop.DBus" and name == _NAME and owner != self._owner:
                    self._on_owner_changed(owner)
            case (iface, _, (int(dbus_id), *rest)) if iface == _NAME and sender == self._owner:
                self._on_daemon_signal(member, dbus_id, rest)

    def _on_owner_changed(self, owner: str) -> None:
        self._lose_daemon("" if owner else "The notification daemon stopped.")
        # A new daemon need not wait for the pause to end; it is asked what it can do with the next notice.
        self._owner = owner
        self._tried_at_s = None

    def _on_daemon_signal(self, member: str, dbus_id: int, rest: list[Any]) -> None:
        notice_id = self._notice_of.get(dbus_id)
        if notice_id is None:
            return
        match (member, rest):
            case ("ActivationToken", [str(token)]):
                self._tokens[dbus_id] = token
            case ("ActionInvoked", [str(action)]):
                self._later(self._on_activated, notice_id, action, self._tokens.pop(dbus_id, None))
            case ("NotificationClosed", [int(number)]):
                reason = CloseReason(number) if 1 <= number <= 4 else CloseReason.UNKNOWN
                was_on_screen = self._shown_as.get(notice_id) == dbus_id
                self._forget(dbus_id, notice_id)
                if was_on_screen:
                    self._later(self._on_closed, notice_id, reason)

    def _later(self, callback: Callable[..., None], *arguments: object) -> None:
        # Through the loop, so that a mistake in the callback is reported there and does not stop the
        # receiver.
        asyncio.get_running_loop().call_soon(callback, *arguments)


def _clean(text: str) -> str:
    """Without what nobody sees, and what no D-Bus string may hold: for a NUL the bus drops the whole connection."""
    return without_unseen(text).replace("\r", "").strip()
