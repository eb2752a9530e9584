# SPDX-License-Identifier: MIT
"""A start of the window where there is no display."""

import subprocess

import pytest

from e2e.command import HKWATCH, environment
from hkwatch.app import exit_codes
from hkwatch.app.display import refuse_without_display
from hkwatch.domain.errors import RequestError


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        ({"DISPLAY": ":0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "freebsd14"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_where_there_is_a_display_nothing_is_said(environ: dict[str, str], platform: str) -> None:
    refuse_without_display(environ, platform)


@pytest.mark.parametrize("environ", [{}, {"DISPLAY": ""}])
def test_without_a_display_the_way_without_one_is_named(environ: dict[str, str]) -> None:
    with pytest.raises(RequestError, match="hkwatch watch"):
        refuse_without_display(environ, "linux")


@pytest.mark.skipif("sys.platform in ('win32', 'darwin')", reason="there is always a display")
def test_the_program_ends_with_the_cause_and_no_abort() -> None:
    bare = {
        key: value
        for key, value in environment().items()
        if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    program = [*HKWATCH, "hkwatch://item/1;x"]
    done = subprocess.run(program, capture_output=True, env=bare, timeout=60, check=False)
    assert done.returncode == exit_codes.REFUSED
    assert b"DISPLAY" in done.stderr
    assert b"Traceback" not in done.stderr
