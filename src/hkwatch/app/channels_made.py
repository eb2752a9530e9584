# SPDX-License-Identifier: MIT
"""Puts the further ways out together."""

from collections.abc import Callable

from hkwatch.domain.clock import Clock
from hkwatch.domain.events import Event
from hkwatch.notify.apprise_out import AppriseOut
from hkwatch.notify.secret_store import SecretStore
from hkwatch.services.channel_sender import ChannelSender
from hkwatch.services.channels import Channels
from hkwatch.services.database import Database
from hkwatch.services.notices import Notices
from hkwatch.services.poller import Fetch


def make_channels(
    clock: Clock,
    database: Database,
    notices: Notices,
    fetch: Fetch,
    emit: Callable[[Event], None],
    note: Callable[[str], None],
) -> Channels:
    """Channels with the system's keyring and the program's own HTTP client; `note` counts what goes another way."""
    sender = ChannelSender(clock, fetch, SecretStore(), AppriseOut(), note)
    return Channels(clock, database, notices, sender, emit)
