# SPDX-License-Identifier: MIT
"""Firms in queries: names made comparable, so that `hash key`, `Hash-Key` and `HashKey` are one, and 滙豐 and 汇丰."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hkwatch.domain.entities import Entity
from hkwatch.domain.fold import Folder
from hkwatch.domain.query_tree import Value, Word

if TYPE_CHECKING:
    from hkwatch.domain.entities import EntityIndex, Mention
    from hkwatch.domain.licence_event import LicenceEvent


def firm_key(name: str, folder: Folder) -> str:
    """A name without case, script, blanks and marks; empty where nothing is left."""
    return folder.key(name)


def keys_of(firm: Entity, folder: Folder) -> dict[str, str]:
    """All by which a firm can be asked for, with how it is written: names, brands, id and numbers."""
    found: dict[str, str] = {}
    for name in (firm.label, *firm.names, *firm.weak, firm.id, firm.ce, firm.licence):
        key = firm_key(name, folder)
        if key:
            found.setdefault(key, name)
    return found


def firms_named(named: Iterable[Entity], event: "LicenceEvent | None") -> tuple[Entity, ...]:
    """The firms an item names, each once, with those of its licence event that no dictionary knows."""
    found = {firm.id: firm for firm in named}
    for one in event.firms if event is not None else ():
        if one.firm and not one.entity:
            found.setdefault(one.firm, Entity(one.firm, one.firm, (one.firm,), ce=one.ce))
    return tuple(found.values())


def firms_of(
    mentions: "Iterable[Mention]", event: "LicenceEvent | None", entities: "EntityIndex"
) -> tuple[Entity, ...]:
    """The firms of the dictionary that are mentioned or whose licence it is about, each once."""
    found = {mention.entity.id: mention.entity for mention in mentions}
    for one in event.firms if event is not None else ():
        if one.entity in entities.entities:
            found.setdefault(one.entity, entities.entities[one.entity])
    return tuple(found.values())


def names_firm(firms: Iterable[Entity], value: Value, folder: Folder) -> bool:
    """Whether one of the firms is called so, or beginning so where the value ends in a star."""
    wanted = firm_key(getattr(value, "text", ""), folder)
    if isinstance(value, Word) and value.is_prefix:
        return any(key.startswith(wanted) for firm in firms for key in keys_of(firm, folder))
    return any(wanted in keys_of(firm, folder) for firm in firms)


def has_number(firms: Iterable[Entity], value: Value, folder: Folder) -> bool:
    """Whether one of the firms has this central number, or one beginning so where the value ends in a star."""
    wanted = firm_key(getattr(value, "text", ""), folder)
    if isinstance(value, Word) and value.is_prefix:
        return any(firm_key(firm.ce, folder).startswith(wanted) for firm in firms if firm.ce)
    return any(firm_key(firm.ce, folder) == wanted for firm in firms if firm.ce)
