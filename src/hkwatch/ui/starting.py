# SPDX-License-Identifier: MIT
"""What the status bar says until the watch itself says anything."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from hkwatch.ui.formats import clock
from hkwatch.ui.marks import DotState
from hkwatch.ui.shown_time import shown_name
from hkwatch.ui.statusbar import StatusFacts


def starting(now: datetime) -> StatusFacts:
    """`Starting`, and the clock."""
    text = QCoreApplication.translate("Watch", "Starting")
    return StatusFacts(DotState.UNCHECKED, text, [], f"{shown_name()} {clock(now)}")
