# SPDX-License-Identifier: MIT
"""Where hkwatch keeps its files, and where it finds what it ships.

    data    hkwatch.db, hkwatch.lock, backups/     ─┐
    config  settings.toml, catalogue/, rules/ …     ├─ all in one folder with `--data DIR`
    log     hkwatch.log, crash reports             ─┘

Shipped files are in `hkwatch/resources` of an installed wheel and in `resources` at the top of a checkout.
"""

import hashlib
import os
import stat
from dataclasses import dataclass, replace
from pathlib import Path

import platformdirs

from hkwatch.domain.errors import SettingsError
from hkwatch.services.moving import POINTER, read_pointer

_PACKAGE = Path(__file__).resolve().parents[1]

# A Unix socket's address holds 108 bytes on Linux and 104 on macOS, with the closing zero.
_SOCKET_BYTES_MAX = 100


def resources(package: Path = _PACKAGE) -> Path:
    """The folder of shipped files (catalogue/, rules/, icons/ …) belonging to this `hkwatch` package folder.

    Raises SettingsError if the installation is incomplete.
    """
    inside_wheel = package / "resources"
    in_checkout = package.parents[1] / "resources"
    for folder in (inside_wheel, in_checkout):
        if (folder / "catalogue").is_dir():
            return folder
    raise SettingsError(
        "resources-missing",
        f"hkwatch's own files are neither in {inside_wheel} nor in {in_checkout}.",
        "Install hkwatch again.",
    )


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The folders of one installation or of one `--data` folder. Making the object touches no disk; `create` does."""

    data_dir: Path
    config_dir: Path
    log_dir: Path

    @classmethod
    def standard(cls) -> "AppPaths":
        """The folders this system gives a program for its data, settings and logs."""
        return cls(
            data_dir=platformdirs.user_data_path("hkwatch", appauthor=False),
            config_dir=platformdirs.user_config_path("hkwatch", appauthor=False),
            log_dir=platformdirs.user_log_path("hkwatch", appauthor=False),
        )

    @classmethod
    def under(cls, folder: Path) -> "AppPaths":
        """Everything below one folder; a relative one is meant from the current folder, `~` is the home."""
        whole = Path(os.path.abspath(folder.expanduser()))  # noqa: PTH100 - resolve() would follow a user's link
        return cls(data_dir=whole, config_dir=whole, log_dir=whole / "log")

    @classmethod
    def choose(cls, folder: Path | None) -> "AppPaths":
        """The folders for the option `--data`: None means it was not given. Data that was moved is where it is now.

        Raises SettingsError where the folder it was moved to is not there.
        """
        usual = cls.standard() if folder is None else cls.under(folder)
        pointer = read_pointer(usual.config_dir)
        if pointer is None:
            return usual
        if not pointer.data.is_dir():
            raise SettingsError(
                "data-folder-missing",
                f"The data was moved to {pointer.data}, which is not there.",
                f"Connect that disk; or delete {usual.config_dir / POINTER} to use {usual.data_dir} again.",
            )
        return replace(usual, data_dir=pointer.data)

    @property
    def database_file(self) -> Path:
        """The SQLite database; its -wal and -shm files lie beside it."""
        return self.data_dir / "hkwatch.db"

    @property
    def entities_dir(self) -> Path:
        """The user's own rows for the dictionary of firms."""
        return self.config_dir / "entities"

    @property
    def backups_dir(self) -> Path:
        """Copies of the database from before a migration."""
        return self.data_dir / "backups"

    @property
    def settings_file(self) -> Path:
        """The user's settings; need not exist."""
        return self.config_dir / "settings.toml"

    @property
    def catalogue_dir(self) -> Path:
        """The user's own sources (*.toml), added to the shipped ones or overriding them."""
        return self.config_dir / "catalogue"

    @property
    def rules_dir(self) -> Path:
        """The user's own flagging rules (*.toml)."""
        return self.config_dir / "rules"

    @property
    def log_file(self) -> Path:
        """The current log."""
        return self.log_dir / "hkwatch.log"

    @property
    def socket_name(self) -> str:
        """What QLocalServer listens on, one for each data folder.

        A path inside the private data folder where the system can hold one so long, else (and on Windows, where
        it names a pipe) a short name made from the folder.
        """
        path = str(self.data_dir / "hkwatch.sock")
        if os.name != "nt" and len(os.fsencode(path)) <= _SOCKET_BYTES_MAX:
            return path
        return self.folder_id

    @property
    def folder_id(self) -> str:
        """A short name made from the data folder: `hkwatch-` and 16 hexadecimal digits."""
        return "hkwatch-" + hashlib.sha256(os.fsencode(str(self.data_dir))).hexdigest()[:16]

    def create(self) -> None:
        """Makes the folders, readable by their owner only (0700; Windows has its own rights in the profile).

        A folder that was there is narrowed to 0700 too. One that all users may write to (`--data /tmp`) is refused.
        Raises SettingsError if a folder cannot be made or used.
        """
        for folder in (
            self.data_dir,
            self.config_dir,
            self.log_dir,
            self.backups_dir,
            self.catalogue_dir,
            self.rules_dir,
        ):
            _make_private(folder)


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "nt":
            return
        mode = stat.S_IMODE(folder.stat().st_mode)
        if mode & (stat.S_ISVTX | stat.S_IWOTH):
            raise SettingsError(
                "folder-shared",
                f"{folder} is a folder that other users may write to.",
                "Choose one of your own with --data.",
            )
        if mode != 0o700:
            folder.chmod(0o700)
    except OSError as exc:
        raise SettingsError(
            "folder-unusable",
            f"{folder} cannot be used: {exc.strerror or exc}.",
            "Check the disk and the rights of that folder, or choose another with --data.",
        ) from exc
