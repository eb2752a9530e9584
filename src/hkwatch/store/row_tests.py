# SPDX-License-Identifier: MIT
"""Conditions on rows and questions to the index, put together from smaller ones."""

from collections.abc import Sequence

from hkwatch.domain.query_words import Part

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


def match_all(parts: Sequence[str]) -> str:
    """A question to the index for what answers all of these."""
    return parts[0] if len(parts) == 1 else " AND ".join(f"({part})" for part in parts)


def match_any(parts: Sequence[str]) -> str:
    """A question to the index for what answers one of these."""
    return parts[0] if len(parts) == 1 else " OR ".join(f"({part})" for part in parts)


def match_part(part: Part) -> str:
    """A question to the index for one part of what is sought: Latin words, or Chinese characters."""
    if part.words:
        return f'words : "{" ".join(part.words)}"{" *" if part.is_prefix else ""}'
    pairs = " ".join(part.run[i : i + 2] for i in range(len(part.run) - 1))
    return f'bigrams : "{pairs}"' if pairs else f'bigrams : "{part.run}" *'
