# SPDX-License-Identifier: MIT
"""What the menu can mute about the item that is read, besides its story and headline: a firm, and a rule."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.detail import ItemDetail
from hkwatch.domain.mutes import MuteKind
from hkwatch.domain.rule_commands import RulesChanged
from hkwatch.domain.user_rules import OWN
from hkwatch.ui.actions import Actions
from hkwatch.ui.rule_names import rule_name
from hkwatch.ui.rules_controller import SPANS, RulesController

_MOST_CHARS = 40


def firm_of(detail: ItemDetail | None) -> str:
    """The firm a licence event is about, or the one that is watched; empty where the item names none."""
    if detail is None:
        return ""
    if detail.licence is not None and detail.licence.firms:
        return detail.licence.firms[0].firm
    return next((reason.words for reason in detail.reasons if reason.rule == "watchlist"), "")


def called(rules: RulesChanged | None) -> dict[str, str]:
    """What each rule is called in the language of the window, by its id."""
    if rules is None:
        return {}
    return {OWN + one.rule.id: one.rule.name for one in rules.own} | {
        one.id: rule_name(one.why) for one in rules.shipped
    }


def rule_of(detail: ItemDetail | None, rules: RulesChanged | None) -> tuple[str, str]:
    """Id and sentence of the first rule by which the item was flagged; empty where none of them has a name in the list."""
    if detail is None or rules is None:
        return "", ""
    known = called(rules)
    return next(((one.rule, known[one.rule]) for one in detail.reasons if one.rule in known), ("", ""))


class ItemMutes:
    """Keeps the four actions in step with the item each time the menu opens."""

    def __init__(self, actions: Actions, rules: RulesController, detail: Callable[[], ItemDetail | None]) -> None:
        self._actions, self._rules, self._detail = actions, rules, detail
        actions.submenu("mute").aboutToShow.connect(self.refresh)
        for span in ("week", "ever"):
            actions.on(f"mute-firm-{span}", self._muter(MuteKind.ENTITY, span))
            actions.on(f"mute-rule-{span}", self._muter(MuteKind.RULE, span))

    def refresh(self) -> None:
        """Name the firm and the rule; what there is not is not offered."""
        translate = QCoreApplication.translate
        firm, (rule, sentence) = firm_of(self._detail()), rule_of(self._detail(), self._rules.rules)
        texts = {
            "mute-firm-week": (firm, translate("Actions", "“{0}” for a week")),
            "mute-firm-ever": (firm, translate("Actions", "“{0}” for ever")),
            "mute-rule-week": (sentence or rule, translate("Actions", "All by the rule “{0}” for a week")),
            "mute-rule-ever": (sentence or rule, translate("Actions", "All by the rule “{0}” for ever")),
        }
        for name, (value, text) in texts.items():
            self._actions[name].setVisible(bool(value))
            if value:
                short = value if len(value) <= _MOST_CHARS else f"{value[: _MOST_CHARS - 1].rstrip()}…"
                self._actions[name].setText(text.format(short.replace("&", "&&")))

    def _muter(self, kind: MuteKind, span: str) -> Callable[[], None]:
        def mute() -> None:
            firm, (rule, sentence) = firm_of(self._detail()), rule_of(self._detail(), self._rules.rules)
            value, shown = (firm, firm) if kind is MuteKind.ENTITY else (rule, sentence)
            if value:
                self._rules.mute_named(kind, value, SPANS[span], shown)

        return mute
