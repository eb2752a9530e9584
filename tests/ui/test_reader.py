# SPDX-License-Identifier: MIT
"""The reader as a widget: what it shows, what it tells, and what it must never do."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QTextBlockFormat, QTextDocument, QTextFrame
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hkwatch.domain.detail import ItemDetail, ItemText
from hkwatch.domain.flags import Reason
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType, ItemState, Level, Precision
from hkwatch.domain.rows import InboxRow
from hkwatch.ui.reader.facts import NO_BREAK_HYPHEN
from hkwatch.ui.reader.foot import Action
from hkwatch.ui.reader.pane import ReaderPane
from hkwatch.ui.theme import Fonts, Icons, Theme

AT = datetime(2025, 2, 19, 6, 15, tzinfo=UTC)
ITEM = ItemId(5)
ROW = InboxRow(
    id=ITEM,
    sort_at=AT,
    published_at=AT,
    precision=Precision.MINUTE,
    first_seen_at=AT + timedelta(minutes=3),
    title="A roadmap for virtual assets",
    lang="en",
    publisher="sfc",
    doc_type=DocType.POLICY,
    level=Level.HIGH,
    state=ItemState.NEW,
    starred=False,
    acknowledged=False,
    archived=False,
    flagged=True,
    ref="25PR20",
    langs=("en", "zh-Hant", "zh-Hans"),
    sources_count=1,
    revision=1,
    needs_ack=False,
    summary="In short",
)
ENGLISH = (
    "<h3>Aims</h3><p>The virtual asset market and licensing. Licensing again.</p>"
    "<ul><li>one</li><li>two</li></ul>" + "<p>More of the same text.</p>" * 60
)
CHINESE = "<p>證監會公布「A-S-P-I-Re」路線圖，推動虛擬資產市場。</p>"
DETAIL = ItemDetail(
    row=ROW,
    texts=(
        ItemText("en", "A roadmap for virtual assets", ENGLISH, "x", "https://example.test/en"),
        ItemText("zh-Hant", "虛擬資產路線圖", CHINESE, "x", "https://example.test/tc"),
        ItemText("zh-Hans", "虚拟资产路线图", CHINESE, "x", "https://example.test/sc"),
    ),
    reasons=(
        Reason("licences", "licence", "body", "virtual asset", 0, 0),
        Reason("licences", "licence", "body", "licensing", 0, 0),
        Reason("press", "sfc", "source", "sfc", 0, 0),
    ),
    reasons_lang="en",
    topics=("sfc",),
    source_names=("SFC press", "證監會新聞稿", "证监会新闻稿"),
    attribution="Source: SFC",
    modified_at=None,
    acknowledged_at=None,
    note="",
    body_pending=False,
)


@pytest.fixture(autouse=True)
def nothing_left_over(theme: Theme) -> Iterator[None]:
    """Closed widgets go at once: no event loop runs between tests, and the next change of theme would still reach them."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> ReaderPane:
    made = ReaderPane(theme, fonts, icons, viewed_after_ms=60)
    qtbot.addWidget(made)
    made.set_publisher_names({"sfc": "SFC"})
    made.resize(768, 300)
    return made


def shown(qtbot: QtBot, pane: ReaderPane) -> ReaderPane:
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    return pane


def test_nothing_selected_is_said(pane: ReaderPane) -> None:
    assert pane.item_id is None
    assert "Nothing selected" in pane.empty.accessibleName()
    assert not pane.scroll_page(1)
    pane.do(Action.STAR)


def test_an_item_that_cannot_be_read_is_said(pane: ReaderPane) -> None:
    pane.show_item(DETAIL)
    pane.show_error("The database is busy.")
    assert pane.item_id is None
    assert "could not be read" in pane.empty.accessibleName()
    assert "busy" in pane.empty.accessibleName()


def test_the_head_is_read_aloud_level_first(pane: ReaderPane) -> None:
    pane.show_item(DETAIL)
    spoken = pane.head.accessibleName()
    parts = ["High", "Policy", "SFC: A roadmap for virtual assets", "25PR20", "Published 19 Feb 2025 14:15 HKT"]
    assert [spoken.index(part) for part in parts] == sorted(spoken.index(part) for part in parts)


def test_matched_words_are_marked_in_the_text_they_were_found_in_and_nowhere_else(pane: ReaderPane) -> None:
    pane.show_item(DETAIL)
    marked = [mark.cursor.selectedText() for mark in pane.text.extraSelections()]
    assert marked == ["virtual asset", "licensing"]
    pane.step_language(1)
    assert pane.text.extraSelections() == []


def test_languages_are_stepped_through_and_around(pane: ReaderPane) -> None:
    pane.show_item(DETAIL)
    seen = [pane.shown_language]
    for _ in range(4):
        assert pane.step_language(1)
        seen.append("both" if pane.is_side_by_side else pane.shown_language)
    assert seen == ["en", "zh-Hant", "zh-Hans", "both", "en"]
    for _ in range(2):
        assert pane.step_language(-1)
    assert pane.shown_language == "zh-Hans"
    assert pane.address() == "https://example.test/sc"


def test_one_language_has_no_segments(pane: ReaderPane) -> None:
    pane.show_item(replace(DETAIL, texts=DETAIL.texts[:1]))
    assert pane.languages.isHidden()
    assert not pane.step_language(1)


def test_the_same_item_again_keeps_language_and_place(qtbot: QtBot, pane: ReaderPane) -> None:
    shown(qtbot, pane).show_item(DETAIL)
    pane.scroll_page(1)
    place = pane.text.verticalScrollBar().value()
    assert place > 0
    pane.show_item(replace(DETAIL, row=replace(ROW, starred=True)))
    assert pane.text.verticalScrollBar().value() == place
    pane.step_language(1)
    pane.show_item(DETAIL)
    assert pane.shown_language == "zh-Hant"
    pane.show_item(replace(DETAIL, row=replace(ROW, id=ItemId(6))))
    assert pane.shown_language == "en"
    assert pane.text.verticalScrollBar().value() == 0


def test_space_goes_through_the_text_and_says_when_it_ends(qtbot: QtBot, pane: ReaderPane) -> None:
    shown(qtbot, pane).show_item(DETAIL)
    steps = 0
    while pane.scroll_page(1):
        steps += 1
        assert steps < 100
    assert steps > 3
    assert pane.text.verticalScrollBar().value() == pane.text.verticalScrollBar().maximum()
    while pane.scroll_page(-1):
        pass
    assert pane.text.verticalScrollBar().value() == 0


@pytest.mark.parametrize(("height", "language", "line"), [(300, "en", 24), (300, "zh-Hant", 26), (700, "en", 26)])
def test_every_line_has_the_height_of_its_language(pane: ReaderPane, height: int, language: str, line: int) -> None:
    pane.resize(768, height)
    pane.ensurePolished()
    pane.grab()
    pane.set_content_language(language)
    pane.show_item(DETAIL)
    block = pane.text.document().begin()
    while block.isValid():
        assert block.blockFormat().lineHeight() == line
        assert block.blockFormat().lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value
        block = block.next()


def test_the_text_is_never_wider_than_its_measure(qtbot: QtBot, pane: ReaderPane) -> None:
    pane.resize(1000, 500)
    shown(qtbot, pane).show_item(DETAIL)
    document = pane.text.document()
    margin = document.rootFrame().frameFormat().rightMargin()
    assert document.textWidth() - margin <= 680


def test_reading_on_and_on_leaves_nothing_of_the_texts_behind(qtbot: QtBot, pane: ReaderPane) -> None:
    def frames() -> int:
        gc.collect()
        return sum(isinstance(one, QTextFrame) for one in gc.get_objects())

    shown(qtbot, pane).show_item(DETAIL)
    before = frames()
    for number in range(10):
        pane.show_item(replace(DETAIL, row=replace(ROW, id=ItemId(100 + number))))
    assert frames() <= before


def test_no_resource_is_ever_loaded(pane: ReaderPane) -> None:
    image = '<p>x<img src="https://example.test/pixel.png"></p>'
    pane.show_item(replace(DETAIL, texts=(ItemText("en", "t", image, "x", ""),)))
    url = QUrl("https://example.test/pixel.png")
    kind = QTextDocument.ResourceType.ImageResource.value
    assert pane.text.loadResource(kind, url) is None
    assert pane.text.loadResource(kind, QUrl("file:///etc/hostname")) is None


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://example.test/a?b=1", True),
        ("http://example.test/", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("ftp://example.test/", False),
        ("data:text/html,x", False),
        ("/relative", False),
        ("https:///nowhere", False),
    ],
)
def test_only_web_addresses_leave_the_reader(qtbot: QtBot, pane: ReaderPane, address: str, told: bool) -> None:
    heard: list[str] = []
    pane.link_opened.connect(heard.append)
    pane.show_item(DETAIL)
    pane.text.anchorClicked.emit(QUrl(address))
    assert heard == ([address] if told else [])
    assert pane.text.document().toPlainText().startswith("Aims")


def test_a_title_from_outside_is_plain_text(pane: ReaderPane) -> None:
    nasty = "<b>Bold</b> & <img src=x>"
    pane.show_item(replace(DETAIL, texts=(ItemText("en", nasty, "", "a <b>b</b> & c", ""),)))
    assert pane.head.title_lines == (nasty,)
    assert "a <b>b</b> & c" in pane.text.toPlainText()


def test_a_long_title_is_broken_and_at_last_elided(pane: ReaderPane) -> None:
    pane.show_item(replace(DETAIL, texts=(ItemText("en", "word " * 200, "", "x", ""),)))
    pane.grab()
    assert len(pane.head.title_lines) == 4
    assert pane.head.title_lines[-1].endswith("…")
    assert pane.head.heightForWidth(720) == 28 + 4 * 28 + 28


def test_what_is_copied_has_the_hyphens_of_the_source(pane: ReaderPane) -> None:
    pane.set_content_language("zh-Hant")
    pane.show_item(DETAIL)
    assert NO_BREAK_HYPHEN in pane.text.toPlainText()
    pane.text.selectAll()
    data = pane.text.createMimeDataFromSelection()
    assert "A-S-P-I-Re" in data.text()
    assert NO_BREAK_HYPHEN not in data.text()


def test_a_text_that_is_still_to_come_is_announced(pane: ReaderPane) -> None:
    bare = (ItemText("en", "t", "", "", "https://example.test/en"),)
    pane.show_item(replace(DETAIL, texts=bare, body_pending=True))
    assert pane.notice.message.text() == "The text has not been fetched yet."
    assert not pane.notice.button.isHidden()
    pane.show_item(replace(DETAIL, row=replace(ROW, id=ItemId(9)), texts=bare, body_pending=False))
    assert "not in the feed" in pane.notice.message.text()
    assert pane.text.toPlainText().startswith("In short")


def test_open_at_the_source_tells_the_address(qtbot: QtBot, pane: ReaderPane) -> None:
    pane.show_item(replace(DETAIL, texts=(ItemText("en", "t", "", "", "https://example.test/en"),)))
    shown(qtbot, pane)
    with qtbot.waitSignal(pane.open_wanted) as told:
        qtbot.mouseClick(pane.notice.button, Qt.MouseButton.LeftButton)
    assert told.args == ["https://example.test/en"]


@pytest.mark.parametrize(
    ("action", "signal", "before", "after"),
    [
        (Action.ACKNOWLEDGE, "acknowledge_wanted", {}, True),
        (Action.ACKNOWLEDGE, "acknowledge_wanted", {"acknowledged": True}, False),
        (Action.STAR, "star_wanted", {}, True),
        (Action.STAR, "star_wanted", {"starred": True}, False),
        (Action.UNREAD, "read_wanted", {"state": ItemState.READ}, False),
        (Action.UNREAD, "read_wanted", {"state": ItemState.SEEN}, True),
    ],
)
def test_buttons_ask_for_the_opposite_of_what_is(
    qtbot: QtBot, pane: ReaderPane, action: Action, signal: str, before: dict[str, object], after: bool
) -> None:
    pane.show_item(replace(DETAIL, row=replace(ROW, **before)))  # type: ignore[arg-type]
    shown(qtbot, pane)
    with qtbot.waitSignal(getattr(pane, signal)) as told:
        qtbot.mouseClick(pane.foot.buttons[action], Qt.MouseButton.LeftButton)
    assert told.args == [ITEM, after]


def test_buttons_say_what_is(pane: ReaderPane) -> None:
    pane.show_item(replace(DETAIL, row=replace(ROW, acknowledged=True, starred=True, state=ItemState.READ)))
    texts = {action: button.face.text for action, button in pane.foot.buttons.items()}
    assert texts[Action.ACKNOWLEDGE] == "Acknowledged"
    assert texts[Action.STAR] == "Starred"
    assert texts[Action.UNREAD] == "Mark unread"
    assert not pane.foot.buttons[Action.ACKNOWLEDGE].face.primary


def test_an_item_without_an_address_offers_no_link(qtbot: QtBot, pane: ReaderPane) -> None:
    pane.show_item(replace(DETAIL, texts=(ItemText("en", "t", "<p>x</p>", "x", ""),)))
    assert pane.foot.buttons[Action.OPEN].isHidden()
    with qtbot.assertNotEmitted(pane.open_wanted), qtbot.assertNotEmitted(pane.copy_link_wanted):
        pane.do(Action.OPEN)
        pane.do(Action.COPY_LINK)


def test_a_narrow_reader_keeps_the_first_buttons(qtbot: QtBot, pane: ReaderPane) -> None:
    shown(qtbot, pane).show_item(DETAIL)
    pane.resize(1000, 300)
    assert all(button.isVisible() for button in pane.foot.buttons.values())
    pane.resize(340, 300)
    assert pane.foot.buttons[Action.ACKNOWLEDGE].isVisible()
    assert not pane.foot.buttons[Action.COPY_LINK].isVisible()
    assert pane.foot.buttons[Action.MORE].isVisible()
    assert pane.foot.buttons[Action.MORE].geometry().right() < 340


def test_an_item_looked_at_long_enough_is_told_once(qtbot: QtBot, pane: ReaderPane) -> None:
    heard: list[object] = []
    pane.viewed.connect(heard.append)
    shown(qtbot, pane)
    with qtbot.waitSignal(pane.viewed) as told:
        pane.show_item(DETAIL)
    assert told.args == [ITEM]
    with qtbot.assertNotEmitted(pane.viewed, wait=120):
        pane.show_item(replace(DETAIL, row=replace(ROW, starred=True)))
    # The window was left and came back.
    with qtbot.assertNotEmitted(pane.viewed, wait=120):
        QApplication.sendEvent(pane, QEvent(QEvent.Type.ActivationChange))
    assert heard == [ITEM]


def test_how_long_an_item_is_looked_at_holds_at_once_for_what_is_shown(qtbot: QtBot, pane: ReaderPane) -> None:
    pane.set_viewed_after(None)
    shown(qtbot, pane)
    with qtbot.assertNotEmitted(pane.viewed, wait=150):
        pane.show_item(DETAIL)
    with qtbot.waitSignal(pane.viewed) as told:
        pane.set_viewed_after(0)
    assert told.args == [ITEM]
    # What was told once is not told again because the time is another.
    with qtbot.assertNotEmitted(pane.viewed, wait=100):
        pane.set_viewed_after(1)


def test_an_item_in_a_hidden_reader_is_not_viewed(qtbot: QtBot, pane: ReaderPane) -> None:
    pane.show_item(DETAIL)
    with qtbot.assertNotEmitted(pane.viewed, wait=150):
        pass
    shown(qtbot, pane)
    pane.hide()
    with qtbot.assertNotEmitted(pane.viewed, wait=150):
        pass


def test_an_item_passed_over_quickly_is_not_viewed(qtbot: QtBot, pane: ReaderPane) -> None:
    heard: list[object] = []
    pane.viewed.connect(heard.append)
    shown(qtbot, pane).show_item(DETAIL)
    with qtbot.waitSignal(pane.viewed):
        pane.show_item(replace(DETAIL, row=replace(ROW, id=ItemId(6))))
    assert heard == [ItemId(6)]


def test_the_source_among_the_reasons_is_named_as_people_know_it(pane: ReaderPane) -> None:
    pane.show_item(DETAIL)
    assert "source is SFC" in pane.why.accessibleName()
    assert "virtual asset, licensing" in pane.why.accessibleName()
    pane.show_item(replace(DETAIL, reasons=()))
    assert pane.why.isHidden()


def test_the_theme_is_followed_in_the_text_too(qapp: QApplication, pane: ReaderPane, theme: Theme) -> None:
    pane.show_item(DETAIL)
    [light, *_] = pane.text.extraSelections()
    light_ground = light.format.background().color().name()
    theme.set_scheme("dark")
    [dark, *_] = pane.text.extraSelections()
    assert dark.format.background().color().name() == theme.hex("mark") != light_ground


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
@pytest.mark.parametrize("size", [(340, 200), (768, 300), (1000, 900)])
def test_it_can_be_drawn_in_every_language_and_size(pane: ReaderPane, language: str, size: tuple[int, int]) -> None:
    pane.set_language(language)
    pane.set_content_language(language)
    pane.show_item(DETAIL)
    pane.resize(*size)
    assert not pane.grab().isNull()
    assert pane.head.height() == pane.head.heightForWidth(pane.head.width())


def test_the_rule_that_flagged_an_item_is_opened_by_mouse_and_keyboard(pane: ReaderPane) -> None:
    pane.show_item(DETAIL)
    told: list[str] = []
    pane.why.rule_wanted.connect(told.append)
    assert pane.why.accessibleDescription() == "Enter opens the rule"
    QTest.keyClick(pane.why, Qt.Key.Key_Return)
    QTest.mouseClick(pane.why, Qt.MouseButton.LeftButton, pos=QPoint(40, 14))
    QTest.mouseClick(pane.why, Qt.MouseButton.LeftButton, pos=QPoint(pane.why.width() - 20, 14))
    assert told == [DETAIL.reasons[0].rule] * 2
