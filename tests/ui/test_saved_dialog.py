# SPDX-License-Identifier: MIT
"""The window in which a search gets its name."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hkwatch.ui.saved.dialog import SearchDialog
from hkwatch.ui.theme import Fonts


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("src:sfc level:high..", "SFC · High or above"),
        ("is:unread", "Unread"),
        ("type:", ""),
        ("staking", "Staking"),
    ],
)
def test_a_search_is_called_what_was_understood(qtbot: QtBot, fonts: Fonts, query: str, name: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SearchDialog(fonts, "en", None, query, {"sfc": "SFC"}, parent)
    assert dialog.name.text() == name
