# SPDX-License-Identifier: MIT
"""Calendar files, read back by another reader than wrote them."""

from dataclasses import replace
from datetime import UTC, date, datetime

from icalendar import Calendar

from hkwatch.domain.deadline import DeadlineKind, KnownDeadline
from hkwatch.domain.ids import ItemId
from hkwatch.services.calendar_file import calendar_file

NOW = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
JAN_19, FEB_2 = date(2026, 1, 19), date(2026, 2, 2)
ONE = KnownDeadline(
    3,
    ItemId(7),
    "sfc",
    "26CP4",
    "Dealing; custody, and 託管",
    DeadlineKind.COMMENTS,
    JAN_19,
    JAN_19,
    url="https://example.test/4",
)


def test_a_deadline_is_a_whole_day_that_keeps_nobody_busy() -> None:
    text = calendar_file([ONE], NOW).decode()
    assert "DTSTART;VALUE=DATE:20260119\r\n" in text
    assert "DTEND;VALUE=DATE:20260120\r\n" in text
    assert "TRANSP:TRANSPARENT\r\n" in text
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert str(event["summary"]) == "Comments due: 26CP4 Dealing; custody, and 託管"
    assert str(event["url"]) == "https://example.test/4"


def test_a_later_file_moves_the_event_instead_of_doubling_it() -> None:
    moved = replace(ONE, closes_on=FEB_2, moves=1)
    (before,), (after,) = (Calendar.from_ical(calendar_file([one], NOW)).walk("VEVENT") for one in (ONE, moved))
    assert before["uid"] == after["uid"] == "sfc-26cp4@hkwatch"
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after["dtstart"].dt == FEB_2
    assert "extended from 19 Jan 2026" in str(after["description"])


def test_all_of_several_are_in_one_file_and_one_without_a_number_has_a_uid_of_its_own() -> None:
    other = replace(ONE, id=9, ref="", url="javascript:alert(1)", kind=DeadlineKind.APPLICATIONS)
    events = Calendar.from_ical(calendar_file([ONE, other], NOW)).walk("VEVENT")
    assert [str(event["uid"]) for event in events] == ["sfc-26cp4@hkwatch", "sfc-deadline-9@hkwatch"]
    assert "url" not in events[1]
    assert str(events[1]["summary"]).startswith("Applications due: ")
