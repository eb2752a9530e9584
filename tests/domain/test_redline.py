# SPDX-License-Identifier: MIT
"""Word-level comparison of two wordings: exact both ways, readable in English and Chinese, bounded."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.redline import MAX_EDITS, Kind, Redline, Run, redline, shortest_edit, tokens

WORDS = st.sampled_from(
    [
        "the",
        "SFC",
        "fines",
        "HK$1,000.50",
        "证",
        "監",
        "會",
        "，",
        "。",
        ".",
        " ",
        "  ",
        "\n",
        "\n\n",
        "can't",
        "é",
        "😀",
        "\t",
    ]
)
TEXTS = st.lists(WORDS, max_size=40).map("".join)


def marked(result: Redline) -> str:
    """`[-removed-]`, `[+added+]`; a line end of one text only is ¶ with its sign."""
    signs = {Kind.SAME: ("", ""), Kind.REMOVED: ("[-", "-]"), Kind.ADDED: ("[+", "+]")}
    ends = {Kind.SAME: "\n", Kind.REMOVED: "-¶\n", Kind.ADDED: "+¶\n"}
    return "".join(
        "".join(signs[run.kind][0] + run.text + signs[run.kind][1] for run in line.runs) + ends[line.end]
        for line in result.lines
    ).removesuffix("\n")


@given(TEXTS, TEXTS)
def test_applied_it_is_the_new_text_and_inverted_the_old(old: str, new: str) -> None:
    result = redline(old, new)
    assert result.new() == new
    assert result.old() == old


@given(st.text(), st.text())
def test_that_holds_for_any_characters(old: str, new: str) -> None:
    result = redline(old, new)
    assert (result.old(), result.new()) == (old, new)


@given(TEXTS, TEXTS)
def test_it_is_the_same_every_time_and_its_runs_are_whole(old: str, new: str) -> None:
    result = redline(old, new)
    assert result == redline(old, new)
    for line in result.lines:
        assert all(run.text and "\n" not in run.text for run in line.runs)
        assert all(one.kind is not other.kind for one, other in zip(line.runs, line.runs[1:], strict=False))


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    result = redline(text, text)
    assert result.changes == 0
    assert {run.kind for line in result.lines for run in line.runs} <= {Kind.SAME}


@given(st.lists(st.sampled_from("ab"), max_size=12), st.lists(st.sampled_from("ab"), max_size=12))
def test_the_edit_is_the_shortest_there_is(old: list[str], new: list[str]) -> None:
    common = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            common[i + 1][j + 1] = common[i][j] + 1 if one == other else max(common[i][j + 1], common[i + 1][j])
    edits = [op for op in shortest_edit(old, new, [MAX_EDITS**2]) if op[0] is not Kind.SAME]
    assert len(edits) == len(old) + len(new) - 2 * common[-1][-1]


@given(TEXTS)
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("fined HK$5 million", "fined HK$5.5 million", "fined HK$[-5-][+5.5+] million"),
        ("It may appeal.", "It may not appeal.", "It may [+not +]appeal."),
        ("It can't be.", "It cannot be.", "It [-can't-][+cannot+] be."),
        ("One of two.", "One or both of three.", "One [+or both +]of [-two-][+three+]."),
        ("All big firms were told.", "All small shops were told.", "All [-big firms-][+small shops+] were told."),
        ("One.\n\nTwo.", "One.\n\nTwo.\n\nThree.", "One.\n\nTwo.\n+¶\n[+Three.+]+¶"),
        ("One.\nTwo.", "One. Two.", "One.-¶\n[+ +]Two."),
        ("It may.\nEnd.", "It may not.\nSo it is.\nEnd.", "It may[+ not+].\n[+So it is.+]+¶\nEnd."),
        ("It may.", "It must.\n\nEnd.", "It [-may-][+must+].\n+¶\n[+End.+]+¶"),
        ("", "", ""),
    ],
)
def test_english_is_compared_by_words(old: str, new: str, expected: str) -> None:
    assert marked(redline(old, new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("證監會罰款五百萬元。", "證監會罰款六百萬元。", "證監會罰款[-五-][+六+]百萬元。"),
        ("提醒投資者小心", "提醒市民小心", "提醒[-投資者-][+市民+]小心"),
        # 的 stands in both, and says nothing.
        ("由甲乙的丙丁發出", "由戊己的庚辛發出", "由[-甲乙的丙丁-][+戊己的庚辛+]發出"),
        ("稱 BTC 升至", "稱 ETH 升至", "稱 [-BTC-][+ETH+] 升至"),
    ],
)
def test_chinese_is_compared_by_characters_of_which_one_alone_is_no_agreement(
    old: str, new: str, expected: str
) -> None:
    assert marked(redline(old, new)) == expected


def test_an_edited_paragraph_leaves_the_others_alone() -> None:
    old = "First.\n\nThe fine is HK$1 million.\n\nLast."
    new = "First.\n\nA new one.\n\nThe fine is HK$2 million.\n\nLast."
    result = redline(old, new)
    assert result.lines[0].runs == (Run(Kind.SAME, "First."),)
    assert result.lines[-1].runs == (Run(Kind.SAME, "Last."),)
    assert marked(result).count("[-") == 1


def test_changes_are_counted_by_place_and_spaces_are_none() -> None:
    assert redline("a b c d e f", "a X c d Y f").changes == 2
    assert redline("a b", "a  b").changes == 0
    assert redline("a\nb", "a\n\nb").changes == 0


def test_two_long_texts_with_nothing_in_common_are_replaced_in_good_time() -> None:
    old = " ".join(f"old{n}" for n in range(20_000))
    new = " ".join(f"new{n % 977}" for n in range(20_000))
    started = time.process_time()
    result = redline(old, new)
    assert time.process_time() - started < 5
    assert result.changes == 1
    assert (result.old(), result.new()) == (old, new)


def test_many_paragraphs_that_were_all_edited_are_compared_each_by_itself() -> None:
    old = "\n\n".join(f"In case {n} the firm paid US${n} to its clients." for n in range(300))
    new = "\n\n".join(f"In case {n} the firm paid HK${n} to all its clients." for n in range(300))
    result = redline(old, new)
    assert result.changes == 600
    assert (result.old(), result.new()) == (old, new)


def test_a_long_text_with_a_few_edits_is_compared_word_by_word() -> None:
    words = [f"word{n % 401}" for n in range(20_000)]
    edited = list(words)
    for at in range(100, 20_000, 400):
        edited[at] = "edited"
    assert redline(" ".join(words), " ".join(edited)).changes == 50
