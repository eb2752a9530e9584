# SPDX-License-Identifier: MIT
"""Rules with all worked out that does not depend on an item: facts and rules are bits, a hit wakes the rules that want it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hkwatch.domain.item import Level
from hkwatch.domain.lexicon import WordList
from hkwatch.domain.rules import Field, Rule, Stage

_MAX_PICKS = 2_000
_PART = 16
_PART_BITS = (1 << _PART) - 1


@dataclass(slots=True)
class CompiledRule:
    """A rule with what can be worked out beforehand. Facts are bits; so are rules."""

    rule: Rule
    outcomes: int
    needs: int
    unless: int
    bars: bool
    told: bool
    reason_topic: str
    is_plain: bool
    """Whether hits of `any`, anywhere in the text, make it hold by themselves."""
    only: str | None
    """The one list of which one hit in `field` makes it hold; None where it takes more, or one of several lists."""
    field: Field


class Facts(dict[str, int]):
    """The bit of each fact; a fact that no rule names gets one when it is first asked for."""

    def __missing__(self, fact: str) -> int:
        self[fact] = bit = 1 << len(self)
        return bit

    def mask(self, facts: Iterable[str]) -> int:
        """All of their bits."""
        return _union(self[fact] for fact in facts)


Waking = tuple[int, int]
"""The rules that a hit of one list wakes: by a hit anywhere, and by one in the title."""


@dataclass(slots=True)
class Triggers:
    """What wakes a rule: a hit of its first part and one of its last; the bits of the latter stand `shift` further up.

    `free` are the rules that need no such hit.
    """

    of_list: dict[str, Waking]
    free: int
    shift: int


def triggers_of(rules: Sequence[Rule]) -> Triggers:
    """What wakes each of these; a rule's bit says where it stands among them."""
    shift = len(rules)
    wakes: dict[str, list[int]] = {}
    free = 0
    for index, rule in enumerate(rules):
        first, second = 1 << index, 1 << (index + shift)
        parts = _parts(rule)
        in_title = rule.field is Field.TITLE
        for name in parts[0] if parts else ():
            wakes.setdefault(name, [0, 0])[in_title] |= first
        for name in parts[-1] if len(parts) > 1 else ():
            wakes.setdefault(name, [0, 0])[in_title] |= second
        if not parts:
            free |= first
        if len(parts) < 2:
            free |= second
    return Triggers({name: (anywhere, in_title) for name, (anywhere, in_title) in wakes.items()}, free, shift)


class _Part(dict[int, tuple[CompiledRule, ...]]):
    """The rules that some bits stand for, in their order."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        super().__init__()
        self._rules = tuple(rules)

    def __missing__(self, bits: int) -> tuple[CompiledRule, ...]:
        if len(self) >= _MAX_PICKS:
            self.clear()
        self[bits] = found = tuple([rule for n, rule in enumerate(self._rules) if bits >> n & 1])
        return found


class Picks(dict[int, tuple[CompiledRule, ...]]):
    """The rules that any bits stand for, in their order: most texts wake the same few as many others did.

    Where one wakes another set, the parts of the set have been met before.
    """

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        super().__init__()
        self._parts = [_Part(rules[start : start + _PART]) for start in range(0, len(rules), _PART)]

    def __missing__(self, bits: int) -> tuple[CompiledRule, ...]:
        found: list[CompiledRule] = []
        rest = bits
        for part in self._parts:
            if some := rest & _PART_BITS:
                found += part[some]
            rest >>= _PART
        if len(self) >= _MAX_PICKS:
            self.clear()
        self[bits] = picked = tuple(found)
        return picked


def only_against(words: Iterable[WordList], rules: Iterable[Rule]) -> frozenset[str]:
    """The lists that no rule holds by: they stand in `none` alone, and neither hide hits of others nor are hidden."""
    lists = tuple(words)
    held_by: set[str] = {name for words in lists if words.hides for name in (words.id, *words.hides)}
    for rule in rules:
        held_by.update(*_parts(rule))
    return frozenset(words.id for words in lists) - held_by


def rule_order(rule: Rule) -> tuple[int, int]:
    """By stage; in the last one caps first, then the highest severity first."""
    if rule.stage is not Stage.SEVERITY:
        return rule.stage, 0
    return rule.stage, 0 if rule.severity is None else 1 + Level.HIGH - rule.severity


def compile_rule(rule: Rule, facts: Facts) -> CompiledRule:
    """A rule made ready; its facts get their bits from `facts`."""
    found = [f"topic:{t.value}" for t in rule.topics] + list(rule.bars)
    if rule.label:
        found.append(f"label:{rule.label}")
    elif rule.stage is Stage.HK:
        found.append("hk")
    topic = rule.topics[0].value if rule.topics else "hk" if rule.stage is Stage.HK else "severity"
    is_plain = bool(rule.any) and not (rule.all or rule.near or rule.none or rule.doc_types)
    is_of_one = is_plain and len(rule.any) == 1 and rule.at_least == 1
    return CompiledRule(
        rule,
        outcomes=facts.mask(found),
        needs=facts.mask(rule.needs),
        unless=facts.mask(rule.unless),
        bars=bool(rule.bars),
        told=rule.stage is not Stage.LABEL,
        reason_topic=topic,
        is_plain=is_plain and rule.field is Field.TEXT,
        only=rule.any[0] if is_of_one else None,
        field=rule.field,
    )


def _parts(rule: Rule) -> list[tuple[str, ...]]:
    """The groups of lists of each of which the rule wants a hit."""
    return [part for part in (rule.any, *rule.all, *(side for n in rule.near for side in (n.left, n.right))) if part]


def _union(masks: Iterable[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union


def rule_mask(bits: Iterable[int]) -> int:
    """The bits of the rules at these places."""
    return sum(1 << bit for bit in bits)
