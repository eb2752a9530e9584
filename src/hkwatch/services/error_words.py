# SPDX-License-Identifier: MIT
"""What went wrong and what to do, in the user's language: errors are English everywhere but on the screen.

    stored or sent   "www.sfc.hk refuses this program (HTTP 403)."        key http-403
    table            "{0} refuses this program (HTTP 403)." = "{0} 拒絕本程式（HTTP 403）。"
    shown            "www.sfc.hk 拒絕本程式（HTTP 403）。"

The tables are `resources/errors/<language>.toml`: causes, next steps, and one general sentence for each key. So an error
that was stored under one language is told in the one that is in force now.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from hkwatch.services.cjk_spacing import fitted

ERRORS = "Errors"
"""The context of Qt's look-up; the key of the error is its disambiguation."""
_HOLE = re.compile(r"\{(\d)\}")
_LEAST_LETTERS = 8


class Sentence:
    """One English sentence with holes for names and figures, and what stands for it."""

    def __init__(self, english: str, other: str) -> None:
        split = _HOLE.split(english)
        self.pieces = tuple(split[::2])
        """What stands before, between and after the holes."""
        self._holes, self._other = split[1::2], other
        self.chars = sum(map(len, self.pieces))
        letters = sum(char.isalpha() for piece in self.pieces for char in piece)
        self.is_telling = letters >= _LEAST_LETTERS or len(self.pieces[0]) >= _LEAST_LETTERS
        """Whether it has words enough to be known by them; `{0}: {1}.` fits anything."""

    def holes_of(self, text: str) -> dict[str, str] | None:
        """What fills each hole in `text`, None where it is another sentence."""
        first, last = self.pieces[0], self.pieces[-1]
        if not self._holes:
            return {} if text == first else None
        at, end = len(first), len(text) - len(last)
        if at > end or not text.startswith(first) or not text.endswith(last):
            return None
        found = []
        for piece in self.pieces[1:-1]:
            following = text.find(piece, at, end)
            if following < 0:
                return None
            found.append(text[at:following])
            at = following + len(piece)
        found.append(text[at:end])
        return dict(zip(self._holes, found, strict=True))

    def filled(self, holes: Mapping[str, str]) -> str:
        """The other language's sentence with these in its holes."""
        return fitted(self._other, *(holes.get(str(number), "") for number in range(10)))


class ErrorWords:
    """Says errors in one language. What nobody translated comes back in English."""

    def __init__(self, keys: Mapping[str, str], causes: Mapping[str, str], steps: Mapping[str, str]) -> None:
        """`keys` has a general sentence for each key; `causes` and `steps` have English sentences with holes."""
        self._keys = keys
        # Those that begin with words first, the longest first: what says most fits best.
        self._steps = _sorted(Sentence(*pair) for pair in steps.items())
        self._sentences = _sorted([*(Sentence(*pair) for pair in causes.items()), *self._steps])
        self._exact = {**causes, **steps}
        self.say = lru_cache(maxsize=512)(self._say)
        """`say(text, key)`: a cause, a next step, or both in one line; `key` is the error's, empty where it is not known."""

    @classmethod
    def load(cls, resources: Path, language: str) -> "ErrorWords":
        """Read the table of a language; English has none, and a missing file means English."""
        file = resources / "errors" / f"{language}.toml"
        if not file.exists():
            return cls({}, {}, {})
        table = tomllib.loads(file.read_text("utf-8"))
        return cls(table["keys"], table["causes"], table["steps"])

    def _say(self, text: str, key: str) -> str:
        return self._known(text) or self._both(text, key) or self._fitting(text) or self._general(text, key)

    def _known(self, text: str) -> str:
        """A sentence without holes."""
        return self._exact.get(text, "")

    def _both(self, text: str, key: str) -> str:
        """A cause with its next step behind it."""
        for step in self._steps:
            at = text.rfind(f" {step.pieces[0]}") if step.pieces[0] else -1
            holes = step.holes_of(text[at + 1 :]) if at > 0 else None
            if holes is not None:
                cause = self._known(text[:at]) or self._fitting(text[:at]) or self._general(text[:at], key)
                return fitted("{0} {1}", cause, step.filled(holes))
        return ""

    def _fitting(self, text: str, *, inside: bool = False) -> str:
        for sentence in self._sentences:
            holes = sentence.holes_of(text) if sentence.is_telling else None
            if holes is not None:
                # A cause may quote another one: what a held page lacks.
                told = {
                    name: held if inside else self._known(held) or self._fitting(held, inside=True) or held
                    for name, held in holes.items()
                }
                return sentence.filled(told)
        return ""

    def _general(self, text: str, key: str) -> str:
        """What this kind of error is, before the English that names the place; or the English alone."""
        general = self._keys.get(key)
        return text if general is None else fitted("{0} {1}", general, text)


def _sorted(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    return tuple(sorted(sentences, key=lambda one: (bool(one.pieces[0]), one.chars), reverse=True))
