# SPDX-License-Identifier: MIT
"""What flagging rules may say. They are read by `sources/rules.py` and applied by `domain/classifier.py`."""

from dataclasses import dataclass
from enum import IntEnum

from hkwatch.domain.btc_levels import LevelWords
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.domain.lexicon import WordList
from hkwatch.domain.licence_event import LicenceWords

LEAD_CHARS = 600
"""How much of the body is read: what an item is about is said in its first paragraphs."""


OPENING_CHARS = 240
"""The length of a first paragraph."""


class Stage(IntEnum):
    """When a rule is applied; a later stage builds on what the earlier ones found."""

    LABEL = 0
    HK_BAR = 1
    HK = 2
    TOPIC_BAR = 3
    TOPIC = 4
    SEVERITY = 5


class Field(IntEnum):
    """Where a rule looks.

    FIRST is the title and the first sentence of the body, OPENING the title and the first paragraph (`OPENING_CHARS`
    of the body), TEXT the title and the whole lead.
    """

    TITLE = 0
    FIRST = 1
    OPENING = 2
    BODY = 3
    TEXT = 4


@dataclass(frozen=True, slots=True)
class Near:
    """One hit from each side in the same sentence, at most `within` characters between them.

    `ordered` asks for the first side to come first.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    within: int
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; every condition it states must hold. Names of word lists stand without `@`.

    Outcome (exactly one): `topics`, `hk`, `label`, `severity` (at least this), `cap` (at most this), or `bars`: facts
    that later rules may then not set (`hk`, `topic:licence`).
    Conditions: `any` one of the lists hits, at least `at_least` times; `all` each group has a hit; `near`; `none` no list
    hits in `none_in` (with `none_within`: no closer than so many characters to what did hit). `publishers`, `roles`,
    `sources` and `not_sources` (parts of the source id), `languages` and `doc_types` restrict who speaks and how; empty
    means everyone. `needs` and `unless` name facts that earlier stages may have found: `hk`, `topic:sfc`,
    `label:digital-asset`.
    """

    id: str
    why: str
    stage: Stage
    topics: tuple[Topic, ...] = ()
    label: str = ""
    severity: Level | None = None
    cap: Level | None = None
    bars: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    all: tuple[tuple[str, ...], ...] = ()
    near: tuple[Near, ...] = ()
    none: tuple[str, ...] = ()
    field: Field = Field.TEXT
    none_in: Field = Field.TEXT
    none_within: int = 0
    at_least: int = 1
    publishers: frozenset[str] = frozenset()
    not_publishers: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()
    not_sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    doc_types: frozenset[DocType] = frozenset()
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    origin: str = ""
    pack: str = ""
    """Name of the file it stands in, without its ending."""


@dataclass(frozen=True, slots=True)
class RulePack:
    """Word lists and rules as read. `problems` are the rules that could not be used; the others run without them.

    `off` are rules that a file switches off. `versions` gives the number each file states (0 = none) by its name.
    """

    id: str
    version: int
    words: tuple[WordList, ...]
    rules: tuple[Rule, ...]
    levels: LevelWords | None = None
    problems: tuple[SettingsError, ...] = ()
    licence: LicenceWords | None = None
    off: tuple[Rule, ...] = ()
    versions: tuple[tuple[str, int], ...] = ()
