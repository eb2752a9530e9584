# SPDX-License-Identifier: MIT
"""What the user asks about rules and mutes, and what the engine says of them."""

from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.ids import CommandId, ItemId, MuteId
from hkwatch.domain.mutes import MuteKind
from hkwatch.domain.rule_views import MuteView, OwnRule, Pack, RuleProblem, ShippedRule, Words
from hkwatch.domain.user_rules import UserRule


@dataclass(frozen=True, slots=True)
class SaveRule:
    """Store a rule, in place of the one of the same id. `to_stored`: flag the stored items anew as well, untold."""

    id: CommandId
    rule: UserRule
    to_stored: bool = False


@dataclass(frozen=True, slots=True)
class RemoveRule:
    """Remove an own rule. `to_stored` as with `SaveRule`."""

    id: CommandId
    rule: str
    to_stored: bool = False


@dataclass(frozen=True, slots=True)
class SetShippedRule:
    """Switch a shipped rule on or off."""

    id: CommandId
    rule: str
    enabled: bool
    to_stored: bool = True


@dataclass(frozen=True, slots=True)
class EditWords:
    """Add phrases to a shipped word list and take some out of it."""

    id: CommandId
    words: str
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    to_stored: bool = True


@dataclass(frozen=True, slots=True)
class CompareRules:
    """Say what importing a text of rules would change. Answered by `RulesCompared` with the same id."""

    id: CommandId
    text: str


@dataclass(frozen=True, slots=True)
class ImportRules:
    """Take the rules of a text over; one of a known id replaces it. Nothing is taken of a text with a mistake in it."""

    id: CommandId
    text: str
    to_stored: bool = False


@dataclass(frozen=True, slots=True)
class UndoRules:
    """Give the rules file the text it had before the last change made by hkwatch."""

    id: CommandId
    to_stored: bool = True


@dataclass(frozen=True, slots=True)
class ReloadRules:
    """Read the rule files again and say how they are; stored items are flagged anew if anything changed."""

    id: CommandId


@dataclass(frozen=True, slots=True)
class Reflag:
    """Flag all stored items anew."""

    id: CommandId


@dataclass(frozen=True, slots=True)
class MuteItem:
    """Mute what one item is an instance of: its STORY or its TEMPLATE. `until` None = for ever."""

    id: CommandId
    item: ItemId
    kind: MuteKind
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class AddMute:
    """Mute anything; `value` as in `Mute`, `publisher` empty = everyone's items."""

    id: CommandId
    kind: MuteKind
    value: str
    publisher: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class RemoveMute:
    """End a mute; what it hid may be seen again."""

    id: CommandId
    mute: MuteId


RuleCommand = (
    SaveRule
    | RemoveRule
    | SetShippedRule
    | EditWords
    | CompareRules
    | ImportRules
    | UndoRules
    | ReloadRules
    | Reflag
    | MuteItem
    | AddMute
    | RemoveMute
)


@dataclass(frozen=True, slots=True)
class RulesChanged:
    """All rules as they are now. `undo` says what `UndoRules` would undo, empty if there is nothing."""

    own: tuple[OwnRule, ...]
    shipped: tuple[ShippedRule, ...]
    words: tuple[Words, ...]
    packs: tuple[Pack, ...]
    problems: tuple[RuleProblem, ...]
    undo: str = ""


@dataclass(frozen=True, slots=True)
class RulesCompared:
    """What an import would bring, by name of the rule; `problems` are the rows that could not be read."""

    command_id: CommandId
    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    problems: tuple[RuleProblem, ...] = ()
    edits: int = 0
    """Switches and word lists of shipped rules that would be set otherwise than they are."""
    other_packs: tuple[str, ...] = ()
    """Packs with their numbers (`licence 3`) that were others where the file was written."""


@dataclass(frozen=True, slots=True)
class ReflagProgress:
    """Stored items being flagged anew; over once `done` is `total`."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class MutesChanged:
    """All mutes, the newest first."""

    mutes: tuple[MuteView, ...]


RuleEvent = RulesChanged | RulesCompared | ReflagProgress | MutesChanged
