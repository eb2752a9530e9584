# SPDX-License-Identifier: MIT
"""Links and wishes on the command line."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hkwatch.app import exit_codes
from hkwatch.app.cli import _duration, main
from hkwatch.app.cli_window import add_window_options, request_of, with_link_named
from hkwatch.domain.errors import RequestError
from hkwatch.domain.request import Request, Verb


def asked(*arguments: str) -> Request:
    parser = argparse.ArgumentParser()
    parser.add_argument("--hidden", action="store_true")
    parser.add_argument("--data")
    add_window_options(parser, _duration)
    return request_of(parser.parse_args(with_link_named(arguments)))


@pytest.mark.parametrize(
    ("arguments", "request_"),
    [
        ([], Request(Verb.SHOW)),
        (["--hidden"], Request(Verb.STAY)),
        (["hkwatch://item/1"], Request(Verb.OPEN, "hkwatch://item/1")),
        (["--data", "d", "HKWATCH:x"], Request(Verb.OPEN, "HKWATCH:x")),
        (["--data", "hkwatch:d"], Request(Verb.SHOW)),
        (["--open", "nonsense"], Request(Verb.OPEN, "nonsense")),
        (["--pause", "1h"], Request(Verb.PAUSE, "3600")),
        (["--check-now"], Request(Verb.CHECK)),
        (["--hidden", "--check-now"], Request(Verb.CHECK)),
    ],
)
def test_arguments_are_one_request(arguments: list[str], request_: Request) -> None:
    assert asked(*arguments) == request_


@pytest.mark.parametrize("smuggled", [["check"], ["--data", "/elsewhere"], ["--pause", "1h"], ["hkwatch://item/2"]])
def test_what_follows_a_link_is_never_an_argument_of_its_own(smuggled: list[str]) -> None:
    assert asked("hkwatch://item/1", *smuggled) == Request(Verb.OPEN, " ".join(["hkwatch://item/1", *smuggled]))


def test_a_word_that_is_searched_for_may_look_like_a_link() -> None:
    assert with_link_named(["search", "hkwatch://item/1"]) == ["search", "hkwatch://item/1"]


def test_a_pause_of_years_is_refused() -> None:
    with pytest.raises(RequestError):
        asked("--pause", "99999h")


def test_wishes_for_the_window_do_not_go_with_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--check-now", "classify"])
    assert ended.value.code == exit_codes.USAGE
    assert "belong to the window" in capsys.readouterr().err


def test_a_link_that_is_none_starts_nothing_and_says_why(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    command = [sys.executable, "-m", "hkwatch", "--data", str(folder), "hkwatch://item/1", "--data", "/etc"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=30)
    assert done.returncode == exit_codes.USAGE
    assert "`hkwatch://item/1 --data /etc` is no link of hkwatch; nothing was done." in done.stderr
    assert "hkwatch://item/NUMBER" in done.stderr
    assert not (folder / "hkwatch.db").exists()
