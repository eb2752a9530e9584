# SPDX-License-Identifier: MIT
"""Connects the channels' windows with the engine: what it says of them, what the user wants, how that went."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hkwatch.domain.channel_commands import (
    ChannelAnswered,
    ChannelEvent,
    ChannelsChanged,
    PauseChannel,
    RemoveChannel,
    RestoreChannel,
    SaveChannel,
    TryChannel,
)
from hkwatch.domain.channels import ChannelSpec, ChannelView
from hkwatch.domain.ids import ChannelId, CommandId
from hkwatch.domain.item import Level
from hkwatch.ui.cause_words import cause_words
from hkwatch.ui.command_ids import new_id
from hkwatch.ui.controller import Controller
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.window import MainWindow

if TYPE_CHECKING:
    from hkwatch.ui.channels.dialog import ChannelsDialog
    from hkwatch.ui.channels.editor import ChannelEditor


class ChannelManager(QObject):
    """Opens the windows and keeps them true."""

    def __init__(
        self,
        window: MainWindow,
        marks: Marks,
        controller: Controller,
        now: Callable[[], datetime],
        dialogs: OpenDialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._marks, self._controller = window, marks, controller
        self._now, self._dialogs = now, dialogs
        self._language = "en"
        self._views: tuple[ChannelView, ...] = ()
        self._saving: CommandId | None = None
        self._tried: dict[CommandId, ChannelId] = {}
        self._to_restore: ChannelId | None = None
        controller.channels_told.connect(self.on_event)

    @property
    def dialog(self) -> "ChannelsDialog | None":
        """The open list."""
        return self._dialogs.of("channels", _list_kind)

    @property
    def editor(self) -> "ChannelEditor | None":
        """The open editor."""
        return self._dialogs.of("channel", _editor_kind)

    def show(self) -> None:
        """Open the list, or bring it up."""
        dialog = self.dialog
        if dialog is None:
            from hkwatch.ui.channels.editor import NEW

            dialog = _list_kind()(self._marks, self._language, self._window)
            dialog.add_wanted.connect(lambda: self._edit(NEW))
            dialog.edit_wanted.connect(self._edit)
            dialog.pause_wanted.connect(self._pause)
            dialog.remove_wanted.connect(self._remove)
            dialog.test_wanted.connect(self._test)
            dialog.toast.first_wanted.connect(self._on_undo)
            dialog.set_channels(self._views, self._now())
            self._dialogs.present("channels", dialog)
        dialog.raise_()
        dialog.activateWindow()

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        if self.dialog is not None:
            self.dialog.set_language(language)
        self._tell_failing()

    def on_event(self, event: ChannelEvent) -> None:
        """The engine's word."""
        match event:
            case ChannelsChanged(views):
                self._views = views
                if self.dialog is not None:
                    self.dialog.set_channels(views, self._now())
                self._tell_failing()
            case ChannelAnswered():
                self._on_answer(event)

    def _tell_failing(self) -> None:
        names = [view.spec.name for view in self._views if view.is_failing]
        fact = ""
        if len(names) == 1:
            fact = self.tr("channel {0} fails").format(names[0])
        elif names:
            fact = self.tr("{0} channels fail").format(len(names))
        self._controller.watch.set_channel_note(fact)

    def _on_answer(self, answer: ChannelAnswered) -> None:
        error = cause_words(f"{answer.error} {answer.next_step}".strip())
        if answer.command_id == self._saving:
            self._saving = None
            editor = self.editor
            if editor is not None and error:
                editor.show_error(error)
            elif editor is not None:
                editor.accept()
                if self.dialog is not None:
                    self.dialog.select(answer.channel)
            elif error:
                self._tell(self.tr("The channel was not saved"), error, Level.HIGH)
        elif answer.command_id in self._tried:
            channel = self._tried.pop(answer.command_id)
            name = next((view.spec.name for view in self._views if view.spec.id == channel), "")
            if self.dialog is not None:
                self.dialog.set_testing(channel, testing=False)
            if error:
                self._tell(self.tr("The test did not arrive: {0}").format(name), error, Level.HIGH)
            else:
                self._tell(self.tr("Test sent: {0}").format(name), "")

    def _tell(self, title: str, text: str, level: Level | None = None) -> None:
        if self.dialog is not None:
            self._to_restore = None
            self.dialog.toast.tell(title, text, level=level)
        else:
            self._controller.say(title, text, level)

    def _edit(self, spec: ChannelSpec) -> None:
        editor = _editor_kind()(self._marks, self._language, spec, self.dialog or self._window)
        editor.save_wanted.connect(self._save)
        self._dialogs.present("channel", editor)

    def _save(self, spec: ChannelSpec, secret: str | None) -> None:
        command = SaveChannel(new_id(), spec, secret)
        self._saving = command.id
        if not self._controller.send(command) and self.editor is not None:
            self.editor.show_error(self.tr("This window only reads."))

    def _pause(self, channel: ChannelId, paused: bool) -> None:
        self._controller.send(PauseChannel(new_id(), channel, paused))

    def _remove(self, spec: ChannelSpec) -> None:
        if self._controller.send(RemoveChannel(new_id(), spec.id)) and self.dialog is not None:
            self.dialog.toast.tell(self.tr("Channel removed: {0}").format(spec.name), first=self.tr("Undo"))
            self._to_restore = spec.id

    def _on_undo(self) -> None:
        if self._to_restore is not None:
            self._controller.send(RestoreChannel(new_id(), self._to_restore))
            self._to_restore = None

    def _test(self, channel: ChannelId) -> None:
        command = TryChannel(new_id(), channel)
        self._tried[command.id] = channel
        if self._controller.send(command) and self.dialog is not None:
            self.dialog.set_testing(channel, testing=True)


def _list_kind() -> "type[ChannelsDialog]":
    from hkwatch.ui.channels.dialog import ChannelsDialog

    return ChannelsDialog


def _editor_kind() -> "type[ChannelEditor]":
    from hkwatch.ui.channels.editor import ChannelEditor

    return ChannelEditor
