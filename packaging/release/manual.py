# SPDX-License-Identifier: MIT
"""The manual page, made from the parser itself so that it names every command and option there is."""

import argparse
import re
from datetime import UTC, datetime
from pathlib import Path

from hkwatch.app.cli import parser

ROOT = Path(__file__).resolve().parents[2]
_RELEASE = re.compile(r"^## \[(?P<number>[\d.]+)\] – (?P<day>\d{4}-\d\d-\d\d|Unreleased)", re.M)


def releases(version: str) -> list[tuple[str, str]]:
    """Number and day of every release in CHANGELOG.md, newest first; one not yet released gets today's date."""
    today = datetime.now(UTC).date().isoformat()
    found = _RELEASE.findall((ROOT / "CHANGELOG.md").read_text("utf-8"))
    return [(number, today if day == "Unreleased" else day) for number, day in found] or [(version, today)]


def page(version: str) -> str:
    """hkwatch(1) in man's macros."""
    root = parser()
    lines = [f'.TH HKWATCH 1 "" "hkwatch {version}" "User Commands"', ".SH NAME"]
    lines += [r"hkwatch \- watch what happens to digital assets in Hong Kong", ".SH SYNOPSIS", r".B hkwatch"]
    lines += [r"[\fIOPTIONS\fR] [\fICOMMAND\fR]", ".SH DESCRIPTION", _plain(root.description or ""), ".SH OPTIONS"]
    lines += [".TP", r"\fB\-h, \-\-help\fR", "show what a command can do; after a command: that command's own help"]
    lines += _options(root)
    lines.append(".SH COMMANDS")
    for name, command, about in _commands(root):
        lines += _command(name, command, about)
    lines += [".SH EXIT STATUS", _plain((root.epilog or "").removeprefix("Exit codes: "))]
    lines += [".SH FILES", r"\fI~/.local/share/hkwatch\fR: what is stored, and its backups.", ".br"]
    lines += [r"\fI~/.config/hkwatch/settings.toml\fR: the settings, each explained in it.", ".SH NOTES"]
    lines += ["Independent; not affiliated with any regulator, exchange or publisher."]
    return "\n".join(lines) + "\n"


def _commands(root: argparse.ArgumentParser) -> list[tuple[str, argparse.ArgumentParser, str]]:
    """Name, parser and one line of each command that has help."""
    for action in root._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            return [(name, action.choices[name], text) for name, text in helps.items()]
    return []


def _command(name: str, command: argparse.ArgumentParser, about: str) -> list[str]:
    lines = [f".SS {_plain(name)}", _plain(about) + "."]
    for inner, parser_of_it, text in _commands(command):
        lines += [".TP", rf"\fB{_plain(name)} {_plain(inner)}\fR", _plain(text)]
        lines += [f".RS\n{line}\n.RE" if line.startswith("\\f") else line for line in _options(parser_of_it)]
    return [*lines, *_options(command)]


def _options(of: argparse.ArgumentParser) -> list[str]:
    lines = []
    for action in of._actions:
        if action.help == argparse.SUPPRESS or isinstance(action, argparse._SubParsersAction | argparse._HelpAction):
            continue
        value = action.metavar or (action.dest if action.nargs != 0 else "")
        value = value if isinstance(value, str) else " ".join(value)
        names = ", ".join(action.option_strings) or str(value)
        shown = f"{names} {value}" if action.option_strings and action.nargs != 0 and value else names
        lines += [
            ".TP",
            rf"\fB{_plain(shown)}\fR",
            _plain((action.help or "") % {"prog": "hkwatch", "default": action.default}),
        ]
    return lines


def _plain(text: str) -> str:
    return text.replace("\\", r"\e").replace("-", r"\-").replace("\n", " ")
