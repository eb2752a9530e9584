# SPDX-License-Identifier: MIT
"""Every message between desktop and engine: one JSON object a line, `type` says which, UTF-8.

    engine → desktop   Hello, then events          desktop → engine   Hello, then commands

The first line each way is `Hello` with the protocol's number; two programs of different numbers part at once.
"""

import msgspec

from hkwatch.domain import channel_commands as cc
from hkwatch.domain import commands as cmd
from hkwatch.domain import events as ev
from hkwatch.domain import rule_commands as rc
from hkwatch.domain import saved_search as ss

PROTOCOL = 1


class _Message(msgspec.Struct, frozen=True, tag_field="type"):
    pass


class Hello(_Message, frozen=True, tag="hello"):
    """Who speaks: protocol number, program version, process id."""

    protocol: int
    version: str
    pid: int


class EngineReady(_Message, frozen=True, tag="engine-ready"):
    event: ev.EngineReady


class WatchStatus(_Message, frozen=True, tag="watch-status"):
    event: ev.WatchStatusChanged


class ItemsAdded(_Message, frozen=True, tag="items-added"):
    event: ev.ItemsAdded


class ItemsChanged(_Message, frozen=True, tag="items-changed"):
    event: ev.ItemsChanged


class Resync(_Message, frozen=True, tag="resync"):
    event: ev.Resync


class PriceChanged(_Message, frozen=True, tag="price-changed"):
    event: ev.PriceChanged


class AlertsChanged(_Message, frozen=True, tag="alerts-changed"):
    event: ev.AlertsChanged


class AlertFired(_Message, frozen=True, tag="alert-fired"):
    event: ev.AlertFired


class NoticeActivated(_Message, frozen=True, tag="notice-activated"):
    event: ev.NoticeActivated


class NoticeWanted(_Message, frozen=True, tag="notice-wanted"):
    event: ev.NoticeWanted


class BeepWanted(_Message, frozen=True, tag="beep-wanted"):
    event: ev.BeepWanted


class CommandDone(_Message, frozen=True, tag="command-done"):
    event: ev.CommandDone


class NewestKnown(_Message, frozen=True, tag="newest-known"):
    event: ev.NewestKnown


class SourcesFound(_Message, frozen=True, tag="sources-found"):
    event: ev.SourcesFound


class SourcesAdded(_Message, frozen=True, tag="sources-added"):
    event: ev.SourcesAdded


class BodyRead(_Message, frozen=True, tag="body-read"):
    event: ev.BodyRead


class PicturesFetched(_Message, frozen=True, tag="pictures-fetched"):
    event: ev.PicturesFetched


class DatabaseReplaced(_Message, frozen=True, tag="database-replaced"):
    event: ev.DatabaseReplaced


class EngineFailed(_Message, frozen=True, tag="engine-failed"):
    event: ev.EngineFailed


class EngineFinished(_Message, frozen=True, tag="engine-finished"):
    event: ev.EngineFinished


class RulesChanged(_Message, frozen=True, tag="rules-changed"):
    event: rc.RulesChanged


class RulesCompared(_Message, frozen=True, tag="rules-compared"):
    event: rc.RulesCompared


class ReflagProgress(_Message, frozen=True, tag="reflag-progress"):
    event: rc.ReflagProgress


class MutesChanged(_Message, frozen=True, tag="mutes-changed"):
    event: rc.MutesChanged


class SearchesChanged(_Message, frozen=True, tag="searches-changed"):
    event: ss.SearchesChanged


class ChannelsChanged(_Message, frozen=True, tag="channels-changed"):
    event: cc.ChannelsChanged


class ChannelAnswered(_Message, frozen=True, tag="channel-answered"):
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
    | DatabaseReplaced
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


class MarkItems(_Message, frozen=True, tag="mark-items"):
    command: cmd.MarkItems


class UndoMarks(_Message, frozen=True, tag="undo-marks"):
    command: cmd.UndoMarks


class SplitStory(_Message, frozen=True, tag="split-story"):
    command: cmd.SplitStory


class MergeStories(_Message, frozen=True, tag="merge-stories"):
    command: cmd.MergeStories


class UndoStories(_Message, frozen=True, tag="undo-stories"):
    command: cmd.UndoStories


class SaveAlert(_Message, frozen=True, tag="save-alert"):
    command: cmd.SaveAlert


class RemoveAlert(_Message, frozen=True, tag="remove-alert"):
    command: cmd.RemoveAlert


class RestoreAlert(_Message, frozen=True, tag="restore-alert"):
    command: cmd.RestoreAlert


class TryAlert(_Message, frozen=True, tag="try-alert"):
    command: cmd.TryAlert


class SnoozeAlert(_Message, frozen=True, tag="snooze-alert"):
    command: cmd.SnoozeAlert


class CheckNow(_Message, frozen=True, tag="check-now"):
    command: cmd.CheckNow


class Pause(_Message, frozen=True, tag="pause"):
    command: cmd.Pause


class Resume(_Message, frozen=True, tag="resume"):
    command: cmd.Resume


class DismissGap(_Message, frozen=True, tag="dismiss-gap"):
    command: cmd.DismissGap


class UseAddress(_Message, frozen=True, tag="use-address"):
    command: cmd.UseAddress


class AskNewest(_Message, frozen=True, tag="ask-newest"):
    command: cmd.AskNewest


class FindSources(_Message, frozen=True, tag="find-sources"):
    command: cmd.FindSources


class AddSources(_Message, frozen=True, tag="add-sources"):
    command: cmd.AddSources


class RemoveSource(_Message, frozen=True, tag="remove-source"):
    command: cmd.RemoveSource


class RestoreSource(_Message, frozen=True, tag="restore-source"):
    command: cmd.RestoreSource


class SwitchSource(_Message, frozen=True, tag="switch-source"):
    command: cmd.SwitchSource


class SetSourceOptions(_Message, frozen=True, tag="set-source-options"):
    command: cmd.SetSourceOptions


class FetchPictures(_Message, frozen=True, tag="fetch-pictures"):
    command: cmd.FetchPictures


class ReadBody(_Message, frozen=True, tag="read-body"):
    command: cmd.ReadBody


class AcceptLayout(_Message, frozen=True, tag="accept-layout"):
    command: cmd.AcceptLayout


class ReloadSettings(_Message, frozen=True, tag="reload-settings"):
    command: cmd.ReloadSettings


class NoticeShown(_Message, frozen=True, tag="notice-shown"):
    command: cmd.NoticeShown


class TestNotice(_Message, frozen=True, tag="test-notice"):
    command: cmd.TestNotice


class UserActive(_Message, frozen=True, tag="user-active"):
    command: cmd.UserActive


class MarkAway(_Message, frozen=True, tag="mark-away"):
    command: cmd.MarkAway


class Quiet(_Message, frozen=True, tag="quiet"):
    command: cmd.Quiet


class AnswerNotice(_Message, frozen=True, tag="answer-notice"):
    command: cmd.AnswerNotice


class Stop(_Message, frozen=True, tag="stop"):
    command: cmd.Stop


class SaveRule(_Message, frozen=True, tag="save-rule"):
    command: rc.SaveRule


class RemoveRule(_Message, frozen=True, tag="remove-rule"):
    command: rc.RemoveRule


class SetShippedRule(_Message, frozen=True, tag="set-shipped-rule"):
    command: rc.SetShippedRule


class EditWords(_Message, frozen=True, tag="edit-words"):
    command: rc.EditWords


class CompareRules(_Message, frozen=True, tag="compare-rules"):
    command: rc.CompareRules


class ImportRules(_Message, frozen=True, tag="import-rules"):
    command: rc.ImportRules


class UndoRules(_Message, frozen=True, tag="undo-rules"):
    command: rc.UndoRules


class ReloadRules(_Message, frozen=True, tag="reload-rules"):
    command: rc.ReloadRules


class Reflag(_Message, frozen=True, tag="reflag"):
    command: rc.Reflag


class MuteItem(_Message, frozen=True, tag="mute-item"):
    command: rc.MuteItem


class AddMute(_Message, frozen=True, tag="add-mute"):
    command: rc.AddMute


class RemoveMute(_Message, frozen=True, tag="remove-mute"):
    command: rc.RemoveMute


class SaveSearch(_Message, frozen=True, tag="save-search"):
    command: ss.SaveSearch


class RemoveSearch(_Message, frozen=True, tag="remove-search"):
    command: ss.RemoveSearch


class RestoreSearch(_Message, frozen=True, tag="restore-search"):
    command: ss.RestoreSearch


class OrderSearches(_Message, frozen=True, tag="order-searches"):
    command: ss.OrderSearches


class SaveChannel(_Message, frozen=True, tag="save-channel"):
    command: cc.SaveChannel


class PauseChannel(_Message, frozen=True, tag="pause-channel"):
    command: cc.PauseChannel


class RemoveChannel(_Message, frozen=True, tag="remove-channel"):
    command: cc.RemoveChannel


class RestoreChannel(_Message, frozen=True, tag="restore-channel"):
    command: cc.RestoreChannel


class TryChannel(_Message, frozen=True, tag="try-channel"):
    command: cc.TryChannel


FromDesktop = (
    Hello
    | MarkItems
    | UndoMarks
    | SplitStory
    | MergeStories
    | UndoStories
    | SaveAlert
    | RemoveAlert
    | RestoreAlert
    | SnoozeAlert
    | TryAlert
    | CheckNow
    | Pause
    | Resume
    | DismissGap
    | UseAddress
    | AskNewest
    | FindSources
    | AddSources
    | RemoveSource
    | RestoreSource
    | SwitchSource
    | SetSourceOptions
    | ReadBody
    | FetchPictures
    | AcceptLayout
    | ReloadSettings
    | NoticeShown
    | TestNotice
    | UserActive
    | MarkAway
    | Quiet
    | AnswerNotice
    | Stop
    | SaveRule
    | RemoveRule
    | SetShippedRule
    | EditWords
    | CompareRules
    | ImportRules
    | UndoRules
    | ReloadRules
    | Reflag
    | MuteItem
    | AddMute
    | RemoveMute
    | SaveSearch
    | RemoveSearch
    | RestoreSearch
    | OrderSearches
    | SaveChannel
    | PauseChannel
    | RemoveChannel
    | RestoreChannel
    | TryChannel
)

_EVENTS: dict[type, type] = {
    message.__annotations__["event"]: message for message in FromEngine.__args__ if "event" in message.__annotations__
}
_COMMANDS: dict[type, type] = {
    message.__annotations__["command"]: message
    for message in FromDesktop.__args__
    if "command" in message.__annotations__
}

_encoder = msgspec.json.Encoder(decimal_format="string", enc_hook=None)
_from_engine: msgspec.json.Decoder[FromEngine] = msgspec.json.Decoder(FromEngine)
_from_desktop: msgspec.json.Decoder[FromDesktop] = msgspec.json.Decoder(FromDesktop)


def encode_event(event: ev.Event) -> bytes:
    """One line, with its newline."""
    return _encoder.encode(_EVENTS[type(event)](event)) + b"\n"


def encode_command(command: cmd.Command) -> bytes:
    """One line, with its newline."""
    return _encoder.encode(_COMMANDS[type(command)](command)) + b"\n"


def encode_hello(hello: Hello) -> bytes:
    """One line, with its newline."""
    return _encoder.encode(hello) + b"\n"


def decode_from_engine(line: bytes) -> Hello | ev.Event:
    """Read one line of the engine. Raises msgspec.ValidationError or DecodeError for anything else."""
    message = _from_engine.decode(line)
    return message if isinstance(message, Hello) else message.event


def decode_from_desktop(line: bytes) -> Hello | cmd.Command:
    """Read one line of the desktop. Raises msgspec.ValidationError or DecodeError for anything else."""
    message = _from_desktop.decode(line)
    return message if isinstance(message, Hello) else message.command
