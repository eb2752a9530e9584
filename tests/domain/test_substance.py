# SPDX-License-Identifier: MIT
"""Which edits readers must hear of, and which are only the publisher's tidying."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.substance import is_substantial

LONG = (
    "The regulator today published its plans for the coming year and invited comments from the public. "
    "Firms that hold assets for their clients are asked to read the paper with care, since several of its parts "
    "concern the way in which they keep records, report incidents and tell their clients about the risks. "
) * 2
LONG_ZH = (
    "監管機構今日發表來年的工作計劃，並邀請公眾提出意見。為客戶持有資產的公司應細閱文件，因為當中多個部分涉及備存紀錄的方式。"
    * 3
)


def edited(old: str, new: str, *, text: str = LONG) -> bool:
    """Whether the edit is substance inside a long text."""
    return is_substantial("A title", f"{text} {old}", "A title", f"{text} {new}")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a fine of HK$5 million was set", "a fine of HK$6 million was set"),
        ("a fall of 5% was seen", "a fall of 5 was seen"),
        ("paid in US$5", "paid in HK$5"),
        ("due on 3 March 2026", "due on 4 March 2026"),
        ("due in March this year", "due in April this year"),
        ("it may appeal", "it may not appeal"),
        ("it can do so", "it can't do so"),
        ("firms may report", "firms must report"),
        ("that is legal here", "that is illegal here"),
        ("that is typical here", "that is atypical here"),
        ("so said Chan Tai Man", "so said Chan Tai Wan"),
        ("a matter for the SFC", "a matter for the SFO"),
        ("kept by Example Digital Ltd", "kept by Sample Digital Ltd"),
        ("three firms were told", "four firms were told"),
    ],
)
def test_numbers_dates_names_and_negations_are_substance(old: str, new: str) -> None:
    assert edited(old, new)
    assert edited(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("罰款五百萬元", "罰款六百萬元"),
        ("限期為3月4日", "限期為3月5日"),
        ("該公司已獲發牌", "該公司未獲發牌"),
        ("該公司可提出申請", "該公司須提出申請"),
        ("由甲乙數碼有限公司營運", "由甲丙數碼有限公司營運"),
        ("陳大文先生表示", "陳小文先生表示"),
    ],
)
def test_so_they_are_in_chinese(old: str, new: str) -> None:
    assert edited(old, new, text=LONG_ZH)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the 'big' paper", "the “big” paper"),
        ("the paper, with notes", "the paper with notes"),
        ("the  paper\n\nhere", "the paper here"),
        ("it was publshed here", "it was published here"),
        ("its recieved papers", "its received papers"),
        ("in an on-line form", "in an online form"),
        ("a web site for all", "a website for all"),
        ("from 2020–2021 on", "from 2020-2021 on"),
        ("the licence fee", "the license fee"),
        ("a quick answer came", "a swift answer came"),
    ],
)
def test_spaces_quotes_slips_and_single_words_in_fifty_are_not(old: str, new: str) -> None:
    assert not edited(old, new)
    assert not edited(new, old)


def test_a_word_of_chinese_in_a_long_text_is_not() -> None:
    assert not edited("發布有關文件", "發佈有關文件", text=LONG_ZH)
    assert not edited("「文件」已發表。", "“文件”已發表", text=LONG_ZH)


def test_more_than_one_word_in_fifty_is() -> None:
    words = [
        first + last for first in "bcdfghjklm" for last in ("at", "et", "it", "ot", "ut", "ab", "eb", "ib", "ob", "ub")
    ]
    few, many = words.copy(), words.copy()
    few[10] = few[50] = "other"
    many[10] = many[50] = many[90] = "other"
    assert not is_substantial("", " ".join(words), "", " ".join(few))
    assert is_substantial("", " ".join(words), "", " ".join(many))


def test_another_word_in_a_title_is() -> None:
    assert is_substantial("The paper is out", LONG, "The paper is withdrawn", LONG)
    assert not is_substantial("The paper is publshed", LONG, "The paper is published", LONG)


def test_a_paragraph_more_or_less_is() -> None:
    more = LONG + "\n\nThe paper stays open to comments from everybody for some further weeks after that."
    assert is_substantial("", LONG, "", more)
    assert is_substantial("", more, "", LONG)


@given(st.text(), st.text(), st.text(alphabet=" \n\t\u00a0", max_size=5))
def test_white_space_around_never_is(title: str, text: str, space: str) -> None:
    assert not is_substantial(title, text, f"{space}{title}{space}", f"{space}{text}{space}")


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(old: str, new: str) -> None:
    assert is_substantial("", old, "", new) in (True, False)
