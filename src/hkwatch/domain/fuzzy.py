# SPDX-License-Identifier: MIT
"""How well what is typed fits a name: for lists that are searched while the user types. Works on folded text."""

from collections.abc import Iterable

_EXACT, _PREFIX, _WORD, _INSIDE, _SCATTERED = 100, 80, 60, 40, 10
_SHORTEST_SCATTERED = 2


def score(typed: str, names: Iterable[str]) -> int | None:
    """How well the best of the names fits, higher is better; None where none does. Every word typed must be found.

    In falling order: the whole name, its beginning, the beginning of a word, anywhere, and letters in this order of which
    each run begins a word (`slt` is `Search language, title`).
    """
    words = typed.split()
    best: int | None = None
    for name in names:
        found = [_word(word, name) for word in words]
        if any(one is None for one in found):
            continue
        total = sum(one for one in found if one is not None)
        total += _EXACT if typed == name else _PREFIX if name.startswith(typed) else 0
        # Of two names that fit alike the shorter one is meant.
        total = total * 10 - min(len(name), 90) // 10
        best = total if best is None else max(best, total)
    return best


def _word(word: str, name: str) -> int | None:
    at = name.find(word)
    if at < 0:
        return _SCATTERED if len(word) >= _SHORTEST_SCATTERED and word.isascii() and _begins(word, name) else None
    while at >= 0:
        if at == 0 or not name[at - 1].isalnum() or not name[at].isascii():
            return _WORD
        at = name.find(word, at + 1)
    return _INSIDE


def _begins(word: str, name: str) -> bool:
    """Whether the letters stand in the name in this order, each at the head of a word or right after the one before."""
    parts = [part for part in _words(name) if part]

    def fits(letter: int, part: int) -> bool:
        if letter == len(word):
            return True
        for n in range(part, len(parts)):
            length = 0
            while letter + length < len(word) and parts[n][: length + 1] == word[letter : letter + length + 1]:
                length += 1
            if any(fits(letter + taken, n + 1) for taken in range(length, 0, -1)):
                return True
        return False

    return fits(0, 0)


def _words(name: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in name).split()
