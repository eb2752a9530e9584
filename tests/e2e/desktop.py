# SPDX-License-Identifier: MIT
"""A throw-away Linux desktop: what a test needs to see a window, a tray icon and a notification for real.

    with Desktop() as desktop:
        desktop.start(["hkwatch"])
        desktop.windows("hkwatch")      desktop.click(100, 20)      desktop.screenshot(path)
        desktop.notifications()         desktop.dunst_action()

Nothing waits a fixed time: every step is awaited by its own condition, with a deadline. Everything started
inside is stopped and joined on leaving, whatever happened.
"""

import contextlib
import functools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import pytest

from e2e import x11
from e2e.bus import NOTIFICATIONS, NotifyMonitor, PrivateBus, SeenNotification, dunst_history, name_has_owner
from patience import PATIENCE_S
from patience import wait_until as wait_until

# The package that brings each tool, for the reason of a skip.
PACKAGES = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "tint2": "tint2",
    "dunst": "dunst",
    "dunstctl": "dunst",
    "dbus-daemon": "dbus",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "xprop": "x11-utils",
}
DESKTOP_TOOLS = tuple(PACKAGES)

_DUNST_CONFIG = """[global]
    origin = top-right
    offset = 12x12
    width = 420
    height = 200
    notification_limit = 10
    font = Noto Sans 10
    markup = full
    idle_threshold = 0
    show_age_threshold = -1
    history_length = 100
    show_indicators = no
    frame_width = 1
    frame_color = "#59636e"
    corner_radius = 6
    background = "#20242a"
    foreground = "#e6eaf0"
    mouse_left_click = close_current
    mouse_middle_click = do_action, close_current
    mouse_right_click = close_all
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
    background = "#20242a"
    foreground = "#e6eaf0"
    frame_color = "#ff8a8a"
"""
_TINT2_CONFIG = """rounded = 0
border_width = 0
background_color = #20242a 100
border_color = #20242a 100
panel_items = TSC
panel_monitor = primary
panel_position = bottom center horizontal
panel_size = 100% 32
panel_background_id = 1
panel_layer = top
wm_menu = 0
taskbar_mode = single_desktop
task_text = 1
task_icon = 1
task_maximum_size = 200 28
task_font = Noto Sans 9
task_font_color = #ffffff 100
systray_padding = 6 4 6
systray_icon_size = 22
systray_sort = ascending
time1_format = %H:%M
time1_font = Noto Sans 9
clock_font_color = #ffffff 100
"""


def require(*tools: str) -> None:
    """Skip the test when a tool is missing, with the reason printed; where CI=true fail instead."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if not missing:
        return
    packages = sorted({PACKAGES.get(tool, tool) for tool in missing})
    skip_or_fail(f"not installed: {', '.join(missing)} (Debian: apt install {' '.join(packages)})")


def skip_or_fail(reason: str) -> None:
    """Skip with the reason on the real stderr, which pytest does not swallow; where CI=true fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    print(f"skipped: {reason}", file=sys.__stderr__)
    pytest.skip(reason)


class Desktop:
    """Xvfb, openbox, tint2 and dunst on a private bus; a context manager. `env` is what its programs need.

    `size` is in pixels; `has_panel` False leaves tint2 out, and with it the tray. Home and all XDG folders lie in
    `folder`, which is removed on leaving.
    """

    def __init__(self, size: tuple[int, int] = (1280, 800), *, has_panel: bool = True) -> None:
        self.size = size
        self._has_panel = has_panel
        self.folder = Path()
        self.env: dict[str, str] = {}
        self._stack = contextlib.ExitStack()
        self._monitor: NotifyMonitor | None = None
        self._dunst: subprocess.Popen[bytes] | None = None
        self._panel: subprocess.Popen[bytes] | None = None
        self._signs: list[str] = []

    def __enter__(self) -> Self:
        require(*DESKTOP_TOOLS)
        self.folder = Path(tempfile.mkdtemp(prefix="hkw-"))
        with contextlib.ExitStack() as stack:
            stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
            self._start_all(stack)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def _start_all(self, stack: contextlib.ExitStack) -> None:
        self._stack = stack
        bus = stack.enter_context(PrivateBus(self.folder))
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700)
        inherited = {key: os.environ[key] for key in ("PATH", "LANG", "TZ", "CI") if key in os.environ}
        self.env = {
            **inherited,
            "LC_ALL": "C.UTF-8",
            "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_STATE_HOME": str(self.folder / "state"),
            # The font cache of the machine is shared: building one anew takes seconds.
            "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")),
            "DBUS_SESSION_BUS_ADDRESS": bus.address,
            "QT_QPA_PLATFORM": "xcb",
        }
        self.env["DISPLAY"] = self._start_x_server()
        self._monitor = NotifyMonitor(bus.address)
        stack.callback(self._monitor.stop)

        if shutil.which("xsetroot"):
            # Only for the eye: a window's edge is hard to see on black.
            self.run(["xsetroot", "-solid", "#3a4450"])
        self.start(["openbox"], log="openbox.log")
        self._write("tint2rc", _TINT2_CONFIG)
        self._write("dunstrc", _DUNST_CONFIG)
        wait_until(self._has_window_manager, PATIENCE_S, "the window manager")
        # With its first key xdotool's keyboard takes the place of the server's, and the window manager grabs its own
        # keys anew: an Alt+F4 pressed meanwhile would be lost.
        self.run(["xdotool", "key", "Shift_L"])
        if self._has_panel:
            self.start_panel()
        self.start_dunst()
        if self._has_panel:
            wait_until(self.has_tray, PATIENCE_S, "the tray of the panel")

    def _start_x_server(self) -> str:
        readable, writable = os.pipe()
        width, height = self.size
        screen = f"{width}x{height}x24"
        try:
            self.start(
                ["Xvfb", "-displayfd", str(writable), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"],
                log="xvfb.log",
                pass_fds=(writable,),
            )
        finally:
            os.close(writable)
        # The number comes when the server takes connections.
        with os.fdopen(readable) as answer:
            number = answer.readline().strip()
        assert number, (self.folder / "xvfb.log").read_text()
        return f":{number}"

    def _write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    # -- programs ------------------------------------------------------------------------------------

    def start(
        self,
        command: Sequence[str],
        *,
        log: str | None = None,
        env: dict[str, str] | None = None,
        pass_fds: Sequence[int] = (),
    ) -> "subprocess.Popen[bytes]":
        """Start a program on this desktop; it is ended with the desktop, with all it started.

        Its output goes to the file `log` in `folder`, or to the test's own output with None.
        """
        output: IO[bytes] | None = None
        if log is not None:
            output = self._stack.enter_context((self.folder / log).open("ab"))
        process = subprocess.Popen(
            command,
            env={**self.env, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            start_new_session=True,
            pass_fds=pass_fds,
        )
        self._stack.callback(end, process)
        return process

    def run(
        self, command: Sequence[str], *, timeout_s: float = PATIENCE_S, is_checked: bool = True
    ) -> "subprocess.CompletedProcess[str]":
        """Run a program on this desktop to its end and return it with its output as text."""
        return subprocess.run(
            command, env=self.env, capture_output=True, text=True, timeout=timeout_s, check=is_checked
        )

    # -- looking and touching ------------------------------------------------------------------------

    def screenshot(self, path: Path) -> None:
        """The whole screen as a picture; the ending of `path` says which kind."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.run(["import", "-window", "root", str(path)])

    def find_colour(self, colour: str, within: tuple[int, int, int, int] | None = None) -> tuple[int, int] | None:
        """Where on the screen exactly this colour is (`#FF00FF`), the middle of the first run of it; None if nowhere.

        `within` is x, y, width and height of the part to look at, from whose corner the answer counts.
        """
        width, height = self.size if within is None else within[2:]
        crop = [] if within is None else ["-crop", f"{width}x{height}+{within[0]}+{within[1]}"]
        command = ["import", "-window", "root", *crop, "-depth", "8", "rgb:-"]
        pixels = subprocess.run(command, env=self.env, capture_output=True, timeout=PATIENCE_S, check=True).stdout
        assert len(pixels) == 3 * width * height
        wanted = bytes.fromhex(colour.removeprefix("#"))
        at = pixels.find(wanted)
        while at >= 0 and at % 3:
            at = pixels.find(wanted, at + 1)
        if at < 0:
            return None
        length = 1
        while pixels[at + 3 * length : at + 3 * length + 3] == wanted:
            length += 1
        y, x = divmod(at // 3, width)
        # Some rows down, so that a click does not hit the very edge.
        below = next((n for n in range(1, 9) if _pixel(pixels, width, x, y + n) != wanted), 9) // 2
        return x + length // 2, y + below

    def key(self, *keys: str) -> None:
        """Press keys one after the other in the focused window, named as xdotool does: `ctrl+f`, `Return`."""
        self.run(["xdotool", "key", "--clearmodifiers", *keys])

    def type(self, text: str) -> None:
        """Type a text into the focused window."""
        self.run(["xdotool", "type", "--delay", "5", text])

    def type_signs(self, signs: str) -> None:
        """Type signs that no key has: `牌照`; at most ten different ones on one desktop."""
        # xdotool would lend one key to each sign in turn, and a slow program asks too late which sign the key had.
        self._signs.extend(sign for sign in signs if sign not in self._signs)
        x11.give_keys(self.env["DISPLAY"], self._signs)
        self.run(["xdotool", "key", *(f"U{ord(sign):04X}" for sign in signs)])

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click at a point of the screen; 1 left, 2 middle, 3 right."""
        # Without --sync, which waits for ever where the pointer is there already; X keeps the order by
        # itself.
        self.run(["xdotool", "mousemove", str(x), str(y), "click", str(button)])

    def windows(self, name: str) -> list[int]:
        """Ids of the visible windows whose title matches the regular expression `name`."""
        found = self.run(["xdotool", "search", "--onlyvisible", "--name", name], is_checked=False)
        return [int(line) for line in found.stdout.split()]

    def wait_for_window(self, name: str, timeout_s: float = PATIENCE_S) -> int:
        """The first visible window of that name."""
        return wait_until(functools.partial(self.windows, name), timeout_s, f"a window named {name}")[0]

    def has_tray(self) -> bool:
        """Whether a panel takes tray icons."""
        return x11.selection_owner(self.env["DISPLAY"], "_NET_SYSTEM_TRAY_S0") != 0

    def _has_window_manager(self) -> bool:
        return "window id" in self.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], is_checked=False).stdout

    # -- notifications -------------------------------------------------------------------------------

    def notifications(self) -> list[SeenNotification]:
        """Every Notify call so far, oldest first."""
        assert self._monitor is not None
        self._monitor.catch_up()
        return list(self._monitor.seen)

    def displayed(self) -> int:
        """How many notifications are on the screen now."""
        count = self.run(["dunstctl", "count", "displayed"], is_checked=False).stdout.strip()
        return int(count) if count.isdigit() else 0

    def history(self) -> list[dict[str, Any]]:
        """The notifications that left the screen, newest first, as dunst tells them."""
        return dunst_history(self.env["DBUS_SESSION_BUS_ADDRESS"])

    def dunst_action(self) -> None:
        """Do what a middle click on the newest notification does: its default action."""
        self.run(["dunstctl", "action", "0"])

    def dunst_close(self) -> None:
        """Close the newest notification as its reader would."""
        self.run(["dunstctl", "close"])

    def start_panel(self) -> None:
        """Start the panel with its tray; the desktop does so by itself at first."""
        assert self._panel is None or self._panel.poll() is not None, "the panel is running"
        self._panel = self.start(["tint2", "-c", str(self.folder / "tint2rc")], log="tint2.log")

    def kill_panel(self) -> None:
        """End the panel at once, as a crash does."""
        assert self._panel is not None
        self._panel.kill()
        self._panel.wait()

    def start_dunst(self) -> None:
        """Start the notification daemon and wait until it answers; the desktop does so by itself at first."""
        assert self._dunst is None or self._dunst.poll() is not None, "dunst is running"
        self._dunst = self.start(["dunst", "-conf", str(self.folder / "dunstrc")], log="dunst.log")
        address = self.env["DBUS_SESSION_BUS_ADDRESS"]
        wait_until(lambda: name_has_owner(address, NOTIFICATIONS), PATIENCE_S, "the notification daemon")

    def kill_dunst(self) -> None:
        """End the notification daemon at once, as a crash does."""
        assert self._dunst is not None
        self._dunst.kill()
        self._dunst.wait()


def end(process: "subprocess.Popen[bytes]", patience_s: float = 3.0) -> None:
    """Ask a process and all it started to end, then make it; returns when it is gone."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience_s)
    # What a started program left behind in its session is killed too by the second round above.


def _pixel(pixels: bytes, width: int, x: int, y: int) -> bytes:
    at = 3 * (y * width + x)
    return pixels[at : at + 3]
