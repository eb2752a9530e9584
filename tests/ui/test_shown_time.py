# SPDX-License-Identifier: MIT
"""Times in another zone and dates as ISO: applied at once, named, and never in evidence."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hkwatch.ui import formats
from hkwatch.ui.shown_time import TimeStyle, in_hong_kong, set_style, style_for, zone_name
from hkwatch.ui.translator import FileTranslator

AT = datetime(2026, 2, 18, 22, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    yield
    set_style(TimeStyle())


def test_a_time_is_shown_with_the_chosen_clock_and_a_date_alone_stays_hong_kongs() -> None:
    assert formats.date_time(AT, "en") == "19 Feb 2026 06:15"
    set_style(style_for("utc", "language", AT))
    assert formats.date_time(AT, "en") == "18 Feb 2026 22:15"
    assert formats.short_time(AT, AT + timedelta(days=1), "zh-Hant") == "2月18日 22:15"
    assert formats.date(AT, "en") == "19 Feb 2026"
    assert formats.hong_kong_time(AT, "en") == "19 Feb 2026 06:15 HKT"


def test_dates_are_iso_in_every_language_where_the_user_wants_it() -> None:
    set_style(style_for("hkt", "iso", AT))
    for language in ("en", "zh-Hant", "zh-Hans"):
        assert formats.date_time(AT, language) == "2026-02-19 06:15"
        assert formats.day_month(AT, language) == "02-19"


def test_what_is_kept_as_evidence_stays_in_hong_kong_time() -> None:
    set_style(style_for("utc", "language", AT))
    assert in_hong_kong(formats.date_time)(AT, "en") == "19 Feb 2026 06:15"
    assert formats.clock(AT) == "22:15"


def test_the_zone_is_named_where_a_shown_time_stands_and_only_there(resources: Path) -> None:
    english = FileTranslator(resources, "en")
    assert english.isEmpty()
    assert english.translate("InboxRow", "Published {0} HKT") is None
    set_style(style_for("utc", "language", AT))
    assert not english.isEmpty()
    assert english.translate("InboxRow", "Published {0} HKT") == "Published {0} UTC"
    assert english.translate("Sheet", "Published HKT") is None
    assert "UTC" in (FileTranslator(resources, "zh-Hant").translate("InboxRow", "Published {0} HKT") or "")


def test_a_zone_with_summer_time_is_named_by_both_its_names() -> None:
    assert zone_name(ZoneInfo("Europe/London"), 2026) == "GMT/BST"
    assert zone_name(timezone(timedelta(hours=5, minutes=30)), 2026) == "UTC+05:30"
