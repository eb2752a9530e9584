# SPDX-License-Identifier: MIT
"""What the source manager says of a source: kind, rhythm, state, cause, politeness. Pure; `now` is an argument."""

import math
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.catalogue import Kind, PollBand, SourceRow
from hkwatch.domain.events import SourceHealth, SourceState
from hkwatch.domain.own_source import NotifyFrom
from hkwatch.services.poll_entry import PollEntry
from hkwatch.ui.error_text import error_text
from hkwatch.ui.formats import DOT, NO_BREAK, day_month, is_chinese, short_time
from hkwatch.ui.marks import DotState
from hkwatch.ui.watch_words import source_state_text

DOTS = {
    SourceState.OK: DotState.OK,
    SourceState.QUIET: DotState.PART,
    SourceState.MOVED: DotState.PART,
    SourceState.FAILING: DotState.FAILING,
    SourceState.BLOCKED: DotState.FAILING,
    SourceState.FORMAT_CHANGED: DotState.FAILING,
    SourceState.OFFLINE: DotState.OFFLINE,
    SourceState.UNCHECKED: DotState.UNCHECKED,
    SourceState.OFF: DotState.UNCHECKED,
}
LANGUAGES = (("en", "English"), ("zh-Hant", "繁體中文"), ("zh-Hans", "简体中文"))
"""Languages an item may be in, each by its own name."""
_TAGS = {"en": "EN", "zh-Hant": "繁", "zh-Hans": "简"}
_NOT_CHANGED = 304


def kind_text(row: SourceRow | None) -> str:
    """`feed`, `API` or `page`; a source of the user's own is a feed."""
    translate = QCoreApplication.translate
    match row.kind if row is not None else Kind.RSS:
        case Kind.RSS:
            return translate("Sources", "feed")
        case Kind.API:
            return translate("Sources", "API")
        case Kind.REGISTER:
            return translate("Sources", "page")


def language_tag(health: SourceHealth, row: SourceRow | None) -> str:
    """`EN`, `繁` or `简`: the language set for it, else the catalogue's; empty where neither says."""
    return _TAGS.get(health.options.lang or (row.lang if row is not None else ""), "")


def minutes_text(minutes: float, language: str) -> str:
    """`15 min`, `2 h`, `7 d`, `2.5 min`."""
    units = {"zh-Hant": ("分鐘", "小時", "天"), "zh-Hans": ("分钟", "小时", "天")}.get(language, ("min", "h", "d"))
    for size, unit in ((1440, units[2]), (60, units[1])):
        if minutes >= 2 * size and minutes % size == 0:
            return f"{minutes / size:.0f}{NO_BREAK}{unit}"
    return f"{minutes:g}{NO_BREAK}{units[0]}"


def bands_text(bands: Sequence[PollBand], language: str) -> str:
    """`3 min 16:00–19:00 on working days, else 15 min`: the catalogue's whole rhythm."""
    translate = QCoreApplication.translate
    parts: list[str] = []
    for band in bands:
        text = minutes_text(band.every_min, language)
        if band.start is not None and band.end is not None:
            text = f"{text} {band.start:%H:%M}–{band.end:%H:%M}"
            if band.workdays_only:
                text = translate("Sources", "{0} on working days").format(text)
        elif parts:
            text = translate("Sources", "else {0}").format(text)
        parts.append(text)
    return ("，" if is_chinese(language) else ", ").join(parts)


def interval_text(health: SourceHealth, row: SourceRow | None, language: str) -> str:
    """`3 min 16:00–19:00 · now 15 min`: the busy hours' rhythm, and the one in force where it is another."""
    translate = QCoreApplication.translate
    current = minutes_text(health.interval_min, language) if health.interval_min else ""
    own = health.options.interval_min
    if own is not None:
        told = minutes_text(own, language)
        usual = translate("Sources", "{0}, set by you").format(told)
    elif row is not None and row.poll:
        busiest = row.poll[0]
        usual = told = minutes_text(busiest.every_min, language)
        if busiest.start is not None and busiest.end is not None:
            usual = f"{told} {busiest.start:%H:%M}–{busiest.end:%H:%M}"
    else:
        return current
    if not current or current == told:
        return usual
    return f"{usual} {DOT} {translate('Sources', 'now {0}').format(current)}"


def is_paused(health: SourceHealth, row: SourceRow | None) -> bool:
    """Whether it is off though it would be watched by itself: the user paused it."""
    return health.state is SourceState.OFF and (row is None or row.enabled)


def state_text(health: SourceHealth, row: SourceRow | None, now: datetime, language: str) -> str:
    """The state in few words; `Paused` apart from `Off`."""
    translate = QCoreApplication.translate
    if is_paused(health, row):
        return translate("Sources", "Paused")
    if health.state is SourceState.QUIET and health.quiet_since is not None:
        return translate("Sources", "Quiet since {0}").format(day_month(health.quiet_since, language))
    if health.state is SourceState.MOVED:
        return translate("Sources", "Moved")
    return source_state_text(health, now, language)


def state_colour(health: SourceHealth) -> str:
    """Colour token for the state's words; the words say it without the colour too."""
    if health.is_failing:
        return "critical"
    if health.state in (SourceState.QUIET, SourceState.MOVED, SourceState.OFFLINE):
        return "warn"
    return "text2" if health.is_good else "muted"


def share_text(health: SourceHealth) -> str:
    """`96 %`, `100 % of 4` while fewer than 50 polls are known; empty before the first."""
    if not health.polls:
        return ""
    share = f"{math.floor(100 * health.good_polls / health.polls)}{NO_BREAK}%"
    if health.polls >= 50:
        return share
    return QCoreApplication.translate("Sources", "{0} of {1}").format(share, health.polls)


def cause_text(health: SourceHealth, row: SourceRow | None, now: datetime, language: str) -> str:
    """What is wrong and what comes next, in one or two sentences."""
    translate = QCoreApplication.translate
    if health.is_failing:
        cause = error_text(health.error, health.error_key)
        return (cause or translate("Sources", "The last answer was of no use; the log shows what came.")).strip()
    match health.state:
        case SourceState.QUIET if health.quiet_since is not None:
            since = short_time(health.quiet_since, now, language)
            return translate(
                "Sources", "Nothing new since {0}; that is longer than this source is usually silent."
            ).format(since)
        case SourceState.MOVED:
            return translate("Sources", "It answers, but from another address than the one watched.")
        case SourceState.OFFLINE:
            return translate("Sources", "There is no network here; it is asked again as soon as there is one.")
        case SourceState.UNCHECKED:
            return translate("Sources", "It has not answered yet: it is asked in its turn.")
        case SourceState.OFF if is_paused(health, row):
            return translate("Sources", "Paused: it is not asked, and nothing new of it is told.")
        case SourceState.OFF:
            return translate("Sources", "Off unless you watch it.")
        case _:
            return translate("Sources", "It answers as it should.")


def next_step_text(health: SourceHealth, now: datetime, language: str) -> str:
    """What to do about a failure, or when it is asked again."""
    translate = QCoreApplication.translate
    parts = [error_text(health.next_step)] if health.is_failing and health.next_step else []
    if health.next_at is not None and health.state is not SourceState.OFF:
        if health.next_at <= now:
            parts.append(translate("Sources", "It is being asked now."))
        else:
            parts.append(translate("Sources", "Next try {0}.").format(short_time(health.next_at, now, language)))
    return ("" if is_chinese(language) else " ").join(parts)


def polite_text(health: SourceHealth, entries: Sequence[PollEntry], language: str) -> str:
    """How rarely it is asked and how much of it cost next to nothing: only figures that are known."""
    translate = QCoreApplication.translate
    parts = []
    if health.interval_min:
        every = minutes_text(health.interval_min, language)
        parts.append(translate("Sources", "at most 1 request in {0}").format(every))
    unchanged = sum(entry.http_status == _NOT_CHANGED for entry in entries)
    if unchanged:
        text = translate("Sources", "{0} of the last {1} answers were “not changed”, without a text")
        parts.append(text.format(unchanged, len(entries)))
    return f" {DOT} ".join(parts)


def poll_result(entry: PollEntry) -> str:
    """What one poll brought, without time and status: `41 kB · 5 new · 412 ms`."""
    translate = QCoreApplication.translate
    parts = []
    if entry.http_status == _NOT_CHANGED and not entry.error_key:
        parts.append(translate("Sources", "not changed"))
    if entry.bytes:
        parts.append(_size(entry.bytes))
    if entry.error_key:
        parts.append(entry.error_key)
    elif entry.http_status != _NOT_CHANGED:
        parts.append(
            translate("Sources", "{0} new").format(entry.added) if entry.added else translate("Sources", "nothing new")
        )
    if entry.elapsed_ms:
        parts.append(f"{entry.elapsed_ms:,}{NO_BREAK}ms")
    return f" {DOT} ".join(parts)


def _size(count: int) -> str:
    if count < 1000:
        return f"{count}{NO_BREAK}B"
    return f"{count / 1000:,.1f}{NO_BREAK}kB" if count < 10_000 else f"{count / 1000:,.0f}{NO_BREAK}kB"


def notify_choices() -> tuple[tuple[NotifyFrom, str], ...]:
    """Of which items of one source the user may be told."""
    translate = QCoreApplication.translate
    return (
        (NotifyFrom.USUAL, translate("Sources", "As for all sources")),
        (NotifyFrom.ALL, translate("Sources", "All items")),
        (NotifyFrom.HIGH, translate("Sources", "High and above")),
        (NotifyFrom.CRITICAL, translate("Sources", "Critical only")),
        (NotifyFrom.NOTHING, translate("Sources", "Nothing")),
    )


def counts_text(sources: Sequence[SourceHealth]) -> str:
    """`15 sources · 14 OK · 1 failing`; paused and off ones are named, not counted among the watched."""
    translate = QCoreApplication.translate
    on = [one for one in sources if one.state is not SourceState.OFF]
    good = sum(one.is_good for one in on)
    failing = sum(one.is_failing for one in on)
    off = len(sources) - len(on)
    parts = [translate("Sources", "1 watched") if len(on) == 1 else translate("Sources", "{0} watched").format(len(on))]
    if good:
        parts.append(translate("Sources", "{0} OK").format(good))
    if failing:
        parts.append(translate("Sources", "{0} failing").format(failing))
    offline = sum(one.state is SourceState.OFFLINE for one in on)
    if offline:
        parts.append(translate("Sources", "{0} offline").format(offline))
    waiting = sum(one.state is SourceState.UNCHECKED for one in on)
    if waiting:
        parts.append(translate("Sources", "{0} not checked yet").format(waiting))
    if off:
        parts.append(translate("Sources", "{0} paused or off").format(off))
    return f" {DOT} ".join(parts)


def added_text(added: int, known: int) -> str:
    """`2 added, 1 known`."""
    translate = QCoreApplication.translate
    if not added:
        return translate("Sources", "{0} known, 0 added").format(known)
    if not known:
        return translate("Sources", "{0} added").format(added)
    return translate("Sources", "{0} added, {1} known").format(added, known)
