# SPDX-License-Identifier: MIT
"""apprise at a loopback address: sent, refused, absent, and never a word of its address."""

import asyncio
import json
import logging
from datetime import UTC, datetime
from typing import Any

import pytest

from hkwatch.domain.channels import Message, Subject
from hkwatch.domain.errors import NotifyError
from hkwatch.domain.item import Level
from hkwatch.notify.apprise_out import AppriseOut
from hkwatch.replica.receiver import Receiver, Reply

# The library loads all it knows, and old modules of Python with it.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

MESSAGE = Message(
    "k",
    Subject.ITEMS,
    Level.CRITICAL,
    "證監會 · Critical",
    "A & B <i>",
    datetime(2026, 1, 1, tzinfo=UTC),
    "https://a.test/",
)


def send(url: str, out: AppriseOut | None = None) -> None:
    asyncio.run((out or AppriseOut()).send(url, MESSAGE))


def json_url(receiver: Receiver, rest: str = "") -> str:
    return receiver.url.replace("http://", "json://user:s3cr3t-word@") + f"/s3cr3t-path/{rest}"


def test_a_message_arrives_as_it_is() -> None:
    with Receiver() as receiver:
        send(json_url(receiver))
        (got,) = receiver.received
    content = json.loads(got.body)
    assert content["title"] == "證監會 · Critical"
    assert content["message"] == "A & B <i>\nhttps://a.test/"
    assert content["type"] == "failure"


def test_a_refusal_names_the_status_and_nothing_secret(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with Receiver() as receiver:
        receiver.replies.append(Reply(403))
        with pytest.raises(NotifyError) as caught:
            send(json_url(receiver))
    assert "HTTP 403" in caught.value.detail
    assert caught.value.next_step
    assert "s3cr3t" not in str(caught.value) + caplog.text


def test_a_redirect_is_not_followed() -> None:
    with Receiver() as other, Receiver() as receiver:
        receiver.replies.append(Reply(307, {"Location": f"{other.url}/elsewhere"}))
        with pytest.raises(NotifyError):
            send(json_url(receiver, "?redirect=yes"))
        assert other.received == []


def test_nobody_there_is_said(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with Receiver() as receiver:
        url = json_url(receiver)
    with pytest.raises(NotifyError) as caught:
        send(url)
    assert caught.value.key == "apprise-unanswered"
    assert "s3cr3t" not in str(caught.value) + caplog.text


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("nonsense", "apprise-address"),
        ("nosuchservice://s3cr3t", "apprise-address"),
        ("dbus://", "apprise-local"),
        ("jsons://example.test/?verify=no", "apprise-verify"),
    ],
)
def test_addresses_that_are_not_used(url: str, key: str) -> None:
    with pytest.raises(NotifyError) as caught:
        send(url)
    assert caught.value.key == key
    assert "s3cr3t" not in str(caught.value)


def test_without_apprise_the_command_that_installs_it_is_said() -> None:
    def load() -> Any:
        raise ModuleNotFoundError("No module named 'apprise'")

    with pytest.raises(NotifyError) as caught:
        send("json://localhost/", AppriseOut(load))
    assert 'pip install "hkwatch[apprise]"' in caught.value.next_step
