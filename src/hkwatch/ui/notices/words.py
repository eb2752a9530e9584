# SPDX-License-Identifier: MIT
"""Rows, ways, states and answers of notices in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.delivery import Delivery, ToldFact
from hkwatch.domain.notify_grid import POPUP, SOUND, TRAY, NoticeRow
from hkwatch.ui import formats
from hkwatch.ui.cause_words import cause_words


def row_text(row: NoticeRow) -> str:
    """A row of the grid."""
    translate = QCoreApplication.translate
    return {
        NoticeRow.CRITICAL: translate("Notices", "Critical"),
        NoticeRow.HIGH: translate("Notices", "High"),
        NoticeRow.NORMAL: translate("Notices", "Normal"),
        NoticeRow.LOW: translate("Notices", "Low"),
        NoticeRow.ALERTS: translate("Notices", "Price alerts"),
        NoticeRow.DEADLINES: translate("Notices", "Deadlines"),
        NoticeRow.REGISTERS: translate("Notices", "Register changes"),
        NoticeRow.WATCH: translate("Notices", "Watch broken"),
    }[row]


def row_hint(row: NoticeRow) -> str:
    """What a row is about, where its name does not say it all; else empty."""
    translate = QCoreApplication.translate
    return {
        NoticeRow.NORMAL: translate("Notices", "At most six pop up in an hour, the rest comes as one"),
        NoticeRow.ALERTS: translate("Notices", "A firing is logged in any case"),
        NoticeRow.DEADLINES: translate("Notices", "Reminders, and a last day that moves"),
        NoticeRow.REGISTERS: translate("Notices", "Of level High and above; others go by their level"),
        NoticeRow.WATCH: translate("Notices", "A source that cannot be read"),
    }.get(row, "")


def way_text(way: str, names: Mapping[str, str] | None = None) -> str:
    """A way; `names` are those of the user's own channels."""
    translate = QCoreApplication.translate
    known = {
        POPUP: translate("Notices", "Pop-up"),
        SOUND: translate("Notices", "Sound"),
        TRAY: translate("Notices", "Tray badge"),
    }
    return known.get(way) or (names or {}).get(way, way)


def by_ways(ways: Sequence[str]) -> str:
    """`by pop-up`, `by sound`, `by pop-up and my phone`: a sound that comes with a pop-up goes without saying."""
    translate = QCoreApplication.translate
    shown = [way for way in ways if way != SOUND or POPUP not in ways]
    words = {POPUP: translate("Notices", "pop-up"), SOUND: translate("Notices", "sound")}
    said = [words.get(way, way) for way in shown]
    if not said:
        return ""
    joined = said[0]
    for way in said[1:]:
        joined = translate("Notices", "{one} and {other}").format(one=joined, other=way)
    return translate("Notices", "by {ways}").format(ways=joined)


def told_text(told: ToldFact, near: datetime, language: str) -> str:
    """`Told 16:33 HKT by pop-up`; the day is left out where it is that of `near`."""
    translate = QCoreApplication.translate
    time = formats.short_time(told.at, near, language)
    said = translate("Notices", "Told {time} HKT").format(time=time)
    by = by_ways(told.ways)
    return translate("Notices", "{told} {by}").format(told=said, by=by) if by else said


def state_text(one: Delivery, language: str) -> str:
    """What became of a notice, in a line."""
    translate = QCoreApplication.translate
    match one.state:
        case "due" if one.told_at is not None:
            said = translate("Notices", "Snoozed until {time}").format(time=formats.clock(one.due_at))
        case "due" if one.error:
            said = translate("Notices", "Waits: nobody can show it")
        case "due" | "sending":
            said = translate("Notices", "Waits to be told")
        case "held":
            said = translate("Notices", "Held while it is quiet")
        case "maybe":
            said = translate("Notices", "May not have been shown")
        case "failed":
            said = _failed_text(one)
        case "folded":
            said = translate("Notices", "Told together with others")
        case "off":
            said = translate("Notices", "Switched off in the settings")
        case _:
            said = _shown_text(one)
    if one.repeats == 1:
        return translate("Notices", "{state} · repeated once").format(state=said)
    if one.repeats:
        return translate("Notices", "{state} · repeated {count} times").format(state=said, count=one.repeats)
    return said


def _failed_text(one: Delivery) -> str:
    translate = QCoreApplication.translate
    known = {
        "dealt with before it could be told": translate("Notices", "Dealt with before it could be told"),
        "over before it could be told": translate("Notices", "Over before it could be told"),
    }
    return known.get(one.error) or translate("Notices", "Not shown: {cause}").format(cause=cause_text(one.error))


def _shown_text(one: Delivery) -> str:
    translate = QCoreApplication.translate
    answers = {
        "": translate("Notices", "Shown"),
        "default": translate("Notices", "Opened"),
        "acknowledge": translate("Notices", "Acknowledged"),
        "snooze": translate("Notices", "Snoozed"),
        "dismissed": translate("Notices", "Dismissed"),
        "expired": translate("Notices", "Timed out on the screen"),
        "withdrawn": translate("Notices", "Withdrawn: read in the window"),
        "gone": translate("Notices", "Shown; the notification daemon ended"),
        "unknown": translate("Notices", "Closed"),
    }
    said = answers.get(one.ended, answers["default"])
    by = by_ways(one.ways)
    return translate("Notices", "{state} {by}").format(state=said, by=by) if by and not one.ended else said


def cause_text(cause: str) -> str:
    """Why nobody shows notices; what the system itself said stays in its words."""
    translate = QCoreApplication.translate
    return {
        "no way to notify is set up": translate("Notices", "this system has no way to notify"),
        "no window and no tray to show it in": translate("Notices", "no window and no tray to show it in"),
    }.get(cause) or cause_words(cause)


def sound_text(name: str) -> str:
    """A sound by its name."""
    translate = QCoreApplication.translate
    return {
        "none": translate("Notices", "None"),
        "ping": translate("Notices", "Ping"),
        "chime": translate("Notices", "Chime"),
        "alarm": translate("Notices", "Alarm"),
    }[name]


def day_text(day: str) -> str:
    """A day of the week, short."""
    translate = QCoreApplication.translate
    return {
        "mon": translate("Notices", "Mon"),
        "tue": translate("Notices", "Tue"),
        "wed": translate("Notices", "Wed"),
        "thu": translate("Notices", "Thu"),
        "fri": translate("Notices", "Fri"),
        "sat": translate("Notices", "Sat"),
        "sun": translate("Notices", "Sun"),
    }[day]
