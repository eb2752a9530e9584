# SPDX-License-Identifier: MIT
"""Every command the README shows is one the program takes; those of blocks and of the table are run; every link is there."""

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
from hkwatch.app.paths import AppPaths
from hkwatch.replica import Replica, World
from hkwatch.store.db import open_writer
from readme import with_chapters

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
_FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`((?:hkwatch|python3 run\.py)(?: [^`]*)?)`")
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_ANCHOR = re.compile(r"\]\(#([^)]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_ROW = re.compile(r"^\| `(hkwatch(?: [^`]*)?)` \|", re.MULTILINE)
ELSEWHERE = {
    "": "tests/e2e/test_window.py::test_without_a_tray_closing_the_window_quits",
    "--demo": "tests/e2e/test_demo.py::test_the_demo_brings_items_and_prices_and_its_folder_goes_with_it",
    "watch": "tests/e2e/test_no_telemetry.py::test_a_watch_connects_to_the_catalogues_hosts_alone_and_its_list_has_all_of_them",
    "check": "tests/e2e/test_cli.py::test_check_",
    "doctor": "tests/e2e/test_cli.py::test_doctor_tells_paths_versions_database_and_what_each_source_answers",
}
"""What opens a window or asks every source is run by tests of its own; here stands by which."""
MAY_FAIL = {
    # Nothing of the replica's is at the address the README shows, and nothing is stored.
    "sources find https://example.test/news": 1,
    "sources add https://example.test/news/feed.xml --folder Press / Hong Kong": 1,
    "prices export": 1,
    "evidence 26PR97": 1,
}
"""Exit codes other than 0, of commands whose example is of nothing that is there."""


_ITEM = {"id": "1", "source": "sfc-press-en", "url": "", "title": "SFC grants licence", "summary": "", "lang": "en"}
_FEED = b"<rss version='2.0'><channel><title>t</title><item><title>a</title><link>https://e.test/1</link></item></channel></rss>"
_INPUT = {"classify": json.dumps(_ITEM).encode(), "stories": json.dumps(_ITEM).encode(), "parse-feed": _FEED}


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


def to_run(text: str) -> list[list[str]]:
    """The commands of code blocks and of the table, in their order, each once: those somebody copies."""
    lines = [line for block in _FENCE.findall(text) for line in block.splitlines()] + _ROW.findall(text)
    found = [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("hkwatch")]
    return [words for number, words in enumerate(found) if words not in found[:number]]


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica(World(), lambda: datetime.now(UTC)) as replica:
        yield replica


def test_each_command_of_a_block_or_of_the_table_runs_as_it_stands(
    replica: Replica, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Files they write go where nothing of anybody's is.
    monkeypatch.chdir(tmp_path)
    paths = AppPaths.under(tmp_path / "data")
    paths.create()
    open_writer(paths.database_file, paths.backups_dir, datetime.now(UTC)).close()
    ran, wrong = [], []
    for words in to_run(README.read_text("utf-8")):
        if (words[0] if words else "") in ELSEWHERE:
            continue
        line = " ".join(words)
        copies = sorted(paths.backups_dir.glob("hkwatch-*.db"))
        whole = [str(copies[-1]) if word == "FILE" else word for word in words]
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(_INPUT.get(words[0], b""))))
        try:
            code = main(["--data", str(tmp_path / "data"), "--replica", replica.base_url, *whole])
        except SystemExit as ended:
            code = int(ended.code or 0)
        heard = capsys.readouterr()
        ran.append(line)
        if code != MAY_FAIL.get(line, 0) or "Traceback" in heard.err:
            wrong.append(f"{line}: {code} {heard.err}")
    assert wrong == []
    assert len(ran) >= 24
    assert set(MAY_FAIL) <= set(ran)


def test_the_commands_that_are_run_elsewhere_are() -> None:
    for named in ELSEWHERE.values():
        file, _, name = named.partition("::")
        assert f"def {name}" in (ROOT / file).read_text("utf-8"), named


def test_every_test_the_readme_names_is_there() -> None:
    named = re.findall(r"`((?:fuzz/)?test_\w+\.py)`", README.read_text("utf-8"))
    assert len(named) > 20
    for name in named:
        assert list((ROOT / "tests").rglob(name.removeprefix("fuzz/"))), name


def test_the_machine_interface_answers_what_the_readme_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(_ITEM).encode())))
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


def test_the_chapters_it_shares_with_the_guide_are_the_guides() -> None:
    text = README.read_text("utf-8")
    assert text.count("<!-- guide: ") == text.count("<!-- end of guide -->") == 3
    assert with_chapters(text) == text
