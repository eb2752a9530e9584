# SPDX-License-Identifier: MIT
"""Blanks in Chinese sentences."""

from pathlib import Path

import pytest

from hkwatch.domain.query import parse_query
from hkwatch.domain.query_tree import QueryError
from hkwatch.services.cjk_spacing import fitted, joined, tightened
from hkwatch.services.query_complaint import complaint
from hkwatch.services.query_wording import QueryWording
from hkwatch.services.texts import Texts

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
NAMES = {
    "zh-Hant": {"sfc": "證監會", "hkma": "金管局", "doj": "DOJ"},
    "zh-Hans": {"sfc": "香港证监会", "hkma": "香港金管局"},
}


def said(language: str, text: str) -> str:
    wording = QueryWording(Texts.load(RESOURCES, language).translate, NAMES[language])
    return "".join(part for part, _ in wording.explain(parse_query(text)))


def test_a_blank_stays_where_letters_or_digits_meet_chinese() -> None:
    assert fitted("來自 {0}", "證監會") == "來自證監會"
    assert fitted("來自 {0}", "SFC") == "來自 SFC"
    assert fitted("來自 {0}", "「虛擬」") == "來自「虛擬」"
    assert fitted("自 {0} 起", "今日") == "自今日起"
    assert fitted("自 {0} 起", "2026-01") == "自 2026-01 起"
    assert fitted("{0} 至 {1}", "高", "3 日") == "高至 3 日"
    assert joined(["證監會", "金管局", "SFC"], " 或 ") == "證監會或金管局或 SFC"


def test_blanks_of_a_value_and_of_other_languages_are_left_alone() -> None:
    assert fitted("含 {0}", "虛擬 資產") == "含虛擬 資產"
    assert fitted("from {0} on", "牌照") == "from 牌照 on"
    assert joined(["a", "b"], " or ") == "a or b"
    assert tightened("a ", "證") == "a "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("src:sfc,hkma -type:speech", "來自證監會或金管局"),
        ("src:doj,sfc", "來自 DOJ 或證監會"),
        ("牌照 licence", "含牌照 · 含 licence"),
        ('"虛擬 資產" | 牌照', "含「虛擬 資產」或含牌照"),
        ("pub:today..", "發表日期自今日起"),
        ("rule:標題只有言論", "規則「標題只有言論」"),
        ("rule:vatp", "規則 vatp"),
        ("level:high..critical", "級別重要至緊急"),
    ],
)
def test_queries_in_words_of_hong_kong(text: str, words: str) -> None:
    assert said("zh-Hant", text).startswith(words)


def test_queries_in_simplified_words() -> None:
    assert said("zh-Hans", "src:sfc") == "来自香港证监会"
    assert said("zh-Hans", '"牌照 a"') == "含“牌照 a”"


def test_a_question_for_what_was_meant_has_no_stray_blank() -> None:
    translate = Texts.load(RESOURCES, "zh-Hant").translate
    error = QueryError("unknown-name", 0, "监管", ("證監會的牌照", "vatp"), "rule")
    assert complaint(error, translate).endswith("。您是指證監會的牌照或 vatp 嗎？")


def test_a_full_width_mark_has_its_blank_in_itself() -> None:
    assert fitted("{0} {1}", "找不到 a.test。", "Check it.") == "找不到 a.test。Check it."
    assert joined(["沒有「scf」此來源。", "No label."], " ") == "沒有「scf」此來源。No label."
