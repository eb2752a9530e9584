# SPDX-License-Identifier: MIT
"""Whether an edit changes what a text says, or only how it is written. Pure.

Substance: a number, a date, a negation, a duty (`must`, `may`), a name, or more than one word in fifty. Spaces,
quotation marks, punctuation and slips of the pen are none. In doubt an edit counts: a change overlooked costs more
than one announced in vain.
"""

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from hkwatch.domain.redline import CJK, MAX_EDITS, Kind, shortest_edit

SHARE = 0.02
"""More than this share of words changed is substance."""
_LEAST_TYPO_CHARS = 4
_NAME_REACH = 8
"""A Chinese name stands at most this many characters before the word that makes it one."""

_WORD = re.compile(
    rf"[{CJK}]|[+\-]?(?<![^\W_])\d+(?:[.,:/-]\d+)*[^\W_{CJK}]*|[^\W_{CJK}]+(?:[.'&-][^\W_{CJK}]+)*|[%‰$€£¥]"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n。！？：；\"“「(（•])[\s\"“‘'「(（]*$")
_ALIKE = str.maketrans({"‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "\u00a0": " "})
_WORDS_OF_SUBSTANCE = frozenset(
    (
        *("not", "no", "never", "none", "nor", "neither", "without", "cannot", "unless", "except", "only"),
        *("must", "may", "shall", "should", "will", "can", "required", "prohibited"),
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "half"),
        *("hundred", "thousand", "million", "billion", "trillion", "first", "second", "third", "double", "twice"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow"),
        *("january", "february", "march", "april", "june", "july", "august", "september", "october", "november"),
        *("december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"),
        *"不未非無无沒没勿毋否須须必應应可禁一二兩两三四五六七八九十百千萬万億亿半年月日",
    )
)
_NEGATIVE = ("un", "in", "im", "il", "ir", "non", "non-", "dis", "de", "a")
_AFTER_NAMES = re.compile("公司|集團|集团|銀行|银行|交易所|平台|基金|先生|女士|博士|教授|議員|议员")


def is_substantial(old_title: str, old_text: str, new_title: str, new_text: str) -> bool:
    """Whether the edit from old to new is one that readers of the old text must hear of."""
    return _differs(old_title, new_title) or _differs(old_text, new_text)


def _differs(old: str, new: str) -> bool:
    a, b = _words(old), _words(new)
    if a == b:
        return False
    folded_a, folded_b = [word.casefold() for word, _ in a], [word.casefold() for word, _ in b]
    if folded_a == folded_b:
        return False
    left = [MAX_EDITS**2]
    ops = shortest_edit(folded_a, folded_b, left)
    changed = 0
    at_a = at_b = 0
    for removed, added in _changes([kind for kind, _ in ops]):
        at_a, at_b = at_a + removed[0], at_b + added[0]
        gone, come = a[at_a : at_a + removed[1]], b[at_b : at_b + added[1]]
        after = "".join(word for word, _ in b[at_b + added[1] : at_b + added[1] + _NAME_REACH])
        at_a, at_b = at_a + removed[1], at_b + added[1]
        count = _weight(gone, come, after)
        if count is None:
            return True
        changed += count
    return changed > SHARE * max(len(a), 1)


def _changes(kinds: Sequence[Kind]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """For each change how many words are passed before it and how many belong to it: (old, new)."""
    found = []
    same = removed = added = 0
    for kind in (*kinds, Kind.SAME):
        if kind is not Kind.SAME:
            removed, added = removed + (kind is Kind.REMOVED), added + (kind is Kind.ADDED)
            continue
        if removed or added:
            found.append(((same, removed), (same, added)))
            same = removed = added = 0
        same += 1
    return found


def _weight(gone: list[tuple[str, bool]], come: list[tuple[str, bool]], after: str) -> int | None:
    """How many words a change counts for: 0 for a slip of the pen, None where it is substance by itself."""
    both = [word for word, _ in (*gone, *come)]
    if any(_is_weighty(word) for word in both) or _is_turned(both):
        return None
    if _is_slip([word for word, _ in gone], [word for word, _ in come]):
        return 0
    if any(is_name for _, is_name in (*gone, *come)):
        return None
    if any(_is_cjk(word) for word in both) and _AFTER_NAMES.search(after) and after and _is_cjk(after[0]):
        return None
    return max(len(gone), len(come))


def _is_weighty(word: str) -> bool:
    folded = word.casefold()
    has_digit = any(char.isdigit() for char in word)
    return has_digit or folded in _WORDS_OF_SUBSTANCE or folded.endswith("n't") or folded in "%‰$€£¥"


def _is_turned(words: list[str]) -> bool:
    """Whether one of two words denies the other: `legal`, `illegal`."""
    if len(words) != 2:
        return False
    short, long = sorted((word.casefold() for word in words), key=len)
    return any(long == prefix + short for prefix in _NEGATIVE)


def _is_slip(gone: list[str], come: list[str]) -> bool:
    """One letter too many, too few, wrong, or two in the wrong order; also a space or hyphen inside a word."""
    one, other = "".join(gone).casefold(), "".join(come).casefold()
    if one.replace("-", "") == other.replace("-", ""):
        return True
    if len(gone) != 1 or len(come) != 1 or _is_cjk(one) or min(len(one), len(other)) < _LEAST_TYPO_CHARS:
        return False
    if gone[0].isupper() or come[0].isupper():
        return False
    return int(OSA.distance(one, other, score_cutoff=1)) <= 1


def _words(text: str) -> list[tuple[str, bool]]:
    """Each word with whether it looks like a name: capitals that no sentence start explains."""
    plain = unicodedata.normalize("NFKC", text).translate(_ALIKE)
    found = []
    for match in _WORD.finditer(plain):
        word = match.group()
        name = word[:1].isupper() and (
            any(char.isupper() for char in word[1:])
            or not _SENTENCE_START.search(plain, max(0, match.start() - 8), match.start())
        )
        found.append((word, name))
    return found


def _is_cjk(text: str) -> bool:
    return bool(re.match(f"[{CJK}]", text))
