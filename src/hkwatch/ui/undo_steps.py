# SPDX-License-Identifier: MIT
"""The user's last marks, the newest first to be undone. Pure."""

from collections import deque
from dataclasses import dataclass

from hkwatch.domain.ids import CommandId
from hkwatch.domain.mark import Mark
from hkwatch.domain.rows import InboxRow

LIMIT = 20


@dataclass(frozen=True, slots=True)
class Step:
    """One wish of the user's. A long one went out as several commands."""

    commands: tuple[CommandId, ...]
    mark: Mark
    count: int
    """How many rows it was about, at least 1."""
    before: tuple[InboxRow, ...] = ()
    """Those of the rows that were loaded, as they stood."""


class UndoSteps:
    """The last `LIMIT` steps; they outlive every change of view."""

    def __init__(self) -> None:
        self._steps: deque[Step] = deque(maxlen=LIMIT)

    def push(self, step: Step) -> None:
        """Something was done; the oldest step beyond the limit is forgotten."""
        self._steps.append(step)

    def pop(self) -> Step | None:
        """The step to undo now, None where nothing is left."""
        return self._steps.pop() if self._steps else None

    def take(self, step: Step) -> bool:
        """Undo this one out of turn; False where it was undone or forgotten already."""
        if step not in self._steps:
            return False
        self._steps.remove(step)
        return True

    def forget(self, command: CommandId) -> None:
        """That command failed: there is nothing to undo."""
        for step in [one for one in self._steps if command in one.commands]:
            self._steps.remove(step)

    def __len__(self) -> int:
        return len(self._steps)
