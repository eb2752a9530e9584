# SPDX-License-Identifier: MIT
"""The last day for comments that a consultation names in its text, in English or Chinese."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_NEAR = 80
_ENGLISH = re.compile(
    r"\b(?:by|until|before|no later than|closes? on|ends? on|deadline|closing date)\b[^.\n]{0,60}?"
    r"\b(?P<day>\d{1,2})\s+(?P<month>[A-Z][a-z]{2,8})\s+(?P<year>20\d\d)\b"
)
_CHINESE = re.compile(
    r"(?P<year>20\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日[^。\n]{0,12}?(?:或之前|或以前|前|截止|屆滿|届满|結束|结束)"
)
_ABOUT = re.compile(
    r"comment|view|submission|respon|consult|feedback|意[見见]|回應|回应|提交|[諮咨谘][詢询]", re.IGNORECASE
)


def closing_date(text: str) -> date | None:
    """The day, in Hong Kong; None where the text names none. Of several the latest, which is the extended one."""
    found: list[date] = []
    for pattern in (_ENGLISH, _CHINESE):
        for match in pattern.finditer(text):
            around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            day = _day(match["year"], match["month"], match["day"])
            if day is not None and _ABOUT.search(around):
                found.append(day)
    return max(found, default=None)


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS.get(month[:3].lower(), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
