# SPDX-License-Identifier: MIT
"""The words of the rules' windows: fields, tests, what a rule does, how often it held."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.flags import Tell
from hkwatch.domain.item import Level, Topic
from hkwatch.domain.query_tree import Field
from hkwatch.domain.rule_views import Question, RuleUse
from hkwatch.domain.user_rules import LevelIs, Scope, UserRule
from hkwatch.ui.formats import short_time
from hkwatch.ui.inbox.explain import wording
from hkwatch.ui.words import level_text


def field_text(field: Field) -> str:
    """What a row of the form looks at."""
    translate = QCoreApplication.translate
    return {
        Field.TEXT: translate("Rules", "title or text"),
        Field.TITLE: translate("Rules", "title"),
        Field.BODY: translate("Rules", "text"),
        Field.SRC: translate("Rules", "source"),
        Field.TYPE: translate("Rules", "type"),
        Field.LABEL: translate("Rules", "label"),
        Field.LEVEL: translate("Rules", "level"),
        Field.IS: translate("Rules", "is"),
        Field.HAS: translate("Rules", "comes with"),
        Field.REF: translate("Rules", "reference"),
        Field.RULE: translate("Rules", "shipped rule"),
        Field.ENTITY: translate("Rules", "firm"),
        Field.CE: translate("Rules", "CE number"),
        Field.LANG: translate("Rules", "language"),
    }.get(field, field.value)


def scope_text(scope: Scope) -> str:
    """Whose items a rule looks at."""
    translate = QCoreApplication.translate
    return {
        Scope.ALL: translate("Rules", "everyone"),
        Scope.OFFICIAL: translate("Rules", "official sources"),
        Scope.CHOSEN: translate("Rules", "chosen publishers"),
    }[scope]


def level_is_text(kind: LevelIs) -> str:
    """How a rule's level counts."""
    translate = QCoreApplication.translate
    return {
        LevelIs.AT_LEAST: translate("Rules", "at least"),
        LevelIs.AT_MOST: translate("Rules", "at most"),
        LevelIs.SET: translate("Rules", "exactly"),
    }[kind]


def tell_text(tell: Tell) -> str:
    """Whether what a rule finds is told."""
    translate = QCoreApplication.translate
    return {
        Tell.USUAL: translate("Rules", "as its level says"),
        Tell.ALWAYS: translate("Rules", "always"),
        Tell.NEVER: translate("Rules", "never"),
    }[tell]


def outcome_text(rule: UserRule) -> str:
    """What a rule does, in a line."""
    translate = QCoreApplication.translate
    parts: list[str] = []
    if rule.level is not None:
        counts, level = level_is_text(rule.level_is), level_text(rule.level)
        # Chinese words stand close together.
        parts.append(f"{counts} {level}" if counts.isascii() else f"{counts}{level}")
    if rule.labels:
        parts.append(", ".join(wording({}).label(label) for label in rule.labels))
    if rule.tell is not Tell.USUAL:
        told = rule.tell is Tell.ALWAYS
        parts.append(translate("Rules", "always notified") if told else translate("Rules", "never notified"))
    parts += [translate("Rules", "pinned on the chart")] if rule.pin else []
    parts += [translate("Rules", "to be acknowledged")] if rule.needs_ack else []
    parts += [translate("Rules", "stops here")] if rule.stop else []
    return " · ".join(parts) or translate("Rules", "does nothing yet")


def shipped_text(outcome: str) -> str:
    """What a shipped rule settles, from the words of its file (`topic:licence`)."""
    translate = QCoreApplication.translate
    words: list[str] = []
    for part in outcome.split():
        kind, _, value = part.partition(":")
        if kind == "topic" and value in set(Topic):
            words.append(translate("Rules", "about {0}").format(wording({}).label(value)))
        elif kind == "severity":
            words.append(translate("Rules", "level at least {0}").format(_level(value)))
        elif kind == "cap":
            words.append(translate("Rules", "level at most {0}").format(_level(value)))
        elif kind == "label":
            words.append(translate("Rules", "prepares others"))
        elif part == "hk":
            words.append(translate("Rules", "is Hong Kong's"))
        else:
            words.append(part)
    return " · ".join(words)


def _level(word: str) -> str:
    """A level by its word in the file of a pack."""
    return level_text(Level[word.upper()]) if word.upper() in Level.__members__ else word


def hits_text(use: RuleUse) -> str:
    """How often a rule held in the last 30 days; a dash where it only prepares others."""
    return "–" if use.hits is None else f"{use.hits:,}"


def last_text(use: RuleUse, now: datetime, language: str) -> str:
    """When a rule held last."""
    return short_time(use.last_at, now, language) if use.last_at is not None else "–"


def question_text(question: Question) -> str:
    """Why a rule is worth a second look; empty where it is not."""
    translate = QCoreApplication.translate
    return {
        Question.NONE: "",
        Question.SILENT: translate("Rules", "No hit in 180 days: still wanted?"),
        Question.BROAD: translate("Rules", "Holds of more than 30 % of items: too wide?"),
    }[question]
