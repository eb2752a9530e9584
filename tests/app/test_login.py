# SPDX-License-Identifier: MIT
"""Start at login and links: what is written down on each system."""

import configparser
import plistlib
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from hkwatch.app.launch import desktop_exec, entry_id, login_entry, own_command, windows_command, without_terminal
from hkwatch.app.link_handler import DesktopHandler, links_of
from hkwatch.app.login import FileEntry, RunEntry, login_of
from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths
from hkwatch.ui.system_options import SystemEntry


class MemoryRegistry:
    """Texts by key and name."""

    def __init__(self) -> None:
        self.texts: dict[tuple[str, str], str] = {}
        self.bytes: dict[tuple[str, str], bytes] = {}

    def get(self, key: str, name: str) -> str | None:
        return self.texts.get((key, name))

    def raw(self, key: str, name: str) -> bytes | None:
        return self.bytes.get((key, name))

    def put(self, key: str, name: str, text: str) -> None:
        self.texts[key, name] = text

    def remove(self, key: str, name: str | None) -> None:
        for found in [one for one in self.texts if one[0] == key and name in (None, one[1])]:
            del self.texts[found]
        for found in [one for one in self.bytes if one[0] == key and name in (None, one[1])]:
            del self.bytes[found]


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "share"),
        "XDG_DATA_DIRS": str(tmp_path / "system"),
        "APPIMAGE": "/opt/my apps/hkwatch.AppImage",
    }


STANDARD = Options(AppPaths.standard())


def entry(path: Path) -> dict[str, str]:
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(path, "utf-8")
    return dict(parser["Desktop Entry"])


def switch(found: SystemEntry | None) -> SystemEntry:
    assert found is not None
    assert not found.is_on()
    found.set_on(True)
    found.set_on(True)
    assert found.is_on()
    return found


def test_linux_has_an_autostart_entry_that_starts_hidden(tmp_path: Path, environ: dict[str, str]) -> None:
    login = switch(login_of(STANDARD, "linux", environ))
    file = tmp_path / "config" / "autostart" / "hkwatch.desktop"
    assert entry(file)["Exec"] == '"/opt/my apps/hkwatch.AppImage" --hidden'
    assert entry(file)["Type"] == "Application"
    login.set_on(False)
    assert not file.exists()
    assert not login.is_on()


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_an_entry_that_the_desktops_settings_switched_off_is_off(tmp_path: Path, line: str) -> None:
    login = FileEntry(tmp_path / "x.desktop", login_entry(["hkwatch"]).encode())
    login.set_on(True)
    login.file.write_text(login.file.read_text("utf-8") + line + "\n", "utf-8")
    assert not login.is_on()


def test_macos_has_a_launch_agent(tmp_path: Path, environ: dict[str, str]) -> None:
    login = switch(login_of(STANDARD, "darwin", environ))
    file = tmp_path / "Library" / "LaunchAgents" / "io.github.hkwatch.plist"
    told = plistlib.loads(file.read_bytes())
    assert told["ProgramArguments"] == ["/opt/my apps/hkwatch.AppImage", "--hidden"]
    assert told["RunAtLoad"] is True
    assert told["Label"] == file.stem
    login.set_on(False)
    assert not file.exists()
    assert links_of(STANDARD, "darwin", environ) is None


def test_windows_has_a_value_of_the_run_key_and_a_class_of_links(environ: dict[str, str]) -> None:
    registry = MemoryRegistry()
    environ["APPIMAGE"] = r"C:\Program Files\hkwatch\hkwatch.exe"
    login = switch(login_of(STANDARD, "win32", environ, registry))
    run = r"Software\Microsoft\Windows\CurrentVersion\Run"
    assert registry.texts == {(run, "hkwatch"): r'"C:\Program Files\hkwatch\hkwatch.exe" --hidden'}
    login.set_on(False)
    links = switch(links_of(STANDARD, "win32", environ, registry))
    classes = r"Software\Classes\hkwatch"
    command = r'"C:\Program Files\hkwatch\hkwatch.exe" --open "%1"'
    assert registry.texts == {
        (classes, ""): "URL:hkwatch",
        (classes, "URL Protocol"): "",
        (rf"{classes}\shell\open\command", ""): command,
    }
    links.set_on(False)
    assert registry.texts == {}


@pytest.mark.parametrize(("said", "on"), [(b"\x02" + bytes(11), True), (b"\x03" + bytes(11), False), (b"", True)])
def test_what_the_task_manager_switched_off_is_off_until_it_is_switched_on_here(
    environ: dict[str, str], said: bytes, on: bool
) -> None:
    registry = MemoryRegistry()
    login = switch(login_of(STANDARD, "win32", environ, registry))
    registry.bytes[r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run", "hkwatch"] = said
    assert login.is_on() is on
    login.set_on(True)
    assert login.is_on()


def test_a_program_in_the_registry_stands_between_quotes_as_the_installer_writes_it() -> None:
    command = windows_command((r"C:\hkwatch\hkwatch.exe", "--open", "%1"))
    assert command == r'"C:\hkwatch\hkwatch.exe" --open "%1"'
    installer = Path(__file__).parents[2] / "packaging" / "windows" / "hkwatch.iss"
    written = command.replace(r"C:\hkwatch", "{app}").replace('"', '""')
    assert f'ValueData: "{written}"' in installer.read_text("utf-8-sig")


def test_what_a_terminal_started_is_written_down_as_the_program_of_the_window(tmp_path: Path) -> None:
    terminal, window = tmp_path / "hkwatch.com", tmp_path / "hkwatch.exe"
    assert without_terminal(str(terminal)) == str(terminal)
    window.touch()
    assert without_terminal(str(terminal)) == str(window)
    assert without_terminal(str(window)) == str(window)


def test_another_data_folder_has_an_entry_of_its_own_and_leaves_links_alone(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    options = Options(AppPaths.under(tmp_path / "w"))
    switch(login_of(options, "linux", environ))
    (file,) = (tmp_path / "config" / "autostart").iterdir()
    assert file.stem == entry_id(options.paths) != "hkwatch"
    assert entry(file)["Exec"] == desktop_exec((environ["APPIMAGE"], "--data", str(options.paths.data_dir), "--hidden"))
    assert links_of(options, "linux", environ) is None


def test_the_demo_is_never_written_down(environ: dict[str, str]) -> None:
    demo = Options(AppPaths.standard(), demo_epoch=0.0)
    assert login_of(demo, "linux", environ) is None
    assert links_of(demo, "linux", environ) is None


def handler(tmp_path: Path, run: list[Sequence[str]], content: str = "x") -> DesktopHandler:
    return DesktopHandler(tmp_path / "apps", [tmp_path / "system"], content, run.append)


def test_linux_links_get_an_entry_that_is_made_the_default(tmp_path: Path, environ: dict[str, str]) -> None:
    run: list[Sequence[str]] = []
    links = switch(handler(tmp_path, run))
    file = tmp_path / "apps" / "hkwatch-links.desktop"
    assert file.exists()
    assert run[:2] == [
        ("update-desktop-database", str(tmp_path / "apps")),
        ("xdg-mime", "default", "hkwatch-links.desktop", "x-scheme-handler/hkwatch"),
    ]
    assert not handler(tmp_path, run, "another command").is_on()
    links.set_on(False)
    assert not file.exists()


def test_where_a_package_brings_its_entry_no_other_is_written(tmp_path: Path) -> None:
    (tmp_path / "system").mkdir()
    (tmp_path / "system" / "hkwatch.desktop").write_text("MimeType=x-scheme-handler/hkwatch;\n", "utf-8")
    run: list[Sequence[str]] = []
    links = handler(tmp_path, run)
    assert links.is_on()
    links.set_on(True)
    assert not links.file.exists()
    assert run == []


def test_the_real_tools_of_the_desktop_take_the_entry(
    tmp_path: Path, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if any(shutil.which(tool) is None for tool in ("xdg-mime", "update-desktop-database", "desktop-file-validate")):
        pytest.skip("not installed: xdg-utils, desktop-file-utils")
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    standard = Options(AppPaths.standard())
    links = switch(links_of(standard, "linux", environ))
    assert isinstance(links, DesktopHandler)
    for file in (links.file, tmp_path / "config" / "autostart" / "hkwatch.desktop"):
        if not file.exists():
            switch(login_of(standard, "linux", environ))
        checked = subprocess.run(["desktop-file-validate", file], capture_output=True, text=True)
        assert checked.stdout + checked.stderr == ""
    asked = subprocess.run(["xdg-mime", "query", "default", "x-scheme-handler/hkwatch"], capture_output=True, text=True)
    assert asked.stdout.strip() == "hkwatch-links.desktop"


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("hkwatch", "hkwatch"),
        ("/a b/c", '"/a b/c"'),
        ("50%", "50%%"),
        ("$HOME", r'"\\$HOME"'),
        ('a"b', r'"a\\"b"'),
        ("a\\b", r'"a\\\\b"'),
        ("", '""'),
    ],
)
def test_words_of_an_exec_line_are_escaped(word: str, written: str) -> None:
    assert desktop_exec([word, "%u"]) == f"{written} %u"


def test_a_link_in_the_registry_stands_between_quotes_whatever_the_program_is_called() -> None:
    assert windows_command(["C:\\h.exe", "--open", "%1"]) == '"C:\\h.exe" --open "%1"'


def test_a_run_entry_of_another_name_is_another(environ: dict[str, str]) -> None:
    registry = MemoryRegistry()
    switch(RunEntry(registry, "hkwatch", "a"))
    assert not RunEntry(registry, "hkwatch-2", "b").is_on()


def test_from_source_the_interpreter_starts_the_module() -> None:
    assert own_command(AppPaths.standard(), {})[1:] == ("-m", "hkwatch")
