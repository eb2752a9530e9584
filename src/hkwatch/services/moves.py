# SPDX-License-Identifier: MIT
"""Sources that moved for good: proposed, decided by the user, or used after ten good answers. Remembered in the store.

The catalogue's files are not changed for it; an accepted address becomes a row in the user's own folder.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace

from hkwatch.domain.catalogue import Kind, SourceRow
from hkwatch.domain.ids import SourceId
from hkwatch.domain.move import Choice, Move, after_answer
from hkwatch.services.database import Database
from hkwatch.services.poller import Polled
from hkwatch.store import moves as store

log = logging.getLogger(__name__)

_GONE = frozenset({"http-404", "http-410"})


class Moves:
    """Knows the moves, and changes the engine's rows in place. Used by the engine's loop only."""

    def __init__(
        self,
        database: Database,
        rows: dict[SourceId, SourceRow],
        save_address: Callable[[SourceId, str], None] | None,
    ) -> None:
        """`rows` begin with the catalogue's addresses. `save_address` writes the user's row, None = nowhere to."""
        self._database = database
        self._rows = rows
        self._given = {source: row.url for source, row in rows.items()}
        self._save_address = save_address
        self._moves: dict[SourceId, Move] = {}
        self._stored: dict[SourceId, tuple[str, Move]] = {}
        self._left: dict[SourceId, str] = {}
        """The former address of sources whose new one stands in a file of the user's."""
        self.by_itself = True
        """Whether an address is used after enough good answers without anybody's word (a setting)."""

    def of(self, source: SourceId) -> Move | None:
        """What is known of a source's move."""
        move = self._moves.get(source)
        if move is None or move.choice is not Choice.USE:
            return move
        return replace(move, left=self._left.get(source, self._given[source]))

    async def load(self) -> None:
        """Read what is remembered; a move from another address than the catalogue's holds no more."""
        self._stored = await self._database.run(store.load_moves)
        for source in list(self._rows):
            self._recall(source)

    def take_in(self, row: SourceRow) -> None:
        """A row was put among the engine's rows, for the first time or with other options; its url is the catalogue's."""
        self._given[row.id] = row.url
        if row.id not in self._moves:
            self._recall(row.id)
        else:
            self._apply(row.id)

    def _recall(self, source: SourceId) -> None:
        given, move = self._stored.get(source, ("", None))
        if move is not None and given == self._given[source]:
            self._moves[source] = move
            self._apply(source)
        elif move is not None and move.choice is Choice.USE and move.url == self._given[source]:
            # Accepted before: the file has the new address, and this remembers the old one.
            self._moves[source], self._left[source] = move, given

    async def follow(self, row: SourceRow, polled: Polled) -> None:
        """What an answer says about the source's address."""
        known = self._moves.get(row.id)
        if row.kind is not Kind.RSS:
            return
        if polled.error is not None:
            if row.url != self._given[row.id] and polled.error.key in _GONE:
                log.info("source=%s new address gone, back to the old", row.id)
                await self._remember(row.id, None)
            return
        if polled.moved_to is None and (row.url != self._given[row.id] or row.id in self._left):
            return
        move = after_answer(known, polled.moved_to, by_itself=self.by_itself)
        if move != known:
            await self._remember(row.id, move)

    async def decide(self, source: SourceId, *, use: bool) -> None:
        """The user's word on a proposed address; without one nothing happens. Raises SettingsError."""
        move = self._moves.get(source)
        if move is None:
            return
        left = self._left.get(source)
        if use and self._save_address is not None:
            await asyncio.to_thread(self._save_address, source, move.url)
            self._left[source] = left or self._given[source]
        elif not use and left is not None:
            if self._save_address is not None:
                await asyncio.to_thread(self._save_address, source, left)
            self._given[source] = self._left.pop(source)
        await self._remember(source, replace(move, choice=Choice.USE if use else Choice.KEEP))

    async def _remember(self, source: SourceId, move: Move | None) -> None:
        if move is None:
            self._moves.pop(source, None)
        else:
            self._moves[source] = move
        if move is None or move.choice is not Choice.USE:
            self._left.pop(source, None)
        self._stored.pop(source, None)
        await self._database.run(store.save_move, source, self._left.get(source, self._given[source]), move)
        self._apply(source)

    def _apply(self, source: SourceId) -> None:
        move = self._moves.get(source)
        if source not in self._rows:
            # Taken out while its answer was on its way.
            return
        url = move.url if move is not None and move.choice is Choice.USE else self._given[source]
        if url != self._rows[source].url:
            log.info("source=%s address=%s", source, url)
            self._rows[source] = replace(self._rows[source], url=url)
