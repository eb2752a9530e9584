# SPDX-License-Identifier: MIT
"""Where files are kept and found."""

import os
import stat
from pathlib import Path

import pytest

from hkwatch.app.paths import AppPaths, resources
from hkwatch.domain.errors import SettingsError

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in the profile, not in a mode")


def mode(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


def test_a_checkout_finds_the_shipped_files_at_its_top() -> None:
    assert resources() == Path(__file__).resolve().parents[2] / "resources"


def test_an_installed_wheel_finds_the_shipped_files_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "hkwatch"
    (package / "resources" / "catalogue").mkdir(parents=True)
    assert resources(package) == package / "resources"


def test_a_foreign_folder_called_resources_is_not_taken_for_ours(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    with pytest.raises(SettingsError) as raised:
        resources(tmp_path / "src" / "hkwatch")
    assert raised.value.key == "resources-missing"
    assert str(tmp_path / "resources") in raised.value.detail


def test_with_a_data_folder_every_file_lies_under_it(tmp_path: Path) -> None:
    paths = AppPaths.choose(tmp_path / "mine")
    files = [
        paths.database_file,
        paths.backups_dir,
        paths.settings_file,
        paths.catalogue_dir,
        paths.rules_dir,
        paths.log_file,
    ]
    assert all(file.is_relative_to(tmp_path / "mine") for file in files)
    assert len(set(files)) == len(files)


def test_a_relative_data_folder_is_meant_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert AppPaths.under(Path("here")).data_dir == tmp_path / "here"


def test_without_a_data_folder_the_system_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    paths = AppPaths.choose(None)
    assert paths.database_file.name == "hkwatch.db"
    assert paths.settings_file.name == "settings.toml"
    assert all("hkwatch" in folder.parts for folder in (paths.data_dir, paths.config_dir, paths.log_dir))


def test_asking_for_paths_creates_nothing(tmp_path: Path) -> None:
    assert AppPaths.under(tmp_path / "new").settings_file
    assert list(tmp_path.iterdir()) == []


@posix_only
def test_created_folders_are_for_their_owner_only(tmp_path: Path) -> None:
    paths = AppPaths.under(tmp_path / "new")
    paths.create()
    folders = [paths.data_dir, paths.log_dir, paths.backups_dir, paths.catalogue_dir, paths.rules_dir]
    assert [mode(folder) for folder in folders] == [0o700] * 5


@posix_only
def test_a_folder_that_was_open_to_read_is_narrowed(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old").chmod(0o755)
    AppPaths.under(tmp_path / "old").create()
    assert mode(tmp_path / "old") == 0o700


@posix_only
@pytest.mark.parametrize("shared", [0o1777, 0o777])
def test_a_folder_that_others_may_write_to_is_refused_and_left_alone(tmp_path: Path, shared: int) -> None:
    (tmp_path / "pub").mkdir()
    (tmp_path / "pub").chmod(shared)
    with pytest.raises(SettingsError) as raised:
        AppPaths.under(tmp_path / "pub").create()
    assert raised.value.key == "folder-shared"
    assert mode(tmp_path / "pub") == shared


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(SettingsError) as raised:
        AppPaths.under(tmp_path / "taken").create()
    assert raised.value.key == "folder-unusable"
    assert "taken" in raised.value.detail


def test_two_data_folders_never_share_a_socket(tmp_path: Path) -> None:
    long = tmp_path / ("x" * 120)
    names = {AppPaths.under(folder).socket_name for folder in (tmp_path / "a", tmp_path / "b", long / "a", long / "b")}
    assert len(names) == 4


def test_a_socket_name_always_fits_an_address() -> None:
    folder = Path("/home/香港用戶") / ("deep/" * 30)
    assert len(os.fsencode(AppPaths.under(folder).socket_name)) <= 100
