# SPDX-License-Identifier: MIT
"""What the user asks about channels, and what the engine says of them."""

from dataclasses import dataclass, field

from hkwatch.domain.channels import ChannelSpec, ChannelView
from hkwatch.domain.ids import ChannelId, CommandId


@dataclass(frozen=True, slots=True)
class SaveChannel:
    """Store a channel, a new one with `spec.id` 0. `new_secret` None keeps what is in the keyring. Answered by
    `ChannelAnswered`."""

    id: CommandId
    spec: ChannelSpec
    new_secret: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class PauseChannel:
    """Send nothing by a channel, or send again. What arises meanwhile is not sent later."""

    id: CommandId
    channel: ChannelId
    paused: bool


@dataclass(frozen=True, slots=True)
class RemoveChannel:
    """Take a channel away; its secret goes with the next start of the engine, so that this can be undone."""

    id: CommandId
    channel: ChannelId


@dataclass(frozen=True, slots=True)
class RestoreChannel:
    """Undo `RemoveChannel`."""

    id: CommandId
    channel: ChannelId


@dataclass(frozen=True, slots=True)
class TryChannel:
    """Send a test message now, also by a paused one. Answered by `ChannelAnswered`."""

    id: CommandId
    channel: ChannelId


@dataclass(frozen=True, slots=True)
class ChannelsChanged:
    """All channels, after any of them changed or sent."""

    channels: tuple[ChannelView, ...]


@dataclass(frozen=True, slots=True)
class ChannelAnswered:
    """How `SaveChannel` or `TryChannel` went: `error` is empty, or the cause, with `next_step` behind it."""

    command_id: CommandId
    channel: ChannelId
    error: str = ""
    next_step: str = ""


ChannelCommand = SaveChannel | PauseChannel | RemoveChannel | RestoreChannel | TryChannel
ChannelEvent = ChannelsChanged | ChannelAnswered
