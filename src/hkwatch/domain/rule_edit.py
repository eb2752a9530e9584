# SPDX-License-Identifier: MIT
"""The smallest change of a rule that makes it hold of one more item, or of one less.

One less: a word of its headline as an exception that no other item loses. One more: a word of its headline as another
way to hold, the one that brings the fewest others in.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hkwatch.domain.fold import Folder
from hkwatch.domain.user_rules import UserRule

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]{3,}")
_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_SIZES = (4, 3, 2)
"""Lengths of Chinese words that are tried, in characters."""
_EMPTY_WORDS = """
with from that this into over under after before between about their there which would could should been have has says said
will more than when where what also announces announced publishes published issues issued hong kong
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


@dataclass(frozen=True, slots=True)
class Proposal:
    """A changed rule: `term` is what was added, to the exceptions with `is_exception`. `others`: how many more it touches."""

    rule: UserRule
    term: str
    is_exception: bool
    others: int


def exclude(rule: UserRule, title: str, kept: Sequence[str], folder: Folder) -> Proposal | None:
    """The rule without the item of this headline. `kept` are headlines it should go on to hold of; None = no word tells."""
    found = _best(title, kept, folder)
    if found is None:
        return None
    word, others = found
    term = f"title:{word}"
    unless = f"{rule.unless} | {term}" if rule.unless.strip() else term
    return Proposal(replace(rule, unless=unless), term, True, others)


def include(rule: UserRule, title: str, left_out: Sequence[str], folder: Folder) -> Proposal | None:
    """The rule with the item of this headline. `left_out` are headlines it should go on not to hold of."""
    found = _best(title, left_out, folder)
    if found is None:
        return None
    word, others = found
    term = f"title:{word}"
    condition = f"{rule.condition} | {term}" if rule.condition.strip() else term
    return Proposal(replace(rule, condition=condition), term, False, others)


def _best(title: str, others: Sequence[str], folder: Folder) -> tuple[str, int] | None:
    """The word of a headline that the fewest other headlines have, and how many do; longer ones before shorter."""
    folded = [folder.fold(other) for other in others if other != title]
    counted = [
        (sum(_has(other, folder.fold(word)) for other in folded), -len(word), place, word)
        for place, word in enumerate(_words(title))
    ]
    best = min(counted, default=None)
    return None if best is None else (best[3], best[0])


def _has(folded: str, word: str) -> bool:
    if not word.isascii():
        return word in folded
    # A bare word of a query also finds longer ones that begin like it.
    return re.search(rf"(?<![a-z0-9]){re.escape(word)}", folded) is not None


def _words(title: str) -> Iterable[str]:
    found = [word for word in _LATIN.findall(title) if word.lower() not in _EMPTY]
    for run in _CHINESE.findall(title):
        for size in _SIZES:
            found += [run[at : at + size] for at in range(len(run) - size + 1)]
    return dict.fromkeys(found)
