# SPDX-License-Identifier: MIT
"""All rules of a moment: the shipped packs, the user's packs, edits and own rules, read from their files and made ready.

resources/rules ─┐
rules/*.toml ────┴─► pack ─► edits laid over ─► Classifier ─┐
rules/my-rules.toml ─► own rules ─► queries made ready ─────┴─► Judge
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hkwatch.domain.classifier import Classifier
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.fold import Folder
from hkwatch.domain.judge import Judge
from hkwatch.domain.query_tree import QueryError
from hkwatch.domain.rule_overlay import lay_over
from hkwatch.domain.rule_query import ready_rule
from hkwatch.domain.rules import RulePack
from hkwatch.domain.user_rules import ReadyRule, UserRule, in_order
from hkwatch.sources.rules import digest_of, load_rule_packs
from hkwatch.sources.user_rules import RulesFile, read_own_rules


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Rules as read. `pack` is without the user's edits, `laid` with them. `broken`: why an own rule does not run, by id.

    `shipped` changes whenever a shipped rule file does.
    """

    pack: RulePack
    laid: RulePack
    own: RulesFile
    judge: Judge
    broken: Mapping[str, str]
    problems: tuple[SettingsError, ...]
    shipped: str

    def same_rules(self, other: "RuleBook") -> bool:
        """Whether both answer alike."""
        return (self.laid.words, self.laid.rules, self.laid.levels, self.own.rules) == (
            other.laid.words,
            other.laid.rules,
            other.laid.levels,
            other.own.rules,
        )


def read_rules(
    shipped: Path,
    own: Path,
    folder: Folder,
    on_slow: Callable[[UserRule, str], None] = lambda rule, problem: None,
    former: RuleBook | None = None,
) -> RuleBook:
    """Read the folder of the shipped rules and the user's. Never raises for what is in the files: `problems` names it.

    `former` saves work where its shipped rules and edits are the same.
    """
    pack = load_rule_packs([shipped, own])
    file = read_own_rules(own)
    laid, strays = lay_over(pack, file.overlay)
    problems = [*pack.problems, *file.problems]
    for stray in strays:
        what = "rule" if stray.kind == "rule" else "word list"
        problems.append(
            SettingsError(
                "rules-stray",
                f"{file.path}: there is no shipped {what} {stray.name} any more; your change to it does nothing.",
                "It is kept, and works again if the rule comes back.",
            )
        )
    ready: list[ReadyRule] = []
    broken: dict[str, str] = {}
    for rule in in_order(file.rules):
        try:
            made = ready_rule(rule, folder, on_slow)
        except QueryError as error:
            broken[rule.id] = explain_query(error)
            where = file.where.get(rule.id, str(file.path))
            problems.append(SettingsError("rules-query", f"{where}: {broken[rule.id]}", "The other rules run."))
        else:
            if rule.enabled:
                ready.append(made)
    if former is not None and (former.laid.words, former.laid.rules, former.laid.levels) == (
        laid.words,
        laid.rules,
        laid.levels,
    ):
        classifier = former.judge.classifier
    else:
        classifier = Classifier(laid, folder)
    judge = Judge(classifier, tuple(ready))
    return RuleBook(pack, laid, file, judge, broken, tuple(problems), digest_of(shipped))


def explain_query(error: QueryError) -> str:
    """In English, for a file's author: what, where, and what could stand there."""
    known = f" Known: {', '.join(error.allowed)}." if error.allowed else ""
    return f"query, character {error.position + 1}: {error.key.replace('-', ' ')} «{error.value}».{known}"
