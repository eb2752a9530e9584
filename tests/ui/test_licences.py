# SPDX-License-Identifier: MIT
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hkwatch.app.paths import resources
from hkwatch.domain.ids import ItemId, SourceId
from hkwatch.domain.register import APPLICANTS, LICENSED, SUSPICIOUS, ChangeKind, RegisterChange, RegisterRow
from hkwatch.services.register_board import Board, BoardRegister, Change, Row
from hkwatch.sources.fold_table import load_folder
from hkwatch.sources.platform_sites import FILE as SITES_FILE
from hkwatch.sources.platform_sites import load_sites
from hkwatch.sources.register_history import load_history
from hkwatch.ui.licences.dialog import LicenceBoard
from hkwatch.ui.licences.table import TextTable, as_csv
from hkwatch.ui.marks import Marks

NOW = datetime(2026, 11, 20, 8, 5, tzinfo=UTC)
FOLDER = load_folder(resources() / "fold" / "hant_hans.tsv")
PAST = load_history(resources() / "registers" / "vatp-history.toml")
VATP, ALERTS = SourceId("sfc-vatp-lists"), SourceId("sfc-alert-list-vatp")
ALPHA = RegisterRow(LICENSED, "Example Alpha Limited", "示例證券有限公司", "Alpha", "ZZZ001", "2026-11-01")
EXIO = RegisterRow(LICENSED, "EXIO Limited", "", "EX.IO", "BUT670", "2024-12-18")
SAMPLE = RegisterRow(APPLICANTS, "Sample One Limited", platform="One.example", fields=(("deemed", "yes"),))
SCAM = RegisterRow(SUSPICIOUS, "example-scam.test")
ADDED = Change(2, VATP, NOW - timedelta(hours=2), RegisterChange(ChangeKind.ADDED, None, ALPHA), 2, ItemId(7))
RENAMED = Change(
    1,
    VATP,
    NOW - timedelta(days=2),
    RegisterChange(ChangeKind.RENAMED, RegisterRow(APPLICANTS, "Sample First Limited"), SAMPLE),
    1,
    None,
)


def register(source: SourceId, adapter: str, *, held: str = "", can_accept: bool = True) -> BoardRegister:
    first = NOW - timedelta(days=30)
    names = (f"Register {adapter}", "名單", "名单")
    since = NOW if held else None
    return BoardRegister(
        source, adapter, names, "https://example.test/", first, NOW, held, since, can_accept, 9, "2026-11-20"
    )


def board(*changes: Change, held: str = "", can_accept: bool = True) -> Board:
    rows = ((VATP, ALPHA), (VATP, EXIO), (VATP, SAMPLE), (ALERTS, SCAM))
    return Board(
        (register(VATP, "sfc-vatp", held=held, can_accept=can_accept), register(ALERTS, "sfc-alert-list")),
        tuple((source, Row(row, None)) for source, row in rows),
        changes,
        ((NOW - timedelta(days=30), EXIO),),
        PAST,
        {ItemId(7): (ItemId(8), "26PR140")},
    )


@pytest.fixture
def make(qtbot: QtBot, marks: Marks) -> Callable[[Board | None], LicenceBoard]:
    parent = QWidget()
    qtbot.addWidget(parent)

    def build(shown: Board | None) -> LicenceBoard:
        dialog = LicenceBoard(marks, FOLDER, "en", NOW, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        if shown is not None:
            dialog.set_board(shown, NOW)
        dialog.show()
        return dialog

    return build


def test_the_changes_say_what_when_and_which_release(make: Callable[[Board | None], LicenceBoard]) -> None:
    dialog = make(board(ADDED, RENAMED))
    assert dialog.changes.table.shown()[1:] == [
        ("2026-11-20 14:05", "+ Added", "ZZZ001", "Example Alpha Limited", "licensed", "26PR140"),
        ("2026-11-18 16:05", "~ Renamed", "", "Sample One Limited", "until now Sample First Limited", ""),
    ]
    assert dialog.age.text() == "as of 16:05 HKT"
    assert "[+Date: 1 Nov 2026+]" in dialog.changes.text.toPlainText().replace("\u2009", "")


@pytest.mark.parametrize(
    ("language", "seen", "licensed", "day"),
    [
        ("en", "20 Nov 2026 14:05", "18 Dec 2024", "21 Oct 2026"),
        ("zh-Hant", "2026年11月20日 14:05", "2024年12月18日", "2026年10月21日"),
    ],
)
def test_dates_are_read_in_the_windows_language(
    make: Callable[[Board | None], LicenceBoard], language: str, seen: str, licensed: str, day: str
) -> None:
    dialog = make(board(ADDED, RENAMED))
    dialog.set_language(language)
    dialog.show_story(EXIO)
    assert dialog.changes.table.filtered.index(0, 0).data() == seen
    assert dialog.rows.table.filtered.index(1, 5).data() == licensed
    assert dialog.timeline.table.filtered.index(0, 0).data() == day
    assert dialog.rows.table.shown()[2][5] == "2024-12-18"


def test_dates_are_sorted_by_their_days_and_not_by_how_they_are_read(
    make: Callable[[Board | None], LicenceBoard],
) -> None:
    rows = make(board()).rows
    for order, days in (
        (Qt.SortOrder.AscendingOrder, ["18 Dec 2024", "1 Nov 2026"]),
        (Qt.SortOrder.DescendingOrder, ["1 Nov 2026", "18 Dec 2024"]),
    ):
        rows.table.sortByColumn(5, order)
        found = [rows.table.filtered.index(row, 5).data() for row in range(rows.table.filtered.rowCount())]
        assert [day for day in found if day] == days
    rows.filter.setText("2024-12")
    assert rows.table.filtered.rowCount() == 1
    rows.filter.setText("Dec 2024")
    assert rows.table.filtered.rowCount() == 1


def test_the_chosen_change_shows_both_rows_and_leads_to_item_and_release(
    make: Callable[[Board | None], LicenceBoard], qtbot: QtBot
) -> None:
    dialog = make(board(ADDED, RENAMED))
    assert "[+Number: ZZZ001+]" in dialog.changes.text.toPlainText().replace("\u2009", "")
    with qtbot.waitSignal(dialog.item_wanted) as inbox:
        dialog.changes.item.click()
    with qtbot.waitSignal(dialog.item_wanted) as release:
        dialog.changes.release.click()
    assert (inbox.args, release.args) == ([ItemId(7)], [ItemId(8)])
    dialog.changes.table.selectRow(1)
    assert not dialog.changes.item.isEnabled()
    dialog.show_item(ItemId(7))
    assert dialog.changes.table.current == ADDED


def test_rows_are_filtered_by_list_and_folded_words_and_copied_for_a_spreadsheet(
    make: Callable[[Board | None], LicenceBoard], qtbot: QtBot
) -> None:
    rows = make(board()).rows
    rows.choose_list(LICENSED)
    assert [row[1] for row in rows.table.shown()[1:]] == ["ZZZ001", "BUT670"]
    rows.filter.setText("示例证券")
    rows.table.selectRow(0)
    qtbot.keyClick(rows.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\t")[:4] == [
        "licensed",
        "ZZZ001",
        "Example Alpha Limited",
        "示例證券有限公司",
    ]
    rows.filter.setText("nobody")
    assert rows.stack.currentWidget() is rows.empty
    assert not rows.csv.isEnabled()


def test_rows_are_sorted_by_a_head_and_csv_has_them_as_they_stand(
    make: Callable[[Board | None], LicenceBoard], qtbot: QtBot
) -> None:
    rows = make(board()).rows
    rows.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    with qtbot.waitSignal(rows.csv_wanted) as told:
        rows.csv.click()
    assert told.args is not None
    names = [line.split(",")[2] for line in told.args[0].splitlines()]
    assert names == [
        "English name",
        "Sample One Limited #",
        "EXIO Limited",
        "example-scam.test",
        "Example Alpha Limited",
    ]


def test_a_cell_that_a_spreadsheet_would_run_is_made_text() -> None:
    assert as_csv([("=1+1", 'a "b", c', "plain")]) == '\'=1+1,"a ""b"", c",plain\r\n'


def test_a_timeline_goes_back_to_known_facts_that_are_marked_as_such(
    make: Callable[[Board | None], LicenceBoard],
) -> None:
    dialog = make(board())
    dialog.show_story(EXIO)
    found = [(day, event, known[:1]) for day, event, _, _, known in dialog.timeline.table.shown()[1:]]
    assert found == [
        ("2026-10-21", "baseline", "s"),
        ("by 2026-02-16", "~ Renamed", "◇"),
        ("2024-12-18", "licensed", "◇"),
    ]
    assert dialog.timeline.chart.accessibleDescription().startswith("15 Dec 2020: 1, 9 Nov 2022: 2")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("zzz001", "Same name or number · on the list “licensed”, as of 16:05 HKT"),
        ("示例证券有限公司", "Same name or number · on the list “licensed”"),
        ("Thousand Whales Technology (BVI) Ltd", "formerly Thousand Whales Technology (BVI) Limited"),
        ("https://example-scam.test/a", "on the list “suspicious”"),
        ("Exampel Alpha Ltd", "Nobody on these lists has exactly this name. Similar: 1."),
        ("Nobody Holdings", "Absence is not proof."),
    ],
)
def test_a_name_is_answered_with_list_state_time_and_what_absence_means(
    make: Callable[[Board | None], LicenceBoard], qtbot: QtBot, text: str, words: str
) -> None:
    dialog = make(board())
    dialog.start_check()
    dialog.check.field.setText(text)
    qtbot.keyClick(dialog.check.field, Qt.Key.Key_Return)
    assert words in dialog.check.verdict.text()
    assert "Absence is not proof" in dialog.check.note.text()


@pytest.mark.parametrize(
    ("text", "verdict", "role"),
    [
        ("https://www.ex.io/trade", "ex.io is its own site, from public facts · on the list “licensed”", "strong"),
        (
            "ex.io.pay.example",
            "Similar to ex.io, the site of EXIO Limited, but not the same. It is on none of these lists.",
            "warn",
        ),
    ],
)
def test_a_site_is_the_firms_own_and_one_like_it_is_not(
    make: Callable[[Board | None], LicenceBoard], qtbot: QtBot, text: str, verdict: str, role: str
) -> None:
    dialog = make(replace(board(), sites=load_sites(resources() / "registers" / SITES_FILE)))
    dialog.start_check()
    dialog.check.field.setText(text)
    qtbot.keyClick(dialog.check.field, Qt.Key.Key_Return)
    assert verdict in dialog.check.verdict.text()
    assert dialog.check.verdict.property("role") == role
    cell = dialog.check.table.filtered.index(0, 1).data()
    assert ("licensed" in cell) == (role == "strong")


def test_a_held_page_is_told_with_its_reason_and_two_things_to_do(
    make: Callable[[Board | None], LicenceBoard], qtbot: QtBot
) -> None:
    dialog = make(board(held="The list “licensed” has lost a column: ce."))
    assert dialog.held.isVisible()
    assert dialog.held.fact.text() == "Register sfc-vatp: the page changed shape; not compared"
    assert "has lost a column: ce" in dialog.held.reason.text()
    for button, signal in ((dialog.held.view, dialog.raw_wanted), (dialog.held.accept, dialog.accept_wanted)):
        with qtbot.waitSignal(signal) as told:
            button.click()
        assert told.args is not None
        assert told.args[0].source == VATP
    dialog.set_board(board(held="The page has none of the register's tables.", can_accept=False), NOW)
    assert not dialog.held.accept.isEnabled()
    dialog.set_board(board(), NOW)
    assert not dialog.held.isVisible()


def test_the_board_is_loading_empty_or_failing_in_words(make: Callable[[Board | None], LicenceBoard]) -> None:
    dialog = make(None)
    assert dialog.age.text() == "reading…"
    assert dialog.changes.stack.currentWidget() is dialog.changes.empty
    dialog.set_board(Board((), (), (), (), PAST, {}), NOW)
    assert dialog.age.text() == "no register read yet"
    assert dialog.timeline.table.filtered.rowCount() == len(PAST)
    dialog.check.field.setText("OSL Digital Securities")
    dialog.check.field.returnPressed.emit()
    assert "not from hkwatch's own observation" in dialog.check.verdict.text()
    dialog.set_error("The file is damaged.")
    assert dialog.failure.isVisible()


def test_every_control_has_a_name(make: Callable[[Board | None], LicenceBoard]) -> None:
    dialog = make(board(ADDED))
    tabs = (dialog.changes, dialog.rows, dialog.timeline, dialog.check)
    controls = [
        *(tab.table for tab in tabs),
        dialog.rows.lists,
        dialog.rows.filter,
        dialog.timeline.who,
        dialog.timeline.chart,
        dialog.check.field,
        dialog.tabs.tabBar(),
    ]
    assert all(control.accessibleName() for control in controls)


def test_what_hkwatch_saw_and_what_is_known_from_before_never_stand_between_each_other(
    make: Callable[[Board | None], LicenceBoard],
) -> None:
    early = Change(3, VATP, datetime(2021, 1, 5, tzinfo=UTC), RegisterChange(ChangeKind.ADDED, None, ALPHA), 3, None)
    dialog = make(board(ADDED, RENAMED, early))
    known = [line[4][:1] for line in dialog.timeline.table.shown()[1:]]
    assert known.count("◇") == len(PAST)
    assert known == sorted(known, key=lambda mark: mark == "◇")
    assert len(known) == len(PAST) + 3


def test_rows_of_the_tables_stand_on_hairlines_and_the_chosen_one_is_one_shape(marks: Marks, qtbot: QtBot) -> None:
    table = TextTable(marks, FOLDER)
    qtbot.addWidget(table)
    table.fill(("List", "Name"), [(("licensed", "示例有限公司"), 1), (("applicants", "Example Ltd"), 2)])
    table.resize(600, 200)
    table.selectRow(1)
    table.show()
    height = marks.theme.size("table_row")
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(300, height - 1).name() == marks.theme.hex("line")
    # Its corners are round, and it goes on past the last text.
    assert picture.pixelColor(0, height + 1).name() == marks.theme.hex("surface")
    assert picture.pixelColor(560, height + 16).name() in {marks.theme.hex("select"), marks.theme.hex("select_off")}
