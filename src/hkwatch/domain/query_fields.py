# SPDX-License-Identifier: MIT
"""The fields of the query language: how each is written, what it may say, and an example of each."""

from dataclasses import dataclass
from enum import Enum

from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.domain.query_tree import Field, Order, Scope


class Kind(Enum):
    """What the values of a field are."""

    WORDS = "words"
    """Words, phrases and regular expressions in running text."""
    NAME = "name"
    """A name; it may end in a star."""
    CHOICE = "choice"
    """One of a few words."""
    LABEL = "label"
    """A topic, or a name that a rule of the user's own gives."""
    LEVEL = "level"
    DATE = "date"
    DUE = "due"
    NUMBER = "number"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. `allowed` is empty where anything may stand. `examples` can be typed as they are."""

    kind: Kind
    allowed: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


IS_VALUES = (
    *("unread", "new", "seen", "read", "starred", "acked", "needs-ack", "archived", "muted", "flagged", "revised"),
    "open",
)
HAS_VALUES = ("deadline", "pdf", "zh", "note", "move")
LANGS = ("en", "zh-hant", "zh-hans", "zh")
LEVELS = tuple(level.name.lower() for level in Level)
DAYS = ("today", "yesterday", "week", "month")

FIELDS: dict[Field, FieldSpec] = {
    Field.TITLE: FieldSpec(Kind.WORDS, (), ('title:"virtual asset"', "title:牌照")),
    Field.BODY: FieldSpec(Kind.WORDS, (), ("body:custody", r"body:/HK\$\d+ m/i")),
    Field.SRC: FieldSpec(Kind.NAME, (), ("src:sfc,hkma", "reg:sfc", "src:sfc-press-*")),
    Field.TYPE: FieldSpec(Kind.CHOICE, tuple(kind.value for kind in DocType), ("type:circular,consultation",)),
    Field.LABEL: FieldSpec(Kind.LABEL, tuple(topic.value for topic in Topic), ("label:stablecoin", "label:my-own")),
    Field.LEVEL: FieldSpec(Kind.LEVEL, LEVELS, ("level:high..", "level:normal")),
    Field.IS: FieldSpec(Kind.CHOICE, IS_VALUES, ("is:unread", "is:starred,acked")),
    Field.HAS: FieldSpec(Kind.CHOICE, HAS_VALUES, ("has:pdf", "has:zh", "has:note", "has:deadline")),
    Field.REF: FieldSpec(Kind.NAME, (), ("ref:26PR97", "ref:25CP*")),
    Field.RULE: FieldSpec(Kind.NAME, (), ("rule:sfc*",)),
    Field.ENTITY: FieldSpec(Kind.NAME, (), ("entity:hashkey", 'entity:"hash key"', "entity:osl*")),
    Field.CE: FieldSpec(Kind.NAME, (), ("ce:BPL992",)),
    Field.LANG: FieldSpec(Kind.CHOICE, LANGS, ("lang:zh-hant",)),
    Field.PUB: FieldSpec(Kind.DATE, DAYS, ("pub:today", "pub:2026-11", "pub:2026-01..2026-03")),
    Field.SEEN: FieldSpec(Kind.DATE, DAYS, ("seen:7d", "seen:yesterday")),
    Field.DUE: FieldSpec(Kind.DUE, ("past", "today"), ("due:<14wd", "due:week", "due:past")),
    Field.PRICE: FieldSpec(Kind.NUMBER, (), ("price:<100000", "price:95k..105k")),
    Field.MOVE_1H: FieldSpec(Kind.PERCENT, (), ("move1h:>2%",)),
    Field.MOVE_24H: FieldSpec(Kind.PERCENT, (), ("move24h:<-5%",)),
}
"""Every field that has a name, in the order the help shows them."""

IN_VALUES = tuple(scope.value for scope in Scope)
SORT_VALUES = tuple(order.value for order in Order)
DIRECTIVES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "in": (IN_VALUES, ("in:all", "in:archive", "in:muted")),
    "sort": (SORT_VALUES, ("sort:-pub", "sort:-level", "sort:due")),
}
"""Not conditions but what is searched and in which order: what they allow, and examples."""

ALIASES = {"reg": Field.SRC, "source": Field.SRC, "topic": Field.LABEL, "kind": Field.TYPE}
NAMES = (*(field.value for field in FIELDS), *DIRECTIVES)
"""Every name that may stand before a colon, without the aliases."""
