# SPDX-License-Identifier: MIT
"""The shipped files as the engine reads them, without Qt."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hkwatch.services.texts import Texts

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FILES = {"zh-Hant": "hkwatch_zh_HK.ts", "zh-Hans": "hkwatch_zh_CN.ts"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("BTC below US$95,000", "Acknowledge", "High")),
        ("zh-Hant", ("BTC 跌穿 US$95,000", "確認", "重要")),
        ("zh-Hans", ("BTC 跌破 US$95,000", "确认", "重要")),
    ],
)
def test_notifications_are_worded_from_the_shipped_files(language: str, words: tuple[str, str, str]) -> None:
    texts = Texts.load(RESOURCES, language)
    assert texts.language == language
    below = texts.translate("EngineNotices", "{asset} below {level}").format(asset="BTC", level="US$95,000")
    assert (below, *(texts.translate("EngineNotices", word) for word in ("Acknowledge", "High"))) == words


@pytest.mark.parametrize("language", FILES)
def test_every_text_of_the_engine_can_be_filled_in(language: str) -> None:
    texts = Texts.load(RESOURCES, language)
    filled = 0
    for context in ElementTree.parse(RESOURCES / "i18n" / FILES[language]).getroot().iter("context"):
        name = context.findtext("name", "")
        if not name.startswith("Engine"):
            continue
        for source in (message.findtext("source", "") for message in context.iter("message")):
            values = {field: f"<{field}>" for field in re.findall(r"\{(\w+)\}", source)}
            text = texts.translate(name, source).format(**values)
            assert text != source
            assert all(value in text for value in values.values())
            filled += bool(values)
    assert filled >= 8
