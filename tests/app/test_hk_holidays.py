# SPDX-License-Identifier: MIT
"""Hong Kong's general holidays come from a table that says what the library says, without loading it."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import holidays
import pytest

from hkwatch.app.hk_holidays import around, read_table
from hkwatch.app.paths import resources

TABLE = resources() / "calendar" / "hk-general-holidays.txt"


def library(*years: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("HK", years=years, categories=("optional",)))


def test_the_table_says_of_each_year_what_the_library_says() -> None:
    table = read_table(TABLE)
    assert {2025, 2026, 2027, 2028, 2029, 2030} <= table.keys()
    assert {year: sorted(days ^ library(year)) for year, days in table.items()} == {year: [] for year in table}


def test_banks_are_closed_on_good_friday_and_the_saturday_after_it() -> None:
    # As gazetted for 2026, Sundays aside.
    days = ("01-01", "02-17", "02-18", "02-19", "04-03", "04-04", "04-06", "04-07", "05-01", "05-25")
    more = ("06-19", "07-01", "09-26", "10-01", "10-19", "12-25", "12-26")
    assert {day for day in around(2026) if day.year == 2026} == {date.fromisoformat(f"2026-{d}") for d in days + more}


def test_a_year_has_its_neighbours_holidays_too() -> None:
    found = around(2026)
    assert {date(2025, 12, 25), date(2026, 7, 1), date(2027, 1, 1)} <= found
    assert found == library(2025, 2026, 2027)


@pytest.mark.parametrize("year", [2014, 2036, 2060])
def test_years_beside_the_table_come_from_the_library(year: int) -> None:
    assert around(year) == library(year - 1, year, year + 1)


def test_the_library_is_not_loaded_for_the_years_in_the_table() -> None:
    script = "import sys; from hkwatch.app.hk_holidays import around; n = len(around(2026)); print(n, 'holidays' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert out.split() == [str(len(library(2025, 2026, 2027))), "False"]


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "table.txt"
    file.write_text("# a note\n2026 02-30\n", "utf-8")
    with pytest.raises(ValueError, match="day"):
        read_table(file)
