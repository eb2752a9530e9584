# SPDX-License-Identifier: MIT
"""Rules and mutes as the user sees them in lists: with their use, their problems and what was edited."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hkwatch.domain.ids import CommandId
from hkwatch.domain.mutes import Mute
from hkwatch.domain.user_rules import UserRule

QUESTION_DAYS = 180
"""A rule that held of nothing for so many days is asked about."""
QUESTION_SHARE = 0.3
"""A rule that held of more than this share of items is asked about."""
QUESTION_ITEMS = 50
"""Of fewer items no share is worth stating."""


class Question(StrEnum):
    """Why a rule is worth a second look: it holds of nothing any more, or of nearly everything."""

    NONE = ""
    SILENT = "silent"
    BROAD = "broad"


@dataclass(frozen=True, slots=True)
class RuleUse:
    """How often a rule held in the last 30 days, and when last (None = not in the last 180 days).

    `hits` None: it only prepares other rules, whose words are shown instead.
    """

    hits: int | None = 0
    last_at: datetime | None = None
    question: Question = Question.NONE


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule of the user's. `problem` says why it does not run, empty while it does."""

    rule: UserRule
    use: RuleUse
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ShippedRule:
    """A rule of a pack. `outcome` is what it settles, as written there (`topic:licence`); `edited`: the user switched it."""

    id: str
    pack: str
    why: str
    outcome: str
    enabled: bool
    edited: bool
    use: RuleUse


@dataclass(frozen=True, slots=True)
class Words:
    """A word list of a pack: the phrases it comes with, and what the user added and took out."""

    name: str
    pack: str
    why: str
    phrases: tuple[str, ...]
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A rule file with the number it states; `edited_at` is the number at the user's last edit in it, None without one."""

    name: str
    version: int
    edited_at: int | None = None


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """A rule, list or edit that cannot be used. `where` names file, line and rule."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class MuteView:
    """A mute, how many items it hides, and the command that made it."""

    mute: Mute
    hidden: int
    made_by: CommandId


def question(hits: int, items: int, watched_days: float) -> Question:
    """Whether a rule that held of `hits` out of `items` in the last `QUESTION_DAYS` is worth a second look.

    `watched_days` is how long items are stored at all: a rule is not called silent before it had its time.
    """
    if hits == 0:
        return Question.SILENT if watched_days >= QUESTION_DAYS else Question.NONE
    return Question.BROAD if items >= QUESTION_ITEMS and hits > QUESTION_SHARE * items else Question.NONE
