# SPDX-License-Identifier: MIT
"""The names that a search may ask for, as the window knows them: of sources, labels and rules."""

from collections.abc import Iterable

from hkwatch.domain.events import WatchStatusChanged
from hkwatch.domain.item import Topic
from hkwatch.domain.query_known import Known
from hkwatch.domain.query_tree import Field
from hkwatch.domain.rule_commands import RulesChanged
from hkwatch.domain.user_rules import OWN
from hkwatch.ui.rule_names import rule_name


def known_names(listed: Iterable[str], status: WatchStatusChanged | None, rules: RulesChanged | None) -> Known:
    """`listed` are the catalogue's publishers and sources. Rules are not known before the engine has told of them."""
    sources = set(listed)
    for health in status.sources if status is not None else ():
        sources |= {str(health.source), str(health.publisher)}
    labels = {topic.value for topic in Topic}
    if rules is None:
        return Known({Field.SRC: sources, Field.LABEL: labels})
    own = [one.rule for one in rules.own]
    labels.update(label for rule in own for label in rule.labels)
    named = {name for rule in own for name in (rule.id, OWN + rule.id, rule.name)}
    named |= {name for one in rules.shipped for name in (one.id, one.why, rule_name(one.why)) if name}
    return Known({Field.SRC: sources, Field.LABEL: labels, Field.RULE: named})


def offered_rules(rules: RulesChanged | None) -> tuple[str, ...]:
    """What `rule:` is completed to: the user's own rules first, then the shipped ones, in the window's language."""
    if rules is None:
        return ()
    shipped = (rule_name(one.why) or one.id for one in rules.shipped)
    return tuple(dict.fromkeys((*(one.rule.name for one in rules.own), *shipped)))
