# SPDX-License-Identifier: MIT
"""Rules as the engine tells them, for tests of their windows."""

from datetime import timedelta

from inbox_rows import NOW, make_row

from hkwatch.domain.item import Level
from hkwatch.domain.rule_commands import RulesChanged
from hkwatch.domain.rule_views import OwnRule, Pack, Question, RuleProblem, RuleUse, ShippedRule, Words
from hkwatch.domain.user_rules import UserRule
from hkwatch.services.rule_preview import Alone, Preview

VATP = UserRule(
    "vatp",
    "VATP licences",
    'title:"virtual asset trading platform",VATP,虛擬資產交易平台 | ref:26PR*',
    unless="title:美國證監會",
    level=Level.HIGH,
    labels=("licence", "vatp"),
)
BROKEN = UserRule("old", "An old one", "(open", enabled=False)
RULES = RulesChanged(
    own=(
        OwnRule(VATP, RuleUse(23, NOW - timedelta(hours=3))),
        OwnRule(BROKEN, RuleUse(0), "character 1: ( has no ) after it"),
    ),
    shipped=(
        ShippedRule("vatp", "licence", "A platform's licence", "topic:licence", True, False, RuleUse(9, NOW)),
        ShippedRule("bulk", "sfc", "Bulletins", "cap:low", False, True, RuleUse(300, NOW, Question.BROAD)),
        ShippedRule("assets", "sfc", "Speaks of digital assets", "label:digital-asset", True, False, RuleUse(None)),
    ),
    words=(Words("licence-words", "licence", "Words for licences", ("licence", "牌照"), ("permit",), ("牌照",)),),
    packs=(Pack("licence", 4), Pack("sfc", 2, 1)),
    problems=(RuleProblem("rules/my-rules.toml, line 12, rule old", "A bracket is open. The other rules run."),),
    undo="VATP licences",
)
ROWS = (
    make_row(NOW, "SFC licenses a virtual asset trading platform"),
    make_row(NOW, "Staking circular", publisher="hkma"),
)
FOUND = Preview(1482, 23, (Alone("title:牌照", 4),), ROWS[:1], ROWS[1:])
