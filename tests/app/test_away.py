# SPDX-License-Identifier: MIT
"""Coming back after a weekend: the desktop comes up with the Away view, clears it by one key, and has it again."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.test_desktop import FAKE, Desktop
from hkwatch.app.desktop import build
from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths
from hkwatch.domain import events as ev
from hkwatch.domain.ids import NoticeId
from hkwatch.domain.order import to_ms
from hkwatch.services.settings import Settings
from hkwatch.store import away
from hkwatch.store.db import open_writer, schema, transaction
from hkwatch.ui.toast import Toast
from patience import PATIENCE_MS
from services.stored_items import put

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)

NOW = datetime.now(UTC)
FRIDAY = NOW - timedelta(hours=64)


def test_after_a_weekend_the_window_shows_what_happened(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    paths = AppPaths.under(tmp_path / "data")
    paths.create()
    writer = open_writer(paths.database_file, paths.backups_dir, FRIDAY)
    with transaction(writer):
        away.note_active(writer, FRIDAY)
        for number, level in enumerate((3, 2, 1)):
            at = to_ms(FRIDAY + timedelta(hours=10 + number))
            put(writer, at * 1024, f"Item {number}", level=level, first_seen_ms=at, published_ms=at)
    log = tmp_path / "commands.log"
    shell = build(qapp, Options(paths), Settings(), [], (sys.executable, [str(FAKE), "record", str(log)]))
    desktop = Desktop(shell, paths, writer, log, qtbot)
    page, window = shell.away.page, desktop.window
    try:
        shell.start(hidden=False)
        qtbot.waitExposed(window)
        desktop.wait(lambda: desktop.parts.engine.is_connected)
        desktop.tell(ev.EngineReady(schema(), 1))
        desktop.wait(lambda: "UserActive" in desktop.heard())
        # By itself, without a key: the list must not count as seen meanwhile.
        desktop.wait(lambda: shell.away.is_shown)
        assert page.sentence.text() == "64 h: 1 critical, 1 high"
        assert not window.inbox.isVisible()
        assert window.rail.current == "away"
        # What the engine does with the sign of the user.
        with transaction(writer):
            away.note_active(writer, datetime.now(UTC))
        shell.away.refresh()
        desktop.wait(lambda: page.told is not None and page.told.span.id == 1)
        # An item opens in the list, and the rail leads back.
        page.critical.lines[0].click()
        desktop.wait(lambda: not shell.away.is_shown and window.reader.item_id == page.critical.lines[0].line.opens)
        window.rail.view_chosen.emit("away")
        desktop.wait(lambda: shell.away.is_shown)
        # One key clears it.
        QTest.keyClick(page, Qt.Key.Key_E)
        desktop.wait(lambda: "CLEARED" in desktop.heard())
        desktop.wait(lambda: not shell.away.is_shown)
        assert window.rail.current == "inbox"
        window.findChild(Toast).first.click()
        desktop.wait(lambda: "OPEN" in desktop.heard())
        desktop.wait(lambda: shell.away.is_shown)
        # The keys that lead elsewhere hold on this page, and the rail shows where they led.
        for key in (Qt.Key.Key_G, Qt.Key.Key_F):
            QTest.keyClick(page, key)
        desktop.wait(lambda: not shell.away.is_shown)
        assert window.rail.current == "flagged"
        window.rail.view_chosen.emit("away")
        desktop.wait(lambda: shell.away.is_shown)
        window.rail.source_chosen.emit("sfc")
        desktop.wait(lambda: not shell.away.is_shown)
        # The notification of the absence leads to it.
        desktop.tell(ev.NoticeActivated(NoticeId(1), "open-away", (), None))
        desktop.wait(lambda: shell.away.is_shown)
        shell.windows.coverage.show()
        desktop.wait(
            lambda: shell.windows.coverage.dialog is not None and shell.windows.coverage.dialog.as_text.isEnabled()
        )
        assert shell.windows.coverage.dialog is not None
        assert shell.windows.coverage.dialog.summary.text() == "nothing was counted in this month"
    finally:
        with qtbot.waitSignal(shell.ended, timeout=PATIENCE_MS):
            shell.quit()
        desktop.parts.appearance.setParent(shell)
        writer.close()
        window.deleteLater()
        desktop.parts.tray.menu.deleteLater()
        shell.deleteLater()
        qapp.processEvents()
