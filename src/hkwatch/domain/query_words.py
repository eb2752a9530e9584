# SPDX-License-Identifier: MIT
"""What a word or phrase of a query looks for in a text: Latin words whole or by their beginning, Chinese anywhere.

`e-money` is two words, each of which must occur; `"virtual asset"` is two in this order with nothing but marks between
them; `現貨ETF` is a Chinese run and a word. The index and the matcher both build on these parts, so they find the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hkwatch.domain.fold import Folder
from hkwatch.domain.query_tree import Phrase, QueryError, Word

CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
CJK_RUN = re.compile(f"[{CJK}]+")
LATIN_RUN = re.compile(r"[a-z0-9]+")
SHORT = 2
"""A word of at most this many letters is looked for whole: as a beginning it would match half of all texts."""


@dataclass(frozen=True, slots=True)
class Part:
    """`words` in this order, the last one as a beginning with `is_prefix`; or, with no words, the Chinese run `run`."""

    words: tuple[str, ...] = ()
    is_prefix: bool = False
    run: str = ""

    def pattern(self) -> re.Pattern[str]:
        """Finds this part in a folded text."""
        if self.run:
            return re.compile(re.escape(self.run))
        joined = "[^a-z0-9]+".join(self.words)
        end = "[a-z0-9]*" if self.is_prefix else "(?![a-z0-9])"
        return re.compile(f"(?<![a-z0-9]){joined}{end}")


class Words:
    """The parts of one word or phrase, ready to be looked for."""

    def __init__(self, parts: tuple[Part, ...]) -> None:
        self.parts = parts
        self._patterns = tuple(part.pattern() for part in parts)

    def holds(self, index: int, folded: str) -> bool:
        """Whether part `index` occurs in a text that `Folder.fold` folded."""
        return self._patterns[index].search(folded) is not None

    def hold_in(self, texts: tuple[str, ...]) -> bool:
        """Whether every part occurs in one of the folded texts."""
        return all(any(pattern.search(text) is not None for text in texts) for pattern in self._patterns)

    def spans(self, aligned: str) -> Iterator[tuple[int, int]]:
        """Start and end of every part in a text that `Folder.aligned` folded."""
        for pattern in self._patterns:
            for found in pattern.finditer(aligned):
                yield found.span()


def words_of(value: Word | Phrase, position: int, folder: Folder) -> Words:
    """What `value` looks for. Raises QueryError where it holds nothing that can be found."""
    folded = folder.fold(value.text)
    words = LATIN_RUN.findall(folded)
    parts: list[Part] = []
    if words and isinstance(value, Phrase):
        parts.append(Part(tuple(words)))
    elif words:
        starred = isinstance(value, Word) and value.is_prefix
        if starred and len(words[-1]) < SHORT:
            raise QueryError("short-prefix", position, f"{value.text}*")
        for n, word in enumerate(words):
            parts.append(Part((word,), is_prefix=len(word) > SHORT or (starred and n == len(words) - 1)))
    parts.extend(Part(run=run) for run in CJK_RUN.findall(folded))
    if not parts:
        raise QueryError("nothing-to-find", position, value.text)
    return Words(tuple(dict.fromkeys(parts)))
