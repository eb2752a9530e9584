# SPDX-License-Identifier: MIT
"""Passwords of proxies, tokens and cookies of single sources: kept in the keyring, put into a request as it goes out."""

from collections.abc import Iterable
from typing import Protocol

from hkwatch.domain.errors import FetchError, NotifyError, SettingsError
from hkwatch.domain.ids import SourceId
from hkwatch.domain.own_source import SourceOptions
from hkwatch.domain.source_secrets import all_references, references, resolved, taken_out


class Safe(Protocol):
    """Where secrets are kept by name. Each call may take a minute, and raises NotifyError."""

    async def get(self, name: str) -> str:
        """The secret of this name."""
        ...

    async def put(self, name: str, secret: str) -> None:
        """Keep it."""
        ...

    async def delete(self, name: str) -> None:
        """Forget it."""
        ...


class SourceSecrets:
    """Knows no secret longer than it is needed. Used by the loop that asks sources."""

    def __init__(self, safe: Safe) -> None:
        self._safe = safe

    async def hide(self, source: SourceId, options: SourceOptions, before: SourceOptions) -> SourceOptions:
        """The options as they may be written down: secrets are in the keyring, unless the user wants them in the file.

        Raises SettingsError `no-keyring` where they cannot be kept; nothing is changed then.
        """
        if not options.secrets_in_file:
            options, secrets = taken_out(source, options)
            try:
                for name, secret in secrets.items():
                    await self._safe.put(name, secret)
            except NotifyError as error:
                raise SettingsError(
                    "no-keyring",
                    f"The secret was not kept: {error.detail}",
                    "Unlock or install a keyring, or choose “Keep secrets in the file”.",
                ) from None
        await self._forget(all_references(before) - all_references(options))
        return options

    async def _forget(self, names: Iterable[str]) -> None:
        for name in names:
            try:
                await self._safe.delete(name)
            except NotifyError:
                # Nothing refers to it any more; a locked keyring must not keep the user from setting something else.
                continue

    async def reveal(self, text: str) -> str:
        """A text with its secrets in it. Raises FetchError `no-secret` where one cannot be read."""
        try:
            return resolved(text, {name: await self._safe.get(name) for name in references(text)})
        except NotifyError as error:
            # The safe speaks of what it was built for.
            why = "The keyring has none of this name." if error.key == "no-secret" else error.detail
            raise FetchError(
                "no-secret",
                f"A password, token or cookie of this source cannot be read: {why}",
                "Unlock the keyring, or enter it again in the source's options.",
            ) from None
