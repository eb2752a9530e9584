# SPDX-License-Identifier: MIT
"""Searches saved as views: what they are, what is asked about them, and what is said of them."""

import re
from dataclasses import dataclass

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import CommandId, SearchId
from hkwatch.domain.query import Field, Query, QueryError, parse_query

NAME_CHARS = 60
"""Longest name of a saved search."""
MOST = 200
"""So many may be saved."""
_BLANKS = re.compile(r"\s+")
_LATER = frozenset((Field.MOVE_1H, Field.MOVE_24H))


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query under a name. `notify`: new items it finds are told whatever their level.

    `problem` says why it could not be asked of the latest items, empty if it could.
    """

    id: SearchId
    name: str
    query: str
    notify: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SaveSearch:
    """Store a search, in place of the one of the same id. `search` 0 = a new one, which goes to the end."""

    id: CommandId
    search: SearchId
    name: str
    query: str
    notify: bool = False


@dataclass(frozen=True, slots=True)
class RemoveSearch:
    """Take a saved search away."""

    id: CommandId
    search: SearchId


@dataclass(frozen=True, slots=True)
class RestoreSearch:
    """Bring a removed search back to where it was."""

    id: CommandId
    search: SearchId


@dataclass(frozen=True, slots=True)
class OrderSearches:
    """Put the saved searches into this order; those not named follow in the order they have."""

    id: CommandId
    order: tuple[SearchId, ...]


SearchCommand = SaveSearch | RemoveSearch | RestoreSearch | OrderSearches


@dataclass(frozen=True, slots=True)
class SearchesChanged:
    """All saved searches in their order."""

    searches: tuple[SavedSearch, ...]


def checked_name(name: str) -> str:
    """The name on one line. Raises SettingsError for none, or one longer than `NAME_CHARS`."""
    found = _BLANKS.sub(" ", name).strip()
    if not found:
        raise SettingsError("search-name", "The saved search has no name.", "Give it one.")
    if len(found) > NAME_CHARS:
        raise SettingsError("search-name", f"The name is longer than {NAME_CHARS} characters.", "Shorten it.")
    return found


def checked_query(text: str) -> Query:
    """The query read. Raises SettingsError for an empty one, and one that cannot be read."""
    if not text.strip():
        raise SettingsError("search-query", "The saved search asks for nothing.", "Type what it shall find.")
    try:
        return parse_query(text)
    except QueryError as error:
        raise SettingsError(
            "search-query", f"The search cannot be read: {error}.", "Try it in the box first."
        ) from error


def waits_for_prices(query: Query) -> bool:
    """Whether it asks what a price did after an item was seen, which nobody knows when the item is new."""
    return any(term.field in _LATER for term in query.terms)


def moved(order: tuple[SearchId, ...], search: SearchId, by: int) -> tuple[SearchId, ...]:
    """The order with one moved up (negative) or down; it stops at the ends."""
    if search not in order:
        return order
    at = order.index(search)
    rest = [one for one in order if one != search]
    rest.insert(max(0, min(len(rest), at + by)), search)
    return tuple(rest)


def suggested_name(text: str) -> str:
    """What a search may be called: its words without the fields' names, shortened at a blank."""
    plain = _BLANKS.sub(" ", re.sub(r"\b[A-Za-z0-9]+[:：]|[\"“”「」()（）]", "", text)).strip()
    if len(plain) > NAME_CHARS // 2:
        plain = plain[: NAME_CHARS // 2].rsplit(" ", 1)[0].rstrip()
    return plain[:1].upper() + plain[1:]
