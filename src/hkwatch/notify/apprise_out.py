# SPDX-License-Identifier: MIT
"""Messages by e-mail, Telegram, Slack and what else apprise reaches; an extra that is loaded when it is used.

An apprise address is a secret as a whole. Nothing that apprise or its HTTP library writes reaches a log of ours: from what
they say only the HTTP status is taken.
"""

import logging
import re
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, Final

from hkwatch.domain.channels import Message, service_of
from hkwatch.domain.errors import NotifyError
from hkwatch.domain.item import Level
from hkwatch.notify.own_thread import in_own_thread

INSTALL: Final = 'pip install "hkwatch[apprise]"'
TIMEOUT_S: Final = 60.0
"""Real seconds for one message, however many requests it takes."""
_STATUS: Final = re.compile(r"error=(\d{3})\b")
_HERE: Final = frozenset({"dbus", "qt", "kde", "glib", "gnome", "windows", "macosx", "syslog"})
"""Services that show something on this computer: that is what notifications are for."""
_TYPE: Final = {Level.LOW: "info", Level.NORMAL: "info", Level.HIGH: "warning", Level.CRITICAL: "failure"}
_NOISY: Final = ("urllib3", "urllib3.connectionpool", "requests", "requests_oauthlib", "oauthlib", "charset_normalizer")


class AppriseOut:
    """Sends by apprise, each message in a thread of its own."""

    def __init__(self, load: Callable[[], Any] | None = None, *, timeout_s: float = TIMEOUT_S) -> None:
        """`load` imports apprise; ImportError says that it is not there."""
        self._load = load or _load
        self._timeout_s = timeout_s

    async def send(self, url: str, message: Message) -> None:
        """Send, or raise NotifyError with cause and next step; neither names the address."""
        try:
            await in_own_thread(lambda: self._send(url, message), "apprise", self._timeout_s)
        except TimeoutError as exc:
            raise NotifyError(
                "apprise-timeout", f"The service did not answer within {self._timeout_s:g} s.", "It is tried again."
            ) from exc

    def _send(self, url: str, message: Message) -> None:
        apprise = self._module()
        statuses = _silence()
        plugin = self._plugin(apprise, url)
        text = "\n".join(part for part in (message.body, message.url) if part) or message.title
        try:
            sent = plugin.notify(body=text, title=message.title, notify_type=apprise.NotifyType(_TYPE[message.level]))
        except Exception as error:  # noqa: BLE001 - plugins raise what they like, with the address in it
            raise NotifyError(
                "apprise-failed", f"{_name(plugin)} failed ({type(error).__name__}).", "Check the apprise address."
            ) from None
        if not sent:
            status = f" It answered HTTP {statuses[-1]}." if statuses else ""
            raise NotifyError(
                # Without an answer the network may be to blame as well as the address.
                "apprise-failed" if statuses else "apprise-unanswered",
                f"{_name(plugin)} did not take the message.{status}",
                "Check the apprise address and the service."
                if statuses
                else "Check the network and the apprise address.",
            )

    def _module(self) -> Any:
        try:
            return self._load()
        except ImportError as exc:
            raise NotifyError("apprise-missing", "apprise is not installed.", f"Install it: {INSTALL}") from exc

    @staticmethod
    def _plugin(apprise: Any, url: str) -> Any:
        if service_of(url) in _HERE:
            raise NotifyError(
                "apprise-local",
                "This address leads to this computer's own notifications.",
                "Use the settings of notifications for them.",
            )
        asset = apprise.AppriseAsset(plugin_paths=[], secure_logging=True, async_mode=False)
        try:
            plugin = apprise.Apprise.instantiate(url, asset=asset, suppress_exceptions=True)
        except Exception:  # noqa: BLE001 - what it raises may quote the address
            plugin = None
        if plugin is None:
            raise NotifyError(
                "apprise-address",
                "apprise does not know this kind of address.",
                "Check it against apprise's documentation.",
            )
        if not plugin.verify_certificate:
            raise NotifyError(
                "apprise-verify", "The address switches the check of certificates off.", "Remove verify=no from it."
            )
        if not hasattr(plugin, "redirects"):
            raise NotifyError("apprise-old", "This apprise follows every redirect.", f"Renew it: {INSTALL} --upgrade")
        plugin.redirects = False
        return plugin


def _name(plugin: Any) -> str:
    return str(getattr(plugin, "service_name", "") or "The service")


class _Statuses(logging.Filter):
    """Keeps the HTTP statuses that a message names, and lets no message through."""

    def filter(self, record: logging.LogRecord) -> bool:
        found = _statuses.get()
        if found is not None:
            found += _STATUS.findall(record.getMessage())
        return False


_statuses: ContextVar[list[str] | None] = ContextVar("statuses", default=None)
_filter = _Statuses()


def _silence() -> list[str]:
    """Cut their loggers off for good: a thread of theirs may still speak later. What this thread's call will name."""
    logging.getLogger("apprise").addFilter(_filter)
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    found: list[str] = []
    _statuses.set(found)
    return found


def _load() -> Any:
    import apprise  # noqa: PLC0415 - an extra

    return apprise
