# SPDX-License-Identifier: MIT
"""How long a test waits for something to happen before it says that it does not.

Waiting costs nothing where the thing happens; a machine that does ten things at once may be slow and is not broken.
"""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from pytestqt.qtbot import QtBot

PATIENCE_S = 60.0
PATIENCE_MS = 60_000
POLL_S = 0.02
T = TypeVar("T")


def wait_until(predicate: Callable[[], T | None], timeout_s: float, what: str) -> T:
    """The first true answer of `predicate`, asked every 20 ms. Raises TimeoutError saying `what` was awaited."""
    never = threading.Event()
    for _ in range(max(1, round(timeout_s / POLL_S))):
        if answer := predicate():
            return answer
        never.wait(POLL_S)
    raise TimeoutError(f"waited {timeout_s:g} s for {what}")


class PatientBot(QtBot):
    """Waits as long as every other test does."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """Returns when `callback` is true or no longer fails an assert."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        """A context that is left when the signal has come."""
        return super().waitSignal(signal, timeout=timeout, **more)
