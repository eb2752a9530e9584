# SPDX-License-Identifier: MIT
"""The rules' answer with the user's own choices on top: watched firms, licences abroad, deadlines.

    FlagInput ──► Classifier ──► foreign licences flagged, if wanted ──► critical? ──► Flags

The one function that says what an item is: the intake uses it for what comes in, re-flagging for what is stored.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b

from hkwatch.domain.closing_date import closing_date
from hkwatch.domain.entities import Entity, EntityIndex
from hkwatch.domain.flags import FlagInput, Flags, Reason
from hkwatch.domain.fold import Folder
from hkwatch.domain.hkt import to_hkt, workdays_between
from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.domain.level import level_of
from hkwatch.domain.lexicon import check_phrase
from hkwatch.domain.query_firms import firms_of
from hkwatch.domain.rules import LEAD_CHARS


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user chose. `watchlist` holds names, ids or numbers as written; `foreign_licences` flags those too."""

    watchlist: tuple[str, ...] = ()
    foreign_licences: bool = False


class Judge:
    """Judges items. `choose` changes what is judged from then on; safe to call from the worker's thread."""

    def __init__(
        self,
        classify: Callable[[FlagInput], Flags],
        entities: EntityIndex,
        folder: Folder,
        holidays: frozenset[date] = frozenset(),
        choices: Choices | None = None,
    ) -> None:
        self.classify = classify
        self._dictionary = entities
        self._folder = folder
        self._holidays = holidays
        self._state = self._prepare(choices if choices is not None else Choices())

    def choose(self, choices: Choices) -> bool:
        """Judge by these choices from now on. Whether they are others; what is stored stays until it is judged again."""
        if choices == self._state[0]:
            return False
        self._state = self._prepare(choices)
        return True

    @property
    def basis(self) -> str:
        """A digest of what the answers depend on besides the rules: the dictionary of firms and the choices."""
        known = (self._state[0], *self._dictionary.entities.values())
        return blake2b(repr(known).encode(), digest_size=8).hexdigest()

    def __call__(self, item: FlagInput) -> Flags:
        """What `item` is about and how much it matters to this user."""
        flags = self.classify(item)
        choices, index, watched = self._state
        if choices.foreign_licences and not flags.flag and Topic.LICENCE in flags.topics:
            flags = replace(flags, flag=True)
        body = item.body[:LEAD_CHARS]
        named = index.mentions(f"{item.title}\n{body}")
        if named or flags.licence_event is not None:
            flags = replace(flags, firms=firms_of(named, flags.licence_event, index))
        if flags.severity is not Level.HIGH:
            return flags
        level, reason = level_of(flags, named, watched, self._workdays_left(item, flags), item.removes_register_row)
        if reason is None:
            return flags
        return replace(flags, severity=level, reasons=(_placed(reason, item, body), *flags.reasons))

    def is_watched(self, ce: str, *names: str) -> bool:
        """Whether a CE or licence number, or one of these names, is an entity's that the user watches."""
        _, index, watched = self._state
        if not watched:
            return False
        if ce and watched & set(index.ids_of(ce)):
            return True
        return any(mention.entity.id in watched for mention in index.mentions("\n".join(names)))

    def _workdays_left(self, item: FlagInput, flags: Flags) -> int | None:
        if flags.doc_type is not DocType.CONSULTATION or item.now is None:
            return None
        last = closing_date(item.body)
        return None if last is None else workdays_between(to_hkt(item.now).date(), last, self._holidays)

    def _prepare(self, choices: Choices) -> tuple[Choices, EntityIndex, frozenset[str]]:
        """The dictionary with what it does not know of the watchlist, and the ids that are watched."""
        watched: set[str] = set()
        unknown: list[Entity] = []
        for entry in choices.watchlist:
            name = entry.strip()
            ids = self._dictionary.ids_of(name)
            watched.update(ids)
            if not ids and not check_phrase(name) and "*" not in name:
                unknown.append(Entity(f"watched:{name}", name, (name,)))
        watched.update(entity.id for entity in unknown)
        known = tuple(self._dictionary.entities.values())
        index = EntityIndex((*known, *unknown), self._folder) if unknown else self._dictionary
        return choices, index, frozenset(watched)


def _placed(reason: Reason, item: FlagInput, body: str) -> Reason:
    """A reason whose offsets count in title + line break + body, put into the field where its words stand."""
    if reason.field == "source":
        return replace(reason, words=item.publisher.id if item.publisher else item.source_id)
    at = len(item.title) + 1
    if reason.start < at:
        return replace(reason, words=item.title[reason.start : reason.end])
    start, end = reason.start - at, reason.end - at
    return replace(reason, field="body", start=start, end=end, words=body[start:end])
