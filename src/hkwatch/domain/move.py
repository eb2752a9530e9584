# SPDX-License-Identifier: MIT
"""A source that says it moved for good (301, 308): proposed at once, used when accepted or after ten good answers.

One bad redirect during a server's maintenance must not replace an address that was right for years.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

ENOUGH = 10
"""Good answers from the new address after which it is used by itself."""


class Choice(StrEnum):
    """What was decided about a new address."""

    OPEN = "open"
    KEEP = "keep"
    USE = "use"


@dataclass(frozen=True, slots=True)
class Move:
    """`url` is the new address, `seen` how often the old one led there to a good answer."""

    url: str
    seen: int = 1
    choice: Choice = Choice.OPEN
    left: str = ""
    """The address that was left, to go back to; empty while the new one is not in use."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be decided."""
        return self.choice is Choice.OPEN


def after_answer(move: Move | None, moved_to: str | None, *, by_itself: bool = True) -> Move | None:
    """What is known after a good answer of the catalogue's address; `moved_to` None = it did not redirect for good.

    Another target than before begins to count anew, whatever was decided about the one before. None = no move.
    Without `by_itself` it stays a proposal however often it was seen.
    """
    if moved_to is None:
        return None
    if move is None or move.url != moved_to:
        return Move(moved_to)
    if not move.is_open:
        return move
    seen = move.seen + 1
    return replace(move, seen=seen, choice=Choice.USE if by_itself and seen >= ENOUGH else Choice.OPEN)
