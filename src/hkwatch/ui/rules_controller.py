# SPDX-License-Identifier: MIT
"""Rules and mutes between window and engine: what the engine says of them is kept, what the user wants is sent."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from hkwatch.domain.commands import Command
from hkwatch.domain.ids import CommandId, MuteId
from hkwatch.domain.mutes import MuteKind
from hkwatch.domain.rows import InboxRow
from hkwatch.domain.rule_commands import (
    AddMute,
    MuteItem,
    MutesChanged,
    ReflagProgress,
    RemoveMute,
    RuleEvent,
    RulesChanged,
    RulesCompared,
)
from hkwatch.ui.formats import short_time

SPANS: dict[str, timedelta | None] = {"day": timedelta(days=1), "week": timedelta(days=7), "ever": None}
"""How long the menu mutes; None = for ever."""


class RulesController(QObject):
    """Owns no widget. `rules` and `mutes` are None until the engine has said how they are."""

    changed = Signal()
    """`rules` or `mutes` are others."""
    compared = Signal(object)
    """RulesCompared: what an import would bring."""
    progress = Signal(int, int)
    """Stored items flagged anew, and all of them; over once they are the same."""
    hiding_changed = Signal()
    """Other items are hidden than before: lists must be read again."""
    muted = Signal(str, str)
    """Title and text of what to tell; `undo_mute` takes it back."""

    def __init__(
        self,
        send: Callable[[Command], bool],
        new_id: Callable[[], CommandId],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._send, self._new_id, self._now = send, new_id, now
        self._language = "en"
        self._last: CommandId | None = None
        self._to_undo: CommandId | None = None
        self.rules: RulesChanged | None = None
        self.mutes: MutesChanged | None = None

    def set_language(self, language: str) -> None:
        """Language of dates; sentences follow the installed translation."""
        self._language = language

    def on_event(self, event: RuleEvent) -> None:
        """The engine says how things are."""
        match event:
            case RulesChanged():
                self.rules = event
                self.changed.emit()
            case MutesChanged():
                before, self.mutes = self.mutes, event
                self._undo_if_wanted()
                self.changed.emit()
                if before is not None and before != event:
                    self.hiding_changed.emit()
            case RulesCompared():
                self.compared.emit(event)
            case ReflagProgress(done, total):
                self.progress.emit(done, total)

    def mute(self, row: InboxRow, kind: MuteKind, span: timedelta | None) -> None:
        """Mute an item's story or the headlines like its own; None = for ever."""
        until = self._now() + span if span is not None else None
        command = MuteItem(self._new_id(), row.id, kind, until)
        if not self._send(command):
            return
        self._last = command.id
        what = self.tr("Story muted") if kind is MuteKind.STORY else self.tr("Headlines like this muted")
        self._tell_muted(what, row.title, until)

    def _tell_muted(self, what: str, named: str, until: datetime | None) -> None:
        end = short_time(until, self._now(), self._language) if until is not None else ""
        how_long = self.tr("until {0}").format(end) if end else self.tr("for ever")
        self.muted.emit(what, f"{named} · {how_long}")

    def mute_named(self, kind: MuteKind, value: str, span: timedelta | None, shown: str = "") -> None:
        """Mute whoever or whatever `value` names, called `shown` where that differs; None = for ever."""
        until = self._now() + span if span is not None else None
        command = AddMute(self._new_id(), kind, value, "", until)
        if self._send(command):
            self._last = command.id
            self._tell_muted(self.tr("Muted"), shown or value, until)

    def mute_words(self, words: str) -> None:
        """Mute headlines with these words for ever."""
        self.mute_named(MuteKind.PATTERN, words, None)

    def undo_mute(self) -> None:
        """Take the last mute back, as soon as the engine has said its number."""
        self._to_undo, self._last = self._last, None
        self._undo_if_wanted()

    def unmute(self, mute: MuteId) -> None:
        """End a mute."""
        self._send(RemoveMute(self._new_id(), mute))

    def _undo_if_wanted(self) -> None:
        if self._to_undo is None or self.mutes is None:
            return
        found = next((view.mute.id for view in self.mutes.mutes if view.made_by == self._to_undo), None)
        if found is not None:
            self._to_undo = None
            self.unmute(found)
