# SPDX-License-Identifier: MIT
"""Which paragraphs of two languages say the same, by their order, kind and length. Pure.

Most translations have paragraph for paragraph; where one has more, the shortest way through both is taken that leaves
few alone and sets long ones beside long ones.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_BAND = 10
_MOST = 400
"""Longer texts are set side by side by order alone."""
_SMOOTH = 12.0
_OTHER_KIND, _ALONE, _TOGETHER = 1.2, 1.5, 0.7


@dataclass(frozen=True, slots=True)
class Shape:
    """A paragraph as far as pairing looks at it. `kind` is heading, list item and so on; `size` in characters."""

    kind: str
    size: int


Row = tuple[tuple[int, ...], tuple[int, ...]]
"""Places on the left and on the right that stand beside each other; one of them may be empty."""


def pair_up(left: Sequence[Shape], right: Sequence[Shape]) -> list[Row]:
    """Rows from top to bottom in which every place of either side stands once, in order."""
    same_kinds = [one.kind for one in left] == [one.kind for one in right]
    if not left or not right or same_kinds or max(len(left), len(right)) > _MOST:
        return _by_order(len(left), len(right))
    return _shortest(left, right)


def _by_order(left: int, right: int) -> list[Row]:
    return [((at,) if at < left else (), (at,) if at < right else ()) for at in range(max(left, right))]


def _shortest(left: Sequence[Shape], right: Sequence[Shape]) -> list[Row]:
    n, m = len(left), len(right)
    scale = (sum(one.size for one in left) + 1) / (sum(one.size for one in right) + 1)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(n + 1):
        middle = round(i * m / n)
        for j in range(max(0, middle - _BAND - abs(n - m)), min(m, middle + _BAND + abs(n - m)) + 1):
            here = best.get((i, j))
            if here is None:
                continue
            for a, b in ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2)):
                to = (i + a, j + b)
                if to[0] > n or to[1] > m:
                    continue
                cost = here[0] + _cost(left[i : i + a], right[j : j + b], scale)
                if to not in best or cost < best[to][0]:
                    best[to] = (cost, (i, j))
    rows: list[Row] = []
    at = (n, m)
    while at != (0, 0):
        before = best[at][1]
        rows.append((tuple(range(before[0], at[0])), tuple(range(before[1], at[1]))))
        at = before
    return rows[::-1]


def _cost(left: Sequence[Shape], right: Sequence[Shape], scale: float) -> float:
    if not left or not right:
        return _ALONE
    a, b = sum(one.size for one in left), sum(one.size for one in right) * scale
    cost = abs(math.log((a + _SMOOTH) / (b + _SMOOTH)))
    cost += _OTHER_KIND if {one.kind for one in left} != {one.kind for one in right} else 0.0
    return cost + (_TOGETHER if len(left) + len(right) > 2 else 0.0)
