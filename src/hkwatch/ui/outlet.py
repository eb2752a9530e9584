# SPDX-License-Identifier: MIT
"""Where the list's commands go out. It stands there before anybody takes them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hkwatch.domain.commands import Command


class Outlet:
    """Keeps what is sent until `lead` says where it goes."""

    def __init__(self) -> None:
        self._waiting: list[Command] = []
        self._send: Callable[[Command], bool] | None = None

    def __call__(self, command: "Command") -> bool:
        """Send a command; False where it cannot be sent."""
        if self._send is not None:
            return self._send(command)
        self._waiting.append(command)
        return True

    def lead(self, send: Callable[["Command"], bool]) -> None:
        """Commands go there from now on, those that wait first."""
        self._send = send
        waiting, self._waiting = self._waiting, []
        for command in waiting:
            send(command)
