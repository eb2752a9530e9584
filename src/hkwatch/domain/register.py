# SPDX-License-Identifier: MIT
"""A public register as one reading of it: which lists the page has, and who stands on them.

    page ─► Snapshot ─► compare(old, new) ─► changes, or a quarantine (`register_diff.py`)

Every text in a row is as the page has it, without its surrounding spaces; what the page leaves out (`- -`) is empty.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

LICENSED, APPLICANTS, DEEMED = "licensed", "applicants", "deemed"
RETURNED, CLOSING = "returned", "closing-down"
SUSPICIOUS, ISSUERS, REGISTERED = "suspicious", "issuers", "registered"
HOLDS = frozenset((LICENSED, ISSUERS, REGISTERED))
"""Lists of those who hold a licence: leaving one of them is the gravest thing a register can say."""

_NOT_WORD = re.compile(r"[^\w]+|_+")
_LEGAL = {"limited": "ltd", "company": "co", "corporation": "corp", "incorporated": "inc"}
_CORE_LEAVES_OUT = frozenset(("ltd", "co", "corp", "inc"))


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row of one list.

    `ce` is the CE or licence number in capitals, `date` ISO 8601 where the page's date could be read, else as it stands.
    `fields` are further columns as (name, value) in alphabetical order, empty values left out.
    """

    list: str
    name_en: str = ""
    name_zh: str = ""
    platform: str = ""
    ce: str = ""
    date: str = ""
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """The CE or licence number, else the normalised name."""
        return self.ce or normal_name(self.name_en) or normal_name(self.name_zh)

    @property
    def name(self) -> str:
        """The English name, else the Chinese one."""
        return self.name_en or self.name_zh

    def values(self) -> dict[str, str]:
        """Every column but the names, empty ones left out, in a fixed order."""
        named = {"ce": self.ce, "platform": self.platform, "date": self.date, **dict(self.fields)}
        return {name: value for name, value in named.items() if value}

    def columns(self) -> dict[str, str]:
        """Every column with the names, empty ones left out."""
        names = {"name_en": self.name_en, "name_zh": self.name_zh}
        return {name: value for name, value in names.items() if value} | self.values()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One reading of a register.

    `lists` names the lists that the page has, in its order. `columns` says which columns each list with a header has.
    `said_empty` are lists without rows whose emptiness the page states. `broken` counts rows that lack cells.
    `last_update` is the page's own date, empty without one. `is_whole` is whether the document came to its end.
    """

    register: str
    lists: tuple[str, ...]
    rows: tuple[RegisterRow, ...]
    columns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    said_empty: frozenset[str] = frozenset()
    last_update: str = ""
    is_whole: bool = True
    broken: int = 0

    def on(self, name: str) -> tuple[RegisterRow, ...]:
        """The rows of one list."""
        return tuple(row for row in self.rows if row.list == name)

    def counts(self) -> dict[str, int]:
        """How many rows each list has."""
        return {name: len(self.on(name)) for name in self.lists}


class ChangeKind(StrEnum):
    """What became of a row. RENAMED = the same entity under another name, CHANGED = other columns."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENAMED = "renamed"
    CHANGED = "changed"
    REAPPEARED = "re-appeared"


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """One change. `old` is None for what was added, `new` for what was removed; at least one is there."""

    kind: ChangeKind
    old: RegisterRow | None
    new: RegisterRow | None

    @property
    def row(self) -> RegisterRow:
        """The row as it stands now, or stood last."""
        row = self.new or self.old
        assert row is not None
        return row

    @property
    def from_list(self) -> str:
        """The list a row moved from; empty where it did not move."""
        return self.old.list if self.kind is ChangeKind.MOVED and self.old is not None else ""

    @property
    def leaves_licensed(self) -> bool:
        """Whether someone who held a licence does not stand on that list any more."""
        return self.old is not None and self.old.list in HOLDS and (self.new is None or self.new.list not in HOLDS)

    def differences(self) -> dict[str, tuple[str, str]]:
        """(before, now) of each column that reads otherwise; columns of a row that came or went have one side empty."""
        old = self.old.columns() if self.old is not None else {}
        new = self.new.columns() if self.new is not None else {}
        names = [*old, *(name for name in new if name not in old)]
        return {
            name: (old.get(name, ""), new.get(name, ""))
            for name in names
            if not same_text(old.get(name, ""), new.get(name, ""))
        }


def as_applicant(row: RegisterRow) -> RegisterRow:
    """A row of the list of deemed applicants as one of the applicants with the field `deemed`; any other as it is."""
    if row.list != DEEMED:
        return row
    return replace(row, list=APPLICANTS, fields=tuple(sorted({**dict(row.fields), "deemed": "yes"}.items())))


def with_deemed_marked(page: Snapshot) -> Snapshot:
    """The page as if its deemed applicants stood among the others with a mark, once each; without any, as it is."""
    if DEEMED not in page.lists or not (page.on(DEEMED) or DEEMED in page.said_empty):
        return page
    deemed = {match_name(row.name_en) or row.key: row for row in page.on(DEEMED)}
    both = {match_name(row.name_en) or row.key for row in page.on(APPLICANTS)} & deemed.keys()
    rows: list[RegisterRow] = []
    for row in page.rows:
        name = match_name(row.name_en) or row.key
        if row.list == APPLICANTS and name in both:
            row = as_applicant(replace(row, list=DEEMED))
        elif row.list == DEEMED and name in both:
            continue
        rows.append(as_applicant(row))
    columns = {name: page.columns[name] for name in page.columns if name != DEEMED}
    if not page.on(APPLICANTS):
        columns[APPLICANTS] = page.columns.get(DEEMED, frozenset())
    said_empty = page.said_empty - {DEEMED}
    if any(row.list == APPLICANTS for row in rows):
        said_empty -= {APPLICANTS}
    elif DEEMED in page.said_empty and APPLICANTS not in page.lists:
        said_empty |= {APPLICANTS}
    lists = tuple(dict.fromkeys(APPLICANTS if name == DEEMED else name for name in page.lists))
    return replace(page, lists=lists, rows=tuple(rows), columns=columns, said_empty=said_empty)


def normal_name(text: str) -> str:
    """A name made comparable: width, case, punctuation and spacing do not count. Empty for a text without letters."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_NOT_WORD.sub(" ", folded).split())


def match_name(text: str) -> str:
    """As `normal_name`, with the legal form in one spelling: `Limited` and `Ltd.` are the same."""
    return " ".join(_LEGAL.get(word, word) for word in normal_name(text).split())


def core_name(text: str) -> str:
    """As `match_name` without the legal form at its end; the whole where nothing else is left."""
    words = match_name(text).split()
    while len(words) > 1 and words[-1] in _CORE_LEAVES_OUT:
        words.pop()
    return " ".join(words)


def same_text(one: str, other: str) -> bool:
    """Whether two texts differ in case, width and spacing at most; registers change those without meaning anything."""
    return one == other or _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
