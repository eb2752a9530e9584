# SPDX-License-Identifier: MIT
"""Whether an entry is new, says something new about a known item, or is the same as before. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Entry


@dataclass(frozen=True, slots=True)
class KnownText:
    """What is stored of an item in one language. `source` is the one the text came from."""

    lang: str
    title: str
    text: str
    source: str
    modified_at: datetime | None


@dataclass(frozen=True, slots=True)
class Known:
    """What is stored of an item, as far as deciding needs it."""

    id: ItemId
    texts: tuple[KnownText, ...]

    def in_language(self, lang: str) -> KnownText | None:
        """The text in `lang`, None if there is none yet."""
        return next((text for text in self.texts if text.lang == lang), None)


class Change(StrEnum):
    """What an entry adds to a known item."""

    LANGUAGE = "language"
    """The item in another language: no revision."""
    BODY = "body"
    """The text of an item known by its title only: no revision."""
    REVISED = "revised"
    """The publisher changed title or text: a revision is kept."""
    OUTDATED = "outdated"
    """The publisher says it edited the item and this entry has no text: the text must be fetched again."""


@dataclass(frozen=True, slots=True)
class New:
    """Never seen before."""


@dataclass(frozen=True, slots=True)
class Same:
    """Nothing to store."""


@dataclass(frozen=True, slots=True)
class Updated:
    """A known item; `change` says how it differs."""

    change: Change


Decision = New | Same | Updated


def decide(known: Known | None, entry: Entry, source: str) -> Decision:
    """Compare an entry of `source` with what is stored.

    A feed that gives only titles never empties a text that an API gave; a text from another source than the stored one
    counts only where none is stored, so that a summary does not "revise" the full text.
    """
    if known is None:
        return New()
    stored = known.in_language(entry.lang)
    if stored is None:
        return Updated(Change.LANGUAGE)
    if entry.text and not stored.text:
        return Updated(Change.BODY)
    newer = _newer(entry.modified_at, stored.modified_at)
    if entry.text and (stored.source == source or newer):
        if entry.text != stored.text or entry.title != stored.title:
            return Updated(Change.REVISED)
        return Same()
    if newer and stored.text and not entry.text:
        return Updated(Change.OUTDATED)
    if stored.source == source and not stored.text and entry.title != stored.title:
        return Updated(Change.REVISED)
    return Same()


def _newer(stated: datetime | None, stored: datetime | None) -> bool:
    return stated is not None and stored is not None and stated > stored
