# SPDX-License-Identifier: MIT
"""Where `--portable` keeps everything: a folder beside the program, on a stick for instance."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from hkwatch.domain.errors import SettingsError

FOLDER = "hkwatch-data"
_PACKAGE = Path(__file__).resolve().parents[1]
_FROZEN = Path(sys.executable) if getattr(sys, "frozen", False) else None


def folder_beside_program(
    environ: Mapping[str, str] = os.environ,
    *,
    frozen: Path | None = _FROZEN,
    package: Path = _PACKAGE,
) -> Path:
    """The folder `hkwatch-data` beside what a person carries about: the AppImage, the unpacked folder, the checkout.

    `frozen` is the executable with Python inside, None when a Python runs the package folder `package`. Touches no
    disk but to look for run.py. Raises SettingsError for a package installed into a Python.
    """
    if frozen is not None:
        image = environ.get("APPIMAGE")
        program = Path(image) if image else frozen
        bundle = next((parent for parent in program.parents if parent.suffix == ".app"), None)
        return (bundle or program).parent / FOLDER
    checkout = package.parents[1]
    if (checkout / "run.py").is_file():
        return checkout / FOLDER
    raise SettingsError(
        "not-portable",
        f"hkwatch is installed in {package}, beside which nothing of yours belongs.",
        "Name a folder with --data.",
    )
