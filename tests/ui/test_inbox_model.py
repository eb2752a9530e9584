# SPDX-License-Identifier: MIT
"""The inbox model: days, pages, changes in place, and new items that wait."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inbox_rows import NAMES, NOW, hkt, make_row, two_days
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType, ItemState, Level, Precision
from hkwatch.ui.inbox.model import InboxModel
from hkwatch.ui.inbox.prepared import GroupHeader, PreparedRow
from hkwatch.ui.marks import Tag, TagKind


@pytest.fixture
def model(qapp: object) -> InboxModel:
    made = InboxModel()
    made.set_rows(two_days(), NOW, "en", NAMES)
    return made


def outline(model: InboxModel) -> list[str]:
    """Heads in brackets, items by their time."""
    lines: list[str] = []
    for row in range(model.rowCount()):
        entry = model.entry(row)
        lines.append(f"[{entry.name} {entry.count}]" if isinstance(entry, GroupHeader) else entry.time)
    return lines


def spoken(model: InboxModel, row: int) -> str:
    return str(model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole))


def test_items_stand_under_the_heads_of_their_hong_kong_days(model: InboxModel) -> None:
    assert outline(model) == ["[Today 3]", "16:41", "14:18", "11:22", "[Yesterday 2]", "20:23", "12:26"]


def test_the_day_is_hong_kongs_and_not_utcs(model: InboxModel) -> None:
    just_after_midnight = make_row(hkt(19, 0, 5))
    model.set_rows([just_after_midnight], NOW, "en", NAMES)
    assert outline(model) == ["[Today 1]", "00:05"]


def test_older_heads_name_weekday_date_and_another_year(model: InboxModel) -> None:
    model.set_rows([make_row(hkt(17, 18, 53)), make_row(hkt(3, 9, 0) - timedelta(days=49))], NOW, "en", NAMES)
    heads = [e for e in map(model.entry, range(model.rowCount())) if isinstance(e, GroupHeader)]
    assert [(head.name, head.dated) for head in heads] == [("Monday", "17 Feb"), ("Monday", "16 Dec 2024")]


def test_a_date_alone_is_not_shown_as_midnight(model: InboxModel) -> None:
    midnight = hkt(18, 0, 0)
    model.set_rows([make_row(midnight, precision=Precision.DAY)], NOW, "en", NAMES)
    entry = model.entry(1)
    assert isinstance(entry, PreparedRow)
    assert entry.time == ""
    assert "date only" in str(model.data(model.index(1), Qt.ItemDataRole.ToolTipRole))


def test_a_screen_reader_hears_state_level_type_and_publisher_before_the_title(model: InboxModel) -> None:
    critical = make_row(
        hkt(19, 16, 41),
        "Example Digital Ltd reprimanded",
        level=Level.CRITICAL,
        doc_type=DocType.ENFORCEMENT,
        needs_ack=True,
    )
    model.set_rows([critical], NOW, "en", NAMES)
    assert spoken(model, 1) == (
        "Unread, critical, enforcement, SFC: Example Digital Ltd reprimanded. 16:41. Acknowledgement needed."
    )
    assert spoken(model, 0) == "Today, Wed 19 Feb, 1 item, expanded"


def test_tags_say_other_language_sources_revision_and_what_is_asked(model: InboxModel) -> None:
    row = make_row(
        hkt(19, 9, 0),
        langs=("en", "zh-Hant"),
        sources_count=3,
        revision=2,
        is_changed=True,
        starred=True,
        needs_ack=True,
    )
    model.set_rows([row], NOW, "en", NAMES)
    entry = model.entry(1)
    assert isinstance(entry, PreparedRow)
    assert entry.tags == (
        Tag(TagKind.LANGUAGE, "中"),
        Tag(TagKind.PLAIN, "3 sources"),
        Tag(TagKind.PLAIN, "Δ rev 2"),
        Tag(TagKind.STAR, ""),
        Tag(TagKind.NEEDS_ACK, "Needs ack"),
    )
    model.update_rows([replace(row, acknowledged=True, langs=("en",))])
    after = model.entry(1)
    assert isinstance(after, PreparedRow)
    assert TagKind.NEEDS_ACK not in {tag.kind for tag in after.tags}
    assert TagKind.LANGUAGE not in {tag.kind for tag in after.tags}


def test_a_change_of_state_moves_nothing_and_repaints_one_row(model: InboxModel) -> None:
    before, changed = outline(model), []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.update_rows([replace(two_days()[1], state=ItemState.READ, starred=True)])
    assert outline(model) == before
    assert changed == [(2, 2)]
    entry = model.entry(2)
    assert isinstance(entry, PreparedRow)
    assert entry.row.state is ItemState.READ


def test_what_looks_the_same_is_not_painted_again(model: InboxModel) -> None:
    before, changed = model.entry(2), []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.update_rows([replace(row) for row in two_days()])
    assert changed == []
    assert model.entry(2) is before


def test_a_head_asks_for_no_more_words_than_it_shows(qapp: QApplication) -> None:
    asked: list[str] = []

    class Listening(QTranslator):
        def isEmpty(self) -> bool:
            return False

        def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> None:
            if context in ("Weekday", "Day"):
                asked.append(text)

    listening, model = Listening(), InboxModel()
    qapp.installTranslator(listening)
    try:
        model.set_rows([make_row(NOW - timedelta(days=days)) for days in range(5)], NOW, "en", NAMES)
        model.append_page([make_row(NOW - timedelta(days=5))])
    finally:
        qapp.removeTranslator(listening)
    assert outline(model)[::2] == [
        "[Today 1]",
        "[Yesterday 1]",
        "[Monday 1]",
        "[Sunday 1]",
        "[Saturday 1]",
        "[Friday 1]",
    ]
    # A further page looks over the heads once more: its days may have begun before.
    heads = ["Today", "Yesterday", "Monday", "Sunday", "Saturday"]
    assert asked == [*heads, "Friday", *heads, "Friday"]


def test_even_another_sort_time_keeps_the_row_where_it_is(model: InboxModel) -> None:
    item = two_days()[1]
    model.update_rows([replace(item, sort_at=hkt(17, 9, 0))])
    assert model.row_of(item.id) == 2
    model.hold([make_row(hkt(19, 17, 0))])
    model.show_waiting()
    assert outline(model)[-2:] == ["[Monday 1]", "09:00"]


def test_unknown_items_are_not_added_by_an_update(model: InboxModel) -> None:
    before = outline(model)
    model.update_rows([make_row(hkt(19, 17, 0))])
    assert outline(model) == before


def test_new_items_wait_until_they_are_asked_for(model: InboxModel) -> None:
    counts: list[int] = []
    model.waiting_changed.connect(counts.append)
    before = outline(model)
    fresh = [make_row(hkt(19, 17, 5)), make_row(hkt(19, 12, 0))]
    model.hold(fresh)
    model.hold(fresh[:1])
    model.hold([two_days()[0]])
    assert (outline(model), counts, model.waiting) == (before, [2], 2)
    assert model.show_waiting() == fresh[0].id
    assert outline(model)[:6] == ["[Today 5]", "17:05", "16:41", "14:18", "12:00", "11:22"]
    assert counts == [2, 0]
    assert model.show_waiting() is None


def test_other_rows_drop_what_waited(model: InboxModel) -> None:
    model.hold([make_row(hkt(19, 17, 5))])
    model.set_rows([], NOW, "en", NAMES)
    assert model.waiting == 0


def test_a_waiting_item_that_changes_comes_in_changed(model: InboxModel) -> None:
    row = make_row(hkt(19, 17, 5))
    model.hold([row])
    model.update_rows([replace(row, title="Corrected title")])
    model.show_waiting()
    assert model.data(model.index(1)) == "Corrected title"


def test_the_next_page_is_asked_for_once_and_continues_the_last_day(model: InboxModel) -> None:
    rows = two_days()
    model.set_rows(rows[:4], NOW, "en", NAMES, more=True)
    asked: list[object] = []
    model.more_wanted.connect(asked.append)
    model.want_more()
    model.want_more()
    assert asked == [rows[3]]
    model.append_page([rows[3], rows[4]], more=False)
    assert outline(model)[-3:] == ["[Yesterday 2]", "20:23", "12:26"]
    model.want_more()
    assert len(asked) == 1


def test_a_closed_day_hides_its_items_and_keeps_later_pages_closed(model: InboxModel) -> None:
    model.toggle_group(4)
    assert outline(model)[-1] == "[Yesterday 2]"
    assert model.row_of(two_days()[3].id) == -1
    model.append_page([make_row(hkt(18, 9, 0))])
    assert outline(model)[-1] == "[Yesterday 3]"
    model.toggle_group(4)
    assert outline(model)[-3:] == ["20:23", "12:26", "09:00"]


def test_removed_items_take_the_head_of_an_empty_day_with_them(model: InboxModel) -> None:
    rows = two_days()
    model.remove_rows([rows[3].id, rows[4].id, rows[0].id])
    assert outline(model) == ["[Today 2]", "14:18", "11:22"]
    assert model.row_of(rows[1].id) == 1


def test_midnight_renames_the_heads(model: InboxModel) -> None:
    model.set_now(NOW + timedelta(hours=7))
    assert outline(model)[0] == "[Yesterday 3]"
    assert outline(model)[4] == "[Tuesday 2]"


def test_an_unknown_publisher_is_shown_by_its_id(model: InboxModel) -> None:
    model.set_rows([make_row(hkt(19, 9, 0), publisher="legco")], NOW, "en", NAMES)
    entry = model.entry(1)
    assert isinstance(entry, PreparedRow)
    assert entry.publisher == "LEGCO"


Step = Callable[[InboxModel], object]
MOMENTS = [hkt(day, hour, 0) for day in (15, 17, 18, 19) for hour in (1, 9, 17, 23)]
ROWS = [make_row(moment) for moment in MOMENTS]
STEPS = st.one_of(
    st.lists(st.sampled_from(ROWS), max_size=6, unique_by=lambda row: row.id).map(
        lambda rows: lambda model: model.hold(rows)
    ),
    st.just(lambda model: model.show_waiting()),
    st.lists(st.sampled_from(ROWS), max_size=3).map(
        lambda rows: lambda model: model.update_rows([replace(row, state=ItemState.READ) for row in rows])
    ),
    st.lists(st.sampled_from([row.id for row in ROWS]), max_size=3).map(
        lambda ids: lambda model: model.remove_rows(ids)
    ),
    st.integers(0, 20).map(lambda at: lambda model: model.toggle_group(at) if at < model.rowCount() else None),
    st.just(lambda model: model.append_page([make_row(hkt(14, 9, 0))])),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=12))
def test_the_list_stays_sorted_and_complete_whatever_happens(qapp: object, steps: list[Step]) -> None:
    model = InboxModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_rows(sorted(ROWS[4:8], key=lambda row: row.id, reverse=True), NOW, "en", NAMES)
    for step in steps:
        step(model)
        entries = [model.entry(row) for row in range(model.rowCount())]
        ids = [entry.row.id for entry in entries if isinstance(entry, PreparedRow)]
        assert len(set(ids)) == len(ids)
        heads = [entry.day for entry in entries if isinstance(entry, GroupHeader)]
        assert len(set(heads)) == len(heads)
        assert sum(e.count for e in entries if isinstance(e, GroupHeader)) == model.item_count()
        day = None
        for row, entry in enumerate(entries):
            if isinstance(entry, GroupHeader):
                day = entry.day
                assert entry.count > 0
            else:
                assert entry.day == day
                assert model.row_of(ItemId(entry.row.id)) == row


def test_ten_thousand_rows_are_taken_in_without_a_stall(qtbot: QtBot) -> None:
    start = hkt(19, 17, 0)
    rows = [make_row(start - timedelta(minutes=7 * n), f"Item {n}") for n in range(10_000)]
    model = InboxModel()
    model.set_rows(rows, NOW, "en", NAMES)
    assert model.item_count() == 10_000
    assert model.row_of(rows[9_999].id) == model.rowCount() - 1
