# SPDX-License-Identifier: MIT
"""Memory that was freed goes back to the system; without this, what feeds, answers and searches take now and then would
stay taken for good.
"""

import sys
import time
from collections.abc import Callable
from functools import cache
from typing import Final

QUIET_S: Final = 0.3
"""A thread that had nothing to do for so long gives back what its last work left behind."""
LEAST_S: Final = 10.0
"""Not more often than this, though it costs a fifth of a millisecond: what is wanted again must be asked for again."""


class GivingBack:
    """One for each thread that waits for work. `before` frees what the thread itself holds and can do without."""

    def __init__(
        self, before: Callable[[], object] = lambda: None, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        """`now_s` gives seconds of any clock that never goes back."""
        self._before = before
        self._now_s = now_s
        self._latest_s: float | None = None
        self._is_due = False

    def wait_s(self) -> float | None:
        """How long to wait for work before `quiet` is to be called; None = until there is some."""
        if not self._is_due:
            return None
        if self._latest_s is None:
            return QUIET_S
        return max(QUIET_S, self._latest_s + LEAST_S - self._now_s())

    def worked(self) -> None:
        """There was work, which leaves something behind."""
        self._is_due = True

    def quiet(self) -> None:
        """The wait was over before there was work."""
        self._is_due = False
        self._latest_s = self._now_s()
        self._before()
        give_back()


def give_back() -> None:
    """Hand all memory that was freed to the system. Does nothing where the C library cannot."""
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    """glibc's `malloc_trim`; None elsewhere."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes  # noqa: PLC0415 - the window starts without it

    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):
        # Another C library, as Alpine's.
        return None
    trim.argtypes, trim.restype = [ctypes.c_size_t], ctypes.c_int
    return lambda keep: int(trim(keep))
