# SPDX-License-Identifier: MIT
"""run.py decides rightly what to set up, what to ask the system for, and what to start."""

import argparse
import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.tags import Tag
from packaging.utils import parse_wheel_filename

from bootstrap import commands, system, venv
from bootstrap.lock import dependency_hash, requirements
from bootstrap.terminal import RunError
from hkwatch.app.cli import parser

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def lock() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pylock.toml").read_text("utf-8"))


# The lock


def test_the_lock_was_made_from_the_dependencies_that_pyproject_names(lock: dict[str, Any]) -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert lock["tool"]["hkwatch"]["dependencies"] == dependency_hash(pyproject)


def test_a_new_dependency_makes_the_lock_too_old_but_a_new_lint_rule_does_not() -> None:
    def pyproject(*dependencies: str, line_length: int = 110) -> dict[str, Any]:
        return {
            "project": {"requires-python": ">=3.11", "dependencies": list(dependencies)},
            "dependency-groups": {"dev": ["pytest"]},
            "tool": {"ruff": {"line-length": line_length}},
        }

    before = dependency_hash(pyproject("a", "b"))
    assert dependency_hash(pyproject("b", "a", line_length=99)) == before
    assert dependency_hash(pyproject("a", "b", "c")) != before


def test_every_locked_package_is_pinned_with_hashes_and_its_marker(lock: dict[str, Any]) -> None:
    lines = requirements(lock).splitlines()
    assert len(lines) == len(lock["packages"])
    for line in lines:
        pinned, *hashes = line.split(" --hash=sha256:")
        assert "==" in pinned
        assert hashes
        assert all(len(digest) == 64 for digest in hashes)
    assert any(line.startswith("jeepney==") and " ; sys_platform == 'linux' --hash" in line for line in lines)


def test_a_package_without_a_wheel_is_refused_by_name() -> None:
    with pytest.raises(RunError, match=r"no wheel of oldstyle 1\.0"):
        requirements({"packages": [{"name": "oldstyle", "version": "1.0"}]})


def test_what_only_windows_needs_is_in_the_lock_though_it_was_not_made_there(lock: dict[str, Any]) -> None:
    markers = {package["name"]: package.get("marker", "") for package in lock["packages"]}
    # Calendar files need the time zones everywhere.
    assert markers["tzdata"] == "" or Marker(markers["tzdata"]).evaluate({"sys_platform": "win32"})
    assert Marker(markers["colorama"]).evaluate({"sys_platform": "win32"})
    assert not Marker(markers["colorama"]).evaluate({"sys_platform": "linux"})


PLATFORMS = {
    "linux x86_64": ("linux", "linux", "x86_64"),
    "linux aarch64": ("linux", "linux", "aarch64"),
    "macOS Intel": ("darwin", "macosx", "x86_64 universal2"),
    "macOS Apple silicon": ("darwin", "macosx", "arm64 universal2"),
    "Windows x86_64": ("win32", "win", "amd64"),
}


def fits(tag: Tag, minor: int, system: str, machines: str) -> bool:
    """Whether CPython 3.`minor` on that system and one of those machines takes a wheel with this tag."""
    is_python = tag.interpreter in ("py3", f"cp3{minor}")
    if tag.abi == "abi3" and tag.interpreter.startswith("cp3"):
        is_python = int(tag.interpreter.removeprefix("cp3")) <= minor
    is_glibc = "musl" not in tag.platform
    is_machine = system in tag.platform and any(tag.platform.endswith(name) for name in machines.split())
    return is_python and is_glibc and (tag.platform == "any" or is_machine)


@pytest.mark.parametrize("minor", [11, 12, 13])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_lock_holds_a_wheel_for_every_system_and_python(lock: dict[str, Any], platform: str, minor: int) -> None:
    sys_platform, system, machines = PLATFORMS[platform]
    environment = {
        "sys_platform": sys_platform,
        "python_version": f"3.{minor}",
        "python_full_version": f"3.{minor}.4",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    lacking = []
    for package in lock["packages"]:
        if "marker" in package and not Marker(package["marker"]).evaluate(environment):
            continue
        files = [wheel["path"].rsplit("/", 1)[1] for wheel in package["wheels"]]
        tags = [tag for file in files for tag in parse_wheel_filename(file)[3]]
        if not any(fits(tag, minor, system, machines) for tag in tags):
            lacking.append(package["name"])
    assert lacking == []


# The virtual environment

HOME = venv.stamp_home(Path("/p"), "/usr/bin/python3", "3.11.2")
CONTENT = venv.stamp_content(b"project", b"lock")
STAMP = {"home": HOME, "content": CONTENT, "locked": ["a", "b"], "entries": ["a", "b"]}


def plan(
    stamp: dict[str, Any], *, home: str = HOME, content: str = CONTENT, is_whole: bool = True, locked: str = "ab"
) -> str:
    return venv.plan(stamp, home, content, is_whole=is_whole, locked=list(locked))


def test_a_stamp_that_fits_leaves_everything_as_it_is() -> None:
    assert plan(STAMP) == "keep"


def test_a_set_up_that_was_cut_short_has_no_stamp_and_is_made_anew() -> None:
    assert plan({}, is_whole=False) == "rebuild"


def test_a_broken_environment_is_made_anew_though_its_stamp_fits() -> None:
    assert plan(STAMP, is_whole=False) == "rebuild"


def test_another_python_or_another_folder_makes_it_anew() -> None:
    assert plan(STAMP, home=venv.stamp_home(Path("/p"), "/usr/bin/python3", "3.12.0")) == "rebuild"
    assert plan(STAMP, home=venv.stamp_home(Path("/moved"), "/usr/bin/python3", "3.11.2")) == "rebuild"


def test_a_changed_lock_is_installed_over_the_old_one_unless_a_package_left_it() -> None:
    changed = venv.stamp_content(b"project", b"other lock")
    assert plan(STAMP, content=changed, locked="abc") == "update"
    assert plan(STAMP, content=changed, locked="a") == "rebuild"


def test_the_stamp_tells_pyproject_and_lock_apart() -> None:
    contents = {venv.stamp_content(*pair) for pair in [(b"a", b"b"), (b"b", b"a"), (b"ab", b""), (b"", b"ab")]}
    assert len(contents) == 4


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00"])
def test_a_damaged_stamp_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "stamp").write_text(text)
    assert venv.read_stamp(tmp_path / "stamp") == {}


# What pip says, in words for a person


def test_without_network_the_sentence_names_the_package_and_the_demo() -> None:
    said = venv.pip_failure(
        "WARNING: Retrying after connection broken by 'NewConnectionError(...)': /simple/anyio/\n"
        "ERROR: Could not find a version that satisfies the requirement anyio==4.16.0 (from versions: none)\n"
        "ERROR: No matching distribution found for anyio==4.16.0\n"
    )
    assert said.startswith("Could not fetch anyio==4.16.0")
    assert "python3 run.py demo" in said


def test_a_missing_wheel_is_not_mistaken_for_a_missing_network() -> None:
    said = venv.pip_failure("ERROR: No matching distribution found for nh3==0.3.8\n")
    assert "no wheel of it for Python" in said
    assert "network" not in said


def test_a_file_that_is_not_the_locked_one_is_called_that() -> None:
    said = venv.pip_failure("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n  nh3 …")
    assert "not the one that pylock.toml names" in said
    assert "nh3" in said


def test_without_network_apt_says_the_same() -> None:
    said = system.apt_failure(
        "Err:1 Temporary failure resolving 'deb.example.test'\nE: Unable to locate package libgl1\n"
    )
    assert said.startswith("Could not fetch system packages")
    assert "python3 run.py demo" in said
    assert "libgl1" in system.apt_failure("E: Unable to locate package libgl1\n")


# The system


def test_missing_libraries_and_programs_name_their_packages_once_and_in_order() -> None:
    assert system.packages_for(["libGL.so.1", "libxcb-cursor.so.0", "import", "libGL.so.1"]) == [
        "libgl1",
        "libxcb-cursor0",
        "imagemagick",
    ]


def test_the_t64_name_is_taken_only_where_the_plain_one_is_unknown() -> None:
    packages = ["libglib2.0-0", "libgl1"]
    assert system.apt_names(packages, {"libglib2.0-0", "libglib2.0-0t64", "libgl1"}) == packages
    assert system.apt_names(packages, {"libglib2.0-0t64", "libgl1"}) == ["libglib2.0-0t64", "libgl1"]
    assert system.apt_names(packages, set()) == packages


def test_the_venv_package_of_this_very_python_comes_before_the_general_one() -> None:
    assert system.apt_names(["python3.13-venv"], {"python3.13-venv", "python3-venv"}) == ["python3.13-venv"]
    assert system.apt_names(["python3.13-venv"], {"python3-venv"}) == ["python3-venv"]


def test_the_line_to_run_is_one_line_and_asks_nothing() -> None:
    line = system.apt_line(["libgl1", "libegl1"])
    assert line == "sudo apt-get install -y --no-install-recommends libgl1 libegl1"


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_only_a_unix_without_x_and_wayland_has_no_display(
    environment: dict[str, str], platform: str, expected: bool
) -> None:
    assert system.has_display(environment, platform) is expected


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", "C.UTF-8"),
        ({"LANG": "C"}, "linux", "C.UTF-8"),
        ({"LANG": "zh_HK.UTF-8"}, "linux", None),
        ({"LANG": "zh_HK.utf8"}, "linux", None),
        ({"LANG": "zh_HK.UTF-8", "LC_ALL": "POSIX"}, "linux", "C.UTF-8"),
        ({"LANG": "C"}, "darwin", "en_US.UTF-8"),
        ({}, "win32", None),
    ],
)
def test_children_get_a_utf8_locale_only_where_there_is_none(
    environment: dict[str, str], platform: str, expected: str | None
) -> None:
    child = system.child_environment(environment, platform)
    assert child.get("LC_ALL") == expected
    assert child["PYTHONUTF8"] == "1"


# The commands


@pytest.mark.parametrize(
    ("command", "arguments", "is_display", "called", "is_window"),
    [
        ("app", [], True, [], True),
        ("app", [], False, ["watch"], False),
        ("demo", [], True, ["--demo"], True),
        ("demo", ["--lang", "zh_HK"], False, ["watch", "--demo", "--lang", "zh_HK"], False),
        ("--", ["watch", "--once"], True, ["watch", "--once"], False),
        ("--", ["search", "牌照"], False, ["search", "牌照"], False),
        ("--", ["--data", "d"], True, ["--data", "d"], True),
    ],
)
def test_a_window_opens_only_with_a_display_and_a_command_that_wants_one(
    command: str, arguments: list[str], is_display: bool, called: list[str], is_window: bool
) -> None:
    assert commands.hkwatch_arguments(command, arguments, is_display=is_display) == (called, is_window)


def test_every_command_of_the_terminal_runs_without_a_display_as_it_was_asked() -> None:
    listed = next(action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    assert set(listed.choices) <= commands.TERMINAL_COMMANDS
    assert commands.hkwatch_arguments("--", ["export", "--format", "csv"], is_display=False) == (
        ["export", "--format", "csv"],
        False,
    )


def test_an_unknown_command_shows_the_usage_and_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["frobnicate"]) == 2
    said = capsys.readouterr().err
    assert "frobnicate" in said
    assert "usage: python3 run.py" in said


def test_every_command_is_in_the_usage() -> None:
    shown = [line.split()[0] for line in commands.USAGE.splitlines() if line.startswith("  ")]
    assert shown == ["(none)", *commands.COMMANDS[1:]]


def test_run_py_itself_uses_no_syntax_that_an_old_python_would_stumble_over() -> None:
    # What Python 3.4 parses of plain code without print, Python 2.7 parses too.
    tree = ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 4))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Match, ast.Starred)
    assert [node for node in ast.walk(tree) if isinstance(node, newer)] == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """run.py and its parts in a folder without the rest of the project."""
    shutil.copy(ROOT / "run.py", tmp_path)
    shutil.copytree(ROOT / "packaging" / "bootstrap", tmp_path / "packaging" / "bootstrap")
    return tmp_path / "run.py"


def test_help_needs_no_virtual_environment_and_nothing_installed(copy: Path) -> None:
    shown = subprocess.run([sys.executable, "-I", "-S", copy, "--help"], capture_output=True, check=True)
    assert b"usage: python3 run.py" in shown.stdout
    assert sorted(path.name for path in copy.parent.iterdir()) == ["packaging", "run.py"]


def test_a_folder_without_the_project_is_a_sentence_not_a_traceback(copy: Path) -> None:
    done = subprocess.run([sys.executable, "-I", "-S", copy, "--", "--version"], capture_output=True)
    assert done.returncode == 2
    assert b"pyproject.toml cannot be read" in done.stderr
    assert b"Traceback" not in done.stderr
