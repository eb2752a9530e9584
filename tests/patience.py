# SPDX-License-Identifier: MIT
"""How long a test waits for something to happen before it says that it does not.

Waiting costs nothing where the thing happens; a machine that does ten things at once may be slow and is not broken.
"""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

PATIENCE_S = 60.0
PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """Waits as long as every other test does."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """Returns when `callback` is true or no longer fails an assert."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        """A context that is left when the signal has come."""
        return super().waitSignal(signal, timeout=timeout, **more)
