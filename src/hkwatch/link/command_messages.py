# SPDX-License-Identifier: MIT
"""What the desktop wants, one message for each command."""

from hkwatch.domain import channel_commands as cc
from hkwatch.domain import commands as cmd
from hkwatch.domain import rule_commands as rc
from hkwatch.domain import saved_search as ss
from hkwatch.link.hello import Hello, Message


class MarkItems(Message, frozen=True, tag="mark-items"):
    command: cmd.MarkItems


class UndoMarks(Message, frozen=True, tag="undo-marks"):
    command: cmd.UndoMarks


class SplitStory(Message, frozen=True, tag="split-story"):
    command: cmd.SplitStory


class MergeStories(Message, frozen=True, tag="merge-stories"):
    command: cmd.MergeStories


class UndoStories(Message, frozen=True, tag="undo-stories"):
    command: cmd.UndoStories


class SaveAlert(Message, frozen=True, tag="save-alert"):
    command: cmd.SaveAlert


class RemoveAlert(Message, frozen=True, tag="remove-alert"):
    command: cmd.RemoveAlert


class RestoreAlert(Message, frozen=True, tag="restore-alert"):
    command: cmd.RestoreAlert


class TryAlert(Message, frozen=True, tag="try-alert"):
    command: cmd.TryAlert


class SnoozeAlert(Message, frozen=True, tag="snooze-alert"):
    command: cmd.SnoozeAlert


class MarkFirings(Message, frozen=True, tag="mark-firings"):
    command: cmd.MarkFirings


class CheckNow(Message, frozen=True, tag="check-now"):
    command: cmd.CheckNow


class Pause(Message, frozen=True, tag="pause"):
    command: cmd.Pause


class Resume(Message, frozen=True, tag="resume"):
    command: cmd.Resume


class DismissGap(Message, frozen=True, tag="dismiss-gap"):
    command: cmd.DismissGap


class UseAddress(Message, frozen=True, tag="use-address"):
    command: cmd.UseAddress


class AskNewest(Message, frozen=True, tag="ask-newest"):
    command: cmd.AskNewest


class FindSources(Message, frozen=True, tag="find-sources"):
    command: cmd.FindSources


class AddSources(Message, frozen=True, tag="add-sources"):
    command: cmd.AddSources


class RemoveSource(Message, frozen=True, tag="remove-source"):
    command: cmd.RemoveSource


class RestoreSource(Message, frozen=True, tag="restore-source"):
    command: cmd.RestoreSource


class SwitchSource(Message, frozen=True, tag="switch-source"):
    command: cmd.SwitchSource


class SetSourceOptions(Message, frozen=True, tag="set-source-options"):
    command: cmd.SetSourceOptions


class FetchPictures(Message, frozen=True, tag="fetch-pictures"):
    command: cmd.FetchPictures


class ReadBody(Message, frozen=True, tag="read-body"):
    command: cmd.ReadBody


class AcceptLayout(Message, frozen=True, tag="accept-layout"):
    command: cmd.AcceptLayout


class ReloadSettings(Message, frozen=True, tag="reload-settings"):
    command: cmd.ReloadSettings


class NoticeShown(Message, frozen=True, tag="notice-shown"):
    command: cmd.NoticeShown


class TestNotice(Message, frozen=True, tag="test-notice"):
    command: cmd.TestNotice


class UserActive(Message, frozen=True, tag="user-active"):
    command: cmd.UserActive


class MarkAway(Message, frozen=True, tag="mark-away"):
    command: cmd.MarkAway


class Quiet(Message, frozen=True, tag="quiet"):
    command: cmd.Quiet


class AnswerNotice(Message, frozen=True, tag="answer-notice"):
    command: cmd.AnswerNotice


class Stop(Message, frozen=True, tag="stop"):
    command: cmd.Stop


class SaveRule(Message, frozen=True, tag="save-rule"):
    command: rc.SaveRule


class RemoveRule(Message, frozen=True, tag="remove-rule"):
    command: rc.RemoveRule


class SetShippedRule(Message, frozen=True, tag="set-shipped-rule"):
    command: rc.SetShippedRule


class EditWords(Message, frozen=True, tag="edit-words"):
    command: rc.EditWords


class CompareRules(Message, frozen=True, tag="compare-rules"):
    command: rc.CompareRules


class ImportRules(Message, frozen=True, tag="import-rules"):
    command: rc.ImportRules


class UndoRules(Message, frozen=True, tag="undo-rules"):
    command: rc.UndoRules


class ReloadRules(Message, frozen=True, tag="reload-rules"):
    command: rc.ReloadRules


class Reflag(Message, frozen=True, tag="reflag"):
    command: rc.Reflag


class MuteItem(Message, frozen=True, tag="mute-item"):
    command: rc.MuteItem


class AddMute(Message, frozen=True, tag="add-mute"):
    command: rc.AddMute


class RemoveMute(Message, frozen=True, tag="remove-mute"):
    command: rc.RemoveMute


class SaveSearch(Message, frozen=True, tag="save-search"):
    command: ss.SaveSearch


class RemoveSearch(Message, frozen=True, tag="remove-search"):
    command: ss.RemoveSearch


class RestoreSearch(Message, frozen=True, tag="restore-search"):
    command: ss.RestoreSearch


class OrderSearches(Message, frozen=True, tag="order-searches"):
    command: ss.OrderSearches


class SaveChannel(Message, frozen=True, tag="save-channel"):
    command: cc.SaveChannel


class PauseChannel(Message, frozen=True, tag="pause-channel"):
    command: cc.PauseChannel


class RemoveChannel(Message, frozen=True, tag="remove-channel"):
    command: cc.RemoveChannel


class RestoreChannel(Message, frozen=True, tag="restore-channel"):
    command: cc.RestoreChannel


class TryChannel(Message, frozen=True, tag="try-channel"):
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
    | MarkFirings
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
"""Everything a desktop may send."""

OF_COMMAND: dict[type, type] = {
    message.__annotations__["command"]: message
    for message in FromDesktop.__args__
    if "command" in message.__annotations__
}
"""The message that carries a command of a type."""
