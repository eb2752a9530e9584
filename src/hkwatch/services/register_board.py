# SPDX-License-Identifier: MIT
"""Everything the licence board shows, read in one go: registers, rows, changes, pages, known history."""

import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from hkwatch.domain.catalogue import Catalogue, Kind
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ItemId, SourceId
from hkwatch.domain.register import RegisterRow
from hkwatch.domain.register_check import Candidate
from hkwatch.domain.register_history import PastFact, Seen, former_names
from hkwatch.domain.site_match import PlatformSites
from hkwatch.sources.platform_sites import FILE as SITES_FILE
from hkwatch.sources.platform_sites import load_sites
from hkwatch.sources.register_history import load_history
from hkwatch.store import registers as store
from hkwatch.store.registers import StoredChange, StoredRow

Change = StoredChange
Row = StoredRow


@dataclass(frozen=True, slots=True)
class BoardRegister:
    """One register. `names` are (en, zh-Hant, zh-Hans); `held` is why it is not compared, empty while it is.

    `page` is the newest page that was kept, 0 without one; `last_update` the page's own date, empty without one.
    """

    source: SourceId
    adapter: str
    names: tuple[str, str, str]
    url: str
    baseline_at: datetime | None
    checked_at: datetime
    held: str
    held_since: datetime | None
    can_accept: bool
    page: int
    last_update: str


@dataclass(frozen=True, slots=True)
class Board:
    """What is known now. `changes` newest first; `baseline` are the rows of each first page with its time.

    `links` gives for the item of a change the reference number or title of the release that names the same entity.
    """

    registers: tuple[BoardRegister, ...]
    rows: tuple[tuple[SourceId, StoredRow], ...]
    changes: tuple[StoredChange, ...]
    baseline: tuple[tuple[datetime, RegisterRow], ...]
    past: tuple[PastFact, ...]
    links: dict[ItemId, tuple[ItemId, str]]
    sites: tuple[PlatformSites, ...] = ()

    @property
    def checked_at(self) -> datetime | None:
        """When the register that waits longest was read last; None before any was."""
        return min((one.checked_at for one in self.registers if one.baseline_at is not None), default=None)

    def seen(self) -> tuple[Seen, ...]:
        """The changes of the platforms' lists, oldest first."""
        return tuple(Seen(one.at, one.change) for one in reversed(self.changes))

    def candidates(self) -> tuple[Candidate, ...]:
        """Everything that a name may be compared with."""
        found = [Candidate(str(source), stored.row) for source, stored in self.rows]
        now = {stored.row.key for _, stored in self.rows}
        gone = [one for one in self.changes if one.change.new is None and one.change.row.key not in now]
        found += [Candidate(one.register, one.change.row, left=True) for one in gone]
        for name, row in former_names(self.past, self.seen()):
            current = next((stored.row for _, stored in self.rows if row.ce and stored.row.ce == row.ce), None)
            # A new name that only public facts know is no row of now.
            source = next((str(at) for at, stored in self.rows if current is not None and stored.row is current), "")
            found.append(Candidate(source, current or row, former=name, observed=current is not None))
        if not any(one.adapter == "sfc-vatp" and one.baseline_at is not None for one in self.registers):
            found += [Candidate("", fact.row(), observed=False) for fact in self.past]
        return tuple(self._with_sites(one) for one in found)

    def _with_sites(self, one: Candidate) -> Candidate:
        # A firm has its site whatever it is called: the row of its present name answers for it.
        sites = () if one.former else tuple(site for of in self.sites if of.is_of(one.row) for site in of.sites)
        return replace(one, sites=sites) if sites else one


def read_board(db: sqlite3.Connection, catalogue: Catalogue, history: Path, now: datetime) -> Board:
    """Read the board. `history` is the shipped file, of which nothing after `now` counts: a demo plays in the past. The
    file of the platforms' sites stands beside it.

    Raises SettingsError where the file cannot be read.
    """
    today = to_hkt(now).date()
    registers = []
    for name, (belief, baseline_at, checked_at) in store.beliefs(db).items():
        row = catalogue.sources.get(SourceId(name))
        if row is None or row.kind is not Kind.REGISTER:
            continue
        held = belief.held
        newest = next(iter(store.pages(db, name, 1)), None)
        registers.append(
            BoardRegister(
                row.id,
                row.adapter,
                (row.name.en, row.name.zh_hant, row.name.zh_hans),
                row.url,
                baseline_at,
                checked_at,
                held.quarantine.detail if held is not None else "",
                held.since if held is not None else None,
                held is not None and held.can_accept,
                newest.id if newest is not None else 0,
                belief.known.last_update if belief.known is not None else "",
            )
        )
    changes = store.changes(db)
    rows = tuple((SourceId(name), stored) for name, stored in store.rows(db))
    return Board(
        tuple(registers),
        rows,
        changes,
        tuple(_baseline(registers, rows, changes)),
        tuple(fact for fact in load_history(history) if fact.day <= today),
        _links(db),
        load_sites(history.with_name(SITES_FILE)),
    )


def _baseline(
    registers: list[BoardRegister], rows: tuple[tuple[SourceId, StoredRow], ...], changes: tuple[StoredChange, ...]
) -> list[tuple[datetime, RegisterRow]]:
    """The rows of the first pages: what is now, with every change taken back."""
    found: list[tuple[datetime, RegisterRow]] = []
    for register in registers:
        if register.baseline_at is None:
            continue
        then = [stored.row for source, stored in rows if source == register.source]
        for one in changes:
            if one.register != register.source:
                continue
            if one.change.new in then:
                then.remove(one.change.new)
            if one.change.old is not None:
                then.append(one.change.old)
        found += [(register.baseline_at, row) for row in then]
    return found


def _links(db: sqlite3.Connection) -> dict[ItemId, tuple[ItemId, str]]:
    rows = db.execute(
        "SELECT c.item_id, i.id, i.ref, i.title FROM register_change c JOIN item_link l ON l.item_id = c.item_id"
        " JOIN item i ON i.id = l.other_id WHERE l.kind = 'register' ORDER BY i.id"
    ).fetchall()
    return {ItemId(item): (ItemId(other), ref or title) for item, other, ref, title in rows}
