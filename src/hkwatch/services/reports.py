# SPDX-License-Identifier: MIT
"""What is told by the clock: a daily sign of life, and a digest that is written as a file.

every 30 s ─► due by Hong Kong's clock, and not made yet? ─► sign of life: into the outbox, and a line of a log
                                                         └─► digest: read, worded, written whole; a failure is told
"""

import logging
import sqlite3
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Literal

from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.hkt import start_of, to_hkt
from hkwatch.domain.ids import SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.domain.report_times import WEEKLY_ON, is_due, latest_due, read_clock
from hkwatch.services import life_log
from hkwatch.services.away import Told, names_of
from hkwatch.services.away_wording import AwayWording
from hkwatch.services.database import Database
from hkwatch.services.digest import Digest, Format, file_name, read_digest, render, write_atomically
from hkwatch.services.notices import Notices
from hkwatch.services.settings import Reports as Wanted
from hkwatch.store import away, coverage, outbox
from hkwatch.store.db import get_meta, set_meta

log = logging.getLogger(__name__)

LIFE, FAILED = "life", "digest-failed"
"""Kinds of notices."""
_LOOK_S = 30.0
_LONGEST = timedelta(days=31)
"""A digest reaches back to the last one, but no further than this."""


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What the user wants. Times are Hong Kong's; `life_at` None = no sign of life."""

    life_at: time | None = None
    digest: Literal["off", "daily", "weekly"] = "off"
    digest_at: time = time(18, 30)
    form: Format = "md"
    folder: Path = Path()
    life_log: Path | None = None
    """The file that signs of life are noted in, None for none."""


def choices_from(wanted: Wanted, data_dir: Path) -> ReportChoices:
    """What the settings say; a digest goes into the data folder where no other was named."""
    folder = Path(wanted.digest_folder).expanduser() if wanted.digest_folder else data_dir / "digests"
    return ReportChoices(
        read_clock(wanted.sign_of_life_at) if wanted.sign_of_life else None,
        wanted.digest,
        read_clock(wanted.digest_at),
        wanted.digest_format,
        folder,
        folder / life_log.NAME,
    )


@dataclass(frozen=True, slots=True)
class Life:
    """Since midnight in Hong Kong: polls, sources whose last answer is no older than it should be, serious items."""

    at: datetime
    checks: int
    good: int
    sources: int
    silent: tuple[str, ...]
    critical: int
    high: int


def read_life(db: sqlite3.Connection, watched: Collection[SourceId], now: datetime) -> Life:
    """Count what a sign of life says; `watched` are the sources that are on."""
    midnight = start_of(to_hkt(now).date())
    fresh = coverage.fresh_sources(db, now)
    silent = tuple(str(source) for source in watched if str(source) not in fresh)
    return Life(
        now,
        coverage.checks_between(db, midnight, now).checks,
        len(watched) - len(silent),
        len(watched),
        silent,
        away.count_of_level(db, Level.CRITICAL, midnight, now),
        away.count_of_level(db, Level.HIGH, midnight, now),
    )


class Reports:
    """Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        notices: Notices,
        catalogue: Catalogue,
        watched: Callable[[], Collection[SourceId]],
        holidays: frozenset[date],
    ) -> None:
        """`watched` gives the sources that are on."""
        self._clock = clock
        self._database = database
        self._notices = notices
        self._catalogue = catalogue
        self._watched = watched
        self._holidays = holidays
        self._problem = ""
        self._unlogged = ""
        """Why the last sign of life is not in the log, empty when it is."""
        self.choices = ReportChoices()
        notices.worded |= {LIFE: self._life_words, FAILED: self._failed_words}

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            await self.step()
            await self._clock.sleep(_LOOK_S)

    async def step(self) -> Path | None:
        """Make what is due; the digest's file where one was written."""
        await self._look_at_life()
        return await self._look_at_digest()

    # Sign of life

    async def _look_at_life(self) -> None:
        now, at = self._clock.now(), self.choices.life_at
        since = await self._database.run(_on_since, "reports:life", at is not None, now)
        if at is None or since is None or not is_due(now, at, None, since):
            return
        due = to_hkt(latest_due(now, at))
        if due.date() != to_hkt(now).date():
            # Yesterday's would say nothing true of today.
            return
        key = f"{LIFE}:{due.date().isoformat()}"
        if await self._database.run(outbox.add, key, LIFE, Level.LOW, now) is not None:
            await self._log_life()
            self._notices.wake()

    async def _log_life(self) -> None:
        file, self._unlogged = self.choices.life_log, ""
        if file is None:
            return
        life = await self._database.run(read_life, self._watched(), self._clock.now())
        try:
            life_log.note(file, life.at, *self.life_text(life))
        except SettingsError as error:
            log.warning("life log key=%s detail=%s", error.key, error.detail)
            self._unlogged = f"{error.detail} {error.next_step}".strip()

    async def _life_words(self) -> tuple[str, str]:
        life = await self._database.run(read_life, self._watched(), self._clock.now())
        title, more = self.life_text(life)
        return title, f"{more}\n{self._unlogged}".rstrip()

    def life_text(self, life: Life) -> tuple[str, str]:
        """(`18:30: 1,204 checks, 26 of 26 sources, nothing critical`, what else there is to say)."""
        texts = self._notices.wording.texts
        translate = texts.translate
        critical = translate("EngineNotices", "nothing critical")
        if life.critical:
            critical = translate("EngineNotices", "{count} critical").format(count=life.critical)
        title = translate("EngineNotices", "{time}: {checks} checks, {good} of {all} sources, {critical}").format(
            time=f"{to_hkt(life.at):%H:%M}",
            checks=f"{life.checks:,}",
            good=life.good,
            all=life.sources,
            critical=critical,
        )
        lines = [translate("EngineNotices", "Since midnight in Hong Kong: {count} high.").format(count=life.high)]
        if life.silent:
            words = AwayWording(texts)
            names = [words.name(names_of(self._catalogue, source)) for source in life.silent[:3]]
            if len(life.silent) > len(names):
                names.append(f"+{len(life.silent) - len(names)}")
            silent = translate("EngineNotices", "Without a recent answer: {names}").format(names=", ".join(names))
            lines.append(silent)
        return title, "\n".join(lines)

    # Digest

    async def _look_at_digest(self) -> Path | None:
        now, chosen = self._clock.now(), self.choices
        since = await self._database.run(_on_since, "reports:digest", chosen.digest != "off", now)
        if chosen.digest == "off" or since is None:
            return None
        weekday = WEEKLY_ON if chosen.digest == "weekly" else None
        last = await self._database.run(_last_digest)
        if not is_due(now, chosen.digest_at, last, since, weekday):
            return None
        due = latest_due(now, chosen.digest_at, weekday)
        start = due - timedelta(days=1 if weekday is None else 7)
        if last is not None:
            # What came while nothing could be written belongs to the next one.
            start = max(min(start, last), due - _LONGEST)
        file = chosen.folder / file_name(start, due, chosen.form)
        before = await self._database.run(_last_told) if start == last else None
        digest, told = await self._database.run(self._read, start, due, before, now)
        try:
            write_atomically(file, render(digest, chosen.form))
        except SettingsError as error:
            self._problem = f"{error.detail} {error.next_step}".strip()
            key = f"{FAILED}:{to_ms(due)}"
            if await self._database.run(outbox.add, key, FAILED, Level.HIGH, now) is not None:
                log.warning("digest key=%s detail=%s", error.key, error.detail)
                self._notices.wake()
            return None
        await self._database.run(_note_digest, due, told)
        log.info("digest file=%s", file)
        return file

    def _read(
        self, db: sqlite3.Connection, start: datetime, end: datetime, before: Told | None, now: datetime
    ) -> tuple[Digest, Told]:
        texts = self._notices.wording.texts
        digest = read_digest(db, self._catalogue, start, end, texts, lambda: self._holidays, before)
        return digest, Told(now, away.last_firing(db))

    async def _failed_words(self) -> tuple[str, str]:
        return self._notices.wording.texts.translate("EngineNotices", "The digest was not written"), self._problem


def _on_since(db: sqlite3.Connection, key: str, on: bool, now: datetime) -> datetime | None:
    """Since when something is switched on; None while it is off."""
    value = get_meta(db, key)
    if not on:
        if value:
            set_meta(db, key, "")
        return None
    if not value:
        set_meta(db, key, str(to_ms(now)))
        return now
    return from_ms(int(value))


def _last_digest(db: sqlite3.Connection) -> datetime | None:
    value = get_meta(db, "reports:digest-last")
    return None if value is None else from_ms(int(value))


def _last_told(db: sqlite3.Connection) -> Told | None:
    value = get_meta(db, "reports:digest-told")
    if value is None:
        return None
    at, firing = value.split()
    return Told(from_ms(int(at)), int(firing))


def _note_digest(db: sqlite3.Connection, due: datetime, told: Told) -> None:
    set_meta(db, "reports:digest-last", str(to_ms(due)))
    set_meta(db, "reports:digest-told", f"{to_ms(told.at)} {told.firing}")
