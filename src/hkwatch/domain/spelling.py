# SPDX-License-Identifier: MIT
"""Names spelt letter by letter: `A-S-P-I-Re`, `E.T.F.` and `S·F·C` are the words ASPIRe, ETF and SFC."""

import re

_HYPHEN = "-"
_SPELT = re.compile(
    # Hyphens join words too, so each piece but the last is one letter; the last may be two (A-S-P-I-Re).
    r"(?<![a-z0-9-])[a-z](?:-[a-z]){2,}(?![a-z0-9-])|(?<![a-z0-9-])[a-z](?:-[a-z])+-[a-z]{2}(?![a-z0-9-])"
    # Dots stand in addresses and behind shortened words: one letter each, nothing further behind.
    r"|(?<![a-z0-9.@/-])[a-z](?:\.[a-z]){2,}(?!\.?[a-z0-9@/-])\.?"
    r"|(?<![a-z0-9·])[a-z](?:·[a-z]){2,}(?![a-z0-9·])"
)
_MARKS = re.compile(r"[-.·]")


def joined(folded: str) -> str:
    """`folded` with names spelt letter by letter as one word each. Of three letters and more: `u.s.` and `x-y` stay.

    Expects text in lower case whose hyphens are plain ones, as `Folder.aligned` gives it; the length may change.
    """
    if _HYPHEN not in folded and "." not in folded and "·" not in folded:
        return folded
    return _SPELT.sub(_one_word, folded)


def _one_word(found: re.Match[str]) -> str:
    return _MARKS.sub("", found.group())
