# SPDX-License-Identifier: MIT
"""What a search is called when it is saved."""

import pytest
from PySide6.QtWidgets import QApplication

from hkwatch.ui.saved.naming import name_for


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("src:sfc level:high..", "SFC · High or above"),
        ("due:<15wd", "In less than 15 working days"),
        ("src:sfc licence", "SFC · licence"),
        ("virtual asset licence src:sfc", "Virtual asset licence · SFC"),
        ('"virtual asset" -bank', "Virtual asset · not bank"),
        ("vatp OR 虛擬資產交易平台", "Vatp or 虛擬資產交易平台"),
        ("src:sfc (vatp OR stablecoin)", "SFC · (vatp or stablecoin)"),
        ("src:sfc -type:media", "SFC · not media reports"),
        ("src:sfc -(vatp OR type:media)", "SFC · not (vatp or media reports)"),
        ("src:sfc price:<90000", "SFC · BTC below US$90,000 when first seen"),
        ("licence sort:seen", "Licence"),
        ("src:(", ""),
        ("licence " * 12, "Licence licence licence"),
    ],
)
def test_a_search_is_named_by_what_it_asks_for_in_the_words_of_the_window(
    qapp: QApplication, query: str, name: str
) -> None:
    assert name_for(query, {"sfc": "SFC"}) == name
