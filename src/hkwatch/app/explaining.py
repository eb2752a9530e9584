# SPDX-License-Identifier: MIT
"""Errors as a terminal shows them."""

from hkwatch.domain.errors import HkwatchError


def explain(error: HkwatchError) -> str:
    """One line for a terminal: cause and next step."""
    return f"{error.detail} {error.next_step}".strip()
