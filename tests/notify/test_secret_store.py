# SPDX-License-Identifier: MIT
"""Secrets go into the keyring or come from the environment, and every reason why not is said."""

import asyncio
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend

from hkwatch.domain.errors import NotifyError
from hkwatch.notify.secret_store import SecretStore

from .fake_keyring import LockedKeyring, MemoryKeyring, PlainKeyring, StuckKeyring


@pytest.fixture
def system() -> Iterator[MemoryKeyring]:
    """The keyring of this system, for one test."""
    before = keyring.get_keyring()
    fake = MemoryKeyring()
    keyring.set_keyring(fake)
    yield fake
    keyring.set_keyring(before)


def error_of(backend: KeyringBackend, wait_s: float = 5.0) -> NotifyError:
    async def test() -> None:
        await SecretStore({}, lambda: backend, wait_s=wait_s).get("one")

    with pytest.raises(NotifyError) as caught:
        asyncio.run(test())
    return caught.value


def test_a_secret_is_kept_read_and_forgotten_in_a_thread_of_its_own(system: MemoryKeyring) -> None:
    async def test() -> None:
        secrets = SecretStore({})
        await secrets.put("one", "s3cr3t")
        assert system.kept == {("hkwatch", "one"): "s3cr3t"}
        assert await SecretStore({}).get("one") == "s3cr3t"
        assert system.threads == {"keyring"}
        await secrets.delete("one")
        await secrets.delete("one")
        assert not system.kept
        with pytest.raises(NotifyError, match="has no secret"):
            await secrets.get("one")

    asyncio.run(test())


def test_a_keyring_that_keeps_nothing_safe_is_none() -> None:
    error = error_of(PlainKeyring())
    assert error.key == "no-keyring"
    assert "HKWATCH_SECRET_" in error.next_step


def test_a_locked_keyring_says_so_without_what_it_was_asked() -> None:
    error = error_of(LockedKeyring())
    assert error.key == "keyring"
    assert "KeyringLocked" in error.detail
    assert "s3cr3t" not in str(error)


def test_an_open_prompt_is_not_waited_for_for_ever() -> None:
    backend = StuckKeyring()
    try:
        assert error_of(backend, wait_s=0.05).key == "keyring-locked"
    finally:
        backend.release.set()


def test_the_environment_gives_only_variables_of_ours() -> None:
    secrets = SecretStore({"HKWATCH_SECRET_DESK": "k3y", "PATH": "/bin"})
    assert secrets.variable("HKWATCH_SECRET_DESK") == "k3y"
    for name in ("HKWATCH_SECRET_OTHER", "PATH"):
        with pytest.raises(NotifyError, match="is not set"):
            secrets.variable(name)
