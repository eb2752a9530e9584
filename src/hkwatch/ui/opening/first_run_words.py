# SPDX-License-Identifier: MIT
"""The measured figures of the first window in words, with what they were measured on."""

from datetime import UTC, datetime, time

from PySide6.QtCore import QCoreApplication

from hkwatch.services.first_run import Measured
from hkwatch.services.settings import Language
from hkwatch.ui import formats

LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文"}
_MONTH = 30.4


def rate(count: int, days: int) -> str:
    """`about 3 a day`, `about 2 a week`, `about 1 a month`, `none`: the largest unit that gives at least one."""
    translate = QCoreApplication.translate
    if count == 0:
        return translate("FirstRun", "none")
    for per, text in (
        (1.0, translate("FirstRun", "about {0} a day")),
        (7.0, translate("FirstRun", "about {0} a week")),
    ):
        if count / days * per >= 1:
            return text.format(round(count / days * per))
    return translate("FirstRun", "about {0} a month").format(max(1, round(count / days * _MONTH)))


def basis(measured: Measured, language: str) -> str:
    """What was counted, over which days, by which rules."""
    start, end = (formats.date(datetime.combine(day, time(4), UTC), language) for day in (measured.start, measured.end))
    translate = QCoreApplication.translate
    publishers = {"SFC, HKMA": translate("FirstRun", "SFC, HKMA")}.get(measured.publishers, measured.publishers)
    text = translate(
        "FirstRun",
        "Counted on {items} English releases of {publishers} from {start} to {end} with the built-in rules, by their titles."
        " Media and registers come on top.",
    )
    return text.format(items=measured.items, publishers=publishers, start=start, end=end)
