# SPDX-License-Identifier: MIT
"""Deadlines as a calendar file (iCalendar): one whole-day event each, which a later file moves instead of doubling."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from hkwatch.domain.deadline import DeadlineKind, KnownDeadline
from hkwatch.domain.hkt import format_day


def calendar_file(deadlines: Sequence[KnownDeadline], now: datetime) -> bytes:
    """The file's bytes. An event keeps its UID for ever; SEQUENCE counts the changes of its day."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//hkwatch//deadlines//EN")
    calendar.add("method", "PUBLISH")
    for one in deadlines:
        calendar.add_component(_event(one, now))
    return bytes(calendar.to_ical())


def _event(one: KnownDeadline, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{one.publisher}-{one.ref.lower() or f'deadline-{one.id}'}@hkwatch")
    event.add("dtstamp", now)
    event.add("dtstart", one.closes_on)
    event.add("dtend", one.closes_on + timedelta(days=1))
    event.add("sequence", one.moves)
    # Nobody is busy the whole day for it.
    event.add("transp", "TRANSPARENT")
    what = "Applications due" if one.kind is DeadlineKind.APPLICATIONS else "Comments due"
    event.add("summary", f"{what}: {one.ref} {one.title}" if one.ref else f"{what}: {one.title}")
    facts = [one.publisher.upper(), *([one.ref] if one.ref else [])]
    if one.extended_from is not None:
        facts.append(f"extended from {format_day(one.extended_from)} {one.extended_from.year}")
    event.add("description", " · ".join(facts) + (f"\n{one.url}" if one.url else ""))
    if one.url.startswith(("https://", "http://")):
        event.add("url", one.url)
    return event
