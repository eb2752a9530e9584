# SPDX-License-Identifier: MIT
"""A number with its noun, as the terminal says it."""


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 item`, `747 items`, `2,310 items`; `plural` where it is not the noun with an s."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"
