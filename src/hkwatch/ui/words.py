# SPDX-License-Identifier: MIT
"""Words for levels, states, kinds of documents and days, in the interface language."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from hkwatch.domain.item import DocType, ItemState, Level
from hkwatch.ui.formats import date as date_text
from hkwatch.ui.formats import day_month, in_hkt, weekday_date

_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Weekday", "Monday"),
    QT_TRANSLATE_NOOP("Weekday", "Tuesday"),
    QT_TRANSLATE_NOOP("Weekday", "Wednesday"),
    QT_TRANSLATE_NOOP("Weekday", "Thursday"),
    QT_TRANSLATE_NOOP("Weekday", "Friday"),
    QT_TRANSLATE_NOOP("Weekday", "Saturday"),
    QT_TRANSLATE_NOOP("Weekday", "Sunday"),
)


def doc_type_text(doc_type: DocType) -> str:
    """The word in the badge."""
    translate = QCoreApplication.translate
    match doc_type:
        case DocType.ENFORCEMENT:
            return translate("DocType", "Enforcement")
        case DocType.ALERT_LIST:
            return translate("DocType", "Alert list")
        case DocType.CONSULTATION:
            return translate("DocType", "Consultation")
        case DocType.CONCLUSION:
            return translate("DocType", "Conclusion")
        case DocType.LICENCE:
            return translate("DocType", "Licence")
        case DocType.CIRCULAR:
            return translate("DocType", "Circular")
        case DocType.POLICY:
            return translate("DocType", "Policy")
        case DocType.LAW:
            return translate("DocType", "Law")
        case DocType.SPEECH:
            return translate("DocType", "Speech")
        case DocType.PRESS:
            return translate("DocType", "Press")
        case DocType.MEDIA:
            return translate("DocType", "Media")
        case DocType.PRICE:
            return translate("DocType", "Price")


def level_text(level: Level) -> str:
    """The level's name."""
    translate = QCoreApplication.translate
    match level:
        case Level.CRITICAL:
            return translate("Level", "Critical")
        case Level.HIGH:
            return translate("Level", "High")
        case Level.NORMAL:
            return translate("Level", "Normal")
        case Level.LOW:
            return translate("Level", "Low")


def state_text(state: ItemState, *, acknowledged: bool = False) -> str:
    """How far the user got, as a screen reader says it."""
    translate = QCoreApplication.translate
    if acknowledged:
        return translate("ItemState", "Acknowledged")
    match state:
        case ItemState.NEW:
            return translate("ItemState", "Unread")
        case ItemState.SEEN:
            return translate("ItemState", "Seen")
        case ItemState.READ:
            return translate("ItemState", "Read")


class Counts(QObject):
    """Counted nouns. A QObject, because only its `tr` is read by lupdate with a number."""

    def items(self, count: int) -> str:
        """`1 item`, `4 items`."""
        return self.tr("1 item") if count == 1 else self.tr("%n items", "", count)

    def sources(self, count: int) -> str:
        """`1 source`, `3 sources`."""
        return self.tr("1 source") if count == 1 else self.tr("%n sources", "", count)

    def changes(self, count: int) -> str:
        """`1 change`, `3 changes`."""
        return self.tr("1 change") if count == 1 else self.tr("%n changes", "", count)


def language_tag(lang: str, langs: tuple[str, ...]) -> str:
    """The tag that names the other language an item exists in; empty when there is none."""
    others = {("EN" if other == "en" else "中") for other in langs if other != lang}
    wanted = "中" if lang == "en" else "EN"
    return wanted if wanted in others else ""


def weekday_text(day: date) -> str:
    """The full name of the weekday."""
    return QCoreApplication.translate("Weekday", str(_WEEKDAYS[day.weekday()]))


def group_text(at: datetime, now: datetime, language: str) -> tuple[str, str]:
    """Head of a Hong Kong day in the list: its name, and its date with what the name leaves open."""
    day, today = in_hkt(at).date(), in_hkt(now).date()
    if day == today:
        return QCoreApplication.translate("Day", "Today"), weekday_date(at, language)
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("Day", "Yesterday"), weekday_date(at, language)
    dated = day_month(at, language) if day.year == today.year else date_text(at, language)
    return weekday_text(day), dated
