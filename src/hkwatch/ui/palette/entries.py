# SPDX-License-Identifier: MIT
"""What the palette offers, and which of it fits what is typed. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from hkwatch.domain.fold import Folder
from hkwatch.domain.fuzzy import score

MOST = 60
_RECENT_BONUS = 300


class Group(IntEnum):
    """Kinds of entries, in the order they stand while nothing is typed."""

    RECENT = 0
    VIEW = 1
    SAVED = 2
    ACTION = 3
    SOURCE = 4
    SETTING = 5
    ITEM = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do or to show. `key` is remembered; `detail` stands at the right: a key to press, or where it is.

    `names` are folded, in every language it may be typed in.
    """

    key: str
    group: Group
    text: str
    icon: str
    run: Callable[[], object]
    detail: str = ""
    names: tuple[str, ...] = ()


def names_of(folder: Folder, texts: Iterable[str]) -> tuple[str, ...]:
    """Texts folded for `Entry.names`, each once."""
    return tuple(dict.fromkeys(folder.fold(text).strip() for text in texts if text.strip()))


def fitting(entries: Sequence[Entry], typed: str, recent: Sequence[str], folder: Folder) -> list[tuple[Group, Entry]]:
    """The entries that fit, the best first, each with the group it is shown under.

    Without anything typed: what was chosen lately, then views, saved searches and actions.
    """
    wanted = folder.fold(typed).strip()
    if not wanted:
        by_key = {entry.key: entry for entry in entries}
        found = [(Group.RECENT, by_key[key]) for key in recent if key in by_key][:6]
        chosen = {entry.key for _, entry in found}
        shown = (Group.VIEW, Group.SAVED, Group.ACTION)
        rest = [entry for entry in entries if entry.group in shown and entry.key not in chosen]
        rest.sort(key=lambda entry: entry.group)
        return (found + [(entry.group, entry) for entry in rest])[:MOST]
    places = {key: place for place, key in enumerate(recent)}
    scored: list[tuple[int, Entry]] = []
    for entry in entries:
        fit = score(wanted, entry.names)
        if fit is not None:
            place = places.get(entry.key)
            scored.append((fit + (0 if place is None else _RECENT_BONUS - 10 * place), entry))
    scored.sort(key=lambda pair: (-pair[0], pair[1].group))
    return [(entry.group, entry) for _, entry in scored[:MOST]]
