# SPDX-License-Identifier: MIT
"""Further ways out: words what was queued for channels, sends it, tries again, and says how each channel does.

new deliveries ─► quiet hours? wait ─► more than 3 of one subject? one message ─► due
due ─► `sending` committed ─► sent ─► `sent`
                              ├ failed: again after 1 min, 5 min, 30 min, 2 h; then given up and listed
                              └ nobody reached while this computer is offline: no try; again every minute
"""

import asyncio
import logging
import secrets as chance
import sqlite3
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from hkwatch.domain.channel_commands import (
    ChannelAnswered,
    ChannelCommand,
    ChannelEvent,
    ChannelsChanged,
    PauseChannel,
    RemoveChannel,
    RestoreChannel,
    SaveChannel,
    TryChannel,
)
from hkwatch.domain.channels import (
    BACK_OFF,
    ChannelKind,
    ChannelSpec,
    SecretPlace,
    Subject,
    pause_after,
    problems,
    service_of,
    shown_address,
    tidied,
)
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import HkwatchError, NotifyError, SettingsError
from hkwatch.domain.ids import ChannelId, CommandId
from hkwatch.domain.item import Level
from hkwatch.domain.notice_budget import BURST
from hkwatch.services.channel_sender import ChannelError, ChannelSender
from hkwatch.services.channel_words import ChannelWords, NotYet, Over
from hkwatch.services.database import Database
from hkwatch.services.notices import Notices
from hkwatch.store import channel_queue as queue
from hkwatch.store import channels as store
from hkwatch.store.channel_queue import Due, Queued

log = logging.getLogger(__name__)

_LOOK_S = 60.0
"""How often is looked whether what is held may go."""


class Channels:
    """Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        notices: Notices,
        sender: ChannelSender,
        emit: Callable[[ChannelEvent], None],
    ) -> None:
        self._clock, self._database, self._notices = clock, database, notices
        self._sender, self._emit = sender, emit
        self._words = ChannelWords(clock, database, notices)
        self._wake = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self.is_quiet: Callable[[Level], bool] = notices.holds
        """Whether quiet hours hold back what is of this level."""
        self.is_offline: Callable[[], bool] = lambda: False
        """Whether nothing at all can be reached from this computer."""
        self.on_failure: Callable[[BaseException], None] = lambda _error: None
        """Told of a mistake in a task of ours."""
        notices.also_wake = self.wake

    def wake(self) -> None:
        """Something may be due."""
        self._wake.set()

    async def start(self) -> None:
        """Settle what a crash left behind, and let go of what was removed."""
        await self._database.run(queue.settle_after_crash)
        for channel, uid, place in await self._database.run(store.removed):
            try:
                if place is SecretPlace.KEYRING:
                    await self._sender.secrets.delete(uid)
            except NotifyError as error:
                # Kept in the list of removed ones: the next start tries again.
                log.warning("channel=%d secret not deleted key=%s", channel, error.key)
                continue
            await self._database.run(store.forget, channel)

    async def run(self) -> None:
        """Send what becomes due until cancelled."""
        await self.start()
        await self.announce()
        try:
            while True:
                self._wake.clear()
                wait_s = await self.step()
                waits: set[asyncio.Future[Any]] = {asyncio.ensure_future(self._wake.wait())}
                if wait_s is not None:
                    waits.add(asyncio.ensure_future(self._clock.sleep(wait_s)))
                try:
                    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    for wait in waits:
                        wait.cancel()
        finally:
            for task in self._tasks:
                task.cancel()

    async def step(self) -> float | None:
        """Send all that is due. After how many seconds to look again, None = when something comes."""
        if self._notices.paused:
            return _LOOK_S
        held = await self._word_new()
        due = await self._database.run(queue.due, self._clock.now())
        by_channel: dict[ChannelId, list[Due]] = {}
        for one in due:
            by_channel.setdefault(one.channel, []).append(one)
        if by_channel:
            await asyncio.gather(*(self._send_all(channel, rows) for channel, rows in by_channel.items()))
        if by_channel or held:
            await self.announce()
        upcoming = await self._database.run(queue.next_due)
        waits = [_LOOK_S] if held else []
        if upcoming is not None:
            waits.append(max(0.05, (upcoming - self._clock.now()).total_seconds()))
        return min(waits, default=None)

    async def once(self) -> None:
        """Settle what a crash left behind, and send what is due a single time."""
        await self.start()
        await self.step()

    async def announce(self) -> None:
        """Say how all channels are."""
        self._emit(ChannelsChanged(await self._database.run(store.views)))

    def announce_soon(self) -> None:
        """The same, from outside the loop's tasks."""
        self._start(self.announce())

    async def carry_out(self, command: ChannelCommand) -> None:
        """Do what the user wants. What may wait for a keyring or a server goes on by itself and is answered by an event."""
        match command:
            case SaveChannel(ident, spec, secret):
                self._start(self._answering(ident, spec.id, self.save(spec, secret)))
            case TryChannel(ident, channel):
                self._start(self._answering(ident, channel, self.test(channel)))
            case PauseChannel(_, channel, paused):
                await self._database.run(_pause, channel, paused)
                await self.announce()
            case RemoveChannel(_, channel):
                await self._database.run(store.remove, channel, self._clock.now())
                await self.announce()
            case RestoreChannel(_, channel):
                if not await self._database.run(store.restore, channel):
                    raise _unknown(channel)
                await self.announce()
        self.wake()

    async def save(self, spec: ChannelSpec, secret: str | None) -> ChannelId:
        """Store a channel, its secret first in the keyring. Raises SettingsError, NotifyError."""
        spec = tidied(spec)
        if secret and spec.kind is ChannelKind.APPRISE:
            spec = replace(spec, address=service_of(secret))
        wrong = problems(spec)
        if wrong:
            raise SettingsError(
                "channel", f"The channel cannot be saved ({wrong[0].value}).", "Correct it and save again."
            )
        now = self._clock.now()
        if spec.secret is not SecretPlace.KEYRING:
            before = await self._found(spec.id) if spec.id else None
            if before is not None and before[0].secret is SecretPlace.KEYRING:
                # First, while the channel still says that there is one: a keyring that refuses is tried again.
                await self._sender.secrets.delete(before[1])
            return await self._database.run(store.save, spec, now)
        if not spec.id:
            if not secret:
                raise SettingsError("channel", "The secret is missing.", "Enter it, or choose no secret.")
            # Paused until its secret is there: nothing may leave unsigned, and a crash in between must not show.
            ident = await self._database.run(store.save, replace(spec, paused=True), now)
            _, uid = await self._found(ident)
            try:
                await self._sender.secrets.put(uid, secret)
            except NotifyError:
                await self._database.run(store.forget, ident)
                raise
            return await self._database.run(store.save, replace(spec, id=ident), now)
        _, uid = await self._found(spec.id)
        if secret:
            await self._sender.secrets.put(uid, secret)
        else:
            await self._sender.secrets.get(uid)
        return await self._database.run(store.save, spec, now)

    async def test(self, channel: ChannelId) -> ChannelId:
        """Send a test message. Raises HkwatchError."""
        spec, uid = await self._found(channel)
        now = self._clock.now()
        message = self._words.test(chance.token_hex(16), max(spec.least, Level.NORMAL), now)
        try:
            await self._sender.send(spec, uid, message)
        except ChannelError as error:
            await self._database.run(store.tell_state, channel, now, error.detail, error.next_step)
            raise
        await self._database.run(store.tell_state, channel, self._clock.now())
        return channel

    # --- wording

    async def _word_new(self) -> bool:
        """Word what may go. Whether something is held back."""
        rows = await self._database.run(queue.queued)
        ready, held = [], False
        specs: dict[ChannelId, ChannelSpec | None] = {}
        for row in rows:
            if row.channel not in specs:
                found = await self._database.run(store.find, row.channel)
                specs[row.channel] = None if found is None else found[0]
            spec = specs[row.channel]
            # While everything is asked again after an absence, one message will say more than ten.
            waits = spec is None or (spec.waits and self.is_quiet(row.level)) or (row.item and self._notices.holding)
            held |= bool(waits)
            if not waits:
                ready.append(row)
        for (_, subject), group in _groups(ready):
            if len(group) > BURST and subject in (Subject.ITEMS, Subject.ALERTS, Subject.REGISTERS):
                told = await self._words.several(group)
                if isinstance(told, Over):
                    await self._drop(group, told.why)
                else:
                    await self._database.run(queue.word, told, [row.id for row in group])
                continue
            for row in group:
                one = await self._words.one(row)
                if isinstance(one, Over):
                    await self._drop([row], one.why)
                elif isinstance(one, NotYet):
                    held = True
                else:
                    await self._database.run(queue.word, one, [row.id])
        return held

    async def _drop(self, rows: Iterable[Queued], why: str) -> None:
        for row in rows:
            await self._database.run(queue.drop, row.id, self._clock.now(), why)

    # --- sending

    async def _send_all(self, channel: ChannelId, rows: list[Due]) -> None:
        """One after the other; where one fails, those behind it wait, so that no dead server is asked ten times at once."""
        found = await self._database.run(store.find, channel)
        if found is None:
            return
        spec, uid = found
        for place, row in enumerate(rows):
            if not await self._database.run(queue.begin, row.id):
                continue
            try:
                await self._sender.send(spec, uid, row.message)
            except ChannelError as error:
                log.info("channel=%d to=%s key=%s tries=%d", channel, shown_address(spec), error.key, row.tries + 1)
                no_try = error.is_network and self.is_offline()
                await self._database.run(
                    _not_reached if no_try else _failed, channel, rows[place:], error, self._clock.now()
                )
                return
            await self._database.run(_sent, channel, row.id, self._clock.now())

    async def _found(self, channel: ChannelId) -> tuple[ChannelSpec, str]:
        found = await self._database.run(store.find, channel)
        if found is None:
            raise _unknown(channel)
        return found

    async def _answering(self, command: CommandId, channel: ChannelId, work: Coroutine[Any, Any, ChannelId]) -> None:
        error, step = "", ""
        try:
            channel = await work
        except HkwatchError as problem:
            error, step = problem.detail, problem.next_step
        await self.announce()
        self._emit(ChannelAnswered(command, channel, error, step))
        self.wake()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (problem := task.exception()) is not None:
            self.on_failure(problem)


def _groups(rows: list[Queued]) -> list[tuple[tuple[ChannelId, Subject], list[Queued]]]:
    def of(row: Queued) -> tuple[ChannelId, Subject]:
        return row.channel, row.subject

    ordered = sorted(rows, key=lambda row: (row.channel, row.subject.value, row.id))
    return [(key, list(group)) for key, group in groupby(ordered, of)]


def _pause(db: sqlite3.Connection, channel: ChannelId, paused: bool) -> None:
    store.pause(db, channel, paused=paused)


def _sent(db: sqlite3.Connection, channel: ChannelId, delivery: int, now: datetime) -> None:
    queue.sent(db, delivery, now)
    store.tell_state(db, channel, now)


def _failed(db: sqlite3.Connection, channel: ChannelId, rows: list[Due], error: ChannelError, now: datetime) -> None:
    store.tell_state(db, channel, now, error.detail, error.next_step)
    row, *others = rows
    pause = pause_after(row.tries + 1)
    wish = timedelta(seconds=error.retry_after_s or 0)
    queue.not_sent(db, [row.id], error.detail, now, None if pause is None else now + max(pause, wish))
    # Not asked, so no try of theirs; next time they go before what failed, which may fail for a reason of its own.
    queue.postpone(db, [one.id for one in others], now + max(BACK_OFF[0], wish))


def _not_reached(
    db: sqlite3.Connection, channel: ChannelId, rows: list[Due], error: ChannelError, now: datetime
) -> None:
    store.tell_state(db, channel, now, error.detail, error.next_step)
    row, *others = rows
    queue.not_reached(db, row.id, error.detail, now + BACK_OFF[0])
    queue.postpone(db, [one.id for one in others], now + BACK_OFF[0])


def _unknown(channel: ChannelId) -> SettingsError:
    return SettingsError("unknown-channel", f"There is no channel {channel}.", "`hkwatch channels list` shows all.")


async def carry_out(channels: Channels | None, command: ChannelCommand) -> None:
    """Hand a wish over. Raises SettingsError where there are no channels, as in the demo."""
    if channels is None:
        raise SettingsError("no-channels", "There are no channels here.", "Start hkwatch with a folder of its own.")
    await channels.carry_out(command)
