# SPDX-License-Identifier: MIT
"""What a search is called when it is saved."""

import pytest
from PySide6.QtWidgets import QApplication

from hkwatch.ui.saved.dialog import name_for


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("src:sfc level:high..", "SFC · High or above"),
        ("due:<15wd", "In less than 15 working days"),
        ("src:sfc licence", "Sfc licence"),
        ("vatp OR 虛擬資產交易平台", "Vatp OR 虛擬資產交易平台"),
        ("src:sfc -type:media", "Sfc -media"),
        ("src:(", ""),
    ],
)
def test_fields_alone_name_a_search_in_the_words_of_the_window(qapp: QApplication, query: str, name: str) -> None:
    assert name_for(query, {"sfc": "SFC"}) == name
