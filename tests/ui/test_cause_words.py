# SPDX-License-Identifier: MIT
"""Causes in the language of the window: every one that is made for channels and notices is known to the translator."""

import asyncio
import errno
import re
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from hkwatch.domain.channels import ChannelKind, ChannelSpec, ChannelView, Message, Subject
from hkwatch.domain.errors import FetchError, NotifyError
from hkwatch.domain.ids import ChannelId
from hkwatch.domain.item import Level
from hkwatch.notify.apprise_out import AppriseOut
from hkwatch.notify.secret_store import SecretStore
from hkwatch.services.channel_sender import _step
from hkwatch.sources.answers import status_error
from hkwatch.sources.failures import connection_error, timeout_error
from hkwatch.sources.telling import refuse_to_carry
from hkwatch.ui.cause_words import cause_words
from hkwatch.ui.channels.words import failure_text
from hkwatch.ui.notices.words import cause_text

NOW = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
NTFY = ChannelSpec(ChannelId(1), "Phone", ChannelKind.NTFY, "https://ntfy.example.test/hk")
HOOK = ChannelSpec(ChannelId(2), "Desk", ChannelKind.WEBHOOK, "https://hooks.example.test/a")


class Chinese(QTranslator):
    """Encloses what the translation files would be asked for, with one Chinese sentence of its own."""

    def translate(
        self, context: bytes | str, source: bytes | str, disambiguation: object = None, n: int = -1
    ) -> str | None:
        if context != "Causes":
            return None
        return "找不到 {0}。" if source == "The name {0} was not found." else f"«{source!s}»"


@pytest.fixture(autouse=True)
def translator(qapp: QApplication) -> Iterator[Chinese]:
    made = Chinese()
    assert QCoreApplication.installTranslator(made)
    yield made
    QCoreApplication.removeTranslator(made)


def is_known(text: str) -> bool:
    """Whether nothing of it stays in English."""
    return not re.sub("«[^«»]*»", "", cause_words(text)).strip()


def certificate(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError("no")
    error.verify_code, error.verify_message = code, "no"
    return error


@pytest.mark.parametrize(
    "error",
    [
        *(connection_error(certificate(code), "example.test", None) for code in (1, 2, 9, 10, 62)),
        connection_error(ssl.SSLError("bad record"), "example.test", None),
        connection_error(ConnectionRefusedError(), "example.test", None),
        connection_error(ConnectionRefusedError(), "example.test", "proxy.example.test:80"),
        connection_error(OSError(errno.ENETUNREACH, "x"), "example.test", None),
        connection_error(OSError("gone"), "example.test", None),
        timeout_error("example.test", 10.0),
    ],
    ids=lambda error: error.key,
)
def test_what_keeps_a_message_from_its_server_is_known(error: FetchError) -> None:
    assert is_known(error.detail)
    assert is_known(f"{error.detail} {error.next_step}".strip())


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 413, 418, 429, 451, 500, 502, 503, 504, 599])
@pytest.mark.parametrize("headers", [{}, {"retry-after": "300"}], ids=["", "waits"])
def test_what_a_server_answers_a_channel_is_known(status: int, headers: dict[str, str]) -> None:
    error = status_error(status, "hooks.example.test", headers, b"", NOW)
    assert is_known(error.detail)
    for spec in (NTFY, HOOK):
        step = _step(error.key, spec, error.next_step)
        # What is said of a source alone no channel meets.
        assert is_known(step) or status == 451


@pytest.mark.parametrize(
    ("target", "status"), [("https://other.example.test/", 307), ("https://a.example.test/b", 302)]
)
def test_a_redirect_that_no_message_follows_is_known(target: str, status: int) -> None:
    with pytest.raises(FetchError) as caught:
        refuse_to_carry("https://a.example.test/a", target, status)
    assert is_known(f"{caught.value.detail} {caught.value.next_step}")


def test_secrets_that_cannot_be_had_are_known() -> None:
    store = SecretStore({})
    with pytest.raises(NotifyError) as caught:
        store.variable("HKWATCH_SECRET_A")
    assert is_known(f"{caught.value.detail} {caught.value.next_step}")

    class Poor:
        priority = 0.0

        def get_password(self, service: str, name: str) -> str | None:
            return None

        def set_password(self, service: str, name: str, secret: str) -> None: ...

        def delete_password(self, service: str, name: str) -> None: ...

    class Refusing(Poor):
        priority = 5.0

        def get_password(self, service: str, name: str) -> str | None:
            raise RuntimeError

    class Empty(Poor):
        priority = 5.0

    for backend in (Poor(), Refusing(), Empty()):
        with pytest.raises(NotifyError) as caught:
            asyncio.run(SecretStore({}, lambda backend=backend: backend).get("a"))  # type: ignore[misc]
        assert is_known(f"{caught.value.detail} {caught.value.next_step}"), caught.value.key


def test_apprise_that_is_not_there_is_known() -> None:
    def load() -> object:
        raise ImportError

    message = Message("k", Subject.ITEMS, Level.HIGH, "title", "body", NOW)
    with pytest.raises(NotifyError) as caught:
        asyncio.run(AppriseOut(load).send("mailto://example.test", message))
    words = cause_words(f"{caught.value.detail} {caught.value.next_step}")
    assert words.startswith("«apprise is not installed.» «Install it: pip install")


@pytest.mark.parametrize(
    "cause",
    [
        "No notification daemon is running.",
        "The notification daemon did not answer within 5 s.",
        "The notification daemon refused the notice (org.example.Error: too long).",
        "The D-Bus session bus does not answer ([Errno 2] No such file or directory).",
        "The output is closed ([Errno 32] Broken pipe).",
        "the item is gone",
    ],
)
def test_what_the_desktop_says_is_known(cause: str) -> None:
    assert is_known(cause_text(cause))


def test_values_stay_and_blanks_are_those_of_the_language() -> None:
    assert cause_words("The name hooks.example.test was not found.") == "找不到 hooks.example.test。"
    assert cause_words("The name a.test was not found. Check the address.") == "找不到 a.test。«Check the address.»"
    assert cause_words("Something nobody foresaw (42). Check the address.").startswith("Something nobody foresaw (42).")
    assert cause_words("") == ""


def test_a_channel_that_fails_says_why_in_the_language_of_the_window() -> None:
    error = connection_error(socket.gaierror(), "hooks.example.test", None)
    view = ChannelView(HOOK, failed_at=NOW, error=error.detail, next_step=error.next_step)
    said = failure_text(view, NOW, "en")
    assert "找不到 hooks.example.test。«Check the network connection and the address.»" in said
