# SPDX-License-Identifier: MIT
"""What the packages carry beside the program: the manual page, desktop files, parts list, licences, icons."""

import argparse
import configparser
import json
import os
import re
import shutil
import struct
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtGui import QImage

from hkwatch import __version__
from hkwatch.app.cli import parser
from release import deb, icons, licences, manual, parts

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
DRAWINGS = ROOT / "resources" / "icons"
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def commands_of(root: argparse.ArgumentParser) -> list[str]:
    """Names of all commands with help, those within others as "sources add"."""
    found = []
    for action in root._actions:
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                found.append(choice.dest)
                found += [f"{choice.dest} {inner}" for inner in commands_of(action.choices[choice.dest])]
    return found


def options_of(root: argparse.ArgumentParser) -> set[str]:
    """Every option that help shows, of every command."""
    found: set[str] = set()
    for action in root._actions:
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                found |= options_of(action.choices[choice.dest])
        elif action.help != argparse.SUPPRESS:
            found |= set(action.option_strings)
    return found


def read_roff(page: str) -> str:
    """The page without its fonts and escapes."""
    return re.sub(r"\\f[BIR]", "", page).replace(r"\-", "-").replace(r"\e", "\\")


def test_the_manual_page_names_every_command_and_option() -> None:
    text = read_roff(manual.page(__version__))
    lines = {line.removeprefix(".SS ") for line in text.splitlines()}
    assert [name for name in commands_of(parser()) if name not in lines] == []
    words = set(re.findall(r"--?[\w-]+", text))
    assert sorted(options_of(parser()) - words) == []


@pytest.mark.skipif(shutil.which("man") is None, reason="no man")
def test_man_reads_the_page_without_a_complaint(tmp_path: Path) -> None:
    file = tmp_path / "hkwatch.1"
    file.write_text(manual.page(__version__), "utf-8")
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "80", "GROFF_NO_SGR": "1"}
    command = ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", str(file)]
    read = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert (read.returncode, read.stderr) == (0, "")
    # A letter struck twice is how a terminal was told of bold.
    assert "hkwatch [OPTIONS] [COMMAND]" in re.sub(".\b", "", read.stdout)


def test_no_line_of_the_manual_page_is_taken_for_a_macro_by_mistake() -> None:
    macros = {".TH", ".SH", ".SS", ".TP", ".B", ".br", ".RS", ".RE"}
    for line in manual.page(__version__).splitlines():
        assert not line.startswith("'")
        assert not line.startswith(".") or line.split()[0] in macros, line


def desktop_file() -> configparser.RawConfigParser:
    read = configparser.RawConfigParser(delimiters=("=",))
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string((LINUX / "hkwatch.desktop").read_text("utf-8"))
    return read


def test_the_menu_entry_opens_pauses_and_checks() -> None:
    read = desktop_file()
    main = read["Desktop Entry"]
    assert main["MimeType"] == "x-scheme-handler/hkwatch;"
    actions = [name for name in main["Actions"].split(";") if name]
    assert [read[f"Desktop Action {name}"]["Exec"] for name in actions] == [
        "hkwatch",
        "hkwatch --pause 1h",
        "hkwatch --check-now",
    ]
    assert {section.removeprefix("Desktop Action ") for section in read.sections()} == {"Desktop Entry", *actions}
    for section in read.sections():
        for language in ("zh_HK", "zh_TW", "zh_CN"):
            assert read[section].get(f"Name[{language}]") or section == "Desktop Entry"


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="no desktop-file-validate")
def test_the_menu_entry_is_valid() -> None:
    said = subprocess.run(["desktop-file-validate", LINUX / "hkwatch.desktop"], capture_output=True, text=True)
    assert (said.returncode, said.stdout) == (0, "")


def test_the_software_centre_is_told_of_this_version() -> None:
    root = ET.fromstring(deb.metainfo(__version__))
    assert root.findall("releases/release")[0].get("version") == __version__
    assert root.findtext("launchable") == "hkwatch.desktop"
    assert root.findtext("provides/binary") == "hkwatch"
    assert root.findtext("project_license") == "MIT"


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="no appstreamcli")
def test_the_software_centre_data_is_valid(tmp_path: Path) -> None:
    file = tmp_path / "io.github.hkwatch.hkwatch.metainfo.xml"
    file.write_text(deb.metainfo(__version__), "utf-8")
    said = subprocess.run(
        ["appstreamcli", "validate", "--no-net", file],
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C"},
    )
    assert said.returncode == 0, said.stdout


def test_the_parts_list_has_every_package_that_ships_with_the_locked_version_and_its_licence() -> None:
    document = json.loads(parts.document(__version__, NOW))
    assert (document["bomFormat"], document["specVersion"], document["version"]) == ("CycloneDX", "1.5", 1)
    assert document["metadata"]["timestamp"] == "2026-11-25T12:00:00Z"
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", document["serialNumber"])
    locked = {
        entry["name"]: entry["version"] for entry in tomllib.loads((ROOT / "pylock.toml").read_text())["packages"]
    }
    listed = {component["name"]: component for component in document["components"]}
    for package in licences.bundled():
        name = canonicalize_name(package.name)
        assert listed[name]["version"] == locked[name]
    references = [component["bom-ref"] for component in document["components"]]
    assert len(references) == len(set(references))
    for component in listed.values():
        assert component["type"] in ("library", "framework")
        assert component["purl"].startswith("pkg:")
        (licence,) = component["licenses"]
        assert licence["license"]["name"] not in ("", "UNKNOWN")
    assert "pytest" not in listed
    known = {document["metadata"]["component"]["bom-ref"], *references}
    assert {row["ref"] for row in document["dependencies"]} <= known


def test_the_same_version_gives_the_same_parts_list() -> None:
    assert parts.document(__version__, NOW) == parts.document(__version__, NOW)


def test_what_is_bundled_is_what_the_project_asks_for_and_what_that_asks_for() -> None:
    names = {canonicalize_name(package.name) for package in licences.bundled()}
    asked = {
        requirement.name.lower()
        for requirement in map(Requirement, licences.requirements())
        if requirement.marker is None or requirement.marker.evaluate()
    }
    assert asked <= names
    assert {"shiboken6", "anyio", "certifi", "apprise", "requests"} <= names
    assert not names & {"pytest", "mypy", "pyinstaller"}


def test_the_licence_of_every_part_is_in_the_notices() -> None:
    packages = licences.bundled()
    text = licences.notices(ROOT / "LICENSE", packages, {"libffi8": "the text of libffi"})
    assert text.startswith("hkwatch\n")
    for package in packages:
        assert f"\n{package.name} {package.version}: " in text
        for name, _ in licences.texts_of(package):
            assert f"\n{package.name}: {name}\n" in text
    for known in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        "the text of libffi",
        "ISC License",
    ):
        assert known in text


def test_a_package_without_a_licence_text_is_one_whose_text_is_added_here() -> None:
    without = {package.name.lower() for package in licences.bundled() if not licences.texts_of(package)}
    assert without <= {
        "pyside6-essentials",
        "pyside6_essentials",
        "shiboken6",
        "feedparser",
        "sgmllib3k",
        "apscheduler",
    }


@pytest.mark.parametrize("size", icons.SIZES)
def test_the_icon_is_drawn_at_each_size(qapp: object, size: int) -> None:
    picture = QImage.fromData(icons.png(DRAWINGS, size))
    assert (picture.width(), picture.height()) == (size, size)
    colours = {
        picture.pixel(x, y) for x in range(0, size, max(1, size // 16)) for y in range(0, size, max(1, size // 16))
    }
    assert len(colours) > 2


def test_the_icon_files_of_windows_and_macos_hold_each_picture_where_they_say(qapp: object) -> None:
    ico = icons.ico(DRAWINGS)
    count = struct.unpack_from("<H", ico, 4)[0]
    assert count == len(icons.ICO_SIZES)
    for number, size in enumerate(icons.ICO_SIZES):
        width, _, _, _, _, _, length, offset = struct.unpack_from("<BBBBHHII", ico, 6 + 16 * number)
        assert width == size % 256
        assert QImage.fromData(ico[offset : offset + length]).width() == size
    icns = icons.icns(DRAWINGS)
    assert icns[:4] == b"icns"
    assert struct.unpack(">I", icns[4:8])[0] == len(icns)


def test_the_unit_runs_the_watch_and_is_wanted_by_nobody_until_enabled() -> None:
    unit = configparser.RawConfigParser()
    unit.read_string((LINUX / "hkwatch.service").read_text("utf-8"))
    assert unit["Service"]["ExecStart"] == "/usr/bin/hkwatch watch"
    assert unit["Install"]["WantedBy"] == "default.target"


def test_purge_says_where_the_users_data_is_and_deletes_nothing() -> None:
    assert "~/.local/share/hkwatch" in deb.POSTRM
    assert not re.search(r"\brm\b", deb.POSTRM)
