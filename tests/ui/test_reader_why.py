# SPDX-License-Identifier: MIT
"""What the strip under a title says: a heading that is true, and words that stand in the text shown or are said not to."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hkwatch.domain.detail import ItemDetail, ItemText
from hkwatch.domain.flags import Reason
from hkwatch.domain.item import Level
from hkwatch.ui.marks import Marks
from hkwatch.ui.reader.facts import field_text, words_by_field
from hkwatch.ui.reader.why import WhyStrip
from hkwatch.ui.reader.why_words import FLAGGED, LEVEL, NOTED, heading_text, marked_words, why_of
from ui.inbox_rows import hkt, make_row

ENGLISH = ItemText("en", "Scam alert over an ETF", "", "A bank warns of ETF sites.", "")
CHINESE = ItemText("zh-Hant", "與ETF有關的詐騙警告", "", "銀行提醒市民，BETFX不是ETF。", "")
REASONS = (
    Reason("scam", "severity", "title", "Scam alert", 0, 10),
    Reason("etf", "etf", "title", "etf", 19, 22),
    Reason("etf", "etf", "body", "ETF", 16, 19),
    Reason("own", "hk", "source", "hkma", 0, 0),
)
ROW = make_row(hkt(19, 14, 18), ENGLISH.title)
DETAIL = ItemDetail(ROW, (ENGLISH, CHINESE), REASONS, "en", (), ("", "", ""), "", None, None, "", False)


@pytest.fixture
def strip(qtbot: QtBot, marks: Marks) -> WhyStrip:
    made = WhyStrip(marks)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("flagged", "level", "topic", "heading"),
    [
        (True, Level.HIGH, "severity", FLAGGED),
        (True, Level.LOW, "sfc", FLAGGED),
        (False, Level.HIGH, "severity", LEVEL),
        (False, Level.LOW, "severity", NOTED),
        (False, Level.NORMAL, "etf", NOTED),
    ],
)
def test_the_heading_says_flagged_of_what_is_flagged_alone(
    flagged: bool, level: Level, topic: str, heading: str
) -> None:
    row = replace(ROW, flagged=flagged, level=level)
    why = why_of(replace(DETAIL, row=row, reasons=(replace(REASONS[0], topic=topic),)), ENGLISH, "HKMA")
    assert why.heading == heading
    assert (heading_text(why.heading) == "Why flagged") == flagged


def test_under_the_text_that_was_judged_its_words_are_quoted_as_they_are() -> None:
    why = why_of(DETAIL, ENGLISH, "HKMA")
    assert why.reasons == (*REASONS[:3], replace(REASONS[3], words="HKMA"))
    assert why.language == "en"


def test_under_another_language_words_of_its_text_are_quoted_and_others_named_for_what_they_are() -> None:
    groups = words_by_field(why_of(DETAIL, CHINESE, "HKMA").reasons)
    assert {field_text(group.field): group.words for group in groups} == {
        "title has": (("ETF", 1),),
        "text has": (("ETF", 1),),
        "source is": (("HKMA", 1),),
        "English title has": (("Scam alert", 1),),
    }
    body = why_of(DETAIL, CHINESE, "HKMA").reasons[2]
    assert CHINESE.text[body.start : body.end] == "ETF"
    assert body.start > CHINESE.text.index("BETFX") + 5, "the name of another is no such word"
    assert marked_words(why_of(DETAIL, CHINESE, "HKMA").reasons) == ["ETF"]


def test_an_item_judged_by_its_chinese_text_says_so_under_the_english_one() -> None:
    judged = replace(DETAIL, reasons=(Reason("scam", "severity", "body", "銀行", 0, 2),), reasons_lang="zh-Hant")
    (group,) = words_by_field(why_of(judged, ENGLISH, "HKMA").reasons)
    assert field_text(group.field) == "Chinese text has"


def test_the_strip_is_called_by_its_heading(strip: WhyStrip) -> None:
    why = why_of(replace(DETAIL, row=replace(ROW, flagged=False, level=Level.HIGH)), CHINESE, "HKMA")
    strip.show_reasons(why.reasons, why.language, why.heading)
    assert strip.accessibleName().startswith("Why this level: scam, etf, own. title has ETF")
    assert "English title has Scam alert" in strip.accessibleName()
    strip.set_language("zh-Hant")
    assert strip.accessibleName().startswith("Why this level")
