# SPDX-License-Identifier: MIT
"""The rules' whole answer about an item: the shipped rules' first, then what the user's own rules make of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from hkwatch.domain.classifier import Classifier
from hkwatch.domain.flags import FlagInput, Flags
from hkwatch.domain.user_rules import ReadyRule, apply_rules


@dataclass(frozen=True, slots=True)
class RuleChain:
    """Deterministic; may be asked from any thread. Watched firms and deadlines come on top, in `services/judging.py`."""

    classifier: Classifier
    own: Sequence[ReadyRule] = ()

    def classify(self, item: FlagInput) -> Flags:
        """What `item` is about, how much it matters and whether it is told."""
        return apply_rules(self.own, item, self.classifier.classify(item))
