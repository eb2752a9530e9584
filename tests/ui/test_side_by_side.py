# SPDX-License-Identifier: MIT
"""Two languages beside each other, documents under the text, and what leads to the same announcement elsewhere."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QTextTable
from pytestqt.qtbot import QtBot
from test_reader import DETAIL, ROW

from hkwatch.domain.attachment import Attachment
from hkwatch.domain.detail import ItemDetail, ItemText, Related
from hkwatch.domain.ids import ItemId
from hkwatch.ui.reader.blocks import Side, side_by_side, split_blocks
from hkwatch.ui.reader.documents import size_text
from hkwatch.ui.reader.pane import ReaderPane
from hkwatch.ui.reader.tabs import PAIR
from hkwatch.ui.theme import Fonts, Icons, Theme

EN = ItemText(
    "en", "On custody", "<p>First <b>one</b>.</p><ul><li>a</li><li>b</li></ul><p>Last.</p>", "x", "https://e.test/en"
)
HANT = ItemText(
    "zh-Hant", "有關託管", "<p>第一。</p><ul><li>甲</li><li>乙</li></ul><p>最後。</p>", "x", "https://e.test/tc"
)
HANS = ItemText(
    "zh-Hans", "有关托管", "<p>第一。</p><ul><li>甲</li><li>乙</li></ul><p>最后。</p>", "x", "https://e.test/sc"
)
ITEM: ItemDetail = replace(DETAIL, texts=(EN, HANT, HANS), reasons=())
FILE = Attachment("Annex & form", "https://e.test/a.pdf", "pdf", 101069)


@pytest.fixture(autouse=True)
def nothing_left_over(theme: Theme) -> Iterator[None]:
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> ReaderPane:
    made = ReaderPane(theme, fonts, icons)
    qtbot.addWidget(made)
    made.set_publisher_names({"sfc": "SFC", "hkma": "HKMA"})
    made.resize(768, 420)
    return made


def columns(pane: ReaderPane) -> list[tuple[str, str]]:
    """The cells of the table, row by row; empty where one language is shown."""
    tables = [frame for frame in pane.text.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]
    if not tables:
        return []
    table = tables[0]
    rows = []
    for row in range(table.rows()):
        cells = []
        for column in (0, 1):
            cursor = table.cellAt(row, column).firstCursorPosition()
            cursor.setPosition(table.cellAt(row, column).lastCursorPosition().position(), cursor.MoveMode.KeepAnchor)
            cells.append(cursor.selectedText())
        rows.append((cells[0], cells[1]))
    return rows


def test_each_paragraph_stands_beside_its_like(pane: ReaderPane) -> None:
    pane.show_item(ITEM)
    assert columns(pane) == []
    pane.set_side_by_side(True)
    assert columns(pane) == [
        ("On custody", "有關託管"),
        ("First one.", "第一。"),
        ("a", "甲"),
        ("b", "乙"),
        ("Last.", "最後。"),
    ]
    assert pane.languages.current() == PAIR


def test_each_column_is_set_in_the_fonts_of_its_language_and_bold_stays_bold(pane: ReaderPane, fonts: Fonts) -> None:
    pane.set_side_by_side(True)
    pane.show_item(replace(ITEM, texts=(EN, HANS)))
    document = pane.text.document()
    chinese = document.find("第一").charFormat()
    assert chinese.fontFamilies() == fonts.font(pane.text.role, "zh-Hans").families()
    assert chinese.fontFamilies() != fonts.font(pane.text.role, "en").families()
    assert document.find("one").charFormat().fontWeight() > document.find("First").charFormat().fontWeight()
    heights = {document.find(words).blockFormat().lineHeight() for words in ("Last.",)}
    assert heights == {float(fonts.line_height(pane.text.role, "en"))}
    assert document.find("最后").blockFormat().lineHeight() == float(fonts.line_height(pane.text.role, "zh-Hans"))


def test_the_language_shown_stands_left_and_the_readers_own_chinese_beside_english(pane: ReaderPane) -> None:
    pane.set_side_by_side(True)
    pane.set_content_language("zh-Hans")
    pane.show_item(ITEM)
    assert columns(pane)[0] == ("有关托管", "On custody")
    pane.set_content_language("en")
    pane.show_item(None)
    pane.show_item(ITEM)
    assert columns(pane)[0] == ("On custody", "有關託管")


def test_the_choice_is_told_and_holds_for_the_next_item(pane: ReaderPane, qtbot: QtBot) -> None:
    pane.show_item(ITEM)
    told: list[bool] = []
    pane.pair_chosen.connect(told.append)
    pane.step_language(-1)
    assert (told, pane.is_side_by_side) == ([True], True)
    pane.show_item(replace(ITEM, row=replace(ROW, id=ItemId(9))))
    assert pane.is_side_by_side
    pane.step_language(1)
    assert (told, pane.is_side_by_side, pane.shown_language) == ([True, False], False, "en")


def test_one_language_or_a_title_alone_has_nothing_to_stand_beside(pane: ReaderPane) -> None:
    pane.set_side_by_side(True)
    pane.show_item(replace(ITEM, texts=(EN,)))
    assert columns(pane) == []
    pane.show_item(replace(ITEM, texts=(EN, replace(HANT, html="", text=""))))
    assert (columns(pane), pane.languages.keys().count(PAIR)) == ([], 0)


def test_a_narrow_reader_shows_one_language_and_a_wide_one_both_again(pane: ReaderPane, qtbot: QtBot) -> None:
    pane.show()
    qtbot.waitExposed(pane)
    pane.set_side_by_side(True)
    pane.show_item(ITEM)
    pane.resize(420, 420)
    assert (columns(pane), pane.languages.keys().count(PAIR), pane.languages.current()) == ([], 0, "en")
    pane.resize(768, 420)
    assert len(columns(pane)) == 5
    assert pane.languages.current() == PAIR


def test_both_columns_scroll_as_one_and_a_change_of_theme_keeps_them(pane: ReaderPane, theme: Theme) -> None:
    pane.show()
    pane.set_side_by_side(True)
    pane.show_item(replace(ITEM, texts=(replace(EN, html=EN.html * 40), replace(HANT, html=HANT.html * 40))))
    assert pane.scroll_page(1)
    at = pane.text.verticalScrollBar().value()
    theme.set_scheme("dark")
    assert len(columns(pane)) == 1 + 4 * 40
    assert pane.text.verticalScrollBar().value() == at > 0


def test_blocks_lose_nothing_and_lists_keep_their_numbers() -> None:
    markup = (
        '<h3>A &amp; B</h3>loose <b>text</b><p>x<br>y</p><ol start="3"><li>c</li><li>d<ul><li>e</li></ul></li></ol>'
    )
    markup += "<table><tr><td>t</td></tr></table>"
    blocks = split_blocks(markup)
    assert [block.shape.kind for block in blocks] == ["h", "p", "p", "p", "li", "li", "table"]
    assert blocks[4].html == '<ol start="3"><li>c</li></ol>'
    assert blocks[5].html == '<ol start="4"><li>d<ul><li>e</li></ul></li></ol>'
    assert "A &amp; B" in blocks[0].html


def test_what_a_title_or_plain_text_says_is_no_markup() -> None:
    page = side_by_side(Side("<b>x</b>", "", "a < b\n\nc", "en"), Side("y", "", "甲", "zh-Hant"))
    assert "&lt;b&gt;x" in page
    assert "a &lt; b" in page


def test_documents_are_listed_under_the_text_with_kind_and_size_and_open_as_links(
    pane: ReaderPane, qtbot: QtBot
) -> None:
    bare = Attachment("Sheet", "https://e.test/open?n=1&m=2")
    pane.show_item(replace(ITEM, texts=(replace(EN, attachments=(FILE, bare)),)))
    shown = pane.text.toPlainText()
    assert "Documents" in shown
    assert "Annex & form PDF · 99 KB" in " ".join(shown.split())
    format_at = pane.text.document().find("Sheet").charFormat()
    with qtbot.waitSignal(pane.link_opened) as told:
        pane.text.anchorClicked.emit(format_at.anchorHref())
    assert told.args == [bare.url]
    pane.show_item(ITEM)
    assert "Documents" not in pane.text.toPlainText()


def test_sizes_are_told_in_few_digits() -> None:
    assert [size_text(size) for size in (1, 2048, 101069, 1258291)] == ["1 KB", "2 KB", "99 KB", "1.2 MB"]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("pdf-encrypted", "password"),
        ("pdf-is-page", "web page"),
        ("pdf-no-text", "pictures"),
        ("new-key", "Its cause. Do so."),
    ],
)
def test_a_document_that_could_not_be_read_says_why(pane: ReaderPane, key: str, words: str) -> None:
    text = ItemText("en", "On custody", "", "", "https://e.test/en", (FILE,), key, "Its cause.", "Do so.")
    pane.show_item(replace(ITEM, texts=(text,)))
    assert words in pane.notice.message.text()
    assert "Annex & form" in pane.text.toPlainText()


@pytest.mark.parametrize(
    ("ref", "words"), [("26CP1", "Consultation: On custody"), ("26PR3", "Press release: On custody")]
)
def test_a_paper_and_its_release_are_called_what_they_are(pane: ReaderPane, ref: str, words: str) -> None:
    other = replace(ROW, id=ItemId(77), title="On custody", ref=ref)
    pane.show_item(replace(ITEM, related=(Related("paper", other),)))
    assert [button.accessibleName() for button in pane.related.buttons] == [words]


def test_the_same_announcement_of_another_body_is_a_button_away(pane: ReaderPane, qtbot: QtBot) -> None:
    other = replace(ROW, id=ItemId(77), publisher="hkma", title="On custody & records", ref="20260129-4")
    pane.show()
    pane.show_item(replace(ITEM, related=(Related("joint", other),)))
    (button,) = pane.related.buttons
    assert button.accessibleName() == "Also issued by HKMA: On custody & records"
    assert "20260129-4" in button.toolTip()
    for act in (
        lambda: qtbot.mouseClick(button, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(button, Qt.Key.Key_Return),
    ):
        with qtbot.waitSignal(pane.related_wanted) as told:
            act()
        assert told.args == [ItemId(77)]
    long = replace(other, title="On the custody and the records of virtual assets " * 6)
    pane.show_item(replace(ITEM, related=(Related("joint", long),)))
    (button,) = pane.related.buttons
    assert button.text().endswith("…")
    assert button.sizeHint().width() <= pane.related.width()
    pane.show_item(replace(ITEM, row=replace(ROW, id=ItemId(9))))
    assert pane.related.isHidden()
