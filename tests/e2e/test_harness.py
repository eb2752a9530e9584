# SPDX-License-Identifier: MIT
"""The throw-away desktop itself: it is real, it can be looked at, and nothing of it stays."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from e2e.desktop import Desktop, end, require, wait_until

pytestmark = pytest.mark.e2e


def _processes_with(setting: str) -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and setting.encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except (PermissionError, FileNotFoundError, ProcessLookupError):
            continue
    return found


def test_desktop_has_a_tray_a_window_manager_and_a_notification_daemon(desktop: Desktop) -> None:
    assert desktop.has_tray()
    assert desktop.windows("tint2") or desktop.run(["xdotool", "search", "--class", "tint2"]).stdout
    assert desktop.displayed() == 0
    assert desktop.notifications() == []


def test_picture_has_the_size_of_the_screen(desktop: Desktop, tmp_path: Path) -> None:
    picture = tmp_path / "screen.png"
    desktop.screenshot(picture)
    header = picture.read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == desktop.size


def test_window_is_found_by_its_title_and_takes_keys(desktop: Desktop) -> None:
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication, QLineEdit\n"
        "app = QApplication(sys.argv)\n"
        "box = QLineEdit()\n"
        "box.textEdited.connect(lambda text: box.setWindowTitle('typed ' + text))\n"
        "box.setWindowTitle('a window of the test'); box.resize(300, 60); box.show()\n"
        "app.exec()\n"
    )
    desktop.start([sys.executable, "-c", script])
    window = desktop.wait_for_window("^a window of the test$")
    assert desktop.windows("no such window") == []
    desktop.run(["xdotool", "windowactivate", "--sync", str(window)])
    desktop.type("btc")
    assert desktop.wait_for_window("^typed btc$") == window


def test_tray_icon_of_a_program_is_taken_in_by_the_panel(desktop: Desktop) -> None:
    script = (
        "import sys\n"
        "from PySide6.QtGui import QIcon, QPixmap\n"
        "from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget\n"
        "app = QApplication(sys.argv)\n"
        "pixels = QPixmap(22, 22); pixels.fill('#ff00ff')\n"
        "icon = QSystemTrayIcon(QIcon(pixels))\n"
        "window = QWidget()\n"
        "icon.activated.connect(lambda reason: (window.setWindowTitle(reason.name), window.show()))\n"
        "icon.show()\n"
        "app.exec()\n"
    )
    desktop.start([sys.executable, "-c", script])
    x, y = wait_until(lambda: desktop.find_colour("#FF00FF"), 10, "the icon in the tray")
    assert y > desktop.size[1] - 40
    desktop.click(x, y)
    assert desktop.wait_for_window("^Trigger$")


def test_nothing_is_left_when_the_desktop_ends_even_after_a_failure() -> None:
    address = ""
    folder = Path()

    def fail_inside() -> None:
        nonlocal address, folder
        with Desktop() as desktop:
            address = f"DBUS_SESSION_BUS_ADDRESS={desktop.env['DBUS_SESSION_BUS_ADDRESS']}"
            folder = desktop.folder
            # A child that starts a child of its own and does not care about polite requests.
            desktop.start(["sh", "-c", "trap '' TERM; sleep 100 & wait; wait"])
            assert len(_processes_with(address)) >= 4
            raise RuntimeError("the test failed")

    with pytest.raises(RuntimeError):
        fail_inside()
    wait_until(lambda: not _processes_with(address), 2, "the end of every process of the desktop")
    assert not folder.exists()


def test_process_that_ignores_the_request_to_end_is_killed() -> None:
    process = subprocess.Popen(
        ["sh", "-c", "trap '' TERM; echo ready; while :; do sleep 100; done"],
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == b"ready\n"
    end(process, patience_s=0.1)
    assert process.returncode == -9


def test_waiting_in_vain_says_what_was_awaited() -> None:
    with pytest.raises(TimeoutError, match="a price below zero"):
        wait_until(lambda: False, 0.05, "a price below zero")


def test_missing_tool_skips_with_the_reason_and_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-tool"):
        require("no-such-tool")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-tool"):
        require("no-such-tool")
    require(os.fspath(Path(sys.executable)))
