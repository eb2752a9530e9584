# SPDX-License-Identifier: MIT
"""Finding words: whole words beside Chinese, endings, hiding, and that one pass never loses a hit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.fold import Folder
from hkwatch.domain.lexicon import Lexicon, WordList, check_phrase

FOLDER = Folder({"證": "证", "監": "监", "會": "会", "國": "国", "貨": "货", "現": "现"})


def found(phrases: tuple[str, ...], text: str) -> list[str]:
    lexicon = Lexicon([WordList("w", phrases)], FOLDER)
    return [text[a:b] for a, b in lexicon.scan(lexicon.prepare(text)).get("w", [])]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("ETF", "首隻現貨ETF上市", ["ETF"]),
        ("ETF", "netflix ETFs", []),
        ("ETF", "元大50ETF", ["ETF"]),
        ("SFC", "(SFC)", ["SFC"]),
        ("licens*", "Licensing and licensed, unlicensed", ["Licensing", "licensed"]),
        ("all time high", "an All-Time High", ["All-Time High"]),
        ("證監會", "香港证监会", ["证监会"]),
        ("現貨 ETF", "現貨 ＥＴＦ", ["現貨 ＥＴＦ"]),
        ("$", "US$5", ["$"]),
        ("stablecoin* issuer*", "stablecoins issuers", ["stablecoins issuers"]),
    ],
)
def test_phrases_are_found_as_whole_words_in_any_script(phrase: str, text: str, words: list[str]) -> None:
    assert found((phrase,), text) == words


def test_a_longer_name_hides_the_shorter_one_inside_it() -> None:
    lexicon = Lexicon([WordList("sfc", ("證監會",)), WordList("csrc", ("中國證監會",), hides=("sfc",))], FOLDER)
    assert "sfc" not in lexicon.scan(lexicon.prepare("中國證監會公布"))
    both = lexicon.scan(lexicon.prepare("中國證監會與香港證監會"))
    assert both["sfc"] == [(8, 11)]


@pytest.mark.parametrize("phrase", ["", "  ", "*", "ab*", "*coin", "li*cence", "sta* bob*"])
def test_a_phrase_that_cannot_work_is_named(phrase: str) -> None:
    assert check_phrase(phrase)


@pytest.mark.parametrize("phrase", ["SFC", "licens*", "證監會", "?", "by 20*", "Type 1 licen*"])
def test_a_good_phrase_is_not_complained_about(phrase: str) -> None:
    assert check_phrase(phrase) == ""


@given(
    phrases=st.lists(
        st.text(alphabet="abe t證監會國5", min_size=1, max_size=5).filter(str.strip), min_size=1, max_size=6
    ),
    text=st.text(alphabet="abe t證監會國5,", max_size=40),
)
def test_scanning_finds_exactly_what_a_plain_search_finds(phrases: list[str], text: str) -> None:
    lexicon = Lexicon([WordList(f"w{n}", (p,)) for n, p in enumerate(phrases)], FOLDER)
    prepared = lexicon.prepare(text)
    hits = lexicon.scan(prepared)
    for n, phrase in enumerate(phrases):
        wanted = lexicon.prepare(phrase).strip()
        left = "(?<![a-z0-9])" if wanted[0].isascii() and wanted[0].isdigit() else "(?<![a-z])"
        left = left if re.match("[a-z0-9]", wanted) else ""
        right = "(?![a-z0-9])" if re.match("[a-z0-9]", wanted[-1]) else ""
        plain = {m.start() for m in re.finditer(f"(?={left}{re.escape(wanted)}{right})", prepared)}
        mine = {a for a, _ in hits.get(f"w{n}", [])}
        # Overlapping repeats of one phrase count once.
        assert mine <= plain
        assert bool(mine) == bool(plain)


def test_a_word_after_a_digit_in_the_middle_of_a_run_is_found() -> None:
    lexicon = Lexicon([WordList("w", ("a",))], FOLDER)
    assert lexicon.scan(lexicon.prepare("a5a")) == {"w": [(2, 3)]}


def test_two_words_are_found_also_after_a_digit_and_only_once() -> None:
    lexicon = Lexicon([WordList("price", ("btc price",))], Folder({}))
    assert lexicon.scan(lexicon.prepare("x5btc price of 2btc price")) == {"price": [(2, 11), (16, 25)]}


def test_words_of_a_phrase_apart_are_no_hit() -> None:
    lexicon = Lexicon([WordList("price", ("btc price", "licens* platform"))], Folder({}))
    assert lexicon.scan(lexicon.prepare("btc and its price")) == {}
    assert lexicon.scan(lexicon.prepare("a licensed platform")) == {"price": [(2, 19)]}


def test_halves_of_two_characters_are_not_read_as_one() -> None:
    # 5E5F stands across 4E5E 5F4E.
    assert found(("幟",), "乞彎") == []
    assert found(("幟",), "乞彎幟") == ["幟"]


def test_half_a_character_hides_nothing_and_is_found_in_nothing() -> None:
    assert found(("btc", "\ud83d"), "證\ud83d btc \ude80 btc") == ["btc", "btc"]


@pytest.mark.parametrize(
    ("text", "words"), [("買🚀月 btc", ["🚀月", "btc"]), ("🎉月🚀🚀月", ["🚀月"]), ("🎉🎉btc證", ["btc"]), ("🚀", [])]
)
def test_signs_outside_the_basic_plane_are_told_apart_and_shift_nothing(text: str, words: list[str]) -> None:
    assert found(("🚀月", "btc"), text) == words


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("really?", "Really\u2026", []),
        ("really?", "Really? Really\u2026", ["Really?"]),
        ("more\u2026", "And more\u2026", ["more\u2026"]),
        ("licens*", "“Licensing” – and licensed\u2026", ["Licensing", "licensed"]),
        ("caf\u00e9 etf", "A Caf\u00e9 ETF\u2026", ["Caf\u00e9 ETF"]),
        ("etf", "\u2026ETF\u00e9 etf", ["ETF", "etf"]),
    ],
)
def test_a_text_cut_short_is_searched_as_it_stands(phrase: str, text: str, words: list[str]) -> None:
    # The second phrase makes the lexicon one of both scripts.
    lexicon = Lexicon([WordList("w", (phrase,)), WordList("zh", ("證監會",))], FOLDER)
    hits = lexicon.scan(lexicon.prepare(text))
    assert [text[a:b] for a, b in hits.get("w", [])] == words
    assert "zh" not in hits
