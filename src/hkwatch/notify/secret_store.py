# SPDX-License-Identifier: MIT
"""Secrets of channels: in the keyring of the operating system, or in environment variables. Nowhere else.

`keyring` is loaded when the first secret is wanted, and asked in a thread of its own: an unlock prompt may stand open for
minutes.
"""

import contextlib
import os
import threading
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from hkwatch.domain.channels import VARIABLE_PREFIX
from hkwatch.domain.errors import NotifyError
from hkwatch.notify.own_thread import in_own_thread

SERVICE: Final = "hkwatch"
WAIT_S: Final = 60.0
"""Real seconds that an answer of the keyring is waited for."""
_LEAST_PRIORITY: Final = 1.0
"""Backends below it keep secrets readable for everyone, or not at all."""


class Backend(Protocol):
    """The part of a keyring that is used."""

    @property
    def priority(self) -> float:
        """How good it is, in keyring's own measure."""
        ...

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, None where there is none."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store it."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        ...


class SecretStore:
    """Reads and keeps secrets by name. What was read once is remembered until the program ends."""

    def __init__(
        self,
        environ: Mapping[str, str] = os.environ,
        backend: Callable[[], Backend] | None = None,
        *,
        wait_s: float = WAIT_S,
    ) -> None:
        """`backend` is called in the thread; None = the keyring of this system."""
        self._environ = environ
        self._backend = backend or _system_backend
        self._wait_s = wait_s
        self._one_at_a_time = threading.Lock()
        self._known: dict[str, str] = {}

    def variable(self, name: str) -> str:
        """The secret in an environment variable. Raises NotifyError `no-variable` where it is not set."""
        value = self._environ.get(name, "") if name.startswith(VARIABLE_PREFIX) else ""
        if not value:
            raise NotifyError(
                "no-variable",
                f"The environment variable {name} is not set.",
                "Set it before hkwatch starts, or keep the secret in the keyring.",
            )
        return value

    async def get(self, name: str) -> str:
        """The secret of this name. Raises NotifyError, `no-secret` where the keyring has none."""
        if name not in self._known:
            found = await self._run(lambda: self._usable().get_password(SERVICE, name))
            if not found:
                raise NotifyError(
                    "no-secret", "The keyring has no secret for this channel.", "Edit the channel and enter it again."
                )
            self._known[name] = found
        return self._known[name]

    async def put(self, name: str, secret: str) -> None:
        """Keep a secret. Raises NotifyError where that cannot be done; it is never kept elsewhere instead."""
        await self._run(lambda: self._usable().set_password(SERVICE, name, secret))
        self._known[name] = secret

    async def delete(self, name: str) -> None:
        """Forget a secret; that there is none is fine. Raises NotifyError where the keyring cannot be asked."""
        self._known.pop(name, None)

        def work() -> None:
            from keyring.errors import PasswordDeleteError  # noqa: PLC0415 - takes a tenth of a second

            with contextlib.suppress(PasswordDeleteError):
                self._usable().delete_password(SERVICE, name)

        await self._run(work)

    def _usable(self) -> Backend:
        backend = self._backend()
        if backend.priority < _LEAST_PRIORITY:
            raise NotifyError(
                "no-keyring",
                "This system has no keyring that keeps secrets safe.",
                f"Install one (GNOME Keyring, KWallet), or name an environment variable {VARIABLE_PREFIX}… that holds it.",
            )
        return backend

    async def _run(self, work: Callable[[], Any]) -> Any:
        try:
            return await in_own_thread(lambda: self._alone(work), "keyring", self._wait_s)
        except TimeoutError as exc:
            raise NotifyError(
                "keyring-locked",
                f"The keyring did not open within {self._wait_s:g} s.",
                "Unlock it; it is asked again.",
            ) from exc

    def _alone(self, work: Callable[[], Any]) -> Any:
        # One after the other: two prompts at a time would be one too many.
        with self._one_at_a_time:
            try:
                return work()
            except NotifyError:
                raise
            except Exception as error:  # noqa: BLE001 - backends raise what they like; only the kind is told
                raise NotifyError(
                    "keyring",
                    f"The keyring refused ({type(error).__name__}).",
                    f"Unlock it, or name an environment variable {VARIABLE_PREFIX}… that holds the secret.",
                ) from None


def _system_backend() -> Backend:
    import keyring  # noqa: PLC0415 - takes a tenth of a second

    found: Backend = keyring.get_keyring()
    return found
