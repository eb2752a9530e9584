# SPDX-License-Identifier: MIT
"""What a person installs is what a developer runs: the wheel holds the same files as the checkout."""

import configparser
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hatchling import build

from hkwatch import __version__

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)  # the build backend works on the current folder, by its specification
        name = build.build_wheel(str(folder))
    with zipfile.ZipFile(folder / name) as opened:
        yield opened


def files_below(folder: Path) -> set[str]:
    """Relative names of what belongs to the project; compiled translations, byte code and caches are made, not kept."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and path.suffix not in (".qm", ".pyc")
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def in_wheel(wheel: zipfile.ZipFile, prefix: str) -> set[str]:
    return {
        name.removeprefix(prefix)
        for name in wheel.namelist()
        if name.startswith(prefix) and not name.endswith((".qm", "/"))
    }


def test_wheel_and_checkout_carry_the_same_resources(wheel: zipfile.ZipFile) -> None:
    shipped = in_wheel(wheel, "hkwatch/resources/")
    assert shipped
    # The window shows what is new and the licence; a checkout has both at its top.
    assert shipped == files_below(ROOT / "resources") | {"CHANGELOG.md", "LICENSE"}


def test_wheel_and_checkout_carry_the_same_package(wheel: zipfile.ZipFile) -> None:
    packaged = {name for name in in_wheel(wheel, "hkwatch/") if not name.startswith("resources/")}
    assert packaged == files_below(ROOT / "src" / "hkwatch")


def test_the_wheel_gives_a_command_called_hkwatch(wheel: zipfile.ZipFile) -> None:
    entry_points = configparser.ConfigParser()
    entry_points.read_string(wheel_text(wheel, "entry_points.txt"))
    assert dict(entry_points["console_scripts"]) == {"hkwatch": "hkwatch.app.cli:main"}


def test_the_wheel_says_its_version_and_carries_its_licence(wheel: zipfile.ZipFile) -> None:
    assert f"\nVersion: {__version__}\n" in wheel_text(wheel, "METADATA")
    assert "MIT License" in wheel_text(wheel, "licenses/LICENSE")


def test_the_wheel_carries_no_tests(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0] for name in wheel.namelist()} == {"hkwatch", f"hkwatch-{__version__}.dist-info"}


def wheel_text(wheel: zipfile.ZipFile, name: str) -> str:
    return wheel.read(f"hkwatch-{__version__}.dist-info/{name}").decode()
