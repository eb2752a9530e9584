# SPDX-License-Identifier: MIT
"""The recipes for systems at hand or not: they agree with the program, with each other and with what is promised."""

import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from hkwatch.app.windows_identity import APP_ID, MUTEX
from hkwatch.notify.lock_dbus import SAVERS
from release import version_resource

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
FLATPAK = (PACKAGING / "flatpak" / "io.github.hkwatch.hkwatch.yml").read_text("utf-8")
INNO = (PACKAGING / "windows" / "hkwatch.iss").read_text("utf-8-sig")
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
    (autostart,) = [
        line for line in INNO.splitlines() if r"CurrentVersion\Run" in line and "ValueType: none" not in line
    ]
    assert "Tasks: autostart" in autostart
    (task,) = [line for line in INNO.splitlines() if line.startswith('Name: "autostart"')]
    assert task.endswith("Flags: unchecked; Check: IsFirst")


def test_uninstalling_on_windows_removes_what_starts_at_login_whoever_wrote_it() -> None:
    gone = [line for line in INNO.splitlines() if "ValueType: none" in line]
    assert len(gone) == 2
    assert all("Flags: uninsdeletevalue dontcreatekey" in line and "Tasks:" not in line for line in gone)


def test_the_installer_says_the_same_in_both_chinese() -> None:
    told = []
    for name in ("zh-Hant.isl", "zh-Hans.isl"):
        lines = (PACKAGING / "windows" / name).read_text("utf-8-sig").splitlines()
        texts = dict(line.split("=", 1) for line in lines if "=" in line)
        assert name in INNO
        told.append(
            {key: sorted(re.findall(r"%%?(?:\d|n|[A-Z]+)|\[\w+\]|\(&\w\)", text)) for key, text in texts.items()}
        )
    hant, hans = told
    assert len(hant) > 80
    assert hant == hans


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


@pytest.mark.parametrize(
    ("version", "four"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2rc3", (1, 2, 0, 0)), ("1.2.3.4", (1, 2, 3, 4)), ("x", (0, 0, 0, 0))],
)
def test_windows_gets_four_numbers_of_any_version(version: str, four: tuple[int, int, int, int]) -> None:
    assert version_resource.numbers(version) == four


def test_windows_has_a_program_for_the_window_and_one_for_the_terminal() -> None:
    assert 'program("hkwatch", console=not IS_MAC and not IS_WINDOWS)' in SPEC
    assert 'program("hkwatch-console", console=True)' in SPEC
    assert "hide_console" not in SPEC, "it hides nothing where Windows Terminal is the console"
    for line in INNO.splitlines():
        if "{app}\\hkwatch" in line:
            assert "{app}\\hkwatch.exe" in line


def test_the_installer_and_the_program_know_each_other_by_the_same_names() -> None:
    shortcuts = [line for line in INNO.splitlines() if line.startswith("Name:") and "Filename:" in line]
    assert len(shortcuts) == 2
    assert all(f'AppUserModelID: "{APP_ID}"' in line for line in shortcuts)
    assert f"'{MUTEX}'" in INNO


def test_the_bundle_asks_for_the_macos_that_qt_asks_for() -> None:
    lock = (ROOT / "pylock.toml").read_text("utf-8")
    versions = set(re.findall(r"pyside6_essentials-[^\"]*-macosx_(\d+)_(\d+)_", lock))
    ((major, minor),) = versions
    assert f'"LSMinimumSystemVersion": "{major}.{minor}"' in SPEC
