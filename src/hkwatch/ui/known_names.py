# SPDX-License-Identifier: MIT
"""The names that a search may ask for, as the window knows them: of sources, labels and rules."""

from collections.abc import Iterable

from hkwatch.domain.events import WatchStatusChanged
from hkwatch.domain.item import Topic
from hkwatch.domain.query_known import Known
from hkwatch.domain.query_tree import Field
from hkwatch.domain.rule_commands import RulesChanged


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
    named = {name for rule in own for name in (rule.id, rule.name)}
    named |= {name for one in rules.shipped for name in (one.id, one.why) if name}
    return Known({Field.SRC: sources, Field.LABEL: labels, Field.RULE: named})
