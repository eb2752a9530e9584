# SPDX-License-Identifier: MIT
"""Search field, chips, pill, banner and empty state, alone and in the list column."""

from typing import ClassVar

import pytest
from inbox_rows import NAMES, NOW, hkt, make_row, two_days
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from hkwatch.domain.item import Level
from hkwatch.domain.query import QueryError, parse_query
from hkwatch.domain.query_fields import NAMES as NAMES_OF_FIELDS
from hkwatch.ui.inbox import BannerKind, ChipSpec, ChipsRow, InboxPane, RowDelegate
from hkwatch.ui.inbox.chips import Chip
from hkwatch.ui.inbox.explain import complaint, explain
from hkwatch.ui.marks import Marks
from hkwatch.ui.rail import Rail, RailEntry

CHIPS = [
    ChipSpec("all", "All", 11, on=True),
    ChipSpec("critical", "Critical", 1, Level.CRITICAL),
    ChipSpec("high", "High", 2, Level.HIGH),
    ChipSpec("sfc", "SFC", 5, group=1),
    ChipSpec("hkma", "HKMA", 1, group=1),
]


@pytest.fixture
def pane(marks: Marks, qtbot: QtBot) -> InboxPane:
    made = InboxPane(marks)
    qtbot.addWidget(made)
    made.resize(768, 500)
    made.chips.set_chips(CHIPS, "en")
    made.model.set_rows(two_days(), NOW, "en", NAMES)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def chips(row: ChipsRow) -> dict[str, Chip]:
    return {chip.spec.key: chip for chip in row.findChildren(Chip) if not chip.isHidden()}


def test_typing_is_told_and_the_line_stays_only_while_there_is_a_query(pane: InboxPane) -> None:
    told: list[str] = []
    pane.field.text_changed.connect(told.append)
    pane.field.focus_all()
    QTest.keyClicks(pane.field.edit, "src")
    assert told == ["s", "sr", "src"]
    pane.search.set_explanation([("from ", False), ("SFC", True)])
    assert pane.search.line.isVisible()
    assert pane.search.line.plain_text == "from SFC"
    # The first one closes what is offered for `src`.
    QTest.keyClick(pane.field.edit, Qt.Key.Key_Escape)
    assert pane.field.text == "src"
    QTest.keyClick(pane.field.edit, Qt.Key.Key_Escape)
    assert pane.field.text == ""
    assert not pane.search.line.isVisible()
    pane.search.set_explanation([("late answer", False)])
    assert not pane.search.line.isVisible()


def test_an_error_is_said_and_gone_with_the_next_good_query(pane: InboxPane, marks: Marks) -> None:
    pane.field.set_text("type:")
    pane.search.set_error("type: needs a value, e.g. type:circular")
    assert pane.search.line.plain_text.startswith("type: needs a value")
    plain = pane.field.grab().toImage()
    pane.search.set_error("type: needs a value, e.g. type:circular", 0)
    assert pane.field.grab().toImage() != plain
    edge = pane.field.grab().toImage().pixelColor(300, 0).name()
    assert edge == marks.theme.hex("critical")
    pane.search.set_explanation([("type ", False), ("Circular", True)])
    assert pane.field.grab().toImage().pixelColor(300, 0).name() != marks.theme.hex("critical")


def test_keys_lead_from_the_field_to_the_list(pane: InboxPane) -> None:
    pane.field.focus_all()
    QTest.keyClick(pane.field.edit, Qt.Key.Key_Return)
    assert pane.view.hasFocus()
    pane.field.focus_all()
    QTest.keyClick(pane.field.edit, Qt.Key.Key_Escape)
    assert pane.view.hasFocus()


def test_letters_typed_into_the_field_are_not_commands(pane: InboxPane) -> None:
    pane.view.select_id(two_days()[0].id)
    pane.field.focus_all()
    QTest.keyClicks(pane.field.edit, "jjk.")
    assert pane.field.text == "jjk."
    assert pane.view.current_id == two_days()[0].id


def test_the_clear_button_comes_with_a_text_and_clears_it(pane: InboxPane) -> None:
    button = pane.field.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    assert not button.isVisible()
    pane.field.set_text("licence")
    assert button.isVisible()
    button.click()
    assert pane.field.text == ""
    assert pane.field.edit.hasFocus()


def test_one_chip_is_chosen_and_the_choice_is_told(pane: InboxPane) -> None:
    told: list[str] = []
    pane.chips.chosen.connect(told.append)
    assert pane.chips.on == ["all"]
    chips(pane.chips)["high"].click()
    # What is on is said by the query, which has not answered yet.
    assert (pane.chips.on, told) == (["all"], ["high"])
    chips(pane.chips)["high"].setFocus()
    QTest.keyClick(chips(pane.chips)["high"], Qt.Key.Key_Right)
    assert told == ["high"]
    assert chips(pane.chips)["sfc"].hasFocus()


def test_new_counts_keep_the_chosen_chip_and_the_focus(pane: InboxPane) -> None:
    chips(pane.chips)["sfc"].setFocus()
    told: list[str] = []
    pane.chips.chosen.connect(told.append)
    pane.chips.set_chips([*CHIPS[:3], ChipSpec("sfc", "SFC", 6, group=1, on=True)], "en")
    assert (pane.chips.on, told) == (["all", "sfc"], [])
    assert chips(pane.chips)["sfc"].hasFocus()
    assert chips(pane.chips)["sfc"].accessibleName() == "SFC, 6"
    pane.chips.set_chips(CHIPS[:3], "en")
    assert pane.chips.on == ["all"]


def test_chips_that_stay_are_the_same_widgets_in_the_new_order_of_places_and_tab(pane: InboxPane) -> None:
    pane.resize(1200, 500)
    before = chips(pane.chips)
    told: list[str] = []
    pane.chips.chosen.connect(told.append)
    new = [CHIPS[0], ChipSpec("normal", "Normal", 3, Level.NORMAL), ChipSpec("high", "Very high", 1200), CHIPS[-1]]
    pane.chips.set_chips(new, "en")
    after = chips(pane.chips)
    assert set(after) == {"all", "normal", "high", "hkma"}
    assert all(after[key] is before[key] for key in ("all", "high", "hkma"))
    assert before["sfc"].isHidden()
    assert after["high"].accessibleName() == "Very high, 999+"
    assert after["high"].width() > before["all"].width()
    row = [after[spec.key] for spec in new]
    assert [chip.x() for chip in row] == sorted(chip.x() for chip in row)
    chain, at = [], row[0]
    for _ in range(4):
        chain.append(at)
        at = at.nextInFocusChain()
    assert chain == row
    after["high"].click()
    assert told == ["high"]


def test_chips_leave_from_the_right_before_the_pill_does(pane: InboxPane) -> None:
    pane.model.hold([make_row(hkt(19, 17, 0)), make_row(hkt(19, 17, 1))])
    assert pane.chips.pill.text() == "2 new — press . to show"
    before = {key: chip.x() for key, chip in chips(pane.chips).items()}
    pane.resize(360, 500)
    assert pane.chips.pill.text() == "2 new"
    assert "hkma" not in chips(pane.chips)
    assert pane.chips.pill.geometry().right() <= 360 - 16
    assert all(not chip.geometry().intersects(pane.chips.pill.geometry()) for chip in chips(pane.chips).values())
    pane.resize(768, 500)
    assert {key: chip.x() for key, chip in chips(pane.chips).items()} == before


def test_the_pill_lets_the_new_items_in(pane: InboxPane, qtbot: QtBot) -> None:
    fresh = make_row(hkt(19, 17, 0))
    pane.view.select_id(two_days()[1].id)
    pane.model.hold([fresh])
    assert pane.chips.pill.isVisible()
    with qtbot.waitSignal(pane.shown_new) as told:
        pane.chips.pill.click()
    assert told.args == [fresh.id]
    assert not pane.chips.pill.isVisible()
    assert pane.view.current_id == two_days()[1].id


def test_the_dot_does_the_same_from_the_list(pane: InboxPane) -> None:
    pane.model.hold([make_row(hkt(19, 17, 0))])
    pane.focus_list()
    QTest.keyClick(pane.view, Qt.Key.Key_Period)
    assert pane.model.waiting == 0


def test_a_banner_says_fact_consequence_and_action(pane: InboxPane, qtbot: QtBot) -> None:
    assert not pane.banner.isVisible()
    pane.banner.tell(BannerKind.WARN, "Offline since 17:02.", "Price alerts cannot be evaluated.", "Check now")
    assert pane.banner.isVisible()
    assert pane.banner.accessibleName() == "Offline since 17:02. Price alerts cannot be evaluated."
    with qtbot.waitSignal(pane.banner.acted):
        pane.banner.button.click()
    pane.banner.tell(BannerKind.DEMO, "Demo.")
    assert not pane.banner.button.isVisible()
    pane.banner.dismiss()
    assert not pane.banner.isVisible()


def test_an_empty_list_gives_way_to_a_reason(pane: InboxPane, qtbot: QtBot) -> None:
    pane.empty.tell("search-x", "No match for “perpetual”", "Nothing is hidden.", "Search all time")
    pane.model.set_rows([], NOW, "en", NAMES)
    assert pane.empty.isVisible()
    assert not pane.view.isVisible()
    with qtbot.waitSignal(pane.empty.primary):
        pane.empty.primary_button.click()
    pane.model.set_rows(two_days(), NOW, "en", NAMES)
    assert pane.view.isVisible()


def test_tab_goes_from_search_over_chips_to_the_list(pane: InboxPane, qapp: QApplication) -> None:
    pane.field.focus_all()
    visited: list[str] = []
    for _ in range(3):
        focused = qapp.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        visited.append(type(qapp.focusWidget()).__name__)
    assert visited[:2] == ["Chip", "InboxView"]


def explained(text: str) -> str:
    return "".join(part for part, _ in explain(parse_query(text), NAMES, 9, 4.2))


def test_the_line_says_in_words_what_was_understood(qapp: QApplication) -> None:
    assert explained("src:sfc -type:speech is:unread") == "unread · from SFC · not speeches — 9 items in 4 ms"
    assert explained("level:high.. licence") == "level High or above · has licence — 9 items in 4 ms"
    assert explained("src:sfc,hkma -is:read") == "not read · from SFC or HKMA — 9 items in 4 ms"
    assert explain(parse_query(""), NAMES, 9, 4.2) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("type:", "type: needs a value, e.g. type:enforcement"),
        ("level:huge", "“huge” is not known here. Known: low, normal, high, critical."),
        ("colour:red", f"colour: is not a field. Known: {', '.join(NAMES_OF_FIELDS)}."),
    ],
)
def test_a_query_that_cannot_be_read_is_answered_with_what_can(qapp: QApplication, text: str, sentence: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse_query(text)
    assert complaint(raised.value) == sentence


class Chinese(QTranslator):
    """A few texts, as a translation file would give them."""

    WORDS: ClassVar[dict[str, str]] = {
        "Search titles and text, or type  {0}": "搜尋標題及內文，或輸入  {0}",
        "%n new — press {key} to show": "%n 項新內容",
        "Policy": "政策",
        "Today": "今日",
        "Views": "檢視",
        "%n items": "%n 項",
    }

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return self.WORDS.get(text, "")


def test_a_switch_of_language_reaches_every_text_and_the_columns(pane: InboxPane, marks: Marks, qtbot: QtBot) -> None:
    rail = Rail(marks)
    qtbot.addWidget(rail)
    delegate = pane.view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    pane.model.hold([make_row(hkt(19, 17, 0)), make_row(hkt(19, 17, 1))])
    english_title_x = delegate.title_x
    words = Chinese()
    assert QCoreApplication.installTranslator(words)
    try:
        QCoreApplication.sendPostedEvents()
        rail.set_language("zh-Hant")
        rail.set_views([RailEntry("inbox", "收件匣", "inbox", 4)])
        pane.set_language("zh-Hant")
        pane.model.set_language("zh-Hant", {"sfc": "證監會", "hkma": "金管局"})
        assert pane.field.edit.placeholderText().startswith("搜尋標題")
        assert pane.chips.pill.text() == "2 項新內容"
        assert pane.model.data(pane.model.index(0)) == "今日"
        said = str(pane.model.data(pane.model.index(1), Qt.ItemDataRole.AccessibleTextRole))
        assert "政策, 證監會" in said
        button = rail.button("inbox")
        assert button is not None
        assert button.accessibleName() == "收件匣, 4 項"
        assert delegate.title_x != english_title_x
    finally:
        QCoreApplication.removeTranslator(words)
        QCoreApplication.sendPostedEvents()
    assert pane.field.edit.placeholderText().startswith("Search titles")


def test_a_low_empty_list_keeps_sentence_and_action_in_sight(pane: InboxPane) -> None:
    pane.empty.tell("search-x", "No match for “perpetual”", "", "Show all")
    for height in (90, 150, 199, 200, 400):
        pane.empty.resize(500, height)
        button = pane.empty.primary_button
        assert button.y() >= 24
        assert button.y() + button.height() <= height


def test_what_mutes_hide_is_counted_in_a_line_that_shows_it(pane: InboxPane) -> None:
    told: list[bool] = []
    pane.hidden.show_wanted.connect(told.append)
    assert not pane.hidden.isVisible()
    pane.hidden.tell(12, shows_muted=False)
    assert pane.hidden.isVisible()
    assert pane.hidden.label.text() == "12 hidden by mutes"
    assert pane.hidden.button.accessibleName() == "12 hidden by mutes: Show"
    pane.hidden.button.click()
    pane.hidden.tell(0, shows_muted=True)
    assert pane.hidden.button.text() == "Back to the list"
    pane.hidden.button.click()
    assert told == [True, False]
    pane.hidden.tell(0, shows_muted=False)
    assert not pane.hidden.isVisible()
