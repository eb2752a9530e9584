# SPDX-License-Identifier: MIT
"""Until when a consultation takes comments."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Deadline:
    """The deadline of one consultation, as its publisher states it; days are Hong Kong's.

    `announced` is the day named at first, `actual` the one that holds after any extension; None where not stated.
    `conclusion_ref` and `concluded_at` (aware UTC) are None until conclusions are out.
    """

    ref: str
    lang: str
    title: str
    announced: date | None
    actual: date | None
    conclusion_ref: str | None = None
    concluded_at: datetime | None = None

    @property
    def closes_on(self) -> date | None:
        """The last day for comments, None where none is stated."""
        return self.actual or self.announced

    @property
    def is_extended(self) -> bool:
        """Whether the day moved back after it was announced."""
        return self.announced is not None and self.actual is not None and self.actual > self.announced
