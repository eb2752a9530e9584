# SPDX-License-Identifier: MIT
"""What the user does with sources while the watch runs: find, add, remove, pause, set, look at the last answer.

command ─► Roster (written to disk first) ─► rows in and out of the schedule ─► announced
           Finder (in the background: the network must not hold other commands up)
"""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from hkwatch.domain import commands as cmd
from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.events import BodyRead, Event, SourcesAdded, SourcesFound
from hkwatch.domain.ids import CommandId, SourceId
from hkwatch.domain.order import from_ms
from hkwatch.services.parts import Parts
from hkwatch.services.roster import Roster
from hkwatch.services.rounds import Rounds
from hkwatch.store.switched import note_watched

SourceCommand = (
    cmd.FindSources
    | cmd.AddSources
    | cmd.RemoveSource
    | cmd.RestoreSource
    | cmd.SwitchSource
    | cmd.SetSourceOptions
    | cmd.ReadBody
)
_APART_S = 0.5
"""Between the first polls of sources that were added together."""


class SourceCommands:
    """Carries out what concerns sources. Used by the engine's loop only."""

    def __init__(
        self,
        parts: Parts,
        roster: Roster,
        rounds: Rounds,
        emit: Callable[[Event], None],
        start: Callable[[Coroutine[Any, Any, None]], "asyncio.Task[None]"],
    ) -> None:
        """`start` runs something beside the commands."""
        self._clock, self._database = parts.clock, parts.database
        self._roster = roster
        self._poller = parts.poller
        self._rounds = rounds
        self._worker = parts.worker
        self._finder = parts.finder
        self._emit = emit
        self._start = start

    async def carry_out(self, command: SourceCommand) -> bool:
        """Whether the sources may have changed and must be announced. Raises SettingsError."""
        before = dict(self._roster.rows)
        match command:
            case cmd.FindSources(ident, text):
                self._start(self._find(ident, text))
                return False
            case cmd.ReadBody(ident, source):
                self._start(self._read_body(ident, source))
                return False
            case cmd.AddSources(ident, sources):
                added = await self._roster.add(sources)
                await self._refit(before)
                self._emit(SourcesAdded(ident, added.added, added.known))
                return True
            case cmd.RemoveSource(_, source):
                await self._roster.remove(source)
            case cmd.RestoreSource(_, source):
                await self._roster.restore(source)
            case cmd.SwitchSource(_, source, on):
                await self._roster.switch(source, on=on)
            case cmd.SetSourceOptions(_, source, options):
                await self._roster.set_options(source, options)
        await self._refit(before)
        return True

    async def _refit(self, before: dict[SourceId, SourceRow]) -> None:
        """Put the schedule in step with the roster. `before` is what was asked until now, moved addresses included."""
        rows = self._roster.rows
        for source in before.keys() - rows.keys():
            self._rounds.schedule.remove(source)
        fresh = [row for source, row in rows.items() if source not in before]
        await self._poller.take_in(fresh)
        for row in list(rows.values()):
            self._rounds.moves.take_in(row)
        now = self._clock.now()
        if before.keys() != rows.keys():
            await self._database.run(note_watched, tuple(rows), now)
        for number, row in enumerate(fresh):
            next_ms = self._poller.records[row.id].next_ms
            # The stored time holds, as over a restart: off and on ten times must not ask ten times.
            due = from_ms(next_ms) if next_ms is not None else now
            self._rounds.schedule.set(row.id, max(due, now + timedelta(seconds=_APART_S * number)))
        for source, row in rows.items():
            if source in before and row.poll != before[source].poll:
                self._rounds.pull_in(row)

    async def _find(self, ident: CommandId, text: str) -> None:
        if self._finder is None:
            self._emit(SourcesFound(ident, (), "Sources cannot be looked for here."))
            return
        found, error = await self._finder.find(text)
        self._emit(SourcesFound(ident, found, error))

    async def _read_body(self, ident: CommandId, source: SourceId) -> None:
        answers = self._poller.answers
        read = await self._worker.run(answers.text, source) if self._worker is not None else answers.text(source)
        if read is None:
            why = "Nothing was read from this source since hkwatch started. Check it now, then look again."
            self._emit(BodyRead(ident, source, None, "", why))
        else:
            self._emit(BodyRead(ident, source, *read))
