# SPDX-License-Identifier: MIT
"""A span in which this computer could not watch: it slept, nothing was reachable, or the program was not running."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from hkwatch.domain.order import from_ms, to_ms


class AbsenceKind(StrEnum):
    """Why nothing could be seen."""

    ASLEEP = "asleep"
    OFFLINE = "offline"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Absence:
    """From `start` to `end`, aware UTC."""

    kind: AbsenceKind
    start: datetime
    end: datetime

    def joined(self, later: Self) -> Self:
        """This absence grown by one that follows before anything could be told: the first says what it was."""
        return replace(self, start=min(self.start, later.start), end=max(self.end, later.end))

    @property
    def key(self) -> str:
        """The outbox key of its summary; `of_key` reads it back."""
        return f"{self.kind}:{to_ms(self.start)}-{to_ms(self.end)}"

    @classmethod
    def of_key(cls, key: str) -> Self | None:
        """The absence that a summary with this key is about; None for any other key."""
        kind, _, span = key.partition(":")
        start, _, end = span.partition("-")
        if kind not in tuple(AbsenceKind) or not (start.isdigit() and end.isdigit()):
            return None
        return cls(AbsenceKind(kind), from_ms(int(start)), from_ms(int(end)))
