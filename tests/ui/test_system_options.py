# SPDX-License-Identifier: MIT
"""Start at login and links as settings, and a hidden start: the system's word goes, and no window flashes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hkwatch.services.settings import General, Settings
from hkwatch.ui.hidden_start import HiddenStart
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.system_options import SystemOptions


class FakeEntry:
    def __init__(self, on: bool = False, problem: str = "") -> None:
        self.on, self.problem, self.written = on, problem, 0

    def is_on(self) -> bool:
        return self.on

    def set_on(self, on: bool) -> None:
        if self.problem:
            raise OSError(self.problem)
        self.on, self.written = on, self.written + 1


@pytest.fixture
def files(qtbot: QtBot) -> Iterator[ReadThread[None]]:
    thread: ReadThread[None] = ReadThread(None, name="files")
    yield thread
    assert thread.end(drop=False)


def make_store(tmp_path: Path, files: ReadThread[None], **general: bool) -> SettingsStore:
    return SettingsStore(Settings(general=General(**general)), tmp_path / "settings.toml", files)


def test_the_setting_writes_the_entry_and_removes_it(qtbot: QtBot, tmp_path: Path, files: ReadThread[None]) -> None:
    store, login, links = make_store(tmp_path, files), FakeEntry(), FakeEntry()
    options = SystemOptions(store, files, login, links)
    options.begin()
    qtbot.waitUntil(lambda: links.on)
    store.set("general", "start_at_login", True)
    qtbot.waitUntil(lambda: login.on)
    store.set("general", "start_at_login", False)
    store.set("general", "open_links", False)
    qtbot.waitUntil(lambda: not login.on and not links.on)


@pytest.mark.parametrize("on", [True, False])
def test_what_was_switched_in_the_systems_own_settings_holds(
    qtbot: QtBot, tmp_path: Path, files: ReadThread[None], on: bool
) -> None:
    store, login = make_store(tmp_path, files, start_at_login=not on), FakeEntry(on)
    options = SystemOptions(store, files, login, None)
    options.begin()
    qtbot.waitUntil(lambda: store.settings.general.start_at_login is on)
    assert login.on is on


def test_an_entry_that_cannot_be_written_is_told_and_the_option_goes_back(
    qtbot: QtBot, tmp_path: Path, files: ReadThread[None]
) -> None:
    store = make_store(tmp_path, files)
    options = SystemOptions(store, files, FakeEntry(problem="the disk is full"), None)
    with qtbot.waitSignal(options.failed) as failed:
        store.set("general", "start_at_login", True)
    assert failed.args == ["hkwatch will not start at login", "the disk is full"]
    assert store.settings.general.start_at_login is False


def test_where_there_is_no_entry_to_write_the_option_goes_back(
    qtbot: QtBot, tmp_path: Path, files: ReadThread[None]
) -> None:
    store = make_store(tmp_path, files)
    options = SystemOptions(store, files, None, None)
    with qtbot.waitSignal(options.failed):
        store.set("general", "start_at_login", True)
    assert store.settings.general.start_at_login is False


def test_a_hidden_start_stays_hidden_when_the_tray_comes_late(qtbot: QtBot) -> None:
    asked: list[int] = []
    shown: list[int] = []

    def has_tray() -> bool:
        asked.append(1)
        return len(asked) > 2

    start = HiddenStart(has_tray, lambda: shown.append(1), patience_ms=800)
    start.begin()
    qtbot.waitUntil(lambda: len(asked) == 3)
    assert not start._timer.isActive()
    assert shown == []


def test_a_hidden_start_without_any_tray_shows_the_window_once(qtbot: QtBot) -> None:
    shown: list[int] = []
    start = HiddenStart(lambda: False, lambda: shown.append(1), patience_ms=400)
    start.begin()
    qtbot.waitUntil(lambda: bool(shown))
    assert not start._timer.isActive()
    assert shown == [1]
