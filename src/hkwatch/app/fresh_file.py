# SPDX-License-Identifier: MIT
"""Files that commands write where none is yet: what is there already is never overwritten."""

from pathlib import Path

from hkwatch.domain.errors import SettingsError


def write_new(file: Path, content: bytes) -> None:
    """Write a file that is not there. Raises SettingsError `exists` or `unwritable`."""
    try:
        with file.open("xb") as target:
            target.write(content)
    except FileExistsError as error:
        raise SettingsError("exists", f"{file} is there already.", "Name a new file.") from error
    except OSError as error:
        raise SettingsError("unwritable", f"{file}: {error}.", "Check the folder's permissions.") from error
