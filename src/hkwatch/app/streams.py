# SPDX-License-Identifier: MIT
"""What commands print and read, so that Chinese never ends one with an error: a pipe of Windows speaks cp1252."""

import io
import sys
from typing import TextIO

_VIRTUAL_TERMINAL = 0x0004


def settle_streams() -> None:
    """Prepare standard input, output and error; once, before anything is printed."""
    settle(sys.stdin, sys.platform)
    for stream in (sys.stdout, sys.stderr):
        settle(stream, sys.platform)
        if sys.platform == "win32" and stream is not None and stream.isatty():
            _take_colours(stream)


def settle(stream: TextIO | None, platform: str) -> None:
    """On Windows UTF-8; elsewhere the terminal's own encoding, with `?` for what it does not have.

    None (a program without a terminal has no streams) and streams of tests are left alone.
    """
    if not isinstance(stream, io.TextIOWrapper) or stream.encoding.lower().replace("-", "") == "utf8":
        return
    if platform == "win32":
        stream.reconfigure(encoding="utf-8", errors="replace")
    elif stream.writable():
        stream.reconfigure(errors="replace")


if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    def _take_colours(stream: TextIO) -> None:
        """Have the console carry out colours; an old one prints their codes otherwise."""
        console = wintypes.HANDLE(msvcrt.get_osfhandle(stream.fileno()))
        mode = wintypes.DWORD()
        kernel = ctypes.windll.kernel32
        if kernel.GetConsoleMode(console, ctypes.byref(mode)):
            kernel.SetConsoleMode(console, mode.value | _VIRTUAL_TERMINAL)

else:

    def _take_colours(stream: TextIO) -> None:
        """Other terminals do."""
