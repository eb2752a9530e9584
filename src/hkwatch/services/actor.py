# SPDX-License-Identifier: MIT
"""Who does things by hand: the account hkwatch runs under, with the name its user gave in the settings."""

import getpass
import os

from hkwatch.domain.journal import actor_name


class Actor:
    """`name` may change while the program runs; empty = the account says enough."""

    def __init__(self, user: str, name: str = "") -> None:
        self._user = user
        self.name = name

    @property
    def text(self) -> str:
        """`Chan Tai Man (chan)`, or `chan`."""
        return actor_name(self._user, self.name)


def system_user() -> str:
    """The account this process runs under, whatever the environment claims; `unknown` where the system has no name."""
    try:
        import pwd  # noqa: PLC0415 - not on Windows

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        try:
            return getpass.getuser()
        except (OSError, KeyError):
            return "unknown"
