# SPDX-License-Identifier: MIT
"""The start of the window: its rows first, then the rest; with a real database, and no engine."""

import contextlib
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hkwatch.app.front import Front, make_front
from hkwatch.app.looks import dress
from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths, resources
from hkwatch.app.start import Start
from hkwatch.domain.ids import ItemId
from hkwatch.domain.request import Request, Verb
from hkwatch.services.settings import Look, Settings
from hkwatch.store.db import open_writer
from hkwatch.ui.rail import RailButton
from hkwatch.ui.window import MainWindow
from patience import PATIENCE_MS
from services.stored_items import put

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)
NOW_MS = int(datetime.now(UTC).timestamp() * 1000)
ITEMS = [ItemId((NOW_MS - hours * 3_600_000) * 1024) for hours in (1, 2, 3)]


class Begun:
    """A start on its way."""

    def __init__(self, app: QApplication, paths: AppPaths) -> None:
        self.front: Front = make_front(app, Options(paths), Settings())
        self.start = Start(app, self.front, [], watches=False)
        self.window = self.front.window
        self.ended = False
        self.start.whole.connect(lambda shell: shell.ended.connect(self._on_ended))

    def _on_ended(self) -> None:
        self.ended = True

    def rows(self) -> int:
        return self.window.inbox.model.item_count()


@pytest.fixture
def begun(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Begun]]:
    made: list[Begun] = []

    def begin(*, stored: bool = True, hidden: bool = False, shown: bool = False) -> Begun:
        paths = AppPaths.under(tmp_path / "data")
        paths.create()
        if stored:
            with contextlib.closing(open_writer(paths.database_file, paths.backups_dir, datetime.now(UTC))) as db:
                for number, item in enumerate(ITEMS):
                    put(db, int(item), f"Item {number}")
        one = Begun(qapp, paths)
        made.append(one)
        if shown:
            # Keys reach a window that is active, and it is not at once.
            one.window.show()
            qtbot.waitUntil(one.window.isActiveWindow, timeout=PATIENCE_MS)
            qtbot.waitUntil(lambda: one.rows() == len(ITEMS), timeout=PATIENCE_MS)
        one.start.begin(hidden=hidden)
        return one

    yield begin
    for one in made:
        one.start.finish()
        shell = one.start.shell
        assert shell is not None
        shell.quit()
        qtbot.waitUntil(lambda one=one: one.ended, timeout=PATIENCE_MS)
        one.front.looks.appearance.setParent(shell)
        one.window.deleteLater()
        shell._parts.tray.menu.deleteLater()
        shell.deleteLater()
    qapp.processEvents()


def places(window: MainWindow) -> dict[str, tuple[int, int, int, int]]:
    """Where everything stands that is there from the beginning."""
    pieces = {
        "rail": window.rail,
        "search": window.inbox.search,
        "chips": window.inbox.chips,
        "list": window.inbox.view,
        "status": window.status,
    }
    found: dict[str, tuple[int, int, int, int]] = {}
    for name, piece in pieces.items():
        corner = piece.mapTo(window, QPoint(0, 0))
        found[name] = (corner.x(), corner.y(), piece.width(), piece.height())
    return found


def test_the_rows_are_there_before_the_rest_and_nothing_moves_when_it_comes(
    begun: Callable[..., Begun], qtbot: QtBot
) -> None:
    one = begun()
    qtbot.waitUntil(lambda: one.rows() == 3, timeout=PATIENCE_MS)
    assert one.start.shell is None
    assert one.window.status.text().startswith("Starting · HKT ")
    before = places(one.window)
    qtbot.waitUntil(lambda: one.start.shell is not None, timeout=PATIENCE_MS)
    assert places(one.window) == before
    assert one.window.reader.isVisible()
    # The screen of the tests is narrow: the price is one line over the list.
    assert one.window.price.strip.isVisible()
    assert one.window.menuBar().actions()


def test_the_tab_key_goes_from_the_list_to_the_price_and_only_then_to_the_rail(begun: Callable[..., Begun]) -> None:
    window = begun(hidden=True).window
    wanted = {window.inbox.view: "list", window.price.strip: "price", window.status: "status"}
    chain, piece = list[str](), window.nextInFocusChain()
    while piece is not window:
        if piece in wanted:
            chain.append(wanted[piece])
        elif isinstance(piece, RailButton):
            chain.append("rail")
        piece = piece.nextInFocusChain()
    assert list(dict.fromkeys(chain)) == ["list", "price", "status", "rail"]


def test_a_key_pressed_before_the_rest_is_there_is_not_lost(begun: Callable[..., Begun], qtbot: QtBot) -> None:
    one = begun(shown=True)
    assert one.rows() == 3
    assert one.start.shell is None
    QTest.keyClick(one.window.windowHandle(), Qt.Key.Key_J)
    qtbot.waitUntil(lambda: one.window.reader.item_id == ITEMS[0], timeout=PATIENCE_MS)


def test_closing_the_window_before_the_rest_is_there_closes_it(begun: Callable[..., Begun], qtbot: QtBot) -> None:
    one = begun()
    assert one.start.shell is None
    closed: list[str] = []
    one.window.close_wanted.connect(lambda: closed.append("asked"))
    one.window.windowHandle().close()
    assert closed == ["asked"]
    assert one.start.shell is not None


def test_what_a_later_start_asks_for_has_everything_finished_first(begun: Callable[..., Begun]) -> None:
    one = begun()
    assert one.start.shell is None
    one.start.carry_out(Request(Verb.SHOW))
    assert one.start.shell is not None


def test_what_the_start_itself_asks_for_does_not_hold_up_the_first_picture(
    begun: Callable[..., Begun], qtbot: QtBot
) -> None:
    one = begun()
    one.start.carry_out_when_whole(Request(Verb.OPEN, "hkwatch://view/starred"))
    assert one.start.shell is None
    qtbot.waitUntil(lambda: one.start.shell is not None, timeout=PATIENCE_MS)
    assert one.window.rail.current == "starred"


def test_what_a_hidden_start_asks_for_is_done_at_once(begun: Callable[..., Begun]) -> None:
    one = begun(hidden=True)
    one.start.carry_out_when_whole(Request(Verb.OPEN, "hkwatch://view/starred"))
    assert one.window.rail.current == "starred"


def test_without_a_store_the_rest_comes_too(begun: Callable[..., Begun], qtbot: QtBot) -> None:
    one = begun(stored=False)
    # Nobody has looked, so nothing is said to be empty.
    assert one.window.inbox.empty.isVisible()
    assert one.window.inbox.empty.accessibleName() == ""
    qtbot.waitUntil(lambda: one.start.shell is not None, timeout=PATIENCE_MS)
    assert one.rows() == 0


def test_a_hidden_start_has_everything_at_once(begun: Callable[..., Begun]) -> None:
    one = begun(hidden=True)
    assert one.start.shell is not None
    assert not one.window.isVisible()


def test_what_asks_before_the_window_is_there_has_the_theme_of_the_settings(qapp: QApplication) -> None:
    looks = dress(qapp, resources(), Settings(look=Look(theme="dark")))
    ground = qapp.palette().window().color()
    assert looks.theme.scheme == "dark"
    assert ground == looks.theme.colour("window")
    dress(qapp, resources(), Settings(look=Look(theme="light")))
    assert qapp.palette().window().color() != ground
