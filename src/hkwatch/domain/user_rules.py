# SPDX-License-Identifier: MIT
"""The user's own rules: what they say, and what they add to the answer of the shipped ones.

    shipped rules ──► Flags ──► each own rule: if, unless, from ──► level, labels, told or not ──► Flags

The order of the rules matters only where one says that those after it are passed over. What the shipped rules found is
lowered only by a rule that says so.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from hkwatch.domain.catalogue import Role
from hkwatch.domain.flags import FlagInput, Flags, Reason, Tell
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import Level, Topic

OWN = "my:"
"""Before the id of an own rule where rules are named, so that it is never taken for a shipped one."""
BODY_CHARS = 20_000
"""As much of a text as the user's rules search; the shipped ones read its beginning."""
_MAX_WORDS = 4
"""Words shown for a rule."""


class LevelIs(StrEnum):
    """What a rule's level means: no less than it, no more than it, or exactly it."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    SET = "set"


class Scope(StrEnum):
    """Whose items a rule looks at: everyone's, those of authorities and the exchange, or those of chosen publishers."""

    ALL = "all"
    OFFICIAL = "official"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class UserRule:
    """One rule of the user's. `condition` and `unless` are texts of the query language, `unless` empty without one.

    `publishers` counts with `Scope.CHOSEN`. `level` None leaves the level alone. `labels` are topics or names of the
    user's own (letters, digits, `-`). `stop`: no later rule is looked at once this one held. `order`: the lower first.
    """

    id: str
    name: str
    condition: str
    enabled: bool = True
    unless: str = ""
    scope: Scope = Scope.ALL
    publishers: tuple[PublisherId, ...] = ()
    level: Level | None = None
    level_is: LevelIs = LevelIs.AT_LEAST
    labels: tuple[str, ...] = ()
    tell: Tell = Tell.USUAL
    pin: bool = False
    needs_ack: bool = False
    stop: bool = False
    order: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """Words that made a query hold: `field` is `title`, `body` or `source`, with character offsets in that field."""

    field: str
    words: str
    start: int
    end: int


Test = Callable[[FlagInput, Flags], Sequence[Found] | None]
"""A query made ready: the words by which it holds of an item, empty where no word decides; None where it does not hold."""


@dataclass(frozen=True, slots=True)
class ReadyRule:
    """A rule with its queries made ready; `unless` None where it has none."""

    rule: UserRule
    test: Test
    unless: Test | None = None


def free_id(name: str, taken: Iterable[str]) -> str:
    """An id for a new rule of this name that no other has."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40].strip("-") or "rule"
    known = set(taken)
    numbered = (f"{plain}-{number}" for number in range(2, len(known) + 3))
    return plain if plain not in known else next(one for one in numbered if one not in known)


def in_order(rules: Iterable[UserRule]) -> tuple[UserRule, ...]:
    """As they are applied: by `order`, then as given."""
    return tuple(sorted(rules, key=lambda rule: rule.order))


def apply_rules(rules: Sequence[ReadyRule], item: FlagInput, flags: Flags) -> Flags:
    """What the user's rules make of the shipped rules' answer. All of them are asked about that answer, not one another's.

    The level: what a rule sets (the highest), not above the lowest `at most`, not below the highest `at least`. Where one
    rule wants an item told and another not, it is told.
    """
    held: list[tuple[UserRule, Sequence[Found]]] = []
    for ready in rules:
        rule = ready.rule
        if not speaks_for(rule, item):
            continue
        found = ready.test(item, flags)
        if found is None or (ready.unless is not None and ready.unless(item, flags) is not None):
            continue
        held.append((rule, found))
        if rule.stop:
            break
    if not held:
        return flags
    outcomes = [rule for rule, _ in held]
    topics, labels = _labels(outcomes, flags)
    return replace(
        flags,
        topics=topics,
        flag=_is_flagged(topics, hk=flags.hk) or flags.flag,
        severity=_level(outcomes, flags.severity),
        reasons=(*flags.reasons, *(reason for rule, found in held for reason in _reasons(rule, found, item))),
        labels=labels,
        tell=_tell(outcomes),
        pin=any(rule.pin for rule in outcomes),
        needs_ack=any(rule.needs_ack for rule in outcomes),
    )


def speaks_for(rule: UserRule, item: FlagInput) -> bool:
    """Whether a rule looks at items of whoever speaks here."""
    publisher = item.publisher
    match rule.scope:
        case Scope.ALL:
            return True
        case Scope.OFFICIAL:
            return publisher is not None and publisher.role is not Role.MEDIA
        case Scope.CHOSEN:
            return publisher is not None and publisher.id in rule.publishers


def _labels(rules: Sequence[UserRule], flags: Flags) -> tuple[tuple[Topic, ...], tuple[str, ...]]:
    known = {topic.value: topic for topic in Topic}
    named = dict.fromkeys(label for rule in rules for label in rule.labels)
    wanted = {known[label] for label in named if label in known} | set(flags.topics)
    if len(wanted) > 1:
        wanted.discard(Topic.OTHER)
    own = tuple(label for label in named if label not in known)
    return tuple(topic for topic in Topic if topic in wanted), tuple(dict.fromkeys((*flags.labels, *own)))


def _is_flagged(topics: Sequence[Topic], *, hk: bool) -> bool:
    return Topic.SFC in topics or Topic.BTC_THRESHOLD in topics or (hk and Topic.LICENCE in topics)


def _level(rules: Sequence[UserRule], found: Level) -> Level:
    of = {kind: [rule.level for rule in rules if rule.level is not None and rule.level_is is kind] for kind in LevelIs}
    level = max(of[LevelIs.SET], default=found)
    level = min(level, *of[LevelIs.AT_MOST]) if of[LevelIs.AT_MOST] else level
    return max(level, *of[LevelIs.AT_LEAST]) if of[LevelIs.AT_LEAST] else level


def _tell(rules: Sequence[UserRule]) -> Tell:
    wanted = {rule.tell for rule in rules}
    return next((tell for tell in (Tell.ALWAYS, Tell.NEVER) if tell in wanted), Tell.USUAL)


def _reasons(rule: UserRule, found: Sequence[Found], item: FlagInput) -> list[Reason]:
    known = {topic.value for topic in Topic}
    topics = [label for label in rule.labels if label in known]
    topic = topics[0] if topics else "severity" if rule.level is not None else "rule"
    name = OWN + rule.id
    if not found:
        speaker = item.publisher.id if item.publisher is not None else item.source_id
        return [Reason(name, topic, "source", speaker, 0, 0, rule.name)]
    return [Reason(name, topic, one.field, one.words, one.start, one.end, rule.name) for one in found[:_MAX_WORDS]]
