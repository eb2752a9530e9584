# SPDX-License-Identifier: MIT
"""Where a sentence ends in folded English and Chinese text."""

import re

_MARK = re.compile(r"[。\n!?;.]")
_SHORT_FORMS = (" no", " mr", " mrs", " ms", " dr", " ltd", " co", " inc", " vs", " st", " u.s", " p.m", " a.m", " jr")


def first_sentence_end(folded: str, start: int) -> int:
    """The offset just after the sentence that begins at `start`; leading white space belongs to it.

    The end of the text when no end mark comes. A full stop counts only before white space, so US$1.2 stays whole, and
    not after a short form (`no.`, `ltd.`).
    """
    size = len(folded)
    at = start
    while at < size and folded[at] in " \n\r":
        at += 1
    while (found := _MARK.search(folded, at)) is not None:
        at = found.end()
        mark = folded[at - 1]
        if mark in "。\n" or at == size:
            return at
        following = folded[at]
        if mark == ".":
            if following in " \n" and not folded.endswith(_SHORT_FORMS, start, at - 1):
                return at
        elif following in " \n" or following > "\x7f":
            return at
    return size
