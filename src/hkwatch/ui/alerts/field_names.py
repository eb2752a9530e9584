# SPDX-License-Identifier: MIT
"""What a screen reader calls the fields of the alert dialog."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from hkwatch.ui.alerts.fields import AlertFields


def name_fields(fields: "AlertFields") -> None:
    """Give every field its name in the installed translation."""
    translate = QCoreApplication.translate
    for widget, name in (
        (fields.currency, translate("AlertFields", "Currency")),
        (fields.kind, translate("AlertFields", "What must happen")),
        (fields.level, translate("AlertFields", "Level")),
        (fields.upper, translate("AlertFields", "Upper end of the range")),
        (fields.direction, translate("AlertFields", "Direction")),
        (fields.share, translate("AlertFields", "Per cent")),
        (fields.window_field, translate("AlertFields", "Length of time")),
        (fields.since, translate("AlertFields", "The day from which it counts")),
        (fields.sound, translate("AlertFields", "Sound of the notification")),
        (fields.in_inbox, translate("AlertFields", "Put each firing in the inbox")),
        (fields.unit, translate("AlertFields", "Unit of time")),
        (fields.item_level, translate("AlertFields", "Level of the item")),
        (fields.item_minutes, translate("AlertFields", "Minutes between item and price")),
        (fields.query, translate("AlertFields", "Search the item must match")),
        (fields.hours, translate("AlertFields", "Hours of the day in Hong Kong")),
        (fields.readings, translate("AlertFields", "Readings in a row")),
        (fields.band, translate("AlertFields", "Re-arm band in percent")),
        (fields.cooldown, translate("AlertFields", "Least minutes between two notifications")),
        (fields.notify, translate("AlertFields", "Level of the notification")),
        (fields.expiry, translate("AlertFields", "End of the alert")),
        (fields.note, translate("AlertFields", "Note to yourself")),
    ):
        widget.setAccessibleName(name)
