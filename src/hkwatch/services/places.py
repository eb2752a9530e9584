# SPDX-License-Identifier: MIT
"""What is known of a folder before the data goes there: network shares and synced folders break databases.

Answers are words of a fixed set; the window says them in its language.
"""

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

NETWORK = frozenset(
    (
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "fuse.sshfs",
        "fuse.rclone",
        "afpfs",
        "webdav",
        "davfs",
        "9p",
    )
)
SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A folder. `network` names its file system, `synced` the service that copies it, each empty for none.

    `problem` is why it cannot be written, empty when it can; `free_bytes` None where nobody says.
    """

    folder: Path
    network: str = ""
    synced: str = ""
    problem: str = ""
    free_bytes: int | None = None


def look_at(folder: Path, mounts: str | None = None) -> Place:
    """What is known of a folder, which need not exist. `mounts` is the text of /proc/mounts, None = the system's."""
    real = _existing(folder)
    problem, free = "", None
    try:
        free = shutil.disk_usage(real).free
        with tempfile.NamedTemporaryFile(dir=real, prefix=".hkwatch-"):
            pass
    except OSError as error:
        problem = error.strerror or str(error)
    if mounts is None:
        mounts = _mounts()
    whole = Path(os.path.abspath(folder.expanduser()))  # noqa: PTH100 - the folder may not be there yet
    return Place(folder, network_of(real.resolve(), mounts) or _windows_share(whole), synced_by(whole), problem, free)


def network_of(folder: Path, mounts: str) -> str:
    """The network file system that holds the folder, empty for a local one. `mounts` is as in /proc/mounts."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        point = Path(parts[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        # Of two mounts at one point the later one counts.
        if (point == folder or point in folder.parents) and len(point.parts) >= best:
            best, kind = len(point.parts), parts[2]
    return kind if kind in NETWORK else ""


def synced_by(folder: Path) -> str:
    """The service that copies the folder to other computers, empty for none; told by the names in its path."""
    for part in folder.parts:
        name = part.casefold()
        for known, service in SYNCED.items():
            # `OneDrive - Example Ltd`, `Dropbox (Personal)`
            if name == known or name.startswith((f"{known} ", f"{known}-")):
                return service
    return ""


def _existing(folder: Path) -> Path:
    whole = Path(os.path.abspath(folder.expanduser()))  # noqa: PTH100 - resolve() fails on what is not there
    while not whole.is_dir() and whole != whole.parent:
        whole = whole.parent
    return whole


def _mounts() -> str:
    if not sys.platform.startswith("linux"):
        return ""
    try:
        return Path("/proc/mounts").read_text("utf-8", "replace")
    except OSError:
        return ""


def _windows_share(folder: Path) -> str:
    return "smb" if str(folder).startswith("\\\\") else ""
