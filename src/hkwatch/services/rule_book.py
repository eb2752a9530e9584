# SPDX-License-Identifier: MIT
"""All rules of a moment: the shipped packs, the user's packs, edits and own rules, read from their files and made ready.

resources/rules ─┐
rules/*.toml ────┴─► pack ─► edits laid over ─► Classifier ─┐
rules/my-rules.toml ─► own rules ─► queries made ready ─────┴─► RuleChain
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hkwatch.domain.classifier import Classifier
from hkwatch.domain.entities import EntityIndex
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.fold import Folder
from hkwatch.domain.query_tree import QueryError
from hkwatch.domain.rule_chain import RuleChain
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
    chain: RuleChain
    broken: Mapping[str, str]
    problems: tuple[SettingsError, ...]
    shipped: str

    def same_rules(self, other: "RuleBook") -> bool:
        """Whether both answer alike."""
        return (_of_pack(self.laid), self.own.rules) == (_of_pack(other.laid), other.own.rules)


def read_rules(
    shipped: Path,
    own: Path,
    folder: Folder,
    entities: EntityIndex | None = None,
    on_slow: Callable[[UserRule, str], None] = lambda rule, problem: None,
    former: RuleBook | None = None,
) -> RuleBook:
    """Read the folder of the shipped rules and the user's. Never raises for what is in the files: `problems` names it.

    `entities` are the firms that licence events are about; None = none is recognised. `former` saves work where its shipped
    rules and edits are the same; it must have been read with the same `entities`.
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
            made = ready_rule(rule, folder, on_slow, entities)
        except QueryError as error:
            broken[rule.id] = explain_query(error)
            where = file.where.get(rule.id, str(file.path))
            problems.append(SettingsError("rules-query", f"{where}: {broken[rule.id]}", "The other rules run."))
        else:
            if rule.enabled:
                ready.append(made)
    if former is not None and _of_pack(former.laid) == _of_pack(laid):
        classifier = former.chain.classifier
    else:
        classifier = Classifier(laid, folder, entities)
    chain = RuleChain(classifier, tuple(ready))
    return RuleBook(pack, laid, file, chain, broken, tuple(problems), digest_of(shipped))


def _of_pack(pack: RulePack) -> tuple[object, ...]:
    """All of a pack that its answers depend on."""
    return pack.words, pack.rules, pack.levels, pack.licence


def explain_query(error: QueryError) -> str:
    """In English, for a file's author: what, where, and what could stand there."""
    known = f" Known: {', '.join(error.allowed)}." if error.allowed else ""
    return f"query, character {error.position + 1}: {error.key.replace('-', ' ')} «{error.value}».{known}"
