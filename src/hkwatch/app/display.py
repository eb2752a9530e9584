# SPDX-License-Identifier: MIT
"""A start where no window can be shown is refused in words: Qt would end the program with an abort."""

import os
import sys
from collections.abc import Mapping

from hkwatch.domain.errors import RequestError

_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def refuse_without_display(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Raises RequestError where the surroundings name no display; Windows and macOS always have one."""
    if platform in ("win32", "darwin") or any(environ.get(name) for name in _NAMES):
        return
    raise RequestError(
        "no-display",
        "There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.",
        "Run `hkwatch watch` to watch in this terminal.",
    )
