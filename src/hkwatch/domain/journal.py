# SPDX-License-Identifier: MIT
"""The journal of acts: what an entry is, how entries are chained, and how a chain is checked.

    hash = SHA-256 of the canonical JSON of [hash before it in hex, id, at_ms, kind, item, actor, detail]

Canonical: no blanks, ASCII only, `detail` as the text it is stored as. Ids count 1, 2, 3 …; before the first stand 32 zero
bytes. An entry that was changed, deleted, inserted or moved breaks the chain at its place. Entries cut off at the end leave
a whole chain behind, and who can write into the file can compute all hashes anew: both show only against a hash that was
noted elsewhere before, as every report states one.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from json.encoder import encode_basestring_ascii as _quoted

NO_HASH = bytes(32)
"""Stands before the first entry."""
PROGRAM = "hkwatch"
"""The actor of what nobody did by hand."""
_canonical = json.JSONEncoder(separators=(",", ":"), sort_keys=True).encode


class Act(StrEnum):
    """What an entry says happened."""

    BEGUN = "begun"
    """The journal begins; `detail` counts the items that were there before."""
    BEFORE = "before"
    """What was stored of an item's acts before the journal began."""
    FIRST_SEEN = "first-seen"
    PUBLISHED = "published"
    """The publisher's time became known more exactly."""
    NOTIFIED = "notified"
    NOT_NOTIFIED = "not-notified"
    MAYBE_NOTIFIED = "maybe-notified"
    """It was handed over, and nobody can tell whether it was shown."""
    SEEN = "seen"
    READ = "read"
    UNREAD = "unread"
    STAR = "star"
    UNSTAR = "unstar"
    ACKNOWLEDGE = "acknowledge"
    UNACKNOWLEDGE = "unacknowledge"
    ARCHIVE = "archive"
    UNARCHIVE = "unarchive"
    NOTE = "note"
    REMOVED = "removed"
    """The item was taken out because of its age."""
    ALERT_FIRED = "alert-fired"
    """A price alert fired. Entries about a firing name no item; `firing` in their detail is its number."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One act. `at_ms` in ms since 1970, UTC; `item` None where it is about none; `detail` is canonical JSON."""

    id: int
    at_ms: int
    kind: str
    item: int | None
    actor: str
    detail: str
    prev_hash: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """How far a journal goes: its last entry, 0 and zero bytes for an empty one."""

    id: int
    hash: bytes


class Fault(StrEnum):
    """How an entry differs from what it was."""

    MISSING = "missing"
    """The entries between the one before and this one are not there."""
    ORDER = "order"
    """Its number is not the next one."""
    LINK = "link"
    """It does not follow from the entry before it."""
    CONTENT = "content"
    """Its values are not those its hash was made of."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a chain is broken: the entry's number, and how."""

    entry: int
    fault: Fault


def digest(prev: bytes, ident: int, at_ms: int, kind: str, item: int | None, actor: str, detail: str) -> bytes:
    """The hash of an entry, 32 bytes."""
    # What a JSON encoder makes of the list, in a third of the time.
    about = "null" if item is None else item
    text = f'["{prev.hex()}",{ident},{at_ms},{_quoted(kind)},{about},{_quoted(actor)},{_quoted(detail)}]'
    return sha256(text.encode("ascii")).digest()


def detail_text(**facts: object) -> str:
    """Facts as canonical JSON; what is None, False or an empty text is left out."""
    # By hand, like the entry itself: with an encoder for it all this costs more than the hash.
    told = [
        f'"{name}":{_value(fact)}'
        for name in sorted(facts)
        if not ((fact := facts[name]) is None or fact is False or fact == "")
    ]
    return f"{{{','.join(told)}}}"


def _value(fact: object) -> str:
    if type(fact) is str:
        return _quoted(fact)
    return str(fact) if type(fact) is int else _canonical(fact)


EntryRow = tuple[int, int, str, int | None, str, str, bytes, bytes]
"""The values of an entry in the order of `JournalEntry`."""


def chained(head: Head, acts: Iterable[tuple[int, str, int | None, str, str]]) -> Iterator[EntryRow]:
    """The entries for acts (at_ms, kind, item, actor, detail) that follow a head."""
    ident, prev = head.id, head.hash
    for at_ms, kind, item, actor, detail in acts:
        ident += 1
        made = digest(prev, ident, at_ms, kind, item, actor, detail)
        yield ident, at_ms, kind, item, actor, detail, prev, made
        prev = made


def check(entries: Iterable[JournalEntry]) -> Iterator[Finding]:
    """Every place where a journal, read from its beginning, is broken."""
    expected, prev = 1, NO_HASH
    for entry in entries:
        if entry.id != expected:
            yield Finding(entry.id, Fault.MISSING if entry.id > expected else Fault.ORDER)
        elif entry.prev_hash != prev:
            yield Finding(entry.id, Fault.LINK)
        made = digest(entry.prev_hash, entry.id, entry.at_ms, entry.kind, entry.item, entry.actor, entry.detail)
        if made != entry.hash:
            yield Finding(entry.id, Fault.CONTENT)
        expected, prev = entry.id + 1, entry.hash


def actor_name(user: str, name: str) -> str:
    """Who did something by hand: `Chan Tai Man (chan)`, or the name of the system's account alone."""
    name = " ".join(name.split())
    return f"{name} ({user})" if name and name != user else user
