# SPDX-License-Identifier: MIT
"""How the system starts this very program again: the command, and the ways it is written down on each system. Pure."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from hkwatch.app.paths import AppPaths

NAME = "hkwatch"
BUNDLE = "io.github.hkwatch"
_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")


def own_command(paths: AppPaths, environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Program and arguments that start this installation on the same data folder."""
    folder = () if paths == AppPaths.standard() else ("--data", str(paths.data_dir))
    if image := environ.get("APPIMAGE"):
        # What is inside an AppImage has another path at each start.
        return (image, *folder)
    if getattr(sys, "frozen", False):
        return (without_terminal(sys.executable), *folder)
    return (_without_console(sys.executable), "-m", "hkwatch", *folder)


def entry_id(paths: AppPaths) -> str:
    """A name for what is written down: one a data folder, so that two do not take each other's place."""
    if paths == AppPaths.standard():
        return NAME
    return paths.folder_id


def desktop_exec(command: Sequence[str]) -> str:
    """The Exec line of a desktop entry. A `%u` standing alone is the link that is put in."""
    return " ".join(one if one == "%u" else _exec_word(one) for one in command)


def login_entry(command: Sequence[str]) -> str:
    """The XDG autostart entry."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=hkwatch",
        "Comment=Watch what happens to digital assets in Hong Kong",
        f"Exec={desktop_exec(command)}",
        "Icon=hkwatch",
        "Terminal=false",
        "StartupNotify=false",
        # After the panel, so that the tray is there.
        "X-GNOME-Autostart-Delay=5",
        "X-KDE-autostart-after=panel",
    )
    return "\n".join(lines) + "\n"


def link_entry(command: Sequence[str], scheme: str) -> str:
    """A desktop entry that shows in no menu and opens links; `command` ends with `%u`."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=hkwatch",
        f"Exec={desktop_exec(command)}",
        "Icon=hkwatch",
        "Terminal=false",
        "NoDisplay=true",
        "StartupNotify=true",
        f"MimeType=x-scheme-handler/{scheme};",
    )
    return "\n".join(lines) + "\n"


def launch_agent(command: Sequence[str], label: str) -> bytes:
    """The property list macOS starts at login."""
    import plistlib  # noqa: PLC0415 - brings an XML parser with it, for one system

    return plistlib.dumps(
        {
            "Label": label,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
    )


def windows_command(command: Sequence[str]) -> str:
    """One line for the registry. A `%1` standing alone is the link that is put in, always between quotes.

    The program stands between quotes as well, needed or not: so it is what the installer writes.
    """
    import subprocess  # noqa: PLC0415 - the window needs none of it

    program, *arguments = command
    words = ('"%1"' if one == "%1" else subprocess.list2cmdline([one]) for one in arguments)
    return " ".join((f'"{program}"', *words))


def _exec_word(word: str) -> str:
    word = word.replace("%", "%%")
    if word and not _RESERVED & set(word):
        return word
    for char in '\\"`$':
        word = word.replace(char, f"\\{char}")
    # Backslashes are escapes of the file itself as well.
    return '"' + word.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t") + '"'


def without_terminal(program: str) -> str:
    """The program of the window where `program` is the one for terminals: on Windows there are two, side by side."""
    windowed = Path(program).with_suffix(".exe")
    return str(windowed) if program.lower().endswith(".com") and windowed.exists() else program


def _without_console(python: str) -> str:
    """On Windows the interpreter that opens no black window."""
    quiet = Path(python).with_name("pythonw.exe")
    return str(quiet) if python.lower().endswith("python.exe") and quiet.exists() else python
