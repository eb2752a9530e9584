# SPDX-License-Identifier: MIT
"""How a text is summed up on one line."""

from hkwatch.domain.summary import summary_of


def test_a_row_of_a_register_is_summed_up_with_dots_and_prose_without() -> None:
    row = (
        "Before\nnot on the register\n\nNow\nList: licensed platforms\nEnglish name: Example Limited\nDate: 2025-02-19"
    )
    assert summary_of(row).startswith("Before · not on the register · Now · List: licensed platforms · English name")
    assert (
        summary_of("此前\n名單：申請者\n英文名稱：Example Limited") == "此前 · 名單：申請者 · 英文名稱：Example Limited"
    )
    prose = "The regulator said today: more to come.\nIt gave no date.\nComments are welcome."
    assert summary_of(prose) == prose.replace("\n", " ")
