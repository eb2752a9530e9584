# SPDX-License-Identifier: MIT
"""A removed price alert and its way back: from the row in the panel to what the engine is asked."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hkwatch.domain.alerts import AlertKind, AlertSpec, AlertState, Phase
from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.commands import RemoveAlert, RestoreAlert
from hkwatch.domain.events import AlertsChanged, AlertView
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import AlertId
from hkwatch.link.desktop_end import EngineProcess
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.alerts.late import LateAlertDialog
from hkwatch.ui.controller import Controller
from hkwatch.ui.inbox import InboxPane
from hkwatch.ui.marks import Marks
from hkwatch.ui.price.panel import PricePanel
from hkwatch.ui.rail import Rail
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.reader.pane import ReaderPane
from hkwatch.ui.statusbar import StatusBar
from hkwatch.ui.surroundings import Surroundings
from hkwatch.ui.theme import Fonts, Icons, Theme
from hkwatch.ui.toast import Toast
from hkwatch.ui.window import MainWindow
from hkwatch.ui.window_state import WindowState

NOW = datetime(2025, 2, 19, 9, 8, tzinfo=UTC)
SPEC = AlertSpec(AlertId(7), "BTC", AlertKind.CROSS_BELOW, Decimal(95_000))
FIRED = AlertView(SPEC, AlertState(Phase.FIRED, NOW, fires=1))


class Desk:
    """The window and its controller, with an engine that is not there yet: what it is to be told waits."""

    def __init__(self, data_dir: Path, theme: Theme, fonts: Fonts, icons: Icons, marks: Marks) -> None:
        self.window = MainWindow(
            theme,
            icons.app_icon(),
            Rail(marks),
            InboxPane(marks),
            ReaderPane(theme, fonts, icons),
            PricePanel(theme, fonts, icons),
            StatusBar(marks),
            WindowState(),
        )
        self.engine = EngineProcess("nothing", [], self.window)
        self.toast = Toast(theme, fonts, icons, self.window)
        self.reads = ReadThread(InboxReader(data_dir / "hkwatch.db", Folder({}), Catalogue()), parent=self.window)
        surroundings = Surroundings(lambda: NOW, lambda: 0, lambda _pid: None)
        dialog = LateAlertDialog(theme, fonts, icons, self.window)
        self.controller = Controller(
            self.window, dialog, self.toast, self.engine, self.reads, Catalogue(), surroundings, self.window
        )


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, theme: Theme, fonts: Fonts, icons: Icons, marks: Marks) -> Iterator[Desk]:
    made = Desk(tmp_path, theme, fonts, icons, marks)
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.reads.end()
    made.window.let_close()
    made.window.close()
    made.window.deleteLater()


def test_undo_brings_the_same_alert_back_and_makes_no_new_one(qtbot: QtBot, desk: Desk) -> None:
    desk.controller.prices.on_alerts(AlertsChanged((FIRED,)))
    desk.window.price.remove_wanted.emit(SPEC.id)
    assert desk.toast.first.isVisible()
    assert desk.toast.first.text() == "Undo"
    qtbot.mouseClick(desk.toast.first, Qt.MouseButton.LeftButton)
    removed, restored = (
        command for command in desk.engine.unconfirmed if isinstance(command, RemoveAlert | RestoreAlert)
    )
    assert (type(removed), removed.alert) == (RemoveAlert, SPEC.id)
    assert (type(restored), restored.alert) == (RestoreAlert, SPEC.id)
