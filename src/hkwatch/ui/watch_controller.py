# SPDX-License-Identifier: MIT
"""Tells how the watch is doing: status bar, dots of the rail, banners. The clock of the window ticks here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from hkwatch.domain.commands import CheckNow, Command, DismissGap, Resume
from hkwatch.domain.events import EngineFailed, SourceHealth, SourceState, WatchState, WatchStatusChanged
from hkwatch.domain.ids import CommandId, GapId
from hkwatch.services.inbox import OpenCounts
from hkwatch.ui.banners import Banners, Rank, Telling
from hkwatch.ui.error_text import error_text, told
from hkwatch.ui.formats import is_chinese, short_time, span
from hkwatch.ui.inbox import BannerKind
from hkwatch.ui.paced import Paced
from hkwatch.ui.rail import Rail, RailSource
from hkwatch.ui.rail_views import view_entries
from hkwatch.ui.statusbar import StatusBar
from hkwatch.ui.watch_words import (
    EngineTrouble,
    failing_text,
    is_clock_off,
    is_office_time,
    is_only_progress,
    page_of,
    paused_text,
    publisher_dot,
    publisher_short,
    source_name,
    status_facts,
)

_FAILING_LONG = timedelta(minutes=30)
_NEWS_MS = 250
"""How far a status that tells of mere progress may lag behind: rail, status bar and tray are written anew for each."""


class WatchController(QObject):
    """Shows the engine's word on the watch, and what the desktop knows of the engine."""

    ticked = Signal(object)
    """datetime (aware UTC), once a second while a window or a tray menu may show ages."""
    changed = Signal()
    """Status, trouble or counts are other than before."""
    take_over_wanted = Signal(int)
    """Process id of the watcher in a terminal that shall make way."""
    details_wanted = Signal()
    """Show the sources with their state."""
    page_wanted = Signal(str)
    """Web address of a page to open in the browser."""
    fill_wanted = Signal(str)
    """Publisher whose archive shall be asked for what may be missing."""
    retry_wanted = Signal()
    """Start the engine again now."""

    def __init__(
        self,
        status: StatusBar,
        rail: Rail,
        banners: Banners,
        send: Callable[[Command], bool],
        new_id: Callable[[], CommandId],
        now: Callable[[], datetime],
        unconfirmed: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._status_bar, self._rail, self._banners = status, rail, banners
        self._send, self._new_id, self._now, self._unconfirmed = send, new_id, now, unconfirmed
        self.status: WatchStatusChanged | None = None
        self.trouble: EngineTrouble | None = None
        self.counts: OpenCounts | None = None
        self._language = "en"
        self._clock_note = self._channel_note = ""
        self._reflagging: tuple[int, int] | None = None
        self._away: int | None = None
        self._again = QDeadlineTimer()
        self._names: Mapping[str, str] = {}
        self._order: Sequence[str] = ()
        self._news = Paced(self._show_news, _NEWS_MS, self)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        self._second.start()

    @property
    def language(self) -> str:
        """The interface language of the texts told."""
        return self._language

    def now(self) -> datetime:
        """The time by the clock of the window (aware UTC)."""
        return self._now()

    def end(self) -> None:
        """The clock stands still: the window is going away."""
        self._second.stop()
        self._news.end()

    def set_words(self, language: str, names: Mapping[str, str], order: Sequence[str]) -> None:
        """Interface language, the publishers' short names in it, and their order."""
        self._language, self._names, self._order = language, names, order
        self._status_bar.language = language
        self._rail.set_language(language)
        self.refresh()

    def set_reflagging(self, done: int, total: int) -> None:
        """Stored items are being flagged anew; over once both are the same."""
        self._reflagging = (done, total) if done < total else None
        self._show_facts(self._now())

    def set_clock_note(self, note: str) -> None:
        """A word that stands beside the clock all the time; empty for none."""
        self._clock_note = note
        self._show_facts(self._now())

    def set_channel_note(self, note: str) -> None:
        """Which channel fails; empty while none does."""
        self._channel_note = note
        self._show_facts(self._now())

    # News

    def on_status(self, event: WatchStatusChanged) -> None:
        """The engine's word. While sources are asked it comes with each answer, faster than anybody reads."""
        before = self.status if self.trouble is None else None
        self.status, self.trouble = event, None
        if before is not None and is_only_progress(before, event):
            self._news.soon()
        else:
            self._news.now()

    def _show_news(self) -> None:
        if self.trouble is None:
            self._banners.drop(Rank.ENGINE)
            self._banners.drop(Rank.WATCHER)
        self.refresh()
        self.changed.emit()

    def on_counts(self, counts: OpenCounts) -> None:
        """Unread items."""
        self.counts = counts
        self._fill_rail()
        self.changed.emit()

    def on_lost(self, _reason: str, wait_s: float) -> None:
        """The engine died and is started again in `wait_s` real seconds, whatever the clock of the window does."""
        self.trouble = EngineTrouble("", wait_s)
        self._again.setPreciseRemainingTime(int(wait_s), round(wait_s % 1 * 1e9))
        self.refresh()
        self.changed.emit()

    def on_failed(self, event: EngineFailed, watcher_pid: int) -> None:
        """The engine cannot run. `watcher_pid` is the process of a watcher in a terminal, 0 without one."""
        self.trouble = EngineTrouble(error_text(event.detail, event.key), read_only=event.key == "locked")
        if watcher_pid:
            fact = self.tr("A watcher is running in a terminal (pid {0}).").format(watcher_pid)
            telling = Telling(
                BannerKind.WARN,
                fact,
                self.tr("This window only reads."),
                self.tr("Stop it and take over"),
                lambda: self.take_over_wanted.emit(watcher_pid),
            )
            self._banners.put(Rank.WATCHER, telling)
        else:
            text = told(event.detail, event.next_step, event.key)
            telling = Telling(
                BannerKind.BAD, self.tr("The watch cannot start."), text, self.tr("Try again"), self.retry_wanted.emit
            )
            self._banners.put(Rank.ENGINE, telling)
        self.refresh()
        self.changed.emit()

    # Showing

    def refresh(self) -> None:
        """Say everything again, as after a change of the language."""
        now = self._now()
        self._show_facts(now)
        self._fill_rail()
        if self.status is not None:
            self._tell_banners(self.status, now)

    def _tick(self) -> None:
        now = self._now()
        self._show_facts(now)
        self.ticked.emit(now)

    def _show_facts(self, now: datetime) -> None:
        if self.trouble is not None and self.trouble.again_in_s is not None:
            self.trouble = EngineTrouble(self.trouble.text, max(0.0, self._again.remainingTime() / 1000))
        facts = status_facts(self.status, self.trouble, self._unconfirmed(), now, self._language)
        if self._reflagging is not None and self.trouble is None:
            done, total = self._reflagging
            said = self.tr("Applying rules {0} %").format(100 * done // max(1, total))
            facts = replace(facts, facts=[said, *facts.facts], progress=facts.progress or self._reflagging)
        if self._channel_note and self.trouble is None:
            facts = replace(facts, facts=[self._channel_note, *facts.facts])
        if self._clock_note:
            facts = replace(facts, clock_text=f"{self._clock_note} · {facts.clock_text}")
        self._status_bar.set_facts(facts)

    def set_away(self, count: int | None) -> None:
        """How much happened while the user was away; None where nothing is to be told."""
        if count != self._away:
            self._away = count
            self._fill_rail()

    def _fill_rail(self) -> None:
        counts = self.counts
        self._rail.set_views(view_entries(counts, self._away))
        if self.status is None:
            return
        now = self._now()
        by_publisher: dict[str, list[SourceHealth]] = {}
        for health in self.status.sources:
            if health.state is SourceState.OFF:
                continue
            by_publisher.setdefault(str(health.publisher), []).append(health)
        order = [one for one in self._order if one in by_publisher]
        order += [one for one in by_publisher if one not in order]
        self._rail.set_sources(
            [
                RailSource(
                    publisher,
                    self._names.get(publisher) or publisher_short(by_publisher[publisher][0], self._language),
                    publisher_dot(by_publisher[publisher], now, self._language),
                    (counts.by_publisher.get(publisher) or None) if counts else None,
                )
                for publisher in order
            ]
        )

    def _tell_banners(self, status: WatchStatusChanged, now: datetime) -> None:
        self._tell_offline(status, now)
        self._tell_paused(status, now)
        self._tell_failing(status, now)
        self._tell_gap(status, now)
        self._tell_clock(status)

    def _tell_offline(self, status: WatchStatusChanged, now: datetime) -> None:
        if status.state is not WatchState.OFFLINE or status.offline_since is None:
            self._banners.drop(Rank.OFFLINE)
            return
        fact = self.tr("Offline since {0}.").format(short_time(status.offline_since, now, self._language))
        last = ""
        if status.checked_at is not None:
            last = self.tr("Last answer {0}.").format(short_time(status.checked_at, now, self._language))
        alerts = self.tr("Price alerts cannot be evaluated.")
        gap = "" if is_chinese(self._language) else " "
        telling = Telling(
            BannerKind.WARN, fact, f"{last}{gap}{alerts}".strip(), self.tr("Check now"), self.check_all, "wifi-off"
        )
        self._banners.put(Rank.OFFLINE, telling)

    def _tell_paused(self, status: WatchStatusChanged, now: datetime) -> None:
        if status.state is not WatchState.PAUSED:
            self._banners.drop(Rank.PAUSED)
            return
        fact = self.tr("Paused {0}.").format(paused_text(status, now, self._language))
        telling = Telling(
            BannerKind.INFO, fact, self.tr("Nothing is asked or told."), self.tr("Resume"), self.resume, "pause"
        )
        self._banners.put(Rank.PAUSED, telling)

    def _tell_failing(self, status: WatchStatusChanged, now: datetime) -> None:
        long = [
            health
            for health in status.sources
            if health.official
            and health.is_failing
            and health.failing_since is not None
            and now - health.failing_since > _FAILING_LONG
        ]
        if not long or not is_office_time(now):
            self._banners.drop(Rank.FAILING)
            return
        worst = min(long, key=lambda health: health.failing_since or now)
        again = ""
        if worst.next_at is not None and worst.next_at > now:
            again = self.tr("Retrying {0}.").format(short_time(worst.next_at, now, self._language))
        gap = "" if is_chinese(self._language) or not again else " "
        page = page_of(worst)
        telling = Telling(
            BannerKind.WARN,
            failing_text(worst, now, self._language),
            # The time first: a long advice is cut at its end.
            f"{again}{gap}{error_text(worst.next_step)}",
            self.tr("Details"),
            self.details_wanted.emit,
            second=self.tr("Open page") if page else "",
            act_otherwise=lambda: self.page_wanted.emit(page),
        )
        self._banners.put(Rank.FAILING, telling)

    def _tell_gap(self, status: WatchStatusChanged, now: datetime) -> None:
        gap = next((gap for gap in status.gaps if gap.state == "open" and gap.kind == "source"), None)
        if gap is None:
            self._banners.drop(Rank.GAP)
            return
        name = self._names.get(gap.source) or next(
            (source_name(one, self._language) for one in status.sources if one.source == gap.source), gap.source.upper()
        )
        start, end = (short_time(at, now, self._language) for at in (gap.start, gap.end))
        fact = self.tr("{0}: items between {1} and {2} may be missing.").format(name, start, end)
        ident, source = gap.id, gap.source
        # A publisher with an archive has gaps of its own; a mere feed cannot be asked for what it no longer lists.
        has_archive = any(str(one.publisher) == source for one in status.sources)
        telling = Telling(
            BannerKind.INFO,
            fact,
            "" if has_archive else self.tr("Its publisher keeps no archive to fill it from."),
            self.tr("Back-fill") if has_archive else self.tr("Dismiss"),
            (lambda: self.fill_wanted.emit(source)) if has_archive else (lambda: self._dismiss_gap(ident)),
            second=self.tr("Dismiss") if has_archive else "",
            act_otherwise=lambda: self._dismiss_gap(ident),
        )
        self._banners.put(Rank.GAP, telling)

    def _tell_clock(self, status: WatchStatusChanged) -> None:
        ahead_s = status.clock_ahead_s
        if not is_clock_off(status) or ahead_s is None:
            self._banners.drop(Rank.CLOCK)
            return
        length = span(timedelta(seconds=abs(ahead_s)), self._language)
        if ahead_s > 0:
            fact = self.tr("This computer's clock is {0} ahead of the servers.").format(length)
        else:
            fact = self.tr("This computer's clock is {0} behind the servers.").format(length)
        told = Telling(BannerKind.WARN, fact, self.tr("Ages and “first seen” times are off by as much; set the clock."))
        self._banners.put(Rank.CLOCK, told)

    # Wishes

    def check_all(self) -> None:
        """Ask every source now."""
        self._send(CheckNow(self._new_id()))

    def check(self, health: SourceHealth) -> None:
        """Ask one source now."""
        self._send(CheckNow(self._new_id(), health.source))

    def resume(self) -> None:
        """Watch again."""
        self._send(Resume(self._new_id()))

    def _dismiss_gap(self, gap: GapId) -> None:
        self._send(DismissGap(self._new_id(), gap))
        self._banners.drop(Rank.GAP)
