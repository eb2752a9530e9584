# SPDX-License-Identifier: MIT
"""The desktop put together as it starts, with a real database and a small engine that speaks the link."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hkwatch.app.desktop import build
from hkwatch.app.engine_command import engine_command
from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths
from hkwatch.domain import events as ev
from hkwatch.domain.decide import Change
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import AlertId, CommandId, GapId, ItemId, NoticeId, PublisherId, SourceId
from hkwatch.domain.item import Entry, ItemState, Level
from hkwatch.domain.own_source import FoundSource
from hkwatch.services.settings import Settings, load_settings
from hkwatch.store.db import open_writer, schema, transaction
from hkwatch.store.items import Body, put_text
from hkwatch.ui.banners import Rank
from hkwatch.ui.dialogs import CloseQuestion
from hkwatch.ui.parts import Parts
from hkwatch.ui.shell import Shell
from hkwatch.ui.sources.dialog import SourcesDialog
from patience import PATIENCE_MS, PATIENCE_S
from services.stored_items import put

# The screenless platform can neither raise nor propagate sizes, and has no tray; that says nothing about the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)

FAKE = Path(__file__).parents[1] / "link" / "fake_engine.py"
NOW = datetime.now(UTC)


class Desktop:
    """A running shell with its database and what its engine heard."""

    def __init__(self, shell: Shell, paths: AppPaths, writer: sqlite3.Connection, log: Path, qtbot: QtBot) -> None:
        self.shell, self.paths, self.writer, self.log, self.qtbot = shell, paths, writer, log, qtbot
        self.parts: Parts = shell._parts
        self.window = self.parts.window
        self.controller = self.parts.controller

    def heard(self) -> str:
        return self.log.read_text("utf-8") if self.log.exists() else ""

    def tell(self, event: ev.Event) -> None:
        self.parts.engine.happened.emit(event)

    def rows(self) -> list[str]:
        model = self.window.inbox.model
        found = [model.item_at(place) for place in range(model.rowCount())]
        return [prepared.row.title for prepared in found if prepared is not None]

    def wait_rows(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.rows()) == count, timeout=PATIENCE_MS)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)


def item_id(minutes_ago: int) -> int:
    return (int(NOW.timestamp() * 1000) - minutes_ago * 60_000) * 1024


@pytest.fixture
def start(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> Iterator[Callable[..., Desktop]]:
    """Starts a desktop with three stored items; all are quit at the end."""
    started: list[Desktop] = []

    def run(settings: Settings | None = None, what: str = "record", items: int = 3) -> Desktop:
        paths = AppPaths.under(tmp_path / "data")
        paths.create()
        writer = open_writer(paths.database_file, paths.backups_dir, NOW)
        for number in range(items):
            put(writer, item_id(60 * (number + 1)), f"Item {number}", level=2 if number == 0 else 1)
        log = tmp_path / "commands.log"
        shell = build(qapp, Options(paths), settings or Settings(), [], (sys.executable, [str(FAKE), what, str(log)]))
        shell.start(hidden=False)
        desktop = Desktop(shell, paths, writer, log, qtbot)
        started.append(desktop)
        qtbot.waitExposed(desktop.window)
        desktop.wait_rows(items)
        if what == "record":
            desktop.wait(lambda: desktop.parts.engine.is_connected)
            with qtbot.waitSignal(desktop.controller.inbox.loaded):
                desktop.tell(ev.EngineReady(schema(), 1))
        return desktop

    yield run
    for desktop in started:
        if not desktop.shell.is_quitting:
            with qtbot.waitSignal(desktop.shell.ended, timeout=PATIENCE_MS):
                desktop.shell.quit()
        # The application outlives the test, and with it what it looks like.
        desktop.parts.marks.theme.set_scheme("light")
        desktop.parts.appearance.setParent(desktop.shell)
        desktop.writer.close()
        desktop.window.deleteLater()
        desktop.parts.tray.menu.deleteLater()
        desktop.shell.deleteLater()
    qapp.processEvents()


Start = Callable[..., Desktop]


def test_the_stored_items_are_shown_before_the_engine_says_anything(start: Start) -> None:
    desktop = start(what="deaf-to-all")
    assert desktop.rows() == ["Item 0", "Item 1", "Item 2"]


def test_j_opens_the_next_item_and_a_mark_shows_at_once_and_reaches_the_engine(start: Start) -> None:
    desktop = start()
    desktop.window.inbox.view.setFocus()
    desktop.press(Qt.Key.Key_J)
    first = item_id(60)
    desktop.wait(lambda: desktop.window.reader.item_id == first)
    desktop.press(Qt.Key.Key_S)
    row = desktop.controller.reading.row_of(ItemId(first))
    assert row is not None
    assert row.starred
    desktop.wait(lambda: "STAR" in desktop.heard() and str(first) in desktop.heard())


def test_r_shows_what_the_publisher_changed_and_the_menu_leads_there_too(start: Start) -> None:
    desktop = start()
    first = item_id(60)
    entry = Entry("Item 0", "https://example.test/0", "en", text="It may not appeal.")
    with transaction(desktop.writer):
        put_text(desktop.writer, ItemId(first), replace(entry, text="It may appeal."), "s", Change.BODY, Body.NONE, NOW)
        put_text(desktop.writer, ItemId(first), entry, "s", Change.REVISED, Body.NONE, NOW, substance=True)
    desktop.window.inbox.view.setFocus()
    desktop.press(Qt.Key.Key_J)
    reader = desktop.window.reader
    desktop.wait(lambda: reader.item_id == first and reader.revisions.has_revisions)
    desktop.press(Qt.Key.Key_R)
    assert "It may [+not+] appeal." in reader.text.toPlainText()
    desktop.press(Qt.Key.Key_R)
    assert "It may not appeal." in reader.text.toPlainText()
    menus = {action.text(): action.menu() for action in desktop.window.menuBar().actions()}
    entries = {action.text(): action.menu() for action in menus["&Item"].actions()}
    assert [action.text() for action in entries["&Revisions"].actions()] == [
        "Show or hide the &redline",
        "Redline of the &newer revision",
        "Redline of the &older revision",
    ]


def test_single_keys_are_text_in_the_search_field(start: Start) -> None:
    desktop = start()
    field = desktop.window.inbox.field
    desktop.window.inbox.view.setFocus()
    desktop.press(Qt.Key.Key_Slash)
    assert field.edit.hasFocus()
    QTest.keyClicks(field.edit, "jas")
    assert field.text == "jas"
    assert desktop.window.inbox.view.current_id is None


def test_a_query_that_cannot_be_read_keeps_the_rows_and_says_why(start: Start) -> None:
    desktop = start()
    desktop.window.inbox.field.set_text("is:nonsense")
    assert "nonsense" in desktop.window.inbox.search.line.plain_text
    assert len(desktop.rows()) == 3


def test_the_search_says_in_words_what_it_found(start: Start) -> None:
    desktop = start()
    desktop.window.inbox.field.set_text("is:unread is:starred")
    line = desktop.window.inbox.search.line
    desktop.wait(lambda: line.plain_text.startswith("unread · starred — 0 items in "))
    assert desktop.rows() == []
    desktop.window.inbox.field.set_text("")
    desktop.wait_rows(3)


def test_new_items_wait_behind_the_pill_and_nothing_moves(start: Start) -> None:
    desktop = start()
    desktop.window.inbox.view.step(1, open_it=True)
    fresh = item_id(0)
    put(desktop.writer, fresh, "Fresh")
    desktop.tell(ev.ItemsAdded((ItemId(fresh),), back=False))
    desktop.wait(lambda: desktop.window.inbox.model.waiting == 1)
    assert desktop.rows() == ["Item 0", "Item 1", "Item 2"]
    assert "1 new" in desktop.window.inbox.chips.pill.text()
    desktop.window.inbox.view.setFocus()
    desktop.press(Qt.Key.Key_Period)
    assert desktop.rows() == ["Fresh", "Item 0", "Item 1", "Item 2"]
    assert desktop.window.inbox.view.current_id == item_id(60)


def test_the_back_catalogue_fills_in_around_the_selected_item(start: Start) -> None:
    desktop = start()
    desktop.window.inbox.view.step(1, open_it=True)
    old = item_id(30)
    put(desktop.writer, old, "From the archive", state=2)
    desktop.tell(ev.ItemsAdded((ItemId(old),), back=True))
    desktop.wait_rows(4)
    assert desktop.window.inbox.model.waiting == 0
    assert desktop.window.inbox.view.current_id == item_id(60)


def test_a_changed_item_changes_in_place(start: Start) -> None:
    desktop = start()
    desktop.writer.execute("UPDATE item SET title = 'Corrected' WHERE id = ?", (item_id(120),))
    desktop.tell(ev.ItemsChanged((ItemId(item_id(120)),)))
    desktop.wait(lambda: desktop.rows() == ["Item 0", "Corrected", "Item 2"])


def test_a_mark_that_fails_is_taken_back_and_said(start: Start) -> None:
    desktop = start()
    target = ItemId(item_id(60))
    desktop.controller.reading.mark_read(target)
    row = desktop.controller.inbox.row(target)
    assert row is not None
    assert row.state is ItemState.READ
    command = next(iter(desktop.controller.inbox.pending._marks))
    desktop.tell(ev.CommandDone(CommandId(command), "The disk is full."))

    def is_back() -> bool:
        now = desktop.controller.inbox.row(target)
        return now is not None and now.state is ItemState.NEW

    desktop.wait(is_back)
    assert desktop.parts.controller._toast.isVisible()


def test_a_notification_brings_its_item_up_though_a_filter_hides_it(start: Start) -> None:
    desktop = start()
    desktop.window.inbox.field.set_text("is:starred")
    desktop.wait(lambda: desktop.rows() == [])
    desktop.window.hide()
    desktop.tell(ev.NoticeActivated(NoticeId(1), "default", (ItemId(item_id(180)),), None))
    assert desktop.window.isVisible()
    desktop.wait(lambda: desktop.window.reader.item_id == item_id(180))
    assert desktop.window.inbox.view.current_id == item_id(180)
    assert desktop.controller.banners.shown is Rank.DETOUR
    assert desktop.window.inbox.banner.button.text() == "Restore"
    desktop.window.inbox.banner.button.click()
    desktop.wait(lambda: desktop.rows() == [])
    assert desktop.window.inbox.field.text == "is:starred"
    assert desktop.controller.banners.shown is None


def test_a_notification_of_several_items_shows_just_these(start: Start) -> None:
    desktop = start()
    desktop.tell(ev.NoticeActivated(NoticeId(1), "default", (ItemId(item_id(60)), ItemId(item_id(180))), None))
    desktop.wait(lambda: desktop.rows() == ["Item 0", "Item 2"])
    desktop.window.inbox.banner.button.click()
    desktop.wait_rows(3)


def test_an_item_that_waits_behind_the_pill_is_let_in_for_its_notification(start: Start) -> None:
    desktop = start()
    fresh = ItemId(item_id(0))
    put(desktop.writer, fresh, "Fresh")
    desktop.tell(ev.ItemsAdded((fresh,), back=False))
    desktop.wait(lambda: desktop.window.inbox.model.waiting == 1)
    desktop.tell(ev.NoticeActivated(NoticeId(1), "default", (fresh,), None))
    desktop.wait(lambda: desktop.window.reader.item_id == fresh)
    assert desktop.controller.banners.shown is None


def test_a_notification_of_an_alert_shows_the_price_panel(start: Start) -> None:
    desktop = start()
    desktop.window.set_price_shown(False)
    desktop.tell(ev.NoticeActivated(NoticeId(1), "default", (), AlertId(1)))
    assert desktop.window.price.isVisible()


def test_what_the_engine_cannot_show_appears_in_the_window_and_is_confirmed(start: Start) -> None:
    desktop = start()
    desktop.tell(ev.NoticeWanted(NoticeId(7), "BTC below US$95,000", "US$94,998", Level.HIGH))
    assert desktop.parts.controller._toast.isVisible()
    desktop.wait(lambda: "NoticeShown" in desktop.heard() and "notice=7" in desktop.heard())


def test_what_nobody_could_see_does_not_count_as_shown(start: Start) -> None:
    desktop = start()
    desktop.window.hide()
    desktop.tell(ev.NoticeWanted(NoticeId(8), "BTC below US$95,000", "US$94,998", Level.HIGH))
    desktop.wait(lambda: "notice=8" in desktop.heard())
    assert "no window and no tray" in desktop.heard()


def test_enter_on_the_status_bar_shows_the_sources(start: Start) -> None:
    desktop = start()
    desktop.window.status.setFocus()
    desktop.press(Qt.Key.Key_Return)
    desktop.wait(lambda: "sources" in desktop.shell._dialogs)
    desktop.shell._dialogs["sources"].close()
    desktop.shell.windows.show_settings()
    desktop.shell.help.show_keys()
    desktop.shell.help.show_about()
    assert all(name in desktop.shell._dialogs for name in ("settings", "keys", "about"))
    assert "sources" not in desktop.shell._dialogs


def test_the_language_changes_under_an_open_settings_dialog(start: Start) -> None:
    desktop = start()
    desktop.shell.windows.show_settings()
    box = next(
        box for box in desktop.shell._dialogs["settings"].findChildren(QComboBox) if box.findData("zh-Hant") >= 0
    )
    box.setCurrentIndex(box.findData("zh-Hant"))
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()
    assert desktop.parts.store.settings.general.language == "zh-Hant"
    assert desktop.window.inbox.model.language == "zh-Hant"


def test_settings_hold_at_once_are_saved_and_told_to_the_engine(start: Start) -> None:
    desktop = start()
    desktop.parts.store.set("look", "theme", "dark")
    assert desktop.parts.marks.theme.scheme == "dark"
    desktop.parts.store.set("general", "language", "zh-Hant")
    desktop.wait(lambda: "ReloadSettings" in desktop.heard())
    saved = load_settings(desktop.paths.settings_file)
    assert (saved.look.theme, saved.general.language) == ("dark", "zh-Hant")


def test_offline_is_said_in_the_status_bar_and_over_the_list(start: Start) -> None:
    desktop = start()
    since = NOW - timedelta(minutes=5)
    health = ev.SourceHealth(
        SourceId("sfc-press-en"), "SFC press", "", "", PublisherId("sfc"), True, ev.SourceState.OFFLINE
    )
    desktop.tell(ev.WatchStatusChanged(ev.WatchState.OFFLINE, since, None, None, (health,), (), offline_since=since))
    assert desktop.window.status.facts.state_text == "Offline"
    assert desktop.window.inbox.banner.fact.startswith("Offline since")
    desktop.window.inbox.banner.button.click()
    desktop.wait(lambda: "CheckNow" in desktop.heard())


def test_a_gap_of_a_source_is_told_by_its_name_until_it_is_dismissed(start: Start) -> None:
    desktop = start()
    health = ev.SourceHealth(
        SourceId("blog"), "Example Blog", "", "", PublisherId("press"), False, ev.SourceState.OK, NOW
    )
    gap = ev.Gap(GapId(7), "source", "blog", NOW - timedelta(hours=3), NOW - timedelta(hours=1), "open")
    status = ev.WatchStatusChanged(ev.WatchState.WATCHING, NOW, None, None, (health,), (gap,))
    desktop.tell(status)
    assert desktop.window.inbox.banner.fact.startswith("Example Blog: items between")
    desktop.window.inbox.banner.button.click()
    desktop.wait(lambda: "DismissGap" in desktop.heard())
    assert desktop.controller.banners.shown is not Rank.GAP


def test_a_settings_file_that_cannot_be_used_is_told_until_it_is_dismissed(start: Start) -> None:
    desktop = start()
    problem = SettingsError("bad-toml", "settings.toml: line 3 is no TOML.", "Correct the line.")
    desktop.shell.tell_of_files([problem])
    assert desktop.window.inbox.banner.fact == problem.detail
    desktop.window.inbox.banner.button.click()
    assert desktop.controller.banners.shown is not Rank.SETTINGS


def test_a_clock_that_is_off_is_said_in_the_status_bar_and_over_the_list(start: Start) -> None:
    desktop = start()
    status = ev.WatchStatusChanged(ev.WatchState.WATCHING, NOW, None, None, (), (), clock_ahead_s=181)
    desktop.tell(status)
    assert desktop.controller.banners.shown is Rank.CLOCK
    assert desktop.window.inbox.banner.fact == "This computer's clock is 3\N{NO-BREAK SPACE}min ahead of the servers."
    assert "clock 3\N{NO-BREAK SPACE}min ahead" in desktop.window.status.facts.facts
    desktop.tell(replace(status, clock_ahead_s=-3700))
    assert desktop.window.inbox.banner.fact == "This computer's clock is 1\N{NO-BREAK SPACE}h behind the servers."
    desktop.tell(replace(status, clock_ahead_s=60))
    assert desktop.controller.banners.shown is not Rank.CLOCK


def test_a_click_on_the_notice_of_an_outage_shows_the_sources(start: Start) -> None:
    desktop = start()
    desktop.tell(ev.NoticeActivated(NoticeId(1), "open-sources", (), None))
    desktop.wait(lambda: "sources" in desktop.shell._dialogs)
    desktop.shell._dialogs["sources"].close()


def test_an_engine_that_is_killed_comes_back_and_the_window_says_so_meanwhile(start: Start) -> None:
    desktop = start()
    before = desktop.parts.engine.pid
    os.kill(before, signal.SIGKILL)
    desktop.wait(lambda: desktop.window.status.facts.state_text == "Engine stopped")
    assert desktop.window.isVisible()
    desktop.qtbot.waitUntil(
        lambda: desktop.parts.engine.is_connected and desktop.parts.engine.pid != before, timeout=PATIENCE_MS
    )
    status = ev.WatchStatusChanged(ev.WatchState.WATCHING, NOW, None, None, (), ())
    desktop.tell(status)
    assert desktop.window.status.facts.state_text == "Watching"


def test_a_locked_folder_makes_the_window_read_only(start: Start) -> None:
    desktop = start(what="refuse")
    desktop.wait(lambda: desktop.window.status.facts.state_text == "Read only")
    desktop.wait(lambda: desktop.controller.banners.shown is Rank.ENGINE)
    assert len(desktop.rows()) == 3
    target = ItemId(item_id(60))
    # What the program would mark by itself is left alone in silence; what the user asks is refused aloud.
    desktop.window.inbox.view.seen.emit([target])
    desktop.controller.reading.mark_read(target)
    assert not desktop.controller._toast.isVisible()
    desktop.window.inbox.view.setFocus()
    desktop.press(Qt.Key.Key_J)
    desktop.wait(lambda: desktop.window.reader.item_id == target)
    desktop.press(Qt.Key.Key_S)
    assert desktop.controller._toast.isVisible()
    row = desktop.controller.inbox.row(target)
    assert row is not None
    # Seen it may be: whoever looks before the engine is refused has that mark kept for the engine that comes.
    assert row.state is not ItemState.READ
    assert not row.starred


def test_an_empty_list_says_that_nothing_is_watched_and_what_to_do(start: Start) -> None:
    desktop = start(what="deaf-to-all", items=0)
    step = "Install the newer version again, or choose another folder with --data."
    desktop.tell(ev.EngineFailed("newer-database", "/d/hkwatch.db was written by a newer hkwatch.", step, 3))
    desktop.wait(lambda: step in desktop.window.inbox.empty.accessibleName())
    assert "cannot start" in desktop.window.inbox.empty.accessibleName()


# Closing. The screenless platform has no tray.


def test_closing_without_a_tray_quits(start: Start, qtbot: QtBot) -> None:
    desktop = start()
    assert not desktop.parts.tray.is_available
    with qtbot.waitSignal(desktop.shell.ended, timeout=PATIENCE_MS):
        desktop.window.close()
    assert desktop.parts.engine.pid == 0
    assert (desktop.paths.config_dir / "window.json").exists()


def test_closing_without_a_tray_hides_where_the_user_wants_that(start: Start) -> None:
    desktop = start()
    desktop.parts.store.set("general", "keep_without_tray", True)
    desktop.window.close()
    assert not desktop.window.isVisible()
    assert not desktop.shell.is_quitting
    desktop.shell.bring_up()
    assert desktop.window.isVisible()


def test_the_first_closing_asks_and_the_answer_can_be_remembered(start: Start) -> None:
    desktop = start()
    desktop.shell._ask_close(has_tray=True)
    question = desktop.shell._dialogs["close"]
    assert isinstance(question, CloseQuestion)
    question.remember.setChecked(True)
    question.keep.click()
    assert not desktop.window.isVisible()
    assert desktop.parts.store.settings.general.close == "tray"
    assert not desktop.shell.is_quitting


def test_quitting_ends_the_engine_and_the_threads_in_time(start: Start, qtbot: QtBot) -> None:
    desktop = start()
    with qtbot.waitSignal(desktop.shell.ended, timeout=PATIENCE_MS):
        desktop.shell.quit()
    assert desktop.parts.engine.pid == 0
    assert not desktop.parts.reads._thread.is_alive()
    assert not desktop.parts.files._thread.is_alive()


def test_a_hidden_start_without_a_tray_still_shows_the_window(start: Start) -> None:
    desktop = start()
    desktop.window.hide()
    desktop.shell.start(hidden=True)
    assert not desktop.window.isVisible()
    # The patience for a panel that comes later is over sooner here.
    desktop.shell._hidden_start._left = 1
    desktop.wait(desktop.window.isVisible)


def test_the_engine_gets_the_folder_only_where_one_was_chosen(tmp_path: Path) -> None:
    _, arguments = engine_command(Options(AppPaths.standard()))
    assert arguments == ["-m", "hkwatch", "engine"]
    _, arguments = engine_command(Options(AppPaths.under(tmp_path), "http://127.0.0.1:1", 12.5))
    assert arguments[3:] == ["--data", str(tmp_path), "--replica", "http://127.0.0.1:1", "--demo-epoch", "12.5"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_whole_program(tmp_path: Path, number: signal.Signals) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": ""}
    arguments = [sys.executable, "-m", "hkwatch", "--data", str(tmp_path), "--replica", "http://127.0.0.1:9"]
    with subprocess.Popen(arguments, env=environ, stderr=subprocess.PIPE, text=True) as process:
        sock = tmp_path / "hkwatch.sock"
        end = datetime.now(UTC) + timedelta(seconds=30)
        while not (sock.exists() and (tmp_path / "hkwatch.db").exists()) and datetime.now(UTC) < end:
            assert process.poll() is None
            QTest.qWait(20)
        process.send_signal(number)
        _, errors = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0, errors
    assert "Traceback" not in errors


def test_the_sources_are_reached_from_menu_keys_rail_and_status_bar(start: Start, qtbot: QtBot) -> None:
    desktop = start()
    manager, window = desktop.shell.sources, desktop.window
    list_view = window.inbox.view
    list_view.setFocus()

    def by_keys() -> None:
        qtbot.keyClick(list_view, Qt.Key.Key_G)
        qtbot.keyClick(list_view, Qt.Key.Key_S)

    for open_it in (
        desktop.shell.actions["sources"].trigger,
        by_keys,
        window.rail.manage.click,
        window.status.clicked.emit,
    ):
        assert manager.dialog is None
        open_it()
        assert manager.dialog is not None
        manager.dialog.close()
        window.activateWindow()
        desktop.wait(window.isActiveWindow)
        list_view.setFocus()
    for open_it in (desktop.shell.actions["add-source"].trigger, window.rail.add.click):
        open_it()
        assert manager.adder.adding is not None
        manager.adder.adding.close()
    assert "star" not in desktop.heard().lower()


def test_what_is_pasted_goes_to_the_engine_and_its_answer_comes_back(start: Start) -> None:
    desktop = start()
    adding = desktop.shell.sources.adder.add()
    adding.search("https://blog.example.test/")
    desktop.wait(lambda: "FindSources" in desktop.heard())
    ident = desktop.heard().split("FindSources(id='")[1].split("'")[0]
    found = FoundSource("https://blog.example.test/feed", "Example Blog", "en")
    desktop.tell(ev.SourcesFound(CommandId(ident), (found,)))
    adding.go.click()
    desktop.wait(lambda: "AddSources" in desktop.heard())
    ident = desktop.heard().split("AddSources(id='")[1].split("'")[0]
    desktop.tell(ev.SourcesAdded(CommandId(ident), (SourceId("example-blog"),), 0))
    dialog = desktop.shell.sources.dialog
    assert dialog is not None
    assert dialog.toast.accessibleName() == "1 added."
    dialog.close()


def test_the_choice_of_a_new_address_is_sent_to_the_engine(start: Start) -> None:
    desktop = start()
    health = ev.SourceHealth(
        SourceId("blog"), "Example Blog", "", "", PublisherId("press"), False, ev.SourceState.MOVED, NOW,
        moved_to="https://new.example.test/", moved_seen=3,
    )  # fmt: skip
    moved = ev.WatchStatusChanged(ev.WatchState.WATCHING, NOW, None, None, (health,), ())
    desktop.tell(moved)
    desktop.shell.sources.show()
    dialog = desktop.shell._dialogs["sources"]
    assert isinstance(dialog, SourcesDialog)
    # With the usual settings it is followed by itself, and nobody is asked.
    assert desktop.controller.banners.shown is not Rank.MOVED
    desktop.parts.store.set("sources", "accept_moves", False)
    desktop.tell(moved)
    desktop.wait(lambda: desktop.controller.banners.shown is Rank.MOVED)
    dialog.select(SourceId("blog"))
    dialog.detail.use.click()
    desktop.wait(lambda: "UseAddress" in desktop.heard())
    dialog.close()
