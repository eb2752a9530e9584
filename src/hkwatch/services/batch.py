# SPDX-License-Identifier: MIT
"""What the intake is given: a batch of entries, texts that were asked for; and what a batch comes to."""

from collections.abc import Callable
from dataclasses import dataclass

from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.deadline import Deadline
from hkwatch.domain.errors import FormatError
from hkwatch.domain.events import Event, ItemsAdded, ItemsChanged, Resync
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.flags import Flags
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Entry
from hkwatch.services.stories import NOT_REGROUPED, Regrouped


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries of one answer. `back` decides for each whether it is back catalogue."""

    row: SourceRow
    entries: tuple[Entry, ...]
    is_back: Callable[[Entry], bool]
    original: Evidence | None = None
    """The answer itself, where it is the text of one release and to be kept with it."""
    identity: str = ""
    """What its one entry is stored under, where that is known already; empty = found by the row's rules."""
    flags_of: Callable[[Entry, Flags], Flags] | None = None
    """What to make of the rules' answer, for entries whose meaning is known; None = it stands."""
    deadlines: tuple[Deadline, ...] = ()
    """What the publisher's data say of its consultations, whether their papers are among the entries or not."""


@dataclass(frozen=True, slots=True)
class TextWish:
    """The text of which item is wanted. `ref` is empty where there is no number; `link` and `title` may be."""

    ref: str
    lang: str
    link: str = ""
    title: str = ""


class UnreadableError(FormatError):
    """An answer came and no text could be read from it; the answer is kept all the same."""

    def __init__(self, cause: FormatError, original: Evidence) -> None:
        super().__init__(cause.key, cause.detail, cause.next_step)
        self.original = original


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text that was asked for, and the answer it was read from."""

    entry: Entry
    original: Evidence


@dataclass(frozen=True, slots=True)
class Stored:
    """What a batch came to."""

    added: tuple[ItemId, ...]
    back: tuple[ItemId, ...]
    changed: tuple[ItemId, ...]
    known: int
    linked: tuple[ItemId, ...] = ()
    """Items, of this batch or older, that were found to belong together."""
    regrouped: Regrouped = NOT_REGROUPED
    dated: tuple[ItemId, ...] = ()
    """Items, of this batch or older, with another deadline than before."""

    def events(self) -> tuple[Event, ...]:
        """What the desktop is told of it."""
        told = tuple(item for item in self.added if item not in set(self.back))
        altered = tuple(dict.fromkeys((*self.changed, *self.linked, *self.regrouped.leads, *self.dated)))
        found: list[Event] = []
        if told:
            found.append(ItemsAdded(told, back=False))
        if self.back:
            found.append(ItemsAdded(self.back, back=True))
        if altered:
            found.append(ItemsChanged(altered))
        if self.regrouped.gone:
            # Rows went from one place of the list to another.
            found.append(Resync())
        return tuple(found)
