# SPDX-License-Identifier: MIT
"""Mutes: what the user does not want to see or hear of, for a while or for ever. Nothing muted is thrown away.

item ──► is it in one of the mutes that hold now? ──► stored with that mute's number, in no view and never told
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hkwatch.domain.entities import EntityIndex
from hkwatch.domain.fold import Folder, is_word_char
from hkwatch.domain.ids import MuteId

LEAD_CHARS = 600
"""How much of a text is searched for an entity."""
_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?: \d{1,2}\b)?"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_GAP = re.compile(r"[\W_]+")


class MuteKind(StrEnum):
    """What a mute covers.

    STORY: one event, or items of one headline where only one item tells of it so far. TEMPLATE: items whose headlines
    differ in numbers and dates alone. ENTITY: items that name someone. RULE: items that a rule held of. PATTERN: headlines
    of one publisher that contain some words.
    """

    STORY = "story"
    TEMPLATE = "template"
    ENTITY = "entity"
    RULE = "rule"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Mute:
    """One mute. `value` is what it covers in the user's words, a rule's id for RULE; several names of an entity stand
    in lines of their own. `publisher` limits it to one publisher's items, empty = everyone's. `until` None = for ever.
    `story` is the number of the story that a STORY hides, whatever the headlines in it; None = it goes by the headline.
    """

    id: MuteId
    kind: MuteKind
    value: str
    created_at: datetime
    until: datetime | None = None
    publisher: str = ""
    story: int | None = None

    def holds(self, now: datetime) -> bool:
        """Whether it is in force."""
        return self.until is None or now < self.until


@dataclass(frozen=True, slots=True)
class Subject:
    """What a mute looks at in an item. `rules` are the ids of the rules that held, `story` is the
    number of the story that the item is part of, None while it is alone or new.
    """

    title: str
    body: str
    publisher: str
    rules: frozenset[str]
    story: int | None = None
    firms: frozenset[str] = frozenset()
    """Ids in the dictionary of the firms whose licences it is about."""


class Muter:
    """The mutes of a moment, made ready. May be asked from any thread."""

    def __init__(self, mutes: Sequence[Mute], folder: Folder, entities: EntityIndex | None = None) -> None:
        """Who is in the dictionary `entities` is found by its strong names alone: a weak one is an ordinary word as well."""
        self._folder = folder
        self._entities = entities
        self._mutes = [(mute, _needles(mute, folder)) for mute in mutes]
        self._firms = {mute.id: self._firms_of(mute) for mute in mutes if mute.kind is MuteKind.ENTITY}

    def mute_of(self, item: Subject, now: datetime) -> MuteId | None:
        """The first mute that covers an item now; None where it may be seen."""
        if not self._mutes:
            return None
        title = self._folder.fold(item.title)
        for mute, needles in self._mutes:
            if (not mute.publisher or mute.publisher == item.publisher) and mute.holds(now):
                match mute.kind:
                    case MuteKind.STORY:
                        covers = item.story == mute.story if mute.story is not None else key_of(title) in needles
                    case MuteKind.TEMPLATE:
                        covers = template_of(title) in needles
                    case MuteKind.RULE:
                        covers = mute.value in item.rules
                    case MuteKind.PATTERN:
                        covers = any(needle in title for needle in needles)
                    case MuteKind.ENTITY:
                        covers = self._names_firm(item, mute, title, needles)
                if covers:
                    return mute.id
        return None

    def _firms_of(self, mute: Mute) -> frozenset[str]:
        index = self._entities
        return frozenset(ident for line in mute.value.splitlines() for ident in (index.ids_of(line) if index else ()))

    def _names_firm(self, item: Subject, mute: Mute, title: str, needles: tuple[str, ...]) -> bool:
        firms = self._firms.get(mute.id, frozenset())
        if firms and self._entities is not None:
            found = self._entities.mentions(f"{item.title}\n{item.body[:LEAD_CHARS]}")
            return bool(firms & item.firms) or any(mention.entity.id in firms for mention in found)
        text = f"{title}\n{self._folder.fold(item.body[:LEAD_CHARS])}"
        return any(_names(text, needle) for needle in needles)


def key_of(folded: str) -> str:
    """A folded headline without punctuation and double blanks."""
    return _GAP.sub(" ", folded).strip()


def template_of(folded: str) -> str:
    """A folded headline with its numbers and dates made equal: `tender of # day bills`."""
    return key_of(_NUMBER.sub(" 0 ", _DATE.sub(" 0 ", folded))).replace("0", "#")


def _needles(mute: Mute, folder: Folder) -> tuple[str, ...]:
    folded = [folder.fold(line).strip() for line in mute.value.splitlines()]
    lines = tuple(line for line in folded if line)
    match mute.kind:
        case MuteKind.STORY:
            return tuple(key_of(line) for line in lines)
        case MuteKind.TEMPLATE:
            return tuple(template_of(line) for line in lines)
        case _:
            return lines


def _names(text: str, name: str) -> bool:
    """Whether a folded text has a name, as whole words where its ends are Latin."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        cut_left = at > 0 and is_word_char(name[0]) and is_word_char(text[at - 1])
        cut_right = end < len(text) and is_word_char(name[-1]) and is_word_char(text[end])
        if not cut_left and not cut_right:
            return True
        at = text.find(name, at + 1)
    return False
