# SPDX-License-Identifier: MIT
"""What the engine says, one message for each event."""

from hkwatch.domain import channel_commands as cc
from hkwatch.domain import events as ev
from hkwatch.domain import rule_commands as rc
from hkwatch.domain import saved_search as ss
from hkwatch.link.hello import Hello, Message


class EngineReady(Message, frozen=True, tag="engine-ready"):
    event: ev.EngineReady


class WatchStatus(Message, frozen=True, tag="watch-status"):
    event: ev.WatchStatusChanged


class ItemsAdded(Message, frozen=True, tag="items-added"):
    event: ev.ItemsAdded


class ItemsChanged(Message, frozen=True, tag="items-changed"):
    event: ev.ItemsChanged


class Resync(Message, frozen=True, tag="resync"):
    event: ev.Resync


class PriceChanged(Message, frozen=True, tag="price-changed"):
    event: ev.PriceChanged


class AlertsChanged(Message, frozen=True, tag="alerts-changed"):
    event: ev.AlertsChanged


class AlertFired(Message, frozen=True, tag="alert-fired"):
    event: ev.AlertFired


class NoticeActivated(Message, frozen=True, tag="notice-activated"):
    event: ev.NoticeActivated


class NoticeWanted(Message, frozen=True, tag="notice-wanted"):
    event: ev.NoticeWanted


class BeepWanted(Message, frozen=True, tag="beep-wanted"):
    event: ev.BeepWanted


class CommandDone(Message, frozen=True, tag="command-done"):
    event: ev.CommandDone


class NewestKnown(Message, frozen=True, tag="newest-known"):
    event: ev.NewestKnown


class SourcesFound(Message, frozen=True, tag="sources-found"):
    event: ev.SourcesFound


class SourcesAdded(Message, frozen=True, tag="sources-added"):
    event: ev.SourcesAdded


class BodyRead(Message, frozen=True, tag="body-read"):
    event: ev.BodyRead


class PicturesFetched(Message, frozen=True, tag="pictures-fetched"):
    event: ev.PicturesFetched


class EngineFailed(Message, frozen=True, tag="engine-failed"):
    event: ev.EngineFailed


class EngineFinished(Message, frozen=True, tag="engine-finished"):
    event: ev.EngineFinished


class RulesChanged(Message, frozen=True, tag="rules-changed"):
    event: rc.RulesChanged


class RulesCompared(Message, frozen=True, tag="rules-compared"):
    event: rc.RulesCompared


class ReflagProgress(Message, frozen=True, tag="reflag-progress"):
    event: rc.ReflagProgress


class MutesChanged(Message, frozen=True, tag="mutes-changed"):
    event: rc.MutesChanged


class SearchesChanged(Message, frozen=True, tag="searches-changed"):
    event: ss.SearchesChanged


class ChannelsChanged(Message, frozen=True, tag="channels-changed"):
    event: cc.ChannelsChanged


class ChannelAnswered(Message, frozen=True, tag="channel-answered"):
    event: cc.ChannelAnswered


FromEngine = (
    Hello
    | EngineReady
    | WatchStatus
    | ItemsAdded
    | ItemsChanged
    | Resync
    | PriceChanged
    | AlertsChanged
    | AlertFired
    | NoticeActivated
    | NoticeWanted
    | BeepWanted
    | CommandDone
    | NewestKnown
    | SourcesFound
    | SourcesAdded
    | BodyRead
    | PicturesFetched
    | EngineFailed
    | EngineFinished
    | RulesChanged
    | RulesCompared
    | ReflagProgress
    | MutesChanged
    | SearchesChanged
    | ChannelsChanged
    | ChannelAnswered
)
"""Everything an engine may send."""

OF_EVENT: dict[type, type] = {
    message.__annotations__["event"]: message for message in FromEngine.__args__ if "event" in message.__annotations__
}
"""The message that carries an event of a type."""
