# SPDX-License-Identifier: MIT
"""Blanks in Chinese sentences: one between Chinese and Latin letters or digits, none between Chinese and Chinese.

A translation has its blank for the value that needs one, `來自 {0}`; what is put in decides whether it stays.
"""

import functools
import re

# Ideographs, kana and their punctuation, full-width forms, and the quotation marks that simplified Chinese shares.
_FULL = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff\u201c\u201d"
# Marks that have their blank in themselves.
_ENDS_MARK = re.compile(r"[\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f\uff09\u300d]\Z")
_PLACE = re.compile(r"\{(\d)\}")


def fitted(template: str, *values: object) -> str:
    """`template` with the values in place of `{0}`, `{1}` …; only blanks of the template are taken away."""
    said = ""
    texts = _PLACE.split(template)
    for at in range(0, len(texts), 2):
        said += without_lead(said, texts[at])
        if at + 1 < len(texts):
            value = str(values[int(texts[at + 1])])
            said = tightened(said, value) + value
    return said


def joined(words: list[str], between: str) -> str:
    """The words with `between` between them: 證監會或金管局, but SFC 或 HKMA."""
    said = "".join(words[:1])
    for word in words[1:]:
        said = tightened(said + without_lead(said, between), word) + word
    return said


def tightened(text: str, following: str) -> str:
    """`text` without the blank at its end where full-width characters stand on both sides of it, or a mark before it."""
    bare = text.removesuffix(" ")
    return bare if following and _needs_none(bare, following) else text


def without_lead(said: str, text: str) -> str:
    """`text`, which follows `said`, without the blank it begins with where none belongs."""
    bare = text.removeprefix(" ")
    return bare if bare and _needs_none(said, bare) else text


def _needs_none(before: str, after: str) -> bool:
    return bool(_ENDS_MARK.search(before) or (before and _full().match(before[-1]) and _full().match(after)))


@functools.cache
def _full() -> re.Pattern[str]:
    # Making it takes as long as a window's other texts together; an English one needs none.
    return re.compile(f"[{_FULL}]")
