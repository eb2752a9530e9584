# SPDX-License-Identifier: MIT
"""`hkwatch channels` as its users see it."""

import argparse
import asyncio
import json
from pathlib import Path

import pytest

from fakes import START
from hkwatch.app import channels
from hkwatch.app.cli import main
from hkwatch.app.cli_channels import add_channels_command
from hkwatch.app.clock import SystemClock
from hkwatch.app.common_options import commands_of
from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths
from hkwatch.domain.channels import ChannelKind, ChannelSpec, SecretPlace
from hkwatch.domain.errors import NotifyError
from hkwatch.domain.ids import ChannelId
from hkwatch.notify.secret_store import Backend, SecretStore
from hkwatch.replica.receiver import Receiver
from notify.fake_keyring import MemoryKeyring, PlainKeyring


def cli(data: Path, *words: str) -> int:
    return main(["channels", *words, "--data", str(data)])


def kept_in(backend: Backend) -> SecretStore:
    return SecretStore({"HKWATCH_SECRET_DESK": "k3y-of-the-desk"}, lambda: backend)


def spec(url: str, place: SecretPlace = SecretPlace.KEYRING) -> ChannelSpec:
    variable = "HKWATCH_SECRET_DESK" if place is SecretPlace.ENVIRONMENT else ""
    return ChannelSpec(ChannelId(0), "Desk", ChannelKind.WEBHOOK, url, secret=place, variable=variable)


def test_a_channel_is_added_tried_listed_and_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Receiver() as receiver:
        assert cli(tmp_path, "add", "--ntfy", f"{receiver.url}/desk", "--name", "Phone", "--only", "alerts") == 0
        assert cli(tmp_path, "test", "1") == 0
        (got,) = receiver.received
    assert json.loads(got.body)["topic"] == "desk"
    capsys.readouterr()
    assert cli(tmp_path, "list", "--json") == 0
    (line,) = capsys.readouterr().out.splitlines()
    listed = json.loads(line)
    assert (listed["name"], listed["subjects"], listed["least"]) == ("Phone", ["alerts"], "high")
    assert listed["to"].endswith("/desk")
    assert cli(tmp_path, "list") == 0
    assert "Phone" in capsys.readouterr().out
    assert cli(tmp_path, "remove", "1") == 0
    assert cli(tmp_path, "list") == 0
    assert "No channels" in capsys.readouterr().out
    assert cli(tmp_path, "remove", "1") == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--webhook", "http://hooks.example.test/"), "Use https://"),
        (("--webhook", "https://me:word@example.test/"), "--secret keeps it"),
        (("--ntfy", "https://ntfy.sh/"), "https://ntfy.sh/your-topic"),
        (("--webhook", "https://a.test/", "--secret-env", "PATH"), "HKWATCH_SECRET_"),
    ],
)
def test_what_cannot_be_added_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert cli(tmp_path, "add", *words, "--name", "Desk") == 2
    assert said in capsys.readouterr().err


def test_a_secret_goes_into_the_keyring_and_out_of_it_again(tmp_path: Path) -> None:
    paths, keyring = AppPaths.under(tmp_path), MemoryKeyring()
    channels.add(paths, spec("https://a.test/"), "k3y-of-the-desk", kept_in(keyring), START)
    assert list(keyring.kept.values()) == ["k3y-of-the-desk"]
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"k3y-of-the-desk" not in file.read_bytes()
    channels.remove(paths, [ChannelId(1)], kept_in(keyring), START)
    assert keyring.kept == {}


def test_where_no_keyring_is_nothing_is_stored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NotifyError) as caught:
        channels.add(AppPaths.under(tmp_path), spec("https://a.test/"), "k3y", kept_in(PlainKeyring()), START)
    assert "HKWATCH_SECRET_" in caught.value.next_step
    assert cli(tmp_path, "list") == 0
    assert "No channels" in capsys.readouterr().out


def test_a_secret_of_the_environment_signs(tmp_path: Path) -> None:
    paths = AppPaths.under(tmp_path)
    secrets = kept_in(PlainKeyring())
    with Receiver() as receiver:
        channels.add(paths, spec(f"{receiver.url}/", SecretPlace.ENVIRONMENT), "", secrets, START)
        done = asyncio.run(channels.test(Options(paths, "", None), ChannelId(1), secrets, SystemClock()))
        assert done == 0
        assert receiver.received[0].headers["x-hkwatch-signature"].startswith("sha256=")


def test_the_command_line_takes_no_secret() -> None:
    parser = argparse.ArgumentParser()
    add_channels_command(parser.add_subparsers(), lambda _args: 0)
    made = list(commands_of(parser))
    assert made
    for one in made:
        for action in one._actions:
            assert "secret" not in action.dest or action.nargs == 0 or action.dest == "secret_env"
