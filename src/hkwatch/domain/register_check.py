# SPDX-License-Identifier: MIT
"""Is this firm on a register? Looks for a name, platform, domain, number or Chinese name over all lists and former names.

An answer never says more than the lists do: not to be found proves nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from hkwatch.domain.fold import Folder
from hkwatch.domain.register import RegisterRow, core_name, match_name
from hkwatch.domain.site_match import host_of, is_at, nearest, own

LEAST_ALIKE = 80.0
"""Similarity in percent from which a name is worth showing."""
_NUMBER = re.compile(r"[A-Za-z]{3}\d{2,6}")
_DOMAIN = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}\.?(?:[/:?#]\S*)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_MOST = 8


class Match(IntEnum):
    """How well a row answers; higher is better."""

    SIMILAR = 0
    PART = 1
    EXACT = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be what is asked for. `former` is the name it is known by no longer; empty for a row of now.

    `observed` False = known from public facts, not seen by hkwatch. `register` is empty for those.
    """

    register: str
    row: RegisterRow
    former: str = ""
    observed: bool = True
    left: bool = False
    """It stood on the list and does so no longer."""
    sites: tuple[str, ...] = ()
    """Its own web sites as public facts have them, in lower case without `www.`; the lists themselves name none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One row that was found, and how. `score` is in percent.

    `site` is the firm's web site that was asked for or, with SIMILAR, only looks like it; empty where a name was asked.
    """

    candidate: Candidate
    match: Match
    score: float
    site: str = ""


def check(text: str, candidates: Iterable[Candidate], folder: Folder) -> tuple[Answer, ...]:
    """The rows that a pasted text may mean, the best first, at most eight; empty where nothing is like it."""
    asked = " ".join(text.split())
    if not match_name(asked):
        return ()
    judged = [_judge(asked, one, folder) for one in candidates]
    found = [one for one in judged if one.match > Match.SIMILAR or one.score >= LEAST_ALIKE]
    best = max((answer.match for answer in found), default=Match.SIMILAR)
    if best is Match.EXACT:
        found = [answer for answer in found if answer.match is Match.EXACT or answer.score >= 95]
    found.sort(key=lambda one: (-one.match, one.candidate.left, not one.candidate.observed, -one.score))
    return tuple(found[:_MOST])


def _judge(asked: str, candidate: Candidate, folder: Folder) -> Answer:
    row = candidate.row
    if _NUMBER.fullmatch(asked):
        is_it = row.ce == asked.upper()
        return Answer(candidate, Match.EXACT if is_it else Match.SIMILAR, 100.0 if is_it else 0.0)
    names = [candidate.former] if candidate.former else [row.name_en, row.name_zh, row.platform]
    if (_DOMAIN.fullmatch(asked) and not _CJK.search(asked)) or _ADDRESS.fullmatch(asked):
        return _judge_domain(host_of(asked), candidate, names)
    wanted = _folded(asked, folder)
    best = (Match.SIMILAR, 0.0)
    for name in filter(None, names):
        own_name = _folded(name, folder)
        if own_name == wanted or core_name(own_name) == core_name(wanted):
            return Answer(candidate, Match.EXACT, 100.0)
        if _is_part(wanted, own_name):
            best = max(best, (Match.PART, 90.0))
        best = max(best, (Match.SIMILAR, _alike(wanted, own_name)))
    return Answer(candidate, *best)


def _judge_domain(host: str, candidate: Candidate, names: Sequence[str]) -> Answer:
    if not host:
        return Answer(candidate, Match.SIMILAR, 0.0)
    site = own(host, candidate.sites)
    if site:
        return Answer(candidate, Match.EXACT, 100.0, site)
    from rapidfuzz import fuzz  # noqa: PLC0415 - a name or address is compared long after the board was opened

    label = host.rsplit(".", 1)[0]
    best = 0.0
    for name in filter(None, names):
        plain = name.casefold().strip()
        if "." in plain and is_at(host, plain.removeprefix("www.")):
            return Answer(candidate, Match.EXACT, 100.0)
        joined = "".join(match_name(name).split())
        # A look-alike domain must never read as the firm itself: it is at most like it.
        best = max(best, fuzz.ratio("".join(match_name(label).split()), joined))
        if "." in plain:
            best = max(best, fuzz.ratio(host, plain))
    site, score = nearest(host, candidate.sites)
    return Answer(candidate, Match.SIMILAR, max(best, score), site)


def _folded(text: str, folder: Folder) -> str:
    return match_name(folder.fold(text))


def _is_part(wanted: str, own: str) -> bool:
    if _CJK.search(wanted):
        return len(wanted) >= 2 and "".join(wanted.split()) in "".join(own.split())
    return len(wanted) >= 3 and f" {wanted} " in f" {own} "


def _alike(wanted: str, own: str) -> float:
    from rapidfuzz import fuzz  # noqa: PLC0415 - a name or address is compared long after the board was opened

    if _CJK.search(wanted) or _CJK.search(own):
        return fuzz.ratio("".join(wanted.split()), "".join(own.split()))
    # Common words of firms' names would make all of them alike.
    return fuzz.token_sort_ratio(core_name(wanted), core_name(own))
