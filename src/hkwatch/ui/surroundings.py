# SPDX-License-Identifier: MIT
"""What the desktop cannot know of itself; given to it by app/."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The time, and who else holds the data folder."""

    now: Callable[[], datetime]
    watcher_pid: Callable[[], int]
    """Process of a watcher in a terminal, 0 without one; reads a file, so it is called in the read thread."""
    end_watcher: Callable[[int], None]
    """Ends that watcher and returns when it is gone. Raises HkwatchError when it does not go; for the read thread."""
