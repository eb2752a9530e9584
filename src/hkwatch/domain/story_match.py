# SPDX-License-Identifier: MIT
"""Whether two texts tell of one event: a likeness from 0 to 1, and what speaks against it whatever the likeness.

Vetoes: other amounts or shares of the same kind, other firms, public bodies or web addresses, other dates or periods, acts that
exclude each other, a speech beside an act, and headlines that recur with other facts (flows of funds, tenders, market
wraps).
"""

from math import sqrt

from hkwatch.domain.quantities import MONEY, Quantity, agree
from hkwatch.domain.story_words import Face, Opposites

SAME = 0.50
"""From here on two texts tell of one event."""
NEVER = -1.0
"""What speaks against it is plain: they never belong together."""
_TEMPLATE_HOURS = 36.0
_PRICE_HOURS = 14.0
_FRESH_HOURS = 26.0
_STALE = 0.003
"""What each hour beyond a day takes off: the next day's news about the same people is in the same words."""
_STALE_ACROSS = 0.008
_SAME_OUTLET = 0.78
"""One outlet rarely tells an event twice, but often writes about the next one in the same words."""
_LEAST_SHARED = 4.5
"""Headlines of few and common words are alike by chance."""
_LEAST_SHARED_ACROSS = 3.1
_LEAST_BESIDE_NAMES = 1.6
"""A name alone is no event: so much must be shared of what happened."""
_PAPERS, _RELEASE = frozenset({"cp", "cc"}), "pr"
"""What the reference number of a consultation paper, of its conclusions and of a press release has after the year."""
_PAPER, _LEAST_OF_PAPER = 0.8, 2.5
"""How alike the two are taken to be, and how much of the paper's headline the release must say besides the act."""
_NAME_KINDS = ("firm:", "person:", "coin:", "place:", "body:", "media:")


def likeness(a: Face, b: Face, hours: float, opposites: Opposites, *, same_outlet: bool) -> float:
    """How likely the two tell of one event, scaled so that `SAME` decides; `NEVER` where something speaks against it.

    `hours` lie between them.
    """
    if a.refs and b.refs:
        if meet(a.refs, b.refs):
            return 1.0
        if {r[2:4] for r in a.refs} == {r[2:4] for r in b.refs}:
            return NEVER
    if _by_other_bodies(a, b):
        return NEVER
    if a.template != b.template or _excluded(a, b, opposites):
        return NEVER
    if a.template and (hours > _TEMPLATE_HOURS or not _same_facts(a, b)):
        return NEVER
    if a.prices and b.prices and (hours > _PRICE_HOURS or not _same_level(a, b)):
        return NEVER
    if a.plain == b.plain and len(a.plain) > 12:
        return NEVER if same_outlet and hours > 12 else 0.97
    if a.chinese != b.chinese:
        score = _across(a, b)
    else:
        score = _within(a, b)
        if _paper_and_release(a, b):
            score = max(score, _PAPER)
        elif same_outlet:
            if _differ_by_a_name(a, b):
                return NEVER
            score *= SAME / _SAME_OUTLET
    stale = _STALE_ACROSS if a.chinese != b.chinese else _STALE
    return score - stale * max(0.0, hours - _FRESH_HOURS) - _strangers(a, b)


def meet(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two short rows of words have one in common."""
    return any(one in b for one in a)


def _by_other_bodies(a: Face, b: Face) -> bool:
    """Whether each headline names public bodies and neither text names one of the other's: two acts in the same words."""
    of_a = [token for token in a.title if token.startswith("body:")]
    of_b = [token for token in b.title if token.startswith("body:")]
    return bool(of_a and of_b) and not any(b.has(token) for token in of_a) and not any(a.has(token) for token in of_b)


def _within(a: Face, b: Face) -> float:
    shared = beside = 0.0
    a_in_b = b_in_a = 0.0
    for token, weight in a.title.items():
        if b.has(token):
            a_in_b += weight
            if token in b.title:
                shared += weight
                if not token.startswith(_NAME_KINDS):
                    beside += weight
    for token, weight in b.title.items():
        if a.has(token):
            b_in_a += weight
    if shared + 0.4 * (a_in_b + b_in_a - 2 * shared) < _LEAST_SHARED:
        return 0.0
    if beside + 0.4 * (a_in_b + b_in_a - 2 * shared) < _LEAST_BESIDE_NAMES:
        return 0.0
    size_a, size_b = sum(a.title.values()), sum(b.title.values())
    cosine = shared / sqrt(size_a * size_b)
    return 0.55 * cosine + 0.45 * (a_in_b + b_in_a) / (size_a + size_b) + _number_bonus(a, b)


def _across(a: Face, b: Face) -> float:
    """As within a language, by the tokens that both languages have."""
    shared_a, size_a, beside_a = _bridged(a, b)
    shared_b, size_b, beside_b = _bridged(b, a)
    values = [v for v in a.telling if v in b.values]
    evidence = shared_a + shared_b + 1.5 * min(len(values), 3)
    if evidence < 2 * _LEAST_SHARED_ACROSS or beside_a + beside_b + len(values) < _LEAST_BESIDE_NAMES:
        return 0.0
    both = sum(weight for token, weight in a.title.items() if token in b.title)
    cosine = both / sqrt(size_a * size_b)
    told = min(0.24, 0.08 * len(values))
    return 0.35 * cosine + 0.65 * (shared_a + shared_b) / (size_a + size_b) + told


def _bridged(a: Face, b: Face) -> tuple[float, float, float]:
    """Of one headline: the weight found in the other text, the weight that could be, and what is found beside names."""
    found = size = beside = 0.0
    for token, weight in a.title.items():
        if ":" not in token:
            size += 0.12 * weight
            continue
        if b.says(token):
            found += weight
            if not token.startswith(_NAME_KINDS):
                beside += weight
        elif token.startswith("w:"):
            # An English word that the other text says in Chinese, or a name that it lacks.
            size += weight if a.chinese else 0.25 * weight
            continue
        size += weight
    return found, size or 1.0, beside


def _number_bonus(a: Face, b: Face) -> float:
    """Numbers of three digits and more are rarely shared by chance."""
    if not a.quantities or not b.quantities:
        return 0.0
    told = {q.key for q in a.quantities if q.digits >= 3} & {q.key for q in b.quantities if q.digits >= 3}
    return min(0.2, 0.1 * len(told))


def _differ_by_a_name(a: Face, b: Face) -> bool:
    """Whether each headline has a name, subject or number that the other text lacks: one form, another matter."""
    return all(
        any(_tells(token, weight) for token, weight in one.title.items() if not other.has(token))
        for one, other in ((a, b), (b, a))
    )


def _paper_and_release(a: Face, b: Face) -> bool:
    """Whether one is a consultation paper or its conclusions and the other a press release that says all of its headline:
    one event that its publisher tells twice at once, the second time in few words."""
    for paper, release in ((a, b), (b, a)):
        if not {ref[2:4] for ref in paper.refs} & _PAPERS or not any(ref[2:4] == _RELEASE for ref in release.refs):
            continue
        said = lacking = 0.0
        for token, weight in paper.title.items():
            if token.startswith(("a:", "body:")):
                continue
            if release.has(token):
                said += weight
            else:
                lacking += weight
        return meet(paper.acts, release.acts) and said >= _LEAST_OF_PAPER and lacking <= 0.1 * said
    return False


def _tells(token: str, weight: float) -> bool:
    return weight >= 1.5 or (weight >= 0.6 and token.startswith(("t:", "n:", "q:", "d:", "v:", "place:", "body:")))


def _strangers(a: Face, b: Face) -> float:
    """What it takes off that one headline speaks of a firm or person the other text never names."""
    lacking = sum(
        any(token.startswith(("firm:", "person:")) and not other.says(token) for token in one.title)
        for one, other in ((a, b), (b, a))
    )
    return 0.06 * lacking


def _same_level(a: Face, b: Face) -> bool:
    return any(agree(p, q, 0.012) for p in a.prices for q in b.prices)


def _excluded(a: Face, b: Face, opposites: Opposites) -> bool:
    if a.speech != b.speech:
        return True
    if a.firms and b.firms and not (meet(a.firms, b.names_near) or meet(b.firms, a.names_near)):
        return True
    if a.chinese and b.chinese and a.strange and b.strange and not meet(a.strange + a.firms, b.strange + b.firms):
        return True
    if any(mine and theirs and not meet(mine, theirs) for mine, theirs in _single_facts(a, b)):
        return True
    for one, other in ((a, b), (b, a)):
        for act in one.acts:
            begun = opposites.ends.get(act)
            if begun and act not in other.acts and not begun.isdisjoint(other.acts):
                return True
    for act in a.acts:
        enemies = opposites.against.get(act)
        if enemies and not enemies.isdisjoint(b.acts) and act not in b.acts and enemies.isdisjoint(a.acts):
            return True
    return _other_amounts(a.quantities, b.quantities)


def _single_facts(a: Face, b: Face) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """What can be one thing only: addresses, dates and periods of the two headlines."""
    return (a.sites, b.sites), (a.days, b.days), (a.periods, b.periods)


def _other_amounts(a: tuple[Quantity, ...], b: tuple[Quantity, ...]) -> bool:
    if not a or not b:
        return False
    for kinds in (MONEY, frozenset({"pct"}), frozenset({"coin"}), frozenset({"tenor"})):
        mine = [q for q in a if q.kind in kinds]
        theirs = [q for q in b if q.kind in kinds]
        if (
            mine
            and theirs
            and not any(
                agree(p.value, q.value, 0.05)
                and (p.kind == q.kind or "money" in (p.kind, q.kind) or kinds is not MONEY)
                for p in mine
                for q in theirs
            )
        ):
            return True
    return False


def _same_facts(a: Face, b: Face) -> bool:
    """Whether two headlines of one template state the same: every number of the shorter one is in the other."""
    if a.weekdays != b.weekdays and a.weekdays and b.weekdays:
        return False
    mine = {q.key for q in a.quantities if q.kind != "year"}
    theirs = {q.key for q in b.quantities if q.kind != "year"}
    if mine and theirs:
        fewer, more = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
        return fewer <= more
    return meet(a.telling, b.values)
