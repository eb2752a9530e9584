# SPDX-License-Identifier: MIT
"""Inside a Flatpak: how the desktop outside knows this program, and where it finds our files."""

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

NAME = "hkwatch"
INFO = Path("/.flatpak-info")
"""Written by Flatpak into every sandbox; no program in it can change it."""


def desktop_id(environ: Mapping[str, str] = os.environ) -> str:
    """What the desktop entry and the icon of this installation are called: the Flatpak's id, else `hkwatch`."""
    return environ.get("FLATPAK_ID") or NAME


def outside(path: Path, environ: Mapping[str, str] = os.environ, info: Path = INFO) -> Path:
    """Where a file that lies in here at `path` lies for a program of the desktop; `path` itself without a sandbox.

    Unchanged too when Flatpak does not say where the program is kept.
    """
    if not environ.get("FLATPAK_ID") or not path.is_relative_to("/app"):
        return path
    import configparser  # noqa: PLC0415 - outside a sandbox nothing is read with it

    said = configparser.RawConfigParser(strict=False)
    try:
        said.read_string(info.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, configparser.Error):
        return path
    kept = said.get("Instance", "app-path", fallback="")
    return Path(kept) / path.relative_to("/app") if PurePosixPath(kept).is_absolute() else path
