# SPDX-License-Identifier: MIT
"""With --portable everything lies beside the program."""

from pathlib import Path

import pytest

from hkwatch.app import cli, portable
from hkwatch.domain.errors import SettingsError


def test_beside_the_unpacked_program(tmp_path: Path) -> None:
    program = tmp_path / "hkwatch" / "hkwatch"
    assert portable.folder_beside_program({}, frozen=program) == tmp_path / "hkwatch" / "hkwatch-data"


def test_beside_the_appimage_not_in_its_mount(tmp_path: Path) -> None:
    mounted = Path("/tmp/.mount_hkwatchAbC/usr/lib/hkwatch/hkwatch")
    image = {"APPIMAGE": str(tmp_path / "hkwatch.AppImage")}
    assert portable.folder_beside_program(image, frozen=mounted) == tmp_path / "hkwatch-data"


def test_beside_the_macos_bundle_not_inside_it(tmp_path: Path) -> None:
    program = tmp_path / "hkwatch.app" / "Contents" / "MacOS" / "hkwatch"
    assert portable.folder_beside_program({}, frozen=program) == tmp_path / "hkwatch-data"


def test_in_a_checkout_at_its_top_also_below_an_appimage_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "run.py").touch()
    package = tmp_path / "src" / "hkwatch"
    assert (
        portable.folder_beside_program({"APPIMAGE": "/x/y"}, frozen=None, package=package) == tmp_path / "hkwatch-data"
    )


def test_a_package_installed_into_a_python_is_not_portable(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as raised:
        portable.folder_beside_program({}, frozen=None, package=tmp_path / "lib" / "site-packages" / "hkwatch")
    assert raised.value.key == "not-portable"
    assert "--data" in raised.value.next_step


@pytest.mark.parametrize("arguments", [["--portable", "rules", "list"], ["rules", "--portable", "list"]])
def test_the_option_stands_before_the_command_or_after_it(arguments: list[str]) -> None:
    assert cli.parser().parse_args(arguments).portable is True


def test_one_folder_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--portable", "--data", str(tmp_path), "rules", "list"])
    assert ended.value.code == 2
    assert "--portable and --data" in capsys.readouterr().err
