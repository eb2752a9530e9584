# SPDX-License-Identifier: MIT
"""Times as sources state them: what is certain is read to the second, what is not is left alone."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.item import Precision
from hkwatch.sources.dates import HONG_KONG, read_any, read_iso, read_loose, read_rfc822


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("Tue, 07 Jul 2026 19:21:59 +0800", datetime(2026, 7, 7, 11, 21, 59, tzinfo=UTC)),
        ("Tue,07 Jul 2026 19:21:59 +0800", datetime(2026, 7, 7, 11, 21, 59, tzinfo=UTC)),
        ("7 July 2026 19:21:59 HKT", datetime(2026, 7, 7, 11, 21, 59, tzinfo=UTC)),
        ("Fri, 12 Dec 2025 15:23:11 -0500", datetime(2025, 12, 12, 20, 23, 11, tzinfo=UTC)),
        ("Wed, 23 Sep 2026 08:45:00 GMT", datetime(2026, 9, 23, 8, 45, tzinfo=UTC)),
        ("31 Dec 2016 23:59:60 UTC", datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_rss_dates_are_read_with_their_offset(text: str, utc: datetime) -> None:
    stated = read_rfc822(text)
    assert stated is not None
    assert stated.at == utc
    assert stated.precision is Precision.SECOND


def test_a_text_without_a_zone_is_read_only_when_the_caller_names_the_clock() -> None:
    for text in ("Tue, 07 Jul 2026 19:21:59", "2026-07-07T19:21:59", "2026-07-07 19:21", "2026-07-07", "07 Jul 2026"):
        assert read_any(text) is None
        stated = read_any(text, HONG_KONG)
        assert stated is not None
        assert stated.at.astimezone(HONG_KONG).date().isoformat() == "2026-07-07"


def test_the_precision_is_that_of_the_text() -> None:
    precisions = {
        "2026-07-07": Precision.DAY,
        "07 Jul 2026": Precision.DAY,
        "2026-07-07 19:21": Precision.MINUTE,
        "2026-07-07T19:21:59": Precision.SECOND,
        "7 Jul 2026 19:21 +0800": Precision.MINUTE,
    }
    for text, precision in precisions.items():
        stated = read_any(text, HONG_KONG)
        assert stated is not None
        assert stated.precision is precision


def test_iso_fractions_and_offsets_are_kept() -> None:
    stated = read_iso("2025-09-02T17:30:22.047", HONG_KONG)
    assert stated is not None
    assert stated.at == datetime(2025, 9, 2, 9, 30, 22, 47_000, tzinfo=UTC)
    for text in (
        "2025-09-02T17:30:22+08:00",
        "2025-09-02T17:30:22+0800",
        "2025-09-02T09:30:22Z",
        "2025-09-02 09:30:22Z",
    ):
        other = read_iso(text)
        assert other is not None
        assert other.at == datetime(2025, 9, 2, 9, 30, 22, tzinfo=UTC)


def test_an_offset_in_the_text_goes_before_the_callers_clock() -> None:
    stated = read_any("2026-07-07T11:21:59Z", HONG_KONG)
    assert stated is not None
    assert stated.at.hour == 11


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "Tue, 31 Feb 2026 10:00:00 +0800",
        "07 Foo 2026 10:00:00 +0800",
        "Tue, 07 Jul 2026 25:00:00 +0800",
        "Tue, 07 Jul 2026 10:00:00 CST",
        "Tue, 07 Jul 2026 10:00:00 +9900",
        "07/08/2026 10:00",
        "0001-01-01T00:00:00",
        "9999-12-31",
        "2026-13-01",
        "Tue, 07 Jul 26 10:00:00 GMT",
        "2026-07-07T10:00:61",
    ],
)
def test_what_could_be_wrong_is_not_read(text: str) -> None:
    assert read_any(text, HONG_KONG) is None


@given(
    st.integers(min_value=315_622_800, max_value=4_133_900_000),
    st.integers(min_value=-14 * 60, max_value=14 * 60),
)
def test_every_instant_written_in_either_form_comes_back(epoch_s: int, minutes: int) -> None:
    local = datetime.fromtimestamp(epoch_s, timezone(timedelta(minutes=minutes)))
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    sign, size = ("-", -minutes) if minutes < 0 else ("+", minutes)
    offset = f"{sign}{size // 60:02}{size % 60:02}"
    rss = f"{days[local.weekday()]}, {local.day:02} {months[local.month - 1]} {local.year} {local:%H:%M:%S} {offset}"
    for stated in (read_rfc822(rss), read_iso(local.isoformat())):
        assert stated is not None
        assert stated.at == local
        assert stated.at.utcoffset() == timedelta(0)


@given(st.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    stated = read_any(text, HONG_KONG)
    assert stated is None or stated.at.tzinfo is UTC
