# SPDX-License-Identifier: MIT
"""Rows for other programs: cells that stay text whatever a publisher writes, and links that are only web links."""

import pytest
from inbox_rows import NAMES, hkt, make_row
from PySide6.QtWidgets import QApplication

from hkwatch.domain.item import ItemState, Precision
from hkwatch.ui.carry_out import cells, links

TIMED = make_row(hkt(19, 14, 18), "ASPIRe roadmap", acknowledged=True, archived=True)
DATED = make_row(hkt(18, 0, 0), "A circular", publisher="hkma", precision=Precision.DAY, state=ItemState.READ, ref="")


def test_rows_are_cells_under_a_head_with_hong_kongs_time(qapp: QApplication) -> None:
    lines = cells((TIMED, DATED), {TIMED.id: "https://example.test/1"}, NAMES).splitlines()
    assert [line.split("\t") for line in lines] == [
        ["Published HKT", "Source", "Type", "Level", "Title", "Reference", "Address", "State"],
        [
            *("2025-02-19 14:18", "SFC", "Policy", "High", "ASPIRe roadmap", "25PR20", "https://example.test/1"),
            "Acknowledged, archived",
        ],
        ["2025-02-18", "HKMA", "Policy", "High", "A circular", "", "", "Read"],
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_title_is_never_a_formula(qapp: QApplication, sign: str) -> None:
    row = make_row(hkt(19, 9, 0), f'{sign}HYPERLINK("https://example.test")')
    assert f"\t'{sign}HYPERLINK(" in cells((row,), {}, NAMES)


def test_tabs_and_lines_in_a_title_do_not_break_the_table(qapp: QApplication) -> None:
    row = make_row(hkt(19, 9, 0), "One\ttwo\nthree\r\nfour")
    (_, line) = cells((row,), {}, NAMES).splitlines()
    assert line.split("\t")[4] == "One two three four"


def test_a_row_that_is_dragged_out_is_a_link_with_its_title(qapp: QApplication) -> None:
    row = make_row(hkt(19, 9, 0), "Custody <b>& dealing")
    data = links((row, DATED), {row.id: "https://example.test/a?b=1&c=2", DATED.id: "file:///etc/passwd"})
    assert data is not None
    assert [url.toString() for url in data.urls()] == ["https://example.test/a?b=1&c=2"]
    assert data.text() == "Custody <b>& dealing\nhttps://example.test/a?b=1&c=2"
    assert data.html() == '<a href="https://example.test/a?b=1&amp;c=2">Custody &lt;b&gt;&amp; dealing</a>'


def test_without_a_web_address_nothing_is_dragged(qapp: QApplication) -> None:
    assert links((DATED,), {}) is None
