# SPDX-License-Identifier: MIT
"""The rules as lists show them: joined with how often they held and what is wrong with them."""

from collections.abc import Mapping

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.item import Topic
from hkwatch.domain.rule_commands import RulesChanged
from hkwatch.domain.rule_views import OwnRule, Pack, Question, RuleProblem, RuleUse, ShippedRule, Words, question
from hkwatch.domain.rules import Rule, Stage
from hkwatch.domain.user_rules import OWN, in_order
from hkwatch.services.rule_book import RuleBook
from hkwatch.store.rule_changes import Hits

_PREPARING = frozenset({Stage.LABEL, Stage.HK_BAR, Stage.TOPIC_BAR})
"""Rules of these stages are no item's reason."""


def rules_changed(book: RuleBook, hits: Hits, undo: str, slow: Mapping[str, str]) -> RulesChanged:
    """All that a list of rules shows. `slow`: own rules given up while running, with the reason."""
    overlay, pack = book.own.overlay, book.pack
    versions = dict(pack.versions)
    enabled = {rule.id for rule in book.laid.rules}
    shipped = sorted((*pack.rules, *pack.off), key=lambda rule: (rule.pack, rule.stage, rule.id))
    return RulesChanged(
        own=tuple(
            OwnRule(rule, _use(OWN + rule.id, hits), book.broken.get(rule.id, slow.get(rule.id, "")))
            for rule in in_order(book.own.rules)
        ),
        shipped=tuple(
            ShippedRule(
                rule.id,
                rule.pack,
                rule.why,
                outcome(rule),
                rule.id in enabled,
                rule.id in overlay.switches,
                RuleUse(None) if rule.stage in _PREPARING else _use(rule.id, hits),
            )
            for rule in shipped
        ),
        words=tuple(
            Words(
                entry.id, entry.pack, entry.why, entry.phrases, edit.added if edit else (), edit.removed if edit else ()
            )
            for entry in pack.words
            # A rule's phrases written out in it have no name of their own.
            if "/" not in entry.id
            for edit in (overlay.words.get(entry.id),)
        ),
        packs=tuple(Pack(name, version, overlay.versions.get(name)) for name, version in versions.items()),
        problems=tuple(problem(one) for one in book.problems),
        undo=undo,
    )


def outcome(rule: Rule) -> str:
    """What a shipped rule settles, in the words of its file."""
    if rule.topics:
        return " ".join(f"topic:{topic.value}" for topic in rule.topics if topic is not Topic.OTHER)
    if rule.label:
        return f"label:{rule.label}"
    if rule.severity is not None:
        return f"severity:{rule.severity.name.lower()}"
    if rule.cap is not None:
        return f"cap:{rule.cap.name.lower()}"
    return " ".join(f"not {fact}" for fact in rule.bars) if rule.bars else "hk"


def problem(error: SettingsError) -> RuleProblem:
    """An error of a rule file as lists show it."""
    where, found, reason = error.detail.partition(": ")
    return RuleProblem(where if found else "", f"{reason if found else error.detail} {error.next_step}".strip())


def _use(rule: str, hits: Hits) -> RuleUse:
    long = hits.long.get(rule, 0)
    asked = question(long, hits.items, hits.watched_days)
    return RuleUse(hits.recent.get(rule, 0), hits.last_at.get(rule), asked or Question.NONE)
