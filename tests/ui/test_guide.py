# SPDX-License-Identifier: MIT
"""The user guide: what it names exists, in every language; contents, search, back, links; nothing is loaded."""

import contextlib
import io
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.app.cli import parser
from hkwatch.ui.help.guide import GuideWindow
from hkwatch.ui.help.guide_text import LANGUAGES, PLACE, Chapter, fill, load, menu_path, parse
from hkwatch.ui.help.page_view import PageView
from hkwatch.ui.keys.commands import COMMANDS, Task
from hkwatch.ui.keys.sheet import fixed_keys
from hkwatch.ui.marks import Marks

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = (
    *(
        "start",
        "inbox",
        "reader",
        "search",
        "rules",
        "decides",
        "stories",
        "licences",
        "deadlines",
        "prices",
        "notifications",
    ),
    *("sources", "export", "away", "keyboard", "commands", "privacy", "data", "trouble"),
)
CODE = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)]+)\)")


def shipped_key(name: str) -> str:
    return COMMANDS[name].key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_chapters_with_the_same_keys_menus_and_commands(language: str) -> None:
    def named(chapter: Chapter) -> tuple[list[str], list[str]]:
        codes = [code for code in CODE.findall(chapter.markdown) if code.startswith("hkwatch")]
        return sorted(found.group() for found in PLACE.finditer(chapter.markdown)), sorted(codes)

    english, other = load(ROOT / "resources", "en"), load(ROOT / "resources", language)
    assert tuple(chapter.id for chapter in other) == CHAPTERS
    for one, its in zip(english, other, strict=True):
        assert named(its) == named(one), one.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_and_menu_the_guide_names_is_there(qapp: QApplication, language: str) -> None:
    named = 0
    fixed = {key for task in Task for _, keys in fixed_keys(task) for key in keys} | {"Esc"}
    for chapter in load(ROOT / "resources", language):
        filled = fill(chapter.markdown, shipped_key)
        assert "{" not in re.sub(r"`[^`]*`", "", filled), chapter.id
        for found in PLACE.finditer(chapter.markdown):
            named += 1
            if found[1] == "key":
                assert COMMANDS[found[2]].key, f"{chapter.id}: {found[2]} has no key"
            elif found[1] == "cap":
                assert found[2] in fixed, f"{chapter.id}: {found[2]}"
    assert named > 60


def test_keys_are_named_through_their_commands_only() -> None:
    """A key written out would stay when the user changes it. `F1` of the search box cannot be changed."""
    single = re.compile(r"^([A-Z]|F\d+|(Ctrl|Alt|Shift)\+.+)$")
    for language in LANGUAGES:
        for chapter in load(ROOT / "resources", language):
            written = [code for code in CODE.findall(PLACE.sub("", chapter.markdown)) if single.match(code)]
            assert set(written) <= {"F1"}, chapter.id


PARSER = parser()


def complaint_about(arguments: list[str]) -> str:
    """What the command line says against these arguments; empty where it takes them."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        PARSER.parse_args(arguments)
    return said.getvalue()


def test_every_command_the_guide_names_is_one_the_program_takes() -> None:
    tried = 0
    for language in LANGUAGES:
        for chapter in load(ROOT / "resources", language):
            for code in CODE.findall(chapter.markdown):
                words = shlex.split(code)
                if words[0] != "hkwatch":
                    continue
                tried += 1
                assert complaint_about(words[1:]) == "", f"{chapter.id}: {code}"
    assert tried > 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_chapter(language: str) -> None:
    targets = [target for chapter in load(ROOT / "resources", language) for target in LINK.findall(chapter.markdown)]
    assert targets
    assert {target.removeprefix("#") for target in targets} <= set(CHAPTERS)


@pytest.mark.parametrize(("language", "wrong"), [("zh-Hant", "你"), ("zh-Hans", "你")])
def test_the_guide_speaks_as_politely_as_the_window(language: str, wrong: str) -> None:
    assert not any(wrong in chapter.markdown for chapter in load(ROOT / "resources", language))


def test_a_changed_key_and_a_key_taken_away_are_named_as_they_are(qapp: QApplication) -> None:
    said = fill("{key:star} or {key:open}", lambda name: {"star": "Ctrl+D", "open": ""}[name])
    assert said == "`\u2009Ctrl+D\u2009` or (no key)"


def test_a_way_through_a_submenu_names_each_step(qapp: QApplication) -> None:
    assert menu_path("go-inbox") == "View ▸ Go to ▸ Inbox"
    with pytest.raises(KeyError):
        menu_path("undo-key")


def test_a_guide_in_an_unknown_language_is_the_english_one() -> None:
    assert load(ROOT / "resources", "fr") == load(ROOT / "resources", "en")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def guide(marks: Marks, parent: QWidget) -> Iterator[GuideWindow]:
    guide = GuideWindow(marks, shipped_key, "en", parent)
    guide.set_chapters(load(ROOT / "resources", "en"))
    guide.show()
    yield guide
    guide.close()


def test_the_guide_opens_at_its_beginning_or_where_it_was_asked_to(
    marks: Marks, parent: QWidget, guide: GuideWindow
) -> None:
    assert guide.chapter == "start"
    other = GuideWindow(marks, shipped_key, "en", parent)
    other.show_chapter("prices")
    other.set_chapters(load(ROOT / "resources", "en"))
    assert other.chapter == "prices"
    assert "Prices and alerts" in other.page.toPlainText()


def test_back_and_forward_walk_the_trail_by_keys_too(guide: GuideWindow) -> None:
    guide.page.anchorClicked.emit(QUrl("#inbox"))
    guide.show_chapter("search")
    QTest.keyClick(guide, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert guide.chapter == "inbox"
    guide.back.click()
    assert guide.chapter == "start"
    assert not guide.back.isEnabled()
    guide.forward.click()
    assert guide.chapter == "inbox"
    guide.show_chapter("data")
    assert not guide.forward.isEnabled()


def listed(guide: GuideWindow) -> list[str]:
    return [guide.contents.item(row).data(Qt.ItemDataRole.UserRole) for row in range(guide.contents.count())]


def test_a_search_leaves_the_chapters_that_have_it_and_lights_the_words(guide: GuideWindow) -> None:
    guide.search.setText("tokeni*")
    assert listed(guide) == ["search"]
    QTest.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.chapter == "search"
    assert len(guide.page.extraSelections()) == 1
    guide.search.setText("zzz")
    assert listed(guide) == []
    guide.search.clear()
    assert listed(guide) == list(CHAPTERS)


def test_links_that_are_no_chapter_go_outside_and_never_into_the_window(guide: GuideWindow) -> None:
    opened: list[str] = []
    guide.open_outside = opened.append
    guide.page.anchorClicked.emit(QUrl("https://example.test/"))
    assert opened == ["https://example.test/"]
    assert guide.chapter == "start"


def test_a_page_never_loads_anything(marks: Marks, qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "x.png"
    marks.icons.pixmap("info", "accent", 16, 1.0).save(str(picture))
    page = PageView(marks.theme, marks.fonts)
    qtbot.addWidget(page)
    page.show_page(f"# A\n\n![x]({QUrl.fromLocalFile(str(picture)).toString()})", "en")
    assert page.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl.fromLocalFile(str(picture))) is None


def test_text_before_the_first_chapter_is_left_out() -> None:
    assert parse("hello\n# One {#one}\n\ntext\n\n# Two {#two}\n") == (
        Chapter("one", "One", "text"),
        Chapter("two", "Two", ""),
    )


def test_a_page_comes_up_at_its_beginning_with_every_line_inside_the_window(qtbot: QtBot, marks: Marks) -> None:
    page = PageView(marks.theme, marks.fonts)
    qtbot.addWidget(page)
    page.show_page("# Head\n\n" + "word " * 300 + "\n\n- one\n" * 60, "en")
    page.resize(708, 400)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0, timeout=60_000)
    assert page.verticalScrollBar().value() == 0
    assert page.horizontalScrollBar().maximum() == 0
