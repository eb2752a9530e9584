# SPDX-License-Identifier: MIT
"""The card about the first 24 hours."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from hkwatch.services.settings import TellFrom
from hkwatch.store.db import open_writer
from hkwatch.store.first_day import FirstDay, first_day
from hkwatch.ui.first_day import FirstDayCard
from hkwatch.ui.marks import Marks

START = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)


def ms(after: timedelta) -> int:
    return int((START + after).timestamp() * 1000)


def test_the_first_day_is_counted_only_once_it_is_over(tmp_path: Path) -> None:
    db = open_writer(tmp_path / "hkwatch.db", tmp_path / "backups", START)
    hour = timedelta(hours=1)
    assert first_day(db, START + 48 * hour) is None
    db.execute("INSERT INTO source_state (source, added_ms) VALUES ('sfc-press-en', ?)", (ms(0 * hour),))
    for after, checks in ((0 * hour, 30), (12 * hour, 40), (24 * hour, 0), (30 * hour, 500)):
        db.execute("INSERT INTO poll_hour VALUES (?, ?, ?)", (ms(after) // 3_600_000 * 3_600_000, checks, checks))
    for number, (after, state) in enumerate(((hour, "shown"), (2 * hour, "folded"), (26 * hour, "shown"))):
        db.execute(
            "INSERT INTO outbox (key, kind, level, state, created_ms, due_ms, done_ms) VALUES (?, 'item', 3, ?, 0, 0, ?)",
            (f"k{number}", state, ms(after)),
        )
    assert first_day(db, START + 23 * hour) is None
    assert first_day(db, START + 25 * hour) == FirstDay(START, 70, 0, 1)
    db.close()


def card(level: str, marks: Marks, chosen: list[TellFrom | None], closed: list[str]) -> FirstDayCard:
    day = FirstDay(START, 2310, 34, 3)
    return FirstDayCard(day, level, marks, "en", chosen.append, lambda: closed.append("closed"))


def test_one_click_makes_it_quieter_or_louder_and_one_takes_it_back(qtbot: QtBot, marks: Marks) -> None:
    chosen: list[TellFrom | None] = []
    closed: list[str] = []
    shown = card("high", marks, chosen, closed)
    qtbot.addWidget(shown)
    assert shown.title.text() == "In the first 24 hours: 2,310 checks, 34 items, 3 notices."
    shown.more.click()
    assert "Normal pops up too" in shown.text.text()
    shown.undo.click()
    shown.fewer.click()
    assert chosen == ["normal", None, "nothing"]
    assert closed == []
    shown.close_button.click()
    assert closed == ["closed"]


def test_where_the_user_set_something_else_no_level_is_offered(qtbot: QtBot, marks: Marks) -> None:
    shown = card("", marks, [], [])
    qtbot.addWidget(shown)
    assert shown.fewer.isHidden()
    assert shown.more.isHidden()
