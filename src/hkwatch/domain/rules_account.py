# SPDX-License-Identifier: MIT
"""The user's edits of the shipped rules, as the window knows them from the engine's account."""

from hkwatch.domain.rule_commands import RulesChanged
from hkwatch.domain.rule_overlay import Overlay, WordsEdit


def overlay_of(rules: RulesChanged) -> Overlay:
    """The edits; those of rules that are not shipped any more are not in the account."""
    return Overlay(
        {rule.id: rule.enabled for rule in rules.shipped if rule.edited},
        {one.name: WordsEdit(one.added, one.removed) for one in rules.words if one.added or one.removed},
        {pack.name: pack.edited_at for pack in rules.packs if pack.edited_at is not None},
    )


def count_of(overlay: Overlay) -> int:
    """How many rules are switched and word lists edited."""
    return len(overlay.switches) + len(overlay.words)
