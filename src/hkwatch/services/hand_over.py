# SPDX-License-Identifier: MIT
"""One notice on its way out: by which ways, with which sound, to whoever takes it, and what is remembered of it."""

import logging
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import NotifyError
from hkwatch.domain.events import Event, NoticeWanted
from hkwatch.domain.item import Level
from hkwatch.domain.notify_grid import DESKTOP_WAYS, POPUP, SOUND, Grid, NoticeRow
from hkwatch.notify.port import Notice, NoticePort
from hkwatch.services.database import Database
from hkwatch.store import deliveries, outbox

log = logging.getLogger(__name__)

SILENT = "none"


class Outcome(StrEnum):
    """How handing over ended. ASKED: the desktop will say whether it showed it. NOBODY: another try must follow."""

    TOLD = "told"
    MAYBE = "maybe"
    ASKED = "asked"
    NOBODY = "nobody"
    OFF = "off"


class Player(Protocol):
    """Plays a sound by its name."""

    def play(self, name: str) -> bool:
        """Begin it; False where there is no such sound."""
        ...

    async def play_out(self, name: str) -> bool:
        """Play it to its end; False where nobody can say that it was heard."""
        ...


class HandOver:
    """Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        ports: Sequence[NoticePort],
        emit: Callable[[Event], None],
        *,
        desktop_shows: bool,
    ) -> None:
        self._clock, self._database, self._emit = clock, database, emit
        self.ports = tuple(ports)
        self.desktop_shows = desktop_shows
        self.grid: Grid | None = None
        """Which ways each row takes; None = every notice pops up."""
        self.sounds: Mapping[Level, str] = {}
        """What is heard by level, where the notice itself names nothing."""
        self.player: Player | None = None
        """Plays where the daemon cannot; None = nobody does."""
        self._ways_of: dict[int, tuple[str, ...]] = {}

    def ways(self, row: NoticeRow, *, is_item: bool) -> tuple[str, ...]:
        """The desktop's ways of a row, for telling."""
        if self.grid is None:
            return (POPUP, SOUND)
        chosen = self.grid.ways(row) & {POPUP, SOUND}
        if not self.grid.tells(row) and is_item:
            # It was queued because its source or a rule says that it is told whatever its level.
            return (POPUP,)
        return tuple(way for way in DESKTOP_WAYS if way in chosen)

    async def give(self, notice: Notice, ways: Sequence[str], *, again: bool = False) -> Outcome:
        """Hand over a notice that is in `sending` (`again`: that was shown before), and remember how it went."""
        sound = self._sound(notice, ways)
        if POPUP not in ways:
            outcome, problem = await self._sound_alone(sound)
        else:
            outcome, problem = await self._show(notice, sound)
        await self._remember(notice, ways, outcome, problem, again=again)
        return outcome

    async def desktop_told(self, notice: int) -> tuple[str, ...]:
        """The ways of a notice which the desktop now says it has shown."""
        return self._ways_of.pop(notice, (POPUP,))

    def _sound(self, notice: Notice, ways: Sequence[str]) -> str:
        if SOUND not in ways:
            return SILENT
        return notice.sound or self.sounds.get(notice.level, "")

    async def _sound_alone(self, sound: str) -> tuple[Outcome, str]:
        """Nothing is shown: it is told if it is heard."""
        if sound == SILENT:
            return Outcome.OFF, ""
        if self.player is None:
            return Outcome.NOBODY, "no way to notify is set up"
        return (Outcome.TOLD, "") if await self.player.play_out(sound) else (Outcome.MAYBE, "no sound could be played")

    async def _show(self, notice: Notice, sound: str) -> tuple[Outcome, str]:
        full = Notice(
            notice.id, notice.title, notice.body, notice.level, notice.actions, notice.item_id, notice.alert_id, sound
        )
        taken, heard, problem = False, False, ""
        for port in self.ports:
            try:
                took = await port.show(full)
            except NotifyError as error:
                # Nobody can tell whether it was seen: it is listed, never popped up again.
                log.warning("notice %d may not have been shown: %s", notice.id, error.detail)
                problem = error.detail
            else:
                taken |= took
                heard |= took and port.plays_sounds
        if (taken or problem or self.desktop_shows) and not heard and self.player is not None:
            self.player.play(sound)
        if taken:
            return Outcome.TOLD, ""
        if problem:
            return Outcome.MAYBE, problem
        if self.desktop_shows:
            self._emit(NoticeWanted(notice.id, notice.title, notice.body, notice.level, sound))
            return Outcome.ASKED, ""
        return Outcome.NOBODY, next((port.reason for port in self.ports), "no way to notify is set up")

    async def _remember(
        self, notice: Notice, ways: Sequence[str], outcome: Outcome, problem: str, *, again: bool
    ) -> None:
        now, run = self._clock.now(), self._database.run
        words = (notice.title, notice.body)
        match outcome:
            case Outcome.TOLD:
                await run(outbox.finish, notice.id, "shown", now, channel=" ".join(ways))
                await run(deliveries.record_told, notice.id, *words, ways, now)
            case Outcome.MAYBE if not again:
                await run(outbox.finish, notice.id, "maybe", now, problem)
                await run(deliveries.record_words, notice.id, *words)
            case Outcome.NOBODY if not again:
                await run(outbox.finish, notice.id, "due", now, problem)
            case Outcome.ASKED:
                self._ways_of[notice.id] = tuple(ways)
                await run(deliveries.record_words, notice.id, *words)
            case Outcome.OFF:
                await run(outbox.finish, notice.id, "off", now, "switched off in the settings")
                await run(deliveries.record_words, notice.id, *words)
