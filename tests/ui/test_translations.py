# SPDX-License-Identifier: MIT
"""The two Chinese files: complete, current, well-formed, and each in its own script and its own usage."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from hkwatch.ui.translator import FileTranslator
from hkwatch.ui.words import Counts

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "hkwatch"
FILES = {"zh-Hant": "hkwatch_zh_HK.ts", "zh-Hans": "hkwatch_zh_CN.ts"}
OF_QT = frozenset(("QLineEdit", "QWidgetTextControl", "QAbstractSpinBox"))
"""Contexts of Qt's own classes whose menus the window shows."""

_HAN = r"\u3400-\u9fff"
_PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")
_ACCELERATOR = re.compile(r"\(&([A-Z])\)")
_HALF_WIDTH = re.compile(
    rf"[{_HAN}][,;:!?]|\}}[,;!?]|\}}:(?!\{{)|[,;!?] ?[{_HAN}]|: [{_HAN}]|[{_HAN}]\.|\([^)]*[{_HAN}]|\.\.\.|[\"']"
)


@dataclass(frozen=True)
class Message:
    """One message of a .ts file. `target` is None where it is not finished."""

    context: str
    source: str
    target: str | None


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _calls(tree: ast.AST, within: str = "") -> Iterator[tuple[str, ast.Call]]:
    """Every call with the name of the class around it."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield within, node
        yield from _calls(node, node.name if isinstance(node, ast.ClassDef) else within)


def texts_in(code: str) -> set[tuple[str, str]]:
    """Context and text of everything a module has translated."""
    found = set()
    for within, call in _calls(ast.parse(code)):
        texts = [_literal(argument) for argument in call.args]
        name = _called(call)
        if name == "tr" and texts and texts[0] is not None:
            found.add((within, texts[0]))
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(texts) >= 2 and None not in texts[:2]:
            found.add((str(texts[0]), str(texts[1])))
    return found


@pytest.fixture(scope="module")
def wanted() -> set[tuple[str, str]]:
    """What the program has translated."""
    found: set[tuple[str, str]] = set()
    for path in SOURCES.rglob("*.py"):
        found |= texts_in(path.read_text("utf-8"))
    return found


def messages(language: str) -> list[Message]:
    """Everything in the file of a language."""
    root = ElementTree.parse(ROOT / "resources" / "i18n" / FILES[language]).getroot()
    found = []
    for context in root.iter("context"):
        for message in context.iter("message"):
            target = message.find("translation")
            assert target is not None
            text = target.findtext("numerusform") or target.text
            done = target.get("type") is None and text is not None and text.strip()
            found.append(Message(context.findtext("name", ""), message.findtext("source", ""), text if done else None))
    return found


@pytest.fixture(params=FILES, scope="module")
def language(request: pytest.FixtureRequest) -> str:
    """Both Chinese languages."""
    return str(request.param)


@pytest.fixture(scope="module")
def finished(language: str) -> list[tuple[str, str]]:
    """Source and target of every finished message."""
    found = [(one.source, one.target) for one in messages(language) if one.target is not None]
    assert len(found) > 2000, "what follows is true of none"
    return found


def test_texts_are_found_in_every_form_they_are_written_in() -> None:
    code = """
A = (QT_TRANSLATE_NOOP("Menu", "&File"),)
def f():
    translate = QCoreApplication.translate
    return translate("Words", "one" " text"), self.texts.translate("Engine", "{n} new", n=1), translate(CONTEXT, text)
class Box:
    def g(self):
        return f"{self.tr('Starting')}: {self.tr('%n new', '', 3)}"
"""
    assert texts_in(code) == {
        ("Menu", "&File"),
        ("Words", "one text"),
        ("Engine", "{n} new"),
        ("Box", "Starting"),
        ("Box", "%n new"),
    }


def test_every_text_handed_to_tr_is_literal() -> None:
    for path in SOURCES.rglob("*.py"):
        for _, call in _calls(ast.parse(path.read_text("utf-8"))):
            if _called(call) == "tr":
                assert _literal(call.args[0]) is not None, f"{path.name}:{call.lineno}"


def test_every_text_has_a_finished_translation(language: str, wanted: set[tuple[str, str]]) -> None:
    done = {(one.context, one.source) for one in messages(language) if one.target is not None}
    assert sorted(wanted - done) == []


def test_nothing_is_stale_or_twice(language: str, wanted: set[tuple[str, str]]) -> None:
    keys = [(one.context, one.source) for one in messages(language)]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert sorted(key for key in keys if key not in wanted and key[0] not in OF_QT) == []


def test_the_files_name_their_languages() -> None:
    for language, locale in (("zh-Hant", "zh_HK"), ("zh-Hans", "zh_CN")):
        root = ElementTree.parse(ROOT / "resources" / "i18n" / FILES[language]).getroot()
        assert root.get("language") == locale


def test_placeholders_are_kept(finished: list[tuple[str, str]]) -> None:
    for source, target in finished:
        assert sorted(_PLACEHOLDER.findall(target)) == sorted(_PLACEHOLDER.findall(source)), source


def test_accelerators_stand_in_brackets_with_the_letter_of_the_english(finished: list[tuple[str, str]]) -> None:
    for source, target in finished:
        letters = [letter.upper() for letter in re.findall("&(.)", source)]
        assert _ACCELERATOR.findall(target) == letters, source
        assert target.count("&") == len(letters), source


def test_spaces_at_the_ends_are_kept(finished: list[tuple[str, str]]) -> None:
    for source, target in finished:
        assert (target[0] == " ", target[-1] == " ") == (source[0] == " ", source[-1] == " "), source


@pytest.mark.parametrize("end", [(".", "。"), ("?", "？"), ("…", "…")])
def test_sentences_end_as_in_english(finished: list[tuple[str, str]], end: tuple[str, str]) -> None:
    for source, target in finished:
        assert source.endswith(end[0]) == target.endswith(end[1]), source


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("已停止, 重試", True),
        ("檢視: 全部", True),
        ("牌照(新)", True),
        ("完成.", True),
        ("真的?", True),
        ("請稍候...", True),
        ("已停止，按 . 顯示；例如 src:sfc（新）…", False),
    ],
)
def test_half_width_punctuation_is_told_from_full_width(text: str, is_wrong: bool) -> None:
    assert bool(_HALF_WIDTH.search(text)) is is_wrong


def test_punctuation_is_full_width(finished: list[tuple[str, str]]) -> None:
    wrong = [target for _, target in finished if _HALF_WIDTH.search(_ACCELERATOR.sub("", target))]
    assert wrong == []


def test_each_file_has_its_own_quotation_marks(language: str, finished: list[tuple[str, str]]) -> None:
    foreign = "“”‘’" if language == "zh-Hant" else "「」『』"
    assert [target for _, target in finished if set(foreign) & set(target)] == []


def _other_script(language: str) -> set[str]:
    """Characters that belong to the other script alone.

    The table's pairs say what differs; a character of the plain national set of a script is also written there (系, 只, 台).
    """
    lines = (ROOT / "resources" / "fold" / "hant_hans.tsv").read_text("utf-8").splitlines()
    pairs = [line.split("\t")[:2] for line in lines if line and not line.startswith("#")]
    side, charset = (1, "big5") if language == "zh-Hant" else (0, "gb2312")
    return {pair[side] for pair in pairs if pair[side].encode(charset, "ignore") == b""}


def test_the_other_script_is_known_by_its_characters() -> None:
    assert set("监户设发来项") <= _other_script("zh-Hant")
    assert set("監戶設發來項") <= _other_script("zh-Hans")
    assert not set("系只台面升") & (_other_script("zh-Hant") | _other_script("zh-Hans"))


def test_no_character_is_of_the_other_script(language: str, finished: list[tuple[str, str]]) -> None:
    other = _other_script(language)
    assert {target: sorted(other & set(target)) for _, target in finished if other & set(target)} == {}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hant", ("設置", "文件夾", "默認", "搜索", "網絡連接", "信息", "屏幕", "嘅", "咗", "唔")),
        ("zh-Hans", ("设定", "档案", "检视", "视窗", "搜寻", "系统匣", "资料夹", "字型", "连结")),
    ],
)
def test_words_are_those_of_the_place(language: str, words: tuple[str, ...]) -> None:
    targets = [one.target for one in messages(language) if one.target]
    assert [target for target in targets if any(word in target for word in words)] == []


def test_one_word_stands_for_one_thing(language: str) -> None:
    """Levels and kinds of documents are called the same in the window and in notifications."""
    table = {(one.context, one.source): one.target for one in messages(language)}
    for context in ("Level", "DocType"):
        for (where, source), target in table.items():
            if where == context:
                assert table["EngineNotices", source] == target


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hant", ("檔案(&F)", "緊急", "重要", "一般", "次要", "警示名單", "設定")),
        ("zh-Hans", ("文件(&F)", "紧急", "重要", "一般", "次要", "警示名单", "设置")),
    ],
)
def test_the_translator_answers_from_the_shipped_files(language: str, words: tuple[str, ...]) -> None:
    translator = FileTranslator(ROOT / "resources", language)
    asked = (
        ("Actions", "&File"),
        *(("Level", name) for name in ("Critical", "High", "Normal", "Low")),
        ("DocType", "Alert list"),
        ("SettingsDialog", "Settings"),
    )
    assert tuple(translator.translate(context, text) for context, text in asked) == words
    assert translator.translate("Level", "Never written") is None
    assert not translator.isEmpty()


def test_the_translator_answers_every_text(language: str, wanted: set[tuple[str, str]]) -> None:
    translator = FileTranslator(ROOT / "resources", language)
    blank = [key for key in wanted if not (translator.translate(*key) or "").strip()]
    assert sorted(blank) == []


@pytest.fixture
def installed(qapp: QApplication, language: str) -> Iterator[str]:
    """The language in force in the application."""
    translator = FileTranslator(ROOT / "resources", language)
    qapp.installTranslator(translator)
    yield language
    qapp.removeTranslator(translator)


def test_qt_puts_counts_into_the_translation(installed: str) -> None:
    assert Counts().items(1) == {"zh-Hant": "1 項", "zh-Hans": "1 条"}[installed]
    assert Counts().items(4) == {"zh-Hant": "4 項", "zh-Hans": "4 条"}[installed]
    assert QCoreApplication.translate("Watch", "Watching") == {"zh-Hant": "監察中", "zh-Hans": "监测中"}[installed]


@pytest.mark.parametrize("context", sorted(OF_QT))
def test_qts_own_menus_are_chinese(installed: str, context: str) -> None:
    copy = {"QAbstractSpinBox": "&Select All"}.get(context, "&Copy")
    shown = {"zh-Hant": ("全選(&S)", "複製(&C)"), "zh-Hans": ("全选(&S)", "复制(&C)")}[installed]
    assert QCoreApplication.translate(context, copy) == shown[copy == "&Copy"]
