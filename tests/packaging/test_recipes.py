# SPDX-License-Identifier: MIT
"""The recipes for systems at hand or not: they agree with the program, with each other and with what is promised."""

import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from hkwatch.notify.lock_dbus import SAVERS

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
FLATPAK = (PACKAGING / "flatpak" / "io.github.hkwatch.hkwatch.yml").read_text("utf-8")
INNO = (PACKAGING / "windows" / "hkwatch.iss").read_text("utf-8")
RELEASE = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
SPEC = (PACKAGING / "freeze" / "hkwatch.spec").read_text("utf-8")


def test_the_flatpak_sees_nothing_of_the_home_folder() -> None:
    granted = re.findall(r"^  - (--\S+)$", FLATPAK, re.M)
    assert {one for one in granted if not one.startswith("--talk-name")} == {
        "--system-talk-name=org.freedesktop.UPower",
        "--share=network",
        "--socket=wayland",
        "--socket=fallback-x11",
        "--share=ipc",
        "--device=dri",
        "--socket=pulseaudio",
    }
    assert not any("filesystem" in one or "session-bus" in one for one in granted)


def test_the_flatpak_may_ask_every_screen_saver_that_is_asked() -> None:
    granted = re.findall(r"^  - --talk-name=(\S+)$", FLATPAK, re.M)
    assert {name for name, _ in SAVERS} <= set(granted)


def test_files_that_recipes_name_exist() -> None:
    for path in re.findall(r"path: (\.\./\S+)", FLATPAK):
        if "/dist/" not in path:
            assert (PACKAGING / "flatpak" / path).exists(), path
    for path in re.findall(r"(packaging[\\/][\w./\\-]+\.(?:sh|iss))", RELEASE):
        assert (ROOT / path.replace("\\", "/")).is_file(), path
    for script in PACKAGING.glob("*/*.sh"):
        for path in re.findall(r'"\$root/((?:packaging|resources|src)/[^"]+)"', script.read_text("utf-8")):
            assert (ROOT / path).exists(), path


def test_the_windows_installer_is_for_one_user_and_starts_nothing_unasked() -> None:
    assert "\nPrivilegesRequired=lowest\n" in INNO
    assert "HKLM" not in INNO
    (autostart,) = [line for line in INNO.splitlines() if r"CurrentVersion\Run" in line]
    assert "Tasks: autostart" in autostart
    (task,) = [line for line in INNO.splitlines() if line.startswith('Name: "autostart"')]
    assert task.endswith("Flags: unchecked")


def test_every_way_to_install_opens_links_of_hkwatch() -> None:
    assert r"Software\Classes\hkwatch\shell\open\command" in INNO
    assert '"CFBundleURLSchemes": ["hkwatch"]' in SPEC
    assert "x-scheme-handler/hkwatch" in (PACKAGING / "linux" / "hkwatch.desktop").read_text("utf-8")


def test_the_release_is_a_draft_with_checksums_and_provenance_and_asks_for_no_more_rights_than_that() -> None:
    assert "sha256sum" in RELEASE
    assert "actions/attest-build-provenance@" in RELEASE
    assert "--draft" in RELEASE
    head, _, publish = RELEASE.partition("  publish:")
    assert re.findall(r"^ +\S+: write$", head, re.M) == []
    assert len(re.findall(r"^ +\S+: write$", publish, re.M)) == 3


def test_the_release_waits_for_every_system() -> None:
    jobs = re.findall(r"^  (\w[\w-]*):$", RELEASE.partition("\njobs:")[2], re.M)
    (needs,) = re.findall(r"needs: \[(.*)\]", RELEASE)
    assert {*needs.split(", "), "publish"} == set(jobs)


def test_the_entitlements_can_be_read() -> None:
    rights = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert all(value is True for value in rights.values())


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="no shellcheck")
def test_the_shell_scripts_are_clean() -> None:
    scripts = sorted(str(script) for script in PACKAGING.glob("*/*.sh"))
    assert len(scripts) == 3
    said = subprocess.run(["shellcheck", *scripts], capture_output=True, text=True)
    assert (said.returncode, said.stdout) == (0, "")
