# SPDX-License-Identifier: MIT
"""Processor time by function, in every thread of a process."""

import cProfile
import pstats
import sys
import threading
import time
from pathlib import Path
from types import FrameType
from typing import Any

_ONE_FOR_ALL = sys.version_info >= (3, 12)
"""From then on the first profile hears of every thread, and no second one may begin."""
_CLOCK = time.process_time if _ONE_FOR_ALL else time.thread_time


class ThreadTimes:
    """Profiles the thread that starts it and all that begin later. Waiting costs no processor time and does not count."""

    def __init__(self) -> None:
        self._profiles: list[cProfile.Profile] = []

    def start(self) -> None:
        """Count from now on."""
        if not _ONE_FOR_ALL:
            threading.setprofile(self._on_thread)
        self._begin()

    def stop(self, file: Path) -> None:
        """End, and write what was found, threads added up, as `pstats` reads it."""
        threading.setprofile(None)
        found = pstats.Stats(self._profiles[0])
        for one in self._profiles[1:]:
            one.create_stats()
            if one.stats:  # type: ignore[attr-defined]
                found.add(one)
        file.parent.mkdir(parents=True, exist_ok=True)
        found.dump_stats(file)

    def _on_thread(self, _frame: FrameType, _event: str, _argument: Any) -> None:
        # Called at the first step of a new thread; the profile takes this function's place there.
        self._begin()

    def _begin(self) -> None:
        profile = cProfile.Profile(_CLOCK)
        self._profiles.append(profile)
        profile.enable()
