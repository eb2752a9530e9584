# SPDX-License-Identifier: MIT
"""Commands on their way to what carries them out: marks, alerts, sources, rules, channels, notices, the rounds."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from hkwatch.domain import commands as cmd
from hkwatch.domain.channel_commands import ChannelCommand
from hkwatch.domain.commands import Mark
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.events import Event
from hkwatch.domain.ids import NoticeId, SourceId
from hkwatch.domain.rule_commands import RuleCommand
from hkwatch.domain.saved_search import SearchCommand
from hkwatch.notify.port import CloseReason
from hkwatch.services.alert_marks import AlertMarks
from hkwatch.services.channels import carry_out as carry_out_channel
from hkwatch.services.marking import Marking
from hkwatch.services.newest import tell_newest
from hkwatch.services.parts import Parts
from hkwatch.services.presence import Presence
from hkwatch.services.roster import Roster
from hkwatch.services.rounds import Rounds
from hkwatch.services.saved_searches import SavedSearches
from hkwatch.services.source_commands import SourceCommands
from hkwatch.services.story_wishes import StoryWishes


class Dispatch:
    """Hands each command to the one that knows. Used by the engine's loop only."""

    def __init__(
        self,
        parts: Parts,
        roster: Roster,
        rounds: Rounds,
        searches: SavedSearches,
        emit: Callable[[Event], None],
        reload: Callable[[], None],
        start: Callable[[Coroutine[Any, Any, None]], "asyncio.Task[None]"],
        announce: Callable[[], None],
    ) -> None:
        """`reload` reads the settings again; `start` runs something beside; `announce` says how the watch stands."""
        self._parts = parts
        self._clock = parts.clock
        self._rounds, self._searches = rounds, searches
        self._emit, self._start, self._announce = emit, start, announce
        self.reload = reload
        self._marking = Marking(parts.clock, parts.database, parts.notices, emit, parts.actor)
        self._alert_marks = AlertMarks(parts.clock, parts.database, parts.actor)
        self._presence = Presence(parts.clock, parts.database)
        self._story_wishes = StoryWishes(parts.clock, parts.database, parts.ingest.stories, emit)
        self._sources = SourceCommands(parts, roster, rounds, emit, start)

    async def carry_out(self, command: cmd.Command) -> None:
        """Do what a command says, `Stop` excepted. Raises HkwatchError."""
        if isinstance(command, ChannelCommand):
            await carry_out_channel(self._parts.channels, command)
            return
        if isinstance(command, RuleCommand):
            if self._parts.rules is not None:
                await self._parts.rules.carry_out(command)
            return
        if isinstance(command, SearchCommand):
            return await self._searches.carry_out(command)
        match command:
            case cmd.MarkItems(ident, chosen, mark, note):
                await self._marking.mark(chosen, mark, note, ident)
            case cmd.UndoMarks(ident, former):
                await self._marking.undo(former, ident)
            case cmd.SplitStory() | cmd.MergeStories() | cmd.UndoStories():
                await self._story_wishes.carry_out(command)
            case cmd.SaveAlert(ident, spec):
                await self._parts.alerting.save(spec, ident)
            case cmd.RemoveAlert(_, alert):
                await self._parts.alerting.remove(alert)
            case cmd.RestoreAlert(_, alert):
                await self._parts.alerting.restore(alert)
            case cmd.SnoozeAlert(_, alert, until):
                await self._parts.alerting.snooze(alert, until)
            case cmd.MarkFirings():
                await self._alert_marks.mark(command)
            case cmd.TryAlert(_, spec):
                await self._parts.notices.test_alert(spec, self._parts.alerting.latest(spec.asset))
            case cmd.CheckNow(_, source):
                self._rounds.check_now(source)
            case cmd.Pause(_, until):
                self._rounds.set_paused(paused=True, until=until)
            case cmd.Resume():
                self._rounds.set_paused(paused=False, until=None)
            case cmd.DismissGap(_, gap):
                await self._rounds.gaps.dismiss(gap)
            case cmd.UseAddress(_, source, use):
                await self._rounds.moves.decide(source, use=use)
                self._announce()
            case (
                cmd.FindSources()
                | cmd.AddSources()
                | cmd.RemoveSource()
                | cmd.RestoreSource()
                | cmd.SwitchSource()
                | cmd.SetSourceOptions()
                | cmd.ReadBody()
            ):
                if await self._sources.carry_out(command):
                    for gone in self._rounds.catch_up.waiting - self._rounds.rows.keys():
                        self._rounds.catch_up.answered(gone)
                    self._announce()
            case cmd.FetchPictures():
                self._start(self._fetch_pictures(command))
            case cmd.AcceptLayout(_, register):
                await self._accept_layout(register)
            case cmd.ReloadSettings():
                self.reload()
            case cmd.NoticeShown(_, notice, error, way):
                await self._parts.notices.shown_by_desktop(notice, error, way)
            case cmd.UserActive() | cmd.MarkAway():
                await self._presence.carry_out(command)
            case cmd.AskNewest(ident):
                self._start(tell_newest(self._parts.newest, ident, self._emit))
            case cmd.TestNotice(_, way):
                await self._parts.notices.test(way)
            case cmd.Quiet(_, until):
                await self._parts.notices.set_quiet(until)
            case cmd.AnswerNotice(_, notice, action):
                await self.follow_click(notice, action, None)
            case cmd.Stop():
                raise AssertionError("handled before")

    async def follow_click(self, notice: NoticeId, action: str, token: str | None) -> None:
        """Do what was answered to a notification. `token` is the right to raise the window, on Wayland."""
        event = await self._parts.notices.activated(notice, action, token)
        await self._alert_marks.answered(notice, action)
        if action == "acknowledge":
            await self._marking.mark(event.item_ids, Mark.ACKNOWLEDGE)
        elif action == "snooze" and event.alert_id is not None:
            await self._parts.alerting.snooze(event.alert_id, self._clock.now() + timedelta(hours=1))

    async def closed(self, notice: NoticeId, reason: CloseReason) -> None:
        """A notification left the screen."""
        await self._parts.notices.closed(notice, reason)
        await self._alert_marks.closed(notice, reason)

    async def _fetch_pictures(self, command: cmd.FetchPictures) -> None:
        if self._parts.pictures is not None:
            self._emit(await self._parts.pictures.fetch(command))

    async def _accept_layout(self, register: SourceId) -> None:
        if self._parts.registers is None:
            raise SettingsError("no-registers", "No register is watched.", "Switch one on in the source manager.")
        await self._parts.registers.accept(register)
        if register in self._rounds.rows:
            # Asked again at once: only an answer says that the source is well.
            self._rounds.schedule.set(register, self._clock.now())
        self._parts.notices.wake()
        self._announce()
