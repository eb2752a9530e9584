# SPDX-License-Identifier: MIT
"""The rail's views with their numbers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hkwatch.ui.rail import RailEntry

if TYPE_CHECKING:
    from hkwatch.services.inbox import OpenCounts


def view_entries(counts: "OpenCounts | None", away: int | None) -> tuple[RailEntry, ...]:
    """All views in their order. `counts` None = nothing is counted yet; `away` None = nothing is to be told there."""
    translate = QCoreApplication.translate
    return (
        RailEntry("inbox", translate("WatchController", "Inbox"), "inbox", counts.inbox or None if counts else None),
        RailEntry(
            "needs-ack",
            translate("WatchController", "To acknowledge"),
            "check-check",
            counts.to_acknowledge or None if counts else None,
        ),
        RailEntry(
            "flagged", translate("WatchController", "Flagged"), "flag", counts.flagged or None if counts else None
        ),
        RailEntry(
            "starred", translate("WatchController", "Starred"), "star", counts.starred or None if counts else None
        ),
        RailEntry("licences", translate("WatchController", "Licences"), "badge-check"),
        RailEntry(
            "deadlines",
            translate("WatchController", "Deadlines"),
            "calendar-clock",
            counts.deadlines or None if counts else None,
        ),
        RailEntry("away", translate("WatchController", "Away"), "sunrise", away or None),
    )
