# SPDX-License-Identifier: MIT
"""The reader of an item that its publisher edited: what is said, the redline, and the choice among revisions."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from inbox_rows import make_row
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from hkwatch.domain.detail import ItemDetail, ItemText, TextVersion
from hkwatch.domain.ids import ItemId
from hkwatch.domain.redline import redline
from hkwatch.ui.reader.pane import ReaderPane
from hkwatch.ui.reader.redline_html import redline_html
from hkwatch.ui.theme import Fonts, Icons, Theme

ISSUED = datetime(2025, 2, 19, 8, 41, tzinfo=UTC)
EDITED = datetime(2025, 2, 19, 9, 38, tzinfo=UTC)
FIRST = "Example Digital Ltd was fined HK$5 million.\n\nIt may appeal."
SECOND = "Example Digital Ltd was fined HK$6 million.\n\nIt may not appeal.\n\nThe decision is final."
THIRD = "Example Digital Ltd was fined HK$6 million.\n\nIt may not appeal.\n\nThe decision is <final> & binding."
CHINESE = ("例子數碼有限公司被罰款五百萬元。", "例子數碼有限公司被罰款六百萬元。")


def version(lang: str, number: int, text: str, at: datetime, title: str = "A fine") -> TextVersion:
    return TextVersion(lang, number, at + timedelta(minutes=3), at, title, text)


TWO = (version("en", 1, FIRST, ISSUED), version("en", 2, SECOND, EDITED))
THREE = (*TWO, version("en", 3, THIRD, EDITED + timedelta(days=1), "A final fine"))
ZH = (version("zh-Hant", 1, CHINESE[0], ISSUED), version("zh-Hant", 2, CHINESE[1], EDITED))


def detail(versions: tuple[TextVersion, ...], item: int = 5) -> ItemDetail:
    """An item whose present texts are the last of these wordings."""
    last = {one.lang: one for one in versions} or {"en": TWO[1]}
    texts = tuple(
        ItemText(lang, one.title, f"<p>{one.text}</p>" if lang != "en" else "", one.text, "https://example.test/")
        for lang, one in last.items()
    )
    row = replace(make_row(ISSUED), id=ItemId(item), revision=max((one.number for one in versions), default=1))
    return ItemDetail(row, texts, (), "en", (), ("", "", ""), "Source: SFC", None, None, "", False, versions)


@pytest.fixture(autouse=True)
def nothing_left_over(theme: Theme) -> Iterator[None]:
    """Closed widgets go at once: no event loop runs between tests, and the next change of theme would still reach them."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> ReaderPane:
    made = ReaderPane(theme, fonts, icons)
    qtbot.addWidget(made)
    made.resize(768, 500)
    return made


def fact(pane: ReaderPane) -> str:
    """What the line says, single spaced."""
    return " ".join(pane.revisions.fact.text().split())


def formats_of(pane: ReaderPane) -> dict[str, QTextCharFormat]:
    """The format of every piece of text on show."""
    found = {}
    block = pane.text.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            found[pieces.fragment().text()] = pieces.fragment().charFormat()
            pieces += 1
        block = block.next()
    return found


def test_an_item_never_edited_has_no_such_line(pane: ReaderPane) -> None:
    pane.show_item(detail(()))
    assert pane.revisions.isHidden()
    assert not pane.revisions.toggle()
    assert not pane.revisions.step(-1)
    assert pane.text.accessibleDescription() == ""


def test_the_line_says_which_revision_when_and_how_much(pane: ReaderPane) -> None:
    pane.show_item(detail(TWO))
    assert not pane.revisions.isHidden()
    assert fact(pane) == "revision 2 of 2 · 17:38 · 3 changes"
    assert "Edited by the publisher: 19 Feb 2025 17:38 HKT." in pane.revisions.fact.toolTip()
    assert pane.revisions.choice.isHidden()
    assert pane.revisions.button.text() == "Show redline"


def test_a_time_the_publisher_does_not_state_is_when_it_was_seen(pane: ReaderPane) -> None:
    pane.show_item(detail((TWO[0], replace(TWO[1], modified_at=None))))
    assert "· 17:41 ·" in fact(pane)
    assert pane.revisions.fact.toolTip() == "First seen in this wording: 19 Feb 2025 17:41 HKT."


def test_an_edit_of_spaces_says_that_no_word_changed(pane: ReaderPane) -> None:
    pane.show_item(detail((TWO[0], replace(TWO[1], text=FIRST.replace(" may ", "  may ")))))
    assert fact(pane).endswith("· no word changed")


def test_the_redline_comes_and_goes(pane: ReaderPane) -> None:
    pane.show_item(detail(TWO))
    plain = pane.text.toPlainText()
    assert pane.revisions.toggle()
    assert pane.revisions.button.text() == "Hide redline"
    shown = pane.text.toPlainText()
    assert "fined HK$[−5−][+6+] million" in shown
    assert "It may [+not+] appeal." in shown
    assert "[+The decision is final.+]" in shown
    assert shown.endswith("Source: SFC")
    assert "[− −]" in pane.text.accessibleDescription()
    assert pane.revisions.toggle()
    assert pane.text.toPlainText() == plain
    assert pane.text.accessibleDescription() == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_removed_is_struck_out_and_added_underlined_each_on_its_tint(
    pane: ReaderPane, theme: Theme, scheme: str
) -> None:
    theme.set_scheme("dark" if scheme == "light" else "light")
    pane.show_item(detail(TWO))
    pane.revisions.toggle()
    theme.set_scheme("dark" if scheme == "dark" else "light")
    QCoreApplication.sendEvent(pane.text, QEvent(QEvent.Type.StyleChange))
    form = formats_of(pane)
    removed, added, same = form["5"], form["6"], form["Example Digital Ltd was fined HK$"]
    assert (removed.fontStrikeOut(), removed.fontUnderline()) == (True, False)
    assert (added.fontStrikeOut(), added.fontUnderline()) == (False, True)
    assert removed.background().color() == theme.colour("bad_t")
    assert removed.foreground().color() == theme.colour("bad")
    assert added.background().color() == theme.colour("up_tint")
    assert added.foreground().color() == theme.colour("ok")
    assert not same.fontStrikeOut()
    assert not same.fontUnderline()


def test_the_colours_of_prices_do_not_turn_it_round(pane: ReaderPane, theme: Theme) -> None:
    theme.set_price_colours("red-up")
    pane.show_item(detail(TWO))
    pane.revisions.toggle()
    assert formats_of(pane)["6"].background().color() == theme.colour("up_tint")
    theme.set_price_colours("green-up")


def test_chinese_is_compared_in_its_own_text(pane: ReaderPane) -> None:
    pane.show_item(detail((*TWO, *ZH)))
    pane.revisions.toggle()
    assert pane.step_language(1)
    assert pane.shown_language == "zh-Hant"
    assert "罰款[−五−][+六+]百萬元" in pane.text.toPlainText()
    assert fact(pane) == "revision 2 of 2 · 17:38 · 1 change"


def test_more_than_two_can_be_chosen_among(qtbot: QtBot, pane: ReaderPane) -> None:
    pane.show_item(detail(THREE))
    choice = pane.revisions.choice
    assert not choice.isHidden()
    assert [choice.itemText(at) for at in range(choice.count())] == ["Revision 3 · 20 Feb 17:38", "Revision 2 · 17:38"]
    assert fact(pane) == "revision 3 of 3 · 3 changes"
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert pane.revisions.number == 2
    assert "HK$[−5−][+6+]" in pane.text.toPlainText()
    assert pane.revisions.step(1)
    shown = pane.text.toPlainText()
    assert shown.startswith("A [+final+] fine")
    assert "The decision is [+<+]final[+> & binding+]." in shown
    assert choice.currentIndex() == 0
    assert not pane.revisions.step(1)
    assert pane.revisions.step(-1)
    assert not pane.revisions.step(-1)


def test_words_without_room_are_cut_with_a_sign_and_still_said(qtbot: QtBot, pane: ReaderPane) -> None:
    pane.show_item(detail(THREE))
    pane.resize(420, 500)
    pane.show()
    qtbot.waitExposed(pane)
    qtbot.waitUntil(lambda: pane.revisions.fact.text().endswith("…"))
    assert " ".join(pane.revisions.fact.accessibleName().split()) == "revision 3 of 3 · 3 changes"
    pane.resize(768, 500)
    qtbot.waitUntil(lambda: fact(pane) == "revision 3 of 3 · 3 changes")


def test_the_same_item_again_keeps_the_redline_and_another_one_does_not(pane: ReaderPane) -> None:
    pane.show_item(detail(TWO))
    pane.revisions.toggle()
    pane.show_item(replace(detail(TWO), note="a note"))
    assert "[−5−]" in pane.text.toPlainText()
    pane.show_item(detail(THREE))
    assert "[+> & binding+]" in pane.text.toPlainText()
    pane.show_item(detail(TWO, item=6))
    assert "[−" not in pane.text.toPlainText()
    assert pane.revisions.button.text() == "Show redline"


def test_line_ends_of_one_text_alone_are_marked_and_markup_is_only_text() -> None:
    same = redline("T", "T")
    assert redline_html(same, redline("One.\nTwo.", "One. Two.")) == (
        '<p>One.<span class="removed">[−<s>¶</s>−]</span><br> Two.</p>'
    )
    assert redline_html(same, redline("a", "a\n\n<b>")) == (
        '<p>a</p><p><span class="added">[+<u>&lt;b&gt;</u>+]</span></p>'
    )
