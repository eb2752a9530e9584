# SPDX-License-Identifier: MIT
"""What a shipped rule is called in a Chinese window: in the list, in the reader, and in the search of the list."""

import tomllib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from hkwatch.app.paths import resources
from hkwatch.domain.flags import Reason
from hkwatch.domain.level import WATCHED
from hkwatch.services.texts import RULE_NAMES, Texts
from hkwatch.ui.reader.facts import rule_names, why_tooltip
from hkwatch.ui.rule_names import pack_name, rule_name
from hkwatch.ui.rules.words import shipped_text
from hkwatch.ui.translator import FileTranslator

LANGUAGES = ("zh-Hant", "zh-Hans")
FULL_NAME = "The SFC by its full name in the headline"


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[FileTranslator]:
    translator = FileTranslator(resources(), "zh-Hant")
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


def sentences() -> set[str]:
    """What the packs say of their rules and word lists."""
    found: set[str] = set()
    for file in (resources() / "rules").glob("*.toml"):
        pack = tomllib.loads(file.read_text("utf-8"))
        found |= {str(one["why"]) for one in (*pack.get("rule", []), *pack.get("words", {}).values()) if "why" in one}
    return found


def names(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((resources() / "rules" / "names" / f"{language}.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_and_word_list_has_a_name_and_no_name_is_left_over(language: str) -> None:
    assert set(names(language)["sentences"]) == sentences()
    assert all(name.strip() for table in names(language).values() for name in table.values())


def test_both_scripts_name_the_same_things_each_in_its_own_usage() -> None:
    hant, hans = (names(language) for language in LANGUAGES)
    assert {key: set(table) for key, table in hant.items()} == {key: set(table) for key, table in hans.items()}
    said = [name for table in hans.values() for name in table.values()]
    assert not [name for name in said if set(name) & set("證監會標題數資產幣發執報導「」")]
    alone = [name.replace("香港证监会", "").replace("中国证监会", "").replace("“证监会”", "") for name in said]
    assert not [name for name in alone if "证监会" in name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_found_by_the_sentence_of_the_pack(language: str) -> None:
    texts = Texts.load(resources(), language)
    assert all(texts.find(RULE_NAMES, sentence) for sentence in sentences())
    assert Texts.load(resources(), "en").translate(RULE_NAMES, FULL_NAME) == FULL_NAME


def test_the_reader_says_the_reason_in_the_language_of_the_window(chinese: FileTranslator) -> None:
    shipped = Reason("sfc-title", "sfc", "title", "SFC", 0, 3, FULL_NAME)
    watched = Reason(WATCHED, "severity", "title", "Example Digital", 0, 15, "Names a firm on the watchlist")
    own = Reason("own:staking", "rule", "title", "staking", 0, 7, "Staking services")
    assert rule_names([shipped, watched, own]) == ["標題出現證監會全名", "提及關注名單上的公司", "Staking services"]
    assert "標題出現證監會全名" in why_tooltip([shipped])


def test_a_pack_has_a_title_and_one_of_the_user_s_keeps_its_file_s_name(chinese: FileTranslator) -> None:
    assert (pack_name("sfc"), pack_name("our-desk")) == ("證監會", "our-desk")
    assert rule_name("") == ""
    QCoreApplication.removeTranslator(chinese)
    assert (pack_name("sfc"), rule_name(FULL_NAME)) == ("The SFC", FULL_NAME)


def test_what_a_shipped_rule_settles_is_said_in_the_words_of_the_window(chinese: FileTranslator) -> None:
    assert shipped_text("severity:high topic:sfc") == "級別最低為重要 · 主題：證監會"
    QCoreApplication.removeTranslator(chinese)
    assert shipped_text("cap:low") == "level at most Low"
