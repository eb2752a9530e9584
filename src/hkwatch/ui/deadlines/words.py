# SPDX-License-Identifier: MIT
"""Deadlines in words: the last day, the time left, how it stands."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.deadline import CountedDeadline, DeadlineKind, DeadlineState
from hkwatch.domain.hkt import start_of
from hkwatch.ui import formats


def short_day(day: date, language: str) -> str:
    """`19 Jan` or `1月19日`."""
    return formats.day_month(start_of(day), language)


def long_day(day: date, language: str) -> str:
    """`Tue 19 Jan 2027` or `2027年1月19日 星期二`."""
    at = start_of(day)
    weekday = formats.weekday_date(at, language)
    if formats.is_chinese(language):
        return f"{day.year}年{weekday}"
    return f"{weekday} {day.year}"


def workdays_text(count: int) -> str:
    """`40 working days`."""
    translate = QCoreApplication.translate
    if count == 1:
        return translate("Deadlines", "1 working day")
    return translate("Deadlines", "{0} working days").format(count)


def time_left(left: CountedDeadline) -> str:
    """What stands in brackets behind the last day: `40 working days`, `last day today`, `closed`."""
    translate = QCoreApplication.translate
    if left.state is DeadlineState.CONCLUDED:
        return translate("Deadlines", "concluded")
    if left.state is DeadlineState.CLOSED:
        return translate("Deadlines", "closed")
    if left.days == 0:
        return translate("Deadlines", "last day today")
    return workdays_text(left.workdays)


def reader_line(left: CountedDeadline, language: str) -> str:
    """`Comments by Tue 19 Jan 2027 (40 working days)`, with the former day where it was put off."""
    translate = QCoreApplication.translate
    one = left.deadline
    if one.kind is DeadlineKind.APPLICATIONS:
        sentence = translate("Deadlines", "Applications by {day} ({left})")
    else:
        sentence = translate("Deadlines", "Comments by {day} ({left})")
    said = sentence.format(day=long_day(one.closes_on, language), left=time_left(left))
    if one.extended_from is not None:
        before = translate("Deadlines", "extended from {0}").format(short_day(one.extended_from, language))
        said = f"{said} {formats.DOT} {before}"
    return said


def state_text(left: CountedDeadline, language: str) -> str:
    """How it stands: `Open`, `Extended from 19 Jan`, `Closed`, `Concluded`."""
    translate = QCoreApplication.translate
    match left.state:
        case DeadlineState.OPEN:
            return translate("Deadlines", "Open")
        case DeadlineState.EXTENDED:
            before = left.deadline.extended_from
            assert before is not None
            return translate("Deadlines", "Extended from {0}").format(short_day(before, language))
        case DeadlineState.CLOSED:
            return translate("Deadlines", "Closed")
        case DeadlineState.CONCLUDED:
            return translate("Deadlines", "Concluded")


def conclusion_text(left: CountedDeadline, language: str) -> str:
    """`→ 26CC4, 2 Jun 2026`; empty while there are no conclusions."""
    one = left.deadline
    if not one.is_concluded:
        return ""
    said = [one.conclusion_ref, formats.date(one.concluded_at, language) if one.concluded_at is not None else ""]
    return "→ " + ", ".join(part for part in said if part)
