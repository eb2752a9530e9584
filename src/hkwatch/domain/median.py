# SPDX-License-Identifier: MIT
"""The median, without Python's `statistics`: that brings fractions along, in the window and in the engine."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

Number = TypeVar("Number", float, Decimal)


def median(values: Iterable[Number]) -> Number:
    """The value in the middle, or the mean of the two that are.

    Raises ValueError when there is none.
    """
    ordered = sorted(values)
    if not ordered:
        raise ValueError("nothing has no median")
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2
