# SPDX-License-Identifier: MIT
"""What the watch is doing, in words: status bar, rail dots, tray header, source table. Pure; `now` is an argument."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from hkwatch.domain import saving
from hkwatch.domain.events import SourceHealth, SourceState, WatchState, WatchStatusChanged
from hkwatch.domain.quiet import QuietReason
from hkwatch.services.poll_entry import PollEntry
from hkwatch.ui.error_text import error_text
from hkwatch.ui.formats import age, clock, date, in_hkt, short_time, span
from hkwatch.ui.marks import DotState
from hkwatch.ui.rail import SourceDot
from hkwatch.ui.shown_time import shown, shown_name
from hkwatch.ui.starting import starting
from hkwatch.ui.statusbar import PAUSED, StatusFacts

_CLOCK_TOLERATED_S = 60.0
_OFFICE_FROM, _OFFICE_TO = 8, 20


@dataclass(frozen=True, slots=True)
class EngineTrouble:
    """The engine is not there. `again_in_s` None = it is not started again by itself; `text` says why."""

    text: str
    again_in_s: float | None = None
    read_only: bool = False
    """Another hkwatch watches with this folder, so nothing is wrong."""


def source_name(health: SourceHealth, language: str) -> str:
    """The source's name in the interface language."""
    names = {"zh-Hant": health.name_zh_hant, "zh-Hans": health.name_zh_hans}
    return names.get(language) or health.name_en


def publisher_short(health: SourceHealth, language: str) -> str:
    """The publisher's badge in the interface language, for one that the catalogue did not know when the window came up."""
    names = {"zh-Hant": health.publisher_short_zh_hant, "zh-Hans": health.publisher_short_zh_hans}
    return names.get(language) or health.publisher_short_en or str(health.publisher).upper()


def status_facts(
    status: WatchStatusChanged | None, trouble: EngineTrouble | None, waiting: int, now: datetime, language: str
) -> StatusFacts:
    """Everything the status bar shows. `waiting` counts changes the engine has not confirmed."""
    clock_text = f"{shown_name()} {clock(now)}"
    if trouble is not None:
        state, facts = _trouble(trouble, language)
        if waiting:
            facts.append(_waiting(waiting))
        dot = DotState.UNCHECKED if trouble.read_only else DotState.FAILING
        return StatusFacts(dot, state, facts, clock_text)
    if status is None:
        return starting(now)
    facts = [fact for fact in _facts(status, now, language) if fact]
    return StatusFacts(
        _dot(status), state_text(status), facts, clock_text, status.progress, more=saving_explained(status)
    )


def state_text(status: WatchStatusChanged) -> str:
    """One word for what the watch does."""
    translate = QCoreApplication.translate
    return {
        WatchState.STARTING: translate("Watch", "Starting"),
        WatchState.WATCHING: translate("Watch", "Watching"),
        WatchState.CATCHING_UP: translate("Watch", "Catching up"),
        WatchState.OFFLINE: translate("Watch", "Offline"),
        WatchState.PAUSED: translate("Watch", "Paused"),
        WatchState.STOPPED: translate("Watch", "Stopped"),
    }[status.state]


def trouble_text(trouble: EngineTrouble) -> str:
    """Two words for what is wrong with the engine."""
    if trouble.read_only:
        return QCoreApplication.translate("Watch", "Read only")
    return QCoreApplication.translate("Watch", "Engine stopped")


def checked_text(status: WatchStatusChanged, now: datetime, language: str) -> str:
    """`checked 1 min ago`; empty before anything answered."""
    if status.checked_at is None:
        return QCoreApplication.translate("Watch", "nothing checked yet")
    if now - status.checked_at < timedelta(seconds=5):
        return QCoreApplication.translate("Watch", "checked just now")
    return QCoreApplication.translate("Watch", "checked {0}").format(age(status.checked_at, now, language))


def paused_text(status: WatchStatusChanged, now: datetime, language: str) -> str:
    """Until when the watch is paused."""
    if status.paused_until is None:
        return QCoreApplication.translate("Watch", "until you resume")
    return QCoreApplication.translate("Watch", "until {0}").format(short_time(status.paused_until, now, language))


def publisher_dot(sources: Sequence[SourceHealth], now: datetime, language: str) -> SourceDot:
    """One dot for all sources of a publisher, with its words."""
    on = [health for health in sources if health.state is not SourceState.OFF]
    failing = [health for health in on if health.is_failing]
    if not on:
        return SourceDot(DotState.UNCHECKED, QCoreApplication.translate("Watch", "switched off"))
    if failing:
        state = DotState.FAILING if len(failing) == len(on) else DotState.PART
        return SourceDot(state, "\n".join(failing_text(health, now, language) for health in failing))
    if any(health.state is SourceState.OFFLINE for health in on):
        return SourceDot(DotState.OFFLINE, QCoreApplication.translate("Watch", "offline"))
    if all(health.state is SourceState.UNCHECKED for health in on):
        return SourceDot(DotState.UNCHECKED, QCoreApplication.translate("Watch", "not checked yet"))
    asked = [health.last_ok_at for health in on if health.last_ok_at is not None]
    text = QCoreApplication.translate("Watch", "OK, checked {0}").format(age(max(asked), now, language))
    return SourceDot(DotState.OK, text)


def failing_text(health: SourceHealth, now: datetime, language: str) -> str:
    """`SFC press releases: failing since 09:12, HTTP 403 …`."""
    since = short_time(health.failing_since, now, language) if health.failing_since else clock(now)
    text = QCoreApplication.translate("Watch", "{0}: failing since {1}. {2}")
    return text.format(source_name(health, language), since, error_text(health.error, health.error_key)).strip()


def source_state_text(health: SourceHealth, now: datetime, language: str) -> str:
    """The state column of the source table."""
    translate = QCoreApplication.translate
    match health.state:
        case SourceState.OK:
            return translate("Watch", "OK")
        case SourceState.QUIET:
            since = health.quiet_since or now
            return translate("Watch", "OK, but quiet since {0}").format(short_time(since, now, language))
        case SourceState.MOVED:
            return translate("Watch", "OK, but moved")
        case SourceState.BLOCKED:
            since = health.failing_since or now
            return translate("Watch", "Blocked since {0}").format(short_time(since, now, language))
        case SourceState.FORMAT_CHANGED:
            since = health.failing_since or now
            return translate("Watch", "Another format since {0}").format(short_time(since, now, language))
        case SourceState.FAILING:
            if health.failing_since is None:
                return translate("Watch", "Failing")
            return translate("Watch", "Failing since {0}").format(short_time(health.failing_since, now, language))
        case SourceState.OFFLINE:
            return translate("Watch", "Offline")
        case SourceState.UNCHECKED:
            return translate("Watch", "Not checked yet")
        case SourceState.OFF:
            return translate("Watch", "Off")


def is_only_progress(before: WatchStatusChanged, after: WatchStatusChanged) -> bool:
    """Whether nothing turned better or worse in between: sources were asked, and answered as they had before."""
    if after != replace(
        before,
        checked_at=after.checked_at,
        next_source=after.next_source,
        next_at=after.next_at,
        sources=after.sources,
        progress=after.progress,
    ):
        return False
    if (before.progress is None) != (after.progress is None):
        return False
    return [(one.source, one.state) for one in before.sources] == [(one.source, one.state) for one in after.sources]


def is_clock_off(status: WatchStatusChanged) -> bool:
    """Whether this computer's clock is off by more than a minute."""
    return status.clock_ahead_s is not None and abs(status.clock_ahead_s) > _CLOCK_TOLERATED_S


def is_office_time(now: datetime) -> bool:
    """Whether it is Monday to Friday, 08:00 to 20:00 in Hong Kong: an official site that is silent then is missed."""
    at = in_hkt(now)
    return at.weekday() < 5 and _OFFICE_FROM <= at.hour < _OFFICE_TO


def page_of(health: SourceHealth) -> str:
    """The site of a source as a person opens it; empty where it has no web address."""
    parts = urlsplit(health.url)
    return f"{parts.scheme}://{parts.netloc}/" if parts.scheme in ("http", "https") and parts.netloc else ""


def diagnosis(health: SourceHealth, entries: Sequence[PollEntry]) -> str:
    """All that is known of a source, in English and UTC, for somebody who is asked for help. Holds no personal data."""
    lines = [
        f"source: {health.source} ({health.name_en})",
        f"address: {health.url}",
        f"state: {health.state.value}",
        f"last success: {_utc(health.last_ok_at)}",
        f"failing since: {_utc(health.failing_since)}",
        f"quiet since: {_utc(health.quiet_since)}",
        f"HTTP status: {health.http_status or '–'}",
        f"error: {health.error_key or '–'} {health.error}".strip(),
        f"next try: {_utc(health.next_at)}",
        f"good polls: {health.good_polls} of {health.polls}",
    ]
    if health.moved_to:
        lines.append(f"moved to: {health.moved_to}, seen {health.moved_seen} times")
    lines.append("log (UTC, status, bytes, ms, items, new, error):")
    lines += [
        f"  {entry.at:%Y-%m-%d %H:%M:%S} {entry.http_status or '–'} {entry.bytes} {entry.elapsed_ms}"
        f" {entry.entries} {entry.added} {entry.error_key}".rstrip()
        for entry in entries
    ]
    return "\n".join(lines)


def _utc(at: datetime | None) -> str:
    return "–" if at is None else f"{at:%Y-%m-%d %H:%M:%S} UTC"


def _dot(status: WatchStatusChanged) -> str:
    match status.state:
        case WatchState.PAUSED:
            return PAUSED
        case WatchState.OFFLINE:
            return DotState.OFFLINE
        case WatchState.STARTING | WatchState.STOPPED:
            return DotState.UNCHECKED
        case _:
            return DotState.OK


def _facts(status: WatchStatusChanged, now: datetime, language: str) -> list[str]:
    translate = QCoreApplication.translate
    if status.state is WatchState.PAUSED:
        return [paused_text(status, now, language), checked_text(status, now, language)]
    if status.state is WatchState.OFFLINE:
        since = status.offline_since or now
        if status.checked_at is None:
            last = checked_text(status, now, language)
        else:
            last = translate("Watch", "last answer {0}").format(short_time(status.checked_at, now, language))
        again = ""
        if status.next_at is not None:
            again = translate("Watch", "trying again in {0}").format(span(status.next_at - now, language))
        return [translate("Watch", "since {0}").format(short_time(since, now, language)), last, again]
    facts = []
    if status.progress is not None:
        facts.append(translate("Watch", "{0} of {1} sources asked").format(*status.progress))
    facts.append(checked_text(status, now, language))
    if status.backfill is not None and status.backfill[0] < status.backfill[1]:
        facts.append(translate("Watch", "reading texts {0}/{1}").format(*status.backfill))
    facts += [quiet_text(status), _next(status, now, language), saving_text(status), _health(status, now, language)]
    if status.notices_problem and not status.notices_by:
        facts.append(translate("Watch", "notifications appear in this window only"))
    if is_clock_off(status):
        length = span(timedelta(seconds=abs(status.clock_ahead_s or 0)), language)
        if (status.clock_ahead_s or 0) > 0:
            facts.append(translate("Watch", "clock {0} ahead").format(length))
        else:
            facts.append(translate("Watch", "clock {0} behind").format(length))
    if status.maybe_not_shown:
        facts.append(_maybe_not_shown(status.maybe_not_shown))
    return facts


def quiet_text(status: WatchStatusChanged) -> str:
    """That notices are held back, and until when; empty while they are not."""
    translate = QCoreApplication.translate
    if not status.quiet:
        return ""
    if status.quiet_until is not None:
        return translate("Watch", "Quiet until {time}").format(time=clock(status.quiet_until))
    if status.quiet == QuietReason.LOCKED:
        return translate("Watch", "Quiet: the screen is locked")
    if status.quiet == QuietReason.FULL_SCREEN:
        return translate("Watch", "Quiet: a window is full screen")
    return translate("Watch", "Quiet: the desktop is not to be disturbed")


def saving_text(status: WatchStatusChanged) -> str:
    """That and why polling is slower now; empty at full speed."""
    translate = QCoreApplication.translate
    reasons = status.saving.split()
    if saving.BATTERY in reasons and saving.METERED in reasons:
        return translate("Watch", "On battery, metered connection: checking less often")
    if saving.BATTERY in reasons:
        return translate("Watch", "On battery: checking less often")
    if saving.METERED in reasons:
        return translate("Watch", "Metered connection: checking less often")
    return ""


def saving_explained(status: WatchStatusChanged) -> str:
    """By how much polling is slower, for the tooltip; empty at full speed."""
    if not status.saving:
        return ""
    text = QCoreApplication.translate(
        "Watch",
        "Pauses are {0} times as long as usual, at most {1} times for official sources in their busy hours and {2} times"
        " for prices. “Check now” still checks at once; Settings switch this off.",
    )
    return text.format(saving.factor_of(status.saving), saving.BUSY_FACTOR, saving.price_factor_of(status.saving))


def _waiting(count: int) -> str:
    translate = QCoreApplication.translate
    if count == 1:
        return translate("Watch", "1 change waits for the engine")
    return translate("Watch", "%n changes wait for the engine", "", count)


def _maybe_not_shown(count: int) -> str:
    translate = QCoreApplication.translate
    if count == 1:
        return translate("Watch", "1 notification may not have been shown")
    return translate("Watch", "%n notifications may not have been shown", "", count)


def _next(status: WatchStatusChanged, now: datetime, language: str) -> str:
    if status.next_at is None or status.next_source is None or status.progress is not None:
        return ""
    health = next((one for one in status.sources if one.source == status.next_source), None)
    name = source_name(health, language) if health is not None else str(status.next_source)
    return QCoreApplication.translate("Watch", "next: {0} {1}").format(name, _time(status.next_at, now, language))


def _health(status: WatchStatusChanged, now: datetime, language: str) -> str:
    translate = QCoreApplication.translate
    on = [health for health in status.sources if health.state is not SourceState.OFF]
    asked = [health for health in on if health.state is not SourceState.UNCHECKED]
    failing = [health for health in on if health.is_failing]
    if not asked or status.checked_at is None:
        # Of this run nothing is known yet; how the last one ended is no news.
        return ""
    good = sum(health.is_good for health in on)
    if len(on) == 1:
        text = translate("Watch", "{0} of 1 source OK").format(good)
    else:
        text = translate("Watch", "{0} of {1} sources OK").format(good, len(on))
    since = [health.failing_since for health in failing if health.failing_since is not None]
    if not failing:
        return text
    if not since:
        return translate("Watch", "{0}, {1} failing").format(text, len(failing))
    return translate("Watch", "{0}, {1} failing since {2}").format(
        text, len(failing), short_time(min(since), now, language)
    )


def _trouble(trouble: EngineTrouble, language: str) -> tuple[str, list[str]]:
    state = trouble_text(trouble)
    if trouble.again_in_s is None:
        return state, [trouble.text]
    left = span(timedelta(seconds=math.ceil(trouble.again_in_s)), language)
    return state, [QCoreApplication.translate("Watch", "starts again in {0}").format(left)]


def _time(at: datetime, now: datetime, language: str) -> str:
    if shown(at).date() == shown(now).date():
        return clock(at)
    if at - now < timedelta(days=300):
        return short_time(at, now, language)
    return date(at, language)
