# SPDX-License-Identifier: MIT
"""Makes this program the one that opens hkwatch:// links of the user. On macOS the bundle says it, not a file.

Linux and its like: a desktop entry of the user's, made the default by xdg-mime. A package that brings an entry of its own
needs none. Windows: a key below Software\\Classes.
"""

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from hkwatch.app.launch import link_entry, own_command, windows_command
from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths
from hkwatch.app.registry import Registry, user_registry
from hkwatch.domain.request import SCHEME
from hkwatch.ui.system_options import SystemEntry

_FILE = "hkwatch-links.desktop"
_TYPE = f"x-scheme-handler/{SCHEME}"
_CLASS = rf"Software\Classes\{SCHEME}"
_COMMAND = rf"{_CLASS}\shell\open\command"
_TOOL_S = 5.0


class DesktopHandler:
    """A desktop entry in the user's applications folder. `run` starts a tool of the desktop."""

    def __init__(
        self, applications: Path, others: Sequence[Path], content: str, run: Callable[[Sequence[str]], None]
    ) -> None:
        """`others` are the applications folders of the system, in which a package may have put its entry."""
        self.file = applications / _FILE
        self._others, self._content, self._run = tuple(others), content, run

    def is_on(self) -> bool:
        """Whether links lead to this very command, or to an installed package. Raises OSError."""
        if self._has_package():
            return True
        try:
            return self.file.read_text("utf-8") == self._content
        except FileNotFoundError:
            return False

    def set_on(self, on: bool) -> None:
        """Write the entry and make it the default, or remove it. Raises OSError."""
        if on and self._has_package():
            return
        if on:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.file.write_text(self._content, "utf-8")
        elif self.file.exists():
            self.file.unlink()
        else:
            return
        self._run(("update-desktop-database", str(self.file.parent)))
        if on:
            self._run(("xdg-mime", "default", _FILE, _TYPE))

    def _has_package(self) -> bool:
        for folder in self._others:
            try:
                if _TYPE in (folder / "hkwatch.desktop").read_text("utf-8", "replace"):
                    return True
            except OSError:
                continue
        return False


class ClassHandler:
    """A class of links in the registry of Windows."""

    def __init__(self, registry: Registry, command: str) -> None:
        self._registry, self._command = registry, command

    def is_on(self) -> bool:
        """Whether links lead to this very command. Raises OSError."""
        return self._registry.get(_COMMAND, "") == self._command

    def set_on(self, on: bool) -> None:
        """Write the keys, or remove them. Raises OSError."""
        if on:
            self._registry.put(_CLASS, "", "URL:hkwatch")
            self._registry.put(_CLASS, "URL Protocol", "")
            self._registry.put(_COMMAND, "", self._command)
            return
        for key in (_COMMAND, rf"{_CLASS}\shell\open", rf"{_CLASS}\shell", _CLASS):
            self._registry.remove(key, None)


def links_of(
    options: Options,
    platform: str = sys.platform,
    environ: Mapping[str, str] = os.environ,
    registry: Registry | None = None,
) -> SystemEntry | None:
    """What opens links with this program; None where that is not ours to say: macOS, Flatpak, the demo, a folder by --data.

    Ids in links are those of the usual data folder, so no other takes its place.
    """
    if options.is_demo or platform == "darwin" or options.paths != AppPaths.standard():
        return None
    if environ.get("FLATPAK_ID"):
        # Its desktop entry lies outside already.
        return None
    command = own_command(options.paths, environ)
    if platform == "win32":
        return ClassHandler(registry or user_registry(), windows_command((*command, "--open", "%1")))
    home = Path(environ.get("HOME") or Path.home())
    data = Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    others = (environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    # A desktop puts the link in place of %u; as a bare word it may have nothing behind it.
    content = link_entry((*command, "%u"), SCHEME)
    return DesktopHandler(
        data / "applications", [Path(one) / "applications" for one in others if one], content, run_tool
    )


def run_tool(command: Sequence[str]) -> None:
    """Run a tool of the desktop where it is installed; what it says of itself is of no use here. Raises OSError."""
    tool = shutil.which(command[0])
    if tool is None:
        return
    import subprocess  # noqa: PLC0415 - the window needs none of it where there is no such tool

    try:
        subprocess.run(
            [tool, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_TOOL_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise OSError(f"{command[0]} did not end") from error
