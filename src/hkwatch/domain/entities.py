# SPDX-License-Identifier: MIT
"""Firms of the digital-asset market and finding them in a text, by legal name, brand, former or Chinese name."""

from collections.abc import Iterable
from dataclasses import dataclass

from hkwatch.domain.fold import Folder
from hkwatch.domain.lexicon import Lexicon, WordList


@dataclass(frozen=True, slots=True)
class Entity:
    """A firm. `label` is how it is shown; `names` are all strong names in any script, `weak` those that are also
    ordinary words.

    `ce` is the central number of the SFC's register, `licence` the number in another register, `regime` the licence it
    holds or applied for; each empty where not known. `alert` says that the commission warned of it by name.
    """

    id: str
    label: str
    names: tuple[str, ...]
    weak: tuple[str, ...] = ()
    ce: str = ""
    licence: str = ""
    regime: str = ""
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity where it stands in a text: character offsets."""

    entity: Entity
    start: int
    end: int


class EntityIndex:
    """The dictionary, compiled once. Immutable, safe to share between threads."""

    def __init__(self, entities: Iterable[Entity], folder: Folder) -> None:
        self.entities = {entity.id: entity for entity in entities}
        lists: list[WordList] = []
        by_name: dict[str, list[str]] = {}
        for entity in self.entities.values():
            lists.append(WordList(f"{entity.id}=", entity.names))
            if entity.weak:
                lists.append(WordList(f"{entity.id}?", entity.weak))
            numbers = tuple(number for number in (entity.ce, entity.licence) if number)
            if numbers:
                lists.append(WordList(f"{entity.id}#", numbers))
        self._lexicon = Lexicon(lists, folder)
        for entity in self.entities.values():
            for name in (entity.id, entity.label, *entity.names, *entity.weak, entity.ce, entity.licence):
                by_name.setdefault(self._key(name), []).append(entity.id)
        self._by_name = {key: tuple(dict.fromkeys(ids)) for key, ids in by_name.items() if key}

    def _key(self, name: str) -> str:
        return " ".join(self._lexicon.prepare(name).split())

    def prepare(self, text: str) -> str:
        """`text` as `mentions` expects it: folded, same length."""
        return self._lexicon.prepare(text)

    def mentions(self, text: str, prepared: str | None = None, *, weak: bool = False) -> list[Mention]:
        """Every entity named in `text`, in its order; a name inside a longer name of another firm is left out.

        A weak name counts only when asked for and when it begins with a capital.
        """
        hits = self._lexicon.scan(self.prepare(text) if prepared is None else prepared)
        found: list[Mention] = []
        for name, spans in hits.items():
            entity = self.entities[name[:-1]]
            for start, end in spans:
                if not name.endswith("?") or (weak and text[start : start + 1].isupper()):
                    found.append(Mention(entity, start, end))
        found.sort(key=lambda m: (m.start, -m.end))
        kept: list[Mention] = []
        for mention in found:
            if not kept or mention.start >= kept[-1].end:
                kept.append(mention)
        return kept

    def ids_of(self, name: str) -> tuple[str, ...]:
        """The ids that a name, id or number stands for, without regard to case and script; empty when not known."""
        return self._by_name.get(self._key(name), ())
