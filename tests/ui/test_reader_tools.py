# SPDX-License-Identifier: MIT
"""What can be done with the item one reads: cite, find, enlarge, evidence, pictures, impact, links that lead outside."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.domain.catalogue import Names, Publisher, Role
from hkwatch.domain.citation import Form
from hkwatch.domain.detail import Columns, ItemDetail, ItemText
from hkwatch.domain.errors import StoreError
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.ids import ItemId, PublisherId
from hkwatch.domain.impact import Impact
from hkwatch.domain.item import DocType, ItemState, Level, Precision
from hkwatch.domain.pins import Ranks
from hkwatch.domain.rows import InboxRow
from hkwatch.services.evidence_file import KeptAnswer
from hkwatch.services.settings import Settings
from hkwatch.ui.citing import Citing, cited, clipboard_data
from hkwatch.ui.evidence_dialog import EvidenceDialog
from hkwatch.ui.evidence_manager import write_file
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.outgoing import LinkQuestion, Outgoing
from hkwatch.ui.picture_feed import read_picture
from hkwatch.ui.printing import pdf_bytes, print_document, print_html
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.reader.body import make_body
from hkwatch.ui.reader.foot import Action
from hkwatch.ui.reader.impact_words import lines, ordinary_text
from hkwatch.ui.reader.link_line import LinkLine
from hkwatch.ui.reader.pane import ReaderPane
from hkwatch.ui.reader.pictures import picture_addresses
from hkwatch.ui.reader_tools import SIZES, next_size, site_of
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.theme import Fonts, Icons, Theme

AT = datetime(2026, 11, 20, 8, 33, tzinfo=UTC)
ROW = InboxRow(
    id=ItemId(5),
    sort_at=AT,
    published_at=AT,
    precision=Precision.MINUTE,
    first_seen_at=AT,
    title="A guide",
    lang="en",
    publisher="sfc",
    doc_type=DocType.PRESS,
    level=Level.HIGH,
    state=ItemState.NEW,
    starred=False,
    acknowledged=False,
    archived=False,
    flagged=True,
    ref="26PR140",
    langs=("en", "zh-Hant"),
    sources_count=1,
    revision=1,
    needs_ack=False,
    summary="In short",
)
PICTURE = "https://cdn.example.test/a.png?x=1&y=2"
HTML = (
    "<p>Virtual assets, Virtual ASSETS and assets-to-be.</p>"
    f'<p><img src="{PICTURE.replace("&", "&amp;")}" alt="A chart"></p>'
    '<p><a href="https://else.example.test/page">elsewhere</a></p>' + "<p>More of the same words.</p>" * 40
)
DETAIL = ItemDetail(
    row=ROW,
    texts=(
        ItemText("en", "A guide", HTML, "Virtual assets.", "https://example.test/en"),
        ItemText("zh-Hant", "一份指引", "<p>虛擬資產</p>", "虛擬資產", "https://example.test/tc"),
    ),
    reasons=(),
    reasons_lang="en",
    topics=(),
    source_names=("SFC", "證監會", "证监会"),
    attribution="",
    modified_at=None,
    acknowledged_at=None,
    note="",
    body_pending=False,
)
SFC = Publisher(
    PublisherId("sfc"),
    Names("SFC", "證監會", "香港证监会"),
    Names("Securities and Futures Commission", "證券及期貨事務監察委員會", "证券及期货事务监察委员会"),
    Role.REGULATOR,
    True,
)
PUBLISHERS = {SFC.id: SFC}
IMPACT = Impact(ROW.id, "BTC", AT, 100_000.0, (0.001, -0.008, None, None), ((-900.0, 100_000.0), (0.0, 100_000.0)))


@pytest.fixture(autouse=True)
def nothing_left_over(theme: Theme) -> Iterator[None]:
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> ReaderPane:
    made = ReaderPane(theme, fonts, icons)
    qtbot.addWidget(made)
    made.set_publisher_names({"sfc": "SFC"})
    made.resize(768, 640)
    made.show()
    qtbot.waitExposed(made)
    made.show_item(DETAIL)
    return made


# Citing


def test_a_citation_is_pasted_as_text_and_as_a_link() -> None:
    data = clipboard_data(cited(DETAIL, "en", PUBLISHERS), Form.PLAIN)
    assert data.text().startswith("Securities and Futures Commission, “A guide”, 26PR140, 20 Nov 2026, https://")
    assert '<a href="https://example.test/en">“A guide”</a>' in data.html()
    assert not clipboard_data(cited(DETAIL, "en", PUBLISHERS), Form.MARKDOWN).hasHtml()


def test_a_citation_takes_title_address_and_name_in_its_language() -> None:
    said = clipboard_data(cited(DETAIL, "zh-Hant", PUBLISHERS, with_text=True), Form.PLAIN).text()
    assert said.startswith("證券及期貨事務監察委員會，〈一份指引〉，26PR140")
    assert "https://example.test/tc" in said
    assert said.endswith("\n\n虛擬資產")
    # There is no Simplified text: the frame is, the title stays what it is.
    assert "《A guide》" in clipboard_data(cited(DETAIL, "zh-Hans", PUBLISHERS), Form.PLAIN).text()


def test_the_menu_offers_all_forms_and_the_other_languages(qtbot: QtBot, pane: ReaderPane) -> None:
    said: list[tuple[str, str]] = []
    citing = Citing(PUBLISHERS, lambda title, text: said.append((title, text)))
    put: list[str] = []
    citing.put = lambda data: put.append(data.html())
    menu = citing.menu(DETAIL, "en", pane)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == [
        "Copy citation\tC",
        "With the text\tShift+C",
        "As Markdown",
        "As HTML",
        "繁體中文",
        "简体中文",
    ]
    menu.actions()[4].trigger()
    assert said[-1][0] == "Citation copied"
    assert said[-1][1].startswith('<p lang="en">Securities and Futures Commission, <a href=')
    assert put == [said[-1][1]]


def test_citations_of_several_items_are_a_line_each_and_as_a_web_page_a_paragraph_each() -> None:
    said: list[str] = []
    citing = Citing(PUBLISHERS, lambda title, _text: said.append(title))
    put: list[QMimeData] = []
    citing.put = put.append
    citing.copy_all([DETAIL, DETAIL], "zh-Hant")
    lines = put[0].text().split("\n")
    assert len(lines) == 2
    assert all(line.startswith("證券及期貨事務監察委員會，〈一份指引〉，26PR140") for line in lines)
    assert put[0].html().count("<p ") == 2
    assert said == ["2 citations copied"]


# The foot


@pytest.mark.parametrize("action", [Action.CITE, Action.EVIDENCE, Action.MORE])
def test_buttons_of_tools_tell_what_is_wanted(qtbot: QtBot, pane: ReaderPane, action: Action) -> None:
    with qtbot.waitSignal(pane.tool_wanted) as told:
        qtbot.mouseClick(pane.foot.buttons[action], Qt.MouseButton.LeftButton)
    assert told.args == [action]


# Finding


def test_words_are_found_whatever_their_case_and_walked_round(qtbot: QtBot, pane: ReaderPane) -> None:
    finder = pane.finder
    finder.open()
    finder.field.setText("assets")
    finder.step(1)
    assert (finder.matches, finder.current) == (3, 1)
    finder.step(1)
    finder.step(1)
    finder.step(1)
    assert finder.current == 1
    finder.step(-1)
    assert finder.count.text() == "3 of 3"
    finder.field.setText("nowhere to be found")
    finder.step(1)
    assert (finder.matches, finder.count.text()) == (0, "not found")


def test_escape_closes_the_find_bar_and_puts_the_light_out(qtbot: QtBot, pane: ReaderPane) -> None:
    pane.finder.open()
    pane.finder.field.setText("assets")
    pane.finder.step(1)
    assert len(pane.text.extraSelections()) == 3
    QTest.keyClick(pane.finder.field, Qt.Key.Key_Escape)
    assert pane.finder.isHidden()
    assert pane.text.extraSelections() == []


def test_the_find_bar_looks_anew_in_another_item(qtbot: QtBot, pane: ReaderPane) -> None:
    pane.finder.open()
    pane.finder.field.setText("assets")
    pane.finder.step(1)
    other = ItemText("en", "B", "<p>No such word but one: assets.</p>", "x", "")
    pane.show_item(replace(DETAIL, row=replace(ROW, id=ItemId(6)), texts=(other,)))
    qtbot.waitUntil(lambda: pane.finder.matches == 1)


# Size


def test_sizes_go_by_steps_and_end() -> None:
    assert next_size(100, 1) == 110
    assert next_size(95, -1) == 90
    assert next_size(SIZES[-1], 1) == SIZES[-1]
    assert next_size(SIZES[0], -1) == SIZES[0]


@pytest.mark.parametrize("percent", [100, 150])
def test_a_line_has_at_most_72_characters_at_any_size(pane: ReaderPane, percent: int) -> None:
    text = (
        "The Commission published its conclusions on how firms that deal in virtual assets are licensed, "
        "and asks them to hand in their applications before the end of the year. "
    ) * 6
    pane.resize(1600, 700)
    pane.text.set_size(percent)
    pane.show_item(
        replace(DETAIL, row=replace(ROW, id=ItemId(7)), texts=(ItemText("en", "x", f"<p>{text}</p>", "x", ""),))
    )
    layout = pane.text.document().firstBlock().layout()
    lengths = [layout.lineAt(n).textLength() for n in range(layout.lineCount() - 1)]
    assert max(lengths) <= 73  # the blank at its end is not seen
    assert min(lengths) > 50


def test_a_larger_size_makes_text_and_lines_larger(pane: ReaderPane) -> None:
    before = pane.text.document().size().height()
    pane.text.set_size(150)
    assert pane.text.document().defaultFont().pixelSize() == 24
    assert pane.text.document().size().height() > 1.3 * before


# Links


def test_where_a_link_leads_is_said_before_it_is_followed(pane: ReaderPane) -> None:
    line = pane.text._link_line
    pane.text.highlighted.emit(QUrl("https://else.example.test/page"))
    assert line.words.startswith("else.example.test https://else")
    pane.text.highlighted.emit(QUrl())
    assert line.words == ""


@pytest.fixture
def store(qtbot: QtBot, tmp_path: Path) -> Iterator[SettingsStore]:
    files: ReadThread[None] = ReadThread(None)
    yield SettingsStore(Settings(), tmp_path / "settings.toml", files)
    files.end(drop=False)


def test_a_foreign_host_is_asked_about_until_it_is_always_opened(
    pane: ReaderPane, marks: Marks, store: SettingsStore
) -> None:
    opened: list[str] = []
    dialogs = OpenDialogs()
    outgoing = Outgoing(pane, marks, store, dialogs, {"sfc.hk"}, opened.append)
    outgoing.follow("https://apps.sfc.hk/x")
    assert opened == ["https://apps.sfc.hk/x"]

    outgoing.follow("https://else.example.test/a")
    question = dialogs["link"]
    assert isinstance(question, LinkQuestion)
    assert "else.example.test" in question.always.text()
    assert question.cancel.isDefault()
    assert not question.open_.autoDefault()
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert len(opened) == 1

    outgoing.follow("https://else.example.test/a")
    question = dialogs["link"]
    assert isinstance(question, LinkQuestion)
    question.always.setChecked(True)
    question.open_.click()
    assert opened[-1] == "https://else.example.test/a"
    assert store.settings.links.open_hosts == ("else.example.test",)
    outgoing.follow("https://else.example.test/b")
    assert opened[-1] == "https://else.example.test/b"


def test_the_question_stands_in_front_of_the_window_whose_link_it_was(
    pane: ReaderPane, marks: Marks, store: SettingsStore, qtbot: QtBot
) -> None:
    dialogs, other = OpenDialogs(), QWidget()
    qtbot.addWidget(other)
    outgoing = Outgoing(pane, marks, store, dialogs, {"sfc.hk"}, lambda _: None)
    outgoing.follow("https://else.example.test/a", other)
    question = dialogs["link"]
    assert question is not None
    assert question.parentWidget() is other
    dialogs.close_all()


def test_a_host_that_only_ends_like_a_known_one_is_foreign(
    pane: ReaderPane, marks: Marks, store: SettingsStore
) -> None:
    opened: list[str] = []
    dialogs = OpenDialogs()
    Outgoing(pane, marks, store, dialogs, {"sfc.hk"}, opened.append).follow("https://notsfc.hk/x")
    assert opened == []
    assert isinstance(dialogs["link"], QDialog)
    dialogs.close_all()


@pytest.mark.parametrize(
    ("address", "host"),
    [
        # Cyrillic letters that look like those of the name.
        ("https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"),
        ("https://\u0455fc.hk/", "xn--fc-doc.hk"),
        # What stands before the at sign is no host.
        ("https://sfc.hk@else.example.test/", "else.example.test"),
    ],
)
def test_a_host_that_looks_like_another_one_is_shown_as_the_network_has_it(
    pane: ReaderPane, marks: Marks, store: SettingsStore, address: str, host: str
) -> None:
    dialogs = OpenDialogs()
    Outgoing(pane, marks, store, dialogs, {"sfc.hk", "apple.com"}, lambda _: None).follow(address)
    question = dialogs["link"]
    assert isinstance(question, LinkQuestion)
    assert host in question.always.text()
    line = pane.text.findChild(LinkLine)
    assert isinstance(line, LinkLine)
    line.show_address(QUrl(address))
    assert line.words.startswith(f"{host} ")
    dialogs.close_all()


def test_sites_are_what_somebody_registered() -> None:
    assert site_of("apps.sfc.hk") == "sfc.hk"
    assert site_of("www.info.gov.hk") == "info.gov.hk"
    assert site_of("example.com") == "example.com"


# Pictures


def png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_after_some_pictures_came_only_the_others_are_offered(pane: ReaderPane) -> None:
    other = PICTURE.replace("cdn", "img")
    pane.pictures.offer((PICTURE, other))
    pane.pictures.show_loading()
    pane.pictures.show_failed(["HTTP 404"], (other,))
    assert pane.pictures.button.text() == "Load 1 image from img.example.test"
    assert pane.pictures.said.text() == "1 not loaded: HTTP 404"
    pane.pictures.show_failed([], ())
    assert pane.pictures.isHidden()


def test_pictures_are_offered_with_their_host_and_shown_only_when_given(qtbot: QtBot, pane: ReaderPane) -> None:
    assert picture_addresses(pane.markup) == (PICTURE,)
    pane.pictures.offer((PICTURE,))
    assert pane.pictures.button.text() == "Load 1 image from cdn.example.test"
    assert "[A chart]" in pane.text.toPlainText()
    with qtbot.waitSignal(pane.pictures.load_wanted):
        qtbot.mouseClick(pane.pictures.button, Qt.MouseButton.LeftButton)
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    pane.text.set_pictures({PICTURE: image})
    assert "[A chart]" not in pane.text.toPlainText()
    assert "\N{OBJECT REPLACEMENT CHARACTER}" in pane.text.document().toRawText()
    assert pane.text.loadResource(2, QUrl(PICTURE)) is not None
    assert pane.text.loadResource(2, QUrl("https://cdn.example.test/other.png")) is None


def test_a_picture_that_is_said_to_show_the_title_says_nothing_twice() -> None:
    text = ItemText("en", "A guide", '<p><img src="https://e.test/a.png" alt="A guide">x</p>', "x", "")
    assert "A guide" not in make_body(DETAIL, text, None, "").markup


def test_only_pictures_of_known_kinds_and_sensible_size_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(png(3000, 1500))
    image = read_picture(file)
    assert isinstance(image, QImage)
    assert (image.width(), image.height()) == (1600, 800)
    file.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    assert read_picture(file) == "no picture that can be shown"
    file.write_bytes(png(10, 10)[:40])
    assert isinstance(read_picture(file), str)


# Impact


def ranks(moves: float) -> Ranks:
    """A year of hours that went up and down by so much."""
    times, closes = Columns.none().times, Columns.none().closes
    for hour in range(400):
        times.append(3600.0 * hour)
        closes.append(100.0 * (1 + moves) if hour % 2 else 100.0)
    return Ranks(Columns(times, closes, closes, closes, closes))


def test_moves_are_compared_in_words_and_never_explained() -> None:
    assert ordinary_text(1, 0.3).replace("\N{NO-BREAK SPACE}", " ") == "smaller than 70 % of ordinary hours"
    assert ordinary_text(2, 0.999).replace("\N{NO-BREAK SPACE}", " ") == "larger than 99 % of ordinary days"
    said = [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines(IMPACT, ranks(0.02), Decimal("7.8"), AT)]
    assert said[0] == "BTC US$100,000 (HK$780,000) when first seen"
    assert said[1] == "15 min: ▲ 0.1 %, not enough stored prices to say how ordinary that is"
    assert said[2].startswith("1 h: ▼ 0.8 %, smaller than 99 % of ordinary hours (")
    assert said[3] == "24 h: not over yet"
    assert "Timing only" in said[-1]


def test_the_strip_stands_over_the_text_or_where_there_is_no_room_under_it(pane: ReaderPane) -> None:
    pane.show_impact(IMPACT, None, None, AT)
    assert pane.impact.isVisible()
    assert "when first seen" not in pane.text.toPlainText()
    pane.resize(768, 260)
    assert not pane.impact.isVisible()
    assert "US$100,000 when first seen" in pane.text.toPlainText()
    pane.show_item(replace(DETAIL, row=replace(ROW, id=ItemId(8))))
    assert "when first seen" not in pane.text.toPlainText()
    assert not pane.impact.has_something


def test_prices_of_another_item_come_too_late(pane: ReaderPane) -> None:
    pane.show_impact(replace(IMPACT, item=ItemId(99)), None, None, AT)
    assert not pane.impact.has_something


def test_the_strip_is_painted_with_and_without_prices(pane: ReaderPane) -> None:
    pane.show_impact(IMPACT, ranks(0.02), Decimal("7.8"), AT)
    with_prices = pane.impact.grab().toImage()
    pane.show_impact(replace(IMPACT, price=None, moves=(None,) * 4, curve=()), None, None, AT + timedelta(days=9))
    assert pane.impact.grab().toImage() != with_prices
    # Said once, not for each of the lengths.
    assert pane.impact.lines == ["No price of BTC is stored for the time it was first seen"]
    assert pane.impact.accessibleDescription() == pane.impact.lines[0]


# Evidence and paper


def kept(number: int, body: bytes | None, lang: str = "en") -> KeptAnswer:
    name = hashlib.sha256(body or b"").hexdigest()
    headers = {"content-type": "application/json"}
    evidence = Evidence("https://example.test/api", 200, AT, headers, name, len(body or b""), body)
    return KeptAnswer(5, "26PR140", f"Title {number}", SFC.name.en, lang, AT, AT, number, evidence)


def test_evidence_shows_the_newest_answer_in_the_language_read(qtbot: QtBot, marks: Marks) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answers = (kept(1, b"{1}"), kept(2, b"{2}"), kept(3, b"{3}", "zh-Hant"))
    dialog = EvidenceDialog(marks, "en", answers, window, "en")
    assert dialog.title.text() == "Title 2"
    assert dialog.body.toPlainText() == "{2}"
    assert "has this hash" in dialog.state.text()
    assert "HTTP 200 OK" in dialog.headers.toPlainText()
    assert "© Securities and Futures Commission" in dialog.note.text()
    with qtbot.waitSignal(dialog.save_wanted) as told:
        dialog.save.click()
    assert told.args == [answers[1]]


def test_evidence_that_was_changed_or_not_kept_says_so(qtbot: QtBot, marks: Marks) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    changed = kept(1, b"{1}")
    changed = replace(changed, evidence=replace(changed.evidence, body=b"{x}"))
    assert "another hash" in EvidenceDialog(marks, "en", (changed,), window).state.text()
    dialog = EvidenceDialog(marks, "en", (kept(1, None),), window)
    assert "Too large" in dialog.state.text()
    assert dialog.choice.isHidden()


def test_an_item_is_written_as_pdf(qtbot: QtBot, fonts: Fonts) -> None:
    markup = print_html(DETAIL, DETAIL.texts[0], "Securities and Futures Commission", "en")
    assert "<h1>A guide</h1>" in markup
    assert "<img" not in markup
    content = pdf_bytes(print_document(markup, fonts, "en"), "A guide")
    assert content.startswith(b"%PDF-")
    assert b"%%EOF" in content[-32:]


def test_a_folder_that_is_not_there_is_told_with_a_next_step(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as error:
        write_file(tmp_path / "none" / "a.zip", b"x")
    assert error.value.next_step == "Choose another folder."
