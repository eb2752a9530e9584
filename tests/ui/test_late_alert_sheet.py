# SPDX-License-Identifier: MIT
"""The alert's sheet is made when it is first wanted, and then knows what was told before."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hkwatch.ui.alerts.late import LateAlertDialog
from hkwatch.ui.theme import Fonts, Icons, Theme

VENUES = {"kraken": "Kraken"}


def test_names_of_venues_told_at_the_start_make_no_sheet(
    qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    late = LateAlertDialog(theme, fonts, icons, window)
    late.set_venue_names(VENUES)
    late.set_language("en")
    assert late.made is None
    assert late.log.names == VENUES
    late.set_venue_names({})
    assert late.log.names == {}
