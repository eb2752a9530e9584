# SPDX-License-Identifier: MIT
"""What SQLite asks Python about a row: names without punctuation, words in one field, regular expressions.

Regular expressions are bounded twice: each text, and all texts of one question together. Too long is an error, never a
wait: between two texts SQLite also sees whether the question was taken back.
"""

import functools
import sqlite3
import time
from typing import TYPE_CHECKING

from hkwatch.domain.fold import Folder
from hkwatch.domain.query_firms import firm_key
from hkwatch.domain.query_tree import Pattern, QueryError
from hkwatch.domain.query_values import REGEX_TEXT_S, compile_pattern, label_slug, slug
from hkwatch.domain.query_words import Words

if TYPE_CHECKING:
    import regex

REGEX_PAGE_S = 3.0
"""Longest time that one question with a regular expression may take in all."""


class RowFunctions:
    """The functions of one plan. For one connection and one thread; install them anew for each question."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.page_s = REGEX_PAGE_S
        self._words: list[Words] = []
        self._patterns: list[tuple[regex.Pattern[str], Pattern, int]] = []
        self._ends_at: float | None = None
        self.error: QueryError | None = None
        """Why a question was broken off, None where it was not these functions."""

    def add_words(self, words: Words) -> int:
        """The number by which SQL names these words."""
        self._words.append(words)
        return len(self._words) - 1

    def add_pattern(self, pattern: Pattern, position: int) -> int:
        """The number by which SQL names this expression; `position` is for the error."""
        self._patterns.append((compile_pattern(pattern), pattern, position))
        return len(self._patterns) - 1

    def install(self, db: sqlite3.Connection) -> None:
        """Let the next statement on `db` call them."""
        self._ends_at, self.error = None, None
        db.create_function("hk_slug", 1, slug, deterministic=True)
        db.create_function("hk_labelled", 2, _labelled, deterministic=True)
        # Few rules give the reasons of many items.
        db.create_function("hk_key", 1, functools.lru_cache(1024)(self._folder.key), deterministic=True)
        db.create_function("hk_firm", 1, self._firm, deterministic=True)
        if self._words:
            db.create_function("hk_word", 3, self._word)
        if self._patterns:
            db.create_function("hk_regex", 2, self._regex)

    def _firm(self, name: str) -> str:
        return firm_key(name, self._folder)

    def _word(self, number: int, part: int, text: str) -> bool:
        return self._words[number].holds(part, self._folder.fold(text))

    def _regex(self, number: int, text: str) -> bool:
        compiled, pattern, position = self._patterns[number]
        now = time.monotonic()
        if self._ends_at is None:
            self._ends_at = now + self.page_s
        if now > self._ends_at:
            self.error = QueryError("long-regex", position, pattern.source)
            raise self.error
        try:
            return compiled.search(text, timeout=REGEX_TEXT_S) is not None
        except TimeoutError as error:
            self.error = QueryError("slow-regex", position, pattern.source)
            raise self.error from error


def _labelled(labels: str, wanted: str) -> bool:
    return any(label_slug(label) == wanted for label in labels.split())
