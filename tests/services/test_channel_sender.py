# SPDX-License-Identifier: MIT
"""What leaves by another way than the program's own HTTP client is counted too, and without its address."""

import asyncio
from typing import Any

import pytest

from fakes import START, SteppedClock
from hkwatch.domain.channels import ChannelKind, ChannelSpec, Message, SecretPlace, Subject
from hkwatch.domain.ids import ChannelId
from hkwatch.domain.item import Level
from hkwatch.notify.apprise_out import AppriseOut
from hkwatch.notify.secret_store import SecretStore
from hkwatch.services.channel_sender import ChannelError, ChannelSender


def test_a_message_by_apprise_is_counted_by_its_service_and_not_by_its_address() -> None:
    def absent() -> Any:
        raise ImportError

    noted: list[str] = []
    secrets = SecretStore({"HKWATCH_SECRET_DESK": "tgram://12345:token/room"})
    sender = ChannelSender(SteppedClock(), None, secrets, AppriseOut(absent), noted.append)  # type: ignore[arg-type]
    spec = ChannelSpec(
        ChannelId(1), "a", ChannelKind.APPRISE, "", secret=SecretPlace.ENVIRONMENT, variable="HKWATCH_SECRET_DESK"
    )
    message = Message("k", Subject.WATCH, Level.HIGH, "title", "body", START)
    with pytest.raises(ChannelError):
        asyncio.run(sender.send(spec, "uid", message))
    assert noted == ["apprise tgram"]
