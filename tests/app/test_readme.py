# SPDX-License-Identifier: MIT
"""Every command the README shows is one the program takes; the harmless ones are run; every link and picture is there."""

import argparse
import contextlib
import io
import json
import re
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from bootstrap import commands
from hkwatch.app.cli import main
from hkwatch.app.cli import parser as whole_parser
from hkwatch.replica import Replica, World

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
_FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`((?:hkwatch|python3 run\.py)(?: [^`]*)?)`")
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_ANCHOR = re.compile(r"\]\(#([^)]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_HARMLESS = (
    *("--version", "--help", "search", "searches list", "sources list", "sources find", "rules list", "rules test"),
    *("alerts list", "deadlines list", "registers history", "digest", "coverage", "export --query", "backup"),
)
"""Beginnings of what is run here: it ends by itself, opens no window and asks nobody but the replica."""


class Shown(NamedTuple):
    """One command as it stands in the README; `is_whole` in a code block, where nothing may be left out."""

    program: str
    arguments: list[str]
    is_whole: bool


def shown(text: str) -> Iterator[Shown]:
    """Every command, comments taken off; where several are written with `|`, each of them."""
    found = [(line, True) for block in _FENCE.findall(text) for line in block.splitlines()]
    prose = _FENCE.sub("", text)
    found += [(one.replace("\\|", "|"), False) for one in _INLINE.findall(prose)]
    for line, is_whole in found:
        words = shlex.split(line, comments=True) if line.startswith(("hkwatch", "python3 run.py")) else []
        if words[:2] == ["python3", "run.py"]:
            yield Shown("run.py", words[2:], is_whole)
        elif words[:1] == ["hkwatch"]:
            yield from _each(words[1:], is_whole=is_whole)


def _each(words: list[str], *, is_whole: bool) -> Iterator[Shown]:
    alternatives = next((word for word in words if "|" in word and " " not in word), "")
    for one in alternatives.split("|") if alternatives else [""]:
        yield Shown("hkwatch", [one if word == alternatives and one else word for word in words], is_whole)


COMMANDS = list(shown(README.read_text("utf-8")))


def names(words: list[str]) -> list[str]:
    """The command and what it is to do, without values: `search QUERY [--json]` is shown in prose as a form."""
    return [word for word in words if re.fullmatch(r"[a-z][a-z-]*", word)]


def complaint_about(parser: argparse.ArgumentParser, arguments: list[str]) -> str:
    """What the command line says against these arguments; empty where it takes them."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        parser.parse_args(arguments)
    return said.getvalue()


def is_form(arguments: list[str]) -> bool:
    """Whether values are left open, as in `backup [FILE]`."""
    return any("[" in word or word.isupper() for word in arguments)


def test_every_command_is_one_the_program_takes() -> None:
    parser = whole_parser()
    assert len(COMMANDS) > 25
    for one in COMMANDS:
        if one.program == "run.py":
            assert (one.arguments[0] if one.arguments else "app") in commands.COMMANDS, one
            continue
        if is_form(one.arguments) or not one.is_whole:
            # In running text a command may stand for all it can do; its name must be right.
            for count in range(1, len(names(one.arguments)) + 1):
                said = complaint_about(parser, [*names(one.arguments)[:count], "--help"])
                assert said == "", f"{one}: {said}"
        if not is_form(one.arguments) and one.is_whole:
            assert complaint_about(parser, one.arguments) == "", one


def test_every_command_of_the_program_is_in_the_readme() -> None:
    told = {one.arguments[0] for one in COMMANDS if one.program == "hkwatch" and one.arguments}
    listed = set(re.findall(r"^    ([a-z-]+) ", whole_parser().format_help(), re.MULTILINE)) - {"engine"}
    text = README.read_text("utf-8")
    assert {name for name in listed - told if f"hkwatch {name}" not in text} <= {
        "digest",
        "coverage",
        "export",
        "audit",
        "searches",
    }


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica(World(), lambda: datetime.now(UTC)) as replica:
        yield replica


def test_the_harmless_commands_run_as_they_stand(
    replica: Replica, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Files they write go where nothing of anybody's is.
    monkeypatch.chdir(tmp_path)
    parser, ran = whole_parser(), 0
    for one in COMMANDS:
        line = " ".join(one.arguments)
        if one.program != "hkwatch" or is_form(one.arguments) or not line.startswith(_HARMLESS):
            continue
        if not one.is_whole and complaint_about(parser, one.arguments):
            # A name in running text that stands for all the command can do.
            continue
        surroundings = [] if line.startswith(("--version", "--help")) else ["--data", str(tmp_path / "data")]
        # Nothing is stored in the folder, so 3 (refused, with the reason) is right for some.
        try:
            code = main([*surroundings, "--replica", replica.base_url, *one.arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        heard = capsys.readouterr()
        assert code in (0, 1, 3), f"{line}: {heard.err}"
        assert "Traceback" not in heard.err
        ran += 1
    assert ran >= 2


def test_the_machine_interface_answers_what_the_readme_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    line = {"id": "1", "source": "sfc-press-en", "url": "", "title": "SFC grants licence", "summary": "", "lang": "en"}
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(line).encode())))
    assert main(["--data", str(tmp_path), "classify"]) == 0
    answer = json.loads(capsys.readouterr().out)
    named = re.search(r"`\{(id, topics[^}]*)\}`", README.read_text("utf-8"))
    assert named is not None
    assert {name.strip() for name in named[1].split(",")} <= set(answer)


def test_every_link_and_picture_is_there() -> None:
    text = README.read_text("utf-8")
    for target in _LINK.findall(text):
        assert target.startswith("https://") or (ROOT / target).exists(), target
    heads = {re.sub(r"[^\w -]", "", head).strip().lower().replace(" ", "-") for head in _HEADING.findall(text)}
    assert set(_ANCHOR.findall(text)) <= heads
