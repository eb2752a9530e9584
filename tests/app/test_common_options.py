# SPDX-License-Identifier: MIT
"""Options that every command takes, wherever they stand; and folders that exclude each other."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest

from hkwatch.app.cli import main, parser
from hkwatch.app.counted import counted


def words(root: argparse.ArgumentParser, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command with its word: `("rules", "list")`."""
    deeper = [one for one in root._actions if isinstance(one, argparse._SubParsersAction)]
    if before and not any(one.required for one in deeper):
        yield before
    for action in deeper:
        for name, command in action.choices.items():
            yield from words(command, (*before, name))


PARSER = parser()
COMMANDS = tuple(words(PARSER))


def needed(command: tuple[str, ...]) -> list[str]:
    """Arguments without which a command is no use, so that the options alone are tried."""
    found = PARSER
    for name in command:
        action = next(one for one in found._actions if isinstance(one, argparse._SubParsersAction))
        found = action.choices[name]
    given: list[str] = []
    one_of = [group._group_actions[0] for group in found._mutually_exclusive_groups if group.required]
    for action in [*found._actions, *one_of]:
        if not action.required and action not in one_of:
            continue
        value = "1" if action.choices is None else str(next(iter(action.choices)))
        given += [*action.option_strings[:1], *([] if action.nargs == 0 else [value])]
    return given


def test_all_commands_are_tried() -> None:
    assert len(COMMANDS) >= 40
    assert {("rules", "list"), ("sources", "set"), ("audit", "verify"), ("backup",)} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_folder_may_be_named_before_a_command_between_its_words_and_after_them(command: tuple[str, ...]) -> None:
    option, rest = ["--data", "here", "--replica", "http://127.0.0.1:1"], needed(command)
    for place in range(len(command) + 1):
        line = [*command[:place], *option, *command[place:], *rest]
        args = PARSER.parse_args(line)
        assert (args.data, args.replica) == (Path("here"), "http://127.0.0.1:1"), line
    args = PARSER.parse_args([*command, *rest, *option, "--portable"])
    assert args.data == Path("here")
    assert args.portable


@pytest.mark.parametrize(
    "line",
    [
        ["watch", "--demo", "--data", "here"],
        ["--data", "here", "watch", "--demo"],
        ["--demo", "--data", "here"],
        ["--demo", "--portable"],
    ],
)
def test_a_demo_takes_no_folder_of_yours(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(line)
    assert ended.value.code == 2
    assert "--demo plays in a folder of its own that is thrown away afterwards; leave --" in capsys.readouterr().err


def test_a_demo_is_no_matter_of_other_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--demo", "backup"])
    assert "--demo is for the window and for `hkwatch watch`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("count", "noun", "plural", "text"),
    [
        (0, "item", "", "0 items"),
        (1, "alert", "", "1 alert"),
        (747, "item", "", "747 items"),
        (1, "entry", "entries", "1 entry"),
        (2310, "entry", "entries", "2,310 entries"),
    ],
)
def test_one_is_one(count: int, noun: str, plural: str, text: str) -> None:
    assert counted(count, noun, plural) == text
