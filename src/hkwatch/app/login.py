# SPDX-License-Identifier: MIT
"""Starting at login, hidden: what is written down for it, and whether it is.

Linux and its like: an XDG autostart entry. Windows: a value of the Run key. macOS: a launch agent. Flatpak: nothing,
which is said.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hkwatch.app.launch import BUNDLE, entry_id, launch_agent, login_entry, own_command, windows_command
from hkwatch.app.options import Options
from hkwatch.app.registry import Registry, user_registry
from hkwatch.ui.system_options import SystemEntry

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where the Task Manager notes what its user switched off: the first byte of a value is odd then."""
_OFF = ("hidden=true", "x-gnome-autostart-enabled=false")
"""Lines with which a desktop's own settings switch an entry off."""


class FileEntry:
    """A file that starts the program at login, as on Linux and macOS."""

    def __init__(self, file: Path, content: bytes) -> None:
        self.file, self._content = file, content

    def is_on(self) -> bool:
        """Whether the file is there and no desktop's settings switched it off. Raises OSError."""
        try:
            lines = self.file.read_bytes().decode("utf-8", "replace").lower().replace(" ", "").splitlines()
        except FileNotFoundError:
            return False
        return not any(line in _OFF for line in lines)

    def set_on(self, on: bool) -> None:
        """Write the file, or remove it. Raises OSError."""
        if not on:
            self.file.unlink(missing_ok=True)
            return
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = self.file.with_name(f".{self.file.name}.partial")
        partial.write_bytes(self._content)
        partial.replace(self.file)


class RunEntry:
    """A value of the Run key of Windows."""

    def __init__(self, registry: Registry, name: str, command: str) -> None:
        self._registry, self._name, self._command = registry, name, command

    def is_on(self) -> bool:
        """Whether the value is there and the Task Manager did not switch it off. Raises OSError."""
        if self._registry.get(_RUN, self._name) is None:
            return False
        said = self._registry.raw(_APPROVED, self._name)
        return not (said and said[0] & 1)

    def set_on(self, on: bool) -> None:
        """Write the value, or remove it. Raises OSError."""
        if on:
            self._registry.put(_RUN, self._name, self._command)
            # Else the Task Manager's word of before would go on.
            self._registry.remove(_APPROVED, self._name)
        else:
            self._registry.remove(_RUN, self._name)


class NotFromHere:
    """In a Flatpak, where an entry would lie in a folder no desktop reads: never on, and who asks is told what to do."""

    def __init__(self, ident: str) -> None:
        self._ident = ident

    def is_on(self) -> bool:
        """False."""
        return False

    def set_on(self, on: bool) -> None:
        """Nothing is to be undone. Raises OSError for `on`."""
        if on:
            text = QCoreApplication.translate(
                "LoginEntry", "A Flatpak cannot. Add the command {command} to what your desktop starts at login."
            )
            raise OSError(text.format(command=f"flatpak run {self._ident} --hidden"))


def login_of(
    options: Options,
    platform: str = sys.platform,
    environ: Mapping[str, str] = os.environ,
    registry: Registry | None = None,
) -> SystemEntry | None:
    """What starts this data folder's hkwatch at login; None for the demo, whose folder is thrown away."""
    if options.is_demo:
        return None
    if ident := environ.get("FLATPAK_ID"):
        return NotFromHere(ident)
    command: Sequence[str] = (*own_command(options.paths, environ), "--hidden")
    name = entry_id(options.paths)
    home = Path(environ.get("HOME") or Path.home())
    match platform:
        case "win32":
            return RunEntry(registry or user_registry(), name, windows_command(command))
        case "darwin":
            label = BUNDLE if name == "hkwatch" else f"{BUNDLE}.{name}"
            return FileEntry(home / "Library" / "LaunchAgents" / f"{label}.plist", launch_agent(command, label))
        case _:
            config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
            return FileEntry(config / "autostart" / f"{name}.desktop", login_entry(command).encode())
