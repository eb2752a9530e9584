# SPDX-License-Identifier: MIT
"""Conditions on rows, put together from smaller ones."""

from collections.abc import Sequence

Test = tuple[str, tuple[object, ...]]
"""A condition on a row of `item`, never NULL, and its parameters."""


def joined(joint: str, tests: Sequence[Test]) -> Test:
    """Conditions in brackets; halved again and again, because SQLite takes no chain deeper than 1,000."""
    if len(tests) == 1:
        return tests[0]
    if len(tests) > 16:
        middle = len(tests) // 2
        return joined(joint, [joined(joint, tests[:middle]), joined(joint, tests[middle:])])
    return f"({joint.join(sql for sql, _ in tests)})", tuple(param for _, params in tests for param in params)
