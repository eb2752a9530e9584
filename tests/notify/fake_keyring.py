# SPDX-License-Identifier: MIT
"""A keyring in memory, one that is locked, and one that keeps nothing safe."""

import threading

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Works, and knows from which threads it was asked."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.threads: set[str] = set()

    def get_password(self, service: str, username: str) -> str | None:
        self.threads.add(threading.current_thread().name)
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.threads.add(threading.current_thread().name)
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("there is none")


class LockedKeyring(MemoryKeyring):
    """Its owner closed the prompt."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("prompt for s3cr3t dismissed")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(f"would not take {password}")


class PlainKeyring(MemoryKeyring):
    """Writes into a file that everybody can read."""

    priority = 0.5  # type: ignore[assignment]


class StuckKeyring(MemoryKeyring):
    """Its prompt stands open until `release` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.release = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.release.wait(20)
        return super().get_password(service, username)
