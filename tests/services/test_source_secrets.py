# SPDX-License-Identifier: MIT
"""Secrets of single sources: into the keyring, out of every file, and into the request alone."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from fakes import SteppedClock
from hkwatch.app.choices import OwnBook, address_map
from hkwatch.domain.errors import FetchError, NotifyError, SettingsError
from hkwatch.domain.own_source import SourceOptions
from hkwatch.replica import Replica, World
from hkwatch.services.diagnosis import without_secrets
from hkwatch.services.roster import Roster
from hkwatch.services.source_secrets import SourceSecrets
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.http import Fetcher
from hkwatch.sources.own_sources import FILE
from hkwatch.sources.request import Request, Want
from services.rig import EN, release, shipped

OPTIONS = SourceOptions(
    proxy="http://me:pa55@proxy.example.test:8080", headers=(("Cookie", "s=topsecret"),), user_agent="office-reader/1"
)


class Safe:
    """A keyring in memory, locked when told so."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.is_locked = False

    async def get(self, name: str) -> str:
        if self.is_locked or name not in self.kept:
            raise NotifyError("no-secret", "The keyring has nothing of this name.")
        return self.kept[name]

    async def put(self, name: str, secret: str) -> None:
        if self.is_locked:
            raise NotifyError("no-keyring", "This system has no keyring.")
        self.kept[name] = secret

    async def delete(self, name: str) -> None:
        self.kept.pop(name, None)


def roster_of(folder: Path, safe: Safe) -> Roster:
    roster = Roster(shipped().catalogue, lambda row: row.enabled, OwnBook(folder))
    roster.secrets = SourceSecrets(safe)
    return roster


def test_a_secret_is_in_the_keyring_and_in_no_file_and_goes_with_the_option(tmp_path: Path) -> None:
    safe = Safe()
    roster = roster_of(tmp_path, safe)
    asyncio.run(roster.set_options(EN, OPTIONS))
    text = (tmp_path / FILE).read_text("utf-8")
    assert "pa55" not in text
    assert "topsecret" not in text
    assert set(safe.kept.values()) == {"pa55", "s=topsecret"}
    asyncio.run(roster.set_options(EN, replace(roster.choice(EN).options, proxy="", headers=())))
    assert safe.kept == {}
    asyncio.run(roster.set_options(EN, SourceOptions()))


def test_without_a_keyring_a_secret_is_refused_unless_the_user_wants_it_in_the_file(tmp_path: Path) -> None:
    safe = Safe()
    safe.is_locked = True
    roster = roster_of(tmp_path, safe)
    with pytest.raises(SettingsError, match="was not kept") as caught:
        asyncio.run(roster.set_options(EN, OPTIONS))
    assert caught.value.key == "no-keyring"
    assert "pa55" not in str(caught.value)
    assert not (tmp_path / FILE).exists()
    asyncio.run(roster.set_options(EN, replace(OPTIONS, secrets_in_file=True)))
    file = tmp_path / FILE
    assert "pa55" in file.read_text("utf-8")
    assert file.stat().st_mode & 0o077 == 0
    # And even then it stays out of what is sent to somebody.
    sent = without_secrets(file.read_text("utf-8"))
    assert "pa55" not in sent
    assert "topsecret" not in sent


def test_what_was_chosen_is_read_again_as_it_was(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, Safe())
    asyncio.run(roster.set_options(EN, OPTIONS))
    catalogue, problems = load_catalogue(shipped().resources / "catalogue", tmp_path)
    assert list(problems) == []
    assert catalogue.choices[EN].options == roster.choice(EN).options
    assert ("User-Agent", "office-reader/1") in roster.rows[EN].headers


def test_the_server_gets_the_secret_and_a_locked_keyring_is_said(
    world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))
    safe = Safe()
    safe.kept["source.a.header.cookie"] = "s=topsecret"
    headers = {"Cookie": "{keyring:source.a.header.cookie}", "User-Agent": "office-reader/1"}

    async def ask() -> None:
        fetcher = Fetcher(clock, address_map=address_map(replica.base_url))
        request = Request(shipped().catalogue.sources[EN].url, want=Want.FEED, headers=headers)
        try:
            with pytest.raises(FetchError) as caught:
                await fetcher.fetch(request)
            assert caught.value.key == "no-secret"
            fetcher.reveal = SourceSecrets(safe).reveal
            await fetcher.fetch(request)
            safe.kept.clear()
            with pytest.raises(FetchError) as caught:
                await fetcher.fetch(request)
            assert caught.value.key == "no-secret"
        finally:
            await fetcher.close()

    asyncio.run(ask())
    (asked,) = replica.requests
    sent = {name.lower(): value for name, value in asked.headers.items()}
    assert (sent["cookie"], sent["user-agent"]) == ("s=topsecret", "office-reader/1")


@pytest.mark.parametrize("headers", [(("Host", "a"),), (("A b", "c"),), (("A", "c\nd"),), (("A", "1"), ("a", "2"))])
def test_headers_that_cannot_be_sent_are_refused(tmp_path: Path, headers: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(SettingsError):
        asyncio.run(roster_of(tmp_path, Safe()).set_options(EN, SourceOptions(headers=headers)))
