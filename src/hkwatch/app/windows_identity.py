# SPDX-License-Identifier: MIT
"""By what name Windows knows this program: one entry in the task bar with its shortcut, notices under its name."""

import sys
from typing import Final

APP_ID: Final = "io.github.hkwatch.hkwatch"
"""The same in the installer's shortcuts."""
MUTEX: Final = "io.github.hkwatch.running"
"""Exists while a window or a watch runs; the installer asks for it."""


if sys.platform == "win32":
    import ctypes

    _kept: list[int] = []

    def tell_windows() -> None:
        """Say who this is, before the first window. The mutex goes with the process."""
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p(APP_ID))
        create = ctypes.windll.kernel32.CreateMutexW
        create.restype = ctypes.c_void_p
        if not _kept and (handle := create(None, False, ctypes.c_wchar_p(MUTEX))):
            _kept.append(handle)

else:

    def tell_windows() -> None:
        """Nothing to say elsewhere."""
