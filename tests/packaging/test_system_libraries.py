# SPDX-License-Identifier: MIT
"""What is left to the system, and what the folder asks it for."""

import shutil
import sys
from pathlib import Path

import pytest

from release import system_libraries

LINUX = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("readelf") is None, reason="reads Linux programs with readelf"
)


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("libX11.so.6", True),
        ("libX11-xcb.so.1", True),
        ("libxcb.so.1", True),
        ("libfontconfig.so.1", True),
        ("libstdc++.so.6", True),
        ("libxcb-cursor.so.0", False),
        ("libxkbcommon.so.0", False),
        ("libQt6Core.so.6", False),
        ("libssl.so.3", False),
    ],
)
def test_x_and_fonts_are_the_systems_and_qts_helpers_are_not(name: str, left: bool) -> None:
    assert system_libraries.is_system(name) is left


@LINUX
def test_a_folder_asks_for_what_its_programs_link_to_and_it_does_not_hold(tmp_path: Path) -> None:
    program = shutil.which("ls")
    assert program is not None
    shutil.copy(program, tmp_path / "ls")
    (tmp_path / "notes.txt").write_text("not a program")
    assert [file.name for file in system_libraries.elf_files(tmp_path)] == ["ls"]
    asked = system_libraries.needed_from_outside(tmp_path)
    assert "libc.so.6" in asked
    (tmp_path / "libc.so.6").touch()
    assert "libc.so.6" not in system_libraries.needed_from_outside(tmp_path)
    major, minor = system_libraries.newest_glibc(tmp_path).split(".")
    assert (int(major), int(minor)) >= (2, 2)


@LINUX
def test_a_library_nobody_installed_is_named() -> None:
    with pytest.raises(LookupError, match=r"libnobody\.so\.9"):
        system_libraries.packages_of(["libnobody.so.9"])
