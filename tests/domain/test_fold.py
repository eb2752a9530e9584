# SPDX-License-Identifier: MIT
"""Folding: what compares equal, what keeps its place, what becomes a search word."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.fold import Folder

TABLE = {"證": "证", "監": "监", "會": "会", "發": "发", "幣": "币", "現": "现", "貨": "货", "諮": "咨", "ab": "x"}
RARE = {"\U00021708": "\U0002170d", "\U0002a5c6": "\u9f9c"}
FOLDER, BUSY = Folder(TABLE | RARE), Folder(TABLE | RARE)
for _ in range(1000):
    BUSY.fold("證監會")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("證監會", "证监会"),
        ("ＢＴＣ１２３", "btc123"),
        ("Bitcoin", "BITCOIN"),
        ("現貨ＥＴＦ", "现货etf"),
        ("ﬁne", "fine"),
        ("Straße", "STRASSE"),
    ],
)
def test_the_same_word_in_another_script_width_or_case_folds_to_the_same(one: str, other: str) -> None:
    assert FOLDER.fold(one) == FOLDER.fold(other)


def test_aligned_text_keeps_every_character_in_its_place() -> None:
    text = "證監會：ＢＴＣ 升穿１０萬…"
    aligned = FOLDER.aligned(text)
    assert len(aligned) == len(text)
    assert aligned[text.index("Ｂ") :][:3] == "btc"


def test_curly_quotes_and_long_dashes_read_as_plain_ones() -> None:
    assert FOLDER.aligned("Hong\u00a0Kong\u2019s all\u2011time") == "hong kong's all-time"


def test_latin_words_next_to_chinese_are_words_of_their_own() -> None:
    assert FOLDER.words("現貨ETF上市 Ｗeb3 US$100k") == ["etf", "web3", "us", "100k"]


def test_rare_characters_beyond_the_usual_plane_are_folded_where_they_stand_and_signs_stay() -> None:
    assert FOLDER.aligned("證\U00021708會\U0001f600\U0002a5c6X") == "证\U0002170d会\U0001f600\u9f9cx"


def test_one_rare_character_does_not_make_the_table_three_times_as_long() -> None:
    def held_bytes(table: dict[str, str]) -> int:
        before = tracemalloc.get_traced_memory()[0]
        folder = Folder(table)
        folder.aligned("證")
        return tracemalloc.get_traced_memory()[0] - before

    tracemalloc.start()
    try:
        assert held_bytes(TABLE | RARE) < held_bytes(TABLE) + 10_000
    finally:
        tracemalloc.stop()


@given(st.text())
def test_aligned_never_changes_the_length(text: str) -> None:
    assert len(FOLDER.aligned(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = FOLDER.fold(text)
    assert FOLDER.fold(once) == once


@given(
    st.text(
        alphabet=st.one_of(
            *[
                st.characters(min_codepoint=low, max_codepoint=high)
                for low, high in ((0x20, 0xFF), (0x2010, 0x2150), (0x3000, 0x3029), (0x4E00, 0x9FFF), (0xF900, 0xFF5E))
            ],
            st.sampled_from("證監會´¨…＾｀ªÅﬁe\u0301가\u1161"),
        )
    )
)
def test_a_folder_that_has_folded_much_folds_as_a_new_one_does(text: str) -> None:
    assert BUSY.fold(text) == Folder(TABLE | RARE).fold(text)


@given(st.lists(st.text(alphabet="證發Ａa ’\U00021708"), max_size=4))
def test_what_was_aligned_just_before_changes_nothing(texts: list[str]) -> None:
    assert [BUSY.aligned(text) for text in texts for _ in range(2)] == [
        "".join(map(FOLDER.aligned, text)) for text in texts for _ in range(2)
    ]


@given(st.text(alphabet="證監會發幣現貨证监会发币abcABC 1２"))
def test_aligned_and_fold_agree_where_the_length_cannot_change(text: str) -> None:
    assert FOLDER.aligned(text) == FOLDER.fold(text)


@pytest.mark.parametrize("text", ["\u2026", "Cut\tSHORT\u2026", "Cut\u2026 and CUT\u2026", "ＢＴＣ\u2026", "é\u2026"])
def test_a_text_cut_short_folds_as_its_parts_do(text: str) -> None:
    assert FOLDER.fold(text) == FOLDER.fold(text + "證").removesuffix(FOLDER.fold("證"))
    assert FOLDER.aligned(text) == FOLDER.aligned(text + "證")[:-1]
