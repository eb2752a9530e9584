# SPDX-License-Identifier: MIT
"""Writes resources/calendar/hk-general-holidays.txt from the holidays library: `python packaging/holiday_table.py`.

Loading that library takes 13 MB and a third of a second for some dozens of dates, so they are written down beforehand.
A test compares the file with the library; write it anew when they differ.
"""

import sys
from datetime import date
from pathlib import Path

import holidays

FILE = Path(__file__).resolve().parents[1] / "resources" / "calendar" / "hk-general-holidays.txt"
YEARS = range(2015, 2036)
_HEAD = """\
# SPDX-License-Identifier: MIT
# General holidays of Hong Kong as the Python library holidays knows them, one year a line, days as month-day.
# Written by packaging/holiday_table.py; the last years are worked out, not yet gazetted.
"""


def table() -> str:
    """The file's text."""
    lines = []
    for year in YEARS:
        days: list[date] = sorted(holidays.country_holidays("HK", years=year, categories=("optional",)))
        lines.append(f"{year} " + " ".join(f"{day:%m-%d}" for day in days))
    return _HEAD + "\n".join(lines) + "\n"


def main() -> int:
    """Write the file."""
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(table(), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
