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


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026年7月2日 下午3:05", "2026-07-02T15:05"),
        ("2026年7月2日（星期四）上午12:05", "2026-07-02T00:05"),
        ("2026年7月2日 15時05分09秒", "2026-07-02T15:05:09"),
        ("2026/7/2 14:33:00", "2026-07-02T14:33"),
        ("2026.07.02 14:33", "2026-07-02T14:33"),
        ("20260702T150405Z", "2026-07-02T15:04:05"),
        ("Tue,07 Jul 2026 19:21:59 CEST", "2026-07-07T17:21:59"),
        ("Tue, 07 Jul 2026 19:21:59 Europe/Paris", "2026-07-07T17:21:59"),
        ("Tue, 07 Jul 2026 19:21:59 America/New_York", "2026-07-07T23:21:59"),
        ("Thu, 02 Jul 2026 10:00:00 EST5EDT", "2026-07-02T14:00"),
        ("2026-07-02T15:04:05+02:00[Europe/Paris]", "2026-07-02T13:04:05"),
        ("2026-07-02 15:04:05 +0200 CEST", "2026-07-02T13:04:05"),
        ("Thu, 02 Jul 2026 10:00:00 GMT+8", "2026-07-02T02:00"),
        ("Fri Jan 10 2020 21:03:23 GMT+0800 (China Standard Time)", "2020-01-10T13:03:23"),
        ("Fri Jan 10 21:03:23 CST 2020", "2020-01-11T03:03:23"),
        ("Thu, 02 Jul 2026 10:00:00 -0000", "2026-07-02T10:00"),
        ("Tue, 07 Jul 26 19:21:59 GMT", "2026-07-07T19:21:59"),
        ("July 2nd, 2026 3:05 PM EDT", "2026-07-02T19:05"),
        ("Thursday, July 2, 2026 - 12:05 am", "2026-07-02T00:05"),
        ("13.08.2026, 09:00 MESZ", "2026-08-13T07:00"),
        ("lundi 2 juillet 2026 10:00", "2026-07-02T10:00"),
        ("2 de julio de 2026 10:00", "2026-07-02T10:00"),
        ("чт, 02 июл 2026 15:00:00 +0300", "2026-07-02T12:00"),
        ("13/08/2026 10:00", "2026-08-13T10:00"),
        ("08/13/2026 10:00", "2026-08-13T10:00"),
        ("2026-07-02T24:00:00Z", "2026-07-03T00:00"),
        ("Thu, 2 July 2026 15:05 BST", "2026-07-02T14:05"),
        ("1783000000", "2026-07-02T13:46:40"),
        ("1783000000123", "2026-07-02T13:46:40.123"),
    ],
)
def test_what_can_mean_one_thing_only_is_read_in_whatever_form(text: str, utc: str) -> None:
    stated = read_loose(text, UTC)
    assert stated is not None
    assert stated.at == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "07/08/2026 10:00",
        "02 Jul 2026 10:00 IST",
        "02 Jul 2026 10:00 XYZ",
        "02 Jul 2026 10:00 Nowhere/Atall",
        "Fri, 2 January 2026 15:05 BST",
        "2026年7月2日 晚上12:05",
        "Mon, 30 Feb 2026 10:00:00 EDT",
        "Posted on 2 Jul 2026 10:00",
        "2 Jul 2026 10:00 and 3 Jul 2026",
        "2026-07",
        "2026",
        "9999999999",
        "25:00 2 Jul 2026",
        "yesterday 10:00",
    ],
)
def test_what_could_mean_two_things_is_not_read_in_any_form(text: str) -> None:
    assert read_loose(text, UTC) is None


def test_a_loose_text_without_a_zone_also_needs_the_callers_clock() -> None:
    assert read_loose("2026/7/2 14:33:00") is None
    stated = read_loose("2026/7/2 14:33:00", HONG_KONG)
    assert stated is not None
    assert stated.at == datetime(2026, 7, 2, 6, 33, tzinfo=UTC)


def test_cst_is_chicagos_except_in_a_chinese_source() -> None:
    text = "Thu, 02 Jul 2026 10:00:00 CST"
    stated = read_loose(text)
    assert stated is not None
    assert stated.at.hour == 16
    assert read_loose(text, HONG_KONG, is_chinese=True) is None


def test_the_precision_of_loose_texts_is_that_of_the_text() -> None:
    precisions = {"2026年7月2日": Precision.DAY, "2 July 26": Precision.DAY, "3:05 pm 2 July 2026": Precision.MINUTE}
    for text, precision in precisions.items():
        stated = read_loose(text, UTC)
        assert stated is not None
        assert stated.precision is precision


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
    for stated in (read_any(text, HONG_KONG), read_loose(text, HONG_KONG)):
        assert stated is None or stated.at.tzinfo is UTC


_PIECES = st.sampled_from(
    [
        *(
            "2026",
            "07",
            "2",
            "13",
            "24",
            ":",
            "/",
            "-",
            ".",
            " ",
            ",",
            "年",
            "月",
            "日",
            "下午",
            "Jul",
            "July",
            "mai",
            "T",
            "Z",
        ),
        *(
            "GMT",
            "+0800",
            "-00",
            "CST",
            "Europe/Paris",
            "Etc/../x",
            "(",
            ")",
            "[",
            "]",
            "pm",
            "at",
            "Mon",
            "星期四",
            "1783000000",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=14).map("".join))
def test_no_pieces_of_dates_make_it_fail(text: str) -> None:
    stated = read_loose(text, HONG_KONG)
    assert stated is None or 1979 <= stated.at.year <= 2101
