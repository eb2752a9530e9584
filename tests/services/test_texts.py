# SPDX-License-Identifier: MIT
"""The engine's texts in the user's language."""

from pathlib import Path

import pytest

from hkwatch.services.texts import LANGUAGES, Texts

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK">
<context>
    <name>EngineNotices</name>
    <message><source>Open</source><translation>開啟</translation></message>
    <message><source>{count} new</source><translation>{count} 則新消息</translation></message>
    <message><source>Licence</source><translation type="unfinished">牌</translation></message>
    <message><source>Policy</source><translation></translation></message>
    <message><source>A &amp; B &lt;c&gt;</source><translation>甲 &amp; 乙 &lt;丙&gt;</translation></message>
</context>
<context>
    <name>EngineTerminal</name>
    <message><source>Open</source><translation>打開</translation></message>
</context>
</TS>
"""


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "hkwatch_zh_HK.ts").write_text(TS, "utf-8")
    return Texts.load(tmp_path, "zh-Hant")


def test_a_text_comes_in_the_language(texts: Texts) -> None:
    assert texts.language == "zh-Hant"
    assert texts.translate("EngineNotices", "Open") == "開啟"
    assert texts.translate("EngineNotices", "A & B <c>") == "甲 & 乙 <丙>"


def test_the_context_tells_two_meanings_apart(texts: Texts) -> None:
    assert texts.translate("EngineTerminal", "Open") == "打開"
    assert texts.translate("EngineOther", "Open") == "Open"


def test_values_are_filled_in(texts: Texts) -> None:
    assert texts.translate("EngineNotices", "{count} new").format(count=3) == "3 則新消息"


@pytest.mark.parametrize("source", ["Licence", "Policy", "Never seen"])
def test_what_is_not_translated_comes_in_english(texts: Texts, source: str) -> None:
    assert texts.translate("EngineNotices", source) == source


def test_a_value_with_braces_is_left_alone(texts: Texts) -> None:
    assert texts.translate("EngineNotices", "{asset} above").format(asset="{BTC}") == "{BTC} above"


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant", "fr", "system", ""])
def test_a_language_without_a_file_means_english(tmp_path: Path, language: str) -> None:
    texts = Texts.load(tmp_path, language)
    assert texts.language == "en"
    assert texts.translate("EngineNotices", "{count} new").format(count=3) == "3 new"


def test_the_two_chinese_languages_have_files_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "hkwatch_zh_CN.ts").write_text(TS.replace("開啟", "打开"), "utf-8")
    assert Texts.load(tmp_path, "zh-Hans").translate("EngineNotices", "Open") == "打开"
    assert Texts.load(tmp_path, "zh-Hant").translate("EngineNotices", "Open") == "Open"
    assert LANGUAGES == ("en", "zh-Hant", "zh-Hans")
