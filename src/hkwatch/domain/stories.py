# SPDX-License-Identifier: MIT
"""Which items tell of one event. Items come in time order; each joins a story of the last three days or opens one.

    item ─► its rare tokens ─► neighbours that share some ─► likeness with each ─► the best story, unless a member objects
                                                        └─► two stories that it fits both become one, unless members object

What holds: the answer for an item depends only on the items taken before it and on the user's own splits and merges,
so that it does not matter how a stream is cut into batches. Inside one batch the items are put in the order of time
and key first, so their order there does not matter either. An item never leaves a story for another; stories only grow
together, and what the user parted never does.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from hkwatch.domain.story_match import NEVER, SAME, likeness, meet
from hkwatch.domain.story_words import Face, Opposites

WINDOW = timedelta(hours=72)
REFERENCE_WINDOW = timedelta(days=45)
"""Items with the same reference number belong together this long."""
LONGEST = timedelta(days=7)
"""A story ends; what goes on after a week is told anew."""
_CANDIDATES = 16
_CROWD = 80
"""A token that more neighbours share than this tells nothing about who is one's neighbour."""
_FEW = 6
"""Most words are shared by fewer items than this: those need no dictionary of their own."""
_FIRST, _LAST = 8, 24
"""With so many of a story's members an item is compared, the first and the latest: a story without end must not make
each item slower than the one before."""
_COMPARED = 400
"""So many pairs of members are compared before two stories are joined; larger ones stay apart."""
_UNDATED_H = 72.0
"""An item without a time is taken to be so far from another: it has to be the more alike."""
_FAMILY = 0.6
"""How alike, as a share of `SAME`, an item must be to the members of its own language on average."""
_SURE = 1.3 * SAME
"""A likeness across languages that counts for that average too: short headlines can be alike in no other way."""

_NEVER_MIND = datetime.min.replace(tzinfo=UTC)

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class StoryItem(Generic[K]):
    """What the grouping needs to know of an item. `at` None = not dated. `outlet` is who speaks; `faces` its texts."""

    key: K
    at: datetime | None
    outlet: str
    faces: tuple[Face, ...]


@dataclass(slots=True)
class _Member(Generic[K]):
    item: StoryItem[K]
    story: K
    number: int


class Stories(Generic[K]):
    """The stories of the last days. Not safe to share between threads."""

    def __init__(self, opposites: Opposites) -> None:
        self._opposites = opposites
        self._members: dict[K, _Member[K]] = {}
        self._of_story: dict[K, list[K]] = {}
        self._by_token: dict[str, tuple[K, ...] | dict[K, None]] = {}
        self._loose: set[K] = set()
        self._parted: dict[K, set[int]] = {}
        self._partings = 0
        self._number = 0

    def __len__(self) -> int:
        return len(self._members)

    def story_of(self, key: K) -> K | None:
        """The story of an item that is remembered; None for others."""
        member = self._members.get(key)
        return None if member is None else member.story

    def item(self, key: K) -> StoryItem[K] | None:
        """A remembered item; None for others."""
        member = self._members.get(key)
        return None if member is None else member.item

    def loosen(self, story: K) -> None:
        """The user put this story together: that its members differ keeps nothing out of it."""
        self._loose.add(story)

    def part(self, keys: Iterable[K]) -> None:
        """The user took one of these out of the others' story: no later item joins the stories they are in."""
        self._partings += 1
        for key in keys:
            self._parted.setdefault(key, set()).add(self._partings)

    def members(self, story: K) -> tuple[K, ...]:
        """The remembered items of a story, in the order they came."""
        return tuple(self._of_story.get(story, ()))

    def take(self, items: Iterable[StoryItem[K]]) -> dict[K, K]:
        """Give each item its story: the key of the item that opened it. With them items whose story became part of one."""
        ordered = sorted(items, key=lambda item: (item.at is None, item.at or _NEVER_MIND, str(item.key)))
        moved: dict[K, K] = {}
        for item in ordered:
            for key in self._take_one(item):
                moved[key] = self._members[key].story
        return moved

    def remember(self, item: StoryItem[K], story: K) -> None:
        """Take in an item whose story is settled; one that is known gets the new texts and the new story."""
        self.forget(item.key)
        self._number += 1
        self._members[item.key] = _Member(item, story, self._number)
        self._of_story.setdefault(story, []).append(item.key)
        for token in _keys(item):
            sharing = self._by_token.get(token, ())
            if isinstance(sharing, dict):
                sharing[item.key] = None
            else:
                more = (*sharing, item.key)
                self._by_token[token] = more if len(more) <= _FEW else dict.fromkeys(more)

    def forget(self, key: K) -> None:
        """Remember an item no longer."""
        member = self._members.pop(key, None)
        if member is None:
            return
        keys = self._of_story[member.story]
        keys.remove(key)
        if not keys:
            del self._of_story[member.story]
        for token in _keys(member.item):
            sharing = self._by_token[token]
            if isinstance(sharing, dict):
                sharing.pop(key, None)
            else:
                self._by_token[token] = sharing = tuple(other for other in sharing if other != key)
            if not sharing:
                del self._by_token[token]

    def forget_before(self, at: datetime) -> None:
        """Remember nothing older than `at`, except reference numbers for as long as they join items."""
        referred = at - (REFERENCE_WINDOW - WINDOW)
        old = [
            key
            for key, member in self._members.items()
            if (when := member.item.at) is not None
            and when < (referred if any(face.refs for face in member.item.faces) else at)
        ]
        for key in old:
            self.forget(key)

    def _take_one(self, item: StoryItem[K]) -> list[K]:
        """Give an item its story; the items whose story is another now, itself among them."""
        fitting = self._fitting(item)
        if not fitting:
            self.remember(item, item.key)
            return [item.key]
        story, moved = fitting[0], [item.key]
        self.remember(item, story)
        for other in fitting[1:]:
            if self._joinable(story, other):
                into, gone = self._kept(story, other)
                moved += self._join(gone, into)
                story = into
        return moved

    def _fitting(self, item: StoryItem[K]) -> list[K]:
        """The stories that an item can belong to, the best first."""
        found: list[tuple[float, int, K]] = []
        for story in dict.fromkeys(self._members[key].story for key in self._neighbours(item)):
            score = self._fit(item, story)
            if score >= SAME:
                found.append((-score, self._opened(story), story))
        return [story for _, _, story in sorted(found, key=lambda one: one[:2])]

    def _opened(self, story: K) -> int:
        return self._members[self._of_story[story][0]].number

    def _joinable(self, a: K, b: K) -> bool:
        """Whether two stories that one item fits are one event: no member of one speaks against any of the other."""
        mine, theirs = self._of_story[a], self._of_story[b]
        if len(mine) * len(theirs) > _COMPARED or (a in self._loose and b in self._loose):
            return False
        parted = set().union(*(self._parted.get(key, ()) for key in mine))
        if parted and any(parted & self._parted.get(key, set()) for key in theirs):
            return False
        total, count = 0.0, 0
        for one in mine:
            for other in theirs:
                x, y = self._members[one].item, self._members[other].item
                if not _reach(x, y, LONGEST):
                    return False
                score, comparable = self._alike(x, y)
                if score == NEVER:
                    return False
                if comparable or score >= _SURE:
                    total, count = total + score, count + 1
        return not count or total / count >= _FAMILY * SAME

    def _kept(self, a: K, b: K) -> tuple[K, K]:
        """Which of two stories goes on, and which ends in it: the user's own, else the older one goes on."""
        if (a in self._loose) != (b in self._loose):
            return (a, b) if a in self._loose else (b, a)
        return (a, b) if self._opened(a) < self._opened(b) else (b, a)

    def _join(self, gone: K, into: K) -> list[K]:
        moved = self._of_story.pop(gone)
        for key in moved:
            self._members[key].story = into
        # In the order they came.
        self._of_story[into] = sorted((*self._of_story[into], *moved), key=lambda key: self._members[key].number)
        return moved

    def _neighbours(self, item: StoryItem[K]) -> list[K]:
        """The items that share most of what is rare, best first."""
        shared: dict[K, float] = {}
        for token in dict.fromkeys(_keys(item)):
            sharing = self._by_token.get(token)
            if not sharing or (len(sharing) > _CROWD and not token.startswith("ref:")):
                continue
            # A token of few neighbours says more.
            weight = 10.0 if token.startswith("ref:") else 1.0 / (1.0 + len(sharing)) ** 0.5 * (len(token) > 2) + 0.35
            for key in sharing:
                shared[key] = shared.get(key, 0.0) + weight
        members = self._members
        near = [key for key in shared if _reach(item, members[key].item)]
        near.sort(key=lambda key: (-shared[key], members[key].number))
        return near[:_CANDIDATES]

    def _fit(self, item: StoryItem[K], story: K) -> float:
        """How well an item fits a story: its likeness with the best member, 0 where one can never belong."""
        best = total = 0.0
        count = 0
        members = self._of_story[story]
        for key in members if len(members) <= _FIRST + _LAST else (*members[:_FIRST], *members[-_LAST:]):
            other = self._members[key].item
            if not _reach(item, other, LONGEST):
                return 0.0
            score, comparable = self._alike(item, other)
            if score == NEVER:
                if story in self._loose:
                    continue
                return 0.0
            best = max(best, score)
            if comparable:
                total += score
                count += 1
        return best if not count or total / count >= _FAMILY * SAME else 0.0

    def _alike(self, a: StoryItem[K], b: StoryItem[K]) -> tuple[float, bool]:
        """The likeness of the two texts that are most alike, and whether two were in one language.

        Texts in one language say most; where the two have one in common, the others are not asked.
        """
        hours = abs((a.at - b.at).total_seconds()) / 3600 if a.at is not None and b.at is not None else _UNDATED_H
        same_outlet = a.outlet == b.outlet
        pairs = [(mine, theirs) for mine in a.faces for theirs in b.faces]
        alike = [pair for pair in pairs if pair[0].chinese == pair[1].chinese]
        scores = [likeness(*pair, hours, self._opposites, same_outlet=same_outlet) for pair in alike or pairs]
        return max(scores), bool(alike)


def _keys(item: StoryItem[K]) -> tuple[str, ...]:
    if len(item.faces) == 1:
        return item.faces[0].keys
    return tuple(dict.fromkeys(token for face in item.faces for token in face.keys))


def _reach(a: StoryItem[K], b: StoryItem[K], window: timedelta = WINDOW) -> bool:
    if a.at is None or b.at is None:
        return True
    apart = abs(a.at - b.at)
    if apart <= window:
        return True
    return apart <= REFERENCE_WINDOW and any(meet(x.refs, y.refs) for x in a.faces for y in b.faces)
