# SPDX-License-Identifier: MIT
"""What every way of asking the desktop whether its user may be disturbed looks like."""

from typing import Protocol

from hkwatch.domain.quiet import QuietReason


class AttentionPort(Protocol):
    """Asked in the engine's loop, which it never blocks."""

    async def reason(self) -> QuietReason | None:
        """Why the user must not be disturbed now; None = may be, or nobody can tell. Never raises."""
        ...

    async def close(self) -> None:
        """Let go of everything. May be called twice."""
        ...
