# SPDX-License-Identifier: MIT
"""Which press release announces which consultation paper of one body: it says all of the paper's title. Pure."""

import re
from datetime import timedelta

APART = timedelta(days=2)
"""A paper and its release are published within hours of one another; some give their day only."""

_PAPER = re.compile(r"\d{2}(?:CP|CC)\d+", re.IGNORECASE)
_RELEASE = re.compile(r"\d{2}PR\d+", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+")
_ACTS = ("consult", "conclu")
_SERVING = frozenset(("paper", "further", "proposed", "proposals", "with", "from", "their", "that", "under"))
_LEAST_LETTERS, _LEAST_WORDS = 4, 3


def is_paper(ref: str) -> bool:
    """Whether a reference number is a consultation paper's or its conclusions'."""
    return _PAPER.fullmatch(ref) is not None


def is_release(ref: str) -> bool:
    """Whether a reference number is a press release's."""
    return _RELEASE.fullmatch(ref) is not None


def announces(release: str, paper: str) -> bool:
    """Whether a release's English title speaks of the paper: it names a consultation and all that the paper is about."""
    said = set(_WORD.findall(release.casefold()))
    about = {
        word
        for word in _WORD.findall(paper.casefold())
        if len(word) >= _LEAST_LETTERS and word not in _SERVING and not word.startswith(_ACTS)
    }
    return len(about) >= _LEAST_WORDS and about <= said and any(word.startswith(_ACTS[0]) for word in said)
