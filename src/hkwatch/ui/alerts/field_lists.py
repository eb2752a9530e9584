# SPDX-License-Identifier: MIT
"""What can be chosen in the lists of the alert dialog, in the installed translation."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.alert_terms import EXTREME_KINDS, AlertKind, Currency, Direction, Sound
from hkwatch.domain.item import Level
from hkwatch.ui.alerts.draft import SHARE, SINCE, Expiry
from hkwatch.ui.formats import date_time
from hkwatch.ui.words import level_text

Entries = tuple[tuple[str, object], ...]


def currencies(kind: AlertKind) -> Entries:
    """In what the amount is stated; a step may go by per cent."""
    amounts: Entries = (("US$", Currency.USD), ("HK$", Currency.HKD))
    return (*amounts, ("%", SHARE)) if kind is AlertKind.STEP else amounts


def directions() -> Entries:
    """Which way a share counts."""
    translate = QCoreApplication.translate
    return (
        (translate("AlertFields", "up or down"), Direction.BOTH),
        (translate("AlertFields", "up"), Direction.UP),
        (translate("AlertFields", "down"), Direction.DOWN),
    )


def units(kind: AlertKind) -> Entries:
    """What a time is counted in; a high may be one of all time, or since a day."""
    translate = QCoreApplication.translate
    entries: list[tuple[str, object]] = [
        # Not the word of the pause, which in Chinese reads "once in so many minutes".
        (translate("AlertFields", "minutes"), 60),
        (translate("AlertFields", "h"), 3600),
        (translate("AlertFields", "days"), 86_400),
    ]
    if kind in EXTREME_KINDS:
        more = ((translate("AlertFields", "all time"), 0), (translate("AlertFields", "since a day"), SINCE))
        return (*entries[1:], *more)
    return tuple(entries)


def item_levels() -> Entries:
    """How serious an item must be at least."""
    at_least = QCoreApplication.translate("AlertFields", "{level} or higher")
    levels = (Level.CRITICAL, Level.HIGH, Level.NORMAL, Level.LOW)
    return tuple((at_least.format(level=level_text(level)), level) for level in levels)


def notify_levels() -> Entries:
    """How loud the notification is."""
    notify = QCoreApplication.translate("AlertFields", "Notify: {level}")
    return tuple((notify.format(level=level_text(level)), level) for level in (Level.HIGH, Level.NORMAL))


def sound_name(sound: Sound) -> str:
    """A sound's name."""
    translate = QCoreApplication.translate
    match sound:
        case Sound.LEVEL:
            return translate("AlertFields", "as the level")
        case Sound.NONE:
            return translate("AlertFields", "none")
        case Sound.PING:
            return translate("AlertFields", "ping")
        case Sound.CHIME:
            return translate("AlertFields", "chime")
        case Sound.ALARM:
            return translate("AlertFields", "alarm")


def sounds() -> Entries:
    """What is heard."""
    text = QCoreApplication.translate("AlertFields", "Sound: {name}")
    return tuple((text.format(name=sound_name(sound)), sound) for sound in Sound)


def expiries(kept_until: datetime | None, language: str) -> Entries:
    """How long the alert lives; `kept_until` is the end an edited one has already."""
    translate = QCoreApplication.translate
    entries: list[tuple[str, object]] = [
        (translate("AlertFields", "never expires"), Expiry.NEVER),
        (translate("AlertFields", "expires after 1 day"), Expiry.DAY),
        (translate("AlertFields", "expires after 1 week"), Expiry.WEEK),
        (translate("AlertFields", "expires after 1 month"), Expiry.MONTH),
    ]
    if kept_until is not None:
        until = translate("AlertFields", "until {time}").format(time=date_time(kept_until, language))
        entries.append((until, Expiry.KEEP))
    return tuple(entries)
